//! The book beside its naive twin under seeded random instructions, everything they answer
//! compared after every step. A failure prints its seed; running that seed again repeats it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use orebook_market::checksum::Checksum;
use orebook_market::naive::NaiveBook;
use orebook_market::{Book, Handle, Order, Refusal, Side};

/// Where the prices of a run come from.
#[derive(Clone, Copy, Debug)]
enum Prices {
    /// Everybody within a few ticks, on two pages of the ladder.
    Crowded,
    /// A hundred ticks, asks leaning up and bids down: a deep book.
    Standing,
    /// A page for nearly every price.
    Scattered,
    /// The first, the last and the middle of all numbers, and edges of pages.
    Extreme,
}

/// How often what is asked for, in percent; the rest are new orders.
#[derive(Clone, Copy, Debug)]
struct Habits {
    prices: Prices,
    cancels: u64,
    reductions: u64,
    immediate: u64,
    mistakes: u64,
}

struct Random(u64);

impl Random {
    /// SplitMix64.
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    fn price(&mut self, prices: Prices, side: Side) -> u64 {
        match (prices, side) {
            (Prices::Crowded, _) => 60 + self.below(8),
            (Prices::Standing, Side::Buy) => 1000 + self.below(55),
            (Prices::Standing, Side::Sell) => 1100 - self.below(55),
            (Prices::Scattered, _) => 1 + self.below(1_000_000_000_000_000),
            (Prices::Extreme, _) => {
                let edges = [0, 1, 63, 64, 127, 128, 1 << 63, u64::MAX - 64, u64::MAX];
                edges[self.below(9) as usize].saturating_add(self.below(2))
            }
        }
    }
}

struct Twins {
    book: Book<u64>,
    naive: NaiveBook<u64>,
    /// Orders that rest, with the handles the book gave them.
    live: BTreeMap<u64, Handle>,
    checksums: [Checksum; 2],
    next: u64,
}

impl Twins {
    fn new() -> Self {
        let (book, naive, live) = (Book::default(), NaiveBook::default(), BTreeMap::new());
        Self { book, naive, live, checksums: [Checksum::default(); 2], next: 1 }
    }

    fn any(&self, random: &mut Random) -> Option<(u64, Handle)> {
        let at = random.below(self.live.len().max(1) as u64) as usize;
        self.live.iter().nth(at).map(|(id, handle)| (*id, *handle))
    }

    fn step(&mut self, random: &mut Random, habits: Habits) {
        let kind = random.below(100);
        if kind < habits.cancels {
            let Some((id, handle)) = self.any(random) else {
                return;
            };
            assert_eq!(self.book.remove(handle), self.naive.remove(id));
            self.left(id, 0);
        } else if kind < habits.cancels + habits.reductions {
            let Some((id, handle)) = self.any(random) else {
                return;
            };
            let by = random.below(12);
            let left = self.book.reduce(handle, by);
            assert_eq!(left, self.naive.reduce(id, by));
            self.left(id, left.unwrap_or(1));
        } else {
            self.submit(random, habits);
        }
    }

    fn submit(&mut self, random: &mut Random, habits: Habits) {
        let (id, side) = (self.next, [Side::Buy, Side::Sell][random.below(2) as usize]);
        self.next += 1;
        let price = random.price(habits.prices, side);
        let zero = random.percent(habits.mistakes);
        let quantity = if zero { 0 } else { 1 + random.below(30) };
        let stale = random.percent(habits.mistakes);
        let arrival = if stale { id.saturating_sub(2) } else { id };
        let order = Order { id, side, price, quantity, arrival };
        let rested = self.book.rest(order);
        assert_eq!(rested.map(|_| ()), self.naive.rest(order));
        let Ok(handle) = rested else { return };
        self.live.insert(id, handle);
        self.check_walks(random, order);
        self.match_all();
        if random.percent(habits.immediate) && self.live.contains_key(&id) {
            assert_eq!(self.book.remove(handle), self.naive.remove(id));
            self.left(id, 0);
        }
    }

    fn match_all(&mut self) {
        loop {
            let crossing = self.book.crossing();
            let expected = self.naive.crossing();
            assert_eq!(crossing.map(|crossing| crossing.trade), expected);
            let (Some(crossing), Some(expected)) = (crossing, expected) else {
                return;
            };
            let trade = crossing.trade;
            self.checksums[0].trade(trade);
            self.checksums[1].trade(expected);
            let left = self.book.fill(crossing.bid, crossing.ask, trade.quantity);
            assert_eq!(left, self.naive.fill(trade.bid, trade.ask, trade.quantity));
            let left = left.unwrap();
            self.left(trade.bid, left.bid);
            self.left(trade.ask, left.ask);
        }
    }

