//! The second baseline: as plain as the first, but a cancelled order is only marked in a table and
//! skipped when its turn comes. The level's sums are corrected at once, so that best prices and
//! depth are right after every operation. Faster than the first in a deep book.

use std::collections::{BTreeMap, VecDeque};

use orebook_market::{Level, Order, Side, Trade};

use super::Baseline;

type Tree = BTreeMap<u64, Queue>;

#[derive(Default)]
struct Queue {
    ids: VecDeque<u64>,
    quantity: u128,
    orders: u32,
}

/// An order in the table; cancelled and filled ones have quantity 0.
#[derive(Clone, Copy)]
struct Resting {
    quantity: u64,
    price: u64,
    side: Side,
}

/// Ids must be dense: the n-th order submitted is order n.
#[derive(Default)]
pub(super) struct MarkingBook {
    bids: Tree,
    asks: Tree,
    table: Vec<Resting>,
}

impl Baseline for MarkingBook {
    fn with_capacity(orders: usize) -> Self {
        Self { table: Vec::with_capacity(orders), ..Self::default() }
    }

    fn submit(&mut self, order: Order<u64>, mut traded: impl FnMut(Trade<u64>)) {
        let Order { id, side, price, mut quantity, .. } = order;
        while quantity > 0 {
            let best = match side {
                Side::Buy => self.asks.first_entry(),
                Side::Sell => self.bids.last_entry(),
            };
            let Some(mut level) = best.filter(|level| side.accepts(price, *level.key())) else {
                break;
            };
            let price = *level.key();
            let queue = level.get_mut();
            while quantity > 0
                && let Some(front) = queue.ids.front()
            {
                let resting = &mut self.table[*front as usize];
                let filled = quantity.min(resting.quantity);
                if filled > 0 {
                    let (bid, ask) = match side {
                        Side::Buy => (id, *front),
                        Side::Sell => (*front, id),
                    };
                    traded(Trade { bid, ask, price, quantity: filled, arriving: side });
                    quantity -= filled;
                    resting.quantity -= filled;
                    queue.quantity -= u128::from(filled);
                    queue.orders -= u32::from(resting.quantity == 0);
                }
                if resting.quantity == 0 {
                    queue.ids.pop_front();
                }
            }
            if queue.orders == 0 {
                level.remove();
            }
        }
        self.table.push(Resting { quantity, price, side });
        if quantity > 0 {
            let queue = self.tree(side).entry(price).or_default();
            queue.ids.push_back(id);
            queue.quantity += u128::from(quantity);
            queue.orders += 1;
        }
    }

    fn cancel(&mut self, id: u64) {
        let resting = &mut self.table[id as usize];
        let Resting { quantity, price, side } = *resting;
        resting.quantity = 0;
        let tree = self.tree(side);
        let Some(queue) = tree.get_mut(&price) else {
            return;
        };
        queue.quantity -= u128::from(quantity);
        queue.orders -= 1;
        if queue.orders == 0 {
            tree.remove(&price);
        }
    }

    fn levels(&self, side: Side) -> Vec<Level> {
        let level = |(price, queue): (&u64, &Queue)| {
            let Queue { quantity, orders, .. } = *queue;
            Level { price: *price, quantity, orders }
        };
        match side {
            Side::Buy => self.bids.iter().rev().map(level).collect(),
            Side::Sell => self.asks.iter().map(level).collect(),
        }
    }
}

impl MarkingBook {
    fn tree(&mut self, side: Side) -> &mut Tree {
        match side {
            Side::Buy => &mut self.bids,
            Side::Sell => &mut self.asks,
        }
    }
}
