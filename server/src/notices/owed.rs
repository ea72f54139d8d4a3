//! Which letters an entry causes. The answer follows from the entry and from what never changes in the register (whose
//! an account, a payout or a certificate is), so whoever asks again later gets the same list in the same order: a row
//! of the outbox names a letter by its place in it. But for one thing: who holds credits of a batch is known only when the
//! batch is held, so those rows say it, and the letter is found by its kind.

use std::collections::BTreeSet;

use orebook_registry::Registry;
use orebook_registry::event::{
    CertificateEvent, ClaimEvent, CreditEvent, DealSettled, Event, Leg, MoneyEvent, PartyEvent, TradeEvent, Traded,
};
use orebook_registry::instruction::{HoldScope, HoldTarget, PayoutReport, WithdrawalCause};
use orebook_registry::values::{AccountId, BatchId, DeclarationId, OrganisationId, PayoutId};
use orebook_store::OutboxRow;

use super::kind::Kind;

/// A letter that an event causes.
#[derive(Debug, Clone, Copy)]
pub struct Owed<'e> {
    /// Which letter.
    pub kind: Kind,
    /// To whom.
    pub to: OrganisationId,
    /// Of what it tells.
    pub event: &'e Event,
}

/// The rows of an entry's letters.
pub fn outbox_rows(registry: &Registry, sequence: u64, events: &[Event]) -> impl Iterator<Item = OutboxRow> {
    let sequence = i64::try_from(sequence).unwrap_or(i64::MAX);
    (0..).zip(owed(registry, events)).map(move |(ordinal, owed)| OutboxRow {
        sequence,
        ordinal,
        kind: owed.kind.word().to_owned(),
        organisation: owed.to.to_string(),
    })
}

/// The letters that an entry's events cause, in order.
pub fn owed<'e>(registry: &Registry, events: &'e [Event]) -> Vec<Owed<'e>> {
    let mut all = Vec::new();
    for event in events {
        let mut owe = |kind, to| all.push(Owed { kind, to, event });
        match event {
            Event::Party(event) => of_party(event, &mut owe),
            Event::Certificate(event) => of_certificate(registry, event, &mut owe),
            Event::Credit(event) => of_credit(registry, event, &mut owe),
            Event::Money(event) => of_money(registry, event, &mut owe),
            Event::Trade(event) => of_trade(event, &mut owe),
            Event::Claim(event) => of_claim(registry, event, &mut owe),
        }
    }
    all
}

fn of_party(event: &PartyEvent, owe: &mut impl FnMut(Kind, OrganisationId)) {
    match event {
        PartyEvent::KeyAdded(e) => owe(Kind::KeyChanged, e.organisation),
        PartyEvent::KeyAddedFor(e) => owe(Kind::KeyChanged, e.organisation),
        PartyEvent::KeyConfirmed(e) => owe(Kind::KeyChanged, e.organisation),
        PartyEvent::KeyRevoked(e) => owe(Kind::KeyChanged, e.organisation),
        PartyEvent::KeyVetoed(e) => owe(Kind::KeyChanged, e.organisation),
        PartyEvent::ContactDetailsSet(e) => owe(Kind::ContactChanged, e.organisation),
        PartyEvent::Founded(_)
        | PartyEvent::OrganisationRegistered(_)
        | PartyEvent::LimitsSet(_)
        | PartyEvent::OrganisationSuspended(_)
        | PartyEvent::OrganisationReinstated(_)
        | PartyEvent::OrganisationClosed(_)
        | PartyEvent::NameSpent(_)
        | PartyEvent::Proposed(_)
        | PartyEvent::Approved(_)
        | PartyEvent::ProposalCancelled(_)
        | PartyEvent::ProposalLapsed(_)
        | PartyEvent::ParametersAdopted(_)
        | PartyEvent::RulesAdopted(_)
        | PartyEvent::IssuerAdopted(_)
        | PartyEvent::LogKeyAdopted(_)
        | PartyEvent::AgentAppointed(_)
        | PartyEvent::AgentDismissed(_)
        | PartyEvent::GrievanceTriaged(_)
        | PartyEvent::GrievanceClosed(_)
        // Whoever was told of the change looks after it.
        | PartyEvent::ContactDetailsWithdrawn(_) => {}
    }
}

