//! Purchases: every block delivered, and every cent of the price.

use orebook_store::{Batch, Head, Tip};
use orebook_tests::each_database;
use orebook_tests::house::House;
use serde_json::Value;

use super::stage::{approved, furnished, minor};

fn purchases(house: &House, query: &str) -> Vec<Value> {
    let answer = house.get(&format!("/v1/purchases?{query}"));
    assert_eq!(answer.status, 200, "{query}: {}", answer.body);
    answer.json["items"].as_array().unwrap().clone()
}

fn cents(money: &Value) -> i64 {
    minor(money["amount"].as_str().unwrap())
}

/// Deductions and legs are the gross; gross and fee are what was paid.
fn adds_up(purchase: &Value) {
    let sum = |name: &str| purchase[name].as_array().unwrap().iter().map(|item| cents(&item["amount"])).sum::<i64>();
    assert_eq!(sum("deductions") + sum("legs"), cents(&purchase["gross"]), "{purchase}");
    assert_eq!(cents(&purchase["gross"]) + cents(&purchase["fee"]), cents(&purchase["paid"]), "{purchase}");
}

#[test]
fn orders_and_deals_are_told_with_their_blocks_and_every_cent() {
    each_database(|location| {
        let (stage, _) = approved();
        let house = furnished(location, &stage);
        let (lumen, perrin) = (&stage.world.buyers[0], &stage.world.buyers[2]);
        let own = purchases(&house, &format!("organisation={}", lumen.id));
        assert_eq!(own.len(), 3, "{own:?}");
        own.iter().for_each(adds_up);
        let text = |n: usize, pointer: &str| own[n].pointer(pointer).and_then(Value::as_str).unwrap_or("").to_owned();
        assert_eq!((text(0, "/mass"), text(0, "/price/amount")), ("2".to_owned(), "4200.00".to_owned()));
        assert_eq!((text(0, "/gross/amount"), text(0, "/fee/amount")), ("8400.00".to_owned(), "84.00".to_owned()));
        assert_eq!(text(0, "/deductions/0/amount/amount"), "800.00");
        assert_eq!((text(2, "/price/currency"), text(2, "/price/amount")), ("UGX".to_owned(), "15000000".to_owned()));
        let plan = house.scenario.registry.cash.plans_in_force().find(|(id, _)| *id == stage.clara.id).unwrap().1.1;
        assert!(own.iter().all(|one| one["way"] == "order" && one["plan"] == plan.to_string()));

        let deal = purchases(&house, &format!("organisation={}", perrin.id));
        assert_eq!((deal.len(), deal[0]["way"].as_str(), deal[0]["mass"].as_str()), (1, Some("deal"), Some("3")));
        adds_up(&deal[0]);
        let trade = deal[0]["trade"].as_str().unwrap();
        assert_eq!(house.get(&format!("/v1/purchases/{trade}")).json, deal[0]);

        // What was delivered is what the buyers hold: nothing has moved since.
        for (buyer, bought) in [(lumen, &own), (perrin, &deal)] {
            for block in bought.iter().flat_map(|one| one["blocks"].as_array().unwrap()) {
                let pieces = house.get(&format!("/v1/credits/{}", block.as_str().unwrap())).json["pieces"].clone();
                let holders = pieces.as_array().unwrap().iter().map(|piece| piece["holder"].clone());
                assert_eq!(holders.collect::<Vec<_>>(), [buyer.id.to_string()], "{block}");
            }
        }
        house.audit();
    });
}

#[test]
fn they_are_cut_by_days_and_pages_and_told_as_csv() {
    each_database(|location| {
        let (stage, _) = approved();
        let house = furnished(location, &stage);
        let lumen = stage.world.buyers[0].id;
        let count = |more: &str| purchases(&house, &format!("organisation={lumen}{more}")).len();
        assert_eq!((count("&from=2026-07-13"), count("&to=2026-07-12"), count("&to=2026-07-13")), (3, 0, 3));
        let first = house.get(&format!("/v1/purchases?organisation={lumen}&limit=2"));
        let rest = count(&format!("&limit=2&cursor={}", first.text("/next")));
        assert_eq!((first.json["items"].as_array().unwrap().len(), rest), (2, 1));
        let csv = house.http.send(
            "GET",
            &format!("/v1/purchases?organisation={lumen}"),
            &[("accept", "text/csv")],
            Vec::new(),
        );
        assert_eq!(csv.body.lines().count(), 4, "{}", csv.body);
        for cell in ["blocks", "paid.amount", "8484.00", "OBK-GLD-CO-K7Q2-2026-0001"] {
            assert!(csv.body.contains(cell), "{cell}: {}", csv.body);
        }
        for (path, status) in [
            (format!("/v1/purchases?organisation={}", orebook_registry::values::OrganisationId::from(1)), 404),
            ("/v1/purchases/trd_00000000000000000000000001".to_owned(), 404),
            ("/v1/purchases/trade".to_owned(), 400),
        ] {
            assert_eq!(house.get(&path).status, status, "{path}");
        }
        house.audit();
    });
}

#[test]
fn rows_of_an_older_version_are_filled_in_from_the_journal() {
    each_database(|location| {
        let (stage, _) = approved();
        let mut house = furnished(location, &stage);
        let query = format!("organisation={}", stage.world.buyers[0].id);
        let (before, cash) = (purchases(&house, &query), house.get(&format!("/v1/cash?{query}")).json);
        house.stop();
        // As an older version left it: without a single one of these rows.
        let mut writer = orebook_tests::lead(location);
        let Head { size, root, edge, time, .. } = writer.head().unwrap();
        let nothing = Batch { before: size, after: Tip { size, root, edge, time }, ..Batch::default() };
        writer.fill_in(&nothing).unwrap();
        assert!(writer.lacks_rows().unwrap());
        drop(writer);
        house.restart();
        assert_eq!(purchases(&house, &query), before);
        assert_eq!(house.get(&format!("/v1/cash?{query}")).json, cash);
        house.audit();
    });
}
