//! Statements of retirements that an agent made in a list, checked as anybody checks them.

use orebook_registry::claim::statement::{EntryFacts, statement};
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{Entry, NewEntry};
use orebook_tests::scenario::{ORIGIN, World, value};
use orebook_tlog::{VerifierKey, leaf_hash};
use orebook_verifier::statement::{Issuers, Materials, check};

/// An agent's list of two lines: one for its principal, one with a consent.
fn listed() -> (World, NewEntry) {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let agent = world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
    world.deposit(&agent, "10000.00", "AGENT").unwrap();
    world.scenario.act(&lumen, Act::AppointAgent(AppointAgent { agent: agent.id })).unwrap();
    let beneficiary = Beneficiary { country: value("FR"), name: value("Atelier Nord"), registration_number: None };
    let consent = RecordConsent { beneficiary, digest: Digest([1; 32]), until: value("2026-12-31") };
    world.scenario.act(&agent, Act::RecordConsent(consent)).unwrap();
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&agent, "2", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
    world.scenario.act(&agent, Act::PlaceBuyOrder(bid)).unwrap();
    let whole = world.blocks(agent.account, batch, "2").remove(0);
    let middle = whole.from + 1_000_000;
    let line = |from, to, consent, product| RetireLine {
        blocks: vec![orebook_registry::serial::SerialBlock { batch: whole.batch.clone(), from, to }],
        claim: Claim::Support(PlainClaim {}),
        consent,
        period_from: value("2026-01-01"),
        period_to: value("2026-12-31"),
        principal: if consent.is_none() { Some(lumen.id) } else { None },
        product,
        purpose: value("products"),
    };
    let (consent, _) = world.scenario.registry.claims.consents().next().unwrap();
    let lines =
        vec![line(whole.from, middle, None, Some(value("Aurora ring"))), line(middle, whole.to, Some(consent), None)];
    let entries = world.scenario.act(&agent, Act::RetireList(RetireList { account: agent.account, lines })).unwrap();
    (world, entries[0].clone())
}

fn key(world: &World) -> VerifierKey {
    VerifierKey::new(ORIGIN, world.scenario.log_key().public().as_bytes()).unwrap()
}

/// The canonical statement of a retirement in that entry.
fn stated(world: &World, entry: &NewEntry, id: RetirementId) -> Vec<u8> {
    let parsed = Entry::parse(&entry.bytes).unwrap();
    let instruction = parsed.instruction.unwrap().get().as_bytes();
    let facts = EntryFacts { approval: None, instruction, leaf: leaf_hash(&entry.bytes) };
    let (unsigned, issuer) = statement(&world.scenario.registry, id, &facts).unwrap();
    let signed = unsigned.sign(issuer, &world.scenario.issuer_key()).unwrap();
    orebook_document::canonical(&signed).unwrap()
}

fn is_clean(world: &World, entry: &NewEntry, statement: &[u8]) -> bool {
    let issuer = Issuers::Key(world.scenario.issuer_key().public());
    let materials =
        Materials { statement, key: &key(world), proof: None, issuer, log_keys: None, entry: Some(&entry.bytes) };
    check(materials).unwrap().is_clean()
}

#[test]
fn each_line_of_a_list_has_a_statement_that_can_be_checked() {
    let (world, entry) = listed();
    let ids: Vec<RetirementId> = world.scenario.registry.claims.retirements().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), 2);
    for id in ids {
        let bytes = stated(&world, &entry, id);
        assert!(is_clean(&world, &entry, &bytes), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_statement_that_swaps_beneficiary_or_product_of_a_line_fails() {
    let (world, entry) = listed();
    let ids: Vec<RetirementId> = world.scenario.registry.claims.retirements().map(|(id, _)| id).collect();
    let text = |id| String::from_utf8(stated(&world, &entry, id)).unwrap();
    for (id, from, to) in [
        (ids[0], "\"product\":\"Aurora ring\"", "\"product\":\"Other ring\""),
        (ids[1], "\"name\":\"Atelier Nord\"", "\"name\":\"Atelier Ouest\""),
    ] {
        let altered = text(id).replacen(from, to, 1);
        assert_ne!(altered, text(id));
        let mut statement: orebook_registry::claim::statement::Statement = serde_json::from_str(&altered).unwrap();
        orebook_document::Document::set_proof(&mut statement, None);
        let created: Seconds = Seconds::from_unix(entry.time.seconds()).unwrap();
        let signed = orebook_document::sign(statement, &world.scenario.issuer_key(), created);
        let bytes = orebook_document::canonical(&signed).unwrap();
        assert!(!is_clean(&world, &entry, &bytes), "even when the registry itself signs it");
    }
}
