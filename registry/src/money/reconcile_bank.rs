//! Reconciliation: what the bank's statement says, recorded beside what the register holds. It moves nothing; a
//! difference is found by whoever reads it, and mended by a correction.

use super::{Cash, CashAccount};
use crate::event::BankReconciled;
use crate::instruction::{ReconcileBank, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    now: Timestamp,
    reconcile: &ReconcileBank,
) -> Result<BankReconciled, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    if reconcile.on > now.date() {
        return Err(Refusal::DatesMustBeInOrder { first: reconcile.on, second: now.date() });
    }
    let currency = reconcile.statement.currency;
    let held = -cash.balance(CashAccount::Bank, currency).minor;
    if held.abs() > Money::MINOR_MAX {
        return Err(Refusal::AmountIsTooLarge {});
    }
    Ok(BankReconciled {
        booked: currency.minor(held.max(0)),
        on: reconcile.on,
        overdrawn: (held < 0).then(|| currency.minor(-held)),
        statement: reconcile.statement,
    })
}

/// The bank's figure beside the register's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reconciliation {
    /// Day of the statement.
    pub on: Date,
    /// What the statement says.
    pub statement: Money,
    /// What the register held then; negative where more had left the bank.
    pub booked: Money,
    /// When it was recorded.
    pub time: Timestamp,
}

pub(crate) fn apply(cash: &mut Cash, event: &BankReconciled, now: Timestamp) {
    let BankReconciled { booked, on, overdrawn, statement } = event.clone();
    let booked = overdrawn.map_or(booked, |short| short.currency.minor(-short.minor));
    cash.reconciled.insert(statement.currency, Reconciliation { on, statement, booked, time: now });
}

impl Cash {
    /// The last reconciliation of each currency.
    pub fn reconciled(&self) -> impl Iterator<Item = &Reconciliation> {
        self.reconciled.values()
    }
}
