//! The route of the premium: instalments, legs and left-over cents, as in the demo's stories 1, 3 and 11.

use orebook_registry::event::{Deduction, Event, Leg, TradeEvent, Traded};
use orebook_registry::instruction::*;
use orebook_registry::money::split_by_largest_remainder;
use orebook_registry::values::{BatchId, Bps};
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, World, at, certification, events, gold_market, usd, value};
use orebook_tests::script::stage;

fn trades(entries: &[NewEntry]) -> Vec<Traded> {
    let trade = |event: &Event| match event {
        Event::Trade(TradeEvent::Traded(traded)) => Some((**traded).clone()),
        _ => None,
    };
    events(entries).filter_map(trade).collect()
}

fn legs(trade: &Traded) -> Vec<String> {
    trade.legs.iter().map(|Leg { amount, .. }| amount.amount()).collect()
}

fn deductions(trade: &Traded) -> Vec<String> {
    trade.deductions.iter().map(|Deduction { amount, .. }| amount.amount()).collect()
}

/// One offer, and a bid that takes all of it.
fn sell(world: &mut World, seller: &Actor, batch: BatchId, mass: &str, price: &str) -> Traded {
    let buyer = world.buyers[2].clone();
    let offer = PlaceSellOrder { price: value_of(world, price), ..world.offer(seller, batch, mass, "4000.00") };
    world.scenario.act(seller, Act::PlaceSellOrder(offer)).expect("an offer");
    let bid = PlaceBuyOrder { price: value_of(world, price), ..world.bid(&buyer, mass, "4000.00") };
    let entries = world.scenario.act(&buyer, Act::PlaceBuyOrder(bid)).expect("a bid");
    trades(&entries).remove(0)
}

fn value_of(world: &World, price: &str) -> orebook_registry::values::Money {
    let currency = world.scenario.registry.markets.market(world.market).expect("a market").currency();
    orebook_registry::values::Money::parse(price, currency).expect("an amount")
}

#[test]
fn the_premium_of_story_1_reaches_everybody_to_the_cent() {
    let (mut world, [b1, b2]) = World::issued();
    let (clara, sisters, lumen) = (world.clara.clone(), world.sisters.clone(), world.buyers[0].clone());
    let offers = [(&clara, b1, "2.412", "4200.00"), (&sisters, b2, "0.588", "4250.00")];
    for (seller, batch, mass, price) in offers {
        let offer = world.offer(seller, batch, mass, price);
        world.scenario.act(seller, Act::PlaceSellOrder(offer)).expect("an offer");
    }
    let bid = world.bid(&lumen, "3", "4250.00");
    let entries = world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    let [first, second] = trades(&entries).try_into().expect("two fills");
    assert_eq!((first.gross, first.fee), (usd("10130.40"), usd("101.30")));
    assert_eq!(deductions(&first), ["800.00"]);
    assert_eq!(legs(&first), ["5069.21", "1462.07", "1866.08", "933.04"]);
    assert_eq!((second.gross, second.fee), (usd("2499.00"), usd("24.99")));
    assert_eq!(legs(&second), ["833.16", "832.92", "832.92"]);
    let (_, plan) = world.scenario.registry.cash.instalment_plans().next().expect("P1's instalments");
    assert_eq!((plan.outstanding, plan.state.word()), (usd("0.00"), "closed"));
}

#[test]
fn an_instalment_takes_its_share_until_its_total_is_reached_as_in_story_3() {
    let (mut world, [_, batch]) = World::issued();
    let (sisters, acacia) = (world.sisters.clone(), world.acacia.clone());
    world.owe(&acacia, &sisters, 1_000, "510.00").expect("signed");
    let first = sell(&mut world, &sisters, batch, "1", "4100.00");
    assert_eq!(deductions(&first), ["410.00"]);
    let second = sell(&mut world, &sisters, batch, "0.862", "4100.00");
    assert_eq!((second.gross, deductions(&second)), (usd("3534.20"), vec!["100.00".to_owned()]));
    let third = sell(&mut world, &sisters, batch, "0.003", "4100.00");
    assert!(deductions(&third).is_empty(), "the plan is closed");
    world.owe(&acacia, &sisters, 500, "10.00").expect("a further plan after the first");
}

