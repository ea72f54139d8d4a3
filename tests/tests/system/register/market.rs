//! Orders and trades: priority, fee, escrow, and how orders end.

use orebook_registry::event::{CancelReason, Event, TradeEvent};
use orebook_registry::instruction::{Act, PlaceSellOrder, TimeInForce};
use orebook_registry::values::Seconds;
use orebook_tests::scenario::{World, events, usd, value};
use orebook_tests::script::{check, play, stage};

#[test]
fn lumen_buys_three_kilograms_from_two_producers_as_in_story_1() {
    check(
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        issue   sisters  B2 3.12-0.5         ok B2 2.62
        offer   clara    O1 B1 2.412@4200    ok
        offer   sisters  O2 B2 0.588@4250    ok
        cash    lumen                        20000.00
        bid     lumen    U1 3@4250           ok escrow 12877.50 trade O1 2.412@4200.00 fee 101.30 trade O2 0.588@4250.00 fee 24.99
        cash    lumen                        7244.31
        held    lumen    B1                  available 2.412
        held    lumen    B2                  available 0.588
        held    clara    B1                  available 10
        book                                 |
    ",
    );
}

#[test]
fn the_better_price_trades_first_and_at_one_price_the_earlier_order() {
    check(
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        issue   sisters  B2 3.12-0.5         ok B2 2.62
        offer   clara    O1 B1 1@4300        ok
        offer   sisters  O2 B2 0.5@4200      ok
        offer   clara    O3 B1 0.25@4200     ok
        book                                 | 0.75@4200.00 1@4300.00
        bid     lumen    U1 0.6@4200         ok escrow 2545.20 trade O2 0.5@4200.00 fee 21.00 trade O3 0.1@4200.00 fee 4.20
        book                                 | 0.15@4200.00 1@4300.00
        bid     orfebre  U2 0.5@4250         ok escrow 2146.25 trade O3 0.15@4200.00 fee 6.30
        book                                 0.35@4250.00 | 1@4300.00
        offer   sisters  O4 B2 0.3@4000      ok trade U2 0.3@4250.00 fee 12.75
        cash    orfebre                      2861.33
        cancel  orfebre  U2                  ok
        cash    orfebre                      3075.95
    ",
    );
}

#[test]
fn many_small_fills_cost_the_fee_of_one_large_one() {
    check(
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        bid     lumen    U1 0.01@4010        ok escrow 40.50
        offer   clara    O1 B1 0.003@4010    ok trade U1 0.003@4010.00 fee 0.12
        offer   clara    O2 B1 0.003@4010    ok trade U1 0.003@4010.00 fee 0.12
        offer   clara    O3 B1 0.004@4010    ok trade U1 0.004@4010.00 fee 0.16
        cash    lumen                        19959.50
    ",
    );
}

#[test]
fn an_order_keeps_to_lot_tick_floor_minimum_and_money() {
    check(
        "
        issue   clara    B1 20.412-8           ok B1 12.412
        offer   clara    O1 B1 0.0005@4200     mass_must_be_on_lot
        offer   clara    O1 B1 1@4205          price_must_be_on_tick
        offer   clara    O1 B1 1@3990          price_must_not_be_below_floor
        offer   clara    O1 B1 0.002@4200      order_is_too_small
        offer   clara    O1 B1 0@4200          amount_must_be_positive
        offer   clara    O1 B1 12.413@4200     available_credits_must_cover_mass
        bid     lumen    U1 0.0005@4200        mass_must_be_on_lot
        bid     lumen    U1 1@4200.01          price_must_be_on_tick
        bid     lumen    U1 1@3990             price_must_not_be_below_floor
        bid     lumen    U1 0.002@4200         order_is_too_small
        bid     orfebre  U1 1.18@4200          cash_must_cover_escrow
        bid     clara    U1 1@4200             role_is_required
        offer   lumen    O1 B1 1@4200          role_is_required
        offer   sisters  O1 B1 1@4200          must_exist
        bid     lumen    U1 2000000@9999990000 amount_is_too_large
        cash    lumen                          20000.00
        held    clara    B1                    available 12.412
        book                                   |
    ",
    );
}

#[test]
fn an_immediate_order_leaves_nothing_in_the_book() {
    check(
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        bid     lumen    U1 1@4200 ioc       ok escrow 4242.00 U1 unfilled
        offer   clara    O1 B1 0.4@4200      ok
        bid     lumen    U2 1@4200 ioc       ok escrow 4242.00 trade O1 0.4@4200.00 fee 16.80 U2 unfilled
        cash    lumen                        18303.20
        bid     lumen    U3 1@4200           ok escrow 4242.00
        offer   clara    O2 B1 3@4100 ioc    ok trade U3 1@4200.00 fee 42.00 O2 unfilled
        held    clara    B1                  available 11.012
        book                                 |
    ",
    );
}

#[test]
fn an_order_ends_when_it_said_and_gives_back_what_was_set_aside() {
    check(
        "
        issue   clara    B1 20.412-8                          ok B1 12.412
        offer   clara    O1 B1 2@4300 2026-07-20T00:00:00Z    ok
        bid     lumen    U1 1@4200 2026-07-20T00:00:01Z       ok escrow 4242.00
        bid     lumen    U2 1@4100 2026-07-12T00:00:00Z       order_must_end_in_time
        bid     lumen    U2 1@4100 2027-01-30T00:00:00Z       order_must_end_in_time
        day     2026-07-19                                    ok
        book                                                  1@4200.00 | 2@4300.00
        day     2026-07-20                                    ok O1 expired U1 expired
        cash    lumen                                         20000.00
        held    clara    B1                                   available 12.412
        bid     lumen    U3 1@4200                            ok escrow 4242.00
        day     2026-08-18                                    ok
        day     2026-08-20                                    ok U3 expired
    ",
    );
}

