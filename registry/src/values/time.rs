//! Days and milliseconds, always UTC.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate};
use orebook_document::Seconds;

use super::{ValueError, string_serde};

const DAY_MS: i64 = 86_400_000;

/// A moment in milliseconds since 1970, as entries carry it: `2026-11-22T09:00:00.123Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From milliseconds since 1970.
    pub const fn from_ms(ms: i64) -> Self {
        Self(ms)
    }
    /// Milliseconds since 1970.
    pub const fn ms(self) -> i64 {
        self.0
    }
    /// Whole seconds since 1970, rounded down.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }
    /// The UTC day.
    pub fn date(self) -> Date {
        Date::from_days(self.0.div_euclid(DAY_MS))
    }
    /// Later by whole seconds.
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1000)
    }
    /// Later by whole hours.
    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_seconds(hours * 3600)
    }
    /// Later by whole days.
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0 + days * DAY_MS)
    }
}

impl From<Seconds> for Timestamp {
    fn from(seconds: Seconds) -> Self {
        Self(seconds.unix() * 1000)
    }
}

impl FromStr for Timestamp {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new("time", "YYYY-MM-DDTHH:MM:SS.mmmZ");
        let (whole, rest) = text.split_once('.').ok_or(FORM)?;
        let millis =
            rest.strip_suffix('Z').filter(|m| m.len() == 3 && m.bytes().all(|b| b.is_ascii_digit())).ok_or(FORM)?;
        let millis: i64 = millis.parse().map_err(|_| FORM)?;
        if whole.len() != 19 {
            return Err(FORM);
        }
        let mut with_zone = [b'Z'; 20];
        with_zone[..19].copy_from_slice(whole.as_bytes());
        let seconds: Seconds = std::str::from_utf8(&with_zone).map_err(|_| FORM)?.parse().map_err(|_| FORM)?;
        Ok(Self(seconds.unix() * 1000 + millis))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = DateTime::from_timestamp_millis(self.0).ok_or(fmt::Error)?;
        write!(f, "{}", time.format("%Y-%m-%dT%H:%M:%S%.3fZ"))
    }
}

/// A calendar day, UTC: `2026-11-22`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(NaiveDate);

impl Date {
    fn from_days(days: i64) -> Self {
        let day = DateTime::from_timestamp(days * 86_400, 0).expect("the clock's years are within the calendar's");
        Self(day.date_naive())
    }
    /// The first moment of the day.
    pub fn start(self) -> Timestamp {
        let days = self.0.signed_duration_since(NaiveDate::default()).num_days();
        Timestamp(days * DAY_MS)
    }
    /// The first moment of the next day: what is usable on a day is due then.
    pub fn end(self) -> Timestamp {
        self.plus_days(1).start()
    }
    /// Later by whole days; the calendar's last day at the most.
    pub fn plus_days(self, days: u64) -> Self {
        Self(self.0.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX))
    }
    /// Earlier by whole days.
    pub fn less_days(self, days: u64) -> Self {
        Self(self.0.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN))
    }
    /// The same day some months later, or the month's last day when it is shorter.
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }
    /// Days from an earlier day; negative when it is later.
    pub fn days_since(self, earlier: Date) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }
    /// Earlier than every day that can be written.
    pub(crate) const FIRST: Self = Self(NaiveDate::MIN);

    /// The first day of its month.
    pub fn first_of_month(self) -> Self {
        self.less_days(u64::from(self.day() - 1))
    }
    /// Calendar year.
    pub fn year(self) -> i32 {
        self.0.year()
    }
    /// Month of the year, 1–12.
    pub fn month(self) -> u32 {
        self.0.month()
    }
    /// Day of the month, 1–31.
    pub fn day(self) -> u32 {
        self.0.day()
    }
}

impl FromStr for Date {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new("date", "YYYY-MM-DD between 2000 and 2199");
        let b = text.as_bytes();
        let shape = b.len() == 10
            && b.iter().enumerate().all(|(i, c)| if i == 4 || i == 7 { *c == b'-' } else { c.is_ascii_digit() });
        if !shape {
            return Err(FORM);
        }
        let number = |part: &str| part.parse::<u32>().map_err(|_| FORM);
        let (year, month, day) = (number(&text[0..4])?, number(&text[5..7])?, number(&text[8..10])?);
        if !(2000..=2199).contains(&year) {
            return Err(FORM);
        }
        NaiveDate::from_ymd_opt(year as i32, month, day).map(Self).ok_or(FORM)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

string_serde!(Timestamp, Date);
