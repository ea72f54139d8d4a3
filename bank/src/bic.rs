//! Business identifier codes, ISO 9362:2022.
//!
//! ```text
//! DEUT DE FF     party prefix (4), country (2), party suffix (2)
//! DEUT DE FF 500 … and a branch (3)
//! ```

use std::fmt;
use std::str::FromStr;

use crate::written::{stranger, written};

/// The branch that stands for the party itself.
const WHOLE_PARTY: &str = "XXX";

/// A bank's identifier, 8 or 11 digits and capital letters.
///
/// ISO 9362 lets the branch `XXX` be left out, and here it is: `DEUTDEFFXXX` is read, and written
/// `DEUTDEFF`. So the same party is the same value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bic(String);

/// Why a text is not a [`Bic`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BicError {
    /// Not a digit and not a capital letter of ASCII.
    #[error("a BIC has digits and capital letters only, not {character:?}")]
    Character {
        /// The first that is refused.
        character: char,
    },
    /// Neither 8 nor 11 characters.
    #[error("a BIC has 8 or 11 characters, not {length}")]
    Length {
        /// Characters it has.
        length: usize,
    },
    /// The fifth and sixth characters are not letters.
    #[error("the fifth and sixth characters of a BIC are the letters of a country")]
    Country,
}

impl Bic {
    /// The one written form: 8 characters, or 11 for a branch.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The two letters of the party's country.
    pub fn country(&self) -> &str {
        self.0.get(4..6).unwrap_or_default()
    }
}

impl FromStr for Bic {
    type Err = BicError;

    fn from_str(text: &str) -> Result<Bic, BicError> {
        if let Some(character) = stranger(text) {
            return Err(BicError::Character { character });
        }
        let country = match text.len() {
            8 | 11 => text.get(4..6).unwrap_or_default(),
            length => return Err(BicError::Length { length }),
        };
        if !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(BicError::Country);
        }
        let branchless = text.strip_suffix(WHOLE_PARTY).filter(|rest| rest.len() == 8);
        Ok(Bic(branchless.unwrap_or(text).to_owned()))
    }
}

impl fmt::Display for Bic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written!(Bic);
