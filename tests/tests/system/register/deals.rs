//! Direct deals: a price between two, under the rules of the market and outside its book.

use orebook_registry::event::{Event, TradeEvent};
use orebook_registry::instruction::*;
use orebook_tests::scenario::{World, events, gold_market, usd};
use orebook_tests::script::{Script, check, stage};

/// P1's agent, who buys for its own account and whom P1 trusts.
fn with_a_trusted_buyer() -> Script {
    let mut world = stage();
    let bridge = world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
    let mut script = Script::upon(world);
    script.invite("bridge", bridge);
    script.plays(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        deposit operator X1 10000 BRIDGE bridge        ok
        appoint clara    bridge                        ok
        trust   clara    bridge                        ok
        day     +72h                                   ok
    ",
    );
    script
}

/// P1 has proposed to Lumen to sell it two kilograms; with `accept`, Lumen has accepted.
fn proposed(accepted: &str) -> Script {
    let mut script = Script::upon(stage());
    script.plays(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        deal    clara    D1 sell lumen B1 2@4200       ok
    ",
    );
    if !accepted.is_empty() {
        script.plays("accept lumen D1 ok escrow 8484.00 waits until 2026-07-14");
    }
    script
}

#[test]
fn a_deal_waits_as_long_as_a_transfer_and_then_pays_as_a_trade_does() {
    let mut script = proposed("");
    script.plays(
        "
        held    clara    B1                            available 10.412 escrowed 2
        account D1                                     0.00
        accept  lumen    D1                            ok escrow 8484.00 waits until 2026-07-14
        account D1                                     8484.00
        cash    lumen                                  11516.00
        day     +23h                                   ok
        state   D1                                     accepted
        day     +1h                                    ok D1 settled 8400.00 fee 84.00
        state   D1                                     settled
        account D1                                     0.00
        cash    lumen                                  11516.00
        account fees                                   84.00
        account cordillera                             800.00
        account clara/0                                4129.08
        account clara/1                                1190.92
        account clara/2                                1520.00
        account clara/3                                760.00
        sold    clara                                  routed 7600.00 paid 0.00 confirmed 0.00
        held    clara    B1                            available 10.412
        held    lumen    B1                            available 2
        retire  lumen    B1 2 support                  ok
    ",
    );
    let market = script.world.scenario.registry.markets.market(script.world.market).unwrap();
    assert_eq!(market.tape().recent().count(), 0, "a price between two is no price of the market");
}

#[test]
fn a_deal_with_an_account_the_seller_trusts_settles_at_once_whoever_proposed_it() {
    with_a_trusted_buyer().plays(
        "
        deal    clara    D1 sell bridge B1 1@4200      ok
        accept  bridge   D1                            ok escrow 4242.00 D1 settled 4200.00 fee 42.00
        deal    bridge   D2 buy clara B1 1@4250        ok escrow 4292.50
        held    clara    B1                            available 11.412
        accept  clara    D2                            ok D2 settled 4250.00 fee 42.50
        held    bridge   B1                            available 2
        cash    bridge                                 1465.50
        state   D1                                     settled
        state   D2                                     settled
    ",
    );
}

#[test]
fn trust_that_still_waits_makes_the_deal_wait() {
    let mut world = stage();
    let bridge = world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
    let mut script = Script::upon(world);
    script.invite("bridge", bridge);
    script.plays(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        deposit operator X1 10000 BRIDGE bridge        ok
        appoint clara    bridge                        ok
        trust   clara    bridge                        ok
        deal    clara    D1 sell bridge B1 1@4200      ok
        accept  bridge   D1                            ok escrow 4242.00 waits until 2026-07-14
    ",
    );
}

#[test]
fn a_buyer_proposes_with_money_set_aside_and_either_side_leaves_while_it_waits() {
    check(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        deal    lumen    D1 buy clara B1 2@4200        ok escrow 8484.00
        cash    lumen                                  11516.00
        leave   clara    D1                            act_must_be_signed_by_the
        decline clara    D1                            ok
        cash    lumen                                  20000.00
        deal    lumen    D2 buy clara B1 2@4200        ok escrow 8484.00
        accept  clara    D2                            ok waits until 2026-07-14
        held    clara    B1                            available 10.412 escrowed 2
        leave   clara    D2                            ok
        held    clara    B1                            available 12.412
        cash    lumen                                  20000.00
        deal    lumen    D3 buy clara B1 2@4200        ok escrow 8484.00
        accept  clara    D3                            ok waits until 2026-07-14
        leave   perrin   D3                            must_exist
        leave   lumen    D3                            ok
        day     +48h                                   ok
        held    clara    B1                            available 12.412
        cash    lumen                                  20000.00
    ",
    );
}

