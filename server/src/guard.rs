//! The guard against a lost past: the last published checkpoint is kept outside the database. A server refuses to lead
//! when the journal is shorter than it, or has another root at its size.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use orebook_tlog::{Checkpoint, Hash, VerifierKey};
use parking_lot::{Condvar, Mutex};

use crate::tiles::Tables;

/// Written at most this often: in the path of a commit it would nearly double its cost. So it may lag; it never leads.
const EVERY: Duration = Duration::from_secs(1);

/// The file of the last checkpoint that was published.
pub const PUBLISHED: &str = "published";

/// The file of the last checkpoint that enough witnesses cosigned.
pub const WITNESSED: &str = "witnessed";

/// Why a server must not lead.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum GuardError {
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("{}: not a checkpoint of this log: {reason}", path.display())]
    Unreadable { path: PathBuf, reason: String },
    #[error(
        "the journal has {found} entries, but a checkpoint over {known} was published: the database is older than what the world has seen. Find the newer database; do not delete what remembers the checkpoint. See docs/operating/incidents.md, \"When the guard refuses\""
    )]
    Shorter { found: u64, known: u64 },
    #[error(
        "the journal has another root at {size} entries than the checkpoint that was published: it is another history. Do not delete what remembers the checkpoint. See docs/operating/incidents.md, \"When the guard refuses\""
    )]
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
    /// Keeps the last published checkpoint in `<data>/published`, and knows those in the files `also` and the last one
    /// that witnesses cosigned, in `<data>/witnessed`.
    pub fn of_data(data: &Path, also: Vec<PathBuf>) -> std::io::Result<Self> {
        let guard = Self::knowing(data, also);
        let (slot, path) = (guard.slot.clone(), data.join(PUBLISHED));
        std::thread::Builder::new().name("guard".into()).spawn(move || keep_for_ever(&path, &slot))?;
        Ok(guard)
    }

    /// Knows the same, and keeps nothing.
    pub fn knowing(data: &Path, mut also: Vec<PathBuf>) -> Self {
        also.extend(Some(data.join(WITNESSED)).filter(|witnessed| witnessed.exists()));
        Self { kept_at: Some(data.join(PUBLISHED)), also, slot: Arc::default() }
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
            let _ = keep_file(path, &note);
        }
        changed.notify_one();
    }

    /// How many entries the kept checkpoint counts; nothing while there is none that can be read.
    pub fn kept(&self) -> Option<u64> {
        let text = std::fs::read_to_string(self.kept_at.as_ref()?).ok()?;
        Checkpoint::stated(&text).ok().map(|checkpoint| checkpoint.size)
    }

    /// Every checkpoint that is known now: the kept one, if there is one yet, and the given ones.
    pub fn known(&self) -> Result<Known, GuardError> {
        let mut notes = Vec::new();
        for path in self.kept_at.iter().chain(&self.also) {
            let text = match std::fs::read_to_string(path) {
                Ok(text) => text,
                Err(error) if error.kind() == ErrorKind::NotFound && self.kept_at.as_ref() == Some(path) => continue,
                Err(source) => return Err(GuardError::File { path: path.clone(), source }),
            };
            notes.push(Note { path: path.clone(), text });
        }
        Ok(Known(notes))
    }
}

/// Checkpoints that somebody kept.
pub struct Known(Vec<Note>);

struct Note {
    path: PathBuf,
    text: String,
}

impl Known {
    /// Refuses an empty journal when a checkpoint of this log is known: a lost database must not become a second
    /// history.
    pub fn check_empty(&self, keys: &LogKeys) -> Result<(), GuardError> {
        match self.stated(keys)?.into_iter().max() {
            Some(known) => Err(GuardError::Shorter { found: 0, known }),
            None => Ok(()),
        }
    }

    /// Refuses a journal that is not a continuation of every known checkpoint.
    pub fn check(&self, tables: &Tables<'_>, size: u64, keys: &LogKeys) -> Result<(), GuardError> {
        let root = |size| orebook_tlog::root(tables, size).map_err(|error| GuardError::Tiles(error.to_string()));
        self.check_roots(size, keys, root)
    }

    /// The same of a journal whose roots somebody else has at hand.
    pub fn check_roots(
        &self,
        size: u64,
        keys: &LogKeys,
        root: impl Fn(u64) -> Result<Hash, GuardError>,
    ) -> Result<(), GuardError> {
        for note in &self.0 {
            let known = note.checked(keys)?;
            if known.size > size {
                return Err(GuardError::Shorter { found: size, known: known.size });
            }
            if root(known.size)? != known.root {
                return Err(GuardError::Forked { size: known.size });
            }
        }
        Ok(())
    }

    /// The sizes that the checkpoints state, whoever signed them: the roots that will be asked for.
    pub fn sizes(&self) -> BTreeSet<u64> {
        self.0.iter().filter_map(|note| Checkpoint::stated(&note.text).ok()).map(|stated| stated.size).collect()
    }

    /// The sizes of all of them, once it is clear that they are of this log.
    pub fn stated(&self, keys: &LogKeys) -> Result<Vec<u64>, GuardError> {
        self.0.iter().map(|note| Ok(note.checked(keys)?.size)).collect()
    }

    /// The checkpoint over most entries, as it is signed.
    pub fn newest(&self) -> Option<&str> {
        let size = |note: &&Note| Checkpoint::stated(&note.text).map_or(0, |stated| stated.size);
        self.0.iter().max_by_key(size).map(|note| note.text.as_str())
    }
}

impl Note {
    /// The checkpoint, if any key that is known as this log's has signed it. Which one was in force, a journal with
    /// another history does not tell.
    fn checked(&self, keys: &LogKeys) -> Result<Checkpoint, GuardError> {
        let unreadable = |reason: String| GuardError::Unreadable { path: self.path.clone(), reason };
        let stated = Checkpoint::stated(&self.text).map_err(|error| unreadable(error.to_string()))?;
        if stated.origin != keys.origin {
            return Err(unreadable(format!("it is of {}", stated.origin)));
        }
        let signed = keys.keys.iter().any(|key| Checkpoint::open(&self.text, key).is_ok());
        if signed { Ok(stated) } else { Err(unreadable("no key of this log has signed it".to_owned())) }
    }
}

/// The keys under which a log has signed: those its entries name, and those whose secret halves are here.
pub struct LogKeys {
    /// The log's name.
    pub origin: String,
    /// In any order.
    pub keys: Vec<VerifierKey>,
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
        if let Some(error) = note.and_then(|note| keep_file(path, &note).err()) {
            tracing::warn!(%error, path = %path.display(), "the published checkpoint could not be kept");
        }
        std::thread::park_timeout(EVERY.saturating_sub(started.elapsed()));
    }
}

/// Temporary file, fsync, rename: there is always a whole checkpoint under the name.
pub(crate) fn keep_file(path: &Path, note: &str) -> std::io::Result<()> {
    let temporary = path.with_extension("new");
    let mut file = std::fs::File::create(&temporary)?;
    file.write_all(note.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(&temporary, path)
}
