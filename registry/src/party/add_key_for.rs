//! The operator's way to a key: for an organisation that lost its own, or a payee that gets its first. Two persons of
//! the operator sign. Where somebody could still object, the key waits, and any active key may veto it meanwhile.

use super::{Asker, Key, KeyState, Parties};
use crate::Contradiction;
use crate::event::KeyAddedFor;
use crate::instruction::{AddKeyFor, OrganisationState};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    asker: &Asker,
    now: Timestamp,
    add: &AddKeyFor,
) -> Result<KeyAddedFor, Refusal> {
    use OrganisationState::{Active, Applied, Suspended};
    parties.judged(asker, add.organisation, &[Applied, Active, Suspended])?;
    parties.require_new_key(&add.key)?;
    let could_object = parties.keys_of(add.organisation).any(|(_, key)| key.state == KeyState::Active);
    let wait_seconds = i64::from(parties.parameters().key_wait_hours.0) * 3600;
    Ok(KeyAddedFor {
        key: add.key,
        organisation: add.organisation,
        person: add.person.clone(),
        purpose: add.purpose,
        works_from: could_object.then(|| now.plus_seconds(wait_seconds)),
    })
}

pub(crate) fn apply(parties: &mut Parties, event: &KeyAddedFor) -> Result<(), Contradiction> {
    let key = Key::awaiting(event.organisation, event.person.clone(), event.purpose);
    parties.insert_key(event.key, Key { added_by_operator: YesNo::Yes, works_from: event.works_from, ..key })
}
