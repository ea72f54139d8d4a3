//! Keys: what the register keeps of each. A key belongs for ever to one organisation and one person slot of it.

use std::collections::BTreeSet;

use super::Parties;
use crate::Contradiction;
use crate::instruction::KeyPurpose;
use crate::refusal::Refusal;
use crate::values::*;

/// A key for ever belongs to one organisation and one person slot.
#[derive(Debug, Clone)]
pub struct Key {
    /// Its organisation.
    pub organisation: OrganisationId,
    /// Its person slot.
    pub person: Person,
    /// Everyday or recovery.
    pub purpose: KeyPurpose,
    /// Where it stands.
    pub state: KeyState,
    /// Whether the operator added it: until it is confirmed, its organisation may veto it.
    pub added_by_operator: YesNo,
    /// It cannot be confirmed before.
    pub works_from: Option<Timestamp>,
}

/// A key signs only while it is active; while it waits, nothing but its own confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// Registered, not yet confirmed by itself.
    Awaiting,
    /// Signs.
    Active,
    /// Revoked in that entry.
    Revoked(u64),
    /// Added by the operator, and refused by its organisation in that entry.
    Vetoed(u64),
}

impl KeyState {
    /// Its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Awaiting => "awaiting",
            Self::Active => "active",
            Self::Revoked(_) => "revoked",
            Self::Vetoed(_) => "vetoed",
        }
    }
}

impl Key {
    /// A key that its own organisation added.
    pub(super) fn awaiting(organisation: OrganisationId, person: Person, purpose: KeyPurpose) -> Self {
        let state = KeyState::Awaiting;
        Self { organisation, person, purpose, state, added_by_operator: YesNo::No, works_from: None }
    }

    /// Signs, and more than key acts.
    pub fn signs(&self) -> bool {
        self.state == KeyState::Active && self.purpose == KeyPurpose::Signing
    }
}

impl Parties {
    /// The person slots that have an active signing key.
    pub fn signing_persons(&self, organisation: OrganisationId) -> BTreeSet<&Person> {
        self.keys_of(organisation).filter(|(_, key)| key.signs()).map(|(_, key)| &key.person).collect()
    }

    /// A key that nobody ever registered, and that is sound.
    pub(super) fn require_new_key(&self, key: &PublicKey) -> Result<(), Refusal> {
        if self.keys.contains_key(key) {
            return Err(Refusal::KeyMustBeNew {});
        }
        key.check_strength().map_err(|_| Refusal::KeyIsTooWeak {})
    }

    pub(super) fn insert_key(&mut self, public: PublicKey, key: Key) -> Result<(), Contradiction> {
        self.keys_by_organisation.entry(key.organisation).or_default().insert(public);
        Contradiction::unless(self.keys.insert(public, key).is_none(), "a key is registered once")
    }
}
