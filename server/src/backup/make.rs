//! Making a backup, also while the register goes on.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use orebook_registry::values::Timestamp;
use orebook_store::{Copied, Head, Look, Reader, Reading};
use orebook_tlog::{Checkpoint, VerifierKey};
use serde_json::Value;

use super::directory::Unfinished;
use super::journal::{Journal, column};
use super::manifest::{FILE, FORMAT, Keys, LeftOut, Manifest, Table};
use super::table::{Row, Writing};
use super::{BackupError, LEFT_OUT, place, refuse_unfinished};
use crate::config::Config;
use crate::guard::{Guard, GuardError, Known, LogKeys};
use crate::keys::RegistryKeys;

/// What is backed up, and where to.
pub struct Asked<'a> {
    /// Where the register lies.
    pub config: &'a Config,
    /// The file of its settings, if there is one.
    pub settings: Option<PathBuf>,
    /// Whether secret keys are taken along.
    pub keys: Taken,
    /// A directory that is not there yet.
    pub to: &'a Path,
}

/// Whether something is taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is.
    Along,
    /// It stays.
    Not,
}

/// A backup that was made.
#[derive(Debug)]
pub struct Made {
    /// What it holds.
    pub manifest: Manifest,
    /// SHA-256 of the manifest: whoever keeps it elsewhere knows the backup again.
    pub digest: String,
}

/// What one snapshot of the database gave.
struct Snapshot {
    head: Head,
    steps: Vec<String>,
    tables: Vec<Table>,
    journal: Journal,
    evidence: BTreeSet<String>,
}

/// Makes a backup.
pub fn make(asked: &Asked<'_>) -> Result<Made, BackupError> {
    let config = asked.config;
    refuse_unfinished(&config.data)?;
    orebook_store::examine(&config.database, Look::Quick)?;
    // Asked and taken before the journal is read: a server that leads meanwhile publishes more, and witnesses cosign it.
    let known = Guard::knowing(&config.data, config.checkpoints.clone()).known()?;
    let reader = Reader::open(&config.database, 1)?;
    let mut directory = Unfinished::begin(asked.to)?;
    let mut files = place::take_files(&mut directory, &config.data, asked.settings.as_deref())?;
    let snapshot = reader.snapshot(|read| copy(read, &mut directory, known.sizes()))?;
    let checkpoint = sign(config, &known, &snapshot)?;
    let (evidence, evidence_elsewhere) = place::take_evidence(&mut directory, config, &snapshot.evidence)?;
    files.extend(evidence);
    if asked.keys == Taken::Along {
        files.extend(place::take_keys(&mut directory, &config.data)?);
    }
    let keys = keys(&snapshot.journal, asked.keys);
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now().to_string(),
        origin: snapshot.journal.origin.clone(),
        size: snapshot.journal.size(),
        root: hex::encode(snapshot.journal.root()),
        time: Timestamp::from_ms(snapshot.head.time).to_string(),
        checkpoint,
        steps: snapshot.steps,
        tables: snapshot.tables,
        left_out: LEFT_OUT.map(|(name, reason)| LeftOut { name: name.to_owned(), reason: reason.to_owned() }).to_vec(),
        files,
        evidence_elsewhere,
        keys,
    };
    let sealed = directory.copy(FILE, &mut manifest.to_text().as_bytes())?;
    directory.finish()?;
    Ok(Made { manifest, digest: sealed.sha256 })
}

/// Copies all tables; the journal must be whole, and have the tree that the head states.
fn copy(read: &mut Reading<'_>, directory: &mut Unfinished, wanted: BTreeSet<u64>) -> Result<Snapshot, BackupError> {
    let (head, steps) = (read.head()?, read.steps()?);
    if head.size == 0 {
        return Err(BackupError::NotFounded);
    }
    let (mut tables, mut journal, mut evidence) = (Vec::new(), Journal::default(), BTreeSet::new());
    for table in read.tables()? {
        if LEFT_OUT.iter().any(|(name, _)| *name == table.name) {
            continue;
        }
        let columns = &table.columns;
        let written = match table.name.as_str() {
            "journal" => {
                journal = Journal::expecting(columns, wanted.clone());
                copy_table(read, directory, &table, |row| journal.take(row))?
            }
            "evidence" => copy_table(read, directory, &table, |row| {
                if column(columns, row, "erased_at") == Some(&Value::Null) {
                    evidence.extend(column(columns, row, "digest").and_then(Value::as_str).map(str::to_owned));
                }
                Ok(())
            })?,
            _ => copy_table(read, directory, &table, |_| Ok(()))?,
        };
        tables.push(written);
    }
    journal.agrees(head.size, &head.root, &head.edge)?;
    Ok(Snapshot { head, steps, tables, journal, evidence })
}

fn copy_table(
    read: &mut Reading<'_>,
    directory: &mut Unfinished,
    table: &Copied,
    mut look: impl FnMut(&Row) -> Result<(), BackupError>,
) -> Result<Table, BackupError> {
    let mut writing = Writing::begin(directory, &table.name, &table.columns)?;
    read.each_line(table, |lines| {
        lines.iter().try_for_each(|line| {
            let unsound = |error| BackupError::Unsound(format!("a row of {}: {error}", table.name));
            let row: Row = serde_json::from_str(line).map_err(unsound)?;
            look(&row)?;
            writing.push(&row)
        })
    })?;
    writing.finish()
}

/// The checkpoint over what was copied, signed as the server does; without the key, the last one that was published.
/// Whatever forbids to lead from this database forbids to sign for it.
fn sign(config: &Config, known: &Known, snapshot: &Snapshot) -> Result<String, BackupError> {
    let journal = &snapshot.journal;
    let keys = RegistryKeys::of_data(&config.data)?;
    if keys.origin() != journal.origin {
        return Err(BackupError::Origin { log: journal.origin.clone(), data: keys.origin().to_owned() });
    }
    known.check_roots(journal.size(), &keys.known(&journal.own)?, root_of(&journal.roots))?;
    let in_force = journal.own.log_key_at(journal.size()).unwrap_or_default();
    if keys.holds(in_force) {
        let checkpoint = Checkpoint { origin: journal.origin.clone(), size: journal.size(), root: journal.root() };
        return Ok(keys.sign(&journal.own, &checkpoint)?);
    }
    let published = known.newest().filter(|note| journal.own.open_checkpoint(note).is_ok());
    published.map(str::to_owned).ok_or_else(|| BackupError::NoCheckpoint(in_force.to_owned()))
}

/// The roots that the journal has shown on its way.
pub(super) fn root_of(
    roots: &BTreeMap<u64, orebook_tlog::Hash>,
) -> impl Fn(u64) -> Result<orebook_tlog::Hash, GuardError> + '_ {
    |size| roots.get(&size).copied().ok_or_else(|| GuardError::Tiles(format!("none was kept over {size} entries")))
}

/// The keys that the entries name.
pub(super) fn named_keys(journal: &Journal) -> LogKeys {
    let keys = journal.own.log().iter().filter_map(|held| held.key.parse::<VerifierKey>().ok()).collect();
    LogKeys { origin: journal.origin.clone(), keys }
}

fn keys(journal: &Journal, taken: Taken) -> Keys {
    Keys {
        included: taken == Taken::Along,
        log: journal.own.log_key_at(journal.size()).unwrap_or_default().to_owned(),
        issuers: journal.own.issuers().iter().map(|held| held.key.key.to_string()).collect(),
    }
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_ms(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
