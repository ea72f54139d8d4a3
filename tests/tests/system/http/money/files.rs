//! Payout files: valid for a bank, made once, and the same bytes for ever.

use std::path::PathBuf;
use std::process::Command;

use orebook_registry::instruction::*;
use orebook_registry::values::PayoutFileId;
use orebook_server::config::{Config, Place, Service};
use orebook_store::Location;
use orebook_tests::demo::demo;
use orebook_tests::each_database;
use orebook_tests::golden::workspace;
use orebook_tests::house::{Answer, House, config};
use orebook_tests::scenario::value;

use super::stage::{self, Approved, SETTINGS, Stage, approved, by_operator, details, furnished, put};

fn schema() -> PathBuf {
    let path = workspace().join("target/tools/xsd/pain.001.001.09.xsd");
    assert!(path.is_file(), "{} is missing: run `make setup`", path.display());
    path
}

/// Fails unless the file is one of ISO 20022.
fn must_be_valid(xml: &str) {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("file.xml");
    std::fs::write(&file, xml).unwrap();
    let output = Command::new("xmllint").args(["--nonet", "--noout", "--schema"]).arg(schema()).arg(&file).output();
    let output = output.unwrap_or_else(|error| panic!("xmllint cannot be run: {error}: run `make setup`"));
    assert!(output.status.success(), "{}\n{xml}", String::from_utf8_lossy(&output.stderr));
}

fn path(file: PayoutFileId) -> String {
    format!("/v1/payout-files/{file}")
}

fn file(house: &House, file: PayoutFileId) -> Answer {
    let answer = house.get(&path(file));
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer
}

/// A house that knows where everybody is paid.
fn told(location: &Location, stage: &Stage) -> House {
    let house = furnished(location, stage);
    for n in 0..3 {
        assert_eq!(put(&house, &details(n)).status, 201);
    }
    house
}

#[test]
fn files_in_usd_and_ugx_are_valid_and_say_what_was_approved() {
    each_database(|location| {
        let (stage, approved) = approved();
        let mut house = told(location, &stage);
        let usd = file(&house, approved.usd);
        must_be_valid(&usd.body);
        assert_eq!(usd.header("content-type"), "application/xml");
        let of_file = stage.payouts().file(approved.usd).unwrap();
        let approved_at = of_file.approved_at.to_string();
        for expected in [
            format!("<MsgId>{}</MsgId>", approved.usd.ulid()),
            format!("<CreDtTm>{}Z</CreDtTm>", &approved_at[..19]),
            format!("<Dt>{}</Dt>", &approved_at[..10]),
            format!("<CtrlSum>{}</CtrlSum>", of_file.total.amount()),
            "<NbOfTxs>2</NbOfTxs>".to_owned(),
            "<InstdAmt Ccy=\"USD\">5000.00</InstdAmt>".to_owned(),
            "<IBAN>NL91ABNA0417164300</IBAN>".to_owned(),
            "<IBAN>DE89370400440532013000</IBAN>".to_owned(),
            "<Nm>Clara Fund 1 - Educacion</Nm>".to_owned(),
        ] {
            assert!(usd.body.contains(&expected), "{expected}\n{}", usd.body);
        }
        for payout in &of_file.payouts {
            let reference = house.get(&format!("/v1/payouts/{payout}")).text("/reference").to_owned();
            assert!(usd.body.contains(&format!("<InstrId>{}</InstrId>", payout.ulid())), "{}", usd.body);
            assert!(usd.body.contains(&format!("<EndToEndId>{reference}</EndToEndId>")), "{}", usd.body);
            assert!(usd.body.contains(&format!("<Ref>{reference}</Ref>")), "{}", usd.body);
        }

        let in_ugx = file(&house, approved.ugx);
        must_be_valid(&in_ugx.body);
        let whole = stage.payouts().find(approved.payouts[2]).unwrap().amount.amount();
        assert!(in_ugx.body.contains(&format!("<InstdAmt Ccy=\"UGX\">{whole}</InstdAmt>")), "{}", in_ugx.body);
        assert!(in_ugx.body.contains("<MmbId>040147</MmbId>"), "{}", in_ugx.body);

        let table = file(&house, approved.mobile);
        assert_eq!(table.header("content-type"), "text/csv; charset=utf-8; header=present");
        let rows: Vec<&str> = table.body.split_terminator("\r\n").collect();
        assert_eq!(rows.len(), 2, "{}", table.body);
        assert!(rows[0].starts_with("\"Recipient Number\""), "{}", table.body);
        assert!(
            rows[1].contains("\"256772123456\",\"Akello Grace 2\"") && rows[1].contains("\"UGX\""),
            "{}",
            table.body
        );

        // The entity tag is what the operator signs for.
        stage::settle(&mut house, approved.usd);
        let kept = house.scenario.registry.cash.payouts().file(approved.usd).unwrap().digest;
        assert_eq!(kept, Some(Digest(orebook_document::sha256(usd.body.as_bytes()))));
        let zipped = house.http.send("GET", &path(approved.usd), &[("accept-encoding", "gzip")], Vec::new());
        assert_eq!(zipped.body, usd.body, "nothing packs it on the way");
        house.audit();
    });
}

