//! Approval: another person of the same organisation signs a proposal, which is then decided against the state
//! of that moment.

use std::collections::BTreeSet;

use super::{Asker, KeyState, Parties, Proposal, recovery};
use crate::instruction::Approve;
use crate::refusal::Refusal;
use crate::values::Person;

pub(crate) fn admit<'a>(parties: &'a Parties, asker: &Asker, approve: &Approve) -> Result<&'a Proposal, Refusal> {
    let own = parties.proposals.find(approve.proposal).filter(|p| p.organisation == asker.organisation);
    let proposal = own.ok_or(Refusal::MustExist { kind: "proposal", id: approve.proposal.to_string() })?;
    if proposal.person == asker.person {
        return Err(Refusal::AnotherPersonMustApprove { person: proposal.person.clone() });
    }
    recovery::check_approval(asker, proposal)?;
    if proposal.digest != approve.digest {
        return Err(Refusal::ProposalDigestMustMatch {});
    }
    Ok(proposal)
}

impl Parties {
    /// The person slots whose keys may approve a proposal as keys stand now.
    pub fn approvers(&self, proposal: &Proposal) -> BTreeSet<&Person> {
        let active = self.keys_of(proposal.organisation).filter(|(_, key)| key.state == KeyState::Active);
        let able = active.filter(|(_, key)| key.signs() || recovery::approves(&proposal.act));
        able.map(|(_, key)| &key.person).filter(|person| **person != proposal.person).collect()
    }
}
