//! Texts: what people may write into the register, and the short codes it is full of.

use std::fmt;
use std::str::FromStr;

use unicode_normalization::is_nfc;

use super::{ValueError, string_serde};

/// A name or short text: NFC, 1–200 characters, no control, bidirectional, line-separating or unseen characters,
/// no blank at either end. It can be stored by any database and shown on any page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(Box<str>);

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_forbidden(c: char) -> bool {
    // What is drawn as nothing makes two names of one: soft hyphen, joiners, fillers, variation selectors, tags.
    let unseen = matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}');
    let no_character = (c as u32) & 0xFFFE == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c);
    c.is_control() || unseen || no_character
}

impl FromStr for Text {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let fits = (1..=200).contains(&text.chars().count()) && text.trim() == text;
        if fits && is_nfc(text) && !text.chars().any(is_forbidden) {
            Ok(Self(text.into()))
        } else {
            Err(ValueError::new(
                "text",
                "NFC, 1 to 200 characters, without control, direction or unseen characters and without blanks at its ends",
            ))
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Name of a product or campaign: a text of 80 characters at the most.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProductName(Text);

impl ProductName {
    /// The name.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for ProductName {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new("product name", "a text of 80 characters at the most");
        if text.chars().count() > 80 { Err(FORM) } else { text.parse().map(Self).map_err(|_| FORM) }
    }
}

impl fmt::Display for ProductName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Short ASCII words: one macro, because they differ only in alphabet, length and meaning.
macro_rules! short_words {
    ($($(#[$meta:meta])* $name:ident, $kind:literal, $form:literal, $accept:expr;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Box<str>);
        impl $name {
            /// The word.
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl FromStr for $name {
            type Err = ValueError;
            fn from_str(text: &str) -> Result<Self, ValueError> {
                let accept: fn(&[u8]) -> bool = $accept;
                if accept(text.as_bytes()) { Ok(Self(text.into())) } else { Err(ValueError::new($kind, $form)) }
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
        string_serde!($name);
    )+};
}

fn all(bytes: &[u8], lengths: std::ops::RangeInclusive<usize>, accept: fn(&u8) -> bool) -> bool {
    lengths.contains(&bytes.len()) && bytes.iter().all(accept)
}

fn is_code_letter(b: u8) -> bool {
    b.is_ascii_uppercase() && !b"AEIOUY".contains(&b)
}

short_words! {
    /// An organisation's code in serial numbers: letter, digit, letter, digit. Letters without vowels and Y
    /// (so no word can arise), digits 2–9 (so none is taken for a letter).
    OrganisationCode, "organisation code", "letter, digit, letter, digit; letters without A E I O U Y, digits 2 to 9",
        |b| matches!(b, [l1, d1, l2, d2] if is_code_letter(*l1) && is_code_letter(*l2) && (b'2'..=b'9').contains(d1) && (b'2'..=b'9').contains(d2));
    /// A reference that another system gave: a bank's, a site's, a file's, a registration number.
    Reference, "reference", "1 to 64 ASCII letters, digits and . / - _ :",
        |b| all(b, 1..=64, |c| c.is_ascii_alphanumeric() || b"./-_:".contains(c));
    /// A code word: lower-case letters, digits and underscores, beginning with a letter.
    Token, "code word", "1 to 40 lower-case letters, digits and underscores, beginning with a letter",
        |b| all(b, 1..=40, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == b'_') && b[0].is_ascii_lowercase();
    /// A person slot of an organisation: a label, never a person's name.
    Person, "person slot", "1 to 16 lower-case letters, digits and underscores, beginning with a letter",
        |b| all(b, 1..=16, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == b'_') && b[0].is_ascii_lowercase();
    /// A rate of exchange, as whoever quotes it gives it; nothing is computed with it.
    Rate, "rate", "a plain decimal above 0: at most 9 digits before and 9 after the point, no trailing zero",
        |b| std::str::from_utf8(b).is_ok_and(|text| text != "0" && super::mass::is_plain_decimal(text, 9, 9));
}

super::codes! {
    /// `"yes"` or `"no"`: signed documents hold no booleans.
    YesNo { Yes = "yes", No = "no" }
}

impl YesNo {
    /// True for yes.
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }
}

string_serde!(Text, ProductName);
