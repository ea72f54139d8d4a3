//! The yearly internal inspection of a group of miners. Members that fail are taken out of the certified volume, not
//! the whole group; where too few comply, nothing is declared or issued until a better inspection.

use super::{Certificate, CertificateState, Certificates, Inspection};
use crate::Contradiction;
use crate::event::Inspected;
use crate::instruction::{Count, RecordInspection, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    record: &RecordInspection,
) -> Result<Inspected, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let certificate = certificates.of_certifier(record.certificate, asker.organisation)?;
    certificates.must_still_be_accredited(certificate, now.date())?;
    certificate.must_be(&[CertificateState::Certified, CertificateState::Suspended])?;
    let Some(group) = &certificate.group else {
        return Err(Refusal::FieldMustBe { field: "certificate", rule: "one that was granted to a group" });
    };
    if record.inspected_on < group.inspected_on {
        return Err(Refusal::DatesMustBeInOrder { first: group.inspected_on, second: record.inspected_on });
    }
    if record.inspected_on > now.date() {
        return Err(Refusal::DatesMustBeInOrder { first: record.inspected_on, second: now.date() });
    }
    check_members(record.members, record.failed.0, record.compliant)?;
    if let Some(asked) = record.maximum {
        let year = certificate.year_of(now.date()).unwrap_or_default();
        let (used, maximum) = (certificate.use_of(year).total(), certificate.maximum_of(year));
        if asked < used || asked >= maximum || asked.is_zero() {
            return Err(Refusal::MaximumMustCoverUse { used, maximum, asked });
        }
    }
    let RecordInspection { certificate, compliant, failed, inspected_on, maximum, members } = record.clone();
    Ok(Inspected { certificate, compliant, failed, inspected_on, maximum, members })
}

/// Those who failed are members, and do not comply.
fn check_members(members: Count, failed: u64, compliant: Bps) -> Result<(), Refusal> {
    let members = u64::from(members.0);
    let passed =
        members.checked_sub(failed).ok_or(Refusal::FieldMustBe { field: "failed", rule: "members at most" })?;
    if u64::from(compliant.points()) * members > passed * 10_000 {
        return Err(Refusal::FieldMustBe {
            field: "compliant",
            rule: "at most the share of members that did not fail",
        });
    }
    Ok(())
}

pub(crate) fn apply(certificates: &mut Certificates, event: &Inspected, now: Timestamp) -> Result<(), Contradiction> {
    let certificate = certificates.get_mut(event.certificate)?;
    Contradiction::unless(certificate.group.is_some(), "only a group is inspected")?;
    certificate.group = Some(Inspection {
        members: event.members,
        failed: event.failed,
        inspected_on: event.inspected_on,
        compliant: event.compliant,
    });
    if let Some(maximum) = event.maximum {
        let year =
            certificate.year_of(now.date()).ok_or(Contradiction::new("a maximum is that of a certificate year"))?;
        certificate.maxima.insert(year, maximum);
    }
    Ok(())
}

impl Certificates {
    /// Enough of a group's members comply, by the programme in force. Where not, its certifier must suspend.
    pub fn group_must_be_compliant(&self, certificate: &Certificate, today: Date) -> Result<(), Refusal> {
        let Some(Inspection { compliant, .. }) = certificate.group else { return Ok(()) };
        let minimum = self.in_force(certificate.class.programme, today)?.parameters.compliant_bps_min;
        if compliant < minimum { Err(Refusal::GroupMustBeCompliant { compliant, minimum }) } else { Ok(()) }
    }

    /// The group's inspection is not older than the programme in force allows.
    pub fn inspection_must_be_recent(&self, certificate: &Certificate, today: Date) -> Result<(), Refusal> {
        let Some(Inspection { inspected_on, .. }) = certificate.group else { return Ok(()) };
        let months = self.in_force(certificate.class.programme, today)?.parameters.inspection_age_months_max.0;
        let until = inspected_on.plus_months(u32::from(months));
        if today > until { Err(Refusal::InspectionMustBeRecent { inspected_on, until }) } else { Ok(()) }
    }
}
