use orebook_registry::instruction::*;
use orebook_registry::invariants;
use orebook_tests::scenario::{Checks, World};
use std::time::Instant;
#[test]
fn measure_clone() {
    let (mut world, _) = World::issued();
    world.scenario.checks = Checks::WhenAsked;
    for n in 0..world.buyers.len() {
        let buyer = world.buyers[n].clone();
        world.deposit(&buyer, "900000.00", &format!("MEASURE-{n}")).unwrap();
    }
    for n in 0..20_000u64 {
        let buyer = world.buyers[(n % 3) as usize].clone();
        let bid = world.bid(&buyer, "0.003", &format!("{}.00", 4_000 + n % 100 * 10));
        if n < 2 {
            world.scenario.act(&buyer, Act::PlaceBuyOrder(bid)).unwrap();
        } else {
            let _ = world.scenario.act(&buyer, Act::PlaceBuyOrder(bid));
        }
        if [500, 5_000, 19_999].contains(&n) {
            let at = Instant::now();
            let copy = world.scenario.registry.clone();
            let cloned = at.elapsed();
            let at = Instant::now();
            let mut worst = std::time::Duration::ZERO;
            let mut name = "";
            for (i, check) in invariants::ALL {
                let one = Instant::now();
                check(&copy).unwrap();
                if one.elapsed() > worst {
                    worst = one.elapsed();
                    name = i;
                }
            }
            eprintln!("SLOWEST {name} {worst:?}");
            eprintln!(
                "MEASURED {n}: {} entries, {} orders, clone {cloned:?}, check {:?}",
                copy.size(),
                copy.markets.orders_of(buyer.id).count(),
                at.elapsed()
            );
        }
    }
}
