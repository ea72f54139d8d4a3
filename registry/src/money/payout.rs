//! Payouts: money on its way from a member's account to where the member is paid.
//!
//! ```text
//! planned → approved → instructed → accepted → settled → confirmed | short_received | disputed
//! planned | approved → cancelled          instructed | accepted → rejected | unknown
//! unknown → accepted | rejected | settled, by the bank's reference only: it is never sent again blind
//! settled | disputed → returned           disputed → confirmed | short_received
//! ```
//! A payout that came to nothing is over; what it carried is paid by another one.

use std::collections::{BTreeMap, BTreeSet};

use super::premium::Part;
use crate::Contradiction;
use crate::event::PayoutDetailsSet;
use crate::instruction::{Digest, Exchange, Rail};
use crate::refusal::Refusal;
use crate::values::*;

codes! {
    /// Where a payout stands.
    PayoutState {
        Planned = "planned", Approved = "approved", Instructed = "instructed", Accepted = "accepted", Unknown = "unknown",
        Settled = "settled", Disputed = "disputed", Confirmed = "confirmed", ShortReceived = "short_received",
        Cancelled = "cancelled", Rejected = "rejected", Returned = "returned",
    }
}

impl PayoutState {
    /// Whether its money has left the member's account and is not with the payee yet, as far as the register knows.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Approved | Self::Instructed | Self::Accepted | Self::Unknown)
    }
    /// Whether nothing becomes of it any more.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Confirmed | Self::ShortReceived | Self::Cancelled | Self::Rejected | Self::Returned)
    }
}

/// A payout.
#[derive(Debug, Clone)]
pub struct Payout {
    /// Who is paid.
    pub payee: OrganisationId,
    /// Of whose sales the premium is; `None` for a member's own money.
    pub producer: Option<OrganisationId>,
    /// How much is sent.
    pub amount: Money,
    /// What is expected in another currency.
    pub exchange: Option<Exchange>,
    /// The key that planned it.
    pub key: PublicKey,
    /// Where it stands.
    pub state: PayoutState,
    /// Its file, once approved.
    pub file: Option<PayoutFileId>,
    /// Where it goes: the digest of the details at its approval.
    pub details: Option<Digest>,
    /// The parts of legs that it pays.
    pub parts: Vec<Part>,
    /// When it entered its state.
    pub since: Timestamp,
    /// When it left the bank.
    pub settled_at: Option<Timestamp>,
    /// What the payee signed for.
    pub received: Option<Money>,
    /// Digest of a paper receipt.
    pub paper: Option<Digest>,
}

/// What one approval sends to the bank.
#[derive(Debug, Clone)]
pub struct PayoutFile {
    /// How.
    pub rail: Rail,
    /// Sum of its payouts.
    pub total: Money,
    /// Its payouts, in the order of the approval.
    pub payouts: Vec<PayoutId>,
    /// When it was approved.
    pub approved_at: Timestamp,
    /// SHA-256 of the file that was handed to the bank.
    pub digest: Option<Digest>,
}

/// Where an organisation is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PayoutDetails {
    /// Of the details, which stand outside the log.
    pub digest: Digest,
    /// By which rail.
    pub rail: Rail,
    /// The key that signed them.
    pub key: PublicKey,
    /// Not used before.
    pub works_from: Timestamp,
}

impl PayoutDetails {
    /// They count for an organisation.
    pub(crate) fn event(self, organisation: OrganisationId) -> PayoutDetailsSet {
        let Self { digest: details, rail, key, works_from } = self;
        PayoutDetailsSet { details, key, organisation, rail, works_from }
    }
}

/// The details that are set, and those that were in force while they wait.
#[derive(Debug, Clone, Copy)]
struct Whereabouts {
    set: PayoutDetails,
    before: Option<PayoutDetails>,
}

/// All payouts.
#[derive(Debug, Clone, Default)]
pub struct Payouts {
    all: BTreeMap<PayoutId, Payout>,
    by_payee: BTreeSet<(OrganisationId, PayoutId)>,
    by_producer: BTreeSet<(OrganisationId, PayoutId)>,
    files: BTreeMap<PayoutFileId, PayoutFile>,
    details: BTreeMap<OrganisationId, Whereabouts>,
    /// Under which reference the bank booked which file: one booking may be of several payouts of a file.
    settlements: BTreeMap<Reference, PayoutFileId>,
    /// Files that the bank has not been given.
    uninstructed: BTreeSet<PayoutFileId>,
    planned: BTreeSet<(PublicKey, PayoutId)>,
    /// Payouts that must be cancelled, with the reason.
    owed: BTreeMap<PayoutId, Stop>,
    /// Whose changed details must be taken back.
    owed_details: BTreeSet<OrganisationId>,
}

