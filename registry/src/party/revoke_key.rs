//! Revocation: from its entry on the key signs nothing, and everything open that it signed is cancelled.
//!
//! A recovery key revokes any key of its organisation. A signing key revokes those of its own person slot; for the key
//! of another person it needs a second one, else whoever finds a telephone could lock the others out.

use super::{Asker, KeyState, Parties};
use crate::Contradiction;
use crate::event::KeyRevoked;
use crate::instruction::RevokeKey;
use crate::refusal::Refusal;

pub(crate) fn decide(parties: &Parties, asker: &Asker, revoke: &RevokeKey) -> Result<KeyRevoked, Refusal> {
    let key = parties.key(&revoke.key).filter(|key| key.organisation == asker.organisation);
    match key.map(|key| key.state) {
        None => Err(Refusal::MustExist { kind: "key", id: revoke.key.to_string() }),
        Some(KeyState::Revoked(sequence) | KeyState::Vetoed(sequence)) => {
            Err(Refusal::KeyMustNotBeRevoked { sequence })
        }
        Some(_) => Ok(KeyRevoked { key: revoke.key, organisation: asker.organisation, reason: revoke.reason.clone() }),
    }
}

pub(crate) fn apply(parties: &mut Parties, event: &KeyRevoked, sequence: u64) -> Result<(), Contradiction> {
    let key = parties.keys.get_mut(&event.key).ok_or(Contradiction::new("a revoked key is registered"))?;
    key.state = KeyState::Revoked(sequence);
    parties.proposals.owe_by_key(event.organisation, &event.key);
    Ok(())
}