fn of_certificate(registry: &Registry, event: &CertificateEvent, owe: &mut impl FnMut(Kind, OrganisationId)) {
    let certificate = |id| registry.certificates.certificate(id);
    let producer = |id: DeclarationId| Some(certificate(registry.certificates.declaration(id)?.certificate)?.producer);
    match event {
        CertificateEvent::Declared(e) => {
            if let Some(certificate) = certificate(e.certificate) {
                owe(Kind::DeclarationReceived, certificate.certifier);
            }
        }
        CertificateEvent::DeclarationApproved(e) => {
            producer(e.declaration).into_iter().for_each(|to| owe(Kind::DeclarationApproved, to))
        }
        CertificateEvent::DeclarationRejected(e) => {
            producer(e.declaration).into_iter().for_each(|to| owe(Kind::DeclarationRejected, to))
        }
        CertificateEvent::Withdrawn(e) if e.cause == WithdrawalCause::Fraud => {
            if let Some(certificate) = certificate(e.certificate) {
                let batches = registry.credits.batches_of(e.certificate);
                let holders = batches.flat_map(|batch| holders(registry, batch)).collect();
                each_after(certificate.producer, holders).for_each(|to| owe(Kind::Frozen, to));
            }
        }
        CertificateEvent::ProgrammeDefined(_)
        | CertificateEvent::Accredited(_)
        | CertificateEvent::AccreditationWithdrawn(_)
        | CertificateEvent::Applied(_)
        | CertificateEvent::MandateAccepted(_)
        | CertificateEvent::MandateEnded(_)
        | CertificateEvent::AuditBegun(_)
        | CertificateEvent::Granted(_)
        | CertificateEvent::Rejected(_)
        | CertificateEvent::Suspended(_)
        | CertificateEvent::Reinstated(_)
        | CertificateEvent::Withdrawn(_)
        | CertificateEvent::Surrendered(_)
        | CertificateEvent::HoldReleased(_)
        | CertificateEvent::MaximumExtended(_)
        | CertificateEvent::Inspected(_)
        | CertificateEvent::Expired(_)
        | CertificateEvent::DeclarationWithdrawn(_)
        | CertificateEvent::DeclarationLapsed(_)
        | CertificateEvent::PhysicalSaleRecorded(_)
        | CertificateEvent::EquivalenceRecorded(_)
        | CertificateEvent::EquivalenceRevoked(_) => {}
    }
}

fn of_credit(registry: &Registry, event: &CreditEvent, owe: &mut impl FnMut(Kind, OrganisationId)) {
    let owner = |account: AccountId| registry.credits.account(account).map(|account| account.organisation);
    match event {
        CreditEvent::Issued(e) => owe(Kind::CreditsIssued, e.producer),
        // What has arrived at once cannot be taken back: only what waits is written about.
        CreditEvent::Transferred(e) if e.settles_at.is_some() => {
            let sides = [owner(e.from), owner(e.to).filter(|to| Some(*to) != owner(e.from))];
            sides.into_iter().flatten().for_each(|to| owe(Kind::TransferWaiting, to));
        }
        CreditEvent::HoldPlaced(e) => {
            let stopped: Vec<OrganisationId> = match &e.target {
                HoldTarget::Key(target) => {
                    registry.parties.key(&target.key).map(|key| key.organisation).into_iter().collect()
                }
                HoldTarget::Account(target) => owner(target.account).into_iter().collect(),
                HoldTarget::Organisation(target) => vec![target.organisation],
                HoldTarget::Batch(target) => {
                    let producer = registry.credits.batch(target.batch).map(|batch| batch.producer);
                    let holders = match target.scope {
                        HoldScope::All => holders(registry, target.batch),
                        HoldScope::Unsold => BTreeSet::new(),
                    };
                    producer.into_iter().flat_map(|producer| each_after(producer, holders.clone())).collect()
                }
            };
            stopped.into_iter().for_each(|to| owe(Kind::Frozen, to));
        }
        CreditEvent::AccountOpened(_)
        | CreditEvent::Transferred(_)
        | CreditEvent::TransferSettled(_)
        | CreditEvent::TransferWithdrawn(_)
        | CreditEvent::TransferRefused(_)
        | CreditEvent::TransferVoided(_)
        | CreditEvent::AccountTrusted(_)
        | CreditEvent::TrustStarted(_)
        | CreditEvent::AccountDistrusted(_)
        | CreditEvent::HoldExtended(_)
        | CreditEvent::HoldReleased(_)
        | CreditEvent::HoldLapsed(_)
        | CreditEvent::BlocksCancelled(_)
        | CreditEvent::Cancelled(_)
        | CreditEvent::Expired(_) => {}
    }
}

/// Whoever holds credits of a batch that have not ended, or has them held by an agent.
fn holders(registry: &Registry, batch: BatchId) -> BTreeSet<OrganisationId> {
    let Some(batch) = registry.credits.batch(batch) else { return BTreeSet::new() };
    let open = batch.blocks().iter().filter(|(_, block)| !block.state.is_final());
    let mut accounts = BTreeSet::<AccountId>::new();
    let mut holders = BTreeSet::new();
    for (_, block) in open {
        accounts.insert(block.account);
        holders.extend(block.principal);
    }
    let owner = |account| registry.credits.account(account).map(|account| account.organisation);
    holders.extend(accounts.into_iter().filter_map(owner));
    holders
}

/// One first, for it never changes; then the others.
fn each_after(first: OrganisationId, mut others: BTreeSet<OrganisationId>) -> impl Iterator<Item = OrganisationId> {
    others.remove(&first);
    std::iter::once(first).chain(others)
}

