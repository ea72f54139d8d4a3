//! The bank's references, each booked once, and its deposits: each finds its owner once, and is recalled once.

use std::collections::BTreeMap;

use orebook_registry::event::MoneyEvent;
use orebook_registry::instruction::Act;
use orebook_registry::values::*;

use super::{Signed, ensure};

#[derive(Debug, Clone)]
struct Arrived {
    amount: Money,
    organisation: Option<OrganisationId>,
    recalled: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Bank {
    /// Of a settlement, with its file: several payouts of one may be one booking.
    references: BTreeMap<Reference, Option<PayoutFileId>>,
    deposits: BTreeMap<DepositId, Arrived>,
}

impl Bank {
    pub(super) fn watch(&mut self, event: &MoneyEvent, signed: Option<&Signed>) -> Result<(), String> {
        let act = signed.map(|signed| &signed.act);
        match event {
            MoneyEvent::Deposited(e) => {
                let asked =
                    matches!(act, Some(Act::Deposit(d)) if (d.amount, d.organisation) == (e.amount, e.organisation));
                ensure(asked, || "another deposit than was signed for".to_owned())?;
                self.arrive(e.deposit, e.amount, Some(e.organisation), &e.reference)
            }
            MoneyEvent::DepositedUnknown(e) => {
                let asked = matches!(act, Some(Act::DepositUnknown(d)) if d.amount == e.amount);
                ensure(asked, || "another deposit than was signed for".to_owned())?;
                self.arrive(e.deposit, e.amount, None, &e.reference)
            }
            MoneyEvent::DepositAssigned(e) => {
                let arrived = self.deposit(e.deposit)?;
                ensure(!arrived.recalled, || format!("{} was recalled", e.deposit))?;
                let before = arrived.organisation.replace(e.organisation);
                ensure(before.is_none(), || format!("{} finds two owners", e.deposit))
            }
            MoneyEvent::DepositRecalled(e) => {
                let arrived = self.deposit(e.deposit)?;
                let whose = arrived.organisation == e.organisation;
                let all = e.recovered.minor + e.shortfall.minor == arrived.amount.minor;
                ensure(whose && all, || format!("{} is recalled as another", e.deposit))?;
                let twice = std::mem::replace(&mut arrived.recalled, true);
                ensure(!twice, || format!("{} is recalled twice", e.deposit))?;
                self.book(&e.reference, None)
            }
            MoneyEvent::ChargeBooked(e) => self.book(&e.reference, None),
            _ => Ok(()),
        }
    }

    fn arrive(
        &mut self,
        id: DepositId,
        amount: Money,
        organisation: Option<OrganisationId>,
        reference: &Reference,
    ) -> Result<(), String> {
        self.deposits.insert(id, Arrived { amount, organisation, recalled: false });
        self.book(reference, None)
    }

    fn deposit(&mut self, id: DepositId) -> Result<&mut Arrived, String> {
        self.deposits.get_mut(&id).ok_or_else(|| format!("{id} never arrived"))
    }

    pub(super) fn amount(&self, id: DepositId) -> Option<Money> {
        self.deposits.get(&id).map(|arrived| arrived.amount)
    }

    /// Books a reference; that of a settlement again for another payout of its file.
    pub(super) fn book(&mut self, reference: &Reference, file: Option<PayoutFileId>) -> Result<(), String> {
        let before = self.references.insert(reference.clone(), file);
        let again = before.is_none_or(|of| of.is_some() && of == file);
        ensure(again, || format!("{reference} is booked twice"))
    }
}
