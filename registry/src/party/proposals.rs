//! Proposals: acts that need a second person. A proposal reserves nothing and lapses after some days.

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::Proposed;
use crate::instruction::{Act, Digest};
use crate::values::*;

/// An act that awaits a second person.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What is proposed.
    pub act: Act,
    /// Identity of the proposing instruction.
    pub digest: Digest,
    /// The key that proposed.
    pub key: PublicKey,
    /// The person slot of that key.
    pub person: Person,
    /// The organisation, whose other persons may approve.
    pub organisation: OrganisationId,
    /// When it lapses.
    pub lapses_at: Timestamp,
}

/// The open ones.
#[derive(Debug, Clone, Default)]
pub struct Proposals {
    open: BTreeMap<ProposalId, Proposal>,
    deadlines: BTreeSet<(Timestamp, ProposalId)>,
    by_organisation: BTreeSet<(OrganisationId, ProposalId)>,
    owed: BTreeSet<ProposalId>,
}

impl Proposals {
    pub(crate) fn find(&self, id: ProposalId) -> Option<&Proposal> {
        self.open.get(&id)
    }
    pub(crate) fn iter(&self) -> impl Iterator<Item = (ProposalId, &Proposal)> {
        self.open.iter().map(|(id, p)| (*id, p))
    }
    pub(crate) fn first_deadline(&self) -> Option<(Timestamp, ProposalId)> {
        self.deadlines.first().copied()
    }
    /// The open ones of an organisation.
    pub(super) fn of(&self, organisation: OrganisationId) -> impl Iterator<Item = (ProposalId, &Proposal)> {
        let all = (organisation, ProposalId::from(0))..=(organisation, ProposalId::from(u128::MAX));
        self.by_organisation.range(all).filter_map(|(_, id)| Some((*id, self.open.get(id)?)))
    }
    /// The next proposal that must be cancelled.
    pub(crate) fn first_owed(&self) -> Option<ProposalId> {
        self.owed.first().copied()
    }

    pub(super) fn open(&mut self, event: &Proposed) -> Result<(), Contradiction> {
        let proposal = Proposal {
            act: event.act.clone(),
            digest: event.digest,
            key: event.key,
            person: event.person.clone(),
            organisation: event.organisation,
            lapses_at: event.lapses_at,
        };
        self.deadlines.insert((event.lapses_at, event.proposal));
        self.by_organisation.insert((event.organisation, event.proposal));
        Contradiction::unless(self.open.insert(event.proposal, proposal).is_none(), "a proposal opens once")
    }

    pub(super) fn close(&mut self, id: ProposalId) -> Result<(), Contradiction> {
        let proposal = self.open.remove(&id).ok_or(Contradiction::new("a proposal that ends is open"))?;
        self.owed.remove(&id);
        self.deadlines.remove(&(proposal.lapses_at, id));
        self.by_organisation.remove(&(proposal.organisation, id));
        Ok(())
    }

    /// What a revoked key proposed is cancelled.
    pub(crate) fn owe_by_key(&mut self, organisation: OrganisationId, key: &PublicKey) {
        let owed: Vec<_> = self.of(organisation).filter(|(_, p)| p.key == *key).map(|(id, _)| id).collect();
        self.owed.extend(owed);
    }

    /// What a suspended or held organisation proposed is cancelled.
    pub(crate) fn owe_by_organisation(&mut self, organisation: OrganisationId) {
        let owed: Vec<_> = self.of(organisation).map(|(id, _)| id).collect();
        self.owed.extend(owed);
    }
}