#[test]
fn tungsten_in_shillings_splits_without_decimals_as_in_story_11() {
    let parts =
        split_by_largest_remainder(1_323_775, &[5_433, 1_567, 2_000, 1_000].map(|p| Bps::new(p).expect("a share")));
    assert_eq!(parts, [719_207, 207_436, 264_755, 132_377]);
    let (mut world, _) = world_in_shillings();
    let (clara, batch) = (world.clara.clone(), world.scenario.registry.credits.batches().last().expect("issued").0);
    let trade = sell(&mut world, &clara, batch, "333", "4417");
    assert_eq!((trade.gross.minor, trade.fee.minor), (1_470_861, 14_708));
    assert_eq!(deductions(&trade), ["147086"]);
    assert_eq!(legs(&trade), ["719207", "207436", "264755", "132377"]);
}

/// Clara mines tin sold in UGX, and owes her certifier in UGX.
fn world_in_shillings() -> (World, BatchId) {
    let mut world = World::certified();
    let ugx = |amount: &str| orebook_registry::values::Money::parse(amount, value("UGX")).expect("shillings");
    let operator = world.scenario.operator.clone();
    let market = OpenMarket {
        currency: value("UGX"),
        mineral: value("TIN"),
        floor: ugx("4416"),
        tick: ugx("1"),
        minimum: ugx("1"),
        ..gold_market()
    };
    world.scenario.act(&operator, Act::OpenMarket(market)).expect("a market in shillings");
    world.market = world.scenario.registry.markets.markets().last().expect("a market").0;
    let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
    let mut terms = certification("CO-CHO", "30000");
    terms.application.mineral = value("TIN");
    let certificate = world.certify(&clara, &cordillera, terms).expect("certified");
    let open = OpenInstalmentPlan {
        kind: InstalmentKind::Certification,
        producer: clara.id,
        programme: value("HZN"),
        rate: value("1000"),
        total: ugx("400000"),
    };
    world.scenario.act(&cordillera, Act::OpenInstalmentPlan(open)).expect("opened");
    let (plan, _) = world.scenario.registry.cash.instalment_plans().last().expect("opened");
    world.scenario.act(&clara, Act::AcceptInstalmentPlan(AcceptInstalmentPlan { plan })).expect("signed");
    world.scenario.advance_to(at("2026-07-10"));
    let batch = world.issue(certificate, "9700", "0", ["2026-01-01", "2026-06-30"]).expect("issued");
    let buyer = world.buyers[2].clone();
    let deposit = Deposit { amount: ugx("2000000"), organisation: buyer.id, reference: value("UGX-1") };
    world.scenario.act_together(&operator, Act::Deposit(deposit)).expect("money arrives");
    (world, batch)
}

#[test]
fn left_over_cents_go_to_the_largest_remainders_and_ties_to_the_lower_index() {
    let split = |net, shares: &[u16]| {
        let shares: Vec<Bps> = shares.iter().map(|p| Bps::new(*p).expect("a share")).collect();
        split_by_largest_remainder(net, &shares)
    };
    assert_eq!(split(1, &[2_500; 4]), [1, 0, 0, 0]);
    assert_eq!(split(2, &[2_500; 4]), [1, 1, 0, 0]);
    assert_eq!(split(3, &[3_333, 3_333, 3_334]), [1, 1, 1]);
    assert_eq!(split(5, &[3_333, 3_333, 3_334]), [2, 1, 2]);
    assert_eq!(split(0, &[5_000, 5_000]), [0, 0]);
    assert_eq!(split(999_999_999_999_999, &[1, 9_999]), [100_000_000_000, 999_899_999_999_999]);
}

