//! The same bytes again: always the same entry, never a second one; and a refusal spends nothing.

use orebook_registry::instruction::*;
use orebook_registry::values::OrganisationId;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{Actor, Scenario, at, sign_at, value};
use orebook_tlog::{Checkpoint, TlogProof, VerifierKey, leaf_hash};

fn house_of(location: &orebook_store::Location) -> (House, Actor) {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    scenario.advance_to(at("2026-01-06"));
    (House::of(location, scenario), lumen)
}

fn account(name: &str) -> Act {
    Act::OpenAccount(OpenAccount { name: value(name) })
}

fn key(house: &House) -> VerifierKey {
    let text = std::fs::read_to_string(house.data().join("log.vkey")).expect("the verifier key");
    text.trim_end().parse().expect("a verifier key")
}

/// What anybody can do with a receipt and the log's key, offline.
fn proven(house: &House, answer: &Answer) -> Checkpoint {
    let proof: TlogProof = answer.text("/proof").parse().expect("a tlog-proof");
    assert_eq!(proof.index.to_string(), answer.text("/sequence"));
    proof.verify(&leaf_hash(answer.entry().as_bytes()), &key(house)).expect("the proof verifies")
}

fn newest(house: &House) -> Checkpoint {
    Checkpoint::open(&house.get("/log/checkpoint").body, &key(house)).expect("a checkpoint of this log")
}

fn same(house: &House, first: &Answer, again: &Answer) {
    assert_eq!((again.status, again.header("idempotent-replayed")), (200, "true"), "{}", again.body);
    for member in ["/sequence", "/last"] {
        assert_eq!(again.text(member), first.text(member));
    }
    assert_eq!(again.entry(), first.entry());
    assert_eq!(proven(house, again), newest(house), "the proof is against the newest checkpoint");
}

fn fate(house: &House, organisation: OrganisationId, bytes: &[u8]) -> Answer {
    let document: serde_json::Value = serde_json::from_slice(bytes).expect("json");
    let id = document["id"].as_str().expect("an id");
    house.get(&format!("/v1/instructions/{id}?organisation={organisation}"))
}

#[test]
fn a_receipt_is_proven_offline_with_the_logs_key_and_the_entrys_bytes() {
    each_database(|location| {
        let (mut house, lumen) = house_of(location);
        let answer = house.act(&lumen, account("second"));
        assert_eq!(answer.header("idempotent-replayed"), "");
        assert_eq!(proven(&house, &answer), newest(&house));
        let proof: TlogProof = answer.text("/proof").parse().expect("a tlog-proof");
        let altered = answer.entry().replace("second", "seconf");
        assert!(proof.verify(&leaf_hash(altered.as_bytes()), &key(&house)).is_err(), "of other bytes it is none");
        let alone = house.get(&format!("/log/proof/{}", answer.text("/sequence")));
        assert_eq!(alone.body, answer.text("/proof"));
        let entry = house.get(&format!("/log/entry/{}", answer.text("/sequence")));
        assert_eq!(entry.body, answer.entry());
        house.audit();
    });
}

#[test]
fn the_same_bytes_are_answered_with_the_same_entry_whenever_they_come() {
    each_database(|location| {
        let (mut house, lumen) = house_of(location);
        let bytes = house.sign(&lumen, account("second"));
        let first = house.play(&bytes);
        same(&house, &first, &house.submit(&bytes));
        house.act(&lumen, account("third"));
        same(&house, &first, &house.submit(&bytes));
        house.advance(601);
        same(&house, &first, &house.submit(&bytes));
        house.advance(7_200);
        house.act(&lumen, account("fourth"));
        same(&house, &first, &house.submit(&bytes));
        house.restart();
        same(&house, &first, &house.submit(&bytes));
        let told = fate(&house, lumen.id, &bytes);
        assert_eq!((told.status, told.entry()), (200, first.entry()));
        house.audit();
    });
}

#[test]
fn an_instruction_with_consequences_is_answered_from_the_journal_with_all_of_them() {
    each_database(|location| {
        let (world, batches) = orebook_tests::scenario::World::issued();
        let (offer, bid) = (world.offer(&world.clara, batches[0], "1", "4200.00"), world.buyers[0].clone());
        let (clara, asked) = (world.clara.clone(), world.bid(&bid, "1", "4200.00"));
        let mut house = House::of(location, world.scenario);
        house.act(&clara, Act::PlaceSellOrder(offer));
        let bytes = house.sign(&bid, Act::PlaceBuyOrder(asked));
        let first = house.play(&bytes);
        assert_ne!(first.text("/sequence"), first.text("/last"), "it traded");
        house.advance(7_300);
        house.act(&clara, account("second"));
        same(&house, &first, &house.submit(&bytes));
        house.audit();
    });
}

