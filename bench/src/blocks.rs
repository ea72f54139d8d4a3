//! S9: what a block costs in memory beside an entry of a plain map, and what a split costs in a large register beside
//! a small one. DUE: what expiry costs in a large register beside a small one, when the same number of blocks is due.
//!
//! A batch is issued, a little of it is sold in a real trade, and every second lot is then transferred away, so that
//! no two neighbours join. Most of it is written as entries that are only followed: nothing is signed or decided.

use std::collections::BTreeMap;
use std::time::Instant;

use orebook_registry::event::{CreditEvent, Event, Issued, Transferred};
use orebook_registry::serial::{BatchSerial, SerialBlock};
use orebook_registry::values::{AccountId, BatchId, Mass, PublicKey, TransferId};
use orebook_registry::{Outcome as Fate, Registry};
use orebook_tests::scenario::open;

use crate::figure::{Figure, Pair, Settings};
use crate::stage::Stage;
use crate::{Outcome, words};

const MILLION: u64 = 1_000_000;
/// Blocks that one event names.
const NAMED: u64 = 200;
/// Lots split off in each turn.
const SPLIT: u64 = 10_000;
/// Lots sold, each a block of its own: they end earlier than the rest.
const SOLD: u64 = 2_000;
const LOT: u64 = 1_000;

/// Measures and prints S9, memory and time.
///
/// # Errors
/// An event does not fit the register.
pub fn run(settings: &Settings) -> Outcome<()> {
    let plain = memory_of(|| Ok((0..MILLION).map(|n| (n * LOT, n)).collect::<BTreeMap<u64, u64>>()))?;
    let ours = memory_of(|| Split::new(settings.seed, MILLION))?;
    settings.print(&Figure {
        what: "resident bytes of a live block among a million / of an entry of BTreeMap<u64, u64>".to_owned(),
        reach: "<= 3000",
        ..Figure::of("S9", "bytes", &[Pair { ours: ours / MILLION, baseline: plain / MILLION }])
    })?;
    let (mut small, mut large) = (Split::new(settings.seed, MILLION)?, Split::new(settings.seed, 10 * MILLION)?);
    let mut pairs = Vec::new();
    for _ in 0..settings.rounds {
        pairs.push(Pair { ours: large.time_splits()?, baseline: small.time_splits()? });
    }
    settings.print(&Figure {
        what: "splitting one lot off among 10000000 blocks / among 1000000".to_owned(),
        reach: "<= 1600",
        ..Figure::of("S9", "ns", &pairs)
    })
}

/// Measures and prints DUE.
///
/// # Errors
/// An event does not fit the register.
pub fn run_due(settings: &Settings) -> Outcome<()> {
    let mut pairs = Vec::new();
    for _ in 0..settings.rounds {
        let (small, large) = (Split::new(settings.seed, 10_000)?, Split::new(settings.seed, MILLION)?);
        pairs.push(Pair { ours: large.time_expiry()?, baseline: small.time_expiry()? });
    }
    settings.print(&Figure {
        what: format!("a year's clock with {SOLD} blocks expiring among {MILLION} live ones / among 10000"),
        reach: "<= 2000",
        ..Figure::of("DUE", "ns", &pairs)
    })
}

/// A register with one batch of many blocks, and room to split more off.
struct Split {
    registry: Registry,
    issued: Issued,
    key: PublicKey,
    to: AccountId,
    next_lot: u64,
    transfers: u128,
}

