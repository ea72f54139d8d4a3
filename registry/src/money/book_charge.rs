//! What the bank charges: the operator bears it, out of its fees.

use super::{Cash, CashAccount, Ground};
use crate::Contradiction;
use crate::event::ChargeBooked;
use crate::instruction::{BookCharge, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    charge: &BookCharge,
) -> Result<ChargeBooked, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    cash.must_be_new(&charge.reference)?;
    if charge.amount.minor == 0 {
        return Err(Refusal::AmountMustBePositive { field: "amount" });
    }
    cash.must_hold(CashAccount::Fees, charge.amount)?;
    Ok(ChargeBooked { amount: charge.amount, reference: charge.reference.clone() })
}

pub(crate) fn apply(cash: &mut Cash, event: &ChargeBooked) -> Result<(), Contradiction> {
    Contradiction::unless(cash.references.insert(event.reference.clone()), "a bank reference is booked once")?;
    cash.transfer(CashAccount::Fees, CashAccount::Bank, event.amount, Ground::NONE)
}
