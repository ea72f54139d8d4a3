//! Keys, persons and proposals.

use orebook_registry::event::{CancelReason, Event, TradeEvent};
use orebook_registry::instruction::*;
use orebook_registry::{Outcome, Refusal};
use orebook_tests::scenario::{Scenario, World, at, events, usd, value};
use orebook_tests::script::stage;

fn code<T>(result: Result<T, Refusal>) -> String {
    result.map(|_| "ok".to_owned()).unwrap_or_else(|refusal| refusal.code())
}

fn add(key: &orebook_document::SecretKey, person: &str) -> Act {
    Act::AddKey(AddKey { key: key.public(), person: value(person), purpose: KeyPurpose::Signing })
}

fn revoke(key: &orebook_document::SecretKey) -> Act {
    Act::RevokeKey(RevokeKey { key: key.public(), reason: value("lost") })
}

#[test]
fn a_member_is_active_from_its_first_confirmed_key_on_and_each_key_confirms_itself() {
    let mut scenario = Scenario::founded();
    let registration = scenario.registration("Lumen", "GB", &[Role::Buyer]);
    let lumen = scenario.admit(registration).expect("registered");
    let open = Act::OpenAccount(OpenAccount { name: value("second") });
    assert_eq!(code(scenario.act(&lumen, open.clone())), "key_must_be_confirmed");
    scenario.act_by(&lumen, 1, Act::ConfirmKey(ConfirmKey {})).expect("confirmed");
    assert_eq!(code(scenario.act(&lumen, open.clone())), "key_must_be_confirmed");
    assert_eq!(code(scenario.act_by(&lumen, 1, open.clone())), "signing_key_is_required", "a recovery key");
    assert_eq!(code(scenario.act_by(&lumen, 1, Act::ConfirmKey(ConfirmKey {}))), "key_must_await_confirmation");
    scenario.act(&lumen, Act::ConfirmKey(ConfirmKey {})).expect("confirmed");
    assert_eq!(code(scenario.act(&lumen, open)), "ok");
}

#[test]
fn a_person_adds_keys_of_its_own_alone_and_a_new_person_needs_two() {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let (phone, third) = (scenario.key("phone"), scenario.key("third"));
    assert_eq!(code(scenario.act(&lumen, add(&phone, "first"))), "ok");
    assert_eq!(code(scenario.act(&lumen, add(&phone, "first"))), "key_must_be_new");
    scenario.act(&lumen, add(&third, "third")).expect("proposed");
    let lumen = lumen.with_key("first", phone).with_key("third", third);
    assert_eq!(code(scenario.act_by(&lumen, 3, Act::ConfirmKey(ConfirmKey {}))), "key_must_be_known");
    let (proposal, digest) =
        scenario.registry.parties.open_proposals().last().map(|(id, p)| (id, p.digest)).expect("open");
    scenario.act_by(&lumen, 2, Act::ConfirmKey(ConfirmKey {})).expect("confirmed");
    let approve = Act::Approve(Approve { digest, proposal });
    assert_eq!(
        code(scenario.act_by(&lumen, 2, approve.clone())),
        "another_person_must_approve",
        "two keys, one person"
    );
    assert_eq!(code(scenario.act_by(&lumen, 1, approve.clone())), "ok");
    assert_eq!(code(scenario.act_by(&lumen, 1, approve)), "must_exist");
    assert_eq!(code(scenario.act_by(&lumen, 3, Act::ConfirmKey(ConfirmKey {}))), "ok");
}

#[test]
fn nobody_adds_a_key_to_the_slot_of_another_person_alone() {
    let mut scenario = Scenario::founded();
    let operator = scenario.operator.clone();
    let forged = scenario.key("forged");
    scenario.act(&operator, add(&forged, "second")).expect("proposed");
    let operator = operator.with_key("second", forged);
    assert_eq!(code(scenario.act_by(&operator, 2, Act::ConfirmKey(ConfirmKey {}))), "key_must_be_known");
}

