//! Contact details: whose they are, how many persons sign them, how long a change waits, and how it is taken back; and
//! what two persons, a withdrawal and a recovery key do to payout details.

use orebook_registry::event::Event;
use orebook_registry::instruction::*;
use orebook_registry::values::Timestamp;
use orebook_registry::{NewEntry, Part, Refusal};
use orebook_tests::scenario::{Actor, Scenario, events, value};

use super::keys::{code, revoke};

fn digest(n: u8) -> Digest {
    Digest([n; 32])
}

fn set(n: u8) -> Act {
    Act::SetContactDetails(SetContactDetails { details: digest(n), organisation: None })
}

fn set_for(n: u8, organisation: &Actor) -> Act {
    Act::SetContactDetails(SetContactDetails { details: digest(n), organisation: Some(organisation.id) })
}

fn withdraw() -> Act {
    Act::WithdrawContactDetails(WithdrawContactDetails {})
}

fn pay(n: u8) -> Act {
    Act::SetPayoutDetails(SetPayoutDetails { details: digest(n), organisation: None, rail: Rail::BankTransfer })
}

fn withdraw_pay() -> Act {
    Act::WithdrawPayoutDetails(WithdrawPayoutDetails {})
}

/// Lumen, of one person who signs; its recovery key is of another slot.
fn lumen() -> (Scenario, Actor) {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    (scenario, lumen)
}

/// Lumen, of two persons who sign: keys 0 and 2.
fn two_of_lumen() -> (Scenario, Actor) {
    let (mut scenario, lumen) = lumen();
    let lumen = scenario.with_second_signer(&lumen);
    (scenario, lumen)
}

/// Digests in force and waiting.
fn stands(scenario: &Scenario, actor: &Actor) -> (Option<u8>, Option<u8>) {
    let (known, now) = (scenario.registry.parties.contacts().of(actor.id), scenario.now());
    let first = |details: orebook_registry::party::ContactDetails| details.digest.0[0];
    (known.and_then(|k| k.in_force(now)).map(first), known.and_then(|k| k.waiting(now)).map(first))
}

fn is_paid(scenario: &Scenario, actor: &Actor) -> (Option<u8>, Option<u8>) {
    let (payouts, now) = (scenario.registry.cash.payouts(), scenario.now());
    let first = |details: orebook_registry::money::PayoutDetails| details.digest.0[0];
    (payouts.details_in_force(actor.id, now).map(first), payouts.details_waiting(actor.id, now).map(first))
}

/// Both persons of a member, with its keys 0 and 2.
fn together(scenario: &mut Scenario, actor: &Actor, act: Act) -> Result<Vec<NewEntry>, Refusal> {
    let (proposal, digest) = scenario.propose(actor, 0, act)?;
    scenario.act_by(actor, 2, Act::Approve(Approve { digest, proposal }))
}

fn hours(scenario: &mut Scenario, hours: i64) {
    scenario.advance_to(scenario.now().plus_hours(hours));
}

#[test]
fn the_first_details_count_at_once_and_a_change_after_three_days() {
    let (mut scenario, lumen) = lumen();
    assert_eq!(stands(&scenario, &lumen), (None, None));
    let entries = scenario.act(&lumen, set(1)).unwrap();
    assert_eq!(stands(&scenario, &lumen), (Some(1), None));
    let involved: Vec<_> = entries[0].involved.iter().collect();
    assert_eq!(involved, [(lumen.id, Part::Reads)]);
    scenario.act(&lumen, set(2)).unwrap();
    assert_eq!(stands(&scenario, &lumen), (Some(1), Some(2)));
    hours(&mut scenario, 71);
    assert_eq!(stands(&scenario, &lumen), (Some(1), Some(2)));
    hours(&mut scenario, 1);
    assert_eq!(stands(&scenario, &lumen), (Some(2), None));
    let before = scenario.registry.parties.contacts().of(lumen.id).unwrap().before;
    assert_eq!(before.unwrap().digest, digest(1), "those before are known, so that letters can reach them");
}

#[test]
fn a_further_change_takes_the_place_of_one_that_waits_and_waits_anew() {
    let (mut scenario, lumen) = lumen();
    scenario.act(&lumen, set(1)).unwrap();
    scenario.act(&lumen, set(2)).unwrap();
    hours(&mut scenario, 48);
    scenario.act(&lumen, set(3)).unwrap();
    hours(&mut scenario, 48);
    assert_eq!(stands(&scenario, &lumen), (Some(1), Some(3)));
    hours(&mut scenario, 24);
    assert_eq!(stands(&scenario, &lumen), (Some(3), None));
}

