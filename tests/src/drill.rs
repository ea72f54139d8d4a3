//! What a drill counts, and the line it leaves: so many cycles, so much acknowledged, nothing lost, nothing doubled.
//!
//! `make drill` names a file in `DRILL`: drills then run in full, and each appends its line to it. In `make test` they are
//! short.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use orebook_registry::Entry;
use orebook_store::{JournalRow, Location, Reader, StoreError};
use orebook_tlog::{Checkpoint, Edge, VerifierKey, leaf_hash};

use crate::house::audit;
use crate::load::{Acknowledgement, Load};
use crate::served::Served;

/// So many cycles in `make test`, and so many in `make drill`.
pub fn cycles(short: usize, full: usize) -> usize {
    if std::env::var_os("DRILL").is_some() { full } else { short }
}

/// A drill under way. Whatever it has counted is told, also when it fails.
pub struct Drill {
    name: String,
    database: &'static str,
    began: Instant,
    cycles: usize,
    acknowledged: usize,
    lost: usize,
    doubled: usize,
    note: String,
    ended: bool,
}

impl Drill {
    /// Begins one on a database.
    pub fn on(location: &Location, name: &str) -> Self {
        let database = match location {
            Location::Sqlite(_) => "sqlite",
            Location::Postgres(_) => "postgres",
        };
        let (name, began) = (name.to_owned(), Instant::now());
        Self {
            name,
            database,
            began,
            cycles: 0,
            acknowledged: 0,
            lost: 0,
            doubled: 0,
            note: String::new(),
            ended: false,
        }
    }

    /// Something that was measured, for the end of the line.
    pub fn note(&mut self, note: String) {
        self.note = format!("  {note}");
    }

    /// Something has gone wrong once more, and was survived.
    pub fn cycle(&mut self) {
        self.cycles += 1;
    }

    /// How often.
    pub fn cycles(&self) -> usize {
        self.cycles
    }

    /// Notes what was acknowledged and whether the journal has it.
    pub fn compare(&mut self, journal: &[JournalRow], acknowledgements: &[Acknowledgement]) {
        self.acknowledged += acknowledgements.len();
        self.lost += lost(journal, acknowledgements);
        self.doubled += doubled(journal);
    }

    /// Goes through everything that servers have left behind: what was acknowledged is stored, nothing is there twice,
    /// every table is as replayed, an auditor finds nothing, and the log continues every checkpoint that was shown.
    ///
    /// # Panics
    /// If there is anything to find.
    pub fn settle(&mut self, location: &Location, data: &Path, loads: &[Load], seen: &[Checkpoint]) {
        let journal = journal(location);
        let acknowledgements: Vec<Acknowledgement> = loads.iter().flat_map(Load::acknowledgements).collect();
        self.compare(&journal, &acknowledgements);
        all_consistent(&journal, seen);
        assert_eq!(audit(location, data), journal.len() as u64);
    }

    /// Ends it.
    ///
    /// # Panics
    /// If anything was lost or doubled.
    pub fn end(mut self) {
        let (lost, doubled) = (self.lost, self.doubled);
        self.tell(if lost + doubled == 0 { "" } else { "  FAILED" });
        assert_eq!((lost, doubled), (0, 0), "{}: lost and doubled", self.name);
    }

    /// Ends one that must find something: without losses it fails.
    ///
    /// # Panics
    /// If nothing was lost.
    pub fn end_with_losses(mut self) {
        let lost = self.lost;
        self.tell(if lost > 0 { "  as it must" } else { "  FAILED" });
        assert!(lost > 0, "{}: this drill cannot find a loss", self.name);
    }

    fn tell(&mut self, verdict: &str) {
        self.ended = true;
        let Self { name, database, cycles, acknowledged, lost, doubled, note, .. } = self;
        let seconds = self.began.elapsed().as_secs();
        let line = format!(
            "{name:<28} {database:<8} {cycles:>6} {acknowledged:>12} {lost:>6} {doubled:>7} {seconds:>7}{note}{verdict}"
        );
        match std::env::var_os("DRILL") {
            None => eprintln!("{line}"),
            Some(file) => {
                let file = std::fs::File::options().create(true).append(true).open(file);
                let written = file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
                written.expect("the line can be kept");
            }
        }
    }
}

impl Drop for Drill {
    fn drop(&mut self) {
        if !self.ended {
            self.tell("  FAILED");
        }
    }
}

/// Every row of the journal, in order.
///
/// # Panics
/// If it cannot be read.
pub fn journal(location: &Location) -> Vec<JournalRow> {
    let reader = Reader::open(location, 1).expect("the database can be read");
    let mut journal = Vec::new();
    let read = reader.snapshot(|read| {
        read.each_journal(0, |rows| {
            journal.extend(rows);
            Ok::<_, StoreError>(())
        })
    });
    read.expect("the journal can be read");
    journal
}

/// How many acknowledgements name an entry that is not there, or not of that instruction.
pub fn lost(journal: &[JournalRow], acknowledgements: &[Acknowledgement]) -> usize {
    let is_lost = |acknowledgement: &&Acknowledgement| {
        let row = usize::try_from(acknowledgement.sequence).ok().and_then(|at| journal.get(at));
        let entry = row.and_then(|row| Entry::parse(&row.entry).ok());
        let instruction = entry.and_then(|entry| entry.instruction);
        instruction.is_none_or(|instruction| instruction.get().as_bytes() != acknowledgement.instruction)
    };
    acknowledgements.iter().filter(is_lost).count()
}

/// How many instructions have an entry more than they should.
fn doubled(journal: &[JournalRow]) -> usize {
    let names = journal.iter().filter_map(|row| Some((row.organisation.as_ref()?, row.instruction.as_ref()?)));
    let mut seen = BTreeSet::new();
    names.filter(|name| !seen.insert(*name)).count()
}

/// Every checkpoint that was ever shown is a beginning of the log.
fn all_consistent(journal: &[JournalRow], seen: &[Checkpoint]) {
    let mut edge = Edge::new();
    let mut roots = vec![edge.root()];
    for row in journal {
        edge.push(leaf_hash(&row.entry));
        roots.push(edge.root());
    }
    for checkpoint in seen {
        let root = usize::try_from(checkpoint.size).ok().and_then(|size| roots.get(size));
        assert_eq!(root, Some(&checkpoint.root), "the log continues the checkpoint over {}", checkpoint.size);
    }
}

/// The newest checkpoint that a server shows.
///
/// # Panics
/// If it shows none that its log's key has signed.
pub fn shown(served: &Served, data: &Path) -> Checkpoint {
    let key = std::fs::read_to_string(data.join("log.vkey")).expect("the key is there");
    let key: VerifierKey = key.trim_end().parse().expect("a key");
    Checkpoint::open(&served.http.get("/log/checkpoint").body, &key).expect("a checkpoint of this log")
}

/// Numbers that no run knows beforehand, and that a seed brings back.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// From a seed; tells it.
    pub fn seeded() -> Self {
        let own = uuid::Uuid::now_v7().as_u128() as u64;
        let seed = std::env::var("SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(own);
        eprintln!("SEED={seed}");
        Self(seed)
    }

    /// A number below a limit, which is not 0 (splitmix64).
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let limit = limit as u64;
        usize::try_from((mixed ^ (mixed >> 31)) % limit).expect("it is below a usize")
    }
}
