//! Money that is not premium: deposits of whoever, recalls, charges, corrections, and the bank's own figures.

use orebook_tests::script::{Script, check, stage};

#[test]
fn money_of_an_unknown_sender_waits_in_suspense_until_it_is_somebodys() {
    check(
        "
        unknown operator X1 100 BANK-1 alone           ok proposed
        account suspense                               0.00
        unknown operator X1 100 BANK-1                 ok
        account suspense                               100.00
        unknown operator X2 100 BANK-1                 reference_must_be_new
        deposit operator X2 100 BANK-1 lumen           reference_must_be_new
        unknown lumen    X2 100 BANK-2                 role_is_required
        unknown operator X2 0 BANK-2                   amount_must_be_positive
        assign  lumen    X1 lumen                      role_is_required
        assign  operator X9 lumen                      must_exist
        suspend operator orfebre                       ok
        assign  operator X1 orfebre                    organisation_must_be_active
        assign  operator X1 lumen                      ok
        cash    lumen                                  20100.00
        account suspense                               0.00
        assign  operator X1 perrin                     deposit_must_await_its_owner
        unknown operator X3 50 BANK-3                  ok
        recall  operator X3 BANK-4                     ok recovered 50.00
        assign  operator X3 perrin                     deposit_must_not_be_recalled
        account suspense                               0.00
    ",
    );
}

#[test]
fn what_is_missing_of_a_recalled_deposit_the_operator_bears() {
    check(
        "
        deposit operator X1 1000 BANK-1 lumen          ok
        deposit operator X2 1000 BANK-2 orfebre        ok
        recall  lumen    X1 BANK-3                     role_is_required
        recall  operator X9 BANK-3                     must_exist
        recall  operator X1 BANK-2                     reference_must_be_new
        recall  operator X1 BANK-3                     ok recovered 1000.00
        cash    lumen                                  20000.00
        recall  operator X1 BANK-4                     deposit_must_not_be_recalled
        bid     orfebre  U1 1.4@4200                   ok escrow 5938.80
        recall  operator X2 BANK-4                     ok recovered 61.20 missing 938.80
        cash    orfebre                                0.00
        account operator_loss                          -938.80
        account bank                                   -65000.00
        cancel  orfebre  U1                            ok
        cash    orfebre                                5938.80
    ",
    );
}

#[test]
fn a_recall_takes_no_premium_that_waits_for_its_payee() {
    check(
        "
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        deposit operator X1 500 BANK-1 sisters/1       ok
        account sisters/1                              1899.86
        correct operator 200 sisters/1 suspense        ok
        recall  operator X1 BANK-2                     ok recovered 300.00 missing 200.00
        account sisters/1                              1399.86
    ",
    );
}

#[test]
fn a_charge_of_the_bank_is_borne_out_of_fees() {
    check(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        offer   clara    O1 B1 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        charge  lumen    5 BANK-1                      role_is_required
        charge  operator 0 BANK-1                      amount_must_be_positive
        charge  operator 42.01 BANK-1                  balance_must_cover_amount
        charge  operator 5 DEPOSIT-0                   reference_must_be_new
        charge  operator 5 BANK-1                      ok
        charge  operator 5 BANK-1                      reference_must_be_new
        account fees                                   37.00
        account bank                                   -64995.00
    ",
    );
}

#[test]
fn a_correction_moves_what_is_free_and_names_the_entry_it_mends() {
    let mut script = Script::upon(stage());
    script.plays(
        "
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        bid     lumen    U2 1@4200                     ok escrow 4242.00
        deal    perrin   D1 buy sisters B2 1@4200      ok escrow 4242.00
        details lumen    bank                          ok
        take    lumen    P1 1000                       ok
        approve operator F1 P1 bank                    ok
        account P1                                     1000.00
        correct operator 5 U2 lumen                    field_must_be
        correct operator 5 lumen U2                    field_must_be
        correct operator 5 D1 lumen                    field_must_be
        correct operator 5 P1 lumen                    field_must_be
        correct operator 5 lumen lumen                 field_must_be
        correct operator 0 lumen fees                  amount_must_be_positive
        correct operator 10516.01 lumen fees           balance_must_cover_amount
        correct operator 42.01 fees lumen              balance_must_cover_amount
        correct operator 1 suspense lumen              balance_must_cover_amount
        correct operator 0.01 sisters/1 fees           balance_must_cover_amount
        correct operator 5 lumen fees 9999             must_exist
        correct lumen    5 fees lumen                  role_is_required
        correct operator 5 lumen fees alone            ok proposed
        correct operator 10516 lumen orfebre           ok
        cash    lumen                                  0.00
        cash    orfebre                                15516.00
        correct operator 100 bank suspense             ok
        correct operator 100 suspense fees             ok
        correct operator 50 operator_loss perrin       ok
        account operator_loss                          -50.00
        account bank                                   -65100.00
        account fees                                   142.00
        account sisters/1                              1399.86
    ",
    );
}

#[test]
fn a_reconciliation_records_both_figures_and_moves_nothing() {
    let mut script = Script::upon(stage());
    script.plays(
        "
        reconcile lumen    2026-07-12 65000            role_is_required
        reconcile operator 2026-07-14 65000            dates_must_be_in_order
        reconcile operator 2026-07-13 64999.99         ok booked 65000.00
        reconcile operator 2026-07-13 0UGX             ok booked 0
        account bank                                   -65000.00
    ",
    );
    let kept: Vec<String> = script
        .world
        .scenario
        .registry
        .cash
        .reconciled()
        .map(|r| format!("{} {} {}", r.on, r.statement, r.booked))
        .collect();
    assert_eq!(kept.len(), 2);
    assert!(kept.contains(&"2026-07-13 64999.99 USD 65000.00 USD".to_owned()), "{kept:?}");
}

#[test]
fn a_currency_without_decimals_is_counted_in_whole_units() {
    check(
        "
        deposit operator X1 2000000UGX BANK-1 lumen    ok
        account lumen UGX                              2000000
        details lumen    phone                         ok
        take    lumen    P1 500000UGX                  ok
        take    lumen    P2 100                        ok
        take    lumen    P3 500UGX                     ok
        approve operator F1 P1,P2 phone                currency_must_be
        approve operator F1 P1,P3 phone                ok
        account P1 UGX                                 500000
        instruct operator F1                           ok
        report  operator P1 accepted                   ok
        report  operator P3 accepted                   ok
        report  operator P1 settled MOMO-1             ok
        report  operator P3 settled MOMO-1             ok
        receipt lumen    P1 495000UGX short            ok confirmed
        receipt lumen    P3 489UGX short               ok short_received
        account lumen UGX                              1499500
        account bank UGX                               -1499500
        cash    lumen                                  20000.00
    ",
    );
}
