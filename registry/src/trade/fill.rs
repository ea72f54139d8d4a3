//! A fill: the two best crossing orders trade at the price of the one that arrived first. Credits to the buyer,
//! money to fee, creditors and payees, in one fact: delivery versus payment. It cannot be refused, for escrow
//! has paid for it.

use orebook_market::Place;

use super::{Market, Markets, Order, OrderSide, Printed};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::{Credits, Escrow};
use crate::event::{CancelReason, OrderCancelled, TradeEvent, Traded};
use crate::money::{Cash, CashAccount, Ground, Payment};
use crate::party::Parties;
use crate::refusal::Refusal;
use crate::values::*;

/// Most fills of one instruction; the rest of the arriving order is cancelled.
pub(crate) const FILLS_MAX: u64 = 200;

/// The next fill of the arriving order, or what takes its place: orders of one group do not trade, the arriving one is
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
    let Some((arriving, newest)) = markets.arriving() else { return Ok(None) };
    let (market_id, place) = (newest.market, newest.place.ok_or(Contradiction::new("an open order rests"))?);
    let market = markets.market(market_id).ok_or(Contradiction::new("an order has its market"))?;
    let Some(crossing) = market.book.next_for(place) else { return Ok(None) };
    let order = |id: OrderId| markets.order(id).ok_or(Contradiction::new("an order in the book is open"));
    let (bid, ask) = (order(crossing.trade.bid)?, order(crossing.trade.ask)?);
    let cancelled = |reason| Ok(Some(TradeEvent::OrderCancelled(OrderCancelled { order: arriving, reason })));
    if are_one(parties, certificates, credits, bid.owner, ask) {
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

/// A buyer is one with whoever offers: of one group, linked by a certificate, or of the group of its holder.
fn are_one(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    buyer: OrganisationId,
    ask: &Order,
) -> bool {
    let OrderSide::Sell { batch } = ask.side else { return false };
    are_parties_one(parties, certificates, credits, buyer, ask.owner, batch)
}

pub(super) fn are_parties_one(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    buyer: OrganisationId,
    seller: OrganisationId,
    batch: BatchId,
) -> bool {
    let certificate = || credits.batch(batch).and_then(|b| certificates.certificate(b.certificate));
    parties.same_group(buyer, seller)
        || certificates.are_linked(buyer, seller)
        || certificate().is_some_and(|c| parties.same_group(buyer, c.holder))
}

/// Fill or kill: what an order would meet, in order of matching, must cover all of it, before it meets its own group
/// and within the fills of one instruction.
pub(super) fn must_fill(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    markets: &Markets,
    taker: Taker,
    met: impl Iterator<Item = (Place, orebook_market::Order<OrderId>)>,
    asked: Mass,
) -> Result<(), Refusal> {
    let mut available = Mass::default();
    for (_, resting) in met.take(usize::try_from(FILLS_MAX).unwrap_or(0)) {
        let Some(order) = markets.order(resting.id) else { break };
        let one = match (taker, order.side) {
            (Taker::Bid { buyer }, OrderSide::Sell { batch }) => {
                are_parties_one(parties, certificates, credits, buyer, order.owner, batch)
            }
            (Taker::Offer { seller, batch }, OrderSide::Buy { .. }) => {
                are_parties_one(parties, certificates, credits, order.owner, seller, batch)
            }
            _ => true,
        };
        if one || available >= asked {
            break;
        }
        available = available.plus(order.mass);
    }
    if available >= asked { Ok(()) } else { Err(Refusal::OrderMustFillWhole { available, asked }) }
}

/// Who takes what rests.
#[derive(Debug, Clone, Copy)]
pub(super) enum Taker {
    Bid { buyer: OrganisationId },
    Offer { seller: OrganisationId, batch: BatchId },
}

/// Last day on which a buyer may use what it buys of a batch today.
pub(super) fn use_until(
    certificates: &Certificates,
    credits: &Credits,
    market: &Market,
    batch: BatchId,
    now: Timestamp,
) -> Result<Date, Contradiction> {
    let version = credits.programme_version_of(batch);
    let version = version.and_then(|v| certificates.programme_version(market.class.programme, v));
    let months = version.map(|p| p.parameters.retire_within_months.0);
    let months = months.ok_or(Contradiction::new("a batch names its programme's version"))?;
    Ok(now.date().plus_months(u32::from(months)))
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
        use_until: use_until(certificates, credits, market, batch, now)?,
    })
}

pub(crate) fn apply(
    credits: &mut Credits,
    cash: &mut Cash,
    markets: &mut Markets,
    event: &Traded,
    entry: u64,
    now: Timestamp,
) -> Result<(), Contradiction> {
    let buyer_account =
        markets.order(event.buy_order).map(|o| o.account).ok_or(Contradiction::new("a trade names an open bid"))?;
    let sold = Escrow::Order(event.sell_order);
    credits.deliver(sold, event.trade, event.mass, buyer_account, event.use_until, now.date())?;
    cash.pay(&payment(markets, event)?, now.date())?;
    markets.take_from_book(event)?;
    // The surplus of escrow over what the rest of the bid needs goes back at once.
    let bid = markets.order(event.buy_order).ok_or(Contradiction::new("a trade names an open bid"))?;
    let (owner, needed) = (bid.owner, bid.reserve());
    let escrow = CashAccount::Escrow(event.buy_order);
    let surplus = cash.balance(escrow, needed.currency).minor - needed.minor;
    cash.transfer(escrow, CashAccount::Cash(owner), needed.currency.minor(surplus), Ground::trade(event.trade))?;
    let printed = Printed { trade: event.trade, entry, day: now.date(), price: event.price, mass: event.mass };
    markets.market_mut(event.market)?.tape.print(printed, event.gross, event.buyer);
    markets.close_if_filled(event.buy_order)?;
    markets.close_if_filled(event.sell_order)
}

fn payment<'a>(markets: &Markets, event: &'a Traded) -> Result<Payment<'a>, Contradiction> {
    let side = markets.order(event.sell_order).map(|offer| offer.side);
    let Some(OrderSide::Sell { batch }) = side else {
        return Err(Contradiction::new("a trade names an open offer"));
    };
    Ok(Payment {
        escrow: CashAccount::Escrow(event.buy_order),
        trade: event.trade,
        seller: event.seller,
        buyer: event.buyer,
        batch,
        mass: event.mass,
        gross: event.gross,
        fee: event.fee,
        plan: event.plan,
        deductions: &event.deductions,
        legs: &event.legs,
    })
}

impl Markets {
    fn take_from_book(&mut self, event: &Traded) -> Result<(), Contradiction> {
        let place =
            |id| self.orders.get(&id).and_then(|o| o.place).ok_or(Contradiction::new("a trade names open orders"));
        let (bid, ask) = (place(event.buy_order)?, place(event.sell_order)?);
        let market = self.market_mut(event.market)?;
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
