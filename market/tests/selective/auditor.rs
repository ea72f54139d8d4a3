//! Price-time priority, judged by somebody who knows no matcher: of all orders he sees only that
//! they come, shrink and go, and which trades were made.

use std::collections::BTreeMap;

use orebook_market::{Admits, Order, Side, Trade};

use crate::members::Terms;

#[derive(Default)]
pub struct Auditor {
    resting: BTreeMap<u64, (Order<u64>, Terms)>,
}

impl Auditor {
    pub fn rested(&mut self, order: Order<u64>, terms: Terms) {
        self.resting.insert(order.id, (order, terms));
    }

    pub fn reduced(&mut self, id: u64, by: u64) {
        let (order, _) = self.resting.get_mut(&id).expect("who shrinks is there");
        order.quantity -= by;
        if order.quantity == 0 {
            self.resting.remove(&id);
        }
    }

    pub fn removed(&mut self, id: u64) {
        self.resting.remove(&id).expect("who goes was there");
    }

    /// A trade is between those who may trade, at the price of the earlier, and with the first of
    /// all who could have had it.
    pub fn traded(&mut self, trade: Trade<u64>) -> Result<(), String> {
        let (bid, ask) = (self.order(trade.bid)?, self.order(trade.ask)?);
        let (arriving, chosen) = if bid.arrival > ask.arrival { (bid, ask) } else { (ask, bid) };
        let first = self.first_for(arriving).ok_or(format!("{trade:?} joins two that may not trade"))?;
        if first != chosen {
            return Err(format!("{trade:?} passes over {first:?}"));
        }
        if (trade.price, trade.arriving) != (chosen.price, arriving.side) {
            return Err(format!("{trade:?} is not at the price of {chosen:?}"));
        }
        if trade.quantity != arriving.quantity.min(chosen.quantity) {
            return Err(format!("{trade:?} is not of all that both have"));
        }
        self.reduced(trade.bid, trade.quantity);
        self.reduced(trade.ask, trade.quantity);
        Ok(())
    }

    /// Nothing that the order could still have traded is left.
    pub fn settled(&self, id: u64) -> Result<(), String> {
        let first = self.resting.get(&id).and_then(|(order, _)| self.first_for(*order));
        first.map_or(Ok(()), |first| Err(format!("{id} could have traded with {first:?}")))
    }

    /// Of the earlier orders that an order may trade with, the one nobody may be preferred to.
    fn first_for(&self, arriving: Order<u64>) -> Option<Order<u64>> {
        let (_, terms) = self.resting[&arriving.id];
        let mut first: Option<Order<u64>> = None;
        for (other, others) in self.resting.values() {
            let meets = match arriving.side {
                Side::Buy => other.side == Side::Sell && other.price <= arriving.price,
                Side::Sell => other.side == Side::Buy && other.price >= arriving.price,
            };
            if !meets || other.arrival > arriving.arrival || !may_trade(terms, *others) {
                continue;
            }
            if first.is_none_or(|first| is_preferred(other, &first)) {
                first = Some(*other);
            }
        }
        first
    }

    fn order(&self, id: u64) -> Result<Order<u64>, String> {
        self.resting.get(&id).map(|(order, _)| *order).ok_or(format!("{id} trades and is not there"))
    }
}

fn is_preferred(order: &Order<u64>, other: &Order<u64>) -> bool {
    if order.price == other.price {
        return order.arrival < other.arrival;
    }
    (order.price > other.price) == (order.side == Side::Buy)
}

fn may_trade(terms: Terms, others: Terms) -> bool {
    match (terms, others) {
        (Terms::Offer(kind), Terms::Bid(wish)) | (Terms::Bid(wish), Terms::Offer(kind)) => {
            wish.is_none_or(|wish| wish.admits(&kind))
        }
        _ => false,
    }
}
