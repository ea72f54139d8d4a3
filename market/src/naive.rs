//! The naive twin: a list of orders, searched from end to end for everything.
//!
//! It is far too slow to run a market and short enough to be checked by reading it. Tests give
//! both books the same calls and compare everything they answer.

mod selective;

use crate::order::{Left, Level, Order, Side, Trade, trade_between};
use crate::refusal::Refusal;

pub use selective::NaiveSelectiveBook;

/// The same market as [`Book`](crate::Book). Orders are found by their id, which must be unique
/// among the resting.
#[derive(Clone, Debug, Default)]
pub struct NaiveBook<Id> {
    /// In order of arrival.
    orders: Vec<Order<Id>>,
    arrival_last: Option<u64>,
}

impl<Id: Copy + Ord> NaiveBook<Id> {
    /// See [`Book::rest`](crate::Book::rest).
    ///
    /// # Errors
    /// `QuantityMustBePositive`, `ArrivalMustGrow`.
    pub fn rest(&mut self, order: Order<Id>) -> Result<(), Refusal> {
        if order.quantity == 0 {
            return Err(Refusal::QuantityMustBePositive);
        }
        if let Some(arrival_last) = self.arrival_last.filter(|last| order.arrival <= *last) {
            return Err(Refusal::ArrivalMustGrow { arrival_last, arrival: order.arrival });
        }
        self.arrival_last = Some(order.arrival);
        self.orders.push(order);
        Ok(())
    }

    /// See [`Book::reduce`](crate::Book::reduce).
    ///
    /// # Errors
    /// `UnknownOrder`, `QuantityMustBePositive`, `QuantityMustNotExceedOrder`.
    pub fn reduce(&mut self, id: Id, by: u64) -> Result<u64, Refusal> {
        self.must_have(id, by)?;
        Ok(self.take(id, by))
    }

    /// See [`Book::remove`](crate::Book::remove).
    ///
    /// # Errors
    /// `UnknownOrder`.
    pub fn remove(&mut self, id: Id) -> Result<Order<Id>, Refusal> {
        let order = self.get(id).ok_or(Refusal::UnknownOrder)?;
        self.orders.retain(|order| order.id != id);
        Ok(order)
    }

    /// See [`Book::fill`](crate::Book::fill).
    ///
    /// # Errors
    /// `UnknownOrder`, `QuantityMustBePositive`, `QuantityMustNotExceedOrder`,
    /// `FillMustJoinBidAndAsk`, `PricesMustCross`.
    pub fn fill(&mut self, bid: Id, ask: Id, quantity: u64) -> Result<Left, Refusal> {
        let buying = self.must_have(bid, quantity)?;
        let selling = self.must_have(ask, quantity)?;
        if (buying.side, selling.side) != (Side::Buy, Side::Sell) {
            return Err(Refusal::FillMustJoinBidAndAsk);
        }
        if buying.price < selling.price {
            return Err(Refusal::PricesMustCross { bid: buying.price, ask: selling.price });
        }
        Ok(Left { bid: self.take(bid, quantity), ask: self.take(ask, quantity) })
    }

    /// See [`Book::get`](crate::Book::get).
    #[must_use]
    pub fn get(&self, id: Id) -> Option<Order<Id>> {
        self.orders.iter().copied().find(|order| order.id == id)
    }

    /// See [`Book::crossing`](crate::Book::crossing).
    #[must_use]
    pub fn crossing(&self) -> Option<Trade<Id>> {
        let bid = self.walk(Side::Buy).into_iter().next()?;
        let ask = self.walk(Side::Sell).into_iter().next()?;
        trade_between(&bid, &ask)
    }

    /// See [`Book::crossing_of`](crate::Book::crossing_of).
    ///
    /// # Errors
    /// `UnknownOrder`.
    pub fn crossing_of(&self, arriving: Id, admits: impl Fn(&Order<Id>) -> bool) -> Result<Option<Trade<Id>>, Refusal> {
        let order = self.get(arriving).ok_or(Refusal::UnknownOrder)?;
        let others = self.walk(order.side.opposite());
        Ok(others.iter().filter(|other| admits(other)).find_map(|other| match order.side {
            Side::Buy => trade_between(&order, other),
            Side::Sell => trade_between(other, &order),
        }))
    }

    /// See [`Book::walk`](crate::Book::walk). Sorting by price keeps the arrivals at one price in
    /// their order.
    #[must_use]
    pub fn walk(&self, side: Side) -> Vec<Order<Id>> {
        let on_side = self.orders.iter().copied().filter(|order| order.side == side);
        let mut orders: Vec<_> = on_side.collect();
        orders.sort_by_key(|order| match side {
            Side::Buy => u64::MAX - order.price,
            Side::Sell => order.price,
        });
        orders
    }

    /// See [`Book::depth`](crate::Book::depth).
    #[must_use]
    pub fn depth(&self, side: Side, levels_max: usize) -> Vec<Level> {
        depth_of(&self.walk(side), levels_max)
    }

    /// See [`Book::quantity_within`](crate::Book::quantity_within).
    pub fn quantity_within(&self, side: Side, limit: u64, admits: impl Fn(&Order<Id>) -> bool) -> u128 {
        let open =
            |order: &&Order<Id>| order.side == side && side.opposite().accepts(limit, order.price) && admits(order);
        self.orders.iter().filter(open).map(|order| u128::from(order.quantity)).sum()
    }

    /// See [`Book::len`](crate::Book::len).
    #[must_use]
    pub fn len(&self) -> usize {
        self.orders.len()
    }

    /// See [`Book::is_empty`](crate::Book::is_empty).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.orders.is_empty()
    }

    fn must_have(&self, id: Id, asked: u64) -> Result<Order<Id>, Refusal> {
        let order = self.get(id).ok_or(Refusal::UnknownOrder)?;
        if asked == 0 {
            return Err(Refusal::QuantityMustBePositive);
        }
        if asked > order.quantity {
            return Err(Refusal::QuantityMustNotExceedOrder { left: order.quantity, asked });
        }
        Ok(order)
    }

    /// Takes `quantity`, known to be there, from an order; answers what is left.
    fn take(&mut self, id: Id, quantity: u64) -> u64 {
        let mut left = 0;
        for order in self.orders.iter_mut().filter(|order| order.id == id) {
            order.quantity -= quantity;
            left = order.quantity;
        }
        self.orders.retain(|order| order.quantity > 0);
        left
    }
}

/// The best `levels_max` price levels of orders in match order.
fn depth_of<Id>(walk: &[Order<Id>], levels_max: usize) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for order in walk {
        match levels.last_mut().filter(|level| level.price == order.price) {
            Some(level) => {
                level.quantity += u128::from(order.quantity);
                level.orders += 1;
            }
            None => levels.push(Level { price: order.price, quantity: order.quantity.into(), orders: 1 }),
        }
    }
    levels.truncate(levels_max);
    levels
}
