//! Webhooks over HTTP: registered, read, set, tested, and taken away, by their organisation alone.

use orebook_registry::instruction::{Act, OpenAccount};
use orebook_store::Location;
use orebook_tests::house::House;
use orebook_tests::receiver::{Behaviour, Receiver};
use orebook_tests::scenario::{Actor, World, value};
use orebook_tests::{each_database, until};
use serde_json::{Value, json};

use super::stage::{ask, ask_with};

/// A house that delivers to the loopback address, and two of its members.
fn furnished(location: &Location) -> (House, Actor, Actor) {
    let (world, _) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let mut house = House::of(location, world.scenario);
    std::fs::write(house.data().join("orebook.toml"), "[webhooks]\nallow_loopback = true\n").unwrap();
    house.restart();
    (house, clara, lumen)
}

fn registered(house: &House, actor: &Actor, url: &str) -> Value {
    let answer = ask(house, actor, "POST", "/v1/webhooks", &json!({ "url": url }).to_string());
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json
}

const ROUTES: [(&str, &str); 10] = [
    ("GET", "/v1/events"),
    ("POST", "/v1/webhooks"),
    ("GET", "/v1/webhooks"),
    ("GET", "/v1/webhooks/whk_1"),
    ("PUT", "/v1/webhooks/whk_1"),
    ("DELETE", "/v1/webhooks/whk_1"),
    ("POST", "/v1/webhooks/whk_1/rotate"),
    ("POST", "/v1/webhooks/whk_1/test"),
    ("POST", "/v1/webhooks/whk_1/replay"),
    ("GET", "/v1/webhooks/whk_1/deliveries"),
];

#[test]
fn nobody_reads_events_or_sets_webhooks_without_a_token() {
    each_database(|location| {
        let house = House::founded(location);
        for (method, path) in ROUTES {
            let answer =
                house.http.anyone().send(method, path, &[("content-type", "application/json")], b"{}".to_vec());
            assert_eq!((answer.status, answer.code()), (401, "token_is_required"), "{method} {path}");
        }
        for (path, allowed) in [
            ("/v1/webhooks", "GET, POST"),
            ("/v1/webhooks/whk_1", "GET, PUT, DELETE"),
            ("/v1/webhooks/whk_1/test", "POST"),
            ("/v1/webhooks/whk_1/deliveries", "GET"),
            ("/v1/events", "GET"),
        ] {
            let answer = house.http.send("PATCH", path, &[], Vec::new());
            assert_eq!((answer.status, answer.header("allow")), (405, allowed), "{path}");
        }
        house.audit();
    });
}

