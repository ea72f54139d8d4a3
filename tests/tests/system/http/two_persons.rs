//! Two persons over HTTP: who may approve, what is told of keys and limits, and the statement of a retirement that
//! two persons signed.

use orebook_registry::instruction::*;
use orebook_registry::values::RetirementId;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{Actor, World, usd, value};
use orebook_verifier::statement::{Issuers, Materials, Verdict, check};

/// A house in which Lumen, of two signing persons, has two kilograms and may retire one by a single key.
fn furnished(location: &orebook_store::Location) -> (House, Actor, Retire) {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let lumen = world.scenario.with_second_signer(&lumen);
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "2", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
    let masses = vec![MassLimit { mass: value("1"), mineral: value("GLD") }];
    world.scenario.act(&lumen, Act::SetLimits(SetLimits { masses, values: vec![usd("100.00")] })).unwrap();
    let blocks = world.blocks(lumen.account, batch, "1.5");
    let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
    (House::of(location, world.scenario), lumen, retire)
}

/// Has the second person of Lumen approve what was proposed last.
fn approve(house: &mut House, lumen: &Actor) {
    let found = house.scenario.registry.parties.open_proposals().last().map(|(id, p)| (id, p.digest));
    let (proposal, digest) = found.unwrap();
    house.advance(2 * 86_400);
    let bytes = house.scenario.sign_by(lumen, 2, Act::Approve(Approve { digest, proposal }));
    assert_eq!(house.play(&bytes).status, 201);
}

#[test]
fn a_retirement_that_two_persons_signed_has_a_statement_with_both_signatures() {
    each_database(|location| {
        let (mut house, lumen, retire) = furnished(location);
        let proposed = house.act(&lumen, Act::Retire(retire));
        assert_eq!(proposed.status, 201, "{}", proposed.body);
        approve(&mut house, &lumen);
        let (id, sequence) =
            house.scenario.registry.claims.retirements().map(|(id, r)| (id, r.sequence)).next().unwrap();
        let statement = house.get(&format!("/v1/retirements/{id}/statement"));
        assert_eq!(statement.status, 200, "{}", statement.body);
        let proof = house.get(&format!("/v1/retirements/{id}/proof")).body;
        let entry = house.get(&format!("/log/entry/{sequence}")).body;
        let log = house.scenario.log_key().public();
        let orebook = orebook_tlog::VerifierKey::new(orebook_tests::scenario::ORIGIN, log.as_bytes()).unwrap();
        let materials = Materials {
            statement: statement.body.as_bytes(),
            key: &orebook,
            proof: Some(&proof),
            issuer: Issuers::Key(house.scenario.issuer_key().public()),
            log_keys: None,
            entry: Some(entry.as_bytes()),
        };
        let checks = check(materials).unwrap();
        assert!(checks.0.iter().all(|c| c.verdict == Verdict::Established), "{checks:?}");
        assert_eq!(checks.0.len(), 8, "one more than for a single key: {checks:?}");
        altered_approvals_fail(&house, id, &materials);
        house.audit();
    });
}

/// Without its approval, or with another, the statement is refused even if the registry had signed it so.
fn altered_approvals_fail(house: &House, id: RetirementId, materials: &Materials<'_>) {
    let text = std::str::from_utf8(materials.statement).unwrap();
    let mut parts: serde_json::Value = serde_json::from_str(text).unwrap();
    let approval = parts["evidence"]["approval"].as_str().unwrap().to_owned();
    let retire = parts["evidence"]["instruction"].as_str().unwrap().to_owned();
    let mut told_of = |approval: Option<&str>| {
        match approval {
            Some(approval) => parts["evidence"]["approval"] = approval.into(),
            None => drop(parts["evidence"].as_object_mut().unwrap().remove("approval")),
        }
        let forged = signed_anew(house, &parts);
        let checks = check(Materials { statement: &forged, ..*materials }).unwrap();
        checks.0.into_iter().filter(|c| c.verdict == Verdict::Failed).map(|c| c.detail).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(told_of(Some(&approval)), "", "{id} as it is");
    assert!(told_of(Some(&retire)).contains("the approval is to retire"));
    let other = approval.replace("prp_", "prq_");
    assert!(!told_of(Some(&other)).is_empty());
    assert!(told_of(None).contains("was made in entry"));
}

fn signed_anew(house: &House, parts: &serde_json::Value) -> Vec<u8> {
    use orebook_registry::claim::statement::Statement;
    let mut unsigned = parts.clone();
    unsigned.as_object_mut().unwrap().remove("proof");
    let created = parts["proof"]["created"].as_str().unwrap();
    let statement: Statement = serde_json::from_value(unsigned).unwrap();
    let signed = orebook_document::sign(statement, &house.scenario.issuer_key(), value(created));
    orebook_document::canonical(&signed).unwrap()
}

#[test]
fn the_api_tells_who_may_approve_and_where_keys_and_limits_stand() {
    each_database(|location| {
        let (mut house, lumen, retire) = furnished(location);
        house.act(&lumen, Act::Retire(retire));
        let proposals = house.get(&format!("/v1/proposals?organisation={}", lumen.id));
        assert_eq!(proposals.json["items"][0]["person"], "first");
        assert_eq!(proposals.json["items"][0]["approvers"], serde_json::json!(["second"]));
        let revoke = RevokeKey { key: lumen.keys[2].secret.public(), reason: value("lost") };
        house.act(&lumen, Act::RevokeKey(revoke));
        let bytes = house.sign(&lumen, Act::CancelProposal(CancelProposal { proposal: first_proposal(&house) }));
        assert_eq!(house.play(&bytes).status, 201);
        let phone = house.scenario.key("phone");
        let (key, organisation) = (phone.public(), lumen.id);
        let add = AddKeyFor { key, organisation, person: value("first"), purpose: KeyPurpose::Signing };
        let operator = house.scenario.operator.clone();
        house.act(&operator, Act::AddKeyFor(add));
        let added = house.scenario.registry.parties.open_proposals().find(|(_, p)| p.organisation == operator.id);
        let (proposal, digest) = added.map(|(id, p)| (id, p.digest)).unwrap();
        house.advance(1);
        let bytes = house.scenario.sign_by(&operator, 1, Act::Approve(Approve { digest, proposal }));
        assert_eq!(house.play(&bytes).status, 201);
        let detail = house.get(&format!("/v1/organisations/{}", lumen.id));
        assert_eq!(detail.json["state"], "active");
        assert_eq!(detail.json["limits"]["masses"][0], serde_json::json!({ "mass": "1", "mineral": "GLD" }));
        assert_eq!(detail.json["limits"]["values"][0]["amount"], "100.00");
        let keys = detail.json["keys"].as_array().unwrap();
        let waits = keys.iter().find(|k| k["key"] == key.to_string()).unwrap();
        assert_eq!((waits["state"].as_str(), waits["person"].as_str()), (Some("awaiting"), Some("first")));
        assert!(waits["works_from"].as_str().is_some());
        let suspend = SuspendOrganisation { organisation, reason: value("complaint") };
        house.act(&operator, Act::SuspendOrganisation(suspend));
        assert_eq!(house.get(&format!("/v1/organisations/{}", lumen.id)).json["state"], "suspended");
        house.audit();
    });
}

fn first_proposal(house: &House) -> orebook_registry::values::ProposalId {
    house.scenario.registry.parties.open_proposals().next().map(|(id, _)| id).unwrap()
}
