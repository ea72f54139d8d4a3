//! Restoring a backup into an empty place. First everything is looked at; then files are written, behind a mark that no
//! server passes; then one transaction fills the database and is committed when it was checked. The mark goes last.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use orebook_document::SecretKey;
use orebook_store::{Copied, Restoring, StoreError};
use orebook_tlog::NoteSigner;

use super::directory::Sealing;
use super::make::{named_keys, root_of};
use super::manifest::{Manifest, Sealed, Table};
use super::place::{SETTINGS, in_backup, key_files};
use super::table::each_row;
use super::verify::verify;
use super::{BackupError, LEFT_OUT, MARK, refuse_unfinished};
use crate::commands::{Checked, check_restored};
use crate::config::{Config, names_places};
use crate::evidence::incoming::{make_directory, sync_directory};
use crate::guard::{Guard, PUBLISHED, WITNESSED, keep_file};
use crate::keys::read_all;

/// Lines that are inserted in one statement.
const LINES: usize = 256;

/// What is restored, and where to.
pub struct Wanted<'a> {
    /// The backup.
    pub from: &'a Path,
    /// Where the register is to lie, and which checkpoints it must continue.
    pub config: &'a Config,
    /// The directory of the keys, if they are not in the backup or in the data directory.
    pub keys: Option<&'a Path>,
}

/// A register that was restored.
#[derive(Debug)]
pub struct Restored {
    /// What the backup holds.
    pub manifest: Manifest,
    /// What the check found.
    pub checked: Checked,
    /// What the operator should know.
    pub remarks: Vec<String>,
}

/// Restores a backup.
pub fn restore(wanted: &Wanted<'_>) -> Result<Restored, BackupError> {
    let (config, data) = (wanted.config, wanted.config.data.as_path());
    refuse_unfinished(data)?;
    let known = Guard::knowing(data, config.checkpoints.clone()).known()?;
    let verified = verify(wanted.from, known.sizes())?;
    let (manifest, journal) = (verified.manifest, verified.journal);
    known.check_roots(manifest.size, &named_keys(&journal), root_of(&journal.roots))?;
    let taken = orebook_store::examine(&config.database, orebook_store::Look::Quick)?.taken;
    if !taken.is_empty() {
        return Err(StoreError::NotEmpty(config.database.clone()).into());
    }
    let (keys, remarks) = find_keys(wanted, &manifest)?;
    let mut plan = Plan { remarks, ..Plan::default() };
    plan.files(wanted.from, data, &manifest)?;
    plan.keys(&keys, data)?;
    let mut written = Written::begin(data)?;
    plan.carry_out(&mut written)?;
    written.publish(data, &manifest.checkpoint)?;
    let checked = fill(wanted, &manifest, &mut written)?;
    written.keep(data)?;
    let remarks = plan.remarks;
    Ok(Restored { manifest, checked, remarks })
}

/// The directory in which the keys are that this register cannot go on without, and what else is missing there.
fn find_keys(wanted: &Wanted<'_>, manifest: &Manifest) -> Result<(PathBuf, Vec<String>), BackupError> {
    let directory = match wanted.keys {
        Some(named) => named.to_owned(),
        None if manifest.keys.included => wanted.from.join("files/keys"),
        None => wanted.config.data.join("keys"),
    };
    let missing =
        |key: &str, name| BackupError::KeyIsMissing { key: key.to_owned(), name, directory: directory.clone() };
    let log_key = &manifest.keys.log;
    if !directory.is_dir() {
        return Err(missing(&format!("the log key {log_key}"), "log*.pem"));
    }
    let signs = |key: &SecretKey| {
        NoteSigner::new(&manifest.origin, key.seed()).is_ok_and(|signer| signer.verifier_key().to_string() == *log_key)
    };
    if !read_all(&directory, "log")?.iter().any(signs) {
        return Err(missing(&format!("the log key in force, {log_key}"), "log*.pem"));
    }
    let issuers = read_all(&directory, "issuer")?;
    let lacks = |public: &String| !issuers.iter().any(|secret| secret.public().to_string() == *public);
    // A server does without the others: it does not answer for statements of their time.
    let needed = manifest.keys.issuers.first().into_iter().chain(manifest.keys.issuers.last());
    if let Some(public) = needed.into_iter().find(|public| lacks(public)) {
        return Err(missing(&format!("the issuer's key {public}"), "issuer*.pem"));
    }
    let old = manifest.keys.issuers.iter().filter(|public| lacks(public));
    let remark = |public| format!("no file issuer*.pem holds {public}: statements of its time wait for it");
    Ok((directory, old.map(remark).collect()))
}

