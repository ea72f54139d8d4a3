//! Deposit: money that arrived at the bank is booked for a member. Two operator persons sign, so the act is a
//! proposal first; the bank's reference is unique for ever.

use super::{Cash, CashAccount};
use crate::Contradiction;
use crate::event::Deposited;
use crate::instruction::{Deposit, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// Far below what a balance can count, and far above what any register will hold.
const HELD_MAX: i64 = 1_000 * Money::MINOR_MAX;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    ids: &mut IdMint,
    asker: &Asker,
    deposit: &Deposit,
) -> Result<Deposited, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let member = parties.existing(deposit.organisation)?;
    member.require_active(deposit.organisation)?;
    if cash.references.contains(&deposit.reference) {
        return Err(Refusal::ReferenceMustBeNew { reference: deposit.reference.clone() });
    }
    if deposit.amount.minor == 0 {
        return Err(Refusal::AmountMustBePositive { field: "amount" });
    }
    let held = -cash.balance(CashAccount::Bank, deposit.amount.currency).minor;
    if held > HELD_MAX {
        return Err(Refusal::AmountIsTooLarge {});
    }
    Ok(Deposited {
        amount: deposit.amount,
        deposit: ids.mint(),
        organisation: deposit.organisation,
        reference: deposit.reference.clone(),
    })
}

pub(crate) fn apply(cash: &mut Cash, event: &Deposited) -> Result<(), Contradiction> {
    Contradiction::unless(cash.references.insert(event.reference.clone()), "a bank reference is booked once")?;
    cash.transfer(CashAccount::Bank, CashAccount::Cash(event.organisation), event.amount, None)
}
