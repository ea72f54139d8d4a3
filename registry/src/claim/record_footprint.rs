//! Footprint: a beneficiary states how much of a mineral it used, over what and how counted, so that a claim can be
//! measured against it. No two of the same mineral and scope overlap in time.

use super::{Claims, Footprint};
use crate::Contradiction;
use crate::event::FootprintRecorded;
use crate::instruction::{RecordFootprint, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    claims: &Claims,
    ids: &mut IdMint,
    asker: &Asker,
    record: &RecordFootprint,
) -> Result<FootprintRecorded, Refusal> {
    parties.require_role(asker, Role::Buyer)?;
    let overlaps = |f: &FootprintRecorded| {
        f.beneficiary == asker.organisation
            && (f.mineral, &f.scope) == (record.mineral, &record.scope)
            && f.period_from <= record.period_to
            && record.period_from <= f.period_to
    };
    if let Some((footprint, _)) = claims.footprints().find(|(_, f)| overlaps(&f.record)) {
        return Err(Refusal::FootprintsMustNotOverlap { footprint });
    }
    check_period(record.period_from, record.period_to)?;
    if record.mass.is_zero() {
        return Err(Refusal::AmountMustBePositive { field: "mass" });
    }
    Ok(FootprintRecorded {
        basis: record.basis,
        beneficiary: asker.organisation,
        footprint: ids.mint(),
        mass: record.mass,
        method: record.method.clone(),
        mineral: record.mineral,
        period_from: record.period_from,
        period_to: record.period_to,
        scope: record.scope.clone(),
    })
}

/// In order, and twelve months at the most.
pub(super) fn check_period(from: Date, to: Date) -> Result<(), Refusal> {
    if from > to {
        return Err(Refusal::DatesMustBeInOrder { first: from, second: to });
    }
    if to >= from.plus_months(12) {
        return Err(Refusal::FieldMustBe { field: "period", rule: "twelve months at the most" });
    }
    Ok(())
}

pub(crate) fn apply(claims: &mut Claims, event: &FootprintRecorded) -> Result<(), Contradiction> {
    let footprint = Footprint { record: event.clone(), claimed: Mass::default(), retirements: 0 };
    let before = claims.footprints.insert(event.footprint, footprint);
    Contradiction::unless(before.is_none(), "a footprint is recorded once")
}
