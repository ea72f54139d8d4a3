//! What the process holds in memory.

use crate::{Outcome, words};

/// What is made, and by how many bytes the process grew.
///
/// # Errors
/// It cannot be made, or the system does not tell.
pub fn grown_by<T>(make: impl FnOnce() -> Outcome<T>) -> Outcome<(T, u64)> {
    let before = resident()?;
    let made = make()?;
    Ok((made, resident()?.saturating_sub(before)))
}

/// The most that it ever held.
///
/// # Errors
/// The system does not tell.
pub fn peak() -> Outcome<u64> {
    told("VmHWM:")
}

fn resident() -> Outcome<u64> {
    told("VmRSS:")
}

fn told(name: &str) -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(words)?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("this system does not tell")?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().map_err(words)?;
    Ok(kilobytes * 1024)
}
