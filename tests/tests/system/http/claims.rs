//! Claims over HTTP: the check before one is made, what is shown of one afterwards, and in which language.

use orebook_registry::instruction::*;
use orebook_registry::values::RetirementId;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{Actor, World, value};

fn check(house: &House, body: &str) -> Answer {
    house.http.post("/v1/claims/check", body.as_bytes().to_vec())
}

/// A retirement of Lumen's for its ring, and an auditor.
fn retired(location: &orebook_store::Location) -> (House, Actor, Actor, RetirementId) {
    let (mut world, [batch, _]) = World::issued();
    let auditor = world.scenario.register("Vela Auditors", "PT", &[Role::Auditor]);
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (offer, bid) = (world.offer(&clara, batch, "1", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
    let blocks = world.blocks(lumen.account, batch, "0.5");
    let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
    let mut house = House::of(location, world.scenario);
    let answer = house.act(&lumen, Act::Retire(Retire { product: Some(value("Aurora ring")), ..retire }));
    assert_eq!(answer.status, 201, "{}", answer.body);
    let (id, _) = house.scenario.registry.claims.retirements().next().unwrap();
    (house, lumen, auditor, id)
}

fn publish(house: &mut House, auditor: &Actor, retirement: RetirementId, outcome: FindingOutcome) {
    let (reason, report) = (value("records_seen"), Digest([9; 32]));
    let answer = house.act(auditor, Act::PublishFinding(PublishFinding { outcome, reason, report, retirement }));
    assert_eq!(answer.status, 201, "{}", answer.body);
}

#[test]
fn a_claim_is_checked_before_it_is_made_and_nothing_is_stored() {
    each_database(|location| {
        let (world, _) = World::issued();
        let house = House::of(location, world.scenario);
        let good = check(&house, r#"{"product":"Aurora ring","mineral":"TIN","mass":"20","beneficiary":"Lumen"}"#);
        assert_eq!(good.status, 200, "{}", good.body);
        assert!(good.text("/claim/es").contains("estaño"), "{}", good.body);
        assert!(good.text("/claim/en").starts_with("Lumen supported"), "{}", good.body);
        assert_eq!(good.json["problems"].as_array().map(Vec::len), Some(0));
        let bad = check(&house, r#"{"product":"CO2-neutral ring","claim":"none"}"#);
        assert_eq!(bad.text("/problems/0/rule"), "climate_neutral");
        assert!(bad.text("/problems/0/source").contains("2024/825"), "{}", bad.body);
        assert!(bad.json["claim"].is_null() && bad.text("/disclosure/sw").contains("rekodi"), "{}", bad.body);
        let matched = check(&house, r#"{"claim":"match","mass":"1","footprint":"3"}"#);
        assert!(matched.text("/claim/fr").contains("soit 33 %"), "{}", matched.body);
        for (body, status) in [
            (r#"{"mineral":"XXX"}"#, 400),
            (r#"{"colour":"red"}"#, 400),
            (r#"{"product":""}"#, 400),
            (r#"{"claim":"match","footprint":"0"}"#, 200),
        ] {
            assert_eq!(check(&house, body).status, status, "{body}");
        }
        house.audit();
    });
}

#[test]
fn a_disputed_claim_is_hidden_everywhere_but_in_its_statement_and_its_history_is_told() {
    each_database(|location| {
        let (mut house, lumen, auditor, id) = retired(location);
        let path = format!("/v1/retirements/{id}");
        let before = house.http.get(&path);
        assert!(before.text("/claim_texts/sw").contains("krediti"), "{}", before.body);
        assert_eq!((before.text("/product"), before.text("/corrections")), ("Aurora ring", "0"));
        let statement = before.json["statement"].clone();
        assert_eq!(statement["credentialSubject"]["retirement"]["claimText"]["en"], before.json["claim_text"]);
        let correct = CorrectRetirement {
            footprint: None,
            product: Some(value("Aurora band")),
            purpose: None,
            registration_number: None,
            retirement: id,
        };
        assert_eq!(house.act(&lumen, Act::CorrectRetirement(correct)).status, 201);
        publish(&mut house, &auditor, id, FindingOutcome::Disputed);
        let after = house.http.get(&path);
        assert!(after.json["claim_text"].is_null() && after.json["claim_texts"].is_null(), "{}", after.body);
        assert_eq!((after.text("/product"), after.text("/standing")), ("Aurora band", "disputed"));
        assert_eq!(after.json["statement"], statement, "the statement stays as a record");
        let page = house.http.get(&format!("/retirements/{id}")).body;
        assert!(page.contains("An auditor disputes this claim") && !page.contains("supported certified"), "{page}");
        let history = house.http.get(&format!("{path}/history"));
        let told: Vec<&str> =
            history.json["items"].as_array().unwrap().iter().filter_map(|item| item["what"].as_str()).collect();
        assert_eq!(told, ["retired", "corrected", "finding"]);
        assert_eq!(history.text("/items/1/correction/product"), "Aurora band");
        assert_eq!(history.text("/items/2/finding/auditor"), "Vela Auditors");
        house.audit();
    });
}

#[test]
fn the_page_speaks_the_language_that_is_asked_for() {
    each_database(|location| {
        let (house, .., id) = retired(location);
        let path = format!("/retirements/{id}");
        let page =
            |path: &str, header: &str| house.http.send("GET", path, &[("accept-language", header)], Vec::new()).body;
        assert!(page(&path, "fr-CH, en;q=0.5").contains("a soutenu la production"));
        assert!(page(&format!("{path}?lang=sw"), "fr").contains("wachimbaji wadogo"));
        assert!(page(&format!("{path}?lang=de"), "xx").contains("supported certified production"));
        house.audit();
    });
}

#[test]
fn the_context_of_statements_defines_every_member_that_they_have() {
    each_database(|location| {
        let (house, .., id) = retired(location);
        let context = house.http.get("/ns/retirement/v1");
        assert_eq!(context.header("content-type"), "application/ld+json");
        let terms = &context.json["@context"]["retirement"]["@context"];
        let statement = house.http.get(&format!("/v1/retirements/{id}/statement"));
        assert_eq!(statement.json["@context"][1].as_str(), Some("https://test.orebook.example/ns/retirement/v1"));
        let members = statement.json["credentialSubject"]["retirement"].as_object().unwrap();
        for member in members.keys().filter(|member| *member != "id") {
            assert!(terms.get(member).is_some(), "{member} is not defined");
        }
        for member in ["instruction", "leafHash", "logIndex", "logOrigin"] {
            let entry = &context.json["@context"]["TransparencyLogEntry"]["@context"];
            assert!(entry.get(member).is_some(), "{member} is not defined");
        }
        house.audit();
    });
}
