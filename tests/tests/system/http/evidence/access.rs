//! Who uploads, who reads, and to whom there is nothing.

use orebook_registry::instruction::*;
use orebook_tests::each_database;
use orebook_tests::house::token;
use orebook_tests::scenario::declaration;
use serde_json::json;

use super::stage::{REPORT, Stage, digest};

#[test]
fn the_parties_and_the_offices_read_and_to_others_it_does_not_exist() {
    each_database(|location| {
        let stage = Stage::on(location);
        let member = |actor| stage.house.member(actor);
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        let world = &stage.world;
        for (who, actor) in [
            ("the producer", &world.clara),
            ("the holder", &stage.holder),
            ("the certifier", &world.cordillera),
            ("an auditor", &stage.auditor),
            ("the operator", &world.scenario.operator),
        ] {
            assert_eq!(member(actor).get(&stage.list()).status, 200, "{who}");
            assert_eq!(member(actor).get(&stage.path(REPORT)).bytes, REPORT, "{who}");
        }
        for (who, actor) in [
            ("the certifier of others", &world.acacia),
            ("another producer", &world.sisters),
            ("a buyer", &world.buyers[0]),
        ] {
            for path in [stage.list(), stage.path(REPORT), stage.path(b"nowhere"), stage.path(b"undeclared")] {
                let answer = member(actor).get(&path);
                assert_eq!((answer.status, answer.code()), (404, "must_exist"), "{who}");
                assert!(answer.body.contains("declaration"), "it tells nothing of the file: {}", answer.body);
            }
            let put = stage.put(&member(actor), REPORT);
            assert_eq!((put.status, put.code()), (404, "must_exist"), "{who}");
        }
        for (who, actor) in [("the certifier", &world.cordillera), ("an auditor", &stage.auditor)] {
            let put = stage.put(&member(actor), REPORT);
            assert_eq!((put.status, put.code()), (403, "evidence_must_be_ones_own"), "{who}");
        }
        assert_eq!(stage.put(&stage.house.http, REPORT).status, 403, "nor does the operator");
        for (method, path) in [("GET", stage.list()), ("GET", stage.path(REPORT)), ("PUT", stage.path(REPORT))] {
            let anyone = stage.house.http.anyone().send(method, &path, &[], REPORT.to_vec());
            assert_eq!((anyone.status, anyone.code()), (401, "token_is_required"), "{method} {path}");
        }
        stage.house.audit();
    });
}

#[test]
fn a_token_without_the_permission_for_documents_gives_none() {
    each_database(|location| {
        let stage = Stage::on(location);
        let key = &stage.world.clara.keys[0].secret;
        let header = json!({ "alg": "EdDSA", "kid": key.public().to_string() });
        let id = stage.world.clara.id.to_string();
        let assertion = token::signed(&token::claims(&stage.house.http, &id), &header, key);
        let narrow = token::ask(&stage.house.http, &assertion, Some("read")).text("/access_token").to_owned();
        let narrow = stage.house.http.with_token(narrow);
        for (method, path) in [("GET", stage.list()), ("GET", stage.path(REPORT)), ("PUT", stage.path(REPORT))] {
            let answer = narrow.send(method, &path, &[], REPORT.to_vec());
            assert_eq!((answer.status, answer.code()), (403, "permission_is_required"), "{method} {path}");
        }
        stage.house.audit();
    });
}

#[test]
fn a_holder_whose_mandate_ended_uploads_no_more() {
    each_database(|location| {
        let mut stage = Stage::on(location);
        let clara = stage.world.clara.clone();
        let holder = stage.house.member(&stage.holder);
        let certificate =
            stage.house.scenario.registry.certificates.declaration(stage.declaration).unwrap().certificate;
        assert_eq!(stage.house.act(&clara, Act::EndMandate(EndMandate { certificate })).status, 201);
        let put = stage.put(&holder, REPORT);
        assert_eq!((put.status, put.code()), (403, "evidence_must_be_ones_own"));
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        stage.house.audit();
    });
}

#[test]
fn whoever_names_the_digest_of_anothers_file_does_not_get_it() {
    each_database(|location| {
        let mut stage = Stage::on(location);
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        let sisters = stage.world.sisters.clone();
        let period = ["2026-07-01", "2026-07-10"];
        let act = declaration(stage.world.sisters_certificate, "0.1", "0", period);
        let declared = stage.house.act(&sisters, Act::Declare(Declare { evidence: vec![digest(REPORT)], ..act }));
        let id = declared.text("/entry/events/0/certificate/declared/declaration").to_owned();
        let path = format!("/v1/declarations/{id}/evidence/{}", digest(REPORT));
        let http = stage.house.member(&sisters);
        let stolen = http.get(&path);
        assert_eq!((stolen.status, stolen.code()), (404, "evidence_must_be_stored"));
        assert_eq!(http.send("PUT", &path, &[], REPORT.to_vec()).status, 201, "who has the file may upload it");
        assert_eq!(http.get(&path).bytes, REPORT);
        stage.house.audit();
    });
}

#[test]
fn what_an_office_reads_stands_in_the_security_log_of_the_producer() {
    each_database(|location| {
        let stage = Stage::on(location);
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        assert_eq!(stage.house.member(&stage.world.cordillera).get(&stage.path(REPORT)).status, 200);
        assert_eq!(stage.house.member(&stage.auditor).get(&stage.path(REPORT)).status, 200);
        assert_eq!(stage.house.get(&stage.list()).status, 200);
        let readers = || {
            let log = stage.clara().get("/v1/security-log").json;
            let rows = log["items"].as_array().unwrap().clone();
            let of = rows.iter().filter(|row| row["subject"].as_str().unwrap().contains("/evidence"));
            let of: Vec<String> = of.map(|row| row["actor"].as_str().unwrap().to_owned()).collect();
            (of.len() == 2).then_some(of)
        };
        let mut readers = orebook_tests::until("both readings", readers);
        readers.sort();
        let mut offices = [stage.auditor.id.to_string(), stage.world.scenario.operator.id.to_string()];
        offices.sort();
        assert_eq!(readers, offices);
        stage.house.audit();
    });
}
