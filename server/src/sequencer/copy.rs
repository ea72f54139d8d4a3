//! A copy of the register, replayed from the journal, with the tree over the entries it has replayed. A start makes one,
//! and so does a server that follows.

use orebook_registry::values::Timestamp;
use orebook_registry::{Registry, invariants};
use orebook_store::{Entry, Head, Reader};
use orebook_tlog::{Edge, Hash, leaf_hash};

use super::Settings;
use super::rows::Tiles;
use super::startup::StartError;
use crate::rules;
use crate::tiles::Tables;

/// Entries read in one statement.
pub(super) const ROWS: i64 = 10_000;

/// The state after some entries, and the tree over them.
#[derive(Debug, Default, Clone)]
pub(super) struct Copy {
    pub registry: Registry,
    pub edge: Edge,
    pub tiles: Tiles,
}

impl Copy {
    /// The sequence of the entry that comes next.
    pub fn next(&self) -> i64 {
        i64::try_from(self.registry.size()).unwrap_or(i64::MAX)
    }

    /// Replays whatever follows, page by page, as far as this program knows the rules. `read` answers the entries from one
    /// on, and none after the last; `until` is that one's time. A page is read and hashed while the one before is replayed,
    /// which takes about as long.
    pub fn take_all(
        &mut self,
        until: Timestamp,
        mut read: impl FnMut(i64) -> Result<Vec<Entry>, StartError> + Send,
    ) -> Result<(), StartError> {
        let mut next = self.next();
        std::thread::scope(|scope| {
            let (hand_on, pages) = crossbeam_channel::bounded(1);
            let reading = scope.spawn(move || {
                loop {
                    let rows = read(next)?;
                    next += i64::try_from(rows.len()).unwrap_or(i64::MAX);
                    let leaves = rows.iter().map(leaf_of).collect::<Result<Vec<_>, _>>()?;
                    // Whoever replays has stopped if it is not taken.
                    if rows.is_empty() || hand_on.send((rows, leaves)).is_err() {
                        return Ok(());
                    }
                }
            });
            for (rows, leaves) in pages {
                self.take(&rows, leaves, until)?;
            }
            reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }

    fn take(&mut self, rows: &[Entry], leaves: Vec<Hash>, until: Timestamp) -> Result<(), StartError> {
        for (row, leaf) in rows.iter().zip(leaves) {
            let sequence = self.registry.size();
            let unreadable = |reason: String| StartError::Replay { sequence, reason };
            self.registry.follow(&row.entry, until).map_err(|error| unreadable(error.to_string()))?;
            self.edge.push(leaf);
            drop(self.tiles.push(leaf));
            rules::require_known(&self.registry)?;
        }
        Ok(())
    }

    /// What was replayed is the log that the head tells of, entry for entry: the tree was made anew from their bytes.
    pub fn require(&self, head: &Head) -> Result<(), StartError> {
        let size = i64::try_from(self.registry.size()).unwrap_or(i64::MAX);
        let (root, edge) = (self.edge.root(), self.edge.to_bytes());
        if (size, root.as_slice(), edge.as_slice()) != (head.size, head.root.as_slice(), head.edge.as_slice()) {
            return Err(StartError::Head { found: self.registry.size(), stated: head.size });
        }
        Ok(())
    }

    /// Nothing of it is shown, and nobody leads from it, before all of this holds: the state is sound, it is the log of
    /// this data directory, and the continuation of every checkpoint that is known.
    pub fn check(&self, settings: &Settings, reader: &Reader) -> Result<(), StartError> {
        invariants::check(&self.registry)?;
        check_origin(settings, &self.registry)?;
        let known = settings.keys.known(self.registry.own_keys())?;
        settings.guard.known()?.check(&Tables::new(reader), self.edge.size(), &known)?;
        Ok(())
    }
}

/// The leaf hash of an entry's bytes, which must be the one that was stored with it. It costs about 1.5 µs for a kilobyte.
pub(super) fn leaf_of(row: &Entry) -> Result<Hash, StartError> {
    let leaf = leaf_hash(&row.entry);
    let sequence = row.sequence.unsigned_abs();
    if leaf.as_slice() == row.leaf { Ok(leaf) } else { Err(StartError::Altered { sequence }) }
}

/// The log is the one that this data directory is of, and its key in force is here.
pub(super) fn check_origin(settings: &Settings, registry: &Registry) -> Result<(), StartError> {
    if registry.origin() != settings.keys.origin() {
        let (found, expected) = (registry.origin().to_owned(), settings.keys.origin().to_owned());
        return Err(StartError::Origin { found, expected });
    }
    Ok(settings.keys.require(registry.own_keys(), registry.size())?)
}
