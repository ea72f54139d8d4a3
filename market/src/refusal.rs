//! What the book refuses. A refused call has changed nothing.

use thiserror::Error;

use crate::order::Side;

/// The rule a call did not keep, in order of precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No order stands there: it was never rested, or it has left the book.
    #[error("unknown order")]
    UnknownOrder,
    /// An offer was rested as a bid, or a bid as an offer.
    #[error("side must be {side:?}")]
    SideMustBe {
        /// The side the call is for.
        side: Side,
    },
    /// Nothing cannot be rested, reduced by or filled.
    #[error("quantity must be positive")]
    QuantityMustBePositive,
    /// More was asked for than the order has left.
    #[error("quantity must not exceed order: {asked} asked, {left} left")]
    QuantityMustNotExceedOrder {
        /// What the order has left.
        left: u64,
        /// What the call asked for.
        asked: u64,
    },
    /// Time priority is the order of resting, so an order cannot be rested behind its time.
    #[error("arrival must grow: {arrival} after {arrival_last}")]
    ArrivalMustGrow {
        /// The arrival of the order rested last.
        arrival_last: u64,
        /// The arrival of the refused order.
        arrival: u64,
    },
    /// A fill was called with two orders of one side, or with the two exchanged.
    #[error("fill must join a bid and an ask")]
    FillMustJoinBidAndAsk,
    /// A fill was called for a bid below the ask.
    #[error("prices must cross: {bid} bid, {ask} asked")]
    PricesMustCross {
        /// The price of the bid.
        bid: u64,
        /// The price of the ask.
        ask: u64,
    },
    /// A fill was called for a restricted bid and an offer of a kind that it does not admit.
    #[error("wish must admit kind")]
    WishMustAdmitKind,
    /// A book addresses its orders with 32 bits.
    #[error("book must have room: it holds {orders_max} orders")]
    BookMustHaveRoom {
        /// The number of orders a book can hold.
        orders_max: u32,
    },
}
