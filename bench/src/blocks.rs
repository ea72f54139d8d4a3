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
use crate::resident::grown_by;
use crate::stage::Stage;
use crate::{Outcome, words};

const MILLION: u64 = 1_000_000;
const SMALL: u64 = 10_000;
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
    settings.print(&Figure {
        what: format!(
            "resident bytes that {MILLION} live blocks add, each / the same of a BTreeMap<u64, u64>, first milligram to \
             end, split in the same order"
        ),
        reach: "<= 3000",
        ..Figure::of("S9", "bytes", &[memory(settings.seed)?])
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

/// What a million blocks add to a register that has some, and what the same splits add to a bare map. Nothing that was
/// measured is dropped before the end, so neither side fills room that the other left.
fn memory(seed: u64) -> Outcome<Pair> {
    let mut split = Split::with_room(seed, SMALL, MILLION)?;
    let end = split.issued.block.to;
    let ((), ours) = grown_by(|| split.transfers_from(split.issued.account, MILLION / 2))?;
    let (plain, baseline) = grown_by(|| Ok(split_plainly(end)))?;
    if plain.len() as u64 != MILLION + 1 || split.live()? < MILLION {
        return Err("S9: other than a million blocks".to_owned());
    }
    Ok(Pair { ours: ours / MILLION, baseline: baseline / MILLION })
}

/// A map of `end` by first milligram, split at both ends of every second lot.
fn split_plainly(end: u64) -> BTreeMap<u64, u64> {
    let mut plain = BTreeMap::from([(0, end)]);
    for at in (1..=MILLION).map(|lot| lot * LOT) {
        if let Some((_, to)) = plain.range_mut(..at).next_back() {
            let to = std::mem::replace(to, at);
            plain.insert(at, to);
        }
    }
    plain
}

/// Measures and prints DUE.
///
/// # Errors
/// An event does not fit the register.
pub fn run_due(settings: &Settings) -> Outcome<()> {
    let mut pairs = Vec::new();
    for _ in 0..settings.rounds {
        let (small, large) = (Split::new(settings.seed, SMALL)?, Split::new(settings.seed, MILLION)?);
        pairs.push(Pair { ours: large.time_expiry()?, baseline: small.time_expiry()? });
    }
    settings.print(&Figure {
        what: format!("a year's clock with {SOLD} blocks expiring among {MILLION} live ones / among {SMALL}"),
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
        Self::with_room(seed, blocks, 0)
    }

    /// Of so many blocks, with as many more to come.
    fn with_room(seed: u64, blocks: u64, room: u64) -> Outcome<Self> {
        let mut stage = Stage::new(seed);
        let mut registry = stage.registry();
        let template = stage.issued();
        let serial = BatchSerial { number: template.block.batch.number + 1, ..template.block.batch.clone() };
        let block = SerialBlock { from: 0, to: (SOLD + blocks + room + 40 * SPLIT) * LOT, batch: serial };
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

    fn live(&self) -> Outcome<u64> {
        let batch = self.registry.credits.batch(self.issued.batch).ok_or("the batch is issued")?;
        Ok(batch.blocks().iter().filter(|(_, block)| !block.state.is_final()).count() as u64)
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
