//! The crash drill: a server is killed under load, again and again. What it acknowledged is there, once.

use std::path::Path;

use orebook_store::{Location, Reader};
use orebook_tests::house::{audit, found};
use orebook_tests::load::Load;
use orebook_tests::scenario::Scenario;
use orebook_tests::served::{Served, clock_of, set_clock};
use orebook_tests::{each_database, until};
use orebook_tlog::{Checkpoint, Edge, VerifierKey, leaf_hash};

const INSTRUCTIONS: usize = 90;

/// Cycles per database: 5, or what `make drill` asks for.
fn cycles() -> usize {
    std::env::var("CYCLES").ok().and_then(|text| text.parse().ok()).unwrap_or(5)
}

/// A moment that no run knows beforehand: how many answers there are before the kill.
fn random_below(limit: usize) -> usize {
    let bits = uuid::Uuid::now_v7().as_u128() as u32;
    usize::try_from(bits).unwrap() % limit
}

/// The newest checkpoint a server shows.
fn shown(served: &Served, data: &Path) -> Checkpoint {
    let key: VerifierKey = std::fs::read_to_string(data.join("log.vkey")).unwrap().trim_end().parse().unwrap();
    Checkpoint::open(&served.http.get("/log/checkpoint").body, &key).unwrap()
}

/// Every checkpoint that was ever shown is a beginning of the log.
fn all_consistent(location: &Location, checkpoints: &[Checkpoint]) {
    let reader = Reader::open(location, 1).unwrap();
    let mut leaves = Vec::new();
    let rows = reader.snapshot(|read| {
        read.each_journal(0, |rows| {
            leaves.extend(rows.iter().map(|row| leaf_hash(&row.entry)));
            Ok::<_, orebook_store::StoreError>(())
        })
    });
    rows.unwrap();
    for checkpoint in checkpoints {
        let mut edge = Edge::new();
        leaves[..usize::try_from(checkpoint.size).unwrap()].iter().for_each(|leaf| edge.push(*leaf));
        assert_eq!(edge.root(), checkpoint.root, "the log continues the checkpoint over {}", checkpoint.size);
    }
}

fn cycle(location: &Location, data: &Path, scenario: &mut Scenario, seen: &mut Vec<Checkpoint>) {
    scenario.advance_to(clock_of(data));
    let load = Load::signed(scenario, INSTRUCTIONS);
    let served = Served::start_leading(location, data);
    let kill_after = 1 + random_below(INSTRUCTIONS * 3 / 4);
    let http = served.http.clone();
    load.send_while(&http, || {
        until("enough answers", || (load.answered() >= kill_after).then_some(()));
        seen.push(shown(&served, data));
        served.kill();
    });
    let before = load.acknowledged();
    let again = Served::start_leading(location, data);
    assert!(shown(&again, data).size >= seen.last().unwrap().size, "it goes on from what it has shown");
    load.send_again(&again.http);
    seen.push(shown(&again, data));
    eprintln!("killed after {kill_after} answers: {before} of {INSTRUCTIONS} had been acknowledged");
    again.kill();
}

#[test]
fn a_server_killed_under_load_loses_nothing_it_acknowledged_and_doubles_nothing() {
    each_database(|location| {
        let data = tempfile::tempdir().unwrap();
        let mut scenario = Scenario::founded();
        found(&scenario, data.path());
        set_clock(data.path(), scenario.now());
        let mut seen = Vec::new();
        for _ in 0..cycles() {
            cycle(location, data.path(), &mut scenario, &mut seen);
        }
        let entries = audit(location, data.path());
        assert!(entries > u64::try_from(cycles() * INSTRUCTIONS).unwrap());
        all_consistent(location, &seen);
    });
}
