//! The decider: takes what waits, decides it against the state ahead of the disk, and hands batches on.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use orebook_document::Opened;
use orebook_registry::instruction::Instruction;
use orebook_registry::values::Timestamp;
use orebook_registry::{Contradiction, NewEntry, Registry, Verdict};
use orebook_tlog::{Edge, leaf_hash};

use super::batch::{Decided, Parked};
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
    queue: &Receiver<Item>,
    to_committer: &Sender<Decided>,
    registry: Registry,
    edge: Edge,
    tiles: Tiles,
) -> Result<(), String> {
    let mut ahead = Ahead { registry, edge, tiles, owes_letters: settings.owes_letters };
    // Told to stop, it still decides what was taken in.
    while !(shared.is_stopping() && queue.is_empty()) {
        if shared.is_lost() {
            return Err("the committer stopped".to_owned());
        }
        let first = match queue.recv_timeout(LOOK) {
            Ok(item) => Some(item),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        if settings.clock.has_drifted() {
            first.into_iter().for_each(|item| item.answer_with(Answer::OutcomeUnknown));
            return Err("the wall clock was set: it drifted from the monotonic clock".to_owned());
        }
        let mut batch = Decided::new(ahead.edge.clone());
        let mut decided = ahead.clock(settings.clock.now(), &mut batch);
        let rest = queue.try_iter().take(ITEMS_MAX - 1);
        for item in first.into_iter().chain(rest) {
            let full = batch.rows.journal.iter().map(|row| row.entry.len()).sum::<usize>() > BYTES_MAX;
            match decided {
                Ok(()) => decided = ahead.take(settings.clock.now(), item, &mut batch),
                Err(_) => item.answer_with(Answer::OutcomeUnknown),
            }
            if full {
                break;
            }
        }
        decided.map_err(|contradiction| contradiction.to_string())?;
        ahead.close(&mut batch);
        batch.tiles = Arc::new(ahead.tiles.clone());
        if !batch.is_empty() && to_committer.send(batch).is_err() {
            return Err("the committer stopped".to_owned());
        }
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

    /// Where the batch leaves the register.
    fn close(&self, batch: &mut Decided) {
        batch.rows.after.size = i64::try_from(self.edge.size()).unwrap_or(i64::MAX);
        batch.rows.after.root = self.edge.root().to_vec();
        batch.rows.after.edge = self.edge.to_bytes();
        batch.rows.after.time = self.registry.time().map_or(0, Timestamp::ms);
    }
}
