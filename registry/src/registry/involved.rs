//! Whom an entry concerns: its members' feed, their letters, and who may read it besides auditors and the operator.
//!
//! A member is concerned in one of two ways. It *reads* the entry whole: it signed it, or owns what is moved by it. Or it
//! is *told* its own part: it is paid out of a trade of others, or by a file that pays others too, and learns from that
//! neither who they are nor what they were paid. Nobody is concerned because an act that was only proposed names them.
//!
//! It is asked before the event is applied, while what the event ends is still there.

use std::collections::{BTreeMap, BTreeSet};

use super::Registry;
use crate::credit::Target;
use crate::event::*;
use crate::instruction::HoldTarget;
use crate::values::*;

/// How an entry concerns an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// It may know its own part.
    Told,
    /// It may read the entry.
    Reads,
}

/// The organisations that an entry concerns, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Involved(BTreeMap<OrganisationId, Part>);

impl Involved {
    /// In order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (OrganisationId, Part)> + '_ {
        self.0.iter().map(|(organisation, part)| (*organisation, *part))
    }

    pub(super) fn reads(&mut self, organisations: impl IntoIterator<Item = OrganisationId>) {
        self.0.extend(organisations.into_iter().map(|organisation| (organisation, Part::Reads)));
    }

    fn told(&mut self, organisations: impl IntoIterator<Item = OrganisationId>) {
        for organisation in organisations {
            self.0.entry(organisation).or_insert(Part::Told);
        }
    }
}

impl Registry {
    /// Adds whom an event concerns. The state must be the one before it.
    pub(super) fn involve(&self, event: &Event, involved: &mut Involved) {
        match event {
            Event::Party(event) => self.involve_party(event, involved),
            Event::Certificate(event) => self.involve_certificate(event, involved),
            Event::Credit(event) => self.involve_credit(event, involved),
            Event::Money(event) => self.involve_money(event, involved),
            Event::Trade(event) => self.involve_trade(event, involved),
            Event::Claim(event) => self.involve_claim(event, involved),
        }
    }

    fn involve_party(&self, event: &PartyEvent, involved: &mut Involved) {
        match event {
            PartyEvent::Founded(e) => involved.reads([e.operator]),
            PartyEvent::OrganisationRegistered(e) => involved.reads([e.organisation]),
            PartyEvent::KeyAdded(e) => involved.reads([e.organisation]),
            PartyEvent::KeyConfirmed(e) => involved.reads([e.organisation]),
            PartyEvent::KeyRevoked(e) => involved.reads([e.organisation]),
            PartyEvent::KeyAddedFor(e) => involved.reads([e.organisation]),
            PartyEvent::KeyVetoed(e) => involved.reads([e.organisation]),
            PartyEvent::LimitsSet(e) => involved.reads([e.organisation]),
            PartyEvent::OrganisationSuspended(e)
            | PartyEvent::OrganisationReinstated(e)
            | PartyEvent::OrganisationClosed(e) => involved.reads([e.organisation]),
            PartyEvent::NameSpent(e) => involved.reads([e.organisation]),
            PartyEvent::Proposed(e) => involved.reads([e.organisation]),
            PartyEvent::Approved(e) | PartyEvent::ProposalCancelled(e) | PartyEvent::ProposalLapsed(e) => {
                involved.reads(self.parties.proposal(e.proposal).map(|proposal| proposal.organisation));
            }
            PartyEvent::AgentAppointed(e) | PartyEvent::AgentDismissed(e) => involved.reads([e.agent, e.principal]),
            PartyEvent::GrievanceTriaged(e) => involved.reads(e.producer),
            PartyEvent::ContactDetailsSet(e) => involved.reads([e.organisation]),
            PartyEvent::ContactDetailsWithdrawn(e) => involved.reads([e.organisation]),
            PartyEvent::ParametersAdopted(_)
            | PartyEvent::RulesAdopted(_)
            | PartyEvent::IssuerAdopted(_)
            | PartyEvent::LogKeyAdopted(_)
            | PartyEvent::GrievanceClosed(_) => {}
        }
    }