codes! {
    /// Why a payout is cancelled without anybody's asking.
    Stop { Fraud = "fraud", Hold = "hold", KeyRevoked = "key_revoked" }
}

impl Payouts {
    /// A payout.
    pub fn find(&self, id: PayoutId) -> Option<&Payout> {
        self.all.get(&id)
    }
    /// All payouts, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (PayoutId, &Payout)> {
        self.all.iter().map(|(id, payout)| (*id, payout))
    }
    /// The payouts to a payee, oldest first.
    pub fn of_payee(&self, payee: OrganisationId) -> impl Iterator<Item = (PayoutId, &Payout)> {
        self.listed(&self.by_payee, payee)
    }
    /// The payouts of premium of a producer's sales, oldest first.
    pub fn of_producer(&self, producer: OrganisationId) -> impl Iterator<Item = (PayoutId, &Payout)> {
        self.listed(&self.by_producer, producer)
    }
    fn listed<'a>(
        &'a self,
        list: &'a BTreeSet<(OrganisationId, PayoutId)>,
        whose: OrganisationId,
    ) -> impl Iterator<Item = (PayoutId, &'a Payout)> {
        let all = (whose, PayoutId::from(0))..=(whose, PayoutId::from(u128::MAX));
        list.range(all).filter_map(|(_, id)| Some((*id, self.all.get(id)?)))
    }
    /// A file.
    pub fn file(&self, id: PayoutFileId) -> Option<&PayoutFile> {
        self.files.get(&id)
    }
    /// All files, oldest first.
    pub fn files(&self) -> impl Iterator<Item = (PayoutFileId, &PayoutFile)> {
        self.files.iter().map(|(id, file)| (*id, file))
    }
    /// Where an organisation is paid.
    pub fn details(&self, organisation: OrganisationId) -> Option<PayoutDetails> {
        self.details.get(&organisation).map(|whereabouts| whereabouts.set)
    }
    /// Where an organisation would be paid now: while changed details wait, by those before.
    pub fn details_in_force(&self, organisation: OrganisationId, now: Timestamp) -> Option<PayoutDetails> {
        let whereabouts = self.details.get(&organisation)?;
        if whereabouts.set.works_from > now { whereabouts.before } else { Some(whereabouts.set) }
    }
    /// Changed details of an organisation that still wait.
    pub fn details_waiting(&self, organisation: OrganisationId, now: Timestamp) -> Option<PayoutDetails> {
        self.details(organisation).filter(|details| details.works_from > now)
    }
    /// Where everybody is paid.
    pub fn all_details(&self) -> impl Iterator<Item = (OrganisationId, PayoutDetails)> {
        self.details.iter().map(|(id, whereabouts)| (*id, whereabouts.set))
    }
    /// Every reference of a settlement with its file.
    pub fn settlements(&self) -> impl Iterator<Item = (&Reference, PayoutFileId)> {
        self.settlements.iter().map(|(reference, file)| (reference, *file))
    }
    /// The file of which payouts were settled under a reference.
    pub fn settled_under(&self, reference: &Reference) -> Option<PayoutFileId> {
        self.settlements.get(reference).copied()
    }

    pub(super) fn existing(&self, id: PayoutId) -> Result<&Payout, Refusal> {
        self.find(id).ok_or(Refusal::MustExist { kind: "payout", id: id.to_string() })
    }
    /// Whether a settlement may bear a reference that was used before.
    pub(super) fn is_of_file(&self, reference: &Reference, file: Option<PayoutFileId>) -> bool {
        self.settlements.get(reference).is_some_and(|of| Some(*of) == file)
    }

    pub(super) fn plan(&mut self, id: PayoutId, payout: Payout) -> Result<(), Contradiction> {
        self.by_payee.insert((payout.payee, id));
        self.planned.insert((payout.key, id));
        self.by_producer.extend(payout.producer.map(|producer| (producer, id)));
        Contradiction::unless(self.all.insert(id, payout).is_none(), "a payout is planned once")
    }

    pub(super) fn open_file(&mut self, id: PayoutFileId, file: PayoutFile) -> Result<(), Contradiction> {
        self.uninstructed.insert(id);
        Contradiction::unless(self.files.insert(id, file).is_none(), "a file is made once")
    }

    /// The bank has it.
    pub(super) fn hand_over(&mut self, id: PayoutFileId, digest: Digest) -> Result<Vec<PayoutId>, Contradiction> {
        self.uninstructed.remove(&id);
        let file = self.files.get_mut(&id).ok_or(Contradiction::new("a file that is named exists"))?;
        file.digest = Some(digest);
        Ok(file.payouts.clone())
    }

    /// Owes the cancellation of payouts that the bank has not been told of.
    pub(super) fn owe_uninstructed(&mut self, which: impl Fn(&Payout) -> bool) {
        let ids = self.uninstructed.iter().filter_map(|id| self.files.get(id)).flat_map(|file| &file.payouts);
        let approved = |id: &&PayoutId| self.all.get(id).is_some_and(|p| p.state == PayoutState::Approved && which(p));
        let owed: Vec<PayoutId> = ids.filter(approved).copied().collect();
        self.owed.extend(owed.into_iter().map(|id| (id, Stop::Fraud)));
    }

    /// Owes the end of what a key has open: payouts it planned, and changed details of its that still wait.
    pub(crate) fn owe_by_key(&mut self, key: &PublicKey, why: Stop, now: Timestamp) {
        let all = (*key, PayoutId::from(0))..=(*key, PayoutId::from(u128::MAX));
        self.owed.extend(self.planned.range(all).map(|(_, id)| (*id, why)));
        let waits = |w: &Whereabouts| w.set.key == *key && w.set.works_from > now && w.before.is_some();
        self.owed_details.extend(self.details.iter().filter(|(_, w)| waits(w)).map(|(id, _)| *id));
    }

    /// The next payout that must be cancelled.
    pub(crate) fn first_owed(&self) -> Option<(PayoutId, Stop)> {
        self.owed.first_key_value().map(|(id, why)| (*id, *why))
    }

    /// The next details that take the place of changed ones: those that were in force.
    pub(crate) fn first_owed_details(&self) -> Option<(OrganisationId, PayoutDetails)> {
        let whose = self.owed_details.first()?;
        Some((*whose, self.details.get(whose)?.before?))
    }

    /// Sets where an organisation is paid. While the new details wait, those in force are remembered.
    pub(super) fn set_details(&mut self, whose: OrganisationId, set: PayoutDetails, now: Timestamp) {
        self.owed_details.remove(&whose);
        let in_force = |w: &Whereabouts| if w.set.works_from > now { w.before } else { Some(w.set) };
        let before = self.details.get(&whose).and_then(in_force).filter(|_| set.works_from > now);
        self.details.insert(whose, Whereabouts { set, before });
    }

    pub(super) fn settle_under(&mut self, reference: &Reference, file: Option<PayoutFileId>) {
        self.settlements.extend(file.map(|file| (reference.clone(), file)));
    }

    /// Moves a payout from one of some states into another.
    pub(super) fn enter(
        &mut self,
        id: PayoutId,
        from: &[PayoutState],
        to: PayoutState,
        now: Timestamp,
    ) -> Result<&mut Payout, Contradiction> {
        let payout = self.all.get_mut(&id).ok_or(Contradiction::new("a payout that is named exists"))?;
        Contradiction::unless(from.contains(&payout.state), "a payout is in a state that may change so")?;
        (payout.state, payout.since) = (to, now);
        self.planned.remove(&(payout.key, id));
        self.owed.remove(&id);
        Ok(payout)
    }
}

impl Payout {
    /// Refused unless it is in one of these states.
    pub(super) fn must_be(&self, allowed: &[PayoutState]) -> Result<(), Refusal> {
        if allowed.contains(&self.state) {
            return Ok(());
        }
        let words: Vec<&str> = allowed.iter().map(|state| state.word()).collect();
        Err(Refusal::PayoutMustBe { state: self.state, allowed: words.join(" or ") })
    }
}
