//! Deposits: money that arrived at the bank is booked for a member, or waits until its sender is known. Two operator
//! persons sign; the bank's reference is unique for ever.

use super::{Booked, Booking, Cash, CashAccount, Ground};
use crate::Contradiction;
use crate::event::{DepositAssigned, Deposited, DepositedUnknown};
use crate::instruction::{AssignDeposit, Deposit, DepositUnknown, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// Far below what a balance can count, and far above what any register will hold.
pub(super) const HELD_MAX: i64 = 1_000 * Money::MINOR_MAX;

/// A deposit at the bank.
#[derive(Debug, Clone)]
pub struct BankDeposit {
    /// How much.
    pub amount: Money,
    /// Whose; `None` while its sender is not known.
    pub organisation: Option<OrganisationId>,
    /// The bank's reference.
    pub reference: Reference,
    /// Whether the bank took it back.
    pub recalled: YesNo,
}

pub(crate) fn decide(
    parties: &Parties,
    cash: &Cash,
    ids: &mut IdMint,
    asker: &Asker,
    deposit: &Deposit,
) -> Result<Deposited, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    parties.existing(deposit.organisation)?.require_active(deposit.organisation)?;
    check(cash, &deposit.reference, deposit.amount)?;
    Ok(Deposited {
        amount: deposit.amount,
        deposit: ids.mint(),
        organisation: deposit.organisation,
        reference: deposit.reference.clone(),
    })
}

pub(crate) fn decide_unknown(
    parties: &Parties,
    cash: &Cash,
    ids: &mut IdMint,
    asker: &Asker,
    deposit: &DepositUnknown,
) -> Result<DepositedUnknown, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    check(cash, &deposit.reference, deposit.amount)?;
    Ok(DepositedUnknown { amount: deposit.amount, deposit: ids.mint(), reference: deposit.reference.clone() })
}

fn check(cash: &Cash, reference: &Reference, amount: Money) -> Result<(), Refusal> {
    cash.must_be_new(reference)?;
    if amount.minor == 0 {
        return Err(Refusal::AmountMustBePositive { field: "amount" });
    }
    let held = -cash.balance(CashAccount::Bank, amount.currency).minor;
    if held > HELD_MAX { Err(Refusal::AmountIsTooLarge {}) } else { Ok(()) }
}

impl Cash {
    /// The bank's references are booked once.
    pub(super) fn must_be_new(&self, reference: &Reference) -> Result<(), Refusal> {
        if self.is_booked(reference) {
            return Err(Refusal::ReferenceMustBeNew { reference: reference.clone() });
        }
        Ok(())
    }

    fn book(
        &mut self,
        id: DepositId,
        deposit: BankDeposit,
        to: CashAccount,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
        let amount = deposit.amount;
        self.book_under(&deposit.reference, Booking { what: Booked::Deposit(id), amount, at: now })?;
        self.deposits.insert(id, deposit);
        self.transfer(CashAccount::Bank, to, amount, Ground::NONE)
    }
}

pub(crate) fn apply(cash: &mut Cash, event: &Deposited, now: Timestamp) -> Result<(), Contradiction> {
    let (organisation, reference) = (Some(event.organisation), event.reference.clone());
    let deposit = BankDeposit { amount: event.amount, organisation, reference, recalled: YesNo::No };
    cash.book(event.deposit, deposit, CashAccount::Cash(event.organisation), now)
}

pub(crate) fn apply_unknown(cash: &mut Cash, event: &DepositedUnknown, now: Timestamp) -> Result<(), Contradiction> {
    let reference = event.reference.clone();
    let deposit = BankDeposit { amount: event.amount, organisation: None, reference, recalled: YesNo::No };
    cash.book(event.deposit, deposit, CashAccount::Suspense, now)
}

/// The sender has been found out: the money is its own now.
pub(crate) fn decide_assign(
    parties: &Parties,
    cash: &Cash,
    asker: &Asker,
    assign: &AssignDeposit,
) -> Result<DepositAssigned, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let deposit = cash.existing_deposit(assign.deposit)?;
    parties.existing(assign.organisation)?.require_active(assign.organisation)?;
    deposit.must_not_be_recalled()?;
    if deposit.organisation.is_some() {
        return Err(Refusal::DepositMustAwaitItsOwner {});
    }
    cash.must_hold(CashAccount::Suspense, deposit.amount)?;
    Ok(DepositAssigned { deposit: assign.deposit, organisation: assign.organisation })
}

pub(crate) fn apply_assigned(cash: &mut Cash, event: &DepositAssigned) -> Result<(), Contradiction> {
    let deposit = cash.deposits.get_mut(&event.deposit).ok_or(Contradiction::new("a deposit that is named exists"))?;
    let before = deposit.organisation.replace(event.organisation);
    Contradiction::unless(before.is_none(), "a deposit finds its owner once")?;
    let amount = deposit.amount;
    cash.transfer(CashAccount::Suspense, CashAccount::Cash(event.organisation), amount, Ground::NONE)
}

impl BankDeposit {
    pub(super) fn must_not_be_recalled(&self) -> Result<(), Refusal> {
        if self.recalled.is_yes() { Err(Refusal::DepositMustNotBeRecalled {}) } else { Ok(()) }
    }
}

impl Cash {
    /// A deposit.
    pub fn deposit(&self, id: DepositId) -> Option<&BankDeposit> {
        self.deposits.get(&id)
    }
    /// All deposits, oldest first.
    pub fn deposits(&self) -> impl Iterator<Item = (DepositId, &BankDeposit)> {
        self.deposits.iter().map(|(id, deposit)| (*id, deposit))
    }
    pub(super) fn existing_deposit(&self, id: DepositId) -> Result<&BankDeposit, Refusal> {
        self.deposits.get(&id).ok_or(Refusal::MustExist { kind: "deposit", id: id.to_string() })
    }
    /// Refused unless an account holds an amount that nobody waits for.
    pub(super) fn must_hold(&self, account: CashAccount, needed: Money) -> Result<(), Refusal> {
        let available = self.free(account, needed.currency);
        if available < needed { Err(Refusal::BalanceMustCoverAmount { available, needed }) } else { Ok(()) }
    }
}
