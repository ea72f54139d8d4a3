//! The one place where blocks change: split at the ends of a range, change every piece, join equal neighbours.
//! All indices follow from here.

use std::collections::BTreeSet;

use super::{BLOCKS_MAX, Block, BlockState, Credits, Ended, Escrow, Range};
use crate::Contradiction;
use crate::refusal::Refusal;
use crate::serial::SerialBlock;
use crate::values::*;

impl Credits {
    /// The ranges that serial blocks name, each fully available in the account, on lots and named once.
    pub(crate) fn available_blocks(
        &self,
        account: AccountId,
        blocks: &[SerialBlock],
        today: Date,
    ) -> Result<Vec<Range>, Refusal> {
        if blocks.is_empty() {
            return Err(Refusal::FieldMustBe { field: "blocks", rule: "at least one serial block" });
        }
        if blocks.len() > BLOCKS_MAX {
            return Err(Refusal::TooManyBlocks { limit: BLOCKS_MAX as u64, asked: blocks.len() as u64 });
        }
        let mut seen = BTreeSet::new();
        let ranges =
            blocks.iter().map(|block| self.available_block(account, block, today)).collect::<Result<Vec<_>, _>>()?;
        for (range, block) in ranges.iter().zip(blocks) {
            let before = seen.range(..=(range.batch, range.to - 1)).next_back();
            if before.is_some_and(|(batch, from): &(BatchId, u64)| {
                *batch == range.batch && self.ends_after(&ranges, range.batch, *from, range.from)
            }) {
                return Err(Refusal::BlocksMustNotOverlap { block: block.to_string() });
            }
            seen.insert((range.batch, range.from));
        }
        Ok(ranges)
    }

    fn ends_after(&self, ranges: &[Range], batch: BatchId, from: u64, milligram: u64) -> bool {
        ranges.iter().any(|r| r.batch == batch && r.from == from && r.to > milligram)
    }

    fn available_block(&self, account: AccountId, block: &SerialBlock, today: Date) -> Result<Range, Refusal> {
        let unavailable = |available: u64| Refusal::BlocksMustBeAvailable {
            block: block.to_string(),
            available: Mass::from_mg(available),
        };
        let (id, batch) = self
            .batch_of_serial(&block.batch)
            .ok_or(Refusal::MustExist { kind: "batch", id: block.batch.to_string() })?;
        let lot = batch.class.mineral.lot();
        if !block.from.is_multiple_of(lot.mg()) || !block.to.is_multiple_of(lot.mg()) {
            return Err(Refusal::MassMustBeOnLot { lot, mass: block.mass() });
        }
        let mut available = 0;
        for (from, piece) in self.pieces(Range { batch: id, from: block.from, to: block.to }) {
            if piece.account == account && piece.state == BlockState::Available {
                if today > piece.expires_on {
                    return Err(Refusal::BlocksMustNotBeExpired { expired_on: piece.expires_on });
                }
                available += piece.to.min(block.to) - from.max(block.from);
            }
        }
        if available < block.to - block.from {
            Err(unavailable(available))
        } else {
            Ok(Range { batch: id, from: block.from, to: block.to })
        }
    }

    /// The blocks that a range touches.
    fn pieces(&self, range: Range) -> impl Iterator<Item = (u64, &Block)> {
        let batch = self.batches.get(&range.batch);
        let first = batch.and_then(|b| b.block_at(range.from)).map_or(range.from, |(from, _)| from);
        batch.into_iter().flat_map(move |b| b.blocks.range(first..range.to)).map(|(from, block)| (*from, block))
    }

    /// Available blocks of an account in one batch, lowest first, up to a mass: at most `BLOCKS_OF_ORDER`.
    pub(crate) fn lowest_available(&self, account: AccountId, batch: BatchId, mass: Mass) -> Vec<Range> {
        const BLOCKS_OF_ORDER: usize = 64;
        let mut left = mass.mg();
        let mut found = Vec::new();
        for (_, id, from) in self.held.range((account, batch, 0)..=(account, batch, u64::MAX)) {
            let Some(block) = self.batches.get(id).and_then(|b| b.blocks.get(from)) else { continue };
            if left == 0 || found.len() == BLOCKS_OF_ORDER {
                break;
            }
            if block.state == BlockState::Available {
                let to = block.to.min(from + left);
                left -= to - from;
                found.push(Range { batch: *id, from: *from, to });
            }
        }
        found
    }

