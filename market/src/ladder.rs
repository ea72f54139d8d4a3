//! One side of the book: its price levels, best first.
//!
//! Members choose their prices freely, from 1 to any number, so a dense array over all prices
//! would let one order at an absurd price claim the machine's memory. Real orders crowd within a
//! few ticks of each other, so a search tree over single prices would pay for freedom nobody uses.
//! The ladder is both: a tree of **pages**, each a dense array over 64 neighbouring prices
//! with one bit per price in use. A page exists only while an order stands on it, but for a few
//! kept against churn; memory is bounded by the number of orders, however they are spread.
//!
//! ```text
//! index   rank / 64 → page         page   occupied  0b…0010_0100      rank % 64 → queue
//!         1640      → slot 0              queues    [ -, -, 7, -, -, 2, … ]
//! ```
//!
//! A **rank** is the price of an ask and the complement of the price of a bid. The best order has
//! the lowest rank on either side, so one piece of code serves both.

use std::collections::BTreeMap;

use crate::order::Side;
use crate::queue::Queue;
use crate::slab::{NONE, Slab};

/// The number of prices on a page is two to this power: as many as a word has bits.
const PAGE_BITS: u32 = 6;
const PAGE_LEN: usize = 1 << PAGE_BITS;
const PAGE_MASK: u64 = PAGE_LEN as u64 - 1;

/// How many pages without a queue a side may keep.
pub(crate) const IDLE_MAX: u32 = 4;

/// How many lately used pages a side remembers.
const NEAR_LEN: usize = 8;

/// The queues at 64 neighbouring prices.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// The rank of every price on the page, divided by 64.
    pub(crate) number: u64,
    /// A bit for each price with a queue.
    pub(crate) occupied: u64,
    /// The slots of the queues, [`NONE`] where the bit is clear.
    pub(crate) queues: [u32; PAGE_LEN],
}

/// The price levels of one side.
#[derive(Clone, Debug)]
pub(crate) struct Ladder {
    /// Turns a price into a rank and back by exclusive or: all ones for bids, 0 for asks.
    pub(crate) flip: u64,
    pub(crate) index: BTreeMap<u64, u32>,
    pub(crate) pages: Slab<Page>,
    pub(crate) queues: Slab<Queue>,
    /// The page used last of those that share a place here by their numbers; [`NONE`] if it has
    /// gone. Orders arrive near each other, and a look here costs a fraction of a look in the tree.
    pub(crate) near: [u32; NEAR_LEN],
    /// How many pages have no queue.
    pub(crate) idle: u32,
    /// The slot of the best queue, [`NONE`] on an empty side.
    pub(crate) best: u32,
}

impl Ladder {
    pub(crate) fn new(side: Side) -> Self {
        let flip = match side {
            Side::Buy => u64::MAX,
            Side::Sell => 0,
        };
        let (pages, queues) = (Slab::default(), Slab::default());
        let near = [NONE; NEAR_LEN];
        Self { flip, index: BTreeMap::new(), pages, queues, near, idle: 0, best: NONE }
    }

    /// The slot of the queue at `price`, opened if there is none.
    #[inline]
    pub(crate) fn open(&mut self, price: u64) -> u32 {
        let rank = price ^ self.flip;
        let page = self.open_page(rank >> PAGE_BITS);
        let queue = self.pages[page].queues[(rank & PAGE_MASK) as usize];
        if queue != NONE { queue } else { self.open_queue(price, page) }
    }

    /// The slot of the page `number`, found without the tree if it was used lately.
    #[inline]
    fn open_page(&mut self, number: u64) -> u32 {
        let near = self.near[near(number)];
        if let Some(page) = self.pages.get(near)
            && page.number == number
        {
            return near;
        }
        self.find_page(number)
    }

    fn find_page(&mut self, number: u64) -> u32 {
        let page = *self.index.entry(number).or_insert_with(|| {
            self.idle += 1;
            self.pages.insert(Page { number, occupied: 0, queues: [NONE; PAGE_LEN] })
        });
        self.near[near(number)] = page;
        page
    }

    #[inline]
    fn open_queue(&mut self, price: u64, page: u32) -> u32 {
        let rank = price ^ self.flip;
        let queue = self.queues.insert(Queue::empty(price, page));
        let bit = rank & PAGE_MASK;
        let Page { occupied, queues, .. } = &mut self.pages[page];
        self.idle -= u32::from(*occupied == 0);
        *occupied |= 1 << bit;
        queues[bit as usize] = queue;
        if self.best == NONE || rank < self.queues[self.best].price ^ self.flip {
            self.best = queue;
        }
        queue
    }

    /// Closes a queue from which the last order has gone. A page left without a queue stays, so
    /// that a market that ebbs and flows around its edge does not build it anew each time; only
    /// when too many are idle it goes.
    #[inline]
    pub(crate) fn close(&mut self, queue: u32) {
        let Queue { page, price, .. } = self.queues[queue];
        let bit = (price ^ self.flip) & PAGE_MASK;
        let Page { number, occupied, queues } = &mut self.pages[page];
        *occupied &= !(1 << bit);
        queues[bit as usize] = NONE;
        self.queues.vacate(queue);
        let (number, occupied) = (*number, *occupied);
        if occupied == 0 && self.idle < IDLE_MAX {
            self.idle += 1;
        } else if occupied == 0 {
            self.index.remove(&number);
            self.pages.vacate(page);
            self.near[near(number)] = NONE;
        }
        if self.best == queue {
            self.best = if occupied == 0 { self.first_from(number) } else { self.first_of(page) };
        }
    }

    /// The best queue on the pages from `number` on. It steps over idle pages, and these are few.
    fn first_from(&self, number: u64) -> u32 {
        let pages = self.index.range(number..).map(|(_, page)| *page);
        let mut in_use = pages.filter(|page| self.pages[*page].occupied != 0);
        in_use.next().map_or(NONE, |page| self.first_of(page))
    }

    /// The best queue of a page.
    fn first_of(&self, page: u32) -> u32 {
        let Page { occupied, queues, .. } = &self.pages[page];
        queues[occupied.trailing_zeros() as usize]
    }

    /// The queue next best after `queue`, [`NONE`] after the last.
    pub(crate) fn after(&self, queue: u32) -> u32 {
        let Queue { page, price, .. } = self.queues[queue];
        let bit = (price ^ self.flip) & PAGE_MASK;
        let Page { number, occupied, queues } = &self.pages[page];
        // The mask is all ones above the bit; shifting twice keeps the last bit from overflowing.
        let behind = occupied & (u64::MAX << bit << 1);
        if behind != 0 {
            return queues[behind.trailing_zeros() as usize];
        }
        self.first_from(number + 1)
    }
}

/// Where the page `number` is remembered. Neighbours have places of their own.
#[inline]
fn near(number: u64) -> usize {
    number as usize % NEAR_LEN
}
