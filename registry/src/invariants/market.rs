//! Invariants of orders, money and whoever may trade.

use std::collections::{BTreeMap, BTreeSet};

use super::ensure;
use crate::instruction::OrganisationState;
use crate::money::CashAccount;
use crate::registry::Registry;
use crate::values::*;

/// Escrowed money = Σ reserve of open buy orders.
pub fn escrowed_money(registry: &Registry) -> Result<(), String> {
    let mut escrows: BTreeMap<OrderId, Money> = BTreeMap::new();
    for (account, money) in registry.cash.balances() {
        if let CashAccount::Escrow(order) = account {
            escrows.insert(order, money);
        }
    }
    for (id, order) in registry.markets.orders() {
        let held = escrows.remove(&id).unwrap_or(order.price.currency.minor(0));
        ensure(held == order.reserve(), || format!("{id} needs {}, escrow holds {held}", order.reserve()))?;
    }
    ensure(escrows.is_empty(), || format!("money is set aside for orders that are not open: {escrows:?}"))
}

/// Per currency Σ = 0; nothing is negative but the bank.
pub fn money_sums_to_nothing(registry: &Registry) -> Result<(), String> {
    let mut sums: BTreeMap<Currency, i128> = BTreeMap::new();
    for (account, money) in registry.cash.balances() {
        ensure(money.minor >= 0 || account == CashAccount::Bank, || format!("{account} holds {money}"))?;
        *sums.entry(money.currency).or_default() += i128::from(money.minor);
    }
    let off = sums.iter().find(|(_, sum)| **sum != 0);
    ensure(off.is_none(), || format!("the accounts do not sum to nothing: {off:?}"))
}

/// No two resting orders cross, and the book holds exactly the open orders.
pub fn no_book_is_crossed(registry: &Registry) -> Result<(), String> {
    for (id, market) in registry.markets.markets() {
        ensure(market.book().crossing().is_none(), || format!("{id} is crossed"))?;
        let open = registry.markets.orders().filter(|(_, o)| o.market == id).count();
        ensure(open == market.book().len(), || {
            format!("{id}: {open} open orders, {} in the book", market.book().len())
        })?;
    }
    Ok(())
}

/// Nothing that ends by itself is open past its end.
pub fn nothing_rests_past_its_date(registry: &Registry) -> Result<(), String> {
    let (Some(now), due) = (registry.time(), crate::step::first_deadline(registry)) else { return Ok(()) };
    ensure(due.is_none_or(|due| due > now), || format!("something was due at {due:?}, it is {now}"))
}

/// An organisation that is not active has no order and no proposal, and a closed one nothing at all.
pub fn who_is_not_active_has_nothing_open(registry: &Registry) -> Result<(), String> {
    let proposers: BTreeSet<OrganisationId> =
        registry.parties.open_proposals().map(|(_, proposal)| proposal.organisation).collect();
    let idle = registry.parties.organisations().filter(|(_, o)| o.state != OrganisationState::Active);
    for (id, organisation) in idle {
        let state = organisation.state;
        ensure(registry.markets.orders_of(id).next().is_none(), || format!("{id} is {state} and has open orders"))?;
        ensure(!proposers.contains(&id), || format!("{id} is {state} and has open proposals"))?;
        let closed = state == OrganisationState::Closed;
        let held = registry.credits.accounts_of(id).flat_map(|(account, _)| registry.credits.holdings(account)).next();
        ensure(!closed || held.is_none(), || format!("{id} is closed and holds credits"))?;
        ensure(!closed || registry.cash.cash_of(id).next().is_none(), || format!("{id} is closed and has money"))?;
    }
    Ok(())
}
