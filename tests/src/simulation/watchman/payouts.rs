//! Payouts: planned by who may, let go by two persons of the operator to where the payee has long said, reported step
//! by step, and signed for by the payee, or by the producer of a payee who cannot sign.

use std::collections::BTreeMap;

use orebook_registry::event::*;
use orebook_registry::instruction::{Act, HoldTarget, PayoutReport, Rail, Role};
use orebook_registry::values::*;

use super::{Signed, Watchman, ensure};

#[derive(Debug, Clone)]
pub(super) struct Payout {
    pub(super) payee: OrganisationId,
    pub(super) producer: Option<OrganisationId>,
    pub(super) amount: Money,
    /// The key that planned it.
    key: PublicKey,
    pub(super) state: &'static str,
    file: Option<PayoutFileId>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Payouts {
    all: BTreeMap<PayoutId, Payout>,
    details: BTreeMap<OrganisationId, (PayoutDetailsSet, Rail)>,
    /// Those in force while changed ones wait.
    before: BTreeMap<OrganisationId, PayoutDetailsSet>,
}

/// Whether an act ends what a key has open.
pub(super) fn ends_a_key(act: &Act) -> bool {
    matches!(act, Act::RevokeKey(_) | Act::PlaceHold(_))
}

impl Payouts {
    pub(super) fn find(&self, id: PayoutId) -> Result<&Payout, String> {
        self.all.get(&id).ok_or_else(|| format!("nobody planned {id}"))
    }

    fn enter(&mut self, id: PayoutId, from: &[&str], to: &'static str) -> Result<(), String> {
        let payout = self.all.get_mut(&id).ok_or_else(|| format!("nobody planned {id}"))?;
        ensure(from.contains(&payout.state), || format!("{id} is {}, and becomes {to}", payout.state))?;
        payout.state = to;
        Ok(())
    }
}

impl Watchman {
    /// Whether an act revokes or holds a key, or holds who owns it.
    pub(super) fn stops_key(&self, act: &Act, key: &PublicKey) -> bool {
        match act {
            Act::RevokeKey(revoke) => revoke.key == *key,
            Act::PlaceHold(place) => match &place.target {
                HoldTarget::Key(target) => target.key == *key,
                HoldTarget::Organisation(target) => self.keys.is_of(key, target.organisation),
                _ => false,
            },
            _ => false,
        }
    }

    pub(super) fn watch_payouts(
        &mut self,
        event: &MoneyEvent,
        now: Timestamp,
        signed: Option<&Signed>,
    ) -> Result<(), String> {
        match event {
            MoneyEvent::PayoutDetailsSet(e) => self.watch_details(e, now, signed),
            MoneyEvent::PayoutPlanned(e) => self.watch_planned(e, signed),
            MoneyEvent::PayoutsApproved(e) => self.watch_approved(e, now),
            MoneyEvent::PayoutCancelled(e) => self.watch_cancelled_payout(e, signed),
            MoneyEvent::PayoutsInstructed(e) => {
                let of_file = self.payouts.all.iter().filter(|(_, payout)| payout.file == Some(e.file));
                let ids: Vec<PayoutId> = of_file.map(|(id, _)| *id).collect();
                ensure(!ids.is_empty(), || format!("{} was never approved", e.file))?;
                ids.into_iter().try_for_each(|id| self.payouts.enter(id, &["approved"], "instructed"))
            }
            MoneyEvent::PayoutReported(e) => self.watch_reported(e, signed),
            MoneyEvent::ReceiptSigned(e) => self.watch_receipt(e, signed),
            MoneyEvent::PayoutDisputed(e) => {
                self.must_be_receivers(e.payout, signed)?;
                self.payouts.enter(e.payout, &["settled"], "disputed")
            }
            _ => Ok(()),
        }
    }