    fn involve_certificate(&self, event: &CertificateEvent, involved: &mut Involved) {
        let certificate = match event {
            CertificateEvent::Accredited(e) => return involved.reads([e.certifier]),
            CertificateEvent::AccreditationWithdrawn(e) => {
                let given = self.certificates.accreditations().find(|(id, _)| *id == e.accreditation);
                return involved.reads(given.map(|(_, accreditation)| accreditation.certifier));
            }
            CertificateEvent::ProgrammeDefined(_)
            | CertificateEvent::EquivalenceRecorded(_)
            | CertificateEvent::EquivalenceRevoked(_) => return,
            CertificateEvent::Applied(e) => return involved.reads([e.certifier, e.holder, e.producer]),
            CertificateEvent::MandateAccepted(e)
            | CertificateEvent::MandateEnded(e)
            | CertificateEvent::AuditBegun(e)
            | CertificateEvent::Expired(e) => Some(e.certificate),
            CertificateEvent::Granted(e) => Some(e.certificate),
            CertificateEvent::Rejected(e) | CertificateEvent::HoldReleased(e) => Some(e.certificate),
            CertificateEvent::Suspended(e) | CertificateEvent::Reinstated(e) | CertificateEvent::Surrendered(e) => {
                Some(e.certificate)
            }
            CertificateEvent::Withdrawn(e) => Some(e.certificate),
            CertificateEvent::MaximumExtended(e) => Some(e.certificate),
            CertificateEvent::Inspected(e) => Some(e.certificate),
            CertificateEvent::Declared(e) => Some(e.certificate),
            CertificateEvent::PhysicalSaleRecorded(e) => Some(e.certificate),
            CertificateEvent::DeclarationApproved(e) => self.certificate_of(e.declaration),
            CertificateEvent::DeclarationRejected(e) => self.certificate_of(e.declaration),
            CertificateEvent::DeclarationWithdrawn(e) | CertificateEvent::DeclarationLapsed(e) => {
                self.certificate_of(e.declaration)
            }
        };
        involved.reads(certificate.into_iter().flat_map(|id| self.parties_of(id)));
    }

    fn involve_credit(&self, event: &CreditEvent, involved: &mut Involved) {
        match event {
            CreditEvent::AccountOpened(e) => involved.reads([e.organisation]),
            CreditEvent::Issued(e) => involved.reads(self.parties_of(e.certificate)),
            CreditEvent::Transferred(e) => {
                involved.reads([e.from, e.to].into_iter().filter_map(|id| self.owner_of(id)).chain(e.principal));
            }
            CreditEvent::TransferSettled(e) | CreditEvent::TransferWithdrawn(e) | CreditEvent::TransferRefused(e) => {
                involved.reads(self.parties_of_transfer(e.transfer));
            }
            CreditEvent::TransferVoided(e) => involved.reads(self.parties_of_transfer(e.transfer)),
            CreditEvent::AccountTrusted(e) => involved.reads([e.organisation]),
            CreditEvent::TrustStarted(e) | CreditEvent::AccountDistrusted(e) => involved.reads([e.organisation]),
            CreditEvent::HoldPlaced(e) => involved.reads(self.held_by(&e.target)),
            CreditEvent::HoldExtended(e) => involved.reads(self.held(e.hold)),
            CreditEvent::HoldReleased(e) => involved.reads(self.held(e.hold)),
            CreditEvent::HoldLapsed(e) => involved.reads(self.held(e.hold)),
            CreditEvent::BlocksCancelled(e) => involved.reads(self.owner_of(e.account)),
            CreditEvent::Cancelled(e) => involved.reads(self.owners_in(e.batch)),
            CreditEvent::Expired(e) => involved.reads(self.owners_in(e.batch)),
        }
    }

