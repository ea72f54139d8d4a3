//! Grievances over HTTP: filed by nobody in particular, read with the receipt, handled by signed acts, never in the log.

use orebook_registry::instruction::*;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{World, value};
use serde_json::json;

const FAR: [(&str, &str); 1] = [("authorization", "")];
const TEXT: &str = "The women's fund has not been paid since March. — señora P.";

fn file(house: &House, kind: &str, about: Option<&str>) -> Answer {
    let body = json!({ "kind": kind, "severity": "2", "text": TEXT });
    let mut body = body.as_object().unwrap().clone();
    if let Some(about) = about {
        body.insert("about".to_owned(), about.into());
    }
    let headers = [("content-type", "application/json"), FAR[0]];
    house.http.send("POST", "/v1/grievances", &headers, serde_json::to_vec(&body).unwrap())
}

fn look_up(house: &House, receipt: &str) -> Answer {
    house.http.post("/v1/grievances/lookup", json!({ "receipt": receipt }).to_string().into_bytes())
}

#[test]
fn a_case_goes_from_its_filing_to_its_end_and_its_receipt_reads_it() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let mut house = House::of(location, world.scenario.clone());
        let operator = house.scenario.operator.clone();
        let filed = file(&house, "payment", Some(&batch.to_string()));
        assert_eq!((filed.status, filed.text("/triage_due")), (201, "2026-07-16T00:00:00.000Z"), "{}", filed.body);
        let (receipt, digest) = (filed.text("/receipt").to_owned(), filed.text("/grievance").to_owned());
        let state = |house: &House| {
            let case = look_up(house, &receipt);
            assert_eq!(house.get(&format!("/v1/grievances/{receipt}")).body, case.body, "{}", case.body);
            assert!(!case.body.contains("señora") && !case.body.contains(&receipt), "{}", case.body);
            (case.text("/state").to_owned(), case.text("/overdue").to_owned())
        };
        assert_eq!(state(&house), ("filed".into(), "no".into()));
        let grievance = value::<Digest>(&digest);
        let triage = TriageGrievance {
            batch: Some(batch),
            certificate: None,
            decision: GrievanceDecision::Accepted,
            grievance,
            producer: None,
            severity: Severity::Three,
        };
        let triaged = house.act(&operator, Act::TriageGrievance(triage));
        assert_eq!(triaged.status, 201, "{}", triaged.body);
        assert_eq!(state(&house), ("triaged".into(), "no".into()));
        let case = look_up(&house, &receipt);
        assert_eq!((case.text("/severity"), case.text("/severity_wished")), ("3", "2"));
        assert_eq!(case.text("/triaged_in"), triaged.text("/sequence"));
        let close = CloseGrievance { grievance, outcome: GrievanceOutcome::Remedied };
        house.act(&operator, Act::CloseGrievance(close));
        assert_eq!(state(&house), ("closed".into(), "no".into()));
        assert_eq!(look_up(&house, &receipt).text("/outcome"), "remedied");
        let log = house.scenario.entries().iter().map(|entry| String::from_utf8_lossy(&entry.bytes).into_owned());
        assert!(!log.collect::<String>().contains("women's fund"), "nothing of the text is in the log");
        house.audit();
    });
}

