//! The register beside its naive twin and under a watchman's eyes, in the hands of random members.
//!
//! `SEEDS=10000 STEPS=200 cargo test -p orebook-tests simulation` runs longer, `FIRST=…` begins at another seed,
//! `FULL=1` checks the whole state after every step. A seed that fails is printed and plays the same again.

mod forged;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use orebook_registry::event::*;
use orebook_registry::instruction::Act;
use orebook_registry::{Cause, NewEntry};
use orebook_tests::simulation::cases::CASES;
use orebook_tests::simulation::{Simulation, Tally, watch};

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn play(seed: u64, steps: u64, full: u64) -> Result<Tally, String> {
    let played = catch_unwind(AssertUnwindSafe(|| Simulation::new(seed).play(steps, full)));
    played.unwrap_or_else(|_| Err("it panicked, see above".to_owned())).map_err(|found| {
        format!("{found}\nreplay: FIRST={seed} SEEDS=1 STEPS={steps} cargo test -p orebook-tests simulation::twin")
    })
}

/// Seeds one after the other, as many at a time as there are processors.
fn run(first: u64, seeds: u64, steps: u64, full: u64) -> Tally {
    let (next, stop) = (AtomicU64::new(first), AtomicBool::new(false));
    let (sum, failures) = (Mutex::new(Tally::default()), Mutex::new(Vec::new()));
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= first + seeds {
                        break;
                    }
                    match play(seed, steps, full) {
                        Ok(tally) => sum.lock().expect("no thread panics").add(&tally),
                        Err(found) => {
                            stop.store(true, Ordering::Relaxed);
                            failures.lock().expect("no thread panics").push(format!("seed {seed}, {found}"));
                        }
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().expect("no thread panicked");
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    sum.into_inner().expect("no thread panicked")
}

/// Area and name of every event there is.
fn all_events() -> impl Iterator<Item = (&'static str, &'static str)> {
    let areas = [
        ("party", PartyEvent::TABLE),
        ("certificate", CertificateEvent::TABLE),
        ("credit", CreditEvent::TABLE),
        ("money", MoneyEvent::TABLE),
        ("trade", TradeEvent::TABLE),
        ("claim", ClaimEvent::TABLE),
    ];
    areas.into_iter().flat_map(|(area, table)| table.iter().map(move |(word, _)| (area, *word)))
}

#[test]
fn twin_and_register_agree_after_every_step_of_random_members() {
    let (first, seeds, steps) = (number("FIRST", 0), number("SEEDS", 300), number("STEPS", 200));
    let began = Instant::now();
    let tally = run(first, seeds, steps, number("FULL", 20));
    for (word, [accepted, refused]) in &tally.acts {
        println!("{word:28}{accepted:9} accepted{refused:9} refused");
    }
    let Tally { accepted, refused, trades, ref acts, ref cases, .. } = tally;
    for (case, count) in cases {
        println!("{case:40}{count:9}");
    }
    let seconds = began.elapsed().as_secs();
    println!("{seeds} seeds of {steps} steps: {accepted} accepted, {refused} refused, {trades} trades, {seconds} s");
    assert!(accepted > seeds * steps / 4 && trades > seeds * steps / 40, "it does something: {tally:?}");
    if seeds >= 100 && steps >= 100 {
        // A register is founded before it is simulated, and there are no later rules to adopt yet.
        let unused = |word: &&str| {
            !["found", "adopt_rules"].contains(word) && acts.get(word).is_none_or(|[accepted, _]| *accepted == 0)
        };
        let unused: Vec<&str> = Act::TABLE.iter().map(|(word, _)| *word).filter(unused).collect();
        assert!(unused.is_empty(), "never accepted: {unused:?}");
        let written =
            |name: &(&str, &str)| tally.events.contains_key(name) || ["founded", "rules_adopted"].contains(&name.1);
        let unwritten: Vec<_> = all_events().filter(|name| !written(name)).collect();
        assert!(unwritten.is_empty(), "never written: {unwritten:?}");
        let unseen: Vec<&&str> = CASES.iter().filter(|case| !cases.contains_key(*case)).collect();
        assert!(unseen.is_empty(), "never seen: {unseen:?}");
    }
}

#[test]
fn the_watchman_notices_what_is_written_twice_left_out_or_signed_by_another() {
    let entries = Simulation::new(2_000_000).log(200).scenario.entries().to_vec();
    assert_eq!(watch(&entries), Ok(()));
    let found = |kind: &str, change: &dyn Fn(&mut Vec<NewEntry>, usize)| {
        let place = entries.iter().position(|entry| entry.kind == kind).unwrap_or_else(|| panic!("no {kind}"));
        let mut changed = entries.clone();
        change(&mut changed, place);
        watch(&changed).expect_err(kind)
    };
    let twice = |changed: &mut Vec<NewEntry>, place: usize| changed.insert(place, changed[place].clone());
    let left_out = |changed: &mut Vec<NewEntry>, place: usize| _ = changed.remove(place);
    // Only what follows from an instruction stays.
    let unsigned = |changed: &mut Vec<NewEntry>, place: usize| {
        changed[place].cause = Cause::Clock;
    };
    for (kind, change, words) in [
        ("retire", &twice as &dyn Fn(&mut Vec<NewEntry>, usize), "an id is used twice"),
        ("confirm_key", &left_out, "the key is Waits"),
        ("approve_declaration", &left_out, "issued for no declaration"),
        ("retire", &unsigned, "not signed by"),
        ("transfer", &unsigned, "not signed by"),
        ("place_buy_order", &unsigned, "a bid of nobody"),
        ("place_sell_order", &left_out, "nobody placed"),
        ("approve_declaration", &unsigned, "judged by a stranger"),
    ] {
        let error = found(kind, change);
        assert!(error.contains(words), "{kind}: {error}");
    }
}

#[test]
fn every_invariant_holds_after_every_step_of_a_few_seeds() {
    run(1_000_000, 10, 60, 1);
}
