//! Further connections that append under one leader's epoch: for measurements only.
//!
//! The register has one [`Writer`]. What it is measured against stores each request in a transaction of its
//! own through a pool, and needs the very same rows, fence and durability.

use diesel::connection::SimpleConnection;

use crate::append;
use crate::connection::{AnyConnection, open_writer};
use crate::error::{AppendError, StoreError};
use crate::location::Location;
use crate::row::Batch;
use crate::writer::Writer;

/// A connection of such a pool. An append has two halves, so that the next one can line up at the head's
/// row while this one's commit is under way.
pub struct Appender {
    connection: AnyConnection,
    epoch: i64,
}

impl Appender {
    /// Opens one under the epoch of a writer, which must live as long.
    ///
    /// # Errors
    /// The database cannot be opened.
    pub fn beside(writer: &Writer, location: &Location) -> Result<Self, StoreError> {
        Ok(Self { connection: open_writer(location)?, epoch: writer.epoch() })
    }

    /// Begins the transaction and moves the head. PostgreSQL waits here until the append before has ended.
    ///
    /// # Errors
    /// As [`Writer::append`].
    pub fn begin(&mut self, batch: &Batch) -> Result<(), AppendError> {
        let begin = match self.connection {
            // An update that waits for a row still looks for it as it was before: so the row is locked first.
            AnyConnection::Postgres(_) => {
                &format!("{}; select from head where one = 1 for update", append::BEGIN_POSTGRES)
            }
            AnyConnection::Sqlite(_) => append::BEGIN_SQLITE,
        };
        self.connection.batch_execute(begin)?;
        append::move_head(&mut self.connection, self.epoch, batch)
    }

    /// Writes the rows and commits.
    ///
    /// # Errors
    /// As [`Writer::append`].
    pub fn finish(&mut self, batch: &Batch) -> Result<(), AppendError> {
        append::finish(&mut self.connection, batch)
    }
}
