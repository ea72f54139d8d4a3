//! Approval: two persons of the operator let payouts of one currency and rail go. One approval is one file and one
//! message to the bank, for ever. The money of each leaves its member's account; premium is drawn leg by leg.

use std::collections::BTreeSet;

use super::payout::{Payout, PayoutFile, PayoutState};
use super::{Cash, CashAccount, Ground};
use crate::Contradiction;
use crate::credit::Credits;
use crate::event::{PayoutApproved, PayoutsApproved};
use crate::instruction::{ApprovePayouts, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// Most payouts of one file.
const PAYOUTS_MAX: usize = 200;

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    cash: &Cash,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    approve: &ApprovePayouts,
) -> Result<PayoutsApproved, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let named: BTreeSet<PayoutId> = approve.payouts.iter().copied().collect();
    if approve.payouts.is_empty() || approve.payouts.len() > PAYOUTS_MAX || named.len() != approve.payouts.len() {
        return Err(Refusal::FieldMustBe { field: "payouts", rule: "1 to 200, each named once" });
    }
    let found = approve.payouts.iter().map(|id| cash.payouts.existing(*id)).collect::<Result<Vec<_>, _>>()?;
    let mut payouts = Vec::new();
    for (payout, id) in found.iter().zip(&approve.payouts) {
        payout.must_be(&[PayoutState::Planned])?;
        parties.existing(payout.payee)?.require_active(payout.payee)?;
        credits.holds().check_organisation(payout.payee)?;
        payouts.push(PayoutApproved { details: usable_details(cash, payout, approve, now)?, payout: *id });
    }
    let currency = found.first().map_or(Currency::FIRST, |payout| payout.amount.currency);
    if found.iter().any(|payout| payout.amount.currency != currency) {
        return Err(Refusal::CurrencyMustBe { expected: currency });
    }
    must_cover_all(cash, &found)?;
    let total: i64 = found.iter().map(|payout| payout.amount.minor).sum();
    if total > Money::MINOR_MAX {
        return Err(Refusal::AmountIsTooLarge {});
    }
    Ok(PayoutsApproved { file: ids.mint(), payouts, rail: approve.rail, total: currency.minor(total) })
}

/// The details in force, when they are for this rail and have waited.
fn usable_details(
    cash: &Cash,
    payout: &Payout,
    approve: &ApprovePayouts,
    now: Timestamp,
) -> Result<crate::instruction::Digest, Refusal> {
    let organisation = payout.payee;
    let details = cash.payouts.details(organisation);
    let details = details.ok_or(Refusal::PayoutDetailsMustBeKnown { organisation })?;
    if now < details.works_from {
        return Err(Refusal::PayoutDetailsMustWait { organisation, works_from: details.works_from });
    }
    if details.rail != approve.rail {
        return Err(Refusal::RailMustBe { organisation, rail: details.rail });
    }
    Ok(details.digest)
}

/// What is paid to one member together is there: premium of each producer, and money that is no premium.
fn must_cover_all(cash: &Cash, payouts: &[&Payout]) -> Result<(), Refusal> {
    let together = |one: &Payout| {
        let same = payouts.iter().filter(|other| (other.payee, other.producer) == (one.payee, one.producer));
        one.amount.currency.minor(same.map(|other| other.amount.minor).sum())
    };
    for payout in payouts {
        let (asked, currency) = (together(payout), payout.amount.currency);
        match payout.producer {
            None => cash.must_cover_withdrawal(payout.payee, asked)?,
            Some(producer) => {
                let available = cash.premiums.unpaid(payout.payee, producer, currency);
                if available < asked {
                    return Err(Refusal::PremiumMustCoverPayout { available, asked });
                }
            }
        }
        let all = payouts.iter().filter(|other| other.payee == payout.payee).map(|other| other.amount.minor).sum();
        let (available, needed) = (cash.balance(CashAccount::Cash(payout.payee), currency), currency.minor(all));
        if available < needed {
            return Err(Refusal::BalanceMustCoverAmount { available, needed });
        }
    }
    Ok(())
}

pub(crate) fn apply(cash: &mut Cash, event: &PayoutsApproved, now: Timestamp) -> Result<(), Contradiction> {
    for PayoutApproved { details, payout: id } in &event.payouts {
        let payout = cash.payouts.enter(*id, &[PayoutState::Planned], PayoutState::Approved, now)?;
        (payout.file, payout.details) = (Some(event.file), Some(*details));
        let (payee, producer, amount) = (payout.payee, payout.producer, payout.amount);
        if let Some(producer) = producer {
            let parts = cash.premiums.draw((payee, amount.currency, producer), amount.minor)?;
            cash.payouts.enter(*id, &[PayoutState::Approved], PayoutState::Approved, now)?.parts = parts;
        }
        cash.transfer(CashAccount::Cash(payee), CashAccount::Transit(*id), amount, Ground::payout(*id))?;
    }
    let file = PayoutFile {
        rail: event.rail,
        total: event.total,
        payouts: event.payouts.iter().map(|approved| approved.payout).collect(),
        approved_at: now,
        digest: None,
    };
    cash.payouts.open_file(event.file, file)
}
