//! A fill: the two best crossing orders trade at the price of the one that arrived first. Credits to the buyer,
//! money to fee, creditors and payees, in one fact: delivery versus payment. It cannot be refused, for escrow
//! has paid for it.

use orebook_market::Side;

use super::{Market, Markets, Order, OrderSide};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::{Credits, Escrow};
use crate::event::{CancelReason, OrderCancelled, TradeEvent, Traded};
use crate::money::{Cash, CashAccount};
use crate::party::Parties;
use crate::values::*;

/// Most fills of one instruction; the rest of the arriving order is cancelled.
pub(crate) const FILLS_MAX: u64 = 200;

/// The next fill of a crossed book, or what takes its place: orders of one group do not trade, the arriving one is
/// cancelled.
pub(crate) fn step(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    cash: &Cash,
    markets: &Markets,
    ids: &mut IdMint,
    now: Timestamp,
    fills: u64,
) -> Result<Option<TradeEvent>, Contradiction> {
    let crossed = markets.touched().find_map(|(id, market)| Some((id, market, market.book.crossing()?)));
    let Some((market_id, market, crossing)) = crossed else { return Ok(None) };
    let order = |id: OrderId| markets.order(id).ok_or(Contradiction::new("an order in the book is open"));
    let (bid, ask) = (order(crossing.trade.bid)?, order(crossing.trade.ask)?);
    let arriving = match crossing.trade.arriving {
        Side::Buy => crossing.trade.bid,
        Side::Sell => crossing.trade.ask,
    };
    let cancelled = |reason| Ok(Some(TradeEvent::OrderCancelled(OrderCancelled { order: arriving, reason })));
    if parties.same_group(bid.owner, ask.owner)
        || certificates.are_linked(bid.owner, ask.owner)
        || holder_group(parties, certificates, credits, bid, ask)
    {
        return cancelled(CancelReason::Group);
    }
    if fills >= FILLS_MAX {
        return cancelled(CancelReason::FillLimit);
    }
    let price = market.price(crossing.trade.price).ok_or(Contradiction::new("a price fits"))?;
    let mass = Mass::from_mg(crossing.trade.quantity);
    let traded = trade(certificates, credits, cash, ids, now, market, bid, ask, price, mass)?;
    Ok(Some(TradeEvent::Traded(Box::new(Traded {
        market: market_id,
        buy_order: crossing.trade.bid,
        sell_order: crossing.trade.ask,
        ..traded
    }))))
}

/// The buyer belongs to the group of the certificate's holder.
fn holder_group(parties: &Parties, certificates: &Certificates, credits: &Credits, bid: &Order, ask: &Order) -> bool {
    let OrderSide::Sell { batch } = ask.side else { return false };
    let certificate = credits.batch(batch).and_then(|b| certificates.certificate(b.certificate));
    certificate.is_some_and(|c| parties.same_group(bid.owner, c.holder))
}

fn trade(
    certificates: &Certificates,
    credits: &Credits,
    cash: &Cash,
    ids: &mut IdMint,
    now: Timestamp,
    market: &Market,
    bid: &Order,
    ask: &Order,
    price: Money,
    mass: Mass,
) -> Result<Traded, Contradiction> {
    let (OrderSide::Buy { charges }, OrderSide::Sell { batch }) = (bid.side, ask.side) else {
        return Err(Contradiction::new("a bid meets an offer"));
    };
    let gross = price.times(mass).ok_or(Contradiction::new("a trade never rounds"))?;
    let route = cash
        .route(ask.owner, market.class.programme, gross)
        .ok_or(Contradiction::new("an offer has a premium plan in force"))?;
    let version =
        credits.programme_version_of(batch).and_then(|v| certificates.programme_version(market.class.programme, v));
    let months = version
        .map(|p| p.parameters.retire_within_months.0)
        .ok_or(Contradiction::new("a batch names its programme's version"))?;
    Ok(Traded {
        // The two orders and the market are filled in by the caller, who knows their ids.
        buy_order: OrderId::from(0),
        sell_order: OrderId::from(0),
        market: bid.market,
        buyer: bid.owner,
        deductions: route.deductions,
        fee: gross.currency.minor(charges.fee_on(gross.minor)),
        gross,
        legs: route.legs,
        mass,
        plan: route.plan,
        price,
        seller: ask.owner,
        trade: ids.mint(),
        use_until: now.date().plus_months(u32::from(months)),
    })
}

pub(crate) fn apply(
    credits: &mut Credits,
    cash: &mut Cash,
    markets: &mut Markets,
    event: &Traded,
    now: Timestamp,
) -> Result<(), Contradiction> {
    let buyer_account =
        markets.order(event.buy_order).map(|o| o.account).ok_or(Contradiction::new("a trade names an open bid"))?;
    let days = [now.date(), event.use_until];
    credits.deliver(Escrow::Order(event.sell_order), event.mass, buyer_account, days)?;
    cash.pay(event)?;
    markets.take_from_book(event)?;
    // The surplus of escrow over what the rest of the bid needs goes back at once.
    let bid = markets.order(event.buy_order).ok_or(Contradiction::new("a trade names an open bid"))?;
    let (owner, needed) = (bid.owner, bid.reserve());
    let escrow = CashAccount::Escrow(event.buy_order);
    let surplus = cash.balance(escrow, needed.currency).minor - needed.minor;
    cash.transfer(escrow, CashAccount::Cash(owner), needed.currency.minor(surplus), None)?;
    markets.close_if_filled(event.buy_order)?;
    markets.close_if_filled(event.sell_order)
}

impl Markets {
    fn take_from_book(&mut self, event: &Traded) -> Result<(), Contradiction> {
        let handle =
            |id| self.orders.get(&id).and_then(|o| o.handle).ok_or(Contradiction::new("a trade names open orders"));
        let (bid, ask) = (handle(event.buy_order)?, handle(event.sell_order)?);
        let market = self.markets.get_mut(&event.market).ok_or(Contradiction::new("a trade names its market"))?;
        market
            .book
            .fill(bid, ask, event.mass.mg())
            .map_err(|_| Contradiction::new("a trade takes what the book has"))?;
        for id in [event.buy_order, event.sell_order] {
            let order = self.orders.get_mut(&id).ok_or(Contradiction::new("a trade names open orders"))?;
            order.mass = order.mass.less(event.mass);
            if let OrderSide::Buy { charges } = &mut order.side {
                charges.gross += event.gross.minor;
                charges.fee += event.fee.minor;
            }
        }
        Ok(())
    }

    fn close_if_filled(&mut self, id: OrderId) -> Result<(), Contradiction> {
        if self.orders.get(&id).is_some_and(|o| o.mass.is_zero()) {
            self.close(id)?;
        }
        Ok(())
    }
}
