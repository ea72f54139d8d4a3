//! Direct deals: a price between two, outside the book.
//!
//! ```text
//! open → accepted → settled          open → declined | lapsed          open | accepted → withdrawn | voided
//! ```
//! The proposer's side is set aside at the proposal, the other's at the acceptance. Both change hands at once when the
//! seller trusts the buyer's account, and otherwise after the time that a transfer would wait; until then either side
//! may withdraw.

use std::collections::{BTreeMap, BTreeSet};

use super::Charges;
use crate::Contradiction;
use crate::credit::{Credits, Escrow};
use crate::event::CancelReason;
use crate::instruction::DealSide;
use crate::money::{Cash, CashAccount, Ground};
use crate::refusal::Refusal;
use crate::values::*;

codes! {
    /// Where a deal stands.
    DealState {
        Open = "open", Accepted = "accepted", Settled = "settled", Declined = "declined", Withdrawn = "withdrawn",
        Lapsed = "lapsed", Voided = "voided",
    }
}

impl DealState {
    /// Whether something is set aside for it.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Open | Self::Accepted)
    }
}

/// What one side of a deal has signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DealParty {
    /// Who.
    pub organisation: OrganisationId,
    /// Where its credits come from, or go to; known when it has signed.
    pub account: Option<AccountId>,
    /// The key that signed.
    pub key: Option<PublicKey>,
}

/// A deal.
#[derive(Debug, Clone)]
pub struct Deal {
    /// By whose rules.
    pub market: MarketId,
    /// What is sold of.
    pub batch: BatchId,
    /// How much.
    pub mass: Mass,
    /// Per kilogram.
    pub price: Money,
    /// Which side the proposer is on.
    pub side: DealSide,
    /// Who proposed it.
    pub proposer: DealParty,
    /// Who may accept it.
    pub counterparty: DealParty,
    /// The buyer's fee, fixed at the proposal.
    pub fee: Bps,
    /// Where it stands.
    pub state: DealState,
    /// When it lapses, while it is open; when it matures, once it is accepted.
    pub deadline: Timestamp,
    /// What it came to.
    pub trade: Option<TradeId>,
    /// Why it was voided.
    pub reason: Option<CancelReason>,
}

impl Deal {
    /// Whose credits are sold.
    pub fn seller(&self) -> &DealParty {
        if self.side == DealSide::Sell { &self.proposer } else { &self.counterparty }
    }
    /// Who pays.
    pub fn buyer(&self) -> &DealParty {
        if self.side == DealSide::Buy { &self.proposer } else { &self.counterparty }
    }
    /// Gross and fee, as they must be set aside.
    pub fn reserve(&self) -> Money {
        let gross = self.price.times(self.mass).map_or(0, |gross| gross.minor);
        self.price.currency.minor(Charges::new(self.fee).reserve(gross))
    }
    /// Refused unless it is in one of these states.
    pub(super) fn must_be(&self, allowed: &[DealState]) -> Result<(), Refusal> {
        if allowed.contains(&self.state) {
            Ok(())
        } else {
            Err(Refusal::DealMustBe { state: self.state, allowed: words(allowed) })
        }
    }
}

fn words(states: &[DealState]) -> String {
    states.iter().map(|state| state.word()).collect::<Vec<_>>().join(" or ")
}

/// What ends a deal that is under way without its parties' doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    Organisation(OrganisationId),
    Account(AccountId),
    Key(PublicKey),
    Batch(BatchId),
}

/// All deals.
#[derive(Debug, Clone, Default)]
pub struct Deals {
    all: BTreeMap<DealId, Deal>,
    deadlines: BTreeSet<(Timestamp, DealId)>,
    /// Of those under way.
    ties: BTreeSet<(Tie, DealId)>,
    by_party: BTreeSet<(OrganisationId, DealId)>,
    owed: BTreeMap<DealId, CancelReason>,
    /// Accepted, and nothing to wait for any more.
    mature: BTreeSet<DealId>,
}

