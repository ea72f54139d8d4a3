//! `orebook export`: the log as an archive, out of one snapshot.

use std::path::{Path, PathBuf};

use clap::Args;
use orebook_store::{JournalRow, Reader, StoreError};
use orebook_tlog::{Checkpoint, NoteSigner};
use orebook_verifier::archive::{ArchiveError, Writer};

use crate::config::{Config, Place, Service};
use crate::keys::RegistryKeys;

/// What is exported where.
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    place: Place,
    /// Directory to write the archive to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Why it could not be.
#[derive(Debug, thiserror::Error)]
enum ExportError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

/// Exports, and says what.
pub fn run(command: &Export) -> Result<(), String> {
    let config = Config::of(&command.place, &Service::default())?;
    let keys = RegistryKeys::of_data(&config.data).map_err(|error| error.to_string())?;
    let reader = Reader::open(&config.database, 1).map_err(|error| error.to_string())?;
    let checkpoint = export(&reader, &keys.log, &command.out)?;
    println!("{} entries, root {}", checkpoint.size, hex::encode(checkpoint.root));
    println!("orebook-verify {} --key '{}'", command.out.display(), keys.log.verifier_key());
    Ok(())
}

/// Writes the archive of everything stored, and signs the size and root it has.
pub fn export(reader: &Reader, key: &NoteSigner, out: &Path) -> Result<Checkpoint, String> {
    let mut writer = Writer::create(out).map_err(|error| error.to_string())?;
    let mut push =
        |rows: Vec<JournalRow>| rows.iter().try_for_each(|row| writer.push(&row.entry)).map_err(ExportError::from);
    reader.snapshot(|read| read.each_journal(0, &mut push)).map_err(|error: ExportError| error.to_string())?;
    let origin = key.verifier_key().name().to_owned();
    let checkpoint = Checkpoint { origin, size: writer.size(), root: writer.root() };
    let note = checkpoint.sign(key).map_err(|error| error.to_string())?;
    writer.finish(key.verifier_key(), &note).map_err(|error| error.to_string())?;
    Ok(checkpoint)
}
