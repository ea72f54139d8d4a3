//! Rows of what the bank booked.

use diesel::prelude::*;

use crate::schema::bank_line;

/// A line of a bank's statement. The same line of another statement has the same id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = bank_line, treat_none_as_default_value = false)]
pub struct BankLineRow {
    /// What makes it this line, hashed.
    pub id: String,
    /// Which account, as the bank names it.
    pub account: String,
    /// In which currency.
    pub currency: String,
    /// The statement that told it first.
    pub statement: String,
    /// The entry of that statement, from 1.
    pub entry: i64,
    /// The transaction of that entry, from 1, where it has several.
    pub detail: Option<i64>,
    /// When it was booked, `2026-11-22`.
    pub day: String,
    /// `credit` or `debit`.
    pub direction: String,
    /// Minor units.
    pub amount: i64,
    /// Under which reference the register books it.
    pub reference: String,
    /// The bank's reference of this line alone.
    pub bank_reference: Option<String>,
    /// The bank's reference of the entry.
    pub entry_reference: Option<String>,
    /// Reference of the payment between who pays and who is paid.
    pub end_to_end_id: Option<String>,
    /// Reference of ISO 11649.
    pub creditor_reference: Option<String>,
    /// Reference of the payment between who pays and the bank.
    pub instruction_id: Option<String>,
    /// Reference of payments that were handed to the bank together.
    pub payments_id: Option<String>,
    /// Why money came back.
    pub return_reason: Option<String>,
    /// Charges, in minor units.
    pub charges: Option<i64>,
    /// Bank transaction code.
    pub code: Option<String>,
    /// 1 if it takes back what was booked before.
    pub reversal: i64,
    /// For how many transactions it stands.
    pub transactions: i64,
    /// How many of them are told, where they are not the whole.
    pub parts_told: Option<i64>,
    /// What those come to.
    pub parts_sum: Option<i64>,
    /// When it was told first.
    pub told_at: i64,
    /// When it was first found in the register.
    pub booked_at: Option<i64>,
    /// When it was set aside.
    pub aside_at: Option<i64>,
    /// Why.
    pub aside_reason: Option<String>,
    /// By which person or program.
    pub aside_by: Option<String>,
}
