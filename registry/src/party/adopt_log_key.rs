//! Another key signs every checkpoint that counts this entry. Who knows only the key before it needs its signature as
//! well, so the server signs with both for as long as the key before is sound.

use orebook_tlog::VerifierKey;

use super::adopt_issuer::{require_possession, require_unused};
use super::{Asker, OwnKeys, Parties};
use crate::event::LogKeyAdopted;
use crate::instruction::{AdoptLogKey, Role};
use crate::refusal::Refusal;
use crate::values::PublicKey;

pub(crate) fn decide(
    parties: &Parties,
    keys: &OwnKeys,
    origin: &str,
    asker: &Asker,
    adopt: &AdoptLogKey,
) -> Result<LogKeyAdopted, Refusal> {
    let AdoptLogKey { log_key, possession, previous } = adopt;
    parties.require_role(asker, Role::Operator)?;
    let malformed = Refusal::FieldMustBe { field: "log_key", rule: "a verifier key named after the origin" };
    let verifier: VerifierKey = log_key.parse().map_err(|_| malformed.clone())?;
    if verifier.name() != origin || verifier.to_string() != *log_key {
        return Err(malformed);
    }
    let key = PublicKey::from_bytes(verifier.as_bytes()).map_err(|_| Refusal::KeyIsTooWeak {})?;
    require_unused(parties, keys, &key)?;
    require_possession(&key, format!("orebook:adopt_log_key:{origin}:{log_key}"), possession)?;
    Ok(LogKeyAdopted { log_key: log_key.clone(), previous: *previous })
}
