//! The baseline: the book most people would write first. A tree of prices for each side, a queue
//! of orders at each price, and a table that finds the price of an order to cancel.

use std::collections::{BTreeMap, VecDeque};

use orebook_market::{Level, Order, Side, Trade};

use super::Baseline;

type Tree = BTreeMap<u64, VecDeque<Resting>>;

/// An order in a queue. Queues are sorted by id, since ids are given in order of arrival.
struct Resting {
    id: u64,
    quantity: u64,
}

/// A tree of queues for each side, and the side and price of every order by its id.
#[derive(Default)]
pub(super) struct PlainBook {
    bids: Tree,
    asks: Tree,
    table: Vec<(Side, u64)>,
}

impl Baseline for PlainBook {
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
                && let Some(front) = queue.front_mut()
            {
                let filled = quantity.min(front.quantity);
                let (bid, ask) = match side {
                    Side::Buy => (id, front.id),
                    Side::Sell => (front.id, id),
                };
                traded(Trade { bid, ask, price, quantity: filled, arriving: side });
                quantity -= filled;
                front.quantity -= filled;
                if front.quantity == 0 {
                    queue.pop_front();
                }
            }
            if queue.is_empty() {
                level.remove();
            }
        }
        self.table.push((side, price));
        if quantity > 0 {
            self.tree(side).entry(price).or_default().push_back(Resting { id, quantity });
        }
    }

    /// Finds the order in its queue by bisection and takes it out.
    fn cancel(&mut self, id: u64) {
        let (side, price) = self.table[id as usize];
        let tree = self.tree(side);
        let Some(queue) = tree.get_mut(&price) else {
            return;
        };
        if let Ok(at) = queue.binary_search_by_key(&id, |resting| resting.id) {
            queue.remove(at);
        }
        if queue.is_empty() {
            tree.remove(&price);
        }
    }

    fn levels(&self, side: Side) -> Vec<Level> {
        let level = |(price, queue): (&u64, &VecDeque<Resting>)| Level {
            price: *price,
            quantity: queue.iter().map(|resting| u128::from(resting.quantity)).sum(),
            orders: queue.len() as u32,
        };
        match side {
            Side::Buy => self.bids.iter().rev().map(level).collect(),
            Side::Sell => self.asks.iter().map(level).collect(),
        }
    }
}

impl PlainBook {
    fn tree(&mut self, side: Side) -> &mut Tree {
        match side {
            Side::Buy => &mut self.bids,
            Side::Sell => &mut self.asks,
        }
    }
}
