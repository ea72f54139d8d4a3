//! After a fraud: premium is stopped, and goes back to whoever it was for, or to the buyers.

use orebook_tests::script::{Script, stage};

/// P11 has sold a kilogram to Lumen, who has retired 0.4 of it, and half a kilogram to Perrin. Fund 0 is owed 2,100.42,
/// funds 1 and 2 are owed 2,099.79 each.
fn sold() -> Script {
    let mut world = stage();
    world.sisters = world.scenario.with_second_signer(&world.sisters.clone());
    let mut script = Script::upon(world);
    script.plays(
        "
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1.5@4200                ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        bid     perrin   U2 0.5@4200                   ok escrow 2121.00 trade O1 0.5@4200.00 fee 21.00
        retire  lumen    B2 0.4 support                ok
        details operator phone sisters/0               ok
        details operator phone sisters/1               ok
        cash    lumen                                  15758.00
        cash    perrin                                 37879.00
    ",
    );
    script
}

/// Of all that premium, 500.00 is approved and 1,000.00 handed to the bank.
fn stopped() -> Script {
    let mut script = sold();
    script.plays(
        "
        payout  operator P1 500 sisters/0 sisters      ok
        payout  operator P2 1000 sisters/1 sisters     ok
        payout  operator P3 100 sisters/1 sisters      ok
        approve operator F1 P1 phone                   ok
        approve operator F2 P2 phone                   ok
        instruct operator F2                           ok
        fraud   acacia   sisters                       ok P1 fraud
    ",
    );
    script
}

#[test]
fn premium_that_the_bank_does_not_have_is_stopped_and_an_approved_payout_cancelled() {
    stopped().plays(
        "
        state   P1                                     cancelled
        state   P2                                     instructed
        account suspense                               5300.00
        account sisters/0                              0.00
        account sisters/1                              0.00
        unpaid  sisters/0                              0.00
        approve operator F3 P3 phone                   premium_must_cover_payout
        instruct operator F1                           payout_must_be
        suspend operator sisters/2                     ok
        close   operator sisters/2                     organisation_must_hold_nothing
        report  operator P2 rejected                   ok
        account suspense                               6300.00
        account sisters/1                              0.00
    ",
    );
}

#[test]
fn what_is_stopped_is_not_corrected_assigned_or_recalled_away() {
    let mut script = sold();
    script.plays(
        "
        unknown operator X1 100 BANK-1                 ok
        unknown operator X2 100 BANK-2                 ok
        correct operator 150 suspense fees             ok
        fraud   acacia   sisters                       ok
        account suspense                               6350.00
        correct operator 50.01 suspense fees           balance_must_cover_amount
        assign  operator X1 orfebre                    balance_must_cover_amount
        recall  operator X2 BANK-3                     ok recovered 50.00 missing 50.00
        account suspense                               6300.00
        day     +720h                                  ok
        release operator sisters                       ok
        account suspense                               0.00
    ",
    );
}

#[test]
fn a_hold_that_is_released_lets_the_premium_go_where_it_was_going() {
    stopped().plays(
        "
        release operator sisters                       hold_must_last
        refund  operator sisters                       hold_must_last
        day     +720h                                  ok
        release operator sisters alone                 ok proposed
        release operator sisters                       ok
        account suspense                               0.00
        unpaid  sisters/0                              2100.42
        unpaid  sisters/1                              1099.79
        unpaid  sisters/2                              2099.79
        report  operator P2 rejected                   ok
        unpaid  sisters/1                              2099.79
        approve operator F3 P3 phone                   ok
        refund  operator sisters                       certificate_must_be_held
        held    lumen    B2                            available 0.6
    ",
    );
}

#[test]
fn the_buyers_of_what_is_left_are_refunded_with_the_fee_and_nobody_for_what_was_retired() {
    let mut script = stopped();
    script.plays(
        "
        day     +720h                                  ok
        refund  lumen    sisters                       role_is_required
        refund  operator clara                         certificate_must_be_held
        refund  operator sisters alone                 ok proposed
        refund  operator sisters                       ok lumen 2520.00 fee 25.20 perrin 2100.00 fee 21.00
        cash    lumen                                  18303.20
        cash    perrin                                 40000.00
        account fees                                   16.80
        account suspense                               680.00
        refund  operator sisters                       certificate_must_be_held
        release operator sisters                       must_exist
    ",
    );
    let registry = &script.world.scenario.registry;
    let figures = registry.credits.batches().last().expect("issued").1.figures();
    assert_eq!((figures.retired.to_string(), figures.cancelled.to_string()), ("0.4".to_owned(), "2.22".to_owned()));
}

#[test]
fn what_nobody_has_any_more_is_stated_as_missing_and_shared_to_the_cent() {
    sold().plays(
        "
        payout  operator P1 2000 sisters/0 sisters     ok
        payout  operator P2 2099.79 sisters/1 sisters  ok
        approve operator F1 P1,P2 phone                ok
        instruct operator F1                           ok
        charge  operator 40 BANK-1                     ok
        fraud   acacia   sisters                       ok
        account suspense                               2200.21
        account fees                                   23.00
        day     +720h                                  ok
        refund  operator sisters                       ok lumen 1200.11 fee 23.00 missing 1322.09 perrin 1000.10 missing 1120.90
        account suspense                               0.00
        account fees                                   0.00
        report  operator P1 rejected                   ok
        account suspense                               2000.00
        account sisters/0                              0.00
        unpaid  sisters/0                              0.00
        correct operator 1319.89 suspense lumen        ok
        suspend operator sisters/0                     ok
        close   operator sisters/0                     organisation_must_hold_nothing
    ",
    );
}

#[test]
fn a_buyer_that_has_retired_all_it_bought_is_not_refunded() {
    let mut script = sold();
    script.plays(
        "
        retire  lumen    B2 0.6 support                ok
        fraud   acacia   sisters                       ok
        day     +720h                                  ok
        refund  operator sisters                       ok perrin 2100.00 fee 21.00
        account suspense                               4200.00
    ",
    );
}
