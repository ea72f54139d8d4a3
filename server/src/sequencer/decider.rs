//! The decider: takes what waits, decides it against the state ahead of the disk, and hands batches on.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Select, Sender, TryRecvError};
use orebook_document::Opened;
use orebook_registry::instruction::Instruction;
use orebook_registry::values::Timestamp;
use orebook_registry::{Contradiction, NewEntry, Registry, Verdict};
use orebook_tlog::{Edge, leaf_hash};

use super::batch::{Decided, Parked};
use super::rows::{Tiles, push_rows};
use super::{Answer, Item, Settings, Shared};
use crate::clock::Clock;

/// How often an idle decider looks at the clock.
const LOOK: Duration = Duration::from_millis(250);

/// The state ahead of the disk, and the tree over it.
struct Ahead {
    registry: Registry,
    edge: Edge,
    tiles: Tiles,
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
    let mut ahead = Ahead { registry, edge, tiles };
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
        ahead.begin(&settings.clock, first, &mut batch).map_err(words)?;
        if batch.is_empty() {
            continue;
        }
        ahead.grow(&settings.clock, queue, to_committer, &mut batch).map_err(words)?;
        ahead.close(&mut batch);
        if to_committer.send(batch).is_err() {
            return Err("the committer stopped".to_owned());
        }
    }
    Ok(())
}

fn words(contradiction: Contradiction) -> String {
    contradiction.to_string()
}

impl Ahead {
    /// What is due by the clock, and what was waited for.
    fn begin(&mut self, clock: &Clock, first: Option<Item>, batch: &mut Decided) -> Result<(), Contradiction> {
        self.clock(clock.now(), batch)?;
        first.map_or(Ok(()), |item| self.take(clock.now(), item, batch))
    }

    /// Decides whatever comes until the committer is free: the longer it is busy, the more one commit is worth.
    /// An item under way when this fails is dropped with its batch, so that its client hears of an unknown outcome.
    fn grow(
        &mut self,
        clock: &Clock,
        queue: &Receiver<Item>,
        to_committer: &Sender<Decided>,
        batch: &mut Decided,
    ) -> Result<(), Contradiction> {
        let mut either = Select::new();
        let committer = either.send(to_committer);
        either.recv(queue);
        while !batch.is_full() {
            match queue.try_recv() {
                Ok(item) => self.take(clock.now(), item, batch)?,
                Err(TryRecvError::Empty) if either.ready() != committer => {}
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
            }
        }
        Ok(())
    }

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
            batch.bytes += entry.bytes.len();
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
