//! Entries of the log, by sequence and by the name their sender gave them.

use std::ops::Range;

use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::{Entry, JournalRow};
use crate::schema::journal;

impl Reading<'_> {
    /// The entry with this sequence.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn entry(&mut self, sequence: i64) -> Result<Option<JournalRow>, StoreError> {
        let row = journal::table.find(sequence).select(JournalRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// The entries of a range, in order. The caller bounds the range.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn entries(&mut self, range: Range<i64>) -> Result<Vec<Entry>, StoreError> {
        entries_from(self.connection, range.start, range.end.saturating_sub(range.start))
    }

    /// The leaf hashes of a range, in order. The caller bounds the range.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn leaves(&mut self, range: Range<i64>) -> Result<Vec<Vec<u8>>, StoreError> {
        Ok(journal::table
            .filter(journal::sequence.ge(range.start))
            .filter(journal::sequence.lt(range.end))
            .order(journal::sequence)
            .select(journal::leaf)
            .load(self.connection)?)
    }

    /// What became of an instruction its sender knows by this name: the entry that recorded it.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn fate(&mut self, organisation: &str, instruction: &str) -> Result<Option<JournalRow>, StoreError> {
        Ok(journal::table
            .filter(journal::organisation.eq(organisation))
            .filter(journal::instruction.eq(instruction))
            .order(journal::sequence)
            .select(JournalRow::as_select())
            .first(self.connection)
            .optional()?)
    }
}

/// Entries from a sequence on. Sequences have no gaps, so a limit bounds the range as well.
pub(crate) fn entries_from(connection: &mut AnyConnection, from: i64, limit: i64) -> Result<Vec<Entry>, StoreError> {
    Ok(journal::table
        .filter(journal::sequence.ge(from))
        .order(journal::sequence)
        .limit(limit.max(0))
        .select(Entry::as_select())
        .load(connection)?)
}
