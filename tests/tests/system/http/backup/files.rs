//! What a backup holds: every table or a reason why not, the files of the data directory, keys only if asked for.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use orebook_server::backup::{LEFT_OUT, Taken};
use orebook_store::{Location, Reader};
use orebook_tests::archive::files;
use orebook_tests::golden::workspace;
use orebook_tests::house::House;
use orebook_tests::postgres::cluster;

use super::super::evidence::stage::{REPORT, Stage, TABLE};
use super::super::proof::stage::operate;
use super::stage::{Shelf, back_up, bring_back, found_in};

/// The tables that the store knows.
fn of_schema() -> BTreeSet<String> {
    let text = std::fs::read_to_string(workspace().join("store/src/schema.rs")).unwrap();
    let heads = text.split("diesel::table! {").skip(1);
    heads.map(|rest| rest.trim_start().split([' ', '(']).next().unwrap().to_owned()).collect()
}

#[test]
fn every_table_is_in_a_backup_or_left_out_for_a_reason() {
    let (shelf, database) = (Shelf::new(), cluster().database());
    let mut house = House::founded(&database.location());
    house.stop();
    let made = back_up(&database.location(), house.data(), &shelf.path("backup"), Taken::Not).unwrap();
    let left_out: BTreeSet<String> = LEFT_OUT.iter().map(|(name, _)| (*name).to_owned()).collect();
    let held: BTreeSet<String> = made.manifest.tables.iter().map(|table| table.name.clone()).collect();
    assert!(held.is_disjoint(&left_out));
    let both: BTreeSet<String> = held.union(&left_out).cloned().collect();
    assert_eq!(both, of_schema(), "a new table is in the backup, or its reason is in LEFT_OUT");
    let there = "select string_agg(tablename, ' ') from pg_tables where schemaname = 'public'";
    let there: BTreeSet<String> = database.execute(there).split(' ').map(str::to_owned).collect();
    assert_eq!(there.iter().filter(|name| !name.starts_with("__")).cloned().collect::<BTreeSet<_>>(), both);
    assert!(LEFT_OUT.iter().all(|(_, reason)| reason.len() > 20));
    house.audit();
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    let (shelf, database) = (Shelf::new(), cluster().database());
    let file = Location::Sqlite(shelf.path("register.db"));
    orebook_store::migrate(&file).unwrap();
    // What either lacks of the other, `examine` says: it compares with the steps taken in memory.
    let tables = [file, database.location()].map(|location| {
        orebook_store::examine(&location, orebook_store::Look::Whole).unwrap();
        Reader::open(&location, 1).unwrap().read(|read| read.tables()).unwrap()
    });
    assert_eq!(tables[0], tables[1]);
    let names = "select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns
        where table_schema = 'public' and table_name = ";
    for table in &tables[0] {
        assert_eq!(database.execute(&format!("{names}'{}'", table.name)), table.columns.join(","), "{}", table.name);
    }
}

/// The modes of everything below a directory.
fn modes(directory: &Path) -> BTreeSet<u32> {
    let mut modes = BTreeSet::new();
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        modes.insert(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777);
        if path.is_dir() {
            modes.extend(self::modes(&path));
        }
    }
    modes
}