    /// Changes every block of a range; each piece must be what `change` expects.
    pub(super) fn change(
        &mut self,
        range: Range,
        change: impl Fn(&Block) -> Result<Block, Contradiction>,
    ) -> Result<(), Contradiction> {
        self.split_at(range.batch, range.from)?;
        self.split_at(range.batch, range.to)?;
        let pieces: Vec<u64> = self.pieces(range).map(|(from, _)| from).collect();
        let mut next = range.from;
        for from in pieces {
            Contradiction::unless(from == next, "blocks cover their batch without gaps")?;
            let block = self.take(range.batch, from)?;
            next = block.to;
            let changed = change(&block)?;
            if changed.state.is_final() {
                self.ended
                    .push(Ended { range: Range { batch: range.batch, from, to: block.to }, state: changed.state });
            }
            self.put(range.batch, from, changed)?;
        }
        Contradiction::unless(next == range.to, "a range lies inside its batch")?;
        self.join_at(range.batch, range.from)?;
        self.join_at(range.batch, range.to)
    }

    fn split_at(&mut self, batch: BatchId, milligram: u64) -> Result<(), Contradiction> {
        let inside = self.batches.get(&batch).and_then(|b| b.block_at(milligram)).filter(|(from, _)| *from < milligram);
        let Some((from, _)) = inside else { return Ok(()) };
        let block = self.take(batch, from)?;
        self.put(batch, from, Block { to: milligram, ..block.clone() })?;
        self.put(batch, milligram, block)
    }

    /// Joins the block that ends at a milligram with the one that begins there, when they are alike.
    fn join_at(&mut self, batch: BatchId, milligram: u64) -> Result<(), Contradiction> {
        let Some(blocks) = self.batches.get(&batch).map(|b| &b.blocks) else { return Ok(()) };
        let (Some((low_from, low)), Some(high)) = (blocks.range(..milligram).next_back(), blocks.get(&milligram))
        else {
            return Ok(());
        };
        let alike = (low.account, low.expires_on, low.state) == (high.account, high.expires_on, high.state);
        if !alike || low.to != milligram {
            return Ok(());
        }
        let low_from = *low_from;
        let low = self.take(batch, low_from)?;
        let high = self.take(batch, milligram)?;
        self.put(batch, low_from, Block { to: high.to, ..low })
    }

    pub(super) fn put(&mut self, id: BatchId, from: u64, block: Block) -> Result<(), Contradiction> {
        let batch = self.batches.get_mut(&id).ok_or(Contradiction::new("a block has its batch"))?;
        let figure = batch.figures.of(block.state);
        *figure = figure.plus(Mass::from_mg(block.to - from));
        if !block.state.is_final() {
            self.held.insert((block.account, id, from));
        }
        match block.state {
            BlockState::Escrowed(escrow) => {
                self.escrowed.entry(escrow).or_default().insert((id, from), block.to);
            }
            BlockState::Available => *self.expiries.entry((block.expires_on.end(), id)).or_default() += 1,
            _ => {}
        }
        let before = batch.blocks.insert(from, block);
        Contradiction::unless(before.is_none(), "a block is put where none is")
    }

    fn take(&mut self, id: BatchId, from: u64) -> Result<Block, Contradiction> {
        let batch = self.batches.get_mut(&id).ok_or(Contradiction::new("a block has its batch"))?;
        let block = batch.blocks.remove(&from).ok_or(Contradiction::new("a block that is taken exists"))?;
        let figure = batch.figures.of(block.state);
        *figure = figure.less(Mass::from_mg(block.to - from));
        self.held.remove(&(block.account, id, from));
        match block.state {
            BlockState::Escrowed(escrow) => self.forget_escrow(escrow, id, from),
            BlockState::Available => self.forget_expiry((block.expires_on.end(), id)),
            _ => {}
        }
        Ok(block)
    }

    fn forget_escrow(&mut self, escrow: Escrow, batch: BatchId, from: u64) {
        if let Some(blocks) = self.escrowed.get_mut(&escrow) {
            blocks.remove(&(batch, from));
            if blocks.is_empty() {
                self.escrowed.remove(&escrow);
            }
        }
    }

    fn forget_expiry(&mut self, key: (Timestamp, BatchId)) {
        if let Some(count) = self.expiries.get_mut(&key) {
            *count -= 1;
            if *count == 0 {
                self.expiries.remove(&key);
            }
        }
    }

    /// Sets available blocks of an account aside.
    pub(crate) fn escrow(&mut self, ranges: &[Range], account: AccountId, escrow: Escrow) -> Result<(), Contradiction> {
        ranges.iter().try_for_each(|range| {
            self.change(*range, |block| {
                Contradiction::unless(
                    block.state == BlockState::Available && block.account == account,
                    "only available blocks are set aside",
                )?;
                Ok(Block { state: BlockState::Escrowed(escrow), ..block.clone() })
            })
        })
    }

