//! Payout details and payout files.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::{PayoutDetailRow, PayoutFileRow};
use crate::schema::{payout_detail, payout_file};

impl Reading<'_> {
    /// The payout details with this digest.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn payout_detail(&mut self, digest: &str) -> Result<Option<PayoutDetailRow>, StoreError> {
        let row = payout_detail::table.find(digest).select(PayoutDetailRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// The payout file with this id, if it was made.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn payout_file(&mut self, id: &str) -> Result<Option<PayoutFileRow>, StoreError> {
        let row = payout_file::table.find(id).select(PayoutFileRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }
}
