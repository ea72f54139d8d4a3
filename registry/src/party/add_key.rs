//! A further key of one's own organisation. For its own slot a person adds it alone. For a new slot, or that of
//! another person, two persons sign: else one could sign as two. Such an act is a proposal.

use super::{Asker, Key, Parties};
use crate::Contradiction;
use crate::event::KeyAdded;
use crate::instruction::AddKey;
use crate::refusal::Refusal;

pub(crate) fn decide(parties: &Parties, asker: &Asker, add: &AddKey) -> Result<KeyAdded, Refusal> {
    parties.require_new_key(&add.key)?;
    Ok(KeyAdded { key: add.key, organisation: asker.organisation, person: add.person.clone(), purpose: add.purpose })
}

pub(crate) fn apply(parties: &mut Parties, event: &KeyAdded) -> Result<(), Contradiction> {
    parties.insert_key(event.key, Key::awaiting(event.organisation, event.person.clone(), event.purpose))
}
