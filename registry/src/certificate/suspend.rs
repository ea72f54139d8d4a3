//! Suspension and reinstatement by the certifier. While suspended nothing is declared or issued; what the producer
//! still holds is frozen and its offers are cancelled; what buyers hold stays untouched.

use super::{CertificateState, Certificates, grant};
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
    change(
        parties,
        certificates,
        asker,
        now,
        StateChanged { certificate: suspend.certificate, effective: suspend.effective, reason: suspend.reason.clone() },
        CertificateState::Certified,
    )
}

pub(crate) fn decide_reinstate(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    reinstate: &ReinstateCertificate,
) -> Result<StateChanged, Refusal> {
    change(
        parties,
        certificates,
        asker,
        now,
        StateChanged {
            certificate: reinstate.certificate,
            effective: reinstate.effective,
            reason: reinstate.reason.clone(),
        },
        CertificateState::Suspended,
    )
}

fn change(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    change: StateChanged,
    from: CertificateState,
) -> Result<StateChanged, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let certificate = certificates.of_certifier(change.certificate, asker.organisation)?;
    let verification = certificate.terms.as_ref().map(|t| t.verification);
    if !verification.is_some_and(|v| certificates.is_accredited(certificate, v, now.date())) {
        return Err(Refusal::CertifierMustBeAccredited { programme: certificate.class.programme });
    }
    certificate.must_be(&[from])?;
    grant::check_effective(now.date(), certificate.since(), change.effective)?;
    Ok(change)
}

pub(crate) fn apply_suspended(certificates: &mut Certificates, event: &StateChanged) -> Result<(), Contradiction> {
    certificates.get_mut(event.certificate)?.enter(event.effective, CertificateState::Suspended);
    Ok(())
}

pub(crate) fn apply_reinstated(certificates: &mut Certificates, event: &StateChanged) -> Result<(), Contradiction> {
    certificates.get_mut(event.certificate)?.enter(event.effective, CertificateState::Certified);
    Ok(())
}
