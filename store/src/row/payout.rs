//! Rows of payouts that stand beside the log.

use diesel::prelude::*;

use crate::schema::{payout_detail, payout_file};

/// Where a payee is paid, as an entry names it by its digest. It has no `Debug`: what stands in it is nobody's to log.
#[derive(Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = payout_detail, treat_none_as_default_value = false)]
pub struct PayoutDetailRow {
    /// SHA-256 of salt and content, in hexadecimal.
    pub digest: String,
    /// Whose.
    pub organisation: String,
    /// Keeps an account number from being guessed.
    pub salt: String,
    /// The details in their canonical form.
    pub content: String,
}

/// The file of an approval, as it was handed out the first time.
#[derive(Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = payout_file, treat_none_as_default_value = false)]
pub struct PayoutFileRow {
    /// Id of the file.
    pub id: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// Its bytes.
    pub content: Vec<u8>,
    /// When it was made.
    pub made_at: i64,
}
