//! The journal as it goes by, row by row: each entry is the one that was stored, and the tree grows over them.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::Entry;
use orebook_registry::event::{Event, PartyEvent};
use orebook_registry::party::OwnKeys;
use orebook_tlog::{Edge, Hash, empty_root, leaf_hash};
use serde_json::Value;

use super::BackupError;
use super::table::Row;
use crate::rules;

/// What the journal tells of itself.
#[derive(Default)]
pub(super) struct Journal {
    columns: Vec<String>,
    edge: Edge,
    wanted: BTreeSet<u64>,
    /// The tree's roots at the sizes that were asked for.
    pub(super) roots: BTreeMap<u64, Hash>,
    /// The register's own keys.
    pub(super) own: OwnKeys,
    /// The log's name.
    pub(super) origin: String,
    /// Time of the last entry, in milliseconds.
    pub(super) time: i64,
}

impl Journal {
    /// Before the first row; the roots at these sizes will be asked for.
    pub(super) fn expecting(columns: &[String], wanted: BTreeSet<u64>) -> Self {
        let roots = wanted.contains(&0).then(|| (0, empty_root())).into_iter().collect();
        Self { columns: columns.to_vec(), wanted, roots, ..Self::default() }
    }

    /// Entries so far.
    pub(super) fn size(&self) -> u64 {
        self.edge.size()
    }

    /// Root of the tree so far.
    pub(super) fn root(&self) -> Hash {
        self.edge.root()
    }

    /// Takes the next row.
    pub(super) fn take(&mut self, row: &Row) -> Result<(), BackupError> {
        let place = self.size();
        let unsound = |what: &str| BackupError::Unsound(format!("entry {place} {what}"));
        if self.column(row, "sequence").and_then(Value::as_u64) != Some(place) {
            return Err(unsound("is missing"));
        }
        let entry = self.bytes(row, "entry").ok_or_else(|| unsound("has no bytes"))?;
        let leaf = leaf_hash(&entry);
        if self.bytes(row, "leaf").as_deref() != Some(leaf.as_slice()) {
            return Err(unsound("is not the one that was stored: its leaf hash was made of other bytes"));
        }
        if place == 0 {
            self.origin = origin(&entry)?;
        }
        self.own.learn(&entry).map_err(|error| unsound(&format!("cannot be read: {error}")))?;
        self.time = self.column(row, "time").and_then(Value::as_i64).unwrap_or_default();
        self.edge.push(leaf);
        let size = self.edge.size();
        if self.wanted.contains(&size) {
            self.roots.insert(size, self.edge.root());
        }
        Ok(())
    }

    /// Refuses a head that states another tree.
    pub(super) fn agrees(&self, size: i64, root: &[u8], edge: &[u8]) -> Result<(), BackupError> {
        let is_same = u64::try_from(size).ok() == Some(self.size())
            && root == self.root().as_slice()
            && edge == self.edge.to_bytes().as_slice();
        let unsound = || format!("its {} entries have another tree than the head states over {size}", self.size());
        if is_same { Ok(()) } else { Err(BackupError::Unsound(unsound())) }
    }

    fn column<'a>(&self, row: &'a Row, name: &str) -> Option<&'a Value> {
        column(&self.columns, row, name)
    }

    fn bytes(&self, row: &Row, name: &str) -> Option<Vec<u8>> {
        bytes(&self.columns, row, name)
    }
}

/// A column of a row by its name.
pub(super) fn column<'a>(columns: &[String], row: &'a Row, name: &str) -> Option<&'a Value> {
    row.get(columns.iter().position(|column| column == name)?)
}

/// The bytes in a column.
pub(super) fn bytes(columns: &[String], row: &Row, name: &str) -> Option<Vec<u8>> {
    hex::decode(column(columns, row, name)?.as_str()?).ok()
}

/// The log's name, if this program knows the rules that it is decided by.
fn origin(founding: &[u8]) -> Result<String, BackupError> {
    let entry = Entry::parse(founding).map_err(|error| BackupError::Unsound(format!("entry 0: {error}")))?;
    match entry.events.first() {
        Some(Event::Party(PartyEvent::Founded(founded))) => {
            rules::known(&founded.rules)?;
            Ok(founded.origin.clone())
        }
        _ => Err(BackupError::Unsound("entry 0 founds no register".to_owned())),
    }
}
