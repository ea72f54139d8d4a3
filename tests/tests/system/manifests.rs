//! The floors of the house: what a manifest leaves out cannot be used, so the manifests are read.

use std::collections::{BTreeMap, BTreeSet};

use orebook_tests::golden::workspace;

/// Our crates that each may use.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("document", &[]),
    ("tlog", &[]),
    ("market", &[]),
    ("bank", &[]),
    ("texts", &[]),
    ("registry", &["document", "tlog", "market"]),
    ("store", &[]),
    ("verifier", &["registry", "document", "tlog"]),
    ("server", &["document", "tlog", "market", "bank", "texts", "registry", "store", "verifier"]),
];

/// Crates that decide: no clock, no randomness, no file, no socket, no thread.
const PURE: [&str; 6] = ["document", "tlog", "market", "bank", "texts", "registry"];

/// What they must not even be able to name.
const IMPURE: [&str; 21] = [
    "tokio",
    "diesel",
    "diesel_migrations",
    "actix-web",
    "actix-rt",
    "reqwest",
    "hyper",
    "rand",
    "rand_chacha",
    "rand_core",
    "getrandom",
    "parking_lot",
    "crossbeam-channel",
    "rayon",
    "time",
    "tempfile",
    "tracing",
    "libsqlite3-sys",
    "pq-sys",
    "ureq",
    "indicatif",
];

/// The names under a manifest's `[dependencies]` and `[build-dependencies]`; those for tests are free.
fn dependencies(member: &str) -> BTreeSet<String> {
    let path = workspace().join(member).join("Cargo.toml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut names = BTreeSet::new();
    let mut counts = false;
    for line in text.lines().map(str::trim) {
        if let Some(table) = line.strip_prefix('[') {
            let table = table.trim_end_matches(']');
            let tail = table.rsplit("dependencies").next().unwrap_or("");
            counts = table.contains("dependencies") && !table.contains("dev-dependencies");
            if let Some(name) = tail.strip_prefix('.').filter(|_| counts) {
                names.insert(name.trim_matches('"').to_owned());
                counts = false;
            }
        } else if counts && !line.is_empty() && !line.starts_with('#') {
            let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(line.len());
            names.insert(line[..end].to_owned());
        }
    }
    names
}

fn ours(names: &BTreeSet<String>) -> BTreeSet<&str> {
    names.iter().filter_map(|name| name.strip_prefix("orebook-")).collect()
}

#[test]
fn no_arrow_leads_upwards() {
    for (member, may) in MAY_USE {
        let names = dependencies(member);
        let more: Vec<&str> = ours(&names).into_iter().filter(|name| !may.contains(name)).collect();
        assert!(more.is_empty(), "{member} must not use {more:?}");
    }
}

#[test]
fn what_decides_can_name_no_clock_no_chance_and_no_device() {
    for member in PURE {
        let names = dependencies(member);
        let impure: Vec<&str> = IMPURE.into_iter().filter(|name| names.contains(*name)).collect();
        assert!(impure.is_empty(), "{member} names {impure:?}");
    }
}

/// Calendars come from chrono, whose clock is a feature of its own.
#[test]
fn the_calendar_has_no_clock() {
    let manifest = std::fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let line = manifest.lines().find(|line| line.starts_with("chrono =")).unwrap();
    assert!(line.contains("default-features = false"), "{line}");
    assert!(!line.contains("\"clock\"") && !line.contains("\"now\""), "{line}");
}

#[test]
fn an_auditors_program_needs_no_network_and_no_database() {
    let names = dependencies("verifier");
    for name in ["tokio", "diesel", "actix-web", "reqwest", "getrandom", "libsqlite3-sys", "pq-sys"] {
        assert!(!names.contains(name), "verifier names {name}");
    }
}

#[test]
fn only_the_store_names_diesel() {
    let by_member: BTreeMap<&str, _> = MAY_USE.into_iter().map(|(member, _)| (member, dependencies(member))).collect();
    for (member, names) in &by_member {
        let diesel = names.iter().any(|name| name.starts_with("diesel") || name.ends_with("-sys"));
        assert_eq!(diesel, *member == "store", "{member}: {names:?}");
    }
}

#[test]
fn every_member_of_the_workspace_has_its_floor() {
    let manifest = std::fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let members = manifest.split("members = [").nth(1).unwrap().split(']').next().unwrap();
    let members: BTreeSet<&str> = members.split(',').map(|name| name.trim().trim_matches('"')).collect();
    let known: BTreeSet<&str> = MAY_USE.iter().map(|(member, _)| *member).chain(["tests", "bench"]).collect();
    assert_eq!(members, known);
    let used: Vec<_> = MAY_USE.iter().filter(|(member, _)| dependencies(member).contains("orebook-tests")).collect();
    assert!(used.is_empty(), "{used:?} must not use the tests");
}
