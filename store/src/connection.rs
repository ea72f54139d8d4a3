//! One connection to either database, opened for its purpose.
//!
//! SQLite's connections wait up to five seconds for one another's locks, and a writer asks again for as long where
//! SQLite refuses without waiting. PostgreSQL's readers are read only by their session's own setting, so a slip in a
//! query cannot write.

use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::error::StoreError;
use crate::location::Location;

/// A connection to either database, for statements that are written once.
///
/// The derive makes a backend of its own out of the two; it covers selects, updates and single-row
/// inserts, but neither multi-row inserts nor `on conflict`.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// What readers wait for a lock, and writers for a reader that recovers the write-ahead log.
const SQLITE_WAIT: &str = "pragma busy_timeout = 5000;";

/// How long opening goes on asking for the write-ahead log, and how long it pauses in between.
const SQLITE_PATIENCE: Duration = Duration::from_secs(5);
const SQLITE_PAUSE: Duration = Duration::from_millis(5);

/// `full` makes every commit durable before it is acknowledged; in this mode of the journal the
/// default, `normal`, loses acknowledged commits when the power fails.
const SQLITE_WRITER: &str = "pragma journal_mode = wal; pragma synchronous = full;";

/// PostgreSQL compares case in `like`; SQLite has to be asked to.
const SQLITE_READER: &str = "pragma query_only = on; pragma case_sensitive_like = on;";

/// `synchronous_commit` may be stronger than `on`, never weaker. A statement timeout is switched off on
/// purpose: while a commit waits for a synchronous standby it would cut the wait short and report
/// success for a commit that no standby has. A server that vanished without a word is missed by
/// PostgreSQL as soon as PostgreSQL would be by it: until then it holds the lease.
const POSTGRES_WRITER: &str = "
    set application_name = 'orebook writer';
    set statement_timeout = 0;
    set lock_timeout = 0;
    set default_transaction_read_only = off;
    set tcp_keepalives_idle = 5;
    set tcp_keepalives_interval = 2;
    set tcp_keepalives_count = 3;
    set tcp_user_timeout = '10s';
    select set_config('synchronous_commit', case current_setting('synchronous_commit')
        when 'remote_apply' then 'remote_apply' else 'on' end, false);";

/// What libpq is told unless the URL says otherwise: without it, a network that swallows everything holds a
/// statement for a quarter of an hour, and whoever waits for it neither leads nor lets others lead.
const POSTGRES_PATIENCE: [&str; 5] =
    ["connect_timeout=5", "keepalives_idle=5", "keepalives_interval=2", "keepalives_count=3", "tcp_user_timeout=10000"];

const POSTGRES_READER: &str = "
    set application_name = 'orebook reader';
    set statement_timeout = '30s';
    set default_transaction_read_only = on;";

/// Opens a connection that migrates; for SQLite this creates the file.
pub(crate) fn open_migrator(location: &Location) -> Result<AnyConnection, StoreError> {
    match location {
        Location::Sqlite(path) => open_sqlite_writer(location, path),
        Location::Postgres(url) => open_postgres(location, url, POSTGRES_WRITER),
    }
}

/// Opens the connection that writes.
pub(crate) fn open_writer(location: &Location) -> Result<AnyConnection, StoreError> {
    file_exists(location)?;
    open_migrator(location)
}

/// Opens a connection that only reads.
pub(crate) fn open_reader(location: &Location) -> Result<AnyConnection, StoreError> {
    file_exists(location)?;
    match location {
        Location::Sqlite(path) => {
            let mut connection = open_sqlite(location, path)?;
            connection.batch_execute(SQLITE_READER)?;
            Ok(AnyConnection::Sqlite(connection))
        }
        Location::Postgres(url) => open_postgres(location, url, POSTGRES_READER),
    }
}

/// SQLite would create a missing file, and a mistyped path would look like an empty register.
fn file_exists(location: &Location) -> Result<(), StoreError> {
    match location {
        Location::Sqlite(path) if !path.exists() => Err(StoreError::Missing(path.clone())),
        _ => Ok(()),
    }
}

