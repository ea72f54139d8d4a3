//! The decider: takes what waits, decides it against the state ahead of the disk, and hands batches on.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use crossbeam_channel::Sender;
use orebook_document::Opened;
use orebook_registry::instruction::Instruction;
use orebook_registry::values::Timestamp;
use orebook_registry::{Contradiction, NewEntry, Registry, Verdict};
use orebook_tlog::{Edge, leaf_hash};

use super::batch::{Decided, Parked};
use super::copy::Copy;
use super::rows::{Tiles, push_rows};
use super::{Answer, Item, Settings, Shared};
use crate::notices::owed::outbox_rows;

/// Most instructions of one batch, and most bytes of its entries.
const ITEMS_MAX: usize = 256;
const BYTES_MAX: usize = 1 << 20;
/// How often an idle decider looks at the clock.
const LOOK: Duration = Duration::from_millis(250);

/// The state ahead of the disk, and the tree over it.
struct Ahead {
    registry: Registry,
    edge: Edge,
    tiles: Tiles,
    /// Whether letters are written into the outbox.
    owes_letters: bool,
}

/// Decides until it must stop; the error says why.
pub(super) fn run(
    settings: &Settings,
    shared: &Arc<Shared>,
    to_committer: &Sender<Decided>,
    copy: Copy,
) -> Result<(), String> {
    let Copy { registry, edge, tiles } = copy;
    let mut ahead = Ahead { registry, edge, tiles, owes_letters: settings.owes_letters };
    // Told to stop, it still decides what was taken in.
    while !(shared.is_stopping() && shared.intake.len() == 0) {
        if shared.is_lost() {
            return Err("the committer stopped".to_owned());
        }
        let items = shared.intake.take(ITEMS_MAX, LOOK);
        if settings.clock.has_drifted() {
            items.into_iter().for_each(|item| item.answer_with(Answer::OutcomeUnknown));
            return Err("the wall clock was set: it drifted from the monotonic clock".to_owned());
        }
        let completes = !items.is_empty();
        let mut batch = Decided::new(ahead.edge.clone());
        let mut decided = ahead.clock(settings.clock.now(), &mut batch);
        for item in items {
            match decided {
                // Whoever has gone away is told nothing, and nothing is stored for them.
                Ok(()) if item.is_forsaken() => {}
                Ok(()) => decided = ahead.take(settings.clock.now(), item, &mut batch),
                Err(_) => item.answer_with(Answer::OutcomeUnknown),
            }
            if decided.is_ok() && batch.bytes() > BYTES_MAX {
                let full = std::mem::replace(&mut batch, Decided::new(ahead.edge.clone()));
                ahead.hand_on(full, to_committer)?;
            }
        }
        decided.map_err(|contradiction| contradiction.to_string())?;
        batch.completes = completes;
        ahead.hand_on(batch, to_committer)?;
    }
    Ok(())
}

impl Ahead {
    fn take(&mut self, now: Timestamp, item: Item, batch: &mut Decided) -> Result<(), Contradiction> {
        match item {
            Item::Submit { opened, answer } => {
                self.clock(now, batch)?;
                let parked = self.submit(now, &opened, batch)?;
                batch.parked.push((answer, parked));
            }
            Item::Forecast { organisation, act, answer } => {
                let forecast = catch_unwind(AssertUnwindSafe(|| self.registry.forecast(now, organisation, &act)));
                let parked = match forecast {
                    Ok(Ok(events)) => Parked::Forecast(events),
                    Ok(Err(refusal)) => Parked::Refused(refusal),
                    Err(_) => Parked::Fault,
                };
                batch.parked.push((answer, parked));
            }
        }
        Ok(())
    }

    /// Whatever is due, before the instruction.
    fn clock(&mut self, now: Timestamp, batch: &mut Decided) -> Result<(), Contradiction> {
        let entries = self.registry.advance(now)?;
        self.keep(entries, batch);
        Ok(())
    }

    /// A panic while deciding is one client's: nothing has changed. A panic while applying stops the writer.
    fn submit(
        &mut self,
        now: Timestamp,
        opened: &Opened<Instruction>,
        batch: &mut Decided,
    ) -> Result<Parked, Contradiction> {
        let verdict = catch_unwind(AssertUnwindSafe(|| self.registry.consider(now, opened)));
        Ok(match verdict {
            Err(_) => Parked::Fault,
            Ok(Verdict::Replayed(name)) => Parked::Replayed(name),
            Ok(Verdict::Refused(refusal)) => Parked::Refused(refusal),
            Ok(Verdict::Planned(plan)) => {
                let entries = self.registry.accept(*plan, opened)?;
                let sequence = entries.first().map_or(0, |entry| entry.sequence);
                let last = entries.last().map_or(0, |entry| entry.sequence);
                self.keep(entries, batch);
                Parked::Accepted { sequence, last }
            }
        })
    }

    fn keep(&mut self, entries: Vec<NewEntry>, batch: &mut Decided) {
        for entry in entries {
            let leaf = leaf_hash(&entry.bytes);
            self.edge.push(leaf);
            push_rows(&mut batch.rows, &self.registry, &entry, leaf, self.tiles.push(leaf));
            if self.owes_letters {
                batch.rows.outbox.extend(outbox_rows(&self.registry, entry.sequence, &entry.events));
            }
            batch.leaves.push(leaf);
            batch.entries.push(entry);
        }
    }

    /// Closes a batch where the register stands, and hands it to the committer.
    fn hand_on(&self, mut batch: Decided, to_committer: &Sender<Decided>) -> Result<(), String> {
        if batch.is_empty() {
            return Ok(());
        }
        batch.rows.after.size = i64::try_from(self.edge.size()).unwrap_or(i64::MAX);
        batch.rows.after.root = self.edge.root().to_vec();
        batch.rows.after.edge = self.edge.to_bytes();
        batch.rows.after.time = self.registry.time().map_or(0, Timestamp::ms);
        batch.tiles = Arc::new(self.tiles.clone());
        to_committer.send(batch).map_err(|_| "the committer stopped".to_owned())
    }
}
