//! What the bank charges: the operator bears it, out of its fees.

use super::{Booked, Booking, Cash, CashAccount, Ground};
use crate::Contradiction;
use crate::event::ChargeBooked;
use crate::instruction::{BookCharge, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

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

pub(crate) fn apply(cash: &mut Cash, event: &ChargeBooked, now: Timestamp) -> Result<(), Contradiction> {
    let booking = Booking { what: Booked::Charge, amount: event.amount, at: now };
    cash.book_under(&event.reference, booking)?;
    cash.transfer(CashAccount::Fees, CashAccount::Bank, event.amount, Ground::NONE)
}
