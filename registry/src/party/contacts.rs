//! Contact details: whom an organisation is reached by. They stand outside the log; here are their digests, so that
//! nobody redirects another's letters unseen.
//!
//! ```text
//! none → in force at once        in force → a change waits → in force, and the one before is known until the next
//!                                           └─ withdrawn, or its key revoked or held: as it was
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::{Asker, KeyState, Parties};
use crate::Contradiction;
use crate::event::{ContactDetailsSet, ContactDetailsWithdrawn};
use crate::instruction::{Digest, Role};
use crate::refusal::Refusal;
use crate::values::*;

/// Contact details as the log knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactDetails {
    /// Of the details, which stand outside the log.
    pub digest: Digest,
    /// The key that signed them.
    pub key: PublicKey,
    /// They do not count before.
    pub works_from: Timestamp,
}

/// The details that were set last, and those before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownContacts {
    /// In force, unless they still wait.
    pub set: ContactDetails,
    /// In force while the others wait, and superseded when they no longer do.
    pub before: Option<ContactDetails>,
}

impl KnownContacts {
    /// Those that count now.
    pub fn in_force(&self, now: Timestamp) -> Option<ContactDetails> {
        if self.set.works_from > now { self.before } else { Some(self.set) }
    }
    /// Those that will count, unless they are taken back.
    pub fn waiting(&self, now: Timestamp) -> Option<ContactDetails> {
        (self.set.works_from > now).then_some(self.set)
    }
}

/// Everybody's.
#[derive(Debug, Clone, Default)]
pub struct Contacts {
    all: BTreeMap<OrganisationId, KnownContacts>,
    /// Whose changed details must be taken back.
    owed: BTreeSet<OrganisationId>,
}

impl Contacts {
    /// Those of an organisation.
    pub fn of(&self, organisation: OrganisationId) -> Option<&KnownContacts> {
        self.all.get(&organisation)
    }
    /// Everybody's.
    pub fn iter(&self) -> impl Iterator<Item = (OrganisationId, &KnownContacts)> {
        self.all.iter().map(|(id, known)| (*id, known))
    }

    /// Owes the end of changed details of a key that still wait.
    pub(crate) fn owe_by_key(&mut self, key: &PublicKey, now: Timestamp) {
        let waits = |known: &KnownContacts| known.waiting(now).is_some_and(|waiting| waiting.key == *key);
        self.owed.extend(self.all.iter().filter(|(_, known)| waits(known)).map(|(id, _)| *id));
    }

    /// The next change that is taken back.
    pub(crate) fn first_owed(&self) -> Option<ContactDetailsWithdrawn> {
        let organisation = *self.owed.first()?;
        let details = self.all.get(&organisation)?.set.digest;
        Some(ContactDetailsWithdrawn { details, organisation })
    }

    pub(crate) fn set(&mut self, event: &ContactDetailsSet, now: Timestamp) {
        let ContactDetailsSet { details: digest, key, organisation, works_from } = *event;
        let before = self.all.get(&organisation).and_then(|known| known.in_force(now));
        self.owed.remove(&organisation);
        self.all.insert(organisation, KnownContacts { set: ContactDetails { digest, key, works_from }, before });
    }

    pub(crate) fn withdraw(&mut self, event: &ContactDetailsWithdrawn) -> Result<(), Contradiction> {
        self.owed.remove(&event.organisation);
        let known = self.all.get_mut(&event.organisation);
        let known = known.ok_or(Contradiction::new("details that are withdrawn were set"))?;
        Contradiction::unless(known.set.digest == event.details, "the details set last are withdrawn")?;
        let before = known.before.ok_or(Contradiction::new("details that are withdrawn changed others"))?;
        *known = KnownContacts { set: before, before: None };
        Ok(())
    }
}

impl Parties {
    /// Contact details, by their digests.
    pub fn contacts(&self) -> &Contacts {
        &self.contacts
    }

    /// Whether an organisation can sign for itself.
    pub(crate) fn has_key(&self, organisation: OrganisationId) -> bool {
        self.keys_of(organisation).any(|(_, key)| key.state == KeyState::Active)
    }

    /// Whether two persons of an organisation can sign.
    pub(super) fn has_two_persons(&self, organisation: OrganisationId) -> bool {
        self.signing_persons(organisation).len() >= 2
    }

    /// Whose details the asker sets: its own, or as the operator those of an open organisation that cannot sign.
    pub(crate) fn whose_details(
        &self,
        asker: &Asker,
        named: Option<OrganisationId>,
    ) -> Result<OrganisationId, Refusal> {
        let organisation = named.unwrap_or(asker.organisation);
        if organisation != asker.organisation {
            self.require_role(asker, Role::Operator)?;
            self.existing(organisation)?.require_open()?;
            if self.has_key(organisation) {
                return Err(Refusal::ActMustBeSignedByThe { party: "organisation, which has a key of its own" });
            }
        }
        Ok(organisation)
    }
}
