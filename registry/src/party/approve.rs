//! Approval: another person of the same organisation signs a proposal, which is then decided against the state
//! of that moment.

use super::{Asker, Parties, Proposal};
use crate::instruction::Approve;
use crate::refusal::Refusal;

pub(crate) fn admit<'a>(parties: &'a Parties, asker: &Asker, approve: &Approve) -> Result<&'a Proposal, Refusal> {
    let own = parties.proposals.find(approve.proposal).filter(|p| p.organisation == asker.organisation);
    let proposal = own.ok_or(Refusal::MustExist { kind: "proposal", id: approve.proposal.to_string() })?;
    if proposal.person == asker.person {
        return Err(Refusal::AnotherPersonMustApprove { person: proposal.person.clone() });
    }
    if proposal.digest != approve.digest {
        return Err(Refusal::ProposalDigestMustMatch {});
    }
    Ok(proposal)
}
