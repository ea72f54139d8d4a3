//! The files of a retirement, checked by the programs and libraries of others and by our own.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use orebook_registry::party::adopt_issuer::did_web;
use orebook_tests::each_database;
use orebook_tests::scenario::ORIGIN;
use serde_json::Value;

use super::stage::{Stage, audit};

/// The host of the origin.
const HOST: &str = "test.orebook.example";

fn decoded(part: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(part).unwrap()
}

#[test]
fn the_statement_as_a_token_has_the_same_content_and_the_same_key() {
    each_database(|location| {
        let stage = Stage::set(location);
        let (token, again) = (stage.file("statement.jwt"), stage.file("statement.jwt"));
        assert_eq!(token, again, "the same bytes every time");
        let parts: Vec<&str> = token.split('.').collect();
        let header: Value = serde_json::from_slice(&decoded(parts[0])).unwrap();
        let issuer = stage.house.scenario.issuer_key().public();
        let expected = serde_json::json!({ "alg": "EdDSA", "kid": issuer.verification_method(), "typ": "vc+jwt" });
        assert_eq!(header, expected);
        let mut statement: Value = serde_json::from_str(&stage.file("statement")).unwrap();
        statement.as_object_mut().unwrap().remove("proof");
        assert_eq!(serde_json::from_slice::<Value>(&decoded(parts[1])).unwrap(), statement);
        let message = token.rsplit_once('.').unwrap().0;
        let signature: [u8; 64] = decoded(parts[2]).try_into().unwrap();
        issuer.verify(message.as_bytes(), &signature).unwrap();
        let path = format!("/v1/retirements/{}/statement.jwt", stage.retirement);
        assert_eq!(stage.house.get(&path).header("content-type"), "application/vc+jwt");
        stage.house.audit();
    });
}

/// Ways to spoil a bundle that stays canonical, and the question that must be answered with no.
const SPOILED: &[(&str, &str, &str)] = &[
    ("\\\"massKg\\\":\\\"1\\\"", "\\\"massKg\\\":\\\"2\\\"", "the statement is unaltered"),
    ("Lumen & Vale", "Lumen & Value", "the statement is unaltered"),
    ("\"index\":\"0\"", "\"index\":\"1\"", "every entry of the bundle"),
    ("\\\"sequence\\\":\\\"0\\\"", "\\\"sequence\\\":\\\"9\\\"", "every entry of the bundle"),
    ("\"checkpoint\":\"test.", "\"checkpoint\":\"text.", "the checkpoint is signed"),
];

#[test]
fn a_bundle_is_checked_offline_and_refused_when_anything_in_it_was_altered() {
    each_database(|location| {
        let stage = Stage::set(location);
        let bundle = stage.file("bundle");
        let file = stage.house.data().join("bundle.json");
        let key = stage.key().to_string();
        let check = |text: &str| {
            std::fs::write(&file, text).unwrap();
            audit(&["statement", file.to_str().unwrap(), "--bundle", "--key", &key])
        };
        let (code, told) = check(&bundle);
        assert_eq!(code, 0, "{told}");
        assert_eq!((told.matches("\nyes ").count() + 1, told.matches("not established").count()), (13, 0), "{told}");
        for (from, to, question) in SPOILED {
            // The statement stands last: what is in entries as well is altered there.
            let (before, behind) = bundle.rsplit_once(from).unwrap_or_else(|| panic!("{from}"));
            let spoiled = format!("{before}{to}{behind}");
            assert_ne!(spoiled, bundle, "{from}");
            let (code, told) = check(&spoiled);
            let no = told.lines().any(|line| line.starts_with("NO") && line.contains(question));
            assert!(code == 1 && no, "{from}: {told}");
        }
        let proof = bundle.find("\"proof\":[\"").unwrap() + 10;
        let mut hash = bundle.clone().into_bytes();
        hash[proof] = if hash[proof] == b'A' { b'B' } else { b'A' };
        assert_eq!(check(std::str::from_utf8(&hash).unwrap()).0, 1);
        for unusable in [
            &bundle[..bundle.len() - 1],
            "",
            "{}",
            &format!(" {bundle}"),
            &bundle.replace("\"v\":\"1\"", "\"v\":\"2\""),
        ] {
            let (code, told) = check(unusable);
            assert_eq!(code, 2, "{told}");
        }
        let other = orebook_tlog::NoteSigner::new(ORIGIN, [9; 32]).unwrap();
        std::fs::write(&file, &bundle).unwrap();
        let other = other.verifier_key().to_string();
        let (code, told) = audit(&["statement", file.to_str().unwrap(), "--bundle", "--key", &other, "--json"]);
        assert_eq!(code, 1, "{told}");
        assert!(serde_json::from_str::<Value>(&told).unwrap()["checks"][0]["verdict"] == "failed");
        stage.house.audit();
    });
}

