//! Evidence files of declarations.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::EvidenceRow;
use crate::schema::evidence;

impl Reading<'_> {
    /// The files with these digests, of whichever declarations.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn evidence_among(&mut self, digests: &[String]) -> Result<Vec<EvidenceRow>, StoreError> {
        let rows = evidence::table.filter(evidence::digest.eq_any(digests)).select(EvidenceRow::as_select());
        Ok(rows.order((evidence::digest, evidence::declaration)).load(self.connection)?)
    }

    /// All files that were not erased, by digest.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn stored_evidence(&mut self) -> Result<Vec<EvidenceRow>, StoreError> {
        let rows = evidence::table.filter(evidence::erased_at.is_null()).select(EvidenceRow::as_select());
        Ok(rows.order((evidence::digest, evidence::declaration)).load(self.connection)?)
    }
}
