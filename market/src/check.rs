//! The invariants of the book, all of them, checked the slow way. For tests and simulations: a
//! book that passes can be trusted whatever calls it has seen.

use std::fmt::Debug;

use crate::book::Book;
use crate::ladder::{IDLE_MAX, Ladder};
use crate::order::Side;
use crate::slab::NONE;

impl<Id: Copy + Debug> Book<Id> {
    /// Walks everything and names the first contradiction it finds.
    ///
    /// Takes time in proportion to the orders and pages of the book.
    ///
    /// # Errors
    /// The contradiction in words.
    pub fn check(&self) -> Result<(), String> {
        let mut orders = 0;
        for side in [Side::Buy, Side::Sell] {
            check_pages(self.ladder(side)).map_err(|flaw| format!("{side:?}: {flaw}"))?;
            for queue in self.queues(side) {
                orders += self.check_queue(side, queue)?;
            }
        }
        must(orders == self.len(), || format!("{orders} queued, {} in slots", self.len()))?;
        for slot in self.nodes.vacant() {
            must(self.nodes[*slot].queue == NONE, || format!("vacant slot {slot} is alive"))?;
        }
        self.check_best()
    }

    /// The links of one queue agree in both directions, arrivals grow, sums are right. Answers how
    /// many orders there are.
    fn check_queue(&self, side: Side, at: u32) -> Result<usize, String> {
        let queue = &self.ladder(side).queues[at];
        let (mut slot, mut prev, mut arrival_last) = (queue.head, NONE, None);
        let (mut orders, mut quantity) = (0_u32, 0_u128);
        while slot != NONE {
            let node = &self.nodes[slot];
            let at_home = (node.side, node.queue, node.prev) == (side, at, prev);
            must(at_home, || format!("{node:?} is not linked into queue {at} of {side:?}"))?;
            must(node.quantity > 0, || format!("{node:?} is empty"))?;
            must(Some(node.arrival) > arrival_last, || format!("{node:?} is late"))?;
            (orders, quantity) = (orders + 1, quantity + u128::from(node.quantity));
            (prev, slot, arrival_last) = (slot, node.next, Some(node.arrival));
        }
        must(arrival_last <= self.arrival_last, || format!("{queue:?} is of the future"))?;
        must(queue.tail == prev, || format!("the tail of {queue:?} is not {prev}"))?;
        must(orders > 0, || format!("{queue:?} has no orders"))?;
        must((queue.orders, queue.quantity) == (orders, quantity), || {
            format!("{queue:?} holds {orders} orders, {quantity} in all")
        })?;
        Ok(orders as usize)
    }

    /// The best prices are the first of the depth, and it is sorted.
    fn check_best(&self) -> Result<(), String> {
        let bids: Vec<u64> = self.levels(Side::Buy).map(|level| level.price).collect();
        let asks: Vec<u64> = self.levels(Side::Sell).map(|level| level.price).collect();
        must(bids.is_sorted_by(|a, b| a > b), || format!("bids not falling: {bids:?}"))?;
        must(asks.is_sorted_by(|a, b| a < b), || format!("asks not rising: {asks:?}"))?;
        must(self.best_bid() == bids.first().copied(), || "best bid".to_owned())?;
        must(self.best_ask() == asks.first().copied(), || "best ask".to_owned())
    }
}

/// Every page is indexed under its number, few are idle; every bit stands for one queue at its price;
/// there are no other pages and queues; `best` is the first of all.
fn check_pages(ladder: &Ladder) -> Result<(), String> {
    let (mut queues, mut idle, mut first) = (0, 0, NONE);
    for (number, slot) in &ladder.index {
        let page = &ladder.pages[*slot];
        must(page.number == *number, || format!("page {number} says it is {}", page.number))?;
        idle += u32::from(page.occupied == 0);
        for (rank, at) in (number << 6..=number << 6 | 63).zip(page.queues) {
            let occupied = page.occupied >> (rank & 63) & 1 == 1;
            must(occupied == (at != NONE), || format!("bit of rank {rank} is {occupied}"))?;
            if at == NONE {
                continue;
            }
            let queue = &ladder.queues[at];
            let at_home = (queue.price ^ ladder.flip, queue.page) == (rank, *slot);
            must(at_home, || format!("{queue:?} is listed at rank {rank} of page {slot}"))?;
            first = if first == NONE { at } else { first };
            queues += 1;
        }
    }
    must(ladder.best == first, || format!("best is {}, not {first}", ladder.best))?;
    must(ladder.idle == idle && idle <= IDLE_MAX, || format!("{idle} pages are idle"))?;
    for slot in ladder.near.iter().filter(|slot| **slot != NONE) {
        let number = ladder.pages[*slot].number;
        must(ladder.index.get(&number) == Some(slot), || format!("page {number} has gone"))?;
    }
    must(ladder.pages.len() == ladder.index.len(), || "a page is lost".to_owned())?;
    must(ladder.queues.len() == queues, || "a queue is lost".to_owned())
}

pub(crate) fn must(holds: bool, flaw: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(flaw()) }
}
