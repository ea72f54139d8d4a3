//! Names of products against the linter: judged by eye before its first rule was written. What the rules get wrong is
//! listed here, so that it is known; nobody alters the judgement to make a rule pass.

use orebook_registry::claim::linter::faults;

const NAMES: &str = include_str!("../../../data/product-names.txt");
/// Refused, though the name is harmless.
const FALSE_ALARMS: &[&str] = &[];
/// Taken, though the name claims something: *certified* is not among the words that the scheme's list names.
const MISSED: &[&str] = &["Certified gold ring"];

/// Expectation and name, with `\u{…}` read.
fn rows() -> Vec<(bool, String)> {
    let rows = NAMES.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.map(|line| {
        let mut cells = line.splitn(3, " | ");
        let allowed = cells.next() == Some("yes");
        (allowed, unescaped(cells.nth(1).expect("three cells")))
    })
    .collect()
}

fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (code, rest) = part.split_once('}').expect("a closed escape");
        let letter = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a character");
        format!("{text}{letter}{rest}")
    })
}

#[test]
fn the_linter_judges_names_as_people_did_but_for_what_is_known() {
    let rows = rows();
    assert!(rows.len() >= 60, "{}", rows.len());
    let wrong = |allowed: bool| -> Vec<&str> {
        let rows = rows.iter().filter(|(expected, name)| *expected == allowed && faults(name).is_empty() != allowed);
        rows.map(|(_, name)| name.as_str()).collect()
    };
    assert_eq!((wrong(true), wrong(false)), (FALSE_ALARMS.to_vec(), MISSED.to_vec()));
}
