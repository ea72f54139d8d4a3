//! Deals and payouts, each with every act and the passing of time in each of its states: tables that are compared
//! with a committed file.

use orebook_tests::golden::golden;
use orebook_tests::script::{Script, stage};

/// How something comes to a state: the lines played before.
type Way<'a> = (&'a str, &'a [&'a str]);

/// For each state what becomes of each line that is tried in it, and where the thing of this name stands then.
fn table(title: &str, set: &Script, name: &str, states: &[Way<'_>], tried: &[&str]) -> String {
    let mut table = format!("{title}\n");
    for (state, way) in states {
        let mut there = set.clone();
        for line in *way {
            let answer = there.asks(line);
            assert!(answer.starts_with("ok"), "{line} on the way to {state}: {answer}");
        }
        table += &format!("\n{state}\n");
        for line in tried {
            let mut tried = there.clone();
            let answer = tried.asks(line);
            let answer = match answer.strip_prefix("ok") {
                Some(more) => format!("{},{more}", tried.asks(&format!("state {name}"))),
                None => format!("– {answer}"),
            };
            table += &format!("    {line:<40}{}\n", answer.trim_end_matches(','));
        }
    }
    table
}

#[test]
fn every_act_and_the_time_in_every_state_of_a_deal() {
    let mut script = Script::upon(stage());
    script.plays("issue clara B1 20.412-8 ok B1 12.412");
    let sell = "deal clara D1 sell lumen B1 2@4200";
    let states: &[Way<'_>] = &[
        ("open, proposed by the seller", &[sell]),
        ("open, proposed by the buyer", &["deal lumen D1 buy clara B1 2@4200"]),
        ("accepted, proposed by the seller", &[sell, "accept lumen D1"]),
        ("accepted, proposed by the buyer", &["deal lumen D1 buy clara B1 2@4200", "accept clara D1"]),
        ("settled", &[sell, "accept lumen D1", "day +24h"]),
        ("declined", &[sell, "decline lumen D1"]),
        ("withdrawn", &[sell, "leave clara D1"]),
        ("lapsed", &[sell, "day +49h"]),
        ("voided", &[sell, "freeze operator B1"]),
    ];
    let tried = [
        "accept lumen D1",
        "accept clara D1",
        "accept perrin D1",
        "decline lumen D1",
        "decline clara D1",
        "decline perrin D1",
        "leave clara D1",
        "leave lumen D1",
        "leave perrin D1",
        "halt operator price",
        "floor operator 4300",
        "day +24h",
        "day +49h",
        "suspend operator clara",
        "suspend operator lumen",
        "suspend cordillera clara",
        "freeze operator account:clara",
        "freeze operator account:lumen",
        "freeze operator key:clara",
        "freeze operator key:lumen",
        "freeze operator B1",
        "revoke clara",
        "revoke lumen",
    ];
    let title = "What becomes of each act, and of time, in every state of a deal in which Clara sells to Lumen.";
    golden("deal-states.txt", &table(title, &script, "D1", states, &tried));
}

/// P11's premium of a kilogram; its fund 1 has no key and is paid by telephone.
fn sold_by_the_sisters() -> Script {
    let mut world = stage();
    world.sisters = world.scenario.with_second_signer(&world.sisters.clone());
    let mut script = Script::upon(world);
    script.plays(
        "
        issue   sisters  B2 3.12-0.5                   ok B2 2.62
        offer   sisters  O1 B2 1@4200                  ok
        bid     lumen    U1 1@4200                     ok escrow 4242.00 trade O1 1@4200.00 fee 42.00
        details operator phone sisters/1               ok
        payout  operator P1 1000 sisters/1 sisters     ok
    ",
    );
    script
}

#[test]
fn every_act_and_every_report_in_every_state_of_a_payout() {
    let script = sold_by_the_sisters();
    let way = [
        "approve operator F1 P1 phone",
        "instruct operator F1",
        "report operator P1 accepted",
        "report operator P1 settled BANK-1",
    ];
    let and = |steps: usize, line: &'static str| [&way[..steps], &[line]].concat();
    let (cancelled, rejected) = (and(1, "drop operator P1"), and(2, "report operator P1 rejected"));
    let (unknown, disputed) = (and(2, "report operator P1 unknown"), and(4, "dispute sisters P1"));
    let (confirmed, short) = (and(4, "receipt sisters P1 1000 paper"), and(4, "receipt sisters P1 500 paper short"));
    let returned = and(4, "report operator P1 returned BANK-2");
    let states: &[Way<'_>] = &[
        ("planned", &[]),
        ("approved", &way[..1]),
        ("instructed", &way[..2]),
        ("accepted", &way[..3]),
        ("unknown", &unknown),
        ("settled", &way),
        ("disputed", &disputed),
        ("confirmed", &confirmed),
        ("short_received", &short),
        ("cancelled", &cancelled),
        ("rejected", &rejected),
        ("returned", &returned),
    ];
    let tried = [
        "approve operator F2 P1 phone",
        "drop operator P1",
        "drop sisters P1",
        "instruct operator F1",
        "report operator P1 accepted",
        "report operator P1 accepted BANK-9",
        "report operator P1 rejected",
        "report operator P1 rejected BANK-9",
        "report operator P1 unknown",
        "report operator P1 settled BANK-9",
        "report operator P1 settled BANK-1",
        "report operator P1 returned BANK-9",
        "receipt sisters P1 1000 paper",
        "receipt sisters P1 990 paper short",
        "receipt sisters P1 989.99 paper short",
        "receipt sisters P1 1000.01 paper",
        "receipt clara P1 1000 paper",
        "dispute sisters P1",
        "suspend operator sisters/1",
        "fraud acacia sisters",
        "day +720h",
    ];
    let title = "What becomes of each act, of each report and of time, in every state of a payout of the Sisters' premium to a payee without a key.";
    golden("payout-states.txt", &table(title, &script, "P1", states, &tried));
}
