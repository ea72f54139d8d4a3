//! MEMORY: what a retirement and a resting order hold of the state, beside the bytes of their entries in the log.

use orebook_registry::values::Timestamp;
use orebook_registry::{Outcome as Fate, Registry};
use orebook_tests::scenario::open;

use crate::figure::{Figure, Pair, Settings};
use crate::resident::grown_by;
use crate::stage::Stage;
use crate::{Outcome, words};

const RETIREMENTS: usize = 40_000;
const ORDERS: usize = 100_000;
/// Copies of a state that are weighed together: room that was free before is filled by the first of them.
const COPIES: usize = 10;
/// Until the names of instructions are forgotten, with the entry of the next day.
const FORGOTTEN_AFTER_HOURS: i64 = 25;

/// Measures and prints.
///
/// # Errors
/// An instruction is not accepted, or the system does not tell.
pub fn run(settings: &Settings) -> Outcome<()> {
    for (what, count) in
        [("a retirement of one lot out of a block of its own", RETIREMENTS), ("a resting order", ORDERS)]
    {
        let mut stage = Stage::new(settings.seed);
        let (mut registry, now) = (stage.registry(), stage.now());
        let instructions = if count == RETIREMENTS { stage.retirements(count) } else { stage.bids(count) };
        let later = now.plus_hours(FORGOTTEN_AFTER_HOURS);
        let before = held(&registry, later)?;
        let mut logged = 0;
        for bytes in instructions {
            registry.advance(now).map_err(words)?;
            match registry.submit(now, &open(&bytes)).map_err(words)? {
                Fate::Accepted(entries) => logged += entries.iter().map(|entry| entry.bytes.len() as u64).sum::<u64>(),
                other => return Err(format!("{other:?}")),
            }
        }
        let ours = held(&registry, later)?.saturating_sub(before) / count as u64;
        settings.print(&Figure {
            what: format!("bytes that {what} holds of the state, out of {count} / bytes of its entry in the log"),
            reach: "<= 1000",
            ..Figure::of("MEMORY", "bytes", &[Pair { ours, baseline: logged / count as u64 }])
        })?;
    }
    Ok(())
}

/// What a state holds at a later time.
fn held(registry: &Registry, later: Timestamp) -> Outcome<u64> {
    let mut registry = registry.clone();
    registry.advance(later).map_err(words)?;
    let (copies, bytes) = grown_by(|| Ok(vec![registry; COPIES]))?;
    Ok(bytes / (copies.len() as u64 - 1))
}
