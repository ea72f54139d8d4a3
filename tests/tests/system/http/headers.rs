//! What every answer has in its head, whoever gave it.

use std::io::{Read, Write};
use std::net::TcpStream;

use orebook_server::openapi;
use orebook_tests::browser::open;
use orebook_tests::each_database;
use orebook_tests::house::House;
use serde_json::Value;

/// Path, status, and the beginning of the policy; none where the answer is no document.
const KINDS: [(&str, u16, &str); 12] = [
    ("/", 200, "default-src 'none'; style-src 'self'"),
    ("/verify", 200, "default-src 'none'; script-src 'sha256-"),
    ("/grievance", 200, "default-src 'none'"),
    ("/problems/must_exist", 200, "default-src 'none'"),
    ("/docs/", 200, "default-src 'none'; script-src 'self'"),
    ("/assets/orebook.css", 200, ""),
    ("/v1/programmes", 200, ""),
    ("/log/checkpoint", 200, ""),
    ("/openapi.json", 200, ""),
    ("/v1/batches/none", 400, ""),
    ("/nowhere", 404, ""),
    ("/retirements/none", 400, ""),
];

#[test]
fn every_kind_of_answer_is_guarded() {
    each_database(|location| {
        let house = House::founded(location);
        for (path, status, policy) in KINDS {
            for method in ["GET", "HEAD"] {
                let answer = house.http.send(method, path, &[("x-request-id", "kind-1")], Vec::new());
                assert_eq!(answer.status, status, "{path}");
                assert_eq!(answer.header("x-request-id"), "kind-1", "{path}");
                assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
                let own = answer.header("content-security-policy");
                assert!(own.starts_with(policy), "{path}: {own}");
                if !policy.is_empty() {
                    assert!(own.contains("frame-ancestors 'none'") && own.contains("base-uri 'none'"), "{path}: {own}");
                    assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
                    assert!(!own.contains("unsafe-eval") && !own.contains("http"), "{path}: {own}");
                }
                assert!(method == "GET" || answer.bytes.is_empty(), "{path}");
            }
        }
        house.audit();
    });
}

#[test]
fn a_server_that_does_not_lead_answers_with_the_same_heads() {
    each_database(|location| {
        let house = House::founded(location);
        // A standby without a database that it could lead from.
        let other = tempfile::tempdir().unwrap();
        let empty = orebook_store::Location::Sqlite(other.path().join("register.db"));
        orebook_store::migrate(&empty).unwrap();
        let standby = house.on(&empty);
        let http = orebook_tests::house::Http::new(standby.url());
        let answer = http.send("GET", "/v1/batches", &[("x-request-id", "standby-1")], Vec::new());
        assert_eq!((answer.status, answer.code()), (503, "not_ready"), "{}", answer.body);
        assert_eq!((answer.header("x-request-id"), answer.header("retry-after")), ("standby-1", "1"));
        assert_eq!((answer.header("x-content-type-options"), answer.text("/instance")), ("nosniff", "standby-1"));
        standby.stop();
        house.audit();
    });
}

#[test]
fn a_wrong_method_is_told_the_right_ones() {
    each_database(|location| {
        let house = House::founded(location);
        let document: Value = serde_json::from_str(&openapi::document()).unwrap();
        for (path, methods) in document["paths"].as_object().unwrap() {
            let mut served: Vec<String> = methods.as_object().unwrap().keys().map(|m| m.to_uppercase()).collect();
            let path = path.replace(['{', '}'], "");
            let answer = house.http.send("PATCH", &path, &[], Vec::new());
            assert_eq!((answer.status, answer.code()), (405, "method_not_allowed"), "{path}");
            let mut told: Vec<String> = answer.header("allow").split(", ").map(str::to_owned).collect();
            served.sort();
            told.sort();
            assert_eq!(told, served, "{path}");
        }
        house.audit();
    });
}

#[test]
fn a_head_without_end_is_cut_off() {
    each_database(|location| {
        let house = House::founded(location);
        let address = house.http.url().trim_start_matches("http://").to_owned();
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(b"GET /livez HTTP/1.1\r\nhost: a\r\nx-long: ").unwrap();
        let mut sent = 0;
        // More than is ever read as a head: the server closes, with or without an answer.
        while sent < 10_000_000 && stream.write_all(&[b'a'; 10_000]).is_ok() {
            sent += 10_000;
        }
        assert!(sent < 10_000_000, "the server reads on and on");
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        assert!(!answer.contains("200"), "{answer}");
        assert_eq!(house.get("/livez").status, 200);
        house.audit();
    });
}

#[test]
fn the_browser_of_the_description_works_under_its_policy() {
    each_database(|location| {
        let house = House::founded(location);
        let seen = open(&format!("{}/docs/", house.http.url()));
        assert_eq!(seen.complaints, Vec::<String>::new());
        assert!(seen.dom.contains("/v1/instructions"), "the operations are shown: {}", seen.dom.len());
        house.audit();
    });
}
