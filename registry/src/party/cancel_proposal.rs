//! A proposal is taken back, by any person of the organisation that made it.

use super::{Asker, Parties};
use crate::event::ProposalEnded;
use crate::instruction::CancelProposal;
use crate::refusal::Refusal;

pub(crate) fn decide(parties: &Parties, asker: &Asker, cancel: &CancelProposal) -> Result<ProposalEnded, Refusal> {
    match parties.proposals.find(cancel.proposal) {
        Some(proposal) if proposal.organisation == asker.organisation => {
            Ok(ProposalEnded { proposal: cancel.proposal })
        }
        _ => Err(Refusal::MustExist { kind: "proposal", id: cancel.proposal.to_string() }),
    }
}
