//! Payout details, which can be erased, and payout files, which stay as they were made.

use diesel::prelude::*;

use super::Letters;
use crate::error::StoreError;
use crate::row::{PayoutDetailRow, PayoutFileRow, SecurityRow};
use crate::schema::{payout_detail, payout_file};

impl Letters {
    /// Keeps payout details; answers whether they were new.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_payout_detail(&self, row: &PayoutDetailRow) -> Result<bool, StoreError> {
        self.write(|connection| {
            let known = payout_detail::table.find(&row.digest).select(payout_detail::digest);
            let known = known.first::<String>(connection).optional()?;
            if known.is_none() {
                diesel::insert_into(payout_detail::table).values(row).execute(connection)?;
            }
            Ok(known.is_none())
        })
    }

    /// Erases payout details; answers whether there were some.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn erase_payout_detail(&self, digest: &str, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| diesel::delete(payout_detail::table.find(digest)).execute(connection))
    }

    /// Keeps a payout file, unless it was made before; answers the one that is kept.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_payout_file(&self, row: &PayoutFileRow) -> Result<PayoutFileRow, StoreError> {
        self.write(|connection| {
            let kept = payout_file::table.find(&row.id).select(PayoutFileRow::as_select());
            if let Some(kept) = kept.first(connection).optional()? {
                return Ok(kept);
            }
            diesel::insert_into(payout_file::table).values(row).execute(connection)?;
            Ok(row.clone())
        })
    }
}
