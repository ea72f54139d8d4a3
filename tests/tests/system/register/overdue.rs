//! An overdue finding stops the days of the beneficiary's credits and nothing else: it goes on buying and moving them.

use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_tests::scenario::{Actor, World, programme, value};

/// Lumen holds a kilogram and owes a finding that is overdue; P1 has more to sell.
fn overdue() -> (World, Actor, BatchId) {
    let (mut world, [batch, _]) = World::issued();
    let mut next = programme();
    (next.version, next.effective_from) = (Count(2), world.scenario.now().date());
    next.parameters.audit_thresholds[0].mass = value("1");
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::DefineProgramme(next)).expect("the next version");
    let lumen = world.buyers[0].clone();
    buy(&mut world, &lumen, batch, "3");
    let blocks = world.blocks(lumen.account, batch, "2");
    let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
    world.scenario.act(&lumen, Act::Retire(retire)).expect("the crossing is never refused");
    world.scenario.advance_to(world.scenario.now().plus_days(91));
    assert!(world.scenario.registry.claims.overdue(lumen.id, value("GLD")).is_some());
    (world, lumen, batch)
}

fn buy(world: &mut World, buyer: &Actor, batch: BatchId, mass: &str) {
    let clara = world.clara.clone();
    let (offer, bid) = (world.offer(&clara, batch, mass, "4200.00"), world.bid(buyer, mass, "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.act(buyer, Act::PlaceBuyOrder(bid)).expect("a bid");
}

/// Kilograms, last usable day and whether the days stand still, block by block.
fn held(world: &World, account: AccountId) -> Vec<(String, String, bool)> {
    let holdings = world.scenario.registry.credits.holdings(account);
    let row = |(range, block): (orebook_registry::credit::Range, orebook_registry::credit::Block)| {
        (range.mass().to_string(), block.expires_on.to_string(), block.stopped_since.is_some())
    };
    holdings.map(row).collect()
}

fn find(world: &mut World) {
    let auditor = world.scenario.register("Vela Auditors", "PT", &[Role::Auditor]);
    let (retirement, _) = world.scenario.registry.claims.retirements().next().expect("a retirement");
    let outcome = FindingOutcome::Confirmed;
    let publish = PublishFinding { outcome, reason: value("records"), report: Digest([9; 32]), retirement };
    world.scenario.act(&auditor, Act::PublishFinding(publish)).expect("found");
}

#[test]
fn who_owes_an_overdue_finding_still_buys_and_the_days_of_what_it_buys_do_not_count() {
    let (mut world, lumen, batch) = overdue();
    buy(&mut world, &lumen, batch, "0.5");
    let today = world.scenario.now().date();
    let until = today.plus_months(12);
    let bought = (value::<Mass>("0.5").to_string(), until.to_string(), true);
    assert!(held(&world, lumen.account).contains(&bought), "{:?}", held(&world, lumen.account));
    world.scenario.advance_to(world.scenario.now().plus_days(10));
    find(&mut world);
    let after = (bought.0, until.plus_days(10).to_string(), false);
    assert!(held(&world, lumen.account).contains(&after), "{:?}", held(&world, lumen.account));
}

#[test]
fn what_it_moves_to_another_account_of_its_own_stands_still_there_too() {
    let (mut world, lumen, batch) = overdue();
    world.scenario.act(&lumen, Act::OpenAccount(OpenAccount { name: value("second") })).expect("opened");
    let to = world.scenario.registry.credits.accounts_of(lumen.id).map(|(id, _)| id).last().expect("two accounts");
    let before = held(&world, lumen.account);
    let blocks = world.blocks(lumen.account, batch, "1");
    let transfer = Transfer { blocks, from: lumen.account, to };
    world.scenario.act(&lumen, Act::Transfer(transfer)).expect("moved");
    assert_eq!(held(&world, to), before);
    assert!(before[0].2, "they stand still");
}

#[test]
fn what_it_sends_to_another_member_of_its_group_counts_its_days_again_there() {
    let (mut world, lumen, batch) = overdue();
    let mut registration = world.scenario.registration("Lumen Holding", "GB", &[Role::Buyer]);
    registration.act.group = Some(lumen.id);
    let holding = world.scenario.join(registration);
    let (_, until, _) = held(&world, lumen.account).remove(0);
    let stopped = world.scenario.now().date();
    let blocks = world.blocks(lumen.account, batch, "1");
    let transfer = Transfer { blocks, from: lumen.account, to: holding.account };
    world.scenario.act(&lumen, Act::Transfer(transfer)).expect("on its way");
    world.scenario.advance_to(world.scenario.now().plus_days(3));
    let days = u64::try_from(world.scenario.now().date().days_since(stopped)).expect("time runs on");
    let until = value::<Date>(&until).plus_days(days).to_string();
    assert_eq!(held(&world, holding.account), [(value::<Mass>("1").to_string(), until, false)]);
}
