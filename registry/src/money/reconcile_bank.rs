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
    let booked = -cash.balance(CashAccount::Bank, currency).minor;
    Ok(BankReconciled { booked: currency.minor(booked), on: reconcile.on, statement: reconcile.statement })
}

/// The bank's figure beside the register's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reconciliation {
    /// Day of the statement.
    pub on: Date,
    /// What the statement says.
    pub statement: Money,
    /// What the register held then.
    pub booked: Money,
    /// When it was recorded.
    pub time: Timestamp,
}

pub(crate) fn apply(cash: &mut Cash, event: &BankReconciled, now: Timestamp) {
    let BankReconciled { booked, on, statement } = event.clone();
    cash.reconciled.insert(statement.currency, Reconciliation { on, statement, booked, time: now });
}

impl Cash {
    /// The last reconciliation of each currency.
    pub fn reconciled(&self) -> impl Iterator<Item = &Reconciliation> {
        self.reconciled.values()
    }
}
