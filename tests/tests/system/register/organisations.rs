//! Organisations: suspended, reinstated, closed.

use orebook_registry::event::{CancelReason, Event, TradeEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::{OrganisationId, Token};
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, Scenario, World, events, usd, value};

fn code<T>(result: Result<T, Refusal>) -> String {
    result.map(|_| "ok".to_owned()).unwrap_or_else(|refusal| refusal.code())
}

fn suspend(organisation: OrganisationId) -> Act {
    Act::SuspendOrganisation(SuspendOrganisation { organisation, reason: reason() })
}

fn reinstate(organisation: OrganisationId) -> Act {
    Act::ReinstateOrganisation(ReinstateOrganisation { organisation, reason: reason() })
}

fn close(organisation: OrganisationId) -> Act {
    Act::CloseOrganisation(CloseOrganisation { organisation, reason: reason() })
}

fn reason() -> Token {
    value("complaint")
}

/// By one person of the operator.
fn by_operator(scenario: &mut Scenario, act: Act) -> Result<Vec<NewEntry>, Refusal> {
    let operator = scenario.operator.clone();
    scenario.act(&operator, act)
}

fn state(scenario: &Scenario, actor: &Actor) -> &'static str {
    scenario.registry.parties.organisation(actor.id).map(|o| o.state.word()).unwrap()
}

#[test]
fn suspension_cancels_what_is_open_and_reinstatement_brings_nothing_back() {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let offer = world.offer(&clara, batch, "2", "4300.00");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer.clone())).unwrap();
    let bid = world.bid(&lumen, "1", "4200.00");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
    let third = world.scenario.key("third");
    let add = AddKey { key: third.public(), person: value("third"), purpose: KeyPurpose::Signing };
    world.scenario.act(&clara, Act::AddKey(add)).unwrap();
    let entries = by_operator(&mut world.scenario, suspend(clara.id)).unwrap();
    let names: Vec<_> = events(&entries).map(|e| e.name().1).collect();
    assert_eq!(names, ["organisation_suspended", "proposal_cancelled", "order_cancelled"]);
    let last = events(&entries).last();
    assert!(matches!(last, Some(Event::Trade(TradeEvent::OrderCancelled(c))) if c.reason == CancelReason::Suspension));
    assert_eq!(world.scenario.registry.markets.orders().count(), 1, "the bid of another stays");
    assert_eq!(code(world.scenario.act(&clara, Act::PlaceSellOrder(offer.clone()))), "organisation_must_be_active");
    let entries = by_operator(&mut world.scenario, reinstate(clara.id)).unwrap();
    assert_eq!(events(&entries).count(), 1);
    assert_eq!(world.scenario.registry.markets.orders().count(), 1);
    assert_eq!(code(world.scenario.act(&clara, Act::PlaceSellOrder(offer))), "ok");
}

#[test]
fn suspension_takes_outgoing_transfers_back_and_leaves_incoming_ones() {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let mut registration = world.scenario.registration("Lumen Retail", "GB", &[Role::Buyer]);
    registration.act.group = Some(lumen.id);
    let retail = world.scenario.join(registration);
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "2", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
    let blocks = world.blocks(lumen.account, batch, "1");
    let transfer = Transfer { blocks, from: lumen.account, to: retail.account };
    world.scenario.act(&lumen, Act::Transfer(transfer)).unwrap();
    let entries = by_operator(&mut world.scenario, suspend(retail.id)).unwrap();
    assert_eq!(events(&entries).count(), 1, "the sender is not suspended");
    assert_eq!(world.scenario.registry.credits.pending_transfers().count(), 1);
    let entries = by_operator(&mut world.scenario, suspend(lumen.id)).unwrap();
    let names: Vec<_> = events(&entries).map(|e| e.name().1).collect();
    assert_eq!(names, ["organisation_suspended", "transfer_voided"]);
}

