//! The orders of one side, parted into **lanes**: all orders of a lane are alike to whoever chooses
//! among lanes. The best order that a chooser admits is found by looking at lanes, never at the
//! orders in front of it.
//!
//! ```text
//! order   (rank, arrival) of each lane's best → lane
//!         (105, 3) → "peru"      lane  "peru"      105 → level, 109 → level
//!         (105, 8) → "rwanda"          "rwanda"    105 → level
//!                                level 105         slot 4 ⇄ slot 9 ⇄ slot 2
//! ```
//!
//! The latest orders of a side may [wait](waiting) before they join their lanes.
//!
//! An order has the same slot number here as in its book, so the index costs 24 bytes an order and
//! no look-up. Ranks are those of the [ladder](crate::ladder): the best has the lowest on either
//! side. The levels of a lane are a tree and not pages, since a lane may have few orders at
//! prices far apart, and there may be thousands of lanes.

mod check;
mod meeting;
mod waiting;

use std::collections::{BTreeMap, BTreeSet};

use crate::slab::{NONE, Slab};
use waiting::Waiting;

/// How many lanes without an order are kept, so that a kind whose last offer has gone need not be
/// built anew for the next.
pub(crate) const IDLE_MAX: u32 = 64;

/// A place in priority: a better price first, then the earlier arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Turn {
    pub(crate) rank: u64,
    pub(crate) arrival: u64,
}

/// The lanes of one side of a book, by their name.
#[derive(Clone, Debug)]
pub(crate) struct Lanes<Name> {
    numbers: BTreeMap<Name, u32>,
    lanes: Slab<Lane<Name>>,
    levels: Slab<Level>,
    /// By the slot of the order in its book.
    entries: Vec<Entry>,
    /// Every lane with an order, by the turn of its best. No two orders arrive at once.
    order: BTreeMap<Turn, u32>,
    /// How many lanes have no order.
    idle: u32,
    /// The latest orders, in no lane yet.
    waiting: Vec<Waiting<Name>>,
    waiting_max: usize,
}

/// The orders of one name.
#[derive(Clone, Debug)]
struct Lane<Name> {
    name: Name,
    /// The slots of its levels by rank.
    levels: BTreeMap<u64, u32>,
    /// Its key in the order of lanes; `None` without an order.
    best: Option<Turn>,
}

/// The orders of one lane at one price, first come first.
#[derive(Clone, Debug)]
struct Level {
    rank: u64,
    head: u32,
    tail: u32,
    lane: u32,
}

/// An order in its level.
#[derive(Clone, Debug)]
struct Entry {
    arrival: u64,
    /// The slot of the order behind it; its number in line while it waits.
    next: u32,
    prev: u32,
    /// [`NONE`] where the slot's order is in no lane.
    level: u32,
}

const ABSENT: Entry = Entry { arrival: 0, next: NONE, prev: NONE, level: NONE };

impl<Name> Lanes<Name> {
    /// No lanes. Up to `waiting_max` orders wait before they join one.
    pub(crate) fn new(waiting_max: usize) -> Self {
        Self {
            numbers: BTreeMap::new(),
            lanes: Slab::default(),
            levels: Slab::default(),
            entries: Vec::new(),
            order: BTreeMap::new(),
            idle: 0,
            waiting: Vec::new(),
            waiting_max,
        }
    }
}

impl<Name: Ord + Clone> Lanes<Name> {
    /// The name of the lane of the order in `slot`.
    #[inline]
    pub(crate) fn name_of(&self, slot: u32) -> Option<&Name> {
        let entry = self.entries.get(slot as usize)?;
        match self.levels.get(entry.level) {
            Some(level) => Some(&self.lanes[level.lane].name),
            None => self.waiting.get(entry.next as usize).map(|waiting| &waiting.name),
        }
    }

    /// How many different names the orders have.
    pub(crate) fn len(&self) -> usize {
        let has_lane = |name| self.numbers.get(name).is_some_and(|lane| self.lanes[*lane].best.is_some());
        let waiting: BTreeSet<&Name> = self.waiting().map(|waiting| &waiting.name).collect();
        self.order.len() + waiting.into_iter().filter(|name| !has_lane(*name)).count()
    }

