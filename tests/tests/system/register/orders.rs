//! Orders beyond the plain ones: fill or kill, reductions, names, halts, floors, and who may end them.

use orebook_registry::event::{CancelReason, Event, TradeEvent};
use orebook_registry::instruction::{Act, PlaceBuyOrder, PlaceSellOrder, Role, TimeInForce};
use orebook_registry::{Held, Rule};
use orebook_tests::scenario::{Checks, World, events};
use orebook_tests::script::{Script, check, stage};

/// P1 and P11 with what they mined, and a buyer of P1's group.
fn with_a_buyer_of_the_group() -> Script {
    let mut world = World::certified();
    let mut registration = world.scenario.registration("Clara Trading", "CO", &[Role::Buyer]);
    registration.act.group = Some(world.clara.id);
    let trading = world.scenario.join(registration);
    world.deposit(&trading, "30000.00", "GROUP").expect("money arrives");
    let [b1, b2] = world.issue_both();
    let mut script = Script::upon(world);
    script.invite("trading", trading);
    script.knows("B1", b1);
    script.knows("B2", b2);
    script
}

#[test]
fn one_bid_sweeps_several_offers_best_price_first_and_keeps_the_rest_at_its_limit() {
    check(
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        issue   sisters  B2 3.12-0.5         ok B2 2.62
        offer   clara    O1 B1 1@4300        ok
        offer   sisters  O2 B2 0.5@4200      ok
        offer   clara    O3 B1 0.5@4250      ok
        bid     perrin   U1 3@4300           ok escrow 13029.00 trade O2 0.5@4200.00 fee 21.00 trade O3 0.5@4250.00 fee 21.25 trade O1 1@4300.00 fee 43.00
        book                                 1@4300.00 |
        account U1                           4343.00
        cash    perrin                       27046.75
        offer   clara    O4 B1 2@4000        ok trade U1 1@4300.00 fee 43.00
        book                                 | 1@4000.00
        cash    perrin                       27046.75
    ",
    );
}

#[test]
fn a_bid_to_fill_whole_trades_all_of_it_or_nothing() {
    check(
        "
        issue   clara    B1 20.412-8         ok B1 12.412
        offer   clara    O1 B1 1@4200        ok
        offer   clara    O2 B1 1@4250        ok
        offer   clara    O3 B1 1@4300        ok
        bid     lumen    U1 2.001@4250 fok   order_must_fill_whole
        bid     lumen    U1 3@4190 fok       order_must_fill_whole
        cash    lumen                        20000.00
        book                                 | 1@4200.00 1@4250.00 1@4300.00
        bid     lumen    U1 2@4250 fok       ok escrow 8585.00 trade O1 1@4200.00 fee 42.00 trade O2 1@4250.00 fee 42.50
        cash    lumen                        11465.50
        bid     lumen    U2 0.4@4400 fok     ok escrow 1777.60 trade O3 0.4@4300.00 fee 17.20
        book                                 | 0.6@4300.00
    ",
    );
}

#[test]
fn an_offer_to_fill_whole_trades_all_of_it_or_nothing() {
    check(
        "
        issue   clara    B1 20.412-8            ok B1 12.412
        bid     lumen    U1 1@4250              ok escrow 4292.50
        bid     orfebre  U2 0.5@4200            ok escrow 2121.00
        bid     perrin   U3 1@4100              ok escrow 4141.00
        offer   clara    O1 B1 1.501@4200 fok   order_must_fill_whole
        held    clara    B1                     available 12.412
        book                                    1@4250.00 0.5@4200.00 1@4100.00 |
        offer   clara    O1 B1 1.5@4200 fok     ok trade U1 1@4250.00 fee 42.50 trade U2 0.5@4200.00 fee 21.00
        offer   clara    O2 B1 0.25@4000 fok    ok trade U3 0.25@4100.00 fee 10.25
        held    clara    B1                     available 10.662
        book                                    0.75@4100.00 |
    ",
    );
}

#[test]
fn an_order_to_fill_whole_does_not_reach_what_lies_behind_its_own_group() {
    with_a_buyer_of_the_group().plays(
        "
        offer   sisters  O1 B2 0.5@4100         ok
        offer   clara    O2 B1 1@4200           ok
        offer   sisters  O3 B2 2@4300           ok
        bid     trading  U1 1@4300 fok          order_must_fill_whole
        bid     trading  U1 0.5@4300 fok        ok escrow 2171.50 trade O1 0.5@4100.00 fee 20.50
        book                                    | 1@4200.00 2@4300.00
        cancel  clara    O2                     ok
        cancel  sisters  O3                     ok
        bid     perrin   U2 0.5@4200            ok escrow 2121.00
        bid     trading  U3 1@4150              ok escrow 4191.50
        bid     perrin   U4 1@4100              ok escrow 4141.00
        offer   clara    O4 B1 1@4100 fok       order_must_fill_whole
        offer   clara    O4 B1 0.5@4100 fok     ok trade U2 0.5@4200.00 fee 21.00
        book                                    1@4150.00 1@4100.00 |
    ",
    );
}

