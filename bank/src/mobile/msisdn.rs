//! Telephone numbers of the world, ITU-T E.164.

use std::fmt;
use std::str::FromStr;

use crate::written::written;

/// A number with its country code, written `+256772123456` and in no other way.
///
/// E.164 has at most 15 digits (section 6.2.1), the first of which is never 0. Fewer than 8 are no
/// mobile telephone's; whether a number is in use only its operator knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Msisdn(String);

/// Why a text is not a [`Msisdn`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MsisdnError {
    /// It does not begin with `+` and a digit from 1 to 9.
    #[error("a telephone number begins with + and the code of a country")]
    Prefix,
    /// After the `+` there is something else than digits.
    #[error("a telephone number has digits only after its +, not {character:?}")]
    Character {
        /// The first that is refused.
        character: char,
    },
    /// Fewer than 8 digits or more than 15.
    #[error("a telephone number has 8 to 15 digits, not {length}")]
    Length {
        /// Digits it has.
        length: usize,
    },
}

impl Msisdn {
    /// The digits alone: `256772123456`.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl FromStr for Msisdn {
    type Err = MsisdnError;

    fn from_str(text: &str) -> Result<Msisdn, MsisdnError> {
        let digits = text.strip_prefix('+').ok_or(MsisdnError::Prefix)?;
        if let Some(character) = digits.chars().find(|character| !character.is_ascii_digit()) {
            return Err(MsisdnError::Character { character });
        }
        if digits.is_empty() || digits.starts_with('0') {
            return Err(MsisdnError::Prefix);
        }
        match digits.len() {
            8..=15 => Ok(Msisdn(digits.to_owned())),
            length => Err(MsisdnError::Length { length }),
        }
    }
}

impl fmt::Display for Msisdn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "+{}", self.0)
    }
}

written!(Msisdn);
