//! Programmes: versioned rules as data. A version is never changed, only followed by the next.

use super::Certificates;
use crate::Contradiction;
use crate::instruction::{ClaimType, Count, DefineProgramme, Level, LevelTerms, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// A date has a last year that can be written: a batch must not end after it.
const MONTHS_MAX: Count = Count(600);

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    define: &DefineProgramme,
) -> Result<DefineProgramme, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let versions = certificates.programme_versions(define.code);
    let expected = versions.last().map_or(Count(1), |last| Count(last.version.0 + 1));
    if define.version != expected {
        return Err(Refusal::VersionMustFollow { expected });
    }
    // The first version may look back, so that certificates can begin with the year; a later one may not.
    let earliest = versions.last().map(|last| last.effective_from.max(now.date()));
    if let Some(first) = earliest.filter(|first| define.effective_from < *first) {
        return Err(Refusal::DatesMustBeInOrder { first, second: define.effective_from });
    }
    let mut levels: Vec<_> = define.levels.iter().map(|l| (l.level, l.ecological)).collect();
    levels.sort_unstable();
    levels.dedup();
    if define.levels.is_empty() || levels.len() != define.levels.len() || define.minerals.is_empty() {
        return Err(Refusal::FieldMustBe {
            field: "levels",
            rule: "at least one class and one mineral, each named once",
        });
    }
    // Entry level follows an improvement plan: what it mined is not to be claimed as certified.
    // The claim `step` says so, and only of such credits.
    let misplaced = |l: &LevelTerms, claim: &ClaimType| match l.level {
        Level::Entry => !matches!(claim, ClaimType::Step | ClaimType::None),
        Level::Good | Level::Leading => *claim == ClaimType::Step,
    };
    if define.levels.iter().any(|l| l.claims.iter().any(|claim| misplaced(l, claim))) {
        return Err(Refusal::FieldMustBe {
            field: "levels",
            rule: "with the claims step and none at entry level, and step at no other",
        });
    }
    let p = &define.parameters;
    let minimums = u32::from(p.women_bps_min.points()) + u32::from(p.community_bps_min.points());
    if minimums > 10_000 || p.fee_bps.points() > 1_000 {
        return Err(Refusal::FieldMustBe {
            field: "parameters",
            rule: "minimum shares within the whole and a fee of 1000 basis points at the most",
        });
    }
    let audited: std::collections::BTreeSet<_> = p.audit_thresholds.iter().map(|row| row.mineral).collect();
    if audited.len() != p.audit_thresholds.len() || p.audit_thresholds.iter().any(|row| row.mass.is_zero()) {
        return Err(Refusal::FieldMustBe { field: "parameters", rule: "audit thresholds of something, one a mineral" });
    }
    if p.unsold_months > MONTHS_MAX || p.retire_within_months > MONTHS_MAX {
        return Err(Refusal::FieldMustBe { field: "parameters", rule: "last usable days within fifty years" });
    }
    Ok(define.clone())
}

pub(crate) fn apply(certificates: &mut Certificates, event: &DefineProgramme) -> Result<(), Contradiction> {
    certificates.programmes.entry(event.code).or_default().push(event.clone());
    Ok(())
}
