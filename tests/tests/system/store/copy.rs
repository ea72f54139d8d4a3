//! Copies of tables as lines: out of either database into either, every kind of value unharmed.

use std::collections::BTreeMap;

use orebook_store::{Location, Reader, StoreError, examine, restore};
use orebook_tests::damage::digests;
use orebook_tests::postgres::cluster;
use serde_json::{Value, json};

/// Texts that are something else to somebody.
const TEXTS: [&str; 8] = [
    "",
    " led by a space",
    "O'Brien \"& Sons\" \\ % _",
    "Ñandú 鉱石 🪨",
    "line\nbreak\ttab",
    "true",
    "12.50",
    "[1,null]",
];

/// Of each table its columns, as PostgreSQL describes them: name, type, whether it may be null.
fn described() -> BTreeMap<String, Vec<(String, String, bool)>> {
    let sql = "select table_name, column_name, data_type, is_nullable from information_schema.columns
        where table_schema = 'public' order by table_name, ordinal_position";
    let mut tables: BTreeMap<String, Vec<(String, String, bool)>> = BTreeMap::new();
    for line in cluster().database().execute(sql).lines() {
        let [table, column, kind, nullable] = line.split('|').collect::<Vec<_>>()[..] else { panic!("{line}") };
        tables.entry(table.to_owned()).or_default().push((column.to_owned(), kind.to_owned(), nullable == "YES"));
    }
    tables
}

/// A row that differs from all others of its table in every column.
fn row(n: usize, columns: &[(String, String, bool)]) -> String {
    let value = |(place, (_, kind, nullable)): (usize, &(String, String, bool))| match kind.as_str() {
        _ if *nullable && (n + place).is_multiple_of(3) => Value::Null,
        "integer" => json!(n + 1),
        "bigint" if n == 0 => json!(i64::MIN),
        "bigint" if n == 1 => json!(i64::MAX),
        "bigint" => json!(n),
        "bytea" => json!((0..=255).fold(format!("{n:04x}"), |digits, byte| format!("{digits}{byte:02x}"))),
        // The key differs although the text is the same.
        _ => json!(format!("{}{n}", TEXTS[(n + place) % TEXTS.len()])),
    };
    Value::Array(columns.iter().enumerate().map(value).collect()).to_string()
}

const ROWS: usize = 600;

fn filled(location: &Location, steps: &[String]) {
    let described = described();
    let done = restore(location, steps, |restoring| {
        for table in restoring.tables().to_vec() {
            let columns = &described[&table.name];
            let names: Vec<&String> = columns.iter().map(|(name, ..)| name).collect();
            assert_eq!(names, table.columns.iter().collect::<Vec<_>>(), "{}", table.name);
            let lines: Vec<String> = (0..ROWS).map(|n| row(n, columns)).collect();
            assert_eq!(restoring.insert(&table.name, &lines)?, ROWS);
        }
        restoring.bring_up_to_date()
    });
    done.unwrap();
}

/// All lines of all tables, read anew.
fn lines(location: &Location) -> BTreeMap<String, Vec<Value>> {
    let read = Reader::open(location, 1).unwrap().snapshot(|read| {
        let mut all = BTreeMap::new();
        for table in read.tables()? {
            let mut rows = Vec::new();
            read.each_line(&table, |lines| {
                rows.extend(lines.iter().map(|line| serde_json::from_str::<Value>(line).unwrap()));
                Ok::<_, StoreError>(())
            })?;
            all.insert(table.name, rows);
        }
        Ok::<_, StoreError>(all)
    });
    read.unwrap()
}

#[test]
fn every_kind_of_value_goes_through_both_databases_unharmed_and_in_the_same_order() {
    let directory = tempfile::tempdir().unwrap();
    let migrated = Location::Sqlite(directory.path().join("migrated.db"));
    orebook_store::migrate(&migrated).unwrap();
    let steps = examine(&migrated, orebook_store::Look::Quick).unwrap().taken;
    let database = cluster().empty_database();
    let locations = [Location::Sqlite(directory.path().join("filled.db")), database.location()];
    for location in &locations {
        filled(location, &steps);
    }
    let [one, other] = locations.each_ref().map(lines);
    assert_eq!(one, other);
    assert_eq!(digests(&locations[0]), digests(&locations[1]));
    let described = described();
    for (table, rows) in &one {
        let mut expected: Vec<String> = (0..ROWS).map(|n| row(n, &described[table])).collect();
        let mut found: Vec<String> = rows.iter().map(Value::to_string).collect();
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{table}");
    }
}

#[test]
fn a_fill_that_fails_leaves_an_empty_database() {
    let directory = tempfile::tempdir().unwrap();
    let database = cluster().empty_database();
    let migrated = Location::Sqlite(directory.path().join("migrated.db"));
    orebook_store::migrate(&migrated).unwrap();
    let steps = examine(&migrated, orebook_store::Look::Quick).unwrap().taken;
    for location in [Location::Sqlite(directory.path().join("filled.db")), database.location()] {
        let refused: Result<(), StoreError> = restore(&location, &steps, |restoring| {
            restoring.insert("note", &[r#"["digest","salt","content"]"#.to_owned()])?;
            restoring.insert("note", &[r#"["digest","salt","content"]"#.to_owned()]).map(drop)
        });
        assert!(matches!(refused, Err(StoreError::Row { table, .. }) if table == "note"));
        assert_eq!(examine(&location, orebook_store::Look::Whole).unwrap().taken, Vec::<String>::new());
        let unknown: Result<(), StoreError> = restore(&location, &["29991231000000".to_owned()], |_| Ok(()));
        assert!(matches!(unknown, Err(StoreError::Newer { .. })));
        restore(&location, &steps, |_| Ok::<_, StoreError>(())).unwrap();
        let again: Result<(), StoreError> = restore(&location, &steps, |_| Ok(()));
        assert!(matches!(again, Err(StoreError::NotEmpty(_))));
    }
}
