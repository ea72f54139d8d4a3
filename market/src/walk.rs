//! Reading the book in the order in which it would be matched. Nothing here changes it.

use crate::book::Book;
use crate::order::{Handle, Level, Order, Side};
use crate::slab::NONE;

impl<Id: Copy> Book<Id> {
    /// The orders of a side, in the order in which they would be matched.
    pub fn walk(&self, side: Side) -> impl Iterator<Item = (Handle, Order<Id>)> {
        self.queues(side).flat_map(move |queue| self.walk_queue(side, queue))
    }

    /// The orders of `side` that an order on the other side, limited to `limit`, would meet.
    pub fn walk_within(&self, side: Side, limit: u64) -> impl Iterator<Item = (Handle, Order<Id>)> {
        let accepts = move |price| side.opposite().accepts(limit, price);
        self.walk(side).take_while(move |(_, order)| accepts(order.price))
    }

    /// The quantity on `side` open to an order on the other side, limited to `limit`, counting
    /// only orders that `admits` accepts.
    pub fn quantity_within(&self, side: Side, limit: u64, mut admits: impl FnMut(&Order<Id>) -> bool) -> u128 {
        let met = self.walk_within(side, limit).map(|(_, order)| order);
        met.filter(|order| admits(order)).map(|order| u128::from(order.quantity)).sum()
    }

    /// The quantity resting on a side. Takes time in proportion to its price levels.
    #[must_use]
    pub fn quantity(&self, side: Side) -> u128 {
        self.levels(side).map(|level| level.quantity).sum()
    }

    /// The price levels of a side, best first.
    pub fn levels(&self, side: Side) -> impl Iterator<Item = Level> {
        let queues = &self.ladder(side).queues;
        self.queues(side).map(|queue| {
            let queue = &queues[queue];
            Level { price: queue.price, quantity: queue.quantity, orders: queue.orders }
        })
    }

    /// The slots of the queues of a side, best first.
    pub(crate) fn queues(&self, side: Side) -> impl Iterator<Item = u32> {
        let ladder = self.ladder(side);
        std::iter::successors(some(ladder.best), |queue| some(ladder.after(*queue)))
    }

    /// The orders of one queue, first come first.
    fn walk_queue(&self, side: Side, queue: u32) -> impl Iterator<Item = (Handle, Order<Id>)> {
        let head = self.ladder(side).queues[queue].head;
        std::iter::successors(some(head), |slot| some(self.nodes[*slot].next))
            .map(|slot| (Handle(slot), self.order_of(&self.nodes[slot])))
    }
}

/// A slot number as an option: links are stored in 32 bits and read as what they mean.
fn some(slot: u32) -> Option<u32> {
    (slot != NONE).then_some(slot)
}
