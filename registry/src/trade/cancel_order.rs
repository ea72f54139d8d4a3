//! An order ends before it is filled: its owner or the operator cancels it, its time is over, or the rules take it out.
//! Whatever was set aside goes back at once.

use super::{Markets, Order, OrderSide};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::{Credits, Escrow};
use crate::event::{CancelReason, OrderCancelled};
use crate::instruction::{CancelOrder, MandatePower, Role};
use crate::money::{Cash, CashAccount, Ground};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    markets: &Markets,
    asker: &Asker,
    cancel: &CancelOrder,
) -> Result<OrderCancelled, Refusal> {
    if parties.has_role(asker.organisation, Role::Operator) && markets.order(cancel.order).is_some() {
        return Ok(OrderCancelled { order: cancel.order, reason: CancelReason::Operator });
    }
    own_order(certificates, credits, markets, asker, cancel.order)?;
    Ok(OrderCancelled { order: cancel.order, reason: CancelReason::Owner })
}

/// An open order of the asker's, or one that its mandate lets it keep for a producer.
pub(super) fn own_order<'a>(
    certificates: &Certificates,
    credits: &Credits,
    markets: &'a Markets,
    asker: &Asker,
    id: OrderId,
) -> Result<&'a Order, Refusal> {
    let mandated = |side| {
        let OrderSide::Sell { batch } = side else { return false };
        let certificate = credits.batch(batch).and_then(|b| certificates.certificate(b.certificate));
        certificate.is_some_and(|c| c.mandates(asker.organisation, MandatePower::Offer))
    };
    let own = markets.order(id).filter(|order| order.owner == asker.organisation || mandated(order.side));
    own.ok_or(Refusal::MustExist { kind: "open order", id: id.to_string() })
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
            cash.transfer(escrow, CashAccount::Cash(order.owner), rest, Ground::NONE)
        }
    }
}
