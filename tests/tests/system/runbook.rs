//! The runbook says what the program takes: each act of its pages can be read, each command and flag is there.

use std::collections::BTreeMap;
use std::path::PathBuf;

use orebook_registry::instruction::Act;
use orebook_tests::golden::workspace;
use orebook_tests::programs::orebook;
use serde_json::Value;

const KEY: &str = "did:key:z6MkiatpPNdKGdPjhY4MXMhD8wZevtNyG5FYo1ZBkVwETy4g";
const ULID: &str = "01KYY5CMYG00000000000KT000";

/// Each page with its text.
fn pages() -> Vec<(PathBuf, String)> {
    let listed = std::fs::read_dir(workspace().join("docs/operating")).unwrap();
    let paths = listed.map(|file| file.unwrap().path()).chain([workspace().join("docs/operating.md")]);
    paths.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

/// Every `{"word":…}` of a page, whole.
fn objects(text: &str) -> Vec<&str> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find("{\"") {
        let (mut depth, mut is_quoted) = (0, false);
        let end = rest[at..].char_indices().find_map(|(index, c)| {
            is_quoted ^= c == '"';
            depth += match c {
                '{' if !is_quoted => 1,
                '}' if !is_quoted => -1,
                _ => 0,
            };
            (depth == 0).then_some(at + index + 1)
        });
        let end = end.unwrap_or(rest.len());
        found.push(&rest[at..end]);
        rest = &rest[end..];
    }
    found
}

/// What is left open for a reader is filled in.
fn filled(name: &str, value: &mut Value) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| filled(name, value)),
        Value::Array(items) => items.iter_mut().for_each(|item| filled(name, item)),
        Value::String(text) => {
            let prefix = text.split_once('_').map(|(prefix, _)| prefix).filter(|prefix| prefix.len() == 3);
            match prefix {
                _ if text.starts_with("did:key:") => *text = KEY.to_owned(),
                _ if text.starts_with('<') || (text == "…" && name == "digest") => *text = "0".repeat(64),
                _ if text.contains("_…") => *text = text.replace("_…", &format!("_{ULID}")),
                // `org_MEMBER`
                Some(prefix) if text.ends_with(char::is_uppercase) => *text = format!("{prefix}_{ULID}"),
                _ if text == "…" => *text = "x".to_owned(),
                _ => {}
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn every_act_of_the_runbook_can_be_read() {
    // What a hold is laid upon.
    const NONE: [&str; 4] = ["account", "batch", "key", "organisation"];
    let mut read = 0;
    for (path, text) in pages() {
        for object in objects(&text) {
            let whole = object.replace("{…}", r#"{"amount":"1.00","currency":"USD"}"#);
            let mut value: Value =
                serde_json::from_str(&whole).unwrap_or_else(|error| panic!("{}: {object}: {error}", path.display()));
            // An act is one verb with what it takes.
            let only = value.as_object().filter(|fields| fields.len() == 1);
            let Some(verb) = only.and_then(|fields| fields.keys().next().cloned()) else { continue };
            if NONE.contains(&verb.as_str()) {
                continue;
            }
            filled(&verb, &mut value);
            if let Err(error) = serde_json::from_str::<Act>(&value.to_string()) {
                panic!("{}: {object}: {error}: {value}", path.display());
            }
            read += 1;
        }
    }
    assert!(read >= 40, "{read} acts");
    assert!(serde_json::from_str::<Act>(r#"{"no_such_verb":{}}"#).is_err());
}

/// What a reader types: in code, whole lines or words of a sentence, from `orebook` on, up to whatever the shell does with the rest.
fn typed(text: &str) -> Vec<String> {
    let code = text.split('`').skip(1).step_by(2).collect::<Vec<_>>().join("\n").replace("\\\n", " ");
    let of_line = |line: &str| -> Vec<String> {
        let ends = line.match_indices("orebook ").map(|(at, word)| at + word.len());
        ends.filter_map(|end| line[end..].split(['>', '|', '&', ';', ')']).next().map(str::to_owned)).collect()
    };
    code.lines().flat_map(of_line).collect()
}

#[test]
fn every_command_of_the_runbook_has_the_flags_that_it_is_given() {
    let mut helps: BTreeMap<String, String> = BTreeMap::new();
    let mut given = 0;
    for (path, text) in pages() {
        for line in typed(&text) {
            let mut words = line.split_whitespace();
            // `chown orebook FILE` calls no command.
            let is_verb = |word: &&str| {
                word.starts_with(|c: char| c.is_ascii_lowercase())
                    && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            };
            let Some(verb) = words.next().filter(is_verb) else { continue };
            let help = helps.entry(verb.to_owned()).or_insert_with(|| {
                let output = orebook().args([verb, "--help"]).output().unwrap();
                assert!(output.status.success(), "{}: orebook {line}: no such command", path.display());
                String::from_utf8(output.stdout).unwrap()
            });
            for flag in words.filter(|word| word.starts_with("--")) {
                let flag = flag.split('=').next().unwrap_or(flag);
                // Commands of commands have their own.
                let is_there = help.contains(flag) || verb == "token" && flag == "--name";
                assert!(is_there, "{}: orebook {line}: no {flag}", path.display());
                given += 1;
            }
        }
    }
    assert!(given >= 40 && helps.len() >= 15, "{given} flags of {:?}", helps.keys());
}
