//! The museum: logs that older builds left, one directory a version and one archive in each for every log. Every
//! build replays all of them without a finding, so that what was once accepted is accepted for ever.
//!
//! `UPDATE=1` hangs this version's logs, if they are not there yet. What hangs is not taken down: whoever changes a
//! form or a rule on purpose does so as a new variant, and raises the version.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use orebook_registry::event::*;
use orebook_registry::instruction::Act;
use orebook_registry::party::adopt_rules::RULES_KNOWN;
use orebook_registry::{Entry, Registry};
use orebook_tests::archive::{copy, entries, sign_anew};
use orebook_tests::demo::demo;
use orebook_tests::golden::workspace;
use orebook_tests::simulation::Simulation;
use orebook_tlog::{NoteSigner, VerifierKey};
use orebook_verifier::archive::Reader;

/// The version whose logs are still being made.
const OWN: &str = env!("CARGO_PKG_VERSION");
/// Together they show every act and event.
const SEEDS: [u64; 3] = [5, 7, 18];
const STEPS: u64 = 2_500;

fn museum() -> PathBuf {
    workspace().join("tests/museum")
}

fn archives() -> Vec<PathBuf> {
    let inside = |directory: PathBuf| {
        let listed = std::fs::read_dir(&directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
        listed.map(|found| found.unwrap().path()).filter(|path| path.is_dir()).collect::<BTreeSet<_>>()
    };
    inside(museum()).into_iter().flat_map(inside).collect()
}

/// The demo's log, and those of simulations in which random members did whatever came to their minds.
fn hang_own() {
    let wing = museum().join(OWN);
    if wing.exists() {
        return;
    }
    copy(&demo().archive(), &wing.join("demo"));
    for seed in SEEDS {
        let world = Simulation::new(seed).log(STEPS);
        let bytes: Vec<Vec<u8>> = world.scenario.entries().iter().map(|entry| entry.bytes.clone()).collect();
        let log = NoteSigner::new(orebook_tests::scenario::ORIGIN, world.scenario.log_key().seed()).unwrap();
        sign_anew(&bytes, &log, &wing.join(format!("simulation-{seed}")));
    }
}

fn replay(archive: &Path) -> Registry {
    let key: VerifierKey = std::fs::read_to_string(archive.join("vkey")).unwrap().trim_end().parse().unwrap();
    let report = orebook_verifier::verify(&Reader::open(archive).unwrap(), &key).unwrap();
    assert!(report.findings.is_empty(), "{}: {:?}", archive.display(), report.findings);
    let entries = entries(archive);
    let until = Entry::parse(entries.last().unwrap()).unwrap().time;
    let mut registry = Registry::new();
    for bytes in &entries {
        registry.follow(bytes, until).unwrap();
    }
    registry
}

#[test]
fn every_log_of_the_museum_replays_without_a_finding() {
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        hang_own();
    }
    let archives = archives();
    assert!(archives.len() >= 2, "the museum has logs: {archives:?}");
    for archive in archives {
        let registry = replay(&archive);
        assert!(registry.size() > 100, "{}: {} entries", archive.display(), registry.size());
    }
}

/// What no log of the museum shows could be changed without anybody noticing.
#[test]
fn the_museum_shows_every_act_and_event() {
    let (mut acts, mut events) = (BTreeSet::new(), BTreeSet::new());
    for bytes in archives().iter().flat_map(|archive| entries(archive)) {
        let entry = Entry::parse(&bytes).unwrap();
        acts.extend(entry.act_word());
        events.extend(entry.events.iter().map(|event| event.name().1));
    }
    // Rules can be adopted where there are later ones: the version that knows rules 2 shows it.
    if RULES_KNOWN == 1 {
        acts.insert("adopt_rules");
        events.insert("rules_adopted");
    }
    let missing: Vec<&str> = Act::TABLE.iter().map(|(act, _)| *act).filter(|act| !acts.contains(act)).collect();
    assert!(missing.is_empty(), "no log of the museum shows the acts {missing:?}");
    let missing: Vec<&str> = Event::names().filter(|event| !events.contains(event)).collect();
    assert!(missing.is_empty(), "no log of the museum shows the events {missing:?}");
}
