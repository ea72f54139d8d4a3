//! Reconciliation, deposits and instalment plans.

use orebook_registry::instruction::*;
use orebook_registry::money::CashAccount;
use orebook_tests::each_database;
use orebook_tests::scenario::{usd, value};

use super::stage::{approved, by_operator, furnished, together};

#[test]
fn the_register_is_told_beside_the_bank_with_what_may_explain_the_difference() {
    each_database(|location| {
        let (stage, _) = approved();
        let mut house = furnished(location, &stage);
        let operator = house.scenario.operator.clone();
        let unknown = DepositUnknown { amount: usd("12.34"), reference: value("WHO") };
        together(&mut house, &operator, 1, Act::DepositUnknown(unknown));
        let booked = -house.scenario.registry.cash.balance(CashAccount::Bank, value("USD")).minor;
        let statement = |more: i64| value_of(booked + more);
        for (more, direction, amount) in
            [(0, "none", "0.00"), (1, "bank_has_more", "0.01"), (-12_345, "bank_has_less", "123.45")]
        {
            let answer = house.get(&format!("/v1/reconciliation?currency=USD&statement={}", statement(more)));
            assert_eq!(answer.text("/booked/amount"), value_of(booked));
            assert_eq!(answer.text("/statement/amount"), statement(more));
            assert_eq!(
                (answer.text("/difference/direction"), answer.text("/difference/amount/amount")),
                (direction, amount)
            );
            assert_eq!(answer.text("/suspense/amount"), "12.34");
            assert!(answer.json["recorded"].is_null(), "{}", answer.body);
        }
        let answer = house.get("/v1/reconciliation?currency=USD");
        assert!(answer.json["difference"].is_null(), "{}", answer.body);
        let in_transit: i64 = stage
            .payouts()
            .iter()
            .filter(|(_, p)| p.amount.currency == value("USD"))
            .map(|(_, p)| p.amount.minor)
            .sum();
        assert_eq!((answer.text("/in_transit/0/state"), answer.text("/in_transit/0/payouts")), ("approved", "2"));
        assert_eq!(answer.text("/in_transit/0/amount/amount"), value_of(in_transit));
        let on = house.scenario.now().date();
        by_operator(&mut house, Act::ReconcileBank(ReconcileBank { on, statement: usd("100.00") }));
        let answer = house.get("/v1/reconciliation?currency=USD");
        assert_eq!(
            (answer.text("/recorded/on"), answer.text("/recorded/statement/amount")),
            (on.to_string().as_str(), "100.00")
        );
        assert_eq!(answer.text("/recorded/booked/amount"), value_of(booked));
        assert!(house.get("/v1/reconciliation?currency=UGX").json["recorded"].is_null());
        for query in [
            "currency=USD&statement=1",
            "currency=UGX&statement=1.00",
            "currency=USD&statement=-1.00",
            "statement=1.00",
        ] {
            assert_eq!(house.get(&format!("/v1/reconciliation?{query}")).status, 400, "{query}");
        }
        house.audit();
    });
}

fn value_of(cents: i64) -> String {
    usd("0.00").currency.minor(cents).amount()
}

#[test]
fn deposits_are_their_owners_or_await_one() {
    each_database(|location| {
        let (stage, _) = approved();
        let mut house = furnished(location, &stage);
        let operator = house.scenario.operator.clone();
        let lumen = stage.world.buyers[0].id;
        let unknown = DepositUnknown { amount: usd("12.34"), reference: value("WHO") };
        together(&mut house, &operator, 1, Act::DepositUnknown(unknown));
        let states = |query: &str| -> Vec<String> {
            let answer = house.get(&format!("/v1/deposits?{query}"));
            assert_eq!(answer.status, 200, "{}", answer.body);
            let items = answer.json["items"].as_array().unwrap().clone();
            items
                .iter()
                .map(|item| format!("{} {}", item["reference"].as_str().unwrap(), item["state"].as_str().unwrap()))
                .collect()
        };
        assert_eq!(states(&format!("organisation={lumen}")), ["DEPOSIT-0 booked", "DEPOSIT-UGX booked"]);
        assert_eq!(states("unassigned=yes"), ["WHO unassigned"]);
        let (deposit, _) = house.scenario.registry.cash.deposits().last().unwrap();
        together(&mut house, &operator, 1, Act::AssignDeposit(AssignDeposit { deposit, organisation: lumen }));
        let recall = RecallDeposit { deposit, reference: value("RECALL") };
        together(&mut house, &operator, 1, Act::RecallDeposit(recall));
        let answer = house.get(&format!("/v1/deposits?organisation={lumen}"));
        assert_eq!((answer.text("/items/2/state"), answer.text("/items/2/amount/amount")), ("recalled", "12.34"));
        assert_eq!(house.get("/v1/deposits?unassigned=yes").json["items"], serde_json::json!([]));
        for query in ["", "unassigned=no", &format!("organisation={lumen}&unassigned=yes")] {
            assert_eq!(house.get(&format!("/v1/deposits?{query}")).code(), "parameter_is_malformed", "{query}");
        }
        house.audit();
    });
}

#[test]
fn instalment_plans_are_told_to_debtor_and_creditor() {
    each_database(|location| {
        let (stage, _) = approved();
        let house = furnished(location, &stage);
        let (clara, cordillera) = (stage.clara.id, stage.world.cordillera.id);
        for query in [
            format!("producer={clara}"),
            format!("creditor={cordillera}"),
            format!("producer={clara}&creditor={cordillera}"),
        ] {
            let answer = house.get(&format!("/v1/instalment-plans?{query}"));
            assert_eq!((answer.text("/items/0/kind"), answer.text("/items/0/state")), ("certification", "closed"));
            assert_eq!(
                (answer.text("/items/0/total/amount"), answer.text("/items/0/outstanding/amount")),
                ("800.00", "0.00")
            );
            assert_eq!(answer.json["items"][0]["rate_bps"], 1_000);
        }
        assert_eq!(house.get(&format!("/v1/instalment-plans?creditor={clara}")).json["items"], serde_json::json!([]));
        assert_eq!(house.get("/v1/instalment-plans").code(), "parameter_is_malformed");
        house.audit();
    });
}
