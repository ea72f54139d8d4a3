//! Grievances and notes.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::{GrievanceRow, NoteRow};
use crate::schema::{grievance, journal, note, subject};

impl Reading<'_> {
    /// The grievance whose receipt has this hash.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn grievance_of_receipt(&mut self, receipt: &str) -> Result<Option<GrievanceRow>, StoreError> {
        let row = grievance::table.filter(grievance::receipt.eq(receipt)).select(GrievanceRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// Grievances in the order in which they were filed, after one by its time and id, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn grievances_after(
        &mut self,
        (filed_at, id): (i64, &str),
        limit: i64,
    ) -> Result<Vec<GrievanceRow>, StoreError> {
        Ok(grievance::table
            .filter(grievance::filed_at.ge(filed_at))
            .filter(grievance::filed_at.gt(filed_at).or(grievance::id.gt(id)))
            .order((grievance::filed_at, grievance::id))
            .limit(limit)
            .select(GrievanceRow::as_select())
            .load(self.connection)?)
    }

    /// Kind and time of the grievances that no entry has taken up, oldest first, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn grievances_awaiting(&mut self, limit: i64) -> Result<Vec<(String, i64)>, StoreError> {
        let taken_up = subject::table
            .inner_join(journal::table.on(journal::sequence.eq(subject::sequence)))
            .filter(subject::name.eq(grievance::digest))
            .filter(journal::kind.eq("triage_grievance"));
        Ok(grievance::table
            .filter(not(exists(taken_up)))
            .order((grievance::filed_at, grievance::id))
            .limit(limit)
            .select((grievance::kind, grievance::filed_at))
            .load(self.connection)?)
    }

    /// The note with this digest.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn note(&mut self, digest: &str) -> Result<Option<NoteRow>, StoreError> {
        let row = note::table.find(digest).select(NoteRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }
}
