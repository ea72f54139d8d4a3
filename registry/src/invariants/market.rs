//! Invariants of orders, money and whoever may trade.

use std::collections::{BTreeMap, BTreeSet};

use super::ensure;
use crate::instruction::OrganisationState;
use crate::money::{CashAccount, PayoutState};
use crate::registry::Registry;
use crate::trade::restriction::RESTRICTED_MAX;
use crate::values::*;

/// Escrowed money = Σ reserve of open buy orders and of deals whose buyer has signed; money in transit = Σ payouts
/// under way.
pub fn escrowed_money(registry: &Registry) -> Result<(), String> {
    let mut held: BTreeMap<CashAccount, Money> = registry
        .cash
        .balances()
        .collect::<Vec<_>>()
        .into_iter()
        .filter(|(account, _)| is_set_aside(*account))
        .collect();
    let mut must_hold = |account: CashAccount, needed: Money| {
        let found = held.remove(&account).unwrap_or(needed.currency.minor(0));
        ensure(found == needed, || format!("{account} needs {needed}, and holds {found}"))
    };
    for (id, order) in registry.markets.orders() {
        must_hold(CashAccount::Escrow(id), order.reserve())?;
    }
    for (id, deal) in registry.markets.deals.iter().filter(|(_, deal)| deal.state.is_under_way()) {
        let signed = deal.buyer().key.is_some();
        must_hold(CashAccount::DealEscrow(id), if signed { deal.reserve() } else { deal.price.currency.minor(0) })?;
    }
    for (id, payout) in registry.cash.payouts().iter().filter(|(_, payout)| payout.state.is_under_way()) {
        must_hold(CashAccount::Transit(id), payout.amount)?;
    }
    ensure(held.is_empty(), || format!("money is set aside for what is not open: {held:?}"))
}

const fn is_set_aside(account: CashAccount) -> bool {
    matches!(account, CashAccount::Escrow(_) | CashAccount::DealEscrow(_) | CashAccount::Transit(_))
}

/// Per currency Σ = 0; nothing is negative but the bank and the operator's loss.
pub fn money_sums_to_nothing(registry: &Registry) -> Result<(), String> {
    let mut sums: BTreeMap<Currency, i128> = BTreeMap::new();
    for (account, money) in registry.cash.balances() {
        ensure(money.minor >= 0 || account.may_be_negative(), || format!("{account} holds {money}"))?;
        *sums.entry(money.currency).or_default() += i128::from(money.minor);
    }
    let off = sums.iter().find(|(_, sum)| **sum != 0);
    ensure(off.is_none(), || format!("the accounts do not sum to nothing: {off:?}"))
}

/// Whatever is stopped after a fraud lies in suspense until it is let go or refunded.
pub fn stopped_premium_lies_in_suspense(registry: &Registry) -> Result<(), String> {
    let mut sums: BTreeMap<Currency, i64> = BTreeMap::new();
    for ((_, currency), minor) in registry.cash.stopped() {
        *sums.entry(currency).or_default() += minor;
    }
    let short = sums.iter().find(|(c, sum)| registry.cash.balance(CashAccount::Suspense, **c).minor < **sum);
    ensure(short.is_none(), || format!("suspense does not hold what is stopped: {short:?}"))
}

/// No two resting orders that may meet cross, and the book holds exactly the open orders. At most so many restricted
/// bids of one organisation rest in a market as may.
pub fn no_book_is_crossed(registry: &Registry) -> Result<(), String> {
    for (id, market) in registry.markets.markets() {
        ensure(market.book().crossing().is_none(), || format!("{id} is crossed"))?;
        let open = registry.markets.orders().filter(|(_, o)| o.market == id).count();
        ensure(open == market.book().len(), || {
            format!("{id}: {open} open orders, {} in the book", market.book().len())
        })?;
    }
    let mut restricted: BTreeMap<(MarketId, OrganisationId), u32> = BTreeMap::new();
    for (_, order) in registry.markets.orders().filter(|(_, order)| order.restriction.is_some()) {
        *restricted.entry((order.market, order.owner)).or_default() += 1;
    }
    let crowded = restricted.iter().find(|(_, count)| **count > RESTRICTED_MAX);
    ensure(crowded.is_none(), || format!("too many restricted bids: {crowded:?}"))
}

/// What is unpaid of a payee's legs is what it is kept as; nothing of a leg is paid or confirmed twice.
pub fn premium_is_followed(registry: &Registry) -> Result<(), String> {
    let premiums = registry.cash.premiums();
    let mut unpaid: BTreeMap<(OrganisationId, OrganisationId, Currency), i128> = BTreeMap::new();
    let mut drawn: BTreeMap<(TradeId, u16), i64> = BTreeMap::new();
    for (_, payout) in registry.cash.payouts().iter() {
        let carries = payout.state.is_under_way()
            || matches!(
                payout.state,
                PayoutState::Settled | PayoutState::Disputed | PayoutState::Confirmed | PayoutState::ShortReceived
            );
        for part in payout.parts.iter().filter(|_| carries) {
            *drawn.entry((part.trade, part.leg)).or_default() += part.amount;
        }
        let parts: i64 = payout.parts.iter().map(|part| part.amount).sum();
        ensure(payout.parts.is_empty() || parts == payout.amount.minor, || "a payout is not its parts".to_owned())?;
    }
    for (id, sold) in premiums.all() {
        let legs: i64 = sold.legs.iter().map(|leg| leg.amount).sum();
        let withheld: i64 = sold.deductions.iter().map(|deduction| deduction.amount.minor).sum();
        ensure(legs + withheld == sold.gross.minor, || format!("{id} does not route its gross"))?;
        for (leg, n) in sold.legs.iter().zip(0..) {
            *unpaid.entry((leg.payee, sold.producer, sold.gross.currency)).or_default() += i128::from(leg.unpaid);
            let paid = drawn.remove(&(id, n)).unwrap_or(0);
            ensure(leg.unpaid >= 0 && leg.confirmed <= paid && leg.unpaid + paid <= leg.amount, || {
                format!("leg {n} of {id}: {leg:?}, {paid} drawn")
            })?;
        }
    }
    ensure(drawn.is_empty(), || format!("payouts draw legs that there are not: {drawn:?}"))?;
    for ((payee, producer, currency), sum) in unpaid {
        let kept = premiums.unpaid(payee, producer, currency).minor;
        // Told as far as money can be counted.
        ensure(kept == i64::try_from(sum).unwrap_or(i64::MAX), || {
            format!("{payee} awaits {sum} of {producer}, kept as {kept}")
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
        let deals = registry.markets.deals.of(id).find(|(_, deal)| deal.state.is_under_way());
        ensure(deals.is_none(), || format!("{id} is {state} and has a deal under way"))?;
        ensure(!proposers.contains(&id), || format!("{id} is {state} and has open proposals"))?;
        let closed = state == OrganisationState::Closed;
        let held = registry.credits.accounts_of(id).flat_map(|(account, _)| registry.credits.holdings(account)).next();
        ensure(!closed || held.is_none(), || format!("{id} is closed and holds credits"))?;
        ensure(!closed || registry.cash.cash_of(id).next().is_none(), || format!("{id} is closed and has money"))?;
    }
    Ok(())
}