#[test]
fn certification_comes_before_prefinance_and_both_before_the_legs() {
    let (mut world, [_, batch]) = World::issued();
    let (sisters, acacia) = (world.sisters.clone(), world.acacia.clone());
    let lender = world.scenario.register("Green Vein Finance", "NL", &[Role::Lender]);
    world.owe(&acacia, &sisters, 1_000, "900.00").expect("signed");
    let open = OpenInstalmentPlan {
        kind: InstalmentKind::Prefinance,
        producer: sisters.id,
        programme: value("HZN"),
        rate: value("2000"),
        total: usd("10000.00"),
    };
    world.scenario.act(&lender, Act::OpenInstalmentPlan(open)).expect("opened");
    let (plan, _) = world.scenario.registry.cash.instalment_plans().last().expect("opened");
    world.scenario.act(&sisters, Act::AcceptInstalmentPlan(AcceptInstalmentPlan { plan })).expect("signed");
    let trade = sell(&mut world, &sisters, batch, "1", "4100.00");
    assert_eq!(deductions(&trade), ["410.00", "820.00"], "both of the gross");
    assert_eq!(legs(&trade), ["956.86", "956.57", "956.57"]);
}

#[test]
fn a_later_plan_takes_force_after_seven_days() {
    use PayeeKind::{Community, Operations, Women};
    let (mut world, [_, batch]) = World::issued();
    let sisters = world.sisters.clone();
    world.adopt_plan(&sisters, "Second", &[(Operations, 5_000), (Women, 4_000), (Community, 1_000)]).expect("adopted");
    assert_eq!(legs(&sell(&mut world, &sisters, batch, "0.1", "4100.00"))[0], "136.70", "the first plan still applies");
    world.scenario.advance_to(at("2026-07-19"));
    assert_eq!(legs(&sell(&mut world, &sisters, batch, "0.1", "4100.00"))[0], "136.70");
    world.scenario.advance_to(at("2026-07-21"));
    assert_eq!(legs(&sell(&mut world, &sisters, batch, "0.1", "4100.00")), ["205.00", "164.00", "41.00"]);
}

#[test]
fn a_plan_keeps_to_the_programmes_limits_as_in_story_7() {
    use PayeeKind::{Administration, Community, Holder, Operations, Women};
    let mut world = stage();
    let (clara, mut n) = (world.clara.clone(), 0);
    let mut adopt = |shares: &[(PayeeKind, u16)]| {
        n += 1;
        world.adopt_plan(&clara, &format!("Try {n}"), shares).map(|_| ()).map_err(|refusal: Refusal| refusal.code())
    };
    let holder = |share| [(Operations, 7_500 - share), (Women, 1_500), (Community, 1_000), (Holder, share)];
    assert_eq!(adopt(&holder(2_500)), Err("share_is_above_maximum".into()));
    assert_eq!(adopt(&holder(500)), Ok(()));
    assert_eq!(adopt(&[(Operations, 8_000), (Women, 2_000)]), Err("share_is_below_minimum".into()));
    assert_eq!(adopt(&[(Operations, 7_000), (Women, 1_499), (Community, 1_501)]), Err("share_is_below_minimum".into()));
    assert_eq!(
        adopt(&[(Operations, 7_000), (Women, 1_500), (Community, 1_499)]),
        Err("shares_must_sum_to_whole".into())
    );
    // Ten percent of instalments leave 5.5 percent of the other nine tenths for administration.
    let administration =
        |share| [(Operations, 7_500 - share), (Women, 1_500), (Community, 1_000), (Administration, share)];
    assert_eq!(adopt(&administration(556)), Err("costs_are_above_maximum".into()));
    assert_eq!(adopt(&administration(555)), Ok(()));
}

#[test]
fn a_producer_without_a_plan_in_force_offers_nothing() {
    let mut world = stage();
    let mut registration = world.scenario.registration("Late Miners", "CO", &[Role::Producer]);
    registration.act.code = Some(value("B2B2"));
    let late = world.scenario.join(registration);
    let cordillera = world.cordillera.clone();
    let mut terms = certification("CO-CHO", "5");
    terms.grant.effective = value("2026-07-01");
    let certificate = world.certify(&late, &cordillera, terms).expect("certified");
    let batch = world.issue(certificate, "1", "0", ["2026-07-01", "2026-07-10"]).expect("issued");
    let offer = world.offer(&late, batch, "1", "4200.00");
    let refusal = world.scenario.act(&late, Act::PlaceSellOrder(offer)).expect_err("no plan");
    assert_eq!(refusal, Refusal::PremiumPlanMustBeInForce { programme: value("HZN") });
}
