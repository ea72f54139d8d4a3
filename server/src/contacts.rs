//! Whom organisations are reached by. The log has digests (`registry::party::Contacts`); the details stand beside it.
//!
//! ```text
//! details ──▶ PUT, by digest ──▶ contact_details ──▶ letters, masked views
//!                                     └── 30 days after they have ceased to count ──▶ erased
//! ```
//! Nothing of them is ever logged.

pub mod forget;
pub mod form;

use orebook_registry::Registry;
use orebook_registry::claim::wording::Language;
use orebook_registry::instruction::{Act, Digest, SetContactDetails};
use orebook_registry::party::Proposal;
use orebook_registry::values::{OrganisationId, ProposalId, Timestamp};
use orebook_store::{Reading, StoreError};

use crate::access::address::Address;
use form::ContactsForm;

/// Somebody who is written to for an organisation.
#[derive(Clone, PartialEq, Eq)]
pub struct Contact {
    /// What letters call them.
    pub name: String,
    /// Where letters go.
    pub email: Address,
    /// In which language.
    pub language: Language,
}

/// The digests of an organisation's contact details, as far as anybody may have to be written to by them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Digests {
    /// Those that count now.
    pub in_force: Option<Digest>,
    /// A change that waits, and those before the ones in force until they are forgotten: of a key or of details that
    /// change, they are told as well, for either may be the thief's.
    pub others: Vec<Digest>,
}

impl Digests {
    /// As the register stands.
    pub fn of(registry: &Registry, organisation: OrganisationId, now: Timestamp) -> Self {
        let Some(known) = registry.parties.contacts().of(organisation) else { return Self::default() };
        let in_force = known.in_force(now).map(|details| details.digest);
        let superseded = known.before.filter(|_| now < forget::forgotten_at(known.set.works_from));
        let others = known.waiting(now).into_iter().chain(superseded).map(|details| details.digest);
        Self { in_force, others: others.filter(|digest| Some(*digest) != in_force).collect() }
    }

    /// All of them, those in force first.
    pub fn all(&self) -> impl Iterator<Item = Digest> + '_ {
        self.in_force.into_iter().chain(self.others.iter().copied())
    }
}

/// The people whom an organisation's details with these digests name, each address once. Details that were never sent
/// here, or are erased, name nobody.
pub fn contacts_of(
    read: &mut Reading<'_>,
    organisation: OrganisationId,
    digests: impl IntoIterator<Item = Digest>,
) -> Result<Vec<Contact>, StoreError> {
    let mut contacts: Vec<Contact> = Vec::new();
    for digest in digests {
        for person in details_of(read, organisation, digest)?.into_iter().flat_map(|form| form.persons) {
            let Ok(contact) = person.contact().map_err(|_| unreadable(digest)) else { continue };
            if contacts.iter().all(|known| known.email != contact.email) {
                contacts.push(contact);
            }
        }
    }
    Ok(contacts)
}

/// The details of an organisation that are kept for a digest. A digest can be copied out of another's entry; the details
/// say whose they are.
pub fn details_of(
    read: &mut Reading<'_>,
    organisation: OrganisationId,
    digest: Digest,
) -> Result<Option<ContactsForm>, StoreError> {
    let row = read.contact_details(&digest.to_string())?.filter(|row| row.organisation == organisation.to_string());
    let form = row.and_then(|row| serde_json::from_str(&row.content).map_err(|_| unreadable(digest)).ok());
    Ok(form)
}

/// Only what can be read is kept. Where it is not, letters to others must go out all the same.
fn unreadable(digest: Digest) {
    tracing::error!(%digest, "contact details that are kept cannot be read");
}

/// Whose contact details an act sets, if it sets any.
pub fn whose(act: &Act, signer: OrganisationId) -> Option<(OrganisationId, Digest)> {
    match act {
        Act::SetContactDetails(SetContactDetails { details, organisation }) => {
            Some((organisation.unwrap_or(signer), *details))
        }
        _ => None,
    }
}

/// The open proposals to set contact details of an organisation.
pub fn proposed(
    registry: &Registry,
    organisation: OrganisationId,
) -> impl Iterator<Item = (ProposalId, &Proposal, Digest)> {
    registry.parties.open_proposals().filter_map(move |(id, proposal)| {
        let (of, digest) = whose(&proposal.act, proposal.organisation)?;
        (of == organisation).then_some((id, proposal, digest))
    })
}
