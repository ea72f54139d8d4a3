//! Seeded random members: what they do, and how often.

use orebook_market::{Order, Side};

use crate::terms::{ANYTHING, FACTS, Kind, Wish};

/// Where the prices of a run come from.
#[derive(Clone, Copy, Debug)]
pub enum Prices {
    /// Everybody within a few ticks.
    Crowded,
    /// A hundred ticks, asks leaning up and bids down: a deep book.
    Standing,
    /// The first, the last and the middle of all numbers.
    Extreme,
}

/// How often what is asked for, in percent; the rest are new orders.
#[derive(Clone, Copy, Debug)]
pub struct Habits {
    pub prices: Prices,
    pub cancels: u64,
    pub reductions: u64,
    pub fills_at_will: u64,
    /// Of the bids.
    pub restricted: u64,
    /// Of the new orders, the ones that are not matched when they arrive.
    pub unmatched: u64,
    pub mistakes: u64,
    /// From how many facts kinds and wishes are drawn.
    pub facts: u32,
}

pub const USUAL: Habits = Habits {
    prices: Prices::Crowded,
    cancels: 15,
    reductions: 10,
    fills_at_will: 3,
    restricted: 50,
    unmatched: 5,
    mistakes: 2,
    facts: FACTS.len() as u32,
};

/// What the side of an order brings with it.
#[derive(Clone, Copy, Debug)]
pub enum Terms {
    Offer(Kind),
    Bid(Option<Wish>),
}

pub struct Random(pub u64);

impl Random {
    /// SplitMix64.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    pub fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// An order of `id` that arrives as number `id`, but for mistakes.
    pub fn order(&mut self, id: u64, habits: Habits) -> (Order<u64>, Terms) {
        let side = [Side::Buy, Side::Sell][self.below(2) as usize];
        let price = self.price(habits.prices, side);
        let quantity = if self.percent(habits.mistakes) { 0 } else { 1 + self.below(30) };
        let arrival = if self.percent(habits.mistakes) { id.saturating_sub(2) } else { id };
        let order = Order { id, side, price, quantity, arrival };
        let side = if self.percent(habits.mistakes) { side.opposite() } else { side };
        (order, self.terms(side, habits))
    }

    fn terms(&mut self, side: Side, habits: Habits) -> Terms {
        let (any, other) = (self.below(1 << habits.facts) as u8, self.below(1 << habits.facts) as u8);
        match side {
            Side::Sell => Terms::Offer(Kind(any)),
            Side::Buy if !self.percent(habits.restricted) => Terms::Bid(ANYTHING),
            // Two or three facts of five, so that a wish finds some offers and not most.
            Side::Buy => Terms::Bid(Some(Wish(any & other))),
        }
    }

    fn price(&mut self, prices: Prices, side: Side) -> u64 {
        match (prices, side) {
            (Prices::Crowded, _) => 60 + self.below(8),
            (Prices::Standing, Side::Buy) => 1000 + self.below(55),
            (Prices::Standing, Side::Sell) => 1100 - self.below(55),
            (Prices::Extreme, _) => [0, 1, 63, 64, 1 << 63, u64::MAX - 1, u64::MAX][self.below(7) as usize],
        }
    }
}
