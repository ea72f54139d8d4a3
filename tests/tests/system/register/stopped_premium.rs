//! Corners of a refund after fraud: premium that was spent, two currencies, nothing left, buyers that are gone.

use orebook_registry::instruction::PayeeKind::{Community, Operations, Women};
use orebook_registry::instruction::*;
use orebook_registry::values::{Bps, Money};
use orebook_tests::scenario::{HZN, gold_market, value};
use orebook_tests::script::{Script, stage};

fn stage_with_a_second_signer() -> Script {
    let mut world = stage();
    world.sisters = world.scenario.with_second_signer(&world.sisters.clone());
    Script::upon(world)
}

/// P11's plan pays a shop that buys credits itself.
fn with_a_payee_that_buys() -> Script {
    let mut script = stage_with_a_second_signer();
    let world = &mut script.world;
    let shop = world.scenario.register("Mthunzi Shop", "ZW", &[Role::Buyer, Role::Payee]);
    let others = ["Sisters Fund 1", "Sisters Fund 2"].map(|name| {
        let found = world.scenario.registry.parties.organisations().find(|(_, o)| o.name.as_str() == name);
        found.expect("a payee").0
    });
    let shares = [(Operations, shop.id, 3_334), (Women, others[0], 3_333), (Community, others[1], 3_333)];
    let share = |(kind, payee, points)| PayeeShare { kind, payee, share: Bps::new(points).expect("within the whole") };
    let adopt = AdoptPremiumPlan { payees: shares.map(share).to_vec(), programme: value(HZN) };
    let sisters = world.sisters.clone();
    world.scenario.act(&sisters, Act::AdoptPremiumPlan(adopt)).expect("the plan is in order");
    script.invite("shop", shop);
    script.plays("day 2026-07-21 ok");
    script
}

#[test]
fn of_premium_that_its_payee_spent_only_the_rest_is_stopped_and_given_back() {
    let mut script = with_a_payee_that_buys();
    script.plays(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        unpaid  shop                                   1400.28
        bid     shop     U2 0.25@4000                  ok escrow 1010.00
        cash    shop                                   390.28
        details shop     bank                          ok
        payout  operator P1 1400.28 shop sisters       ok
        approve operator F1 P1 bank                    balance_must_cover_amount
        take    shop     P2 0.01                       balance_must_cover_amount
        fraud   acacia   sisters                       ok
        account suspense                               3190.00
        cash    shop                                   0.00
        unpaid  shop                                   0.00
        cancel  shop     U2                            ok
        take    shop     P2 1010                       ok
    ",
    );
    script.clone().plays(
        "
        day     +720h                                  ok
        release operator sisters                       ok
        account suspense                               0.00
        cash    shop                                   1400.28
        unpaid  shop                                   1400.28
        approve operator F2 P2 bank                    balance_must_cover_amount
        approve operator F2 P1 bank                    ok
    ",
    );
    script.plays(
        "
        day     +720h                                  ok
        refund  operator sisters                       ok lumen 3190.00 fee 42.00 missing 1010.00
        account suspense                               0.00
        cash    shop                                   1010.00
    ",
    );
}

#[test]
fn each_currency_is_refunded_out_of_its_own() {
    let mut script = stage_with_a_second_signer();
    let euro = |amount: &str| Money::parse(amount, value("EUR")).expect("euros");
    let (floor, minimum, tick) = (euro("4000.00"), euro("10.00"), euro("10.00"));
    let market = OpenMarket { currency: value("EUR"), floor, minimum, tick, ..gold_market() };
    let operator = script.world.scenario.operator.clone();
    script.world.scenario.act(&operator, Act::OpenMarket(market)).expect("open");
    script.plays(
        "
        deposit operator X1 5000EUR EURO-1 perrin      ok
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1@4200                  ok
        offer   sisters  O2 B2 1@4000EUR               ok
        bid     perrin   U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        bid     perrin   U2 1@4000EUR                  ok escrow 4040.00 trade O2 1@4000.00 fee 40.00
        fraud   acacia   sisters                       ok
        account suspense                               4200.00
        account suspense EUR                           4000.00
        correct operator 0.01EUR suspense fees         balance_must_cover_amount
        day     +720h                                  ok
        refund  operator sisters                       ok perrin 4000.00 fee 40.00 perrin 4200.00 fee 42.00
        cash    perrin                                 40000.00
        account perrin EUR                             5000.00
        account suspense EUR                           0.00
    ",
    );
}