#[test]
fn a_proposal_is_approved_by_its_digest_and_lapses_after_seven_days() {
    let mut world = stage();
    let (operator, lumen) = (world.scenario.operator.clone(), world.buyers[0].clone());
    let deposit = |reference: &str| {
        Act::Deposit(Deposit { amount: usd("1.00"), organisation: lumen.id, reference: value(reference) })
    };
    let (proposal, digest) = world.scenario.propose(&operator, 0, deposit("A")).expect("proposed");
    let wrong = Act::Approve(Approve { digest: Digest([0; 32]), proposal });
    assert_eq!(code(world.scenario.act_by(&operator, 1, wrong)), "proposal_digest_must_match");
    let approve = Act::Approve(Approve { digest, proposal });
    assert_eq!(code(world.scenario.act(&operator, approve.clone())), "another_person_must_approve");
    assert_eq!(code(world.scenario.act_by(&lumen, 1, approve.clone())), "must_exist", "a proposal of others");
    world.scenario.advance_to(world.scenario.now().plus_days(6));
    world.scenario.act_by(&operator, 1, approve).expect("approved");
    let (proposal, digest) = world.scenario.propose(&operator, 1, deposit("B")).expect("either may propose");
    let entries = world.scenario.advance_to(world.scenario.now().plus_days(7));
    assert!(events(&entries).any(|e| e.name().1 == "proposal_lapsed"));
    let approve = Act::Approve(Approve { digest, proposal });
    assert_eq!(code(world.scenario.act(&operator, approve)), "must_exist");
}

#[test]
fn a_proposal_is_decided_against_the_state_of_its_approval() {
    let mut world = stage();
    let (operator, lumen) = (world.scenario.operator.clone(), world.buyers[0].clone());
    let deposit = Act::Deposit(Deposit { amount: usd("1.00"), organisation: lumen.id, reference: value("ONCE") });
    let (proposal, digest) = world.scenario.propose(&operator, 0, deposit.clone()).expect("proposed");
    world.scenario.act_together(&operator, deposit.clone()).expect("booked through another proposal");
    let approve = Act::Approve(Approve { digest, proposal });
    assert_eq!(code(world.scenario.act_by(&operator, 1, approve)), "reference_must_be_new");
    assert_eq!(code(world.scenario.act(&operator, deposit)), "reference_must_be_new");
    assert_eq!(world.scenario.registry.parties.open_proposals().count(), 1, "a refused approval spends nothing");
}

#[test]
fn a_revoked_key_takes_its_orders_proposals_and_transfers_with_it() {
    let (mut world, batches) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let clara = world.scenario.with_second_signer(&clara);
    let offers = [world.offer(&clara, batches[0], "1", "4300.00"), world.offer(&clara, batches[0], "2", "4300.00")];
    world.scenario.act(&clara, Act::PlaceSellOrder(offers[0].clone())).expect("an offer of the first key");
    world.scenario.act_by(&clara, 2, Act::PlaceSellOrder(offers[1].clone())).expect("an offer of the second key");
    let third = world.scenario.key("third");
    world.scenario.act(&clara, add(&third, "third")).expect("proposed");
    let entries = world.scenario.act_by(&clara, 1, revoke(&clara.keys[0].secret)).expect("revoked");
    let names: Vec<_> = events(&entries).map(|e| e.name().1).collect();
    assert_eq!(names, ["key_revoked", "proposal_cancelled", "order_cancelled"]);
    let last = events(&entries).last();
    assert!(matches!(last, Some(Event::Trade(TradeEvent::OrderCancelled(c))) if c.reason == CancelReason::KeyRevoked));
    assert_eq!(world.scenario.registry.markets.orders().count(), 1);
    assert_eq!(code(world.scenario.act(&clara, revoke(&clara.keys[1].secret))), "key_must_not_be_revoked");
    assert_eq!(code(world.scenario.act_by(&clara, 1, revoke(&clara.keys[0].secret))), "key_must_not_be_revoked");
    assert_eq!(code(world.scenario.act_by(&clara, 1, revoke(&lumen.keys[0].secret))), "must_exist", "a key of others");
    assert_eq!(code(world.scenario.act_by(&clara, 1, add(&clara.keys[0].secret, "second"))), "key_must_be_new");
}

