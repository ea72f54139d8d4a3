//! What the threads of a sequencer share, and what readers see of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use orebook_registry::Registry;
use orebook_tlog::{Edge, Hash};
use parking_lot::{Mutex, RwLock, RwLockWriteGuard};
use tokio::sync::watch;

use super::copy::Copy;
use super::intake::Intake;
use super::rows::Tiles;
use super::standing::{Idle, Standing};
use super::startup::StartError;
use super::{Answer, Item, Published};

/// What all its threads share.
pub(super) struct Shared {
    pub(super) intake: Intake<Item>,
    pub(super) committed: RwLock<Registry>,
    pub(super) published: RwLock<Option<Published>>,
    /// The tiles that are not full after the last commit.
    pub(super) tiles: RwLock<Arc<Tiles>>,
    /// The tree's edge after the last entry that is shown; nothing while the state is on its way, or was left there.
    pub(super) edge: Mutex<Option<Edge>>,
    /// How many entries are shown, for those who wait for one.
    pub(super) size: watch::Sender<u64>,
    pub(super) standing: RwLock<Standing>,
    /// How many entries the replica has that is read while this server follows.
    pub(super) replica: AtomicU64,
    pub(super) stopping: AtomicBool,
    /// The committer has ended: the decider must end too, though nobody sends anything.
    pub(super) lost: AtomicBool,
}

impl Default for Shared {
    fn default() -> Self {
        Self {
            intake: Intake::default(),
            committed: RwLock::new(Registry::new()),
            published: RwLock::new(None),
            tiles: RwLock::default(),
            edge: Mutex::default(),
            size: watch::Sender::new(0),
            standing: RwLock::new(Standing::Idle(Idle::plain("starting"))),
            replica: AtomicU64::new(0),
            stopping: AtomicBool::new(false),
            lost: AtomicBool::new(false),
        }
    }
}

impl Shared {
    pub(super) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    /// An error once it is told to stop: for what takes long.
    pub(super) fn go_on(&self) -> Result<(), StartError> {
        if self.is_stopping() { Err(StartError::Stopped("stopping".to_owned())) } else { Ok(()) }
    }

    /// How it stands from now on. A server that stops says nothing else any more.
    pub(super) fn stand(&self, standing: Standing) {
        let mut stands = self.standing.write();
        if !self.is_stopping() {
            *stands = standing;
        }
    }

    /// It neither leads nor follows. A follower whose database does not answer goes on showing what it has, for as long
    /// as [`Standing::shows`] lets it. The reason is said once, not several times a second.
    pub(super) fn give_up(&self, error: &StartError) {
        let idle = Idle { word: error.word(), reason: error.to_string() };
        let (said, follows) = match &*self.standing.read() {
            Standing::Idle(said) => (*said == idle, false),
            standing => (false, matches!(standing, Standing::Follows(_))),
        };
        if !said {
            tracing::warn!(reason = idle.reason, "not leading");
        }
        if !(follows && error.is_of_the_database()) {
            self.stand(Standing::Idle(idle));
        }
    }

    /// What was taken in by a leader that is none any more is decided by nobody.
    pub(super) fn forsake(&self) {
        self.intake.drain().into_iter().for_each(|item| item.answer_with(Answer::OutcomeUnknown));
    }

    /// How many entries are shown; nothing before the first look, and after one that failed in the middle.
    pub(super) fn shown_size(&self) -> Option<u64> {
        self.edge.lock().as_ref().map(Edge::size)
    }

    /// The root over them.
    pub(super) fn shown_root(&self) -> Option<Hash> {
        self.edge.lock().as_ref().map(Edge::root)
    }

    /// The state, to be moved on. Until [`Self::have_shown`] it is no copy to go on from: whatever fails or panics in
    /// between leaves half a batch, and the next start begins with the first entry.
    pub(super) fn begin_to_show(&self) -> RwLockWriteGuard<'_, Registry> {
        let committed = self.committed.write();
        *self.edge.lock() = None;
        committed
    }

    /// The state has come as far as this tree. The lock is still held.
    pub(super) fn have_shown(&self, edge: Edge, tiles: Arc<Tiles>) {
        *self.tiles.write() = tiles;
        *self.edge.lock() = Some(edge);
    }

    /// A copy of what is shown, to go on from.
    pub(super) fn copy(&self) -> Option<Copy> {
        // In the order of those who show.
        let committed = self.committed.read();
        let (tiles, edge) = (self.tiles.read().clone(), self.edge.lock().clone()?);
        Some(Copy { registry: committed.clone(), edge, tiles: (*tiles).clone() })
    }

    /// What is shown is not what the database has: the next start begins with the first entry.
    pub(super) fn forget(&self) {
        *self.edge.lock() = None;
    }

    /// Since when it is behind, if it was already.
    pub(super) fn behind_since(&self) -> Option<Instant> {
        match &*self.standing.read() {
            Standing::Follows(follows) => follows.behind,
            _ => None,
        }
    }

    /// It leads no longer. Said before anybody hears that an outcome is unknown.
    pub(super) fn lose(&self, reason: &str) {
        self.stand(Standing::Idle(Idle { word: "outcome_unknown", reason: reason.to_owned() }));
        self.lost.store(true, Ordering::SeqCst);
    }

    pub(super) fn is_lost(&self) -> bool {
        self.lost.load(Ordering::SeqCst)
    }
}
