//! Rows of auditors' access and of witnesses' cosignatures, which stand beside the log.

use diesel::prelude::*;

use crate::schema::{auditor_token, auditor_use, cosigned};

/// Who may read entry bundles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = auditor_token, treat_none_as_default_value = false)]
pub struct AuditorTokenRow {
    /// Its id, which the token itself begins with.
    pub id: String,
    /// Whose, as the operator named them.
    pub name: String,
    /// SHA-256 of the token.
    pub hash: Vec<u8>,
    /// When it was made.
    pub made_at: i64,
    /// When it was revoked, if it was.
    pub revoked_at: Option<i64>,
}

/// One reading of a bundle or of a members' entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = auditor_use, treat_none_as_default_value = false)]
pub struct AuditorUseRow {
    /// A UUIDv7.
    pub id: String,
    /// Id of the token.
    pub token: String,
    /// When.
    pub time: i64,
    /// What was read: its path.
    pub resource: String,
}

/// A checkpoint with cosignatures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = cosigned, treat_none_as_default_value = false)]
pub struct CosignedRow {
    /// Entries that it counts.
    pub size: i64,
    /// The signed note, with the cosignatures.
    pub note: String,
}