#[test]
fn a_suspended_organisation_withdraws_and_keeps_its_keys_and_does_nothing_that_needs_a_second_person() {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let lumen = scenario.with_second_signer(&lumen);
    by_operator(&mut scenario, suspend(lumen.id)).unwrap();
    let spare = scenario.key("spare").public();
    let revoke = |key: usize| RevokeKey { key: lumen.keys[key].secret.public(), reason: reason() };
    let open = Act::OpenAccount(OpenAccount { name: value("second") });
    let add = AddKey { key: spare, person: value("first"), purpose: KeyPurpose::Signing };
    let rows = [
        (0, open, "organisation_must_be_active"),
        (0, Act::AddKey(add), "organisation_must_be_active"),
        (0, Act::RevokeKey(revoke(2)), "organisation_must_be_active"),
        (1, Act::RevokeKey(revoke(2)), "ok"),
        (0, Act::RevokeKey(revoke(0)), "ok"),
    ];
    for (key, act, expected) in rows {
        assert_eq!(code(scenario.act_by(&lumen, key, act.clone())), expected, "{}", act.word());
    }
    assert_eq!(state(&scenario, &lumen), "suspended");
}

#[test]
fn a_key_confirmed_during_a_suspension_does_not_lift_it() {
    let mut scenario = Scenario::founded();
    let registration = scenario.registration("Lumen", "GB", &[Role::Buyer]);
    let lumen = scenario.admit(registration).unwrap();
    scenario.act(&lumen, Act::ConfirmKey(ConfirmKey {})).unwrap();
    by_operator(&mut scenario, suspend(lumen.id)).unwrap();
    scenario.act_by(&lumen, 1, Act::ConfirmKey(ConfirmKey {})).unwrap();
    assert_eq!(state(&scenario, &lumen), "suspended");
}

#[test]
fn what_still_holds_something_is_not_closed_and_the_figures_are_told() {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "2", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
    assert_eq!(code(by_operator(&mut world.scenario, close(lumen.id))), "organisation_must_be", "it is active");
    by_operator(&mut world.scenario, suspend(lumen.id)).unwrap();
    let refusal = by_operator(&mut world.scenario, close(lumen.id)).unwrap_err();
    let told = refusal.to_string();
    assert!(told.contains("2 kg of credits, 11516.00 USD, 0 open orders"), "{told}");
    let payee = world.scenario.registry.parties.organisations().find(|(_, o)| o.name.as_str() == "Sisters Fund 0");
    let payee = payee.unwrap().0;
    by_operator(&mut world.scenario, suspend(payee)).unwrap();
    let refusal = by_operator(&mut world.scenario, close(payee)).unwrap_err();
    assert!(refusal.to_string().contains("no money, 0 open orders, 0 pending transfers, 1 plans"), "{refusal}");
}

#[test]
fn a_producer_with_an_undecided_declaration_is_not_closed() {
    let mut world = World::certified();
    let sisters = world.sisters.clone();
    world.scenario.advance_to(orebook_tests::scenario::at("2026-07-06"));
    let half = ["2026-01-01", "2026-06-30"];
    let declaration = world.declare(world.sisters_certificate, "3", "0", half).unwrap();
    by_operator(&mut world.scenario, suspend(sisters.id)).unwrap();
    let refusal = by_operator(&mut world.scenario, close(sisters.id)).unwrap_err();
    assert!(refusal.to_string().ends_with("1 undecided declarations and 0 payouts under way"), "{refusal}");
    let reject = RejectDeclaration { declaration, note: None, reason: reason() };
    let acacia = world.acacia.clone();
    world.scenario.act(&acacia, Act::RejectDeclaration(reject)).unwrap();
    assert_eq!(code(by_operator(&mut world.scenario, close(sisters.id))), "ok");
}