    fn involve_money(&self, event: &MoneyEvent, involved: &mut Involved) {
        match event {
            MoneyEvent::Deposited(e) => involved.reads([e.organisation]),
            MoneyEvent::DepositAssigned(e) => involved.reads([e.organisation]),
            MoneyEvent::DepositRecalled(e) => involved.reads(e.organisation),
            MoneyEvent::DepositedUnknown(_) | MoneyEvent::ChargeBooked(_) | MoneyEvent::BankReconciled(_) => {}
            MoneyEvent::MoneyCorrected(e) => involved.reads(e.touched.iter().copied()),
            MoneyEvent::PremiumPlanAdopted(e) => {
                involved.reads([e.producer]);
                involved.reads(e.payees.iter().map(|share| share.payee));
            }
            MoneyEvent::PremiumPlanStarted(e) => {
                involved.reads(self.cash.premium_plan(e.plan).map(|plan| plan.producer));
            }
            MoneyEvent::InstalmentPlanOpened(e) => involved.reads([e.creditor, e.producer]),
            MoneyEvent::InstalmentPlanAccepted(e) => {
                let plan = self.cash.instalment_plan(e.plan);
                involved.reads(plan.into_iter().flat_map(|plan| [plan.creditor, plan.producer]));
            }
            MoneyEvent::PayoutDetailsSet(e) => involved.reads([e.organisation]),
            MoneyEvent::PayoutPlanned(e) => involved.reads([e.payee].into_iter().chain(e.producer)),
            MoneyEvent::PayoutsApproved(e) => {
                involved.told(e.payouts.iter().flat_map(|approved| self.parties_of_payout(approved.payout)));
            }
            MoneyEvent::PayoutsInstructed(e) => {
                let payouts = self.cash.payouts().file(e.file).into_iter().flat_map(|file| &file.payouts);
                involved.told(payouts.flat_map(|payout| self.parties_of_payout(*payout)));
            }
            MoneyEvent::PayoutCancelled(e) => involved.reads(self.parties_of_payout(e.payout)),
            MoneyEvent::PayoutReported(e) => involved.reads(self.parties_of_payout(e.payout)),
            MoneyEvent::ReceiptSigned(e) => {
                involved.reads(self.parties_of_payout(e.payout).into_iter().chain([e.signer]));
            }
            MoneyEvent::PayoutDisputed(e) => involved.reads(self.parties_of_payout(e.payout)),
            MoneyEvent::FraudSettled(e) => involved.reads(self.parties_of(e.certificate)),
            MoneyEvent::FraudRefunded(e) => involved.reads([e.buyer]),
        }
    }

    fn involve_trade(&self, event: &TradeEvent, involved: &mut Involved) {
        match event {
            TradeEvent::SellOrderPlaced(e) => involved.reads([e.owner].into_iter().chain(self.owner_of(e.account))),
            TradeEvent::BuyOrderPlaced(e) => involved.reads([e.owner]),
            TradeEvent::OrderCancelled(e) => involved.reads(self.parties_of_order(e.order)),
            TradeEvent::OrderExpired(e) => involved.reads(self.parties_of_order(e.order)),
            TradeEvent::OrderReduced(e) => involved.reads(self.parties_of_order(e.order)),
            TradeEvent::Traded(e) => {
                involved.reads([e.buyer, e.seller]);
                involved.reads(self.parties_of_order(e.sell_order));
                involved.told(paid(&e.legs, &e.deductions));
            }
            TradeEvent::DealProposed(e) => involved.reads([e.proposer, e.counterparty]),
            TradeEvent::DealAccepted(e) => involved.reads(self.parties_of_deal(e.deal)),
            TradeEvent::DealDeclined(e)
            | TradeEvent::DealWithdrawn(e)
            | TradeEvent::DealLapsed(e)
            | TradeEvent::DealMatured(e) => involved.reads(self.parties_of_deal(e.deal)),
            TradeEvent::DealVoided(e) => involved.reads(self.parties_of_deal(e.deal)),
            TradeEvent::DealSettled(e) => {
                involved.reads([e.buyer, e.seller]);
                involved.told(paid(&e.legs, &e.deductions));
            }
            TradeEvent::MarketOpened(_)
            | TradeEvent::MarketHalted(_)
            | TradeEvent::MarketReopened(_)
            | TradeEvent::FloorSet(_) => {}
        }
    }

    fn involve_claim(&self, event: &ClaimEvent, involved: &mut Involved) {
        match event {
            ClaimEvent::FootprintRecorded(e) => involved.reads([e.beneficiary]),
            ClaimEvent::ConsentRecorded(e) => involved.reads([e.agent]),
            ClaimEvent::Retired(e) => {
                involved.reads([e.holder].into_iter().chain(e.principal));
                involved.reads(e.batches.iter().filter_map(|batch| self.producer_of(*batch)));
            }
            ClaimEvent::ClaimCorrected(e) => involved.reads(self.retirer_of(e.retirement)),
            ClaimEvent::FindingPublished(e) => {
                involved.reads([e.auditor].into_iter().chain(self.retirer_of(e.retirement)));
            }
            ClaimEvent::AuditOverdue(e) => involved.reads(self.retirer_of(e.retirement)),
        }
    }

