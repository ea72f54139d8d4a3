//! What holds do to blocks. A block is *covered* by the holds of its batch, of its account and of its owner:
//!
//! ```text
//! a hold of its batch, whose scope it is in          → it is frozen
//! a hold of its account or of its owner              → it does not expire
//! any of these that its owner did not cause          → its days stop counting; on release its last usable day moves
//! ```
//! The clock of an owner and a mineral stands still likewise while an auditor's finding is overdue: nothing is held,
//! nothing expires, and the days come back. It ends no order and no transfer: what arrives meanwhile stands still from
//! its arrival on, and what leaves takes its days along.
//! Each change of a hold visits the blocks that it covers, and no others.

use super::hold::Target;
use super::{Block, BlockState, Credits, Escrow, Range};
use crate::Contradiction;
use crate::instruction::HoldScope;
use crate::mineral::Mineral;
use crate::values::*;

/// What covers a block, in sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cover {
    /// A hold of its batch.
    pub freezes: bool,
    /// A hold that its owner did not cause.
    pub stops: bool,
}

impl Cover {
    /// The block as it is under this cover from a day on. What is set aside stays so until its order or transfer ends.
    pub(super) fn over(self, block: &Block, today: Date) -> Block {
        let state = match (block.state, self.freezes) {
            (BlockState::Available, true) => BlockState::Frozen,
            (BlockState::Frozen, false) => BlockState::Available,
            (state, _) => state,
        };
        let (expires_on, stopped_since) = match (block.stopped_since, self.stops) {
            (Some(since), false) => {
                (block.expires_on.plus_days(u64::try_from(today.days_since(since)).unwrap_or(0)), None)
            }
            (since, true) => (block.expires_on, since.or(Some(today))),
            (None, false) => (block.expires_on, None),
        };
        Block { state, expires_on, stopped_since, ..*block }
    }
}

impl Credits {
    /// What covers a batch's blocks in an account: holds, and the clock of its owner.
    pub fn cover(&self, batch: BatchId, account: AccountId) -> Cover {
        let held = self.cover_of_holds(batch, account);
        Cover { stops: held.stops || self.clock_stands_still(batch, account), ..held }
    }

    fn clock_stands_still(&self, batch: BatchId, account: AccountId) -> bool {
        let of = || Some((self.owner(account)?, self.batches.get(&batch)?.class.mineral));
        !self.stopped_clocks.is_empty() && of().is_some_and(|clock| self.stopped_clocks.contains(&clock))
    }

    /// What the holds alone do to a batch's blocks in an account.
    pub(super) fn cover_of_holds(&self, batch: BatchId, account: AccountId) -> Cover {
        if self.holds.is_empty() && self.batches.get(&batch).is_none_or(|b| b.holds.is_empty()) {
            return Cover::default();
        }
        let Some(batch) = self.batches.get(&batch) else { return Cover::default() };
        let unsold = self.owner(account) == Some(batch.producer);
        let of_batch = || batch.holds.values().filter(|hold| unsold || hold.scope == HoldScope::All);
        let mut of_owner = self.holds_of_owner(account);
        Cover {
            freezes: of_batch().next().is_some(),
            stops: of_batch().any(|hold| !hold.reason.is_owners_doing())
                || of_owner.any(|hold| !hold.reason.is_owners_doing()),
        }
    }

    /// Whether a batch's credits in this account expire when their day is over.
    pub(super) fn expires_in(&self, account: AccountId, batch: BatchId) -> bool {
        let held = !self.holds.is_empty() && self.holds_of_owner(account).next().is_some();
        let clock = || Some((self.owner(account)?, self.batches.get(&batch)?.class.mineral));
        let stopped = || clock().is_some_and(|clock| self.stopped_clocks.contains(&clock));
        !held && (self.stopped_clocks.is_empty() || !stopped())
    }

    /// The days of an owner's credits of a mineral stop counting.
    pub(crate) fn stop_clock(
        &mut self,
        owner: OrganisationId,
        mineral: Mineral,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
        self.stopped_clocks.insert((owner, mineral));
        self.cover_clock_anew(owner, mineral, now.date())
    }

