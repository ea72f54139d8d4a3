//! Who signs, for what, when; and good forms that the rules refuse.

use orebook_document::SecretKey;
use orebook_registry::instruction::*;
use orebook_registry::values::{AccountId, BatchId, MarketId, OrderId, OrganisationId, ProposalId};
use orebook_tests::house::House;
use orebook_tests::scenario::{Actor, sign_at, usd, value};

use super::Row;
use super::stage::{Stage, spoilt};

pub fn rows(house: &mut House, stage: &Stage) -> Vec<Row> {
    [proofs(stage), keys(house, stage), times(house, stage), authority(house, stage), figures(house, stage)]
        .into_iter()
        .flatten()
        .collect()
}

fn proofs(stage: &Stage) -> Vec<Row> {
    let good = stage.account.as_str();
    let of = |name: &str, from: &str, to: &str, status, code| Row::write(name, spoilt(good, from, to), status, code);
    let (before, proof) = good.split_once(r#""proof":"#).unwrap();
    let (_, after) = proof.split_once("},").unwrap();
    let method = proof.split(r#""verificationMethod":""#).nth(1).unwrap().split('"').next().unwrap();
    let (did, key) = method.split_once('#').unwrap();
    let value = proof.split(r#""proofValue":""#).nth(1).unwrap().split('"').next().unwrap();
    let swapped: String = value[..20].chars().chain(value[20..].chars().rev()).collect();
    let method_is = "verification_method_must_be_did_key";
    let rows = vec![
        Row::write("no proof", format!("{before}{after}"), 400, "proof_is_missing"),
        Row::write("null for a proof", format!("{before}\"proof\":null,{after}"), 400, "document_must_be_canonical"),
        Row::write("two proofs", format!("{before}\"proof\":[],{after}"), 400, "document_is_malformed"),
        of("another purpose", "capabilityInvocation", "assertionMethod", 400, "proof_purpose_is_wrong"),
        of("an unknown purpose", "capabilityInvocation", "authentication", 400, "document_is_malformed"),
        of("another suite", "eddsa-jcs-2022", "eddsa-rdfc-2022", 400, "document_is_malformed"),
        of("another kind of proof", "DataIntegrityProof", "Ed25519Signature2020", 400, "document_is_malformed"),
        of("the key alone", method, did, 400, method_is),
        of("a foreign fragment", &format!("#{key}"), "#key-1", 400, method_is),
        of("did:web", method, "did:web:lumen.example#key-1", 400, method_is),
        of("a key cut short", method, &format!("{}#{}", &did[..30], &key[..22]), 400, method_is),
        of("no multibase", value, &value[1..], 400, "proof_value_is_malformed"),
        of("hexadecimal", value, &"ab".repeat(64), 400, "proof_value_is_malformed"),
        of("half a signature", value, &value[..40], 400, "proof_value_is_malformed"),
        of("an altered signature", value, &swapped, 401, "signature_must_verify"),
        of("an altered name", "second", "seconf", 401, "signature_must_verify"),
        of("another registry", "test.orebook.example/log", "evil.example/log", 401, "registry_must_be"),
        of("another organisation", &stage.lumen.id.to_string(), &stage.clara.id.to_string(), 401, "key_must_be_known"),
        of("an absent organisation", &stage.lumen.id.to_string(), &absent(), 401, "key_must_be_known"),
    ];
    let context = good.rfind("urn:orebook:instruction:v1").unwrap();
    let differing = format!("{}urn:orebook:instruction:v2{}", &good[..context], &good[context + 26..]);
    let both = good.replace("urn:orebook:instruction:v1", "urn:orebook:instruction:v2");
    let context = [
        Row::write("another context in the proof", differing, 400, "proof_context_must_be_the_documents"),
        Row::write("another context", both, 401, "signature_must_verify"),
    ];
    rows.into_iter().chain(context).collect()
}

fn absent() -> String {
    OrganisationId::from(1).to_string()
}

fn signed(house: &mut House, actor: &Actor, key: &SecretKey, act: Act) -> Vec<u8> {
    let instruction = house.scenario.instruction(actor.id, act);
    house.scenario.sign_instruction(instruction, key)
}

fn keys(house: &mut House, stage: &Stage) -> Vec<Row> {
    let act = || Act::OpenAccount(OpenAccount { name: value("second") });
    let mut row = |name: &str, actor: &Actor, key: &SecretKey, status, code| {
        Row::write(name, signed(house, actor, key, act()), status, code)
    };
    let unknown = SecretKey::from_seed([7; 32]);
    let other = &stage.clara.keys[0].secret;
    let mut rows = vec![
        row("an unknown key", &stage.lumen, &unknown, 401, "key_must_be_known"),
        row("another member's key", &stage.lumen, other, 401, "key_must_be_known"),
        row("an unconfirmed key", &stage.newcomer, &stage.newcomer.keys[0].secret, 401, "key_must_be_confirmed"),
        row("a revoked key", &stage.careless, &stage.careless.keys[1].secret, 401, "key_must_not_be_revoked"),
    ];
    let known = stage.lumen.keys[0].secret.public();
    let known = AddKey { key: known, person: value("third"), purpose: KeyPurpose::Signing };
    let again = signed(house, &stage.lumen, &stage.lumen.keys[0].secret, Act::AddKey(known));
    rows.push(Row::write("a key that is registered", again, 409, "key_must_be_new"));
    for (name, point) in weak_points() {
        let key = orebook_document::PublicKey::from_bytes(&point);
        let Ok(key) = key else { continue };
        let weak = AddKey { key, person: value("third"), purpose: KeyPurpose::Signing };
        let bytes = signed(house, &stage.lumen, &stage.lumen.keys[0].secret, Act::AddKey(weak));
        rows.push(Row::write(name, bytes, 422, "key_is_too_weak"));
    }
    rows
}

/// Points of small order, as curve25519 has them.
fn weak_points() -> [(&'static str, [u8; 32]); 3] {
    let mut one = [0; 32];
    one[0] = 1;
    let mut minus_one = [0xff; 32];
    (minus_one[0], minus_one[31]) = (0xec, 0x7f);
    [("the neutral key", one), ("a key of order two", minus_one), ("a key of order four", [0; 32])]
}

fn times(house: &mut House, stage: &Stage) -> Vec<Row> {
    let act = || Act::OpenAccount(OpenAccount { name: value("second") });
    let key = &stage.lumen.keys[0].secret;
    let cases = [
        ("signed in the future", 61, 100, "instruction_must_not_come_from_the_future"),
        ("signed long after its id", -61, 100, "id_must_be_made_at_signing"),
        ("expired", -10, 0, "instruction_must_not_be_expired"),
        ("expires before it was signed", 0, 0, "expiry_must_be_within_an_hour"),
        ("expires after more than an hour", 0, 3_601, "expiry_must_be_within_an_hour"),
    ];
    let mut row = |(name, created, expires, code): (&str, i64, i64, &'static str)| {
        let mut instruction = house.scenario.instruction(stage.lumen.id, act());
        instruction.expires = house.scenario.seconds_from_now(expires);
        let bytes = sign_at(instruction, key, house.scenario.seconds_from_now(created));
        Row::write(name, bytes, 401, code)
    };
    cases.into_iter().map(&mut row).collect()
}

fn authority(house: &mut House, stage: &Stage) -> Vec<Row> {
    let deposit = |organisation| Act::Deposit(Deposit { amount: usd("1.00"), organisation, reference: value("BAD-1") });
    let registration = house.scenario.registration("Somebody", "ES", &[Role::Buyer]).act;
    let founding = Act::Found(house.scenario.founding());
    let mut row = |name: &str, actor: &Actor, act: Act, status, code| {
        Row::write(name, house.scenario.sign(actor, act), status, code)
    };
    let approve = Act::Approve(Approve { digest: Digest([0; 32]), proposal: ProposalId::from(1) });
    vec![
        row("a buyer books a deposit", &stage.lumen, deposit(stage.lumen.id), 403, "role_is_required"),
        row(
            "a buyer registers a member",
            &stage.lumen,
            Act::RegisterOrganisation(registration),
            403,
            "role_is_required",
        ),
        row("a deposit for nobody", &stage.operator, deposit(OrganisationId::from(1)), 404, "must_exist"),
        row("approval of nothing", &stage.operator, approve, 404, "must_exist"),
        row("a key confirmed twice", &stage.lumen, Act::ConfirmKey(ConfirmKey {}), 409, "key_must_await_confirmation"),
        row("a founding", &stage.operator, founding, 409, "register_must_not_be_founded"),
        row(
            "a foreign order",
            &stage.lumen,
            Act::CancelOrder(CancelOrder { order: OrderId::from(1) }),
            404,
            "must_exist",
        ),
    ]
    .into_iter()
    .chain([Row::write("void of what was used", void_used(house, stage), 409, "instruction_id_must_be_unused")])
    .collect()
}

/// Voids an id that was used.
fn void_used(house: &mut House, stage: &Stage) -> Vec<u8> {
    let entries = house.scenario.entries();
    let of_careless =
        |e: &&orebook_registry::NewEntry| e.name.is_some_and(|name| name.organisation == stage.careless.id);
    let used = entries.iter().rev().find(of_careless).and_then(|e| e.name).unwrap().id;
    house.scenario.sign(&stage.careless, Act::Void(Void { id: used }))
}

fn figures(house: &mut House, stage: &Stage) -> Vec<Row> {
    let bid: serde_json::Value = serde_json::from_str(&stage.bid).unwrap();
    let bid: PlaceBuyOrder = serde_json::from_value(bid["act"]["place_buy_order"].clone()).unwrap();
    let sell = |batch: BatchId, mass: &str| {
        Act::PlaceSellOrder(PlaceSellOrder {
            account: stage.clara.account,
            batch,
            client_order: None,
            market: bid.market,
            mass: value(mass),
            price: usd("4200.00"),
            time_in_force: TimeInForce::Gtd,
            unnamed: None,
            until: None,
        })
    };
    let with = |change: &dyn Fn(&mut PlaceBuyOrder)| {
        let mut act = bid.clone();
        change(&mut act);
        Act::PlaceBuyOrder(act)
    };
    let mut row = |name: &str, actor: &Actor, act: Act, status, code| {
        Row::write(name, house.scenario.sign(actor, act), status, code)
    };
    let lumen = &stage.lumen;
    vec![
        row("more than the money", lumen, with(&|b| b.mass = value("5")), 422, "cash_must_cover_escrow"),
        row("off the tick", lumen, with(&|b| b.price = usd("4205.00")), 422, "price_must_be_on_tick"),
        row("below the floor", lumen, with(&|b| b.price = usd("10.00")), 422, "price_must_not_be_below_floor"),
        row("no mass", lumen, with(&|b| b.mass = value("0")), 422, "amount_must_be_positive"),
        row("an absent market", lumen, with(&|b| b.market = MarketId::from(1)), 404, "must_exist"),
        row("a foreign account", lumen, with(&|b| b.account = stage.clara.account), 404, "must_exist"),
        row("an absent account", lumen, with(&|b| b.account = AccountId::from(1)), 404, "must_exist"),
        row("more than is held", &stage.clara, sell(stage.batch, "40"), 422, "available_credits_must_cover_mass"),
        row("an absent batch", &stage.clara, sell(BatchId::from(1), "1"), 404, "must_exist"),
    ]
}