#[test]
fn the_printed_code_leads_to_the_record() {
    each_database(|location| {
        let stage = Stage::set(location);
        let svg = stage.file("qr.svg");
        assert_eq!(read_code(&svg), format!("https://{HOST}/retirements/{}", stage.retirement));
        for name in ["qr.svg", "bundle", "bundle.html", "statement.jwt", "statement", "proof"] {
            let missing = stage.retirement.to_string().replace("ret_0", "ret_7");
            assert_eq!(stage.house.get(&format!("/v1/retirements/{missing}/{name}")).status, 404, "{name}");
            assert_eq!(stage.house.get(&format!("/v1/retirements/nonsense/{name}")).status, 400, "{name}");
        }
        stage.house.audit();
    });
}

/// What a reader of codes sees: the squares of the drawing, on a grid of points.
fn read_code(svg: &str) -> String {
    let number = |name: &str| -> usize {
        let rest = svg.split(&format!("{name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    let (width, height) = (number("width"), number("height"));
    let mut dark = vec![false; width * height];
    let path = svg.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
    for square in path.split('M').filter(|square| !square.is_empty()) {
        let numbers: Vec<usize> = square.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        let [x, y, wide, high] = numbers[..4] else { panic!("{square}") };
        for row in y..y + high {
            dark[row * width + x..row * width + x + wide].fill(true);
        }
    }
    let light = |x: usize, y: usize| if dark[y * width + x] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    image.detect_grids()[0].decode().unwrap().1
}

#[test]
fn the_context_defines_every_member_and_the_did_document_every_key() {
    each_database(|location| {
        let stage = Stage::set(location);
        let context = stage.house.get("/ns/retirement/v1");
        assert_eq!((context.status, context.header("content-type")), (200, "application/ld+json"));
        let terms = context.json["@context"]["retirement"]["@context"].as_object().unwrap().clone();
        let statement: Value = serde_json::from_str(&stage.file("statement")).unwrap();
        for member in statement["credentialSubject"]["retirement"].as_object().unwrap().keys() {
            assert!(terms.contains_key(member), "{member} is not defined");
        }
        let evidence = context.json["@context"]["TransparencyLogEntry"]["@context"].as_object().unwrap().clone();
        for member in statement["evidence"].as_object().unwrap().keys().filter(|member| *member != "type") {
            assert!(evidence.contains_key(member), "{member} is not defined");
        }
        let document = stage.house.get("/.well-known/did.json").json;
        let key = stage.house.scenario.issuer_key().public();
        let did = did_web(ORIGIN);
        assert_eq!(document["id"], did);
        assert_eq!(document["assertionMethod"][0], key.verification_method_of(&did));
        stage.house.audit();
    });
}

#[test]
fn a_register_may_be_founded_with_a_website_as_its_issuer() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let location = orebook_store::Location::Sqlite(directory.path().join("register.db"));
    let settings = ["--origin", "registry.example:8443/log", "--operator", "Example Registry", "--country", "NL"];
    let mut command = orebook_tests::programs::orebook();
    command.args(["init", "--did-web", "--data"]).arg(&data).args(settings);
    let (code, told) = super::stage::run(command);
    assert_eq!(code, 0, "{told}");
    let served = orebook_tests::served::Served::start_leading(&location, &data);
    let document = served.http.get("/.well-known/did.json").json;
    assert_eq!(document["id"], "did:web:registry.example%3A8443");
    let founding = served.http.get("/log/entry/0").body;
    assert!(founding.contains(r#""issuer":{"did":"did:web:registry.example%3A8443""#), "{founding}");
}
