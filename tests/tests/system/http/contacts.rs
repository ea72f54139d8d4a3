//! Contact details: beside the log, told to whom they concern and masked to others, and forgotten in time.

use orebook_registry::instruction::*;
use orebook_registry::values::OrganisationId;
use orebook_server::contacts::forget::{forget, needed};
use orebook_server::contacts::{Contact, Digests, contacts_of};
use orebook_store::{Location, Page, Reader};
use orebook_tests::house::{Answer, House, Http};
use orebook_tests::scenario::{Actor, Scenario, value};
use orebook_tests::{each_database, until};
use serde_json::{Value, json};

const SALT: &str = "8f0c3d0a5b1e4f6a9c7d2e1b0a594837";

fn digest_of(details: &Value) -> Digest {
    let salt: Vec<u8> = (0..SALT.len() / 2).map(|i| u8::from_str_radix(&SALT[2 * i..2 * i + 2], 16).unwrap()).collect();
    let canonical = orebook_document::canonical(details).unwrap();
    Digest(orebook_document::sha256(&[salt, canonical].concat()))
}

pub(super) fn details(of: OrganisationId, email: &str) -> Value {
    json!({
        "address": { "street": "Carrera 7", "building": "12-34", "town": "Medellín", "country": "CO" },
        "organisation": of.to_string(),
        "persons": [
            { "email": email, "language": "es", "name": "Clara Ruiz Ñ", "telephone": "+573001234567" },
            { "email": "office@coop.example", "language": "sw", "name": "Ofisi" },
        ],
    })
}

fn send(http: &Http, digest: &str, body: &Value) -> Answer {
    let json = [("content-type", "application/json")];
    http.send("PUT", &format!("/v1/contact-details/{digest}"), &json, body.to_string().into_bytes())
}

pub(super) fn put(http: &Http, details: &Value) -> Answer {
    send(http, &digest_of(details).to_string(), &json!({ "salt": SALT, "details": details }))
}

pub(super) fn set(details: &Value) -> Act {
    Act::SetContactDetails(SetContactDetails { details: digest_of(details), organisation: None })
}

fn withdraw() -> Act {
    Act::WithdrawContactDetails(WithdrawContactDetails {})
}

/// A register with Lumen, of one person, and Retail.
fn furnished(location: &Location) -> (House, Actor, Actor) {
    let mut scenario = Scenario::founded();
    let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
    let retail = scenario.register("Retail", "GB", &[Role::Buyer]);
    (House::of(location, scenario), lumen, retail)
}

pub(super) fn act(house: &mut House, actor: &Actor, act: Act) {
    let answer = house.act(actor, act);
    assert_eq!(answer.status, 201, "{}", answer.body);
}

fn path(of: &Actor) -> String {
    format!("/v1/organisations/{}/contact-details", of.id)
}

/// The persons, in words.
fn told(contacts: &[Contact]) -> Vec<String> {
    let word = |contact: &Contact| format!("{} <{}> {}", contact.name, contact.email, contact.language.word());
    contacts.iter().map(word).collect()
}

/// Whom letters reach: those in force, and all who must hear of a change.
fn reached(house: &House, location: &Location, of: &Actor) -> [Vec<String>; 2] {
    let digests = Digests::of(&house.scenario.registry, of.id, house.scenario.now());
    let reader = Reader::open(location, 1).unwrap();
    let told_of = |digests: Vec<Digest>| told(&reader.read(|read| contacts_of(read, of.id, digests)).unwrap());
    [told_of(digests.in_force.into_iter().collect()), told_of(digests.all().collect())]
}

