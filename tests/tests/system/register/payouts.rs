//! Payouts: what is planned, approved and sent, and what becomes of it at the bank.

use orebook_registry::instruction::*;
use orebook_registry::money::Part;
use orebook_registry::values::Money;
use orebook_tests::scenario::{Actor, usd, value};
use orebook_tests::script::{Script, stage};

/// P11's premium of a kilogram sold to Lumen, and two persons who sign for P11. Its funds have no keys.
pub(super) fn sold() -> Script {
    let mut world = stage();
    world.sisters = world.scenario.with_second_signer(&world.sisters.clone());
    let mut script = Script::upon(world);
    script.plays(
        "
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        unpaid  sisters/0                              1400.28
        unpaid  sisters/1                              1399.86
        unpaid  sisters/2                              1399.86
        details operator phone sisters/0               ok
        details operator phone sisters/1               ok
        details operator phone sisters/2               ok
    ",
    );
    script
}

/// The operator gives a payee a key, which the payee confirms.
pub(super) fn with_a_key(script: &mut Script, name: &str) -> Actor {
    let world = &mut script.world;
    let found = world.scenario.registry.parties.organisations().find(|(_, o)| o.name.as_str() == name);
    let id = found.expect("a payee").0;
    let secret = world.scenario.key(name);
    let (person, purpose) = (value("first"), KeyPurpose::Signing);
    let add = AddKeyFor { key: secret.public(), organisation: id, person, purpose };
    let operator = world.scenario.operator.clone();
    world.scenario.act_together(&operator, Act::AddKeyFor(add)).expect("added");
    let payee = world.scenario.actor(id).with_key("first", secret);
    world.scenario.act(&payee, Act::ConfirmKey(ConfirmKey {})).expect("confirmed");
    payee
}

/// What a payout draws, in minor units.
fn parts(script: &Script, nth: usize) -> Vec<i64> {
    let payouts = script.world.scenario.registry.cash.payouts();
    let (_, payout) = payouts.iter().nth(nth).expect("a payout");
    payout.parts.iter().map(|part: &Part| part.amount).collect()
}

#[test]
fn premium_is_planned_approved_by_two_persons_sent_and_signed_for() {
    sold().plays(
        "
        payout  operator P1 1399.87 sisters/1 sisters  premium_must_cover_payout
        payout  operator P1 0 sisters/1 sisters        amount_must_be_positive
        payout  operator P1 1399.86 sisters/1 clara    premium_must_cover_payout
        payout  operator P1 1 sisters/1 lumen          must_exist
        payout  sisters  P1 1 sisters/1 sisters        role_is_required
        payout  operator P1 1399.86 sisters/1 sisters  ok
        unpaid  sisters/1                              1399.86
        approve sisters  F1 P1 phone                   role_is_required
        approve operator F1 P1 phone alone             ok proposed
        state   P1                                     planned
        approve operator F1 P1,P1 phone                field_must_be
        approve operator F1 P9 phone                   must_exist
        approve operator F1 P1 bank                    rail_must_be
        approve operator F1 P1 phone                   ok
        state   P1                                     approved
        unpaid  sisters/1                              0.00
        account P1                                     1399.86
        account sisters/1                              0.00
        instruct sisters F1                            role_is_required
        instruct operator F9                           must_exist
        instruct operator F1                           ok
        instruct operator F1                           file_must_not_be_instructed
        report  sisters  P1 accepted                   role_is_required
        report  operator P9 accepted                   must_exist
        report  operator P1 accepted                   ok
        sold    sisters                                routed 4200.00 paid 0.00 confirmed 0.00
        report  operator P1 settled MOMO-1             ok
        account P1                                     0.00
        account bank                                   -63600.14
        sold    sisters                                routed 4200.00 paid 1399.86 confirmed 0.00
        receipt sisters  P1 1399.86 paper              ok confirmed
        sold    sisters                                routed 4200.00 paid 1399.86 confirmed 1399.86
        receipt sisters  P1 1399.86 paper              payout_must_be
    ",
    );
}

#[test]
fn where_a_payee_is_paid_counts_at_once_and_three_days_later_when_it_changes() {
    sold().plays(
        "
        details sisters  bank sisters/1                role_is_required
        details operator bank lumen                    act_must_be_signed_by_the
        details operator bank sisters/1 alone          ok proposed
        payout  operator P1 100 sisters/1 sisters      ok
        payout  operator P2 100 clara/0 clara          premium_must_cover_payout
        details operator bank sisters/1                ok from 2026-07-16
        approve operator F1 P1 phone                   payout_details_must_wait
        approve operator F1 P1 bank                    payout_details_must_wait
        day     +71h                                   ok
        approve operator F1 P1 bank                    payout_details_must_wait
        day     +1h                                    ok
        approve operator F1 P1 phone                   rail_must_be
        approve operator F1 P1 bank                    ok
        details lumen    bank                          ok
        details lumen    bank                          ok from 2026-07-19
        take    lumen    P3 10                         ok
        approve operator F2 P3 bank                    payout_details_must_wait
    ",
    );
}

