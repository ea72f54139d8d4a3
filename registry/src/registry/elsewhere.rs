//! What an event of one area does in another.

use super::*;
use crate::credit::Target;
use crate::instruction::{HoldReason, WithdrawalCause};
use crate::money::Stop;
use crate::trade::deal::{End, Tie};

impl Registry {
    /// While an auditor's finding is overdue, the days of the beneficiary's credits of the mineral do not count.
    pub(super) fn apply_claim_elsewhere(&mut self, event: &ClaimEvent, now: Timestamp) -> Result<(), Contradiction> {
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

    pub(super) fn apply_party_elsewhere(
        &mut self,
        event: &PartyEvent,
        sequence: u64,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
        match event {
            PartyEvent::Founded(e) => {
                self.own_keys = OwnKeys::founded(e);
                self.founding = Some(e.clone());
            }
            PartyEvent::IssuerAdopted(e) => self.own_keys.adopt_issuer(e, sequence),
            PartyEvent::LogKeyAdopted(e) => self.own_keys.adopt_log_key(e, sequence),
            PartyEvent::OrganisationRegistered(e) => {
                if let Some(account) = e.account {
                    let name = "main".parse().map_err(|_| Contradiction::new("main is a name"))?;
                    self.credits.open(account, e.organisation, name)?;
                }
            }
            PartyEvent::KeyRevoked(e) => {
                self.markets.owe_by_key(&e.key, CancelReason::KeyRevoked);
                self.credits.owe_by_key(&e.key, VoidReason::KeyRevoked);
                self.cash.owe_by_key(&e.key, Stop::KeyRevoked, now);
                self.parties.contacts.owe_by_key(&e.key, now);
            }
            PartyEvent::OrganisationSuspended(e) => {
                self.markets.owe_by_owner(e.organisation, CancelReason::Suspension);
                self.credits.owe_by_suspended(e.organisation);
            }
            PartyEvent::GrievanceTriaged(e) => self.parties.grievances.triage(e, sequence, now)?,
            PartyEvent::GrievanceClosed(e) => self.parties.grievances.close(e, sequence, now)?,
            PartyEvent::ContactDetailsSet(e) => self.parties.contacts.set(e, now),
            PartyEvent::NameSpent(e) => self.parties.instructions.spend(e.organisation, e.id, sequence, now),
            _ => {}
        }
        Ok(())
    }

    pub(super) fn apply_certificate_elsewhere(
        &mut self,
        event: &CertificateEvent,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
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

    /// The open offers and deals of a certificate's batches are cancelled.
    fn owe_offers_of(&mut self, certificate: CertificateId, reason: CancelReason) {
        let batches: Vec<BatchId> = self.credits.batches_of(certificate).collect();
        batches.into_iter().for_each(|batch| self.owe_offers_of_batch(batch, reason));
    }

    fn owe_offers_of_batch(&mut self, batch: BatchId, reason: CancelReason) {
        self.markets.owe(self.credits.offers_of(batch), reason);
        self.markets.deals.owe(Tie::Batch(batch), reason);
    }

    /// What was sold after a fraud is stopped, and refunded or let go later.
    pub(super) fn apply_money_elsewhere(&mut self, event: &MoneyEvent, now: Timestamp) -> Result<(), Contradiction> {
        let MoneyEvent::FraudSettled(settled) = event else { return Ok(()) };
        let Self { parties, credits, cash, .. } = self;
        money::refund_fraud::apply(parties, credits, cash, settled)?;
        credits.owe_refunded(settled.certificate, now)
    }

    /// What a hold ends elsewhere: orders, deals, payouts, waiting details and proposals.
    pub(super) fn apply_credit_elsewhere(&mut self, event: &CreditEvent, now: Timestamp) -> Result<(), Contradiction> {
        if let CreditEvent::HoldReleased(released) = event {
            return self.apply_hold_released_elsewhere(released.hold);
        }
        let CreditEvent::HoldPlaced(placed) = event else { return Ok(()) };
        let Self { parties, credits, cash, markets, .. } = self;
        match &placed.target {
            HoldTarget::Key(t) => {
                markets.owe_by_key(&t.key, CancelReason::Hold);
                cash.owe_by_key(&t.key, Stop::Hold, now);
                parties.contacts.owe_by_key(&t.key, now);
                if let Some(organisation) = parties.key(&t.key).map(|key| key.organisation) {
                    parties.proposals.owe_by_key(organisation, &t.key);
                }
            }
            HoldTarget::Account(t) => markets.owe_by_account(t.account, CancelReason::Hold),
            HoldTarget::Organisation(t) => {
                markets.owe_by_owner(t.organisation, CancelReason::Hold);
                let keys: Vec<PublicKey> = parties.keys_of(t.organisation).map(|(key, _)| *key).collect();
                for key in &keys {
                    cash.owe_by_key(key, Stop::Hold, now);
                    parties.contacts.owe_by_key(key, now);
                }
                parties.proposals.owe_by_organisation(t.organisation);
            }
            // What is offered of a batch is with its producer, so either scope covers it.
            HoldTarget::Batch(t) => {
                markets.owe(credits.offers_of(t.batch), CancelReason::Hold);
                markets.deals.owe(Tie::Batch(t.batch), CancelReason::Hold);
            }
        }
        Ok(())
    }

    /// Whoever was suspected of fraud gets what was stopped.
    fn apply_hold_released_elsewhere(&mut self, id: HoldId) -> Result<(), Contradiction> {
        match self.credits.holds().find(id).map(|hold| (hold.target, hold.reason)) {
            Some((Target::Certificate(certificate, _), HoldReason::Fraud)) => self.cash.give_premium_back(certificate),
            _ => Ok(()),
        }
    }

    /// What the producer still holds is taken out of the market, as by a suspension, and is then cancelled.
    fn apply_withdrawn_elsewhere(&mut self, event: &Withdrawn, now: Timestamp) -> Result<(), Contradiction> {
        self.owe_offers_of(event.certificate, CancelReason::Suspension);
        self.credits.withdraw(event.certificate, event.cause, now)?;
        if event.cause != WithdrawalCause::Fraud {
            return Ok(());
        }
        let Self { credits, cash, .. } = self;
        let trades: Vec<TradeId> =
            credits.batches_of(event.certificate).flat_map(|batch| credits.trades_of(batch)).collect();
        cash.stop_premium(event.certificate, trades)
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

    pub(super) fn apply_trade(&mut self, event: &TradeEvent, now: Timestamp) -> Result<(), Contradiction> {
        // An entry is counted before its events are applied.
        let entry = self.size.saturating_sub(1);
        let Self { credits, cash, markets, .. } = self;
        match event {
            TradeEvent::MarketOpened(e) => trade::open_market::apply(markets, e),
            TradeEvent::MarketHalted(e) => trade::halt_market::apply(markets, e),
            TradeEvent::MarketReopened(e) => trade::halt_market::apply_reopened(markets, e),
            TradeEvent::FloorSet(e) => trade::halt_market::apply_floor(markets, e),
            TradeEvent::SellOrderPlaced(e) => trade::place_sell_order::apply(credits, markets, e),
            TradeEvent::BuyOrderPlaced(e) => trade::place_buy_order::apply(cash, markets, e),
            TradeEvent::OrderCancelled(e) => trade::cancel_order::apply(credits, cash, markets, e.order),
            TradeEvent::OrderExpired(e) => trade::cancel_order::apply(credits, cash, markets, e.order),
            TradeEvent::OrderReduced(e) => trade::reduce_order::apply(credits, cash, markets, e),
            TradeEvent::Traded(e) => {
                self.cause.fills += 1;
                trade::fill::apply(credits, cash, markets, e, entry, now)
            }
            TradeEvent::DealProposed(e) => trade::propose_deal::apply(credits, cash, markets, e),
            TradeEvent::DealAccepted(e) => trade::accept_deal::apply(credits, cash, markets, e),
            TradeEvent::DealMatured(e) => trade::end_deal::apply_matured(markets, e.deal),
            TradeEvent::DealSettled(e) => trade::accept_deal::apply_settled(credits, cash, markets, e, now),
            TradeEvent::DealDeclined(e) => trade::end_deal::apply(credits, cash, markets, e.deal, End::Declined),
            TradeEvent::DealWithdrawn(e) => trade::end_deal::apply(credits, cash, markets, e.deal, End::Withdrawn),
            TradeEvent::DealLapsed(e) => trade::end_deal::apply(credits, cash, markets, e.deal, End::Lapsed),
            TradeEvent::DealVoided(e) => trade::end_deal::apply(credits, cash, markets, e.deal, End::Voided(e.reason)),
        }
    }
}
