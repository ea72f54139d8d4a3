//! How many bytes a resting order takes, kinds and all.

use orebook_market::{Book, Order, Refusal, Side};

use super::{ANYTHING, Market, kind_of};
use crate::figure::{Figure, Pair, Settings};
use crate::matching::load::SplitMix;
use crate::resident::grown_by;
use crate::{Outcome, words};

const ASKS: u64 = 1_000_000;
const BIDS: u64 = 100_000;
const KINDS: u64 = 200;
const TICKS: u64 = 1_000;

pub(super) fn run(settings: &Settings) -> Outcome<()> {
    let (ours, with_kinds) = grown_by(|| selective(settings.seed).map_err(words))?;
    let (plain, without) = grown_by(|| one_book().map_err(words))?;
    if (ours.len(), plain.len()) != ((ASKS + BIDS) as usize, (ASKS + BIDS) as usize) {
        return Err("KINDS: other than the orders that were rested".to_owned());
    }
    let pair = Pair { ours: with_kinds / (ASKS + BIDS), baseline: without / (ASKS + BIDS) };
    settings.print(&Figure {
        what: format!(
            "resident bytes an order, {ASKS} asks of {KINDS} kinds and {BIDS} unrestricted bids at {TICKS} prices each, \
             ids of 16 bytes / the same in the book without kinds"
        ),
        reach: "ours <= 160",
        ..Figure::of("KINDS", "bytes", &[pair])
    })
}

/// Asks and bids, ten to one, each at the next of a thousand prices.
fn orders() -> impl Iterator<Item = Order<u128>> {
    (1..=ASKS + BIDS).map(|arrival| {
        let (side, price) = match arrival % (ASKS / BIDS + 1) {
            0 => (Side::Buy, TICKS - arrival % TICKS),
            _ => (Side::Sell, TICKS + 1 + arrival % TICKS),
        };
        Order { id: arrival.into(), side, price, quantity: 10, arrival }
    })
}

fn selective(seed: u64) -> Result<Market<u128>, Refusal> {
    let (mut book, mut random) = (Market::default(), SplitMix(seed));
    for order in orders() {
        match order.side {
            Side::Buy => book.rest_bid(order, ANYTHING)?,
            Side::Sell => book.rest_offer(order, kind_of(random.below(KINDS)))?,
        };
    }
    Ok(book)
}

fn one_book() -> Result<Book<u128>, Refusal> {
    let mut book = Book::default();
    for order in orders() {
        book.rest(order)?;
    }
    Ok(book)
}
