//! A key that is revoked or held takes along what it has open of payouts: what it planned, and where it would have had
//! money sent.

use orebook_registry::instruction::*;
use orebook_registry::money::PayoutState;
use orebook_registry::values::{PayoutId, Timestamp};
use orebook_tests::scenario::{Actor, World, usd, value};

/// Lumen, with a second everyday key, is paid by bank transfer.
fn paid() -> (World, Actor) {
    let (mut world, _) = World::issued();
    let lumen = world.scenario.with_second_signer(&world.buyers[0].clone());
    set_details(&mut world, &lumen, 0, 1);
    (world, lumen)
}

fn set_details(world: &mut World, actor: &Actor, key: usize, digest: u8) {
    let set = SetPayoutDetails { details: Digest([digest; 32]), organisation: None, rail: Rail::BankTransfer };
    world.scenario.act_by(actor, key, Act::SetPayoutDetails(set)).unwrap();
}

fn details(world: &World, actor: &Actor) -> (u8, Timestamp) {
    let details = world.scenario.registry.cash.payouts().details(actor.id).unwrap();
    (details.digest.0[0], details.works_from)
}

fn withdraw(world: &mut World, actor: &Actor) -> PayoutId {
    let withdraw = WithdrawMoney { amount: usd("100.00") };
    world.scenario.act(actor, Act::WithdrawMoney(withdraw)).unwrap();
    world.scenario.registry.cash.payouts().iter().last().unwrap().0
}

fn state(world: &World, payout: PayoutId) -> PayoutState {
    world.scenario.registry.cash.payouts().find(payout).unwrap().state
}

/// The recovery key revokes the first.
fn revoke(world: &mut World, actor: &Actor) {
    let revoke = RevokeKey { key: actor.keys[0].secret.public(), reason: value("stolen") };
    world.scenario.act_by(actor, 1, Act::RevokeKey(revoke)).unwrap();
}

#[test]
fn what_a_revoked_key_planned_is_cancelled() {
    let (mut world, lumen) = paid();
    let payout = withdraw(&mut world, &lumen);
    revoke(&mut world, &lumen);
    assert_eq!(state(&world, payout), PayoutState::Cancelled);
}

#[test]
fn a_hold_on_the_organisation_ends_what_any_of_its_keys_planned_or_changed() {
    let (mut world, lumen) = paid();
    let before = details(&world, &lumen);
    let payout = withdraw(&mut world, &lumen);
    set_details(&mut world, &lumen, 0, 2);
    let target = HoldTarget::Organisation(OrganisationTarget { organisation: lumen.id });
    let operator = world.scenario.operator.clone();
    world
        .scenario
        .act(&operator, Act::PlaceHold(PlaceHold { grievance: None, reason: value("investigation"), target }))
        .unwrap();
    assert_eq!(state(&world, payout), PayoutState::Cancelled);
    assert_eq!(details(&world, &lumen), before);
}

#[test]
fn details_that_a_revoked_key_changed_give_way_to_those_in_force_while_they_wait() {
    let (mut world, lumen) = paid();
    let before = details(&world, &lumen);
    set_details(&mut world, &lumen, 0, 2);
    set_details(&mut world, &lumen, 0, 3);
    assert_eq!(details(&world, &lumen).0, 3);
    revoke(&mut world, &lumen);
    assert_eq!(details(&world, &lumen), before);
}

#[test]
fn details_that_have_waited_stay_when_their_key_is_revoked() {
    let (mut world, lumen) = paid();
    set_details(&mut world, &lumen, 0, 2);
    world.scenario.advance_to(world.scenario.now().plus_hours(73));
    revoke(&mut world, &lumen);
    assert_eq!(details(&world, &lumen).0, 2);
}

#[test]
fn a_hold_on_the_key_does_the_same() {
    let (mut world, lumen) = paid();
    set_details(&mut world, &lumen, 0, 2);
    let payout = withdraw(&mut world, &lumen);
    let target = HoldTarget::Key(KeyTarget { key: lumen.keys[0].secret.public() });
    let hold = PlaceHold { grievance: None, reason: HoldReason::Security, target };
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::PlaceHold(hold)).unwrap();
    assert_eq!((details(&world, &lumen).0, state(&world, payout)), (1, PayoutState::Cancelled));
}

#[test]
fn what_another_key_signed_stays() {
    let (mut world, lumen) = paid();
    let everyday = lumen.keys.len() - 1;
    set_details(&mut world, &lumen, everyday, 2);
    revoke(&mut world, &lumen);
    assert_eq!(details(&world, &lumen).0, 2);
}
