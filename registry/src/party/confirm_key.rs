//! Confirmation: the new key itself signs that somebody holds it. Until then it signs nothing else.

use super::{Asker, KeyState, Parties};
use crate::Contradiction;
use crate::event::KeyConfirmed;
use crate::refusal::Refusal;

pub(crate) fn decide(parties: &Parties, asker: &Asker) -> Result<KeyConfirmed, Refusal> {
    match parties.key(&asker.key).map(|key| key.state) {
        Some(KeyState::Awaiting) => Ok(KeyConfirmed { key: asker.key, organisation: asker.organisation }),
        _ => Err(Refusal::KeyMustAwaitConfirmation {}),
    }
}

pub(crate) fn apply(parties: &mut Parties, event: &KeyConfirmed) -> Result<(), Contradiction> {
    let key = parties.keys.get_mut(&event.key).ok_or(Contradiction::new("a confirmed key is registered"))?;
    Contradiction::unless(key.state == KeyState::Awaiting, "a key is confirmed once")?;
    key.state = KeyState::Active;
    let organisation =
        parties.organisations.get_mut(&event.organisation).ok_or(Contradiction::new("a key has its organisation"))?;
    organisation.active = true;
    Ok(())
}
