//! Rows of evidence files.

use diesel::prelude::*;

use crate::schema::evidence;

/// An evidence file of a declaration that is stored, or was until it was erased.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = evidence, treat_none_as_default_value = false)]
pub struct EvidenceRow {
    /// Id of the declaration.
    pub declaration: String,
    /// SHA-256 of the file, in hexadecimal; it is stored under this name.
    pub digest: String,
    /// Bytes.
    pub size: i64,
    /// What it is, by its content.
    pub media_type: String,
    /// Which organisation uploaded it.
    pub organisation: String,
    /// By which person or program of it.
    pub actor: String,
    /// When it was stored.
    pub stored_at: i64,
    /// When it was erased.
    pub erased_at: Option<i64>,
}
