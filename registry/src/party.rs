//! Parties: organisations, their keys and persons, and the proposals that await a second person.

pub(crate) mod add_key;
pub(crate) mod add_key_for;
pub mod adopt_issuer;
pub(crate) mod adopt_log_key;
pub(crate) mod adopt_parameters;
pub mod adopt_rules;
pub(crate) mod appoint_agent;
pub(crate) mod approve;
pub(crate) mod cancel_proposal;
pub(crate) mod close_grievance;
pub(crate) mod close_organisation;
pub(crate) mod confirm_key;
pub(crate) mod found;
pub(crate) mod register_organisation;
pub(crate) mod reinstate_organisation;
pub(crate) mod revoke_key;
pub(crate) mod set_contact_details;
pub(crate) mod set_limits;
pub(crate) mod suspend_organisation;
pub(crate) mod triage_grievance;
pub(crate) mod veto_key;
pub(crate) mod void;
pub(crate) mod withdraw_contact_details;

mod contacts;
mod grievance;
mod keys;
mod names;
mod organisation;
mod own_keys;
mod proposals;
pub(crate) mod recovery;
pub mod two_persons;

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::{OrganisationRegistered, PartyEvent};
use crate::instruction::{KeyPurpose, OrganisationState, RegisterParameters, Role};
use crate::refusal::Refusal;
use crate::values::*;

pub use contacts::{ContactDetails, Contacts, KnownContacts};
pub use grievance::{Grievance, Grievances};
pub use keys::{Key, KeyState};
pub use names::{Name, Names};
pub use organisation::{Limits, Organisation};
pub use own_keys::{OwnKeys, Tenure};
pub use proposals::{Proposal, Proposals};
pub use recovery::RECOVERY_KEY_SIGNS;
pub use suspend_organisation::ALLOWED_WHILE_SUSPENDED;

/// Who asks: established from the signature before any verb decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    /// The organisation the instruction names.
    pub organisation: OrganisationId,
    /// The key that signed it.
    pub key: PublicKey,
    /// The person slot the key belongs to.
    pub person: Person,
    /// Everyday or recovery.
    pub purpose: KeyPurpose,
}

/// The area of parties.
#[derive(Debug, Clone, Default)]
pub struct Parties {
    organisations: BTreeMap<OrganisationId, Organisation>,
    keys: BTreeMap<PublicKey, Key>,
    keys_by_organisation: BTreeMap<OrganisationId, BTreeSet<PublicKey>>,
    codes: BTreeSet<OrganisationCode>,
    names_taken: BTreeSet<String>,
    parameters: RegisterParameters,
    /// Which rules decide.
    rules: u16,
    /// Principals with their agents.
    agents: BTreeSet<(OrganisationId, OrganisationId)>,
    /// Names of recent instructions, for idempotency.
    pub(crate) instructions: Names,
    pub(crate) proposals: Proposals,
    pub(crate) grievances: Grievances,
    pub(crate) contacts: Contacts,
}

