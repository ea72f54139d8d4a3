//! The book: both sides, and the calls that change them.

use crate::ladder::Ladder;
use crate::order::{Crossing, Handle, Left, Level, Order, Side, trade_between};
use crate::queue::{Node, Queue};
use crate::refusal::Refusal;
use crate::slab::{NONE, Slab};

/// The resting orders of one market.
///
/// Resting, reducing, filling and removing take constant time while the prices in use lie close
/// together, and the logarithm of the number of prices at worst. Memory is bounded by the most
/// orders that ever rested at once: about 400 bytes for an order alone at a far price, about 50
/// in a crowd.
#[derive(Clone, Debug)]
pub struct Book<Id> {
    pub(crate) nodes: Slab<Node<Id>>,
    /// Bids and asks, indexed by [`Side`].
    pub(crate) sides: [Ladder; 2],
    pub(crate) arrival_last: Option<u64>,
}

impl<Id> Default for Book<Id> {
    fn default() -> Self {
        let sides = [Ladder::new(Side::Buy), Ladder::new(Side::Sell)];
        Self { nodes: Slab::default(), sides, arrival_last: None }
    }
}

impl<Id: Copy> Book<Id> {
    /// Puts an order behind all others at its price. It may cross the other side: the caller then
    /// works through [`Book::crossing`].
    ///
    /// # Errors
    /// `QuantityMustBePositive`, `ArrivalMustGrow`, `BookMustHaveRoom`.
    #[inline]
    pub fn rest(&mut self, order: Order<Id>) -> Result<Handle, Refusal> {
        let Order { id, side, price, quantity, arrival } = order;
        if quantity == 0 {
            return Err(Refusal::QuantityMustBePositive);
        }
        if let Some(arrival_last) = self.arrival_last
            && arrival <= arrival_last
        {
            return Err(Refusal::ArrivalMustGrow { arrival_last, arrival });
        }
        if self.nodes.is_full() {
            return Err(Refusal::BookMustHaveRoom { orders_max: NONE });
        }
        self.arrival_last = Some(arrival);
        let ladder = &mut self.sides[side as usize];
        let queue = ladder.open(price);
        let node = Node { id, quantity, arrival, next: NONE, prev: NONE, queue, side };
        Ok(Handle(ladder.queues[queue].push_back(&mut self.nodes, node)))
    }

    /// Makes an order smaller; it keeps its place. Answers what is left: at 0 the order has left
    /// the book.
    ///
    /// # Errors
    /// `UnknownOrder`, `QuantityMustBePositive`, `QuantityMustNotExceedOrder`.
    #[inline]
    pub fn reduce(&mut self, handle: Handle, by: u64) -> Result<u64, Refusal> {
        self.must_have(handle, by)?;
        Ok(self.take(handle, by))
    }

    /// Takes an order out of the book and gives it back with what was left of it.
    ///
    /// # Errors
    /// `UnknownOrder`.
    #[inline]
    pub fn remove(&mut self, handle: Handle) -> Result<Order<Id>, Refusal> {
        let order = self.get(handle).ok_or(Refusal::UnknownOrder)?;
        self.unrest(handle);
        Ok(order)
    }