impl Split {
    fn new(seed: u64, blocks: u64) -> Outcome<Self> {
        let mut stage = Stage::new(seed);
        let mut registry = stage.registry();
        let template = stage.issued();
        let serial = BatchSerial { number: template.block.batch.number + 1, ..template.block.batch.clone() };
        let block = SerialBlock { from: 0, to: (SOLD + blocks + 40 * SPLIT) * LOT, batch: serial };
        let issued = Issued { batch: BatchId::from(1), block, ..template };
        write(&mut registry, Event::Credit(CreditEvent::Issued(issued.clone())))?;
        stage.sign_at(stage.now());
        for bytes in stage.sale(issued.batch, Mass::from_mg(SOLD * LOT)) {
            match registry.submit(stage.now(), &open(&bytes)).map_err(words)? {
                Fate::Accepted(_) => {}
                other => return Err(format!("{other:?}")),
            }
        }
        let (key, to, buyer) = (stage.key(), stage.account(1), stage.account(0));
        let mut split = Self { registry, issued, key, to, next_lot: 0, transfers: 0 };
        split.transfers_from(buyer, SOLD / 2)?;
        split.next_lot = SOLD + 1;
        split.transfers_from(split.issued.account, blocks / 2)?;
        Ok(split)
    }

    fn transfers_from(&mut self, from: AccountId, lots: u64) -> Outcome<()> {
        (0..lots / NAMED).try_for_each(|_| {
            let event = self.transfer(from);
            write(&mut self.registry, event)
        })
    }

    /// The next lots, every second one, to another account: each leaves a block of one lot in front of it.
    fn transfer(&mut self, from: AccountId) -> Event {
        let batch = &self.issued.block.batch;
        let lots = (0..NAMED).map(|n| (self.next_lot + 2 * n) * LOT);
        let blocks = lots.map(|from| SerialBlock { from, to: from + LOT, batch: batch.clone() }).collect();
        self.next_lot += 2 * NAMED;
        self.transfers += 1;
        let transfer = TransferId::from(self.transfers);
        Event::Credit(CreditEvent::Transferred(Transferred {
            blocks,
            from,
            key: self.key,
            principal: None,
            settles_at: None,
            to: self.to,
            transfer,
        }))
    }

    /// Nanoseconds of splitting one lot off and giving it to another account, the mean of some.
    fn time_splits(&mut self) -> Outcome<u64> {
        let events: Vec<Event> = (0..SPLIT / NAMED).map(|_| self.transfer(self.issued.account)).collect();
        // A cause of its own, since ordinals are counted within one.
        write_all(&mut self.registry, &[])?;
        let start = Instant::now();
        for event in &events {
            self.registry.apply(event).map_err(words)?;
        }
        u64::try_from(start.elapsed().as_nanos() / u128::from(SPLIT)).map_err(words)
    }

    /// Nanoseconds of a clock that comes after the last usable day of what was sold.
    fn time_expiry(mut self) -> Outcome<u64> {
        let now = self.registry.time().ok_or("a register has a time")?.plus_days(370);
        let before = self.expired();
        let start = Instant::now();
        std::hint::black_box(self.registry.advance(now).map_err(words)?);
        let nanos = start.elapsed().as_nanos();
        if self.expired().mg() - before.mg() != SOLD * LOT {
            return Err("DUE: something else expired than what was sold".to_owned());
        }
        u64::try_from(nanos).map_err(words)
    }

    fn expired(&self) -> Mass {
        self.registry.credits.batch(self.issued.batch).map(|batch| batch.figures().expired).unwrap_or_default()
    }
}

/// Writes an event as the clock would, and follows it.
fn write(registry: &mut Registry, event: Event) -> Outcome<()> {
    write_all(registry, &[event])
}

fn write_all(registry: &mut Registry, events: &[Event]) -> Outcome<()> {
    let time = registry.time().ok_or("a register has a time")?;
    let events = serde_json::to_string(events).map_err(words)?;
    let sequence = registry.size();
    let entry = format!(r#"{{"cause":"clock","events":{events},"sequence":"{sequence}","time":"{time}","v":"1"}}"#);
    registry.follow(entry.as_bytes(), time).map_err(words)
}

/// By how many bytes the process grew while a thing was made; it is dropped only afterwards.
fn memory_of<T>(make: impl FnOnce() -> Outcome<T>) -> Outcome<u64> {
    let before = resident()?;
    let made = make()?;
    let after = resident()?;
    drop(made);
    Ok(after.saturating_sub(before))
}

fn resident() -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(words)?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS on this system")?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().map_err(words)?;
    Ok(kilobytes * 1024)
}
