//! Statements of account: to the cent, in two currencies, by pages and as CSV; and the figures of `/v1/cash`.

use orebook_registry::instruction::*;
use orebook_registry::money::CashAccount;
use orebook_registry::values::{Currency, OrderId};
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{usd, value};
use serde_json::Value;

use super::stage::{self, Stage, approved, by_operator, csv, furnished, minor};

const CSV: [(&str, &str); 1] = [("accept", "text/csv")];

fn path(account: impl std::fmt::Display, currency: &str, more: &str) -> String {
    format!("/v1/statements?account={account}&currency={currency}{more}")
}

fn ask(house: &House, path: &str) -> Value {
    let answer = house.get(path);
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.json
}

fn figure(statement: &Value, name: &str) -> i64 {
    minor(statement[name].as_str().unwrap())
}

/// Opening and postings are the closing, row by row.
fn adds_up(statement: &Value) -> usize {
    let mut balance = figure(statement, "opening");
    let (mut incoming, mut outgoing) = (0, 0);
    let postings = statement["postings"].as_array().unwrap();
    for posting in postings {
        let amount = |side: &str| posting[side].as_str().map_or(0, minor);
        assert!(posting["in"].is_string() != posting["out"].is_string(), "{posting}");
        (incoming, outgoing) = (incoming + amount("in"), outgoing + amount("out"));
        balance += amount("in") - amount("out");
        assert_eq!(figure(posting, "balance"), balance, "{posting}");
    }
    assert_eq!((figure(statement, "total_in"), figure(statement, "total_out")), (incoming, outgoing));
    assert_eq!(figure(statement, "closing"), balance, "{statement}");
    postings.len()
}

