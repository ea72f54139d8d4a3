//! An order ends before it is filled: its owner cancels it, its time is over, or the rules take it out.
//! Whatever was set aside goes back at once.

use super::{Markets, OrderSide};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::{Credits, Escrow};
use crate::event::{CancelReason, OrderCancelled};
use crate::instruction::{CancelOrder, MandatePower};
use crate::money::{Cash, CashAccount};
use crate::party::Asker;
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    certificates: &Certificates,
    credits: &Credits,
    markets: &Markets,
    asker: &Asker,
    cancel: &CancelOrder,
) -> Result<OrderCancelled, Refusal> {
    let mandated = |side| {
        let OrderSide::Sell { batch } = side else { return false };
        let certificate = credits.batch(batch).and_then(|b| certificates.certificate(b.certificate));
        certificate.is_some_and(|c| c.mandates(asker.organisation, MandatePower::Offer))
    };
    match markets.order(cancel.order) {
        Some(order) if order.owner == asker.organisation || mandated(order.side) => {
            Ok(OrderCancelled { order: cancel.order, reason: CancelReason::Owner })
        }
        _ => Err(Refusal::MustExist { kind: "open order", id: cancel.order.to_string() }),
    }
}

/// Applies both a cancellation and an expiry.
pub(crate) fn apply(
    credits: &mut Credits,
    cash: &mut Cash,
    markets: &mut Markets,
    id: OrderId,
) -> Result<(), Contradiction> {
    let order = markets.close(id)?;
    match order.side {
        OrderSide::Sell { .. } => credits.release(Escrow::Order(id)),
        OrderSide::Buy { .. } => {
            let escrow = CashAccount::Escrow(id);
            let rest = cash.balance(escrow, order.price.currency);
            cash.transfer(escrow, CashAccount::Cash(order.owner), rest, None)
        }
    }
}
