//! Void: spends an unused instruction id, so that bytes lost on the way can never be accepted later.

use super::{Asker, Parties};
use crate::Contradiction;
use crate::event::NameSpent;
use crate::instruction::{InstructionId, Void};
use crate::refusal::Refusal;

/// How far ahead of the void its id may be made. A name is kept for two hours, so an id of a later time would be
/// forgotten before instructions of that time can be accepted.
const AHEAD_MS: i64 = 60_000;

pub(crate) fn decide(
    parties: &Parties,
    asker: &Asker,
    own_id: InstructionId,
    void: &Void,
) -> Result<NameSpent, Refusal> {
    let used = void.id == own_id || parties.instructions.find(asker.organisation, void.id).is_some();
    if used {
        return Err(Refusal::InstructionIdMustBeUnused { id: void.id });
    }
    if void.id.ms() > own_id.ms() + AHEAD_MS {
        return Err(Refusal::FieldMustBe { field: "id", rule: "made no later than a minute after the void's own" });
    }
    Ok(NameSpent { id: void.id, organisation: asker.organisation })
}

/// The name itself is filed with the entry, which knows its time and sequence.
pub(crate) fn apply(parties: &mut Parties, event: &NameSpent) -> Result<(), Contradiction> {
    let unused = parties.instructions.find(event.organisation, event.id).is_none();
    Contradiction::unless(unused, "a spent id was unused")
}
