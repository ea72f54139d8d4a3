//! A register from its founding on, through its pages alone.

use orebook_store::Location;
use orebook_tests::browser;
use orebook_tests::house::audit;
use orebook_tests::programs::{directory, orebook};
use orebook_tests::served::Served;
use serde_json::json;

use crate::http::money::stage::SETTINGS;

#[test]
fn a_register_is_run_through_its_pages_alone() {
    run(false);
}

#[test]
fn a_register_is_run_with_miners_at_desks_and_offices_on_telephones() {
    run(true);
}

fn run(swapped: bool) {
    let data = tempfile::tempdir().unwrap();
    let init = ["init", "--origin", "journey.example/log", "--operator", "Journey Registry", "--country", "CH"];
    let founded = orebook().args(init).arg("--data").arg(data.path()).output().unwrap();
    let told = String::from_utf8(founded.stdout).unwrap();
    let operator = told.lines().find_map(|line| line.strip_prefix("operator")).expect(&told).trim();
    let settings = data.path().join("orebook.toml");
    let before = std::fs::read_to_string(&settings).unwrap_or_default();
    std::fs::write(&settings, before + SETTINGS).unwrap();
    let location = Location::Sqlite(data.path().join("register.db"));
    let served = Served::start_leading(&location, data.path());
    let given = json!({
        "url": served.http.url(),
        "output": data.path().join("pictures"),
        "sessions": {},
        "places": {},
        "audit": false,
        "swapped": swapped,
        "program": directory().join("orebook"),
        "data": data.path(),
        "operator": operator,
    });
    browser::play("journey", &given);
    served.kill();
    audit(&location, data.path());
}