    /// Each lane with an order that does not wait: the turn and the slot of its best, and its name.
    pub(crate) fn bests(&self) -> impl Iterator<Item = (Turn, u32, &Name)> {
        self.order.iter().map(|(turn, lane)| {
            let lane = &self.lanes[*lane];
            (*turn, self.head_of(lane, turn.rank), &lane.name)
        })
    }

    fn head_of(&self, lane: &Lane<Name>, rank: u64) -> u32 {
        lane.levels.get(&rank).map_or(NONE, |level| self.levels[*level].head)
    }

    #[inline]
    fn join(&mut self, slot: u32, name: Name, turn: Turn) {
        let lane = self.open_lane(name);
        let level = self.open_level(lane, turn);
        let prev = std::mem::replace(&mut self.levels[level].tail, slot);
        *self.entry_mut(slot) = Entry { arrival: turn.arrival, next: NONE, prev, level };
        match self.entries.get_mut(prev as usize) {
            Some(entry) => entry.next = slot,
            None => self.levels[level].head = slot,
        }
    }

    /// Links the neighbours of an order that leaves with each other.
    #[inline]
    fn leave(&mut self, Entry { next, prev, level, .. }: Entry) {
        match self.entries.get_mut(next as usize) {
            Some(entry) => entry.prev = prev,
            None => self.levels[level].tail = prev,
        }
        match self.entries.get_mut(prev as usize) {
            Some(entry) => entry.next = next,
            None => {
                self.levels[level].head = next;
                self.lose_head(level);
            }
        }
    }

    #[inline]
    fn entry_mut(&mut self, slot: u32) -> &mut Entry {
        let slot = slot as usize;
        if self.entries.len() <= slot {
            self.entries.resize(slot + 1, ABSENT);
        }
        &mut self.entries[slot]
    }

    #[inline]
    fn open_lane(&mut self, name: Name) -> u32 {
        if let Some(lane) = self.numbers.get(&name) {
            return *lane;
        }
        self.idle += 1;
        let lane = self.lanes.insert(Lane { name: name.clone(), levels: BTreeMap::new(), best: None });
        self.numbers.insert(name, lane);
        lane
    }

    /// The level of an order about to join; the lane moves up if it is better than its best.
    #[inline]
    fn open_level(&mut self, number: u32, turn: Turn) -> u32 {
        let lane = &mut self.lanes[number];
        let Turn { rank, .. } = turn;
        let level = *lane
            .levels
            .entry(rank)
            .or_insert_with(|| self.levels.insert(Level { rank, head: NONE, tail: NONE, lane: number }));
        self.idle -= u32::from(lane.best.is_none());
        if lane.best.is_none_or(|best| turn < best) {
            if let Some(best) = lane.best.replace(turn) {
                self.order.remove(&best);
            }
            self.order.insert(turn, number);
        }
        level
    }

    /// What follows when the first order of a level has left: an empty level closes, and a lane
    /// that lost its best moves down.
    #[inline]
    fn lose_head(&mut self, level: u32) {
        let Level { rank, head, lane: number, .. } = self.levels[level];
        let lane = &mut self.lanes[number];
        if head == NONE {
            lane.levels.remove(&rank);
            self.levels.vacate(level);
        }
        let Some(best) = lane.best.filter(|best| best.rank == rank) else {
            return;
        };
        self.order.remove(&best);
        lane.best = lane.levels.first_key_value().map(|(rank, level)| {
            let head = self.levels[*level].head;
            Turn { rank: *rank, arrival: self.entries[head as usize].arrival }
        });
        match lane.best {
            Some(best) => _ = self.order.insert(best, number),
            None => self.close_lane(number),
        }
    }

    /// Keeps an empty lane for a while, unless enough are kept.
    fn close_lane(&mut self, number: u32) {
        if self.idle < IDLE_MAX {
            self.idle += 1;
            return;
        }
        self.numbers.remove(&self.lanes[number].name);
        self.lanes.vacate(number);
    }
}
