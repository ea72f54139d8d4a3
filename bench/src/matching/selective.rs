//! KINDS: the book in which bids may be restricted to kinds of offers, which is the one a register with such bids
//! needs. Four questions: what telling kinds apart costs those who do not ask for it, how much memory it takes, whether
//! a deep book is a slow one, and whether a restricted bid pays for the offers it passes over.

mod depth;
mod memory;
mod replay;
mod restricted;

use std::time::Instant;

use orebook_market::{Admits, Meeting, Order, Place, Refusal, SelectiveBook, Side};

use crate::figure::{Settings, median};
use crate::{Outcome, words};

/// As much of an offer as a register might freeze.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    producer: u64,
    year: u16,
    country: [u8; 2],
}

/// Offers of one producer only, with a number to tell the wish from others like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Wish {
    producer: u64,
    number: u64,
}

impl Admits<Kind> for Wish {
    fn admits(&self, kind: &Kind) -> bool {
        kind.producer == self.producer
    }
}

type Market<Id = u64> = SelectiveBook<Id, Kind, Wish>;

const BATCHES: usize = 40;
/// Turns of a batch.
const BATCH: usize = 500;

/// What an unrestricted bid wishes.
const ANYTHING: Option<Wish> = None;

/// Measures and prints all figures of KINDS.
///
/// # Errors
/// The book refuses what a correct one does not, or did something else than the plain books.
pub fn run(settings: &Settings) -> Outcome<()> {
    memory::run(settings)?;
    depth::run(settings)?;
    restricted::run(settings)?;
    let figures = replay::run(settings).map_err(words)?;
    settings.print(&figures)?;
    if figures.checksum_equal { Ok(()) } else { Err("KINDS: the books disagree".to_owned()) }
}

/// The kind of the offers of a producer.
fn kind_of(producer: u64) -> Kind {
    Kind { producer, year: 2020 + (producer % 5) as u16, country: [b'A' + (producer % 7) as u8, b'A'] }
}

/// A market under way, and the time of its last order.
#[derive(Default)]
struct Trading {
    book: Market,
    arrival: u64,
}

impl Trading {
    fn offer(&mut self, price: u64, quantity: u64, kind: Kind) -> Result<Place, Refusal> {
        let order = self.next(Side::Sell, price, quantity);
        self.book.rest_offer(order, kind)
    }

    fn bid(&mut self, price: u64, quantity: u64, wish: Option<Wish>) -> Result<Place, Refusal> {
        let order = self.next(Side::Buy, price, quantity);
        self.book.rest_bid(order, wish)
    }

    /// Trades all that the arriving order can; answers the last trade.
    fn settle(&mut self, arriving: Place) -> Result<Option<Meeting<u64>>, Refusal> {
        let mut last = None;
        while let Some(meeting) = self.book.next_for(arriving) {
            self.book.fill(meeting.bid, meeting.ask, meeting.trade.quantity)?;
            last = Some(meeting);
        }
        Ok(last)
    }

    fn next(&mut self, side: Side, price: u64, quantity: u64) -> Order<u64> {
        self.arrival += 1;
        Order { id: self.arrival, side, price, quantity, arrival: self.arrival }
    }
}

/// Nanoseconds of a turn: the mean of a batch, and of the batches the median, so that a moment in which the machine did
/// something else does not count.
fn median_ns(mut batch: impl FnMut() -> Outcome<u64>) -> Outcome<u64> {
    Ok(median((0..BATCHES).map(|_| batch()).collect::<Outcome<_>>()?))
}

/// Nanoseconds of each turn of a batch, the mean. A turn is told its number.
fn batch_ns(mut turn: impl FnMut(usize) -> Result<(), Refusal>) -> Outcome<u64> {
    let start = Instant::now();
    (0..BATCH).try_for_each(&mut turn).map_err(words)?;
    u64::try_from(start.elapsed().as_nanos() / BATCH as u128).map_err(words)
}
