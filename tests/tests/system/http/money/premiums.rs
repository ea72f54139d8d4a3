//! A producer's premium: late and rounded for everybody, exact on the loopback address.

use orebook_tests::each_database;
use orebook_tests::scenario::{at, value};

use super::stage::{self, far, signed_for};

#[test]
fn a_month_is_told_thirty_days_after_its_end_and_to_two_digits() {
    each_database(|location| {
        let (stage, mut house) = signed_for(location);
        let path = format!("/v1/premiums/{}", stage.clara.id);

        let near = house.get(&path);
        let months: Vec<_> = house.scenario.registry.cash.premiums().months_of(stage.clara.id).collect();
        assert_eq!(months.len(), 2, "USD and UGX");
        for (n, (currency, _, figures)) in months.iter().enumerate() {
            let text = |name: &str| near.text(&format!("/months/{n}/{name}/amount")).to_owned();
            assert_eq!(near.text(&format!("/months/{n}/month")), "2026-07");
            for (name, minor) in [("routed", figures.routed), ("paid", figures.paid), ("confirmed", figures.confirmed)]
            {
                assert_eq!(text(name), currency.minor(minor).amount(), "{name}");
            }
        }
        assert_eq!(near.json["unpaid"].as_array().unwrap().len(), 5, "{}", near.body);
        assert!(months[1].2.paid > months[1].2.confirmed && months[1].2.confirmed > 0);

        for (day, shown) in [("2026-08-01", 0), ("2026-08-30", 0), ("2026-08-31", 2)] {
            house.advance_to(at(day));
            let answer = far(&house, &path);
            assert_eq!((answer.status, answer.json["months"].as_array().unwrap().len()), (200, shown), "{day}");
            assert!(answer.json["unpaid"].is_null(), "{}", answer.body);
        }
        let public = far(&house, &path);
        for (n, (_, _, figures)) in months.iter().enumerate() {
            for (name, exact) in [("routed", figures.routed), ("paid", figures.paid), ("confirmed", figures.confirmed)]
            {
                let told = public.text(&format!("/months/{n}/{name}/amount")).to_owned();
                let digits = told.replace('.', "");
                let significant = digits.trim_start_matches('0').trim_end_matches('0');
                assert!(significant.len() <= 2, "{name}: {told}");
                let told = stage::minor(&told);
                assert!(told <= exact && exact - told < (exact / 10).max(1), "{name}: {told} of {exact}");
            }
        }
        assert_eq!(public.text("/unconfirmed"), "1");
        assert_eq!(
            public.json["plans"][0]["shares"][0],
            serde_json::json!({ "kind": "operations", "share_bps": 5_433 })
        );
        assert_eq!(public.json["plans"][0]["shares"].as_array().unwrap().len(), 4);
        for id in [stage.world.buyers[0].id, value("org_00000000000000000000000001")] {
            assert_eq!(far(&house, &format!("/v1/premiums/{id}")).code(), "must_exist");
        }
        assert_eq!(far(&house, "/v1/premiums/clara").code(), "parameter_is_malformed");
        house.audit();
    });
}
