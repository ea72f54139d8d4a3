//! What a server refuses to start from: what was found, what to do, and not a byte written.

use std::time::Duration;

use orebook_server::clock::Clock;
use orebook_server::config::Config;
use orebook_server::running::Running;
use orebook_store::{Location, Reader};
use orebook_tests::archive::files;
use orebook_tests::damage::{alter, bytes, digests};
use orebook_tests::each_database;
use orebook_tests::house::{House, config, found};
use orebook_tests::postgres::cluster;
use orebook_tests::scenario::{ORIGIN, Scenario};
use orebook_tlog::{Edge, leaf_hash};

use super::super::proof::stage::operate;
use super::stage::Shelf;

/// Why a server does not lead, whether it ends or waits.
pub fn reason(house: &House, config: &Config) -> String {
    match Running::start(config, Clock::script(house.scenario.now())) {
        Err(reason) => reason,
        Ok(running) => {
            let reason = running.until_ready(Duration::from_millis(300)).expect_err("it must not lead");
            running.stop();
            reason
        }
    }
}

/// A register with some entries whose server has stopped.
pub fn stopped(location: &Location) -> House {
    let mut house = House::of(location, orebook_tests::scenario::World::certified().scenario);
    house.stop();
    house
}

/// The entries as they were stored.
pub fn entries(location: &Location) -> Vec<Vec<u8>> {
    let reader = Reader::open(location, 1).unwrap();
    reader.read(|read| read.entries(0..1_000)).unwrap().into_iter().map(|row| row.entry).collect()
}

fn refused(house: &House, location: &Location, expected: &str) {
    let before = digests(location);
    let reason = reason(house, &config(location, house.data()));
    assert!(reason.contains(expected), "{reason}");
    assert_eq!(digests(location), before, "not even an epoch is raised");
}

#[test]
fn an_entry_that_was_edited_by_hand_is_found_at_start() {
    each_database(|location| {
        let house = stopped(location);
        let all = entries(location);
        let place = all.len() / 2;
        let text = String::from_utf8(all[place].clone()).unwrap();
        let edited = text.replacen("2026", "2025", 1).into_bytes();
        assert_ne!(edited, all[place]);
        let set = |leaf: &[u8]| {
            let (entry, leaf) = (bytes(location, &edited), bytes(location, leaf));
            alter(location, &format!("update journal set entry = {entry}, leaf = {leaf} where sequence = {place}"));
        };
        // Whoever changes the entry alone, its leaf as well, and the head with both.
        set(&leaf_hash(&all[place]));
        refused(&house, location, &format!("the bytes of entry {place} are not those that its leaf hash was made of"));
        let (code, told) = operate(house.data(), location, &["check"]);
        assert!(code != 0 && told.contains(&format!("{place}")), "{told}");
        set(&leaf_hash(&edited));
        let reason = reason(&house, &config(location, house.data()));
        assert!(reason.contains("another tree than the head") || reason.contains("cannot be replayed"), "{reason}");
        let mut edge = Edge::new();
        for (n, entry) in all.iter().enumerate() {
            edge.push(leaf_hash(if n == place { &edited } else { entry }));
        }
        let (root, bytes_of_edge) = (bytes(location, &edge.root()), bytes(location, &edge.to_bytes()));
        alter(location, &format!("update head set root = {root}, edge = {bytes_of_edge}"));
        let before = digests(location);
        let reason = self::reason(&house, &config(location, house.data()));
        assert!(reason.contains("another root") || reason.contains("cannot be replayed"), "{reason}");
        assert_eq!(digests(location), before);
    });
}

#[test]
fn an_entry_that_was_taken_away_is_missed_at_start() {
    each_database(|location| {
        let house = stopped(location);
        alter(location, "delete from journal where sequence = (select max(sequence) from journal)");
        refused(&house, location, "another tree than the head states");
    });
}

#[test]
fn a_missing_table_or_column_is_found_before_a_step_is_taken() {
    each_database(|location| {
        for (sql, expected) in [
            ("alter table posting rename to gone", "table posting is missing"),
            ("alter table grievance rename column receipt to gone", "column grievance.receipt is missing"),
        ] {
            let mut house = House::founded(location);
            house.stop();
            alter(location, sql);
            for arguments in [&["serve"][..], &["migrate"], &["check"], &["config", "--check"]] {
                let (code, told) = operate(house.data(), location, arguments);
                assert!(code != 0 && told.contains("the database is damaged") && told.contains(expected), "{told}");
            }
            orebook_store::revert_newest(location, 1).unwrap();
            let reason = reason(&house, &config(location, house.data()));
            assert!(reason.contains(expected), "{reason}");
            assert_eq!(orebook_store::pending(location).unwrap().len(), 1, "no step was taken");
            // As it was, for the next case.
            alter(
                location,
                if sql.contains("posting") {
                    "alter table gone rename to posting"
                } else {
                    "alter table grievance rename column gone to receipt"
                },
            );
            orebook_store::revert_all(location).unwrap();
            orebook_store::migrate(location).unwrap();
        }
    });
}

