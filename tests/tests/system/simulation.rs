//! The register beside its naive twin, under random members.
//!
//! `SEEDS=10000 STEPS=200 cargo test -p orebook-tests simulation` runs longer, `FIRST=…` begins at another seed.

use orebook_tests::simulation::{Simulation, Tally};

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn run(first: u64, seeds: u64, steps: u64, full: u64) -> Tally {
    let mut sum = Tally::default();
    for seed in first..first + seeds {
        let played = std::panic::catch_unwind(|| Simulation::new(seed).play(steps, full));
        match played {
            Ok(Ok(tally)) => {
                sum.accepted += tally.accepted;
                sum.refused += tally.refused;
                sum.trades += tally.trades;
            }
            Ok(Err(found)) => panic!("seed {seed} ({steps} steps), {found}"),
            Err(_) => panic!("seed {seed} ({steps} steps) panicked, see above"),
        }
    }
    sum
}

#[test]
fn twin_and_register_agree_after_every_step_of_random_members() {
    let (first, seeds, steps) = (number("FIRST", 0), number("SEEDS", 300), number("STEPS", 60));
    let tally = run(first, seeds, steps, number("FULL", 20));
    println!("{seeds} seeds of {steps} steps: {tally:?}");
    assert!(tally.accepted > seeds * steps / 4 && tally.trades > seeds, "it does something: {tally:?}");
}

#[test]
fn every_invariant_holds_after_every_step_of_a_few_seeds() {
    run(1_000_000, 10, 60, 1);
}