fn of_money(registry: &Registry, event: &MoneyEvent, owe: &mut impl FnMut(Kind, OrganisationId)) {
    let payee = |id: PayoutId| registry.cash.payouts().find(id).map(|payout| payout.payee);
    match event {
        MoneyEvent::PayoutDetailsSet(e) => owe(Kind::BankDetailsChanged, e.organisation),
        MoneyEvent::PayoutsInstructed(e) => {
            let file = registry.cash.payouts().file(e.file);
            let payees = file.into_iter().flat_map(|file| &file.payouts).filter_map(|id| payee(*id));
            // One letter of all that a payee gets with this file.
            payees.collect::<BTreeSet<_>>().into_iter().for_each(|to| owe(Kind::PayoutSent, to));
        }
        MoneyEvent::PayoutReported(e) => match &e.report {
            PayoutReport::Settled(_) => payee(e.payout).into_iter().for_each(|to| owe(Kind::ConfirmReceipt, to)),
            PayoutReport::Accepted(_)
            | PayoutReport::Rejected(_)
            | PayoutReport::Returned(_)
            | PayoutReport::Unknown(_) => {}
        },
        MoneyEvent::Deposited(_)
        | MoneyEvent::DepositedUnknown(_)
        | MoneyEvent::DepositAssigned(_)
        | MoneyEvent::DepositRecalled(_)
        | MoneyEvent::ChargeBooked(_)
        | MoneyEvent::MoneyCorrected(_)
        | MoneyEvent::BankReconciled(_)
        | MoneyEvent::PremiumPlanAdopted(_)
        | MoneyEvent::PremiumPlanStarted(_)
        | MoneyEvent::InstalmentPlanOpened(_)
        | MoneyEvent::InstalmentPlanAccepted(_)
        | MoneyEvent::PayoutPlanned(_)
        | MoneyEvent::PayoutsApproved(_)
        | MoneyEvent::PayoutCancelled(_)
        | MoneyEvent::ReceiptSigned(_)
        | MoneyEvent::PayoutDisputed(_)
        | MoneyEvent::FraudSettled(_)
        | MoneyEvent::FraudRefunded(_) => {}
    }
}

fn of_trade(event: &TradeEvent, owe: &mut impl FnMut(Kind, OrganisationId)) {
    match event {
        TradeEvent::Traded(traded) => {
            let Traded { buyer, seller, legs, .. } = &**traded;
            of_sale(*buyer, *seller, legs, owe);
        }
        TradeEvent::DealSettled(settled) => {
            let DealSettled { buyer, seller, legs, .. } = &**settled;
            of_sale(*buyer, *seller, legs, owe);
        }
        TradeEvent::MarketOpened(_)
        | TradeEvent::SellOrderPlaced(_)
        | TradeEvent::BuyOrderPlaced(_)
        | TradeEvent::OrderCancelled(_)
        | TradeEvent::OrderExpired(_)
        | TradeEvent::OrderReduced(_)
        | TradeEvent::MarketHalted(_)
        | TradeEvent::MarketReopened(_)
        | TradeEvent::FloorSet(_)
        | TradeEvent::DealProposed(_)
        | TradeEvent::DealAccepted(_)
        | TradeEvent::DealDeclined(_)
        | TradeEvent::DealWithdrawn(_)
        | TradeEvent::DealLapsed(_)
        | TradeEvent::DealMatured(_)
        | TradeEvent::DealVoided(_) => {}
    }
}

/// Both sides, and each payee once, however many legs it has.
fn of_sale(buyer: OrganisationId, seller: OrganisationId, legs: &[Leg], owe: &mut impl FnMut(Kind, OrganisationId)) {
    owe(Kind::TradeConfirmation, buyer);
    owe(Kind::TradeConfirmation, seller);
    for (at, leg) in legs.iter().enumerate() {
        if legs[..at].iter().all(|earlier| earlier.payee != leg.payee) {
            owe(Kind::PremiumPaid, leg.payee);
        }
    }
}

fn of_claim(registry: &Registry, event: &ClaimEvent, owe: &mut impl FnMut(Kind, OrganisationId)) {
    match event {
        ClaimEvent::Retired(retired) => {
            owe(Kind::RetirementStatement, retired.holder);
            if retired.finding_due_at.is_some() {
                owe(Kind::AuditDuty, retired.holder);
            }
        }
        ClaimEvent::AuditOverdue(e) => {
            let holder = registry.claims.retirement(e.retirement).map(|retirement| retirement.record.holder);
            holder.into_iter().for_each(|to| owe(Kind::AuditDuty, to));
        }
        ClaimEvent::FootprintRecorded(_)
        | ClaimEvent::ConsentRecorded(_)
        | ClaimEvent::ClaimCorrected(_)
        | ClaimEvent::FindingPublished(_) => {}
    }
}