/// All accounts that were ever moved, with some that were not.
fn accounts(stage: &Stage) -> Vec<CashAccount> {
    let mut all: Vec<CashAccount> = stage.world.scenario.registry.cash.balances().map(|(account, _)| account).collect();
    all.extend([CashAccount::Suspense, CashAccount::OperatorLoss, CashAccount::Escrow(OrderId::from(1))]);
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn every_account_adds_up_to_the_cent_and_closes_with_what_memory_has() {
    each_database(|location| {
        let (stage, approved) = approved();
        let mut house = furnished(location, &stage);
        for n in 0..3 {
            assert_eq!(stage::put(&house, &stage::details(n)).status, 201);
        }
        stage::settle(&mut house, approved.usd);
        stage::settle(&mut house, approved.mobile);
        let mut moved = 0;
        for account in accounts(&stage) {
            for currency in ["USD", "UGX"] {
                let statement = ask(&house, &path(account, currency, "&limit=200"));
                moved += adds_up(&statement);
                let held = house.scenario.registry.cash.balance(account, value::<Currency>(currency));
                assert_eq!(figure(&statement, "closing"), held.minor, "{account} {currency}");
                let today = house.scenario.now().date();
                let until_today = ask(&house, &path(account, currency, &format!("&to={today}&limit=200")));
                assert_eq!(until_today["closing"], statement["closing"], "{account}");
                meets(&house, account, currency);
            }
        }
        assert!(moved > 40, "{moved}");
        house.audit();
    });
}

/// A period closes with what the next one opens with, and both together are the whole.
fn meets(house: &House, account: CashAccount, currency: &str) {
    let one = ask(house, &path(account, currency, "&to=2026-07-12&limit=200"));
    let two = ask(house, &path(account, currency, "&from=2026-07-13&limit=200"));
    let whole = ask(house, &path(account, currency, "&limit=200"));
    assert_eq!((&one["closing"], &two["closing"]), (&two["opening"], &whole["closing"]), "{account}");
    assert_eq!(adds_up(&one) + adds_up(&two), adds_up(&whole), "{account}");
    let before = ask(house, &path(account, currency, "&from=2025-01-01&to=2025-12-31"));
    let after = ask(house, &path(account, currency, "&from=2027-01-01&to=2027-12-31"));
    assert_eq!((figure(&before, "opening"), figure(&before, "closing")), (0, 0));
    assert_eq!((&after["opening"], &after["closing"]), (&whole["closing"], &whole["closing"]));
}

#[test]
fn pages_and_csv_are_the_same_statement_and_an_earlier_state_has_its_own() {
    each_database(|location| {
        let (stage, _) = approved();
        let mut house = furnished(location, &stage);
        let lumen = stage.world.buyers[0].clone();
        let own = CashAccount::Cash(lumen.id);
        let whole = ask(&house, &path(own, "USD", "&from=2026-07-13"));
        let rows = whole["postings"].as_array().unwrap();
        assert!(rows.len() > 1, "{whole}");
        let (mut paged, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = ask(&house, &path(own, "USD", &format!("&from=2026-07-13&limit=1{cursor}")));
            assert_eq!((&page["opening"], &page["closing"]), (&whole["opening"], &whole["closing"]));
            paged.extend(page["postings"].as_array().unwrap().iter().cloned());
            let Some(next) = page["next"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(&paged, rows);

        let lines = csv(&house.http.send("GET", &path(own, "USD", "&from=2026-07-13"), &CSV, Vec::new()));
        assert_eq!(lines.len(), rows.len() + 2);
        let (first, last) = (&lines[0], &lines[lines.len() - 1]);
        assert_eq!((first["row"].as_str(), first["balance"].as_str()), ("opening", whole["opening"].as_str().unwrap()));
        assert_eq!((last["row"].as_str(), last["balance"].as_str()), ("closing", whole["closing"].as_str().unwrap()));
        assert_eq!(
            (last["in"].as_str(), last["out"].as_str()),
            (whole["total_in"].as_str().unwrap(), whole["total_out"].as_str().unwrap())
        );
        let bank = house.http.send("GET", &path("bank", "USD", ""), &CSV, Vec::new());
        assert!(csv(&bank).iter().all(|line| line.values().all(|cell| !cell.starts_with(['-', '+', '=', '@']))));
        assert!(bank.body.contains("'-"), "what is less than nothing is a text: {}", bank.body);

        let at = house.scenario.entries().len() - 1;
        let reference = value("LATER");
        let charge = BookCharge { amount: usd("7.00"), reference };
        by_operator(&mut house, Act::BookCharge(charge));
        let earlier = ask(&house, &path("fees", "USD", &format!("&at={at}")));
        let later = ask(&house, &path("fees", "USD", ""));
        assert_eq!(figure(&earlier, "closing") - figure(&later, "closing"), 700);
        assert_eq!(adds_up(&earlier) + 1, adds_up(&later));
        house.audit();
    });
}

#[test]
fn a_statement_is_asked_for_rightly_or_not_at_all() {
    each_database(|location| {
        let (stage, _) = approved();
        let house = furnished(location, &stage);
        for (query, status, code) in [
            ("account=bank", 400, "request_is_malformed"),
            ("account=bank&currency=usd", 400, "request_is_malformed"),
            ("account=till&currency=USD", 400, "request_is_malformed"),
            ("account=bank&currency=USD&from=2026-02-30", 400, "request_is_malformed"),
            ("account=bank&currency=USD&from=2026-07-02&to=2026-07-01", 400, "parameter_is_malformed"),
            ("account=cash:org_00000000000000000000000001&currency=USD", 404, "must_exist"),
            ("account=transit:pay_00000000000000000000000001&currency=USD", 404, "must_exist"),
        ] {
            let answer = house.get(&format!("/v1/statements?{query}"));
            assert_eq!((answer.status, answer.code()), (status, code), "{query}: {}", answer.body);
        }
        house.audit();
    });
}

#[test]
fn cash_tells_what_is_unused_what_waits_and_what_each_movement_belongs_to() {
    each_database(|location| {
        let (stage, approved) = approved();
        let house = furnished(location, &stage);
        let fund = stage.funds[0];
        let cash = house.get(&format!("/v1/cash?organisation={fund}"));
        assert_eq!(cash.status, 200, "{}", cash.body);
        assert_eq!(cash.text("/account"), format!("cash:{fund}"));
        let waiting = house.scenario.registry.cash.premiums().unpaid(fund, stage.clara.id, value("USD"));
        assert_eq!(cash.text("/waiting/0/producer"), stage.clara.id.to_string());
        assert_eq!(cash.text("/waiting/0/producer_name"), "Cooperativa Minera Quebrada Clara");
        assert_eq!(cash.text("/waiting/0/money/amount"), waiting.amount());
        assert_eq!(
            (cash.text("/balances/0/amount"), cash.text("/unused/0/amount")),
            (waiting.amount().as_str(), "0.00")
        );
        let movements = cash.json["movements"].as_array().unwrap();
        let out = movements.iter().filter(|m| m["direction"] == "out").map(|m| m["payout"].as_str().unwrap());
        let mine = [approved.payouts[2], approved.payouts[0]].map(|id| id.to_string());
        assert_eq!(out.collect::<Vec<_>>(), mine);
        for movement in movements.iter().filter(|m| m["direction"] == "in") {
            assert!(movement["trade"].is_string() && movement["plan"].is_string(), "{movement}");
            assert_eq!(movement["account"], format!("cash:{fund}"));
        }
        let lumen = house.get(&format!("/v1/cash?organisation={}", stage.world.buyers[0].id));
        assert_eq!(lumen.json["balances"], lumen.json["unused"], "{}", lumen.body);
        assert_eq!(lumen.json["waiting"], serde_json::json!([]));
        house.audit();
    });
}

#[test]
fn a_posting_tells_what_was_approved_and_not_only_that_something_was() {
    each_database(|location| {
        let (stage, _) = approved();
        let house = furnished(location, &stage);
        let bank = ask(&house, &path("bank", "USD", "&limit=200"));
        let kinds: Vec<&str> =
            bank["postings"].as_array().unwrap().iter().map(|p| p["kind"].as_str().unwrap()).collect();
        assert!(kinds.contains(&"deposited") && !kinds.contains(&"approve"), "{kinds:?}");
    });
}
