//! Suspension: an organisation keeps what it has and may do little with it. What it has open is cancelled.

use super::{Asker, Organisation, Parties};
use crate::Contradiction;
use crate::event::OrganisationStanding;
use crate::instruction::{Act, OrganisationState, SuspendOrganisation};
use crate::refusal::Refusal;
use crate::values::*;

/// What a suspended organisation may still sign: it withdraws, and it keeps its keys in its own hands.
pub const ALLOWED_WHILE_SUSPENDED: &[&str] = &[
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

/// Whether its state lets an organisation sign the act. One that has applied confirms its first key; a closed one
/// signs nothing.
pub(crate) fn check(organisation: OrganisationId, record: &Organisation, act: &Act) -> Result<(), Refusal> {
    let allowed = match record.state {
        OrganisationState::Active => true,
        OrganisationState::Applied => matches!(act, Act::ConfirmKey(_)),
        OrganisationState::Suspended => ALLOWED_WHILE_SUSPENDED.contains(&act.word()),
        OrganisationState::Closed => false,
    };
    if allowed { Ok(()) } else { Err(Refusal::OrganisationMustBeActive { organisation, state: record.state }) }
}

pub(crate) fn decide(
    parties: &Parties,
    asker: &Asker,
    suspend: &SuspendOrganisation,
) -> Result<OrganisationStanding, Refusal> {
    parties.judged(asker, suspend.organisation, &[OrganisationState::Active])?;
    Ok(OrganisationStanding { organisation: suspend.organisation, reason: suspend.reason.clone() })
}

/// What is owed of its orders and transfers, the areas that keep them note.
pub(crate) fn apply(parties: &mut Parties, event: &OrganisationStanding) -> Result<(), Contradiction> {
    parties.proposals.owe_by_organisation(event.organisation);
    parties.enter_state(event.organisation, &[OrganisationState::Active], OrganisationState::Suspended)
}
