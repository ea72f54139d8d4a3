//! Notes: kept only where the log names their digest, and erasable.

use orebook_registry::instruction::*;

use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{World, declaration, value};
use serde_json::json;

const SALT: &str = "8f0c3d0a5b1e4f6a9c7d2e1b0a594837";
const TEXT: &str = "Assay report of the first half, señora P.";

fn digest(salt: &str, text: &str) -> Digest {
    let salt: Vec<u8> = (0..salt.len() / 2).map(|i| u8::from_str_radix(&salt[2 * i..2 * i + 2], 16).unwrap()).collect();
    Digest(orebook_document::sha256(&[salt.as_slice(), text.as_bytes()].concat()))
}

fn put(house: &House, digest: Digest, salt: &str, text: &str) -> Answer {
    let body = json!({ "salt": salt, "text": text }).to_string().into_bytes();
    house.http.send("PUT", &format!("/v1/notes/{digest}"), &[("content-type", "application/json")], body)
}

#[test]
fn a_note_is_kept_where_an_entry_names_its_digest_and_can_be_erased() {
    each_database(|location| {
        let (world, _) = World::issued();
        let mut house = House::of(location, world.scenario.clone());
        let (own, path) = (digest(SALT, TEXT), format!("/v1/notes/{}", digest(SALT, TEXT)));
        let unnamed = put(&house, own, SALT, TEXT);
        assert_eq!((unnamed.status, unnamed.code()), (404, "must_exist"), "nothing names it yet");
        let declare = declaration(world.clara_certificate, "1", "0", ["2026-07-01", "2026-07-10"]);
        let declared = house.act(&world.clara, Act::Declare(Declare { evidence: vec![own], ..declare }));
        assert_eq!(declared.status, 201, "{}", declared.body);
        for (salt, text, code) in [
            (SALT, "another text", "note_must_have_its_digest"),
            ("00000000000000000000000000000000", TEXT, "note_must_have_its_digest"),
            ("8F0C3D0A5B1E4F6A9C7D2E1B0A594837", TEXT, "parameter_is_malformed"),
            ("8f0c", TEXT, "parameter_is_malformed"),
            (SALT, "", "parameter_is_malformed"),
        ] {
            assert_eq!(put(&house, own, salt, text).code(), code, "{salt} {text}");
        }
        assert_eq!(house.get(&path).status, 404);
        assert_eq!(put(&house, own, SALT, TEXT).status, 201);
        assert_eq!(put(&house, own, SALT, TEXT).status, 200, "it was kept before");
        assert_eq!(house.get(&path).text("/text"), TEXT);
        for method in ["GET", "DELETE"] {
            let far = house.http.send(method, &path, &[("authorization", "")], Vec::new());
            assert_eq!(far.code(), "token_is_required", "{method}");
        }
        assert_eq!(house.http.send("DELETE", &path, &[], Vec::new()).status, 204);
        assert_eq!(house.http.send("DELETE", &path, &[], Vec::new()).status, 404);
        assert_eq!(house.get(&path).status, 404);
        house.audit();
    });
}

#[test]
fn a_digest_that_was_copied_opens_and_erases_no_note() {
    each_database(|location| {
        let (mut world, _) = World::issued();
        let declared = world.declare(world.clara_certificate, "1", "0", ["2026-07-01", "2026-07-10"]).unwrap();
        let mut house = House::of(location, world.scenario.clone());
        let (note, path) = (digest(SALT, TEXT), format!("/v1/notes/{}", digest(SALT, TEXT)));
        let reject =
            RejectDeclaration { declaration: declared, note: Some(note), reason: value("evidence_incomplete") };
        assert_eq!(house.act(&world.cordillera, Act::RejectDeclaration(reject)).status, 201);
        assert_eq!(put(&house, note, SALT, TEXT).status, 201);
        let copied = SetContactDetails { details: note, organisation: None };
        assert_eq!(house.act(&world.buyers[0], Act::SetContactDetails(copied)).status, 201);
        let [certifier, producer, copier] =
            [&world.cordillera, &world.clara, &world.buyers[0]].map(|a| house.member(a));
        for (http, status) in [(&certifier, 200), (&producer, 200), (&copier, 404)] {
            assert_eq!(http.get(&path).status, status);
        }
        for http in [&copier, &producer] {
            assert_eq!(http.send("DELETE", &path, &[], Vec::new()).status, 404, "it is for whoever wrote it");
        }
        assert_eq!(certifier.send("DELETE", &path, &[], Vec::new()).status, 204);
        let log = certifier.get("/v1/security-log").json["items"].as_array().unwrap().clone();
        assert!(log.iter().any(|row| row["kind"] == "note_erased" && row["subject"] == note.to_string()), "{log:?}");
        house.audit();
    });
}
