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
pub mod schedule;
pub mod settings;
pub mod texts;
pub mod unsubscribe;
pub mod worker;

use orebook_registry::values::OrganisationId;
use orebook_store::StoreError;

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
    if !shared.sends_letters {
        return Ok(());
    }
    let now = shared.wall.now();
    let rows: Result<Vec<_>, _> = wanted.into_iter().map(|letter| letter.row(now)).collect();
    Ok(shared.letters.queue_letters(&rows.map_err(QueueError::Facts)?)?)
}

/// Whoever of an organisation gets letters of a kind: people by their role, unless they declined it, and the
/// organisation's contact. Blocks.
pub fn readers_of(shared: &Shared, organisation: OrganisationId, kind: Kind) -> Result<Vec<Recipient>, StoreError> {
    let organisation = organisation.to_string();
    let people = shared.reader.read(|read| read.people_of_all(&[&organisation]))?;
    Ok(mover::readers(&organisation, &people, kind))
}