#[test]
fn a_closed_organisation_signs_nothing_receives_nothing_and_leaves_its_name_and_code_behind() {
    let mut scenario = Scenario::founded();
    let mut registration = scenario.registration("Old Miners", "CO", &[Role::Producer, Role::Payee]);
    registration.act.code = Some(value("Z2Z2"));
    let old = scenario.join(registration);
    by_operator(&mut scenario, suspend(old.id)).unwrap();
    by_operator(&mut scenario, close(old.id)).unwrap();
    let void = |scenario: &mut Scenario| Void { id: scenario.instruction(old.id, suspend(old.id)).id };
    for act in [Act::Void(void(&mut scenario)), Act::ConfirmKey(ConfirmKey {}), close(old.id)] {
        assert_eq!(code(scenario.act(&old, act.clone())), "organisation_must_be_active", "{}", act.word());
    }
    let deposit = Deposit { amount: usd("1.00"), organisation: old.id, reference: value("LATE") };
    assert_eq!(code(by_operator(&mut scenario, Act::Deposit(deposit))), "organisation_must_be_active");
    assert_eq!(code(by_operator(&mut scenario, reinstate(old.id))), "organisation_must_be");
    let key = scenario.key("late").public();
    let add = AddKeyFor { key, organisation: old.id, person: value("first"), purpose: KeyPurpose::Signing };
    assert_eq!(code(by_operator(&mut scenario, Act::AddKeyFor(add))), "organisation_must_be");
    let again = |name: &str, code: &str| {
        let mut registration = scenario.registration(name, "CO", &[Role::Producer]);
        registration.act.code = Some(value(code));
        registration
    };
    let (named, coded) = (again("OLD miners", "B3B3"), again("New Miners", "Z2Z2"));
    assert_eq!(code(scenario.admit(named)), "name_must_be_new");
    assert_eq!(code(scenario.admit(coded)), "code_must_be_new");
}

#[test]
fn nobody_names_a_closed_payee_or_transfers_to_a_closed_account() {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let mut registration = world.scenario.registration("Lumen Retail", "GB", &[Role::Buyer, Role::Payee]);
    registration.act.group = Some(lumen.id);
    let retail = world.scenario.join(registration);
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "2", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
    by_operator(&mut world.scenario, suspend(retail.id)).unwrap();
    by_operator(&mut world.scenario, close(retail.id)).unwrap();
    let blocks = world.blocks(lumen.account, batch, "1");
    let transfer = Transfer { blocks, from: lumen.account, to: retail.account };
    assert_eq!(code(world.scenario.act(&lumen, Act::Transfer(transfer))), "organisation_must_be");
    let share = |kind, points| PayeeShare {
        kind,
        payee: retail.id,
        share: orebook_registry::values::Bps::new(points).unwrap(),
    };
    let payees = vec![share(PayeeKind::Women, 5_000), share(PayeeKind::Community, 5_000)];
    let adopt = AdoptPremiumPlan { payees, programme: value(orebook_tests::scenario::HZN) };
    assert_eq!(code(world.scenario.act(&clara, Act::AdoptPremiumPlan(adopt))), "organisation_must_be");
}

#[test]
fn one_that_never_confirmed_a_key_may_be_closed_and_the_operator_never() {
    let mut scenario = Scenario::founded();
    let registration = scenario.registration("Silent", "GB", &[Role::Buyer]);
    let silent = scenario.admit(registration).unwrap();
    assert_eq!(code(by_operator(&mut scenario, suspend(silent.id))), "organisation_must_be");
    assert_eq!(code(by_operator(&mut scenario, close(silent.id))), "ok");
    assert_eq!(code(scenario.act(&silent, Act::ConfirmKey(ConfirmKey {}))), "organisation_must_be_active");
    let operator = scenario.operator.id;
    assert_eq!(code(by_operator(&mut scenario, suspend(operator))), "field_must_be");
    assert_eq!(code(by_operator(&mut scenario, suspend(OrganisationId::from(7)))), "must_exist");
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    assert_eq!(code(scenario.act(&lumen, suspend(silent.id))), "role_is_required", "before it is known whether it is");
}

#[test]
fn roles_that_judge_exclude_those_that_trade_and_each_other() {
    let judges = [Role::Certifier, Role::Auditor];
    for first in Role::ALL {
        for second in Role::ALL {
            let mut scenario = Scenario::founded();
            let roles = [*first, *second];
            let mut registration = scenario.registration("Twofold", "CO", &roles);
            registration.act.roles.dedup();
            let judged = roles.iter().filter(|role| judges.contains(role)).count();
            let outside = roles.iter().all(|role| judges.contains(role) || [Role::Payee, Role::Lender].contains(role));
            let expected = match first == second {
                _ if roles.contains(&Role::Operator) => "field_must_be",
                false if judged == 2 || judged == 1 && !outside => "roles_exclude_each_other",
                _ => "ok",
            };
            assert_eq!(code(scenario.admit(registration)), expected, "{first} and {second}");
        }
    }
}
