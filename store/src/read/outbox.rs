//! Letters owed, for whoever sends them.

use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::OutboxRow;
use crate::schema::outbox;

impl Reading<'_> {
    /// The letters after the one with this sequence and ordinal, oldest first, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn outbox_after(&mut self, (sequence, ordinal): (i64, i32), limit: i64) -> Result<Vec<OutboxRow>, StoreError> {
        Ok(outbox_after(self.connection, sequence, ordinal, limit)?)
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
