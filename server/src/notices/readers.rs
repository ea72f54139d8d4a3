//! Who of an organisation is written to: its people by what their role lets them do, and its contacts.
//!
//! People decline kinds that may be declined. A contact has no account to decline with, so it gets what nobody may
//! decline, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::values::OrganisationId;
use orebook_store::{PersonRow, Reading, StoreError};

use super::kind::Kind;
use super::letter::Recipient;
use crate::app::Shared;
use crate::contacts::{Contact, Digests, contacts_of};

/// Everybody to whom letters of some organisations may go, as they are now.
#[derive(Default)]
pub struct Readers {
    people: BTreeMap<String, Vec<PersonRow>>,
    contacts: BTreeMap<String, Vec<Recipient>>,
    /// Contacts that were changed lately or will be: told of what a thief would do, so that whoever takes an organisation
    /// over does not silence its owner by changing where the register writes.
    changing: BTreeMap<String, Vec<Recipient>>,
}

impl Readers {
    /// Of these organisations.
    pub fn of(shared: &Shared, read: &mut Reading<'_>, organisations: &[&str]) -> Result<Self, StoreError> {
        let mut readers = Self::default();
        for person in read.people_of_all(organisations)? {
            readers.people.entry(person.organisation.clone()).or_default().push(person);
        }
        for id in organisations.iter().filter_map(|organisation| organisation.parse::<OrganisationId>().ok()) {
            let now = shared.clock.now();
            let digests = shared.state(|registry| Digests::of(registry, id, registry.not_before_last(now)));
            let recipient = |contact: Contact| recipient(id, contact);
            let in_force = contacts_of(read, id, digests.in_force)?.into_iter().map(recipient).collect();
            readers.contacts.insert(id.to_string(), in_force);
            let changing = contacts_of(read, id, digests.others)?.into_iter().map(recipient).collect();
            readers.changing.insert(id.to_string(), changing);
        }
        Ok(readers)
    }

    /// Who of an organisation gets letters of a kind.
    pub fn of_kind(&self, organisation: &str, kind: Kind) -> Vec<Recipient> {
        let people = self.people.get(organisation).into_iter().flatten().filter(|person| wants(person, kind));
        let contacts = self.contacts.get(organisation).into_iter().flatten().filter(|_| !kind.is_declinable());
        let changing = self.changing.get(organisation).into_iter().flatten().filter(|_| kind.tells_of_a_change());
        each_once(people.map(Recipient::from).chain(contacts.cloned()).chain(changing.cloned()))
    }
}

/// Whoever has several ways to be a reader gets one letter: two to one address would have one id.
pub fn each_once(readers: impl IntoIterator<Item = Recipient>) -> Vec<Recipient> {
    let mut known = BTreeSet::new();
    readers.into_iter().filter(|to| known.insert(to.address.clone())).collect()
}

/// Whether a person gets letters of a kind.
fn wants(person: &PersonRow, kind: Kind) -> bool {
    let declined = kind.is_declinable() && person.unsubscribed.split(' ').any(|word| word == kind.word());
    kind.roles().contains(&person.role.as_str()) && !declined
}

fn recipient(organisation: OrganisationId, contact: Contact) -> Recipient {
    let Contact { name, email, language } = contact;
    let (address, language) = (email.to_string(), language.word().to_owned());
    Recipient { name, address, language, person: None, organisation: Some(organisation.to_string()), role: None }
}
