//! A small C library, loaded before a program's own: it records what the program does to its files, makes that fail,
//! and moves the program's clock. What it is told stands in `tests/preload/disk.c`.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::golden::workspace;
use crate::programs::directory;

/// What becomes of a change of a file that is to fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The disk answers with an error.
    Io,
    /// There is no room.
    NoSpace,
    /// The program is killed just before it.
    Kill,
}

/// Which changes are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Those of every watched file.
    All,
    /// Those of SQLite's database itself: in its mode of the journal it is changed by checkpoints alone.
    Database,
    /// Those of SQLite's write-ahead log.
    WriteAheadLog,
    /// Those of keys.
    Keys,
}

/// Watches the files of the programs it is applied to.
pub struct Preload {
    root: PathBuf,
    control: File,
    directory: TempDir,
    records: bool,
}

// Places in `struct control`.
const COUNTDOWN: u64 = 0;
const ACTION: u64 = 1;
const ONLY: u64 = 2;
const FIRED: u64 = 3;
const FULL: u64 = 4;
const CLOCK_MS: u64 = 5;
const COUNTED: u64 = 6;
const REFUSED: u64 = 7;
const NUMBERS: u64 = 8;

impl Preload {
    /// Watches the files below a directory.
    ///
    /// # Panics
    /// If there is no room for its own files.
    pub fn watching(root: &Path) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let path = directory.path().join("control");
        let control = File::options().read(true).write(true).create_new(true).open(path).expect("a new file");
        let preload = Self { root: root.to_owned(), control, directory, records: false };
        (0..NUMBERS).for_each(|place| preload.set(place, 0));
        preload
    }

    /// The same, and keeps every change with its bytes.
    pub fn recording(root: &Path) -> Self {
        Self { records: true, ..Self::watching(root) }
    }

    /// Has a program run under it.
    pub fn apply(&self, command: &mut Command) {
        command.env("LD_PRELOAD", &*LIBRARY).env("PRELOAD_ROOT", &self.root);
        command.env("PRELOAD_CONTROL", self.directory.path().join("control"));
        if self.records {
            command.env("PRELOAD_LOG", self.log());
        }
    }

    /// Where changes are recorded: they can be read while the program runs.
    pub fn log(&self) -> PathBuf {
        self.directory.path().join("log")
    }

    /// The n-th change from now fails.
    pub fn fail_at(&self, nth: usize, of: Of, fault: Fault) {
        self.set(COUNTDOWN, 0);
        self.set(FIRED, 0);
        self.set(COUNTED, 0);
        self.set(ONLY, of as i64);
        self.set(
            ACTION,
            match fault {
                Fault::Io => 5,
                Fault::NoSpace => 28,
                Fault::Kill => -9,
            },
        );
        self.set(COUNTDOWN, i64::try_from(nth).expect("a small number"));
    }

    /// Whether it has failed since; from now on nothing does.
    pub fn disarm(&self) -> bool {
        self.set(COUNTDOWN, 0);
        self.has_fired()
    }

    /// Whether it has failed since.
    pub fn has_fired(&self) -> bool {
        self.get(FIRED) > 0
    }

    /// How many changes were counted since, the failed one included.
    pub fn counted(&self) -> i64 {
        self.get(COUNTED)
    }

    /// From now on there is no room on the disk.
    pub fn fill(&self) {
        self.set(REFUSED, 0);
        self.set(FULL, 1);
    }

    /// There is room again. Answers how many changes were refused for the want of it.
    pub fn free(&self) -> i64 {
        self.set(FULL, 0);
        self.get(REFUSED)
    }

    /// How many changes were refused for the want of room.
    pub fn refused(&self) -> i64 {
        self.get(REFUSED)
    }

    /// Sets the clock of the programs to so many milliseconds after the machine's.
    pub fn set_clock(&self, ahead_ms: i64) {
        self.set(CLOCK_MS, ahead_ms);
    }

    fn set(&self, place: u64, number: i64) {
        self.control.write_all_at(&number.to_le_bytes(), place * 8).expect("the file can be written");
    }

    fn get(&self, place: u64) -> i64 {
        let mut bytes = [0; 8];
        self.control.read_exact_at(&mut bytes, place * 8).expect("the file can be read");
        i64::from_le_bytes(bytes)
    }
}

/// Built once a process, beside the programs. Under a name of its own first: other processes may build it as well.
static LIBRARY: LazyLock<PathBuf> = LazyLock::new(|| {
    let (source, library) = (workspace().join("tests/preload/disk.c"), directory().join("preload.so"));
    let own = directory().join(format!("preload-{}.so", std::process::id()));
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-O2", "-Wall", "-o"]).arg(&own).arg(source).arg("-ldl");
    let status = compiler.status().expect("a C compiler is needed");
    assert!(status.success(), "the C compiler failed");
    std::fs::rename(own, &library).expect("a file can be renamed");
    library
});
