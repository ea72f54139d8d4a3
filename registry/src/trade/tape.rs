//! The tape: what was traded in a market at which price, without names. The latest trades and the days' figures are
//! kept in memory; older trades stand in the log.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::values::*;

/// Trades kept in memory.
const RECENT_MAX: usize = 1_000;

/// A trade on the tape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// The trade.
    pub trade: TradeId,
    /// Sequence of the entry that has it; its id has that of the cause, which it follows.
    pub entry: u64,
    /// Its day.
    pub day: Date,
    /// Per kilogram.
    pub price: Money,
    /// How much.
    pub mass: Mass,
}

/// The trades of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayOfTrades {
    /// How many.
    pub trades: u64,
    /// How much.
    pub mass: Mass,
    /// Σ gross, in minor units.
    pub gross: i64,
    /// Lowest price, in minor units.
    pub low: i64,
    /// Highest price, in minor units.
    pub high: i64,
    /// Who bought: statistics are told of three buyers and more.
    pub buyers: BTreeSet<OrganisationId>,
}

/// The tape of a market.
#[derive(Debug, Clone, Default)]
pub struct Tape {
    recent: VecDeque<Printed>,
    days: BTreeMap<Date, DayOfTrades>,
    trades: u64,
}

impl Tape {
    /// The latest trades, newest first, a thousand at the most.
    pub fn recent(&self) -> impl Iterator<Item = &Printed> {
        self.recent.iter().rev()
    }
    /// Whether older trades than the latest are in the log alone.
    pub fn is_cut(&self) -> bool {
        self.trades > self.recent.len() as u64
    }
    /// Days with trades from a day on, oldest first.
    pub fn days_from(&self, day: Date) -> impl Iterator<Item = (Date, &DayOfTrades)> {
        self.days.range(day..).map(|(day, trades)| (*day, trades))
    }

    pub(super) fn print(&mut self, printed: Printed, gross: Money, buyer: OrganisationId) {
        let price = printed.price.minor;
        let none = DayOfTrades {
            trades: 0,
            mass: Mass::default(),
            gross: 0,
            low: price,
            high: price,
            buyers: BTreeSet::new(),
        };
        let day = self.days.entry(printed.day).or_insert(none);
        day.trades += 1;
        day.mass = day.mass.plus(printed.mass);
        day.gross = day.gross.saturating_add(gross.minor);
        (day.low, day.high) = (day.low.min(price), day.high.max(price));
        day.buyers.insert(buyer);
        self.trades += 1;
        if self.recent.len() == RECENT_MAX {
            self.recent.pop_front();
        }
        self.recent.push_back(printed);
    }
}