#[test]
fn details_are_kept_shown_to_their_organisation_and_masked_to_offices() {
    each_database(|location| {
        let (mut house, lumen, retail) = furnished(location);
        let own = house.member(&lumen);
        let empty = own.get(&path(&lumen));
        assert_eq!((empty.status, empty.json["contacts"].clone()), (200, json!({ "proposed": [] })), "{}", empty.body);
        let first = details(lumen.id, "clara@coop.example");
        let far = house.http.anyone();
        assert_eq!(
            (put(&far, &first).status, put(&house.member(&retail), &first).status),
            (404, 404),
            "nothing names it"
        );
        act(&mut house, &lumen, set(&first));
        let unsent = own.get(&path(&lumen));
        assert_eq!(unsent.text("/contacts/in_force/digest"), digest_of(&first).to_string());
        assert!(unsent.json["contacts"]["in_force"]["details"].is_null(), "{}", unsent.body);
        assert_eq!((put(&far, &first).status, put(&far, &first).status), (201, 200), "whoever knows them sends them");

        let shown = own.get(&path(&lumen));
        assert_eq!(shown.json["contacts"]["in_force"]["details"], first, "{}", shown.body);
        assert_eq!(shown.header("cache-control"), "no-store");
        let masked = house.get(&path(&lumen));
        assert_eq!(masked.text("/contacts/in_force/details/persons/0/email"), "c…@coop.example", "{}", masked.body);
        assert_eq!(masked.text("/contacts/in_force/details/persons/0/telephone"), "…4567");
        for secret in ["clara@", "+57300", "Carrera", "12-34"] {
            assert!(!masked.body.contains(secret), "{}", masked.body);
        }
        let full = house.get(&format!("{}?unmasked=yes", path(&lumen)));
        assert_eq!(full.json["contacts"]["in_force"]["details"], first, "{}", full.body);
        for secret in ["coop.example", "Clara Ruiz", "+57300", "Carrera"] {
            let entries =
                house.scenario.entries().iter().map(|entry| String::from_utf8_lossy(&entry.bytes).into_owned());
            assert!(entries.into_iter().all(|entry| !entry.contains(secret)), "{secret} stands in the log");
        }
        house.audit();
    });
}

#[test]
fn a_full_read_is_the_operators_alone_and_is_recorded_with_whose_it_is() {
    each_database(|location| {
        let (mut house, lumen, retail) = furnished(location);
        let first = details(lumen.id, "clara@coop.example");
        act(&mut house, &lumen, set(&first));
        put(&house.http, &first);
        let unmasked = format!("{}?unmasked=yes", path(&lumen));
        for (http, path, status, code) in [
            (house.http.anyone(), path(&lumen), 401, "token_is_required"),
            (house.http.anyone(), unmasked.clone(), 401, "token_is_required"),
            (house.member(&retail), path(&lumen), 403, "organisation_must_be_ones_own"),
            (house.member(&retail), unmasked.clone(), 403, "organisation_must_be_ones_own"),
            (house.member(&lumen), unmasked.clone(), 403, "office_is_required"),
            (house.http.clone(), format!("{}?unmasked=true", path(&lumen)), 400, "parameter_is_malformed"),
            (house.http.clone(), format!("{}?more=yes", path(&lumen)), 400, "request_is_malformed"),
            (house.http.clone(), "/v1/organisations/org_none/contact-details".into(), 400, "parameter_is_malformed"),
            (
                house.http.clone(),
                format!("/v1/organisations/{}/contact-details", OrganisationId::from(7)),
                404,
                "must_exist",
            ),
        ] {
            let answer = http.get(&path);
            assert_eq!((answer.status, answer.code()), (status, code), "{path}: {}", answer.body);
        }
        assert_eq!(house.get(&unmasked).status, 200);
        let recorded = |subject: &str| {
            let reader = Reader::open(location, 1).unwrap();
            let rows = reader.read(|read| read.security_log(&lumen.id.to_string(), &Page::newest(50))).unwrap();
            rows.iter().any(|row| row.kind == "private_read" && row.subject == subject)
        };
        until("the full read to be recorded", || recorded(&unmasked).then_some(()));
        assert!(recorded(&path(&lumen)));
        house.audit();
    });
}

#[test]
fn a_change_waits_beside_those_in_force_and_both_are_told_of() {
    each_database(|location| {
        let (mut house, lumen, _) = furnished(location);
        let own = house.member(&lumen);
        let [first, second] = ["clara@coop.example", "thief@other.example"].map(|email| details(lumen.id, email));
        act(&mut house, &lumen, set(&first));
        act(&mut house, &lumen, set(&second));
        assert_eq!([&first, &second].map(|details| put(&own, details).status), [201, 201]);
        let shown = own.get(&path(&lumen));
        let until = house.scenario.entries().last().unwrap().time.plus_hours(72);
        assert_eq!(shown.json["contacts"]["in_force"]["details"], first, "{}", shown.body);
        assert_eq!(shown.json["contacts"]["waiting"]["details"], second, "{}", shown.body);
        assert_eq!(shown.text("/contacts/waiting/works_from"), until.to_string());
        let [clara, office, thief] = [
            "Clara Ruiz Ñ <clara@coop.example> es",
            "Ofisi <office@coop.example> sw",
            "Clara Ruiz Ñ <thief@other.example> es",
        ];
        assert_eq!(reached(&house, location, &lumen), [vec![clara, office], vec![clara, office, thief]]);

        act(&mut house, &lumen, withdraw());
        let back = own.get(&path(&lumen));
        assert_eq!(back.json["contacts"]["in_force"]["details"], first);
        assert!(back.json["contacts"]["waiting"].is_null(), "{}", back.body);
        assert_eq!(reached(&house, location, &lumen), [vec![clara, office], vec![clara, office]]);
        act(&mut house, &lumen, set(&second));
        house.advance(72 * 3_600);
        assert_eq!(house.member(&lumen).get(&path(&lumen)).json["contacts"]["in_force"]["details"], second);
        assert_eq!(reached(&house, location, &lumen), [vec![thief, office], vec![thief, office, clara]]);
        house.audit();
    });
}

