//! Who may sign what, and who is of whose group: no key signs before its confirmation or after its end, no approval
//! counts twice, and none is of the person who proposed.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::NewEntry;
use orebook_registry::event::{CreditEvent, Event, PartyEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::*;

use super::{Signed, ensure};

const RECOVERY: [&str; 9] = [
    "add_key",
    "approve",
    "cancel_proposal",
    "confirm_key",
    "revoke_key",
    "veto_key",
    "void",
    "withdraw_contact_details",
    "withdraw_payout_details",
];
const SUSPENDED: [&str; 11] = [
    "cancel_order",
    "cancel_proposal",
    "confirm_key",
    "confirm_receipt",
    "dispute_payout",
    "revoke_key",
    "veto_key",
    "void",
    "withdraw_contact_details",
    "withdraw_payout_details",
    "withdraw_transfer",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Waits(Timestamp),
    Signs,
    Dead,
}

#[derive(Debug, Clone)]
struct Key {
    organisation: OrganisationId,
    person: Person,
    purpose: KeyPurpose,
    state: State,
}

#[derive(Debug, Clone)]
struct Proposed {
    organisation: OrganisationId,
    person: Person,
    digest: Digest,
    act: Act,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Keys {
    keys: BTreeMap<PublicKey, Key>,
    names: BTreeSet<(OrganisationId, InstructionId)>,
    open: BTreeMap<ProposalId, Proposed>,
    suspended: BTreeSet<OrganisationId>,
    closed: BTreeSet<OrganisationId>,
    groups: BTreeMap<OrganisationId, OrganisationId>,
    roles: BTreeMap<OrganisationId, Vec<Role>>,
    accounts: BTreeMap<AccountId, OrganisationId>,
    agents: BTreeSet<(OrganisationId, OrganisationId)>,
    /// How an organisation is built, and whether women lead it.
    facts: BTreeMap<OrganisationId, (Option<Structure>, Option<YesNo>)>,
}

impl Keys {
    pub(super) fn admit(&mut self, signed: &mut Signed) -> Result<(), String> {
        let (organisation, word) = (signed.organisation(), signed.instruction.act.word());
        ensure(self.names.insert((organisation, signed.instruction.id)), || "an id is used twice".to_owned())?;
        let key = self.keys.get(&signed.key).filter(|key| key.organisation == organisation);
        let key = key.ok_or_else(|| format!("{organisation} does not own the key"))?;
        let confirms = word == "confirm_key" && matches!(key.state, State::Waits(_));
        ensure(key.state == State::Signs || confirms, || format!("the key is {:?}", key.state))?;
        let signing = key.purpose == KeyPurpose::Signing;
        ensure(signing || RECOVERY.contains(&word), || "a recovery key signs everyday acts".to_owned())?;
        ensure(!self.closed.contains(&organisation), || "a closed organisation acts".to_owned())?;
        let suspended = self.suspended.contains(&organisation);
        ensure(!suspended || SUSPENDED.contains(&word), || "a suspended organisation acts".to_owned())?;
        let Act::Approve(approve) = &signed.instruction.act else { return Ok(()) };
        let proposal = self.open.remove(&approve.proposal).ok_or("an approval of what is not open")?;
        ensure(proposal.organisation == organisation, || "an approval of another organisation's".to_owned())?;
        ensure(proposal.person != key.person, || "a person approves its own proposal".to_owned())?;
        ensure(proposal.digest == approve.digest, || "an approval of something else".to_owned())?;
        let of_keys = matches!(proposal.act, Act::AddKey(_) | Act::RevokeKey(_));
        ensure(signing || of_keys, || "a recovery key approves everyday acts".to_owned())?;
        (signed.act, signed.approves) = (proposal.act, true);
        Ok(())
    }

    pub(super) fn learn(&mut self, event: &Event, entry: &NewEntry, signed: Option<&Signed>) -> Result<(), String> {
        match event {
            Event::Party(event) => self.learn_of_parties(event, entry, signed),
            Event::Credit(CreditEvent::AccountOpened(e)) => {
                self.accounts.insert(e.account, e.organisation);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn learn_of_parties(
        &mut self,
        event: &PartyEvent,
        entry: &NewEntry,
        signed: Option<&Signed>,
    ) -> Result<(), String> {
        match event {
            PartyEvent::Founded(e) => {
                for known in &e.persons {
                    self.add(e.operator, known.key, &known.person, known.purpose, entry.time)?;
                }
                let first = e.persons.first().and_then(|known| self.keys.get_mut(&known.key));
                first.into_iter().for_each(|key| key.state = State::Signs);
                self.roles.insert(e.operator, vec![Role::Operator]);
            }
            PartyEvent::OrganisationRegistered(e) => {
                for known in &e.keys {
                    self.add(e.organisation, known.key, &known.person, known.purpose, entry.time)?;
                }
                self.groups.insert(e.organisation, e.group);
                self.facts.insert(e.organisation, (e.structure, e.women_led));
                self.roles.insert(e.organisation, e.roles.clone());
                self.accounts.extend(e.account.map(|account| (account, e.organisation)));
            }
            PartyEvent::KeyAdded(e) => self.add(e.organisation, e.key, &e.person, e.purpose, entry.time)?,
            PartyEvent::KeyAddedFor(e) => {
                ensure(signed.is_some_and(|s| s.approves), || "one person of the operator adds a key".to_owned())?;
                self.add(e.organisation, e.key, &e.person, e.purpose, e.works_from.unwrap_or(entry.time))?;
            }
            PartyEvent::KeyConfirmed(e) => {
                ensure(signed.is_some_and(|s| s.key == e.key), || "a key is confirmed by another".to_owned())?;
                let key = self.keys.get_mut(&e.key).ok_or("an unknown key is confirmed")?;
                let waited = matches!(key.state, State::Waits(from) if from <= entry.time);
                ensure(waited, || "a key is confirmed before its time".to_owned())?;
                key.state = State::Signs;
            }
            PartyEvent::KeyRevoked(e) => self.end(&e.key)?,
            PartyEvent::KeyVetoed(e) => self.end(&e.key)?,
            PartyEvent::NameSpent(e) => {
                ensure(self.names.insert((e.organisation, e.id)), || "a used id is voided".to_owned())?;
            }
            PartyEvent::Proposed(e) => {
                let signed = signed.ok_or("a proposal of nobody")?;
                let (organisation, person) = (e.organisation, e.person.clone());
                let own = signed.organisation() == organisation && signed.identity == e.digest && signed.act == e.act;
                ensure(own, || "a proposal of something else".to_owned())?;
                self.open.insert(e.proposal, Proposed { organisation, person, digest: e.digest, act: e.act.clone() });
            }
            PartyEvent::ProposalCancelled(e) | PartyEvent::ProposalLapsed(e) => {
                self.open.remove(&e.proposal).ok_or("a proposal ends twice")?;
            }
            PartyEvent::OrganisationSuspended(e) => {
                self.suspended.insert(e.organisation);
            }
            PartyEvent::OrganisationReinstated(e) => {
                self.suspended.remove(&e.organisation);
            }
            PartyEvent::OrganisationClosed(e) => {
                self.closed.insert(e.organisation);
            }
            PartyEvent::AgentAppointed(e) => {
                self.agents.insert((e.principal, e.agent));
            }
            PartyEvent::AgentDismissed(e) => {
                self.agents.remove(&(e.principal, e.agent));
            }
            _ => {}
        }
        Ok(())
    }

    fn add(
        &mut self,
        organisation: OrganisationId,
        key: PublicKey,
        person: &Person,
        purpose: KeyPurpose,
        from: Timestamp,
    ) -> Result<(), String> {
        let added = Key { organisation, person: person.clone(), purpose, state: State::Waits(from) };
        ensure(self.keys.insert(key, added).is_none(), || "a key is registered twice".to_owned())
    }

    fn end(&mut self, key: &PublicKey) -> Result<(), String> {
        let key = self.keys.get_mut(key).ok_or("an unknown key ends")?;
        ensure(key.state != State::Dead, || "a key ends twice".to_owned())?;
        key.state = State::Dead;
        Ok(())
    }

    pub(super) fn owner(&self, account: AccountId) -> Result<OrganisationId, String> {
        self.accounts.get(&account).copied().ok_or_else(|| format!("{account} is nobody's"))
    }

    pub(super) fn is_of(&self, key: &PublicKey, organisation: OrganisationId) -> bool {
        self.keys.get(key).is_some_and(|key| key.organisation == organisation)
    }

    pub(super) fn same_group(&self, one: OrganisationId, other: OrganisationId) -> bool {
        let group = |id| self.groups.get(&id).copied().unwrap_or(id);
        group(one) == group(other)
    }

    pub(super) fn is_agent(&self, agent: OrganisationId, principal: OrganisationId) -> bool {
        self.agents.contains(&(principal, agent))
    }

    pub(super) fn has_role(&self, organisation: OrganisationId, role: Role) -> bool {
        self.roles.get(&organisation).is_some_and(|roles| roles.contains(&role))
    }

    pub(super) fn facts(&self, organisation: OrganisationId) -> (Option<Structure>, Option<YesNo>) {
        self.facts.get(&organisation).copied().unwrap_or_default()
    }

    /// Of how many persons it has a key that signs every day.
    pub(super) fn persons_who_sign(&self, organisation: OrganisationId) -> usize {
        let signs = |key: &&Key| {
            key.organisation == organisation && key.state == State::Signs && key.purpose == KeyPurpose::Signing
        };
        self.keys.values().filter(signs).map(|key| &key.person).collect::<BTreeSet<_>>().len()
    }

    /// Whether it has a key that signs anything.
    pub(super) fn can_sign(&self, organisation: OrganisationId) -> bool {
        self.keys.values().any(|key| key.organisation == organisation && key.state == State::Signs)
    }
}
