//! Holds: what stops a key, an account, an organisation or blocks of a batch for a while, and why. Whoever is held is
//! refused at the door; the blocks of a held batch are frozen. A thing is free again when no hold covers it.

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::instruction::{Act, Digest, HoldReason, HoldScope, HoldTarget};
use crate::party::Asker;
use crate::refusal::Refusal;
use crate::values::*;

impl HoldReason {
    /// Whether the owner of what is held caused it: then its credits' days go on counting.
    pub const fn is_owners_doing(self) -> bool {
        match self {
            Self::OwnerRequest | Self::OwnerBreach => true,
            Self::Grievance
            | Self::Investigation
            | Self::LegalOrder
            | Self::Security
            | Self::CertificateSuspended
            | Self::Fraud => false,
        }
    }
    /// Whether the operator may give it. The other two follow from what a certifier does.
    pub const fn is_operators(self) -> bool {
        !matches!(self, Self::CertificateSuspended | Self::Fraud)
    }
}

/// What a hold stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A key signs nothing.
    Key(PublicKey),
    /// Nothing moves out of an account or into it.
    Account(AccountId),
    /// An organisation may only take back.
    Organisation(OrganisationId),
    /// Blocks of a batch are frozen.
    Batch(BatchId, HoldScope),
    /// Blocks of every batch that a certificate had then.
    Certificate(CertificateId, HoldScope),
}

impl From<&HoldTarget> for Target {
    fn from(target: &HoldTarget) -> Self {
        match target {
            HoldTarget::Key(t) => Self::Key(t.key),
            HoldTarget::Account(t) => Self::Account(t.account),
            HoldTarget::Organisation(t) => Self::Organisation(t.organisation),
            HoldTarget::Batch(t) => Self::Batch(t.batch, t.scope),
        }
    }
}

/// A hold that has not ended.
#[derive(Debug, Clone)]
pub struct Hold {
    /// What it stops.
    pub target: Target,
    /// Why.
    pub reason: HoldReason,
    /// Time of its entry.
    pub since: Timestamp,
    /// When it ends by itself; those of a certificate do not.
    pub lapses_at: Option<Timestamp>,
    /// Person slot of the operator who placed it.
    pub person: Option<Person>,
    /// Digest of the grievance it answers.
    pub grievance: Option<Digest>,
}

/// The holds that have not ended.
#[derive(Debug, Clone, Default)]
pub struct Holds {
    all: BTreeMap<HoldId, Hold>,
    by_target: BTreeSet<(Target, HoldId)>,
    deadlines: BTreeSet<(Timestamp, HoldId)>,
}

impl Holds {
    /// A hold.
    pub fn find(&self, id: HoldId) -> Option<&Hold> {
        self.all.get(&id)
    }
    /// All of them, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (HoldId, &Hold)> {
        self.all.iter().map(|(id, hold)| (*id, hold))
    }
    /// The holds of exactly this target, oldest first.
    pub fn on(&self, target: Target) -> impl Iterator<Item = (HoldId, &Hold)> {
        let all = (target, HoldId::from(0))..=(target, HoldId::from(u128::MAX));
        self.by_target.range(all).filter_map(|(_, id)| Some((*id, self.all.get(id)?)))
    }
    /// True while nothing at all is held.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(crate) fn first_deadline(&self) -> Option<(Timestamp, HoldId)> {
        self.deadlines.first().copied()
    }

    pub(super) fn existing(&self, id: HoldId) -> Result<&Hold, Refusal> {
        self.find(id).ok_or(Refusal::MustExist { kind: "hold", id: id.to_string() })
    }

    pub(super) fn insert(&mut self, id: HoldId, hold: Hold) -> Result<(), Contradiction> {
        self.by_target.insert((hold.target, id));
        self.deadlines.extend(hold.lapses_at.map(|time| (time, id)));
        Contradiction::unless(self.all.insert(id, hold).is_none(), "a hold is placed once")
    }

    pub(super) fn remove(&mut self, id: HoldId) -> Option<Hold> {
        let hold = self.all.remove(&id)?;
        self.by_target.remove(&(hold.target, id));
        hold.lapses_at.map(|time| self.deadlines.remove(&(time, id)));
        Some(hold)
    }

    pub(super) fn prolong(&mut self, id: HoldId, until: Timestamp) -> Result<(), Contradiction> {
        let hold = self.all.get_mut(&id).ok_or(Contradiction::new("a hold that is prolonged exists"))?;
        let before = hold.lapses_at.replace(until).ok_or(Contradiction::new("a hold that is prolonged would lapse"))?;
        self.deadlines.remove(&(before, id));
        self.deadlines.insert((until, id));
        Ok(())
    }

    /// A held key signs nothing; a held organisation takes back and signs for what it received, and that is all.
    pub(crate) fn check_signer(&self, asker: &Asker, act: &Act) -> Result<(), Refusal> {
        if let Some((hold, found)) = self.on(Target::Key(asker.key)).next() {
            return Err(Refusal::KeyIsFrozen { hold, reason: found.reason });
        }
        if takes_back(act) { Ok(()) } else { self.check_organisation(asker.organisation) }
    }

    pub(super) fn check_account(&self, account: AccountId) -> Result<(), Refusal> {
        match self.on(Target::Account(account)).next() {
            Some((hold, found)) => Err(Refusal::AccountIsFrozen { account, hold, reason: found.reason }),
            None => Ok(()),
        }
    }

    pub(crate) fn check_organisation(&self, organisation: OrganisationId) -> Result<(), Refusal> {
        match self.on(Target::Organisation(organisation)).next() {
            Some((hold, found)) => Err(Refusal::OrganisationIsFrozen { hold, organisation, reason: found.reason }),
            None => Ok(()),
        }
    }
}

fn takes_back(act: &Act) -> bool {
    matches!(
        act,
        Act::CancelOrder(_)
            | Act::WithdrawTransfer(_)
            | Act::WithdrawContactDetails(_)
            | Act::WithdrawPayoutDetails(_)
            | Act::RevokeKey(_)
            | Act::Void(_)
            | Act::ConfirmReceipt(_)
            | Act::DisputePayout(_)
    )
}

/// The account an act would move something out of, or trade from.
pub(crate) fn account_of(act: &Act) -> Option<AccountId> {
    match act {
        Act::Transfer(act) => Some(act.from),
        Act::PlaceSellOrder(act) => Some(act.account),
        Act::PlaceBuyOrder(act) => Some(act.account),
        Act::ProposeDeal(act) => Some(act.account),
        Act::AcceptDeal(act) => Some(act.account),
        Act::CancelCredits(act) => Some(act.account),
        Act::Retire(act) => Some(act.account),
        Act::RetireList(act) => Some(act.account),
        _ => None,
    }
}
