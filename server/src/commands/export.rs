//! `orebook export`: the log as an archive, out of one snapshot. An archive that is there already is continued, so that a
//! static host can be kept up by running this from time to time.

use std::path::{Path, PathBuf};

use clap::Args;
use orebook_registry::Entry;
use orebook_registry::event::Visibility;
use orebook_registry::party::OwnKeys;
use orebook_store::{JournalRow, Reader, Reading, StoreError};
use orebook_tlog::{Checkpoint, VerifierKey};
use orebook_verifier::archive::{self, ArchiveError, Writer};

use super::dumps;
use crate::config::{Config, Place, Service};
use crate::guard::{Guard, WITNESSED};
use crate::keys::RegistryKeys;
use crate::tiles::Tables;

/// What is exported where.
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    place: Place,
    /// Directory to write the archive to; one that holds an archive of this log is continued
    #[arg(long, value_name = "DIR", required_unless_present = "dumps")]
    out: Option<PathBuf>,
    /// For everybody: hash tiles and public entries, without the bundles that hold members' entries
    #[arg(long)]
    public: bool,
    /// Directory to write public dumps to, as tables; it must not be there yet
    #[arg(long, value_name = "DIR")]
    dumps: Option<PathBuf>,
}

/// Why it could not be.
#[derive(Debug, thiserror::Error)]
enum ExportError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    #[error("entry {sequence} cannot be read: {error}")]
    Entry { sequence: i64, error: serde_json::Error },
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: std::io::Error },
}

/// Exports, and says what.
pub fn run(command: &Export) -> Result<(), String> {
    let config = Config::of(&command.place, &Service::default())?;
    if let Some(directory) = &command.dumps {
        dumps::run(&config, directory)?;
    }
    let Some(out) = &command.out else { return Ok(()) };
    let keys = RegistryKeys::of_data(&config.data).map_err(|error| error.to_string())?;
    let reader = Reader::open(&config.database, 1).map_err(|error| error.to_string())?;
    // Read before the journal, so that it counts no more entries; the guard asks that the journal continues it.
    let witnessed = std::fs::read_to_string(config.data.join(WITNESSED)).ok();
    let guard = Guard::knowing(&config.data, config.checkpoints.clone());
    let (checkpoint, key) = write(&reader, &keys, &guard, out, command.public)?;
    if let Some(note) = witnessed {
        archive::put_witnessed(out, &note).map_err(|error| error.to_string())?;
    }
    println!("{} entries, root {}", checkpoint.size, hex::encode(checkpoint.root));
    if !command.public {
        println!("orebook-verify {} --key '{key}'", out.display());
    }
    Ok(())
}

/// Writes the archive of everything stored, with all entries, and signs the size and root it has: for a register that
/// leads, whose past the guard has looked at.
pub fn export(reader: &Reader, keys: &RegistryKeys, out: &Path) -> Result<(Checkpoint, VerifierKey), String> {
    write(reader, keys, &Guard::none(), out, false)
}

fn write(
    reader: &Reader,
    keys: &RegistryKeys,
    guard: &Guard,
    out: &Path,
    public: bool,
) -> Result<(Checkpoint, VerifierKey), String> {
    let text = |error: &dyn std::fmt::Display| error.to_string();
    // Asked before the journal is read: a server that leads meanwhile publishes more.
    let known = guard.known().map_err(|error| text(&error))?;
    let writer = begin(reader, keys, out, public)?;
    let written = reader.snapshot(|read| push_all(read, writer, out, public));
    let (writer, own) = written.map_err(|error: ExportError| error.to_string())?;
    let checkpoint = Checkpoint { origin: keys.origin().to_owned(), size: writer.size(), root: writer.root() };
    // Whatever forbids to lead from this database forbids to sign for it.
    let log_keys = keys.known(&own).map_err(|error| text(&error))?;
    known.check(&Tables::new(reader), checkpoint.size, &log_keys).map_err(|error| text(&error))?;
    let note = keys.sign(&own, &checkpoint).map_err(|error| text(&error))?;
    let key = own.log_key_at(checkpoint.size).ok_or("the log is empty: it has no key")?;
    let key: VerifierKey = key.parse().map_err(|error| text(&error))?;
    writer.finish(&key, &note).map_err(|error| text(&error))?;
    Ok((checkpoint, key))
}

/// A new archive, or the one that is there if the journal continues it.
fn begin(reader: &Reader, keys: &RegistryKeys, out: &Path, public: bool) -> Result<Writer, String> {
    let text = |error: &dyn std::fmt::Display| error.to_string();
    if !out.join("checkpoint").exists() {
        let writer = Writer::create(out).map_err(|error| text(&error))?;
        return Ok(if public { writer.without_entries() } else { writer });
    }
    let there = archive::Reader::open(out).map_err(|error| text(&error))?;
    let stated = there.stated();
    let refuse = |why: &str| format!("{}: {why}; write to another directory", out.display());
    if public == out.join("tile/entries").exists() {
        return Err(refuse("the archive there is of the other kind, with or without --public"));
    }
    if stated.origin != keys.origin() {
        return Err(refuse("holds the archive of another log"));
    }
    let root = orebook_tlog::root(&Tables::new(reader), stated.size);
    if root.ok() != Some(stated.root) {
        return Err(refuse("the journal does not continue the archive that is there"));
    }
    Writer::resume(out).map_err(|error| text(&error))
}

/// Pushes the entries that the archive lacks; what is said of the log's keys is read from the beginning.
fn push_all(
    read: &mut Reading<'_>,
    mut writer: Writer,
    out: &Path,
    public: bool,
) -> Result<(Writer, OwnKeys), ExportError> {
    let mut own = OwnKeys::default();
    let has = writer.size();
    read.each_journal(0, |rows: Vec<JournalRow>| {
        rows.iter().try_for_each(|row| {
            let unreadable = |error| ExportError::Entry { sequence: row.sequence, error };
            own.learn(&row.entry).map_err(unreadable)?;
            if u64::try_from(row.sequence).is_ok_and(|sequence| sequence < has) {
                return Ok(());
            }
            writer.push(&row.entry)?;
            match public && Entry::parse(&row.entry).map_err(unreadable)?.visibility() == Visibility::Public {
                true => write_entry(out, row),
                false => Ok(()),
            }
        })
    })?;
    Ok((writer, own))
}

/// A public entry under its number, as the server has it under `/log/entry/`.
fn write_entry(out: &Path, row: &JournalRow) -> Result<(), ExportError> {
    let path = out.join("entry").join(row.sequence.to_string());
    let failed = |error| ExportError::File { path: path.clone(), error };
    std::fs::create_dir_all(out.join("entry")).and_then(|()| std::fs::write(&path, &row.entry)).map_err(failed)
}
