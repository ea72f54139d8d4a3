//! Keys: what a recovery key signs, the operator's way and its veto.

use orebook_document::SecretKey;
use orebook_registry::instruction::*;
use orebook_registry::party::KeyState;
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, Scenario, events, usd, value};

pub(super) fn code<T>(result: Result<T, Refusal>) -> String {
    result.map(|_| "ok".to_owned()).unwrap_or_else(|refusal| refusal.code())
}

pub(super) fn add(key: &SecretKey, person: &str, purpose: KeyPurpose) -> Act {
    Act::AddKey(AddKey { key: key.public(), person: value(person), purpose })
}

pub(super) fn revoke(key: &SecretKey) -> Act {
    Act::RevokeKey(RevokeKey { key: key.public(), reason: value("lost") })
}

pub(super) fn confirm() -> Act {
    Act::ConfirmKey(ConfirmKey {})
}

pub(super) fn open() -> Act {
    Act::OpenAccount(OpenAccount { name: value("second") })
}

/// By both persons of the operator, for a member that cannot help itself.
pub(super) fn add_for(
    scenario: &mut Scenario,
    member: &Actor,
    key: &SecretKey,
    person: &str,
) -> Result<Vec<NewEntry>, Refusal> {
    let (organisation, purpose) = (member.id, KeyPurpose::Signing);
    let act = AddKeyFor { key: key.public(), organisation, person: value(person), purpose };
    let operator = scenario.operator.clone();
    scenario.act_together(&operator, Act::AddKeyFor(act))
}

fn state(scenario: &Scenario, key: &SecretKey) -> &'static str {
    scenario.registry.parties.key(&key.public()).map_or("unknown", |key| key.state.word())
}

#[test]
fn a_recovery_key_signs_key_acts_and_nothing_else() {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    assert_eq!(code(scenario.act_by(&lumen, 1, open())), "signing_key_is_required");
    let limits = Act::SetLimits(SetLimits { masses: vec![], values: vec![usd("1.00")] });
    assert_eq!(code(scenario.act_by(&lumen, 1, limits)), "signing_key_is_required");
    let void = Act::Void(Void { id: scenario.instruction(lumen.id, open()).id });
    assert_eq!(code(scenario.act_by(&lumen, 1, void)), "ok");
    let phone = scenario.key("phone");
    assert_eq!(code(scenario.act_by(&lumen, 1, add(&phone, "second", KeyPurpose::Signing))), "ok");
    assert_eq!(code(scenario.act_by(&lumen, 1, revoke(&phone))), "ok");
}

#[test]
fn a_recovery_key_approves_proposals_on_keys_and_no_others() {
    let mut scenario = Scenario::founded();
    let operator = scenario.operator.clone();
    let safe = scenario.key("safe");
    scenario.act_by(&operator, 1, add(&safe, "second", KeyPurpose::Recovery)).unwrap();
    let operator = operator.with_key("second", safe);
    scenario.act_by(&operator, 2, confirm()).unwrap();
    let parameters = RegisterParameters::default();
    let adopt = Act::AdoptParameters(AdoptParameters { parameters });
    let (proposal, digest) = scenario.propose(&operator, 0, adopt).unwrap();
    let approve = |(proposal, digest)| Act::Approve(Approve { digest, proposal });
    assert_eq!(code(scenario.act_by(&operator, 2, approve((proposal, digest)))), "signing_key_is_required");
    let cancel = Act::CancelProposal(CancelProposal { proposal });
    assert_eq!(code(scenario.act_by(&operator, 2, cancel.clone())), "ok", "it may take one back");
    assert_eq!(code(scenario.act_by(&operator, 0, cancel)), "must_exist");
    let third = scenario.key("third");
    let proposed = scenario.propose(&operator, 0, add(&third, "third", KeyPurpose::Signing)).unwrap();
    assert_eq!(code(scenario.act_by(&operator, 2, approve(proposed))), "ok");
}

