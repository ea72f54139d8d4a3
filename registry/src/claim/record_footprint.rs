//! Footprint: a beneficiary states how much of a mineral it used, over what and how counted, so that a claim can be
//! measured against it. No two of the same mineral and scope overlap in time. Its agent may record it.

use super::{Claims, Footprint};
use crate::Contradiction;
use crate::event::FootprintRecorded;
use crate::instruction::{RecordFootprint, Role};
use crate::mineral::Mineral;
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// Whose use, of what, over what.
pub(super) type Counted = (OrganisationId, Mineral, Token);

pub(crate) fn decide(
    parties: &Parties,
    claims: &Claims,
    ids: &mut IdMint,
    asker: &Asker,
    record: &RecordFootprint,
) -> Result<FootprintRecorded, Refusal> {
    let beneficiary = beneficiary(parties, asker, record)?;
    let key = (beneficiary, record.mineral, record.scope.clone());
    if let Some(footprint) = claims.overlapping(&key, record.period_from, record.period_to, None) {
        return Err(Refusal::FootprintsMustNotOverlap { footprint });
    }
    check_period(record.period_from, record.period_to)?;
    if record.mass.is_zero() {
        return Err(Refusal::AmountMustBePositive { field: "mass" });
    }
    Ok(FootprintRecorded {
        basis: record.basis,
        beneficiary,
        footprint: ids.mint(),
        mass: record.mass,
        method: record.method.clone(),
        mineral: record.mineral,
        period_from: record.period_from,
        period_to: record.period_to,
        scope: record.scope.clone(),
    })
}

/// A buyer for itself, an agent for its principal.
fn beneficiary(parties: &Parties, asker: &Asker, record: &RecordFootprint) -> Result<OrganisationId, Refusal> {
    let Some(principal) = record.beneficiary.filter(|named| *named != asker.organisation) else {
        return parties.require_role(asker, Role::Buyer).map(|()| asker.organisation);
    };
    parties.require_role(asker, Role::Agent)?;
    if parties.is_agent(asker.organisation, principal) {
        Ok(principal)
    } else {
        Err(Refusal::MustExist { kind: "principal", id: principal.to_string() })
    }
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
    claims.file_period(event)?;
    let footprint = Footprint { record: event.clone(), claimed: Mass::default(), retirements: 0 };
    let before = claims.footprints.insert(event.footprint, footprint);
    Contradiction::unless(before.is_none(), "a footprint is recorded once")
}

impl Claims {
    /// A footprint that counts the same and touches the period, other than the one left out. Those that are filed
    /// overlap none of each other, so only the last two that begin in time can touch it.
    pub(super) fn overlapping(
        &self,
        key: &Counted,
        from: Date,
        to: Date,
        without: Option<FootprintId>,
    ) -> Option<FootprintId> {
        let begun = self.periods.get(key)?.range(..=to).rev().take(2);
        let touching = begun.filter(|(_, (end, id))| *end >= from && Some(*id) != without);
        touching.map(|(_, (_, id))| *id).next()
    }

    pub(super) fn file_period(&mut self, record: &FootprintRecorded) -> Result<(), Contradiction> {
        let key = (record.beneficiary, record.mineral, record.scope.clone());
        let before =
            self.periods.entry(key).or_default().insert(record.period_from, (record.period_to, record.footprint));
        Contradiction::unless(before.is_none(), "two footprints do not begin on one day")
    }

    pub(super) fn forget_period(&mut self, record: &FootprintRecorded) {
        let key = (record.beneficiary, record.mineral, record.scope.clone());
        if let Some(periods) = self.periods.get_mut(&key) {
            periods.remove(&record.period_from);
            if periods.is_empty() {
                self.periods.remove(&key);
            }
        }
    }
}
