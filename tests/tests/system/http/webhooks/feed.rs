//! The pull twin: what concerns the asking organisation, by cursor.

use orebook_registry::instruction::{Act, OpenAccount};
use orebook_store::Location;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{Actor, World, value};
use serde_json::{Value, json};

use super::stage::ask;

/// A house whose first entries concern two of its members, and the members.
fn furnished(location: &Location) -> (House, Actor, Actor) {
    let (world, _) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let house = House::of(location, world.scenario);
    (house, clara, lumen)
}

fn page(house: &House, actor: &Actor, query: &str) -> (Vec<Value>, String, bool) {
    let answer = ask(house, actor, "GET", &format!("/v1/events?{query}"), "");
    assert_eq!(answer.status, 200, "{}", answer.body);
    let more = answer.header("link").contains("rel=\"next\"");
    (answer.json["items"].as_array().unwrap().clone(), answer.text("/next").to_owned(), more)
}

#[test]
fn a_client_goes_on_polling_from_the_last_cursor() {
    each_database(|location| {
        let (mut house, clara, _) = furnished(location);
        let (all, end, more) = page(&house, &clara, "limit=200");
        assert!(!all.is_empty() && !more);
        let (mut walked, mut cursor) = (Vec::new(), String::new());
        loop {
            let query = if cursor.is_empty() { "limit=3".to_owned() } else { format!("limit=3&cursor={cursor}") };
            let (items, next, more) = page(&house, &clara, &query);
            walked.extend(items);
            cursor = next;
            if !more {
                break;
            }
        }
        assert_eq!((&walked, &cursor), (&all, &end), "the same in small pages, to the same end");
        assert_eq!(page(&house, &clara, &format!("cursor={end}")), (Vec::new(), end.clone(), false));
        let opened = house.act(&clara, Act::OpenAccount(OpenAccount { name: value("Second") }));
        assert_eq!(opened.status, 201, "{}", opened.body);
        let (news, _, _) = page(&house, &clara, &format!("cursor={end}"));
        assert_eq!(news.iter().map(|event| &event["id"]).collect::<Vec<_>>(), [&json!(opened.text("/sequence"))]);
        assert_eq!(news[0]["type"], "org.orebook.open_account.v1");
        assert_eq!(news[0]["data"]["events"], opened.json["entry"]["events"]);
        assert_eq!(news[0]["subject"], clara.id.to_string());
        house.audit();
    });
}

#[test]
fn a_type_finds_entries_of_its_kind_and_with_such_an_event() {
    each_database(|location| {
        let (house, clara, _) = furnished(location);
        let (all, _, _) = page(&house, &clara, "limit=200");
        let (issued, _, _) = page(&house, &clara, "type=org.orebook.issued.v1");
        assert!(!issued.is_empty() && issued.len() < all.len());
        assert!(issued.iter().all(|event| event["data"]["events"].to_string().contains("\"issued\"")));
        let (approved, _, _) = page(&house, &clara, "type=org.orebook.approve_declaration.v1");
        assert!(approved.iter().all(|event| event["type"] == "org.orebook.approve_declaration.v1"));
        let (none, next, _) = page(&house, &clara, "type=org.orebook.retired.v1");
        assert!(none.is_empty() && !next.is_empty());
        for wrong in ["type=issued", "type=org.orebook.nothing.v1", "type=", "limit=0", "limit=201", "cursor=x"] {
            let answer = ask(&house, &clara, "GET", &format!("/v1/events?{wrong}"), "");
            assert_eq!((answer.status, answer.code()), (400, "parameter_is_malformed"), "{wrong}");
        }
        assert_eq!(ask(&house, &clara, "GET", "/v1/events?at=3", "").code(), "request_is_malformed");
        house.audit();
    });
}

#[test]
fn a_cursor_is_its_organisations_and_its_types() {
    each_database(|location| {
        let (house, clara, lumen) = furnished(location);
        let (_, cursor, _) = page(&house, &clara, "limit=1");
        let foreign = ask(&house, &lumen, "GET", &format!("/v1/events?cursor={cursor}"), "");
        assert_eq!((foreign.status, foreign.code()), (400, "parameter_is_malformed"));
        let query = format!("/v1/events?type=org.orebook.issued.v1&cursor={cursor}");
        assert_eq!(ask(&house, &clara, "GET", &query, "").status, 400);
        house.audit();
    });
}

/// A real sale: the creditor of an instalment learns what has reached it, and of nobody else.
#[test]
fn a_creditor_is_told_its_own_part_of_a_sale() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let (clara, lumen, creditor) = (world.clara.clone(), world.buyers[0].clone(), world.cordillera.clone());
        let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "1", "4200.00"));
        let mut house = House::of(location, world.scenario);
        assert_eq!(house.act(&clara, Act::PlaceSellOrder(offer)).status, 201);
        assert_eq!(house.act(&lumen, Act::PlaceBuyOrder(bid)).status, 201);
        let (sale, _, _) = page(&house, &lumen, "type=org.orebook.traded.v1");
        let [sale] = &sale[..] else { panic!("one sale: {sale:?}") };
        let (parts, _, _) = page(&house, &creditor, "type=org.orebook.own_part.v1");
        let [part] = &parts[..] else { panic!("one part: {parts:?}") };
        assert_eq!(part["id"], sale["id"], "of the same entry");
        let members: Vec<&String> = part["data"].as_object().unwrap().keys().collect();
        assert_eq!(members, ["postings", "sequence"]);
        let postings = part["data"]["postings"].as_array().unwrap();
        let account = format!("cash:{}", creditor.id);
        assert!(!postings.is_empty() && postings.iter().all(|posting| posting["account"] == account));
        for other in [clara.id, lumen.id, house.scenario.operator.id] {
            assert!(!part.to_string().contains(&other.to_string()), "{part}");
        }
        let (none, _, _) = page(&house, &creditor, "type=org.orebook.traded.v1");
        assert_eq!(none, Vec::<Value>::new(), "what it may not read it does not find by its events either");
        house.audit();
    });
}