impl Deals {
    /// A deal.
    pub fn find(&self, id: DealId) -> Option<&Deal> {
        self.all.get(&id)
    }
    /// All deals, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (DealId, &Deal)> {
        self.all.iter().map(|(id, deal)| (*id, deal))
    }
    /// The deals of an organisation, on either side, oldest first.
    pub fn of(&self, organisation: OrganisationId) -> impl Iterator<Item = (DealId, &Deal)> {
        let all = (organisation, DealId::from(0))..=(organisation, DealId::from(u128::MAX));
        self.by_party.range(all).filter_map(|(_, id)| Some((*id, self.all.get(id)?)))
    }

    /// A deal of the asker's.
    pub(super) fn of_asker(&self, id: DealId, asker: OrganisationId) -> Result<&Deal, Refusal> {
        let party = |deal: &&Deal| [deal.proposer.organisation, deal.counterparty.organisation].contains(&asker);
        self.find(id).filter(party).ok_or(Refusal::MustExist { kind: "deal", id: id.to_string() })
    }
    pub(crate) fn first_deadline(&self) -> Option<(Timestamp, DealId)> {
        self.deadlines.first().copied()
    }
    pub(crate) fn first_owed(&self) -> Option<(DealId, CancelReason)> {
        self.owed.first_key_value().map(|(id, reason)| (*id, *reason))
    }
    pub(crate) fn first_mature(&self) -> Option<(DealId, &Deal)> {
        let id = self.mature.first()?;
        Some((*id, self.all.get(id)?))
    }
    /// What is under way and tied to a thing must end.
    pub(crate) fn owe(&mut self, tie: Tie, reason: CancelReason) {
        let all = (tie, DealId::from(0))..=(tie, DealId::from(u128::MAX));
        self.owed.extend(self.ties.range(all).map(|(_, id)| (*id, reason)));
    }

    pub(super) fn open(&mut self, id: DealId, deal: Deal) -> Result<(), Contradiction> {
        self.by_party.extend([(deal.proposer.organisation, id), (deal.counterparty.organisation, id)]);
        self.tie(id, &deal);
        Contradiction::unless(self.all.insert(id, deal).is_none(), "a deal is proposed once")
    }

    fn tie(&mut self, id: DealId, deal: &Deal) {
        self.deadlines.insert((deal.deadline, id));
        self.ties.insert((Tie::Batch(deal.batch), id));
        for party in [&deal.proposer, &deal.counterparty] {
            self.ties.insert((Tie::Organisation(party.organisation), id));
            self.ties.extend(party.account.map(|account| (Tie::Account(account), id)));
            self.ties.extend(party.key.map(|key| (Tie::Key(key), id)));
        }
    }

    fn untie(&mut self, id: DealId) -> Result<&mut Deal, Contradiction> {
        let deal = self.all.get_mut(&id).ok_or(Contradiction::new("a deal that is named exists"))?;
        self.deadlines.remove(&(deal.deadline, id));
        self.ties.remove(&(Tie::Batch(deal.batch), id));
        for party in [deal.proposer, deal.counterparty] {
            self.ties.remove(&(Tie::Organisation(party.organisation), id));
            party.account.map(|account| self.ties.remove(&(Tie::Account(account), id)));
            party.key.map(|key| self.ties.remove(&(Tie::Key(key), id)));
        }
        Ok(deal)
    }

    /// The other side has signed.
    pub(super) fn accept(
        &mut self,
        id: DealId,
        account: AccountId,
        key: PublicKey,
        settles_at: Option<Timestamp>,
    ) -> Result<Deal, Contradiction> {
        let deal = self.untie(id)?;
        Contradiction::unless(deal.state == DealState::Open, "a deal is accepted once")?;
        deal.state = DealState::Accepted;
        (deal.counterparty.account, deal.counterparty.key) = (Some(account), Some(key));
        deal.deadline = settles_at.unwrap_or(deal.deadline);
        let deal = deal.clone();
        self.tie(id, &deal);
        if settles_at.is_none() {
            self.mature(id)?;
        }
        Ok(deal)
    }

    /// Its waiting time is over.
    pub(super) fn mature(&mut self, id: DealId) -> Result<(), Contradiction> {
        let deal = self.all.get(&id).ok_or(Contradiction::new("a deal that is named exists"))?;
        Contradiction::unless(deal.state == DealState::Accepted, "an accepted deal matures")?;
        self.deadlines.remove(&(deal.deadline, id));
        self.mature.insert(id);
        Ok(())
    }

    /// Ends a deal that is under way.
    pub(super) fn end(&mut self, id: DealId, end: End) -> Result<Deal, Contradiction> {
        let deal = self.untie(id)?;
        Contradiction::unless(deal.state.is_under_way(), "a deal ends once")?;
        (deal.state, deal.trade, deal.reason) = match end {
            End::Settled(trade) => (DealState::Settled, Some(trade), None),
            End::Voided(reason) => (DealState::Voided, None, Some(reason)),
            End::Declined => (DealState::Declined, None, None),
            End::Withdrawn => (DealState::Withdrawn, None, None),
            End::Lapsed => (DealState::Lapsed, None, None),
        };
        let deal = deal.clone();
        self.mature.remove(&id);
        self.owed.remove(&id);
        Ok(deal)
    }
}

/// How a deal ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Settled(TradeId),
    Voided(CancelReason),
    Declined,
    Withdrawn,
    Lapsed,
}

/// A deal came to nothing: whatever was set aside goes back.
pub(super) fn unwind(
    credits: &mut Credits,
    cash: &mut Cash,
    deals: &mut Deals,
    id: DealId,
    end: End,
) -> Result<(), Contradiction> {
    let deal = deals.end(id, end)?;
    credits.release(Escrow::Deal(id))?;
    let escrow = CashAccount::DealEscrow(id);
    let held = cash.balance(escrow, deal.price.currency);
    cash.transfer(escrow, CashAccount::Cash(deal.buyer().organisation), held, Ground::NONE)
}
