//! Surrender: the producer gives its certificate, or its application, back. As after an expiry, production up to the
//! last day may be declared and approved for a while, and issued credits stay sellable.

use super::{CertificateState, Certificates, grant, suspend};
use crate::Contradiction;
use crate::event::StateChanged;
use crate::instruction::{Role, SurrenderCertificate};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    surrender: &SurrenderCertificate,
) -> Result<StateChanged, Refusal> {
    use CertificateState::{Applied, Certified, Suspended};
    parties.require_role(asker, Role::Producer)?;
    let certificate = certificates.visible_to(surrender.certificate, |c| c.producer == asker.organisation)?;
    certificate.must_be(&[Applied, Certified, Suspended])?;
    let programme = certificate.class.programme;
    grant::check_effective(certificates, programme, now.date(), certificate.since(), surrender.effective)?;
    let SurrenderCertificate { certificate, effective, reason } = surrender.clone();
    Ok(StateChanged { certificate, effective, note: None, reason })
}

pub(crate) fn apply(certificates: &mut Certificates, event: &StateChanged) -> Result<(), Contradiction> {
    certificates.forget_expiry(event.certificate)?;
    let certificate = certificates.get_mut(event.certificate)?;
    let before = certificate.last_day();
    certificate.enter(suspend::standing(certificate.producer, CertificateState::Surrendered, event));
    let (Some(before), Some(after)) = (before, certificate.last_day()) else {
        return certificates.unlink(event.certificate);
    };
    // What is undecided lapses as many days after the earlier end as it would have after the later.
    let days = after.days_since(before);
    for id in certificates.open_declarations(event.certificate).collect::<Vec<_>>() {
        let open = Contradiction::new("an undecided declaration exists");
        let declaration = certificates.declarations.get_mut(&id).ok_or(open)?;
        certificates.declaration_deadlines.remove(&(declaration.lapses_at, id));
        declaration.lapses_at = declaration.lapses_at.plus_days(days);
        certificates.declaration_deadlines.insert((declaration.lapses_at, id));
    }
    Ok(())
}
