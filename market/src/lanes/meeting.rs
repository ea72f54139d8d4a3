//! The orders of the lanes that somebody admits, in the order in which they would be matched.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, btree_map};
use std::iter::Peekable;

use super::{Lanes, Turn};
use crate::slab::NONE;

/// The walk over admitted lanes. It opens a lane only when the walk has come to the lane's best
/// order: the first answer costs no more than the lanes in front of it.
pub(crate) struct Meeting<'a, Name, Admits> {
    lanes: &'a Lanes<Name>,
    closed: Peekable<btree_map::Iter<'a, Turn, u32>>,
    /// The next order of each lane that was opened, and the orders in line.
    open: BinaryHeap<Reverse<(Turn, u32)>>,
    rank_max: u64,
    admits: Admits,
}

impl<Name: Ord + Clone> Lanes<Name> {
    /// The turns and slots of orders up to `rank_max` in lanes that `admits` accepts.
    pub(crate) fn meeting<Admits: Fn(&Name) -> bool>(
        &self,
        rank_max: u64,
        admits: Admits,
    ) -> Meeting<'_, Name, Admits> {
        let met = self.waiting().filter(|waiting| waiting.turn.rank <= rank_max && admits(&waiting.name));
        let open = met.map(|waiting| Reverse((waiting.turn, waiting.slot))).collect();
        Meeting { lanes: self, closed: self.order.iter().peekable(), open, rank_max, admits }
    }

    /// The first order of [`Lanes::meeting`].
    #[inline]
    pub(crate) fn first(&self, rank_max: u64, admits: impl Fn(&Name) -> bool) -> Option<(Turn, u32)> {
        let met = self.order.iter().take_while(|(turn, _)| turn.rank <= rank_max);
        let mut admitted = met.filter(|(_, lane)| admits(&self.lanes[**lane].name));
        let in_lane = admitted.next().map(|(turn, lane)| (*turn, self.head_of(&self.lanes[*lane], turn.rank)));
        let rank_max = in_lane.map_or(rank_max, |(turn, _)| turn.rank);
        let met = self.waiting().filter(|waiting| waiting.turn.rank <= rank_max && admits(&waiting.name));
        let in_line = met.map(|waiting| (waiting.turn, waiting.slot));
        in_line.chain(in_lane).min()
    }

    /// The order behind the one in `slot` in its lane.
    fn behind(&self, slot: u32) -> Option<(Turn, u32)> {
        let entry = &self.entries[slot as usize];
        let level = self.levels.get(entry.level)?;
        let (rank, next) = if entry.next != NONE {
            (level.rank, entry.next)
        } else {
            let after = level.rank.checked_add(1)?;
            let (rank, level) = self.lanes[level.lane].levels.range(after..).next()?;
            (*rank, self.levels[*level].head)
        };
        Some((Turn { rank, arrival: self.entries[next as usize].arrival }, next))
    }
}

impl<Name: Ord + Clone, Admits: Fn(&Name) -> bool> Meeting<'_, Name, Admits> {
    /// Opens the lanes whose best order comes before the next order of all open lanes.
    fn open_lanes(&mut self) {
        while let Some((turn, lane)) = self.closed.peek() {
            let earlier = self.open.peek().is_none_or(|Reverse((open, _))| *turn < open);
            if turn.rank > self.rank_max || !earlier {
                return;
            }
            let lane = &self.lanes.lanes[**lane];
            if (self.admits)(&lane.name) {
                self.open.push(Reverse((**turn, self.lanes.head_of(lane, turn.rank))));
            }
            self.closed.next();
        }
    }
}

impl<Name: Ord + Clone, Admits: Fn(&Name) -> bool> Iterator for Meeting<'_, Name, Admits> {
    type Item = (Turn, u32);

    fn next(&mut self) -> Option<(Turn, u32)> {
        self.open_lanes();
        let Reverse((turn, slot)) = self.open.pop()?;
        if let Some(behind) = self.lanes.behind(slot).filter(|(turn, _)| turn.rank <= self.rank_max) {
            self.open.push(Reverse(behind));
        }
        Some((turn, slot))
    }
}
