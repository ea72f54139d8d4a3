//! The market as everybody sees it: the book with its checksum, the tape beyond what memory keeps, statistics, listings.

use orebook_registry::event::{Event, TradeEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::{OrderId, YesNo};
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{Actor, Checks, World, events, value};
use serde_json::{Value, json};

const FAR: [(&str, &str); 1] = [("authorization", "")];
const CSV: [(&str, &str); 1] = [("accept", "text/csv")];

/// The order that was placed last.
fn newest(world: &World) -> OrderId {
    world.scenario.registry.markets.orders().map(|(id, _)| id).max().unwrap()
}

fn sell(world: &mut World, seller: &Actor, offer: PlaceSellOrder) {
    world.scenario.act(seller, Act::PlaceSellOrder(offer)).unwrap();
}

fn buy(world: &mut World, buyer: &Actor, bid: PlaceBuyOrder) {
    world.scenario.act(buyer, Act::PlaceBuyOrder(bid)).unwrap();
}

fn from(country: &str) -> Option<Restriction> {
    let countries = vec![value(country)];
    Some(Restriction { countries, producers: vec![], structures: vec![], women_led: None, years: vec![] })
}

/// The book of the documentation's worked example.
fn book_of_the_example() -> World {
    let (mut world, [batch, _]) = World::issued();
    let [lumen, orfebre, perrin] = world.buyers.clone();
    let clara = world.clara.clone();
    let offer = world.offer(&clara, batch, "2.412", "4240.00");
    sell(&mut world, &clara, offer);
    for (buyer, mass, price, restriction) in [
        (&lumen, "1", "4210.00", None),
        (&perrin, "0.5", "4210.00", None),
        (&perrin, "1", "4250.00", from("ZW")),
        (&orfebre, "0.25", "4200.00", None),
    ] {
        let bid = PlaceBuyOrder { restriction, ..world.bid(buyer, mass, price) };
        buy(&mut world, buyer, bid);
    }
    world
}

#[test]
fn the_book_has_restricted_bids_in_a_column_of_their_own_and_a_checksum() {
    each_database(|location| {
        let world = book_of_the_example();
        let (orfebre, operator) = (world.buyers[1].clone(), world.scenario.operator.clone());
        let (market, order) = (world.market, newest(&world));
        let mut house = House::of(location, world.scenario);
        let path = format!("/v1/markets/{market}/book");
        let first = house.get(&path);
        let level = |price: &str, mass: &str, orders: u32| json!({"price": price, "mass": mass, "orders": orders});
        assert_eq!(first.json["bids"], json!([level("4210.00", "1.5", 2), level("4200.00", "0.25", 1)]));
        assert_eq!(first.json["restricted"], json!([level("4250.00", "1", 1)]));
        assert_eq!(first.json["offers"], json!([level("4240.00", "2.412", 1)]));
        assert_eq!((first.text("/checksum"), first.text("/state")), ("6a57c075", "open"));
        assert_eq!(first.text("/sequence"), house.scenario.entries().len().to_string());
        assert_eq!(house.get(&path).body, first.body, "what is kept is what was made");
        assert_eq!(house.http.send("GET", &path, &FAR, Vec::new()).body, first.body, "it is the same for everybody");
        let known = [("if-none-match", first.header("etag"))];
        assert_eq!(house.http.send("GET", &path, &known, Vec::new()).status, 304);
        let short = house.get(&format!("{path}?levels=1"));
        assert_eq!(short.json["bids"].as_array().map(Vec::len), Some(1));
        assert_ne!(short.text("/checksum"), first.text("/checksum"), "the checksum is of what is shown");
        for (query, code) in [
            ("levels=0", "parameter_is_malformed"),
            ("levels=201", "parameter_is_malformed"),
            ("levels=x", "request_is_malformed"),
            ("depth=5", "request_is_malformed"),
        ] {
            let answer = house.get(&format!("{path}?{query}"));
            assert_eq!((answer.status, answer.code()), (400, code), "{query}");
        }
        // The next commit shows at once, and the earlier book can still be asked for.
        let before: u64 = first.text("/sequence").parse::<u64>().unwrap() - 1;
        house.act(&orfebre, Act::CancelOrder(CancelOrder { order }));
        let after = house.get(&path);
        assert_eq!(after.json["bids"].as_array().map(Vec::len), Some(1));
        assert_eq!(after.text("/sequence"), house.scenario.entries().len().to_string());
        assert_eq!(house.get(&format!("{path}?at={before}")).body, first.body);

        let halt = HaltMarket { market, reason: HaltReason::Investigation };
        let halted = house.act(&operator, Act::HaltMarket(halt));
        assert_eq!(halted.status, 201, "{}", halted.body);
        assert_eq!(house.get(&path).text("/state"), "halted");
        let view = house.get(&format!("/v1/markets/{market}"));
        assert_eq!((view.text("/state"), view.text("/halted")), ("halted", "investigation"));
        house.audit();
    });
}

/// More trades than memory keeps, many of each bid, so that memory ends in the middle of the trades of one instruction.
fn world_with_a_long_tape() -> World {
    let (mut world, [batch, _]) = World::issued();
    world.scenario.checks = Checks::WhenAsked;
    let (clara, perrin) = (world.clara.clone(), world.buyers[2].clone());
    for sweep in 0..6 {
        for n in 0..175 {
            let offer = world.offer(&clara, batch, &format!("0.00{}", 3 + (sweep + n) % 7), "4200.00");
            sell(&mut world, &clara, offer);
        }
        let bid = world.bid(&perrin, "1.05", "4200.00");
        buy(&mut world, &perrin, bid);
    }
    world
}

fn pages(house: &House, path: &str, limit: u32) -> Vec<Value> {
    let (mut items, mut next) = (Vec::new(), Some(format!("{path}?limit={limit}")));
    while let Some(path) = next {
        let answer = house.get(&path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        items.extend(answer.json["items"].as_array().unwrap().iter().cloned());
        let link = answer.header("link").strip_prefix('<').and_then(|link| link.strip_suffix(">; rel=\"next\""));
        next = link.map(str::to_owned);
    }
    items
}

#[test]
fn the_tape_goes_on_in_its_table_where_memory_ends() {
    each_database(|location| {
        let world = world_with_a_long_tape();
        let path = format!("/v1/markets/{}/trades", world.market);
        let masses: Vec<String> = events(world.scenario.entries())
            .filter_map(|event| match event {
                Event::Trade(TradeEvent::Traded(traded)) => Some(traded.mass.to_string()),
                _ => None,
            })
            .collect();
        let newest_first: Vec<&String> = masses.iter().rev().collect();
        let of = |items: &[Value]| items.iter().map(|item| item["mass"].as_str().unwrap().to_owned()).collect();
        let mut house = House::of(location, world.scenario);
        for restarted in [false, true] {
            for limit in [200, 150] {
                let found: Vec<String> = of(&pages(&house, &path, limit));
                assert_eq!(found.iter().collect::<Vec<_>>(), newest_first, "by {limit}, restarted: {restarted}");
            }
            let csv = house.http.send("GET", &path, &CSV, Vec::new()).body;
            assert_eq!(csv.lines().count(), newest_first.len() + 1);
            assert_eq!(house.get(&path).body, house.get(&path).body);
            house.restart();
        }
        assert_eq!(house.get(&format!("{path}?limit=1")).json["items"][0]["day"], "2026-07-13");
        house.audit();
    });
}

/// A sale at one price to each of some buyers.
fn sales(world: &mut World, sales: &[(usize, &str, &str)]) {
    let clara = world.clara.clone();
    let (batch, _) = world.scenario.registry.credits.batches().next().unwrap();
    for (buyer, mass, price) in sales {
        let buyer = world.buyers[*buyer].clone();
        let (offer, bid) = (world.offer(&clara, batch, mass, price), world.bid(&buyer, mass, price));
        sell(world, &clara, offer);
        buy(world, &buyer, bid);
    }
}

#[test]
fn statistics_are_told_of_three_trades_by_three_buyers_of_different_groups() {
    each_database(|location| {
        let (mut world, _) = World::issued();
        sales(&mut world, &[(0, "1", "4200.00"), (1, "0.5", "4210.00"), (0, "0.1", "4210.00")]);
        let house = House::of(location, world.scenario.clone());
        let path = format!("/v1/markets/{}/statistics", world.market);
        let few = house.get(&path);
        assert_eq!((few.status, few.text("/published")), (200, "no"), "{}", few.body);
        assert_eq!(few.text("/rule"), "at least three trades by three buyers of different groups");
        for figure in ["trades", "mass", "average", "lowest", "highest", "days"] {
            assert!(few.json[figure].is_null(), "{figure} in {}", few.body);
        }
        house.audit();
    });
    each_database(|location| {
        let (mut world, _) = World::issued();
        sales(&mut world, &[(0, "1", "4200.00"), (1, "0.5", "4210.00")]);
        let next = world.scenario.now().plus_days(1);
        world.scenario.advance_to(next);
        sales(&mut world, &[(2, "0.3", "4230.00")]);
        let house = House::of(location, world.scenario.clone());
        let path = format!("/v1/markets/{}/statistics", world.market);
        let told = house.http.send("GET", &path, &FAR, Vec::new());
        for (pointer, expected) in [
            ("/published", "yes"),
            ("/trades", "3"),
            ("/mass", "1.8"),
            // 7,574.00 for 1.8 kg, rounded down.
            ("/average/amount", "4207.77"),
            ("/lowest/amount", "4200.00"),
            ("/highest/amount", "4230.00"),
            ("/from", "2026-06-15"),
            ("/to", "2026-07-14"),
            ("/days/0/day", "2026-07-13"),
            ("/days/0/trades", "2"),
            ("/days/0/average/amount", "4203.33"),
            ("/days/1/mass", "0.3"),
        ] {
            assert_eq!(told.text(pointer), expected, "{pointer} in {}", told.body);
        }
        assert!(told.json["rule"].is_null());
        assert_eq!(house.get(&format!("{path}?days=1")).text("/published"), "no", "one buyer bought today");
        for days in ["0", "367"] {
            assert_eq!(house.get(&format!("{path}?days={days}")).code(), "parameter_is_malformed");
        }
        house.audit();
    });
}

fn items(answer: &Answer) -> &Vec<Value> {
    answer.json["items"].as_array().unwrap_or_else(|| panic!("{}", answer.body))
}

#[test]
fn listings_tell_what_reaches_whom_and_an_unnamed_offer_names_nobody() {
    each_database(|location| {
        let (mut world, [of_clara, of_sisters]) = World::issued();
        let (clara, sisters) = (world.clara.clone(), world.sisters.clone());
        let named = world.offer(&clara, of_clara, "2", "4200.00");
        let unnamed = PlaceSellOrder { unnamed: Some(YesNo::Yes), ..world.offer(&sisters, of_sisters, "1", "4300.00") };
        sell(&mut world, &clara, named);
        sell(&mut world, &sisters, unnamed);
        let lumen = world.buyers[0].clone();
        let bid = world.bid(&lumen, "0.5", "4200.00");
        buy(&mut world, &lumen, bid);
        let house = House::of(location, world.scenario);
        let list = house.http.send("GET", "/v1/listings", &FAR, Vec::new());
        let [first, second] = items(&list).as_slice() else { panic!("{}", list.body) };
        assert_eq!(first["producer"], json!({"id": clara.id.to_string(), "name": clara.name}));
        assert_eq!((&first["batch"], &first["mass"]), (&json!(of_clara.to_string()), &json!("1.5")));
        let net = &first["net"];
        assert_eq!((&net["gross"]["amount"], &net["fee_bps"]), (&json!("4200.00"), &json!(100)));
        let certification = json!([{"kind": "certification", "amount": {"amount": "420.00", "currency": "USD"}}]);
        assert_eq!(net["deductions"], certification);
        let payees = net["payees"].as_array().unwrap();
        let amounts: Vec<&Value> = payees.iter().map(|payee| &payee["amount"]["amount"]).collect();
        assert_eq!(amounts, ["2053.67", "592.33", "756.00", "378.00"]);
        assert_eq!((&payees[0]["name"], &payees[0]["kind"]), (&json!("Clara Fund 0"), &json!("operations")));

        assert_eq!((&second["unnamed"], &second["country"]), (&json!("yes"), &json!("ZW")));
        assert_eq!((&second["women_led"], &second["level"]), (&json!("yes"), &json!("good")));
        let kinds: Vec<&Value> =
            second["net"]["payees"].as_array().unwrap().iter().map(|payee| &payee["kind"]).collect();
        assert_eq!(kinds, ["operations", "women", "community"]);
        let text = second.to_string();
        for secret in ["org_", "bat_", "Sisters", "Fund", &sisters.account.to_string()] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert!(!list.body.contains("acc_") && !list.body.contains("z6Mk"), "{}", list.body);
        for (filter, count) in [
            (format!("producer={}", clara.id), 1),
            (format!("producer={}", sisters.id), 0),
            ("country=ZW".to_owned(), 1),
            (format!("market={}", world.market), 2),
            (format!("market={}&country=CO", world.market), 1),
        ] {
            assert_eq!(items(&house.get(&format!("/v1/listings?{filter}"))).len(), count, "{filter}");
        }
        house.audit();
    });
}