#[test]
fn a_database_of_something_else_is_left_alone() {
    let shelf = Shelf::new();
    let database = cluster().empty_database();
    let house = stopped(&Location::Sqlite(shelf.path("register.db")));
    for location in [Location::Sqlite(shelf.path("other.db")), database.location()] {
        alter(&location, "create table recipe (name text primary key); insert into recipe values ('bread')");
        for arguments in [&["serve"][..], &["migrate"], &["config", "--check"]] {
            let (code, told) = operate(house.data(), &location, arguments);
            assert!(code != 0 && told.contains("it has tables of something else (recipe)"), "{arguments:?}: {told}");
        }
        alter(&location, "drop table recipe");
        assert_eq!(orebook_store::examine(&location, orebook_store::Look::Quick).unwrap().taken, Vec::<String>::new());
    }
    house.audit();
}

#[test]
fn a_database_of_a_newer_version_is_refused_by_every_command() {
    each_database(|location| {
        let shelf = Shelf::new();
        let mut house = House::founded(location);
        house.stop();
        alter(location, "insert into __diesel_schema_migrations (version) values ('29991231000000')");
        let (before, to) = (digests_of_known(location, &house), shelf.path("backup"));
        for arguments in [
            &["serve"][..],
            &["migrate"],
            &["check"],
            &["backup", "--to", to.to_str().unwrap()],
            &["config", "--check"],
        ] {
            let (code, told) = operate(house.data(), location, arguments);
            let expected = "made by a newer version: step 29991231000000 is unknown here";
            assert!(code != 0 && told.contains(expected), "{arguments:?}: {told}");
        }
        assert_eq!(digests_of_known(location, &house), before);
        alter(location, "delete from __diesel_schema_migrations where version = '29991231000000'");
        house.audit();
    });
}

/// The tables' digests and the data directory.
fn digests_of_known(location: &Location, house: &House) -> impl PartialEq + std::fmt::Debug + use<> {
    (digests(location), files(house.data()))
}

#[test]
fn a_log_of_unknown_rules_is_refused_by_every_command() {
    each_database(|location| {
        let shelf = Shelf::new();
        let house = stopped(location);
        let first = String::from_utf8(entries(location)[0].clone()).unwrap();
        let newer = first.replace(r#""rules":"1""#, r#""rules":"2""#).into_bytes();
        assert_ne!(newer, first.as_bytes());
        let (entry, leaf) = (bytes(location, &newer), bytes(location, &leaf_hash(&newer)));
        alter(location, &format!("update journal set entry = {entry}, leaf = {leaf} where sequence = 0"));
        let (before, to) = (digests(location), shelf.path("backup"));
        for arguments in [
            &["serve"][..],
            &["migrate"],
            &["check"],
            &["backup", "--to", to.to_str().unwrap()],
            &["config", "--check"],
        ] {
            let (code, told) = operate(house.data(), location, arguments);
            assert!(code != 0 && told.contains("newer version") && told.contains("rules 2"), "{arguments:?}: {told}");
        }
        assert_eq!(digests(location), before);
    });
}

#[test]
fn wrong_keys_another_log_and_a_foreign_checkpoint_are_refused_and_nothing_is_written() {
    each_database(|location| {
        let (shelf, house) = (Shelf::new(), stopped(location));
        let before = digests(location);
        // The data directory of another register, with its own name and keys.
        let others = shelf.path("others");
        found(&Scenario::seeded(3), &others);
        let reason = reason(&house, &config(location, &others));
        assert!(reason.contains("the log's key in force is"), "{reason}");
        let vkey = std::fs::read_to_string(others.join("log.vkey")).unwrap();
        std::fs::write(others.join("log.vkey"), vkey.replace(ORIGIN, "other.example/log")).unwrap();
        let reason = self::reason(&house, &config(location, &others));
        assert!(reason.contains("the data directory is that of other.example/log"), "{reason}");
        // Its checkpoint, given by mistake.
        let other = Location::Sqlite(shelf.path("other.db"));
        let mut stranger = House::of(&other, Scenario::seeded(3));
        stranger.stop();
        let foreign = vec![stranger.data().join("published")];
        let told = self::reason(&house, &Config { checkpoints: foreign, ..config(location, house.data()) });
        assert!(told.contains("not a checkpoint of this log: no key of this log has signed it"), "{told}");
        assert_eq!(digests(location), before);
        house.audit();
    });
}
