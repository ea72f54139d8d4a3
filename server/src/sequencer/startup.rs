//! Start-up, in order: lease → rules known → replay → head agrees → invariants → guard → clock → epoch. The way in, and the
//! way back after every fault. Nothing is written before the epoch: a register that must not be led from stays as it is.

use orebook_registry::party::OwnKeys;
use orebook_registry::values::Timestamp;
use orebook_registry::{Contradiction, Outcome, Refusal, Registry, invariants};
use orebook_store::{AppendError, Batch, Candidate, Head, LeadError, Reader, StoreError, Tip, Writer};
use orebook_tlog::{Edge, leaf_hash};

use super::copy::{Copy, ROWS, check_origin};
use super::rows::{Tiles, push_involved, push_money, push_rows};
use super::{Settings, Shared};
use crate::guard::GuardError;
use crate::keys::KeyFileError;
use crate::rules;

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
    #[error(
        "the journal is not what was stored: the bytes of entry {sequence} are not those that its leaf hash was made of. They were changed in the database. See docs/operating/incidents.md, \"When the database is refused\""
    )]
    Altered { sequence: u64 },
    #[error(
        "the journal is not what was stored: its {found} entries have another tree than the head states over {stated}. Entries were changed, added or taken away in the database. See docs/operating/incidents.md, \"When the database is refused\""
    )]
    Head { found: u64, stated: i64 },
    #[error(transparent)]
    Rules(#[from] rules::Unknown),
    #[error(transparent)]
    Invariant(#[from] invariants::Broken),
    #[error(transparent)]
    Guard(#[from] GuardError),
    #[error("the journal is empty and there is no founding instruction: run `orebook init` first")]
    NotFounded,
    #[error("another server leads, and has not founded the register yet")]
    NotFoundedYet,
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
    #[error("{0}")]
    Shown(String),
    #[error("{0}")]
    Stopped(String),
    #[error(transparent)]
    Contradiction(#[from] Contradiction),
}

impl StartError {
    /// The same in one of [`super::Idle::WORDS`].
    pub fn word(&self) -> &'static str {
        match self {
            Self::Lead(LeadError::Held | LeadError::Overtaken) => "lease",
            Self::Lead(LeadError::Store(_)) | Self::Store(_) | Self::Append(_) => "database",
            Self::Replay { .. } | Self::Altered { .. } | Self::Head { .. } => "replay",
            Self::Rules(_) => "rules",
            Self::Invariant(_) => "invariant",
            Self::Guard(_) => "guard",
            Self::NotFounded | Self::NotFoundedYet | Self::Founding(_) => "founding",
            Self::Key(_) | Self::Origin { .. } | Self::Shown(_) => "keys",
            Self::ClockBehind { .. } | Self::ClockAhead { .. } => "clock",
            Self::Contradiction(_) => "contradiction",
            Self::Stopped(_) => "stopped",
        }
    }

    /// The database failed or did not answer: nothing is known to be wrong with the register.
    pub fn is_of_the_database(&self) -> bool {
        matches!(self, Self::Store(_) | Self::Lead(LeadError::Store(_)))
    }
}

/// A writer that leads, and the state it leads from.
pub(super) struct Leading {
    pub writer: Writer,
    pub copy: Copy,
}

/// Takes the lead, once everything was looked at. Whatever was shown here before is where the replay goes on from.
pub(super) fn lead(settings: &Settings, shared: &Shared) -> Result<Leading, StartError> {
    let mut candidate = Candidate::take(&settings.location)?;
    let head = candidate.head()?;
    if head.size == 0 {
        settings.guard.known()?.check_empty(&settings.keys.known(&OwnKeys::default())?)?;
        return found(settings, candidate, &head);
    }
    let mut copy = shared.copy().unwrap_or_default();
    copy.take_all(Timestamp::from_ms(head.time), |next| {
        shared.go_on()?;
        Ok(candidate.replay(next, ROWS)?)
    })?;
    copy.require(&head)?;
    copy.check(settings, &Reader::open(&settings.location, 1)?)?;
    check_clock(settings, Timestamp::from_ms(head.time))?;
    let mut writer = candidate.lead(&head)?;
    if writer.lacks_rows()? {
        fill_in(&mut writer, &head)?;
    }
    writer.announce(settings.address.as_deref())?;
    writer.settle(settings.idle)?;
    Ok(Leading { writer, copy })
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
fn found(settings: &Settings, candidate: Candidate, head: &Head) -> Result<Leading, StartError> {
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
    let mut writer = candidate.lead(head)?;
    writer.append(&rows)?;
    writer.announce(settings.address.as_deref())?;
    writer.settle(settings.idle)?;
    Ok(Leading { writer, copy: Copy { registry, edge, tiles } })
}
