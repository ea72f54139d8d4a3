//! S7: what an instruction costs in a long log beside what it costs in a short one.
//!
//! Registers grow out of the same world by bids and cancellations, as they would in life: to ten thousand entries, to a
//! million, and to ten when the environment asks for it. Then the same number of further bids is decided and applied in
//! each, in turns. Signing and checking the signatures is not part of the time.

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

/// Bids timed in each turn.
const TIMED: usize = 2_000;
/// However long it is, a log takes so many seconds of the register's time, so that nothing in it expires.
const SECONDS: u64 = 1_000_000;

/// Measures and prints S7, each size beside the one before it, and beside the first.
///
/// # Errors
/// An instruction is not accepted.
pub fn run(settings: &Settings) -> Outcome<()> {
    let mut grown = Vec::new();
    for size in settings.sizes()? {
        let mut next = Grown::new(settings.seed, size);
        next.grow_to(size, |_, _| Ok(()))?;
        grown.push((size, next));
    }
    let mut times = vec![Vec::new(); grown.len()];
    for _ in 0..settings.rounds {
        for ((_, grown), times) in grown.iter_mut().zip(&mut times) {
            // The first turn of each warms what the others have pushed out of the caches.
            grown.time()?;
            times.push(grown.time()?);
        }
    }
    for long in 1..grown.len() {
        for short in (0..long).filter(|short| *short == 0 || short + 1 == long) {
            let pairs =
                times[long].iter().zip(&times[short]).map(|(ours, baseline)| Pair { ours: *ours, baseline: *baseline });
            let (from, to) = (grown[short].0, grown[long].0);
            settings.print(&Figure {
                what: format!(
                    "deciding and applying a bid after {to} entries / after {from}; bids and cancellations before"
                ),
                reach: if short == 0 { "<= 2000" } else { "<= 1150" },
                ..Figure::of("S7", "ns", &pairs.collect::<Vec<_>>())
            })?;
        }
    }
    Ok(())
}

/// A register of some length, and who signs for it.
pub(crate) struct Grown {
    pub(crate) stage: Stage,
    pub(crate) registry: Registry,
    pub(crate) now: Timestamp,
    step_ms: i64,
    open: Vec<OrderId>,
}

impl Grown {
    /// As the stage leaves it, to be grown to so many entries.
    pub(crate) fn new(seed: u64, size: u64) -> Self {
        let stage = Stage::new(seed);
        let (registry, now) = (stage.registry(), stage.now());
        let step_ms = i64::try_from((SECONDS * 1_000 / size.max(1)).min(1_000)).unwrap_or(1_000);
        Self { stage, registry, now, step_ms, open: Vec::new() }
    }

    /// Three bids to two cancellations, so that a fifth of them come to rest. Each entry is shown as it is made.
    pub(crate) fn grow_to(
        &mut self,
        size: u64,
        mut show: impl FnMut(&Registry, &[NewEntry]) -> Outcome<()>,
    ) -> Outcome<()> {
        for n in 0_usize.. {
            if self.registry.size() >= size {
                break;
            }
            let bytes = if n % 5 < 3 { self.bid() } else { self.cancellation() };
            let entries = self.submit(&open(&bytes))?;
            show(&self.registry, &entries)?;
            self.open.extend(placed(&entries));
        }
        Ok(())
    }

    fn bid(&mut self) -> Vec<u8> {
        self.now = Timestamp::from_ms(self.now.ms() + self.step_ms);
        self.stage.sign_at(self.now);
        self.stage.bids(1).remove(0)
    }

    fn cancellation(&mut self) -> Vec<u8> {
        self.now = Timestamp::from_ms(self.now.ms() + self.step_ms);
        self.stage.sign_at(self.now);
        let order = self.open.swap_remove(self.open.len() / 2);
        let owner = self.registry.markets.order(order).map(|order| order.owner);
        self.stage.signed(owner.expect("the order rests"), Act::CancelOrder(CancelOrder { order }))
    }

    fn submit(&mut self, opened: &Opened<Instruction>) -> Outcome<Vec<NewEntry>> {
        let mut entries = self.registry.advance(self.now).map_err(words)?;
        match self.registry.submit(self.now, opened).map_err(words)? {
            Fate::Accepted(accepted) => {
                entries.extend(accepted);
                Ok(entries)
            }
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
