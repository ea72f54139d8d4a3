//! What of a data directory a backup takes along.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::BackupError;
use super::directory::Unfinished;
use super::manifest::Sealed;
use crate::config::{self, Config};
use crate::guard::WITNESSED;

/// The settings, by this name in the backup whatever the file was called.
pub(super) const SETTINGS: &str = config::FILE;
/// Files that are taken along where they are there. `published` is not: the checkpoint of the backup takes its place.
const FILES: [&str; 4] = ["founding.json", "log.vkey", WITNESSED, "clock-offset-ms"];
/// Where evidence stands in a data directory, and where it arrives.
pub(super) const EVIDENCE: &str = "evidence";
/// Keys of persons. They act for themselves and belong with them.
const OF_PERSONS: &str = "operator-";

/// Copies the plain files.
pub(super) fn take_files(
    into: &mut Unfinished,
    data: &Path,
    settings: Option<&Path>,
) -> Result<Vec<Sealed>, BackupError> {
    let mut taken = Vec::new();
    let named = FILES.iter().map(|name| (*name, data.join(name)));
    for (name, path) in named.chain(settings.map(|path| (SETTINGS, path.to_owned()))) {
        taken.extend(take(into, name, &path)?);
    }
    Ok(taken)
}

/// Copies the secret keys but for those of persons.
pub(super) fn take_keys(into: &mut Unfinished, data: &Path) -> Result<Vec<Sealed>, BackupError> {
    let directory = data.join("keys");
    let mut taken = Vec::new();
    for name in key_files(&directory)? {
        taken.extend(take(into, &format!("keys/{name}"), &directory.join(&name))?);
    }
    Ok(taken)
}

/// The names of a server's key files in a directory.
pub(super) fn key_files(directory: &Path) -> Result<Vec<String>, BackupError> {
    let listed = std::fs::read_dir(directory).map_err(BackupError::file(directory))?;
    let mut names = Vec::new();
    for entry in listed {
        let name = entry.map_err(BackupError::file(directory))?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".pem") && !name.starts_with(OF_PERSONS) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Copies evidence that the tables name. Answers what was taken, and what was not: it stands in a bucket or elsewhere, is
/// damaged, or was erased a moment ago.
pub(super) fn take_evidence(
    into: &mut Unfinished,
    config: &Config,
    digests: &BTreeSet<String>,
) -> Result<(Vec<Sealed>, Vec<String>), BackupError> {
    let (mut taken, mut elsewhere) = (Vec::new(), Vec::new());
    let is_here = config.evidence.s3.is_none() && config.evidence.directory == config.data.join(EVIDENCE);
    for digest in digests {
        let name = format!("{EVIDENCE}/{}/{digest}", digest.get(..2).unwrap_or_default());
        let file = if is_here { take(into, &name, &config.data.join(&name))? } else { None };
        match file {
            Some(file) if file.sha256 == *digest => taken.push(file),
            Some(file) => {
                into.remove(&format!("files/{}", file.name))?;
                elsewhere.push(digest.clone());
            }
            None => elsewhere.push(digest.clone()),
        }
    }
    Ok((taken, elsewhere))
}

/// Copies a file, if it is there.
fn take(into: &mut Unfinished, name: &str, from: &Path) -> Result<Option<Sealed>, BackupError> {
    match File::open(from) {
        Ok(mut file) => {
            let sealed = into.copy(&format!("files/{name}"), &mut file)?;
            Ok(Some(Sealed { name: name.to_owned(), ..sealed }))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(BackupError::File { path: from.to_owned(), source }),
    }
}

/// Where a file of the data directory lies in a backup.
pub(super) fn in_backup(backup: &Path, file: &Sealed) -> PathBuf {
    backup.join("files").join(&file.name)
}