#[test]
fn a_file_is_the_same_after_a_restart_an_erasure_and_another_configuration() {
    each_database(|location| {
        let (stage, approved) = approved();
        let mut house = told(location, &stage);
        let before = [approved.usd, approved.ugx, approved.mobile].map(|id| file(&house, id));
        for n in 0..3 {
            let path = format!("/v1/payout-details/{}", stage::digest_of(&details(n)));
            assert_eq!(house.http.send("DELETE", &path, &[], Vec::new()).status, 204);
        }
        let moved =
            SETTINGS.replace("NL91ABNA0417164300", "DE89370400440532013000").replace("Keizersgracht", "Elsewhere");
        std::fs::write(house.data().join("orebook.toml"), moved).unwrap();
        house.advance(3_600);
        house.restart();
        for (id, before) in [approved.usd, approved.ugx, approved.mobile].into_iter().zip(before) {
            let after = file(&house, id);
            assert_eq!(after.body, before.body);
            assert_eq!(
                (after.header("etag"), after.header("digest")),
                (before.header("etag"), before.header("digest"))
            );
        }
        house.audit();
    });
}

/// The same approval makes the same file wherever it is made: nothing of a clock or of a database is in it.
#[test]
fn both_databases_make_the_same_files() {
    let files = std::cell::RefCell::new(Vec::new());
    each_database(|location| {
        let (stage, approved) = approved();
        let house = told(location, &stage);
        files.borrow_mut().push([approved.usd, approved.ugx, approved.mobile].map(|id| file(&house, id).body));
        house.audit();
    });
    let files = files.into_inner();
    assert_eq!(files[0], files[1]);
}

#[test]
fn what_cannot_be_made_whole_is_not_made_and_nothing_is_kept_of_it() {
    each_database(|location| {
        let (stage, Approved { usd, mobile, payouts, .. }) = approved();
        let mut house = House::of(location, stage.world.scenario.clone());
        let refused = |house: &House, id| {
            let answer = house.get(&path(id));
            assert_eq!(answer.status, 409, "{}", answer.body);
            (answer.code().to_owned(), answer.json["facts"].clone())
        };
        assert_eq!(
            refused(&house, usd),
            ("payouts_must_be_configured".to_owned(), serde_json::json!({ "missing": "[payouts]" }))
        );
        for (settings, id, missing) in [
            (SETTINGS.replace("accounts.USD", "accounts.EUR"), usd, "[payouts.accounts.USD]"),
            (SETTINGS.replace("mobile = \"bulk_disbursement\"\n", ""), mobile, "payouts.mobile"),
        ] {
            std::fs::write(house.data().join("orebook.toml"), settings).unwrap();
            house.restart();
            assert_eq!(refused(&house, id).1["missing"], missing);
        }
        std::fs::write(house.data().join("orebook.toml"), SETTINGS).unwrap();
        house.restart();
        assert_eq!(put(&house, &details(0)).status, 201);
        let (code, facts) = refused(&house, usd);
        assert_eq!(code, "payout_details_must_be_there");
        assert_eq!(facts["payouts"].as_array().unwrap().len(), 1);
        assert_eq!(facts["payouts"][0]["payout"], payouts[1].to_string());
        assert_eq!(facts["payouts"][0]["details"], stage::digest_of(&details(1)).to_string());
        assert_eq!(put(&house, &details(1)).status, 201);
        by_operator(&mut house, Act::CancelPayout(CancelPayout { payout: payouts[0], reason: value("mistake") }));
        let (code, facts) = refused(&house, usd);
        assert_eq!(
            (code.as_str(), &facts["payouts"]),
            ("payout_file_must_be_whole", &serde_json::json!([payouts[0].to_string()]))
        );
        assert_eq!(house.get(&path(PayoutFileId::from(1))).code(), "must_exist");
        let reader = orebook_store::Reader::open(location, 1).unwrap();
        let kept = reader.read(|read| read.payout_file(&usd.to_string())).unwrap();
        assert!(kept.is_none());
        house.audit();
    });
}

