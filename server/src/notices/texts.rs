//! The words of a letter in the reader's language. Its figures are written as that language writes them, and put into
//! the sentences once: a name with braces stays as it is.

use std::collections::BTreeMap;

use orebook_texts::Texts;

use super::facts::{Facts, Figure};

/// The sentences of one letter.
pub struct Sentences<'f> {
    t: Texts,
    /// What all its messages begin with.
    letter: String,
    figures: Vec<(&'f str, String)>,
}

impl<'f> Sentences<'f> {
    /// Of a letter's facts.
    pub fn of(t: Texts, facts: &'f Facts, name: &str) -> Self {
        let figures = facts.told.iter().map(|(name, figure)| (name.as_str(), show(t, figure)));
        let figures = figures.chain([("name", name.to_owned())]).collect();
        Self { t, letter: format!("letter-{}", id(&facts.text)), figures }
    }

    /// One of the letter's own; nothing if there is none, or a figure of it is missing.
    pub fn own(&self, part: &str) -> Option<String> {
        self.filled(&format!("{}-{part}", self.letter))
    }

    /// One that all letters have.
    pub fn common(&self, part: &str) -> Option<String> {
        self.filled(&format!("letter-{part}"))
    }

    fn filled(&self, id: &str) -> Option<String> {
        self.t.told(id, self.figures.iter().map(|(name, figure)| (*name, figure.clone())))
    }
}

/// What stands before a figure in the table.
pub fn label(t: Texts, name: &str) -> String {
    t.find(&format!("letter-label-{}", id(name))).unwrap_or(name).to_owned()
}

/// A figure as a language writes it.
pub fn show(t: Texts, figure: &Figure) -> String {
    match figure {
        Figure::Text(text) => text.clone(),
        Figure::Day(day) => t.day(day),
        Figure::Moment(moment) => t.moment(moment),
        Figure::Mass(mass) => t.mass(mass),
        Figure::Money(amount, currency) => t.money(amount, currency),
        Figure::Mineral(code) => t.word("mineral", code).into_owned(),
        Figure::Word(name) => match name.strip_prefix("hold_") {
            Some(reason) => t.word("hold-reason", reason).into_owned(),
            None => t.find(&format!("letter-word-{}", id(name))).unwrap_or(name).to_owned(),
        },
    }
}

/// The letters that there are, by what their facts call them.
pub fn letters() -> impl Iterator<Item = String> {
    let own = Texts::ids().iter().filter_map(|id| id.strip_prefix("letter-")?.strip_suffix("-subject"));
    own.map(|name| name.replace('-', "_"))
}

fn id(name: &str) -> String {
    name.replace('_', "-")
}

/// The rows of the table.
pub fn table(t: Texts, facts: &Facts) -> Vec<(String, String)> {
    let told: &BTreeMap<String, Figure> = &facts.told;
    let row = |name: &String| Some((label(t, name), show(t, told.get(name)?)));
    facts.table.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use orebook_texts::Tongue;

    use super::*;
    use crate::notices::kind::Kind;

    #[test]
    fn every_kind_that_may_be_declined_has_a_name() {
        let t = Texts::of(Tongue::English);
        for kind in Kind::ALL {
            let named = t.find(&format!("letter-kind-{}", id(kind.word())));
            assert_eq!(named.is_some(), kind.is_declinable(), "{}", kind.word());
        }
    }

    #[test]
    fn every_mineral_has_a_name() {
        for mineral in orebook_registry::mineral::Mineral::all() {
            let named = show(Texts::of(Tongue::Swahili), &Figure::Mineral(mineral.code().to_owned()));
            assert_ne!(named, mineral.code());
        }
    }

    #[test]
    fn figures_are_written_as_the_language_writes_them_and_filled_once() {
        let facts = Facts {
            text: "payout_sent".to_owned(),
            told: BTreeMap::from([("amount".to_owned(), Figure::Money("4200.00".into(), "USD".into()))]),
            table: vec!["amount".to_owned()],
            link: "/".to_owned(),
            attached: None,
        };
        let t = Texts::of(Tongue::French);
        let sentences = Sentences::of(t, &facts, "{ $amount }");
        assert_eq!(sentences.common("greeting").unwrap(), "Bonjour { $amount },");
        let subject = sentences.own("subject").unwrap();
        assert!(subject.contains("4\u{202f}200,00\u{a0}USD"), "{subject}");
        assert_eq!(sentences.own("none"), None);
        assert_eq!(table(t, &facts), [("Montant".to_owned(), "4\u{202f}200,00\u{a0}USD".to_owned())]);
        assert_eq!(show(t, &Figure::Mass("0.5".into())), "0,5\u{a0}kg");
    }
}