#[test]
fn an_offer_does_not_outlive_its_credits() {
    let mut world = play(stage(), "issue clara B1 20.412-8 ok B1 12.412");
    let (batch, _) = world.scenario.registry.credits.batches().next().expect("issued");
    world.scenario.advance_to(orebook_tests::scenario::at("2028-06-20"));
    let clara = world.clara.clone();
    let offer =
        |until: &str| PlaceSellOrder { until: Some(value(until)), ..world.offer(&clara, batch, "1", "4200.00") };
    let (late, in_time) = (offer("2028-07-01T00:00:01Z"), offer("2028-07-01T00:00:00Z"));
    let refusal = world.scenario.act(&clara, Act::PlaceSellOrder(late)).expect_err("too late");
    assert_eq!(refusal.code(), "order_must_end_in_time");
    world.scenario.act(&clara, Act::PlaceSellOrder(in_time)).expect("the last moment of the credits");
    let ended = world.scenario.advance_to(orebook_tests::scenario::at("2028-07-01"));
    let names: Vec<_> = events(&ended).map(|e| e.name().1).collect();
    assert_eq!(names, ["order_expired", "credits_expired"]);
    let figures = world.scenario.registry.credits.batch(batch).expect("issued").figures();
    assert_eq!(figures.expired.to_string(), "12.412");
}

#[test]
fn an_order_passes_no_offer_of_its_own_group() {
    let mut world = World::certified();
    let mut registration =
        world.scenario.registration("Clara Trading", "CO", &[orebook_registry::instruction::Role::Buyer]);
    registration.act.group = Some(world.clara.id);
    let sister = world.scenario.join(registration);
    world.deposit(&sister, "20000.00", "GROUP").expect("money arrives");
    let batches = world.issue_both();
    let (clara, sisters) = (world.clara.clone(), world.sisters.clone());
    let near = world.offer(&sisters, batches[1], "0.5", "4100.00");
    let own = world.offer(&clara, batches[0], "1", "4200.00");
    world.scenario.act(&sisters, Act::PlaceSellOrder(near)).expect("an offer");
    world.scenario.act(&clara, Act::PlaceSellOrder(own)).expect("an offer");
    let bid = world.bid(&sister, "2", "4300.00");
    let entries = world.scenario.act(&sister, Act::PlaceBuyOrder(bid)).expect("a bid");
    let trades = events(&entries).filter(|e| matches!(e, Event::Trade(TradeEvent::Traded(_)))).count();
    let group = events(&entries)
        .filter(|e| matches!(e, Event::Trade(TradeEvent::OrderCancelled(c)) if c.reason == CancelReason::Group));
    assert_eq!((trades, group.count()), (1, 1), "the trade already made stands, the rest is cancelled");
    assert_eq!(world.scenario.registry.markets.orders().count(), 1, "the group's own offer keeps its place");
}

#[test]
fn after_two_hundred_fills_the_rest_of_an_order_is_cancelled() {
    let mut world = stage();
    world.scenario.checks = orebook_tests::scenario::Checks::WhenAsked;
    let half = ["2026-01-01", "2026-06-30"];
    let batch = world.issue(world.clara_certificate, "20", "0", half).expect("issued");
    let clara = world.clara.clone();
    for _ in 0..202 {
        let offer = world.offer(&clara, batch, "0.003", "4200.00");
        world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    }
    let perrin = world.buyers[2].clone();
    let bid = world.bid(&perrin, "0.606", "4200.00");
    let entries = world.scenario.act(&perrin, Act::PlaceBuyOrder(bid)).expect("a bid");
    world.scenario.check_all();
    assert_eq!(entries.len(), 202, "its own entry, two hundred fills and a cancellation");
    let last = events(&entries).last();
    assert!(matches!(last, Some(Event::Trade(TradeEvent::OrderCancelled(c))) if c.reason == CancelReason::FillLimit));
    let left = world
        .scenario
        .registry
        .cash
        .balance(orebook_registry::money::CashAccount::Cash(perrin.id), usd("0.00").currency);
    assert_eq!(left, usd("37454.80"));
}

#[test]
fn an_order_reserves_its_fee_at_the_rate_in_force_when_it_was_placed() {
    let mut world = play(stage(), "issue clara B1 20.412-8 ok B1 12.412");
    let lumen = world.buyers[0].clone();
    let bid = world.bid(&lumen, "1", "4200.00");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    let mut dearer = orebook_tests::scenario::programme();
    dearer.version = orebook_registry::instruction::Count(2);
    dearer.effective_from = world.scenario.now().date();
    dearer.parameters.fee_bps = value("500");
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::DefineProgramme(dearer)).expect("version 2");
    let (batch, _) = world.scenario.registry.credits.batches().next().expect("issued");
    let clara = world.clara.clone();
    let offer = PlaceSellOrder {
        time_in_force: TimeInForce::Ioc,
        until: None::<Seconds>,
        ..world.offer(&clara, batch, "1", "4200.00")
    };
    let entries = world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    let fee = events(&entries).find_map(|e| match e {
        Event::Trade(TradeEvent::Traded(traded)) => Some(traded.fee),
        _ => None,
    });
    assert_eq!(fee, Some(usd("42.00")));
    let bid = world.bid(&lumen, "1", "4200.00");
    let entries = world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    assert_eq!(entries[0].postings[1].amount, usd("4410.00"));
}
