//! Suspension and reinstatement by the certifier. While suspended nothing is declared or issued; what the producer
//! still holds is frozen and its offers are cancelled; what buyers hold stays untouched.

use super::{Certificate, CertificateState, Certificates, Standing, grant};
use crate::Contradiction;
use crate::event::StateChanged;
use crate::instruction::{ReinstateCertificate, Role, SuspendCertificate};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    suspend: &SuspendCertificate,
) -> Result<StateChanged, Refusal> {
    let SuspendCertificate { certificate, effective, note, reason } = suspend.clone();
    let change = StateChanged { certificate, effective, note, reason };
    judge(parties, certificates, asker, now, &change, &[CertificateState::Certified])?;
    Ok(change)
}

pub(crate) fn decide_reinstate(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    reinstate: &ReinstateCertificate,
) -> Result<StateChanged, Refusal> {
    let ReinstateCertificate { certificate, effective, note, reason } = reinstate.clone();
    let change = StateChanged { certificate, effective, note, reason };
    judge(parties, certificates, asker, now, &change, &[CertificateState::Suspended])?;
    Ok(change)
}

/// What every change of state by the certifier asks: its own certificate, accreditation, the state before, the day.
pub(super) fn judge<'a>(
    parties: &Parties,
    certificates: &'a Certificates,
    asker: &Asker,
    now: Timestamp,
    change: &StateChanged,
    from: &[CertificateState],
) -> Result<&'a Certificate, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let certificate = certificates.of_certifier(change.certificate, asker.organisation)?;
    certificates.must_still_be_accredited(certificate, now.date())?;
    certificate.must_be(from)?;
    let programme = certificate.class.programme;
    grant::check_effective(certificates, programme, now.date(), certificate.since(), change.effective)?;
    Ok(certificate)
}

pub(crate) fn apply_suspended(certificates: &mut Certificates, event: &StateChanged) -> Result<(), Contradiction> {
    let certificate = certificates.get_mut(event.certificate)?;
    certificate.held_since = Some(event.effective);
    certificate.enter(standing(certificate.certifier, CertificateState::Suspended, event));
    Ok(())
}

pub(crate) fn apply_reinstated(certificates: &mut Certificates, event: &StateChanged) -> Result<(), Contradiction> {
    let certificate = certificates.get_mut(event.certificate)?;
    certificate.held_since = None;
    certificate.enter(standing(certificate.certifier, CertificateState::Certified, event));
    Ok(())
}

pub(super) fn standing(by: OrganisationId, state: CertificateState, event: &StateChanged) -> Standing {
    let plain = Standing::plain(state, event.effective, Some(by));
    Standing { reason: Some(event.reason.clone()), note: event.note, ..plain }
}
