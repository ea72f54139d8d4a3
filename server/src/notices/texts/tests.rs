use std::collections::BTreeSet;

use super::*;
use crate::notices::kind::Kind;

const LANGUAGES: [Language; 4] = [Language::English, Language::Spanish, Language::French, Language::Swahili];

fn names_in(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
}

/// Every key with the figures in its text.
fn shape(texts: &Texts) -> BTreeSet<String> {
    let mut shape = BTreeSet::new();
    for (part, words) in
        [("kinds", &texts.kinds), ("labels", &texts.labels), ("words", &texts.words), ("minerals", &texts.minerals)]
    {
        shape.extend(words.iter().map(|(key, text)| format!("{part}.{key} {:?}", names_in(text))));
    }
    for (name, section) in &texts.letters {
        shape.insert(format!("{name}.subject {:?}", names_in(&section.subject)));
        shape
            .extend(section.body.iter().enumerate().map(|(at, text)| format!("{name}.body.{at} {:?}", names_in(text))));
        shape.insert(format!("{name}.why {:?}", section.why.as_deref().map(names_in)));
    }
    shape
}

#[test]
fn every_language_has_every_text_with_the_same_figures() {
    let english = shape(texts(Language::English).unwrap());
    for language in LANGUAGES {
        let other = shape(texts(language).unwrap());
        let apart: Vec<_> = english.symmetric_difference(&other).collect();
        assert!(apart.is_empty(), "{language}: {apart:#?}");
    }
}

#[test]
fn every_kind_that_may_be_declined_has_a_name() {
    for language in LANGUAGES {
        let named: BTreeSet<&str> = texts(language).unwrap().kinds.keys().map(String::as_str).collect();
        let may = Kind::ALL.iter().filter(|kind| kind.is_declinable()).map(|kind| kind.word()).collect();
        assert_eq!(named, may, "{language}");
    }
}

#[test]
fn every_mineral_has_a_name() {
    for language in LANGUAGES {
        for mineral in orebook_registry::mineral::Mineral::all() {
            assert!(texts(language).unwrap().minerals.contains_key(mineral.code()), "{language} {}", mineral.code());
        }
    }
}

#[test]
fn figures_are_written_as_the_language_writes_them_and_filled_once() {
    let spanish = texts(Language::Spanish).unwrap();
    let told = BTreeMap::from([
        ("mass".to_owned(), Figure::Mass("0.5".to_owned())),
        ("who".to_owned(), Figure::Text("{mass}".to_owned())),
    ]);
    assert_eq!(spanish.fill("{who}: {mass}, {absent}", &told), "{mass}: 0,5 kg, {absent}");
    assert_eq!(spanish.show(&Figure::Money("4200.00".into(), "USD".into())), "4200,00\u{a0}USD");
    assert_eq!(texts(Language::Swahili).unwrap().show(&Figure::Mass("0.5".into())), "kilo 0.5");
}