/// What is written to the data directory.
#[derive(Default)]
struct Plan {
    copies: Vec<(PathBuf, PathBuf)>,
    remarks: Vec<String>,
}

impl Plan {
    /// The backup's files but for its keys; one that is there already must be the same.
    fn files(&mut self, backup: &Path, data: &Path, manifest: &Manifest) -> Result<(), BackupError> {
        for file in manifest.files.iter().filter(|file| !file.name.starts_with("keys/")) {
            let (from, mut to) = (in_backup(backup, file), data.join(&file.name));
            match file.name.as_str() {
                // The guard has looked at the one that is there.
                WITNESSED if to.exists() => continue,
                SETTINGS if is_of_another_place(&from)? => {
                    to = data.join(format!("{SETTINGS}.from-backup"));
                    let to = to.display();
                    self.remarks.push(format!(
                        "{to}: the settings name places of the old machine; look them through, and rename the file to {SETTINGS}"
                    ));
                }
                _ => {}
            }
            self.copy(from, to)?;
        }
        let elsewhere = &manifest.evidence_elsewhere;
        if !elsewhere.is_empty() {
            self.remarks.push(format!(
                "{} evidence files are not in the backup: restore their directory or bucket, and run `orebook evidence check`",
                elsewhere.len()
            ));
        }
        Ok(())
    }

    fn keys(&mut self, from: &Path, data: &Path) -> Result<(), BackupError> {
        let to = data.join("keys");
        if from == to {
            return Ok(());
        }
        key_files(from)?.iter().try_for_each(|name| self.copy(from.join(name), to.join(name)))
    }

    fn copy(&mut self, from: PathBuf, to: PathBuf) -> Result<(), BackupError> {
        match std::fs::read(&to) {
            Err(error) if error.kind() == ErrorKind::NotFound => self.copies.push((from, to)),
            Err(source) => return Err(BackupError::File { path: to, source }),
            Ok(here) if here == std::fs::read(&from).map_err(BackupError::file(&from))? => {}
            Ok(_) => return Err(BackupError::InTheWay(to)),
        }
        Ok(())
    }

    fn carry_out(&self, written: &mut Written) -> Result<(), BackupError> {
        self.copies.iter().try_for_each(|(from, to)| written.copy(from, to))
    }
}

/// Whether settings name a database or a directory that need not be those of the restored register.
fn is_of_another_place(settings: &Path) -> Result<bool, BackupError> {
    let text = std::fs::read_to_string(settings).map_err(BackupError::file(settings))?;
    Ok(names_places(&text))
}

/// What was written so far. Dropped before it is kept, all of it is taken away again.
struct Written {
    mark: PathBuf,
    files: Vec<PathBuf>,
    directories: Vec<PathBuf>,
    is_kept: bool,
}

impl Written {
    fn begin(data: &Path) -> Result<Self, BackupError> {
        let mut written = Self { mark: data.join(MARK), files: Vec::new(), directories: Vec::new(), is_kept: false };
        written.directory(data)?;
        let mut mark = Sealing::create(&written.mark, MARK)?;
        written.files.push(written.mark.clone());
        mark.write_all(b"A backup is being restored here.\n").map_err(BackupError::file(&written.mark))?;
        mark.finish()?;
        sync_directory(data).map_err(BackupError::file(data))?;
        Ok(written)
    }

    fn directory(&mut self, directory: &Path) -> Result<(), BackupError> {
        let new = directory.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
        let new: Vec<PathBuf> = new.map(Path::to_owned).collect();
        make_directory(directory).map_err(BackupError::file(directory))?;
        self.directories.extend(new.into_iter().rev());
        Ok(())
    }