#[test]
fn the_operator_sees_what_is_open_and_overdue_and_the_public_only_figures() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let mut house = House::of(location, world.scenario.clone());
        let operator = house.scenario.operator.clone();
        let digests: Vec<String> = ["violence", "payment", "other"]
            .map(|kind| file(&house, kind, Some(&batch.to_string())).text("/grievance").to_owned())
            .into();
        let listed = |house: &House, state: &str| -> Vec<String> {
            let answer = house.get(&format!("/v1/grievances?state={state}"));
            let items = answer.json["items"].as_array().unwrap_or_else(|| panic!("{}", answer.body));
            items.iter().map(|case| case["kind"].as_str().unwrap().to_owned()).collect()
        };
        let mut all = listed(&house, "all");
        all.sort();
        assert_eq!(all, ["other", "payment", "violence"]);
        assert!(listed(&house, "overdue").is_empty());
        house.advance(25 * 3600);
        assert_eq!(listed(&house, "overdue"), ["violence"], "a day is over, two working days are not");
        let triage = |digest: &str| {
            Act::TriageGrievance(TriageGrievance {
                batch: None,
                certificate: None,
                decision: GrievanceDecision::Referred,
                grievance: value(digest),
                producer: None,
                severity: Severity::One,
            })
        };
        for digest in &digests[..2] {
            assert_eq!(house.act(&operator, triage(digest)).status, 201);
        }
        let close = CloseGrievance { grievance: value(&digests[1]), outcome: GrievanceOutcome::HandedOver };
        house.act(&operator, Act::CloseGrievance(close));
        assert!(listed(&house, "overdue").is_empty());
        assert_eq!(listed(&house, "closed"), ["payment"]);
        assert_eq!(listed(&house, "open").len(), 2);
        assert!(house.get("/v1/grievances").body.contains("señora"), "the handler reads what was written");
        let refused = house.http.send("GET", "/v1/grievances?state=open", &FAR, Vec::new());
        assert_eq!(refused.code(), "token_is_required");
        let summary = house.http.send("GET", "/v1/grievances/summary", &FAR, Vec::new());
        for (pointer, expected) in [
            ("/filed", "3"),
            ("/awaiting", "1"),
            ("/overdue", "0"),
            ("/triaged_late", "1"),
            ("/open", "1"),
            ("/closed", "1"),
            ("/kinds/violence", "1"),
            ("/kinds/environment", "0"),
            ("/severities/1", "2"),
            ("/outcomes/handed_over", "1"),
        ] {
            assert_eq!(summary.text(pointer), expected, "{pointer} in {}", summary.body);
        }
        assert!(!summary.body.contains("bat_") && !summary.body.contains(&digests[0]), "{}", summary.body);
        assert_eq!(house.get("/v1/grievances?limit=1").json["items"].as_array().map(Vec::len), Some(1));
        house.audit();
    });
}

#[test]
fn what_cannot_be_taken_up_is_refused_and_the_form_is_limited() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let house = House::of(location, world.scenario.clone());
        let post = |body: serde_json::Value| house.http.post("/v1/grievances", body.to_string().into_bytes());
        let rows = [
            (json!({ "kind": "weather", "severity": "2", "text": "x" }), 400, "grievance_is_malformed"),
            (json!({ "kind": "other", "severity": "2", "text": "  " }), 400, "grievance_is_malformed"),
            (json!({ "kind": "other", "severity": "2", "text": "x".repeat(4_001) }), 400, "grievance_is_malformed"),
            (json!({ "kind": "other", "severity": "2", "text": "a\u{0}b" }), 400, "grievance_is_malformed"),
            (json!({ "kind": "other", "severity": "5", "text": "x" }), 400, "document_is_malformed"),
            (json!({ "kind": "other", "severity": "2", "text": "x", "name": "me" }), 400, "document_is_malformed"),
            (json!({ "kind": "other", "severity": "2", "text": "x", "about": "bat_1" }), 404, "must_exist"),
            (
                json!({ "kind": "other", "severity": "2", "text": "x", "about": world.buyers[0].id.to_string() }),
                404,
                "must_exist",
            ),
        ];
        for (body, status, code) in rows {
            let answer = post(body.clone());
            assert_eq!((answer.status, answer.code()), (status, code), "{body}");
        }
        for wrong in ["", "ABCD", "0000-0000-0000-0000-0000-0000-0000-000U"] {
            assert_eq!(look_up(&house, wrong).status, 400, "{wrong}");
        }
        assert_eq!(look_up(&house, &["0000"; 8].join("-")).code(), "must_exist");
        let longest =
            json!({ "kind": "other", "severity": "4", "text": "é".repeat(4_000), "about": batch.to_string() });
        let statuses: Vec<u16> = (0..21).map(|_| post(longest.clone()).status).collect();
        assert_eq!(statuses[..20], [201; 20]);
        let refused = post(longest);
        assert_eq!((refused.code(), refused.header("retry-after")), ("too_many_requests", "60"));
        house.audit();
    });
}