    /// They count again, and the days that did not are given back.
    pub(crate) fn start_clock(
        &mut self,
        owner: OrganisationId,
        mineral: Mineral,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
        if self.stopped_clocks.remove(&(owner, mineral)) {
            self.cover_clock_anew(owner, mineral, now.date())
        } else {
            Ok(())
        }
    }

    fn cover_clock_anew(&mut self, owner: OrganisationId, mineral: Mineral, today: Date) -> Result<(), Contradiction> {
        let of_mineral = |range: &Range| self.batches.get(&range.batch).is_some_and(|b| b.class.mineral == mineral);
        let ranges = self.ranges_of(Target::Organisation(owner)).into_iter().filter(of_mineral).collect();
        self.cover_ranges_anew(ranges, today)
    }

    fn holds_of_owner(&self, account: AccountId) -> impl Iterator<Item = &super::Hold> {
        let of_account = self.holds.on(Target::Account(account));
        let of_owner = self.owner(account).into_iter().flat_map(|owner| self.holds.on(Target::Organisation(owner)));
        of_account.chain(of_owner).map(|(_, hold)| hold)
    }

    /// Whose an account is.
    pub fn owner(&self, account: AccountId) -> Option<OrganisationId> {
        self.accounts.get(&account).map(|a| a.organisation)
    }

    /// Lays anew what covers the blocks of a target, after one of its holds has come or gone.
    pub(super) fn cover_anew(&mut self, target: Target, today: Date) -> Result<(), Contradiction> {
        let ranges = self.ranges_of(target);
        self.cover_ranges_anew(ranges, today)
    }

    fn cover_ranges_anew(&mut self, ranges: Vec<Range>, today: Date) -> Result<(), Contradiction> {
        for range in ranges {
            let first = self.batches.get(&range.batch).and_then(|b| b.blocks().get(range.from));
            let account = first.map(|b| b.account).ok_or(Contradiction::new("a block that is listed exists"))?;
            let cover = self.cover(range.batch, account);
            self.change(range, |block| Ok(cover.over(block, today)))?;
        }
        Ok(())
    }

    /// The blocks of a target that have not ended.
    fn ranges_of(&self, target: Target) -> Vec<Range> {
        match target {
            Target::Key(_) => Vec::new(),
            Target::Account(account) => self.holdings(account).map(|(range, _)| range).collect(),
            Target::Organisation(organisation) => {
                self.accounts_of(organisation).flat_map(|(id, _)| self.holdings(id)).map(|(range, _)| range).collect()
            }
            Target::Batch(batch, scope) => self.live_blocks(batch, scope),
            Target::Certificate(certificate, scope) => {
                self.batches_of(certificate).flat_map(|batch| self.live_blocks(batch, scope)).collect()
            }
        }
    }

    /// A batch's blocks in a scope that have not ended.
    pub(crate) fn live_blocks(&self, id: BatchId, scope: HoldScope) -> Vec<Range> {
        let Some(batch) = self.batches.get(&id) else { return Vec::new() };
        let range = |(from, block): (u64, Block)| Range { batch: id, from, to: block.to };
        match scope {
            HoldScope::All => {
                let live = batch.blocks().live().into_iter();
                live.filter_map(|from| Some(range((from, batch.blocks().get(from)?)))).collect()
            }
            HoldScope::Unsold => {
                let own = self.accounts_of(batch.producer).flat_map(|(account, _)| batch.blocks().of(account));
                own.map(range).collect()
            }
        }
    }

    /// What blocks of a batch are set aside for.
    pub fn escrows_of(&self, batch: BatchId) -> impl Iterator<Item = Escrow> {
        let first = Escrow::Order(OrderId::from(0));
        let last = Escrow::Transfer(TransferId::from(u128::MAX));
        let all = (batch, first)..=(batch, last);
        self.escrows_of_batch.range(all).map(|((_, escrow), _)| *escrow)
    }

    /// The orders that offer credits of a batch.
    pub(crate) fn offers_of(&self, batch: BatchId) -> impl Iterator<Item = OrderId> {
        self.escrows_of(batch).filter_map(|escrow| match escrow {
            Escrow::Order(order) => Some(order),
            Escrow::Deal(_) | Escrow::Transfer(_) => None,
        })
    }
}
