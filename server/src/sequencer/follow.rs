//! Following: another server leads, and this one replays what that one stores into its own copy, for its readers. It
//! shows nothing that is not stored, and nothing that does not lead to the root in the head.
//!
//! ```text
//! look ──▶ head ──▶ entries after the copy ──▶ root as in the head? ──▶ shown, with a checkpoint of its own signing
//!  ▲                                                                        │
//!  └── EVERY ───────────────────────────────────────────────────────────────┘   and each TURN the lease is asked for
//! ```

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use orebook_registry::values::Timestamp;
use orebook_store::{Entry, Head, Reader, StoreError};

use super::copy::{ROWS, leaf_of};
use super::standing::{Follows, Standing};
use super::startup::StartError;
use super::{Settings, Shared, committer};
use crate::rules;

/// Between two looks at the head.
const EVERY: Duration = Duration::from_millis(15);
/// How long it looks before it asks for the lease again.
const TURN: Duration = Duration::from_millis(200);

/// Where a follower looks.
pub(super) struct Readers {
    /// Where it reads what it shows.
    follows: Reader,
    /// Where the leader stores, if that is elsewhere.
    leads: Option<Reader>,
}

impl Readers {
    pub(super) fn open(settings: &Settings) -> Result<Self, StoreError> {
        let leads = Reader::open(&settings.location, 1)?;
        Ok(match &settings.replica {
            Some(replica) => Self { follows: Reader::open(replica, 1)?, leads: Some(leads) },
            None => Self { follows: leads, leads: None },
        })
    }

    /// How many entries the leader has stored, where the replica may not have them.
    fn stored(&self) -> Result<u64, StoreError> {
        let stored = self.leads.as_ref().map(|reader| reader.read(|read| read.head())).transpose()?;
        Ok(stored.map_or(0, |head| u64::try_from(head.size).unwrap_or(0)))
    }
}

/// Looks again and again until it is time to ask for the lease, or something is wrong.
pub(super) fn follow(settings: &Settings, shared: &Arc<Shared>, readers: &Readers) -> Result<(), StartError> {
    let (end, reader) = (Instant::now() + TURN, &readers.follows);
    let (leader, stored) = (reader.read(|read| read.leader())?, readers.stored()?);
    while !shared.is_stopping() && Instant::now() < end {
        let asked = Instant::now();
        let head = reader.read(|read| read.head())?;
        if head.size == 0 {
            return Err(StartError::NotFoundedYet);
        }
        shared.replica.store(u64::try_from(head.size).unwrap_or(0), Ordering::Relaxed);
        show_up_to(settings, shared, reader, &head)?;
        let is_behind = shared.shown_size().is_some_and(|shown| shown < stored);
        let behind = is_behind.then(|| shared.behind_since().unwrap_or(asked));
        shared.stand(Standing::Follows(Follows { leader: leader.clone(), heard: asked, behind }));
        std::thread::park_timeout(EVERY);
    }
    Ok(())
}

/// Shows what was stored since the last look.
fn show_up_to(settings: &Settings, shared: &Arc<Shared>, reader: &Reader, head: &Head) -> Result<(), StartError> {
    let size = u64::try_from(head.size).unwrap_or(0);
    match shared.shown_size() {
        Some(shown) if shown == size => match shared.shown_root() {
            Some(root) if root.as_slice() != head.root => Err(StartError::Head { found: shown, stated: head.size }),
            _ => Ok(()),
        },
        // A replica may be behind what this server stored itself while it led.
        Some(shown) if shown > size && settings.replica.is_some() => Ok(()),
        Some(shown) if shown > size => Err(StartError::Head { found: shown, stated: head.size }),
        Some(shown) if size - shown <= ROWS.unsigned_abs() => {
            let rows = page(reader, shown, size)?;
            show_rows(settings, shared, &rows, head)
        }
        _ => show_all(settings, shared, reader, head),
    }
}

/// The entries from one on, before another, a page at the most.
fn page(reader: &Reader, from: u64, to: u64) -> Result<Vec<Entry>, StoreError> {
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let end = whole(to).min(whole(from).saturating_add(ROWS));
    reader.read(|read| read.entries(whole(from)..end))
}

/// The first time, and after a long silence: replayed beside what is shown, and checked as a leader would check it.
fn show_all(settings: &Settings, shared: &Arc<Shared>, reader: &Reader, head: &Head) -> Result<(), StartError> {
    let size = u64::try_from(head.size).unwrap_or(0);
    let mut copy = shared.copy().unwrap_or_default();
    copy.take_all(Timestamp::from_ms(head.time), |next| {
        shared.go_on()?;
        Ok(page(reader, next.unsigned_abs(), size)?)
    })?;
    copy.require(head)?;
    copy.check(settings, reader)?;
    tracing::info!(entries = size, "following");
    committer::show_copy(settings, shared, copy)
}

/// Shows further entries, up to the head.
fn show_rows(settings: &Settings, shared: &Arc<Shared>, rows: &[Entry], head: &Head) -> Result<(), StartError> {
    let (mut edge, mut tiles) = (shared.edge.lock().clone().unwrap_or_default(), (**shared.tiles.read()).clone());
    for row in rows {
        let leaf = leaf_of(row)?;
        edge.push(leaf);
        drop(tiles.push(leaf));
    }
    if edge.root().as_slice() != head.root {
        return Err(StartError::Head { found: edge.size(), stated: head.size });
    }
    let until = Timestamp::from_ms(head.time);
    let mut committed = shared.begin_to_show();
    for row in rows {
        let sequence = committed.size();
        let followed = committed.follow(&row.entry, until);
        followed.map_err(|error| StartError::Replay { sequence, reason: error.to_string() })?;
        rules::require_known(&committed)?;
    }
    let (size, root) = (edge.size(), edge.root());
    shared.have_shown(edge, Arc::new(tiles));
    committer::publish(settings, shared, committed.own_keys(), size, root).map_err(StartError::Shown)?;
    Ok(())
}
