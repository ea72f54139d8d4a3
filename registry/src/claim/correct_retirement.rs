//! Correction: the holder mends what a retirement says – product, purpose, registration number, the footprint's
//! figures – soon after it, and once more after each finding. Blocks, beneficiary and type are never corrected. What
//! was said stays beside it.

use super::{Claims, Dated, Retirement};
use crate::Contradiction;
use crate::event::{ClaimCorrected, ClaimFacts, MatchFacts, Number, Retired};
use crate::instruction::{CorrectRetirement, FootprintFields};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    claims: &Claims,
    asker: &Asker,
    now: Timestamp,
    correct: &CorrectRetirement,
) -> Result<ClaimCorrected, Refusal> {
    let retirement = claims.existing(correct.retirement)?;
    if retirement.record.holder != asker.organisation {
        return Err(Refusal::ActMustBeSignedByThe { party: "holder of the retirement" });
    }
    check_footprint_owner(parties, claims, asker, correct)?;
    check_time(parties, retirement, now)?;
    let given = (&correct.footprint, &correct.product, &correct.purpose, &correct.registration_number);
    if given == (&None, &None, &None, &None) {
        return Err(Refusal::FieldMustBe { field: "act", rule: "a correction of something" });
    }
    super::linter::check(correct.product.as_ref())?;
    if let Some(fields) = &correct.footprint {
        check_footprint(claims, retirement, fields)?;
    }
    Ok(ClaimCorrected {
        footprint: correct.footprint.clone(),
        product: correct.product.clone(),
        purpose: correct.purpose.clone(),
        registration_number: correct.registration_number.clone(),
        retirement: correct.retirement,
    })
}

/// A footprint is its beneficiary's: whoever was its agent when it retired, and is no longer, mends none.
fn check_footprint_owner(
    parties: &Parties,
    claims: &Claims,
    asker: &Asker,
    correct: &CorrectRetirement,
) -> Result<(), Refusal> {
    let cited = claims.existing(correct.retirement).map(|retirement| &retirement.record.claim)?;
    let (Some(_), ClaimFacts::Match(facts)) = (&correct.footprint, cited) else { return Ok(()) };
    let owner = claims.footprint(facts.footprint).map(|footprint| footprint.record.beneficiary);
    match owner.filter(|owner| *owner != asker.organisation && !parties.is_agent(asker.organisation, *owner)) {
        Some(owner) => Err(Refusal::MustExist { kind: "principal", id: owner.to_string() }),
        None => Ok(()),
    }
}

/// Once in the hours after the retirement, and once in the days after each finding.
fn check_time(parties: &Parties, retirement: &Retirement, now: Timestamp) -> Result<(), Refusal> {
    let parameters = parties.parameters();
    let corrected = retirement.corrections.last().map(|correction| correction.sequence);
    let first = retirement.time.plus_seconds(i64::from(parameters.correction_hours.0) * 3600);
    let again = retirement.findings.last().map(|finding| {
        let open = corrected.is_none_or(|sequence| sequence < finding.sequence);
        (finding.time.plus_days(i64::from(parameters.correction_after_finding_days.0)), open)
    });
    let until = again.map_or(first, |(until, _)| until.max(first));
    let in_time = (corrected.is_none() && now < first) || again.is_some_and(|(until, open)| open && now < until);
    if in_time { Ok(()) } else { Err(Refusal::CorrectionMustBeInTime { until }) }
}

/// The corrected footprint overlaps no other, holds the periods of all claims that cite it, and covers their sum.
fn check_footprint(claims: &Claims, retirement: &Retirement, fields: &FootprintFields) -> Result<(), Refusal> {
    let ClaimFacts::Match(facts) = &retirement.record.claim else {
        return Err(Refusal::FieldMustBe { field: "footprint", rule: "absent: the claim cites none" });
    };
    let id = facts.footprint;
    let none = Refusal::MustExist { kind: "footprint", id: id.to_string() };
    let footprint = claims.footprint(id).ok_or(none)?;
    let (mineral, owner) = (footprint.record.mineral, footprint.record.beneficiary);
    super::record_footprint::check_period(fields.period_from, fields.period_to)?;
    let key = (owner, mineral, fields.scope.clone());
    if let Some(footprint) = claims.overlapping(&key, fields.period_from, fields.period_to, Some(id)) {
        return Err(Refusal::FootprintsMustNotOverlap { footprint });
    }
    let outside = |r: &Retirement| r.record.period_from < fields.period_from || r.record.period_to > fields.period_to;
    if claims.citing(id).any(outside) {
        let rule = "of a period around those of all claims citing it";
        return Err(Refusal::FieldMustBe { field: "footprint", rule });
    }
    if fields.mass.is_zero() {
        return Err(Refusal::AmountMustBePositive { field: "mass" });
    }
    if footprint.claimed > mineral.round_up_to_lot(fields.mass) {
        return Err(Refusal::ClaimMustNotExceedFootprint { claimed: footprint.claimed, footprint: fields.mass });
    }
    Ok(())
}

pub(crate) fn apply(
    claims: &mut Claims,
    event: &ClaimCorrected,
    sequence: u64,
    time: Timestamp,
) -> Result<(), Contradiction> {
    const RULE: Contradiction = Contradiction::new("a correction names its retirement and footprint");
    let retirement = claims.retirements.get_mut(&event.retirement).ok_or(RULE)?;
    retirement.corrections.push(Dated { what: event.clone(), sequence, time });
    let Some(fields) = &event.footprint else { return Ok(()) };
    let ClaimFacts::Match(facts) = &retirement.record.claim else { return Err(RULE) };
    let id = facts.footprint;
    let before = claims.footprint(id).ok_or(RULE)?.record.clone();
    claims.forget_period(&before);
    let after = crate::event::FootprintRecorded {
        mass: fields.mass,
        method: fields.method.clone(),
        period_from: fields.period_from,
        period_to: fields.period_to,
        scope: fields.scope.clone(),
        ..before
    };
    claims.file_period(&after)?;
    claims.footprints.get_mut(&id).ok_or(RULE)?.record = after;
    Ok(())
}

impl Claims {
    /// What a retirement says now: as it was recorded, with its corrections and those of the footprint it cites.
    pub fn current(&self, retirement: &Retirement) -> Retired {
        let mut record = retirement.record.clone();
        for Dated { what, .. } in &retirement.corrections {
            record.product = what.product.clone().or(record.product);
            record.purpose = what.purpose.clone().unwrap_or(record.purpose);
            let number = what.registration_number.clone();
            record.beneficiary.registration_number = number.or(record.beneficiary.registration_number);
        }
        if let ClaimFacts::Match(facts) = &mut record.claim
            && let Some(footprint) = self.footprints.get(&facts.footprint)
        {
            let cited = &footprint.record;
            *facts = MatchFacts {
                footprint_mass: cited.mass,
                footprint_scope: cited.scope.clone(),
                percent: percent(facts.claimed, cited.mass),
                period_from: cited.period_from,
                period_to: cited.period_to,
                ..facts.clone()
            };
        }
        record
    }
}

/// min(100, floor(claimed × 100 / footprint)).
pub(super) fn percent(claimed: Mass, footprint: Mass) -> Number {
    let percent = u128::from(claimed.mg()) * 100 / u128::from(footprint.mg().max(1));
    Number(u64::try_from(percent.min(100)).unwrap_or(100))
}