    fn copy(&mut self, from: &Path, to: &Path) -> Result<(), BackupError> {
        let shelf = to.parent().unwrap_or(Path::new("/"));
        self.directory(shelf)?;
        let mut file = std::fs::File::open(from).map_err(BackupError::file(from))?;
        let mut copy = Sealing::create(to, "")?;
        self.files.push(to.to_owned());
        std::io::copy(&mut file, &mut copy).map_err(BackupError::file(to))?;
        let Sealed { .. } = copy.finish()?;
        sync_directory(shelf).map_err(BackupError::file(shelf))
    }

    /// The guard's file: from now on the journal must be a continuation of the backup. One that is there was looked at, and
    /// is no newer.
    fn publish(&mut self, data: &Path, checkpoint: &str) -> Result<(), BackupError> {
        let path = data.join(PUBLISHED);
        if !path.exists() {
            self.files.push(path.clone());
        }
        keep_file(&path, checkpoint).map_err(BackupError::file(&path))
    }

    /// The database is filled: nothing is taken away any more.
    fn keep(mut self, data: &Path) -> Result<(), BackupError> {
        self.is_kept = true;
        std::fs::remove_file(&self.mark).map_err(BackupError::file(&self.mark))?;
        sync_directory(data).map_err(BackupError::file(data))
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        if self.is_kept {
            return;
        }
        // What cannot be taken away stays behind the mark, which was written first and goes last.
        let gone = self.files.iter().rev().all(|file| match std::fs::remove_file(file) {
            Err(error) => error.kind() == ErrorKind::NotFound,
            Ok(()) => true,
        });
        if gone {
            self.directories.iter().rev().for_each(|directory| drop(std::fs::remove_dir(directory)));
        }
    }
}

/// Fills the database, and checks it before anybody sees it.
fn fill(wanted: &Wanted<'_>, manifest: &Manifest, written: &mut Written) -> Result<Checked, BackupError> {
    let database = &wanted.config.database;
    if let orebook_store::Location::Sqlite(path) = database
        && !path.exists()
    {
        let beside = ["-wal", "-shm", ""].map(|suffix| PathBuf::from(format!("{}{suffix}", path.display())));
        written.files.extend(beside);
    }
    orebook_store::restore(database, &manifest.steps, |restoring| {
        expect_all(wanted.from, restoring.tables(), manifest)?;
        for table in &manifest.tables {
            insert(wanted.from, table, restoring)?;
        }
        restoring.bring_up_to_date()?;
        let is_older = restoring.reading().steps()? != manifest.steps;
        let checked = check_restored(&mut restoring.reading(), is_older).map_err(BackupError::NotRestored)?;
        match checked.entries == manifest.size {
            true => Ok(checked),
            false => Err(BackupError::NotRestored(format!("{} entries", checked.entries))),
        }
    })
}

/// Each table has its file, and each file its table.
fn expect_all(backup: &Path, tables: &[Copied], manifest: &Manifest) -> Result<(), BackupError> {
    let damaged = |found: String| Err(BackupError::damaged(&backup.join(super::manifest::FILE), found));
    for table in tables.iter().filter(|table| !LEFT_OUT.iter().any(|(name, _)| *name == table.name)) {
        match manifest.tables.iter().find(|written| written.name == table.name) {
            None => return damaged(format!("table {} is missing", table.name)),
            Some(written) if written.columns != table.columns => {
                return damaged(format!("table {} has other columns than its steps make", table.name));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

fn insert(backup: &Path, table: &Table, restoring: &mut Restoring<'_>) -> Result<(), BackupError> {
    let mut lines = Vec::with_capacity(LINES);
    each_row(backup, table, |_, line| {
        lines.push(line.to_owned());
        if lines.len() == LINES {
            restoring.insert(&table.name, &lines)?;
            lines.clear();
        }
        Ok(())
    })?;
    if !lines.is_empty() {
        restoring.insert(&table.name, &lines)?;
    }
    Ok(())
}