#[test]
fn a_proposal_is_taken_back_by_its_own_organisation_alone() {
    let mut scenario = Scenario::founded();
    let [lumen, perrin] = ["Lumen", "Perrin"].map(|name| scenario.register(name, "GB", &[Role::Buyer]));
    let third = scenario.key("third");
    let (proposal, digest) = scenario.propose(&lumen, 0, add(&third, "third", KeyPurpose::Signing)).unwrap();
    let cancel = Act::CancelProposal(CancelProposal { proposal });
    assert_eq!(code(scenario.act(&perrin, cancel.clone())), "must_exist");
    let entries = scenario.act(&lumen, cancel).unwrap();
    assert_eq!(events(&entries).map(|e| e.name().1).collect::<Vec<_>>(), ["proposal_cancelled"]);
    assert_eq!(code(scenario.act_by(&lumen, 1, Act::Approve(Approve { digest, proposal }))), "must_exist");
}

#[test]
fn a_signing_key_revokes_its_own_slot_alone_and_another_persons_key_with_that_person() {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let lumen = scenario.with_second_signer(&lumen);
    let second = lumen.keys[2].secret.clone();
    let entries = scenario.act(&lumen, revoke(&second)).unwrap();
    assert_eq!(events(&entries).map(|e| e.name().1).collect::<Vec<_>>(), ["proposed"]);
    let found = scenario.registry.parties.open_proposals().last().map(|(id, p)| (id, p.digest));
    let (proposal, digest) = found.unwrap();
    let approve = Act::Approve(Approve { digest, proposal });
    assert_eq!(code(scenario.act(&lumen, approve.clone())), "another_person_must_approve");
    assert_eq!(code(scenario.act_by(&lumen, 1, approve)), "ok", "the recovery key of the second person");
    assert_eq!(state(&scenario, &second), "revoked");
    assert_eq!(code(scenario.act(&lumen, revoke(&lumen.keys[0].secret))), "ok", "its own");
    assert_eq!(code(scenario.act_by(&lumen, 1, revoke(&lumen.keys[1].secret))), "ok", "even the last");
}

#[test]
fn an_approval_by_a_revoked_key_or_of_a_key_that_is_revoked_by_then_is_refused() {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let lumen = scenario.with_second_signer(&lumen);
    let proposed = scenario.propose(&lumen, 0, revoke(&lumen.keys[2].secret)).unwrap();
    let approve = Act::Approve(Approve { proposal: proposed.0, digest: proposed.1 });
    scenario.act_by(&lumen, 1, revoke(&lumen.keys[2].secret)).unwrap();
    assert_eq!(code(scenario.act_by(&lumen, 2, approve.clone())), "key_must_not_be_revoked", "it signs nothing");
    assert_eq!(code(scenario.act_by(&lumen, 1, approve)), "key_must_not_be_revoked", "decided again: it is so already");
}

#[test]
fn a_key_added_by_the_operator_waits_and_works_from_then_on() {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let phone = scenario.key("phone");
    let entries = add_for(&mut scenario, &lumen, &phone, "first").unwrap();
    let works_from = scenario.now().plus_seconds(72 * 3600);
    assert!(entries.last().unwrap().bytes.windows(10).any(|w| w == b"works_from"));
    let lumen = lumen.with_key("first", phone.clone());
    assert_eq!(scenario.act_by(&lumen, 2, confirm()).unwrap_err(), Refusal::KeyMustWait { works_from });
    assert_eq!(code(scenario.act_by(&lumen, 2, open())), "key_must_be_confirmed");
    scenario.advance_to(works_from.plus_seconds(-1));
    let mut early = scenario.clone();
    let bytes = early.sign_by(&lumen, 2, confirm());
    assert!(matches!(early.submit(&bytes), orebook_registry::Outcome::Refused(Refusal::KeyMustWait { .. })));
    assert_eq!(code(scenario.act_by(&lumen, 2, confirm())), "ok", "a second later");
    assert_eq!(code(scenario.act_by(&lumen, 2, open())), "ok");
    let veto = Act::VetoKey(VetoKey { key: phone.public() });
    assert_eq!(code(scenario.act(&lumen, veto)), "key_must_be_open_to_veto", "it is confirmed: revoke it");
}

