//! The wall's clock, for what lies outside the log: tokens, sessions, links, and when something is tried again. The
//! register's own clock stands still in a story and is ahead in a demo; none of that may let a session live longer.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use orebook_registry::values::Timestamp;

/// Real time, and an offset that only tests give it.
#[derive(Debug, Default)]
pub struct Wall {
    offset_ms: AtomicI64,
}

impl Wall {
    /// The moment it is, in whole milliseconds.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_ms(real_ms() + self.offset_ms.load(Ordering::Relaxed))
    }

    /// Moves it on, for tests: nobody waits twelve hours for a session to end.
    pub fn advance(&self, by: Duration) {
        let ms = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
        self.offset_ms.fetch_add(ms, Ordering::Relaxed);
    }
}

fn real_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
