//! A member's own retirements.

use orebook_registry::Registry;
use orebook_registry::claim::Retirement;
use orebook_registry::values::{OrganisationId, RetirementId, Timestamp};

/// How many of the newest are looked at for what can still be mended.
pub const LOOKED_AT: usize = 50;

/// Those that a member signed, newest first.
pub fn newest(registry: &Registry, me: OrganisationId) -> impl Iterator<Item = (RetirementId, &Retirement)> {
    registry.claims.retirements().rev().filter(move |(_, retirement)| retirement.record.holder == me)
}

/// Until when it can be corrected: once in the hours after it, and once in the days after each finding.
pub fn correctable_until(registry: &Registry, retirement: &Retirement, now: Timestamp) -> Option<Timestamp> {
    let parameters = registry.parties.parameters();
    let corrected = retirement.corrections.last().map(|correction| correction.sequence);
    let first = retirement.time.plus_hours(i64::from(parameters.correction_hours.0));
    let again = retirement.findings.last().filter(|found| corrected.is_none_or(|sequence| sequence < found.sequence));
    let again = again.map(|found| found.time.plus_days(i64::from(parameters.correction_after_finding_days.0)));
    let until = again.max(Some(first).filter(|_| corrected.is_none()))?;
    (now < until).then_some(until)
}
