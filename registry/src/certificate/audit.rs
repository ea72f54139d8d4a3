//! The certifier's way to its decision: it begins an audit, or rejects.

use super::{CertificateState, Certificates};
use crate::Contradiction;
use crate::event::CertificateNamed;
use crate::instruction::{BeginAudit, RejectCertificate, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide_begin(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    begin: &BeginAudit,
) -> Result<CertificateNamed, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    certificates.of_certifier(begin.certificate, asker.organisation)?.must_be(&[CertificateState::Applied])?;
    Ok(CertificateNamed { certificate: begin.certificate })
}

pub(crate) fn decide_reject(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    reject: &RejectCertificate,
) -> Result<CertificateNamed, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let certificate = certificates.of_certifier(reject.certificate, asker.organisation)?;
    certificate.must_be(&[CertificateState::Applied, CertificateState::UnderAudit])?;
    Ok(CertificateNamed { certificate: reject.certificate })
}

pub(crate) fn apply_begun(
    certificates: &mut Certificates,
    event: &CertificateNamed,
    now: Timestamp,
) -> Result<(), Contradiction> {
    certificates.get_mut(event.certificate)?.enter(now.date(), CertificateState::UnderAudit);
    Ok(())
}

pub(crate) fn apply_rejected(
    certificates: &mut Certificates,
    event: &CertificateNamed,
    now: Timestamp,
) -> Result<(), Contradiction> {
    certificates.get_mut(event.certificate)?.enter(now.date(), CertificateState::Rejected);
    Ok(())
}