#[test]
fn a_voided_id_is_never_accepted() {
    let mut world = stage();
    let lumen = world.buyers[0].clone();
    let bid = Act::PlaceBuyOrder(world.bid(&lumen, "1", "4200.00"));
    let lost = world.scenario.sign(&lumen, bid);
    let id = orebook_tests::scenario::open(&lost).document().id;
    world.scenario.act(&lumen, Act::Void(Void { id })).expect("voided");
    let Outcome::Refused(refusal) = world.scenario.submit(&lost) else { panic!("a voided id was accepted") };
    assert_eq!(refusal.code(), "id_was_used_for_another_instruction");
    assert_eq!(code(world.scenario.act(&lumen, Act::Void(Void { id }))), "instruction_id_must_be_unused");
    world.scenario.advance_to(at("2026-07-14"));
    let Outcome::Refused(refusal) = world.scenario.submit(&lost) else { panic!("a voided id was accepted") };
    assert_eq!(refusal.code(), "instruction_must_not_be_expired", "its name is forgotten, and so is its time");
}

#[test]
fn an_id_of_the_future_cannot_be_voided_for_its_name_would_be_forgotten_too_soon() {
    let mut world = stage();
    let lumen = world.buyers[0].clone();
    let mut void_made_after = |seconds: i64| {
        world.scenario.advance_to(world.scenario.now().plus_seconds(100));
        let mut later = world.scenario.clone();
        later.advance_to(later.now().plus_seconds(1 + seconds));
        let id = later.instruction(lumen.id, Act::ConfirmKey(ConfirmKey {})).id;
        code(world.scenario.act(&lumen, Act::Void(Void { id })))
    };
    assert_eq!(void_made_after(60), "ok");
    assert_eq!(void_made_after(61), "field_must_be");
}

#[test]
fn the_registers_waiting_times_are_set_by_two_persons_and_hold_from_then_on() {
    let mut scenario = Scenario::founded();
    let operator = scenario.operator.clone();
    let parameters = RegisterParameters { proposal_lapse_days: Count(3), ..RegisterParameters::default() };
    let adopt = Act::AdoptParameters(AdoptParameters { parameters: parameters.clone() });
    let entries = scenario.act_together(&operator, adopt.clone()).expect("two persons set them");
    let public = entries.last().and_then(|entry| entry.events.first()).map(|event| event.name());
    assert_eq!(public, Some(("party", "parameters_adopted")), "public, so a continuation of its own");
    assert_eq!(*scenario.registry.parties.parameters(), parameters);
    let (proposal, _) = scenario.propose(&operator, 0, adopt).expect("proposed");
    let lapses_at =
        scenario.registry.parties.open_proposals().find(|(id, _)| *id == proposal).expect("open").1.lapses_at;
    assert_eq!(lapses_at, scenario.now().plus_days(3));
}

#[test]
fn an_agent_is_appointed_and_dismissed_by_its_principal() {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let bridge = scenario.register("ClaimBridge", "NL", &[Role::Agent]);
    let appoint = |agent| Act::AppointAgent(AppointAgent { agent });
    assert_eq!(code(scenario.act(&bridge, appoint(lumen.id))), "must_exist", "a buyer is no agent");
    assert_eq!(code(scenario.act(&bridge, appoint(bridge.id))), "field_must_be", "nor is anyone its own");
    assert_eq!(code(scenario.act(&lumen, appoint(bridge.id))), "ok");
    assert!(scenario.registry.parties.is_agent(bridge.id, lumen.id));
    assert!(!scenario.registry.parties.is_agent(lumen.id, bridge.id));
    let dismiss = Act::DismissAgent(DismissAgent { agent: bridge.id });
    assert_eq!(code(scenario.act(&lumen, dismiss.clone())), "ok");
    assert_eq!(code(scenario.act(&lumen, dismiss)), "must_exist");
}
