//! The money of each trade, and how far every leg of its premium has come.

use super::*;

/// Splits a whole by weights: floors first, then one each to whoever is furthest behind its due.
pub(super) fn share_out(total: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i64 = weights.iter().sum();
    let due = |weight: &i64| i128::from(total) * i128::from(*weight);
    let floor = |weight: &i64| i64::try_from(due(weight) / i128::from(sum)).expect("a part of a whole");
    let mut parts: Vec<i64> = weights.iter().map(|weight| if sum == 0 { 0 } else { floor(weight) }).collect();
    for _ in parts.iter().sum::<i64>()..if sum == 0 { 0 } else { total } {
        let behind = |n: &usize| due(&weights[*n]) - i128::from(parts[*n]) * i128::from(sum);
        let furthest = (0..parts.len()).rev().max_by_key(behind).expect("there are weights");
        parts[furthest] += 1;
    }
    parts
}

impl Twin {
    /// Pays instalments, legs and the fee out of what was set aside, and remembers the trade. Answers the parts.
    pub(super) fn pay_for(&mut self, escrow: CashAccount, sold: Sold) -> Vec<i64> {
        let (producer, gross) = (sold.producer, sold.gross);
        let mut payments = self.withhold(producer, gross);
        let net = gross - payments.iter().map(|(_, part)| part).sum::<i64>();
        payments.retain(|(_, part)| *part > 0);
        let started = self.plans.iter().filter(|p| p.producer == producer && p.started);
        let plan = started.max_by_key(|p| (p.starts, p.id)).expect("a plan in force");
        let weights: Vec<i64> = plan.shares.iter().map(|share| i64::from(share.share.points())).collect();
        let leg = |(share, amount): (&PayeeShare, i64)| Leg {
            payee: share.payee,
            kind: share.kind,
            amount,
            unpaid: amount,
            confirmed: 0,
        };
        let legs: Vec<Leg> = plan.shares.iter().zip(share_out(net, &weights)).map(leg).collect();
        payments.extend(legs.iter().map(|leg| (leg.payee, leg.amount)));
        self.pay(escrow, CashAccount::Fees, sold.fee);
        for (payee, part) in &payments {
            self.pay(escrow, CashAccount::Cash(*payee), *part);
        }
        self.sold.push(Sold { legs, ..sold });
        payments.into_iter().map(|(_, part)| part).collect()
    }

    /// Instalments, to their creditors.
    fn withhold(&mut self, producer: OrganisationId, gross: i64) -> Vec<(OrganisationId, i64)> {
        let mut payments = Vec::new();
        for kind in [InstalmentKind::Certification, InstalmentKind::Prefinance] {
            let owed = |d: &&mut Debt| d.producer == producer && d.kind == kind && d.signed && d.left > 0;
            if let Some(debt) = self.debts.iter_mut().find(owed) {
                let part = (gross * debt.rate / 10_000).min(debt.left);
                debt.left -= part;
                payments.push((debt.creditor, part));
            }
        }
        payments
    }

    /// What waits for a payee, of all sales or of one producer's.
    pub(super) fn unpaid(&self, payee: OrganisationId) -> i64 {
        let legs = self.sold.iter().flat_map(|sold| &sold.legs);
        legs.filter(|leg| leg.payee == payee).map(|leg| leg.unpaid).sum()
    }

    /// A payout's parts: of the oldest trades, in the order of their legs.
    pub(super) fn draw(&mut self, payee: OrganisationId, producer: OrganisationId, amount: i64) -> Vec<Part> {
        let (mut left, mut parts) = (amount, Vec::new());
        for (trade, sold) in self.sold.iter_mut().enumerate().filter(|(_, sold)| sold.producer == producer) {
            for (n, leg) in sold.legs.iter_mut().enumerate().filter(|(_, leg)| leg.payee == payee && leg.unpaid > 0) {
                let amount = leg.unpaid.min(left);
                (leg.unpaid, left) = (leg.unpaid - amount, left - amount);
                parts.extend((amount > 0).then_some(Part { trade, leg: n, amount }));
            }
        }
        assert_eq!(left, 0, "a payout draws what is unpaid");
        parts
    }

    pub(super) fn leg(&mut self, part: Part) -> &mut Leg {
        &mut self.sold[part.trade].legs[part.leg]
    }
}
