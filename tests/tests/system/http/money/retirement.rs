//! What a retirement tells of the premium behind it, and the claim that rests on receipts.

use orebook_registry::instruction::*;
use orebook_registry::values::RetirementId;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::World;
use serde_json::Value;

use super::stage::{Stage, approved, details, far, furnished, put, settle, sign_for, signed_for};

fn retire(house: &mut House, stage: &Stage, claim: Claim) -> RetirementId {
    let lumen = stage.world.buyers[0].clone();
    let world = World { scenario: house.scenario.clone(), ..stage.world.clone() };
    let blocks = world.blocks(lumen.account, stage.batch, "1");
    let retired = house.act(&lumen, Act::Retire(world.retirement(&lumen, blocks, claim)));
    assert_eq!(retired.status, 201, "{}", retired.body);
    house.scenario.registry.claims.retirements().next_back().unwrap().0
}

fn states(house: &House, id: RetirementId) -> Vec<String> {
    let answer = house.get(&format!("/v1/retirements/{id}"));
    assert_eq!(answer.status, 200, "{}", answer.body);
    let premium = answer.json["premium"].as_array().unwrap().clone();
    assert_eq!(premium.len(), 1, "{premium:?}");
    assert!(!premium[0].to_string().contains("amount"), "{premium:?}");
    let state = |leg: &Value| {
        format!("{} {} {}", leg["kind"].as_str().unwrap(), leg["share_bps"], leg["state"].as_str().unwrap())
    };
    premium[0]["legs"].as_array().unwrap().iter().map(state).collect()
}

#[test]
fn each_share_behind_a_retirement_is_followed_to_the_signed_receipt() {
    each_database(|location| {
        let (stage, approved) = approved();
        let mut house = furnished(location, &stage);
        for n in 0..2 {
            assert_eq!(put(&house, &details(n)).status, 201);
        }
        let id = retire(&mut house, &stage, Claim::Support(PlainClaim {}));
        // Of the first trade the first payee's 5,000.00 USD are on their way whole, and so is all of the second payee's.
        let expected = |first: &str, second: &str| {
            vec![
                format!("operations 5433 {first}"),
                format!("community 1567 {second}"),
                "women 2000 routed".to_owned(),
                "community 1000 routed".to_owned(),
            ]
        };
        assert_eq!(states(&house, id), expected("on_its_way", "on_its_way"));
        settle(&mut house, approved.usd);
        assert_eq!(states(&house, id), expected("on_its_way", "on_its_way"));
        let second = stage.payouts().find(approved.payouts[1]).unwrap().amount;
        sign_for(&mut house, &stage.clara, approved.payouts[1], second);
        assert_eq!(states(&house, id), expected("on_its_way", "receipt_signed"));
        let page = house.get(&format!("/retirements/{id}"));
        for told in ["receipt signed", "on its way", "15.67\u{a0}%", "routed"] {
            assert!(page.body.contains(told), "{told}: {}", page.body);
        }
        house.advance_to(house.scenario.now().plus_days(31));
        assert_eq!(states(&house, id), expected("unconfirmed", "receipt_signed"));
        let far = far(&house, &format!("/v1/retirements/{id}"));
        assert_eq!(far.json["premium"], house.get(&format!("/v1/retirements/{id}")).json["premium"], "it is public");
        house.audit();
    });
}

#[test]
fn a_claim_of_premium_is_stated_in_four_languages() {
    each_database(|location| {
        let (stage, mut house) = signed_for(location);
        let id = retire(&mut house, &stage, Claim::Premium(PlainClaim {}));
        let answer = house.get(&format!("/v1/retirements/{id}"));
        assert_eq!(answer.text("/claim"), "premium");
        let statement = house.get(&format!("/v1/retirements/{id}/statement"));
        assert_eq!(statement.status, 200, "{}", statement.body);
        for (language, says) in [
            ("en", "premium had reached"),
            ("es", "prima"),
            ("fr", "prime étaient parvenus"),
            ("sw", "malipo ya ziada"),
        ] {
            let claim = answer.text(&format!("/claim_texts/{language}")).to_owned();
            assert!(claim.contains(says) && claim.contains("Quebrada Clara") && !claim.contains('{'), "{claim}");
            assert!(statement.body.contains(&claim), "{language}: {}", statement.body);
            let page = house.get(&format!("/retirements/{id}?lang={language}"));
            assert!(page.body.contains(&says.replace('\'', "&#39;")), "{language}: {}", page.body);
        }
        house.audit();
    });
}
