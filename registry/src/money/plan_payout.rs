//! A payout is planned: by the operator, premium of one producer's sales for one payee; or by a member, its own unused
//! money. It reserves nothing. Each is an instruction of its own, so that nobody reads what another is paid.

use super::payout::{Payout, PayoutState};
use super::{Cash, CashAccount};
use crate::Contradiction;
use crate::event::PayoutPlanned;
use crate::instruction::{PlanPayout, Role, WithdrawMoney};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    ids: &mut IdMint,
    asker: &Asker,
    plan: &PlanPayout,
) -> Result<PayoutPlanned, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    parties.existing_as(Role::Producer, plan.producer)?;
    let payee = parties.existing(plan.payee)?;
    payee.require_active(plan.payee)?;
    must_be_positive(plan.amount)?;
    let available = cash.premiums.unpaid(plan.payee, plan.producer, plan.amount.currency);
    if available < plan.amount {
        return Err(Refusal::PremiumMustCoverPayout { available, asked: plan.amount });
    }
    let fits = |exchange: &crate::instruction::Exchange| exchange.expected.currency == exchange.currency;
    if !plan.exchange.as_ref().is_none_or(fits) {
        return Err(Refusal::FieldMustBe { field: "exchange.expected", rule: "in the currency of the exchange" });
    }
    Ok(PayoutPlanned {
        amount: plan.amount,
        exchange: plan.exchange.clone(),
        key: asker.key,
        payee: plan.payee,
        payout: ids.mint(),
        producer: Some(plan.producer),
    })
}

/// Whoever has money that no premium is part of may have it back.
pub(crate) fn decide_withdrawal(
    cash: &Cash,
    ids: &mut IdMint,
    asker: &Asker,
    withdraw: &WithdrawMoney,
) -> Result<PayoutPlanned, Refusal> {
    let (payee, amount) = (asker.organisation, withdraw.amount);
    if cash.payouts.details(payee).is_none() {
        return Err(Refusal::PayoutDetailsMustBeKnown { organisation: payee });
    }
    must_be_positive(amount)?;
    cash.must_cover_withdrawal(payee, amount)?;
    Ok(PayoutPlanned { amount, exchange: None, key: asker.key, payee, payout: ids.mint(), producer: None })
}

fn must_be_positive(amount: Money) -> Result<(), Refusal> {
    if amount.minor > 0 { Ok(()) } else { Err(Refusal::AmountMustBePositive { field: "amount" }) }
}

impl Cash {
    /// A member's money that is no premium on its way to it.
    pub fn unused(&self, organisation: OrganisationId, currency: Currency) -> Money {
        let held = self.balance(CashAccount::Cash(organisation), currency).minor;
        currency.minor((held - self.premiums.waiting(organisation, currency)).max(0))
    }

    pub(super) fn must_cover_withdrawal(&self, organisation: OrganisationId, asked: Money) -> Result<(), Refusal> {
        let available = self.unused(organisation, asked.currency);
        if available < asked { Err(Refusal::BalanceMustCoverAmount { available, needed: asked }) } else { Ok(()) }
    }
}

pub(crate) fn apply(cash: &mut Cash, event: &PayoutPlanned, now: Timestamp) -> Result<(), Contradiction> {
    let payout = Payout {
        payee: event.payee,
        producer: event.producer,
        amount: event.amount,
        exchange: event.exchange.clone(),
        key: event.key,
        state: PayoutState::Planned,
        file: None,
        details: None,
        parts: Vec::new(),
        since: now,
        settled_at: None,
        received: None,
        paper: None,
    };
    cash.payouts.plan(event.payout, payout)
}
