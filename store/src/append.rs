//! Appending a batch: the fence, the rows, the commit.
//!
//! The rows go in by ways of their own. PostgreSQL is asked once a table, whatever the number of rows,
//! since each question costs a journey; SQLite lives in this process, where one prepared statement run
//! row by row is as fast as any.

mod postgres;
mod sqlite;
mod unnest;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::AppendError;
use crate::row::{Batch, LetterRow};
use crate::schema::head;

pub(crate) const BEGIN_POSTGRES: &str = "begin isolation level read committed read write";
pub(crate) const BEGIN_SQLITE: &str = "begin immediate";

/// Appends a batch under an epoch, in one transaction.
///
/// SQLite's is immediate: it waits for the write lock where waiting is still possible, at its start.
pub(crate) fn append(connection: &mut AnyConnection, epoch: i64, batch: &Batch) -> Result<(), AppendError> {
    let appended = begin(connection, epoch, batch).and_then(|()| finish(connection, batch));
    or_undone(connection, appended)
}

/// The same in the place of the postings, blocks of trades and involvement that are there.
pub(crate) fn fill_in(connection: &mut AnyConnection, epoch: i64, batch: &Batch) -> Result<(), AppendError> {
    let filled = begin(connection, epoch, batch)
        .and_then(|()| {
            Ok(connection.batch_execute("delete from trade_block; delete from posting; delete from involved")?)
        })
        .and_then(|()| finish(connection, batch));
    or_undone(connection, filled)
}

/// Inserts letters, inside whatever transaction is open: one statement on PostgreSQL, one a row on SQLite.
pub(crate) fn insert_letters(connection: &mut AnyConnection, letters: &[LetterRow]) -> QueryResult<()> {
    match connection {
        AnyConnection::Postgres(connection) => postgres::insert_letters(connection, letters),
        AnyConnection::Sqlite(connection) => sqlite::insert_letters(connection, letters),
    }
}

fn or_undone(connection: &mut AnyConnection, done: Result<(), AppendError>) -> Result<(), AppendError> {
    if done.is_err() {
        // The error at hand says more than a second one would. If this fails too, the session is gone,
        // and the transaction with it.
        let _ = connection.batch_execute("rollback");
    }
    done
}

fn begin(connection: &mut AnyConnection, epoch: i64, batch: &Batch) -> Result<(), AppendError> {
    connection.batch_execute(match connection {
        AnyConnection::Postgres(_) => BEGIN_POSTGRES,
        AnyConnection::Sqlite(_) => BEGIN_SQLITE,
    })?;
    move_head(connection, epoch, batch)
}

/// The rows and the commit, once the head was moved.
pub(crate) fn finish(connection: &mut AnyConnection, batch: &Batch) -> Result<(), AppendError> {
    match connection {
        AnyConnection::Postgres(connection) => postgres::insert(connection, batch)?,
        AnyConnection::Sqlite(connection) => sqlite::insert(connection, batch)?,
    }
    Ok(connection.batch_execute("commit")?)
}

/// The fence: moves the head, if it still is where this leader in this batch believes it to be.
///
/// It comes first, so a leader that has been replaced learns so before it has written a row. The head's
/// row stays locked until the commit, so no other append can come between.
pub(crate) fn move_head(connection: &mut AnyConnection, epoch: i64, batch: &Batch) -> Result<(), AppendError> {
    let here = head::table.filter(head::one.eq(1)).filter(head::epoch.eq(epoch)).filter(head::size.eq(batch.before));
    match diesel::update(here).set(&batch.after).execute(connection)? {
        1 => Ok(()),
        _ => Err(AppendError::Fenced),
    }
}
