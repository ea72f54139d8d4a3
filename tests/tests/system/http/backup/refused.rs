//! Where a whole backup must not be restored to: it would overwrite, go on without keys, or go back behind what was told.

use std::path::Path;

use orebook_registry::instruction::*;
use orebook_server::backup::Taken;
use orebook_server::clock::Clock;
use orebook_server::keys;
use orebook_server::running::Running;
use orebook_store::Location;
use orebook_tests::archive::{copy, files};
use orebook_tests::each_database;
use orebook_tests::house::{House, audit, config, found};
use orebook_tests::postgres::cluster;
use orebook_tests::scenario::{ORIGIN, Scenario};

use super::super::proof::stage::operate;
use super::stage::{Shelf, back_up, bring_back, bring_back_after};

/// A backup without keys of a register, and the same register two entries later.
fn older_backup(shelf: &Shelf) -> House {
    let location = Location::Sqlite(shelf.path("register.db"));
    let mut house = House::founded(&location);
    back_up(&location, house.data(), &shelf.path("backup"), Taken::Not).unwrap();
    for _ in 0..2 {
        let operator = house.scenario.operator.clone();
        let id = house.scenario.instruction(operator.id, Act::ConfirmKey(ConfirmKey {})).id;
        assert_eq!(house.act(&operator, Act::Void(Void { id })).status, 201);
    }
    house.stop();
    house
}

#[test]
fn an_old_backup_is_not_restored_where_a_newer_checkpoint_is_known() {
    let shelf = Shelf::new();
    let house = older_backup(&shelf);
    let (backup, data, elsewhere) = (shelf.path("backup"), shelf.path("data"), Location::Sqlite(shelf.path("new.db")));
    let expected = "the journal has 2 entries, but a checkpoint over 4 was published";
    // The data directory outlived its database: it remembers.
    let before = files(house.data());
    let refused = bring_back(&backup, &elsewhere, house.data(), None).unwrap_err().to_string();
    assert!(refused.contains(expected), "{refused}");
    assert_eq!(files(house.data()), before);
    // Somebody else has kept it.
    let kept = [house.data().join("published")];
    let refused = bring_back_after(&backup, &elsewhere, &data, &kept).unwrap_err().to_string();
    assert!(refused.contains(expected), "{refused}");
    assert!(!data.exists() && !shelf.path("new.db").exists());
    house.audit();
}

#[test]
fn a_lost_database_comes_back_into_the_data_directory_that_outlived_it() {
    let shelf = Shelf::new();
    let database = cluster().database();
    let mut house = House::founded(&database.location());
    house.stop();
    let backup = shelf.path("backup");
    let made = back_up(&database.location(), house.data(), &backup, Taken::Not).unwrap();
    let new = cluster().empty_database();
    let before = files(house.data());
    bring_back(&backup, &new.location(), house.data(), None).unwrap();
    assert_eq!(files(house.data()), before, "it had all of it, and keeps it");
    assert_eq!(audit(&new.location(), house.data()), made.manifest.size);
    let refused = bring_back(&backup, &new.location(), house.data(), None).unwrap_err().to_string();
    assert!(refused.contains("is not empty"), "{refused}");
    house.audit();
}

#[test]
fn a_place_that_is_taken_is_left_alone() {
    each_database(|location| {
        let shelf = Shelf::new();
        let house = older_backup(&shelf);
        let (backup, data) = (shelf.path("backup"), shelf.path("data"));
        let keys = house.data().join("keys");
        // A database with tables, though without an entry.
        let refused = bring_back(&backup, location, &data, Some(&keys)).unwrap_err().to_string();
        assert!(refused.contains("is not empty") && !data.exists(), "{refused}");
        // The data directory of another register.
        found(&Scenario::seeded(3), &data);
        let before = files(&data);
        let empty = Location::Sqlite(shelf.path("empty.db"));
        let refused = bring_back(&backup, &empty, &data, Some(&keys)).unwrap_err().to_string();
        assert!(refused.contains("is there already and is not what the backup has"), "{refused}");
        assert_eq!(files(&data), before);
        house.audit();
    });
}