#[test]
fn nobody_but_the_counterparty_accepts_and_nobody_twice_or_too_late() {
    check(
        "
        issue   clara    B1 20.412-8                                       ok B1 12.412
        deal    clara    D1 sell lumen B1 2@4200 2026-07-14T09:00:00Z      ok
        accept  clara    D1                                                act_must_be_signed_by_the
        accept  perrin   D1                                                must_exist
        decline clara    D1                                                act_must_be_signed_by_the
        accept  lumen    D1                                                ok escrow 8484.00 waits until 2026-07-14
        accept  lumen    D1                                                deal_must_be
        decline lumen    D1                                                deal_must_be
        deal    clara    D2 sell lumen B1 2@4200 2026-07-14T09:00:00Z      ok
        day     2026-07-14                                                 ok D2 lapsed
        accept  lumen    D2                                                deal_must_be
        leave   clara    D2                                                deal_must_be
        deal    clara    D3 sell lumen B1 1@4200 2026-07-14T09:00:00Z      order_must_end_in_time
        deal    clara    D3 sell lumen B1 1@4200 2026-07-20T00:00:00Z      order_must_end_in_time
        deal    clara    D3 sell lumen B1 1@4200 2026-07-19T09:00:00Z      ok
    ",
    );
}

#[test]
fn both_sides_give_what_they_have_and_the_market_has_its_say_twice() {
    check(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        deal    clara    D1 sell orfebre B1 2@4200     ok
        accept  orfebre  D1                            cash_must_cover_escrow
        deal    clara    D2 sell lumen B1 10.413@4200  available_credits_must_cover_mass
        deal    orfebre  D2 buy clara B1 2@4200        cash_must_cover_escrow
        deal    perrin   D2 buy clara B1 8@4100        ok escrow 33128.00
        offer   clara    O1 B1 5@4300                  ok
        accept  clara    D2                            available_credits_must_cover_mass
        cancel  clara    O1                            ok
        floor   operator 4200                          ok
        accept  clara    D2                            price_must_not_be_below_floor
        floor   operator 4000                          ok
        halt    operator investigation                 ok
        accept  clara    D2                            market_must_be_open
        reopen  operator                               ok
        accept  clara    D2                            ok waits until 2026-07-14
        halt    operator investigation                 ok
        day     +24h                                   ok D2 settled 32800.00 fee 328.00
    ",
    );
}

#[test]
fn a_deal_is_among_strangers_over_what_the_seller_mined_itself() {
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
    script.plays(
        "
        deal    clara    D1 sell trading B1 1@4200     deal_must_leave_group
        deal    trading  D1 buy clara B1 1@4200        deal_must_leave_group
        deal    clara    D1 sell lumen B2 1@4200       must_exist
        deal    lumen    D1 buy clara B2 1@4200        must_exist
        deal    clara    D1 sell sisters B1 1@4200     must_exist
        deal    clara    D1 sell acacia B1 1@4200      must_exist
        deal    lumen    D1 sell perrin B1 1@4200      role_is_required
        deal    clara    D1 buy sisters B2 1@4200      role_is_required
        deal    clara    D1 sell lumen B9 1@4200       must_exist
        deal    trading  D1 buy sisters B2 1@4200      ok escrow 4242.00
    ",
    );
}

#[test]
fn a_deal_is_void_when_whoever_signed_it_or_what_it_is_of_is_stopped() {
    let open = [
        ("suspend operator clara", "ok D1 suspension"),
        ("suspend operator lumen", "ok D1 suspension"),
        ("suspend cordillera clara", "ok D1 suspension"),
        ("fraud cordillera clara", "ok D1 suspension"),
        ("freeze operator clara", "ok D1 hold"),
        ("freeze operator lumen", "ok D1 hold"),
        ("freeze operator account:clara", "ok D1 hold"),
        ("freeze operator account:lumen", "ok"),
        ("freeze operator key:clara", "ok D1 hold"),
        ("freeze operator key:lumen", "ok"),
        ("freeze operator B1", "ok D1 hold"),
        ("revoke clara", "ok D1 key_revoked"),
        ("revoke lumen", "ok"),
        ("suspend operator perrin", "ok"),
        ("suspend acacia sisters", "ok"),
    ];
    let both_have_signed = [
        ("freeze operator account:lumen", "ok D1 hold"),
        ("freeze operator key:lumen", "ok D1 hold"),
        ("revoke lumen", "ok D1 key_revoked"),
    ];
    for (accepted, rows) in [("", open.to_vec()), ("accepted", [&open[..], &both_have_signed].concat())] {
        for (line, expected) in rows {
            let mut script = proposed(accepted);
            let expected = if accepted.is_empty() {
                expected
            } else {
                both_have_signed.iter().find(|(known, _)| *known == line).map_or(expected, |(_, expected)| expected)
            };
            assert_eq!(script.asks(line), expected, "{line}");
            let voided = expected != "ok";
            if voided {
                assert_eq!(script.asks("state D1"), "voided", "{line}");
                assert_eq!(script.asks("cash lumen"), "20000.00", "{line}");
                assert!(!script.asks("held clara B1").contains("escrowed"), "{line}");
            }
        }
    }
}

