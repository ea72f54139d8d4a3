//! The words of the book: what goes in, what stands in it and what comes out.

/// The side of the market an order is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Bids: the highest price is the best.
    Buy,
    /// Asks: the lowest price is the best.
    Sell,
}

impl Side {
    /// The side an order of this side trades with.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Buy => Self::Sell,
            Self::Sell => Self::Buy,
        }
    }

    /// Whether an order of this side, limited to `limit`, accepts `price`.
    #[must_use]
    pub const fn accepts(self, limit: u64, price: u64) -> bool {
        match self {
            Self::Buy => price <= limit,
            Self::Sell => price >= limit,
        }
    }
}

/// An order with a limit price, as it is rested and as it is read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order<Id> {
    /// The caller's name for the order. The book carries it and never looks at it.
    pub id: Id,
    /// Bid or ask.
    pub side: Side,
    /// The limit in whole minor units per unit of quantity. A caller whose prices are multiples
    /// of a tick does well to count in ticks: neighbouring numbers share memory.
    pub price: u64,
    /// What is still to be traded; never 0 in the book.
    pub quantity: u64,
    /// The place in time. Each order rested must have a higher one than the order rested before
    /// it, on either side.
    pub arrival: u64,
}

/// Where a resting order stands in its [`Book`](crate::Book).
///
/// Valid until that order leaves the book: filled, reduced to nothing or removed. Afterwards the
/// place is given to another order, so the caller forgets the handle together with the order.
/// Two books that saw the same calls give the same handles, yet a handle is no part of a record:
/// it says nothing about the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Handle(pub(crate) u32);

/// All orders of one side at one price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The price they share.
    pub price: u64,
    /// The sum of their quantities. As wide as it takes: no set of orders can overflow it.
    pub quantity: u128,
    /// How many there are; never 0.
    pub orders: u32,
}

/// What a bid and an ask that cross exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trade<Id> {
    /// The id of the bid.
    pub bid: Id,
    /// The id of the ask.
    pub ask: Id,
    /// The price of whichever arrived first.
    pub price: u64,
    /// The smaller of the two quantities.
    pub quantity: u64,
    /// The side of whichever arrived later.
    pub arriving: Side,
}

/// A bid and an ask whose prices meet, and the trade they would make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing<Id> {
    /// Where the bid rests.
    pub bid: Handle,
    /// Where the ask rests.
    pub ask: Handle,
    /// What they would exchange.
    pub trade: Trade<Id>,
}

/// What a fill left of its two orders. An order left with 0 is no longer in the book and its
/// handle no longer valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// The quantity left of the bid.
    pub bid: u64,
    /// The quantity left of the ask.
    pub ask: u64,
}

/// Judges a bid and an ask by the rules of the book. `None` if their prices do not meet.
#[inline]
pub(crate) fn trade_between<Id: Copy>(bid: &Order<Id>, ask: &Order<Id>) -> Option<Trade<Id>> {
    if bid.price < ask.price {
        return None;
    }
    let (price, arriving) = if bid.arrival < ask.arrival { (bid.price, Side::Sell) } else { (ask.price, Side::Buy) };
    let quantity = bid.quantity.min(ask.quantity);
    Some(Trade { bid: bid.id, ask: ask.id, price, quantity, arriving })
}
