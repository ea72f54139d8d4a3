//! The demo, played once for all tests of a process: by the built program, on SQLite.

use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use orebook_server::keys::RegistryKeys;
use tempfile::TempDir;

use crate::programs::{orebook, orebook_verify};

/// A register in which the demo's stories have been played.
pub struct Demo {
    data: TempDir,
    /// What the play printed.
    pub told: String,
}

/// The demo that all tests of a process share. They read it, or copy it.
pub fn demo() -> &'static Demo {
    static DEMO: LazyLock<Demo> = LazyLock::new(|| Demo::play(None));
    &DEMO
}

impl Demo {
    /// Plays it in a new directory.
    ///
    /// # Panics
    /// If a story does not end as it should.
    pub fn play(database: Option<&str>) -> Self {
        let data = tempfile::tempdir().expect("a temporary directory");
        let mut command = orebook();
        command.args(["demo", "--once", "--data"]).arg(data.path());
        if let Some(url) = database {
            command.args(["--database", url]);
        }
        let output = command.output().expect("the program starts");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{told}\n{}", String::from_utf8_lossy(&output.stderr));
        Self { data, told }
    }

    /// Its data directory.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Its archive.
    pub fn archive(&self) -> PathBuf {
        self.data.path().join("archive")
    }

    /// Its keys.
    ///
    /// # Panics
    /// If they cannot be read.
    pub fn keys(&self) -> RegistryKeys {
        RegistryKeys::of_data(self.data()).expect("the keys are there")
    }

    /// What the auditor's program says of an archive: its exit code and what it printed.
    ///
    /// # Panics
    /// If it does not end by itself.
    pub fn verify(&self, archive: &Path) -> (i32, String) {
        let mut command = orebook_verify();
        command.arg(archive).arg("--key").arg(self.data().join("log.vkey"));
        let Output { status, stdout, stderr } = command.output().expect("the program starts");
        let told = [stdout, stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
        (status.code().expect("it ends by itself"), told)
    }
}
