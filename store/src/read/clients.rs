//! Programs that ask for access tokens.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::{ClientKeyRow, ClientRow};
use crate::schema::{client, client_key};

impl Reading<'_> {
    /// All clients, oldest first.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn clients(&mut self) -> Result<Vec<ClientRow>, StoreError> {
        Ok(client::table.order((client::made_at, client::id)).select(ClientRow::as_select()).load(self.connection)?)
    }

    /// All their keys, oldest first.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn client_keys(&mut self) -> Result<Vec<ClientKeyRow>, StoreError> {
        let rows = client_key::table.order((client_key::made_at, client_key::public_key));
        Ok(rows.select(ClientKeyRow::as_select()).load(self.connection)?)
    }
}
