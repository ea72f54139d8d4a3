//! When a failed delivery is tried again: the schedule of Standard Webhooks 1.0.
//!
//! ```text
//! at once, then 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h after the attempt before
//! ```
//! To each delay up to a tenth of it is added, so that those who failed together do not come back together.

use std::time::UNIX_EPOCH;

use actix_web::http::header::HttpDate;

/// Milliseconds between a failed attempt and the next, by how many have failed.
const DELAYS: [i64; 9] = [5_000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, LONGEST];
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

/// The longest that a receiver may ask to be left alone.
const LONGEST: i64 = 24 * HOUR;

/// The attempts in all: after the last has failed, there is no next.
pub const ATTEMPTS: i64 = 10;

/// When a delivery that has failed so many times, the last time at `failed_at`, is tried again; none after the last.
/// Milliseconds since 1970. The same seed gives the same moment.
pub fn next_attempt(tries: i64, failed_at: i64, seed: u64) -> Option<i64> {
    let delay = *DELAYS.get(usize::try_from(tries - 1).ok()?)?;
    let room = u64::try_from(delay / 10).ok()? + 1;
    let more = mixed(seed ^ tries.unsigned_abs()) % room;
    Some(failed_at + delay + i64::try_from(more).ok()?)
}

/// How long `Retry-After` (RFC 9110 §10.2.3) asks to wait, in milliseconds: seconds, or a date. Nothing is asked in the
/// past, and at most a day is granted.
pub fn retry_after(header: &str, now: i64) -> Option<i64> {
    let header = header.trim();
    let asked = match header.parse::<u32>() {
        Ok(seconds) => i64::from(seconds) * 1_000,
        Err(_) => {
            let date: HttpDate = header.parse().ok()?;
            let since = std::time::SystemTime::from(date).duration_since(UNIX_EPOCH).ok()?;
            i64::try_from(since.as_millis()).ok()? - now
        }
    };
    Some(asked.clamp(0, LONGEST))
}

/// SplitMix64: every bit of the seed counts in every bit of the answer.
fn mixed(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_waits_longer_and_the_tenth_is_the_last() {
        let seconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
        for seed in 0..200 {
            for (tries, delay) in (1..).zip(seconds) {
                let after = next_attempt(tries, 1_000_000, seed).unwrap() - 1_000_000;
                assert!((delay * 1_000..=delay * 1_100).contains(&after), "{tries}: {after}");
                assert_eq!(next_attempt(tries, 1_000_000, seed), Some(1_000_000 + after), "a pure function");
            }
            assert_eq!(next_attempt(ATTEMPTS, 0, seed), None);
            assert_eq!((next_attempt(0, 0, seed), next_attempt(-1, 0, seed)), (None, None));
        }
    }

    #[test]
    fn those_who_failed_together_come_back_apart() {
        let moments: std::collections::BTreeSet<_> = (0..100).map(|seed| next_attempt(2, 0, seed)).collect();
        assert!(moments.len() > 90, "{}", moments.len());
    }

    #[test]
    fn a_receiver_may_ask_to_wait_in_seconds_or_by_a_date() {
        let now = 784_111_777_000; // Sun, 06 Nov 1994 08:49:37 GMT
        for (header, asked) in [
            ("120", Some(120_000)),
            (" 0 ", Some(0)),
            ("4294967295", Some(LONGEST)),
            ("Sun, 06 Nov 1994 08:50:37 GMT", Some(60_000)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(0)),
            ("Sat, 06 Nov 2094 08:00:00 GMT", Some(LONGEST)),
            ("-1", None),
            ("1.5", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(retry_after(header, now), asked, "{header:?}");
        }
    }
}
