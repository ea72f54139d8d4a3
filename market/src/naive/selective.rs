//! The naive twin of the market with kinds and wishes: one list for all orders, and beside it what
//! each of them offers or asks.

use std::collections::{BTreeMap, BTreeSet};

use super::{NaiveBook, depth_of};
use crate::Admits;
use crate::order::{Left, Level, Order, Side, Trade};
use crate::refusal::Refusal;

/// The same market as [`SelectiveBook`](crate::SelectiveBook). Orders are found by their id, which
/// must be unique among all that ever rested.
#[derive(Clone, Debug)]
pub struct NaiveSelectiveBook<Id, Kind, Wish> {
    book: NaiveBook<Id>,
    /// Of every order that ever rested.
    terms: BTreeMap<Id, Terms<Kind, Wish>>,
}

#[derive(Clone, Debug)]
enum Terms<Kind, Wish> {
    Offer(Kind),
    Bid(Option<Wish>),
}

impl<Id: Ord, Kind, Wish> Default for NaiveSelectiveBook<Id, Kind, Wish> {
    fn default() -> Self {
        let book = NaiveBook { orders: Vec::new(), arrival_last: None };
        Self { book, terms: BTreeMap::new() }
    }
}

impl<Id: Copy + Ord, Kind: Ord, Wish: Ord + Admits<Kind>> NaiveSelectiveBook<Id, Kind, Wish> {
    /// See [`SelectiveBook::rest_offer`](crate::SelectiveBook::rest_offer).
    ///
    /// # Errors
    /// `SideMustBe`, `QuantityMustBePositive`, `ArrivalMustGrow`.
    pub fn rest_offer(&mut self, order: Order<Id>, kind: Kind) -> Result<(), Refusal> {
        self.rest(order, Side::Sell, Terms::Offer(kind))
    }

    /// See [`SelectiveBook::rest_bid`](crate::SelectiveBook::rest_bid).
    ///
    /// # Errors
    /// `SideMustBe`, `QuantityMustBePositive`, `ArrivalMustGrow`.
    pub fn rest_bid(&mut self, order: Order<Id>, wish: Option<Wish>) -> Result<(), Refusal> {
        self.rest(order, Side::Buy, Terms::Bid(wish))
    }

    /// See [`SelectiveBook::reduce`](crate::SelectiveBook::reduce).
    ///
    /// # Errors
    /// `UnknownOrder`, `QuantityMustBePositive`, `QuantityMustNotExceedOrder`.
    pub fn reduce(&mut self, id: Id, by: u64) -> Result<u64, Refusal> {
        self.book.reduce(id, by)
    }

    /// See [`SelectiveBook::remove`](crate::SelectiveBook::remove).
    ///
    /// # Errors
    /// `UnknownOrder`.
    pub fn remove(&mut self, id: Id) -> Result<Order<Id>, Refusal> {
        self.book.remove(id)
    }

    /// See [`SelectiveBook::fill`](crate::SelectiveBook::fill).
    ///
    /// # Errors
    /// `UnknownOrder`, `QuantityMustBePositive`, `QuantityMustNotExceedOrder`,
    /// `FillMustJoinBidAndAsk`, `PricesMustCross`, `WishMustAdmitKind`.
    pub fn fill(&mut self, bid: Id, ask: Id, quantity: u64) -> Result<Left, Refusal> {
        let mut tried = self.book.clone();
        let left = tried.fill(bid, ask, quantity)?;
        if !self.may_trade(bid, ask) {
            return Err(Refusal::WishMustAdmitKind);
        }
        self.book = tried;
        Ok(left)
    }

    /// See [`SelectiveBook::get`](crate::SelectiveBook::get).
    #[must_use]
    pub fn get(&self, id: Id) -> Option<Order<Id>> {
        self.book.get(id)
    }

    /// See [`SelectiveBook::next_for`](crate::SelectiveBook::next_for).
    #[must_use]
    pub fn next_for(&self, arriving: Id) -> Option<Trade<Id>> {
        self.book.crossing_of(arriving, |other| self.may_trade(arriving, other.id)).ok()?
    }

    /// See [`SelectiveBook::meets`](crate::SelectiveBook::meets).
    #[must_use]
    pub fn meets(&self, arriving: Id) -> Vec<Order<Id>> {
        let Some(order) = self.get(arriving) else { return Vec::new() };
        let mut others = self.book.walk(order.side.opposite());
        others.retain(|other| order.side.accepts(order.price, other.price) && self.may_trade(arriving, other.id));
        others
    }