#[test]
fn where_all_premium_is_gone_the_refund_says_what_is_missing() {
    let mut script = stage_with_a_second_signer();
    script.plays(
        "
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        details operator phone sisters/0               ok
        details operator phone sisters/1               ok
        details operator phone sisters/2               ok
        payout  operator P1 1400.28 sisters/0 sisters  ok
        payout  operator P2 1399.86 sisters/1 sisters  ok
        payout  operator P3 1399.86 sisters/2 sisters  ok
        approve operator F1 P1,P2,P3 phone             ok
        instruct operator F1                           ok
        charge  operator 42 BANK-1                     ok
        fraud   acacia   sisters                       ok
        account suspense                               0.00
        day     +720h                                  ok
        refund  operator sisters                       ok lumen 0.00 missing 4242.00
        report  operator P2 accepted                   ok
        report  operator P2 settled MOMO-1             ok
        report  operator P2 returned MOMO-2            ok
        account suspense                               1399.86
        correct operator 1399.86 suspense lumen        ok
        receipt sisters  P3 1399.86 paper              payout_must_be
    ",
    );
}

#[test]
fn a_certificate_that_sold_nothing_is_settled_with_nothing() {
    let mut script = stage_with_a_second_signer();
    script.plays(
        "
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        fraud   acacia   sisters                       ok
        day     +720h                                  ok
        refund  operator sisters                       ok
        refund  operator sisters                       certificate_must_be_held
        account suspense                               0.00
    ",
    );
    let mut script = stage_with_a_second_signer();
    script.plays(
        "
        fraud   acacia   sisters                       ok
        day     +720h                                  ok
        refund  operator sisters                       ok
        release operator sisters                       must_exist
    ",
    );
}

#[test]
fn a_buyer_that_is_closed_by_then_gets_nothing_and_its_part_stays_in_suspense() {
    let mut script = stage_with_a_second_signer();
    let orfebre = script.world.buyers[1].id;
    let mut registration = script.world.scenario.registration("Orfebre Tienda", "ES", &[Role::Buyer]);
    registration.act.group = Some(orfebre);
    let tienda = script.world.scenario.join(registration);
    script.invite("tienda", tienda);
    script.plays(
        "
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 2@4200                  ok
        bid     orfebre  U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        bid     lumen    U2 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        transfer orfebre B2 1 tienda                   ok
        day     +24h                                   ok
        held    tienda   B2                            available 1
        details orfebre  bank                          ok
        take    orfebre  P1 758                        ok
        approve operator F1 P1 bank                    ok
        instruct operator F1                           ok
        report  operator P1 accepted                   ok
        report  operator P1 settled BANK-1             ok
        suspend operator orfebre                       ok
        close   operator orfebre                       organisation_must_hold_nothing
        receipt orfebre  P1 758                        ok confirmed
        close   operator orfebre                       ok
        fraud   acacia   sisters                       ok
        account suspense                               8400.00
        day     +720h                                  ok
        refund  operator sisters                       ok lumen 4200.00 fee 42.00 orfebre 0.00 missing 4242.00
        cash    lumen                                  20000.00
        account suspense                               4200.00
        account fees                                   42.00
    ",
    );
}

#[test]
fn two_frauds_are_settled_each_by_itself() {
    let mut script = stage_with_a_second_signer();
    script.plays(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   clara    O1 B1 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        offer   sisters  O2 B2 1@4200                  ok
        bid     lumen    U2 1@4200                     ok escrow 4242.00 trade O2 1@4200.00 fee 42.00
        account cordillera                             420.00
        fraud   acacia   sisters                       ok
        account suspense                               4200.00
        fraud   cordillera clara                       ok
        account suspense                               7980.00
        day     +720h                                  ok
        refund  operator clara                         ok lumen 3780.00 fee 42.00 missing 420.00
        account suspense                               4200.00
        release operator sisters                       ok
        account suspense                               0.00
        unpaid  sisters/1                              1399.86
        account fees                                   42.00
    ",
    );
}
