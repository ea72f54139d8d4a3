//! Pages of other origins may read what is public, and nothing else.

use std::collections::BTreeSet;

use orebook_registry::instruction::Role;
use orebook_server::audience::is_public;
use orebook_server::openapi;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::Scenario;
use serde_json::Value;

/// Reads that no page of another origin makes. A new route stands here, or among those that are shared.
const NOT_SHARED: &[&str] = &[
    "/livez",
    "/leadz",
    "/readyz",
    "/version",
    "/log/tile/entries/{path}",
    "/v1/bank-lines",
    "/v1/cash",
    "/v1/clients",
    "/v1/deals",
    "/v1/deals/{id}",
    "/v1/declarations",
    "/v1/declarations/{id}/evidence",
    "/v1/declarations/{id}/evidence/{digest}",
    "/v1/deposits",
    "/v1/events",
    "/v1/footprints",
    "/v1/grievances",
    "/v1/grievances/{receipt}",
    "/v1/holdings",
    "/v1/instalment-plans",
    "/v1/instructions/{id}",
    "/v1/invitations",
    "/v1/letters",
    "/v1/notes/{digest}",
    "/v1/orders",
    "/v1/orders/{id}",
    "/v1/payout-details/{digest}",
    "/v1/payout-files/{id}",
    "/v1/payouts",
    "/v1/payouts/{id}",
    "/v1/people",
    "/v1/people/{id}",
    "/v1/proposals",
    "/v1/purchases",
    "/v1/purchases/{trade}",
    "/v1/reconciliation",
    "/v1/security-log",
    "/v1/sessions",
    "/v1/statements",
    "/v1/transfers",
    "/v1/trusted-accounts",
    "/v1/webhooks",
    "/v1/webhooks/{id}",
    "/v1/webhooks/{id}/deliveries",
];

const ORIGIN: (&str, &str) = ("origin", "https://shop.example");

fn is_shared(answer: &Answer) -> bool {
    assert_eq!(answer.header("access-control-allow-credentials"), "", "never with credentials");
    let allowed = answer.header("access-control-allow-origin");
    assert!(matches!(allowed, "" | "*"), "{allowed}");
    let exposed =
        "etag, link, orebook-leader, orebook-sequence, ratelimit, ratelimit-policy, x-request-id, retry-after";
    assert_eq!(answer.header("access-control-expose-headers"), if allowed == "*" { exposed } else { "" });
    allowed == "*"
}

#[test]
fn every_read_is_shared_or_is_known_not_to_be() {
    let document: Value = serde_json::from_str(&openapi::document()).unwrap();
    let reads = document["paths"].as_object().unwrap().iter().filter(|(_, methods)| methods["get"].is_object());
    let private: BTreeSet<&str> = reads.map(|(path, _)| path.as_str()).filter(|path| !is_public(path)).collect();
    let known: BTreeSet<&str> = NOT_SHARED.iter().copied().collect();
    assert_eq!(private, known);
    for path in ["/", "/login", "/v1/exports2", "/v1/batchesx", "/nsx", "/log", "/v1", "/docs/", "/metrics"] {
        assert!(!is_public(path), "{path}");
    }
}

#[test]
fn public_reads_are_shared_with_every_origin() {
    each_database(|location| {
        let house = House::founded(location);
        let paths = [
            "/v1/programmes",
            "/v1/retirements?text=gold",
            "/log/checkpoint",
            "/log/entry/0",
            "/.well-known/did.json",
            "/ns/retirement/v1",
            "/openapi.json",
            // So is what went wrong with one.
            "/v1/batches/none",
            "/v1/batches?unknown=1",
        ];
        for path in paths {
            // Caches keep one answer for all, so the field does not depend on who asks.
            let far = [ORIGIN, ("x-forwarded-for", "203.0.113.7")];
            assert!(is_shared(&house.http.anyone().send("GET", path, &far, Vec::new())), "{path}");
            assert!(is_shared(&house.http.anyone().send("HEAD", path, &far[1..], Vec::new())), "{path}");
        }
        house.audit();
    });
}

#[test]
fn what_was_asked_by_somebody_is_shared_with_nobody() {
    each_database(|location| {
        let house = House::founded(location);
        for name in ["authorization", "cookie"] {
            for path in
                ["/v1/programmes", "/log/entry/0", "/.well-known/did.json", "/openapi.json", "/v1/batches/none", "/"]
            {
                let answer = house.http.anyone().send("GET", path, &[ORIGIN, (name, "Bearer-or=other")], Vec::new());
                assert!(!is_shared(&answer), "{name} {path}");
                let cache = answer.header("cache-control");
                assert!(cache.contains("private") || cache.contains("no-store"), "{name} {path}: {cache}");
                assert!(!cache.contains("public"), "{name} {path}: {cache}");
            }
        }
        house.audit();
    });
}

#[test]
fn private_reads_and_whatever_is_sent_are_shared_with_nobody() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let lumen = scenario.register("Lumen", "DE", &[Role::Buyer]).id;
        let house = House::of(location, scenario);
        let far = [ORIGIN, ("x-forwarded-for", "203.0.113.7")];
        for path in [format!("/v1/cash?organisation={lumen}"), "/".to_owned()] {
            for headers in [&far[..1], &far[..]] {
                assert!(!is_shared(&house.http.anyone().send("GET", &path, headers, Vec::new())), "{path}");
            }
        }
        for (method, path) in [("POST", "/v1/instructions"), ("POST", "/v1/grievances"), ("POST", "/v1/claims/check")] {
            assert!(!is_shared(&house.http.anyone().send(method, path, &far, b"{}".to_vec())), "{path}");
        }
        house.audit();
    });
}

#[test]
fn a_browser_that_asks_first_is_told_what_it_may() {
    each_database(|location| {
        let house = House::founded(location);
        let asks = |path: &str, method: &str| {
            let headers = [
                ORIGIN,
                ("access-control-request-method", method),
                ("access-control-request-headers", "if-none-match"),
            ];
            house.http.anyone().send("OPTIONS", path, &headers, Vec::new())
        };
        for method in ["GET", "HEAD"] {
            let answer = asks("/v1/batches", method);
            assert_eq!((answer.status, answer.body.as_str()), (204, ""));
            assert_eq!(answer.header("access-control-allow-origin"), "*");
            assert_eq!(answer.header("access-control-allow-methods"), "GET, HEAD");
            assert_eq!(
                answer.header("access-control-allow-headers"),
                "accept, if-none-match, orebook-min-sequence, x-request-id"
            );
            assert_eq!(answer.header("access-control-max-age"), "86400");
        }
        let refused = [
            ("/v1/instructions", "POST"),
            ("/v1/batches", "POST"),
            ("/v1/batches", "DELETE"),
            ("/v1/cash", "GET"),
            ("/log/tile/entries/000", "GET"),
        ];
        for (path, method) in refused {
            let answer = asks(path, method);
            assert_eq!((answer.status, answer.code()), (405, "method_not_allowed"), "{method} {path}");
            assert!(!is_shared(&answer) && answer.header("access-control-allow-methods").is_empty(), "{method} {path}");
        }
        assert_eq!(house.http.anyone().send("OPTIONS", "/v1/batches", &[], Vec::new()).code(), "method_not_allowed");
        house.audit();
    });
}
