//! After a fraud: premium is stopped wherever it still is, and goes on or is refunded to whoever bought.

use super::premium::share_out;
use super::*;

impl Twin {
    /// Of every trade that ever sold something of the certificate's.
    pub(super) fn stop_premium(&mut self, certificate: CertificateId) {
        let batches = self.batches_under(certificate);
        for n in 0..self.sold.len() {
            if batches.contains(&self.sold[n].batch) {
                self.sold[n].stopped = Some(certificate);
                self.stop_again(n);
            }
        }
    }

    /// What is unpaid of a trade that is stopped goes to suspense, as far as its payees still have it. After a refund
    /// nobody waits for it any more.
    pub(super) fn stop_again(&mut self, trade: usize) {
        let Some(certificate) = self.sold[trade].stopped else { return };
        for leg in 0..self.sold[trade].legs.len() {
            let Leg { payee, unpaid, .. } = self.sold[trade].legs[leg];
            if unpaid > 0 {
                let moved = unpaid.min(self.holds_at(CashAccount::Cash(payee)));
                self.sold[trade].legs[leg].unpaid = 0;
                self.pay(CashAccount::Cash(payee), CashAccount::Suspense, moved);
                let part = Part { trade, leg, amount: unpaid };
                let waits = !self.refunded.contains(&certificate);
                self.stopped.extend(waits.then_some(Stopped { certificate, part, moved }));
            }
        }
    }

    /// Payouts that the bank has not been told of, and that carry some of it.
    pub(super) fn take_back_stopped(&mut self) {
        let stopped = |part: &Part| self.sold[part.trade].stopped.is_some();
        let carries = |payout: &&Payout| payout.state == "approved" && payout.parts.iter().any(stopped);
        let carrying: Vec<PayoutId> = self.payouts.iter().filter(carries).map(|payout| payout.id).collect();
        carrying.into_iter().for_each(|id| self.cancel_payout(id));
    }

    /// If the hold was for fraud.
    pub(super) fn give_premium_back(&mut self, hold: HoldId) {
        let fraud = self.holds.iter().any(|h| h.id == hold && h.reason == HoldReason::Fraud);
        let of = |certificate: CertificateId| fraud && HoldId::of_certificate(certificate) == hold;
        for sold in &mut self.sold {
            sold.stopped = sold.stopped.filter(|certificate| !of(*certificate));
        }
        let (back, stopped) = std::mem::take(&mut self.stopped).into_iter().partition(|s| of(s.certificate));
        self.stopped = stopped;
        for Stopped { part, moved, .. } in back {
            let leg = self.leg(part);
            leg.unpaid += part.amount;
            let payee = leg.payee;
            self.pay(CashAccount::Suspense, CashAccount::Cash(payee), moved);
        }
    }

    /// What was bought and is still there ends; each buyer gets its part of what was stopped, and its fee.
    pub(super) fn refund(&mut self, certificate: CertificateId, today: Date) {
        let batches = self.batches_under(certificate);
        let live = |lot: &Lot| !matches!(lot.state, LotState::Retired | LotState::Cancelled | LotState::Expired);
        let mut lots: BTreeMap<usize, i64> = BTreeMap::new();
        for lot in self.lots.iter_mut().filter(|lot| batches.contains(&lot.batch) && live(lot)) {
            lot.state = LotState::Cancelled;
            lot.trade.into_iter().for_each(|trade| *lots.entry(trade).or_default() += 1);
        }
        let mut paid: BTreeMap<OrganisationId, (i64, i64)> = BTreeMap::new();
        for (trade, lots) in lots {
            let sold = &self.sold[trade];
            let sum = paid.entry(sold.buyer).or_default();
            *sum = (sum.0 + sold.gross * lots / sold.lots, sum.1 + sold.fee * lots / sold.lots);
        }
        self.lift(HoldId::of_certificate(certificate), today);
        self.refunded.push(certificate);
        let of_it = self.stopped.iter().filter(|stopped| stopped.certificate == certificate);
        let pool: i64 = of_it.map(|stopped| stopped.moved).sum();
        self.stopped.retain(|stopped| stopped.certificate != certificate);
        let weights: Vec<i64> = paid.values().map(|(gross, _)| *gross).collect();
        let refunds = share_out(pool.min(weights.iter().sum()), &weights);
        for ((buyer, (_, fee)), refund) in paid.into_iter().zip(refunds) {
            if self.members.iter().any(|member| member.id == buyer && member.closed) {
                continue;
            }
            let fee = fee.min(self.holds_at(CashAccount::Fees));
            self.pay(CashAccount::Suspense, CashAccount::Cash(buyer), refund);
            self.pay(CashAccount::Fees, CashAccount::Cash(buyer), fee);
        }
    }
}
