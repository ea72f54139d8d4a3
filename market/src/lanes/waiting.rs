//! Where the latest orders of one side wait before they join their lanes.
//!
//! Most orders of a busy market do not live long: many trade as they arrive, others with one of the
//! next. Joining a lane and leaving it again would cost such an order more than all the rest of
//! its life, so the latest few stand in line, and who looks for the best looks at them as well.

use super::{ABSENT, Entry, Lanes, Turn};
use crate::slab::NONE;

/// An order in line. They stand in order of arrival, so they join their levels in that order.
#[derive(Clone, Debug)]
pub(super) struct Waiting<Name> {
    pub(super) turn: Turn,
    /// The slot of the order in its book; [`NONE`] once it has left.
    pub(super) slot: u32,
    pub(super) name: Name,
}

impl<Name: Ord + Clone> Lanes<Name> {
    /// Puts the order in `slot` behind all others of its lane at its price, now or later.
    #[inline]
    pub(crate) fn put(&mut self, slot: u32, name: Name, turn: Turn) {
        if self.waiting_max == 0 {
            return self.join(slot, name, turn);
        }
        if self.waiting.len() == self.waiting_max {
            self.join_waiting();
        }
        let at = self.waiting.len() as u32;
        *self.entry_mut(slot) = Entry { next: at, ..ABSENT };
        self.waiting.push(Waiting { turn, slot, name });
    }

    /// Takes the order in `slot` out, from wherever it stands. An order that was never put stays
    /// out.
    #[inline]
    pub(crate) fn take_out(&mut self, slot: u32) {
        let Some(entry) = self.entries.get_mut(slot as usize) else {
            return;
        };
        let entry = std::mem::replace(entry, ABSENT);
        if entry.level != NONE {
            self.leave(entry);
        } else if let Some(waiting) = self.waiting.get_mut(entry.next as usize) {
            waiting.slot = NONE;
            // The last in line makes room; others keep their numbers.
            if entry.next as usize + 1 == self.waiting.len() {
                self.waiting.pop();
            }
        }
    }

    /// The orders in line.
    pub(super) fn waiting(&self) -> impl Iterator<Item = &Waiting<Name>> {
        self.waiting.iter().filter(|waiting| waiting.slot != NONE)
    }

    fn join_waiting(&mut self) {
        let mut waiting = std::mem::take(&mut self.waiting);
        for Waiting { turn, slot, name } in waiting.drain(..).filter(|waiting| waiting.slot != NONE) {
            self.join(slot, name, turn);
        }
        // Given back empty, for its memory.
        self.waiting = waiting;
    }
}
