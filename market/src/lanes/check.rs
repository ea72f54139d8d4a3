//! The invariants of the lanes, checked the slow way against the orders they index.

use std::collections::BTreeMap;
use std::fmt::Debug;

use super::{IDLE_MAX, Lanes, Turn};
use crate::check::must;
use crate::slab::NONE;

impl<Name: Ord + Clone + Debug> Lanes<Name> {
    /// Exactly the orders of `resting`, slots and turns of one side in match order, are in lanes,
    /// each lane and level in order; lanes are named, ordered and kept as they should.
    pub(crate) fn check(&self, resting: impl Iterator<Item = (u32, Turn)>) -> Result<(), String> {
        let resting: BTreeMap<u32, Turn> = resting.collect();
        let (mut orders, mut levels, mut idle) = (0, 0, 0);
        for (name, number) in &self.numbers {
            let lane = &self.lanes[*number];
            must(lane.name == *name, || format!("lane {number} of {name:?} says it is {:?}", lane.name))?;
            idle += u32::from(lane.levels.is_empty());
            levels += lane.levels.len();
            let mut best = None;
            for (rank, level) in &lane.levels {
                let turns = self.check_level(*number, *rank, *level, &resting)?;
                orders += turns.len();
                best = best.or(turns.first().copied());
            }
            must(lane.best == best, || format!("the best of {name:?} is {best:?}, not {:?}", lane.best))?;
            let listed = best.is_none_or(|best| self.order.get(&best) == Some(number));
            must(listed, || format!("{name:?} is not in order"))?;
        }
        let mut last = None;
        for waiting in self.waiting() {
            must(resting.get(&waiting.slot) == Some(&waiting.turn), || "one in line does not rest".to_owned())?;
            must(last < Some(waiting.turn.arrival), || "the line is not in order".to_owned())?;
            (orders, last) = (orders + 1, Some(waiting.turn.arrival));
        }
        must(self.waiting.len() <= self.waiting_max, || "the line is too long".to_owned())?;
        self.check_entries(&resting)?;
        must(orders == resting.len(), || format!("{orders} orders, {} rest", resting.len()))?;
        must(self.order.len() + idle as usize == self.numbers.len(), || "an order of lanes is stale".to_owned())?;
        must(self.idle == idle && idle <= IDLE_MAX, || format!("{idle} lanes are idle"))?;
        must(self.lanes.len() == self.numbers.len(), || "a lane is lost".to_owned())?;
        must(self.levels.len() == levels, || "a level is lost".to_owned())
    }

    /// Every slot whose order does not rest is clear; those who wait know their number.
    fn check_entries(&self, resting: &BTreeMap<u32, Turn>) -> Result<(), String> {
        for (slot, entry) in self.entries.iter().enumerate() {
            let rests = resting.contains_key(&(slot as u32));
            must(rests || (entry.level, entry.next) == (NONE, NONE), || format!("slot {slot} is not clear"))?;
            let waits = self.waiting.get(entry.next as usize).is_some_and(|waiting| waiting.slot == slot as u32);
            must(!rests || entry.level != NONE || waits, || format!("slot {slot} has no number in line"))?;
        }
        Ok(())
    }

    /// The links of one level agree in both directions and arrivals grow. Answers its turns.
    fn check_level(&self, lane: u32, rank: u64, at: u32, resting: &BTreeMap<u32, Turn>) -> Result<Vec<Turn>, String> {
        let level = &self.levels[at];
        must((level.lane, level.rank) == (lane, rank), || format!("{level:?} is listed at {rank} of lane {lane}"))?;
        let (mut slot, mut prev, mut turns) = (level.head, NONE, Vec::new());
        while slot != NONE {
            let entry = &self.entries[slot as usize];
            let turn = Turn { rank, arrival: entry.arrival };
            must((entry.level, entry.prev) == (at, prev), || format!("{entry:?} is not linked into {level:?}"))?;
            must(turns.last() < Some(&turn), || format!("{entry:?} is late"))?;
            must(resting.get(&slot) == Some(&turn), || format!("slot {slot} does not rest at {turn:?}"))?;
            turns.push(turn);
            (prev, slot) = (slot, entry.next);
        }
        must(level.tail == prev, || format!("the tail of {level:?} is not {prev}"))?;
        must(!turns.is_empty(), || format!("{level:?} has no orders"))?;
        Ok(turns)
    }
}
