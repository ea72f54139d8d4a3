//! A certificate that ends while it is suspended leaves its unsold credits held, and nobody can reinstate it. Its
//! certifier frees them when the matter is settled.

use super::{CertificateState, Certificates};
use crate::Contradiction;
use crate::event::CertificateJudged;
use crate::instruction::{ReleaseCertificateHold, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    release: &ReleaseCertificateHold,
) -> Result<CertificateJudged, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let certificate = certificates.of_certifier(release.certificate, asker.organisation)?;
    certificates.must_still_be_accredited(certificate, now.date())?;
    certificate.must_be(&[CertificateState::Expired, CertificateState::Surrendered])?;
    if certificate.held_since.is_none() {
        return Err(Refusal::CertificateMustBeHeld {});
    }
    Ok(CertificateJudged { certificate: release.certificate, note: release.note, reason: release.reason.clone() })
}

pub(crate) fn apply(certificates: &mut Certificates, event: &CertificateJudged) -> Result<(), Contradiction> {
    let held = certificates.get_mut(event.certificate)?.held_since.take();
    Contradiction::unless(held.is_some(), "a hold that is released is there")
}
