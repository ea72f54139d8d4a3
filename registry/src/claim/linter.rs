//! The linter of product and campaign names: the one place where a retirement holds free text. A name must not say
//! what a record cannot stand for. The rules are data, each with its source; a test holds names against them that
//! were judged before the rules were written.
//!
//! A name is folded before it is read: NFKC, unseen characters out, small letters, accents off, ligatures apart. It is
//! read in four ways, for each hides something: as it is; with digits that stand for letters (`c0ntains`); with letters
//! of other scripts that look Latin; with single letters joined (`c.o.n.t.a.i.n.s`). A word that mixes scripts, or has
//! Latin letters beyond the accented ones, is refused: nobody needs it, and it deceives.

mod fold;
mod rules;

use std::collections::BTreeSet;

use crate::refusal::Refusal;
use crate::values::ProductName;

/// What is wrong with a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The words in which it was found, folded.
    pub word: String,
    /// The rule's code.
    pub rule: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// The language of the words, as a code; empty when the writing itself is at fault.
    pub language: &'static str,
}

/// The rule that a word's letters are of one script.
pub const PLAIN: &str = "plain_letters";

/// Everything that is wrong with a name, each once.
pub fn faults(name: &str) -> Vec<Fault> {
    let plain = fold::words(name);
    let mut found: BTreeSet<Fault> = plain
        .iter()
        .filter(|word| fold::mixes_scripts(word))
        .map(|word| Fault {
            word: word.clone(),
            rule: PLAIN,
            source: "scheme rule: a word is written in one script, without letters made to look like others",
            language: "",
        })
        .collect();
    for reading in fold::readings(&plain) {
        found.extend(rules::all().iter().filter_map(|rule| {
            let word = rule.find(&reading)?;
            Some(Fault { word, rule: rule.rule, source: rule.source, language: rule.language })
        }));
    }
    found.into_iter().collect()
}

/// Refuses a name for its first fault.
pub(crate) fn check(name: Option<&ProductName>) -> Result<(), Refusal> {
    let Some(fault) = name.and_then(|name| faults(name.as_str()).into_iter().next()) else { return Ok(()) };
    if fault.rule == PLAIN {
        return Err(Refusal::ProductNameMustBePlain { word: fault.word });
    }
    Err(Refusal::ProductNameMustNotClaim { rule: fault.rule, word: fault.word })
}
