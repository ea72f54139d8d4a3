//! What is held: nothing of it moves, nobody held acts, and what followed from fraud ends late and by two persons.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::event::{CancellationReason, CertificateEvent, CreditEvent, Event, MoneyEvent, PartyEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::*;

use super::issuance::Issuance;
use super::{Signed, ensure};

#[derive(Debug, Clone)]
struct Hold {
    target: HoldTarget,
    batches: Vec<BatchId>,
    scope: HoldScope,
    fraud: bool,
    since: Timestamp,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Holds {
    holds: BTreeMap<HoldId, Hold>,
    fraud_days: Option<i64>,
    /// A certificate was withdrawn for fraud at some time.
    fraud: bool,
    /// Certificates under which what was bought is refunded.
    settled: BTreeSet<CertificateId>,
}

impl Holds {
    /// Whoever is held takes back, and that is all.
    pub(super) fn admit(&self, signed: &Signed) -> Result<(), String> {
        let back = [
            "cancel_order",
            "withdraw_transfer",
            "withdraw_contact_details",
            "withdraw_payout_details",
            "revoke_key",
            "void",
            "confirm_receipt",
            "dispute_payout",
        ];
        let back = back.contains(&signed.act.word());
        for hold in self.holds.values() {
            let stops = match &hold.target {
                HoldTarget::Key(target) => target.key == signed.key,
                HoldTarget::Organisation(target) => target.organisation == signed.organisation() && !back,
                _ => false,
            };
            ensure(!stops, || "who is held acts".to_owned())?;
        }
        Ok(())
    }

    pub(super) fn watch(
        &mut self,
        event: &Event,
        now: Timestamp,
        signed: Option<&Signed>,
        issuance: &Issuance,
    ) -> Result<(), String> {
        match event {
            Event::Party(PartyEvent::ParametersAdopted(e)) => {
                ensure(signed.is_some_and(|s| s.approves), || "one person sets parameters".to_owned())?;
                self.fraud_days = Some(i64::from(e.parameters.fraud_hold_days.0));
            }
            Event::Credit(CreditEvent::HoldPlaced(e)) => {
                let (batches, scope) = match &e.target {
                    HoldTarget::Batch(target) => (vec![target.batch], target.scope),
                    _ => (Vec::new(), HoldScope::All),
                };
                let hold = Hold { target: e.target.clone(), batches, scope, fraud: false, since: now };
                self.holds.insert(e.hold, hold);
            }
            Event::Credit(CreditEvent::HoldExtended(_)) => {
                ensure(signed.is_some_and(|s| s.approves), || "one person extends a hold".to_owned())?;
            }
            Event::Credit(CreditEvent::HoldLapsed(e)) => {
                self.holds.remove(&e.hold).ok_or("a hold lapses twice")?;
            }
            Event::Credit(CreditEvent::HoldReleased(e)) => {
                let hold = self.holds.remove(&e.hold).ok_or("a hold is released twice")?;
                let late = now >= hold.since.plus_days(self.fraud_days.unwrap_or(30));
                let together = signed.is_some_and(|s| s.approves);
                ensure(!hold.fraud || late && together, || "a hold for fraud ends early or alone".to_owned())?;
            }
            Event::Money(MoneyEvent::FraudSettled(e)) => {
                let hold = self.holds.remove(&HoldId::of_certificate(e.certificate)).ok_or("nothing was held")?;
                let late = now >= hold.since.plus_days(self.fraud_days.unwrap_or(30));
                ensure(hold.fraud && late, || "a fraud is settled early, or was none".to_owned())?;
                self.settled.insert(e.certificate);
            }
            Event::Money(MoneyEvent::FraudRefunded(e)) => self.must_be_settled(e.certificate)?,
            Event::Credit(CreditEvent::Cancelled(e)) if e.reason == CancellationReason::Refunded => {
                self.must_be_settled(issuance.certificate(e.batch)?)?;
            }
            Event::Certificate(CertificateEvent::Suspended(e)) => {
                self.hold_certificate(e.certificate, HoldScope::Unsold, false, now, issuance);
            }
            Event::Certificate(CertificateEvent::Reinstated(e)) => {
                self.holds.remove(&HoldId::of_certificate(e.certificate)).ok_or("nothing was suspended")?;
            }
            Event::Certificate(CertificateEvent::HoldReleased(e)) => {
                self.holds.remove(&HoldId::of_certificate(e.certificate)).ok_or("nothing was held")?;
            }
            Event::Certificate(CertificateEvent::Withdrawn(e)) => {
                let fraud = e.cause == WithdrawalCause::Fraud;
                self.fraud |= fraud;
                let scope = if fraud { HoldScope::All } else { HoldScope::Unsold };
                self.hold_certificate(e.certificate, scope, fraud, now, issuance);
            }
            _ => {}
        }
        Ok(())
    }

    fn must_be_settled(&self, certificate: CertificateId) -> Result<(), String> {
        let settled = self.settled.contains(&certificate);
        ensure(settled, || format!("{certificate} is refunded, and no fraud was settled"))
    }

    pub(super) fn found_fraud(&self) -> bool {
        self.fraud
    }

    fn hold_certificate(
        &mut self,
        id: CertificateId,
        scope: HoldScope,
        fraud: bool,
        since: Timestamp,
        issuance: &Issuance,
    ) {
        let batches = issuance.batches_of(id);
        let target = HoldTarget::Batch(BatchTarget { batch: BatchId::from(0), scope });
        self.holds.insert(HoldId::of_certificate(id), Hold { target, batches, scope, fraud, since });
    }

    /// Nothing of a batch moves out of an account, or into it.
    pub(super) fn let_move(
        &self,
        batch: BatchId,
        account: AccountId,
        owner: OrganisationId,
        producer: OrganisationId,
    ) -> Result<(), String> {
        for (id, hold) in &self.holds {
            let stops = match &hold.target {
                HoldTarget::Key(_) => false,
                HoldTarget::Account(target) => target.account == account,
                HoldTarget::Organisation(target) => target.organisation == owner,
                HoldTarget::Batch(_) => {
                    hold.batches.contains(&batch) && (hold.scope == HoldScope::All || owner == producer)
                }
            };
            ensure(!stops, || format!("{batch} moves at {account} under {id}"))?;
        }
        Ok(())
    }
}
