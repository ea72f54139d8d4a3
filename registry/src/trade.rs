//! Trade: markets, orders and deals, and the trades between them. Matching itself is the order book's (crate `market`);
//! here is what it means: escrow, fee, floor, and who may not trade with whom.

pub(crate) mod accept_deal;
pub(crate) mod cancel_order;
pub mod deal;
pub(crate) mod end_deal;
pub mod expected;
pub(crate) mod fill;
pub(crate) mod halt_market;
pub(crate) mod open_market;
pub(crate) mod place_buy_order;
pub(crate) mod place_sell_order;
pub(crate) mod propose_deal;
pub(crate) mod reduce_order;
pub(crate) mod restriction;
pub mod tape;

mod order;

use std::collections::{BTreeMap, BTreeSet};

use orebook_market::{SelectiveBook, Side};

use crate::Contradiction;
use crate::certificate::Class;
use crate::event::CancelReason;
use crate::instruction::{HaltReason, Restriction, TimeInForce};
use crate::refusal::Refusal;
use crate::values::*;

pub use deal::{Deal, DealParty, DealState, Deals};
pub use expected::{Expected, ExpectedTrade};
pub use order::{Charges, Order, OrderSide};
pub use restriction::Origin;
pub use tape::{DayOfTrades, Printed, Tape};

/// The order book of a market: bids may be restricted to credits of some origin.
pub type Book = SelectiveBook<OrderId, Origin, Restriction>;

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
    /// Why it takes no orders, while it does not.
    pub halted: Option<HaltReason>,
    tape: Tape,
    book: Book,
}

