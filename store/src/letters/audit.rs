//! Auditors' tokens, what was read with them, and cosigned checkpoints.

use diesel::prelude::*;

use super::Letters;
use crate::error::StoreError;
use crate::row::{AuditorTokenRow, AuditorUseRow, CosignedRow};
use crate::schema::{auditor_token, auditor_use, cosigned};

impl Letters {
    /// Keeps a new token.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_auditor_token(&self, row: &AuditorTokenRow) -> Result<(), StoreError> {
        self.write(|connection| diesel::insert_into(auditor_token::table).values(row).execute(connection)).map(drop)
    }

    /// Revokes a token; answers whether there was one in force.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn revoke_auditor_token(&self, id: &str, time: i64) -> Result<bool, StoreError> {
        self.write(|connection| {
            let open = auditor_token::table.find(id).filter(auditor_token::revoked_at.is_null());
            diesel::update(open).set(auditor_token::revoked_at.eq(time)).execute(connection)
        })
        .map(|rows| rows > 0)
    }

    /// Records that something was read with a token.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn record_auditor_use(&self, row: &AuditorUseRow) -> Result<(), StoreError> {
        self.write(|connection| diesel::insert_into(auditor_use::table).values(row).execute(connection)).map(drop)
    }

    /// Keeps a cosigned checkpoint in the place of those over fewer entries.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_cosigned(&self, row: &CosignedRow) -> Result<(), StoreError> {
        self.write(|connection| {
            connection.transaction(|connection| {
                diesel::delete(cosigned::table.filter(cosigned::size.le(row.size))).execute(connection)?;
                diesel::insert_into(cosigned::table).values(row).execute(connection)
            })
        })
        .map(drop)
    }
}
