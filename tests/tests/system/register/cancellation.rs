//! Cancellation: a producer gives up what it has not sold, and a withdrawn certificate takes it.

use orebook_registry::credit::BatchFlag;
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, World, at, events, value};

/// Lumen has bought two kilograms of P1's batch, and retired one.
fn stage() -> (World, BatchId) {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "2", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    let blocks = world.blocks(lumen.account, batch, "1");
    let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
    world.scenario.act(&lumen, Act::Retire(retire)).expect("retired");
    (world, batch)
}

/// Outstanding, retired, cancelled.
fn figures(world: &World, batch: BatchId) -> [String; 3] {
    let figures = world.scenario.registry.credits.batch(batch).expect("issued").figures();
    [figures.outstanding(), figures.retired, figures.cancelled].map(|mass| mass.to_string())
}

fn cancel(world: &mut World, actor: &Actor, batch: BatchId, mass: &str) -> Result<Vec<NewEntry>, Refusal> {
    let blocks = world.blocks(actor.account, batch, mass);
    let cancel = CancelCredits { account: actor.account, blocks, reason: value("mistake") };
    world.scenario.act(actor, Act::CancelCredits(cancel))
}

#[test]
fn a_producer_cancels_unsold_credits_for_good() {
    let (mut world, batch) = stage();
    let clara = world.clara.clone();
    let blocks = world.blocks(clara.account, batch, "0.412");
    let entries = cancel(&mut world, &clara, batch, "0.412").expect("cancelled");
    assert_eq!(entries[0].ended.len(), 1, "the tables are told");
    assert_eq!(entries[0].ended[0].state.word(), "cancelled");
    assert_eq!(figures(&world, batch), ["11", "1", "0.412"]);
    let again = CancelCredits { account: clara.account, blocks: blocks.clone(), reason: value("mistake") };
    let refusal = world.scenario.act(&clara, Act::CancelCredits(again)).expect_err("they are gone");
    assert_eq!(refusal, Refusal::BlocksMustBeAvailable { block: blocks[0].to_string(), available: value("0") });
    world.scenario.advance_to(at("2028-07-01"));
    assert_eq!(figures(&world, batch), ["0", "1", "0.412"], "the rest expired, these did not");
}

#[test]
fn nobody_else_cancels_and_nothing_else_is_cancelled() {
    let (mut world, batch) = stage();
    let (clara, sisters, lumen) = (world.clara.clone(), world.sisters.clone(), world.buyers[0].clone());
    let refusal = cancel(&mut world, &lumen, batch, "1").expect_err("a buyer");
    assert_eq!(refusal, Refusal::RoleIsRequired { role: Role::Producer });
    let blocks = world.blocks(clara.account, batch, "1");
    let foreign = CancelCredits { account: sisters.account, blocks: blocks.clone(), reason: value("mistake") };
    assert_eq!(world.scenario.act(&sisters, Act::CancelCredits(foreign)).expect_err("not hers").code(), "must_exist");
    let elsewhere = CancelCredits { account: lumen.account, blocks, reason: value("mistake") };
    assert_eq!(world.scenario.act(&clara, Act::CancelCredits(elsewhere)).expect_err("not hers").code(), "must_exist");
    let offer = world.offer(&clara, batch, "10.412", "4200.00");
    let offered = world.blocks(clara.account, batch, "1");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("all is offered");
    let cancel = CancelCredits { account: clara.account, blocks: offered, reason: value("mistake") };
    let refusal = world.scenario.act(&clara, Act::CancelCredits(cancel)).expect_err("set aside");
    assert_eq!(refusal.code(), "blocks_must_be_available");
}

fn withdraw(world: &mut World, cause: WithdrawalCause) -> Vec<NewEntry> {
    let (certificate, cordillera) = (world.clara_certificate, world.cordillera.clone());
    let effective = world.scenario.now().date();
    let withdraw = WithdrawCertificate { cause, certificate, effective, note: None, reason: value("finding") };
    world.scenario.act(&cordillera, Act::WithdrawCertificate(withdraw)).expect("withdrawn")
}

#[test]
fn a_withdrawal_cancels_what_is_unsold_and_leaves_what_was_bought() {
    let (mut world, batch) = stage();
    let entries = withdraw(&mut world, WithdrawalCause::Nonconformity);
    let names: Vec<_> = events(&entries).map(|event| event.name().1).collect();
    assert_eq!(names, ["withdrawn", "credits_cancelled"]);
    assert_eq!(figures(&world, batch), ["1", "1", "10.412"]);
    assert_eq!(world.scenario.registry.credits.holds().iter().count(), 0);
    assert_eq!(world.scenario.registry.credits.batch(batch).expect("issued").flag, None);
}

#[test]
fn a_withdrawal_ends_the_suspension_before_it() {
    let (mut world, batch) = stage();
    let (certificate, cordillera) = (world.clara_certificate, world.cordillera.clone());
    let effective = world.scenario.now().date();
    let suspend = SuspendCertificate { certificate, effective, note: None, reason: value("finding") };
    world.scenario.act(&cordillera, Act::SuspendCertificate(suspend)).expect("suspended");
    assert_eq!(world.scenario.registry.credits.holds().iter().count(), 1);
    withdraw(&mut world, WithdrawalCause::Nonconformity);
    assert_eq!(figures(&world, batch), ["1", "1", "10.412"]);
    assert_eq!(world.scenario.registry.credits.holds().iter().count(), 0);
}

#[test]
fn after_fraud_what_was_bought_is_held_for_thirty_days_and_two_persons_release_it() {
    let (mut world, batch) = stage();
    let (lumen, operator) = (world.buyers[0].clone(), world.scenario.operator.clone());
    withdraw(&mut world, WithdrawalCause::Fraud);
    let withdrawn = world.scenario.now();
    assert_eq!(figures(&world, batch), ["1", "1", "10.412"], "what was retired stays retired");
    assert_eq!(world.scenario.registry.credits.batch(batch).expect("issued").flag, Some(BatchFlag::Fraud));
    let (_, bought) = world.scenario.registry.credits.holdings(lumen.account).next().expect("bought");
    assert_eq!(bought.state.word(), "frozen");
    let hold = HoldId::of_certificate(world.clara_certificate);
    let release = Act::ReleaseHold(ReleaseHold { hold, reason: value("settled") });
    let refusal = world.scenario.act(&operator, release.clone()).expect_err("too early");
    assert_eq!(refusal.code(), "hold_must_last");
    world.scenario.advance_to(withdrawn.plus_days(30));
    let (proposal, digest) = world.scenario.propose(&operator, 0, release).expect("two must sign");
    world.scenario.act_by(&operator, 1, Act::Approve(Approve { digest, proposal })).expect("released");
    let (_, bought) = world.scenario.registry.credits.holdings(lumen.account).next().expect("bought");
    assert_eq!((bought.state.word(), bought.expires_on), ("available", value("2027-08-12")), "with its 30 days");
    assert_eq!(world.scenario.registry.credits.batch(batch).expect("issued").flag, Some(BatchFlag::Fraud), "for ever");
}
