//! Statements and notifications of ISO 20022: what a bank says that it booked, `camt.053` and `camt.054` in the versions
//! `.001.02`, `.001.04` and `.001.08`.
//!
//! ```text
//! Document/BkToCstmrStmt/Stmt               camt.053, or
//! Document/BkToCstmrDbtCdtNtfctn/Ntfctn     camt.054
//!   Id  Acct/{Id/IBAN or Id/Othr/Id, Ccy?}
//!   Bal*/{Tp/CdOrPrtry/Cd, Amt Ccy="…", CdtDbtInd, Dt/{Dt or DtTm}}
//!   Ntry*
//!     Amt Ccy="…"  CdtDbtInd  RvslInd?  Sts or Sts/Cd  BookgDt or ValDt  AcctSvcrRef?  BkTxCd  Chrgs?
//!     NtryDtls*/{Btch/{PmtInfId?, NbOfTxs?}, TxDtls*}
//!       Refs/{AcctSvcrRef, PmtInfId, InstrId, EndToEndId}?
//!       Amt or AmtDtls/TxAmt/Amt  CdtDbtInd?  BkTxCd?  Chrgs?
//!       RmtInf/{Ustrd*, Strd*/CdtrRefInf/Ref}  RtrInf/Rsn/{Cd or Prtry}
//! ```
//!
//! Each entry that is booked is a [`Line`], and of a batch each of its transactions, if the bank tells them all and they add
//! up to the entry. What is pending or only told is left out and counted. Names of people, and whatever else is not in
//! the list above, are not even read.
//!
//! A file is a stranger's: it may have [`LENGTH_MAX`] bytes, [`DEPTH_MAX`] levels and [`ELEMENTS_MAX`] elements, and neither a
//! document type nor an entity.

mod entry;
mod error;
mod figure;
mod statement;
mod tree;

pub use error::{CamtError, Fault};

use std::fmt;

use crate::pain001;
use crate::{Amount, Currency, Day, Iban, Reference};

/// Bytes that a file may have.
pub const LENGTH_MAX: usize = 8 * 1024 * 1024;
/// Elements that may lie in each other.
pub const DEPTH_MAX: usize = 32;
/// Elements that a file may have in all.
pub const ELEMENTS_MAX: usize = 400_000;

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which of the six forms it has, such as `camt.053.001.08`.
    pub form: &'static str,
    /// Statements or notifications: one or more.
    pub statements: Vec<Statement>,
}

/// A statement, or a notification, of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// `Id`: how the bank calls it.
    pub id: String,
    /// Of which account.
    pub account: Account,
    /// In which currency the account is held.
    pub currency: Currency,
    /// What was booked before (`OPBD`, else `PRCD`), if it is told.
    pub opening: Option<Balance>,
    /// What is booked now (`CLBD`), if it is told.
    pub closing: Option<Balance>,
    /// What was booked, in the bank's order.
    pub lines: Vec<Line>,
    /// Entries that are no lines.
    pub left_out: LeftOut,
}

/// An account as a bank names its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// By its IBAN.
    Iban(Iban),
    /// By another number.
    Other(String),
}

/// A balance at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// Minor units; below nothing where the account is overdrawn.
    pub minor: i64,
    /// The day.
    pub day: Day,
}

/// Entries that were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Not booked yet (`PDNG`, `FUTR`).
    pub pending: u32,
    /// Only told (`INFO`), or of a status that only this bank knows.
    pub informational: u32,
    /// Of nothing: an amount of zero.
    pub empty: u32,
}

/// Which way money went, as the account's owner sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// It came: `CRDT`.
    Credit,
    /// It left: `DBIT`.
    Debit,
}

/// Something booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which entry of the statement, from 1.
    pub entry: u32,
    /// Which transaction of the entry, from 1, where it has several.
    pub detail: Option<u32>,
    /// How much.
    pub amount: Amount,
    /// Which way.
    pub direction: Direction,
    /// Whether it takes back what was booked before.
    pub is_reversal: bool,
    /// When it was booked.
    pub day: Day,
    /// The bank's reference of this line alone: the transaction's, or that of an entry that is one line.
    pub reference: Option<String>,
    /// The bank's reference of the entry.
    pub entry_reference: Option<String>,
    /// `EndToEndId`, unless it says that there is none.
    pub end_to_end_id: Option<String>,
    /// The one reference of ISO 11649 that it names, structured or as the whole of a text.
    pub creditor_reference: Option<Reference>,
    /// `InstrId`.
    pub instruction_id: Option<String>,
    /// `PmtInfId`.
    pub payments_id: Option<String>,
    /// Why money came back: a code of ExternalReturnReason1Code, or the bank's own word.
    pub return_reason: Option<String>,
    /// What the bank says that it charged with it, in minor units of the same currency.
    pub charges: Option<i64>,
    /// Bank transaction code, `PMNT/ICDT/ESCT`; or the bank's own.
    pub code: Option<String>,
    /// For how many transactions it stands: more than one for a batch that is not told in parts.
    pub transactions: u32,
    /// Why a batch that was told in parts is one line all the same.
    pub unsplit: Option<Unsplit>,
}

/// Parts of a batch that are not its whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsplit {
    /// Transactions that the entry says it has.
    pub transactions: u32,
    /// Transactions that are told.
    pub told: u32,
    /// What those come to, in minor units, if each has an amount in the account's currency.
    pub sum: Option<i64>,
}

/// Reads a file. `currencies` knows how many decimals a currency has: statements of others are refused.
///
/// # Errors
/// Fails with the line and the element at which it is no such file; nothing of it is read then.
pub fn read(bytes: &[u8], currencies: impl Fn(&str) -> Option<Currency>) -> Result<Document, CamtError> {
    let (form, root) = tree::read(bytes)?;
    statement::document(form, &root, &currencies)
}

impl Account {
    /// Whether it is the account that payments are made from.
    pub fn is(&self, own: &pain001::Account) -> bool {
        match (self, own) {
            (Self::Iban(iban), pain001::Account::Iban(own)) => iban == own,
            (Self::Other(number), pain001::Account::Other { number: own, .. }) => number == own.as_str(),
            (Self::Iban(_), pain001::Account::Other { .. }) | (Self::Other(_), pain001::Account::Iban(_)) => false,
        }
    }
}

impl fmt::Display for Account {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Iban(iban) => iban.fmt(out),
            Self::Other(number) => out.write_str(number),
        }
    }
}

impl Direction {
    /// `credit` or `debit`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Credit => "credit",
            Self::Debit => "debit",
        }
    }

    /// An amount that adds up: what left counts less than nothing.
    pub const fn signed(self, minor: i64) -> i64 {
        match self {
            Self::Credit => minor,
            Self::Debit => -minor,
        }
    }
}

impl LeftOut {
    /// All of them.
    pub const fn total(self) -> u32 {
        self.pending + self.informational + self.empty
    }
}
