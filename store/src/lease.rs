//! The lease: at most one process leads, and a second one is told at once instead of waiting.
//!
//! On PostgreSQL the lease is an advisory lock of the very session that writes, so "I may write" and "I
//! hold the lock" are one fact: whoever loses the session has lost both. On SQLite it is a lock on a
//! file beside the database, which the system drops when the process ends, however it ends.
//!
//! A lease alone cannot stop a leader that was frozen and wakes up after its lease has passed on. The
//! epoch can: a new leader raises it before it writes anything else, if the register still is as it was looked at, and an
//! append under the old one changes no row.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use diesel::prelude::*;

use crate::connection::{AnyConnection, open_writer};
use crate::error::{LeadError, StoreError};
use crate::location::Location;
use crate::row::Head;
use crate::schema::head;

/// Key of the lock: "orebookw" as bytes. PostgreSQL keeps such keys apart by database.
const WRITER_LOCK: i64 = i64::from_be_bytes(*b"orebookw");

diesel::define_sql_function! {
    /// Takes the lock for the session, or answers false at once.
    fn pg_try_advisory_lock(key: diesel::sql_types::BigInt) -> diesel::sql_types::Bool;
}

/// The writing connection, and what must live as long as it does.
pub(crate) struct Lease {
    pub(crate) connection: AnyConnection,
    /// Held, never read: closing the file gives the lock back. Declared after the connection, so that
    /// the database is closed before the next leader can begin.
    _lock_file: Option<File>,
}

/// Takes the lease and opens the connection that writes. The epoch is not yet raised.
pub(crate) fn take(location: &Location) -> Result<Lease, LeadError> {
    let lock_file = match location {
        Location::Sqlite(path) => Some(lock(path)?),
        Location::Postgres(_) => None,
    };
    let mut connection = open_writer(location)?;
    if let AnyConnection::Postgres(session) = &mut connection {
        let taken: bool =
            diesel::select(pg_try_advisory_lock(WRITER_LOCK)).get_result(session).map_err(StoreError::from)?;
        if !taken {
            return Err(LeadError::Held);
        }
    }
    Ok(Lease { connection, _lock_file: lock_file })
}

/// Raises the epoch, after which no earlier leader's append changes anything; answers whether the head still was where it
/// was found.
///
/// On SQLite the transaction is immediate: one that begins by reading could find at its first write
/// that another had written in the meantime, and would fail without waiting.
pub(crate) fn raise_epoch(connection: &mut AnyConnection, found: &Head) -> QueryResult<bool> {
    let here =
        head::table.filter(head::one.eq(1)).filter(head::epoch.eq(found.epoch)).filter(head::size.eq(found.size));
    let raise = diesel::update(here).set(head::epoch.eq(head::epoch + 1));
    let raised = match connection {
        AnyConnection::Postgres(postgres) => raise.execute(postgres),
        AnyConnection::Sqlite(sqlite) => sqlite.immediate_transaction(|sqlite| raise.execute(sqlite)),
    }?;
    Ok(raised == 1)
}

/// Writes where the leader of an epoch is reached; nothing once another has taken over.
pub(crate) fn announce(connection: &mut AnyConnection, epoch: i64, address: Option<&str>) -> Result<(), StoreError> {
    let mine = head::table.filter(head::one.eq(1)).filter(head::epoch.eq(epoch));
    match diesel::update(mine).set(head::leader.eq(address)).execute(connection)? {
        1 => Ok(()),
        _ => Err(diesel::result::Error::NotFound.into()),
    }
}

fn lock(database: &Path) -> Result<File, LeadError> {
    let mut path = database.as_os_str().to_owned();
    path.push(".lock");
    let path = PathBuf::from(path);
    let file = match OpenOptions::new().write(true).create(true).truncate(false).open(&path) {
        Ok(file) => file,
        Err(source) => return Err(StoreError::LockFile { path, source }.into()),
    };
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(LeadError::Held),
        Err(TryLockError::Error(source)) => Err(StoreError::LockFile { path, source }.into()),
    }
}
