//! What a restricted bid pays for the offers it passes over, and an offer for the wishes that do not admit it.

use std::time::Instant;

use orebook_market::{Book, Order, Refusal, Side};

use super::{ANYTHING, BATCH, BATCHES, Trading, Wish, batch_ns, kind_of, median_ns};
use crate::figure::{Figure, Pair, Settings};
use crate::{Outcome, words};

const FEW: u64 = 1_000;
const MANY: u64 = 1_000_000;
/// Kinds in front of the one that is wished for.
const KINDS: u64 = 199;
const WISHED: Wish = Wish { producer: KINDS, number: 0 };
const WISHES: u64 = 1_000;
const TIMES: usize = BATCHES * BATCH;
const TICKS: u64 = 100;
/// The best price asked. What is wished for lies behind all other offers.
const TOUCH: u64 = 10_000;
const DEEP: u64 = TOUCH + TICKS;

pub(super) fn run(settings: &Settings) -> Outcome<()> {
    passing_over(settings)?;
    among_wishes(settings)
}

fn passing_over(settings: &Settings) -> Outcome<()> {
    let (mut few, mut many) = (offers(FEW).map_err(words)?, offers(MANY).map_err(words)?);
    let (mut by_size, mut by_wish, mut by_scan) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..settings.rounds {
        let baseline = time_bids(&mut few, Some(WISHED), DEEP)?;
        let ours = time_bids(&mut many, Some(WISHED), DEEP)?;
        by_size.push(Pair { ours, baseline });
        by_wish.push(Pair { ours, baseline: time_bids(&mut many, ANYTHING, TOUCH)? });
        by_scan.push(Pair { ours, baseline: time_scan().map_err(words)? });
    }
    let ours = format!("a bid restricted to one of {} kinds, with {MANY} better offers of the others", KINDS + 1);
    let lines = [
        (by_size, format!("{ours} / with {FEW}"), "<= 2000"),
        (by_wish, format!("{ours} / an unrestricted bid in the same book"), "grows with the kinds"),
        (by_scan, format!("{ours} / walking the book without kinds up to the offer"), "<= 10"),
    ];
    print(settings, lines)
}

fn among_wishes(settings: &Settings) -> Outcome<()> {
    let (mut one, mut many) = (wishes(1).map_err(words)?, wishes(WISHES).map_err(words)?);
    let (mut last, mut none) = (Vec::new(), Vec::new());
    for _ in 0..settings.rounds {
        last.push(Pair { ours: time_offers(&mut many, TOUCH)?, baseline: time_offers(&mut one, TOUCH)? });
        none.push(Pair { ours: time_offers(&mut many, DEEP)?, baseline: time_offers(&mut one, DEEP)? });
    }
    let lines = [
        (
            last,
            format!("an offer that only the last of {WISHES} wishes admits, all bid enough / one wish"),
            "grows with the wishes",
        ),
        (none, format!("an offer above what {WISHES} wishes bid / one wish"), "<= 2000"),
    ];
    print(settings, lines)
}

/// So many offers of other kinds, and one behind them that never runs out of what is wished for.
fn offers(size: u64) -> Result<Trading, Refusal> {
    let mut trading = Trading::default();
    for n in 0..size {
        trading.offer(TOUCH + n % TICKS, 1_000_000_000, kind_of(n / 7 % KINDS))?;
    }
    trading.offer(DEEP, u64::MAX / 2, kind_of(WISHED.producer))?;
    Ok(trading)
}

/// So many bids with a wish each. The last admits what the timed offers are and never has enough.
fn wishes(size: u64) -> Result<Trading, Refusal> {
    let mut trading = Trading::default();
    for number in 1..size {
        trading.bid(TOUCH + 1, 10, Some(Wish { producer: number % KINDS, number }))?;
    }
    trading.bid(TOUCH, u64::MAX / 2, Some(WISHED))?;
    Ok(trading)
}

/// Bids of one milligram that trade and leave no trace but that.
fn time_bids(trading: &mut Trading, wish: Option<Wish>, price: u64) -> Outcome<u64> {
    let mut traded = 0;
    let nanos = median_ns(|| {
        batch_ns(|_| {
            let bid = trading.bid(DEEP, 1, wish)?;
            let last = trading.settle(bid)?;
            traded += usize::from(last.is_some_and(|meeting| meeting.trade.price == price));
            Ok(())
        })
    })?;
    if traded == TIMES { Ok(nanos) } else { Err("KINDS: a bid did not trade where it should".to_owned()) }
}

/// Offers of one milligram of what is wished for. At the touch they trade; others are cancelled.
fn time_offers(trading: &mut Trading, price: u64) -> Outcome<u64> {
    let mut traded = 0;
    let nanos = median_ns(|| {
        batch_ns(|_| {
            let offer = trading.offer(price, 1, kind_of(WISHED.producer))?;
            match trading.settle(offer)? {
                Some(_) => traded += 1,
                None => _ = trading.book.remove(offer)?,
            }
            Ok(())
        })
    })?;
    let expected = if price == TOUCH { TIMES } else { 0 };
    if traded == expected { Ok(nanos) } else { Err("KINDS: an offer did not trade as it should".to_owned()) }
}

/// Nanoseconds of one bid that finds its offer by walking over all others.
fn time_scan() -> Result<u64, Refusal> {
    let mut book = Book::default();
    for arrival in 1..=MANY {
        let price = TOUCH + arrival % TICKS;
        book.rest(Order { id: arrival, side: Side::Sell, price, quantity: 1, arrival })?;
    }
    let wanted = MANY + 1;
    book.rest(Order { id: wanted, side: Side::Sell, price: DEEP, quantity: 1, arrival: wanted })?;
    let bid = Order { id: wanted + 1, side: Side::Buy, price: DEEP, quantity: 1, arrival: wanted + 1 };
    let start = Instant::now();
    let arriving = book.rest(bid)?;
    std::hint::black_box(book.crossing_of(arriving, |order| order.id == wanted)?);
    Ok(start.elapsed().as_nanos() as u64)
}

fn print<const N: usize>(settings: &Settings, lines: [(Vec<Pair>, String, &'static str); N]) -> Outcome<()> {
    for (pairs, what, reach) in lines {
        settings.print(&Figure { what, reach, ..Figure::of("KINDS", "ns", &pairs) })?;
    }
    Ok(())
}
