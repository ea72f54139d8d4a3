//! Where a file is not a statement, and why.

use crate::amount::AmountError;
use crate::{DateError, IbanError};

/// What is wrong with a file, and where. It repeats no name and no account.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {at}: {fault}")]
pub struct CamtError {
    /// The line of the file, from 1.
    pub line: u32,
    /// The element.
    pub at: &'static str,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is longer than any statement.
    #[error("a file has {most} bytes at the most, not {length}")]
    TooLong {
        /// Bytes it has.
        length: usize,
        /// Bytes it may have.
        most: usize,
    },
    /// It is not in UTF-8, or says that it is not.
    #[error("a file is in UTF-8")]
    MustBeUtf8,
    /// It is not XML.
    #[error("it is not XML: {said}")]
    MustBeXml {
        /// What the reader of XML says.
        said: String,
    },
    /// It has a document type, which no statement has.
    #[error("a statement has no document type (DTD)")]
    DocumentType,
    /// It refers to an entity that is not one of the five of XML.
    #[error("a statement refers to no entity")]
    Entity,
    /// Its elements lie too deep in each other.
    #[error("elements lie {most} deep at the most")]
    TooDeep {
        /// How deep they may.
        most: usize,
    },
    /// It has too many elements.
    #[error("a file has {most} elements at the most")]
    TooManyElements {
        /// How many it may have.
        most: usize,
    },
    /// It is XML of another kind.
    #[error("a statement is a Document of camt.053 or camt.054, version 001.02, 001.04 or 001.08")]
    UnknownForm,
    /// An element is not there.
    #[error("it must have {element}")]
    Missing {
        /// Which.
        element: &'static str,
    },
    /// A text is longer than its place, or has control characters.
    #[error("a text has 1 to {most} characters, and no control characters")]
    Text {
        /// Characters it may have.
        most: usize,
    },
    /// Not one of a few words.
    #[error("it must be {words}")]
    Word {
        /// Which.
        words: &'static str,
    },
    /// A number that is none.
    #[error("it must be a whole number of at most six digits")]
    Count,
    /// An account that is none.
    #[error("{0}")]
    Account(IbanError),
    /// A day that is none.
    #[error("{0}")]
    Day(DateError),
    /// An amount that is none.
    #[error("{0}")]
    Amount(AmountError),
    /// A currency that is not known.
    #[error("the currency must be one that the register knows")]
    CurrencyMustBeKnown,
    /// Another currency than the account's.
    #[error("the account is held in {account}, not in {found}")]
    CurrencyMustBeOne {
        /// The account's.
        account: String,
        /// What stands there.
        found: String,
    },
}
