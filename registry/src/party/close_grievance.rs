//! The end of a grievance, by a code: final.

use super::{Asker, Parties};
use crate::event::GrievanceClosed;
use crate::instruction::{CloseGrievance, Role};
use crate::refusal::Refusal;

pub(crate) fn decide(parties: &Parties, asker: &Asker, close: &CloseGrievance) -> Result<GrievanceClosed, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let missing = Refusal::MustExist { kind: "grievance", id: close.grievance.to_string() };
    let grievance = parties.grievances.find(close.grievance).ok_or(missing)?;
    if grievance.closed.is_some() {
        return Err(Refusal::GrievanceMustBeOpen {});
    }
    Ok(GrievanceClosed { grievance: close.grievance, handler: asker.person.clone(), outcome: close.outcome })
}