    fn left(&mut self, id: u64, left: u64) {
        if left == 0
            && let Some(handle) = self.live.remove(&id)
        {
            assert_eq!(self.book.get(handle), None);
            assert_eq!(self.book.remove(handle), Err(Refusal::UnknownOrder));
        }
    }

    /// The read-only answers for an order that has just come to rest.
    fn check_walks(&mut self, random: &mut Random, order: Order<u64>) {
        let (divisor, other) = (2 + random.below(3), order.side.opposite());
        let admits = |order: &Order<u64>| order.id.is_multiple_of(divisor);
        let crossing = self.book.crossing_of(self.live[&order.id], admits).unwrap();
        let expected = self.naive.crossing_of(order.id, admits).unwrap();
        assert_eq!(crossing.map(|crossing| crossing.trade), expected);
        let open = self.book.quantity_within(other, order.price, admits);
        assert_eq!(open, self.naive.quantity_within(other, order.price, admits));
        let levels_max = random.below(5) as usize;
        let depth = self.book.depth(other, levels_max);
        assert_eq!(depth, self.naive.depth(other, levels_max));
    }

    fn check(&mut self) {
        self.book.check().unwrap();
        assert_eq!(self.book.len(), self.live.len());
        assert_eq!(self.naive.len(), self.live.len());
        for side in [Side::Buy, Side::Sell] {
            let walk: Vec<_> = self.book.walk(side).collect();
            assert!(walk.iter().all(|(handle, order)| self.live.get(&order.id) == Some(handle)));
            assert!(walk.iter().map(|(_, order)| order).eq(&self.naive.walk(side)));
            let depth = self.book.depth(side, usize::MAX);
            let total: u128 = depth.iter().map(|level| level.quantity).sum();
            assert_eq!(self.book.quantity(side), total);
            assert_eq!(depth, self.naive.depth(side, usize::MAX));
        }
    }

    fn fold_depths(&mut self) -> [u64; 2] {
        for side in [Side::Buy, Side::Sell] {
            let depths = [self.book.depth(side, usize::MAX), self.naive.depth(side, usize::MAX)];
            for (checksum, depth) in self.checksums.iter_mut().zip(depths) {
                depth.into_iter().for_each(|level| checksum.level(side, level));
            }
        }
        self.checksums.map(Checksum::value)
    }
}

fn run(habits: Habits) {
    for seed in 1..=3 {
        println!("seed {seed}, {habits:?}");
        let (mut random, mut twins) = (Random(seed), Twins::new());
        for _ in 0..1200 {
            twins.step(&mut random, habits);
            twins.check();
        }
        // Cancel everything: what the pages and slots kept must not be missed later.
        while let Some((id, handle)) = twins.any(&mut random) {
            assert_eq!(twins.book.remove(handle), twins.naive.remove(id));
            twins.left(id, 0);
            twins.check();
        }
        (0..100).for_each(|_| twins.step(&mut random, habits));
        twins.check();
        let [ours, naive] = twins.fold_depths();
        assert_eq!(ours, naive);
    }
}

const USUAL: Habits = Habits { prices: Prices::Crowded, cancels: 15, reductions: 10, immediate: 10, mistakes: 3 };

#[test]
fn twins_agree_in_a_crowd() {
    run(USUAL);
}

#[test]
fn twins_agree_in_a_standing_book() {
    run(Habits { prices: Prices::Standing, ..USUAL });
}

#[test]
fn twins_agree_over_scattered_prices() {
    run(Habits { prices: Prices::Scattered, ..USUAL });
}

#[test]
fn twins_agree_at_the_ends_of_all_numbers() {
    run(Habits { prices: Prices::Extreme, ..USUAL });
}

#[test]
fn twins_agree_when_most_is_cancelled() {
    for prices in [Prices::Crowded, Prices::Standing, Prices::Scattered, Prices::Extreme] {
        run(Habits { prices, cancels: 45, reductions: 5, ..USUAL });
    }
}

#[test]
fn twins_agree_when_most_is_immediate() {
    for prices in [Prices::Crowded, Prices::Standing, Prices::Extreme] {
        run(Habits { prices, immediate: 80, cancels: 2, ..USUAL });
    }
}
