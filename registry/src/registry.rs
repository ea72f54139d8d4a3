//! The one state, and the dispatch of verbs to the areas that know them. Nothing is decided here.

use orebook_document::Opened;

use crate::Contradiction;
use crate::certificate::{self, Certificates};
use crate::claim::{self, Claims};
use crate::credit::{self, Credits};
use crate::entry::{self, Cause, NewEntry, Origin};
use crate::event::*;
use crate::instruction::{Act, Digest, HoldTarget, Instruction};
use crate::money::{self, Cash};
use crate::party::{self, Asker, KeyState, Name, Names, Parties};
use crate::refusal::Refusal;
use crate::step;
use crate::trade::{self, Markets};
use crate::values::*;

/// What entry 0 fixed.
pub type Founding = Founded;

/// What became of an instruction that was submitted.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Accepted: its entry and its continuations.
    Accepted(Vec<NewEntry>),
    /// The same bytes were accepted before.
    Replayed(Name),
    /// Refused; the state is as it was.
    Refused(Refusal),
}

/// What an instruction would become.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// The same bytes were accepted before.
    Replayed(Name),
    /// It is refused.
    Refused(Refusal),
    /// It will write this.
    Planned(Box<Plan>),
}

/// The register.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    founding: Option<Founded>,
    /// Number of entries; the next one's sequence.
    size: u64,
    /// Time of the last entry.
    time: Option<Timestamp>,
    /// The cause under way: first entry, and what it has given out.
    cause: CauseState,
    /// Organisations, keys, proposals.
    pub parties: Parties,
    /// Programmes, certificates, declarations.
    pub certificates: Certificates,
    /// Accounts, batches, blocks.
    pub credits: Credits,
    /// Balances and premium plans.
    pub cash: Cash,
    /// Markets and orders.
    pub markets: Markets,
    /// Footprints and retirements.
    pub claims: Claims,
}

#[derive(Debug, Clone, Default)]
struct CauseState {
    sequence: u64,
    ordinal: u16,
    fills: u64,
    name: Option<(OrganisationId, crate::instruction::InstructionId)>,
}

impl Registry {
    /// A register before its founding.
    pub fn new() -> Self {
        Self::default()
    }
    /// Entry 0's facts.
    pub fn founding(&self) -> Option<&Founded> {
        self.founding.as_ref()
    }
    /// The log's origin, which every instruction must name.
    pub fn origin(&self) -> &str {
        self.founding.as_ref().map_or("", |f| f.origin.as_str())
    }
    /// Number of entries.
    pub fn size(&self) -> u64 {
        self.size
    }
    /// Time of the last entry.
    pub fn time(&self) -> Option<Timestamp> {
        self.time
    }
    /// The clock's reading, never below the last entry.
    pub fn not_before_last(&self, now: Timestamp) -> Timestamp {
        self.time.map_or(now, |last| last.max(now))
    }

    /// What follows from the state by itself at `now`; `None` when nothing does.
    pub fn next_step(&self, now: Timestamp) -> Result<Option<Event>, Contradiction> {
        let mut ids = IdMint::new(now, self.cause.sequence, self.cause.ordinal);
        step::next(self, &mut ids, now, self.cause.fills)
    }

    /// Makes an event true.
    pub fn apply(&mut self, event: &Event) -> Result<(), Contradiction> {
        let now = self.time.ok_or(Contradiction::new("an event is applied inside an entry"))?;
        let sequence = self.size - 1;
        self.cause.ordinal += event.ids();
        self.credits.clear_trace();
        self.cash.clear_trace();
        match event {
            Event::Party(event) => {
                self.parties.apply(event, sequence)?;
                self.apply_party_elsewhere(event, sequence, now)
            }
            Event::Certificate(event) => {
                self.certificates.apply(event, now)?;
                self.apply_certificate_elsewhere(event, now)
            }
            Event::Credit(event) => {
                self.credits.apply(event, now)?;
                self.apply_credit_elsewhere(event);
                Ok(())
            }
            Event::Money(event) => self.cash.apply(event, now),
            Event::Trade(event) => self.apply_trade(event, now),
            Event::Claim(event) => {
                if let ClaimEvent::Retired(retired) = event {
                    let ranges = self.credits.ranges(&retired.blocks)?;
                    self.credits.retire(&ranges, retired.account, retired.retirement)?;
                }
                self.claims.apply(event, sequence, now)?;
                self.apply_claim_elsewhere(event, now)
            }
        }
    }

    /// While an auditor's finding is overdue, the days of the beneficiary's credits of the mineral do not count.
    fn apply_claim_elsewhere(&mut self, event: &ClaimEvent, now: Timestamp) -> Result<(), Contradiction> {
        let of = match event {
            ClaimEvent::AuditOverdue(e) => e.retirement,
            ClaimEvent::FindingPublished(e) => e.retirement,
            _ => return Ok(()),
        };
        let Some((beneficiary, mineral)) = self.claims.counted_for(of) else { return Ok(()) };
        match self.claims.overdue(beneficiary, mineral) {
            Some(_) => self.credits.stop_clock(beneficiary, mineral, now),
            None => self.credits.start_clock(beneficiary, mineral, now),
        }
    }

