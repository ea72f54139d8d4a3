//! Metrics: at an address of their own, with figures that add up, and nothing of whoever asks.

use std::collections::BTreeMap;

use orebook_registry::instruction::*;
use orebook_registry::invariants;
use orebook_tests::house::House;
use orebook_tests::scenario::{Scenario, value};
use orebook_tests::{each_database, until};

/// The samples of a scrape, by name and labels as they stand there.
fn samples(house: &House) -> BTreeMap<String, String> {
    let answer = house.admin().get("/metrics");
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.header("content-type"), orebook_server::metrics::MEDIA_TYPE);
    assert!(answer.body.ends_with("# EOF\n"), "{}", answer.body);
    let lines = answer.body.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.rsplit_once(' ').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap()).collect()
}

fn answered(kind: &str, route: &str, method: &str, status: &str) -> String {
    format!("orebook_http_request_duration_seconds_{kind}{{route=\"{route}\",method=\"{method}\",status=\"{status}\"}}")
}

#[test]
fn figures_add_up_and_tell_nothing_of_whoever_asks() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let lumen = scenario.register("Lumen", "DE", &[Role::Buyer]);
        let mut house = House::of(location, scenario);
        house.restart_with(|config| config.admin = Some(([127, 0, 0, 1], 0).into()));
        let before = house.scenario.entries().len();
        for name in ["First", "Second"] {
            let opened = house.act(&lumen, Act::OpenAccount(OpenAccount { name: value(name) }));
            assert_eq!(opened.status, 201, "{}", opened.body);
        }
        for path in ["/v1/batches", "/v1/batches", "/v1/batches?limit=3", "/v1/retirements?text=jane.doe@example.org"] {
            assert_eq!(house.get(path).status, 200, "{path}");
        }
        for path in ["/v1/batches/jane.doe@example.org", "/v1/batches/bat_+254700000000"] {
            assert_eq!(house.get(path).status, 400, "{path}");
        }
        assert_eq!(house.get("/people/jane.doe@example.org").status, 404);
        assert_eq!(house.http.send("JANEDOE", "/v1/batches", &[], Vec::new()).status, 405);
        let secret = [("authorization", "Bearer obt_jane.doe"), ("cookie", "__Host-session=janedoe")];
        assert_eq!(house.http.send("GET", "/v1/markets", &secret, Vec::new()).status, 200);
        let after = house.scenario.entries().len();
        let found = samples(&house);
        let is = |name: &str, expected: usize| {
            assert_eq!(found.get(name).map(String::as_str), Some(expected.to_string().as_str()), "{name}: {found:#?}");
        };
        is(&answered("count", "/v1/batches", "GET", "2xx"), 3);
        is(&answered("count", "/v1/batches/{id}", "GET", "4xx"), 2);
        is(&answered("count", "/v1/batches", "OTHER", "4xx"), 1);
        is(&answered("count", "/v1/instructions", "POST", "2xx"), 2);
        is(&answered("count", "none", "GET", "4xx"), 1);
        is("orebook_log_entries", after);
        is("orebook_published_entries", after);
        is("orebook_commit_duration_seconds_count", 2);
        assert_eq!(found["orebook_batch_entries_sum"], format!("{}.0", after - before));
        for (gauge, figure) in [("ready", 1), ("queue_length", 0), ("outbox_letters", 0), ("outbox_oldest_seconds", 0)]
        {
            is(&format!("orebook_{gauge}"), figure);
        }
        // Buckets hold all there is, and each no less than the one before.
        let labels = "route=\"/v1/batches\",method=\"GET\",status=\"2xx\"";
        let bucket = |le: &str| -> u64 {
            let name = format!("orebook_http_request_duration_seconds_bucket{{le=\"{le}\",{labels}}}");
            found.get(&name).unwrap_or_else(|| panic!("{name} in {found:#?}")).parse().unwrap()
        };
        assert_eq!(bucket("+Inf"), 3);
        let steps =
            ["0.0005", "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "1.0", "2.5", "10.0"];
        assert!(steps.map(bucket).is_sorted());
        for name in found.keys() {
            for planted in ["jane", "Jane", "JANE", "example.org", "254700", "obt_", "127.0.0.1"] {
                assert!(!name.contains(planted), "{name}");
            }
        }
        house.audit();
    });
}

#[test]
fn the_invariants_are_gauges() {
    each_database(|location| {
        let mut house = House::founded(location);
        house.restart_with(|config| config.admin = Some(([127, 0, 0, 1], 0).into()));
        let entries = house.scenario.entries().len().to_string();
        let found = until("the invariants to be looked at", || {
            Some(samples(&house)).filter(|found| found["orebook_invariants_checked_entries"] == entries)
        });
        for (invariant, _) in invariants::ALL {
            let name = format!("orebook_invariant_holds{{invariant=\"{invariant}\"}}");
            assert_eq!(found.get(&name).map(String::as_str), Some("1"), "{name}");
        }
        house.audit();
    });
}

#[test]
fn metrics_are_told_at_the_admin_address_alone() {
    each_database(|location| {
        let mut house = House::founded(location);
        house.restart_with(|config| config.admin = Some(([127, 0, 0, 1], 0).into()));
        let admin = house.admin();
        for path in ["/livez", "/readyz", "/leadz", "/metrics"] {
            assert_eq!(admin.get(path).status, 200, "{path}");
        }
        for path in ["/", "/v1/batches", "/v1/instructions", "/version", "/metrics/"] {
            assert_eq!(admin.get(path).status, 404, "{path}");
        }
        for path in ["/metrics", "/v1/metrics", "/admin/metrics"] {
            assert_eq!(house.get(path).code(), "no_such_route", "{path}");
        }
        house.audit();
    });
}
