//! A table of a backup: lines of JSON, compressed.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::BackupError;
use super::directory::{Sealing, Unfinished};
use super::manifest::{Sealed, Table};

/// A row: its columns in their order.
pub(super) type Row = Vec<Value>;

/// A table while it is written.
pub(super) struct Writing {
    name: String,
    columns: Vec<String>,
    out: GzEncoder<Sealing>,
    rows: u64,
    hash: Sha256,
}

impl Writing {
    /// Begins its file.
    pub(super) fn begin(directory: &mut Unfinished, name: &str, columns: &[String]) -> Result<Self, BackupError> {
        let file = directory.create(&format!("tables/{name}.jsonl.gz"))?;
        let out = GzEncoder::new(file, Compression::fast());
        Ok(Self { name: name.to_owned(), columns: columns.to_vec(), out, rows: 0, hash: Sha256::new() })
    }

    /// Adds a row, written in one way whatever database wrote it before.
    pub(super) fn push(&mut self, row: &Row) -> Result<(), BackupError> {
        let mut line = serde_json::to_string(row).map_err(|error| BackupError::Unsound(error.to_string()))?;
        line.push('\n');
        self.hash.update(line.as_bytes());
        self.rows += 1;
        let path = format!("tables/{}.jsonl.gz", self.name);
        self.out.write_all(line.as_bytes()).map_err(BackupError::file(Path::new(&path)))
    }

    /// Ends its file.
    pub(super) fn finish(self) -> Result<Table, BackupError> {
        let path = format!("tables/{}.jsonl.gz", self.name);
        let file = self.out.finish().map_err(BackupError::file(Path::new(&path)))?.finish()?;
        let rows_sha256 = hex::encode(self.hash.finalize());
        Ok(Table { name: self.name, columns: self.columns, rows: self.rows, rows_sha256, file })
    }
}

/// Reads a table through, and refuses one that is not as the manifest says. Rows are given before that is known.
pub(super) fn each_row(
    backup: &Path,
    table: &Table,
    mut row: impl FnMut(Row, &str) -> Result<(), BackupError>,
) -> Result<(), BackupError> {
    let path = backup.join(&table.file.name);
    let damaged = |found: String| BackupError::damaged(&path, found);
    let mut file = Hashing::open(&path)?;
    let (mut rows, mut hash) = (0_u64, Sha256::new());
    let mut lines = BufReader::new(GzDecoder::new(&mut file));
    let mut line = String::new();
    loop {
        line.clear();
        let read = lines.read_line(&mut line).map_err(|error| damaged(error.to_string()))?;
        if read == 0 {
            break;
        }
        hash.update(line.as_bytes());
        rows += 1;
        let text = line.trim_end_matches('\n');
        let values: Row = serde_json::from_str(text).map_err(|error| damaged(format!("line {rows}: {error}")))?;
        if values.len() != table.columns.len() {
            return Err(damaged(format!("line {rows} has {} columns, not {}", values.len(), table.columns.len())));
        }
        row(values, text)?;
    }
    drop(lines);
    file.expect(&path, &table.file)?;
    if rows != table.rows || hex::encode(hash.finalize()) != table.rows_sha256 {
        return Err(damaged(format!("its {rows} rows are not the {} that were written", table.rows)));
    }
    Ok(())
}

/// Refuses a file that is not as the manifest says.
pub(super) fn expect_file(path: &Path, sealed: &Sealed) -> Result<(), BackupError> {
    Hashing::open(path)?.expect(path, sealed)
}

/// A file that is hashed while it is read.
struct Hashing {
    file: File,
    hash: Sha256,
    bytes: u64,
}

impl Hashing {
    fn open(path: &Path) -> Result<Self, BackupError> {
        let file = File::open(path).map_err(|error| BackupError::damaged(path, error.to_string()))?;
        Ok(Self { file, hash: Sha256::new(), bytes: 0 })
    }

    /// Reads on to the end, and compares.
    fn expect(mut self, path: &Path, sealed: &Sealed) -> Result<(), BackupError> {
        std::io::copy(&mut self, &mut std::io::sink()).map_err(BackupError::file(path))?;
        let found = hex::encode(self.hash.finalize());
        if self.bytes != sealed.bytes {
            let found = format!("it has {} bytes, {} were written", self.bytes, sealed.bytes);
            return Err(BackupError::damaged(path, found));
        }
        if found != sealed.sha256 {
            let found = format!("its SHA-256 is {found}, not {}", sealed.sha256);
            return Err(BackupError::damaged(path, found));
        }
        Ok(())
    }
}

impl Read for Hashing {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(into)?;
        self.hash.update(&into[..read]);
        self.bytes += read as u64;
        Ok(read)
    }
}
