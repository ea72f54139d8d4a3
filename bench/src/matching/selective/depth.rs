//! What an order costs in a deep book beside a shallow one.

use orebook_market::{Place, Refusal, Side};

use super::{ANYTHING, BATCH, Trading, batch_ns, kind_of, median_ns};
use crate::figure::{Figure, Pair, Settings};
use crate::matching::load::SplitMix;
use crate::{Outcome, words};

const SIZES: [u64; 3] = [1_000, 100_000, 1_000_000];
const KINDS: u64 = 20;
const TICKS: u64 = 100;
/// The best price asked; the depth lies above it.
const TOUCH: u64 = 10_000;

/// What is timed: a trade at the touch, and that with a cancellation away from it.
#[derive(Clone, Copy)]
enum Turn {
    Trade,
    TradeAndCancel,
}

pub(super) fn run(settings: &Settings) -> Outcome<()> {
    let mut deep: Vec<Deep> =
        SIZES.iter().map(|size| Deep::new(settings.seed, *size)).collect::<Result<_, _>>().map_err(words)?;
    for (turn, what, reach) in [
        (Turn::Trade, "an offer at the touch and a bid that takes it", "<= 2000"),
        (Turn::TradeAndCancel, "the same, an order away from the touch cancelled and another rested there", "<= 2000"),
    ] {
        let mut nanos = Vec::new();
        for _ in 0..settings.rounds {
            let mut round = [0; SIZES.len()];
            for (deep, round) in deep.iter_mut().zip(&mut round) {
                // The first turn warms what the other books have pushed out of the caches.
                deep.time(turn)?;
                *round = deep.time(turn)?;
            }
            nanos.push(round);
        }
        for (at, size) in SIZES.iter().enumerate().skip(1) {
            let pairs: Vec<Pair> = nanos.iter().map(|ns| Pair { ours: ns[at], baseline: ns[0] }).collect();
            settings.print(&Figure {
                what: format!("{what}, {size} resting orders / {}", SIZES[0]),
                reach,
                ..Figure::of("KINDS", "ns", &pairs)
            })?;
        }
    }
    Ok(())
}

/// A book with so many offers away from the touch.
struct Deep {
    trading: Trading,
    places: Vec<Place>,
    random: SplitMix,
}

impl Deep {
    fn new(seed: u64, size: u64) -> Result<Self, Refusal> {
        let mut deep = Self { trading: Trading::default(), places: Vec::new(), random: SplitMix(seed) };
        for _ in 0..size {
            let place = deep.rest_away()?;
            deep.places.push(place);
        }
        Ok(deep)
    }

    fn rest_away(&mut self) -> Result<Place, Refusal> {
        let (price, kind) = (TOUCH + 1 + self.random.below(TICKS), kind_of(self.random.below(KINDS)));
        self.trading.offer(price, 10, kind)
    }

    fn time(&mut self, turn: Turn) -> Outcome<u64> {
        let nanos = median_ns(|| self.time_batch(turn))?;
        let book = &self.trading.book;
        let as_before = book.len() == self.places.len() && book.walk(Side::Buy).next().is_none();
        if as_before { Ok(nanos) } else { Err("KINDS: a bid at the touch did not trade".to_owned()) }
    }

    /// The orders that a batch cancels are picked before its clock starts.
    fn time_batch(&mut self, turn: Turn) -> Outcome<u64> {
        let picked: Vec<Place> = (0..BATCH).map(|_| self.pick()).collect();
        let mut rested = Vec::with_capacity(picked.len());
        let nanos = batch_ns(|n| {
            self.trading.offer(TOUCH, 1, kind_of(0))?;
            let bid = self.trading.bid(TOUCH, 1, ANYTHING)?;
            self.trading.settle(bid)?;
            if let Turn::TradeAndCancel = turn {
                self.trading.book.remove(picked[n])?;
                rested.push(self.rest_away()?);
            }
            Ok(())
        })?;
        match turn {
            Turn::Trade => self.places.extend(picked),
            Turn::TradeAndCancel => self.places.extend(rested),
        }
        Ok(nanos)
    }

    /// Any order away from the touch; it must be given back, or another for it.
    fn pick(&mut self) -> Place {
        let at = self.random.below(self.places.len() as u64) as usize;
        self.places.swap_remove(at)
    }
}