    fn parties_of(&self, certificate: CertificateId) -> Vec<OrganisationId> {
        let found = self.certificates.certificate(certificate);
        found.map(|c| vec![c.producer, c.holder, c.certifier]).unwrap_or_default()
    }

    fn certificate_of(&self, declaration: DeclarationId) -> Option<CertificateId> {
        self.certificates.declaration(declaration).map(|declaration| declaration.certificate)
    }

    fn owner_of(&self, account: AccountId) -> Option<OrganisationId> {
        self.credits.account(account).map(|account| account.organisation)
    }

    fn producer_of(&self, batch: BatchId) -> Option<OrganisationId> {
        self.credits.batch(batch).map(|batch| batch.producer)
    }

    /// The producer of a batch, and all who own blocks of it that have not ended.
    fn owners_in(&self, batch: BatchId) -> Vec<OrganisationId> {
        let Some(found) = self.credits.batch(batch) else { return Vec::new() };
        let open = found.blocks().iter().filter(|(_, block)| !block.state.is_final());
        let accounts: BTreeSet<AccountId> = open.map(|(_, block)| block.account).collect();
        [found.producer].into_iter().chain(accounts.into_iter().filter_map(|account| self.owner_of(account))).collect()
    }

    fn retirer_of(&self, retirement: RetirementId) -> Option<OrganisationId> {
        self.claims.retirement(retirement).map(|retirement| retirement.record.holder)
    }

    fn parties_of_order(&self, order: OrderId) -> Vec<OrganisationId> {
        let order = self.markets.order(order);
        order.map(|order| [order.owner].into_iter().chain(self.owner_of(order.account)).collect()).unwrap_or_default()
    }

    fn parties_of_deal(&self, deal: DealId) -> Vec<OrganisationId> {
        let deal = self.markets.deals.find(deal);
        deal.map(|deal| vec![deal.proposer.organisation, deal.counterparty.organisation]).unwrap_or_default()
    }

    fn parties_of_payout(&self, payout: PayoutId) -> Vec<OrganisationId> {
        let payout = self.cash.payouts().find(payout);
        payout.map(|payout| [payout.payee].into_iter().chain(payout.producer).collect()).unwrap_or_default()
    }

    fn parties_of_transfer(&self, transfer: TransferId) -> Vec<OrganisationId> {
        let Some(pending) = self.credits.pending_transfer(transfer) else { return Vec::new() };
        let owners = [pending.from, pending.to].into_iter().filter_map(|id| self.owner_of(id));
        owners.chain(pending.principal).collect()
    }

    fn held_by(&self, target: &HoldTarget) -> Vec<OrganisationId> {
        match target {
            HoldTarget::Key(target) => self.parties.key(&target.key).map(|key| key.organisation).into_iter().collect(),
            HoldTarget::Account(target) => self.owner_of(target.account).into_iter().collect(),
            HoldTarget::Organisation(target) => vec![target.organisation],
            HoldTarget::Batch(target) => self.owners_in(target.batch),
        }
    }

    fn held(&self, hold: HoldId) -> Vec<OrganisationId> {
        match self.credits.holds().find(hold).map(|hold| hold.target) {
            Some(Target::Key(key)) => self.parties.key(&key).map(|key| key.organisation).into_iter().collect(),
            Some(Target::Account(account)) => self.owner_of(account).into_iter().collect(),
            Some(Target::Organisation(organisation)) => vec![organisation],
            Some(Target::Batch(batch, _)) => self.owners_in(batch),
            Some(Target::Certificate(certificate, _)) => self.parties_of(certificate),
            None => Vec::new(),
        }
    }
}

/// Who is paid out of a trade.
fn paid<'a>(legs: &'a [Leg], deductions: &'a [Deduction]) -> impl Iterator<Item = OrganisationId> + 'a {
    legs.iter().map(|leg| leg.payee).chain(deductions.iter().map(|deduction| deduction.creditor))
}
