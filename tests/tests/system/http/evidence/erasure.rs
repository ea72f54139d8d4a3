//! Erasure by the operator's command: the file is gone for ever, the declaration stays what it was.

use orebook_registry::instruction::*;
use orebook_server::commands::erase_evidence;
use orebook_store::Location;
use orebook_tests::each_database;
use orebook_tests::house::config;
use orebook_tests::programs::orebook;

use super::stage::{REPORT, Stage, TABLE, digest};

#[test]
fn an_erased_file_is_told_as_erased_and_does_not_come_back() {
    each_database(|location| {
        let mut stage = Stage::on(location);
        let (clara, certifier) = (stage.clara(), stage.world.cordillera.clone());
        assert_eq!((stage.put(&clara, REPORT).status, stage.put(&clara, TABLE).status), (201, 201));
        let config = config(location, stage.house.data());
        assert_eq!(erase_evidence(&config, digest(REPORT)), Ok(1));
        assert!(!stage.stored(REPORT).exists());
        assert_eq!(stage.states(), ["erased", "stored", "missing", "missing"]);
        let shown = clara.get(&stage.list());
        assert!(!shown.text("/items/0/erased_at").is_empty() && !shown.text("/items/0/stored_at").is_empty());
        for answer in [clara.get(&stage.path(REPORT)), stage.put(&clara, REPORT)] {
            assert_eq!((answer.status, answer.code()), (410, "evidence_must_not_be_erased"));
            assert_eq!(answer.text("/facts/erased_at"), shown.text("/items/0/erased_at"));
        }
        assert_eq!(erase_evidence(&config, digest(REPORT)), Ok(1), "it may be said again");
        let log = clara.get("/v1/security-log").json;
        let rows = log["items"].as_array().unwrap();
        let told: Vec<_> = rows.iter().filter(|row| row["kind"] == "evidence_erased").collect();
        assert_eq!(told.len(), 1, "{log}");
        assert_eq!(told[0]["subject"], digest(REPORT).to_string());
        // The declaration is as good as before.
        let (declaration, verified) = (stage.declaration, orebook_tests::scenario::value("1"));
        let approve = ApproveDeclaration { declaration, verified };
        assert_eq!(stage.house.act(&certifier, Act::ApproveDeclaration(approve)).status, 201);
        stage.house.audit();
    });
}

#[test]
fn an_erasure_is_of_all_declarations_that_name_the_file() {
    each_database(|location| {
        let mut stage = Stage::on(location);
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        let sisters = stage.world.sisters.clone();
        let act = orebook_tests::scenario::declaration(
            stage.world.sisters_certificate,
            "0.1",
            "0",
            ["2026-07-01", "2026-07-10"],
        );
        let declared = stage.house.act(&sisters, Act::Declare(Declare { evidence: vec![digest(REPORT)], ..act }));
        let id = declared.text("/entry/events/0/certificate/declared/declaration").to_owned();
        let http = stage.house.member(&sisters);
        let list = format!("/v1/declarations/{id}/evidence");
        assert_eq!(http.get(&list).text("/items/0/state"), "missing");
        erase_evidence(&config(location, stage.house.data()), digest(REPORT)).unwrap();
        assert_eq!(http.get(&list).text("/items/0/state"), "erased");
        let put = http.send("PUT", &format!("{list}/{}", digest(REPORT)), &[], REPORT.to_vec());
        assert_eq!(put.code(), "evidence_must_not_be_erased");
        stage.house.audit();
    });
}

#[test]
fn the_command_erases_and_says_when_there_is_nothing() {
    each_database(|location| {
        let stage = Stage::on(location);
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        let run = |args: &[&str]| {
            let database = match location {
                Location::Sqlite(path) => format!("sqlite:{}", path.display()),
                Location::Postgres(url) => url.clone(),
            };
            let mut command = orebook();
            command.args(["evidence", "--database", &database, "--data"]).arg(stage.house.data()).args(args);
            let output = command.output().unwrap();
            let text = [output.stdout, output.stderr].concat();
            (output.status.success(), String::from_utf8_lossy(&text).trim_end().to_owned())
        };
        assert_eq!(run(&["check"]), (true, "1 files are whole".to_owned()));
        let erased = run(&["erase", &digest(REPORT).to_string()]);
        assert_eq!(erased, (true, "erased; declarations that named it: 1".to_owned()));
        let (done, words) = run(&["erase", &digest(TABLE).to_string()]);
        assert!(!done && words.contains("is stored"), "{words}");
        assert_eq!(run(&["check"]), (true, "0 files are whole".to_owned()));
        assert_eq!(stage.states()[0], "erased");
        stage.house.audit();
    });
}