    /// By the payee; where it has no key, by two persons of the operator. The first count at once, changed ones wait.
    fn watch_details(&mut self, e: &PayoutDetailsSet, now: Timestamp, signed: Option<&Signed>) -> Result<(), String> {
        let signed = signed.ok_or("details of nobody")?;
        let taken_back = signed.act.word() == "withdraw_payout_details" && signed.organisation() == e.organisation;
        if taken_back || ends_a_key(&signed.act) {
            let before = self.payouts.before.remove(&e.organisation).ok_or("details come back that never were")?;
            let ended = self.payouts.details.insert(e.organisation, (e.clone(), e.rail));
            let waited = ended.is_some_and(|(ended, _)| {
                (taken_back || self.stops_key(&signed.act, &ended.key)) && ended.works_from > now
            });
            return ensure(*e == before && waited, || "other details than those that were in force".to_owned());
        }
        let keyless = !self.keys.can_sign(e.organisation) && self.keys.has_role(signed.organisation(), Role::Operator);
        let own = signed.organisation() == e.organisation || keyless && signed.approves;
        ensure(own, || "a stranger says where somebody is paid".to_owned())?;
        let changes = self.contacts.knows(e.organisation) && self.payouts.details.contains_key(&e.organisation);
        let alone = changes && !signed.approves && self.keys.persons_who_sign(e.organisation) >= 2;
        ensure(!alone, || "one person of two changes where somebody is paid".to_owned())?;
        let hours = i64::from(self.parameters.money().details_wait_hours.0);
        let before = self.payouts.details.insert(e.organisation, (e.clone(), e.rail));
        let changes = before.is_some();
        let in_force = before.map(|(before, _)| before).filter(|before| before.works_from <= now);
        self.payouts.before.extend(in_force.map(|before| (e.organisation, before)));
        let waits = e.works_from == if changes { now.plus_hours(hours) } else { now };
        ensure(waits, || format!("details work from {}", e.works_from))
    }

    fn watch_planned(&mut self, e: &PayoutPlanned, signed: Option<&Signed>) -> Result<(), String> {
        let signed = signed.ok_or("a payout of nobody")?;
        let asked = match &signed.act {
            Act::PlanPayout(p) => {
                let operates = self.keys.has_role(signed.organisation(), Role::Operator);
                operates && (p.amount, p.payee, Some(p.producer)) == (e.amount, e.payee, e.producer)
            }
            Act::WithdrawMoney(w) => (w.amount, signed.organisation(), None) == (e.amount, e.payee, e.producer),
            _ => false,
        };
        ensure(asked, || "a payout that nobody planned".to_owned())?;
        let (payee, producer, amount) = (e.payee, e.producer, e.amount);
        let (key, file) = (e.key, None);
        let payout = Payout { payee, producer, amount, key, state: "planned", file };
        ensure(self.payouts.all.insert(e.payout, payout).is_none(), || format!("{} is planned twice", e.payout))
    }

    fn watch_approved(&mut self, e: &PayoutsApproved, now: Timestamp) -> Result<(), String> {
        let mut total = 0;
        for approved in &e.payouts {
            let id = approved.payout;
            self.payouts.enter(id, &["planned"], "approved")?;
            let payout = self.payouts.all.get_mut(&id).ok_or("a payout that is there")?;
            payout.file = Some(e.file);
            total += payout.amount.minor;
            ensure(payout.amount.currency == e.total.currency, || format!("{id} is of another currency"))?;
            let (details, rail) = self.payouts.details.get(&payout.payee).ok_or("a payee who did not say where")?;
            ensure(details.works_from <= now, || format!("{id} goes where its payee has only just said"))?;
            ensure(*rail == e.rail && details.details == approved.details, || format!("{id} goes elsewhere"))?;
        }
        ensure(total == e.total.minor, || format!("{} is not the sum of its payouts", e.file))
    }

    /// By the operator, or its payee where that planned it; after a fraud by itself.
    fn watch_cancelled_payout(&mut self, e: &PayoutCancelled, signed: Option<&Signed>) -> Result<(), String> {
        let payout = self.payouts.find(e.payout)?;
        let by = signed.map(Signed::organisation);
        let stopped = signed.is_some_and(|s| s.act.word() == "withdraw_certificate") && payout.producer.is_some();
        let operates = by.is_some_and(|by| self.keys.has_role(by, Role::Operator));
        let stopped =
            stopped || payout.state == "planned" && signed.is_some_and(|s| self.stops_key(&s.act, &payout.key));
        let own = by == Some(payout.payee) && payout.producer.is_none() && payout.state == "planned";
        ensure(stopped || operates || own, || "a payout is cancelled by a stranger".to_owned())?;
        self.payouts.enter(e.payout, &["planned", "approved"], "cancelled")
    }

