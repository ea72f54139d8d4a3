//! The one place where blocks change: split at the ends of a range, change every piece, join equal neighbours.
//! All indices follow from here.

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
        for (from, piece) in self.pieces(range) {
            if piece.account == account && piece.state == BlockState::Available {
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
    pub(super) fn pieces(&self, range: Range) -> impl Iterator<Item = (u64, &Block)> {
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
        // A block is what it is up to its end, which is the one thing in which neighbours always differ.
        if low.to != milligram || (Block { to: high.to, ..low.clone() }) != *high {
            return Ok(());
        }
        let low_from = *low_from;
        let low = self.take(batch, low_from)?;
        let high = self.take(batch, milligram)?;
        self.put(batch, low_from, Block { to: high.to, ..low })
    }

    pub(super) fn put(&mut self, id: BatchId, from: u64, block: Block) -> Result<(), Contradiction> {
        let mineral = self.batches.get(&id).map(|batch| batch.class.mineral);
        let expires = block.state == BlockState::Available
            && mineral.is_some_and(|mineral| self.expires_in(block.account, mineral));
        let batch = self.batches.get_mut(&id).ok_or(Contradiction::new("a block has its batch"))?;
        let figure = batch.figures.of(block.state);
        *figure = figure.plus(Mass::from_mg(block.to - from));
        if !block.state.is_final() {
            self.held.insert((block.account, id, from));
            self.live.insert((id, from));
        }
        if let BlockState::Escrowed(escrow) = block.state {
            self.escrowed.entry(escrow).or_default().insert((id, from), block.to);
            *self.escrows_of_batch.entry((id, escrow)).or_default() += 1;
        }
        if expires {
            self.expiries.entry((block.expires_on.end(), id)).or_default().insert(from);
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
        self.live.remove(&(id, from));
        match block.state {
            BlockState::Escrowed(escrow) => self.forget_escrow(escrow, id, from),
            BlockState::Available => self.forget_expiry((block.expires_on.end(), id), from),
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
                Ok(Block { state: BlockState::Escrowed(escrow), ..block.clone() })
            })
        })
    }

    /// Gives what is set aside back to the account it lies in; frozen, where a hold covers it.
    pub(crate) fn release(&mut self, escrow: Escrow) -> Result<(), Contradiction> {
        for range in self.escrowed_for(escrow).collect::<Vec<_>>() {
            let account = self.batches.get(&range.batch).and_then(|b| b.blocks.get(&range.from)).map(|b| b.account);
            let freezes = account.is_some_and(|account| self.cover(range.batch, account).freezes);
            let state = if freezes { BlockState::Frozen } else { BlockState::Available };
            self.change(range, |block| Ok(Block { state, ..block.clone() }))?;
        }
        Ok(())
    }

    /// Moves a sold mass out of escrow, lowest first, to the buyer's account, with a new last usable day.
    pub(crate) fn deliver(
        &mut self,
        escrow: Escrow,
        mass: Mass,
        to: AccountId,
        [today, expires_on]: [Date; 2],
    ) -> Result<(), Contradiction> {
        let mut left = mass.mg();
        for range in self.escrowed_for(escrow).collect::<Vec<_>>() {
            if left == 0 {
                break;
            }
            let part = Range { to: range.to.min(range.from + left), ..range };
            left -= part.mass().mg();
            let cover = self.arriving(part.batch, to)?;
            self.change(part, |block| {
                let (state, stopped_since) = (BlockState::Available, None);
                Ok(cover.over(&Block { account: to, expires_on, stopped_since, state, ..block.clone() }, today))
            })?;
        }
        Contradiction::unless(left == 0, "escrow covers what is delivered")
    }

    /// What covers a block that arrives. A hold ends what is open of its target, so nothing arrives under one; but an
    /// owner whose clock stands still goes on buying and moving.
    pub(super) fn arriving(&self, batch: BatchId, account: AccountId) -> Result<super::Cover, Contradiction> {
        let unheld = self.cover_of_holds(batch, account) == super::Cover::default();
        Contradiction::unless(unheld, "nothing is delivered under a hold")?;
        Ok(self.cover(batch, account))
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