#[test]
fn a_webhook_is_its_organisations_and_nobody_elses() {
    each_database(|location| {
        let (house, clara, lumen) = furnished(location);
        let receiver = Receiver::new();
        let made = registered(&house, &clara, &receiver.url());
        let id = made["id"].as_str().unwrap();
        assert!(made["secret"].as_str().unwrap().starts_with("whsec_"));
        let path = format!("/v1/webhooks/{id}");
        let read = ask(&house, &clara, "GET", &path, "");
        assert_eq!((read.status, read.json["secret"].as_str()), (200, None), "it is shown once");
        assert_eq!(read.header("cache-control"), "private, no-store");
        let tag = read.header("etag").to_owned();
        let body = json!({ "url": receiver.url() }).to_string();
        for (method, rest, body) in [
            ("GET", "", ""),
            ("PUT", "", body.as_str()),
            ("DELETE", "", ""),
            ("POST", "/rotate", ""),
            ("POST", "/test", ""),
            ("POST", "/replay", r#"{"from":"0"}"#),
            ("GET", "/deliveries", ""),
        ] {
            let headers = [("if-match", tag.as_str())];
            let answer = ask_with(&house, &lumen, method, &format!("{path}{rest}"), body, &headers);
            assert_eq!((answer.status, answer.code()), (404, "must_exist"), "{method} {rest}");
        }
        assert_eq!(ask(&house, &lumen, "GET", "/v1/webhooks", "").json["items"], json!([]));
        assert_eq!(ask(&house, &clara, "GET", "/v1/webhooks", "").json["items"][0]["id"], id);
        assert_eq!(ask(&house, &clara, "DELETE", &path, "").status, 204);
        assert_eq!(ask(&house, &clara, "GET", &path, "").status, 404);
        assert_eq!(ask(&house, &clara, "DELETE", &path, "").status, 404);
        house.audit();
    });
}

#[test]
fn a_url_that_is_not_public_is_refused_with_the_reason_and_the_range() {
    each_database(|location| {
        let (world, _) = World::issued();
        let clara = world.clara.clone();
        let house = House::of(location, world.scenario);
        let cases = [
            ("hooks.example", "malformed", ""),
            ("https://ho oks.example/", "malformed", ""),
            ("https://[fe80::1%25eth0]/", "malformed", ""),
            ("http://93.184.215.14/", "scheme", ""),
            ("ftp://93.184.215.14/", "scheme", ""),
            ("https://me:secret@93.184.215.14/", "user_info", ""),
            ("https://nowhere.invalid/", "unresolved", ""),
            ("https://localhost/", "special_address", ""),
            ("https://127.0.0.1/", "special_address", "127.0.0.0/8"),
            ("https://2130706433/", "special_address", "127.0.0.0/8"),
            ("https://0x7f.1/", "special_address", "127.0.0.0/8"),
            ("https://017700000001/", "special_address", "127.0.0.0/8"),
            ("https://10.0.0.1/", "special_address", "10.0.0.0/8"),
            ("https://100.64.0.1/", "special_address", "100.64.0.0/10"),
            ("https://169.254.169.254/latest/meta-data", "special_address", "169.254.0.0/16"),
            ("https://172.16.0.1/", "special_address", "172.16.0.0/12"),
            ("https://192.168.1.1/", "special_address", "192.168.0.0/16"),
            ("https://198.18.0.1/", "special_address", "198.18.0.0/15"),
            ("https://224.0.0.1/", "special_address", "224.0.0.0/4"),
            ("https://240.0.0.1/", "special_address", "240.0.0.0/4"),
            ("https://255.255.255.255/", "special_address", "255.255.255.255/32"),
            ("https://0.0.0.0/", "special_address", "0.0.0.0/8"),
            ("https://[::1]/", "special_address", "::1/128"),
            ("https://[::]/", "special_address", "::/128"),
            ("https://[::ffff:127.0.0.1]/", "special_address", "::ffff:0:0/96"),
            ("https://[64:ff9b::7f00:1]/", "special_address", "64:ff9b::/96"),
            ("https://[2002:7f00:1::]/", "special_address", "2002::/16"),
            ("https://[2001::1]/", "special_address", "2001::/32"),
            ("https://[fd00::1]/", "special_address", "fc00::/7"),
            ("https://[fe80::1]/", "special_address", "fe80::/10"),
            ("https://[ff02::1]/", "special_address", "ff00::/8"),
        ];
        for (url, reason, range) in cases {
            let answer = ask(&house, &clara, "POST", "/v1/webhooks", &json!({ "url": url }).to_string());
            assert_eq!((answer.status, answer.code()), (422, "webhook_url_must_be_public"), "{url} {}", answer.body);
            assert_eq!(answer.text("/facts/reason"), reason, "{url}");
            if !range.is_empty() {
                assert_eq!(answer.text("/facts/range"), range, "{url}");
            }
        }
        let few = r#"{"url":"https://93.184.215.14/","types":["org.orebook.trade.v1"]}"#;
        assert_eq!(ask(&house, &clara, "POST", "/v1/webhooks", few).code(), "webhook_types_must_exist");
        for body in ["{}", "[]", r#"{"url":1}"#, r#"{"url":"https://a.example/","more":1}"#] {
            assert_eq!(ask(&house, &clara, "POST", "/v1/webhooks", body).code(), "document_is_malformed", "{body}");
        }
        house.audit();
    });
}

#[test]
fn a_change_names_the_version_that_it_changes() {
    each_database(|location| {
        let (house, clara, _) = furnished(location);
        let receiver = Receiver::new();
        let made = registered(&house, &clara, &receiver.url());
        let path = format!("/v1/webhooks/{}", made["id"].as_str().unwrap());
        let tag = ask(&house, &clara, "GET", &path, "").header("etag").to_owned();
        let body =
            json!({ "url": receiver.url(), "types": ["org.orebook.traded.v1"], "state": "disabled" }).to_string();
        let answer = ask(&house, &clara, "PUT", &path, &body);
        assert_eq!((answer.status, answer.code()), (428, "if_match_is_required"));
        let answer = ask_with(&house, &clara, "PUT", &path, &body, &[("if-match", "\"other\"")]);
        assert_eq!((answer.status, answer.code()), (412, "if_match_must_be_current"));
        let set = ask_with(&house, &clara, "PUT", &path, &body, &[("if-match", &tag)]);
        assert_eq!(set.status, 200, "{}", set.body);
        assert_eq!(set.json["types"], json!(["org.orebook.traded.v1"]));
        assert_eq!((set.text("/state"), set.text("/reason")), ("disabled", "its organisation has disabled it"));
        let again = ask_with(&house, &clara, "PUT", &path, &body, &[("if-match", &tag)]);
        assert_eq!(again.status, 412, "that version is gone");
        let tag = set.header("etag").to_owned();
        let body = json!({ "url": receiver.url() }).to_string();
        let set = ask_with(&house, &clara, "PUT", &path, &body, &[("if-match", &tag)]);
        assert_eq!((set.status, set.text("/state"), set.json.get("reason")), (200, "active", None));
        house.audit();
    });
}

#[test]
fn an_organisation_has_sixteen_webhooks_at_the_most() {
    each_database(|location| {
        let (house, clara, lumen) = furnished(location);
        let receiver = Receiver::new();
        for _ in 0..16 {
            registered(&house, &clara, &receiver.url());
        }
        let body = json!({ "url": receiver.url() }).to_string();
        let answer = ask(&house, &clara, "POST", "/v1/webhooks", &body);
        assert_eq!((answer.status, answer.code()), (409, "webhooks_must_be_few"));
        registered(&house, &lumen, &receiver.url());
        assert_eq!(ask(&house, &clara, "GET", "/v1/webhooks", "").json["items"].as_array().unwrap().len(), 16);
        house.audit();
    });
}

#[test]
fn tests_rotations_replays_and_attempts_over_http() {
    each_database(|location| {
        let (mut house, clara, _) = furnished(location);
        let receiver = Receiver::new();
        let made = registered(&house, &clara, &receiver.url());
        let path = format!("/v1/webhooks/{}", made["id"].as_str().unwrap());
        let verifies = |secret: &Value, at: usize| {
            let library = standardwebhooks::Webhook::new(secret.as_str().unwrap()).unwrap();
            let delivery = &receiver.deliveries()[at];
            library.verify(&delivery.body, &delivery.headers).is_ok()
        };

        let tested = ask(&house, &clara, "POST", &format!("{path}/test"), "");
        assert_eq!((tested.status, tested.json["status"].as_i64()), (200, Some(200)), "{}", tested.body);
        assert_eq!(receiver.deliveries()[0].event()["type"], "org.orebook.ping.v1");
        assert_eq!(receiver.deliveries()[0].event()["data"]["webhook"], made["id"]);
        receiver.next(Behaviour::Status(500));
        let tested = ask(&house, &clara, "POST", &format!("{path}/test"), "");
        assert_eq!((tested.status, tested.text("/failure")), (200, "it answered 500"));

        let rotated = ask(&house, &clara, "POST", &format!("{path}/rotate"), "");
        assert_eq!(rotated.status, 200, "{}", rotated.body);
        assert!(rotated.json["previous_secret_until"].is_string());
        assert_ne!(rotated.json["secret"], made["secret"]);
        let opened = house.act(&clara, Act::OpenAccount(OpenAccount { name: value("Second") }));
        assert_eq!(opened.status, 201, "{}", opened.body);
        let sequence = opened.text("/sequence").to_owned();
        until("the entry to be told", || receiver.ids().contains(&sequence).then_some(()));
        assert!(verifies(&made["secret"], 2) && verifies(&rotated.json["secret"], 2));

        let replayed = ask(&house, &clara, "POST", &format!("{path}/replay"), &json!({ "from": sequence }).to_string());
        assert_eq!(replayed.status, 202, "{}", replayed.body);
        until("it to be told again", || {
            (receiver.ids().iter().filter(|id| **id == sequence).count() == 2).then_some(())
        });
        let beyond = ask(&house, &clara, "POST", &format!("{path}/replay"), r#"{"from":"999999"}"#);
        assert_eq!((beyond.status, beyond.code()), (404, "entry_must_be_written"));
        for body in [r#"{"from":1}"#, r#"{"from":"-1"}"#, r#"{"from":"01"}"#, "{}"] {
            let answer = ask(&house, &clara, "POST", &format!("{path}/replay"), body);
            assert_eq!((answer.status, answer.code()), (400, "document_is_malformed"), "{body}");
        }

        let deliveries = format!("{path}/deliveries");
        let four = until("four attempts to be recorded", || {
            let items = ask(&house, &clara, "GET", &deliveries, "").json["items"].clone();
            items.as_array().filter(|items| items.len() == 4).cloned()
        });
        assert_eq!(
            (&four[0]["message"], &four[2]["status"], &four[3]["status"]),
            (&json!(sequence), &json!(500), &json!(200))
        );
        let first = ask(&house, &clara, "GET", &format!("{deliveries}?limit=3"), "");
        assert_eq!(first.json["items"], json!(four[..3]));
        let rest = ask(&house, &clara, "GET", &format!("{deliveries}?limit=3&cursor={}", first.text("/next")), "");
        assert_eq!((&rest.json["items"], rest.json.get("next")), (&json!(four[3..]), None));
        house.audit();
    });
}
