//! What is kept beside the log: grievances, notes, contact details, payout details and files, bank lines, auditors' access and cosigned checkpoints.
//! It has a writing connection of its own, since it is neither decided nor fenced: losing such a row loses no entry, and erasing one alters none.

mod audit;
mod bank_line;
mod clients;
mod contacts;
mod evidence;
mod letter;
mod payout;
mod people;
mod security;
pub(crate) mod webhook;

use std::sync::{Mutex, PoisonError};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::append::{BEGIN_POSTGRES, BEGIN_SQLITE};
use crate::connection::{AnyConnection, open_writer};
use crate::error::StoreError;
use crate::location::Location;
use crate::row::{GrievanceRow, NoteRow, SecurityRow};
use crate::schema::{grievance, note};

pub use evidence::Keeping;
pub use people::{Changing, Joining};

/// Writes what stands beside the log. The connection is opened when it is first needed, and anew after a failure.
pub struct Letters {
    location: Location,
    connection: Mutex<Option<AnyConnection>>,
}

impl Letters {
    /// Of a register's database.
    pub fn of(location: &Location) -> Self {
        Self { location: location.clone(), connection: Mutex::new(None) }
    }

    /// Keeps a grievance.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_grievance(&self, row: &GrievanceRow) -> Result<(), StoreError> {
        self.write(|connection| diesel::insert_into(grievance::table).values(row).execute(connection)).map(drop)
    }

    /// Keeps a note; answers whether it was new.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_note(&self, row: &NoteRow) -> Result<bool, StoreError> {
        self.write(|connection| {
            let known = note::table.find(&row.digest).select(note::digest).first::<String>(connection).optional()?;
            if known.is_none() {
                diesel::insert_into(note::table).values(row).execute(connection)?;
            }
            Ok(known.is_none())
        })
    }

    /// Erases a note; answers whether there was one.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn erase_note(&self, digest: &str, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| diesel::delete(note::table.find(digest)).execute(connection))
    }

    /// Does something and writes into the security log that it was done, in one transaction; answers whether it changed
    /// any row. If it did not, nothing is recorded.
    fn recorded(
        &self,
        log: &[SecurityRow],
        work: impl FnOnce(&mut AnyConnection) -> QueryResult<usize>,
    ) -> Result<bool, StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                let done = work(connection)? > 0;
                if done {
                    security::record(connection, log)?;
                }
                Ok(done)
            })
        })
    }

    fn write<T>(&self, work: impl FnOnce(&mut AnyConnection) -> QueryResult<T>) -> Result<T, StoreError> {
        let mut kept = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let mut connection = match kept.take() {
            Some(connection) => connection,
            None => open_writer(&self.location)?,
        };
        let answer = work(&mut connection)?;
        *kept = Some(connection);
        Ok(answer)
    }
}

/// Runs work in one transaction: all of it or none. On SQLite the transaction waits for the write lock at its start: one
/// that has read first could not wait any more, and would fail whenever another connection writes.
fn atomically<T>(
    connection: &mut AnyConnection,
    work: impl FnOnce(&mut AnyConnection) -> QueryResult<T>,
) -> QueryResult<T> {
    connection.batch_execute(match connection {
        AnyConnection::Postgres(_) => BEGIN_POSTGRES,
        AnyConnection::Sqlite(_) => BEGIN_SQLITE,
    })?;
    let done = work(connection).and_then(|answer| connection.batch_execute("commit").map(|()| answer));
    if done.is_err() {
        // If this fails too, the session is gone, and the transaction with it.
        let _ = connection.batch_execute("rollback");
    }
    done
}
