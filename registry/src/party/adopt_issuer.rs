//! Another key signs the statements of all retirements after this entry. The new key signs that it is there, so that no
//! statement is ever owed by a key that nobody has.

use super::{Asker, KeyState, OwnKeys, Parties};
use crate::event::IssuerAdopted;
use crate::instruction::{AdoptIssuer, Role};
use crate::refusal::Refusal;
use crate::values::PublicKey;

pub(crate) fn decide(
    parties: &Parties,
    keys: &OwnKeys,
    origin: &str,
    asker: &Asker,
    adopt: &AdoptIssuer,
) -> Result<IssuerAdopted, Refusal> {
    let AdoptIssuer { issuer, possession, previous } = adopt;
    parties.require_role(asker, Role::Operator)?;
    require_unused(parties, keys, &issuer.key)?;
    if issuer.did != issuer.key.to_string() && issuer.did != did_web(origin) {
        let rule = "did:web of the origin's host or the did:key of the issuer's key";
        return Err(Refusal::FieldMustBe { field: "issuer.did", rule });
    }
    require_possession(&issuer.key, format!("orebook:adopt_issuer:{origin}:{}", issuer.key), possession)?;
    Ok(IssuerAdopted { issuer: issuer.clone(), previous: *previous })
}

/// The `did:web` of an origin's host (the did:web method, §3.2: the colon before a port is percent-encoded).
pub fn did_web(origin: &str) -> String {
    let host = origin.split('/').next().unwrap_or_default();
    format!("did:web:{}", host.replace(':', "%3A"))
}

/// A key of the register itself is nobody else's, and serves one purpose once.
pub(super) fn require_unused(parties: &Parties, keys: &OwnKeys, key: &PublicKey) -> Result<(), Refusal> {
    keys.require_new(key)?;
    // A key that nobody has confirmed is a mere claim; whoever adopts it here has to sign with it.
    match parties.key(key).is_some_and(|key| key.state != KeyState::Awaiting) {
        true => Err(Refusal::RegistryKeyMustBeNew {}),
        false => Ok(()),
    }
}

/// A sound key, and its own signature over what it is adopted for.
pub(super) fn require_possession(key: &PublicKey, text: String, signature: &str) -> Result<(), Refusal> {
    key.check_strength().map_err(|_| Refusal::KeyIsTooWeak {})?;
    key.verify_text(text.as_bytes(), signature).map_err(|_| Refusal::NewKeyMustSign { text })
}
