//! Time as a signed document states it: UTC, whole seconds, one form.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike};
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// A moment in whole seconds, written `2026-11-22T09:00:00Z` and in no other way: no fraction, no
/// offset, no leap second, four digits of year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seconds(i64);

/// Why a text or a number is not a [`Seconds`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecondsError {
    /// The text is not of the form `YYYY-MM-DDTHH:MM:SSZ`.
    #[error("a time has the form YYYY-MM-DDTHH:MM:SSZ")]
    Form,
    /// The form is right, but the calendar has no such moment, or it is not in the years 0–9999.
    #[error("the calendar has no such moment")]
    Calendar,
}

impl Seconds {
    /// The moment `seconds` after 1970-01-01T00:00:00Z; refused outside the years 0–9999, which
    /// four digits cannot write.
    pub fn from_unix(seconds: i64) -> Result<Seconds, SecondsError> {
        DateTime::from_timestamp(seconds, 0)
            .filter(|time| (0..=9999).contains(&time.year()))
            .map(|_| Seconds(seconds))
            .ok_or(SecondsError::Calendar)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub const fn unix(self) -> i64 {
        self.0
    }

    fn calendar(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.0, 0).expect("every constructor keeps to the years 0–9999").naive_utc()
    }
}

impl FromStr for Seconds {
    type Err = SecondsError;

    fn from_str(text: &str) -> Result<Seconds, SecondsError> {
        if !has_form(text) {
            return Err(SecondsError::Form);
        }
        let number = |range: Range<usize>| text[range].parse::<u32>().map_err(|_| SecondsError::Form);
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
        NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
            .and_then(|date| date.and_hms_opt(hour, minute, second))
            .map(|time| Seconds(time.and_utc().timestamp()))
            .ok_or(SecondsError::Calendar)
    }
}

/// Whether the text is `YYYY-MM-DDTHH:MM:SSZ` with any digits.
fn has_form(text: &str) -> bool {
    const FORM: &str = "0000-00-00T00:00:00Z";
    text.len() == FORM.len()
        && text.bytes().zip(FORM.bytes()).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            _ => byte == form,
        })
}

impl fmt::Display for Seconds {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.calendar();
        let (year, month, day) = (time.year(), time.month(), time.day());
        let (hour, minute, second) = (time.hour(), time.minute(), time.second());
        write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

impl Serialize for Seconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Seconds, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
