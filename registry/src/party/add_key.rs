//! A further key of one's own organisation. For its own slot a person adds it alone. For a new slot, or that of
//! another person, two persons sign: else one could sign as two. Such an act is a proposal.

use super::{Asker, Key, KeyState, Parties};
use crate::Contradiction;
use crate::event::KeyAdded;
use crate::instruction::AddKey;
use crate::refusal::Refusal;

pub(crate) fn needs_second_person(asker: &Asker, add: &AddKey) -> bool {
    add.person != asker.person
}

pub(crate) fn decide(parties: &Parties, asker: &Asker, add: &AddKey) -> Result<KeyAdded, Refusal> {
    if parties.keys.contains_key(&add.key) {
        return Err(Refusal::KeyMustBeNew {});
    }
    add.key.check_strength().map_err(|_| Refusal::KeyIsTooWeak {})?;
    Ok(KeyAdded { key: add.key, organisation: asker.organisation, person: add.person.clone(), purpose: add.purpose })
}

pub(crate) fn apply(parties: &mut Parties, event: &KeyAdded) -> Result<(), Contradiction> {
    let key = Key {
        organisation: event.organisation,
        person: event.person.clone(),
        purpose: event.purpose,
        state: KeyState::Awaiting,
    };
    Contradiction::unless(parties.keys.insert(event.key, key).is_none(), "a key is registered once")
}