    fn watch_reported(&mut self, e: &PayoutReported, signed: Option<&Signed>) -> Result<(), String> {
        let comes_back = matches!(e.report, PayoutReport::Rejected(_) | PayoutReport::Returned(_));
        let two = signed.is_some_and(|signed| signed.approves);
        ensure(two || !comes_back, || format!("one person says that {} comes back", e.payout))?;
        let (id, file) = (e.payout, self.payouts.find(e.payout)?.file);
        let silent = self.payouts.find(id)?.state == "unknown";
        match &e.report {
            PayoutReport::Accepted(said) => {
                ensure(!silent || said.reference.is_some(), || format!("{id} is sent again blind"))?;
                self.payouts.enter(id, &["instructed", "unknown"], "accepted")
            }
            PayoutReport::Rejected(said) => {
                ensure(!silent || said.reference.is_some(), || format!("{id} is taken back blind"))?;
                self.payouts.enter(id, &["instructed", "accepted", "unknown"], "rejected")
            }
            PayoutReport::Unknown(_) => self.payouts.enter(id, &["instructed", "accepted"], "unknown"),
            PayoutReport::Settled(paid) => {
                self.bank.book(&paid.reference, file)?;
                self.payouts.enter(id, &["accepted", "unknown"], "settled")
            }
            PayoutReport::Returned(back) => {
                self.bank.book(&back.reference, None)?;
                self.payouts.enter(id, &["settled", "disputed"], "returned")
            }
        }
    }

    /// The payee, or the producer whose premium it is and whose payee cannot sign.
    fn must_be_receivers(&self, id: PayoutId, signed: Option<&Signed>) -> Result<(), String> {
        let payout = self.payouts.find(id)?;
        let by = signed.map(Signed::organisation).ok_or("a receipt of nobody")?;
        let for_payee = payout.producer == Some(by) && !self.keys.can_sign(payout.payee);
        ensure(by == payout.payee || for_payee, || format!("a stranger signs for {id}"))
    }

    fn watch_receipt(&mut self, e: &ReceiptSigned, signed: Option<&Signed>) -> Result<(), String> {
        self.must_be_receivers(e.payout, signed)?;
        let signed = signed.ok_or("a receipt of nobody")?;
        let asked = matches!(&signed.act, Act::ConfirmReceipt(c)
            if (c.payout, c.received, c.paper) == (e.payout, e.received, e.paper));
        ensure(asked && signed.organisation() == e.signer, || "a receipt of somebody else".to_owned())?;
        let payout = self.payouts.find(e.payout)?;
        let own = e.signer == payout.payee;
        ensure(own != e.paper.is_some(), || "a paper receipt of who can sign, or none of who cannot".to_owned())?;
        ensure(own || signed.approves, || "one person signs for another organisation".to_owned())?;
        let (sent, received) = (payout.amount, e.received);
        ensure(received.currency == sent.currency && received <= sent, || "more arrived than was sent".to_owned())?;
        let share = sent.minor * i64::from(self.parameters.money().receipt_tolerance.points()) / 10_000;
        let tolerated = share.max(10 * 10_i64.pow(sent.currency.exponent()));
        let all = received.minor > 0 && sent.minor - received.minor <= tolerated;
        let (outcome, state) = match all {
            true => (ReceiptOutcome::Confirmed, "confirmed"),
            false => (ReceiptOutcome::ShortReceived, "short_received"),
        };
        ensure(e.outcome == outcome, || format!("{received} of {sent} counts as {:?}", e.outcome))?;
        self.payouts.enter(e.payout, &["settled", "disputed"], state)
    }
}
