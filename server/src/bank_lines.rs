//! What the bank says that it booked, beside what the register has booked.
//!
//! ```text
//! a file ──camt──▶ statements ──taking_in──▶ rows, each line once for ever ──look──▶ booked, or what is to be signed
//! ```
//! A line moves nothing: the server suggests the act, and the operator's people sign it. Lines are matched by references
//! alone. An amount or a name is never a reason to match, and an amount that differs is a reason not to.
//!
//! Whether a line is booked follows from the register: from what it booked under the line's reference, and how much. That it
//! was found so is noted in its row, for a booking is one line's: what a register has booked, it has booked for ever.

pub mod arrival;
pub mod finding;
pub mod known;
pub mod matching;
pub mod others;
pub mod queue;
pub mod taking_in;

use orebook_bank::camt::Direction;
use orebook_registry::values::{Currency, Money, Reference};
use orebook_store::BankLineRow;

use crate::problem::Problem;

/// A line that was kept, with what is to be known of it parsed.
#[derive(Debug, Clone)]
pub struct BankLine {
    /// As it is kept.
    pub row: BankLineRow,
    /// How much.
    pub amount: Money,
    /// Which way.
    pub direction: Direction,
    /// Under which reference the register books it.
    pub reference: Reference,
}

impl BankLine {
    /// Of a row.
    pub fn of(row: BankLineRow) -> Result<Self, Problem> {
        let currency: Currency = row.currency.parse().map_err(Problem::internal)?;
        let direction = if row.direction == Direction::Credit.word() { Direction::Credit } else { Direction::Debit };
        let reference = row.reference.parse().map_err(Problem::internal)?;
        Ok(Self { amount: currency.minor(row.amount), direction, reference, row })
    }

    /// Whether it takes back what was booked before, or money came back with it.
    pub fn is_return(&self) -> bool {
        let says_so = self.row.code.as_deref().is_some_and(|code| code.ends_with("/RRTN"));
        self.row.reversal == 1 || self.row.return_reason.is_some() || says_so
    }

    /// Whether the bank says that it charged this (ExternalBankTransactionSubFamily1Code).
    pub fn is_charge(&self) -> bool {
        const CHARGES: [&str; 6] = ["CHRG", "COMM", "COME", "COMI", "COMT", "FEES"];
        let family = self.row.code.as_deref().and_then(|code| code.rsplit('/').next());
        self.direction == Direction::Debit && family.is_some_and(|family| CHARGES.contains(&family))
    }

    /// The references that it may be booked under: its own, the bank's, and that of the entry it is part of.
    pub fn references(&self) -> impl Iterator<Item = Reference> {
        let told = [self.row.bank_reference.as_deref(), self.row.entry_reference.as_deref()];
        let told = told.into_iter().flatten().filter_map(|text| text.parse().ok());
        std::iter::once(self.reference.clone()).chain(told)
    }
}
