//! Migrations go up, down, and up again.

use orebook_store::{
    Batch, EndedBlockRow, Head, Location, Reader, RetirementRow, RetirementTermRow, StoreError, Writer, migrate,
    pending, revert_all, revert_newest,
};
use orebook_tests::each_database;
use orebook_tests::postgres::cluster;
use orebook_tests::until;

use super::fixture::tip;

const EMPTY_ROOT: [u8; 32] = [
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41,
    0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
];

/// The migrations as they lie in their directory, in order.
fn known(database: &str) -> Vec<String> {
    let directory = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations").join(database);
    let entries = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = known("sqlite");
    assert_eq!(names, known("postgres"));
    assert_eq!(names[..2], ["2026-11-22-000000_register", "2026-11-23-000000_search"]);
}

fn up_down_up(location: &Location) {
    let names = migrate(location).unwrap();
    assert_eq!(names, known("sqlite"));
    assert_eq!(migrate(location).unwrap(), Vec::<String>::new());
    assert_eq!(pending(location).unwrap(), Vec::<String>::new());

    revert_all(location).unwrap();
    assert_eq!(pending(location).unwrap(), names);
    assert!(Writer::lead(location).is_err(), "there is no head to lead from");

    assert_eq!(migrate(location).unwrap(), names);
    let head = Reader::open(location, 1).unwrap().read(|reading| reading.head()).unwrap();
    let empty = Head { epoch: 0, size: 0, root: EMPTY_ROOT.to_vec(), edge: Vec::new(), time: 0 };
    assert_eq!(head, empty);
}

#[test]
fn migrations_go_up_down_and_up_on_both_databases() {
    let directory = tempfile::tempdir().unwrap();
    up_down_up(&Location::Sqlite(directory.path().join("new.db")));
    up_down_up(&cluster().empty_database().location());
}

#[test]
fn servers_that_start_together_migrate_in_turn() {
    let directory = tempfile::tempdir().unwrap();
    let database = cluster().empty_database();
    for location in [Location::Sqlite(directory.path().join("new.db")), database.location()] {
        let applied: usize = std::thread::scope(|scope| {
            let servers: Vec<_> = (0..4).map(|_| scope.spawn(|| migrate(&location).unwrap().len())).collect();
            servers.into_iter().map(|server| server.join().unwrap()).sum()
        });
        assert_eq!(applied, known("sqlite").len(), "{location}");
    }
}

fn retirement(id: &str, beneficiary: &str, [producers, countries, years]: [&str; 3]) -> RetirementRow {
    RetirementRow {
        id: id.into(),
        sequence: 7,
        beneficiary: beneficiary.into(),
        mineral: "GLD".into(),
        programme: "HZN".into(),
        claim: "support".into(),
        producers: producers.into(),
        countries: countries.into(),
        years: years.into(),
        ..RetirementRow::default()
    }
}

type Rows = (Vec<RetirementRow>, Vec<RetirementTermRow>, Vec<EndedBlockRow>);

fn rows(location: &Location) -> Rows {
    let mut rows = Rows::default();
    let read = Reader::open(location, 1).unwrap().read(|reading| {
        reading.each_retirement(|chunk| {
            rows.0.extend(chunk);
            Ok::<_, StoreError>(())
        })?;
        reading.each_retirement_term(|chunk| {
            rows.1.extend(chunk);
            Ok::<_, StoreError>(())
        })?;
        reading.each_ended_block(|chunk| {
            rows.2.extend(chunk);
            Ok::<_, StoreError>(())
        })
    });
    read.unwrap();
    rows
}

