//! Restricted bids: which offers they take, and whom they pass over.

use orebook_tests::script::{Script, check, stage};

/// P1's offer in Colombia, of a cooperative; P11's in Zimbabwe, led by women, also a cooperative; both mined in 2026.
const OFFERS: &str = "
    issue   clara    B1 20.412-8            ok B1 12.412
    issue   sisters  B2 3.12-0.5            ok B2 2.62
    offer   clara    O1 B1 1@4200           ok
    offer   sisters  O2 B2 1@4250           ok
";

#[test]
fn a_bid_meets_the_offers_that_fulfil_each_of_its_criteria() {
    let mut stage = Script::upon(stage());
    stage.plays(OFFERS);
    let both = "trade O1 1@4200.00 trade O2 1@4250.00";
    let (first, second) = ("trade O1 1@4200.00", "trade O2 1@4250.00");
    let rows = [
        ("only:CO", first),
        ("only:ZW", second),
        ("only:CO,ZW", both),
        ("only:PE", ""),
        ("only:clara", first),
        ("only:sisters", second),
        ("only:women", second),
        ("only:women only:CO", ""),
        ("only:women only:CO,ZW only:sisters only:2026", second),
        ("only:cooperative", both),
        ("only:association,cooperative", ""),
        ("only:cooperative,association", both),
        ("only:association", ""),
        ("only:2026", both),
        ("only:2025", ""),
        ("only:2025,2026", both),
    ];
    for (criteria, expected) in rows {
        let told = stage.clone().asks(&format!("bid perrin U1 2@4300 {criteria} ioc"));
        let met: Vec<&str> = told.split(" trade ").skip(1).filter_map(|trade| trade.split(" fee").next()).collect();
        let met: Vec<String> = met.iter().map(|trade| format!("trade {trade}")).collect();
        assert_eq!(met.join(" "), expected, "{criteria}: {told}");
    }
}

#[test]
fn a_restriction_is_written_in_one_way_and_restricts_something() {
    let mut script = Script::upon(stage());
    script.plays(OFFERS);
    let mut many: Vec<String> = ["CO", "ZW"].map(str::to_owned).to_vec();
    many.extend((0..31).map(|n| format!("{}{}", (b'A' + n / 26) as char, (b'A' + n % 26) as char)));
    for criteria in [
        "only:anything",
        "only:men",
        "only:ZW,CO",
        "only:CO,CO",
        "only:2026,2025",
        "only:cooperative,cooperative",
        "only:anything only:women only:ZW,CO",
    ] {
        assert_eq!(script.asks(&format!("bid perrin U1 1@4300 {criteria}")), "field_must_be", "{criteria}");
    }
    script.plays(
        "
        bid perrin U1 1@4300 only:lumen         must_exist
        bid perrin U1 1@4300 only:orfebre,lumen must_exist
        book                                    | 1@4200.00 1@4250.00
    ",
    );
}

#[test]
fn offers_that_are_passed_over_keep_their_place() {
    check(&format!(
        "{OFFERS}
        bid     perrin   U1 0.5@4300 only:ZW    ok escrow 2171.50 trade O2 0.5@4250.00 fee 21.25
        book                                    | 1@4200.00 0.5@4250.00
        bid     perrin   U2 1@4300 only:ZW      ok escrow 4343.00 trade O2 0.5@4250.00 fee 21.25
        offer   clara    O3 B1 1@4200           ok
        bid     lumen    U3 1.5@4200            ok escrow 6363.00 trade O1 1@4200.00 fee 42.00 trade O3 0.5@4200.00 fee 21.00
        offer   sisters  O4 B2 0.2@4300         ok trade U2 0.2@4300.00 fee 8.60
        offer   clara    O5 B1 0.1@4300         ok
        account U2                              1302.90
    "
    ));
}

#[test]
fn an_arriving_offer_takes_the_better_of_restricted_and_unrestricted_bids_and_at_one_price_the_earlier() {
    check(
        "
        issue   clara    B1 20.412-8            ok B1 12.412
        issue   sisters  B2 3.12-0.5            ok B2 2.62
        bid     lumen    U1 0.1@4200            ok escrow 424.20
        bid     perrin   U2 0.1@4250 only:ZW    ok escrow 429.25
        bid     perrin   U3 0.1@4200 only:CO    ok escrow 424.20
        bid     lumen    U4 0.1@4200            ok escrow 424.20
        bid     perrin   U5 0.1@4210 only:women ok escrow 425.21
        offer   clara    O1 B1 0.25@4200        ok trade U1 0.1@4200.00 fee 4.20 trade U3 0.1@4200.00 fee 4.20 trade U4 0.05@4200.00 fee 2.10
        offer   sisters  O2 B2 0.3@4200         ok trade U2 0.1@4250.00 fee 4.25 trade U5 0.1@4210.00 fee 4.21 trade U4 0.05@4200.00 fee 2.10
        book                                    | 0.05@4200.00
    ",
    );
}

#[test]
fn an_offer_rests_though_a_restricted_bid_would_pay_more_for_another() {
    check(
        "
        issue   clara    B1 20.412-8            ok B1 12.412
        bid     perrin   U1 1@4400 only:ZW      ok escrow 4444.00
        offer   clara    O1 B1 1@4200           ok
        bid     lumen    U2 0.5@4200 fok        ok escrow 2121.00 trade O1 0.5@4200.00 fee 21.00
        bid     orfebre  U3 0.5@4300 only:ZW fok order_must_fill_whole
        bid     orfebre  U3 0.5@4300 only:CO fok ok escrow 2171.50 trade O1 0.5@4200.00 fee 21.00
        account U1                              4444.00
    ",
    );
}

#[test]
fn an_organisation_has_sixteen_restricted_bids_at_rest_in_a_market_and_others_theirs() {
    let mut script = Script::upon(stage());
    for n in 0..16 {
        assert_eq!(script.asks(&format!("bid perrin U{n} 0.003@4000 only:ZW")), "ok escrow 12.12");
    }
    script.plays(
        "
        bid     perrin   V1 0.003@4000 only:ZW      too_many_restricted_bids
        bid     perrin   V1 0.003@4000 only:CO ioc  too_many_restricted_bids
        bid     perrin   V1 0.003@4000              ok escrow 12.12
        bid     lumen    V2 0.003@4000 only:ZW      ok escrow 12.12
        cancel  perrin   U3                         ok
        bid     perrin   V3 0.003@4000 only:CO      ok escrow 12.12
        bid     perrin   V4 0.003@4000 only:CO      too_many_restricted_bids
        halt    operator technical                  ok
        bid     perrin   V4 0.003@4000 only:CO      market_must_be_open
        reopen  operator                            ok
        issue   sisters  B2 3.12-0.5                ok B2 2.62
        offer   sisters  O1 B2 0.003@4000           ok trade U0 0.003@4000.00 fee 0.12
        bid     perrin   V5 0.003@4000 only:CO      ok escrow 12.12
    ",
    );
}
