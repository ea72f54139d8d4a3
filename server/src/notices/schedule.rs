//! When a letter that could not be sent is tried again.

use std::time::Duration;

/// After the first failure, the second, and so on; after the last one it is given up.
const PAUSES: [Duration; 7] = [
    Duration::from_secs(60),
    Duration::from_secs(5 * 60),
    Duration::from_secs(30 * 60),
    Duration::from_secs(2 * 3600),
    Duration::from_secs(6 * 3600),
    Duration::from_secs(12 * 3600),
    Duration::from_secs(24 * 3600),
];

/// How long to wait after so many tries, the last of which has just failed; nothing when it is given up. Up to a fifth
/// is added, by the seed, so that what failed together does not come back together.
pub fn pause_after(tries: u32, seed: u64) -> Option<Duration> {
    let pause = PAUSES.get(usize::try_from(tries.checked_sub(1)?).ok()?)?;
    let milliseconds = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX);
    Some(*pause + Duration::from_millis(seed % (milliseconds / 5)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_from_a_minute_to_a_day_and_end() {
        let expected = [60, 300, 1_800, 7_200, 21_600, 43_200, 86_400];
        for (tries, seconds) in (1..).zip(expected) {
            assert_eq!(pause_after(tries, 0), Some(Duration::from_secs(seconds)));
            for seed in [1, 999, 12_345_678, u64::MAX] {
                let pause = pause_after(tries, seed).unwrap();
                assert!(pause >= Duration::from_secs(seconds) && pause < Duration::from_secs(seconds + seconds / 5));
            }
        }
        assert_eq!(pause_after(8, 0), None);
        assert_eq!(pause_after(0, 0), None);
        assert_ne!(pause_after(3, 1_000), pause_after(3, 2_000), "letters are told apart by their seed");
    }
}
