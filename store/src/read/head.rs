//! Where the register stands.

use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::Head;
use crate::schema::head;

impl Reading<'_> {
    /// Where the register stands.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn head(&mut self) -> Result<Head, StoreError> {
        head(self.connection)
    }

    /// Where other servers reach the one that leads, if it said so.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn leader(&mut self) -> Result<Option<String>, StoreError> {
        Ok(head::table.find(1).select(head::leader).first(self.connection)?)
    }
}

/// The same for the writer, which reads it on its own session.
pub(crate) fn head(connection: &mut AnyConnection) -> Result<Head, StoreError> {
    Ok(head::table.find(1).select(Head::as_select()).first(connection)?)
}
