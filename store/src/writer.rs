//! The one writer: it leads, replays, and appends.
//!
//! The order is that of a start: a [`Candidate`] takes the lease, reads [`Candidate::head`] and [`Candidate::replay`] for as
//! long as that takes, and changes nothing. Only one that is content with what it read leads: it raises the epoch. Then
//! [`Writer::settle`], and from there on appends and heartbeats, all on the same session.

use std::time::Duration;

use diesel::connection::SimpleConnection;

use crate::append;
use crate::connection::AnyConnection;
use crate::error::{AppendError, LeadError, StoreError};
use crate::lease::{self, Lease};
use crate::location::Location;
use crate::read;
use crate::row::{Batch, Entry, Head};

/// How long PostgreSQL waits for a silent leader before it ends its session, unless configured.
pub const IDLE_DEFAULT: Duration = Duration::from_secs(2);

/// A process that holds the lease and has written nothing: it looks whether it may lead. Dropping it gives the lease back.
pub struct Candidate {
    lease: Lease,
}

impl Candidate {
    /// Takes the lease. It never waits for another leader.
    ///
    /// # Errors
    /// [`LeadError::Held`] while another process leads; otherwise the database cannot be used.
    pub fn take(location: &Location) -> Result<Self, LeadError> {
        Ok(Self { lease: lease::take(location)? })
    }

    /// Where the register stands.
    ///
    /// # Errors
    /// Fails if the database does, or has not been migrated.
    pub fn head(&mut self) -> Result<Head, StoreError> {
        read::head::head(&mut self.lease.connection)
    }

    /// The entries from `from` on, in order, at most `limit` of them. An empty answer is the end.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn replay(&mut self, from: i64, limit: i64) -> Result<Vec<Entry>, StoreError> {
        read::journal::entries_from(&mut self.lease.connection, from, limit)
    }

    /// Leads, if the register still is where this candidate has found it.
    ///
    /// # Errors
    /// [`LeadError::Overtaken`] if it is not; otherwise the database failed.
    pub fn lead(mut self, found: &Head) -> Result<Writer, LeadError> {
        if !lease::raise_epoch(&mut self.lease.connection, found).map_err(StoreError::from)? {
            return Err(LeadError::Overtaken);
        }
        let epoch = found.epoch + 1;
        tracing::info!(epoch, "leading");
        Ok(Writer { lease: self.lease, epoch, poisoned: false })
    }
}

/// The process that leads. Dropping it gives the lease back.
///
/// Its first error is its last: whatever failed, the outcome may be unknown, and there is only one way
/// to learn it, which is to lead anew and read the head. Until then every call answers `Poisoned`.
pub struct Writer {
    lease: Lease,
    epoch: i64,
    poisoned: bool,
}

impl Writer {
    /// Takes the lead whatever the register holds: first the lease, then the epoch. It never waits for another leader.
    ///
    /// # Errors
    /// [`LeadError::Held`] while another process leads; otherwise the database cannot be used, or has
    /// not been migrated.
    pub fn lead(location: &Location) -> Result<Self, LeadError> {
        let mut candidate = Candidate::take(location)?;
        let head = candidate.head()?;
        candidate.lead(&head)
    }

    /// Where the register stands.
    ///
    /// # Errors
    /// Fails, and stops this writer, if the database does.
    pub fn head(&mut self) -> Result<Head, StoreError> {
        self.guarded(read::head::head)
    }

    /// Says where other servers reach this leader, or that it was not told.
    ///
    /// # Errors
    /// Fails, and stops this writer, if the database does, or another leads by now.
    pub fn announce(&mut self, address: Option<&str>) -> Result<(), StoreError> {
        let epoch = self.epoch;
        self.guarded(|connection| lease::announce(connection, epoch, address))
    }

    /// The entries from `from` on, in order, at most `limit` of them. An empty answer is the end.
    ///
    /// # Errors
    /// Fails, and stops this writer, if the database does.
    pub fn replay(&mut self, from: i64, limit: i64) -> Result<Vec<Entry>, StoreError> {
        self.guarded(|connection| read::journal::entries_from(connection, from, limit))
    }

    /// Ends the start: from now on PostgreSQL drops this session, and with it the lease, when nothing
    /// is heard of it for `idle`. So a heartbeat is due well within that time.
    ///
    /// Earlier it would be wrong: between two statements of a replay more time can pass. SQLite needs
    /// nothing of the kind, since the system notices when a process ends.
    ///
    /// # Errors
    /// Fails, and stops this writer, if the database does.
    pub fn settle(&mut self, idle: Duration) -> Result<(), StoreError> {
        let idle = idle.as_millis().max(1); // To PostgreSQL zero means never.
        self.guarded(|connection| match connection {
            AnyConnection::Postgres(session) => Ok(session.batch_execute(&format!(
                "set idle_session_timeout = {idle};
                 set idle_in_transaction_session_timeout = {idle};"
            ))?),
            AnyConnection::Sqlite(_) => Ok(()),
        })
    }

    /// Shows the database that this leader lives, and this leader that its session does.
    ///
    /// # Errors
    /// Fails, and stops this writer, if the session is lost.
    pub fn heartbeat(&mut self) -> Result<(), StoreError> {
        self.guarded(|connection| Ok(connection.batch_execute("select 1")?))
    }

    /// Appends a batch in one transaction: all of it is stored and durable, or an error is answered.
    ///
    /// # Errors
    /// [`AppendError`] says for each case what is known of the outcome. All of them stop this writer.
    pub fn append(&mut self, batch: &Batch) -> Result<(), AppendError> {
        if self.poisoned {
            return Err(AppendError::Poisoned);
        }
        let appended = append::append(&mut self.lease.connection, self.epoch, batch);
        self.poisoned = appended.is_err();
        appended
    }

    /// Whether there are trades whose blocks are missing, or entries that concern nobody: a version wrote them that had no
    /// table for these.
    ///
    /// # Errors
    /// Fails, and stops this writer, if the database does.
    pub fn lacks_rows(&mut self) -> Result<bool, StoreError> {
        self.guarded(|connection| {
            Ok(read::trade::lacks_blocks(connection)? || read::involved::lacks_involved(connection)?)
        })
    }

    /// Writes the batch's postings, blocks of trades and involvement in the place of all that are there, and moves nothing else: what
    /// an older version left out, made again from the journal.
    ///
    /// # Errors
    /// As [`Writer::append`].
    pub fn fill_in(&mut self, batch: &Batch) -> Result<(), AppendError> {
        if self.poisoned {
            return Err(AppendError::Poisoned);
        }
        let filled = append::fill_in(&mut self.lease.connection, self.epoch, batch);
        self.poisoned = filled.is_err();
        filled
    }

    #[cfg(feature = "bench")]
    pub(crate) fn epoch(&self) -> i64 {
        self.epoch
    }

    fn guarded<T>(&mut self, work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        let answer = work(&mut self.lease.connection);
        self.poisoned = answer.is_err();
        answer
    }
}
