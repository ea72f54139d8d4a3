//! The operations of the matching figure, made before anything is timed.

use orebook_market::{Book, Handle, Order, Refusal, Side};

/// One operation of the load. Ids are dense: the n-th order is order n.
#[derive(Clone, Copy)]
pub(super) enum Operation {
    Limit(Order<u64>),
    Cancel { id: u64 },
}

const PRICE_MIN: u64 = 10_000;
const TICKS: u64 = 100;

/// How many of the prices a side uses: bids from the lowest up, asks from the highest down.
pub(super) const REACH_SHALLOW: u64 = TICKS;
pub(super) const REACH_DEEP: u64 = 60;

const QUANTITY_MAX: u64 = 100;
const CANCELS_PERCENT: u64 = 30;

/// Makes a load of `orders` limit orders with cancellations between them. A cancellation must
/// name an order that still rests when it comes, so the load is played through a book while it
/// is made.
pub(super) fn generate(seed: u64, orders: usize, reach: u64) -> Result<Vec<Operation>, Refusal> {
    let mut random = SplitMix(seed);
    let mut book: Book<u64> = Book::default();
    let mut live = Live::default();
    let mut load = Vec::new();
    while live.places.len() < orders {
        if random.below(100) < CANCELS_PERCENT && !live.orders.is_empty() {
            let at = random.below(live.orders.len() as u64) as usize;
            let (id, handle) = live.orders[at];
            book.remove(handle)?;
            live.forget(id);
            load.push(Operation::Cancel { id });
            continue;
        }
        let id = live.places.len() as u64;
        let side = if random.below(2) == 0 { Side::Buy } else { Side::Sell };
        let offset = random.below(reach);
        let price = match side {
            Side::Buy => PRICE_MIN + offset,
            Side::Sell => PRICE_MIN + TICKS - 1 - offset,
        };
        let quantity = 1 + random.below(QUANTITY_MAX);
        let order = Order { id, side, price, quantity, arrival: id };
        load.push(Operation::Limit(order));
        live.add(id, book.rest(order)?);
        while let Some(crossing) = book.crossing() {
            let trade = crossing.trade;
            let left = book.fill(crossing.bid, crossing.ask, trade.quantity)?;
            for (id, left) in [(trade.bid, left.bid), (trade.ask, left.ask)] {
                if left == 0 {
                    live.forget(id);
                }
            }
        }
    }
    Ok(load)
}

/// The resting orders, so that one can be drawn at random.
#[derive(Default)]
struct Live {
    orders: Vec<(u64, Handle)>,
    /// Where each order ever made stands in `orders`.
    places: Vec<usize>,
}

impl Live {
    fn add(&mut self, id: u64, handle: Handle) {
        self.places.push(self.orders.len());
        self.orders.push((id, handle));
    }

    fn forget(&mut self, id: u64) {
        let place = self.places[id as usize];
        self.orders.swap_remove(place);
        if let Some((moved, _)) = self.orders.get(place) {
            self.places[*moved as usize] = place;
        }
    }
}

/// SplitMix64: small, and the same everywhere.
pub(super) struct SplitMix(pub(super) u64);

impl SplitMix {
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }
}