#[test]
fn the_second_person_sees_what_is_proposed_before_it_approves() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
        let lumen = scenario.with_second_signer(&lumen);
        let payee = scenario.register_payee("Women's group", "KE");
        let mut house = House::of(location, scenario);
        let proposed = details(lumen.id, "clara@coop.example");
        assert_eq!(put(&house.member(&lumen), &proposed).status, 201, "its own may send them first");
        act(&mut house, &lumen, set(&proposed));
        let shown = house.member(&lumen).get(&path(&lumen));
        assert!(shown.json["contacts"]["in_force"].is_null(), "{}", shown.body);
        assert_eq!(shown.json["contacts"]["proposed"][0]["details"], proposed, "{}", shown.body);
        let (id, open) = house.scenario.registry.parties.open_proposals().next().unwrap();
        assert_eq!(shown.text("/contacts/proposed/0/proposal"), id.to_string());
        assert_eq!(shown.text("/contacts/proposed/0/key"), open.key.to_string());

        let operator = house.scenario.operator.clone();
        let of_payee = details(payee.id, "group@coop.example");
        let set = SetContactDetails { details: digest_of(&of_payee), organisation: Some(payee.id) };
        act(&mut house, &operator, Act::SetContactDetails(set));
        assert_eq!(put(&house.http.anyone(), &of_payee).status, 201, "a proposal names it");
        let shown = house.get(&format!("{}?unmasked=yes", path(&payee)));
        assert_eq!(shown.json["contacts"]["proposed"][0]["details"], of_payee, "{}", shown.body);
        house.audit();
    });
}

#[test]
fn accounts_are_masked_to_their_own_and_full_for_the_operator_who_asks() {
    each_database(|location| {
        let (mut house, lumen, _) = furnished(location);
        let pay = |n: &str| json!({ "name": "Lumen", "account": { "msisdn": format!("+2567721234{n}") } });
        let [first, second] = ["56", "78"].map(pay);
        for details in [&first, &second] {
            let (details, rail) = (digest_of(details), Rail::MobileMoney);
            act(&mut house, &lumen, Act::SetPayoutDetails(SetPayoutDetails { details, organisation: None, rail }));
        }
        let own = house.member(&lumen);
        assert!(own.get(&path(&lumen)).json["payouts"]["in_force"]["account"].is_null(), "not sent yet");
        for details in [&first, &second] {
            let body = json!({ "salt": SALT, "details": details }).to_string().into_bytes();
            let path = format!("/v1/payout-details/{}", digest_of(details));
            assert_eq!(own.send("PUT", &path, &[("content-type", "application/json")], body).status, 201);
        }
        for shown in [own.get(&path(&lumen)), house.get(&path(&lumen))] {
            assert_eq!(
                (shown.text("/payouts/in_force/kind"), shown.text("/payouts/in_force/account")),
                ("msisdn", "…3456")
            );
            assert_eq!(
                (shown.text("/payouts/waiting/rail"), shown.text("/payouts/waiting/account")),
                ("mobile_money", "…3478")
            );
            assert!(!shown.body.contains("+25677"), "{}", shown.body);
        }
        let full = house.get(&format!("{}?unmasked=yes", path(&lumen)));
        assert_eq!(full.json["payouts"]["in_force"]["details"], first, "{}", full.body);
        act(&mut house, &lumen, Act::WithdrawPayoutDetails(WithdrawPayoutDetails {}));
        let back = house.member(&lumen).get(&path(&lumen));
        assert_eq!(back.text("/payouts/in_force/account"), "…3456");
        assert!(back.json["payouts"]["waiting"].is_null(), "{}", back.body);
        house.audit();
    });
}

/// Details with one member in the place of another.
fn with(of: OrganisationId, pointer: &str, new: Value) -> Value {
    let mut changed = details(of, "clara@coop.example");
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match changed.pointer_mut(parent).unwrap() {
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = new,
        object => object[name] = new,
    }
    changed
}