#[test]
fn a_file_that_was_made_outlives_a_cancellation() {
    each_database(|location| {
        let (stage, approved) = approved();
        let mut house = told(location, &stage);
        let before = file(&house, approved.usd).body;
        let cancel = CancelPayout { payout: approved.payouts[0], reason: value("mistake") };
        by_operator(&mut house, Act::CancelPayout(cancel));
        assert_eq!(file(&house, approved.usd).body, before);
        let instruct =
            InstructPayouts { digest: Digest(orebook_document::sha256(before.as_bytes())), file: approved.usd };
        let operator = house.scenario.operator.clone();
        let refused = house.act(&operator, Act::InstructPayouts(instruct));
        assert_eq!(refused.code(), "payout_must_be", "a bank must not be given it");
        house.audit();
    });
}

#[test]
fn the_demos_directory_says_from_where_it_pays_and_config_prints_it() {
    let location = Location::Sqlite(demo().data().join("register.db"));
    let demos = config(&location, demo().data());
    let accounts = demos.payouts.as_ref().map(|payouts| payouts.accounts.len());
    assert_eq!(accounts, Some(3));
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("orebook.toml");
    let printed = demos.describe();
    assert!(printed.contains("[payouts.accounts.UGX.account]"), "{printed}");
    let section = printed.find("[payouts").unwrap();
    std::fs::write(&file, &printed[section..]).unwrap();
    let read_back = config(&location, directory.path()).describe();
    assert!(read_back.ends_with(&printed[section..]), "{read_back}");
    let of = |text: &str| {
        std::fs::write(&file, text).unwrap();
        let place = Place { data: Some(directory.path().to_owned()), ..Place::default() };
        Config::of(&place, &Service::default()).err().unwrap_or_default()
    };
    assert_eq!(of(SETTINGS), "");
    for (from, to, says) in [
        ("NL91ABNA0417164300", "NL91ABNA0417164301", "payouts.accounts.USD.account.iban: the check digits"),
        ("accounts.USD", "accounts.DOLLARS", "payouts.accounts.DOLLARS: "),
        ("town = \"Amsterdam\", ", "", "payouts: missing field `town`"),
        ("bulk_disbursement", "pigeon", "payouts.mobile: "),
        ("iban = \"NL91ABNA0417164300\"", "msisdn = \"+256772123456\"", "payouts.accounts.USD"),
    ] {
        let wrong = of(&SETTINGS.replace(from, to));
        assert!(wrong.contains(says), "{wrong}");
    }
}

#[test]
fn nothing_of_details_and_files_stands_in_the_log() {
    each_database(|location| {
        let (stage, approved) = approved();
        let house = told(location, &stage);
        drop([approved.usd, approved.ugx, approved.mobile].map(|id| file(&house, id)));
        for entry in house.scenario.entries() {
            let text = String::from_utf8_lossy(&entry.bytes).into_owned();
            for secret in ["DE89370400440532013000", "DEUTDEFF", "256772123456", "123456789012", "Carrera"] {
                assert!(!text.contains(secret), "{text}");
            }
        }
        house.audit();
    });
}
