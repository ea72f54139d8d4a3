//! What the offers of these tests have and their bids want: facts, a bit for each.

use orebook_market::Admits;

/// The facts by their words.
pub const FACTS: [&str; 5] = ["peru", "rwanda", "women", "crop24", "crop25"];

/// The facts of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind(pub u8);

/// The facts that an offer must have, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wish(pub u8);

/// What an unrestricted bid wishes.
pub const ANYTHING: Option<Wish> = None;

impl Admits<Kind> for Wish {
    fn admits(&self, kind: &Kind) -> bool {
        kind.0 & self.0 == self.0
    }
}

/// `peru+women`, or `-` for no fact at all.
pub fn facts(words: &str) -> u8 {
    words.split('+').filter(|word| *word != "-").map(|word| 1 << position(word)).sum()
}

fn position(word: &str) -> usize {
    FACTS.iter().position(|fact| *fact == word).unwrap_or_else(|| panic!("no such fact: {word}"))
}
