//! Creditor references of ISO 11649: what ties a payment to what it pays, through every bank.
//!
//! ```text
//! RF 18 539007547034   "RF" ‖ two check digits ‖ 1 to 21 digits and capital letters
//! ```
//!
//! The check is MOD 97-10 of ISO/IEC 7064. It finds every digit that became another digit, every
//! letter that became another letter, and in a body of digits every swap of neighbours. A letter
//! counts as two digits, so it finds 96 in 97 letters that took the place of a digit, and not all
//! swaps of the two: `B1` and `1B` count the same, as do `M2` and `2M`, `X3` and `3X`. Whoever may
//! choose a body chooses digits, and then knows a letter for a slip.

use std::fmt;
use std::str::FromStr;

use crate::mod97;
use crate::written::{in_groups, stranger, without_groups, written};

const PREFIX: &str = "RF";
const BODY_MAX: usize = 21;

/// A creditor reference, 5 to 25 characters, written `RF18539007547034` and in no other way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(String);

/// Why a text is not a [`Reference`], or not the body of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// Not a digit and not a capital letter of ASCII.
    #[error("a creditor reference has digits and capital letters only, not {character:?}")]
    Character {
        /// The first that is refused.
        character: char,
    },
    /// It does not begin with `RF` and two digits.
    #[error("a creditor reference begins with RF and two check digits")]
    Prefix,
    /// Nothing follows the check digits.
    #[error("a creditor reference has 1 to 21 characters after its check digits, not none")]
    Empty,
    /// More than 21 characters follow the check digits.
    #[error("a creditor reference has 1 to 21 characters after its check digits, not {length}")]
    TooLong {
        /// How many follow.
        length: usize,
    },
    /// The check digits are not those of the body.
    #[error("the check digits of the creditor reference do not fit it")]
    Check,
}

impl Reference {
    /// The reference of a body of 1 to 21 digits and capital letters; the check digits are added.
    pub fn of(body: &str) -> Result<Reference, ReferenceError> {
        check_body(body)?;
        Ok(Reference(format!("{PREFIX}{}{body}", mod97::check_digits(PREFIX, body))))
    }

    /// Reads a reference as people are shown it, with spaces (ISO 11649 prints groups of four).
    pub fn from_printed(text: &str) -> Result<Reference, ReferenceError> {
        without_groups(text).parse()
    }

    /// For people: `RF18 5390 0754 7034`.
    pub fn printed(&self) -> String {
        in_groups(&self.0)
    }

    /// The one written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows the check digits.
    pub fn body(&self) -> &str {
        self.0.get(4..).unwrap_or_default()
    }
}

fn check_body(body: &str) -> Result<(), ReferenceError> {
    match (stranger(body), body.len()) {
        (Some(character), _) => Err(ReferenceError::Character { character }),
        (None, 0) => Err(ReferenceError::Empty),
        (None, length) if length > BODY_MAX => Err(ReferenceError::TooLong { length }),
        (None, _) => Ok(()),
    }
}

impl FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Reference, ReferenceError> {
        if let Some(character) = stranger(text) {
            return Err(ReferenceError::Character { character });
        }
        let rest = text.strip_prefix(PREFIX).ok_or(ReferenceError::Prefix)?;
        let (check, body) = rest.split_at_checked(2).ok_or(ReferenceError::Prefix)?;
        if !check.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ReferenceError::Prefix);
        }
        check_body(body)?;
        if mod97::holds(text) { Ok(Reference(text.to_owned())) } else { Err(ReferenceError::Check) }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written!(Reference);
