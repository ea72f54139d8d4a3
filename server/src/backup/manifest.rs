//! `manifest.json`: what a backup holds.

use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

/// The form of a backup.
pub const FORMAT: &str = "orebook-backup/1";

/// The file's name.
pub const FILE: &str = "manifest.json";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// Version of the program that made it.
    pub program: String,
    /// When, by the machine's clock.
    pub made_at: String,
    /// Origin of the log.
    pub origin: String,
    /// Entries of the log.
    pub size: u64,
    /// Root of the log's tree over them, in hexadecimal digits.
    pub root: String,
    /// Time of the last of them.
    pub time: String,
    /// The signed checkpoint over them (C2SP). Where the log's key was not at hand, the last one that was published.
    pub checkpoint: String,
    /// The steps that the tables had taken, oldest first.
    pub steps: Vec<String>,
    /// The tables, by name.
    pub tables: Vec<Table>,
    /// The tables that are not here.
    pub left_out: Vec<LeftOut>,
    /// The files of the data directory, by their path in it.
    pub files: Vec<Sealed>,
    /// Evidence that the tables name and that is not here.
    pub evidence_elsewhere: Vec<String>,
    /// The register's own keys.
    pub keys: Keys,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of a line.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: u64,
    /// Digest of the lines before they were compressed: equal for equal tables, whatever database they lay in.
    pub rows_sha256: String,
    /// The file, by its path in the backup.
    pub file: Sealed,
}

/// A table that is not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// A file as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Its path.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// Its digest, in hexadecimal digits.
    pub sha256: String,
}

/// The register's own keys: which of them a server needs that goes on from here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keys {
    /// Their secret halves are among the files.
    pub included: bool,
    /// The verifier key in force: without its secret half, in a file `log*.pem`, nobody can lead.
    pub log: String,
    /// The issuers' public keys, oldest first. Of the first, in `issuer.pem`, and of the last the secret halves are needed;
    /// without those between, in other files `issuer*.pem`, statements of their time cannot be signed.
    pub issuers: Vec<String>,
}

impl Manifest {
    /// As it is written.
    pub fn to_text(&self) -> String {
        let text = serde_json::to_string_pretty(self).expect("names, texts and numbers can be written");
        text + "\n"
    }

    /// All files but this one, each with the directory below the backup that its path begins in.
    pub fn all_files(&self) -> impl Iterator<Item = &Sealed> {
        self.tables.iter().map(|table| &table.file).chain(&self.files)
    }
}

impl Sealed {
    /// Whether the path stays below the directory it is joined to.
    pub fn is_below(&self) -> bool {
        !self.name.is_empty() && Path::new(&self.name).components().all(|part| matches!(part, Component::Normal(_)))
    }
}
