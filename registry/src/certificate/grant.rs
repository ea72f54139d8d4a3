//! Grant: an accredited certifier certifies, with a yearly maximum. Expiry: the day after the last day of validity.

use super::state::Terms;
use super::{CertificateState, Certificates, Inspection, Mandate, Standing};
use crate::Contradiction;
use crate::event::{CertificateNamed, Granted, Number};
use crate::instruction::{GrantCertificate, GroupTerms, Level, ProgrammeCode, Role, Verification};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// Certificate years are counted, so validity has a bound.
const VALID_MONTHS_MAX: u32 = 120;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    grant: &GrantCertificate,
) -> Result<Granted, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let certificate = certificates.of_certifier(grant.certificate, asker.organisation)?;
    certificates.must_be_accredited(certificate, grant.verification, now.date())?;
    certificate.must_be(&[CertificateState::UnderAudit])?;
    if matches!(certificate.mandate, Mandate::Awaiting(_)) {
        return Err(Refusal::MandateMustBeAccepted { holder: certificate.holder });
    }
    check_audit(certificates, certificate.class, now.date(), grant.audited_on, grant.verification)?;
    check_group(certificates, certificate.class.programme, now.date(), grant.group.as_ref())?;
    let class = certificate.class;
    certificates.level_must_follow(certificate.producer, &certificate.site, class.mineral, class.level)?;
    // The days of application and audit are those of their entries: a grant may count from before them.
    check_effective(certificates, class.programme, now.date(), None, grant.effective)?;
    if grant.valid_from > grant.valid_to || grant.valid_to < now.date() {
        return Err(Refusal::DatesMustBeInOrder { first: grant.valid_from.max(now.date()), second: grant.valid_to });
    }
    if grant.valid_to >= grant.valid_from.plus_months(VALID_MONTHS_MAX) {
        return Err(Refusal::FieldMustBe { field: "valid_to", rule: "within ten years of valid_from" });
    }
    certificates.entry_level_is_limited(
        certificate,
        class.programme,
        now.date(),
        [grant.valid_from, grant.valid_to],
    )?;
    if grant.maximum.is_zero() {
        return Err(Refusal::AmountMustBePositive { field: "maximum" });
    }
    Ok(Granted {
        audited_on: grant.audited_on,
        certificate: grant.certificate,
        effective: grant.effective,
        group: grant.group.clone(),
        maximum: grant.maximum,
        valid_from: grant.valid_from,
        valid_to: grant.valid_to,
        verification: grant.verification,
    })
}

/// Above entry level a third-party audit, not older than the programme allows.
pub(super) fn check_audit(
    certificates: &Certificates,
    class: super::Class,
    today: Date,
    audited_on: Date,
    verification: Verification,
) -> Result<(), Refusal> {
    if audited_on > today {
        return Err(Refusal::DatesMustBeInOrder { first: audited_on, second: today });
    }
    if class.level == Level::Entry {
        return Ok(());
    }
    let months = certificates.in_force(class.programme, today)?.parameters.audit_age_months_max.0;
    let until = audited_on.plus_months(u32::from(months));
    if today > until {
        return Err(Refusal::AuditMustBeRecent { audited_on, until });
    }
    if verification != Verification::ThirdParty {
        return Err(Refusal::FieldMustBe { field: "verification", rule: "third_party above entry level" });
    }
    Ok(())
}

/// A group's inspection is recent, and enough of its members comply.
fn check_group(
    certificates: &Certificates,
    programme: ProgrammeCode,
    today: Date,
    group: Option<&GroupTerms>,
) -> Result<(), Refusal> {
    let Some(GroupTerms { compliant, inspected_on, .. }) = group.cloned() else { return Ok(()) };
    let parameters = &certificates.in_force(programme, today)?.parameters;
    let until = inspected_on.plus_months(u32::from(parameters.inspection_age_months_max.0));
    if today > until {
        return Err(Refusal::InspectionMustBeRecent { inspected_on, until });
    }
    let minimum = parameters.compliant_bps_min;
    if compliant < minimum {
        return Err(Refusal::GroupMustBeCompliant { compliant, minimum });
    }
    if inspected_on > today {
        return Err(Refusal::DatesMustBeInOrder { first: inspected_on, second: today });
    }
    Ok(())
}

/// Not in the future, only so far back as the programme in force allows, and not before the state it follows.
pub(super) fn check_effective(
    certificates: &Certificates,
    programme: ProgrammeCode,
    today: Date,
    since: Option<Date>,
    effective: Date,
) -> Result<(), Refusal> {
    let days = certificates.in_force(programme, today)?.parameters.effective_days_back.0;
    let back = today.less_days(u64::from(days));
    let earliest = since.map_or(back, |since| since.max(back));
    if (earliest..=today).contains(&effective) {
        Ok(())
    } else {
        Err(Refusal::EffectiveDateIsOutOfRange { earliest, latest: today })
    }
}

pub(crate) fn apply(certificates: &mut Certificates, event: &Granted) -> Result<(), Contradiction> {
    certificates.certificate_deadlines.insert((event.valid_to.end(), event.certificate));
    let certificate = certificates.get_mut(event.certificate)?;
    certificate.terms = Some(Terms {
        valid_from: event.valid_from,
        valid_to: event.valid_to,
        maximum: event.maximum,
        verification: event.verification,
        audited_on: event.audited_on,
    });
    certificate.group = event.group.as_ref().map(|group| Inspection {
        members: group.members,
        failed: Number(0),
        inspected_on: group.inspected_on,
        compliant: group.compliant,
    });
    certificate.enter(Standing::plain(CertificateState::Certified, event.effective, Some(certificate.certifier)));
    let place = (certificate.producer, certificate.site.clone());
    certificates.granted_at.entry(place).or_default().push(event.certificate);
    Ok(())
}

pub(crate) fn apply_expired(certificates: &mut Certificates, event: &CertificateNamed) -> Result<(), Contradiction> {
    let ends = certificates.forget_expiry(event.certificate)?;
    let ends = ends.ok_or(Contradiction::new("only a granted certificate expires"))?;
    // The carry is kept per certificate and is of use as long as its production may still be approved.
    let certificate = certificates.get_mut(event.certificate)?;
    certificate.enter(Standing::plain(CertificateState::Expired, ends.date(), None));
    Ok(())
}

impl Certificates {
    /// A certificate that has ended expires no more. Answers when it would have.
    pub(super) fn forget_expiry(&mut self, id: CertificateId) -> Result<Option<Timestamp>, Contradiction> {
        let ends = self.get_mut(id)?.terms.as_ref().map(|terms| terms.valid_to.end());
        if let Some(ends) = ends {
            self.certificate_deadlines.remove(&(ends, id));
        }
        Ok(ends)
    }
}
