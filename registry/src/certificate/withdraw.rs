//! Withdrawal by the certifier, for ever: nothing is declared or approved any more, what is undecided lapses, and
//! what the producer still holds is taken out of the market. What buyers retired stays retired.

use super::{CertificateState, Certificates, Standing, suspend};
use crate::Contradiction;
use crate::event::{StateChanged, Withdrawn};
use crate::instruction::WithdrawCertificate;
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    withdraw: &WithdrawCertificate,
) -> Result<Withdrawn, Refusal> {
    let WithdrawCertificate { cause, certificate, effective, note, reason } = withdraw.clone();
    let change = StateChanged { certificate, effective, note, reason };
    let from = [CertificateState::Certified, CertificateState::Suspended];
    suspend::judge(parties, certificates, asker, now, &change, &from)?;
    Ok(Withdrawn { cause, certificate, effective, note, reason: change.reason })
}

pub(crate) fn apply(certificates: &mut Certificates, event: &Withdrawn) -> Result<(), Contradiction> {
    certificates.forget_expiry(event.certificate)?;
    let certificate = certificates.get_mut(event.certificate)?;
    let plain = Standing::plain(CertificateState::Withdrawn, event.effective, Some(certificate.certifier));
    certificate.enter(Standing {
        reason: Some(event.reason.clone()),
        cause: Some(event.cause),
        note: event.note,
        ..plain
    });
    certificate.held_since = certificate.held_since.or(Some(event.effective));
    // The carry ends with its certificate: no issuance follows that could use it.
    certificate.carry = Mass::default();
    let open: Vec<DeclarationId> = certificates.open_declarations(event.certificate).collect();
    certificates.owed.extend(open);
    Ok(())
}
