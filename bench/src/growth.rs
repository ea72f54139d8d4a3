//! S7: what an instruction costs in a long log beside what it costs in a short one.
//!
//! Two registers grow out of the same world by bids and cancellations, a second apart, as they would in life: one to
//! ten thousand entries, one to a million. Then the same number of further bids is decided and applied in each, in
//! turns. Signing and checking the signatures is not part of the time.

use std::time::Instant;

use orebook_document::Opened;
use orebook_registry::event::{Event, TradeEvent};
use orebook_registry::instruction::{Act, CancelOrder, Instruction};
use orebook_registry::values::{OrderId, Timestamp};
use orebook_registry::{NewEntry, Outcome as Fate, Registry};
use orebook_tests::scenario::open;

use crate::figure::{Figure, Pair, Settings};
use crate::stage::Stage;
use crate::{Outcome, words};

const SHORT: u64 = 10_000;
const LONG: u64 = 1_000_000;
/// Bids timed in each turn.
const TIMED: usize = 2_000;

/// Measures and prints S7.
///
/// # Errors
/// An instruction is not accepted.
pub fn run(settings: &Settings) -> Outcome<()> {
    let (mut short, mut long) = (Grown::new(settings.seed), Grown::new(settings.seed));
    short.grow_to(SHORT)?;
    long.grow_to(LONG)?;
    let mut pairs = Vec::new();
    for _ in 0..settings.rounds {
        // The first turn of each warms what the other has pushed out of the caches.
        long.time()?;
        let ours = long.time()?;
        short.time()?;
        let baseline = short.time()?;
        pairs.push(Pair { ours, baseline });
    }
    settings.print(&Figure {
        what: format!(
            "deciding and applying a bid after {LONG} entries / after {SHORT}; bids and cancellations before"
        ),
        reach: "<= 2000",
        ..Figure::of("S7", "ns", &pairs)
    })
}

/// A register of some length, and who signs for it.
struct Grown {
    stage: Stage,
    registry: Registry,
    now: Timestamp,
    open: Vec<OrderId>,
}

impl Grown {
    fn new(seed: u64) -> Self {
        let stage = Stage::new(seed);
        let (registry, now) = (stage.registry(), stage.now());
        Self { stage, registry, now, open: Vec::new() }
    }

    /// Three bids to two cancellations, so that a fifth of them come to rest.
    fn grow_to(&mut self, size: u64) -> Outcome<()> {
        for n in 0_usize.. {
            if self.registry.size() >= size {
                break;
            }
            let bytes = if n % 5 < 3 { self.bid() } else { self.cancellation() };
            let entries = self.submit(&open(&bytes))?;
            self.open.extend(placed(&entries));
        }
        Ok(())
    }

    fn bid(&mut self) -> Vec<u8> {
        self.now = self.now.plus_seconds(1);
        self.stage.sign_at(self.now);
        self.stage.bids(1).remove(0)
    }

    fn cancellation(&mut self) -> Vec<u8> {
        self.now = self.now.plus_seconds(1);
        self.stage.sign_at(self.now);
        let order = self.open.remove(self.open.len() / 2);
        let owner = self.registry.markets.order(order).map(|order| order.owner);
        self.stage.signed(owner.expect("the order rests"), Act::CancelOrder(CancelOrder { order }))
    }

    fn submit(&mut self, opened: &Opened<Instruction>) -> Outcome<Vec<NewEntry>> {
        self.registry.advance(self.now).map_err(words)?;
        match self.registry.submit(self.now, opened).map_err(words)? {
            Fate::Accepted(entries) => Ok(entries),
            other => Err(format!("{other:?}")),
        }
    }

    /// Nanoseconds of one bid, the mean of some; they are cancelled again, so that the register keeps its size.
    fn time(&mut self) -> Outcome<u64> {
        self.stage.sign_at(self.now);
        let opened: Vec<_> = self.stage.bids(TIMED).iter().map(|bytes| open(bytes)).collect();
        let mut entries = Vec::with_capacity(TIMED);
        let start = Instant::now();
        for opened in &opened {
            entries.extend(self.submit(opened)?);
        }
        let nanos = start.elapsed().as_nanos() / TIMED as u128;
        for order in placed(&entries).collect::<Vec<_>>() {
            self.open.push(order);
            let bytes = self.cancellation();
            self.submit(&open(&bytes))?;
        }
        u64::try_from(nanos).map_err(words)
    }
}

pub(crate) fn placed(entries: &[NewEntry]) -> impl Iterator<Item = OrderId> {
    entries.iter().flat_map(|entry| &entry.events).filter_map(|event| match event {
        Event::Trade(TradeEvent::BuyOrderPlaced(e)) => Some(e.order),
        _ => None,
    })
}