    /// Trades `quantity` between a bid and an ask whose prices meet. They need not be the best of
    /// their sides: whether an order may be passed over is the caller's rule.
    ///
    /// # Errors
    /// `UnknownOrder`, `QuantityMustBePositive`, `QuantityMustNotExceedOrder`,
    /// `FillMustJoinBidAndAsk`, `PricesMustCross`.
    #[inline]
    pub fn fill(&mut self, bid: Handle, ask: Handle, quantity: u64) -> Result<Left, Refusal> {
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

    /// The order at `handle`, `None` if it has left the book.
    #[inline]
    #[must_use]
    pub fn get(&self, handle: Handle) -> Option<Order<Id>> {
        let node = self.nodes.get(handle.0).filter(|node| node.queue != NONE)?;
        Some(self.order_of(node))
    }

    /// The best bid and the best ask, if their prices meet.
    #[inline]
    #[must_use]
    pub fn crossing(&self) -> Option<Crossing<Id>> {
        let bids = self.best_queue(Side::Buy)?;
        let asks = self.best_queue(Side::Sell)?;
        if bids.price < asks.price {
            return None;
        }
        self.crossing_between(Handle(bids.head), Handle(asks.head))
    }

    /// The best order on the other side whose price meets that of `arriving` and which `admits`
    /// accepts. Orders it does not accept are passed over and keep their place.
    ///
    /// For markets in which not everyone may trade with everyone: there a book can stay crossed
    /// between two orders that never will, and [`Book::crossing`] would name them for ever.
    ///
    /// # Errors
    /// `UnknownOrder`.
    pub fn crossing_of(
        &self,
        arriving: Handle,
        mut admits: impl FnMut(&Order<Id>) -> bool,
    ) -> Result<Option<Crossing<Id>>, Refusal> {
        let order = self.get(arriving).ok_or(Refusal::UnknownOrder)?;
        let mut met = self.walk_within(order.side.opposite(), order.price);
        let found = met.find(|(_, resting)| admits(resting));
        Ok(found.and_then(|(resting, _)| match order.side {
            Side::Buy => self.crossing_between(arriving, resting),
            Side::Sell => self.crossing_between(resting, arriving),
        }))
    }

    /// The highest price bid.
    #[inline]
    #[must_use]
    pub fn best_bid(&self) -> Option<u64> {
        self.best_queue(Side::Buy).map(|queue| queue.price)
    }

    /// The lowest price asked.
    #[inline]
    #[must_use]
    pub fn best_ask(&self) -> Option<u64> {
        self.best_queue(Side::Sell).map(|queue| queue.price)
    }

    /// The best `levels_max` price levels of a side, best first.
    #[must_use]
    pub fn depth(&self, side: Side, levels_max: usize) -> Vec<Level> {
        self.levels(side).take(levels_max).collect()
    }

    /// How many orders rest, on both sides together.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether no order rests.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[inline]
    pub(crate) fn ladder(&self, side: Side) -> &Ladder {
        &self.sides[side as usize]
    }

    #[inline]
    pub(crate) fn order_of(&self, node: &Node<Id>) -> Order<Id> {
        let Node { id, side, quantity, arrival, .. } = *node;
        let price = self.ladder(side).queues[node.queue].price;
        Order { id, side, price, quantity, arrival }
    }

    /// The order of a side that would be matched first.
    #[inline]
    pub(crate) fn first(&self, side: Side) -> Option<Handle> {
        Some(Handle(self.best_queue(side)?.head))
    }

    #[inline]
    fn best_queue(&self, side: Side) -> Option<&Queue> {
        let ladder = self.ladder(side);
        ladder.queues.get(ladder.best)
    }

    #[inline]
    fn crossing_between(&self, bid: Handle, ask: Handle) -> Option<Crossing<Id>> {
        let trade = trade_between(&self.get(bid)?, &self.get(ask)?)?;
        Some(Crossing { bid, ask, trade })
    }

    #[inline]
    pub(crate) fn must_have(&self, handle: Handle, asked: u64) -> Result<Order<Id>, Refusal> {
        let order = self.get(handle).ok_or(Refusal::UnknownOrder)?;
        if asked == 0 {
            return Err(Refusal::QuantityMustBePositive);
        }
        if asked > order.quantity {
            return Err(Refusal::QuantityMustNotExceedOrder { left: order.quantity, asked });
        }
        Ok(order)
    }

    /// Takes `quantity`, known to be there, from an order known to rest; answers what is left.
    #[inline]
    pub(crate) fn take(&mut self, handle: Handle, quantity: u64) -> u64 {
        let node = &mut self.nodes[handle.0];
        if node.quantity == quantity {
            self.unrest(handle);
            return 0;
        }
        node.quantity -= quantity;
        self.sides[node.side as usize].queues[node.queue].quantity -= u128::from(quantity);
        node.quantity
    }

    /// Takes an order known to rest out of its queue.
    #[inline]
    fn unrest(&mut self, Handle(slot): Handle) {
        let Node { side, queue, .. } = self.nodes[slot];
        let ladder = &mut self.sides[side as usize];
        ladder.queues[queue].take_out(&mut self.nodes, slot);
        if ladder.queues[queue].orders == 0 {
            ladder.close(queue);
        }
    }
}
