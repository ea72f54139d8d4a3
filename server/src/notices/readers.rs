//! Who of an organisation is written to: its people by what their role lets them do, and its contacts.
//!
//! People decline kinds that may be declined. A contact has no account to decline with, so it gets what nobody may
//! decline, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use orebook_store::{PersonRow, Reading, StoreError};

use super::kind::Kind;
use super::letter::Recipient;

/// Everybody to whom letters of some organisations may go, as they are now.
#[derive(Default)]
pub struct Readers {
    people: BTreeMap<String, Vec<PersonRow>>,
    contacts: BTreeMap<String, Vec<Recipient>>,
}

impl Readers {
    /// Of these organisations.
    pub fn of(read: &mut Reading<'_>, organisations: &[&str]) -> Result<Self, StoreError> {
        let mut readers = Self::default();
        for person in read.people_of_all(organisations)? {
            readers.people.entry(person.organisation.clone()).or_default().push(person);
        }
        for contact in contacts_of(read, organisations)? {
            let organisation = contact.organisation.clone().unwrap_or_default();
            readers.contacts.entry(organisation).or_default().push(contact);
        }
        Ok(readers)
    }

    /// Who of an organisation gets letters of a kind.
    pub fn of_kind(&self, organisation: &str, kind: Kind) -> Vec<Recipient> {
        let people = self.people.get(organisation).into_iter().flatten().filter(|person| wants(person, kind));
        let contacts = self.contacts.get(organisation).into_iter().flatten().filter(|_| !kind.is_declinable());
        each_once(people.map(Recipient::from).chain(contacts.cloned()))
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

/// The contacts of these organisations: each with its `organisation`, and without `person` and `role`. None are kept yet.
///
/// Of a contact that was changed lately, the one before belongs to them as long as the change may still be objected to:
/// so whoever takes an organisation over does not silence its owner by changing where the register writes.
fn contacts_of(_: &mut Reading<'_>, _organisations: &[&str]) -> Result<Vec<Recipient>, StoreError> {
    Ok(Vec::new())
}
