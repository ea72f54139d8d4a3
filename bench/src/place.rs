//! Where a measurement stores: fresh databases, all on the same disk and with every commit synced.

use std::path::Path;

use orebook_store::{Location, migrate};
use orebook_tests::postgres::{Cluster, Durability, TestDatabase};
use tempfile::TempDir;

use crate::{Outcome, words};

/// A cluster of its own, or a directory for SQLite's files.
pub enum Place {
    /// `synchronous_commit = on`, `fsync = on`.
    Postgres(Box<Cluster>),
    /// WAL, `synchronous = full`.
    Sqlite,
}

/// A migrated database, removed when dropped.
pub struct Database<'a> {
    location: Location,
    /// Also holds the keys of the register in it.
    directory: TempDir,
    database: Option<TestDatabase<'a>>,
}

impl Place {
    /// The place of this name.
    ///
    /// # Panics
    /// If PostgreSQL is asked for and not installed.
    pub fn new(database: &str) -> Self {
        match database {
            "postgresql" => Self::Postgres(Box::new(Cluster::start(Durability::Real))),
            _ => Self::Sqlite,
        }
    }

    /// A fresh database.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn database(&self) -> Outcome<Database<'_>> {
        let directory = tempfile::tempdir().map_err(words)?;
        let database = match self {
            Self::Postgres(cluster) => Some(cluster.database()),
            Self::Sqlite => None,
        };
        let file = Location::Sqlite(directory.path().join("register.db"));
        let location = database.as_ref().map_or(file, TestDatabase::location);
        migrate(&location).map_err(words)?;
        Ok(Database { location, directory, database })
    }
}

impl Database<'_> {
    /// Where it is.
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// Runs SQL in it, where it is PostgreSQL.
    ///
    /// # Errors
    /// It is not.
    pub fn execute(&self, sql: &str) -> Outcome<String> {
        let database = self.database.as_ref().ok_or("it is no PostgreSQL")?;
        Ok(database.execute(sql))
    }

    /// A directory beside it.
    pub fn directory(&self) -> &Path {
        self.directory.path()
    }
}
