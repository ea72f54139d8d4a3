//! Finding: an independent auditor says what it found of a retirement. The record stays whatever is found; a disputed
//! one no longer shows its claim.

use super::audit::Claimant;
use super::{Claims, Dated};
use crate::Contradiction;
use crate::certificate::Certificates;
use crate::credit::Credits;
use crate::event::{FindingPublished, Retired};
use crate::instruction::{PublishFinding, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    claims: &Claims,
    ids: &mut IdMint,
    asker: &Asker,
    publish: &PublishFinding,
) -> Result<FindingPublished, Refusal> {
    parties.require_role(asker, Role::Auditor)?;
    let record = &claims.existing(publish.retirement)?.record;
    let touched = concerned(certificates, credits, record);
    if touched.into_iter().any(|party| parties.same_group(party, asker.organisation)) {
        return Err(Refusal::AuditorMustBeIndependent {});
    }
    Ok(FindingPublished {
        auditor: asker.organisation,
        finding: ids.mint(),
        outcome: publish.outcome,
        reason: publish.reason.clone(),
        report: publish.report,
        retirement: publish.retirement,
    })
}

/// Holder, beneficiary, and the certifiers of the batches.
fn concerned(certificates: &Certificates, credits: &Credits, record: &Retired) -> Vec<OrganisationId> {
    let batches = record.batches.iter().filter_map(|id| credits.batch(*id));
    let certifiers = batches.filter_map(|b| certificates.certificate(b.certificate)).map(|c| c.certifier);
    [record.holder].into_iter().chain(record.principal).chain(certifiers).collect()
}

pub(crate) fn apply(
    claims: &mut Claims,
    event: &FindingPublished,
    sequence: u64,
    time: Timestamp,
) -> Result<(), Contradiction> {
    const RULE: Contradiction = Contradiction::new("a finding names its retirement");
    let retirement = claims.retirements.get_mut(&event.retirement).ok_or(RULE)?;
    retirement.findings.push(Dated { what: event.clone(), sequence, time });
    let (claimant, mineral) = (Claimant::of(&retirement.record), super::mineral_of(&retirement.record).ok_or(RULE)?);
    claims.audits.fulfil(claimant, mineral);
    Ok(())
}
