//! An entry is not what the rules give: what about it is different, in words. Runs once at the most, so it may be slow
//! and thorough.

use orebook_registry::entry::Entry;
use orebook_registry::{Cause, NewEntry};
use serde_json::Value;

use crate::report::{Finding, rule};

/// Longest piece of an entry that is quoted.
const QUOTED_MAX: usize = 120;

/// The finding about an entry whose bytes are not the expected ones.
pub(crate) fn explain(index: u64, expected: &NewEntry, found: &[u8]) -> Finding {
    let entry = match Entry::parse(found) {
        Ok(entry) => entry,
        Err(error) => return Finding::at(index, rule::READABLE, format!("its members cannot be read: {error}")),
    };
    if let Some(offset) = rewritten(&entry).and_then(|rewritten| first_difference(&rewritten, found)) {
        let detail = format!("from byte {offset} on it is not written as the canonical form writes it");
        return Finding::at(index, rule::CANONICAL, detail);
    }
    if expected.cause == Cause::Continuation && entry.cause != Cause::Continuation {
        let detail = format!("here {} must stand, which follows from the entry before", expected.kind);
        return Finding::at(index, rule::CONSEQUENCE, detail);
    }
    let values = serde_json::from_slice(&expected.bytes).ok().zip(serde_json::from_slice(found).ok());
    let detail = values.and_then(|(expected, found)| differing_member("", &expected, &found));
    let detail = detail.unwrap_or_else(|| "its bytes differ from what the rules give".to_owned());
    Finding::at(index, rule::DECIDED, detail)
}

/// The entry written again from what was read of it.
fn rewritten(entry: &Entry<'_>) -> Option<Vec<u8>> {
    let events = String::from_utf8(orebook_document::canonical(&entry.events).ok()?).ok()?;
    let mut text = String::from("{");
    if let Some(blind) = &entry.blind {
        text.push_str(&format!(r#""blind":{},"#, serde_json::to_string(blind).ok()?));
    }
    text.push_str(&format!(r#""cause":"{}","events":{events}"#, entry.cause));
    if let Some(instruction) = entry.instruction {
        text.push_str(&format!(r#","instruction":{instruction}"#));
    }
    if let Some(of) = entry.of {
        text.push_str(&format!(r#","of":"{of}""#));
    }
    text.push_str(&format!(r#","sequence":"{}","time":"{}","v":"{}"}}"#, entry.sequence, entry.time, entry.v));
    Some(text.into_bytes())
}

fn first_difference(expected: &[u8], found: &[u8]) -> Option<usize> {
    let same = expected.iter().zip(found).take_while(|(expected, found)| expected == found).count();
    (expected.len().max(found.len()) > same).then_some(same)
}

/// The first member, by its path, that is not the same in both.
fn differing_member(path: &str, expected: &Value, found: &Value) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            let names = expected.keys().chain(found.keys().filter(|name| !expected.contains_key(*name)));
            names.into_iter().find_map(|name| {
                let path = format!("{path}/{name}");
                differing_part(&path, expected.get(name), found.get(name))
            })
        }
        (Value::Array(expected), Value::Array(found)) => (0..expected.len().max(found.len()))
            .find_map(|at| differing_part(&format!("{path}/{at}"), expected.get(at), found.get(at))),
        _ if expected == found => None,
        _ => Some(format!("{path} is {}, the rules give {}", quoted(found), quoted(expected))),
    }
}

fn differing_part(path: &str, expected: Option<&Value>, found: Option<&Value>) -> Option<String> {
    match (expected, found) {
        (Some(expected), Some(found)) => differing_member(path, expected, found),
        (Some(expected), None) => Some(format!("{path} is missing, the rules give {}", quoted(expected))),
        (None, Some(found)) => Some(format!("{path} is {}, the rules give nothing there", quoted(found))),
        (None, None) => None,
    }
}

fn quoted(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(QUOTED_MAX) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text,
    }
}
