//! Reading the market in the order in which it would be matched. Nothing here changes it.

use super::{Admits, Among, Place, SelectiveBook};
use crate::order::{Level, Order, Side};

impl<Id, Kind, Wish> SelectiveBook<Id, Kind, Wish>
where
    Id: Copy,
    Kind: Ord + Clone,
    Wish: Ord + Clone + Admits<Kind>,
{
    /// The order at `place`, `None` if it has left the book.
    #[inline]
    #[must_use]
    pub fn get(&self, place: Place) -> Option<Order<Id>> {
        self.book(place.among).get(place.handle)
    }

    /// The kind of the ask at `place`; `None` for a bid.
    #[inline]
    #[must_use]
    pub fn kind(&self, place: Place) -> Option<&Kind> {
        self.kinds.name_of(place.slot_among(Among::Open)?)
    }

    /// The wish of the bid at `place`; `None` for an ask and for a bid that admits everything.
    #[inline]
    #[must_use]
    pub fn wish(&self, place: Place) -> Option<&Wish> {
        self.wishes.name_of(place.slot_among(Among::Restricted)?)
    }

    /// The highest price bid without restriction.
    #[must_use]
    pub fn best_bid(&self) -> Option<u64> {
        self.open.best_bid()
    }

    /// The highest price bid with a restriction.
    #[must_use]
    pub fn best_bid_restricted(&self) -> Option<u64> {
        self.restricted.best_bid()
    }

    /// The lowest price asked, for whatever kind.
    #[must_use]
    pub fn best_ask(&self) -> Option<u64> {
        self.open.best_ask()
    }

    /// The unrestricted bids or all asks, in the order in which they would be matched.
    pub fn walk(&self, side: Side) -> impl Iterator<Item = (Place, Order<Id>)> {
        self.open.walk(side).map(|(handle, order)| (Place { among: Among::Open, handle }, order))
    }

    /// The restricted bids with their wishes, in the order in which they would be matched by an
    /// offer that all of them admit.
    pub fn walk_restricted(&self) -> impl Iterator<Item = (Place, Order<Id>, &Wish)> {
        self.restricted.walk(Side::Buy).filter_map(|(handle, order)| {
            let place = Place { among: Among::Restricted, handle };
            Some((place, order, self.wish(place)?))
        })
    }

    /// The price levels of the unrestricted bids or of all asks, best first.
    pub fn levels(&self, side: Side) -> impl Iterator<Item = Level> {
        self.open.levels(side)
    }

    /// The price levels of the restricted bids, best first.
    pub fn levels_restricted(&self) -> impl Iterator<Item = Level> {
        self.restricted.levels(Side::Buy)
    }

    /// The best `levels_max` price levels of the unrestricted bids or of all asks, best first.
    #[must_use]
    pub fn depth(&self, side: Side, levels_max: usize) -> Vec<Level> {
        self.open.depth(side, levels_max)
    }

    /// The best `levels_max` price levels of the restricted bids, best first.
    #[must_use]
    pub fn depth_restricted(&self, levels_max: usize) -> Vec<Level> {
        self.restricted.depth(Side::Buy, levels_max)
    }

    /// How many orders rest, restricted or not, on both sides together.
    #[must_use]
    pub fn len(&self) -> usize {
        self.open.len() + self.restricted.len()
    }

    /// Whether no order rests.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many different wishes the restricted bids have.
    #[must_use]
    pub fn wishes(&self) -> usize {
        self.wishes.len()
    }

    /// How many different kinds the asks have.
    #[must_use]
    pub fn kinds(&self) -> usize {
        self.kinds.len()
    }
}

impl Place {
    #[inline]
    fn slot_among(self, among: Among) -> Option<u32> {
        (self.among == among).then_some(self.handle.0)
    }
}