#[test]
fn what_a_stopped_account_cannot_sell_or_buy_in_the_book_it_cannot_deal_in() {
    let mut script = proposed("");
    script.plays(
        "
        freeze  operator account:lumen                 ok
        accept  lumen    D1                            account_is_frozen
        deal    lumen    D2 buy clara B1 1@4200        account_is_frozen
        freeze  operator perrin                        ok
        deal    perrin   D2 buy clara B1 1@4200        organisation_is_frozen
        deal    clara    D2 sell perrin B1 1@4200      organisation_is_frozen
        halt    operator legal_order                   ok
        deal    clara    D2 sell perrin B1 1@4200      organisation_is_frozen
        reopen  operator                               ok
        suspend operator orfebre                       ok
        deal    orfebre  D2 buy clara B1 1@4200        organisation_must_be_active
        deal    clara    D2 sell orfebre B1 1@4200     organisation_must_be_active
    ",
    );
}

#[test]
fn a_deal_keeps_to_the_terms_of_its_market() {
    let mut script = Script::upon(stage());
    let operator = script.world.scenario.operator.clone();
    let leading = OpenMarket { level: Level::Leading, tick: usd("20.00"), ..gold_market() };
    script.plays("issue clara B1 20.412-8 ok B1 12.412");
    script.plays(
        "
        deal    clara    D1 sell lumen B1 1@4205         price_must_be_on_tick
        deal    clara    D1 sell lumen B1 1@3990         price_must_not_be_below_floor
        deal    clara    D1 sell lumen B1 1@0            price_must_be_on_tick
        deal    clara    D1 sell lumen B1 0@4200         amount_must_be_positive
        deal    clara    D1 sell lumen B1 1.0001@4200    mass_must_be_on_lot
        deal    clara    D1 sell lumen B1 0.002@4200     order_is_too_small
        deal    clara    D1 sell lumen B1 1@4200EUR      currency_must_be
        held    clara    B1                              available 12.412
    ",
    );
    script.world.scenario.act(&operator, Act::OpenMarket(leading)).expect("open");
    script.world.market = script.world.scenario.registry.markets.markets().last().expect("open").0;
    let deal = ProposeDeal {
        account: script.world.clara.account,
        batch: script.world.scenario.registry.credits.batches().last().expect("issued").0,
        counterparty: script.world.buyers[0].id,
        market: script.world.market,
        mass: orebook_tests::scenario::value("1"),
        price: usd("4200.00"),
        side: DealSide::Sell,
        until: script.world.scenario.seconds_from_now(86_400),
    };
    let clara = script.world.clara.clone();
    let refusal = script.world.scenario.act(&clara, Act::ProposeDeal(deal)).expect_err("another class");
    assert_eq!(refusal.code(), "batch_must_be_of_market");
}

#[test]
fn deals_that_mature_together_settle_one_by_one_after_all_that_is_due() {
    let mut script = Script::upon(stage());
    script.plays(
        "
        issue   clara    B1 20.412-8                                       ok B1 12.412
        deal    clara    D1 sell lumen B1 1@4200                           ok
        accept  lumen    D1                                                ok escrow 4242.00 waits until 2026-07-14
        deal    clara    D2 sell perrin B1 1@4250                          ok
        accept  perrin   D2                                                ok escrow 4292.50 waits until 2026-07-14
        offer   clara    O1 B1 1@4300 2026-07-14T09:30:00Z                 ok
    ",
    );
    let before = script.world.scenario.entries().len();
    assert_eq!(script.asks("day +30h"), "ok O1 expired D1 settled 4200.00 fee 42.00 D2 settled 4250.00 fee 42.50");
    let entries = &script.world.scenario.entries()[before..];
    let names = |entry: &orebook_registry::NewEntry| {
        entry.events.iter().map(|event| event.name().1).collect::<Vec<_>>().join(" ")
    };
    let written: Vec<String> = entries.iter().map(names).collect();
    assert_eq!(written, ["deal_matured deal_matured order_expired", "deal_settled", "deal_settled"]);
    let trade = |event: &Event| match event {
        Event::Trade(TradeEvent::DealSettled(settled)) => Some(settled.trade),
        _ => None,
    };
    let trades: Vec<_> = events(entries).filter_map(trade).collect();
    assert!(trades[0] < trades[1], "each has an id of its own");
    assert!(trades.iter().all(|trade| trade.sequence() == before as u64), "of the entry that began the cause");
}

#[test]
fn what_is_set_aside_does_not_expire_while_a_deal_waits_and_the_buyer_has_its_full_time() {
    check(
        "
        issue   clara    B1 20.412-8                                       ok B1 12.412
        day     2028-06-29                                                 ok
        deal    clara    D1 sell lumen B1 1@4200 2028-07-01T00:00:01Z      order_must_end_in_time
        deal    clara    D1 sell lumen B1 1@4200 2028-07-01T00:00:00Z      ok
        day     2028-06-30                                                 ok
        accept  lumen    D1                                                ok escrow 4242.00 waits until 2028-07-01
        day     2028-07-02                                                 ok B1 expired D1 settled 4200.00 fee 42.00
        held    lumen    B1                                                available 1
        day     2029-07-01                                                 ok
        retire  lumen    B1 0.5 support                                    ok
        day     2029-07-03                                                 ok B1 expired
    ",
    );
}
