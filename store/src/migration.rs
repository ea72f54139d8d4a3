//! Bringing the tables to the form this program expects.
//!
//! Servers that start together must not migrate together. On PostgreSQL each waits for a lock of its
//! session; SQLite's steps all run in one immediate transaction, which is a lock of its own.
//!
//! Before a step is taken the database is looked at ([`crate::examine`]): a step on one that is damaged, foreign or newer
//! would make things worse.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::connection::{AnyConnection, open_migrator};
use crate::error::StoreError;
use crate::examine::{Look, examine};
use crate::location::Location;
use crate::shape::Shape;

const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");

/// Key of the lock: "orebookm" as bytes. Any number would do, if no other program uses it.
const MIGRATION_LOCK: i64 = i64::from_be_bytes(*b"orebookm");

/// A step that must have a table alone waits so long for those who read it – a backup, a check – and everybody who
/// comes after it waits behind it, the server that leads as well. So it waits briefly, and again.
const LOCK_TIMEOUT: &str = "set lock_timeout = '500ms'";
/// What took no shorter is taken for one that waited in vain: what PostgreSQL says depends on its language.
const LOCK_WAIT: Duration = Duration::from_millis(500);
const LOCK_PAUSE: Duration = Duration::from_secs(2);
const LOCK_PATIENCE: Duration = Duration::from_secs(60);

diesel::define_sql_function! {
    /// Waits for the lock, and holds it until the session ends.
    fn pg_advisory_lock(key: diesel::sql_types::BigInt);
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Applies every step that is missing, and answers their names in order.
///
/// A SQLite file is created if there is none; its directory must exist.
///
/// # Errors
/// Fails, before anything is written, if the database is not in order or not known to this program; and if it cannot be
/// opened or refuses a step. Steps before that one stay applied on PostgreSQL; SQLite keeps none of this call's.
pub fn migrate(location: &Location) -> Result<Vec<String>, StoreError> {
    examine(location, Look::Quick)?;
    take_pending(location)
}

/// The same for whoever has looked at the database already.
///
/// # Errors
/// Fails if the database cannot be opened or refuses a step.
pub fn take_pending(location: &Location) -> Result<Vec<String>, StoreError> {
    in_turn(location, &Take(None))
}

/// Names the steps that are missing, and applies none.
///
/// # Errors
/// Fails if the database cannot be opened or read, and if there is no SQLite file.
pub fn pending(location: &Location) -> Result<Vec<String>, StoreError> {
    if let Location::Sqlite(path) = location
        && !path.exists()
    {
        return Err(StoreError::Missing(path.clone()));
    }
    in_turn(location, &List)
}

/// Takes every step back, and with them every row. For tests, and for leaving a database behind.
///
/// # Errors
/// Fails if the database cannot be opened or refuses a step.
pub fn revert_all(location: &Location) -> Result<(), StoreError> {
    in_turn(location, &Revert).map(drop)
}

/// Takes the newest steps back, and answers their versions, newest first. For tests of a step on rows that were there
/// before it.
///
/// # Errors
/// Fails if the database cannot be opened or refuses a step.
pub fn revert_newest(location: &Location, steps: usize) -> Result<Vec<String>, StoreError> {
    in_turn(location, &RevertNewest(steps))
}

/// A step that this program knows.
pub(crate) struct Step {
    /// As the database notes it.
    pub(crate) version: String,
    /// As its directory is called.
    pub(crate) name: String,
}

/// All steps that this program knows, oldest first.
pub(crate) fn known() -> Result<Vec<Step>, StoreError> {
    let steps: Vec<Box<dyn Migration<diesel::sqlite::Sqlite>>> = SQLITE.migrations().map_err(failed)?;
    let mut steps: Vec<Step> = steps
        .iter()
        .map(|step| Step { version: step.name().version().to_string(), name: step.name().to_string() })
        .collect();
    steps.sort_by(|one, other| one.version.cmp(&other.version));
    Ok(steps)
}

/// The tables of a database that has taken these steps.
pub(crate) fn expected(taken: &[String]) -> Result<Shape, StoreError> {
    let opened = SqliteConnection::establish(":memory:");
    let mut memory = opened.map_err(|error| StoreError::Migration(error.to_string()))?;
    if !taken.is_empty() {
        Take(Some(taken)).run(&mut memory, SQLITE).map_err(failed)?;
    }
    Ok(Shape::of(&mut AnyConnection::Sqlite(memory))?)
}

/// Takes these steps, and no others; on whatever connection, inside whatever transaction is open.
pub(crate) fn take(connection: &mut AnyConnection, versions: &[String]) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Postgres(postgres) => Take(Some(versions)).run(postgres, POSTGRES),
        AnyConnection::Sqlite(sqlite) => Take(Some(versions)).run(sqlite, SQLITE),
    }
    .map(drop)
    .map_err(failed)
}

