//! The words of the letters, one file a language, compiled in. `{name}` is filled by a figure of the letter.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use orebook_registry::claim::wording::Language;
use serde::Deserialize;

use super::facts::Figure;

/// Everything that letters say in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    /// What all letters have.
    pub frame: Frame,
    /// The pages where letters are declined.
    pub unsubscribe: Pages,
    /// What a kind that may be declined is called.
    pub kinds: BTreeMap<String, String>,
    /// What stands before a figure in the table.
    pub labels: BTreeMap<String, String>,
    /// Words that are figures.
    pub words: BTreeMap<String, String>,
    /// What minerals are called.
    pub minerals: BTreeMap<String, String>,
    /// The letters.
    pub letters: BTreeMap<String, Section>,
}

/// What all letters have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Stands between a label and what it is a label of.
    pub colon: String,
    /// Parts a whole number from its fraction.
    pub point: String,
    /// A mass with its unit.
    pub mass: String,
    /// The first line.
    pub greeting: String,
    /// Why the reader gets it.
    pub why: String,
    /// That nobody reads answers.
    pub automatic: String,
    /// Leads to where letters of the kind are declined.
    pub decline: String,
}

/// The pages where letters are declined.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Pages {
    pub title: String,
    pub ask: String,
    pub button: String,
    pub done_title: String,
    pub done: String,
    pub invalid_title: String,
    pub invalid: String,
}

/// One letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The subject.
    pub subject: String,
    /// Paragraphs: what happened, then what to do.
    pub body: Vec<String>,
    /// What the link is for.
    pub action: String,
    /// Why the reader gets it, where that is not for a role.
    pub why: Option<String>,
}

static ALL: LazyLock<Result<[Texts; 4], String>> = LazyLock::new(|| {
    let read = |text: &str| toml::from_str::<Texts>(text).map_err(|error| error.to_string());
    Ok([
        read(include_str!("../../texts/letters/en.toml"))?,
        read(include_str!("../../texts/letters/es.toml"))?,
        read(include_str!("../../texts/letters/fr.toml"))?,
        read(include_str!("../../texts/letters/sw.toml"))?,
    ])
});

/// The texts of a language.
pub fn texts(language: Language) -> Result<&'static Texts, String> {
    let [en, es, fr, sw] = ALL.as_ref().map_err(Clone::clone)?;
    Ok(match language {
        Language::English => en,
        Language::Spanish => es,
        Language::French => fr,
        Language::Swahili => sw,
    })
}

impl Texts {
    /// A figure as this language writes it.
    pub fn show(&self, figure: &Figure) -> String {
        let decimal = |number: &str| number.replace('.', &self.frame.point);
        let known = |words: &BTreeMap<String, String>, name: &str| words.get(name).cloned();
        match figure {
            Figure::Text(text) | Figure::Day(text) => text.clone(),
            Figure::Moment(moment) => format!("{moment} UTC"),
            Figure::Mass(mass) => self.frame.mass.replace("{mass}", &decimal(mass)),
            Figure::Money(amount, currency) => format!("{}\u{a0}{currency}", decimal(amount)),
            Figure::Mineral(code) => known(&self.minerals, code).unwrap_or_else(|| code.clone()),
            Figure::Word(name) => known(&self.words, name).unwrap_or_else(|| name.clone()),
        }
    }

    /// A sentence with its figures. What is put in is not looked at again: a name with braces stays as it is.
    pub fn fill(&self, sentence: &str, told: &BTreeMap<String, Figure>) -> String {
        let (mut filled, mut rest) = (String::with_capacity(sentence.len()), sentence);
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, behind)) = after.split_once('}') else { break };
            filled.push_str(before);
            match told.get(name) {
                Some(figure) => filled.push_str(&self.show(figure)),
                None => filled.push_str(&format!("{{{name}}}")),
            }
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }
}

#[cfg(test)]
mod tests;
