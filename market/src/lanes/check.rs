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
        let in_lanes = self.entries.iter().filter(|entry| entry.level != NONE).count();
        must(orders == resting.len() && orders == in_lanes, || format!("{orders} orders, {in_lanes} entries"))?;
        must(self.order.len() + idle as usize == self.numbers.len(), || "an order of lanes is stale".to_owned())?;
        must(self.idle == idle && idle <= IDLE_MAX, || format!("{idle} lanes are idle"))?;
        must(self.lanes.len() == self.numbers.len(), || "a lane is lost".to_owned())?;
        must(self.levels.len() == levels, || "a level is lost".to_owned())
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
