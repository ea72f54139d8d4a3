//! Rehearsals of lost keys, as the manual for operators describes them.

use orebook_registry::instruction::*;
use orebook_tests::scenario::{Actor, Scenario};

use super::keys::{add, add_for, code, confirm, open, revoke};

/// A co-operative lost its telephone. The printed key in the safe makes a new one, alone.
#[test]
fn rehearsal_a_lost_telephone_is_replaced_with_the_recovery_key() {
    let mut scenario = Scenario::founded();
    let coop = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let (lost, telephone) = (coop.keys[0].secret.clone(), scenario.key("telephone"));
    scenario.act_by(&coop, 1, revoke(&lost)).unwrap();
    assert_eq!(code(scenario.act(&coop, open())), "key_must_not_be_revoked", "whoever found it signs nothing");
    scenario.act_by(&coop, 1, add(&telephone, "second", KeyPurpose::Signing)).unwrap();
    let coop = coop.with_key("second", telephone.clone());
    scenario.act_by(&coop, 2, confirm()).unwrap();
    assert_eq!(code(scenario.act_by(&coop, 2, open())), "ok");
    let again = scenario.key("telephone of the first");
    let proposed = scenario.propose(&coop, 1, add(&again, "first", KeyPurpose::Signing)).unwrap();
    let approve = Act::Approve(Approve { proposal: proposed.0, digest: proposed.1 });
    let coop = coop.with_key("first", again);
    assert_eq!(code(scenario.act_by(&coop, 2, approve)), "another_person_must_approve", "both keys are the second's");
    assert_eq!(code(add_for(&mut scenario, &coop, &coop.keys[3].secret, "first")), "ok", "so the operator helps");
    scenario.advance_to(scenario.now().plus_days(3));
    assert_eq!(code(scenario.act_by(&coop, 3, confirm())), "ok");
}

/// Both keys are lost. The operator adds one; a thief who holds the old telephone could veto it, and the owner of a
/// key that was only mislaid too.
#[test]
fn rehearsal_both_keys_are_lost_and_the_operator_adds_one() {
    let mut scenario = Scenario::founded();
    let coop = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let telephone = scenario.key("telephone");
    add_for(&mut scenario, &coop, &telephone, "first").unwrap();
    let coop = coop.with_key("first", telephone);
    let mut vetoed = scenario.clone();
    scenario.advance_to(scenario.now().plus_days(3));
    scenario.act_by(&coop, 2, confirm()).unwrap();
    assert_eq!(code(scenario.act_by(&coop, 2, open())), "ok");
    let found = Act::VetoKey(VetoKey { key: coop.keys[2].secret.public() });
    assert_eq!(code(vetoed.act_by(&coop, 1, found)), "ok", "the recovery key was not lost after all");
    vetoed.advance_to(vetoed.now().plus_days(3));
    assert_eq!(code(vetoed.act_by(&coop, 2, confirm())), "key_must_not_be_revoked");
}

/// A register whose operator put a recovery key of each person into the safe, as the manual says: keys 2 and 3.
fn operator_with_safe(scenario: &mut Scenario) -> Actor {
    let mut operator = scenario.operator.clone();
    for (key, person) in [(0, "first"), (1, "second")] {
        let safe = scenario.key(&format!("safe of the {person}"));
        scenario.act_by(&operator, key, add(&safe, person, KeyPurpose::Recovery)).unwrap();
        operator = operator.with_key(person, safe);
        scenario.act_by(&operator, operator.keys.len() - 1, confirm()).unwrap();
    }
    operator
}

/// Adds the person `third` by one key, approved by another, and confirms it. It is the actor's last key.
fn third_person(scenario: &mut Scenario, operator: &Actor, by: usize, approved_by: usize) -> Actor {
    let third = scenario.key("third");
    let proposed = scenario.propose(operator, by, add(&third, "third", KeyPurpose::Signing)).unwrap();
    let approve = Act::Approve(Approve { proposal: proposed.0, digest: proposed.1 });
    scenario.act_by(operator, approved_by, approve).unwrap();
    let operator = operator.clone().with_key("third", third);
    scenario.act_by(&operator, operator.keys.len() - 1, confirm()).unwrap();
    operator
}

/// The second person and a new one go on together.
fn goes_on(scenario: &mut Scenario, operator: &Actor) {
    let adopt = Act::AdoptParameters(AdoptParameters { parameters: RegisterParameters::default() });
    let proposed = scenario.propose(operator, 0, adopt).unwrap();
    let approve = Act::Approve(Approve { proposal: proposed.0, digest: proposed.1 });
    assert_eq!(code(scenario.act_by(operator, 1, approve.clone())), "key_must_not_be_revoked");
    assert_eq!(code(scenario.act_by(operator, 4, approve)), "ok");
}

#[test]
fn rehearsal_a_person_of_the_operator_leaves_in_peace() {
    let mut scenario = Scenario::founded();
    let operator = operator_with_safe(&mut scenario);
    let operator = third_person(&mut scenario, &operator, 0, 1);
    scenario.act_by(&operator, 1, revoke(&operator.keys[3].secret)).unwrap();
    scenario.act_by(&operator, 1, revoke(&operator.keys[1].secret)).unwrap();
    goes_on(&mut scenario, &operator);
}

#[test]
fn rehearsal_a_person_of_the_operator_vanishes_and_its_recovery_key_is_in_the_safe() {
    let mut scenario = Scenario::founded();
    let operator = operator_with_safe(&mut scenario);
    let operator = third_person(&mut scenario, &operator, 0, 3);
    scenario.act_by(&operator, 3, revoke(&operator.keys[1].secret)).unwrap();
    scenario.act_by(&operator, 3, revoke(&operator.keys[3].secret)).unwrap();
    goes_on(&mut scenario, &operator);
}

#[test]
fn rehearsal_without_a_safe_a_vanished_person_cannot_be_replaced_by_the_other_alone() {
    let mut scenario = Scenario::founded();
    let operator = scenario.operator.clone();
    let third = scenario.key("third");
    let (proposal, digest) = scenario.propose(&operator, 0, add(&third, "third", KeyPurpose::Signing)).unwrap();
    let approve = Act::Approve(Approve { digest, proposal });
    assert_eq!(code(scenario.act(&operator, approve)), "another_person_must_approve");
    let key = third.public();
    let (organisation, purpose) = (operator.id, KeyPurpose::Signing);
    let way = Act::AddKeyFor(AddKeyFor { key, organisation, person: orebook_tests::scenario::value("third"), purpose });
    assert_eq!(code(scenario.act(&operator, way)), "field_must_be", "the operator's way is for others");
}
