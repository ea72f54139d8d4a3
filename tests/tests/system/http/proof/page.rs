//! The offline page in a real browser, opened from a disk.

use std::path::Path;

use orebook_registry::instruction::{Act, KeyEnd};
use orebook_server::keys;
use orebook_store::Location;
use orebook_tests::browser::{open, picture_of};

use super::stage::Stage;

/// The page with a bundle in it, as a file.
fn write(directory: &Path, name: &str, page: &str) -> String {
    let path = directory.join(name);
    std::fs::write(&path, page).unwrap();
    format!("file://{}", path.display())
}

fn verdict(dom: &str) -> &str {
    let rest = dom.split("data-verdict=\"").nth(1).unwrap_or_else(|| panic!("no verdict in {dom}"));
    rest.split('"').next().unwrap()
}

fn answers(dom: &str, answer: &str) -> usize {
    dom.matches(&format!("data-answer=\"{answer}\"")).count()
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn a_bundle_opened_from_a_disk_checks_itself_and_an_altered_one_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let mut stage = Stage::set(&Location::Sqlite(directory.path().join("register.db")));
    stage.retirement = stage.retire_again();
    let page = stage.file("bundle.html");
    let key = format!("#key={}", percent(&stage.key().to_string()));
    let url = write(directory.path(), "whole.html", &page);

    let seen = open(&format!("{url}{key}"));
    assert_eq!(verdict(&seen.dom), "valid", "{}", seen.dom);
    assert!(answers(&seen.dom, "yes") > 10 && answers(&seen.dom, "no") + answers(&seen.dom, "open") == 0);
    assert!(seen.dom.contains("<svg"), "the printed code is there");
    assert_eq!(seen.complaints, [""; 0]);
    let alone = open(&url);
    assert_eq!(verdict(&alone.dom), "unproven", "whoever made the file could have chosen the key in it");

    let beneficiary =
        stage.house.scenario.registry.claims.retirement(stage.retirement).unwrap().record.beneficiary.name.clone();
    let spoiled = [
        ("\\\"massKg\\\":\\\"1\\\"".to_owned(), "\\\"massKg\\\":\\\"9\\\"".to_owned()),
        (format!("\\\"name\\\":\\\"{beneficiary}\\\""), "\\\"name\\\":\\\"Somebody Else\\\"".to_owned()),
        ("\\\"cause\\\":\\\"founding\\\"".to_owned(), "\\\"cause\\\":\\\"foundling\\\"".to_owned()),
        ("\"checkpoint\":\"test.".to_owned(), "\"checkpoint\":\"text.".to_owned()),
    ];
    for (n, (from, to)) in spoiled.iter().enumerate() {
        let altered = page.replacen(from, to, 1);
        assert_ne!(altered, page, "{from}");
        let url = write(directory.path(), &format!("altered-{n}.html"), &altered);
        let seen = open(&format!("{url}{key}"));
        assert_eq!(verdict(&seen.dom), "invalid", "{from}");
        assert!(answers(&seen.dom, "no") > 0);
        if n == 0 {
            picture_of(&format!("{url}{key}"), "bundle-altered", 900);
        }
    }
    picture_of(&format!("{url}{key}"), "bundle-valid", 900);
    picture_of(&format!("{url}{key}"), "bundle-valid", 360);
    let other = orebook_tlog::NoteSigner::new(orebook_tests::scenario::ORIGIN, [9; 32]).unwrap();
    let seen = open(&format!("{url}#key={}", percent(&other.verifier_key().to_string())));
    assert_eq!(verdict(&seen.dom), "invalid", "another log's key");
    stage.house.audit();
}

#[test]
fn after_the_keys_have_changed_a_bundle_is_valid_for_whoever_knows_either_log_key() {
    let directory = tempfile::tempdir().unwrap();
    let mut stage = Stage::set(&Location::Sqlite(directory.path().join("register.db")));
    let old = stage.key();
    let scenario = &stage.house.scenario;
    keys::write(&stage.house.data().join("keys/log-002.pem"), &scenario.next_log_key()).unwrap();
    keys::write(&stage.house.data().join("keys/issuer-002.pem"), &scenario.next_issuer_key()).unwrap();
    let acts = [
        Act::AdoptLogKey(scenario.adopt_log_key(KeyEnd::Retired)),
        Act::AdoptIssuer(scenario.adopt_issuer(true, KeyEnd::Retired)),
    ];
    for act in acts {
        stage.together(act);
    }
    for again in [false, true] {
        if again {
            stage.retirement = stage.retire_again();
        }
        let url = write(directory.path(), "changed.html", &stage.file("bundle.html"));
        for key in [&old, &stage.key()] {
            let seen = open(&format!("{url}#key={}", percent(&key.to_string())));
            assert_eq!(verdict(&seen.dom), "valid", "{key}: {}", seen.dom);
        }
    }
    stage.house.audit();
}

#[test]
fn the_page_is_served_with_a_policy_that_lets_its_own_script_run_and_nothing_out() {
    let directory = tempfile::tempdir().unwrap();
    let stage = Stage::set(&Location::Sqlite(directory.path().join("register.db")));
    let answer = stage.house.get("/verify");
    let policy = answer.header("content-security-policy").to_owned();
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe"), "{policy}");
    let seen = open(&format!("{}/verify", stage.house.http.url()));
    assert_eq!((verdict(&seen.dom), seen.complaints.len()), ("none", 0), "{:?}", seen.complaints);
    let path = format!("/v1/retirements/{}/bundle.html", stage.retirement);
    let key = percent(&stage.key().to_string());
    let seen = open(&format!("{}{path}#key={key}", stage.house.http.url()));
    assert_eq!((verdict(&seen.dom), seen.complaints.len()), ("valid", 0), "{:?}", seen.complaints);
    stage.house.audit();
}
