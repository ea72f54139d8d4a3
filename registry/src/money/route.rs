//! The route of a trade's premium: instalments first, then the premium plan, to the last minor unit.
//!
//! ```text
//! d1    = min(floor(gross × rate1 / 10,000), outstanding1)     certification instalment
//! d2    = min(floor(gross × rate2 / 10,000), outstanding2, gross − d1)     pre-finance repayment
//! net   = gross − d1 − d2
//! leg_i = floor(net × s_i / 10,000); left-over minor units one each to the largest remainders, ties to the lower index
//! ```

use std::collections::BTreeMap;

use super::premium::unpaid_legs;
use super::{Cash, CashAccount, Ground, PlanState, Sold};
use crate::Contradiction;
use crate::event::{Deduction, Leg};
use crate::instruction::{InstalmentKind, ProgrammeCode};
use crate::values::*;

/// Where a trade's gross premium goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The premium plan applied.
    pub plan: PremiumPlanId,
    /// Instalments withheld.
    pub deductions: Vec<Deduction>,
    /// What each payee receives.
    pub legs: Vec<Leg>,
}

/// Splits a whole number by shares that sum to 10,000, exactly: floors first, then one unit each to the largest
/// remainders, ties to the lower index.
pub fn split_by_largest_remainder(net: i64, shares: &[Bps]) -> Vec<i64> {
    let weights: Vec<i64> = shares.iter().map(|share| i64::from(share.points())).collect();
    split_in_proportion(net, &weights)
}

/// Splits a whole number in proportion to some weights, by the same rule.
pub fn split_in_proportion(total: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let product = |weight: &i64| i128::from(total) * i128::from(*weight);
    let mut parts: Vec<i64> = weights.iter().map(|w| i64::try_from(product(w) / sum).unwrap_or(i64::MAX)).collect();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|i| (-(product(&weights[*i]) % sum), *i));
    let left = total - parts.iter().sum::<i64>();
    for index in by_remainder.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[index] += 1;
    }
    parts
}

/// What is paid for a trade, and out of what.
#[derive(Debug, Clone, Copy)]
pub struct Payment<'a> {
    /// Where the buyer's money is set aside.
    pub escrow: CashAccount,
    /// The trade.
    pub trade: TradeId,
    /// Whose credits were sold.
    pub seller: OrganisationId,
    /// Who pays.
    pub buyer: OrganisationId,
    /// What was sold of.
    pub batch: BatchId,
    /// How much.
    pub mass: Mass,
    /// Paid for it.
    pub gross: Money,
    /// Paid to the operator.
    pub fee: Money,
    /// The premium plan.
    pub plan: PremiumPlanId,
    /// Instalments withheld.
    pub deductions: &'a [Deduction],
    /// What each payee receives.
    pub legs: &'a [Leg],
}

impl Cash {
    /// The route of a gross premium; `None` without a plan in force.
    pub fn route(&self, producer: OrganisationId, programme: ProgrammeCode, gross: Money) -> Option<Route> {
        self.route_after(&BTreeMap::new(), producer, programme, gross)
    }

    /// The route of a gross premium once so many minor units of instalment plans have been paid. Of trades that are
    /// expected one after the other, each finds less owed than the one before.
    pub fn route_after(
        &self,
        paid: &BTreeMap<InstalmentPlanId, i64>,
        producer: OrganisationId,
        programme: ProgrammeCode,
        gross: Money,
    ) -> Option<Route> {
        let (plan_id, plan) = self.plan_in_force(producer, programme)?;
        let mut net = gross.minor;
        let mut deductions = Vec::new();
        for kind in [InstalmentKind::Certification, InstalmentKind::Prefinance] {
            if let Some((id, p)) = self.plan_withheld(producer, kind, gross.currency) {
                let share = i128::from(gross.minor) * i128::from(p.rate.points()) / 10_000;
                // Plans of two programmes may together ask for more than there is: the lower rank takes what is left.
                let owed = p.outstanding.minor - paid.get(&id).copied().unwrap_or(0);
                let amount = i64::try_from(share).unwrap_or(i64::MAX).min(owed).min(net);
                net -= amount;
                deductions.push(Deduction { amount: gross.currency.minor(amount), creditor: p.creditor, plan: id });
            }
        }
        deductions.retain(|d| d.amount.minor > 0);
        let shares: Vec<Bps> = plan.payees.iter().map(|p| p.share).collect();
        let parts = split_by_largest_remainder(net, &shares);
        let leg = |(p, minor): (&crate::instruction::PayeeShare, i64)| Leg {
            amount: gross.currency.minor(minor),
            kind: p.kind,
            payee: p.payee,
        };
        Some(Route { plan: plan_id, deductions, legs: plan.payees.iter().zip(parts).map(leg).collect() })
    }

    /// What a deduction pays for.
    pub fn kind_of(&self, deduction: &Deduction) -> Option<InstalmentKind> {
        self.instalment_plans.get(&deduction.plan).map(|plan| plan.kind)
    }

    /// Delivery versus payment, the payment: from escrow to fee, creditors and payees.
    pub(crate) fn pay(&mut self, payment: &Payment<'_>, today: Date) -> Result<(), Contradiction> {
        let Payment { escrow, trade, gross, .. } = *payment;
        let mut paid = 0;
        for deduction in payment.deductions {
            paid += deduction.amount.minor;
            self.withhold(deduction)?;
            self.transfer(escrow, CashAccount::Cash(deduction.creditor), deduction.amount, Ground::trade(trade))?;
        }
        for leg in payment.legs {
            paid += leg.amount.minor;
            self.transfer(escrow, CashAccount::Cash(leg.payee), leg.amount, Ground::leg(trade, payment.plan))?;
        }
        Contradiction::unless(paid == gross.minor, "legs and deductions sum to the gross")?;
        // Only shown, and larger than all money there is before it could be wrong.
        let routed = self.routed.entry(gross.currency).or_default();
        *routed = routed.saturating_add(paid);
        self.transfer(escrow, CashAccount::Fees, payment.fee, Ground::trade(trade))?;
        let sold = Sold {
            producer: payment.seller,
            buyer: payment.buyer,
            batch: payment.batch,
            mass: payment.mass,
            gross,
            fee: payment.fee,
            plan: payment.plan,
            deductions: payment.deductions.to_vec(),
            legs: unpaid_legs(payment.legs),
        };
        self.premiums.record(trade, sold, today)
    }

    /// An instalment lowers its debt, and ends the plan when nothing is owed any more.
    fn withhold(&mut self, deduction: &Deduction) -> Result<(), Contradiction> {
        let plan = self.instalment_plans.get_mut(&deduction.plan);
        let plan = plan.ok_or(Contradiction::new("a deduction names its plan"))?;
        plan.outstanding.minor -= deduction.amount.minor;
        Contradiction::unless(plan.outstanding.minor >= 0, "no more is withheld than is owed")?;
        if plan.outstanding.minor == 0 {
            plan.state = PlanState::Closed;
            let of_kind = self.withheld.get_mut(&(plan.producer, plan.kind));
            of_kind.and_then(|of_kind| of_kind.remove(&plan.total.currency));
        }
        Ok(())
    }
}
