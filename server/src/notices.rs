//! Letters: members hear in time what happens to their credits, their money and their keys.
//!
//! ```text
//! entry ──same transaction──▶ outbox ──in bulk──▶ letter, one a recipient ──SMTP──▶ sent
//! login, invitation, … ──────────[`queue`]────────▶ letter                 └──────▶ tried again, or dead
//! ```
//! An entry and the fact that letters are owed for it are stored together or not at all. What a letter tells is written
//! down when it leaves the outbox; its words are found when it is sent. A letter that is sent again because the server
//! fell in between bears the same Message-ID.

pub mod compose;
mod expiring;
pub mod facts;
pub mod header;
pub mod kind;
pub mod letter;
pub mod mover;
pub mod owed;
pub mod post;
pub mod readers;
pub mod schedule;
pub mod settings;
pub mod texts;
pub mod unsubscribe;
pub mod worker;

use orebook_registry::values::OrganisationId;
use orebook_store::{LetterRow, StoreError};

use crate::app::Shared;

pub use kind::Kind;
pub use letter::{Letter, Recipient};

/// Why a letter was not queued.
#[derive(Debug, thiserror::Error)]
pub enum QueueError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What it tells cannot be written down.
    #[error("a letter cannot be written down: {0}")]
    Facts(String),
}

/// Queues letters that no entry causes; all or none. They are sent soon after. Blocks.
///
/// Where no mail server is configured nothing is queued: letters that nobody sends would only be kept, with the secrets
/// in them.
pub fn queue(shared: &Shared, wanted: impl IntoIterator<Item = Letter>) -> Result<(), QueueError> {
    Ok(shared.letters.queue_letters(&rows(shared, wanted)?)?)
}

/// The rows of letters, to be stored in one transaction with what they tell of; none where none are sent.
pub fn rows(shared: &Shared, wanted: impl IntoIterator<Item = Letter>) -> Result<Vec<LetterRow>, QueueError> {
    if !shared.sends_letters {
        return Ok(Vec::new());
    }
    let now = shared.wall.now();
    wanted.into_iter().map(|letter| letter.row(now)).collect::<Result<_, _>>().map_err(QueueError::Facts)
}

/// Whoever of an organisation gets letters of a kind. Blocks.
pub fn readers_of(shared: &Shared, organisation: OrganisationId, kind: Kind) -> Result<Vec<Recipient>, StoreError> {
    let organisation = organisation.to_string();
    let readers = shared.reader.read(|read| readers::Readers::of(shared, read, &[&organisation]))?;
    Ok(readers.of_kind(&organisation, kind))
}

/// Tells an organisation that one of its webhooks is called no more. `reason` is in English. Blocks.
pub fn webhook_disabled(
    shared: &Shared,
    organisation: OrganisationId,
    url: &str,
    reason: &str,
) -> Result<(), QueueError> {
    let called = called(shared, organisation);
    let letter = |to| {
        let (organisation, url, reason) = (called.clone(), url.to_owned(), reason.to_owned());
        Letter::WebhookDisabled { to, organisation, url, reason }
    };
    queue(shared, readers_of(shared, organisation, Kind::WebhookDisabled)?.into_iter().map(letter))
}

/// What an organisation is called.
pub fn called(shared: &Shared, organisation: OrganisationId) -> String {
    let name = shared.state(|registry| registry.parties.organisation(organisation).map(|o| o.name.to_string()));
    name.unwrap_or_else(|| organisation.to_string())
}

/// How it stands with letters that have left the outbox, for whoever watches the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// That wait to be sent, or to be tried again.
    pub waiting: i64,
    /// How long the oldest of them has waited; 0 when none does.
    pub oldest_seconds: i64,
    /// That were given up: somebody should look at them.
    pub dead: i64,
}

/// How it stands with letters now. Blocks.
pub fn figures(shared: &Shared) -> Result<Figures, StoreError> {
    let found = shared.reader.read(|read| read.letter_figures())?;
    let age = |made_at: i64| shared.wall.now().ms().saturating_sub(made_at).max(0) / 1_000;
    let oldest_seconds = found.oldest_made_at.map_or(0, age);
    Ok(Figures { waiting: found.waiting, oldest_seconds, dead: found.dead })
}