#[test]
fn a_change_is_taken_back_while_it_waits_by_any_active_key_and_not_later() {
    let (mut scenario, lumen) = lumen();
    assert_eq!(code(scenario.act(&lumen, withdraw())), "details_must_be_waiting", "there are none");
    scenario.act(&lumen, set(1)).unwrap();
    assert_eq!(code(scenario.act(&lumen, withdraw())), "details_must_be_waiting", "the first are in force");
    scenario.act(&lumen, set(2)).unwrap();
    scenario.act_by(&lumen, 1, withdraw()).expect("the recovery key suffices");
    assert_eq!(stands(&scenario, &lumen), (Some(1), None));
    assert_eq!(code(scenario.act(&lumen, withdraw())), "details_must_be_waiting", "it was taken back");
    scenario.act(&lumen, set(3)).unwrap();
    hours(&mut scenario, 72);
    assert_eq!(code(scenario.act(&lumen, withdraw())), "details_must_be_waiting", "it is in force");
    assert_eq!(stands(&scenario, &lumen), (Some(3), None));
}

#[test]
fn a_suspended_member_takes_a_change_back_and_makes_none() {
    let (mut scenario, lumen) = lumen();
    scenario.act(&lumen, set(1)).unwrap();
    scenario.act(&lumen, set(2)).unwrap();
    let (organisation, operator) = (lumen.id, scenario.operator.clone());
    let suspend = SuspendOrganisation { organisation, reason: value("review") };
    scenario.act(&operator, Act::SuspendOrganisation(suspend)).unwrap();
    assert_eq!(code(scenario.act(&lumen, set(3))), "organisation_must_be_active");
    scenario.act(&lumen, withdraw()).unwrap();
    assert_eq!(stands(&scenario, &lumen), (Some(1), None));
}

#[test]
fn a_recovery_key_changes_no_details() {
    let (mut scenario, lumen) = lumen();
    assert_eq!(code(scenario.act_by(&lumen, 1, set(1))), "signing_key_is_required");
    assert_eq!(code(scenario.act_by(&lumen, 1, pay(1))), "signing_key_is_required");
}

#[test]
fn where_two_persons_sign_two_are_needed_and_one_takes_back() {
    let (mut scenario, lumen) = two_of_lumen();
    scenario.act(&lumen, set(1)).unwrap();
    assert_eq!(stands(&scenario, &lumen), (None, None), "one person has only proposed");
    together(&mut scenario, &lumen, set(2)).unwrap();
    assert_eq!(stands(&scenario, &lumen), (Some(2), None));
    together(&mut scenario, &lumen, set(3)).unwrap();
    scenario.act_by(&lumen, 2, withdraw()).unwrap();
    assert_eq!(stands(&scenario, &lumen), (Some(2), None));
}

#[test]
fn nobody_sets_the_details_of_another_who_can_sign() {
    let (mut scenario, lumen) = lumen();
    let retail = scenario.register("Retail", "GB", &[Role::Buyer]);
    let operator = scenario.operator.clone();
    assert_eq!(code(scenario.act(&retail, set_for(1, &lumen))), "role_is_required");
    assert_eq!(code(scenario.act(&operator, set_for(1, &lumen))), "act_must_be_signed_by_the");
    let nobody = Actor { id: 7.into(), ..lumen.clone() };
    assert_eq!(code(scenario.act(&operator, set_for(1, &nobody))), "must_exist");
}

#[test]
fn two_persons_of_the_operator_set_those_of_a_payee_without_a_key_until_it_has_one() {
    let mut scenario = Scenario::founded();
    let (payee, operator) = (scenario.register_payee("Women's group", "KE"), scenario.operator.clone());
    scenario.act(&operator, set_for(1, &payee)).unwrap();
    assert_eq!(stands(&scenario, &payee), (None, None), "one person has only proposed");
    scenario.act_together(&operator, set_for(2, &payee)).unwrap();
    scenario.act_together(&operator, set_for(3, &payee)).unwrap();
    assert_eq!(stands(&scenario, &payee), (Some(2), Some(3)));
    let key = scenario.key("the group's own");
    let (organisation, person) = (payee.id, value("first"));
    let add = AddKeyFor { key: key.public(), organisation, person, purpose: KeyPurpose::Signing };
    scenario.act_together(&operator, Act::AddKeyFor(add)).unwrap();
    let payee = payee.with_key("first", key);
    scenario.act(&payee, Act::ConfirmKey(ConfirmKey {})).unwrap();
    scenario.act(&payee, withdraw()).expect("what others would have changed of it");
    assert_eq!(stands(&scenario, &payee), (Some(2), None));
    assert_eq!(code(scenario.act(&operator, set_for(4, &payee))), "act_must_be_signed_by_the");
    let gone = scenario.register_payee("Gone", "KE");
    for act in [
        Act::SuspendOrganisation(SuspendOrganisation { organisation: gone.id, reason: value("left") }),
        Act::CloseOrganisation(CloseOrganisation { organisation: gone.id, reason: value("left") }),
    ] {
        scenario.act(&operator, act).unwrap();
    }
    assert_eq!(code(scenario.act(&operator, set_for(1, &gone))), "organisation_must_be");
}

fn withdrawn(entries: &[NewEntry]) -> usize {
    events(entries).filter(|event: &&Event| event.name().1 == "contact_details_withdrawn").count()
}

