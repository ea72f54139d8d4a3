//! Rate limits: who asks too much is told so, with figures, and nobody else is.

use orebook_server::limits::settings::Settings;
use orebook_store::Location;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};

/// A server that serves little in an hour.
fn strict(location: &Location, more: &str) -> House {
    let quotas = "public_reads = { requests = 3, seconds = 3600 }\nwrites = { requests = 2, seconds = 3600 }\n\
                  costly = { requests = 1, seconds = 3600 }\nsensitive = { requests = 1, seconds = 3600 }\n";
    let table: toml::Table = format!("{more}\n{quotas}").parse().unwrap();
    let mut house = House::founded(location);
    house.restart_with(|config| config.limits = Settings::of(Some(table.into())).unwrap());
    house
}

/// Asks through a proxy, which says from whom it has the request.
fn forwarded(house: &House, from: &str) -> Answer {
    house.http.send("GET", "/v1/programmes", &[("x-forwarded-for", from)], Vec::new())
}

#[test]
fn a_burst_is_cut_with_figures_and_others_go_on() {
    each_database(|location| {
        let house = strict(location, "");
        for (path, status, left) in [("/v1/programmes", 200, 2), ("/v1/batches/bat_none", 400, 1), ("/nowhere", 404, 0)]
        {
            let answer = house.get(path);
            assert_eq!(answer.status, status, "{path}");
            assert_eq!(answer.header("ratelimit-policy"), "\"public_reads\";q=3;w=3600", "{path}");
            assert_eq!(answer.header("ratelimit"), format!("\"public_reads\";r={left};t=1200"), "{path}");
            assert_eq!(answer.header("retry-after"), "", "{path}");
        }
        let cut = house.http.send("GET", "/v1/programmes", &[("x-request-id", "cut-1")], Vec::new());
        assert_eq!((cut.status, cut.code()), (429, "too_many_requests"), "{}", cut.body);
        let wait: u64 = cut.header("retry-after").parse().unwrap();
        assert!((1_100..=1_200).contains(&wait), "{wait}");
        assert_eq!(cut.json["facts"], serde_json::json!({ "limit": 3, "seconds": wait }));
        assert_eq!(cut.header("ratelimit"), format!("\"public_reads\";r=0;t={wait}"));
        assert_eq!(cut.header("ratelimit-policy"), "\"public_reads\";q=3;w=3600");
        assert_eq!((cut.text("/instance"), cut.header("x-request-id")), ("cut-1", "cut-1"));
        assert_eq!(house.http.send("HEAD", "/v1/programmes", &[], Vec::new()).status, 429);
        // Each class has a quota of its own.
        let csv = [("accept", "text/csv")];
        let costly = |status: u16| {
            let answer = house.http.send("GET", "/v1/batches", &csv, Vec::new());
            assert_eq!((answer.status, answer.header("ratelimit-policy")), (status, "\"costly\";q=1;w=3600"));
        };
        costly(200);
        costly(429);
        for status in [400, 400, 429] {
            let answer = house.submit(b"{}");
            assert_eq!((answer.status, answer.header("ratelimit-policy")), (status, "\"writes\";q=2;w=3600"));
        }
        for status in [404, 429] {
            let answer = house.http.post("/oauth/token", Vec::new());
            assert_eq!(answer.header("ratelimit-policy"), "\"sensitive\";q=1;w=3600", "{}", answer.body);
            assert!(answer.status == status || status == 404 && answer.status < 500, "{}", answer.body);
        }
        // Operation is never refused, and not counted.
        for path in ["/livez", "/readyz", "/leadz", "/version"] {
            let answer = house.get(path);
            assert_eq!((answer.status, answer.header("ratelimit"), answer.header("ratelimit-policy")), (200, "", ""));
        }
        house.audit();
    });
}

#[test]
fn nobody_escapes_by_saying_that_it_is_somebody_else() {
    each_database(|location| {
        let house = strict(location, "proxies = [\"10.0.0.0/8\"]");
        let statuses: Vec<u16> = (1..=4).map(|n| forwarded(&house, &format!("203.0.113.{n}")).status).collect();
        assert_eq!(statuses, [200, 200, 200, 429], "this peer is no proxy");
        house.audit();
    });
}

#[test]
fn the_clients_of_a_proxy_are_told_apart() {
    each_database(|location| {
        let house = strict(location, "proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]");
        let rows = [
            ("203.0.113.1", 200),
            ("203.0.113.1, 10.1.2.3", 200),
            // What the client itself wrote there before the proxy did.
            ("198.51.100.9, 203.0.113.1", 200),
            ("198.51.100.8, 203.0.113.1", 429),
            ("203.0.113.2", 200),
            ("2001:db8:1:2::1", 200),
            ("2001:db8:1:2::2", 200),
            ("2001:db8:1:2:a::", 200),
            ("2001:db8:1:2:b::", 429),
            ("2001:db8:1:3::1", 200),
        ];
        for (from, status) in rows {
            assert_eq!(forwarded(&house, from).status, status, "{from}");
        }
        house.audit();
    });
}

#[test]
fn the_room_for_clients_is_bounded() {
    each_database(|location| {
        let mut house = strict(location, "");
        let table = "proxies = [\"127.0.0.1\"]\nclients_max = 20\npublic_reads = { requests = 3, seconds = 3600 }";
        let settings = Settings::of(Some(table.parse::<toml::Table>().unwrap().into())).unwrap();
        house.restart_with(|config| (config.limits, config.admin) = (settings, Some(([127, 0, 0, 1], 0).into())));
        let statuses: Vec<u16> = (0..60).map(|n| forwarded(&house, &format!("198.51.100.{n}")).status).collect();
        let refused = statuses.iter().filter(|status| **status == 429).count();
        assert_eq!(refused, 60 - 20 - 3, "those without room share one quota");
        let metrics = house.admin().get("/metrics").body;
        assert!(metrics.contains("\norebook_rate_limit_clients 20\n"), "{metrics}");
        assert!(metrics.contains("\norebook_rate_limit_refusals_total{class=\"public_reads\"} 37\n"), "{metrics}");
        house.audit();
    });
}

#[test]
fn a_path_or_query_in_another_spelling_has_the_same_quota() {
    each_database(|location| {
        let house = strict(location, "");
        let policy = |method: &str, path: &str, accept: &str| {
            let answer = house.http.anyone().send(method, path, &[("accept", accept)], Vec::new());
            answer.header("ratelimit-policy").split(';').next().unwrap_or("").to_owned()
        };
        assert_eq!(policy("POST", "/%6cogin", "*/*"), "\"sensitive\"");
        assert_eq!(policy("POST", "/o%61uth/token", "*/*"), "\"sensitive\"");
        assert_eq!(policy("GET", "/v1/%65xports/2026-01-01/manifest.json", "*/*"), "\"costly\"");
        assert_eq!(policy("GET", "/v1/retirements?%74ext=gold", "*/*"), "\"costly\"");
        assert_eq!(policy("GET", "/v1/batches", "TEXT/CSV"), "\"costly\"");
        house.audit();
    });
}

#[test]
fn tokens_that_are_worth_nothing_use_up_the_quota_of_their_address() {
    each_database(|location| {
        let house = strict(location, "");
        let guess =
            || house.http.send("GET", "/v1/programmes", &[("authorization", "Bearer x.y.z")], Vec::new()).status;
        assert_eq!([guess(), guess(), guess(), guess()], [401, 401, 401, 429]);
        house.audit();
    });
}
