//! Figure S10: verifying a whole log, compared with nothing but its signature checks on as many cores. Run with
//! `cargo test --release -p orebook-verifier --test speed -- --ignored --nocapture`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use orebook_document::{Unverified, read};
use orebook_registry::entry::Entry;
use orebook_registry::instruction::*;
use orebook_verifier::archive::Reader;
use orebook_verifier::{Options, verify_with};
use support::story::{BRAND, Story};
use support::*;

const CYCLES: usize = 15_000;

/// The story, and then bids that are placed and taken back.
fn long_log() -> Vec<Vec<u8>> {
    let mut story = Story::told();
    let bid = PlaceBuyOrder {
        account: story.brand_account,
        client_order: None,
        market: story.market,
        mass: v("0.005"),
        price: money("2000.00"),
        restriction: None,
        time_in_force: TimeInForce::Gtd,
        until: None,
    };
    for _ in 0..CYCLES {
        let first = story.log.submit(story.brand, BRAND, Act::PlaceBuyOrder(bid.clone()));
        let order = story.log.id(first, "ord");
        story.log.submit(story.brand, BRAND, Act::CancelOrder(CancelOrder { order }));
    }
    story.log.entries
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    (work(), start.elapsed())
}

fn instructions(entries: &[Vec<u8>]) -> Vec<Unverified<Instruction>> {
    let raw = entries.iter().filter_map(|entry| Entry::parse(entry).unwrap().instruction);
    raw.map(|raw| read(raw.get().as_bytes(), LENGTH_MAX).unwrap()).collect()
}

fn check_all(mut unverified: Vec<Unverified<Instruction>>, threads: usize) -> Duration {
    let share = unverified.len().div_ceil(threads);
    let mut parts = Vec::new();
    while !unverified.is_empty() {
        parts.push(unverified.split_off(unverified.len().saturating_sub(share)));
    }
    let check = |part: Vec<Unverified<Instruction>>| part.into_iter().for_each(|u| drop(u.verify().unwrap()));
    timed(|| std::thread::scope(|scope| parts.into_iter().for_each(|part| drop(scope.spawn(move || check(part)))))).1
}

/// Typed parse, canonical form and leaf hash of every entry, on one core.
fn plain_reading(entries: &[Vec<u8>]) -> Duration {
    let read_one = |entry: &Vec<u8>| {
        let parsed = Entry::parse(entry).unwrap();
        let canonical = orebook_document::canonical(&parsed.events).unwrap();
        let instruction = parsed.instruction.map(|raw| read::<Instruction>(raw.get().as_bytes(), LENGTH_MAX).unwrap());
        std::hint::black_box((canonical, instruction, orebook_tlog::leaf_hash(entry)));
    };
    timed(|| entries.iter().for_each(read_one)).1
}

#[test]
#[ignore = "a measurement, and only in a release build"]
fn verifying_costs_little_more_than_its_signature_checks() {
    let entries = long_log();
    let dir = tempfile::tempdir().unwrap();
    write_archive(dir.path(), &entries, &log_signer());
    let reader = Reader::open(dir.path()).unwrap();
    let threads = Options::default().threads;
    for round in 0..5 {
        for threads in [threads, NonZeroUsize::MIN] {
            let options = Options { threads, ..Options::default() };
            let (report, whole) = timed(|| verify_with(&reader, &log_key(), options).unwrap());
            assert!(report.is_clean(), "{:?}", report.findings);
            let bare = check_all(instructions(&entries), threads.get());
            let reading = plain_reading(&entries);
            let per = |time: Duration| time.as_nanos() / entries.len() as u128;
            println!(
                "{{\"figure\":\"S10\",\"round\":{round},\"threads\":{threads},\"entries\":{},\"verify_ns\":{},\"signatures_ns\":{},\"reading_one_core_ns\":{},\"permille\":{}}}",
                entries.len(),
                per(whole),
                per(bare),
                per(reading),
                whole.as_nanos() * 1000 / bare.as_nanos(),
            );
        }
    }
}
