//! S8: start-up's replay beside the typed parse alone, of the same entries. The server starts again after a while, so
//! that the names of the instructions, which are remembered for two hours, need not be filed.

use std::time::Instant;

use orebook_registry::{Entry, Outcome as Fate, Registry};
use orebook_tests::scenario::open;

use crate::figure::{Figure, Pair, Settings};
use crate::stage::Stage;
use crate::{Outcome, words};

const BIDS: usize = 70_000;
const RETIREMENTS: usize = 35_000;
const RESTARTED_AFTER_HOURS: i64 = 3;

/// Measures and prints S8.
///
/// # Errors
/// An entry cannot be made or followed, or the states differ.
pub fn run(settings: &Settings) -> Outcome<()> {
    let (entries, decided) = entries(settings.seed)?;
    let until = decided.time().ok_or("a register has a time")?.plus_hours(RESTARTED_AFTER_HOURS);
    let decided = without_names(&decided);
    let mut pairs = Vec::new();
    for _ in 0..settings.rounds {
        let mut followed = Registry::new();
        let start = Instant::now();
        for entry in &entries {
            followed.follow(entry, until).map_err(words)?;
        }
        let ours = per_second(entries.len(), start);
        if without_names(&followed) != decided {
            return Err("S8: replay made another state".to_owned());
        }
        let start = Instant::now();
        for entry in &entries {
            std::hint::black_box(Entry::parse(entry).map_err(words)?);
        }
        pairs.push(Pair { ours, baseline: per_second(entries.len(), start) });
    }
    let figure = Figure {
        what: format!(
            "Registry::follow / Entry::parse of the same {} entries, two bids to a retirement, \
             {RESTARTED_AFTER_HOURS} hours after the last; the state is as decided",
            entries.len()
        ),
        reach: ">= 500",
        ..Figure::of("S8", "per_second", &pairs)
    };
    settings.print(&figure)
}

/// Entries as the register itself decides them, and its state after them.
fn entries(seed: u64) -> Outcome<(Vec<Vec<u8>>, Registry)> {
    let mut stage = Stage::new(seed);
    let (mut entries, mut registry, now) = (stage.entries(), stage.registry(), stage.now());
    let mut retirements = stage.retirements(RETIREMENTS).into_iter();
    for (n, bid) in stage.bids(BIDS).into_iter().enumerate() {
        let retirement = if n % 2 == 0 { retirements.next() } else { None };
        for bytes in std::iter::once(bid).chain(retirement) {
            entries.extend(registry.advance(now).map_err(words)?.into_iter().map(|entry| entry.bytes));
            match registry.submit(now, &open(&bytes)).map_err(words)? {
                Fate::Accepted(accepted) => entries.extend(accepted.into_iter().map(|entry| entry.bytes)),
                other => return Err(format!("{other:?}")),
            }
        }
    }
    Ok((entries, registry))
}

/// The state but for the names of recent instructions.
fn without_names(registry: &Registry) -> String {
    registry.dump().lines().filter(|line| !line.starts_with("instruction ")).map(|line| format!("{line}\n")).collect()
}

fn per_second(count: usize, start: Instant) -> u64 {
    let nanos = start.elapsed().as_nanos().max(1);
    u64::try_from(count as u128 * 1_000_000_000 / nanos).unwrap_or(u64::MAX)
}
