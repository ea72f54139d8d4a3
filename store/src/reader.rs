//! Readers: a pool of connections, and what can be asked on one of them.

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::r2d2::{self, R2D2Connection};

use crate::connection::{AnyConnection, open_reader};
use crate::error::StoreError;
use crate::location::Location;

/// How long a read waits for a connection to come free before it fails.
const WAIT: Duration = Duration::from_secs(5);

/// A pool of connections that only read. Cloning it is cheap and shares the pool.
///
/// A read blocks its thread. Whoever serves many should take in no more of them at a time than the pool
/// has connections, so that waiting happens where it can be refused.
#[derive(Clone)]
pub struct Reader {
    pool: r2d2::Pool<Manager>,
}

impl Reader {
    /// Opens a pool of this many connections, all of them at once.
    ///
    /// # Errors
    /// Fails if the database cannot be opened, and if there is no SQLite file.
    pub fn open(location: &Location, connections: u32) -> Result<Self, StoreError> {
        // The pool would try again until its time is up; a wrong location is better told at once.
        drop(open_reader(location)?);
        let pool = r2d2::Pool::builder()
            .max_size(connections)
            .connection_timeout(WAIT)
            .build(Manager(location.clone()))
            .map_err(|error| StoreError::Pool(error.to_string()))?;
        Ok(Self { pool })
    }

    /// A pool that opens its connections when it can: for a database that may be away when the server starts.
    pub fn lazily(location: &Location, connections: u32) -> Self {
        let pool = r2d2::Pool::builder().max_size(connections).min_idle(Some(0)).connection_timeout(WAIT);
        Self { pool: pool.build_unchecked(Manager(location.clone())) }
    }

    /// Lends a connection for as many reads as the closure makes. Between two of them the register can
    /// move on.
    ///
    /// # Errors
    /// Whatever the closure answers; or no connection came free.
    pub fn read<T, E: From<StoreError>>(&self, reads: impl FnOnce(&mut Reading<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut connection = self.connection()?;
        reads(&mut Reading { connection: &mut connection })
    }

    /// As [`Reader::read`], but every read sees the register as it was at the start, however long the
    /// closure takes and whatever is appended meanwhile.
    ///
    /// # Errors
    /// Whatever the closure answers; or no connection came free.
    pub fn snapshot<T, E: From<StoreError>>(
        &self,
        reads: impl FnOnce(&mut Reading<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.connection()?;
        begin_snapshot(&mut connection)?;
        let answer = reads(&mut Reading { connection: &mut connection });
        connection.batch_execute("rollback").map_err(StoreError::from)?;
        answer
    }

    fn connection(&self) -> Result<r2d2::PooledConnection<Manager>, StoreError> {
        self.pool.get().map_err(|error| StoreError::Pool(error.to_string()))
    }
}

/// Both databases take the snapshot not at `begin` but at the first read: so one is made here.
fn begin_snapshot(connection: &mut AnyConnection) -> Result<(), StoreError> {
    connection.batch_execute(match connection {
        AnyConnection::Postgres(_) => "begin isolation level repeatable read read only",
        AnyConnection::Sqlite(_) => "begin",
    })?;
    crate::read::head::head(connection).map(drop)
}

/// A connection lent for reading. Its methods stand in one file for each thing that can be read.
pub struct Reading<'a> {
    pub(crate) connection: &'a mut AnyConnection,
}

/// Makes the pool's connections. Diesel's own manager guesses the database from the URL's form, and
/// would take a URL that PostgreSQL does not answer for the name of a SQLite file.
struct Manager(Location);

impl r2d2::ManageConnection for Manager {
    type Connection = AnyConnection;
    type Error = StoreError;

    fn connect(&self) -> Result<AnyConnection, StoreError> {
        open_reader(&self.0)
    }

    fn is_valid(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        Ok(connection.ping()?)
    }

    /// A read that panicked may have left its snapshot open.
    fn has_broken(&self, connection: &mut AnyConnection) -> bool {
        std::thread::panicking() || connection.is_broken()
    }
}
