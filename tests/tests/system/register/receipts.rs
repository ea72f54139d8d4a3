//! Receipts: what a payee signs for, or says that it did not arrive.

use orebook_tests::script::Script;

use super::payouts::{sold, with_a_key};

/// The premium of fund 1 has left the bank.
fn settled(amount: &str) -> Script {
    let mut script = sold();
    for line in [
        &format!("payout operator P1 {amount} sisters/1 sisters"),
        "approve operator F1 P1 phone",
        "instruct operator F1",
        "report operator P1 accepted",
        "report operator P1 settled MOMO-1",
    ] {
        assert_eq!(script.asks(line), "ok", "{line}");
    }
    script
}

#[test]
fn the_payee_signs_for_what_arrived_and_for_one_without_a_key_two_persons_of_the_producer() {
    let mut script = settled("1399.86");
    script.plays(
        "
        receipt clara    P1 1399.86 paper              must_exist
        receipt lumen    P1 1399.86                    must_exist
        receipt operator P1 1399.86 paper              must_exist
        receipt sisters  P1 1399.86                    field_must_be
        receipt sisters  P1 1399.86 paper alone        ok proposed
        state   P1                                     settled
        receipt sisters  P1 1399.87 paper              receipt_must_not_exceed_payout
        receipt sisters  P1 1399.86EUR paper           currency_must_be
        receipt sisters  P1 1399.85 paper              field_must_be
        dispute clara    P1                            must_exist
    ",
    );
    let fund = with_a_key(&mut script, "Sisters Fund 1");
    script.invite("fund", fund);
    script.plays(
        "
        receipt sisters  P1 1399.86 paper              must_exist
        dispute sisters  P1                            must_exist
        receipt fund     P1 1399.86 paper              field_must_be
        receipt fund     P1 1399.86                    ok confirmed
        sold    sisters                                routed 4200.00 paid 1399.86 confirmed 1399.86
    ",
    );
}

#[test]
fn so_little_less_that_charges_explain_it_counts_as_all_and_less_than_that_as_short() {
    let rows = [
        ("1399.86", "1385.87", "confirmed", "1385.87"),
        ("1399.86", "1385.86", "short_received", "0.00"),
        ("1000.00", "990.00", "confirmed", "990.00"),
        ("1000.00", "989.99", "short_received", "0.00"),
        ("100.00", "90.00", "confirmed", "90.00"),
        ("100.00", "89.99", "short_received", "0.00"),
        ("5.00", "0.01", "confirmed", "0.01"),
        ("5.00", "0.00", "short_received", "0.00"),
    ];
    for (sent, received, outcome, confirmed) in rows {
        let mut script = settled(sent);
        let answer = script.asks(&format!("receipt sisters P1 {received} paper short"));
        assert_eq!(answer, format!("ok {outcome}"), "{received} of {sent}");
        let sold = script.asks("sold sisters");
        assert!(sold.ends_with(&format!("paid {sent} confirmed {confirmed}")), "{received} of {sent}: {sold}");
    }
}

#[test]
fn a_payout_in_dispute_is_signed_for_after_all_or_comes_back() {
    let mut script = settled("500");
    script.plays(
        "
        dispute sisters  P1                            ok
        dispute sisters  P1                            payout_must_be
        state   P1                                     disputed
    ",
    );
    script.clone().plays(
        "
        receipt sisters  P1 500 paper                  ok confirmed
        sold    sisters                                routed 4200.00 paid 500.00 confirmed 500.00
    ",
    );
    script.plays(
        "
        report  operator P1 returned MOMO-2            ok
        unpaid  sisters/1                              1399.86
        sold    sisters                                routed 4200.00 paid 0.00 confirmed 0.00
    ",
    );
}

#[test]
fn a_suspended_payee_signs_for_what_was_under_way() {
    let mut script = sold();
    let fund = with_a_key(&mut script, "Sisters Fund 1");
    script.invite("fund", fund);
    script.plays(
        "
        payout  operator P1 100 fund sisters           ok
        approve operator F1 P1 phone                   ok
        instruct operator F1                           ok
        suspend operator fund                          ok
        report  operator P1 accepted                   ok
        report  operator P1 settled MOMO-1             ok
        take    fund     P2 1                          organisation_must_be_active
        details fund     bank                          organisation_must_be_active
        dispute fund     P1                            ok
        receipt fund     P1 100                        ok confirmed
    ",
    );
}