#[test]
fn an_order_to_fill_whole_takes_two_hundred_fills_and_not_one_more() {
    let mut world = stage();
    world.scenario.checks = Checks::WhenAsked;
    let half = ["2026-01-01", "2026-06-30"];
    let batch = world.issue(world.clara_certificate, "20", "0", half).expect("issued");
    let (clara, perrin) = (world.clara.clone(), world.buyers[2].clone());
    let fok = TimeInForce::Fok;
    for _ in 0..201 {
        let offer = world.offer(&clara, batch, "0.003", "4200.00");
        world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    }
    let bid = |mass| PlaceBuyOrder { time_in_force: fok, ..world.bid(&perrin, mass, "4200.00") };
    let (all, most) = (bid("0.603"), bid("0.6"));
    let refusal = world.scenario.act(&perrin, Act::PlaceBuyOrder(all)).expect_err("too many");
    assert_eq!(refusal.to_string(), "0.6 kg of 0.603 kg would trade at once; the order is to fill whole or not at all");
    let entries = world.scenario.act(&perrin, Act::PlaceBuyOrder(most)).expect("two hundred");
    assert_eq!(entries.len(), 201);
    for _ in 0..201 {
        let bid = world.bid(&perrin, "0.003", "4100.00");
        world.scenario.act(&perrin, Act::PlaceBuyOrder(bid)).expect("a bid");
    }
    let offer = |mass| PlaceSellOrder { time_in_force: fok, ..world.offer(&clara, batch, mass, "4100.00") };
    let (all, most) = (offer("0.603"), offer("0.6"));
    let refusal = world.scenario.act(&clara, Act::PlaceSellOrder(all)).expect_err("too many");
    assert_eq!(refusal.code(), "order_must_fill_whole");
    let entries = world.scenario.act(&clara, Act::PlaceSellOrder(most)).expect("two hundred");
    assert_eq!(events(&entries).filter(|e| matches!(e, Event::Trade(TradeEvent::Traded(_)))).count(), 200);
    world.scenario.check_all();
}

#[test]
fn a_reduced_bid_keeps_its_place_and_its_owner_gets_the_difference() {
    check(
        "
        issue   clara    B1 20.412-8            ok B1 12.412
        bid     lumen    U1 2@4200              ok escrow 8484.00
        bid     perrin   U2 1@4200              ok escrow 4242.00
        reduce  lumen    U1 1.5                 ok
        account U1                              2121.00
        cash    lumen                           17879.00
        offer   clara    O1 B1 1@4200           ok trade U1 0.5@4200.00 fee 21.00 trade U2 0.5@4200.00 fee 21.00
        reduce  perrin   U2 0.25                ok
        account U2                              1060.50
        book                                    0.25@4200.00 |
        reduce  lumen    U2 0.1                 must_exist
        reduce  lumen    U1 0.1                 must_exist
        reduce  perrin   U2 0                   amount_must_be_positive
        reduce  perrin   U2 0.0001              mass_must_be_on_lot
        reduce  perrin   U2 0.25                reduction_must_leave_something
        reduce  perrin   U2 0.251               reduction_must_leave_something
        reduce  perrin   U2 0.249               ok
        book                                    0.001@4200.00 |
    ",
    );
}

#[test]
fn a_reduced_offer_keeps_its_place_and_gives_the_highest_serial_numbers_back() {
    let mut script = Script::upon(stage());
    script.plays(
        "
        issue   clara    B1 20.412-8            ok B1 12.412
        issue   sisters  B2 3.12-0.5            ok B2 2.62
        offer   clara    O1 B1 3@4200           ok
        offer   sisters  O2 B2 1@4200           ok
        reduce  clara    O1 2                   ok
        held    clara    B1                     available 11.412 escrowed 1
        bid     lumen    U1 1.5@4200            ok escrow 6363.00 trade O1 1@4200.00 fee 42.00 trade O2 0.5@4200.00 fee 21.00
        held    clara    B1                     available 11.412
    ",
    );
    let lumen = &script.world.buyers[0];
    let bought = script.world.scenario.registry.credits.holdings(lumen.account);
    let first: Vec<_> = bought.map(|(range, _)| (range.from, range.to)).take(1).collect();
    assert_eq!(first, [(0, 1_000_000)], "the lowest serial numbers were sold");
}

#[test]
fn the_name_an_owner_gives_an_order_is_taken_while_the_order_is_open_and_its_owners_alone() {
    check(
        "
        issue   clara    B1 20.412-8                    ok B1 12.412
        bid     lumen    U1 1@4100 called:SPRING        ok escrow 4141.00
        bid     lumen    U2 1@4100 called:SPRING        client_order_must_be_unused
        bid     lumen    U2 1@4100 called:spring        ok escrow 4141.00
        bid     perrin   U3 1@4100 called:SPRING        ok escrow 4141.00
        offer   clara    O1 B1 1@4300 called:SPRING     ok
        offer   clara    O2 B1 1@4300 called:SPRING     client_order_must_be_unused
        cancel  lumen    U1                             ok
        bid     lumen    U4 0.5@4100 called:SPRING      ok escrow 2070.50
        bid     perrin   U5 1@4300                      ok escrow 4343.00 trade O1 1@4300.00 fee 43.00
        offer   clara    O3 B1 1@4300 called:SPRING     ok
        day     2026-08-20                              ok U2 expired U3 expired U4 expired O3 expired
        bid     lumen    U6 0.5@4100 called:SPRING      ok escrow 2070.50
    ",
    );
}

