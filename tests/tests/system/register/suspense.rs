//! Suspense holds money of two kinds: of senders who are not known yet, and premium that is stopped after a fraud. The
//! one is never taken for the other.

use orebook_registry::event::Number;
use orebook_registry::instruction::*;
use orebook_registry::money::CashAccount;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{World, usd, value};

/// P11 sold a kilogram, and its certificate was withdrawn for fraud: all of the premium is stopped.
fn stopped() -> (World, HoldId) {
    let (mut world, [_, batch]) = World::issued();
    let (sisters, perrin, acacia) = (world.sisters.clone(), world.buyers[2].clone(), world.acacia.clone());
    let offer = world.offer(&sisters, batch, "1", "4200.00");
    world.scenario.act(&sisters, Act::PlaceSellOrder(offer)).unwrap();
    let bid = world.bid(&perrin, "1", "4200.00");
    world.scenario.act(&perrin, Act::PlaceBuyOrder(bid)).unwrap();
    let (certificate, effective) = (world.sisters_certificate, world.scenario.now().date());
    let (cause, reason) = (WithdrawalCause::Fraud, value("fraud"));
    let withdraw = WithdrawCertificate { cause, certificate, effective, note: None, reason };
    world.scenario.act(&acacia, Act::WithdrawCertificate(withdraw)).unwrap();
    (world, HoldId::of_certificate(certificate))
}

fn in_suspense(world: &World) -> Money {
    world.scenario.registry.cash.balance(CashAccount::Suspense, value("USD"))
}

fn together(world: &mut World, act: Act) -> Result<Vec<NewEntry>, Refusal> {
    let operator = world.scenario.operator.clone();
    world.scenario.act_together(&operator, act)
}

fn unknown(world: &mut World, amount: &str) -> DepositId {
    let deposit = DepositUnknown { amount: usd(amount), reference: value("UNKNOWN-1") };
    together(world, Act::DepositUnknown(deposit)).unwrap();
    world.scenario.registry.cash.deposits().last().unwrap().0
}

fn take_out(world: &mut World, amount: &str) -> Result<Vec<NewEntry>, Refusal> {
    let (amount, mends, reason) = (usd(amount), Number(1), value("mistake"));
    let (from, to) = (CashAccount::Suspense, CashAccount::Bank);
    together(world, Act::CorrectMoney(CorrectMoney { amount, from, mends, reason, to }))
}

fn let_go(world: &mut World, hold: HoldId) -> Result<Vec<NewEntry>, Refusal> {
    world.scenario.advance_to(world.scenario.now().plus_days(31));
    together(world, Act::ReleaseHold(ReleaseHold { hold, reason: value("cleared") }))
}

#[test]
fn a_correction_does_not_reach_premium_that_is_stopped() {
    let (mut world, hold) = stopped();
    assert_eq!(in_suspense(&world), usd("4200.00"));
    unknown(&mut world, "50.00");
    let refusal = take_out(&mut world, "50.01").unwrap_err();
    let (available, needed) = (usd("50.00"), usd("50.01"));
    assert_eq!(refusal, Refusal::BalanceMustCoverAmount { available, needed });
    take_out(&mut world, "50.00").unwrap();
    let_go(&mut world, hold).unwrap();
    assert_eq!(in_suspense(&world), usd("0.00"), "all of it goes where it was going");
}

#[test]
fn a_deposit_that_was_corrected_away_is_not_paid_out_of_premium_that_is_stopped() {
    let (mut world, hold) = stopped();
    let deposit = unknown(&mut world, "50.00");
    take_out(&mut world, "20.00").unwrap();
    let assign = AssignDeposit { deposit, organisation: world.buyers[0].id };
    let refusal = together(&mut world, Act::AssignDeposit(assign)).unwrap_err();
    let (available, needed) = (usd("30.00"), usd("50.00"));
    assert_eq!(refusal, Refusal::BalanceMustCoverAmount { available, needed });
    let recall = RecallDeposit { deposit, reference: value("RECALL-1") };
    together(&mut world, Act::RecallDeposit(recall)).unwrap();
    let loss = world.scenario.registry.cash.balance(CashAccount::OperatorLoss, value("USD"));
    assert_eq!(loss.minor, -2_000, "the operator bears what is missing");
    let_go(&mut world, hold).unwrap();
    assert_eq!(in_suspense(&world), usd("0.00"));
}
