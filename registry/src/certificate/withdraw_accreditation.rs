//! The end of an accreditation before its last day: from its entry on the certifier judges nothing by it. What it
//! granted stays as it is; the operator's own holds are for what must stop at once.

use super::Certificates;
use crate::Contradiction;
use crate::event::AccreditationWithdrawn;
use crate::instruction::{Role, WithdrawAccreditation};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    withdraw: &WithdrawAccreditation,
) -> Result<AccreditationWithdrawn, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let accreditation = certificates
        .accreditations
        .get(&withdraw.accreditation)
        .ok_or(Refusal::MustExist { kind: "accreditation", id: withdraw.accreditation.to_string() })?;
    match accreditation.withdrawn_on {
        Some(withdrawn_on) => Err(Refusal::AccreditationMustBeInForce { withdrawn_on }),
        None => Ok(AccreditationWithdrawn { accreditation: withdraw.accreditation, reason: withdraw.reason.clone() }),
    }
}

pub(crate) fn apply(
    certificates: &mut Certificates,
    event: &AccreditationWithdrawn,
    now: Timestamp,
) -> Result<(), Contradiction> {
    let accreditation = certificates
        .accreditations
        .get_mut(&event.accreditation)
        .ok_or(Contradiction::new("an accreditation that is withdrawn was given"))?;
    accreditation.withdrawn_on = Some(now.date());
    Ok(())
}
