//! Extension of the yearly maximum by the certifier: upwards only, and from the certificate year of its entry on. It
//! is also the certifier's word that more was mined than was known, so it settles sales that nothing covered.

use super::{CertificateState, Certificates};
use crate::Contradiction;
use crate::event::MaximumExtended;
use crate::instruction::{ExtendMaximum, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    extend: &ExtendMaximum,
) -> Result<MaximumExtended, Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let certificate = certificates.of_certifier(extend.certificate, asker.organisation)?;
    certificates.must_still_be_accredited(certificate, now.date())?;
    certificate.must_be(&[CertificateState::Certified, CertificateState::Suspended])?;
    let maximum = certificate.year_of(now.date()).map_or(Mass::default(), |year| certificate.maximum_of(year));
    if extend.maximum <= maximum {
        return Err(Refusal::MaximumMustRise { maximum, asked: extend.maximum });
    }
    let ExtendMaximum { certificate, maximum, note, reason } = extend.clone();
    Ok(MaximumExtended { certificate, maximum, note, reason })
}

pub(crate) fn apply(
    certificates: &mut Certificates,
    event: &MaximumExtended,
    now: Timestamp,
) -> Result<(), Contradiction> {
    let certificate = certificates.get_mut(event.certificate)?;
    let year = certificate.year_of(now.date()).ok_or(Contradiction::new("a maximum is that of a certificate year"))?;
    certificate.maxima.insert(year, event.maximum);
    if certificate.use_of(year).total() <= event.maximum {
        let used = certificate.use_of_mut(year);
        (used.short, used.over) = Default::default();
    }
    Ok(())
}
