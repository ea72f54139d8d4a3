//! `orebook config --check`: what a server would start with, and what it would stumble over.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use orebook_server::commands::{Line, config_check};
use orebook_server::config::{Place, Service};
use orebook_store::Location;
use orebook_tests::archive::files;
use orebook_tests::each_database;
use orebook_tests::house::{House, found};
use orebook_tests::scenario::{ORIGIN, Scenario};

use super::super::proof::stage::operate;
use super::stage::Shelf;

fn place(location: &Location, data: &Path) -> Place {
    let database = match location {
        Location::Sqlite(path) => format!("sqlite:{}", path.display()),
        Location::Postgres(url) => url.clone(),
    };
    Place { data: Some(data.to_owned()), database: Some(database), config: None }
}

fn service() -> Service {
    Service { listen: Some(([127, 0, 0, 1], 0).into()), ..Service::default() }
}

/// The lines of one kind, one below the other.
fn lines(location: &Location, data: &Path) -> [String; 3] {
    let mut kinds = [const { String::new() }; 3];
    for line in config_check(&place(location, data), &service()) {
        let (kind, what) = match &line {
            Line::Fine(what) => (0, what),
            Line::Warning(what) => (1, what),
            Line::Wrong(what) => (2, what),
        };
        kinds[kind].push_str(what);
        kinds[kind].push('\n');
    }
    kinds
}

#[test]
fn a_sound_place_has_no_errors_and_nothing_is_written() {
    each_database(|location| {
        let mut house = House::founded(location);
        house.stop();
        let before = (files(house.data()), orebook_tests::damage::digests(location));
        let [fine, warnings, wrong] = lines(location, house.data());
        assert_eq!(wrong, "");
        for expected in ["of this version", "2 entries", "is in force and here", "must continue a checkpoint over 2"] {
            assert!(fine.contains(expected), "{expected}: {fine}");
        }
        assert!(warnings.contains("the key of a person") && warnings.contains("no letters are sent"), "{warnings}");
        let (code, told) = operate(house.data(), location, &["config", "--check"]);
        assert_eq!(code, 0, "{told}");
        assert!(told.contains("ok       log key: ") && told.contains("warning  mail: "), "{told}");
        assert_eq!((files(house.data()), orebook_tests::damage::digests(location)), before);
        house.audit();
    });
}

#[test]
fn before_the_founding_it_says_what_serve_will_do() {
    let shelf = Shelf::new();
    let data = shelf.path("data");
    found(&Scenario::founded(), &data);
    let location = Location::Sqlite(data.join("register.db"));
    let [_, warnings, wrong] = lines(&location, &data);
    assert!(wrong.is_empty() && warnings.contains("`serve` will found the register from"), "{warnings}{wrong}");
    assert!(!data.join("register.db").exists());
    std::fs::remove_file(data.join("founding.json")).unwrap();
    let [_, _, wrong] = lines(&location, &data);
    assert!(wrong.contains("run `orebook init`, or name the register's database"), "{wrong}");
}

#[test]
fn each_thing_that_is_wrong_is_told_with_what_to_do() {
    type Damage = fn(&Path);
    let shelf = Shelf::new();
    let location = Location::Sqlite(shelf.path("register.db"));
    let mut house = House::founded(&location);
    house.stop();
    let cases: [(&str, Damage, bool); 9] = [
        ("settings: ", |data| std::fs::write(data.join("orebook.toml"), "listen = 7").unwrap(), true),
        (
            "settings: [mail]: missing field",
            |data| std::fs::write(data.join("orebook.toml"), "[mail]\nfrom = \"nobody\"\n").unwrap(),
            true,
        ),
        (
            "no file keys/log*.pem holds it; put it there",
            |data| std::fs::remove_file(data.join("keys/log.pem")).unwrap(),
            true,
        ),
        ("issuer.pem", |data| std::fs::remove_file(data.join("keys/issuer.pem")).unwrap(), true),
        ("log.pem: not a key", |data| std::fs::write(data.join("keys/log.pem"), "nonsense").unwrap(), true),
        ("guard: ", |data| std::fs::write(data.join("published"), "no checkpoint").unwrap(), true),
        (
            "name another --data or --database",
            |data| {
                let vkey = std::fs::read_to_string(data.join("log.vkey")).unwrap();
                std::fs::write(data.join("log.vkey"), vkey.replace(ORIGIN, "other.example/log")).unwrap();
            },
            true,
        ),
        ("clock-offset-ms", |data| std::fs::write(data.join("clock-offset-ms"), "soon").unwrap(), true),
        (
            "others may read it; run chmod 600 on it",
            |data| {
                std::fs::set_permissions(data.join("keys/log.pem"), std::fs::Permissions::from_mode(0o644)).unwrap();
            },
            false,
        ),
    ];
    for (n, (expected, damage, is_error)) in cases.into_iter().enumerate() {
        let data = shelf.path(&format!("data-{n}"));
        orebook_tests::archive::copy(house.data(), &data);
        for entry in std::fs::read_dir(data.join("keys")).unwrap() {
            std::fs::set_permissions(entry.unwrap().path(), std::fs::Permissions::from_mode(0o600)).unwrap();
        }
        assert_eq!(lines(&location, &data)[2], "", "{expected}");
        damage(&data);
        let [_, warnings, wrong] = lines(&location, &data);
        let told = if is_error { &wrong } else { &warnings };
        assert!(told.contains(expected), "{expected}: {told}");
        assert_eq!(is_error, !wrong.is_empty(), "{expected}: {wrong}");
        let (code, told) = operate(&data, &location, &["config", "--check"]);
        assert_eq!(code != 0, is_error, "{told}");
    }
    house.audit();
}
