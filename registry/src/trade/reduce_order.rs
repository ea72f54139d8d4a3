//! An order is made smaller. What is left keeps its place; what was set aside for the rest of it goes back.

use super::{Markets, OrderSide};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::{Credits, Escrow};
use crate::event::OrderReduced;
use crate::instruction::ReduceOrder;
use crate::money::{Cash, CashAccount, Ground};
use crate::party::Asker;
use crate::refusal::Refusal;

pub(crate) fn decide(
    certificates: &Certificates,
    credits: &Credits,
    markets: &Markets,
    asker: &Asker,
    reduce: &ReduceOrder,
) -> Result<OrderReduced, Refusal> {
    let order = super::cancel_order::own_order(certificates, credits, markets, asker, reduce.order)?;
    if reduce.by.is_zero() {
        return Err(Refusal::AmountMustBePositive { field: "by" });
    }
    let mineral = markets.existing(order.market)?.class.mineral;
    if !mineral.on_lot(reduce.by) {
        return Err(Refusal::MassMustBeOnLot { lot: mineral.lot(), mass: reduce.by });
    }
    if reduce.by >= order.mass {
        return Err(Refusal::ReductionMustLeaveSomething { left: order.mass, by: reduce.by });
    }
    Ok(OrderReduced { by: reduce.by, order: reduce.order })
}

pub(crate) fn apply(
    credits: &mut Credits,
    cash: &mut Cash,
    markets: &mut Markets,
    event: &OrderReduced,
) -> Result<(), Contradiction> {
    let order = markets.reduce(event.order, event.by)?;
    let (owner, needed) = (order.owner, order.reserve());
    match order.side {
        OrderSide::Sell { .. } => credits.release_part(Escrow::Order(event.order), event.by),
        OrderSide::Buy { .. } => {
            let escrow = CashAccount::Escrow(event.order);
            let surplus = cash.balance(escrow, needed.currency).minor - needed.minor;
            cash.transfer(escrow, CashAccount::Cash(owner), needed.currency.minor(surplus), Ground::NONE)
        }
    }
}
