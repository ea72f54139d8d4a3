//! Payouts: lists, references, reminders.

use orebook_tests::each_database;
use orebook_tests::scenario::usd;

use super::stage::{self, approved, furnished, settle, sign_for};

#[test]
fn payouts_are_found_by_payee_producer_and_state_and_have_a_reference_of_digits() {
    each_database(|location| {
        let (stage, approved) = approved();
        let house = furnished(location, &stage);
        let ids = |query: &str| -> Vec<String> {
            let answer = house.get(&format!("/v1/payouts?{query}"));
            assert_eq!(answer.status, 200, "{query}: {}", answer.body);
            answer.json["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|item| item["id"].as_str().unwrap().to_owned())
                .collect()
        };
        let all = approved.payouts.map(|id| id.to_string());
        assert_eq!(ids(""), all);
        assert_eq!(ids(&format!("organisation={}", stage.funds[0])), [all[0].clone(), all[2].clone()]);
        assert_eq!(ids(&format!("producer={}", stage.clara.id)), all);
        assert_eq!(ids(&format!("producer={}&state=approved", stage.clara.id)), all);
        assert_eq!(ids("state=settled"), Vec::<String>::new());
        assert_eq!(ids(&format!("organisation={}&producer={}", stage.funds[1], stage.clara.id)), [all[1].clone()]);
        for query in ["state=lost", "organisation=1", "colour=red"] {
            assert_eq!(house.get(&format!("/v1/payouts?{query}")).status, 400, "{query}");
        }

        let one = house.get(&format!("/v1/payouts/{}", approved.payouts[0]));
        assert_eq!((one.text("/state"), one.text("/amount/amount")), ("approved", "5000.00"));
        assert_eq!(one.text("/file"), approved.usd.to_string());
        assert_eq!(one.text("/details"), stage::digest_of(&stage::details(0)).to_string());
        let parts = one.json["parts"].as_array().unwrap();
        let sum: i64 = parts.iter().map(|part| stage::minor(part["amount"]["amount"].as_str().unwrap())).sum();
        assert_eq!((sum, parts.len() > 1), (500_000, true), "{}", one.body);
        let reference: orebook_bank::Reference = one.text("/reference").parse().unwrap();
        let body = format!("{}{:05}", approved.payouts[0].sequence(), approved.payouts[0].ordinal());
        assert_eq!(reference.body(), body);
        assert!(body.bytes().all(|byte| byte.is_ascii_digit()));
        assert_eq!(house.get("/v1/payouts/pay_00000000000000000000000001").code(), "must_exist");
        house.audit();
    });
}

#[test]
fn a_receipt_is_asked_for_after_two_weeks_and_missed_after_thirty_days() {
    each_database(|location| {
        let (stage, approved) = approved();
        let mut house = furnished(location, &stage);
        for n in 0..2 {
            assert_eq!(stage::put(&house, &stage::details(n)).status, 201);
        }
        settle(&mut house, approved.usd);
        let [first, second, ..] = approved.payouts;
        sign_for(&mut house, &stage.clara, second, stage.payouts().find(second).unwrap().amount);
        let settled = house.scenario.registry.cash.payouts().find(first).unwrap().settled_at.unwrap();
        let reminder = |house: &orebook_tests::house::House, id| {
            let answer = house.get(&format!("/v1/payouts/{id}"));
            answer.json["reminder"].as_str().unwrap_or("none").to_owned()
        };
        assert_eq!(reminder(&house, first), "none");
        for (days, expected) in [(13, "none"), (14, "due"), (29, "due"), (30, "unconfirmed")] {
            house.advance_to(settled.plus_days(days));
            assert_eq!(reminder(&house, first), expected, "after {days} days");
            assert_eq!(reminder(&house, second), "none", "it is signed for");
        }
        let told = house.get(&format!("/v1/payouts/{second}"));
        assert_eq!((told.text("/state"), told.text("/paper").len()), ("confirmed", 64));
        assert_eq!(told.json["received"], told.json["amount"]);
        let premiums = house.get(&format!("/v1/premiums/{}", stage.clara.id));
        assert_eq!(premiums.text("/unconfirmed"), "1");
        sign_for(&mut house, &stage.clara, first, usd("10.00"));
        assert_eq!(house.get(&format!("/v1/payouts/{first}")).text("/state"), "short_received");
        assert_eq!(reminder(&house, first), "none");
        house.audit();
    });
}
