//! The bank takes a deposit back. The member's free money goes as far as it does; what is missing the operator bears,
//! for the credits that were bought with it have been delivered.

use super::deposit::HELD_MAX;
use super::{Booked, Booking, Cash, CashAccount, Ground};
use crate::Contradiction;
use crate::event::DepositRecalled;
use crate::instruction::{RecallDeposit, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    recall: &RecallDeposit,
) -> Result<DepositRecalled, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let deposit = cash.existing_deposit(recall.deposit)?;
    deposit.must_not_be_recalled()?;
    cash.must_be_new(&recall.reference)?;
    let amount = deposit.amount;
    // Premium that waits in the same account belongs to another story: it was earned, not deposited.
    let free = deposit.organisation.map_or_else(
        || cash.free(CashAccount::Suspense, amount.currency),
        |organisation| cash.unused(organisation, amount.currency),
    );
    let recovered = amount.minor.min(free.minor);
    if cash.balance(CashAccount::OperatorLoss, amount.currency).minor.abs() > HELD_MAX {
        return Err(Refusal::AmountIsTooLarge {});
    }
    Ok(DepositRecalled {
        deposit: recall.deposit,
        organisation: deposit.organisation,
        recovered: amount.currency.minor(recovered),
        reference: recall.reference.clone(),
        shortfall: amount.currency.minor(amount.minor - recovered),
    })
}

pub(crate) fn apply(cash: &mut Cash, event: &DepositRecalled, now: Timestamp) -> Result<(), Contradiction> {
    let deposit = cash.deposits.get_mut(&event.deposit).ok_or(Contradiction::new("a deposit that is named exists"))?;
    Contradiction::unless(!deposit.recalled.is_yes(), "a deposit is recalled once")?;
    deposit.recalled = YesNo::Yes;
    let booking = Booking { what: Booked::Recall(event.deposit), amount: deposit.amount, at: now };
    cash.book_under(&event.reference, booking)?;
    let from = event.organisation.map_or(CashAccount::Suspense, CashAccount::Cash);
    cash.transfer(from, CashAccount::Bank, event.recovered, Ground::NONE)?;
    cash.transfer(CashAccount::OperatorLoss, CashAccount::Bank, event.shortfall, Ground::NONE)
}
