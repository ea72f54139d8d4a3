//! The offline page in a real browser, opened from a disk.

use std::path::Path;

use orebook_registry::instruction::{Act, KeyEnd};
use orebook_server::keys;
use orebook_store::Location;
use orebook_tests::browser::{open, picture_of};
use orebook_tests::scenario::ORIGIN;
use orebook_tlog::{Checkpoint, NoteSigner};

use super::stage::Stage;

/// The page with a bundle in it, as a file.
pub(crate) fn write(directory: &Path, name: &str, page: &str) -> String {
    let path = directory.join(name);
    std::fs::write(&path, page).unwrap();
    format!("file://{}", path.display())
}

pub(crate) fn verdict(dom: &str) -> &str {
    let rest = dom.split("data-verdict=\"").nth(1).unwrap_or_else(|| panic!("no verdict in {dom}"));
    rest.split('"').next().unwrap()
}

fn answers(dom: &str, answer: &str) -> usize {
    dom.matches(&format!("data-answer=\"{answer}\"")).count()
}

/// The page in which somebody types the log's key, as a script does it after the page's own has run.
pub(crate) fn typed(page: &str, key: &str) -> String {
    let typing = format!(
        "<script>document.getElementById('key').value = {key:?};\
         document.getElementById('key').dispatchEvent(new Event('input'));</script></body>"
    );
    assert_eq!(page.matches("</body>").count(), 1);
    page.replace("</body>", &typing)
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
    let key = stage.key().to_string();
    let opened = |name: &str, page: &str| write(directory.path(), name, &typed(page, &key));

    let url = opened("whole.html", &page);
    let seen = open(&url);
    assert_eq!(verdict(&seen.dom), "valid", "{}", seen.dom);
    assert!(answers(&seen.dom, "yes") > 10 && answers(&seen.dom, "no") + answers(&seen.dom, "open") == 0);
    assert!(seen.dom.contains("<svg"), "the printed code is there");
    assert_eq!(seen.complaints, [""; 0]);
    let alone = write(directory.path(), "alone.html", &page);
    assert_eq!(verdict(&open(&alone).dom), "unproven", "whoever made the file could have chosen the key in it");
    let linked = open(&format!("{alone}#key={}", percent(&key)));
    assert_eq!(verdict(&linked.dom), "unproven", "nor is a key in a link known from elsewhere");

    let beneficiary = stage.house.scenario.registry.claims.retirement(stage.retirement).unwrap();
    let beneficiary = beneficiary.record.beneficiary.name.clone();
    let spoiled = [
        ("\\\"massKg\\\":\\\"1\\\"".to_owned(), "\\\"massKg\\\":\\\"9\\\"".to_owned()),
        (format!("\\\"name\\\":\\\"{beneficiary}\\\""), "\\\"name\\\":\\\"Somebody Else\\\"".to_owned()),
        ("\\\"cause\\\":\\\"founding\\\"".to_owned(), "\\\"cause\\\":\\\"foundling\\\"".to_owned()),
        ("\"checkpoint\":\"test.".to_owned(), "\"checkpoint\":\"text.".to_owned()),
    ];
    for (n, (from, to)) in spoiled.iter().enumerate() {
        let altered = page.replacen(from, to, 1);
        assert_ne!(altered, page, "{from}");
        let url = opened(&format!("altered-{n}.html"), &altered);
        let seen = open(&url);
        assert_eq!(verdict(&seen.dom), "invalid", "{from}");
        assert!(answers(&seen.dom, "no") > 0);
        if n == 0 {
            picture_of(&url, "bundle-altered", 900);
        }
    }
    picture_of(&url, "bundle-valid", 900);
    picture_of(&url, "bundle-valid", 360);
    let other = NoteSigner::new(ORIGIN, [9; 32]).unwrap();
    let url = write(directory.path(), "other.html", &typed(&page, &other.verifier_key().to_string()));
    assert_eq!(verdict(&open(&url).dom), "invalid", "another log's key");
    stage.house.audit();
}

#[test]
fn after_the_keys_have_changed_a_bundle_is_valid_for_whoever_knows_either_log_key() {
    let directory = tempfile::tempdir().unwrap();
    let mut stage = Stage::set(&Location::Sqlite(directory.path().join("register.db")));
    let old = stage.key();
    let old_signer = NoteSigner::new(ORIGIN, stage.house.scenario.log_key().seed()).unwrap();
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
        let page = stage.file("bundle.html");
        for key in [&old, &stage.key()] {
            let seen = open(&write(directory.path(), "changed.html", &typed(&page, &key.to_string())));
            assert_eq!(verdict(&seen.dom), "valid", "{key}: {}", seen.dom);
        }
        // Signed by the old key alone it contradicts its own entries.
        let alone = Checkpoint::stated(&stage.house.get("/log/checkpoint").body).unwrap().sign(&old_signer).unwrap();
        let line = alone.rsplit("\n\n").next().unwrap().trim_end();
        let bundle = stage.file("bundle.html");
        let new_name = bundle.match_indices("— test.").next().map(|(at, _)| at).unwrap();
        let end = new_name + bundle[new_name..].find("\\n\"").unwrap();
        let page = format!("{}{line}{}", &bundle[..new_name], &bundle[end..]);
        let seen = open(&write(directory.path(), "contradiction.html", &typed(&page, &old.to_string())));
        assert_eq!(verdict(&seen.dom), "invalid", "{}", seen.dom);
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
    assert_eq!((verdict(&seen.dom), seen.complaints.len()), ("unproven", 0), "{:?}", seen.complaints);
    assert_eq!((answers(&seen.dom, "open"), answers(&seen.dom, "no")), (1, 0), "all but the key is checked");
    stage.house.audit();
}
