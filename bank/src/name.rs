//! Names of things, which are taken as they are or refused: ids, codes, countries.

use std::fmt;
use std::str::FromStr;

use crate::latin::is_in_set;
use crate::written::{stranger, written};

/// What a bank gives back unchanged: ids of messages and payments, account and member numbers.
///
/// 1 to `MAX` characters of the Latin set, first and last a letter or digit, without `//` and
/// without two spaces. SEPA asks for no slash at the ends (EPC132-08, "Character Set"); that no sign
/// is there either keeps a table from taking an id for a formula.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<const MAX: usize>(String);

/// A code of an external code set of ISO 20022: 1 to `MAX` digits and capital letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code<const MAX: usize>(String);

/// A country as two capital letters, ISO 3166-1 alpha-2. The form is checked, not the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

/// Why a text is not an [`Id`], a [`Code`] or a [`Country`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// There is no character.
    #[error("there must be at least one character")]
    Empty,
    /// There are more than the format has room for.
    #[error("there may be {most} characters, not {length}")]
    TooLong {
        /// Characters there are.
        length: usize,
        /// Characters there may be.
        most: usize,
    },
    /// A character that is not in the set.
    #[error("{character:?} is not among the characters that may be used")]
    Character {
        /// The first that is refused.
        character: char,
    },
    /// The first or the last is neither a letter nor a digit.
    #[error("the first and the last character must be a letter or a digit")]
    Ends,
    /// `//`, or two spaces.
    #[error("there may be no two slashes and no two spaces side by side")]
    Doubled,
    /// Not two capital letters.
    #[error("a country is two capital letters")]
    Country,
}

fn check_length(text: &str, most: usize) -> Result<(), NameError> {
    match text.chars().count() {
        0 => Err(NameError::Empty),
        length if length > most => Err(NameError::TooLong { length, most }),
        _ => Ok(()),
    }
}

impl<const MAX: usize> Id<MAX> {
    /// The one written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> FromStr for Id<MAX> {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Id<MAX>, NameError> {
        check_length(text, MAX)?;
        if let Some(character) = text.chars().find(|character| !is_in_set(*character)) {
            return Err(NameError::Character { character });
        }
        let bytes = text.as_bytes();
        if [bytes.first(), bytes.last()].into_iter().flatten().any(|byte| !byte.is_ascii_alphanumeric()) {
            return Err(NameError::Ends);
        }
        if text.contains("//") || text.contains("  ") {
            return Err(NameError::Doubled);
        }
        Ok(Id(text.to_owned()))
    }
}

impl<const MAX: usize> Code<MAX> {
    /// The one written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> FromStr for Code<MAX> {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Code<MAX>, NameError> {
        check_length(text, MAX)?;
        match stranger(text) {
            Some(character) => Err(NameError::Character { character }),
            None => Ok(Code(text.to_owned())),
        }
    }
}

impl FromStr for Country {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Country, NameError> {
        let letters: [u8; 2] = text.as_bytes().try_into().map_err(|_| NameError::Country)?;
        let are_capitals = letters.iter().all(u8::is_ascii_uppercase);
        if are_capitals { Ok(Country(letters)) } else { Err(NameError::Country) }
    }
}

impl<const MAX: usize> fmt::Display for Id<MAX> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<const MAX: usize> fmt::Display for Code<MAX> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| fmt::Write::write_char(out, char::from(*letter)))
    }
}

written!(Id<MAX>, MAX);
written!(Code<MAX>, MAX);
written!(Country);