impl Parties {
    /// An organisation.
    pub fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.get(&id)
    }
    /// All organisations, in order of registration.
    pub fn organisations(&self) -> impl Iterator<Item = (OrganisationId, &Organisation)> {
        self.organisations.iter().map(|(id, o)| (*id, o))
    }
    /// A key.
    pub fn key(&self, key: &PublicKey) -> Option<&Key> {
        self.keys.get(key)
    }
    /// The keys of an organisation.
    pub fn keys_of(&self, organisation: OrganisationId) -> impl Iterator<Item = (&PublicKey, &Key)> {
        let own = self.keys_by_organisation.get(&organisation).into_iter().flatten();
        own.filter_map(|key| self.keys.get_key_value(key))
    }
    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = (&PublicKey, &Key)> {
        self.keys.iter()
    }
    /// The recent instructions by name.
    pub fn recent_instructions(&self) -> &Names {
        &self.instructions
    }
    /// The open proposals.
    pub fn open_proposals(&self) -> impl Iterator<Item = (ProposalId, &Proposal)> {
        self.proposals.iter()
    }

    /// An open proposal.
    pub fn proposal(&self, id: ProposalId) -> Option<&Proposal> {
        self.proposals.find(id)
    }

    /// The grievances that were taken up.
    pub fn grievances(&self) -> &Grievances {
        &self.grievances
    }

    /// The register's own waiting times and limits.
    pub fn parameters(&self) -> &RegisterParameters {
        &self.parameters
    }
    /// The number of the rules that decide.
    pub fn rules(&self) -> u16 {
        self.rules
    }

    /// The same group: as registered.
    pub fn same_group(&self, one: OrganisationId, other: OrganisationId) -> bool {
        let group = |id| self.organisations.get(&id).map_or(id, |o| o.group);
        group(one) == group(other)
    }

    pub(crate) fn existing(&self, id: OrganisationId) -> Result<&Organisation, Refusal> {
        self.organisations.get(&id).ok_or(Refusal::MustExist { kind: "organisation", id: id.to_string() })
    }

    /// An organisation with a role. One that has it not might as well not exist: who asks for a payee learns nothing
    /// of buyers.
    pub(crate) fn existing_as(&self, role: Role, id: OrganisationId) -> Result<&Organisation, Refusal> {
        let found = self.organisations.get(&id).filter(|organisation| organisation.roles.contains(&role));
        found.ok_or(Refusal::MustExist { kind: role.word(), id: id.to_string() })
    }

    /// Whether an organisation has a role.
    pub(crate) fn has_role(&self, id: OrganisationId, role: Role) -> bool {
        self.organisations.get(&id).is_some_and(|o| o.roles.contains(&role))
    }

    pub(crate) fn require_role(&self, asker: &Asker, role: Role) -> Result<(), Refusal> {
        let has = self.organisations.get(&asker.organisation).is_some_and(|o| o.roles.contains(&role));
        if has { Ok(()) } else { Err(Refusal::RoleIsRequired { role }) }
    }

    fn insert(&mut self, event: &OrganisationRegistered, state: OrganisationState) -> Result<(), Contradiction> {
        let organisation = Organisation {
            name: event.name.clone(),
            country: event.country,
            code: event.code.clone(),
            group: event.group,
            roles: event.roles.iter().copied().collect(),
            structure: event.structure,
            women_led: event.women_led,
            registration_number: event.registration_number.clone(),
            state,
            limits: Limits::default(),
        };
        self.names_taken.insert(event.name.as_str().to_lowercase());
        self.codes.extend(event.code.clone());
        for k in &event.keys {
            self.insert_key(k.key, Key::awaiting(event.organisation, k.person.clone(), k.purpose))?;
        }
        let before = self.organisations.insert(event.organisation, organisation);
        Contradiction::unless(before.is_none(), "an organisation is registered once")
    }

    pub(crate) fn apply(&mut self, event: &PartyEvent, sequence: u64) -> Result<(), Contradiction> {
        match event {
            PartyEvent::Founded(e) => found::apply(self, e),
            PartyEvent::OrganisationRegistered(e) => register_organisation::apply(self, e),
            PartyEvent::KeyAdded(e) => add_key::apply(self, e),
            PartyEvent::KeyAddedFor(e) => add_key_for::apply(self, e),
            PartyEvent::KeyVetoed(e) => veto_key::apply(self, e, sequence),
            PartyEvent::LimitsSet(e) => set_limits::apply(self, e),
            PartyEvent::OrganisationSuspended(e) => suspend_organisation::apply(self, e),
            PartyEvent::OrganisationReinstated(e) => reinstate_organisation::apply(self, e),
            PartyEvent::OrganisationClosed(e) => close_organisation::apply(self, e),
            PartyEvent::KeyConfirmed(e) => confirm_key::apply(self, e),
            PartyEvent::KeyRevoked(e) => revoke_key::apply(self, e, sequence),
            PartyEvent::NameSpent(e) => void::apply(self, e),
            PartyEvent::ParametersAdopted(e) => {
                adopt_parameters::apply(self, e);
                Ok(())
            }
            PartyEvent::RulesAdopted(e) => adopt_rules::apply(self, e),
            // The register's own keys are no organisation's: see the dispatch.
            PartyEvent::IssuerAdopted(_) | PartyEvent::LogKeyAdopted(_) => Ok(()),
            PartyEvent::AgentAppointed(e) => appoint_agent::apply(self, e),
            PartyEvent::AgentDismissed(e) => appoint_agent::apply_dismissed(self, e),
            PartyEvent::Proposed(e) => self.proposals.open(e),
            PartyEvent::Approved(e) | PartyEvent::ProposalCancelled(e) | PartyEvent::ProposalLapsed(e) => {
                self.proposals.close(e.proposal)
            }
            // They need the time of the entry: see the dispatch.
            PartyEvent::GrievanceTriaged(_) | PartyEvent::GrievanceClosed(_) | PartyEvent::ContactDetailsSet(_) => {
                Ok(())
            }
            PartyEvent::ContactDetailsWithdrawn(e) => self.contacts.withdraw(e),
        }
    }
}