/// The terms of retirements that were there before the table of terms are those that the program writes with new ones.
#[test]
fn a_step_down_and_up_again_keeps_the_rows_and_finds_retirements_by_the_same_terms() {
    each_database(|location| {
        let retirements = vec![
            retirement("ret_1", "O'Brien \"& Sons\", 100 %: a\\b", [" org_1 ", " CO ", " 2026 "]),
            retirement("ret_2", "Ñandú 鉱石", [" org_1 org_2 ", " CO KE ZW ", " 2025 2026 "]),
            retirement("ret_3", "", ["", "  ", " 2026 2026 "]),
        ];
        let terms = retirements.iter().map(|row| row.terms().len()).sum::<usize>();
        let block = |n: i64| EndedBlockRow {
            batch: "bat_1".into(),
            first: n * 10,
            last: n * 10 + 10,
            state: "retired".into(),
            sequence: 7,
            retirement: Some(format!("ret_{n}")),
        };
        let batch = Batch { after: tip(0), retirements, ended_blocks: (1..4).map(block).collect(), ..Batch::default() };
        Writer::lead(location).unwrap().append(&batch).unwrap();
        let before = rows(location);
        assert_eq!((before.0.len(), before.1.len(), before.2.len()), (3, terms, 3));
        let after_the_first = known("sqlite").len() - 1;
        let reverted = revert_newest(location, after_the_first).unwrap();
        assert_eq!(reverted.last().map(String::as_str), Some("20261123000000"));
        let steps = pending(location).unwrap();
        assert_eq!(steps[..2], ["2026-11-23-000000_search", "2026-11-23-000001_grievance"]);
        let searched = Reader::open(location, 1)
            .unwrap()
            .read(|reading| reading.each_retirement_term(|_| Ok::<_, StoreError>(())));
        assert!(searched.is_err(), "the table of terms is gone");
        assert_eq!(migrate(location).unwrap(), steps);
        assert_eq!(rows(location), before);
        let resting = |reading: &mut orebook_store::Reading<'_>| reading.retirements_of_batch("bat_1", None, None, 9);
        let resting = Reader::open(location, 1).unwrap().read(resting).unwrap();
        assert_eq!(resting.len(), 3);
    });
}

#[test]
fn a_step_that_waits_for_a_long_read_lets_others_read_and_is_taken_when_it_ends() {
    let database = cluster().database();
    let location = database.location();
    let names = known("postgres");
    let of_head = names.iter().rev().position(|name| name.ends_with("_leader")).expect("a step that changes the head");
    revert_newest(&location, of_head + 1).unwrap();
    let (long, short) = (Reader::open(&location, 1).unwrap(), Reader::open(&location, 1).unwrap());
    let waits = "select count(*) from pg_locks where not granted and relation = 'head'::regclass";
    std::thread::scope(|scope| {
        let read = long.snapshot(|_| {
            let migrating = scope.spawn(|| migrate(&location));
            until("the step to wait", || (database.execute(waits).trim() != "0").then_some(()));
            for _ in 0..20 {
                short.read(|read| read.head())?;
            }
            assert!(!migrating.is_finished());
            Ok::<_, StoreError>(migrating)
        });
        assert_eq!(read.unwrap().join().unwrap().unwrap(), names[names.len() - of_head - 1..]);
    });
}

#[test]
fn a_file_is_created_by_migrating_only_and_never_a_directory() {
    let directory = tempfile::tempdir().unwrap();
    let file = Location::Sqlite(directory.path().join("none.db"));
    assert!(matches!(pending(&file), Err(StoreError::Missing(_))));
    assert!(matches!(Reader::open(&file, 1), Err(StoreError::Missing(_))));
    let deeper = Location::Sqlite(directory.path().join("none/none.db"));
    assert!(matches!(migrate(&deeper), Err(StoreError::Open { .. })));
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
}

#[test]
fn a_new_file_and_what_stands_beside_it_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let directory = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(directory.path().join("new.db"));
    migrate(&location).unwrap();
    let writer = orebook_tests::lead(&location);
    for name in ["new.db", "new.db-wal", "new.db-shm"] {
        let mode = std::fs::metadata(directory.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    drop(writer);
}

/// A database's own collation depends on the machine it was made on; ids must be ordered as on SQLite.
#[test]
fn every_text_on_postgres_is_ordered_byte_by_byte() {
    let texts = "select collation_name, count(*) > 20 from information_schema.columns
        where table_schema = 'public' and data_type = 'text' group by collation_name";
    assert_eq!(cluster().database().execute(texts), "C|t");
}
