//! `orebook export --dumps`: a public dump of the state that is stored, made by hand. A server need not run.

use std::path::Path;

use orebook_registry::Registry;
use orebook_registry::values::Timestamp;
use orebook_store::{Reader, StoreError};
use orebook_tlog::Checkpoint;

use crate::config::Config;
use crate::exports::{self, ExportError, Manifest};
use crate::guard::{Guard, Known};
use crate::keys::RegistryKeys;
use crate::sequencer::Published;
use crate::tiles::Tables;

/// Why it could not be.
#[derive(Debug, thiserror::Error)]
enum DumpError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error("entry {sequence}: {detail}")]
    Entry { sequence: i64, detail: String },
    #[error("{0}")]
    Unsigned(String),
}

/// Makes it, and says what.
pub(super) fn run(config: &Config, directory: &Path) -> Result<(), String> {
    let keys = RegistryKeys::of_data(&config.data).map_err(|error| error.to_string())?;
    let reader = Reader::open(&config.database, 2).map_err(|error| error.to_string())?;
    // Asked before the journal is read: a server that leads meanwhile publishes more.
    let known = Guard::knowing(&config.data, config.checkpoints.clone()).known().map_err(|error| error.to_string())?;
    let manifest = make(&reader, &keys, &known, directory).map_err(|error| error.to_string())?;
    println!("{} entries, root {}", manifest.size, manifest.root);
    for file in &manifest.files {
        println!("{}  {}", file.sha256, directory.join(&file.name).display());
    }
    Ok(())
}

/// All of it in one snapshot.
fn make(reader: &Reader, keys: &RegistryKeys, known: &Known, directory: &Path) -> Result<Manifest, DumpError> {
    reader.snapshot(|read| {
        let head = read.head()?;
        let until = Timestamp::from_ms(head.time);
        let mut registry = Registry::new();
        read.each_journal(0, |rows| {
            rows.iter().try_for_each(|row| match registry.follow(&row.entry, until) {
                Ok(_) => Ok(()),
                Err(error) => Err(DumpError::Entry { sequence: row.sequence, detail: error.to_string() }),
            })
        })?;
        let published = sign(reader, keys, known, &registry, &head.root)?;
        Ok(exports::write(&registry, read, &published, directory)?)
    })
}

/// The checkpoint over what is stored. Whatever forbids to lead from this database forbids to sign for it.
fn sign(
    reader: &Reader,
    keys: &RegistryKeys,
    known: &Known,
    registry: &Registry,
    root: &[u8],
) -> Result<Published, DumpError> {
    let unsigned = |error: &dyn std::fmt::Display| DumpError::Unsigned(error.to_string());
    let root = root.try_into().map_err(|_| unsigned(&"the head has no root"))?;
    let checkpoint = Checkpoint { origin: keys.origin().to_owned(), size: registry.size(), root };
    let log_keys = keys.known(registry.own_keys()).map_err(|error| unsigned(&error))?;
    known.check(&Tables::new(reader), checkpoint.size, &log_keys).map_err(|error| unsigned(&error))?;
    let note = keys.sign(registry.own_keys(), &checkpoint).map_err(|error| unsigned(&error))?;
    Ok(Published { checkpoint, note })
}
