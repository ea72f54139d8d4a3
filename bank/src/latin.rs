//! Text in the characters that every bank accepts.
//!
//! ```text
//! a b c … z A B C … Z 0 1 2 … 9 / - ? : ( ) . , ' + space
//! ```
//!
//! That is the Latin set of EPC217-08 and of EPC132-08, "Character Set"; a text does not begin or
//! end with `/`, and has no `//`. Whatever else a text has is written in Latin letters, as
//! `deunicode` does it: one character at a time, without knowing a language.
//! `Prüfung` becomes `Prufung`, `Łódź` becomes `Lodz`, `漢字` becomes `Han Zi`, an emoji its name.
//! A name that a bank compares with its own records should therefore be given in Latin letters.

use std::fmt;

use deunicode::deunicode_with_tofu;
use unicode_normalization::UnicodeNormalization;

/// Text of 1 to `MAX` characters that every bank accepts, with a letter or digit in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Latin<const MAX: usize>(String);

/// Why a text cannot be written as [`Latin`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LatinError {
    /// No letter and no digit is left of it.
    #[error("no letter and no digit of the text can be written in Latin characters")]
    NothingLeft,
}

impl<const MAX: usize> Latin<MAX> {
    /// Writes any text in the set and cuts it to `MAX` characters. Two texts may become one.
    pub fn of(text: &str) -> Result<Latin<MAX>, LatinError> {
        // Composed first: a letter and its accent may come as one character or as two.
        let composed: String = text.nfc().collect();
        let whole = tidied(deunicode_with_tofu(&composed, " ").chars().map(nearest));
        // A cut may end in a space or a slash.
        let cut = tidied(whole.chars().take(MAX));
        let says_something = cut.bytes().any(|byte| byte.is_ascii_alphanumeric());
        if says_something { Ok(Latin(cut)) } else { Err(LatinError::NothingLeft) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text can be sent as it is: not empty, in the set, no space at its ends or beside
/// another, no slash at its ends or beside another.
pub fn is_latin(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_in_set) && tidied(text.chars()) == text
}

pub(crate) const fn is_in_set(character: char) -> bool {
    matches!(character, 'a'..='z' | 'A'..='Z' | '0'..='9')
        || matches!(character, '/' | '-' | '?' | ':' | '(' | ')' | '.' | ',' | '\'' | '+' | ' ')
}

/// What stands in for a character of ASCII that is not in the set. `&` is `+` as in the conversion
/// table of EPC217-08; the others are what looks most like them, or a full stop.
const fn nearest(character: char) -> char {
    match character {
        character if is_in_set(character) => character,
        '&' => '+',
        '"' | '`' => '\'',
        '[' | '{' => '(',
        ']' | '}' => ')',
        '\\' | '|' => '/',
        ';' => ',',
        '_' | '~' => '-',
        '!' | '#' | '$' | '%' | '*' | '<' | '=' | '>' | '@' | '^' => '.',
        _ => ' ',
    }
}

/// One space where there are more, one slash where there are more, and neither at the ends.
fn tidied(characters: impl Iterator<Item = char>) -> String {
    let mut tidy = String::new();
    for character in characters {
        let doubled = matches!(character, ' ' | '/') && tidy.ends_with(character);
        if !doubled {
            tidy.push(character);
        }
    }
    tidy.trim_matches([' ', '/']).to_owned()
}

impl<const MAX: usize> fmt::Display for Latin<MAX> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
