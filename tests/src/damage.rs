//! What befalls a database or a file behind the register's back, and what of it was touched.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use orebook_document::sha256;
use orebook_store::{Location, Reader, StoreError};

use crate::postgres::cluster;

/// What SQLite is asked through: nothing of the register's own writes what its tables should not hold.
const PYTHON: &str = "import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.executescript(sys.argv[2])
connection.commit()
connection.close()";

/// Runs SQL on a database that no server has open.
///
/// # Panics
/// If the database refuses it.
pub fn alter(location: &Location, sql: &str) {
    match location {
        Location::Sqlite(path) => {
            let python = ["/usr/bin/python3", "python3"].into_iter().find(|program| Path::new(program).exists());
            let done = Command::new(python.unwrap_or("python3")).args(["-c", PYTHON]).arg(path).arg(sql).output();
            let done = done.expect("python3 starts");
            assert!(done.status.success(), "{sql}: {}", String::from_utf8_lossy(&done.stderr));
        }
        Location::Postgres(url) => {
            let name = url.trim_start_matches("postgres:///").split('?').next().unwrap_or_default();
            cluster().execute(name, sql);
        }
    }
}

/// Bytes as a literal of the database's SQL.
pub fn bytes(location: &Location, bytes: &[u8]) -> String {
    let digits = digits(bytes);
    match location {
        Location::Sqlite(_) => format!("x'{digits}'"),
        Location::Postgres(_) => format!("decode('{digits}', 'hex')"),
    }
}

/// The digest of each table's rows: the same in both databases, if the rows are.
///
/// # Panics
/// If the database cannot be read.
pub fn digests(location: &Location) -> BTreeMap<String, String> {
    let reader = Reader::open(location, 1).expect("the database can be read");
    let read = reader.snapshot(|read| {
        let mut found = BTreeMap::new();
        for table in read.tables()? {
            let mut rows = Vec::new();
            read.each_line(&table, |lines| {
                for line in lines {
                    let row: Vec<serde_json::Value> = serde_json::from_str(&line).expect("a line is JSON");
                    rows.extend_from_slice(serde_json::to_string(&row).expect("it can be written").as_bytes());
                    rows.push(b'\n');
                }
                Ok::<_, StoreError>(())
            })?;
            found.insert(table.name, digits(&sha256(&rows)));
        }
        Ok::<_, StoreError>(found)
    });
    read.expect("the tables can be read")
}

/// Changes bytes of a file, from a place on.
///
/// # Panics
/// If the file is not so long.
pub fn overwrite(file: &Path, place: usize, with: &[u8]) {
    let mut whole = std::fs::read(file).expect("the file can be read");
    whole[place..place + with.len()].copy_from_slice(with);
    std::fs::write(file, whole).expect("the file can be written");
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