#[test]
fn a_payee_that_has_not_said_where_it_is_paid_is_not_paid() {
    let mut script = Script::upon(stage());
    script.plays(
        "
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        payout  operator P1 100 sisters/1 sisters      ok
        approve operator F1 P1 phone                   payout_details_must_be_known
        take    lumen    P2 10                         payout_details_must_be_known
    ",
    );
}

#[test]
fn a_payout_draws_the_oldest_legs_first_and_one_that_failed_puts_them_back() {
    let mut script = sold();
    script.plays(
        "
        offer   sisters  O2 B2 0.5@4200                ok
        bid     lumen    U2 0.5@4200                   ok escrow 2121.00 trade O2 0.5@4200.00 fee 21.00
        unpaid  sisters/1                              2099.79
        payout  operator P1 1500 sisters/1 sisters     ok
        payout  operator P2 500 sisters/1 sisters      ok
        approve operator F1 P1,P2 phone                ok
        unpaid  sisters/1                              99.79
        instruct operator F1                           ok
        report  operator P1 rejected alone             ok proposed
        unpaid  sisters/1                              99.79
        report  operator P1 rejected                   ok
        unpaid  sisters/1                              1599.79
        account sisters/1                              1599.79
        payout  operator P3 1500 sisters/1 sisters     ok
        approve operator F2 P3 phone                   ok
        instruct operator F2                           ok
        report  operator P3 accepted                   ok
        report  operator P3 settled MOMO-1             ok
        sold    sisters                                routed 6300.00 paid 1500.00 confirmed 0.00
        report  operator P3 returned MOMO-1            reference_must_be_new
        report  operator P3 returned MOMO-2 alone      ok proposed
        sold    sisters                                routed 6300.00 paid 1500.00 confirmed 0.00
        report  operator P3 returned MOMO-2            ok
        sold    sisters                                routed 6300.00 paid 0.00 confirmed 0.00
        unpaid  sisters/1                              1599.79
        payout  operator P4 1599.79 sisters/1 sisters  ok
        approve operator F3 P4 phone                   ok
        unpaid  sisters/1                              0.00
    ",
    );
    assert_eq!(parts(&script, 0), [139_986, 10_014], "all of the first trade's leg, then of the second's");
    assert_eq!(parts(&script, 1), [50_000]);
    assert_eq!(parts(&script, 2), [139_986, 10_014], "the very legs that were put back");
    assert_eq!(parts(&script, 3), [139_986, 19_993]);
}

#[test]
fn a_payout_of_which_nobody_knows_is_never_guessed_at() {
    let mut script = sold();
    script.plays(
        "
        payout  operator P1 100 sisters/1 sisters      ok
        approve operator F1 P1 phone                   ok
        instruct operator F1                           ok
        report  operator P1 unknown                    ok
        report  operator P1 unknown                    payout_must_be
        report  operator P1 accepted                   bank_reference_is_required
        report  operator P1 rejected                   bank_reference_is_required
        report  operator P1 returned MOMO-1            payout_must_be
        drop    operator P1                            payout_must_be
        approve operator F2 P1 phone                   payout_must_be
        receipt sisters  P1 100 paper                  payout_must_be
        state   P1                                     unknown
        account P1                                     100.00
    ",
    );
    for (line, state) in [("accepted", "accepted"), ("rejected", "rejected"), ("settled", "settled")] {
        let mut script = script.clone();
        assert_eq!(script.asks(&format!("report operator P1 {line} MOMO-1")), "ok");
        assert_eq!(script.asks("state P1"), state);
    }
}

#[test]
fn a_file_is_handed_over_whole_or_not_at_all() {
    sold().plays(
        "
        payout  operator P1 100 sisters/1 sisters      ok
        payout  operator P2 100 sisters/2 sisters      ok
        payout  operator P3 100 sisters/2 sisters      ok
        approve operator F1 P1,P2 phone                ok
        drop    operator P1                            ok
        instruct operator F1                           payout_must_be
        state   P2                                     approved
        drop    operator P2                            ok
        unpaid  sisters/1                              1399.86
        approve operator F2 P1,P3 phone                payout_must_be
        approve operator F2 P3 phone                   ok
        instruct operator F2                           ok
        state   P3                                     instructed
    ",
    );
}