#[test]
fn a_halted_market_takes_no_orders_and_no_deals_and_lets_everybody_out() {
    check(
        "
        issue   clara    B1 20.412-8                          ok B1 12.412
        offer   clara    O1 B1 1@4300                         ok
        offer   clara    O2 B1 1@4310 2026-07-20T00:00:00Z    ok
        bid     lumen    U1 1@4100                            ok escrow 4141.00
        deal    clara    D1 sell lumen B1 1@4200              ok
        halt    lumen    price                                role_is_required
        halt    operator price                                ok
        halt    operator technical                            market_must_be_open
        bid     lumen    U2 1@4300                            market_must_be_open
        offer   clara    O3 B1 1@4100                         market_must_be_open
        deal    clara    D2 sell perrin B1 1@4200             market_must_be_open
        accept  lumen    D1                                   market_must_be_open
        reduce  clara    O1 0.5                               ok
        cancel  lumen    U1                                   ok
        day     2026-07-20                                    ok D1 lapsed O2 expired
        book                                                  | 0.5@4300.00
        reopen  lumen                                         role_is_required
        reopen  operator                                      ok
        reopen  operator                                      market_must_be_halted
        bid     lumen    U2 1@4300                            ok escrow 4343.00 trade O1 0.5@4300.00 fee 21.50
        held    clara    B1                                   available 11.912
    ",
    );
}

#[test]
fn a_raised_floor_cancels_what_lies_below_it_on_both_sides_and_restricted_bids_too() {
    check(
        "
        issue   clara    B1 20.412-8               ok B1 12.412
        bid     lumen    U1 1@4100                 ok escrow 4141.00
        bid     lumen    U2 1@4200                 ok escrow 4242.00
        bid     perrin   U3 1@4190 only:ZW         ok escrow 4231.90
        bid     perrin   U4 1@4200 only:ZW         ok escrow 4242.00
        floor   lumen    4200                      role_is_required
        floor   operator 4205                      price_must_be_on_tick
        floor   operator 0                         amount_must_be_positive
        floor   operator 4200EUR                   currency_must_be
        floor   operator 4200                      ok U1 floor U3 floor
        cash    lumen                              15758.00
        cash    perrin                             35758.00
        bid     lumen    U5 1@4190                 price_must_not_be_below_floor
        cancel  lumen    U2                        ok
        cancel  perrin   U4                        ok
        offer   clara    O1 B1 2@4250              ok
        offer   clara    O2 B1 1@4300              ok
        floor   operator 4300                      ok O1 floor
        held    clara    B1                        available 11.412 escrowed 1
        floor   operator 4000                      ok
        book                                       | 1@4300.00
    ",
    );
}

#[test]
fn the_operator_cancels_any_order_and_its_owner_is_told_who_did() {
    let mut script = Script::upon(stage());
    script.plays(
        "
        issue   clara    B1 20.412-8            ok B1 12.412
        offer   clara    O1 B1 1@4300           ok
        bid     lumen    U1 1@4100              ok escrow 4141.00
        cancel  orfebre  U1                     must_exist
        cancel  operator U1                     ok U1 operator
        cancel  operator O1                     ok O1 operator
        cancel  operator O1                     must_exist
        cash    lumen                           20000.00
        held    clara    B1                     available 12.412
    ",
    );
    let cancelled = |event: &&Event| matches!(event, Event::Trade(TradeEvent::OrderCancelled(e)) if e.reason == CancelReason::Operator);
    assert_eq!(events(script.world.scenario.entries()).filter(cancelled).count(), 2);
}

#[test]
fn a_dry_run_of_an_order_to_fill_whole_says_nothing_of_what_was_not_looked_at() {
    let script = Script::upon(stage());
    let (lumen, registry) = (&script.world.buyers[0], &script.world.scenario.registry);
    let fok = |mass, price| {
        let bid = PlaceBuyOrder { time_in_force: TimeInForce::Fok, ..script.world.bid(lumen, mass, price) };
        Act::PlaceBuyOrder(bid)
    };
    let held = |act: &Act, code: &str| {
        let refusal = registry.forecast(script.world.scenario.now(), lumen.id, act).expect_err("refused");
        let rules = Rule::all_of(act, Some(&refusal));
        (refusal.code(), rules.into_iter().find(|rule| rule.code() == code).map(|rule| rule.holds))
    };
    let (dear, lonely) = (fok("9", "4200.00"), fok("1", "4200.00"));
    let whole = "order_must_fill_whole";
    assert_eq!(held(&dear, whole), ("cash_must_cover_escrow".to_owned(), Some(Held::Open)));
    assert_eq!(held(&dear, "market_must_be_open").1, Some(Held::Yes));
    assert_eq!(held(&lonely, whole), (whole.to_owned(), Some(Held::No)));
}
