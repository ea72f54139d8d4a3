//! Contact details, and the changes that wait. Each change stands behind the one before it.

use super::*;

#[derive(Debug, Clone)]
pub(super) struct Contact {
    pub(super) organisation: OrganisationId,
    pub(super) details: Digest,
    pub(super) key: PublicKey,
    pub(super) works: Timestamp,
}

impl Twin {
    /// Two different persons of it, each with a key that signs every day.
    pub(super) fn two_sign(&self, organisation: OrganisationId) -> bool {
        let signs = |key: &&Key| key.organisation == organisation && key.signs && key.purpose == KeyPurpose::Signing;
        let first = self.keys.iter().find(signs);
        first.is_some_and(|first| self.keys.iter().filter(signs).any(|key| key.person != first.person))
    }

    pub(super) fn set_contacts(&mut self, asking: Asking, set: &SetContactDetails) {
        let organisation = set.organisation.unwrap_or(asking.organisation);
        let changes = self.contacts.iter().any(|contact| contact.organisation == organisation);
        let hours = i64::from(self.parameters.money().details_wait_hours.0);
        let works = if changes { asking.now.plus_hours(hours) } else { asking.now };
        self.withdraw_contacts(organisation, asking.now);
        self.contacts.push(Contact { organisation, details: set.details, key: asking.key, works });
    }

    pub(super) fn withdraw_contacts(&mut self, organisation: OrganisationId, now: Timestamp) {
        self.contacts.retain(|contact| contact.organisation != organisation || contact.works <= now);
    }
}
