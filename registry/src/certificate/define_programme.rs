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
    if p.unsold_months > MONTHS_MAX || p.retire_within_months > MONTHS_MAX || p.entry_months_max > MONTHS_MAX {
        return Err(Refusal::FieldMustBe { field: "parameters", rule: "months within fifty years" });
    }
    check_thresholds(define)?;
    Ok(define.clone())
}

/// Each mineral of the programme at most once, and more than nothing.
fn check_thresholds(define: &DefineProgramme) -> Result<(), Refusal> {
    let thresholds = &define.parameters.audit_thresholds;
    let mut minerals: Vec<_> = thresholds.iter().map(|threshold| threshold.mineral).collect();
    minerals.sort_unstable();
    minerals.dedup();
    let of_programme = minerals.iter().all(|mineral| define.minerals.contains(mineral));
    if minerals.len() != thresholds.len() || !of_programme || thresholds.iter().any(|t| t.mass.is_zero()) {
        return Err(Refusal::FieldMustBe {
            field: "audit_thresholds",
            rule: "minerals of the programme, each once, with a mass",
        });
    }
    Ok(())
}

pub(crate) fn apply(certificates: &mut Certificates, event: &DefineProgramme) -> Result<(), Contradiction> {
    certificates.programmes.entry(event.code).or_default().push(event.clone());
    Ok(())
}