    fn apply_party_elsewhere(
        &mut self,
        event: &PartyEvent,
        sequence: u64,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
        match event {
            PartyEvent::Founded(e) => self.founding = Some(e.clone()),
            PartyEvent::OrganisationRegistered(e) => {
                if let Some(account) = e.account {
                    let name = "main".parse().map_err(|_| Contradiction::new("main is a name"))?;
                    self.credits.open(account, e.organisation, name)?;
                }
            }
            PartyEvent::KeyRevoked(e) => {
                self.markets.owe_by_key(&e.key, CancelReason::KeyRevoked);
                self.credits.owe_by_key(&e.key, VoidReason::KeyRevoked);
            }
            PartyEvent::OrganisationSuspended(e) => {
                self.markets.owe_by_owner(e.organisation, CancelReason::Suspension);
                self.credits.owe_by_suspended(e.organisation);
            }
            PartyEvent::GrievanceTriaged(e) => self.parties.grievances.triage(e, sequence, now)?,
            PartyEvent::GrievanceClosed(e) => self.parties.grievances.close(e, sequence, now)?,
            PartyEvent::NameSpent(e) => self.parties.instructions.spend(e.organisation, e.id, sequence, now),
            _ => {}
        }
        Ok(())
    }

    fn apply_certificate_elsewhere(&mut self, event: &CertificateEvent, now: Timestamp) -> Result<(), Contradiction> {
        match event {
            CertificateEvent::Suspended(e) => {
                self.owe_offers_of(e.certificate, CancelReason::Suspension);
                self.credits.freeze_unsold(e.certificate, now)
            }
            CertificateEvent::Reinstated(e) => self.credits.free_unsold(e.certificate, now),
            CertificateEvent::HoldReleased(e) => self.credits.free_unsold(e.certificate, now),
            CertificateEvent::Withdrawn(e) => self.apply_withdrawn_elsewhere(e, now),
            CertificateEvent::MandateEnded(e) => self.apply_mandate_ended_elsewhere(e.certificate),
            CertificateEvent::PhysicalSaleRecorded(e) => self.apply_physical_sale_elsewhere(e),
            _ => Ok(()),
        }
    }

    /// The open offers of a certificate's batches are cancelled.
    fn owe_offers_of(&mut self, certificate: CertificateId, reason: CancelReason) {
        let Self { credits, markets, .. } = self;
        markets.owe(credits.batches_of(certificate).flat_map(|batch| credits.offers_of(batch)), reason);
    }

    /// What a hold ends elsewhere: orders and proposals.
    fn apply_credit_elsewhere(&mut self, event: &CreditEvent) {
        let CreditEvent::HoldPlaced(placed) = event else { return };
        let Self { parties, credits, markets, .. } = self;
        match &placed.target {
            HoldTarget::Key(t) => {
                markets.owe_by_key(&t.key, CancelReason::Hold);
                if let Some(organisation) = parties.key(&t.key).map(|key| key.organisation) {
                    parties.proposals.owe_by_key(organisation, &t.key);
                }
            }
            HoldTarget::Account(t) => markets.owe_by_account(t.account, CancelReason::Hold),
            HoldTarget::Organisation(t) => {
                markets.owe_by_owner(t.organisation, CancelReason::Hold);
                parties.proposals.owe_by_organisation(t.organisation);
            }
            // What is offered of a batch is with its producer, so either scope covers it.
            HoldTarget::Batch(t) => markets.owe(credits.offers_of(t.batch), CancelReason::Hold),
        }
    }

    /// What the producer still holds is taken out of the market, as by a suspension, and is then cancelled.
    fn apply_withdrawn_elsewhere(&mut self, event: &Withdrawn, now: Timestamp) -> Result<(), Contradiction> {
        self.owe_offers_of(event.certificate, CancelReason::Suspension);
        self.credits.withdraw(event.certificate, event.cause, now)
    }

    /// Offers that the holder's keys placed for the producer are cancelled with the mandate they were placed by.
    fn apply_mandate_ended_elsewhere(&mut self, id: CertificateId) -> Result<(), Contradiction> {
        let certificate =
            self.certificates.certificate(id).ok_or(Contradiction::new("a mandate is that of a certificate"))?;
        let Self { credits, parties, markets, .. } = self;
        markets.owe_by_mandate(
            certificate.producer,
            |batch| credits.batch(batch).is_some_and(|b| b.certificate == id),
            |key| parties.key(key).is_some_and(|key| key.organisation == certificate.holder),
        );
        Ok(())
    }

    /// Metal that was sold as certified is in credits no longer.
    fn apply_physical_sale_elsewhere(&mut self, event: &PhysicalSaleRecorded) -> Result<(), Contradiction> {
        for MassOfBatch { batch, mass } in &event.cancelled {
            self.credits.cancel_unsold(*batch, *mass)?;
            let period_from = self.credits.batch(*batch).map(|b| b.period_from);
            let period_from = period_from.ok_or(Contradiction::new("a batch that is cancelled exists"))?;
            let certificates = &mut self.certificates;
            certificate::physical_sale::apply_cancelled(certificates, event.certificate, period_from, *mass)?;
        }
        Ok(())
    }

    fn apply_trade(&mut self, event: &TradeEvent, now: Timestamp) -> Result<(), Contradiction> {
        let Self { credits, cash, markets, .. } = self;
        match event {
            TradeEvent::MarketOpened(e) => trade::open_market::apply(markets, e),
            TradeEvent::SellOrderPlaced(e) => trade::place_sell_order::apply(credits, markets, e),
            TradeEvent::BuyOrderPlaced(e) => trade::place_buy_order::apply(cash, markets, e),
            TradeEvent::OrderCancelled(e) => trade::cancel_order::apply(credits, cash, markets, e.order),
            TradeEvent::OrderExpired(e) => trade::cancel_order::apply(credits, cash, markets, e.order),
            TradeEvent::Traded(e) => {
                self.cause.fills += 1;
                trade::fill::apply(credits, cash, markets, e, now)
            }
        }
    }
}

mod decide;
mod dispatch;
mod record;
mod rules;

use decide::check_times;
pub use record::{FollowError, Plan};
pub use rules::{Held, RULES, Rule};
