//! What can go wrong between the program and its database.

use std::path::PathBuf;

use crate::location::Location;

/// The database could not be opened, asked or changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// No connection could be made.
    #[error("the database {location} cannot be opened: {reason}")]
    Open {
        /// Which database.
        location: Location,
        /// What it or the system said.
        reason: String,
    },
    /// A SQLite file that should be there is not; only migration creates it.
    #[error("there is no database at {}; migrate first", .0.display())]
    Missing(PathBuf),
    /// The file system does not carry SQLite's write-ahead log (some network shares do not).
    #[error("SQLite keeps its journal in mode {0} and not in wal: use a local file system")]
    JournalMode(String),
    /// The writer's lock file could not be used.
    #[error("the lock file {} cannot be used: {source}", path.display())]
    LockFile {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A page, a table or a column is not what it should be.
    #[error(
        "the database is damaged: {0}. Nothing was written. Keep a copy of it as it is, and restore a backup; see docs/operating/incidents.md, \"When the database is refused\""
    )]
    Damaged(String),
    /// A step was taken that this program does not know.
    #[error(
        "the database was made by a newer version: step {} is unknown here. Nothing was written. Start the newer version; there is no way back but a backup from before it", steps.join(", ")
    )]
    Newer {
        /// Their versions.
        steps: Vec<String>,
    },
    /// There are tables, and none says that it is a register's.
    #[error(
        "the database is not a register's: it has tables of something else ({}). Nothing was written. Name an empty database",
        some_of(tables)
    )]
    Foreign {
        /// Which.
        tables: Vec<String>,
    },
    /// A restore needs an empty database.
    #[error("the database {0} is not empty. Nothing was written. Name an empty one")]
    NotEmpty(Location),
    /// A row that is to be restored does not fit its table.
    #[error("table {table} takes no rows of a backup: {reason}")]
    Row {
        /// Which table.
        table: String,
        /// Why.
        reason: String,
    },
    /// A migration failed; the database is as it was before that migration.
    #[error("migration failed: {0}")]
    Migration(String),
    /// No connection of the pool came free or could be made in time.
    #[error("no connection to the database: {0}")]
    Pool(String),
    /// The database refused a statement, or the connection was lost while it ran.
    #[error("the database failed: {0}")]
    Database(#[from] diesel::result::Error),
    /// This writer has failed before and has stopped; take the lead anew.
    #[error("this writer has stopped after an error")]
    Poisoned,
}

fn some_of(tables: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown = tables.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    if tables.len() > SHOWN { format!("{shown}, …") } else { shown }
}

/// Why a writer does not lead.
#[derive(Debug, thiserror::Error)]
pub enum LeadError {
    /// Another process leads. It is not waited for: ask again later.
    #[error("another process holds the lease")]
    Held,
    /// The register is not any more where it was found: whoever led before was not quite gone. Look again.
    #[error("the register moved while it was looked at")]
    Overtaken,
    /// The database could not be asked.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why an append gave no success. After any of them the writer has stopped.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Another writer has taken the lead, or the journal does not have the size the batch continues.
    /// Nothing of the batch was stored.
    #[error("the register has moved on under another writer, or not as far as the batch assumes")]
    Fenced,
    /// The batch may be stored or not; only a new lead, which reads the head, can tell.
    #[error("outcome unknown: {0}")]
    Unknown(#[source] StoreError),
    /// An earlier append failed; nothing of this batch was stored.
    #[error("this writer has stopped after an error")]
    Poisoned,
}

impl From<diesel::result::Error> for AppendError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Unknown(StoreError::Database(error))
    }
}
