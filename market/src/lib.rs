//! The order book: price-time matching over opaque ids and whole numbers. Knows no credits.
//!
//! The book is built for a caller that decides in small recorded steps. An order is first
//! [rested](Book::rest), even where it crosses the other side; the caller then asks for the next
//! [crossing](Book::crossing) and applies one [fill](Book::fill) at a time until there is none.
//! Every answer depends on the orders alone, never on a clock, an address or a random number, so
//! the same calls give the same trades on every machine.
//!
//! The rules, all of them:
//!
//! - The best price goes first; at one price the order that arrived first goes first.
//! - A trade is made at the price of the order that arrived first.
//! - Making an order smaller keeps its place; any other change is a removal and a new order.
//!
//! In a [`SelectiveBook`] a bid may be **restricted** to offers of certain kinds. The same rules hold
//! among those who may trade with each other: a restricted bid meets the best offer that its wish
//! admits, and an offer the best of all bids that admit it, restricted or not. Whoever is passed
//! over loses nothing by it: quantity, price and place in time stay. Such a market may rest with
//! a bid above an ask, if the bid does not admit it; so there is no crossing of the market's best,
//! and the caller asks what comes [next for](SelectiveBook::next_for) the order that arrived last.
//!
//! ```
//! use orebook_market::{Book, Order, Side};
//!
//! let mut book = Book::default();
//! book.rest(Order { id: 7_u64, side: Side::Sell, price: 105, quantity: 10, arrival: 1 })?;
//! book.rest(Order { id: 8_u64, side: Side::Buy, price: 107, quantity: 4, arrival: 2 })?;
//!
//! let crossing = book.crossing().expect("107 is bid and 105 is asked");
//! assert_eq!((crossing.trade.price, crossing.trade.quantity), (105, 4));
//! assert_eq!(crossing.trade.arriving, Side::Buy);
//!
//! let left = book.fill(crossing.bid, crossing.ask, crossing.trade.quantity)?;
//! assert_eq!((left.bid, left.ask), (0, 6));
//! assert!(book.crossing().is_none());
//! # Ok::<(), orebook_market::Refusal>(())
//! ```

#![warn(missing_docs)]

mod book;
mod check;
pub mod checksum;
mod ladder;
mod lanes;
pub mod naive;
mod order;
mod queue;
mod refusal;
mod selective;
mod slab;
mod walk;

pub use book::Book;
pub use order::{Crossing, Handle, Left, Level, Order, Side, Trade};
pub use refusal::Refusal;
pub use selective::{Admits, Meeting, Place, SelectiveBook};
