//! Dry runs: what would be, with its figures; or what refuses, with the rules that were looked at before.

use orebook_registry::event::{Event, TradeEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::{OrganisationId, YesNo};
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{Actor, HZN, World, events, usd, value};
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

fn legs_sum(answer: &Answer) -> i64 {
    let legs = answer.json["figures"]["legs"].as_array().unwrap_or_else(|| panic!("{}", answer.body));
    legs.iter().map(|leg| cents(leg["amount"]["amount"].as_str().unwrap())).sum()
}

/// The trades of the last instruction, as a forecast writes them.
fn traded(house: &House, before: usize) -> Vec<Value> {
    let traded = events(&house.scenario.entries()[before..]).filter_map(|event| match event {
        Event::Trade(TradeEvent::Traded(t)) => {
            Some(json!({"price": t.price, "mass": t.mass, "gross": t.gross, "fee": t.fee}))
        }
        _ => None,
    });
    traded.collect()
}

#[test]
fn a_bid_is_told_its_trades_what_would_rest_and_what_would_come_back() {
    each_database(|location| {
        let (mut world, [of_clara, of_sisters]) = World::issued();
        let (clara, sisters, perrin) = (world.clara.clone(), world.sisters.clone(), world.buyers[2].clone());
        for (seller, batch, mass, price, unnamed) in [
            (&clara, of_clara, "1", "4200.00", None),
            (&clara, of_clara, "1", "4210.00", None),
            (&sisters, of_sisters, "0.5", "4220.00", Some(YesNo::Yes)),
        ] {
            let offer = PlaceSellOrder { unnamed, ..world.offer(seller, batch, mass, price) };
            world.scenario.act(seller, Act::PlaceSellOrder(offer)).unwrap();
        }
        let mut house = House::of(location, world.scenario.clone());
        let bid = world.bid(&perrin, "3", "4300.00");
        let told = dry(&house, perrin.id, Act::PlaceBuyOrder(bid.clone()));
        for (pointer, expected) in [
            ("/figures/set_aside/amount", "13029.00"),
            ("/figures/rests", "0.5"),
            ("/figures/trades/2/mass", "0.5"),
            // 13,029.00 less 10,520.00 and its fee of 105.20, less 2,150.00 and a fee of 21.50 for the rest.
            ("/figures/released/amount", "232.30"),
        ] {
            assert_eq!(told.text(pointer), expected, "{pointer} in {}", told.body);
        }
        assert_eq!(legs_sum(&told), 1_052_000, "{}", told.body);
        let legs = told.json["figures"]["legs"].as_array().unwrap();
        assert_eq!(legs[0]["amount"]["amount"], "800.00", "two sales pay no more than what is owed");
        assert!(legs.iter().any(|leg| leg["payee"].is_null()), "an unnamed offer names no payee");
        assert!(!told.json["figures"].to_string().contains(&payees_of(&world, &sisters)[0]), "{}", told.body);
        let ioc = PlaceBuyOrder { time_in_force: TimeInForce::Ioc, ..bid.clone() };
        let told_ioc = dry(&house, perrin.id, Act::PlaceBuyOrder(ioc));
        assert_eq!((told_ioc.text("/figures/rests"), told_ioc.text("/figures/cancelled")), ("0", "unfilled"));

        // And so it comes about.
        let before = house.scenario.entries().len();
        house.act(&perrin, Act::PlaceBuyOrder(bid));
        assert_eq!(told.json["figures"]["trades"], json!(traded(&house, before)));
        let order = house.get(&format!("/v1/orders?organisation={}", perrin.id));
        assert_eq!((order.text("/items/0/filled"), order.text("/items/0/reserved/amount")), ("2.5", "2171.50"));
        house.audit();
    });
}

fn payees_of(world: &World, producer: &Actor) -> Vec<String> {
    let (_, plan) = world.scenario.registry.cash.plan_in_force(producer.id, value(HZN)).unwrap();
    plan.payees.iter().map(|payee| payee.payee.to_string()).collect()
}

#[test]
fn an_offer_is_told_its_trades_and_a_deal_its_legs() {
    each_database(|location| {
        let (mut world, [batch, _]) = World::issued();
        let (clara, [lumen, ..]) = (world.clara.clone(), world.buyers.clone());
        let bid = world.bid(&lumen, "1", "4300.00");
        world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
        let mut house = House::of(location, world.scenario.clone());
        let offer = world.offer(&clara, batch, "2", "4200.00");
        let told = dry(&house, clara.id, Act::PlaceSellOrder(offer));
        assert_eq!(told.text("/figures/trades/0/price/amount"), "4300.00", "{}", told.body);
        assert!(told.json["figures"]["trades"][0]["fee"].is_null(), "the fee is the buyer's");
        assert_eq!(told.text("/figures/rests"), "1");
        assert_eq!(legs_sum(&told), 850_000, "one kilogram at the bid's price and one at the limit: {}", told.body);

        let propose = ProposeDeal {
            account: clara.account,
            batch,
            counterparty: lumen.id,
            market: world.market,
            mass: value("1"),
            price: usd("4250.00"),
            side: DealSide::Sell,
            until: house.scenario.seconds_from_now(86_400),
        };
        let told = dry(&house, clara.id, Act::ProposeDeal(propose.clone()));
        assert_eq!((told.text("/figures/gross/amount"), told.text("/figures/fee/amount")), ("4250.00", "42.50"));
        assert!(told.json["figures"]["set_aside"].is_null(), "the seller sets credits aside: {}", told.body);
        assert_eq!(legs_sum(&told), 425_000);
        house.act(&clara, Act::ProposeDeal(propose));
        let (deal, _) = house.scenario.registry.markets.deals.iter().next().unwrap();
        let accept = AcceptDeal { account: lumen.account, deal };
        let told = dry(&house, lumen.id, Act::AcceptDeal(accept));
        assert_eq!(told.text("/figures/set_aside/amount"), "4292.50", "{}", told.body);
        assert_eq!(told.text("/figures/left/amount"), "11364.50", "{}", told.body);
        assert_eq!(legs_sum(&told), 425_000);
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