#[test]
fn one_booking_of_the_bank_may_be_of_several_payouts_of_one_file_and_of_no_other() {
    sold().plays(
        "
        payout  operator P1 100 sisters/1 sisters      ok
        payout  operator P2 100 sisters/2 sisters      ok
        payout  operator P3 100 sisters/2 sisters      ok
        approve operator F1 P1,P2 phone                ok
        approve operator F2 P3 phone                   ok
        instruct operator F1                           ok
        instruct operator F2                           ok
        report  operator P1 accepted                   ok
        report  operator P2 accepted                   ok
        report  operator P3 accepted                   ok
        report  operator P1 settled DEPOSIT-0          reference_must_be_new
        report  operator P1 settled MOMO-1             ok
        report  operator P2 settled MOMO-1             ok
        report  operator P3 settled MOMO-1             reference_must_be_new
        deposit operator X1 5 MOMO-1 lumen             reference_must_be_new
        charge  operator 5 MOMO-1                      reference_must_be_new
        report  operator P3 settled MOMO-2             ok
    ",
    );
}

#[test]
fn a_payee_that_is_stopped_is_credited_and_waits() {
    sold().plays(
        "
        payout  operator P1 100 sisters/1 sisters      ok
        suspend operator sisters/1                     ok
        freeze  operator sisters/2                     ok
        payout  operator P2 100 sisters/1 sisters      organisation_must_be_active
        payout  operator P3 100 sisters/2 sisters      ok
        approve operator F1 P1 phone                   organisation_must_be_active
        approve operator F1 P3 phone                   organisation_is_frozen
        offer   sisters  O2 B2 0.5@4200                ok
        bid     lumen    U2 0.5@4200                   ok escrow 2121.00 trade O2 0.5@4200.00 fee 21.00
        account sisters/1                              2099.79
        account sisters/2                              2099.79
        close   operator sisters/1                     organisation_must_hold_nothing
        reinstate operator sisters/1                   ok
        approve operator F1 P1 phone                   ok
    ",
    );
}

#[test]
fn a_member_takes_its_own_money_back_and_never_the_premium_that_waits() {
    let mut script = sold();
    let fund = with_a_key(&mut script, "Sisters Fund 1");
    script.invite("fund", fund);
    script.plays(
        "
        take    fund     P1 0.01                       balance_must_cover_amount
        deposit operator X1 10 BANK-1 fund             ok
        take    fund     P1 10.01                      balance_must_cover_amount
        take    fund     P1 0                          amount_must_be_positive
        take    fund     P1 10                         ok
        take    fund     P2 10                         ok
        approve operator F1 P1,P2 phone                balance_must_cover_amount
        drop    lumen    P2                            must_exist
        drop    fund     P2                            ok
        approve operator F1 P1 phone                   ok
        account fund                                   1399.86
        drop    fund     P1                            payout_must_be
        payout  operator P3 100 fund sisters           ok
        drop    fund     P3                            must_exist
        drop    operator P1                            ok
        account fund                                   1409.86
    ",
    );
}

#[test]
fn a_limit_of_its_own_makes_a_withdrawal_wait_for_a_second_person() {
    let mut world = stage();
    world.buyers[0] = world.scenario.with_second_signer(&world.buyers[0].clone());
    let lumen = world.buyers[0].clone();
    let limits = SetLimits { masses: vec![], values: vec![usd("100.00")] };
    world.scenario.act(&lumen, Act::SetLimits(limits)).expect("set");
    let mut script = Script::upon(world);
    script.plays(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        details lumen    bank                          ok
        take    lumen    P1 100 alone                  ok
        take    lumen    P2 100.01 alone               ok proposed
        take    lumen    P2 100.01                     ok
        deal    lumen    D1 buy clara B1 0.024@4200 alone    ok proposed
        deal    clara    D2 sell lumen B1 0.024@4200   ok
        accept  lumen    D2 alone                      ok proposed
        state   D2                                     open
        accept  lumen    D2                            ok escrow 101.80 waits until 2026-07-14
    ",
    );
}

#[test]
fn what_is_expected_in_another_currency_is_information_in_that_currency() {
    let mut script = sold();
    let (operator, sisters) = (script.world.scenario.operator.clone(), script.world.sisters.id);
    let payees = script.world.scenario.registry.parties.organisations();
    let payee = payees.filter(|(_, o)| o.name.as_str() == "Sisters Fund 1").map(|(id, _)| id).next().unwrap();
    let plan = |expected: &str, currency: &str| {
        let expected = Money::parse(expected, value(currency)).unwrap();
        let exchange = Exchange { currency: value("UGX"), expected, rate: value("3712.5"), source: value("bank") };
        Act::PlanPayout(PlanPayout { amount: usd("100.00"), exchange: Some(exchange), payee, producer: sisters })
    };
    let refusal = script.world.scenario.act(&operator, plan("371250.00", "USD")).expect_err("another currency");
    assert_eq!(refusal.code(), "field_must_be");
    script.world.scenario.act(&operator, plan("371250", "UGX")).expect("planned");
    let (_, payout) = script.world.scenario.registry.cash.payouts().iter().last().unwrap();
    assert_eq!((payout.amount, payout.exchange.is_some()), (usd("100.00"), true));
}
