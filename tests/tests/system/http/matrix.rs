//! Who may call what: every route, on the loopback address and through a proxy. A route without a row fails the test.

use std::collections::BTreeSet;

use orebook_registry::instruction::*;
use orebook_registry::values::{BatchId, PayoutFileId, PayoutId};
use orebook_server::openapi;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{World, usd, value};
use serde_json::Value;

/// Method, route, status on the loopback address, status for a forwarded request.
const ROWS: &[(&str, &str, u16, u16)] = &[
    ("POST", "/v1/instructions", 415, 415),
    ("GET", "/v1/instructions/{id}?{organisation}", 200, 403),
    ("POST", "/v1/dry-run?{organisation}", 415, 403),
    ("GET", "/v1/proposals?{organisation}", 200, 403),
    ("GET", "/v1/organisations", 200, 200),
    ("GET", "/v1/organisations/{org}", 200, 403),
    ("GET", "/v1/programmes", 200, 200),
    ("GET", "/v1/equivalences?programme=HZN&level=good&on=2026-07-01", 200, 200),
    ("GET", "/v1/certificates", 200, 200),
    ("GET", "/v1/certificates/{crt}", 200, 200),
    ("GET", "/v1/batches", 200, 200),
    ("GET", "/v1/declarations", 200, 403),
    ("GET", "/v1/batches/{bat}", 200, 200),
    ("GET", "/v1/batches/{bat}/blocks", 200, 200),
    ("GET", "/v1/batches/{bat}/retirements", 200, 200),
    ("GET", "/v1/producers/{producer}", 200, 200),
    ("HEAD", "/v1/batches", 200, 200),
    ("GET", "/v1/credits/{serial}", 200, 200),
    ("GET", "/v1/holdings?{organisation}", 200, 403),
    ("GET", "/v1/holds", 200, 200),
    ("GET", "/v1/holds?batch={bat}", 200, 200),
    ("GET", "/v1/transfers?{organisation}", 200, 403),
    ("GET", "/v1/transfers?{organisation}&state=pending", 200, 403),
    ("GET", "/v1/trusted-accounts?{organisation}", 200, 403),
    ("GET", "/v1/markets", 200, 200),
    ("GET", "/v1/markets/{mkt}", 200, 200),
    ("GET", "/v1/markets/{mkt}/book", 200, 200),
    ("GET", "/v1/markets/{mkt}/book?levels=5", 200, 200),
    ("GET", "/v1/markets/{mkt}/trades", 200, 200),
    ("GET", "/v1/markets/{mkt}/statistics", 200, 200),
    ("GET", "/v1/listings", 200, 200),
    ("GET", "/v1/listings?producer={producer}", 200, 200),
    ("GET", "/v1/orders?{organisation}", 200, 403),
    ("GET", "/v1/orders?{organisation}&client_order=none", 200, 403),
    ("GET", "/v1/orders/{ord}", 200, 403),
    ("GET", "/v1/deals?{organisation}", 200, 403),
    ("GET", "/v1/deals/{del}", 200, 403),
    ("GET", "/v1/cash?{organisation}", 200, 403),
    ("GET", "/v1/statements?account=bank&currency=USD", 200, 403),
    ("GET", "/v1/purchases?{organisation}", 200, 403),
    ("GET", "/v1/purchases/{trd}", 200, 403),
    ("GET", "/v1/reconciliation?currency=USD&statement=12345.67", 200, 403),
    ("GET", "/v1/deposits?{organisation}", 200, 403),
    ("GET", "/v1/deposits?unassigned=yes", 200, 403),
    ("GET", "/v1/instalment-plans?producer={producer}", 200, 403),
    ("GET", "/v1/payouts?{organisation}", 200, 403),
    ("GET", "/v1/payouts?producer={producer}&state=planned", 200, 403),
    ("GET", "/v1/payouts/{pay}", 200, 403),
    ("PUT", "/v1/payout-details/{digest}", 415, 415),
    ("GET", "/v1/payout-details/{digest}", 404, 403),
    ("DELETE", "/v1/payout-details/{digest}", 404, 403),
    ("GET", "/v1/payout-files/{pfl}", 404, 403),
    ("GET", "/v1/premiums/{producer}", 200, 200),
    ("GET", "/v1/premium-plans", 200, 200),
    ("GET", "/v1/retirements", 200, 200),
    ("GET", "/v1/retirements/{ret}", 200, 200),
    ("GET", "/v1/retirements/{ret}/statement", 200, 200),
    ("GET", "/v1/retirements/{ret}/proof", 200, 200),
    ("GET", "/v1/retirements/{ret}/statement.jwt", 200, 200),
    ("GET", "/v1/retirements/{ret}/bundle", 200, 200),
    ("GET", "/v1/retirements/{ret}/bundle.html", 200, 200),
    ("GET", "/v1/retirements/{ret}/qr.svg", 200, 200),
    ("GET", "/v1/retirements/{ret}/history", 200, 200),
    ("GET", "/v1/footprints?{organisation}", 200, 403),
    ("POST", "/v1/claims/check", 415, 415),
    ("GET", "/ns/retirement/v1", 200, 200),
    ("GET", "/.well-known/did.json", 200, 200),
    ("POST", "/v1/grievances", 415, 415),
    ("POST", "/v1/grievances/lookup", 415, 415),
    ("GET", "/v1/grievances", 200, 403),
    ("GET", "/v1/grievances/summary", 200, 200),
    ("GET", "/v1/grievances/{receipt}", 404, 404),
    ("PUT", "/v1/notes/{digest}", 415, 415),
    ("GET", "/v1/notes/{digest}", 404, 403),
    ("DELETE", "/v1/notes/{digest}", 404, 403),
    ("GET", "/log/checkpoint", 200, 200),
    ("GET", "/log/checkpoint/witnessed", 404, 404),
    ("GET", "/log/witnesses", 200, 200),
    ("GET", "/log/tile/entries/000.p/8", 401, 401),
    ("GET", "/log/entry/{public}", 200, 200),
    ("GET", "/log/entry/{members}", 200, 403),
    ("GET", "/log/proof/{members}", 200, 200),
    ("GET", "/log/tile/0/000.p/8", 200, 200),
    ("GET", "/v1/exports", 200, 200),
    ("GET", "/v1/exports/{day}/{file}", 404, 404),
    ("GET", "/livez", 200, 200),
    ("GET", "/readyz", 200, 200),
    ("GET", "/version", 200, 200),
    ("GET", "/", 200, 200),
    ("GET", "/?q=Lumen", 200, 200),
    ("GET", "/retirements/{ret}", 200, 200),
    ("GET", "/verify", 200, 200),
    ("GET", "/grievance", 200, 200),
    ("POST", "/grievance", 415, 415),
    ("POST", "/grievance/case", 415, 415),
    ("GET", "/assets/orebook.css", 200, 200),
    ("GET", "/problems/must_exist", 200, 200),
    ("GET", "/docs/", 200, 200),
    ("GET", "/openapi.json", 200, 200),
];