#[test]
fn files_go_along_for_their_owner_alone_and_keys_only_if_asked_for() {
    let shelf = Shelf::new();
    let location = Location::Sqlite(shelf.path("register.db"));
    let mut stage = Stage::on(&location);
    let clara = stage.clara();
    for file in [REPORT, TABLE] {
        assert_eq!(stage.put(&clara, file).status, 201);
    }
    std::fs::write(stage.house.data().join("witnessed.other"), "no file of the register").unwrap();
    let (plain, with_keys) = (shelf.path("deeper/plain"), shelf.path("with-keys"));
    let made = back_up(&location, stage.house.data(), &plain, Taken::Not).unwrap();
    back_up(&location, stage.house.data(), &with_keys, Taken::Along).unwrap();
    for backup in [&plain, &with_keys] {
        assert_eq!(found_in(backup), None);
        assert_eq!(modes(backup), [0o600, 0o700].into(), "{}", backup.display());
        assert_eq!(std::fs::metadata(backup).unwrap().permissions().mode() & 0o777, 0o700);
    }
    let names = |backup: &Path| files(&backup.join("files")).into_keys().collect::<BTreeSet<String>>();
    let evidence = |file: &[u8]| stage.stored(file).strip_prefix(stage.house.data()).unwrap().display().to_string();
    let expected = BTreeSet::from(["founding.json".into(), "log.vkey".into(), evidence(REPORT), evidence(TABLE)]);
    assert_eq!(names(&plain), expected);
    let keys = names(&with_keys).difference(&expected).cloned().collect::<Vec<_>>();
    assert_eq!(keys, ["keys/issuer.pem", "keys/log.pem", "keys/token.pem", "keys/webhook.pem"]);
    assert_eq!(made.manifest.keys.issuers.len(), 1);

    // A damaged evidence file is no part of the backup, and said to be missing.
    std::fs::write(stage.stored(TABLE), "something else").unwrap();
    let damaged = back_up(&location, stage.house.data(), &shelf.path("damaged"), Taken::Not).unwrap();
    assert_eq!(damaged.manifest.evidence_elsewhere, [super::super::evidence::stage::digest(TABLE).to_string()]);
    assert_eq!(found_in(&shelf.path("damaged")), None);

    // With its keys a backup needs nothing else.
    let (data, restored) = (shelf.path("data"), Location::Sqlite(shelf.path("data/register.db")));
    bring_back(&with_keys, &restored, &data, None).unwrap();
    assert_eq!(std::fs::read(data.join(evidence(REPORT))).unwrap(), REPORT);
    assert_eq!(orebook_tests::house::audit(&restored, &data), made.manifest.size);
    std::fs::write(stage.stored(TABLE), TABLE).unwrap();
    stage.house.stop();
    stage.house.audit();
}

#[test]
fn a_backup_has_its_name_only_when_it_is_whole_and_takes_nobodys_place() {
    let shelf = Shelf::new();
    let location = Location::Sqlite(shelf.path("register.db"));
    let mut house = House::founded(&location);
    house.stop();
    std::fs::create_dir(shelf.path("taken")).unwrap();
    let refused = back_up(&location, house.data(), &shelf.path("taken"), Taken::Not).unwrap_err();
    assert!(refused.to_string().contains("is there already"), "{refused}");
    // A failure on the way leaves nothing behind.
    std::fs::remove_file(house.data().join("log.vkey")).unwrap();
    assert!(back_up(&location, house.data(), &shelf.path("new"), Taken::Not).is_err());
    let mut left: Vec<String> = std::fs::read_dir(shelf.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["register.db", "register.db.lock", "taken"]);
}

#[test]
fn the_commands_back_up_look_and_restore_and_say_what_it_is() {
    let shelf = Shelf::new();
    let location = Location::Sqlite(shelf.path("register.db"));
    let mut house = House::founded(&location);
    house.stop();
    let (backup, data) = (shelf.path("backup"), shelf.path("data"));
    let restored = Location::Sqlite(data.join("register.db"));
    let [from, keys] = [&backup, &house.data().join("keys")].map(|path| path.to_str().unwrap().to_owned());
    let run = |data: &Path, location: &Location, arguments: &[&str]| {
        let (code, told) = operate(data, location, arguments);
        assert_eq!(code, 0, "{arguments:?}: {told}");
        told
    };
    let told = run(house.data(), &location, &["backup", "--to", &from]);
    let line = |told: &str, word: &str| told.lines().find(|line| line.starts_with(word)).unwrap_or(told).to_owned();
    assert!(told.contains("keys       not in it. To go on from it these are needed:"), "{told}");
    let looked = run(Path::new("nowhere"), &Location::Sqlite("nowhere.db".into()), &["backup", "--check", &from]);
    assert_eq!(line(&looked, "root"), line(&told, "root"));
    assert_eq!(line(&looked, "manifest"), line(&told, "manifest"));
    let told = run(&data, &restored, &["restore", "--from", &from, "--keys", &keys]);
    assert_eq!(line(&looked, "root"), line(&told, "root"));
    let digest = house.check().digest;
    assert!(told.contains(&digest), "{digest}: {told}");
    assert!(run(&data, &restored, &["check"]).contains(&digest));
    let with_keys = shelf.path("with-keys");
    let told = run(house.data(), &location, &["backup", "--with-keys", "--to", with_keys.to_str().unwrap()]);
    assert!(told.contains("SECRET KEYS ARE IN THIS BACKUP"), "{told}");
    house.audit();
}
