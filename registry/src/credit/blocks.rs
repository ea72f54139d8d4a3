//! The one place where blocks change: split at the ends of a range, change every piece, join equal neighbours.
//! All indices follow from here.

use super::{BLOCKS_MAX, Block, BlockState, Blocks, Credits, Ended, Escrow, Range};
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
        let ranges = self.free_blocks(account, blocks, today)?;
        self.check_list(blocks, &ranges)?;
        Ok(ranges)
    }

    /// The ranges that serial blocks name: whether there are such batches, then whether all of each is free.
    pub(super) fn free_blocks(
        &self,
        account: AccountId,
        blocks: &[SerialBlock],
        today: Date,
    ) -> Result<Vec<Range>, Refusal> {
        let range = |block: &SerialBlock| {
            let found = self.batch_of_serial(&block.batch);
            let (batch, _) = found.ok_or(Refusal::MustExist { kind: "batch", id: block.batch.to_string() })?;
            Ok(Range { batch, from: block.from, to: block.to })
        };
        let ranges = blocks.iter().map(range).collect::<Result<Vec<_>, _>>()?;
        for (range, block) in ranges.iter().zip(blocks) {
            self.check_free(account, *range, block, today)?;
        }
        Ok(ranges)
    }

    /// The list itself: neither empty nor too long, each block on lots, none named twice.
    pub(super) fn check_list(&self, blocks: &[SerialBlock], ranges: &[Range]) -> Result<(), Refusal> {
        if blocks.is_empty() {
            return Err(Refusal::FieldMustBe { field: "blocks", rule: "at least one serial block" });
        }
        if blocks.len() > BLOCKS_MAX {
            return Err(Refusal::TooManyBlocks { limit: BLOCKS_MAX as u64, asked: blocks.len() as u64 });
        }
        for block in blocks {
            let lot = block.batch.mineral.lot();
            if !block.from.is_multiple_of(lot.mg()) || !block.to.is_multiple_of(lot.mg()) {
                return Err(Refusal::MassMustBeOnLot { lot, mass: block.mass() });
            }
        }
        let mut named: Vec<(Range, &SerialBlock)> = ranges.iter().copied().zip(blocks).collect();
        named.sort_unstable();
        match named.windows(2).find(|pair| pair[0].0.batch == pair[1].0.batch && pair[0].0.to > pair[1].0.from) {
            Some(pair) => Err(Refusal::BlocksMustNotOverlap { block: pair[1].1.to_string() }),
            None => Ok(()),
        }
    }

    fn check_free(&self, account: AccountId, range: Range, block: &SerialBlock, today: Date) -> Result<(), Refusal> {
        let mut available = 0;
        for (from, piece) in self.pieces_in(account, range) {
            if piece.state == BlockState::Available {
                if piece.stopped_since.is_none() && today > piece.expires_on {
                    return Err(Refusal::BlocksMustNotBeExpired { expired_on: piece.expires_on });
                }
                available += piece.to.min(block.to) - from.max(block.from);
            }
        }
        if available < block.to - block.from {
            let available = Mass::from_mg(available);
            return Err(Refusal::BlocksMustBeAvailable { block: block.to_string(), available });
        }
        Ok(())
    }

    /// The blocks that a range touches.
    pub(super) fn pieces(&self, range: Range) -> impl Iterator<Item = (u64, Block)> {
        self.batches.get(&range.batch).into_iter().flat_map(move |b| b.blocks.touching(range.from..range.to))
    }

    /// The blocks of an account that a range touches and that have not ended: others' are not looked at, however many
    /// of them the range names.
    pub(super) fn pieces_in(&self, account: AccountId, range: Range) -> impl Iterator<Item = (u64, Block)> {
        let batch = self.batches.get(&range.batch);
        batch.into_iter().flat_map(move |b| b.blocks.of_touching(account, range.from..range.to))
    }

    /// Available blocks of an account in one batch, lowest first, up to a mass: at most `BLOCKS_OF_ORDER`.
    pub(crate) fn lowest_available(&self, account: AccountId, batch: BatchId, mass: Mass) -> Vec<Range> {
        const BLOCKS_OF_ORDER: usize = 64;
        let mut left = mass.mg();
        let mut found = Vec::new();
        for (from, block) in self.batches.get(&batch).into_iter().flat_map(|b| b.blocks.of(account)) {
            if left == 0 || found.len() == BLOCKS_OF_ORDER {
                break;
            }
            if block.state == BlockState::Available {
                let to = block.to.min(from + left);
                left -= to - from;
                found.push(Range { batch, from, to });
            }
        }
        found
    }

    /// Last day on which all of these blocks can be used; holds may have moved some.
    pub(crate) fn usable_until(&self, ranges: &[Range]) -> Option<Date> {
        let first = |range: &Range| Some(self.batches.get(&range.batch)?.block_at(range.from)?.1.expires_on);
        ranges.iter().filter_map(first).min()
    }

    /// Changes every block of a range; each piece must be what `change` expects.
    pub(super) fn change(
        &mut self,
        range: Range,
        change: impl Fn(&Block) -> Result<Block, Contradiction>,
    ) -> Result<(), Contradiction> {
        self.split_at(range.batch, range.from)?;
        self.split_at(range.batch, range.to)?;
        let pieces: Vec<(u64, Block)> = self.pieces(range).collect();
        let mut next = range.from;
        for (from, block) in pieces {
            Contradiction::unless(from == next, "blocks cover their batch without gaps")?;
            next = block.to;
            let changed = change(&block)?;
            if changed.state.is_final() {
                self.ended
                    .push(Ended { range: Range { batch: range.batch, from, to: block.to }, state: changed.state });
            }
            self.replace(range.batch, from, &block, &changed)?;
        }
        Contradiction::unless(next == range.to, "a range lies inside its batch")?;
        self.join_at(range.batch, range.from)?;
        self.join_at(range.batch, range.to)
    }

    fn split_at(&mut self, id: BatchId, milligram: u64) -> Result<(), Contradiction> {
        let inside = self.batches.get(&id).and_then(|b| b.block_at(milligram)).filter(|(from, _)| *from < milligram);
        let Some((_, block)) = inside else { return Ok(()) };
        self.batch_mut(id)?.blocks.put(milligram, &block);
        self.list(id, milligram, &block);
        Ok(())
    }

    /// Joins the block that ends at a milligram with the one that begins there, when they are alike.
    fn join_at(&mut self, id: BatchId, milligram: u64) -> Result<(), Contradiction> {
        let Some(blocks) = self.batches.get(&id).map(|b| &b.blocks) else { return Ok(()) };
        let low = milligram.checked_sub(1).and_then(|last| blocks.at(last));
        let (Some((_, low)), Some(high)) = (low, blocks.get(milligram)) else { return Ok(()) };
        // A block is what it is up to its end, which is the one thing in which neighbours always differ.
        if (Block { to: high.to, ..low }) == high {
            self.unlist(id, milligram, &high);
            self.batch_mut(id)?.blocks.join(milligram);
        }
        Ok(())
    }

    /// All of a new batch is one block.
    pub(super) fn begin(&mut self, id: BatchId, block: &Block) -> Result<(), Contradiction> {
        let batch = self.batch_mut(id)?;
        batch.blocks = Blocks::whole(block);
        *batch.figures.of(block.state) = Mass::from_mg(block.to);
        self.list(id, 0, block);
        Ok(())
    }

    /// Makes a block what it has become; it keeps its ends.
    fn replace(&mut self, id: BatchId, from: u64, before: &Block, after: &Block) -> Result<(), Contradiction> {
        self.unlist(id, from, before);
        let mass = Mass::from_mg(before.to - from);
        let batch = self.batch_mut(id)?;
        let figure = batch.figures.of(before.state);
        *figure = figure.less(mass);
        let figure = batch.figures.of(after.state);
        *figure = figure.plus(mass);
        batch.blocks.put(from, after);
        if batch.blocks.of(before.account).next().is_none() {
            self.held.remove(&(before.account, id));
        }
        self.list(id, from, after);
        Ok(())
    }

    /// Enters a block into the indices, which name it by its first milligram.
    fn list(&mut self, id: BatchId, from: u64, block: &Block) {
        if !block.state.is_final() {
            self.held.insert((block.account, id));
        }
        match block.state {
            BlockState::Escrowed(escrow) => {
                self.escrowed.entry(escrow).or_default().insert((id, from));
                *self.escrows_of_batch.entry((id, escrow)).or_default() += 1;
            }
            BlockState::Available if self.expires_in(block.account, id) => {
                self.expiries.entry((block.expires_on.end(), id)).or_default().insert(from);
            }
            _ => {}
        }
    }

    fn unlist(&mut self, id: BatchId, from: u64, block: &Block) {
        match block.state {
            BlockState::Escrowed(escrow) => self.forget_escrow(escrow, id, from),
            BlockState::Available => self.forget_expiry((block.expires_on.end(), id), from),
            _ => {}
        }
    }

    fn forget_escrow(&mut self, escrow: Escrow, batch: BatchId, from: u64) {
        if let Some(blocks) = self.escrowed.get_mut(&escrow) {
            blocks.remove(&(batch, from));
            if blocks.is_empty() {
                self.escrowed.remove(&escrow);
            }
        }
        if let Some(count) = self.escrows_of_batch.get_mut(&(batch, escrow)) {
            *count -= 1;
            if *count == 0 {
                self.escrows_of_batch.remove(&(batch, escrow));
            }
        }
    }

    /// A block of a held account stands in no list of what expires.
    fn forget_expiry(&mut self, key: (Timestamp, BatchId), from: u64) {
        if let Some(blocks) = self.expiries.get_mut(&key) {
            blocks.remove(&from);
            if blocks.is_empty() {
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
                Ok(Block { state: BlockState::Escrowed(escrow), ..*block })
            })
        })
    }

    /// Gives what is set aside back to the account it lies in; frozen, where a hold covers it.
    pub(crate) fn release(&mut self, escrow: Escrow) -> Result<(), Contradiction> {
        let ranges = self.escrowed_for(escrow).collect();
        self.release_ranges(ranges)
    }

    /// Gives a part of it back, highest first: what is left to be sold stays the lowest.
    pub(crate) fn release_part(&mut self, escrow: Escrow, mass: Mass) -> Result<(), Contradiction> {
        let mut ranges: Vec<Range> = self.escrowed_for(escrow).collect();
        let (mut left, mut parts) = (mass.mg(), Vec::new());
        while let Some(range) = ranges.pop().filter(|_| left > 0) {
            let part = Range { from: range.from.max(range.to.saturating_sub(left)), ..range };
            left -= part.mass().mg();
            parts.push(part);
        }
        Contradiction::unless(left == 0, "escrow covers what is released")?;
        self.release_ranges(parts)
    }

    fn release_ranges(&mut self, ranges: Vec<Range>) -> Result<(), Contradiction> {
        for range in ranges {
            let block = self.batches.get(&range.batch).and_then(|batch| batch.block_at(range.from));
            let account = block.map(|(_, block)| block.account);
            let freezes = account.is_some_and(|account| self.cover(range.batch, account).freezes);
            let state = if freezes { BlockState::Frozen } else { BlockState::Available };
            self.change(range, |block| Ok(Block { state, ..*block }))?;
        }
        Ok(())
    }

    /// Moves a sold mass out of escrow, lowest first, to the buyer's account, with a new last usable day; while the
    /// buyer's clock stands still, so do the days of what it bought.
    pub(crate) fn deliver(
        &mut self,
        escrow: Escrow,
        trade: TradeId,
        mass: Mass,
        to: AccountId,
        expires_on: Date,
        today: Date,
    ) -> Result<(), Contradiction> {
        let mut left = mass.mg();
        for range in self.escrowed_for(escrow).collect::<Vec<_>>() {
            if left == 0 {
                break;
            }
            let part = Range { to: range.to.min(range.from + left), ..range };
            left -= part.mass().mg();
            self.check_uncovered(part.batch, to)?;
            let stopped_since = self.cover(part.batch, to).stops.then_some(today);
            self.change(part, |block| {
                Ok(Block { account: to, expires_on, stopped_since, state: BlockState::Available, ..*block })
            })?;
            self.sales.record(part, trade);
        }
        Contradiction::unless(left == 0, "escrow covers what is delivered")
    }

    /// A hold ends what is open of its target, so nothing arrives under one.
    pub(super) fn check_uncovered(&self, batch: BatchId, account: AccountId) -> Result<(), Contradiction> {
        let uncovered = self.cover_of_holds(batch, account) == super::Cover::default();
        Contradiction::unless(uncovered, "nothing is delivered under a hold")
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
                Ok(block.ended(BlockState::Retired(retirement)))
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

    pub(super) fn batch_mut(&mut self, id: BatchId) -> Result<&mut super::Batch, Contradiction> {
        self.batches.get_mut(&id).ok_or(Contradiction::new("a batch that is named exists"))
    }
}
