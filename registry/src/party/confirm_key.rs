//! Confirmation: the new key itself signs that somebody holds it. Until then it signs nothing else.

use super::{Asker, KeyState, Parties};
use crate::Contradiction;
use crate::event::KeyConfirmed;
use crate::instruction::OrganisationState;
use crate::refusal::Refusal;
use crate::values::Timestamp;

pub(crate) fn decide(parties: &Parties, asker: &Asker, now: Timestamp) -> Result<KeyConfirmed, Refusal> {
    let awaiting = parties.key(&asker.key).filter(|key| key.state == KeyState::Awaiting);
    let key = awaiting.ok_or(Refusal::KeyMustAwaitConfirmation {})?;
    match key.works_from.filter(|works_from| now < *works_from) {
        Some(works_from) => Err(Refusal::KeyMustWait { works_from }),
        None => Ok(KeyConfirmed { key: asker.key, organisation: asker.organisation }),
    }
}

pub(crate) fn apply(parties: &mut Parties, event: &KeyConfirmed) -> Result<(), Contradiction> {
    let key = parties.keys.get_mut(&event.key).ok_or(Contradiction::new("a confirmed key is registered"))?;
    Contradiction::unless(key.state == KeyState::Awaiting, "a key is confirmed once")?;
    key.state = KeyState::Active;
    let organisation =
        parties.organisations.get_mut(&event.organisation).ok_or(Contradiction::new("a key has its organisation"))?;
    if organisation.state == OrganisationState::Applied {
        organisation.state = OrganisationState::Active;
    }
    Ok(())
}