#[test]
fn any_active_key_vetoes_a_key_of_the_operator_for_ever() {
    let mut scenario = Scenario::founded();
    let [lumen, perrin] = ["Lumen", "Perrin"].map(|name| scenario.register(name, "GB", &[Role::Buyer]));
    let stranger = scenario.key("stranger");
    add_for(&mut scenario, &lumen, &stranger, "first").unwrap();
    let veto = Act::VetoKey(VetoKey { key: stranger.public() });
    assert_eq!(code(scenario.act(&perrin, veto.clone())), "must_exist", "a key of others");
    assert_eq!(code(scenario.act_by(&lumen, 1, veto.clone())), "ok", "the recovery key suffices");
    assert_eq!(code(scenario.act(&lumen, veto)), "key_must_be_open_to_veto");
    let taken = scenario.registry.parties.key(&stranger.public()).map(|key| key.state);
    assert_eq!(taken, Some(KeyState::Vetoed(scenario.registry.size() - 1)));
    let with = lumen.clone().with_key("first", stranger.clone());
    scenario.advance_to(scenario.now().plus_days(4));
    assert_eq!(code(scenario.act_by(&with, 2, confirm())), "key_must_not_be_revoked");
    assert_eq!(code(scenario.act(&lumen, revoke(&stranger))), "key_must_not_be_revoked");
    assert_eq!(code(add_for(&mut scenario, &lumen, &stranger, "first")), "key_must_be_new");
    assert_eq!(code(scenario.act(&perrin, add(&stranger, "first", KeyPurpose::Signing))), "key_must_be_new");
}

#[test]
fn one_person_of_the_operator_adds_no_key_and_nobody_else_adds_one_for_others() {
    let mut scenario = Scenario::founded();
    let [lumen, perrin] = ["Lumen", "Perrin"].map(|name| scenario.register(name, "GB", &[Role::Buyer]));
    let key = scenario.key("stranger").public();
    let (organisation, purpose) = (lumen.id, KeyPurpose::Signing);
    let act = Act::AddKeyFor(AddKeyFor { key, organisation, person: value("first"), purpose });
    assert_eq!(code(scenario.act(&perrin, act.clone())), "role_is_required");
    let operator = scenario.operator.clone();
    let (proposal, digest) = scenario.propose(&operator, 0, act).unwrap();
    let approve = Act::Approve(Approve { digest, proposal });
    assert_eq!(code(scenario.act(&operator, approve.clone())), "another_person_must_approve");
    assert_eq!(code(scenario.act_by(&operator, 1, approve.clone())), "ok");
    assert_eq!(code(scenario.act_by(&operator, 1, approve)), "must_exist", "an approval is spent");
}

#[test]
fn a_key_for_a_member_that_was_closed_meanwhile_is_refused_at_its_approval() {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let (operator, organisation) = (scenario.operator.clone(), lumen.id);
    let (key, purpose) = (scenario.key("phone").public(), KeyPurpose::Signing);
    let act = AddKeyFor { key, organisation, person: value("first"), purpose };
    let (proposal, digest) = scenario.propose(&operator, 0, Act::AddKeyFor(act)).unwrap();
    let reason = value::<orebook_registry::values::Token>("left");
    let suspend = SuspendOrganisation { organisation, reason: reason.clone() };
    scenario.act(&operator, Act::SuspendOrganisation(suspend)).unwrap();
    scenario.act(&operator, Act::CloseOrganisation(CloseOrganisation { organisation, reason })).unwrap();
    let approve = Act::Approve(Approve { digest, proposal });
    assert_eq!(code(scenario.act_by(&operator, 1, approve)), "organisation_must_be");
    assert_eq!(scenario.registry.parties.open_proposals().count(), 1, "a refused approval spends nothing");
}

#[test]
fn a_payee_without_a_key_gets_its_first_at_once() {
    let mut scenario = Scenario::founded();
    let fund = scenario.register_payee("Women's Fund", "CO");
    let first = scenario.key("fund");
    add_for(&mut scenario, &fund, &first, "first").unwrap();
    let fund = fund.with_key("first", first);
    assert_eq!(code(scenario.act(&fund, confirm())), "ok");
}
