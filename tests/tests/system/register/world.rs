//! The usual world itself.

use orebook_registry::invariants;
use orebook_tests::scenario::{Scenario, World};

#[test]
fn a_scenario_gives_the_same_bytes_every_time_and_others_under_another_seed() {
    let bytes = |world: &World| world.scenario.entries().iter().map(|e| e.bytes.clone()).collect::<Vec<_>>();
    let (one, _) = World::issued();
    let (two, _) = World::issued();
    assert_eq!(bytes(&one), bytes(&two));
    assert_ne!(bytes(&World::certified_from(Scenario::seeded(1)))[0], bytes(&one)[0]);
}

#[test]
fn the_usual_world_breaks_no_invariant() {
    let (world, batches) = World::issued();
    assert_eq!(invariants::check(&world.scenario.registry), Ok(()));
    let issued = batches.map(|b| world.scenario.registry.credits.batch(b).map(|b| b.issued.to_string()));
    assert_eq!(issued, [Some("12.412".to_owned()), Some("2.62".to_owned())]);
}
