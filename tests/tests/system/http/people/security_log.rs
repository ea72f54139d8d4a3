//! The security log: what happened, in order, to whom; for the admins of the organisation alone.

use orebook_registry::instruction::Role;
use orebook_server::access::security::{Kind, record_read};
use orebook_server::access::{By, Member, Permissions};
use orebook_tests::house::House;
use orebook_tests::scenario::Scenario;
use orebook_tests::{each_database, until};

use super::stage::Stage;

#[test]
fn the_log_tells_in_order_what_happened_and_names_nothing_but_ids() {
    each_database(|location| {
        let stage = Stage::set(location);
        let admin = stage.admin();
        let bo = stage.joined(stage.operator(), "bo@operator.example", "viewer");
        bo.form("/logout", "");
        let (ada, bo) = (stage.person("ada@operator.example").id, stage.person("bo@operator.example").id);
        admin.json("DELETE", &format!("/v1/people/{bo}"), &[], "");
        let listed = admin.get("/v1/security-log");
        assert_eq!((listed.status, listed.header("cache-control"), listed.header("etag")), (200, "no-store", ""));
        let rows: Vec<(String, String)> = listed.json["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row["kind"].as_str().unwrap().to_owned(), row["actor"].as_str().unwrap().to_owned()))
            .collect();
        let expected = [
            ("session_ended", &ada),
            ("person_ended", &ada),
            ("logout", &bo),
            ("login", &bo),
            ("joined", &bo),
            ("invited", &"operator".to_owned()),
            ("login", &ada),
            ("joined", &ada),
            ("invited", &"operator".to_owned()),
        ];
        assert_eq!(rows, expected.map(|(kind, actor)| (kind.to_owned(), actor.clone())));
        assert!(!listed.body.contains('@'), "{}", listed.body);
        let csv = admin.send("GET", "/v1/security-log", &[("accept", "text/csv")], Vec::new());
        assert_eq!((csv.status, csv.body.lines().count()), (200, 10), "{}", csv.body);
        assert!(csv.header("content-type").starts_with("text/csv"));
        assert!(csv.header("content-disposition").contains("security-log.csv"));
        stage.audit();
    });
}

#[test]
fn an_organisation_reads_its_own_log_alone() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let coop = scenario.register("Coop", "CO", &[Role::Producer]);
        let stage = Stage::of(House::of(location, scenario), location);
        stage.admin();
        let bo = stage.joined(coop.id, "bo@coop.example", "admin");
        let ada = stage.person("ada@operator.example").id;
        let own = bo.get("/v1/security-log");
        assert_eq!(own.json["items"].as_array().unwrap().len(), 3);
        assert!(!own.body.contains(&ada));
        stage.audit();
    });
}

#[test]
fn reads_are_recorded_behind_the_reader_and_all_of_them_before_the_server_stops() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let coop = scenario.register("Coop", "CO", &[Role::Producer]);
        let mut stage = Stage::of(House::of(location, scenario), location);
        let by = By::User("usr_1".to_owned());
        let reader = Member { organisation: stage.operator(), by, may: Permissions::all() };
        let read = |n: usize| {
            let shared = &stage.house.running().shared;
            record_read(shared, coop.id, &reader, &format!("/v1/cash?n={n}\0\r\n"))
        };
        read(0).unwrap();
        let row = until("the first read", || stage.log(coop.id).pop());
        assert_eq!(
            (row.kind.as_str(), row.actor.as_str(), row.subject.as_str()),
            ("private_read", "usr_1", "/v1/cash?n=0")
        );
        for n in 1..=300 {
            read(n).unwrap();
        }
        stage.house.stop();
        let page = orebook_store::Page::newest(1_000);
        let rows = stage.reader().read(|read| read.security_log(&coop.id.to_string(), &page)).unwrap();
        assert_eq!(rows.len(), 301);
        stage.audit();
    });
}

#[test]
fn a_read_that_cannot_be_recorded_is_refused() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let shared = stage.house.running().shared.clone();
        let by = By::User("usr_1".to_owned());
        let reader = Member { organisation: stage.operator(), by, may: Permissions::all() };
        stage.house.stop();
        let refused = record_read(&shared, stage.operator(), &reader, "/v1/cash").unwrap_err();
        assert_eq!((refused.status.as_u16(), refused.code.as_str()), (503, "busy"));
        drop(shared);
        stage.audit();
    });
}

#[test]
fn kinds_have_names_of_their_own() {
    let words: std::collections::BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    assert_eq!(words.len(), Kind::ALL.len());
}
