//! Trade: markets, orders, and the trades between them. Matching itself is the order book's (crate `market`);
//! here is what it means: escrow, fee, floor, and who may not trade with whom.

pub(crate) mod cancel_order;
pub(crate) mod fill;
pub(crate) mod open_market;
pub(crate) mod place_buy_order;
pub(crate) mod place_sell_order;

mod order;

use std::collections::{BTreeMap, BTreeSet};

use orebook_market::{Book, Side};

use crate::Contradiction;
use crate::certificate::Class;
use crate::event::CancelReason;
use crate::refusal::Refusal;
use crate::values::*;

pub use order::{Charges, Order, OrderSide};

/// A market: one class of credits in one currency.
#[derive(Debug, Clone)]
pub struct Market {
    /// What is traded.
    pub class: Class,
    /// Least premium per kilogram.
    pub floor: Money,
    /// Price step per kilogram.
    pub tick: Money,
    /// Least value of an order.
    pub minimum: Money,
    book: Book<OrderId>,
}

impl Market {
    /// The orders at rest.
    pub fn book(&self) -> &Book<OrderId> {
        &self.book
    }
    /// A price in ticks, as the book counts it.
    pub fn ticks(&self, price: Money) -> Option<u64> {
        u64::try_from(price.minor / self.tick.minor).ok().filter(|_| price.minor % self.tick.minor == 0)
    }
    /// The price of so many ticks.
    pub fn price(&self, ticks: u64) -> Option<Money> {
        i64::try_from(ticks).ok()?.checked_mul(self.tick.minor).map(|minor| self.tick.currency.minor(minor))
    }
    /// The market's currency.
    pub fn currency(&self) -> Currency {
        self.tick.currency
    }
}

/// The area of trade.
#[derive(Debug, Clone, Default)]
pub struct Markets {
    markets: BTreeMap<MarketId, Market>,
    orders: BTreeMap<OrderId, Order>,
    by_owner: BTreeSet<(OrganisationId, OrderId)>,
    deadlines: BTreeSet<(Timestamp, OrderId)>,
    /// Orders that must leave the book, with the reason.
    owed: BTreeMap<OrderId, CancelReason>,
    /// Markets whose book may be crossed.
    touched: BTreeSet<MarketId>,
    /// The immediate-or-cancel order that the present cause placed.
    immediate: Option<OrderId>,
}

impl Markets {
    /// A market.
    pub fn market(&self, id: MarketId) -> Option<&Market> {
        self.markets.get(&id)
    }
    /// All markets.
    pub fn markets(&self) -> impl Iterator<Item = (MarketId, &Market)> {
        self.markets.iter().map(|(id, m)| (*id, m))
    }
    /// An open order.
    pub fn order(&self, id: OrderId) -> Option<&Order> {
        self.orders.get(&id)
    }
    /// All open orders.
    pub fn orders(&self) -> impl Iterator<Item = (OrderId, &Order)> {
        self.orders.iter().map(|(id, o)| (*id, o))
    }
    /// The open orders of an organisation, oldest first.
    pub fn orders_of(&self, owner: OrganisationId) -> impl Iterator<Item = (OrderId, &Order)> {
        let all = (owner, OrderId::from(0))..=(owner, OrderId::from(u128::MAX));
        self.by_owner.range(all).filter_map(|(_, id)| Some((*id, self.orders.get(id)?)))
    }

    pub(crate) fn existing(&self, id: MarketId) -> Result<&Market, Refusal> {
        self.markets.get(&id).ok_or(Refusal::MustExist { kind: "market", id: id.to_string() })
    }
    pub(crate) fn first_deadline(&self) -> Option<(Timestamp, OrderId)> {
        self.deadlines.first().copied()
    }
    pub(crate) fn first_owed(&self) -> Option<(OrderId, CancelReason)> {
        self.owed.first_key_value().map(|(id, reason)| (*id, *reason))
    }
    pub(crate) fn immediate(&self) -> Option<OrderId> {
        self.immediate
    }
    pub(crate) fn touched(&self) -> impl Iterator<Item = (MarketId, &Market)> {
        self.touched.iter().filter_map(|id| Some((*id, self.markets.get(id)?)))
    }
    /// A new cause begins: nothing of the one before is under way.
    pub(crate) fn begin_cause(&mut self) {
        self.touched.clear();
        self.immediate = None;
    }

