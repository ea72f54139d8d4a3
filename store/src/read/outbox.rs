//! Letters owed, for whoever sends them.

use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::OutboxRow;
use crate::schema::{journal, outbox};

impl Reading<'_> {
    /// The letters after the one with this sequence and ordinal, oldest first, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn outbox_after(&mut self, (sequence, ordinal): (i64, i32), limit: i64) -> Result<Vec<OutboxRow>, StoreError> {
        Ok(outbox_after(self.connection, sequence, ordinal, limit)?)
    }

    /// How many letters are owed that nobody has taken up, and the time of the entry that owes the oldest.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn outbox_waiting(&mut self) -> Result<(i64, Option<i64>), StoreError> {
        let waiting = outbox::table.count().get_result(self.connection)?;
        let oldest: Option<i64> = outbox::table.select(diesel::dsl::min(outbox::sequence)).first(self.connection)?;
        let Some(oldest) = oldest else { return Ok((waiting, None)) };
        let time = journal::table.find(oldest).select(journal::time).first(self.connection).optional()?;
        Ok((waiting, time))
    }
}

pub(crate) fn outbox_after(
    connection: &mut AnyConnection,
    sequence: i64,
    ordinal: i32,
    limit: i64,
) -> QueryResult<Vec<OutboxRow>> {
    outbox::table
        .filter(outbox::sequence.ge(sequence))
        .filter(outbox::sequence.gt(sequence).or(outbox::ordinal.gt(ordinal)))
        .order((outbox::sequence, outbox::ordinal))
        .limit(limit)
        .select(OutboxRow::as_select())
        .load(connection)
}
