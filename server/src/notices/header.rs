//! The one way into a header. A line break in a value would begin a header of somebody else's choosing, or the body
//! (CWE-93); RUSTSEC-2026-0561 is such a hole in the mail library. So every value that is put into a header has gone
//! through here, whoever wrote it.

use std::fmt;

/// Longest value, in characters. Names and subjects are shorter; links are not longer.
const LONGEST: usize = 900;

/// A value that may stand in a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderText(String);

/// Why a value may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// A line break, a NUL or another control character, or a mark that turns the direction of writing.
    #[error("a header value has no line breaks and no control characters")]
    Control,
    /// It is too long.
    #[error("a header value has {LONGEST} characters at the most")]
    Length,
}

impl HeaderText {
    /// Refuses what may not stand in a header: for addresses and links, of which nothing may be left out.
    pub fn of(text: &str) -> Result<Self, HeaderFault> {
        if text.chars().any(is_unfit) {
            return Err(HeaderFault::Control);
        }
        if text.chars().count() > LONGEST {
            return Err(HeaderFault::Length);
        }
        Ok(Self(text.to_owned()))
    }

    /// Puts a space in the place of what may not: for names and subjects, which people wrote and people read.
    pub fn cleaned(text: &str) -> Self {
        const SHOWN: usize = 200;
        let spaced: String = text.chars().map(|c| if is_unfit(c) { ' ' } else { c }).collect();
        let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
        Self(words.join(" ").chars().take(SHOWN).collect())
    }

    /// The value.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for HeaderText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Control characters, line and paragraph separators, and the marks that reorder what is shown.
fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