/// A register with one of everything, and the names of what is in it.
fn furnished(location: &orebook_store::Location) -> (House, Vec<(&'static str, String)>) {
    let (world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (certificate, market) = (world.clara_certificate, world.market);
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    let mut house = House::of(location, world.scenario.clone());
    let offered = house.act(&clara, Act::PlaceSellOrder(offer));
    let bought = house.act(&lumen, Act::PlaceBuyOrder(bid));
    let world = World { scenario: house.scenario.clone(), ..world };
    let blocks = world.blocks(lumen.account, batch, "0.5");
    let serial = blocks[0].to_string();
    let claim = Claim::Support(PlainClaim {});
    let retired = house.act(&lumen, Act::Retire(world.retirement(&lumen, blocks, claim)));
    let dealt = house.act(&clara, Act::ProposeDeal(deal(&house, &world, batch)));
    let (id, _) = house.scenario.registry.claims.retirements().next().unwrap();
    let (deal, _) = house.scenario.registry.markets.deals.iter().next().unwrap();
    let order = order_of(&house, &clara);
    let payout = planned_by(&mut house, &clara);
    let (trade, _) = house.scenario.registry.cash.premiums().all().next().unwrap();
    assert_eq!((offered.status, bought.status, retired.status, dealt.status), (201, 201, 201, 201));
    let names = vec![
        ("{organisation}", format!("organisation={}", lumen.id)),
        ("{id}", bought.text("/entry/instruction/id").to_owned()),
        ("{org}", lumen.id.to_string()),
        ("{crt}", certificate.to_string()),
        ("{bat}", batch.to_string()),
        ("{digest}", "0".repeat(64)),
        ("{receipt}", ["0000"; 8].join("-")),
        ("{producer}", clara.id.to_string()),
        ("{serial}", serial),
        ("{mkt}", market.to_string()),
        ("{ord}", order),
        ("{del}", deal.to_string()),
        ("{trd}", trade.to_string()),
        ("{pay}", payout.to_string()),
        ("{pfl}", PayoutFileId::from(1).to_string()),
        ("{ret}", id.to_string()),
        ("{public}", "0".to_owned()),
        ("{members}", offered.text("/sequence").to_owned()),
    ];
    (house, names)
}

fn deal(house: &House, world: &World, batch: BatchId) -> ProposeDeal {
    ProposeDeal {
        account: world.clara.account,
        batch,
        counterparty: world.buyers[0].id,
        market: world.market,
        mass: value("0.1"),
        price: usd("4200.00"),
        side: DealSide::Sell,
        until: house.scenario.seconds_from_now(86_400),
    }
}

/// A payout of premium of the producer's sales to its first payee.
fn planned_by(house: &mut House, producer: &orebook_tests::scenario::Actor) -> PayoutId {
    let (_, plan) = house.scenario.registry.cash.plan_in_force(producer.id, value("HZN")).unwrap();
    let (payee, operator) = (plan.payees[0].payee, house.scenario.operator.clone());
    let plan = PlanPayout { amount: usd("1.00"), exchange: None, payee, producer: producer.id };
    assert_eq!(house.act(&operator, Act::PlanPayout(plan)).status, 201);
    house.scenario.registry.cash.payouts().iter().last().unwrap().0
}

fn order_of(house: &House, actor: &orebook_tests::scenario::Actor) -> String {
    let (id, _) = house.scenario.registry.markets.orders_of(actor.id).next().unwrap();
    id.to_string()
}

#[test]
fn every_route_answers_each_kind_of_asker_as_the_matrix_says() {
    each_database(|location| {
        let (house, names) = furnished(location);
        let mut faults = Vec::new();
        for (method, route, near, far) in ROWS {
            let path = names.iter().fold((*route).to_owned(), |path, (name, value)| path.replace(name, value));
            let askers: [(&[(&str, &str)], u16); 4] = [
                (&[], *near),
                (&[("x-forwarded-for", "203.0.113.7")], *far),
                (&[("x-real-ip", "203.0.113.7")], *far),
                (&[("forwarded", "for=203.0.113.7")], *far),
            ];
            for (headers, expected) in askers {
                let answer = house.http.send(method, &path, headers, Vec::new());
                if answer.status != expected {
                    faults.push(format!("{method} {path} {headers:?}: {} {}", answer.status, answer.body));
                }
                if expected == 403 {
                    assert_eq!(answer.code(), "private_reads_are_for_loopback", "{path}");
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        house.audit();
    });
}

#[test]
fn a_forwarded_list_shows_the_public_alone() {
    each_database(|location| {
        let (mut world, _) = World::issued();
        world.scenario.register("Secretive", "LI", &[Role::Buyer]);
        let producer = world.clara.clone();
        let application = orebook_tests::scenario::certification("CO-ANT", "9").application;
        let applied = ApplyCertificate { certifier: world.acacia.id, site: value("SITE-2"), ..application };
        world.scenario.act(&producer, Act::ApplyCertificate(applied)).unwrap();
        let house = House::of(location, world.scenario);
        let count = |path: &str, headers: &[(&str, &str)]| {
            house.http.send("GET", path, headers, Vec::new()).json["items"].as_array().map_or(0, Vec::len)
        };
        let far = [("x-forwarded-for", "203.0.113.7")];
        for path in ["/v1/organisations", "/v1/certificates"] {
            assert!(count(path, &far) < count(path, &[]), "{path}");
        }
        let hidden = house.http.send("GET", "/v1/organisations", &far, Vec::new());
        assert!(!hidden.body.contains("Secretive"), "{}", hidden.body);
        house.audit();
    });
}

#[test]
fn every_operation_of_the_description_has_a_row() {
    let document: Value = serde_json::from_str(&openapi::document()).unwrap();
    let shape = |path: &str| -> String {
        let path = path.split('?').next().unwrap_or("");
        path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect::<Vec<_>>().join("/")
    };
    let rows: BTreeSet<String> = ROWS.iter().map(|(method, path, ..)| format!("{method} {}", shape(path))).collect();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            let operation = format!("{} {}", method.to_uppercase(), shape(path));
            // A tile's name has parts of its own.
            let tiles = operation.strip_suffix("{}").filter(|tiles| tiles.starts_with("GET /log/tile/"));
            let tile = tiles.is_some_and(|tiles| rows.iter().any(|row| row.starts_with(tiles)));
            assert!(tile || rows.contains(&operation), "{operation} has no row");
        }
    }
}
