//! Contact details, which can be erased.

use diesel::prelude::*;

use super::Letters;
use crate::error::StoreError;
use crate::row::{ContactDetailsRow, SecurityRow};
use crate::schema::contact_details;

impl Letters {
    /// Keeps contact details; answers whether they were new.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_contact_details(&self, row: &ContactDetailsRow) -> Result<bool, StoreError> {
        self.write(|connection| {
            let known = contact_details::table.find(&row.digest).select(contact_details::digest);
            let known = known.first::<String>(connection).optional()?;
            if known.is_none() {
                diesel::insert_into(contact_details::table).values(row).execute(connection)?;
            }
            Ok(known.is_none())
        })
    }

    /// Erases contact details; answers whether there were some.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn erase_contact_details(&self, digest: &str, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| diesel::delete(contact_details::table.find(digest)).execute(connection))
    }
}