impl Market {
    /// The orders at rest.
    pub fn book(&self) -> &Book {
        &self.book
    }
    /// What was traded.
    pub fn tape(&self) -> &Tape {
        &self.tape
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
    by_key: BTreeSet<(PublicKey, OrderId)>,
    by_account: BTreeSet<(AccountId, OrderId)>,
    by_client: BTreeMap<(OrganisationId, Reference), OrderId>,
    deadlines: BTreeSet<(Timestamp, OrderId)>,
    /// Restricted bids at rest, of each organisation in each market.
    restricted: BTreeMap<(MarketId, OrganisationId), u32>,
    /// Orders that must leave the book, with the reason.
    owed: BTreeMap<OrderId, CancelReason>,
    /// The order that the present cause placed. Before it nothing crossed, so it is part of all that does.
    arriving: Option<OrderId>,
    /// Direct deals.
    pub deals: Deals,
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
    /// The open order that its owner calls by a name of its own.
    pub fn order_called(&self, owner: OrganisationId, client_order: &Reference) -> Option<OrderId> {
        self.by_client.get(&(owner, client_order.clone())).copied()
    }

    pub(crate) fn existing(&self, id: MarketId) -> Result<&Market, Refusal> {
        self.markets.get(&id).ok_or(Refusal::MustExist { kind: "market", id: id.to_string() })
    }
    fn market_mut(&mut self, id: MarketId) -> Result<&mut Market, Contradiction> {
        self.markets.get_mut(&id).ok_or(Contradiction::new("a market that is named exists"))
    }
    pub(crate) fn first_deadline(&self) -> Option<(Timestamp, OrderId)> {
        self.deadlines.first().copied()
    }
    pub(crate) fn first_owed(&self) -> Option<(OrderId, CancelReason)> {
        self.owed.first_key_value().map(|(id, reason)| (*id, *reason))
    }
    /// The order that the present cause placed, while it is open.
    pub(crate) fn arriving(&self) -> Option<(OrderId, &Order)> {
        self.arriving.and_then(|id| Some((id, self.orders.get(&id)?)))
    }
    /// A new cause begins: nothing of the one before is under way.
    pub(crate) fn begin_cause(&mut self) {
        self.arriving = None;
    }

    /// Orders that must leave the book, as soon as the event that makes them is applied.
    pub(crate) fn owe(&mut self, orders: impl IntoIterator<Item = OrderId>, reason: CancelReason) {
        self.owed.extend(orders.into_iter().map(|id| (id, reason)));
    }
    /// What a key signed is cancelled.
    pub(crate) fn owe_by_key(&mut self, key: &PublicKey, reason: CancelReason) {
        let all = (*key, OrderId::from(0))..=(*key, OrderId::from(u128::MAX));
        let of_key: Vec<OrderId> = self.by_key.range(all).map(|(_, id)| *id).collect();
        self.owe(of_key, reason);
        self.deals.owe(deal::Tie::Key(*key), reason);
    }
    /// What takes credits from an account or brings them there is cancelled.
    pub(crate) fn owe_by_account(&mut self, account: AccountId, reason: CancelReason) {
        let all = (account, OrderId::from(0))..=(account, OrderId::from(u128::MAX));
        let of_account: Vec<OrderId> = self.by_account.range(all).map(|(_, id)| *id).collect();
        self.owe(of_account, reason);
        self.deals.owe(deal::Tie::Account(account), reason);
    }
    /// All orders and deals of an organisation are cancelled.
    pub(crate) fn owe_by_owner(&mut self, owner: OrganisationId, reason: CancelReason) {
        let of_owner: Vec<OrderId> = self.orders_of(owner).map(|(id, _)| id).collect();
        self.owe(of_owner, reason);
        self.deals.owe(deal::Tie::Organisation(owner), reason);
    }
    /// Offers of the producer's that its holder placed are cancelled when the mandate ends.
    pub(crate) fn owe_by_mandate(
        &mut self,
        producer: OrganisationId,
        of_certificate: impl Fn(BatchId) -> bool,
        of_holder: impl Fn(&PublicKey) -> bool,
    ) {
        let offered = |o: &Order| matches!(o.side, OrderSide::Sell { batch } if of_certificate(batch));
        let by_holder = self.orders_of(producer).filter(|(_, o)| offered(o) && of_holder(&o.key));
        let owed: Vec<_> = by_holder.map(|(id, _)| (id, CancelReason::Mandate)).collect();
        self.owed.extend(owed);
    }
    /// Orders below a market's floor, as it is now, are cancelled.
    fn owe_below_floor(&mut self, id: MarketId) -> Result<(), Contradiction> {
        let market = self.market_mut(id)?;
        let floor = market.ticks(market.floor).ok_or(Contradiction::new("a floor is on a tick"))?;
        let plain = [Side::Buy, Side::Sell].into_iter().flat_map(|side| market.book.walk(side)).map(|(_, order)| order);
        let all = plain.chain(market.book.walk_restricted().map(|(_, order, _)| order));
        let owed: Vec<OrderId> = all.filter(|order| order.price < floor).map(|order| order.id).collect();
        self.owe(owed, CancelReason::Floor);
        Ok(())
    }

    /// Takes what is left of an order out of the book and of every list.
    pub(super) fn close(&mut self, id: OrderId) -> Result<Order, Contradiction> {
        let order = self.orders.remove(&id).ok_or(Contradiction::new("an order that ends is open"))?;
        let market = self.market_mut(order.market)?;
        if let Some(place) = order.place.filter(|_| !order.mass.is_zero()) {
            market.book.remove(place).map_err(|_| Contradiction::new("an open order is in the book"))?;
        }
        self.by_owner.remove(&(order.owner, id));
        self.by_key.remove(&(order.key, id));
        self.by_account.remove(&(order.account, id));
        self.deadlines.remove(&(order.expires_at, id));
        self.owed.remove(&id);
        if let Some(name) = &order.client_order {
            self.by_client.remove(&(order.owner, name.clone()));
        }
        if order.restriction.is_some() {
            let resting = self.restricted.entry((order.market, order.owner)).or_default();
            *resting = resting.saturating_sub(1);
            if *resting == 0 {
                self.restricted.remove(&(order.market, order.owner));
            }
        }
        Ok(order)
    }

    /// Makes an order smaller, in its place.
    fn reduce(&mut self, id: OrderId, by: Mass) -> Result<&Order, Contradiction> {
        let order = self.orders.get_mut(&id).ok_or(Contradiction::new("an order that is reduced is open"))?;
        let market = self.markets.get_mut(&order.market).ok_or(Contradiction::new("an order has its market"))?;
        let place = order.place.ok_or(Contradiction::new("an open order rests"))?;
        market.book.reduce(place, by.mg()).map_err(|_| Contradiction::new("a reduction leaves something"))?;
        (order.mass, order.mass_asked) = (order.mass.less(by), order.mass_asked.less(by));
        Ok(order)
    }

    /// Puts an order into the book, which it may cross.
    fn rest(&mut self, id: OrderId, mut order: Order, origin: Option<Origin>) -> Result<(), Contradiction> {
        let market = self.markets.get_mut(&order.market).ok_or(Contradiction::new("an order has its market"))?;
        // The book counts prices in ticks: neighbouring prices then share its pages.
        let price = market.ticks(order.price).ok_or(Contradiction::new("a price is on a tick"))?;
        let side = if origin.is_some() { Side::Sell } else { Side::Buy };
        let resting = orebook_market::Order { id, side, price, quantity: order.mass.mg(), arrival: id.sequence() };
        let place = match origin {
            Some(origin) => market.book.rest_offer(resting, origin),
            None => market.book.rest_bid(resting, order.restriction.clone()),
        };
        order.place = Some(place.map_err(|_| Contradiction::new("the book takes every order"))?);
        self.arriving = Some(id);
        self.deadlines.insert((order.expires_at, id));
        self.by_owner.insert((order.owner, id));
        self.by_key.insert((order.key, id));
        self.by_account.insert((order.account, id));
        self.by_client.extend(order.client_order.clone().map(|name| ((order.owner, name), id)));
        if order.restriction.is_some() {
            *self.restricted.entry((order.market, order.owner)).or_default() += 1;
        }
        Contradiction::unless(self.orders.insert(id, order).is_none(), "an order is placed once")
    }

    /// An owner's own name names one open order.
    fn must_be_unused(&self, owner: OrganisationId, client_order: Option<&Reference>) -> Result<(), Refusal> {
        let used = client_order.and_then(|name| self.order_called(owner, name));
        used.map_or(Ok(()), |order| Err(Refusal::ClientOrderMustBeUnused { order }))
    }
}

impl TimeInForce {
    /// Whether what does not trade at once is cancelled.
    pub(crate) const fn is_immediate(self) -> bool {
        matches!(self, Self::Ioc | Self::Fok)
    }
}
