//! Markets that are halted, orders that fill whole or are made smaller, and deals.

use orebook_registry::instruction::*;
use orebook_tests::scenario::{at, gold_market, usd, value};

use super::{Row, Stage};

/// A buyer of P1's own group, with money.
fn buyer_of_the_group(s: &mut Stage) -> orebook_tests::scenario::Actor {
    let mut registration = s.world.scenario.registration("Clara Trading", "CO", &[Role::Buyer]);
    registration.act.group = Some(s.clara.id);
    s.world.scenario.join(registration)
}

pub const ROWS: &[Row] = &[
    ("market_must_be_open", |s| s.lines(&["halt operator price", "bid lumen U1 1@4200"])),
    ("market_must_be_halted", |s| s.lines(&["reopen operator"])),
    ("client_order_must_be_unused", |s| {
        s.lines(&["bid lumen U1 0.5@4100 called:SPRING", "bid lumen U2 0.5@4100 called:SPRING"])
    }),
    ("order_must_fill_whole", |s| s.lines(&["bid lumen U1 1@4200 fok"])),
    ("deal_must_be", |s| s.lines(&["deal clara D1 sell lumen B1 1@4200", "decline lumen D1", "accept lumen D1"])),
    ("deal_must_leave_group", |s| {
        let counterparty = buyer_of_the_group(s).id;
        s.by_clara(Act::ProposeDeal(ProposeDeal {
            account: s.clara.account,
            batch: s.batch,
            counterparty,
            market: s.world.market,
            mass: value("1"),
            price: usd("4200.00"),
            side: DealSide::Sell,
            until: value("2026-07-14T00:00:00Z"),
        }))
    }),
    ("too_many_restricted_bids", |s| {
        let bids: Vec<String> = (0..17).map(|n| format!("bid lumen U{n} 0.003@4000 only:CO")).collect();
        s.lines(&bids.iter().map(String::as_str).collect::<Vec<_>>())
    }),
    ("reduction_must_leave_something", |s| s.lines(&["bid lumen U1 1@4100", "reduce lumen U1 1"])),
    ("premium_must_be_in_one_currency", |s| {
        let euro = |amount: &str| orebook_registry::values::Money::parse(amount, value("EUR")).expect("euros");
        let (floor, minimum, tick) = (euro("4000.00"), euro("10.00"), euro("10.00"));
        let market = OpenMarket { currency: value("EUR"), floor, minimum, tick, ..gold_market() };
        s.world.scenario.act(&s.operator.clone(), Act::OpenMarket(market)).expect("open");
        assert!(s.world.scenario.now() < at("2026-07-14"));
        s.lines(&[
            "deposit operator X1 5000EUR EURO lumen",
            "offer clara O1 B1 1@4200EUR",
            "bid lumen U1 1@4200EUR",
            "retire lumen B1 3 premium",
        ])
    }),
];
