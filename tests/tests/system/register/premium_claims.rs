//! The claim `premium`: what had reached the miners of the premium behind the credits, by signed receipts.

use orebook_registry::instruction::PayeeKind::{Community, Holder, Operations, Women};
use orebook_tests::script::{Script, stage};

fn sisters_sell() -> Script {
    let mut world = stage();
    world.sisters = world.scenario.with_second_signer(&world.sisters.clone());
    let mut script = Script::upon(world);
    script.plays("issue sisters B2 3.12-0.5 ok B2 2.62");
    script
}

/// Sends an amount to a payee and answers what is said of the receipt.
fn pay(script: &mut Script, payee: &str, producer: &str, sent: &str, received: &str) -> String {
    let reference = format!("MOMO-{}", script.world.scenario.entries().len());
    for line in [
        format!("details operator phone {payee}"),
        "day +72h".to_owned(),
        format!("payout operator P {sent} {payee} {producer}"),
        "approve operator F P phone".to_owned(),
        "instruct operator F".to_owned(),
        "report operator P accepted".to_owned(),
        format!("report operator P settled {reference}"),
    ] {
        let answer = script.asks(&line);
        assert!(answer.starts_with("ok"), "{line}: {answer}");
    }
    script.asks(&format!("receipt {producer} P {received} paper short"))
}

#[test]
fn it_says_what_was_routed_and_what_had_arrived_for_exactly_what_is_retired() {
    let mut script = sisters_sell();
    script.plays(
        "
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        offer   sisters  O2 B2 0.5@4250                ok
        bid     lumen    U2 0.5@4250                   ok escrow 2146.25 trade O2 0.5@4250.00 fee 21.25
        retire  lumen    B2 1 premium                  premium_must_be_confirmed
    ",
    );
    // 1,399.86 of the first trade and 100.14 of the second; of 1,495.00 that arrived, 1,395.19 and 99.81.
    assert_eq!(pay(&mut script, "sisters/1", "sisters", "1500", "1495"), "ok confirmed");
    script.plays(
        "
        sold    sisters                                routed 6325.00 paid 1500.00 confirmed 1495.00
        retire  lumen    B2 0.001 premium              ok reached 1.39 of 4.20
        retire  lumen    B2 1.249 premium              ok reached 1443.69 of 5258.30
        retire  lumen    B2 0.25 premium               ok reached 49.90 of 1062.50
    ",
    );
}

#[test]
fn a_receipt_of_less_than_is_tolerated_confirms_nothing() {
    let mut script = sisters_sell();
    script.plays(
        "
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
    ",
    );
    assert_eq!(pay(&mut script, "sisters/1", "sisters", "1000", "900"), "ok short_received");
    script.plays("retire lumen B2 1 premium premium_must_be_confirmed");
    assert_eq!(pay(&mut script, "sisters/2", "sisters", "1000", "995"), "ok confirmed");
    script.plays("retire lumen B2 1 premium ok reached 995.00 of 4200.00");
}

#[test]
fn what_a_payout_brought_back_had_not_arrived() {
    let mut script = sisters_sell();
    script.plays(
        "
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        details operator phone sisters/1               ok
        payout  operator P1 1000 sisters/1 sisters     ok
        approve operator F1 P1 phone                   ok
        instruct operator F1                           ok
        report  operator P1 accepted                   ok
        report  operator P1 settled MOMO-1             ok
        retire  lumen    B2 1 premium                  premium_must_be_confirmed
        report  operator P1 returned MOMO-2            ok
        retire  lumen    B2 1 premium                  premium_must_be_confirmed
    ",
    );
}

#[test]
fn instalments_and_the_holders_share_are_neither_routed_nor_reached() {
    let mut world = stage();
    let clara = world.scenario.with_second_signer(&world.clara.clone());
    world.clara = clara.clone();
    let shares = [(Operations, 4_000), (Community, 2_000), (Women, 3_000), (Holder, 1_000)];
    world.adopt_plan(&clara, "New", &shares).expect("the plan is in order");
    let mut script = Script::upon(world);
    // Gross 4,200.00; the instalment takes a tenth, and the holder a tenth of the rest.
    script.plays(
        "
        issue   clara    B1 20.412-8                   ok B1 12.412
        day     2026-07-21                             ok
        offer   clara    O1 B1 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        account cordillera                             420.00
        account New/3                                  378.00
        sold    clara                                  routed 3402.00 paid 0.00 confirmed 0.00
    ",
    );
    assert_eq!(pay(&mut script, "New/3", "clara", "378", "378"), "ok confirmed");
    script.plays(
        "
        sold    clara                                  routed 3402.00 paid 0.00 confirmed 0.00
        retire  lumen    B1 1 premium                  premium_must_be_confirmed
    ",
    );
    assert_eq!(pay(&mut script, "New/2", "clara", "1134", "1134"), "ok confirmed");
    script.plays("retire lumen B1 1 premium ok reached 1134.00 of 3402.00");
}

#[test]
fn credits_of_a_deal_carry_their_premium_as_those_of_the_book_do() {
    let mut script = sisters_sell();
    script.plays(
        "
        deal    sisters  D1 sell lumen B2 2@4200       ok
        accept  lumen    D1                            ok escrow 8484.00 waits until 2026-07-14
        day     +24h                                   ok D1 settled 8400.00 fee 84.00
    ",
    );
    assert_eq!(pay(&mut script, "sisters/0", "sisters", "100", "100"), "ok confirmed");
    script.plays("retire lumen B2 0.5 premium ok reached 25.00 of 2100.00");
}