#[test]
fn whatever_nobody_could_be_reached_by_is_refused_with_its_place_and_never_repeated() {
    each_database(|location| {
        let (house, lumen, _) = furnished(location);
        let own = house.member(&lumen);
        let person = |n: usize| json!({ "email": format!("p{n}@coop.example"), "language": "en", "name": "P" });
        let many: Vec<Value> = (0..21).map(person).collect();
        for (pointer, new, says) in [
            ("/organisation", json!("org_none"), "org_"),
            ("/persons", json!([]), "1 to 20"),
            ("/persons", Value::Array(many), "1 to 20"),
            ("/persons/0/email", json!("Clara@Coop.example"), "lower case"),
            ("/persons/0/email", json!("clara@coop.example\r\nBcc: all@other.example"), "e-mail address"),
            ("/persons/0/email", json!("clara"), "e-mail address"),
            ("/persons/1/email", json!("clara@coop.example"), "each address once"),
            ("/persons/0/language", json!("de"), ""),
            ("/persons/0/name", json!(""), "characters"),
            ("/persons/0/name", json!("Clara\u{202e}"), "characters"),
            ("/persons/0/name", json!("Clara\u{0}"), "characters"),
            ("/persons/0/name", json!("x".repeat(201)), "200"),
            ("/persons/0/telephone", json!("3001234567"), "begins with +"),
            ("/address/town", json!(""), "characters"),
            ("/address/street", json!("7\n"), "characters"),
            ("/address/country", json!("Colombia"), "ISO 3166"),
        ] {
            let answer = put(&own, &with(lumen.id, pointer, new.clone()));
            assert_eq!(
                (answer.status, answer.code()),
                (422, "contact_details_are_malformed"),
                "{pointer} {new}: {}",
                answer.body
            );
            assert_eq!(answer.text("/errors/0/pointer"), format!("/details{pointer}"), "{}", answer.body);
            assert!(answer.text("/detail").contains(says), "{}", answer.body);
            assert!(!answer.body.contains("coop.example"), "{}", answer.body);
        }
        house.audit();
    });
}

#[test]
fn other_digests_other_forms_and_the_details_of_another_are_refused() {
    each_database(|location| {
        let (mut house, lumen, retail) = furnished(location);
        let own = house.member(&lumen);
        let first = details(lumen.id, "clara@coop.example");
        let digest = digest_of(&first).to_string();
        for (body, status, code) in [
            (
                json!({ "salt": SALT, "details": details(lumen.id, "b@coop.example") }),
                422,
                "contact_details_must_have_their_digest",
            ),
            (json!({ "salt": "0".repeat(32), "details": first }), 422, "contact_details_must_have_their_digest"),
            (json!({ "salt": "8f", "details": first }), 400, "parameter_is_malformed"),
            (json!({ "salt": SALT }), 400, "document_is_malformed"),
            (json!({ "salt": SALT, "details": first, "more": "x" }), 400, "document_is_malformed"),
            (json!([]), 400, "document_is_malformed"),
        ] {
            let answer = send(&own, &digest, &body);
            assert_eq!((answer.status, answer.code()), (status, code), "{}", answer.body);
        }
        for form in [
            json!({ "organisation": lumen.id.to_string() }),
            json!("text"),
            with(lumen.id, "/more", json!("x")),
            with(lumen.id, "/persons/0/name", json!(1)),
            with(lumen.id, "/address", Value::Null),
        ] {
            let answer = put(&own, &form);
            assert_eq!((answer.status, answer.code()), (400, "document_is_malformed"), "{form}: {}", answer.body);
        }
        assert_eq!(send(&own, "x", &json!({})).code(), "parameter_is_malformed");
        let bare = own.send("PUT", &format!("/v1/contact-details/{digest}"), &[], Vec::new());
        assert_eq!(bare.status, 415);

        // Retail sets the digest that Lumen has: what was sent names Lumen, and is not Retail's.
        act(&mut house, &lumen, set(&first));
        act(&mut house, &retail, set(&first));
        let of_retail = details(retail.id, "thief@other.example");
        assert_eq!(put(&own, &of_retail).status, 404, "nobody sends what no entry sets of another");
        assert_eq!(put(&own, &first).status, 201);
        let shown = house.member(&retail).get(&path(&retail));
        assert!(!shown.body.contains("clara@"), "{}", shown.body);
        house.audit();
    });
}

