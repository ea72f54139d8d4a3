//! Migrations go up, down, and up again.

use orebook_store::{Head, Location, Reader, StoreError, Writer, migrate, pending, revert_all};
use orebook_tests::postgres::cluster;

const EMPTY_ROOT: [u8; 32] = [
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41,
    0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
];

fn up_down_up(location: &Location) {
    let names = migrate(location).unwrap();
    assert_eq!(names, ["2026-11-22-000000_register", "2026-11-23-000000_search", "2026-11-23-000001_grievance"]);
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
        assert_eq!(applied, 3, "{location}");
    }
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

/// A database's own collation depends on the machine it was made on; ids must be ordered as on SQLite.
#[test]
fn every_text_on_postgres_is_ordered_byte_by_byte() {
    let texts = "select collation_name, count(*) > 20 from information_schema.columns
        where table_schema = 'public' and data_type = 'text' group by collation_name";
    assert_eq!(cluster().database().execute(texts), "C|t");
}
