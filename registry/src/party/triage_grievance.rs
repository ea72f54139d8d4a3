//! Triage: a person of the operator signs how grave a grievance is, what it is about and what becomes of it. Until it
//! is closed it may be triaged again; the last one counts.

use super::{Asker, Parties};
use crate::certificate::Certificates;
use crate::credit::Credits;
use crate::event::GrievanceTriaged;
use crate::instruction::{Role, TriageGrievance};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    asker: &Asker,
    triage: &TriageGrievance,
) -> Result<GrievanceTriaged, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let concerned = concerned(parties, certificates, credits, triage)?;
    if let Some((party, _)) = concerned.into_iter().find(|(_, id)| parties.same_group(*id, asker.organisation)) {
        return Err(Refusal::HandlerMustBeIndependent { party });
    }
    if parties.grievances.find(triage.grievance).is_some_and(|grievance| grievance.closed.is_some()) {
        return Err(Refusal::GrievanceMustBeOpen {});
    }
    let named = [triage.batch.is_some(), triage.certificate.is_some(), triage.producer.is_some()];
    if named.into_iter().filter(|named| *named).count() > 1 {
        return Err(Refusal::FieldMustBe { field: "batch", rule: "the only one of batch, certificate and producer" });
    }
    Ok(GrievanceTriaged {
        batch: triage.batch,
        certificate: triage.certificate,
        decision: triage.decision,
        grievance: triage.grievance,
        handler: asker.person.clone(),
        producer: triage.producer,
        severity: triage.severity,
    })
}

/// Whom the grievance may be about: none of them may handle it.
fn concerned(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    triage: &TriageGrievance,
) -> Result<Vec<(&'static str, OrganisationId)>, Refusal> {
    let mut concerned = Vec::new();
    if let Some(producer) = triage.producer {
        let found = parties.existing(producer)?;
        if !found.roles.contains(&Role::Producer) {
            return Err(Refusal::MustExist { kind: "producer", id: producer.to_string() });
        }
        concerned.push(("producer", producer));
    }
    let of_batch = |id: BatchId| {
        let batch = credits.batch(id).ok_or(Refusal::MustExist { kind: "batch", id: id.to_string() })?;
        Ok(batch.certificate)
    };
    let certificate = triage.batch.map(of_batch).transpose()?;
    for id in certificate.into_iter().chain(triage.certificate) {
        let missing = Refusal::MustExist { kind: "certificate", id: id.to_string() };
        let certificate = certificates.certificate(id).ok_or(missing)?;
        concerned.extend([
            ("producer", certificate.producer),
            ("certificate's holder", certificate.holder),
            ("certifier", certificate.certifier),
        ]);
    }
    Ok(concerned)
}
