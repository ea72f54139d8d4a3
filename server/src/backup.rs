//! Backups: all that a register is, in one directory, the same of both databases.
//!
//! ```text
//! backup/
//!     manifest.json              what it holds: sizes, rows and digests of all files below, the signed checkpoint
//!     tables/journal.jsonl.gz    a table: one row a line, as a JSON array in the order of the manifest's columns
//!     tables/…
//!     files/founding.json        files of the data directory: log.vkey, orebook.toml, witnessed, evidence/ab/ab12…
//!     files/keys/log.pem         only if secret keys were asked for
//! ```
//! All tables are read in one snapshot while the register goes on. What is in them beside the journal no signature covers, so
//! a backup is to be kept like the database itself. A directory has its name only when it is whole.

mod directory;
mod journal;
mod make;
pub mod manifest;
mod place;
mod restore;
mod table;
mod verify;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use orebook_store::StoreError;

use crate::guard::GuardError;
use crate::keys::KeyFileError;

pub use make::{Asked, Made, Taken, make};
pub use manifest::{Manifest, Sealed};
pub use restore::{Restored, Wanted, restore};
pub use verify::{Verified, verify};

/// The tables that no backup holds, and why.
pub const LEFT_OUT: [(&str, &str); 2] = [
    ("link", "a link that was used since would let somebody in again; people ask for another, and are invited anew"),
    ("session", "a session that was ended since would go on; people log in again"),
];

/// The file that marks a data directory into which a backup was not restored to the end.
const MARK: &str = "restoring";

/// Why there is no backup, or why one cannot be restored.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum BackupError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Guard(#[from] GuardError),
    #[error(transparent)]
    Key(#[from] KeyFileError),
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("{} is there already; name a directory that is not", .0.display())]
    Exists(PathBuf),
    #[error("the register is not founded yet: there is nothing to back up")]
    NotFounded,
    #[error("the register cannot be backed up: {0}. See docs/operating/incidents.md, \"When the database is refused\"")]
    Unsound(String),
    #[error("the log is {log}, the data directory is that of {data}: name the right one by --data")]
    Origin { log: String, data: String },
    #[error(transparent)]
    Rules(#[from] crate::rules::Unknown),
    #[error(
        "no checkpoint can be told: the log key in force, {0}, is not in keys/ of the data directory, and none was published"
    )]
    NoCheckpoint(String),
    #[error("the backup {} is of format {format}, this version reads {own}: it was made by another version", path.display(), own = manifest::FORMAT)]
    Format { path: PathBuf, format: String },
    #[error("the backup is damaged or not whole: {}: {found}. Nothing was written. Take another backup", path.display())]
    Damaged { path: PathBuf, found: String },
    #[error("the backup needs {key}, and no file {name} in {} holds it. Nothing was written. Name the directory that does by --keys", directory.display())]
    KeyIsMissing { key: String, name: &'static str, directory: PathBuf },
    #[error("{} is there already and is not what the backup has. Nothing was written. Name an empty or new directory by --data", .0.display())]
    InTheWay(PathBuf),
    #[error("what was restored is not what the backup says: {0}. Nothing was kept of it")]
    NotRestored(String),
    #[error(
        "{} says that a backup was not restored to the end here. It cannot be served. Remove this data directory, empty the database, and restore again", .0.display()
    )]
    Unfinished(PathBuf),
}

impl BackupError {
    fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }

    fn damaged(path: &Path, found: impl Into<String>) -> Self {
        Self::Damaged { path: path.to_owned(), found: found.into() }
    }
}

/// Refuses a data directory into which a backup was not restored to the end.
pub fn refuse_unfinished(data: &Path) -> Result<(), BackupError> {
    let mark = data.join(MARK);
    match std::fs::metadata(&mark) {
        Ok(_) => Err(BackupError::Unfinished(mark)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(source) => Err(BackupError::File { path: mark, source }),
    }
}
