//! The rules by which this program decides. A log that was decided by others is not led, changed or judged.

use orebook_registry::event::{Event, PartyEvent};
use orebook_registry::party::adopt_rules::RULES_KNOWN;
use orebook_registry::{Entry, Registry};
use orebook_store::Reader;

/// The log has gone over to rules that this program does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "the log was decided by a newer version: rules {0} are unknown here. Nothing was written. Start the newer version"
)]
pub struct Unknown(String);

/// Refuses a state that unknown rules decide from now on.
pub fn require_known(registry: &Registry) -> Result<(), Unknown> {
    known(&registry.parties.rules().to_string())
}

/// Refuses rules that this program does not know, as a founding names them.
pub fn known(rules: &str) -> Result<(), Unknown> {
    let is_known = rules.parse().is_ok_and(|rules: u16| rules <= RULES_KNOWN);
    if is_known { Ok(()) } else { Err(Unknown(rules.to_owned())) }
}

/// Refuses a database whose log was founded under rules that this program does not know. An empty one has none.
pub fn require_known_founding(reader: &Reader) -> Result<(), String> {
    let first = reader.read(|read| read.entry(0)).map_err(|error| error.to_string())?;
    let Some(first) = first else { return Ok(()) };
    let unreadable = |error: serde_json::Error| {
        format!("entry 0 cannot be read: {error}. It is damaged, or of a newer version. Nothing was written")
    };
    match Entry::parse(&first.entry).map_err(unreadable)?.events.first() {
        Some(Event::Party(PartyEvent::Founded(founded))) => {
            known(&founded.rules).map_err(|unknown| unknown.to_string())
        }
        _ => Err("entry 0 founds no register: the database is damaged. Nothing was written".to_owned()),
    }
}
