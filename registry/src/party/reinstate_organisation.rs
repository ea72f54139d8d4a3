//! Reinstatement: a suspended organisation is active again. What was cancelled stays cancelled.

use super::{Asker, Parties};
use crate::Contradiction;
use crate::event::OrganisationStanding;
use crate::instruction::{OrganisationState, ReinstateOrganisation};
use crate::refusal::Refusal;

pub(crate) fn decide(
    parties: &Parties,
    asker: &Asker,
    reinstate: &ReinstateOrganisation,
) -> Result<OrganisationStanding, Refusal> {
    parties.judged(asker, reinstate.organisation, &[OrganisationState::Suspended])?;
    Ok(OrganisationStanding { organisation: reinstate.organisation, reason: reinstate.reason.clone() })
}

pub(crate) fn apply(parties: &mut Parties, event: &OrganisationStanding) -> Result<(), Contradiction> {
    parties.enter_state(event.organisation, &[OrganisationState::Suspended], OrganisationState::Active)
}
