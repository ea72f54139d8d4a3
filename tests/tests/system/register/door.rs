//! The door: replays, altered bytes, and the times of an instruction.

use orebook_registry::instruction::*;
use orebook_registry::{Outcome, Refusal};
use orebook_tests::scenario::{Actor, Scenario, at, open, sign_at, value};

fn joined() -> (Scenario, Actor) {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    scenario.advance_to(at("2026-01-06"));
    (scenario, lumen)
}

fn account(name: &str) -> Act {
    Act::OpenAccount(OpenAccount { name: value(name) })
}

fn refused(outcome: Outcome) -> Refusal {
    match outcome {
        Outcome::Refused(refusal) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn the_same_bytes_are_answered_with_the_same_entry_for_two_hours() {
    let (mut scenario, lumen) = joined();
    let bytes = scenario.sign(&lumen, account("second"));
    let Outcome::Accepted(entries) = scenario.submit(&bytes) else { panic!("accepted") };
    scenario.advance_to(scenario.now().plus_seconds(3_600));
    let Outcome::Replayed(name) = scenario.submit(&bytes) else { panic!("replayed, though it has expired") };
    assert_eq!((name.sequence, name.last), (entries[0].sequence, entries[0].sequence));
    scenario.advance_to(scenario.now().plus_seconds(3_600));
    scenario.act(&lumen, account("third")).expect("an entry two hours later, which forgets the name");
    assert_eq!(refused(scenario.submit(&bytes)).code(), "instruction_must_not_be_expired");
    assert_eq!(scenario.registry.credits.accounts_of(lumen.id).count(), 3);
}

#[test]
fn another_instruction_under_the_same_id_is_refused() {
    let (mut scenario, lumen) = joined();
    let instruction = scenario.instruction(lumen.id, account("second"));
    let bytes = scenario.sign_instruction(instruction.clone(), &lumen.keys[0].secret);
    scenario.submit(&bytes);
    let altered = Instruction { act: account("third"), ..instruction.clone() };
    let bytes = scenario.sign_instruction(altered, &lumen.keys[0].secret);
    assert_eq!(refused(scenario.submit(&bytes)).code(), "id_was_used_for_another_instruction");
    let bytes = scenario.sign_instruction(instruction, &lumen.keys[1].secret);
    assert!(matches!(scenario.submit(&bytes), Outcome::Replayed(_)), "the identity leaves the proof out");
}

#[test]
fn altered_bytes_do_not_open() {
    let (mut scenario, lumen) = joined();
    let bytes = String::from_utf8(scenario.sign(&lumen, account("second"))).expect("text");
    let altered = bytes.replace("second", "seconf");
    let unverified = orebook_document::read::<Instruction>(altered.as_bytes(), LENGTH_MAX).expect("canonical still");
    assert!(unverified.verify().is_err());
    let spaced = bytes.replacen(':', ": ", 1);
    assert!(orebook_document::read::<Instruction>(spaced.as_bytes(), LENGTH_MAX).is_err());
}

#[test]
fn a_refusal_spends_nothing() {
    let (mut scenario, lumen) = joined();
    let bytes = scenario.sign(&lumen, Act::Void(Void { id: value("urn:uuid:0198c0de-0000-7000-8000-000000000000") }));
    let other = Scenario::seeded(9).sign(&lumen, account("second"));
    assert_eq!(refused(scenario.submit(&other)).code(), "instruction_must_not_be_expired");
    assert!(matches!(scenario.submit(&bytes), Outcome::Accepted(_)));
    let operator = scenario.operator.clone();
    let orfebre = scenario.registration("Orfebre", "ES", &[Role::Buyer]);
    let early = scenario.sign(&orfebre.actor, account("second"));
    assert_eq!(refused(scenario.submit(&early)).code(), "key_must_be_known");
    scenario.act(&operator, Act::RegisterOrganisation(orfebre.act)).expect("registered");
}

#[test]
fn an_instruction_is_signed_within_a_minute_and_expires_within_an_hour() {
    let (mut scenario, lumen) = joined();
    let try_times = |scenario: &mut Scenario, created: i64, expires: i64| {
        let mut instruction = scenario.instruction(lumen.id, account("more"));
        instruction.expires = scenario.seconds_from_now(expires);
        let bytes = sign_at(instruction, &lumen.keys[0].secret, scenario.seconds_from_now(created));
        match scenario.submit(&bytes) {
            Outcome::Accepted(_) => "ok".to_owned(),
            outcome => refused(outcome).code(),
        }
    };
    let rows = [
        (0, 1, "ok"),
        (0, 3_600, "ok"),
        (0, 3_601, "expiry_must_be_within_an_hour"),
        (0, 0, "expiry_must_be_within_an_hour"),
        (-10, 0, "instruction_must_not_be_expired"),
        (-60, 100, "ok"),
        (60, 100, "ok"),
        (61, 100, "instruction_must_not_come_from_the_future"),
        (-61, 100, "id_must_be_made_at_signing"),
    ];
    for (created, expires, expected) in rows {
        assert_eq!(try_times(&mut scenario, created, expires), expected, "created {created}, expires {expires}");
    }
}

#[test]
fn an_instruction_for_another_registry_is_worthless_here() {
    let (mut scenario, lumen) = joined();
    let mut instruction = scenario.instruction(lumen.id, account("second"));
    instruction.registry = "other.example/log".into();
    let bytes = scenario.sign_instruction(instruction, &lumen.keys[0].secret);
    let expected = Refusal::RegistryMustBe { expected: "test.orebook.example/log".into() };
    assert_eq!(refused(scenario.submit(&bytes)), expected);
    assert_eq!(open(&bytes).document().registry, "other.example/log");
}

#[test]
fn a_key_signs_for_its_own_organisation_only() {
    let (mut scenario, lumen) = joined();
    let operator = scenario.operator.clone();
    let instruction = scenario.instruction(lumen.id, account("second"));
    let bytes = scenario.sign_instruction(instruction, &operator.keys[0].secret);
    assert_eq!(refused(scenario.submit(&bytes)), Refusal::KeyMustBeKnown { organisation: lumen.id });
}
