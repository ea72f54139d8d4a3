//! The certifier's way to its decision: it begins an audit, or rejects.

use super::{CertificateState, Certificates, Standing};
use crate::Contradiction;
use crate::event::{CertificateJudged, CertificateNamed};
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
) -> Result<CertificateJudged, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let certificate = certificates.of_certifier(reject.certificate, asker.organisation)?;
    certificate.must_be(&[CertificateState::Applied, CertificateState::UnderAudit])?;
    Ok(CertificateJudged { certificate: reject.certificate, note: reject.note, reason: reject.reason.clone() })
}

pub(crate) fn apply_begun(
    certificates: &mut Certificates,
    event: &CertificateNamed,
    now: Timestamp,
) -> Result<(), Contradiction> {
    let certificate = certificates.get_mut(event.certificate)?;
    certificate.enter(Standing::plain(CertificateState::UnderAudit, now.date(), Some(certificate.certifier)));
    Ok(())
}

pub(crate) fn apply_rejected(
    certificates: &mut Certificates,
    event: &CertificateJudged,
    now: Timestamp,
) -> Result<(), Contradiction> {
    let certificate = certificates.get_mut(event.certificate)?;
    let plain = Standing::plain(CertificateState::Rejected, now.date(), Some(certificate.certifier));
    certificate.enter(Standing { reason: Some(event.reason.clone()), note: event.note, ..plain });
    certificates.unlink(event.certificate)
}
