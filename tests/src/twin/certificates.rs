//! What certifiers judge of certificates, and what producers give back.

use super::*;

impl Twin {
    pub(super) fn judge(&mut self, asking: Asking, act: &Act) {
        let today = asking.now.date();
        match act {
            Act::SuspendCertificate(suspend) => self.suspend(suspend.certificate, today),
            Act::ReinstateCertificate(reinstate) => {
                self.certificate(reinstate.certificate).state = "certified";
                self.lift(HoldId::of_certificate(reinstate.certificate), today);
            }
            Act::ReleaseCertificateHold(release) => self.lift(HoldId::of_certificate(release.certificate), today),
            Act::RejectCertificate(reject) => {
                let certificate = self.certificate(reject.certificate);
                (certificate.state, certificate.linked) = ("rejected", false);
            }
            Act::AcceptMandate(accept) => self.certificate(accept.certificate).linked = true,
            Act::EndMandate(end) => self.end_mandate(end.certificate),
            Act::RecordInspection(record) => {
                if let Some(maximum) = record.maximum {
                    self.certificate(record.certificate).maximum = maximum.mg();
                }
            }
            Act::SurrenderCertificate(surrender) => self.surrender(surrender),
            Act::WithdrawCertificate(withdraw) => self.withdraw_certificate(withdraw, today),
            // The rest moves neither credits nor money: confirmations, voids, accreditations, footprints …
            _ => {}
        }
    }

    /// What is issued after a suspended certificate has expired is not held.
    fn suspend(&mut self, id: CertificateId, today: Date) {
        self.certificate(id).state = "suspended";
        self.hold_certificate(id, HoldReason::CertificateSuspended, HoldScope::Unsold, today);
    }

    fn hold_certificate(&mut self, id: CertificateId, reason: HoldReason, scope: HoldScope, today: Date) {
        let batches = self.batches_under(id);
        let target = HoldTarget::Batch(BatchTarget { batch: BatchId::from(0), scope });
        self.hold(today, Hold { id: HoldId::of_certificate(id), target, batches, reason, lapses: None });
    }

    pub(super) fn batches_under(&self, id: CertificateId) -> Vec<BatchId> {
        self.batches.iter().filter(|batch| batch.certificate == id).map(|batch| batch.id).collect()
    }

    fn end_mandate(&mut self, id: CertificateId) {
        let (holder, batches) = (self.certificate(id).holder, self.batches_under(id));
        let own = |key: PublicKey| self.keys.iter().any(|k| k.key == key && k.organisation == holder);
        let by_mandate = |o: &&Order| o.batch.is_some_and(|batch| batches.contains(&batch)) && own(o.key);
        let orders: Vec<OrderId> = self.orders.iter().filter(by_mandate).map(|o| o.id).collect();
        orders.into_iter().for_each(|order| self.end_order(order));
    }

    /// It ends the day before; what is undecided lapses as many days earlier as that is before its last valid day.
    fn surrender(&mut self, surrender: &SurrenderCertificate) {
        let id = surrender.certificate;
        let certificate = self.certificate(id);
        if certificate.state == "applied" {
            (certificate.state, certificate.linked) = ("surrendered", false);
            return;
        }
        let before = certificate.ends;
        certificate.state = "surrendered";
        certificate.ends = before.min(surrender.effective.start());
        let earlier = before.date().days_since(certificate.ends.date());
        for declaration in self.declarations.iter_mut().filter(|d| d.certificate == id && d.open) {
            declaration.lapses = declaration.lapses.plus_days(-earlier);
        }
    }

    /// Nothing of it is sold any more: what its producer has is cancelled; after fraud what was bought is held.
    fn withdraw_certificate(&mut self, withdraw: &WithdrawCertificate, today: Date) {
        let id = withdraw.certificate;
        let certificate = self.certificate(id);
        (certificate.state, certificate.carry) = ("withdrawn", 0);
        let hold = HoldId::of_certificate(id);
        let fraud = withdraw.cause == WithdrawalCause::Fraud;
        if fraud {
            self.stop_premium(id);
        }
        if fraud {
            self.holds.retain(|h| h.id != hold);
            self.hold_certificate(id, HoldReason::Fraud, HoldScope::All, today);
        } else if !self.holds.iter().any(|h| h.id == hold) {
            self.hold_certificate(id, HoldReason::CertificateSuspended, HoldScope::Unsold, today);
        }
        let batches = self.batches_under(id);
        self.void_deals(|deal| batches.contains(&deal.batch));
        for n in 0..self.lots.len() {
            let lot = &self.lots[n];
            let Some(batch) = self.batches.iter().find(|batch| batch.id == lot.batch && batch.certificate == id) else {
                continue;
            };
            let ended = matches!(lot.state, LotState::Retired | LotState::Cancelled | LotState::Expired);
            if self.owner_of(lot.account) == Some(batch.producer) && !ended {
                assert!(matches!(lot.state, LotState::Free | LotState::Frozen), "lot {} is {:?}", lot.gram, lot.state);
                self.lots[n].state = LotState::Cancelled;
            }
        }
        for declaration in self.declarations.iter_mut().filter(|d| d.certificate == id && d.open) {
            (declaration.open, declaration.counted) = (false, 0);
        }
        if fraud {
            self.take_back_stopped();
        } else {
            self.lift(hold, today);
        }
    }
}
