//! The security log.

use diesel::prelude::*;

use super::Letters;
use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::row::SecurityRow;
use crate::schema::security_log;

impl Letters {
    /// Appends to the security log, all rows or none.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn record_security(&self, rows: &[SecurityRow]) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        self.write(|connection| connection.transaction(|connection| record(connection, rows)))
    }
}

/// Appends rows in the transaction of their cause.
pub(super) fn record(connection: &mut AnyConnection, rows: &[SecurityRow]) -> QueryResult<()> {
    for row in rows {
        diesel::insert_into(security_log::table).values(row).execute(connection)?;
    }
    Ok(())
}
