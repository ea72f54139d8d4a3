//! Start-up, in order: lease → rules known → replay → invariants → guard → clock. The way in, and the way back after
//! every fault.

use orebook_registry::party::OwnKeys;
use orebook_registry::values::Timestamp;
use orebook_registry::{Contradiction, Outcome, Refusal, Registry, invariants};
use orebook_store::{AppendError, Batch, Head, LeadError, Reader, StoreError, Tip, Writer};
use orebook_tlog::{Edge, leaf_hash};

use super::Settings;
use super::rows::{Tiles, push_involved, push_money, push_rows};
use crate::guard::GuardError;
use crate::keys::KeyFileError;
use crate::tiles::{ReadError, Tables};

/// Entries read in one statement.
const ROWS: i64 = 10_000;
/// A clock further than this after the last entry must be confirmed: expiry is final.
const AHEAD_SECONDS: i64 = 48 * 3600;

/// Why it does not lead.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum StartError {
    #[error(transparent)]
    Lead(#[from] LeadError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Append(#[from] AppendError),
    #[error("entry {sequence} cannot be replayed: {reason}")]
    Replay { sequence: u64, reason: String },
    #[error("the journal does not end where the head says")]
    Head,
    #[error("the log is decided by rules {0}, which this version does not know")]
    Rules(String),
    #[error(transparent)]
    Invariant(#[from] invariants::Broken),
    #[error(transparent)]
    Guard(#[from] GuardError),
    #[error("the journal is empty and there is no founding instruction: run `orebook init` first")]
    NotFounded,
    #[error("the founding instruction is not acceptable: {0}")]
    Founding(String),
    #[error(transparent)]
    Key(#[from] KeyFileError),
    #[error("the log is {found}, the data directory is that of {expected}")]
    Origin { found: String, expected: String },
    #[error("the clock says {now}, which is before the last entry of {last}")]
    ClockBehind { now: Timestamp, last: Timestamp },
    #[error(
        "the clock says {now}, more than 48 hours after the last entry of {last}; start with --accept-time if that is right"
    )]
    ClockAhead { now: Timestamp, last: Timestamp },
    #[error("the tiles cannot be read: {0}")]
    Tiles(#[from] ReadError),
    #[error(transparent)]
    Contradiction(#[from] Contradiction),
}

/// A writer that leads, and the state it leads from.
pub(super) struct Leading {
    pub writer: Writer,
    pub registry: Registry,
    pub edge: Edge,
    pub tiles: Tiles,
}

/// Takes the lead.
pub(super) fn lead(settings: &Settings) -> Result<Leading, StartError> {
    let mut writer = Writer::lead(&settings.location)?;
    let head = writer.head()?;
    if head.size == 0 {
        return found(settings, writer);
    }
    let registry = replay(&mut writer, Timestamp::from_ms(head.time))?;
    let size = u64::try_from(head.size).unwrap_or(0);
    let edge = Edge::from_bytes(size, &head.edge).map_err(|_| StartError::Head)?;
    if registry.size() != size || edge.root().as_slice() != head.root {
        return Err(StartError::Head);
    }
    check_rules(&registry)?;
    invariants::check(&registry)?;
    check_origin(settings, &registry)?;
    let reader = Reader::open(&settings.location, 1)?;
    let tables = Tables::new(&reader);
    settings.guard.known()?.check(&tables, size, &settings.keys.known(registry.own_keys())?)?;
    check_clock(settings, Timestamp::from_ms(head.time))?;
    let tiles = Tiles::of(&tables, size)?;
    if writer.lacks_rows()? {
        fill_in(&mut writer, &head)?;
    }
    writer.settle(settings.idle)?;
    Ok(Leading { writer, registry, edge, tiles })
}

/// An older version left out what a movement of money belongs to, which blocks a trade delivered, or whom an entry
/// concerns: all of it is written anew from the journal, in one transaction.
fn fill_in(writer: &mut Writer, head: &Head) -> Result<(), StartError> {
    tracing::info!(entries = head.size, "writing postings, blocks of trades and involvement anew from the journal");
    let after = Tip { size: head.size, root: head.root.clone(), edge: head.edge.clone(), time: head.time };
    let mut rows = Batch { before: head.size, after, ..Batch::default() };
    let mut registry = Registry::new();
    loop {
        let sequence = registry.size();
        let page = writer.replay(i64::try_from(sequence).unwrap_or(i64::MAX), ROWS)?;
        if page.is_empty() {
            return Ok(writer.fill_in(&rows)?);
        }
        for row in page {
            let entry = registry.retrace(&row.entry, Timestamp::from_ms(head.time));
            let reason = |error: orebook_registry::FollowError| error.to_string();
            let entry = entry.map_err(|error| StartError::Replay { sequence, reason: reason(error) })?;
            push_involved(&mut rows, &entry);
            push_money(&mut rows, &entry);
        }
    }
}

fn replay(writer: &mut Writer, until: Timestamp) -> Result<Registry, StartError> {
    let mut registry = Registry::new();
    loop {
        let from = i64::try_from(registry.size()).unwrap_or(i64::MAX);
        let rows = writer.replay(from, ROWS)?;
        if rows.is_empty() {
            return Ok(registry);
        }
        for row in rows {
            let sequence = registry.size();
            registry
                .follow(&row.entry, until)
                .map_err(|error| StartError::Replay { sequence, reason: error.to_string() })?;
        }
    }
}

/// A server that does not know the log's rules must not decide by its own.
fn check_rules(registry: &Registry) -> Result<(), StartError> {
    match registry.founding().map(|founding| founding.rules.as_str()) {
        Some("1") => Ok(()),
        rules => Err(StartError::Rules(rules.unwrap_or("none").to_owned())),
    }
}

/// The log is the one that this data directory is of, and its key in force is here.
fn check_origin(settings: &Settings, registry: &Registry) -> Result<(), StartError> {
    if registry.origin() != settings.keys.origin() {
        let (found, expected) = (registry.origin().to_owned(), settings.keys.origin().to_owned());
        return Err(StartError::Origin { found, expected });
    }
    Ok(settings.keys.require(registry.own_keys(), registry.size())?)
}

fn check_clock(settings: &Settings, last: Timestamp) -> Result<(), StartError> {
    let now = settings.clock.now();
    if now < last {
        return Err(StartError::ClockBehind { now, last });
    }
    if now > last.plus_seconds(AHEAD_SECONDS) && !settings.accept_time {
        return Err(StartError::ClockAhead { now, last });
    }
    Ok(())
}

/// An empty journal begins with the founding instruction that `orebook init` signed.
fn found(settings: &Settings, mut writer: Writer) -> Result<Leading, StartError> {
    settings.guard.known()?.check_empty(&settings.keys.known(&OwnKeys::default())?)?;
    let bytes = settings.founding.as_deref().ok_or(StartError::NotFounded)?;
    let unreadable = |error: &dyn std::fmt::Display| StartError::Founding(error.to_string());
    let read = orebook_document::read(bytes, orebook_registry::instruction::LENGTH_MAX).map_err(|e| unreadable(&e))?;
    let opened = read.verify().map_err(|e| unreadable(&e))?;
    let mut registry = Registry::new();
    let entries = match registry.found(&opened)? {
        Outcome::Accepted(entries) => entries,
        Outcome::Refused(refusal) => return Err(unreadable(&refusal)),
        Outcome::Replayed(_) => return Err(unreadable(&Refusal::RegisterMustNotBeFounded {})),
    };
    check_origin(settings, &registry)?;
    let (mut edge, mut tiles, mut rows) = (Edge::new(), Tiles::default(), Batch::default());
    for entry in &entries {
        let leaf = leaf_hash(&entry.bytes);
        edge.push(leaf);
        push_rows(&mut rows, &registry, entry, leaf, tiles.push(leaf));
    }
    let time = registry.time().map_or(0, Timestamp::ms);
    rows.after =
        Tip { size: i64::try_from(edge.size()).unwrap_or(0), root: edge.root().to_vec(), edge: edge.to_bytes(), time };
    writer.append(&rows)?;
    writer.settle(settings.idle)?;
    Ok(Leading { writer, registry, edge, tiles })
}
