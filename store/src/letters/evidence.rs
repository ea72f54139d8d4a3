//! Which evidence files are stored, and which were erased.

use diesel::prelude::*;

use super::security::record;
use super::{Letters, atomically};
use crate::error::StoreError;
use crate::row::{EvidenceRow, SecurityRow};
use crate::schema::evidence;

/// What became of a file that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept.
    Kept,
    /// It was before.
    KeptBefore,
    /// It was erased, at this time, and does not come back.
    Erased(i64),
}

impl Letters {
    /// Keeps that a file is stored, unless the file of its digest was erased.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_evidence(&self, row: &EvidenceRow) -> Result<Keeping, StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                let same = evidence::table.filter(evidence::digest.eq(&row.digest));
                let erased = same.filter(evidence::erased_at.is_not_null()).select(evidence::erased_at);
                if let Some(time) = erased.first::<Option<i64>>(connection).optional()?.flatten() {
                    return Ok(Keeping::Erased(time));
                }
                let known = evidence::table.find((&row.declaration, &row.digest)).select(evidence::digest);
                if known.first::<String>(connection).optional()?.is_some() {
                    return Ok(Keeping::KeptBefore);
                }
                diesel::insert_into(evidence::table).values(row).execute(connection)?;
                Ok(Keeping::Kept)
            })
        })
    }

    /// Notes that the file of a digest is erased, for every declaration that has it; answers for how many it was not
    /// noted before. Of those the security log tells.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn erase_evidence(&self, digest: &str, time: i64, log: &[SecurityRow]) -> Result<usize, StoreError> {
        self.write(|connection| {
            connection.transaction(|connection| {
                let open = evidence::table.filter(evidence::digest.eq(digest)).filter(evidence::erased_at.is_null());
                let erased = diesel::update(open).set(evidence::erased_at.eq(time)).execute(connection)?;
                if erased > 0 {
                    record(connection, log)?;
                }
                Ok(erased)
            })
        })
    }
}
