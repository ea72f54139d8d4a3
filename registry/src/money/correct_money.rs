//! Corrections: two persons of the operator mend what an earlier entry moved wrongly. History only grows, so a mistake
//! is mended by a further movement that names it. What is set aside, under way, or premium that waits for its payee
//! is out of reach.

use super::deposit::HELD_MAX;
use super::{Cash, CashAccount, Ground};
use crate::Contradiction;
use crate::event::MoneyCorrected;
use crate::instruction::{CorrectMoney, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    size: u64,
    correct: &CorrectMoney,
) -> Result<MoneyCorrected, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    if correct.mends.0 >= size {
        return Err(Refusal::MustExist { kind: "entry", id: correct.mends.to_string() });
    }
    let touched: Vec<_> = [correct.from, correct.to].into_iter().filter_map(CashAccount::owner).collect();
    for organisation in &touched {
        parties.existing(*organisation)?.require_open()?;
    }
    if correct.from == correct.to || !is_free(correct.from) || !is_free(correct.to) {
        let rule = "two of bank, fees, suspense, operator_loss and members' cash";
        return Err(Refusal::FieldMustBe { field: "from and to", rule });
    }
    if correct.amount.minor == 0 {
        return Err(Refusal::AmountMustBePositive { field: "amount" });
    }
    match correct.from {
        CashAccount::Cash(organisation) => cash.must_cover_withdrawal(organisation, correct.amount)?,
        from if from.may_be_negative() => {
            if cash.balance(from, correct.amount.currency).minor.abs() > HELD_MAX {
                return Err(Refusal::AmountIsTooLarge {});
            }
        }
        from => cash.must_hold(from, correct.amount)?,
    }
    Ok(MoneyCorrected {
        amount: correct.amount,
        from: correct.from,
        mends: correct.mends,
        reason: correct.reason.clone(),
        to: correct.to,
        touched,
    })
}

/// What is set aside or under way ends with its order, deal or payout.
const fn is_free(account: CashAccount) -> bool {
    !matches!(account, CashAccount::Escrow(_) | CashAccount::DealEscrow(_) | CashAccount::Transit(_))
}

pub(crate) fn apply(cash: &mut Cash, event: &MoneyCorrected) -> Result<(), Contradiction> {
    cash.transfer(event.from, event.to, event.amount, Ground::NONE)
}