fn open_postgres(location: &Location, url: &str, settings: &str) -> Result<AnyConnection, StoreError> {
    let mut connection = PgConnection::establish(&with_patience(url)).map_err(|error| not_opened(location, &error))?;
    connection.batch_execute(settings)?;
    Ok(AnyConnection::Postgres(connection))
}

/// The URL with [`POSTGRES_PATIENCE`], but for what it says itself.
fn with_patience(url: &str) -> String {
    // A password may hold what else begins the parameters.
    let address = url.find("://").map_or(0, |scheme| scheme + 3);
    let host = match url[address..].find(['@', '/']) {
        Some(at) if url[address + at..].starts_with('@') => address + at + 1,
        _ => address,
    };
    let said = url[host..].split_once('?').map(|(_, parameters)| parameters);
    let mut between = if said.is_some() { '&' } else { '?' };
    let said = said.unwrap_or_default();
    let says = |name: &str| said.split('&').any(|parameter| parameter.split('=').next() == Some(name));
    let mut told = url.to_owned();
    for parameter in POSTGRES_PATIENCE {
        if !parameter.split('=').next().is_some_and(says) {
            if !told.ends_with(['?', '&']) {
                told.push(between);
            }
            told.push_str(parameter);
            between = '&';
        }
    }
    told
}

fn open_sqlite_writer(location: &Location, path: &Path) -> Result<AnyConnection, StoreError> {
    create_for_its_owner(path);
    let deadline = Instant::now() + SQLITE_PATIENCE;
    loop {
        let mut connection = open_sqlite(location, path)?;
        match write_ahead(&mut connection) {
            Ok(mode) if mode == "wal" => return Ok(AnyConnection::Sqlite(connection)),
            Ok(mode) => return Err(StoreError::JournalMode(mode)),
            Err(error) if !is_busy(&error) || Instant::now() >= deadline => return Err(error.into()),
            // Closed before the pause, so that it stands in nobody's way.
            Err(_) => drop(connection),
        }
        std::thread::sleep(SQLITE_PAUSE);
    }
}

/// A new database is its owner's alone, for it holds people's addresses. SQLite gives the files beside it the same mode; why
/// a file cannot be made it tells as well.
fn create_for_its_owner(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path));
}

/// Sets the writer's pragmas; answers the mode of the journal.
fn write_ahead(connection: &mut SqliteConnection) -> QueryResult<String> {
    connection.batch_execute(SQLITE_WRITER)?;
    journal_mode(connection)
}

/// A change of the journal's mode needs the file alone. Of connections that have it open together and each want that
/// change, SQLite refuses one at once, for waiting it would wait for itself: its timeout does not apply.
fn is_busy(error: &diesel::result::Error) -> bool {
    matches!(error, diesel::result::Error::DatabaseError(_, said) if said.message() == "database is locked")
}

/// The path is made absolute, because SQLite gives a meaning of its own to a name that begins with
/// `file:` or a colon.
fn open_sqlite(location: &Location, path: &Path) -> Result<SqliteConnection, StoreError> {
    let absolute = std::path::absolute(path).map_err(|error| not_opened(location, &error))?;
    let name = absolute.to_str().ok_or_else(|| not_opened(location, &"the path is not UTF-8"))?;
    let mut connection = SqliteConnection::establish(name).map_err(|error| not_opened(location, &error))?;
    connection.batch_execute(SQLITE_WAIT)?;
    Ok(connection)
}

fn not_opened(location: &Location, reason: &dyn std::fmt::Display) -> StoreError {
    StoreError::Open { location: location.clone(), reason: reason.to_string() }
}

fn journal_mode(connection: &mut SqliteConnection) -> QueryResult<String> {
    #[derive(QueryableByName)]
    struct Answer {
        #[diesel(sql_type = Text)]
        journal_mode: String,
    }
    let answer: Answer = diesel::sql_query("pragma journal_mode").get_result(connection)?;
    Ok(answer.journal_mode)
}

#[cfg(test)]
mod tests;
