//! What is read of holds, transfers, trusted lists and cancelled credits, while it lasts and after.

use orebook_registry::instruction::*;
use orebook_registry::values::BatchId;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{Actor, World, holds, value};

/// A house in which Lumen has bought a kilogram and has a sister company.
fn house_of(location: &orebook_store::Location) -> (House, World, BatchId, Actor) {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let mut registration = world.scenario.registration("Lumen Holding", "GB", &[Role::Buyer]);
    registration.act.group = Some(lumen.id);
    let sister = world.scenario.join(registration);
    let (offer, bid) = (world.offer(&clara, batch, "1", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    (House::of(location, world.scenario.clone()), world, batch, sister)
}

fn send(house: &mut House, world: &World, batch: BatchId, to: &Actor) {
    let lumen = world.buyers[0].clone();
    let now = World { scenario: house.scenario.clone(), ..world.clone() };
    let blocks = now.blocks(lumen.account, batch, "0.25");
    let answer = house.act(&lumen, Act::Transfer(Transfer { blocks, from: lumen.account, to: to.account }));
    assert_eq!(answer.status, 201, "{}", answer.body);
}

fn states(house: &House, query: &str) -> Vec<String> {
    let answer = house.get(&format!("/v1/transfers?{query}"));
    let items = answer.json["items"].as_array().expect("a list").clone();
    items.iter().map(|item| item["state"].as_str().expect("a state").to_owned()).collect()
}

#[test]
fn a_transfer_is_read_by_both_sides_in_each_of_its_states() {
    each_database(|location| {
        let (mut house, world, batch, sister) = house_of(location);
        let lumen = world.buyers[0].clone();
        let pending = |house: &House| house.scenario.registry.credits.pending_transfers().next().expect("pending").0;
        send(&mut house, &world, batch, &sister);
        let transfer = pending(&house);
        house.act(&lumen, Act::WithdrawTransfer(WithdrawTransfer { transfer }));
        send(&mut house, &world, batch, &sister);
        let transfer = pending(&house);
        house.act(&sister, Act::RefuseTransfer(RefuseTransfer { transfer }));
        send(&mut house, &world, batch, &sister);
        house.advance(86_400);
        send(&mut house, &world, batch, &sister);
        let operator = house.scenario.operator.clone();
        let target = holds::account(sister.account);
        let place = PlaceHold { grievance: None, reason: HoldReason::Security, target };
        house.act(&operator, Act::PlaceHold(place));
        let (hold, _) = house.scenario.registry.credits.holds().iter().next().expect("held");
        house.act(&operator, Act::ReleaseHold(ReleaseHold { hold, reason: value("settled") }));
        send(&mut house, &world, batch, &sister);
        let all = ["withdrawn", "refused", "settled", "voided", "pending"];
        for member in [&lumen, &sister] {
            assert_eq!(states(&house, &format!("organisation={}", member.id)), all);
            assert_eq!(states(&house, &format!("organisation={}&state=voided", member.id)), ["voided"]);
            assert_eq!(states(&house, &format!("organisation={}&state=pending", member.id)), ["pending"]);
        }
        assert!(states(&house, &format!("organisation={}", world.buyers[1].id)).is_empty());
        let wrong = house.get(&format!("/v1/transfers?organisation={}&state=lost", lumen.id));
        assert_eq!((wrong.status, wrong.code()), (400, "parameter_is_malformed"));
        house.audit();
    });
}

#[test]
fn holds_and_cancelled_credits_are_public() {
    each_database(|location| {
        let (mut house, world, batch, _) = house_of(location);
        let (clara, operator) = (world.clara.clone(), house.scenario.operator.clone());
        let now = World { scenario: house.scenario.clone(), ..world.clone() };
        let blocks = now.blocks(clara.account, batch, "1");
        let serial = blocks[0].to_string();
        let cancel = CancelCredits { account: clara.account, blocks, reason: value("mistake") };
        assert_eq!(house.act(&clara, Act::CancelCredits(cancel)).status, 201);
        let target = holds::batch(batch, HoldScope::Unsold);
        let place = PlaceHold { grievance: None, reason: HoldReason::Grievance, target };
        assert_eq!(house.act(&operator, Act::PlaceHold(place)).status, 201);
        let place = PlaceHold {
            grievance: Some(Digest([7; 32])),
            reason: HoldReason::LegalOrder,
            target: holds::first_key(&clara),
        };
        assert_eq!(house.act(&operator, Act::PlaceHold(place)).status, 201);
        let credit = house.get(&format!("/v1/credits/{serial}"));
        assert_eq!((credit.text("/pieces/0/state"), credit.text("/pieces/0/reason")), ("cancelled", "owner"));
        assert_eq!((credit.text("/holds/0/reason"), credit.text("/holds/0/scope")), ("grievance", "unsold"));
        let count = |path: &str| house.get(path).json["items"].as_array().map_or(0, Vec::len);
        assert_eq!(count("/v1/holds"), 2);
        assert_eq!(count(&format!("/v1/holds?batch={batch}")), 1);
        assert_eq!(count(&format!("/v1/holds?organisation={}", clara.id)), 1);
        assert_eq!(count(&format!("/v1/holds?organisation={}", world.sisters.id)), 0);
        let of_batch = house.get(&format!("/v1/batches/{batch}"));
        assert_eq!(of_batch.text("/cancelled"), "1");
        let blocks = house.get(&format!("/v1/batches/{batch}/blocks"));
        assert_eq!((blocks.text("/items/0/state"), blocks.text("/items/0/reason")), ("cancelled", "owner"));
        house.audit();
    });
}

#[test]
fn a_trusted_list_tells_what_waits() {
    each_database(|location| {
        let (mut house, world, _, sister) = house_of(location);
        let lumen = world.buyers[0].clone();
        house.act(&lumen, Act::TrustAccount(TrustAccount { account: sister.account }));
        let path = format!("/v1/trusted-accounts?organisation={}", lumen.id);
        let listed = house.get(&path);
        assert_eq!(listed.text("/items/0/state"), "waiting");
        assert_eq!(listed.text("/items/0/organisation"), sister.id.to_string());
        house.advance(72 * 3_600);
        assert_eq!(house.get(&path).text("/items/0/state"), "counting");
        house.audit();
    });
}
