//! Backups of a house, and places to restore them to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use orebook_registry::Registry;
use orebook_registry::values::Timestamp;
use orebook_server::backup::{Asked, BackupError, Made, Restored, Taken, Wanted, make, restore, verify};
use orebook_server::config::Config;
use orebook_store::{Location, Reader};
use orebook_tests::house::config;
use orebook_tests::postgres::{TestDatabase, cluster};
use orebook_tlog::{Edge, Hash, leaf_hash};
use tempfile::TempDir;

/// A directory for what a test makes.
pub struct Shelf(TempDir);

impl Shelf {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

/// Backs a register up.
pub fn back_up(location: &Location, data: &Path, to: &Path, keys: Taken) -> Result<Made, BackupError> {
    let config = config(location, data);
    let settings = Some(data.join("orebook.toml")).filter(|file| file.is_file());
    make(&Asked { config: &config, settings, keys, to })
}

/// Restores a backup, with keys from a directory or from wherever they are.
pub fn bring_back(from: &Path, location: &Location, data: &Path, keys: Option<&Path>) -> Result<Restored, BackupError> {
    restore(&Wanted { from, config: &config(location, data), keys })
}

/// The same, where the journal must continue these checkpoints.
pub fn bring_back_after(
    from: &Path,
    location: &Location,
    data: &Path,
    checkpoints: &[PathBuf],
) -> Result<Restored, BackupError> {
    let config = Config { checkpoints: checkpoints.to_vec(), ..config(location, data) };
    restore(&Wanted { from, config: &config, keys: None })
}

/// What is wrong with a backup.
pub fn found_in(backup: &Path) -> Option<String> {
    verify(backup, BTreeSet::new()).err().map(|error| error.to_string())
}

/// Every pair of databases: where from, and an empty one to restore to.
pub fn each_pair(test: impl Fn(&Location, &Location)) {
    for (from, to) in [("sqlite", "sqlite"), ("postgres", "postgres"), ("sqlite", "postgres"), ("postgres", "sqlite")] {
        eprintln!("from {from} to {to}");
        let shelf = Shelf::new();
        let (source, target): (TestDatabase<'_>, TestDatabase<'_>);
        let here = match from {
            "sqlite" => Location::Sqlite(shelf.path("register.db")),
            _ => {
                source = cluster().empty_database();
                source.location()
            }
        };
        let there = match to {
            "sqlite" => Location::Sqlite(shelf.path("restored.db")),
            _ => {
                target = cluster().empty_database();
                target.location()
            }
        };
        orebook_store::migrate(&here).unwrap();
        test(&here, &there);
    }
}

/// The tree's root and the whole state after so many entries.
pub fn state_after(location: &Location, size: u64) -> (Hash, String) {
    let reader = Reader::open(location, 1).unwrap();
    let entries = reader.read(|read| read.entries(0..i64::try_from(size).unwrap())).unwrap();
    let until = Timestamp::from_ms(entries.last().unwrap().time);
    let (mut registry, mut edge) = (Registry::new(), Edge::new());
    for row in entries {
        registry.follow(&row.entry, until).unwrap();
        edge.push(leaf_hash(&row.entry));
    }
    (edge.root(), registry.dump())
}
