//! Numbered slots that are used again. Links between orders, queues and pages are slot numbers
//! instead of pointers: half as wide, safe to copy with the book, and the same in every replay.

use std::ops::{Index, IndexMut};

/// The slot number that stands for "none".
pub(crate) const NONE: u32 = u32::MAX;

/// A growing vector with a stack of vacant slots. The slot vacated last is filled first, while it
/// is still in the cache. Memory is that of the most slots ever in use at once.
#[derive(Clone, Debug)]
pub(crate) struct Slab<T> {
    slots: Vec<T>,
    vacant: Vec<u32>,
}

impl<T> Default for Slab<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), vacant: Vec::new() }
    }
}

impl<T> Slab<T> {
    /// Whether every slot number is taken.
    #[inline]
    pub(crate) fn is_full(&self) -> bool {
        self.vacant.is_empty() && self.slots.len() >= NONE as usize
    }

    /// Puts `value` in a vacant or a new slot. The book keeps the number of slots within 32 bits.
    #[inline]
    pub(crate) fn insert(&mut self, value: T) -> u32 {
        if let Some(slot) = self.vacant.pop() {
            self[slot] = value;
            slot
        } else {
            self.slots.push(value);
            (self.slots.len() - 1) as u32
        }
    }

    /// Vacates `slot`. The value stays until the slot is used again, so whoever keeps slot
    /// numbers marks it dead before.
    #[inline]
    pub(crate) fn vacate(&mut self, slot: u32) {
        self.vacant.push(slot);
    }

    #[inline]
    pub(crate) fn get(&self, slot: u32) -> Option<&T> {
        self.slots.get(slot as usize)
    }

    #[inline]
    pub(crate) fn get_mut(&mut self, slot: u32) -> Option<&mut T> {
        self.slots.get_mut(slot as usize)
    }

    /// How many slots are in use.
    pub(crate) fn len(&self) -> usize {
        self.slots.len() - self.vacant.len()
    }

    /// The vacant slots, for the checker.
    pub(crate) fn vacant(&self) -> &[u32] {
        &self.vacant
    }
}

impl<T> Index<u32> for Slab<T> {
    type Output = T;

    #[inline]
    fn index(&self, slot: u32) -> &T {
        &self.slots[slot as usize]
    }
}

impl<T> IndexMut<u32> for Slab<T> {
    #[inline]
    fn index_mut(&mut self, slot: u32) -> &mut T {
        &mut self.slots[slot as usize]
    }
}