/// Waits until nobody else migrates, and keeps others from it until the session ends.
pub(crate) fn wait_for_turn(connection: &mut AnyConnection) -> QueryResult<()> {
    match connection {
        AnyConnection::Postgres(session) => diesel::select(pg_advisory_lock(MIGRATION_LOCK)).execute(session).map(drop),
        AnyConnection::Sqlite(_) => Ok(()),
    }
}

fn failed(failure: Failure) -> StoreError {
    StoreError::Migration(failure.to_string())
}

/// What to do with the steps; generic over the database, which a closure could not be.
trait Task {
    fn run<DB: diesel::backend::Backend>(
        &self,
        database: &mut impl MigrationHarness<DB>,
        source: EmbeddedMigrations,
    ) -> Result<Vec<String>, Failure>
    where
        EmbeddedMigrations: MigrationSource<DB>;
}

struct List;
struct Revert;
struct RevertNewest(usize);
/// The steps that are missing; of these versions alone, if some are given.
struct Take<'a>(Option<&'a [String]>);

impl Task for Take<'_> {
    fn run<DB: diesel::backend::Backend>(
        &self,
        database: &mut impl MigrationHarness<DB>,
        source: EmbeddedMigrations,
    ) -> Result<Vec<String>, Failure>
    where
        EmbeddedMigrations: MigrationSource<DB>,
    {
        let mut steps = database.pending_migrations(source)?;
        steps.retain(|step| self.0.is_none_or(|only| only.contains(&step.name().version().to_string())));
        for step in &steps {
            if self.0.is_none() {
                tracing::info!(migration = %step.name(), "migrating");
            }
            let (end, mut asked) = (Instant::now() + LOCK_PATIENCE, Instant::now());
            while let Err(failure) = database.run_migration(step.as_ref()) {
                if asked.elapsed() < LOCK_WAIT || Instant::now() >= end {
                    return Err(failure);
                }
                tracing::info!(migration = %step.name(), "waiting for a table that somebody reads");
                std::thread::sleep(LOCK_PAUSE);
                asked = Instant::now();
            }
        }
        Ok(names(&steps))
    }
}

impl Task for List {
    fn run<DB: diesel::backend::Backend>(
        &self,
        database: &mut impl MigrationHarness<DB>,
        source: EmbeddedMigrations,
    ) -> Result<Vec<String>, Failure>
    where
        EmbeddedMigrations: MigrationSource<DB>,
    {
        Ok(names(&database.pending_migrations(source)?))
    }
}

impl Task for Revert {
    fn run<DB: diesel::backend::Backend>(
        &self,
        database: &mut impl MigrationHarness<DB>,
        source: EmbeddedMigrations,
    ) -> Result<Vec<String>, Failure>
    where
        EmbeddedMigrations: MigrationSource<DB>,
    {
        let reverted = database.revert_all_migrations(source)?;
        Ok(reverted.iter().map(ToString::to_string).collect())
    }
}

impl Task for RevertNewest {
    fn run<DB: diesel::backend::Backend>(
        &self,
        database: &mut impl MigrationHarness<DB>,
        source: EmbeddedMigrations,
    ) -> Result<Vec<String>, Failure>
    where
        EmbeddedMigrations: MigrationSource<DB>,
    {
        let known = source.migrations()?;
        let mut reverted = Vec::new();
        for version in database.applied_migrations()?.into_iter().take(self.0) {
            let step = known.iter().find(|step| step.name().version() == version);
            let step = step.ok_or_else(|| format!("step {version} is not known to this program"))?;
            database.revert_migration(step.as_ref())?;
            reverted.push(version.to_string());
        }
        Ok(reverted)
    }
}

fn names<DB: diesel::backend::Backend>(steps: &[Box<dyn Migration<DB>>]) -> Vec<String> {
    steps.iter().map(|step| step.name().to_string()).collect()
}

fn in_turn(location: &Location, task: &impl Task) -> Result<Vec<String>, StoreError> {
    match open_migrator(location)? {
        AnyConnection::Postgres(mut connection) => {
            diesel::select(pg_advisory_lock(MIGRATION_LOCK)).execute(&mut connection)?;
            connection.batch_execute(LOCK_TIMEOUT)?;
            task.run(&mut connection, POSTGRES)
        }
        AnyConnection::Sqlite(mut connection) => connection
            .immediate_transaction(|connection| Ok(task.run(connection, SQLITE)?))
            .map_err(|Stopped(failure)| failure),
    }
    .map_err(failed)
}

/// A failure that diesel's transaction can carry: it must be able to add its own.
struct Stopped(Failure);

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self(failure)
    }
}

impl From<diesel::result::Error> for Stopped {
    fn from(error: diesel::result::Error) -> Self {
        Self(error.into())
    }
}