#[test]
fn an_altered_document_under_a_used_id_is_refused_for_ever() {
    each_database(|location| {
        let (mut house, lumen) = house_of(location);
        house.advance(1);
        let instruction = house.scenario.instruction(lumen.id, account("second"));
        let created = house.scenario.seconds_from_now(0);
        let bytes = sign_at(instruction.clone(), &lumen.keys[0].secret, created);
        let sequence = house.play(&bytes).text("/sequence").to_owned();
        let altered = Instruction { act: account("third"), ..instruction };
        let altered = sign_at(altered, &lumen.keys[0].secret, created);
        for seconds in [0, 601, 7_200] {
            house.advance(seconds);
            house.act(&lumen, Act::Void(Void { id: value(&fresh(&house)) }));
            let answer = house.submit(&altered);
            assert_eq!((answer.status, answer.code()), (422, "id_was_used_for_another_instruction"), "{seconds}");
            assert_eq!(answer.json["facts"]["sequence"].to_string(), sequence);
        }
        house.audit();
    });
}

/// An id that nobody has used, made now.
fn fresh(house: &House) -> String {
    let ms = u128::try_from(house.scenario.now().ms()).expect("after 1970");
    format!("urn:uuid:{}", uuid::Uuid::from_u128((ms << 80) | (7 << 76) | (2 << 62) | 0x5eed))
}

#[test]
fn a_refusal_spends_nothing() {
    each_database(|location| {
        let (mut house, _) = house_of(location);
        let operator = house.scenario.operator.clone();
        let early = house.scenario.registration("Orfebre", "ES", &[Role::Buyer]);
        let mut registration = house.sign(&operator, Act::RegisterOrganisation(early.act.clone()));
        house.play(&registration);
        let twice = house.act(&operator, Act::RegisterOrganisation(early.act.clone()));
        assert_eq!((twice.status, twice.code()), (409, "name_must_be_new"));

        registration = house.sign(&operator, Act::Void(Void { id: value(&fresh(&house)) }));
        assert_eq!(fate(&house, operator.id, &registration).code(), "must_exist", "nothing is known of it yet");
        assert_eq!(house.play(&registration).status, 201);
        house.audit();
    });
}

#[test]
fn bytes_that_were_refused_are_accepted_once_the_state_allows_it() {
    each_database(|location| {
        let (mut house, lumen) = house_of(location);
        let operator = house.scenario.operator.clone();
        let id = fresh(&house);
        let bytes = house.sign(&lumen, account("of the new key"));
        // The key is not known before the registration, so the door refuses what is valid a moment later.
        let member = house.scenario.registration("Orfebre", "ES", &[Role::Buyer]);
        let expected = house.scenario.clone().admit(member.clone()).expect("it would be registered");
        let first = house.scenario.instruction(expected.id, Act::ConfirmKey(ConfirmKey {}));
        let early = sign_at(first, &expected.keys[0].secret, house.scenario.seconds_from_now(0));
        assert_eq!(house.play(&early).code(), "key_must_be_known");
        assert_eq!(house.act(&operator, Act::RegisterOrganisation(member.act)).status, 201);
        assert_eq!(house.play(&early).status, 201);
        assert_eq!(house.play(&early).status, 200);
        assert_eq!(house.play(&bytes).status, 201);
        assert_eq!(house.act(&lumen, Act::Void(Void { id: value(&id) })).status, 201);
        house.audit();
    });
}

#[test]
fn a_voided_id_is_spent() {
    each_database(|location| {
        let (mut house, lumen) = house_of(location);
        let bytes = house.sign(&lumen, account("never"));
        let id = serde_json::from_slice::<serde_json::Value>(&bytes).expect("json")["id"].clone();
        let void = Act::Void(Void { id: value(id.as_str().expect("text")) });
        assert_eq!(house.act(&lumen, void.clone()).status, 201);
        let late = house.play(&bytes);
        assert_eq!((late.status, late.code()), (422, "id_was_used_for_another_instruction"));
        assert_eq!(house.act(&lumen, void).code(), "instruction_id_must_be_unused");
        house.audit();
    });
}

#[test]
fn the_fate_of_an_instruction_is_told_to_its_organisation_alone() {
    each_database(|location| {
        let (mut house, lumen) = house_of(location);
        let bytes = house.sign(&lumen, account("second"));
        assert_eq!(fate(&house, lumen.id, &bytes).status, 404);
        house.play(&bytes);
        assert_eq!(fate(&house, lumen.id, &bytes).status, 200);
        let other = fate(&house, house.scenario.operator.id, &bytes);
        assert_eq!((other.status, other.code()), (404, "must_exist"));
        house.audit();
    });
}
