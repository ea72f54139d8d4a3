//! How much may be taken in: as much as is answered in [`WAIT_MAX`]. It is learned from how long the answered ones had
//! waited, whatever made them wait: a disk that takes long for each commit, a database that takes long for each row.
//!
//! Whoever waited too long makes the room smaller, by no more than half at a time, for one slow moment of a disk is no
//! overload. Whoever was answered soon while the room was full makes it larger. After each change nothing is learned until
//! somebody is answered who came after it.

use std::time::{Duration, Instant};

/// The most, however fast it goes.
pub const ROOM_MAX: usize = 2_048;
/// The least: less would leave the committer without work.
const ROOM_MIN: usize = 64;
/// At first, and again after a while without overload.
const ROOM_USUAL: usize = 512;
/// Nobody should wait longer for an answer.
const WAIT_MAX: Duration = Duration::from_millis(100);
/// Who waited no longer was answered soon.
const SOON: Duration = Duration::from_millis(75);

#[derive(Debug, Default)]
pub struct Room {
    size: Option<usize>,
    /// Somebody found it full since it was changed.
    full: bool,
    changed: Option<Instant>,
    waited: Duration,
}

impl Room {
    /// So much may be taken in.
    pub fn size(&self) -> usize {
        self.size.unwrap_or(ROOM_USUAL)
    }

    /// How long the last one waited that was answered.
    pub fn waited(&self) -> Duration {
        self.waited
    }

    /// Somebody found it full.
    pub fn was_full(&mut self) {
        self.full = true;
    }

    /// Some are answered, the first of whom came at that time.
    pub fn learn(&mut self, since: Instant, now: Instant) {
        self.waited = now.duration_since(since);
        if self.changed.is_some_and(|changed| since < changed) {
            return;
        }
        let size = self.size();
        let learned = if self.waited > WAIT_MAX {
            let fits = size as u128 * WAIT_MAX.as_nanos() / self.waited.as_nanos();
            usize::try_from(fits).unwrap_or(size).max(size / 2).max(ROOM_MIN)
        } else if self.waited < SOON && (self.full || size < ROOM_USUAL) {
            (size + size / 4).min(ROOM_MAX)
        } else {
            size
        };
        if learned != size {
            (self.size, self.full, self.changed) = (Some(learned), false, Some(now));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A register that was full, and is answered after so many milliseconds, again and again.
    fn after(room: &mut Room, milliseconds: &[u64]) -> usize {
        let mut now = room.changed.unwrap_or_else(Instant::now);
        for waited in milliseconds {
            let since = now;
            now += Duration::from_millis(*waited);
            room.was_full();
            room.learn(since, now);
        }
        room.size()
    }

    #[test]
    fn it_becomes_what_is_answered_in_time() {
        let mut room = Room::default();
        assert_eq!(after(&mut room, &[]), 512);
        assert_eq!(after(&mut room, &[128]), 400, "what fits");
        assert_eq!(after(&mut room, &[1_000]), 200, "no less than half at a time");
        assert_eq!(after(&mut room, &[9_000; 9]), 64, "and never less than that");
        assert_eq!(after(&mut room, &[10; 40]), 2_048);
        assert_eq!(after(&mut room, &[100; 9]), 2_048);
        assert_eq!(after(&mut room, &[80, 99, 75]), 2_048);
    }

    #[test]
    fn a_register_whose_items_take_a_millisecond_has_room_for_a_hundred() {
        let mut room = Room::default();
        for _ in 0..40 {
            let waited = room.size() as u64;
            after(&mut room, &[waited]);
        }
        assert!((75..=100).contains(&room.size()), "{}", room.size());
    }

    #[test]
    fn nothing_is_learned_of_those_who_came_before_the_last_change() {
        let mut room = Room::default();
        let came = Instant::now();
        let later = |ms| came + Duration::from_millis(ms);
        room.learn(came, later(400));
        room.learn(later(100), later(500));
        room.learn(later(399), later(800));
        assert_eq!(room.size(), 256, "it was halved once");
        room.learn(later(401), later(900));
        assert_eq!(room.size(), 128);
        assert_eq!(room.waited(), Duration::from_millis(499));
    }

    #[test]
    fn a_room_that_nobody_fills_comes_back_to_the_usual() {
        let (mut room, mut now) = (Room::default(), Instant::now());
        after(&mut room, &[9_000; 9]);
        for _ in 0..99 {
            now += Duration::from_secs(10);
            room.learn(now, now + Duration::from_millis(5));
        }
        assert!((512..640).contains(&room.size()), "{}", room.size());
    }
}
