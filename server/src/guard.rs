//! The guard against a lost past: the last published checkpoint is kept outside the database. A server refuses to lead
//! when the journal is shorter than it, or has another root at its size.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use orebook_tlog::{Checkpoint, VerifierKey};
use parking_lot::{Condvar, Mutex};

use crate::tiles::Tables;

/// Written at most this often: in the path of a commit it would nearly double its cost. So it may lag; it never leads.
const EVERY: Duration = Duration::from_secs(1);

/// Why a server must not lead.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum GuardError {
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("{}: not a checkpoint of this log: {reason}", path.display())]
    Unreadable { path: PathBuf, reason: String },
    #[error(
        "the journal has {found} entries, but a checkpoint over {known} was published: the database is older than what the world has seen"
    )]
    Shorter { found: u64, known: u64 },
    #[error("the journal has another root at {size} entries than the checkpoint that was published")]
    Forked { size: u64 },
    #[error("the root cannot be computed: {0}")]
    Tiles(String),
}

/// Keeps and checks published checkpoints.
#[derive(Clone)]
pub struct Guard {
    /// Where the last one is kept; nowhere for a register that does not outlive its process.
    kept_at: Option<PathBuf>,
    /// Further checkpoints that somebody else kept.
    also: Vec<PathBuf>,
    slot: Arc<(Mutex<Slot>, Condvar)>,
}

#[derive(Default)]
struct Slot {
    latest: Option<String>,
    stop: bool,
}

impl Guard {
    /// Keeps the last published checkpoint in `<data>/published`, and knows those in the files `also`.
    pub fn of_data(data: &Path, also: Vec<PathBuf>) -> std::io::Result<Self> {
        let path = data.join("published");
        let guard = Self { kept_at: Some(path.clone()), also, slot: Arc::default() };
        let slot = guard.slot.clone();
        std::thread::Builder::new().name("guard".into()).spawn(move || keep_for_ever(&path, &slot))?;
        Ok(guard)
    }

    /// Keeps nothing.
    pub fn none() -> Self {
        Self { kept_at: None, also: Vec::new(), slot: Arc::default() }
    }

    /// A newer checkpoint was published.
    pub fn keep(&self, note: &str) {
        let (slot, changed) = &*self.slot;
        slot.lock().latest = Some(note.to_owned());
        changed.notify_one();
    }

    /// Writes what is still to be written, and ends.
    pub fn stop(&self) {
        let (slot, changed) = &*self.slot;
        let mut slot = slot.lock();
        slot.stop = true;
        if let (Some(path), Some(note)) = (&self.kept_at, slot.latest.take()) {
            let _ = write(path, &note);
        }
        changed.notify_one();
    }

    /// Refuses an empty journal when a checkpoint is known: a lost database must not become a second history.
    pub fn check_empty(&self, key: &VerifierKey) -> Result<(), GuardError> {
        match self.known(key)?.into_iter().map(|known| known.size).max() {
            Some(known) => Err(GuardError::Shorter { found: 0, known }),
            None => Ok(()),
        }
    }

    /// Refuses a journal that is not a continuation of every known checkpoint.
    pub fn check(&self, tables: &Tables<'_>, size: u64, key: &VerifierKey) -> Result<(), GuardError> {
        for known in self.known(key)? {
            if known.size > size {
                return Err(GuardError::Shorter { found: size, known: known.size });
            }
            let root = orebook_tlog::root(tables, known.size).map_err(|error| GuardError::Tiles(error.to_string()))?;
            if root != known.root {
                return Err(GuardError::Forked { size: known.size });
            }
        }
        Ok(())
    }

    /// Every checkpoint that is known: the kept one, if there is one yet, and the given ones.
    fn known(&self, key: &VerifierKey) -> Result<Vec<Checkpoint>, GuardError> {
        let mut known = Vec::new();
        for path in self.kept_at.iter().chain(&self.also) {
            let note = match std::fs::read_to_string(path) {
                Ok(note) => note,
                Err(error) if error.kind() == ErrorKind::NotFound && self.kept_at.as_ref() == Some(path) => continue,
                Err(source) => return Err(GuardError::File { path: path.clone(), source }),
            };
            let unreadable = |reason: String| GuardError::Unreadable { path: path.clone(), reason };
            known.push(Checkpoint::open(&note, key).map_err(|error| unreadable(error.to_string()))?);
        }
        Ok(known)
    }
}

fn keep_for_ever(path: &Path, slot: &(Mutex<Slot>, Condvar)) {
    let (slot, changed) = slot;
    loop {
        let note = {
            let mut slot = slot.lock();
            while slot.latest.is_none() && !slot.stop {
                changed.wait(&mut slot);
            }
            if slot.stop {
                return;
            }
            slot.latest.take()
        };
        let started = Instant::now();
        if let Some(error) = note.and_then(|note| write(path, &note).err()) {
            tracing::warn!(%error, path = %path.display(), "the published checkpoint could not be kept");
        }
        std::thread::park_timeout(EVERY.saturating_sub(started.elapsed()));
    }
}

/// Temporary file, fsync, rename: there is always a whole checkpoint under the name.
fn write(path: &Path, note: &str) -> std::io::Result<()> {
    let temporary = path.with_extension("new");
    let mut file = std::fs::File::create(&temporary)?;
    file.write_all(note.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(&temporary, path)
}
