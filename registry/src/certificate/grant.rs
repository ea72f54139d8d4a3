//! Grant: an accredited certifier certifies, with a yearly maximum. Expiry: the day after the last day of validity.

use super::state::Terms;
use super::{CertificateState, Certificates};
use crate::Contradiction;
use crate::event::{CertificateNamed, Granted};
use crate::instruction::{GrantCertificate, Level, Role, Verification};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// How far back a change of state may take effect.
const EFFECTIVE_DAYS_BACK: u64 = 30;
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
    if !certificates.is_accredited(certificate, grant.verification, now.date()) {
        return Err(Refusal::CertifierMustBeAccredited { programme: certificate.class.programme });
    }
    certificate.must_be(&[CertificateState::UnderAudit])?;
    check_audit(certificates, certificate.class, now.date(), grant.audited_on, grant.verification)?;
    check_effective(now.date(), None, grant.effective)?;
    if grant.valid_from > grant.valid_to || grant.valid_to < now.date() {
        return Err(Refusal::DatesMustBeInOrder { first: grant.valid_from.max(now.date()), second: grant.valid_to });
    }
    if grant.valid_to >= grant.valid_from.plus_months(VALID_MONTHS_MAX) {
        return Err(Refusal::FieldMustBe { field: "valid_to", rule: "within ten years of valid_from" });
    }
    if grant.maximum.is_zero() {
        return Err(Refusal::AmountMustBePositive { field: "maximum" });
    }
    Ok(Granted {
        audited_on: grant.audited_on,
        certificate: grant.certificate,
        effective: grant.effective,
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
    if verification != Verification::ThirdParty {
        return Err(Refusal::FieldMustBe { field: "verification", rule: "third_party above entry level" });
    }
    let months = certificates.in_force(class.programme, today)?.parameters.audit_age_months_max.0;
    let until = audited_on.plus_months(u32::from(months));
    if today > until {
        return Err(Refusal::AuditMustBeRecent { audited_on, until });
    }
    Ok(())
}

/// Not in the future, at most 30 days back, and not before the state it follows.
pub(super) fn check_effective(today: Date, since: Option<Date>, effective: Date) -> Result<(), Refusal> {
    let back = today.less_days(EFFECTIVE_DAYS_BACK);
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
    certificate.enter(event.effective, CertificateState::Certified);
    Ok(())
}

pub(crate) fn apply_expired(certificates: &mut Certificates, event: &CertificateNamed) -> Result<(), Contradiction> {
    let certificate = certificates.get_mut(event.certificate)?;
    let ends = certificate
        .terms
        .as_ref()
        .map(|t| t.valid_to.end())
        .ok_or(Contradiction::new("only a granted certificate expires"))?;
    certificate.enter(ends.date(), CertificateState::Expired);
    // The carry is kept per certificate and is of use as long as its production may still be approved.
    certificates.certificate_deadlines.remove(&(ends, event.certificate));
    Ok(())
}
