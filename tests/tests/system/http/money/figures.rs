//! Dry runs of acts on money: what would leave which account, what a recall would find, what a receipt would count as.

use orebook_registry::instruction::*;
use orebook_registry::values::OrganisationId;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{usd, value};
use serde_json::json;

use super::stage::{self, approved, details, furnished, put, settle, sold};

fn dry(house: &House, organisation: OrganisationId, act: &Act) -> Answer {
    let body = json!({ "act": act }).to_string().into_bytes();
    let answer = house.http.post(&format!("/v1/dry-run?organisation={organisation}"), body);
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer
}

#[test]
fn an_approval_is_told_what_would_leave_and_draws_just_that() {
    each_database(|location| {
        let mut stage = sold();
        stage.set_details(0, Rail::BankTransfer);
        // Two payouts draw one purse, one after the other.
        let payouts = vec![stage.plan(0, usd("4000.00")), stage.plan(0, usd("1000.00"))];
        let mut house = furnished(location, &stage);
        let operator = house.scenario.operator.clone();
        let approve = Act::ApprovePayouts(ApprovePayouts { payouts: payouts.clone(), rail: Rail::BankTransfer });
        let told = dry(&house, operator.id, &approve);
        assert_eq!((told.text("/figures/total/amount"), told.text("/second_person")), ("5000.00", "yes"));
        stage::together(&mut house, &operator, 1, approve);
        for (n, payout) in payouts.iter().enumerate() {
            let leaving = &told.json["figures"]["payouts"][n];
            assert_eq!(leaving["payout"], payout.to_string());
            assert_eq!(leaving["from"], format!("cash:{}", stage.funds[0]));
            let made = house.get(&format!("/v1/payouts/{payout}")).json;
            assert_eq!((&leaving["amount"], &leaving["parts"]), (&made["amount"], &made["parts"]));
        }
        house.audit();
    });
}

#[test]
fn a_recall_is_told_what_is_left_and_a_receipt_what_it_counts_as() {
    each_database(|location| {
        let (stage, approved) = approved();
        let mut house = furnished(location, &stage);
        let operator = house.scenario.operator.clone();
        let lumen = stage.world.buyers[0].id;
        let (deposit, _) =
            house.scenario.registry.cash.deposits().find(|(_, d)| d.organisation == Some(lumen)).unwrap();
        let recall = dry(&house, operator.id, &Act::RecallDeposit(RecallDeposit { deposit, reference: value("BACK") }));
        let free = house.scenario.registry.cash.unused(lumen, value("USD"));
        assert_eq!(recall.text("/figures/recovered/amount"), free.amount());
        let shortfall = usd("20000.00").minor - free.minor;
        assert_eq!(recall.text("/figures/shortfall/amount"), free.currency.minor(shortfall).amount());

        for n in 0..2 {
            assert_eq!(put(&house, &details(n)).status, 201);
        }
        settle(&mut house, approved.usd);
        for (received, outcome, missing) in [
            ("5000.00", "confirmed", "0.00"),
            ("4950.00", "confirmed", "50.00"),
            ("4949.99", "short_received", "50.01"),
        ] {
            let confirm = ConfirmReceipt {
                note: None,
                paper: Some(Digest([9; 32])),
                payout: approved.payouts[0],
                reason: Some(value("charges")),
                received: usd(received),
            };
            let told = dry(&house, stage.clara.id, &Act::ConfirmReceipt(confirm));
            assert_eq!((told.text("/figures/outcome"), told.text("/figures/missing/amount")), (outcome, missing));
            assert_eq!(told.text("/second_person"), "yes");
        }
        house.audit();
    });
}
