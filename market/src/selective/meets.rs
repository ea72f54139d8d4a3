//! Whom an order meets: the orders on the other side that it may trade with and whose prices
//! meet its own, in the order in which they would be matched.

use super::{Admits, Among, Place, SelectiveBook, rank_of};
use crate::order::{Handle, Order, Side, Trade, trade_between};

/// A bid and an ask that may trade and whose prices meet, and the trade they would make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting<Id> {
    /// Where the bid stands.
    pub bid: Place,
    /// Where the ask stands.
    pub ask: Place,
    /// What they would exchange.
    pub trade: Trade<Id>,
}

impl<Id, Kind, Wish> SelectiveBook<Id, Kind, Wish>
where
    Id: Copy,
    Kind: Ord + Clone,
    Wish: Ord + Clone + Admits<Kind>,
{
    /// The first of those that the order at `arriving` meets; `None` if there is none, or the order
    /// has left the book.
    #[inline]
    #[must_use]
    pub fn next_for(&self, arriving: Place) -> Option<Meeting<Id>> {
        let order = self.get(arriving)?;
        let limit = order.price;
        let (place, other) = match (order.side, arriving.among) {
            (Side::Sell, _) => self.first_bid(limit, arriving)?,
            (Side::Buy, Among::Open) => self.first_open(Side::Sell, limit)?,
            (Side::Buy, Among::Restricted) => self.first_ask(limit, self.wish(arriving)?)?,
        };
        let (bid, ask, trade) = match order.side {
            Side::Buy => (arriving, place, trade_between(&order, &other)?),
            Side::Sell => (place, arriving, trade_between(&other, &order)?),
        };
        Some(Meeting { bid, ask, trade })
    }

    /// Those that the order at `arriving` meets; none if it has left the book.
    ///
    /// Lazy: taking the first few costs no more than the first few.
    pub fn meets(&self, arriving: Place) -> impl Iterator<Item = (Place, Order<Id>)> {
        let order = self.get(arriving);
        let asked = order.filter(|order| order.side == Side::Buy);
        let offered = order.filter(|order| order.side == Side::Sell).zip(self.kind(arriving));
        let asks = asked.map(|order| self.would_meet_bid(order.price, self.wish(arriving)));
        let bids = offered.map(|(order, kind)| self.would_meet_offer(order.price, kind));
        asks.into_iter().flatten().chain(bids.into_iter().flatten())
    }

    /// Those that a bid with this limit and wish would meet, if it came next.
    pub fn would_meet_bid(&self, limit: u64, wish: Option<&Wish>) -> impl Iterator<Item = (Place, Order<Id>)> {
        let anything = wish.is_none().then(|| self.open.walk_within(Side::Sell, limit));
        let anything =
            anything.into_iter().flatten().map(|(handle, order)| (Place { among: Among::Open, handle }, order));
        let admitted = wish.map(|wish| self.kinds.meeting(limit, |kind| wish.admits(kind)));
        anything.chain(admitted.into_iter().flatten().filter_map(|(_, slot)| self.at(Among::Open, slot)))
    }

    /// Those that an offer with this limit and kind would meet, if it came next.
    pub fn would_meet_offer(&self, limit: u64, kind: &Kind) -> impl Iterator<Item = (Place, Order<Id>)> {
        let rank_max = rank_of(Side::Buy, limit);
        let admitting = self.wishes.meeting(rank_max, |wish| wish.admits(kind));
        let mut restricted = admitting.filter_map(|(_, slot)| self.at(Among::Restricted, slot)).peekable();
        let open = self.open.walk_within(Side::Buy, limit);
        let mut open = open.map(|(handle, order)| (Place { among: Among::Open, handle }, order)).peekable();
        std::iter::from_fn(move || match (open.peek(), restricted.peek()) {
            (Some((_, a)), Some((_, b))) if comes_before(a, b) => open.next(),
            (_, Some(_)) => restricted.next(),
            (_, None) => open.next(),
        })
    }

    /// Any bid and ask that may trade and whose prices meet. Takes time in proportion to the wishes
    /// times the kinds, so it is for checks; arriving orders ask [`SelectiveBook::next_for`].
    #[must_use]
    pub fn crossing(&self) -> Option<(Id, Id)> {
        if let Some(crossing) = self.open.crossing() {
            return Some((crossing.trade.bid, crossing.trade.ask));
        }
        self.wishes.bests().find_map(|(turn, slot, wish)| {
            let (_, ask) = self.first_ask(rank_of(Side::Buy, turn.rank), wish)?;
            Some((self.restricted.get(Handle(slot))?.id, ask.id))
        })
    }

    /// The bid that is first for the offer at `arriving`: of the best open and the best restricted
    /// one the one with the higher price, then the earlier.
    #[inline]
    fn first_bid(&self, limit: u64, arriving: Place) -> Option<(Place, Order<Id>)> {
        let open = self.first_open(Side::Buy, limit);
        if self.restricted.is_empty() {
            return open;
        }
        let kind = self.kind(arriving)?;
        let admitting = self.wishes.first(rank_of(Side::Buy, limit), |wish| wish.admits(kind));
        let restricted = admitting.and_then(|(_, slot)| self.at(Among::Restricted, slot));
        match (open, restricted) {
            (Some((_, a)), Some((_, b))) if comes_before(&b, &a) => restricted,
            (open, restricted) => open.or(restricted),
        }
    }

    #[inline]
    fn first_ask(&self, limit: u64, wish: &Wish) -> Option<(Place, Order<Id>)> {
        let (_, slot) = self.kinds.first(limit, |kind| wish.admits(kind))?;
        self.at(Among::Open, slot)
    }

    /// The first of the unrestricted bids or of all asks that meets `limit`.
    #[inline]
    fn first_open(&self, side: Side, limit: u64) -> Option<(Place, Order<Id>)> {
        let handle = self.open.first(side)?;
        let order = self.open.get(handle).filter(|order| side.opposite().accepts(limit, order.price))?;
        Some((Place { among: Among::Open, handle }, order))
    }

    fn at(&self, among: Among, slot: u32) -> Option<(Place, Order<Id>)> {
        let place = Place { among, handle: Handle(slot) };
        Some((place, self.get(place)?))
    }
}

/// Whether a bid comes before another.
fn comes_before<Id>(bid: &Order<Id>, other: &Order<Id>) -> bool {
    super::turn_of(bid) < super::turn_of(other)
}
