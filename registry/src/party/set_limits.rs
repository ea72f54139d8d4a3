//! Limits of one's own: what a single key may do. Above them an order, a transfer or a retirement needs two persons.

use std::collections::BTreeSet;

use super::{Asker, Limits, Parties};
use crate::Contradiction;
use crate::event::LimitsSet;
use crate::instruction::SetLimits;
use crate::mineral::Mineral;
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(parties: &Parties, asker: &Asker, set: &SetLimits) -> Result<LimitsSet, Refusal> {
    let persons = parties.signing_persons(asker.organisation).len() as u64;
    let limits_something = !set.masses.is_empty() || !set.values.is_empty();
    if limits_something && persons < 2 {
        return Err(Refusal::TwoPersonsMustHaveKeys { persons });
    }
    let minerals: BTreeSet<_> = set.masses.iter().map(|limit| limit.mineral).collect();
    if minerals.len() != set.masses.len() {
        return Err(Refusal::FieldMustBe { field: "masses", rule: "one limit a mineral" });
    }
    let currencies: BTreeSet<_> = set.values.iter().map(|limit| limit.currency).collect();
    if currencies.len() != set.values.len() {
        return Err(Refusal::FieldMustBe { field: "values", rule: "one limit a currency" });
    }
    Ok(LimitsSet { masses: set.masses.clone(), organisation: asker.organisation, values: set.values.clone() })
}

/// Whether one of the limits that hold now would be raised or removed.
pub(super) fn loosens(limits: &Limits, set: &SetLimits) -> bool {
    let mass = |(mineral, now): (&Mineral, &Mass)| {
        set.masses.iter().find(|limit| limit.mineral == *mineral).is_none_or(|limit| limit.mass > *now)
    };
    let value = |(currency, now): (&Currency, &Money)| {
        set.values.iter().find(|limit| limit.currency == *currency).is_none_or(|limit| limit.minor > now.minor)
    };
    limits.masses.iter().any(mass) || limits.values.iter().any(value)
}

pub(crate) fn apply(parties: &mut Parties, event: &LimitsSet) -> Result<(), Contradiction> {
    let organisation = parties.organisations.get_mut(&event.organisation);
    organisation.ok_or(Contradiction::new("who sets limits exists"))?.limits = Limits {
        masses: event.masses.iter().map(|limit| (limit.mineral, limit.mass)).collect(),
        values: event.values.iter().map(|limit| (limit.currency, *limit)).collect(),
    };
    Ok(())
}
