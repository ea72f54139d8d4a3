//! Whom an entry concerns, and what each of them may read of it.

use orebook_registry::instruction::*;
use orebook_registry::values::OrganisationId;
use orebook_store::Reader;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{World, usd, value};

/// Whom the entries of some kind concern: organisations, and whether they may read it.
fn concerned(location: &orebook_store::Location, kind: &str) -> Vec<Vec<(String, bool)>> {
    let reader = Reader::open(location, 1).unwrap();
    let mut entries = Vec::new();
    let mut all = std::collections::BTreeMap::<i64, Vec<(String, bool)>>::new();
    reader
        .snapshot(|read| {
            read.each_journal(0, |rows| {
                entries.extend(rows.into_iter().filter(|row| row.kind == kind).map(|row| row.sequence));
                Ok::<(), orebook_store::StoreError>(())
            })?;
            read.each_involved(|rows| {
                for row in rows {
                    all.entry(row.sequence).or_default().push((row.organisation, row.reads == "yes"));
                }
                Ok::<(), orebook_store::StoreError>(())
            })
        })
        .unwrap();
    entries.into_iter().map(|sequence| all.remove(&sequence).unwrap_or_default()).collect()
}

#[test]
fn payees_of_a_trade_are_told_their_part_and_read_nothing_of_the_buyer() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "1", "4200.00"));
        let mut house = House::of(location, world.scenario.clone());
        assert_eq!(house.act(&clara, Act::PlaceSellOrder(offer)).status, 201);
        assert_eq!(house.act(&lumen, Act::PlaceBuyOrder(bid)).status, 201);
        let [trade] = concerned(location, "traded").try_into().unwrap();
        let reads = |id: OrganisationId| trade.iter().find(|(one, _)| *one == id.to_string()).map(|(_, reads)| *reads);
        assert_eq!((reads(clara.id), reads(lumen.id)), (Some(true), Some(true)));
        let (_, plan) = house.scenario.registry.cash.plan_in_force(clara.id, value("HZN")).unwrap();
        let payees: Vec<_> = plan.payees.iter().map(|share| share.payee).filter(|id| *id != clara.id).collect();
        assert!(!payees.is_empty());
        assert!(payees.iter().all(|payee| reads(*payee) == Some(false)), "{trade:?}");
        assert_eq!(reads(world.cordillera.id), Some(false), "the creditor of an instalment is told as well");
        assert_eq!(reads(world.buyers[1].id), None);
        let [placed] = concerned(location, "place_buy_order").try_into().unwrap();
        assert_eq!(placed, [(lumen.id.to_string(), true)]);

        let sequence = house.scenario.entries().iter().find(|entry| entry.kind == "traded").unwrap().sequence;
        let path = format!("/log/entry/{sequence}");
        assert_eq!(house.member(&lumen).get(&path).status, 200);
        assert_eq!(house.member(&world.cordillera).get(&path).code(), "must_exist");
        assert_eq!(house.member(&world.buyers[1]).get(&path).code(), "must_exist");
        house.audit();
    });
}

#[test]
fn nobody_reads_a_proposal_because_it_names_them() {
    each_database(|location| {
        let (world, _) = World::issued();
        let lumen = world.buyers[0].clone();
        let mut house = House::of(location, world.scenario.clone());
        let operator = house.scenario.operator.clone();
        let before = concerned(location, "deposit").len();
        let deposit = Deposit { amount: usd("5.00"), organisation: lumen.id, reference: value("BANK-77") };
        assert_eq!(house.act(&operator, Act::Deposit(deposit)).status, 201);
        let proposed = concerned(location, "deposit").split_off(before);
        assert_eq!(proposed, [vec![(operator.id.to_string(), true)]]);
        let sequence = house.scenario.entries().last().unwrap().sequence;
        assert_eq!(house.member(&lumen).get(&format!("/log/entry/{sequence}")).code(), "must_exist");
        house.audit();
    });
}
