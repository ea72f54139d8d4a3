//! Seconds: one form, a real calendar.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use orebook_document::{Seconds, SecondsError};
use proptest::prelude::*;

const FIRST: i64 = -62_167_219_200; // 0000-01-01T00:00:00Z
const LAST: i64 = 253_402_300_799; // 9999-12-31T23:59:59Z

#[test]
fn moments_are_read_as_seconds_since_1970() {
    for (text, unix) in [
        ("1970-01-01T00:00:00Z", 0),
        ("2000-02-29T23:59:59Z", 951_868_799),
        ("2026-11-22T09:00:00Z", 1_795_338_000),
        ("0000-01-01T00:00:00Z", FIRST),
        ("9999-12-31T23:59:59Z", LAST),
    ] {
        let time: Seconds = text.parse().unwrap();
        assert_eq!((time.unix(), time.to_string()), (unix, text.to_owned()));
    }
}

#[test]
fn other_forms_are_refused() {
    for text in [
        "",
        "2026-11-22T09:00:00",
        "2026-11-22T09:00:00z",
        "2026-11-22t09:00:00Z",
        "2026-11-22 09:00:00Z",
        "2026-11-22T09:00:00.0Z",
        "2026-11-22T09:00:00+00:00",
        "+026-11-22T09:00:00Z",
        "2026-11-2 T09:00:00Z",
        "2026-1-22T09:00:00Z",
        "2026-11-22T9:00:00Z",
        "２026-11-22T09:0:0Z",
        "12026-11-22T09:00:00Z",
        " 2026-11-22T09:00:00Z",
    ] {
        assert_eq!(text.parse::<Seconds>(), Err(SecondsError::Form), "{text}");
    }
}

#[test]
fn moments_that_do_not_exist_are_refused() {
    for text in [
        "2026-02-29T09:00:00Z",
        "2026-13-01T09:00:00Z",
        "2026-00-01T09:00:00Z",
        "2026-04-31T09:00:00Z",
        "2026-11-22T24:00:00Z",
        "2026-11-22T09:60:00Z",
        "2016-12-31T23:59:60Z",
    ] {
        assert_eq!(text.parse::<Seconds>(), Err(SecondsError::Calendar), "{text}");
    }
}

#[test]
fn years_of_five_digits_are_refused() {
    for unix in [FIRST - 1, LAST + 1, i64::MIN, i64::MAX] {
        assert_eq!(Seconds::from_unix(unix), Err(SecondsError::Calendar));
    }
}

proptest! {
    #[test]
    fn every_moment_survives_its_text(unix in FIRST..=LAST) {
        let time = Seconds::from_unix(unix).unwrap();
        prop_assert_eq!(time.to_string().parse(), Ok(time));
        let json = serde_json::to_string(&time).unwrap();
        prop_assert_eq!(serde_json::from_str::<Seconds>(&json).unwrap(), time);
    }
}
