//! SIZES: the whole server on registers of ten thousand entries and a million, and ten when the environment asks for it:
//! how long it takes to start, what it stores, how late it answers, what it lets read.
//!
//! Every register is stored once and grows by what is sent to it; the shortest is made anew for each round, so that it
//! stays short. What a size gives stands beside what the shortest gave in the same round. At the end each is checked, backed
//! up and restored.

use std::time::Instant;

use orebook_registry::values::Timestamp;
use orebook_server::backup::{self, Asked, Taken, Wanted};
use orebook_server::sequencer::{Tiles, push_rows};
use orebook_store::{Batch, Location, Writer};
use orebook_tests::house::config;
use orebook_tlog::{Edge, leaf_hash};
use serde::Serialize;

use crate::figure::{Figure, Pair, Settings};
use crate::growth::Grown;
use crate::http;
use crate::place::{Database, Place};
use crate::stage::{Stage, tip};
use crate::{Outcome, ours, words};

/// Entries stored in one transaction.
const STORED_AT_ONCE: usize = 10_000;
/// More than any second uses.
const SIGNED_A_SECOND: u64 = 14_000;

/// What is measured: its unit, what it is, and what it should be beside the shortest register.
const MEASURES: [(&str, &str, usize, &str); 4] = [
    ("ns_an_entry", "from the start of a server until it leads", 0, "-"),
    ("per_second", "durable signed bids over HTTP", 256, ">= 870"),
    ("ns", "p99 of a durable signed bid over HTTP", 32, "-"),
    ("per_second", "reads of the book over HTTP", 32, ">= 870"),
];

/// A register in a database.
struct Stored<'a> {
    database: Database<'a>,
    stage: Stage,
    now: Timestamp,
    size: u64,
}

/// Measures and prints, for both databases, each size but the first beside the first.
///
/// # Errors
/// Anything was not in order.
pub fn run(settings: &Settings) -> Outcome<()> {
    let sizes = settings.sizes()?;
    let (first, longer) = sizes.split_first().ok_or("SIZES names no size")?;
    for name in settings.databases() {
        let place = Place::new(name);
        let mut stored = longer.iter().map(|size| Stored::new(&place, settings, *size)).collect::<Outcome<Vec<_>>>()?;
        let mut rounds: Vec<Vec<[Pair; MEASURES.len()]>> = vec![Vec::new(); stored.len()];
        for _ in 0..settings.rounds {
            let baseline = Stored::new(&place, settings, *first)?.round(settings)?;
            for (stored, rounds) in stored.iter_mut().zip(&mut rounds) {
                let ours = stored.round(settings)?;
                rounds.push(std::array::from_fn(|n| Pair { ours: ours[n], baseline: baseline[n] }));
            }
        }
        for (size, rounds) in longer.iter().zip(&rounds) {
            for (n, (unit, what, connections, reach)) in MEASURES.into_iter().enumerate() {
                settings.print(&Figure {
                    what: format!("{what}, with {size} entries / with {first}"),
                    database: name,
                    connections,
                    reach,
                    ..Figure::of("SIZES", unit, &rounds.iter().map(|round| round[n]).collect::<Vec<_>>())
                })?;
            }
        }
        for stored in &stored {
            settings.print(&stored.restored(name)?)?;
        }
    }
    Ok(())
}

/// A register that was lost and came back.
#[derive(Debug, Serialize)]
struct Restored {
    figure: &'static str,
    what: &'static str,
    database: &'static str,
    entries: u64,
    check_seconds: u64,
    backup_seconds: u64,
    backup_bytes: u64,
    /// With its check.
    restore_seconds: u64,
}

