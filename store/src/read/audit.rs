//! Auditors' tokens, what was read with them, and cosigned checkpoints.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::{AuditorTokenRow, AuditorUseRow, CosignedRow};
use crate::schema::{auditor_token, auditor_use, cosigned};

impl Reading<'_> {
    /// The token with this id, revoked or not.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn auditor_token(&mut self, id: &str) -> Result<Option<AuditorTokenRow>, StoreError> {
        let row = auditor_token::table.find(id).select(AuditorTokenRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// All tokens, oldest first.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn auditor_tokens(&mut self) -> Result<Vec<AuditorTokenRow>, StoreError> {
        let rows = auditor_token::table.order((auditor_token::made_at, auditor_token::id));
        Ok(rows.select(AuditorTokenRow::as_select()).load(self.connection)?)
    }

    /// What was read with a token, newest first.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn auditor_uses(&mut self, token: &str, limit: i64) -> Result<Vec<AuditorUseRow>, StoreError> {
        let rows = auditor_use::table.filter(auditor_use::token.eq(token));
        let rows = rows.order((auditor_use::time.desc(), auditor_use::id.desc())).limit(limit);
        Ok(rows.select(AuditorUseRow::as_select()).load(self.connection)?)
    }

    /// The cosigned checkpoint over the most entries.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn newest_cosigned(&mut self) -> Result<Option<CosignedRow>, StoreError> {
        let row = cosigned::table.order(cosigned::size.desc()).select(CosignedRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }
}
