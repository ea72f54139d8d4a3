//! Is a backup whole? Asked without a database: of its files, its journal and its checkpoint.

use std::collections::BTreeSet;
use std::path::Path;

use orebook_tlog::Checkpoint;
use serde_json::Value;

use super::BackupError;
use super::journal::{Journal, bytes, column};
use super::manifest::{FILE, FORMAT, Manifest, Table};
use super::place::in_backup;
use super::table::{Row, each_row, expect_file};
use crate::guard::WITNESSED;

/// A backup that is whole.
pub struct Verified {
    /// What it holds.
    pub manifest: Manifest,
    /// SHA-256 of the manifest.
    pub digest: String,
    pub(super) journal: Journal,
}

/// What the head's row says.
#[derive(Default)]
struct Stated {
    size: i64,
    root: Vec<u8>,
    edge: Vec<u8>,
}

/// Reads all of a backup, and refuses one that is not whole; the roots at these sizes will be asked for.
pub fn verify(backup: &Path, mut wanted: BTreeSet<u64>) -> Result<Verified, BackupError> {
    let path = backup.join(FILE);
    let (manifest, digest) = read(&path)?;
    if let Some(file) = manifest.all_files().find(|file| !file.is_below()) {
        return Err(BackupError::damaged(&path, format!("{} leads out of it", file.name)));
    }
    let stated = Checkpoint::stated(&manifest.checkpoint);
    let stated = stated.map_err(|error| BackupError::damaged(&path, format!("the checkpoint: {error}")))?;
    wanted.insert(stated.size);
    for file in &manifest.files {
        let at = in_backup(backup, file);
        expect_file(&at, file)?;
        if file.name == WITNESSED {
            is_within(&at, manifest.size)?;
        }
    }
    let mut journal = Journal::default();
    let mut head = Stated::default();
    for table in &manifest.tables {
        let at = backup.join(&table.file.name);
        match table.name.as_str() {
            "journal" => {
                journal = Journal::expecting(&table.columns, wanted.clone());
                each_row(backup, table, |row, _| journal.take(&row).map_err(|error| of_backup(&at, error)))?;
            }
            "head" => each_row(backup, table, |row, _| {
                head = Stated::of(table, &row).ok_or_else(|| BackupError::damaged(&at, "it is no head"))?;
                Ok(())
            })?,
            _ => each_row(backup, table, |_, _| Ok(()))?,
        }
    }
    journal.agrees(head.size, &head.root, &head.edge).map_err(|error| of_backup(&path, error))?;
    agrees(&path, &manifest, &journal, &stated)?;
    Ok(Verified { manifest, digest, journal })
}

/// What witnesses cosigned must be in the journal: else the server that is restored would refuse to lead.
fn is_within(witnessed: &Path, size: u64) -> Result<(), BackupError> {
    let note = std::fs::read_to_string(witnessed).map_err(BackupError::file(witnessed))?;
    match Checkpoint::stated(&note) {
        Ok(stated) if stated.size <= size => Ok(()),
        Ok(stated) => Err(BackupError::damaged(
            witnessed,
            format!("it is over {} entries, of which the backup has {size}", stated.size),
        )),
        Err(error) => Err(BackupError::damaged(witnessed, error.to_string())),
    }
}

fn read(path: &Path) -> Result<(Manifest, String), BackupError> {
    /// What every form of a backup says first.
    #[derive(serde::Deserialize)]
    struct Form {
        format: String,
    }
    let damaged = |error: &dyn std::fmt::Display| BackupError::damaged(path, error.to_string());
    let text = std::fs::read(path).map_err(|error| damaged(&error))?;
    let Form { format } = serde_json::from_slice(&text).map_err(|error| damaged(&error))?;
    if format != FORMAT {
        return Err(BackupError::Format { path: path.to_owned(), format });
    }
    let manifest = serde_json::from_slice(&text).map_err(|error| damaged(&error))?;
    Ok((manifest, hex::encode(orebook_document::sha256(&text))))
}

/// The manifest, its checkpoint and the journal tell of the same log.
fn agrees(path: &Path, manifest: &Manifest, journal: &Journal, stated: &Checkpoint) -> Result<(), BackupError> {
    let damaged = |found: &str| Err(BackupError::damaged(path, found));
    if (journal.size(), hex::encode(journal.root())) != (manifest.size, manifest.root.clone()) {
        return damaged("its size and root are not those of the journal");
    }
    if journal.origin != manifest.origin || stated.origin != manifest.origin {
        return damaged("journal, manifest and checkpoint are of different logs");
    }
    if journal.own.log_key_at(manifest.size) != Some(manifest.keys.log.as_str()) {
        return damaged("the log key in force is another in the journal");
    }
    // Signed by the key that was in force at its size, so nobody made up another tree over the same entries.
    if journal.own.open_checkpoint(&manifest.checkpoint).is_err() {
        return damaged("its checkpoint is not signed by the log key that was in force");
    }
    if journal.roots.get(&stated.size) != Some(&stated.root) {
        return damaged("its checkpoint is of another tree than the journal's");
    }
    Ok(())
}

/// What is wrong with a journal is wrong with the backup that holds it.
fn of_backup(path: &Path, error: BackupError) -> BackupError {
    match error {
        BackupError::Unsound(found) => BackupError::damaged(path, found),
        other => other,
    }
}

impl Stated {
    fn of(table: &Table, row: &Row) -> Option<Self> {
        let size = column(&table.columns, row, "size").and_then(Value::as_i64)?;
        Some(Self { size, root: bytes(&table.columns, row, "root")?, edge: bytes(&table.columns, row, "edge")? })
    }
}