#[test]
fn the_operator_erases_details_and_nobody_else_does() {
    each_database(|location| {
        let (mut house, lumen, _) = furnished(location);
        let first = details(lumen.id, "clara@coop.example");
        act(&mut house, &lumen, set(&first));
        put(&house.http, &first);
        let at = format!("/v1/contact-details/{}", digest_of(&first));
        let erase = |http: &Http| http.send("DELETE", &at, &[], Vec::new());
        assert_eq!(erase(&house.http.anyone()).code(), "token_is_required");
        assert_eq!(erase(&house.member(&lumen)).code(), "office_is_required");
        assert_eq!((erase(&house.http).status, erase(&house.http).status), (204, 404));
        let log = house.member(&lumen).get("/v1/security-log").json["items"].clone();
        let erased = |row: &&Value| row["kind"] == "contact_details_erased";
        let rows: Vec<&Value> = log.as_array().unwrap().iter().filter(erased).collect();
        assert_eq!((rows.len(), &rows[0]["subject"]), (1, &json!(digest_of(&first).to_string())), "{log}");
        let shown = house.member(&lumen).get(&path(&lumen));
        assert_eq!(shown.text("/contacts/in_force/digest"), digest_of(&first).to_string());
        assert!(!shown.body.contains("clara@"), "{}", shown.body);
        assert_eq!(reached(&house, location, &lumen), [Vec::<String>::new(), Vec::new()]);
        let get = house.http.get(&at);
        assert_eq!((get.status, get.header("allow")), (405, "PUT, DELETE"));
        house.audit();
    });
}

#[test]
fn details_are_forgotten_thirty_days_after_they_have_ceased_to_count() {
    each_database(|location| {
        let (mut house, lumen, _) = furnished(location);
        let all = ["first", "second", "never"].map(|name| details(lumen.id, &format!("{name}@coop.example")));
        act(&mut house, &lumen, set(&all[0]));
        assert_eq!([&all[0], &all[2]].map(|details| put(&house.http, details).status), [201, 201]);
        let kept = |house: &House| {
            let forgotten = forget(&house.running().shared).unwrap_or_else(|problem| panic!("{}", problem.detail));
            let reader = Reader::open(location, 1).unwrap();
            let row =
                |details: &Value| reader.read(|read| read.contact_details(&digest_of(details).to_string())).unwrap();
            (forgotten, all.each_ref().map(|details| row(details).is_some()))
        };
        assert_eq!(kept(&house), (0, [true, false, true]));
        let day = 86_400;
        house.advance(31 * day);
        assert_eq!(kept(&house), (1, [true, false, false]), "what no entry ever named goes, what is in force stays");
        act(&mut house, &lumen, set(&all[1]));
        put(&house.http, &all[1]);
        house.advance(3 * day);
        assert_eq!(kept(&house), (0, [true, true, false]), "those before can still be told");
        house.advance(29 * day);
        assert_eq!(kept(&house), (0, [true, true, false]));
        house.advance(day + 1);
        assert_eq!(kept(&house), (1, [false, true, false]));
        let registry = &house.scenario.registry;
        assert_eq!(needed(registry, lumen.id, house.scenario.now()).len(), 1);
        house.audit();
    });
}

#[test]
fn an_entry_of_details_is_told_to_its_organisation_alone() {
    each_database(|location| {
        let (mut house, lumen, retail) = furnished(location);
        act(&mut house, &lumen, set(&details(lumen.id, "clara@coop.example")));
        let sequence = house.scenario.entries().last().unwrap().sequence;
        let entry = format!("/log/entry/{sequence}");
        assert_eq!(house.http.anyone().get(&entry).status, 401);
        assert_eq!(house.member(&retail).get(&entry).status, 404);
        assert_eq!((house.member(&lumen).get(&entry).status, house.get(&entry).status), (200, 200));
        let reader = Reader::open(location, 1).unwrap();
        let named = |name: &str| reader.read(|read| read.entries_naming(name, &Page::newest(9))).unwrap().len();
        assert!(named(&lumen.id.to_string()) > 0);
        house.audit();
    });
}

#[test]
fn a_closed_organisation_and_a_payee_without_a_key_are_shown_like_others() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let payee = scenario.register_payee("Women's group", "KE");
        let mut house = House::of(location, scenario);
        let shown = house.get(&path(&payee));
        assert_eq!((shown.status, shown.json["payouts"].clone()), (200, json!({})), "{}", shown.body);
        let (operator, organisation) = (house.scenario.operator.clone(), payee.id);
        let reason = value("left");
        act(&mut house, &operator, Act::SuspendOrganisation(SuspendOrganisation { organisation, reason }));
        assert_eq!(house.get(&path(&payee)).status, 200);
        house.audit();
    });
}
