//! The clock of the register: the wall's, the wall's with an offset, or a script's.
//!
//! A demo's data directory stores an offset to real time, so that the register goes on from where its stories ended.
//! While they play, time moves only by their script.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use orebook_registry::values::Timestamp;
use parking_lot::Mutex;

/// How far the wall's clock may leave the monotonic one before the writer stops.
const DRIFT_MAX: Duration = Duration::from_secs(5);

/// A clock that all parts of a server share.
#[derive(Clone)]
pub struct Clock(Arc<Mutex<State>>);

enum State {
    /// The wall's clock and an offset in milliseconds; since when both clocks have been watched.
    Wall { offset_ms: i64, watched: (SystemTime, Instant) },
    /// Stands still until it is moved.
    Script(Timestamp),
}

impl Clock {
    /// The wall's clock, with an offset in milliseconds.
    pub fn wall(offset_ms: i64) -> Self {
        Self(Arc::new(Mutex::new(State::Wall { offset_ms, watched: (SystemTime::now(), Instant::now()) })))
    }

    /// A clock that stands still at a moment until it is moved.
    pub fn script(start: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(State::Script(start))))
    }

    /// The clock that a data directory asks for.
    pub fn of_data(data: &Path) -> std::io::Result<Self> {
        match std::fs::read_to_string(data.join("clock-offset-ms")) {
            Ok(text) => text.trim().parse().map(Self::wall).map_err(std::io::Error::other),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::wall(0)),
            Err(error) => Err(error),
        }
    }

    /// The moment it is, in whole milliseconds.
    pub fn now(&self) -> Timestamp {
        match &*self.0.lock() {
            State::Wall { offset_ms, .. } => Timestamp::from_ms(wall_ms() + offset_ms),
            State::Script(now) => *now,
        }
    }

    /// Moves a script's clock; the wall's goes by itself.
    pub fn move_to(&self, moment: Timestamp) {
        if let State::Script(now) = &mut *self.0.lock() {
            *now = moment.max(*now);
        }
    }

    /// Lets a script's clock run on in real time, and answers the offset to keep.
    pub fn run_on(&self) -> i64 {
        let mut state = self.0.lock();
        if let State::Script(now) = *state {
            let offset_ms = now.ms() - wall_ms();
            *state = State::Wall { offset_ms, watched: (SystemTime::now(), Instant::now()) };
        }
        match &*state {
            State::Wall { offset_ms, .. } => *offset_ms,
            State::Script(_) => 0,
        }
    }

    /// True when the wall's clock has been set since the last look: a wrong clock must not expire a register. Watching
    /// begins anew, so that a writer which leads again is not stopped twice by the same jump; whether the new time is
    /// acceptable is then for the start-up to say.
    pub fn has_drifted(&self) -> bool {
        let mut state = self.0.lock();
        let State::Wall { watched, .. } = &mut *state else { return false };
        let now = (SystemTime::now(), Instant::now());
        let should_be = watched.0 + now.1.duration_since(watched.1);
        *watched = now;
        let apart = now.0.duration_since(should_be).or_else(|_| should_be.duration_since(now.0));
        apart.unwrap_or_default() > DRIFT_MAX
    }
}

fn wall_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
