//! What the register knows that lines may name: payouts, files of payouts, members, deposits.

use std::collections::{BTreeMap, BTreeSet};

use orebook_bank::camt::Direction;
use orebook_registry::Registry;
use orebook_registry::instruction::Act;
use orebook_registry::money::{Booked, Payout, PayoutFile};
use orebook_registry::values::{OrganisationId, PayoutFileId, PayoutId, ProposalId, Reference};

use super::BankLine;
use crate::payout::Numbered;

/// So long before the bank's own day people book what it announced, at the most.
const BEFORE_DAYS: u64 = 7;

/// What is looked up for some lines at once: each list of the register is gone through one time.
pub struct Known<'r> {
    /// The register.
    pub registry: &'r Registry,
    payouts: BTreeMap<Numbered, PayoutId>,
    organisations: BTreeMap<Numbered, OrganisationId>,
    /// Payouts that a line waits for to be settled.
    unsettled: BTreeSet<PayoutId>,
    /// Under which references payouts were reported rejected.
    rejected: &'r BTreeSet<(PayoutId, Reference)>,
}

/// Whom and what a line names by its references.
#[derive(Debug, Default)]
pub struct Named {
    /// Payouts.
    pub payouts: BTreeSet<PayoutId>,
    /// Members whose reference for deposits it bears.
    pub organisations: BTreeSet<OrganisationId>,
}

impl<'r> Known<'r> {
    /// What these lines may name.
    pub fn of(registry: &'r Registry, lines: &[BankLine], rejected: &'r BTreeSet<(PayoutId, Reference)>) -> Self {
        let wanted: BTreeSet<Numbered> = lines.iter().flat_map(numbers).collect();
        let payouts = registry.cash.payouts().iter().map(|(id, _)| (Numbered::of_payout(id), id));
        let payouts = payouts.filter(|(number, _)| wanted.contains(number)).collect();
        let organisations = registry.parties.organisations().map(|(id, _)| (Numbered::of_organisation(id), id));
        let organisations = organisations.filter(|(number, _)| wanted.contains(number)).collect();
        let mut known = Self { registry, payouts, organisations, unsettled: BTreeSet::new(), rejected };
        let leaves =
            |line: &&BankLine| line.direction == Direction::Debit && !line.is_return() && line.row.aside_at.is_none();
        let named = lines.iter().filter(leaves).flat_map(|line| known.named(line).payouts);
        known.unsettled = named.collect();
        known
    }

    /// Whom and what a line names.
    pub fn named(&self, line: &BankLine) -> Named {
        let mut named = Named::default();
        for number in numbers(line) {
            named.payouts.extend(self.payouts.get(&number));
            named.organisations.extend(self.organisations.get(&number));
        }
        let instructed = line.row.instruction_id.as_deref().and_then(payout_of);
        named.payouts.extend(instructed.filter(|id| self.payout(*id).is_some()));
        named
    }

    /// A payout.
    pub fn payout(&self, id: PayoutId) -> Option<&'r Payout> {
        self.registry.cash.payouts().find(id)
    }

    /// The file that a line pays as a whole.
    pub fn file(&self, line: &BankLine) -> Option<&'r PayoutFile> {
        let id: PayoutFileId = format!("{}_{}", PayoutFileId::PREFIX, line.row.payments_id.as_deref()?).parse().ok()?;
        self.registry.cash.payouts().file(id)
    }

    /// Whether the register booked, under a line's reference, what the line says: as much, the same way, of a kind that it
    /// may be, and not long before the bank.
    pub fn has_booked(&self, line: &BankLine, may_be: impl Fn(&Booked) -> bool) -> bool {
        self.registry.cash.booking(&line.reference).is_some_and(|booking| {
            let is_credit = line.direction == Direction::Credit;
            let is_same = booking.amount == line.amount && booking.what.came() == is_credit;
            is_same && may_be(&booking.what) && line.row.day <= booking.at.date().plus_days(BEFORE_DAYS).to_string()
        })
    }

    /// Whether anything was booked under a reference that a line has.
    pub fn has_used(&self, line: &BankLine) -> bool {
        line.references().any(|reference| self.registry.cash.is_booked(&reference))
    }

    /// Whether a line waits that says that the payout has left the account.
    pub fn waits_to_be_settled(&self, payout: PayoutId) -> bool {
        self.unsettled.contains(&payout)
    }

    /// Whether a payout was reported rejected under a line's reference.
    pub fn was_rejected(&self, payout: PayoutId, line: &BankLine) -> bool {
        self.rejected.contains(&(payout, line.reference.clone()))
    }

    /// The open proposal of an act, which another person may approve.
    pub fn proposed(&self, act: &Act) -> Option<ProposalId> {
        self.registry.parties.open_proposals().find(|(_, proposal)| proposal.act == *act).map(|(id, _)| id)
    }
}

/// The payout that an `InstrId` of ours is of.
fn payout_of(instruction: &str) -> Option<PayoutId> {
    format!("{}_{instruction}", PayoutId::PREFIX).parse().ok()
}

/// The numbers in a line's references, if they are references of ours.
fn numbers(line: &BankLine) -> impl Iterator<Item = Numbered> {
    let told = [line.row.end_to_end_id.as_deref(), line.row.creditor_reference.as_deref()];
    let told: Vec<Numbered> =
        told.into_iter().flatten().filter_map(|text| Numbered::in_reference(&text.parse().ok()?)).collect();
    told.into_iter()
}
