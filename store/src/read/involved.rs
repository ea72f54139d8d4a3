//! Whom entries concern: an organisation's own feed, oldest first.

use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::{InvolvedRow, JournalRow};
use crate::schema::{involved, journal};

impl Reading<'_> {
    /// The entries after `after` that concern an organisation, oldest first, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn involving(
        &mut self,
        organisation: &str,
        after: i64,
        limit: i64,
    ) -> Result<Vec<(InvolvedRow, JournalRow)>, StoreError> {
        let rows = involved::table.inner_join(journal::table.on(journal::sequence.eq(involved::sequence)));
        let rows = rows.filter(involved::organisation.eq(organisation)).filter(involved::sequence.gt(after));
        let rows = rows.order(involved::sequence).limit(limit);
        Ok(rows.select((InvolvedRow::as_select(), JournalRow::as_select())).load(self.connection)?)
    }

    /// How an entry concerns an organisation, if it does.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn involvement(&mut self, organisation: &str, sequence: i64) -> Result<Option<InvolvedRow>, StoreError> {
        let row = involved::table.find((organisation, sequence)).select(InvolvedRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }
}

/// Whether the oldest or the newest signed entry concerns nobody: it concerns whoever signed it, so a version wrote it
/// that had no table for this.
pub(crate) fn lacks_involved(connection: &mut AnyConnection) -> Result<bool, StoreError> {
    let signed = || journal::table.filter(journal::organisation.is_not_null()).select(journal::sequence);
    let oldest = signed().order(journal::sequence).first::<i64>(connection).optional()?;
    let newest = signed().order(journal::sequence.desc()).first::<i64>(connection).optional()?;
    for sequence in oldest.into_iter().chain(newest) {
        let row = involved::table.filter(involved::sequence.eq(sequence)).select(involved::organisation);
        if row.first::<String>(connection).optional()?.is_none() {
            return Ok(true);
        }
    }
    Ok(false)
}
