//! Days and moments as payment files state them; where they come from is for the caller to know.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::written::written;

/// A day of the calendar, written `2026-11-22` (`ISODate` of ISO 20022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// A second in UTC, written `2026-11-22T09:00:00Z` (`ISODateTime` of ISO 20022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(NaiveDateTime);

/// Why a text is not a [`Day`] or a [`Moment`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not `YYYY-MM-DD`, or for a moment not `YYYY-MM-DDTHH:MM:SSZ`.
    #[error("a day has the form YYYY-MM-DD, a moment YYYY-MM-DDTHH:MM:SSZ")]
    Form,
    /// The form is right, but the calendar has no such day or moment.
    #[error("the calendar has no such day or moment")]
    Calendar,
}

/// XML Schema 1.0, part 2, section 3.2.7.1: there is no year 0000.
const YEAR_MIN: i32 = 1;
const DAY: &str = "%Y-%m-%d";
const MOMENT: &str = "%Y-%m-%dT%H:%M:%SZ";

/// Whether a text is like the form, in which `0` stands for any digit. chrono reads more loosely.
fn has_form(text: &str, form: &str) -> bool {
    text.len() == form.len()
        && text.bytes().zip(form.bytes()).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            _ => byte == form,
        })
}

impl FromStr for Day {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Day, DateError> {
        if !has_form(text, "0000-00-00") {
            return Err(DateError::Form);
        }
        let day = NaiveDate::parse_from_str(text, DAY).ok().filter(|day| day.year() >= YEAR_MIN);
        day.map(Day).ok_or(DateError::Calendar)
    }
}

impl FromStr for Moment {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Moment, DateError> {
        // A sixtieth second would be read as a leap second, which the schema's dateTime has not.
        if !has_form(text, "0000-00-00T00:00:00Z") {
            return Err(DateError::Form);
        }
        if text.ends_with(":60Z") {
            return Err(DateError::Calendar);
        }
        let moment = NaiveDateTime::parse_from_str(text, MOMENT).ok().filter(|moment| moment.year() >= YEAR_MIN);
        moment.map(Moment).ok_or(DateError::Calendar)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0.format(DAY))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0.format(MOMENT))
    }
}

written!(Day);
written!(Moment);