    /// Gives what is set aside back to the account it lies in; frozen, if its certificate was suspended meanwhile.
    pub(crate) fn release(&mut self, escrow: Escrow) -> Result<(), Contradiction> {
        for range in self.escrowed_for(escrow).collect::<Vec<_>>() {
            let suspended = self
                .batches
                .get(&range.batch)
                .is_some_and(|b| b.suspended_since.is_some() && matches!(escrow, Escrow::Order(_)));
            let state = if suspended { BlockState::Frozen } else { BlockState::Available };
            self.change(range, |block| Ok(Block { state, ..block.clone() }))?;
        }
        Ok(())
    }

    /// Moves a mass out of escrow, lowest first, to another account; a sale sets a new last usable day.
    pub(crate) fn deliver(
        &mut self,
        escrow: Escrow,
        mass: Mass,
        to: AccountId,
        expires_on: Option<Date>,
    ) -> Result<(), Contradiction> {
        let mut left = mass.mg();
        for range in self.escrowed_for(escrow).collect::<Vec<_>>() {
            if left == 0 {
                break;
            }
            let part = Range { to: range.to.min(range.from + left), ..range };
            left -= part.mass().mg();
            self.change(part, |block| {
                Ok(Block {
                    account: to,
                    expires_on: expires_on.unwrap_or(block.expires_on),
                    state: BlockState::Available,
                    ..block.clone()
                })
            })?;
        }
        Contradiction::unless(left == 0, "escrow covers what is delivered")
    }

    /// Consumes available blocks of an account.
    pub(crate) fn retire(
        &mut self,
        ranges: &[Range],
        account: AccountId,
        retirement: RetirementId,
    ) -> Result<(), Contradiction> {
        ranges.iter().try_for_each(|range| {
            self.change(*range, |block| {
                Contradiction::unless(
                    block.state == BlockState::Available && block.account == account,
                    "only available blocks are retired",
                )?;
                Ok(Block { state: BlockState::Retired(retirement), ..block.clone() })
            })
        })
    }

    /// The ranges that serial blocks of an event name.
    pub(crate) fn ranges(&self, blocks: &[SerialBlock]) -> Result<Vec<Range>, Contradiction> {
        let range = |block: &SerialBlock| {
            let (batch, _) =
                self.batch_of_serial(&block.batch).ok_or(Contradiction::new("a serial block names its batch"))?;
            Ok(Range { batch, from: block.from, to: block.to })
        };
        blocks.iter().map(range).collect()
    }

    /// Freezes, or frees again, what the producer still holds of a suspended certificate's batches. A hold that the
    /// owner's credits outlast moves their last usable day by its days.
    pub(crate) fn freeze_unsold(&mut self, certificate: CertificateId, since: Date) -> Result<(), Contradiction> {
        for id in self.batches_of(certificate) {
            self.batch_mut(id)?.suspended_since = Some(since);
            self.change_unsold(id, BlockState::Available, |block| Block {
                state: BlockState::Frozen,
                ..block.clone()
            })?;
        }
        Ok(())
    }

    pub(crate) fn free_unsold(&mut self, certificate: CertificateId, until: Date) -> Result<(), Contradiction> {
        for id in self.batches_of(certificate) {
            let since = self.batch_mut(id)?.suspended_since.take();
            let days = since.map_or(0, |since| u64::try_from(until.days_since(since)).unwrap_or(0));
            let batch = self.batch_mut(id)?;
            batch.unsold_until = batch.unsold_until.plus_days(days);
            self.change_unsold(id, BlockState::Frozen, |block| Block {
                state: BlockState::Available,
                expires_on: block.expires_on.plus_days(days),
                ..block.clone()
            })?;
        }
        Ok(())
    }

    pub(super) fn batches_of(&self, certificate: CertificateId) -> Vec<BatchId> {
        self.batches.iter().filter(|(_, b)| b.certificate == certificate).map(|(id, _)| *id).collect()
    }

    pub(super) fn batch_mut(&mut self, id: BatchId) -> Result<&mut super::Batch, Contradiction> {
        self.batches.get_mut(&id).ok_or(Contradiction::new("a batch that is named exists"))
    }

    fn change_unsold(
        &mut self,
        id: BatchId,
        state: BlockState,
        change: impl Fn(&Block) -> Block,
    ) -> Result<(), Contradiction> {
        let producer = self.batch_mut(id)?.producer;
        let accounts: Vec<AccountId> = self.accounts_of(producer).map(|(account, _)| account).collect();
        let mut ranges = Vec::new();
        for (from, block) in self.batches.get(&id).into_iter().flat_map(|b| &b.blocks) {
            if block.state == state && accounts.contains(&block.account) {
                ranges.push(Range { batch: id, from: *from, to: block.to });
            }
        }
        ranges.into_iter().try_for_each(|range| self.change(range, |block| Ok(change(block))))
    }
}