#[test]
fn a_change_ends_with_the_key_that_signed_it_while_it_waits() {
    let (mut scenario, lumen) = lumen();
    let phone = scenario.key("phone");
    scenario.act(&lumen, super::keys::add(&phone, "first", KeyPurpose::Signing)).unwrap();
    let lumen = lumen.with_key("first", phone.clone());
    scenario.act_by(&lumen, 2, super::keys::confirm()).unwrap();
    scenario.act(&lumen, set(1)).unwrap();
    scenario.act_by(&lumen, 2, set(2)).unwrap();
    let mut late = scenario.clone();
    let entries = scenario.act_by(&lumen, 1, revoke(&phone)).unwrap();
    assert_eq!((withdrawn(&entries), stands(&scenario, &lumen)), (1, (Some(1), None)));
    scenario.act(&lumen, set(3)).expect("the other key goes on");
    hours(&mut late, 72);
    let entries = late.act_by(&lumen, 1, revoke(&phone)).unwrap();
    assert_eq!((withdrawn(&entries), stands(&late, &lumen)), (0, (Some(2), None)), "it is in force");
}

#[test]
fn a_hold_on_the_key_or_its_organisation_takes_a_change_back() {
    let (mut scenario, lumen) = lumen();
    scenario.act(&lumen, set(1)).unwrap();
    scenario.act(&lumen, set(2)).unwrap();
    let operator = scenario.operator.clone();
    for target in [
        HoldTarget::Key(KeyTarget { key: lumen.keys[0].secret.public() }),
        HoldTarget::Organisation(OrganisationTarget { organisation: lumen.id }),
    ] {
        let mut held = scenario.clone();
        let hold = PlaceHold { grievance: None, reason: HoldReason::Security, target };
        let entries = held.act(&operator, Act::PlaceHold(hold)).unwrap();
        assert_eq!((withdrawn(&entries), stands(&held, &lumen)), (1, (Some(1), None)));
    }
}

#[test]
fn one_person_changes_where_it_is_paid_until_it_is_known_whom_to_tell() {
    let (mut scenario, lumen) = two_of_lumen();
    scenario.act(&lumen, pay(1)).unwrap();
    scenario.act(&lumen, pay(2)).unwrap();
    assert_eq!(is_paid(&scenario, &lumen), (Some(1), Some(2)), "as before there were contact details");
    together(&mut scenario, &lumen, set(1)).unwrap();
    scenario.act(&lumen, pay(3)).unwrap();
    assert_eq!(is_paid(&scenario, &lumen), (Some(1), Some(2)), "one person has only proposed");
    together(&mut scenario, &lumen, pay(4)).unwrap();
    assert_eq!(is_paid(&scenario, &lumen), (Some(1), Some(4)));
}

#[test]
fn a_member_of_one_person_changes_where_it_is_paid_alone() {
    let (mut scenario, lumen) = lumen();
    scenario.act(&lumen, set(1)).unwrap();
    scenario.act(&lumen, pay(1)).unwrap();
    scenario.act(&lumen, pay(2)).unwrap();
    assert_eq!(is_paid(&scenario, &lumen), (Some(1), Some(2)));
}

#[test]
fn a_change_of_payout_details_is_taken_back_while_it_waits_by_any_active_key() {
    let (mut scenario, lumen) = lumen();
    assert_eq!(code(scenario.act(&lumen, withdraw_pay())), "details_must_be_waiting");
    scenario.act(&lumen, pay(1)).unwrap();
    let first = scenario.registry.cash.payouts().details(lumen.id);
    assert_eq!(code(scenario.act(&lumen, withdraw_pay())), "details_must_be_waiting");
    scenario.act(&lumen, pay(2)).unwrap();
    scenario.act_by(&lumen, 1, withdraw_pay()).expect("the recovery key suffices");
    assert_eq!(is_paid(&scenario, &lumen), (Some(1), None));
    assert_eq!(scenario.registry.cash.payouts().details(lumen.id), first, "as if nothing had been");
    scenario.act(&lumen, pay(3)).unwrap();
    hours(&mut scenario, 72);
    assert_eq!(code(scenario.act(&lumen, withdraw_pay())), "details_must_be_waiting");
}

#[test]
fn the_waiting_time_is_that_of_payout_details() {
    let (mut scenario, lumen) = lumen();
    let money = MoneyParameters { details_wait_hours: Count(5), ..MoneyParameters::default() };
    let parameters = RegisterParameters { money: Some(money), ..RegisterParameters::default() };
    let operator = scenario.operator.clone();
    scenario.act_together(&operator, Act::AdoptParameters(AdoptParameters { parameters })).unwrap();
    scenario.act(&lumen, set(1)).unwrap();
    let entries = scenario.act(&lumen, set(2)).unwrap();
    let from: Timestamp = entries[0].time.plus_hours(5);
    let known = scenario.registry.parties.contacts().of(lumen.id).unwrap();
    assert_eq!(known.set.works_from, from);
}