impl<'a> Stored<'a> {
    fn new(place: &'a Place, settings: &Settings, size: u64) -> Outcome<Self> {
        let (database, mut grown) = (place.database()?, Grown::new(settings.seed, size));
        let began = Instant::now();
        let mut shelf = Shelf::of(&grown.stage, database.location())?;
        grown.grow_to(size, |registry, entries| {
            for entry in entries {
                let leaf = leaf_hash(&entry.bytes);
                shelf.edge.push(leaf);
                push_rows(&mut shelf.rows, registry, entry, leaf, shelf.tiles.push(leaf));
            }
            if shelf.rows.journal.len() < STORED_AT_ONCE { Ok(()) } else { shelf.store(tip(registry, &shelf.edge)) }
        })?;
        shelf.store(tip(&grown.registry, &shelf.edge))?;
        if size > STORED_AT_ONCE as u64 {
            eprintln!("{size} entries decided and stored in {} s", began.elapsed().as_secs());
        }
        Ok(Self { database, now: grown.now, size: grown.registry.size(), stage: grown.stage })
    }

    /// Starts a server, measures and stops it.
    fn round(&mut self, settings: &Settings) -> Outcome<[u64; MEASURES.len()]> {
        self.stage.sign_at(self.now);
        let seconds = settings.window.as_secs() + 1;
        let count = usize::try_from(seconds * SIGNED_A_SECOND).map_err(words)?;
        let bids = [(); 2].map(|()| http::requests(self.stage.bids(count)));
        let directory = self.database.directory();
        let began = Instant::now();
        let running = ours::start_again(&self.stage, &self.database, directory, self.now, |_| ())?;
        let started = u64::try_from(began.elapsed().as_nanos()).map_err(words)? / self.size;
        let many = http::load(running.address, &bids[0], 256, settings.window)?;
        let few = http::load(running.address, &bids[1], 32, settings.window)?;
        let path = format!("/v1/markets/{}/book", self.stage.market());
        let read = http::read(running.address, &path, 32, settings.window)?;
        running.stop();
        self.size += (many.accepted + few.accepted) as u64;
        Ok([started, many.per_second, few.p99_ns, read.per_second])
    }

    /// Checks it, backs it up, and restores it into an empty SQLite file.
    fn restored(&self, database: &'static str) -> Outcome<Restored> {
        let (location, shelf) = (self.database.location(), tempfile::tempdir().map_err(words)?);
        let (backup, data) = (shelf.path().join("backup"), shelf.path().join("data"));
        let (began, from) = (Instant::now(), config(location, self.database.directory()));
        ours::check_size(location, self.size)?;
        let checked = Instant::now();
        let asked = Asked { config: &from, settings: None, keys: Taken::Along, to: &backup };
        let made = backup::make(&asked).map_err(words)?;
        let backed_up = Instant::now();
        let to = config(&Location::Sqlite(data.join("register.db")), &data);
        let restored = backup::restore(&Wanted { from: &backup, config: &to, keys: None }).map_err(words)?;
        if restored.checked.entries != self.size || made.manifest.root != restored.manifest.root {
            return Err("RESTORE: another register came back".to_owned());
        }
        Ok(Restored {
            figure: "RESTORE",
            what: "seconds of a check, of a backup with keys, and of its restore into SQLite with the check of that",
            database,
            entries: self.size,
            check_seconds: (checked - began).as_secs(),
            backup_seconds: (backed_up - checked).as_secs(),
            backup_bytes: made.manifest.all_files().map(|file| file.bytes).sum(),
            restore_seconds: backed_up.elapsed().as_secs(),
        })
    }
}

/// What a register is stored with before a server is there.
struct Shelf {
    writer: Writer,
    edge: Edge,
    tiles: Tiles,
    rows: Batch,
}

impl Shelf {
    fn of(stage: &Stage, location: &Location) -> Outcome<Self> {
        let seeded = stage.seed(location)?;
        let before = i64::try_from(seeded.registry.size()).map_err(words)?;
        Ok(Self {
            writer: seeded.writer,
            edge: seeded.edge,
            tiles: seeded.tiles,
            rows: Batch { before, ..Batch::default() },
        })
    }

    fn store(&mut self, after: orebook_store::Tip) -> Outcome<()> {
        let next = Batch { before: after.size, ..Batch::default() };
        let rows = Batch { after, ..std::mem::replace(&mut self.rows, next) };
        self.writer.append(&rows).map_err(words)
    }
}