#[test]
fn without_the_keys_in_force_nothing_is_restored() {
    let shelf = Shelf::new();
    let house = older_backup(&shelf);
    let (backup, data) = (shelf.path("backup"), shelf.path("data"));
    let location = Location::Sqlite(data.join("register.db"));
    let refused = |keys: Option<&Path>, expected: &str| {
        let error = bring_back(&backup, &location, &data, keys).unwrap_err().to_string();
        assert!(error.contains(expected) && error.contains("Nothing was written"), "{error}");
        assert!(!data.exists());
    };
    refused(None, "and no file log*.pem in");
    let others = shelf.path("others");
    found(&Scenario::seeded(3), &others);
    refused(Some(&others.join("keys")), &format!("the log key in force, {ORIGIN}+"));
    // The log's key without the issuer's.
    let half = shelf.path("half");
    std::fs::create_dir(&half).unwrap();
    std::fs::copy(house.data().join("keys/log.pem"), half.join("log.pem")).unwrap();
    std::fs::copy(others.join("keys/issuer.pem"), half.join("issuer.pem")).unwrap();
    refused(Some(&half), "the issuer's key did:key:");
    std::fs::remove_file(half.join("issuer.pem")).unwrap();
    keys::write(&half.join("issuer.pem"), &house.scenario.issuer_key()).unwrap();
    bring_back(&backup, &location, &data, Some(&half)).unwrap();
    house.audit();
}

#[test]
fn an_unfinished_restore_is_not_served_checked_migrated_or_backed_up() {
    let shelf = Shelf::new();
    let house = older_backup(&shelf);
    let (data, location) = (shelf.path("data"), Location::Sqlite(shelf.path("data/register.db")));
    bring_back(&shelf.path("backup"), &location, &data, Some(&house.data().join("keys"))).unwrap();
    // As a crash leaves it before the last step.
    std::fs::write(data.join("restoring"), "A backup is being restored here.\n").unwrap();
    let before = files(&data);
    let to = shelf.path("next");
    for arguments in
        [&["serve"][..], &["check"], &["migrate"], &["backup", "--to", to.to_str().unwrap()], &["config", "--check"]]
    {
        let (code, told) = operate(&data, &location, arguments);
        assert_ne!(code, 0, "{arguments:?}: {told}");
        assert!(told.contains("was not restored to the end here"), "{arguments:?}: {told}");
    }
    let refused = bring_back(&shelf.path("backup"), &location, &data, None).unwrap_err().to_string();
    assert!(refused.contains("was not restored to the end here"), "{refused}");
    assert_eq!(files(&data), before);
    house.audit();
}

/// Settings that name places of the old machine must not lead the new server to the old database.
#[test]
fn settings_that_name_other_places_are_put_aside() {
    let shelf = Shelf::new();
    let location = Location::Sqlite(shelf.path("register.db"));
    let mut house = House::founded(&location);
    house.stop();
    let keys = house.data().join("keys");
    for (n, (text, name)) in [
        ("[limits]\noff = true\n", "orebook.toml"),
        ("database = \"postgres://old/register\"\n", "orebook.toml.from-backup"),
        ("[evidence]\ndirectory = \"/srv/evidence\"\n", "orebook.toml.from-backup"),
    ]
    .into_iter()
    .enumerate()
    {
        std::fs::write(house.data().join("orebook.toml"), text).unwrap();
        let (backup, data) = (shelf.path(&format!("backup-{n}")), shelf.path(&format!("data-{n}")));
        back_up(&location, house.data(), &backup, Taken::Not).unwrap();
        let restored = bring_back(&backup, &Location::Sqlite(data.join("register.db")), &data, Some(&keys)).unwrap();
        assert_eq!(std::fs::read_to_string(data.join(name)).unwrap(), text);
        assert_eq!(restored.remarks.iter().any(|remark| remark.contains("old machine")), name != "orebook.toml");
    }
    std::fs::remove_file(house.data().join("orebook.toml")).unwrap();
    house.audit();
}

/// After an upgrade: a backup of a database that had taken fewer steps is brought up to date with it.
#[test]
fn a_backup_of_an_older_database_takes_the_steps_it_lacks() {
    let shelf = Shelf::new();
    let location = Location::Sqlite(shelf.path("register.db"));
    let mut house = House::founded(&location);
    house.stop();
    orebook_store::revert_newest(&location, 1).unwrap();
    let newest = orebook_store::pending(&location).unwrap();
    assert_eq!(newest.len(), 1);
    let made = back_up(&location, house.data(), &shelf.path("backup"), Taken::Along).unwrap();
    let (data, restored) = (shelf.path("data"), Location::Sqlite(shelf.path("data/register.db")));
    bring_back(&shelf.path("backup"), &restored, &data, None).unwrap();
    assert_eq!(orebook_store::pending(&restored).unwrap(), Vec::<String>::new());
    assert_eq!(audit(&restored, &data), made.manifest.size);
    let running = Running::start(&config(&restored, &data), Clock::script(house.scenario.now())).unwrap();
    running.until_ready(orebook_tests::house::PATIENCE).unwrap();
    running.stop();
    let copied = shelf.path("copied");
    copy(&data, &copied);
    assert_eq!(orebook_store::migrate(&location).unwrap(), newest);
    house.audit();
}
