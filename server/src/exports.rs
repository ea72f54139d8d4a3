//! Public dumps: what everybody may read, whole, as files. They are made each night and by hand, and served as they lie.
//!
//! ```text
//! <data>/exports/2026-11-28/
//!     batches.csv  batches.jsonl  …        as the lists of the API tell them to everybody
//!     manifest.json                        log, size, root, checkpoint; each file with bytes, SHA-256 and rows
//! ```
//! A dump is of one state of the register, the one that the checkpoint in its manifest commits to. It is written beside
//! its place and renamed when it is whole, so nobody ever sees half of one.

mod dump;
pub mod nightly;
pub mod settings;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use orebook_registry::Registry;
use orebook_registry::values::Date;
use orebook_store::{Reading, StoreError};
use serde::{Deserialize, Serialize};

use crate::sequencer::Published;

/// Where they lie, in the data directory.
pub const DIRECTORY: &str = "exports";

/// What each dump has, once as CSV and once as JSON lines.
pub const TABLES: [&str; 8] =
    ["batches", "certificates", "markets", "organisations", "premiums", "programmes", "retirements", "trades"];

/// The file that tells of all others.
pub const MANIFEST: &str = "manifest.json";

/// What a dump consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Manifest {
    /// Origin of the log.
    pub origin: String,
    /// Entries of the log whose consequences it shows.
    pub size: String,
    /// Root of the log's tree over them, in hexadecimal digits.
    pub root: String,
    /// Time of the last of them.
    pub time: String,
    /// The signed checkpoint over them (C2SP).
    pub checkpoint: String,
    /// The files beside this one, by name.
    pub files: Vec<DumpFile>,
}

/// A file of a dump.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct DumpFile {
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: String,
    /// Items in it; a CSV has a line of names besides.
    pub rows: String,
    /// Its digest, in hexadecimal digits.
    pub sha256: String,
}

/// Why a dump could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The tables could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file could not be written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// An item could not be written down.
    #[error("{table}: {detail}")]
    Item {
        /// Of what.
        table: &'static str,
        /// Why.
        detail: String,
    },
}

/// Writes the dump of a state into a directory that is not there yet.
pub fn write(
    registry: &Registry,
    read: &mut Reading<'_>,
    published: &Published,
    directory: &Path,
) -> Result<Manifest, ExportError> {
    let failed = |error| ExportError::File { path: directory.to_owned(), error };
    if directory.exists() {
        return Err(failed(ErrorKind::AlreadyExists.into()));
    }
    let name = directory.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = directory.with_file_name(format!(".{name}.new"));
    // What an earlier attempt has left.
    match std::fs::remove_dir_all(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
        _ => {}
    }
    std::fs::create_dir_all(&beside).map_err(failed)?;
    let files = dump::tables(registry, read, &beside)?;
    let manifest = Manifest {
        origin: published.checkpoint.origin.clone(),
        size: published.checkpoint.size.to_string(),
        root: hex::encode(published.checkpoint.root),
        time: registry.time().map(|time| time.to_string()).unwrap_or_default(),
        checkpoint: published.note.clone(),
        files,
    };
    let text = serde_json::to_string_pretty(&manifest).map_err(std::io::Error::from).map_err(failed)?;
    std::fs::write(beside.join(MANIFEST), text + "\n").map_err(failed)?;
    std::fs::rename(&beside, directory).map_err(failed)?;
    Ok(manifest)
}

/// The days of which there is a dump, newest first.
pub fn days(exports: &Path) -> Vec<Date> {
    let there = std::fs::read_dir(exports).into_iter().flatten().flatten();
    let mut days: Vec<Date> = there.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    days.sort_unstable();
    days.reverse();
    days
}

/// What the dump of a day consists of, if there is one.
pub fn manifest(exports: &Path, day: Date) -> Option<Manifest> {
    let text = std::fs::read(exports.join(day.to_string()).join(MANIFEST)).ok()?;
    serde_json::from_slice(&text).ok()
}

/// The path of a file of a dump. Only the names that a dump has lead anywhere.
pub fn file(exports: &Path, day: Date, name: &str) -> Option<PathBuf> {
    let known = name == MANIFEST
        || name
            .rsplit_once('.')
            .is_some_and(|(table, kind)| TABLES.contains(&table) && ["csv", "jsonl"].contains(&kind));
    known.then(|| exports.join(day.to_string()).join(name))
}
