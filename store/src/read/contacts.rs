//! Contact details.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::ContactDetailsRow;
use crate::schema::contact_details;

impl Reading<'_> {
    /// The contact details with this digest.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn contact_details(&mut self, digest: &str) -> Result<Option<ContactDetailsRow>, StoreError> {
        let row = contact_details::table.find(digest).select(ContactDetailsRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// Digest and organisation of all that were kept until then.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn contact_details_until(&mut self, kept_at: i64) -> Result<Vec<(String, String)>, StoreError> {
        let rows = contact_details::table
            .filter(contact_details::kept_at.le(kept_at))
            .order(contact_details::digest)
            .select((contact_details::digest, contact_details::organisation));
        Ok(rows.load(self.connection)?)
    }
}
