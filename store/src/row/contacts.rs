//! Rows of contact details, which stand beside the log.

use diesel::prelude::*;

use crate::schema::contact_details;

/// Whom an organisation is reached by, as an entry names it by its digest. It has no `Debug`: what stands in it is
/// nobody's to log.
#[derive(Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = contact_details, treat_none_as_default_value = false)]
pub struct ContactDetailsRow {
    /// SHA-256 of salt and content, in hexadecimal.
    pub digest: String,
    /// Whose.
    pub organisation: String,
    /// Keeps an address from being guessed.
    pub salt: String,
    /// The details in their canonical form.
    pub content: String,
    /// When they were kept, by the register's clock.
    pub kept_at: i64,
}
