//! International bank account numbers, ISO 13616.
//!
//! ```text
//! DE 89 370400440532013000   country ‖ two check digits ‖ up to 30 digits and capital letters
//! ```
//!
//! The length belongs to the country, as the IBAN registry (SWIFT, release 101) tells; a country
//! that it does not list may have 15 to 34 characters. The parts inside, banks and branches, are
//! each country's own affair and are not looked at. The check is MOD 97-10 of ISO/IEC 7064.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::mod97;
use crate::written::{in_groups, stranger, without_groups, written};

/// Lengths of the IBAN registry and the countries that have them.
const LENGTHS: [(usize, &str); 18] = [
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FK FO GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

const LENGTHS_ELSEWHERE: RangeInclusive<usize> = 15..=34;

/// An international bank account number, written `DE89370400440532013000` and in no other way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iban(String);

/// Why a text is not an [`Iban`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IbanError {
    /// Not a digit and not a capital letter of ASCII.
    #[error("an IBAN has digits and capital letters only, not {character:?}")]
    Character {
        /// The first that is refused.
        character: char,
    },
    /// It does not begin with two letters and two digits.
    #[error("an IBAN begins with the two letters of a country and two check digits")]
    Prefix,
    /// Not as long as those of its country.
    #[error("an IBAN of this country has {least} to {most} characters, not {length}")]
    Length {
        /// Characters it has.
        length: usize,
        /// The shortest of the country.
        least: usize,
        /// The longest of the country; the same, where the registry lists it.
        most: usize,
    },
    /// The check digits are not those of the number.
    #[error("the check digits of the IBAN do not fit it")]
    Check,
}

impl Iban {
    /// Reads an IBAN as people are shown it, with spaces (ISO 13616-1 prints groups of four).
    pub fn from_printed(text: &str) -> Result<Iban, IbanError> {
        without_groups(text).parse()
    }

    /// For people: `DE89 3704 0044 0532 0130 00`.
    pub fn printed(&self) -> String {
        in_groups(&self.0)
    }

    /// The one written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The two letters of the country that gave the number out.
    pub fn country(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }
}

/// How long a country's IBANs may be.
fn lengths(country: &str) -> RangeInclusive<usize> {
    let listed = LENGTHS.iter().find(|(_, countries)| countries.split(' ').any(|listed| listed == country));
    listed.map_or(LENGTHS_ELSEWHERE, |(length, _)| *length..=*length)
}

impl FromStr for Iban {
    type Err = IbanError;

    fn from_str(text: &str) -> Result<Iban, IbanError> {
        if let Some(character) = stranger(text) {
            return Err(IbanError::Character { character });
        }
        let (country, rest) = text.split_at_checked(2).ok_or(IbanError::Prefix)?;
        let (check, _) = rest.split_at_checked(2).ok_or(IbanError::Prefix)?;
        let has_letters = country.bytes().all(|byte| byte.is_ascii_uppercase());
        if !has_letters || !check.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(IbanError::Prefix);
        }
        let (length, lengths) = (text.len(), lengths(country));
        if !lengths.contains(&length) {
            return Err(IbanError::Length { length, least: *lengths.start(), most: *lengths.end() });
        }
        if mod97::holds(text) { Ok(Iban(text.to_owned())) } else { Err(IbanError::Check) }
    }
}

impl fmt::Display for Iban {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

written!(Iban);
