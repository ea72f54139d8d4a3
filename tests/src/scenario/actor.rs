//! Actors: members of the register with the secret keys that sign for them.

use orebook_document::{SecretKey, sha256};
use orebook_registry::instruction::*;
use orebook_registry::values::*;

/// A member and its keys.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Its legal name.
    pub name: String,
    /// Its id.
    pub id: OrganisationId,
    /// Its first holding account; an id that no account has, for those who hold no credits.
    pub account: AccountId,
    /// Its keys; the last one is the recovery key, except the operator's.
    pub keys: Vec<ActorKey>,
}

/// A secret key and the person slot it belongs to.
#[derive(Debug, Clone)]
pub struct ActorKey {
    /// The person slot.
    pub person: Person,
    /// Everyday or recovery.
    pub purpose: KeyPurpose,
    /// The key.
    pub secret: SecretKey,
}

impl Actor {
    /// An actor with a signing key for each person.
    pub(super) fn new(seed: u64, name: &str, id: OrganisationId, persons: &[&str]) -> Self {
        let key = |person: &&str| ActorKey {
            person: super::value(person),
            purpose: KeyPurpose::Signing,
            secret: secret(seed, &format!("{name}/{person}")),
        };
        Self { name: name.to_owned(), id, account: AccountId::from(0), keys: persons.iter().map(key).collect() }
    }

    /// A further signing key, not registered by that.
    pub fn with_key(mut self, person: &str, secret: SecretKey) -> Self {
        self.keys.push(ActorKey { person: super::value(person), purpose: KeyPurpose::Signing, secret });
        self
    }

    /// The public keys as a registration lists them.
    pub fn keys_of_persons(&self) -> Vec<KeyOfPerson> {
        let public =
            |k: &ActorKey| KeyOfPerson { key: k.secret.public(), person: k.person.clone(), purpose: k.purpose };
        self.keys.iter().map(public).collect()
    }
}

/// The secret key of a name under a seed.
pub(super) fn secret(seed: u64, name: &str) -> SecretKey {
    SecretKey::from_seed(sha256(format!("orebook test key {seed} {name}").as_bytes()))
}