    /// See [`SelectiveBook::would_meet_bid`](crate::SelectiveBook::would_meet_bid).
    #[must_use]
    pub fn would_meet_bid(&self, limit: u64, wish: Option<&Wish>) -> Vec<Order<Id>> {
        let mut asks = self.book.walk(Side::Sell);
        asks.retain(|ask| ask.price <= limit && wish.is_none_or(|wish| self.is_offer(ask.id, wish)));
        asks
    }

    /// See [`SelectiveBook::would_meet_offer`](crate::SelectiveBook::would_meet_offer).
    #[must_use]
    pub fn would_meet_offer(&self, limit: u64, kind: &Kind) -> Vec<Order<Id>> {
        let mut bids = self.book.walk(Side::Buy);
        bids.retain(|bid| bid.price >= limit && self.wish(bid.id).is_none_or(|wish| wish.admits(kind)));
        bids
    }

    /// See [`SelectiveBook::crossing`](crate::SelectiveBook::crossing).
    #[must_use]
    pub fn crossing(&self) -> Option<(Id, Id)> {
        let (bids, asks) = (self.book.walk(Side::Buy), self.book.walk(Side::Sell));
        bids.iter().find_map(|bid| {
            let mut met = asks.iter().take_while(|ask| ask.price <= bid.price);
            met.find(|ask| self.may_trade(bid.id, ask.id)).map(|ask| (bid.id, ask.id))
        })
    }

    /// See [`SelectiveBook::walk`](crate::SelectiveBook::walk).
    #[must_use]
    pub fn walk(&self, side: Side) -> Vec<Order<Id>> {
        let mut orders = self.book.walk(side);
        orders.retain(|order| self.wish(order.id).is_none());
        orders
    }

    /// See [`SelectiveBook::walk_restricted`](crate::SelectiveBook::walk_restricted).
    #[must_use]
    pub fn walk_restricted(&self) -> Vec<(Order<Id>, &Wish)> {
        let bids = self.book.walk(Side::Buy);
        bids.into_iter().filter_map(|order| Some((order, self.wish(order.id)?))).collect()
    }

    /// See [`SelectiveBook::depth`](crate::SelectiveBook::depth).
    #[must_use]
    pub fn depth(&self, side: Side, levels_max: usize) -> Vec<Level> {
        depth_of(&self.walk(side), levels_max)
    }

    /// See [`SelectiveBook::depth_restricted`](crate::SelectiveBook::depth_restricted).
    #[must_use]
    pub fn depth_restricted(&self, levels_max: usize) -> Vec<Level> {
        let orders: Vec<_> = self.walk_restricted().into_iter().map(|(order, _)| order).collect();
        depth_of(&orders, levels_max)
    }

    /// See [`SelectiveBook::len`](crate::SelectiveBook::len).
    #[must_use]
    pub fn len(&self) -> usize {
        self.book.len()
    }

    /// See [`SelectiveBook::is_empty`](crate::SelectiveBook::is_empty).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.book.is_empty()
    }

    /// See [`SelectiveBook::wishes`](crate::SelectiveBook::wishes).
    #[must_use]
    pub fn wishes(&self) -> usize {
        self.walk_restricted().into_iter().map(|(_, wish)| wish).collect::<BTreeSet<_>>().len()
    }

    /// See [`SelectiveBook::kinds`](crate::SelectiveBook::kinds).
    #[must_use]
    pub fn kinds(&self) -> usize {
        let kinds = self.book.walk(Side::Sell).into_iter().filter_map(|ask| self.kind(ask.id));
        kinds.collect::<BTreeSet<_>>().len()
    }

    /// The kind of an offer, resting or not.
    #[must_use]
    pub fn kind(&self, id: Id) -> Option<&Kind> {
        match self.terms.get(&id)? {
            Terms::Offer(kind) => Some(kind),
            Terms::Bid(_) => None,
        }
    }

    /// The wish of a restricted bid, resting or not.
    #[must_use]
    pub fn wish(&self, id: Id) -> Option<&Wish> {
        match self.terms.get(&id)? {
            Terms::Offer(_) => None,
            Terms::Bid(wish) => wish.as_ref(),
        }
    }

    fn rest(&mut self, order: Order<Id>, side: Side, terms: Terms<Kind, Wish>) -> Result<(), Refusal> {
        if order.side != side {
            return Err(Refusal::SideMustBe { side });
        }
        self.book.rest(order)?;
        self.terms.insert(order.id, terms);
        Ok(())
    }

    fn is_offer(&self, id: Id, wish: &Wish) -> bool {
        self.kind(id).is_some_and(|kind| wish.admits(kind))
    }

    /// Whether the two, a bid and an offer in either order, may trade at all.
    fn may_trade(&self, id: Id, other: Id) -> bool {
        let wish = self.wish(id).or(self.wish(other));
        wish.is_none_or(|wish| self.is_offer(id, wish) || self.is_offer(other, wish))
    }
}
