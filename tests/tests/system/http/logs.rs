//! The program's log as JSON: each line an object, one line a request, nothing personal in any.

use orebook_registry::instruction::Role;
use orebook_store::Location;
use orebook_tests::house::{audit, found};
use orebook_tests::scenario::Scenario;
use orebook_tests::served::{Served, set_clock};
use orebook_tests::until;
use serde_json::Value;

/// What must not be written down.
const PLANTED: [&str; 8] = [
    "jane.doe",
    "example.org",
    "Wanjiru",
    "254700123456",
    "obt_01a1_Secret",
    "eyJhbGciOiJFZERTQSJ9",
    "203.0.113.77",
    "127.0.0.1",
];

#[test]
fn the_log_has_a_line_for_each_request_and_nothing_personal() {
    let data = tempfile::tempdir().unwrap();
    let mut scenario = Scenario::founded();
    scenario.register("Wanjiru Trading", "KE", &[Role::Buyer]);
    found(&scenario, data.path());
    set_clock(data.path(), scenario.entries()[0].time.plus_seconds(1));
    let (location, log) = (Location::Sqlite(data.path().join("register.db")), data.path().join("log.json"));
    let served = Served::start_logging(&location, data.path(), &["--log-format", "json"], &log);
    served.until_ready();
    let headers = [
        ("authorization", "Bearer obt_01a1_Secret"),
        ("cookie", "__Host-session=eyJhbGciOiJFZERTQSJ9"),
        ("x-forwarded-for", "203.0.113.77"),
        ("referer", "https://example.org/jane.doe"),
        ("user-agent", "jane.doe/1.0"),
        ("content-type", "application/json"),
    ];
    let grievance = r#"{"kind":"payment","severity":"2","text":"Call Wanjiru at +254700123456, jane.doe@example.org"}"#;
    let sent: [(&str, &str, &str, &str, u64); 8] = [
        ("GET", "/v1/retirements?text=jane.doe@example.org", "", "/v1/retirements", 200),
        ("GET", "/?q=jane.doe@example.org", "", "/", 200),
        ("GET", "/v1/batches/jane.doe@example.org", "", "/v1/batches/{id}", 400),
        ("GET", "/v1/batches?note=Wanjiru", "", "/v1/batches", 400),
        ("GET", "/jane.doe@example.org", "", "none", 404),
        ("POST", "/v1/grievances", grievance, "/v1/grievances", 201),
        ("POST", "/v1/grievances", "{\"kind\":\"jane.doe@example.org\"}", "/v1/grievances", 400),
        ("POST", "/v1/instructions", "{\"act\":\"jane.doe@example.org\"}", "/v1/instructions", 400),
    ];
    for (n, (method, path, body, _, status)) in sent.iter().enumerate() {
        let id = format!("sent-{n}");
        let headers = [headers.as_slice(), &[("x-request-id", id.as_str())]].concat();
        let answer = served.http.send(method, path, &headers, body.as_bytes().to_vec());
        assert_eq!(u64::from(answer.status), *status, "{path}: {}", answer.body);
    }
    let has_last = |text: &String| text.contains("sent-7") && text.ends_with('\n');
    let text = until("the last line", || std::fs::read_to_string(&log).ok().filter(has_last));
    let lines: Vec<Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"))).collect();
    for (n, (method, _, _, route, status)) in sent.iter().enumerate() {
        let of_it: Vec<&Value> = lines.iter().filter(|line| line["id"] == format!("sent-{n}")).collect();
        assert_eq!(of_it.len(), 1, "one line a request: {text}");
        let line = of_it[0];
        assert_eq!(
            (&line["method"], &line["route"], &line["status"]),
            (&(*method).into(), &(*route).into(), &(*status).into())
        );
        assert_eq!((&line["level"], &line["target"]), (&"INFO".into(), &"orebook::access".into()));
        assert!(line["microseconds"].is_u64() && line["bytes"].as_u64() > Some(0), "{line}");
        assert!(line["timestamp"].as_str().is_some_and(|time| time.ends_with('Z')), "{line}");
        assert!(line.get("organisation").is_none(), "nobody was recognised: {line}");
    }
    for planted in PLANTED {
        assert!(!text.contains(planted), "{planted} stands in the log:\n{text}");
    }
    served.kill();
    audit(&location, data.path());
}