    /// Orders that a revoked key signed are cancelled.
    pub(crate) fn owe_by_key(&mut self, owner: OrganisationId, key: &PublicKey) {
        let of_key: Vec<_> = self
            .orders_of(owner)
            .filter(|(_, o)| o.key == *key)
            .map(|(id, _)| (id, CancelReason::KeyRevoked))
            .collect();
        self.owed.extend(of_key);
    }
    /// Every open order of an organisation is cancelled. An offer belongs to the producer of its batch, whoever
    /// signed it.
    pub(crate) fn owe_by_owner(&mut self, owner: OrganisationId, reason: CancelReason) {
        let owed: Vec<_> = self.orders_of(owner).map(|(id, _)| (id, reason)).collect();
        self.owed.extend(owed);
    }
    /// Offers of a batch whose certificate is suspended are cancelled.
    pub(crate) fn owe_by_batch(&mut self, of_certificate: impl Fn(BatchId) -> bool) {
        let offers =
            self.orders.iter().filter(|(_, o)| matches!(o.side, OrderSide::Sell { batch } if of_certificate(batch)));
        let owed: Vec<_> = offers.map(|(id, _)| (*id, CancelReason::Suspension)).collect();
        self.owed.extend(owed);
    }

    /// Takes what is left of an order out of the book and of every list.
    pub(super) fn close(&mut self, id: OrderId) -> Result<Order, Contradiction> {
        let order = self.orders.remove(&id).ok_or(Contradiction::new("an order that ends is open"))?;
        let market = self.markets.get_mut(&order.market).ok_or(Contradiction::new("an order has its market"))?;
        if let Some(handle) = order.handle.filter(|_| !order.mass.is_zero()) {
            market.book.remove(handle).map_err(|_| Contradiction::new("an open order is in the book"))?;
        }
        self.by_owner.remove(&(order.owner, id));
        self.deadlines.remove(&(order.expires_at, id));
        self.owed.remove(&id);
        if self.immediate == Some(id) {
            self.immediate = None;
        }
        Ok(order)
    }
}

/// What offers and bids have in common, before they are at rest.
fn order_of(
    market: MarketId,
    owner: OrganisationId,
    account: AccountId,
    key: PublicKey,
    price: Money,
    mass: Mass,
    time_in_force: crate::instruction::TimeInForce,
    expires_at: Timestamp,
) -> Order {
    let side = OrderSide::Buy { charges: Charges::new(Bps::default()) };
    Order { market, owner, account, key, side, price, mass_asked: mass, mass, time_in_force, expires_at, handle: None }
}

impl Markets {
    /// Puts an order into the book, which it may cross.
    fn rest(&mut self, id: OrderId, mut order: Order) -> Result<(), Contradiction> {
        let market = self.markets.get_mut(&order.market).ok_or(Contradiction::new("an order has its market"))?;
        let side = match order.side {
            OrderSide::Buy { .. } => Side::Buy,
            OrderSide::Sell { .. } => Side::Sell,
        };
        // The book counts prices in ticks: neighbouring prices then share its pages.
        let price = market.ticks(order.price).ok_or(Contradiction::new("a price is on a tick"))?;
        let resting = orebook_market::Order { id, side, price, quantity: order.mass.mg(), arrival: id.sequence() };
        let handle = market.book.rest(resting).map_err(|_| Contradiction::new("the book takes every order"))?;
        order.handle = Some(handle);
        self.touched.insert(order.market);
        self.deadlines.insert((order.expires_at, id));
        self.by_owner.insert((order.owner, id));
        if order.time_in_force == crate::instruction::TimeInForce::Ioc {
            self.immediate = Some(id);
        }
        Contradiction::unless(self.orders.insert(id, order).is_none(), "an order is placed once")
    }
}
