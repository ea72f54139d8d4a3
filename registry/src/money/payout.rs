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
    /// Not used before.
    pub works_from: Timestamp,
}

/// All payouts.
#[derive(Debug, Clone, Default)]
pub struct Payouts {
    all: BTreeMap<PayoutId, Payout>,
    by_payee: BTreeSet<(OrganisationId, PayoutId)>,
    by_producer: BTreeSet<(OrganisationId, PayoutId)>,
    files: BTreeMap<PayoutFileId, PayoutFile>,
    pub(super) details: BTreeMap<OrganisationId, PayoutDetails>,
    /// Under which reference the bank booked which file: one booking may be of several payouts of a file.
    settlements: BTreeMap<Reference, PayoutFileId>,
    /// Files that the bank has not been given.
    uninstructed: BTreeSet<PayoutFileId>,
    /// Approved payouts that must be cancelled.
    owed: BTreeSet<PayoutId>,
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
        self.details.get(&organisation).copied()
    }
    /// Where everybody is paid.
    pub fn all_details(&self) -> impl Iterator<Item = (OrganisationId, PayoutDetails)> {
        self.details.iter().map(|(id, details)| (*id, *details))
    }
    /// Every reference of a settlement with its file.
    pub fn settlements(&self) -> impl Iterator<Item = (&Reference, PayoutFileId)> {
        self.settlements.iter().map(|(reference, file)| (reference, *file))
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
        self.owed.extend(owed);
    }

    /// The next payout that must be cancelled.
    pub(crate) fn first_owed(&self) -> Option<PayoutId> {
        self.owed.first().copied()
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
