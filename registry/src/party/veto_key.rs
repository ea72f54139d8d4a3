//! Veto: an organisation refuses a key that the operator added for it. Any of its active keys suffices, and the key is
//! never registered again.

use super::{Asker, KeyState, Parties};
use crate::Contradiction;
use crate::event::KeyVetoed;
use crate::instruction::VetoKey;
use crate::refusal::Refusal;

pub(crate) fn decide(parties: &Parties, asker: &Asker, veto: &VetoKey) -> Result<KeyVetoed, Refusal> {
    let own = parties.key(&veto.key).filter(|key| key.organisation == asker.organisation);
    let key = own.ok_or(Refusal::MustExist { kind: "key", id: veto.key.to_string() })?;
    if key.state == KeyState::Awaiting && key.added_by_operator.is_yes() {
        Ok(KeyVetoed { key: veto.key, organisation: asker.organisation })
    } else {
        Err(Refusal::KeyMustBeOpenToVeto {})
    }
}

pub(crate) fn apply(parties: &mut Parties, event: &KeyVetoed, sequence: u64) -> Result<(), Contradiction> {
    let key = parties.keys.get_mut(&event.key).ok_or(Contradiction::new("a vetoed key is registered"))?;
    Contradiction::unless(key.state == KeyState::Awaiting, "a key is vetoed before it is confirmed")?;
    key.state = KeyState::Vetoed(sequence);
    Ok(())
}
