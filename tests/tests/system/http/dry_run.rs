//! Dry runs: what would be, with its figures; or what refuses, with the rules that were looked at before.

use orebook_registry::instruction::*;
use orebook_registry::values::OrganisationId;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{World, usd, value};
use serde_json::{Value, json};

fn dry(house: &House, organisation: OrganisationId, act: Act) -> Answer {
    let body = json!({ "act": act }).to_string().into_bytes();
    house.http.post(&format!("/v1/dry-run?organisation={organisation}"), body)
}

fn holds<'a>(answer: &'a Answer, rule: &str) -> &'a Value {
    let rules = answer.json["rules"].as_array().unwrap_or_else(|| panic!("{}", answer.body));
    &rules.iter().find(|r| r["rule"] == rule).unwrap_or_else(|| panic!("no {rule} in {}", answer.body))["holds"]
}

#[test]
fn a_bid_is_told_what_would_be_set_aside_and_every_rule_holds() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let house = House::of(location, world.scenario.clone());
        let (clara, lumen) = (&world.clara, &world.buyers[0]);
        let answer = dry(&house, lumen.id, Act::PlaceBuyOrder(world.bid(lumen, "2", "4200.00")));
        assert_eq!(answer.status, 200, "{}", answer.body);
        for (pointer, expected) in [
            ("/figures/gross/amount", "8400.00"),
            ("/figures/fee/amount", "84.00"),
            ("/figures/set_aside/amount", "8484.00"),
            ("/figures/left/amount", "11516.00"),
            ("/figures/mass", "2"),
            ("/second_person", "no"),
        ] {
            assert_eq!(answer.text(pointer), expected, "{pointer} in {}", answer.body);
        }
        let rules = answer.json["rules"].as_array().unwrap();
        assert!(rules.len() > 10 && rules.iter().all(|rule| rule["holds"] == "yes"), "{}", answer.body);
        let order = ["identity", "authority", "existence", "state", "amount"];
        let classes: Vec<usize> =
            rules.iter().map(|rule| order.iter().position(|class| rule["class"] == *class).unwrap()).collect();
        assert!(classes.is_sorted(), "{classes:?}");

        let answer = dry(&house, clara.id, Act::PlaceSellOrder(world.offer(clara, batch, "1", "4200.00")));
        let legs = answer.json["figures"]["legs"].as_array().unwrap();
        let sum: i64 = legs.iter().map(|leg| cents(leg["amount"]["amount"].as_str().unwrap())).sum();
        assert_eq!(sum, 420_000, "the legs are the whole value: {}", answer.body);
        assert_eq!(legs[0]["kind"], "instalment");
        house.audit();
    });
}

fn cents(amount: &str) -> i64 {
    amount.replace('.', "").parse().unwrap()
}

#[test]
fn a_refusal_shows_the_classes_before_its_own_and_nothing_of_what_was_not_looked_at() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let house = House::of(location, world.scenario.clone());
        let (clara, lumen, operator) = (&world.clara, &world.buyers[0], &world.scenario.operator);
        let answer = dry(&house, lumen.id, Act::PlaceBuyOrder(world.bid(lumen, "10", "4200.00")));
        assert_eq!((answer.status, answer.code()), (422, "cash_must_cover_escrow"));
        assert_eq!(holds(&answer, "cash_must_cover_escrow"), "no");
        assert_eq!(holds(&answer, "role_is_required"), "yes");
        assert_eq!(holds(&answer, "must_exist"), "yes");
        assert_eq!(holds(&answer, "order_is_too_small"), "open", "it is of the same class");
        let rules = answer.json["rules"].as_array().unwrap();
        let told: Vec<&Value> = rules.iter().filter(|rule| !rule["facts"].is_null()).collect();
        assert_eq!(told.len(), 1, "the figures are those of the rule that refuses alone: {}", answer.body);
        assert_eq!(told[0]["facts"], answer.json["facts"]);

        let foreign = dry(&house, lumen.id, Act::PlaceSellOrder(world.offer(clara, batch, "1", "4200.00")));
        assert!([403, 404].contains(&foreign.status), "{}", foreign.body);
        assert_eq!(holds(&foreign, "available_credits_must_cover_mass"), "open");

        let deposit = Deposit { amount: usd("10.00"), organisation: lumen.id, reference: value("NEW-1") };
        let two = dry(&house, operator.id, Act::Deposit(deposit));
        assert_eq!((two.status, two.text("/second_person")), (200, "yes"), "{}", two.body);
        let plain = house.get("/v1/batches?limit=0");
        assert!(plain.json["rules"].is_null(), "other problems have no rules: {}", plain.body);
        house.audit();
    });
}

#[test]
fn every_act_that_can_be_forecast_has_its_rules_and_each_is_a_refusal() {
    let without: Vec<&str> = ["found", "void", "confirm_key", "approve"].into();
    for (act, _) in Act::TABLE {
        let row = orebook_registry::RULES.iter().any(|(word, _)| word == act);
        assert_eq!(row, !without.contains(act), "{act} has a row in registry/src/registry/rules.rs");
    }
    for (act, rules) in orebook_registry::RULES {
        assert!(Act::TABLE.iter().any(|(word, _)| word == act), "{act} is no act");
        for rule in *rules {
            assert!(orebook_registry::Refusal::TABLE.iter().any(|(name, ..)| name == rule), "{act}: {rule}");
        }
    }
}
