//! What the disk does at the moment: the same small work before and after each pair.

use std::fs::File;
use std::io::Write;
use std::time::Instant;

use orebook_store::{Batch, JournalRow, Tip, Writer};

use crate::figure::median;
use crate::place::Database;
use crate::{Outcome, words};

const TIMES: usize = 40;
/// About what a small commit writes.
const BYTES: [u8; 8192] = [7; 8192];

/// Commits one row at a time into a database of its own.
pub struct Probe {
    writer: Writer,
    size: i64,
    file: File,
}

impl Probe {
    /// A probe of a fresh database.
    ///
    /// # Errors
    /// The database cannot be used.
    pub fn of(database: &Database<'_>) -> Outcome<Self> {
        let writer = Writer::lead(database.location()).map_err(words)?;
        let file = File::create(database.directory().join("probe")).map_err(words)?;
        Ok(Self { writer, size: 0, file })
    }

    /// Nanoseconds of a transaction of one row, the median of some.
    ///
    /// # Errors
    /// A commit fails.
    pub fn commit_ns(&mut self) -> Outcome<u64> {
        timed(|| {
            let row = JournalRow { sequence: self.size, entry: vec![7; 1000], leaf: vec![7; 32], ..Default::default() };
            let after = Tip { size: self.size + 1, root: vec![7; 32], edge: vec![7; 320], time: 0 };
            let batch = Batch { before: self.size, after, journal: vec![row], ..Batch::default() };
            self.size += 1;
            self.writer.append(&batch).map_err(words)
        })
    }

    /// Nanoseconds of an fdatasync after 8 KiB were appended to a file, the median of some.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn sync_ns(&mut self) -> Outcome<u64> {
        timed(|| self.file.write_all(&BYTES).and_then(|()| self.file.sync_data()).map_err(words))
    }
}

fn timed(mut work: impl FnMut() -> Outcome<()>) -> Outcome<u64> {
    let mut nanos = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let start = Instant::now();
        work()?;
        nanos.push(u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX));
    }
    Ok(median(nanos))
}
