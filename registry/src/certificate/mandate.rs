//! The holder's mandate: a holder consents to being one, and its keys may then do for the producer what the
//! application names. Premium plans, payees, receipts and keys stay the producer's own.

use super::{Certificate, Certificates, Mandate};
use crate::Contradiction;
use crate::event::CertificateNamed;
use crate::instruction::{AcceptMandate, EndMandate, MandatePower, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide_accept(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    accept: &AcceptMandate,
) -> Result<CertificateNamed, Refusal> {
    parties.require_role(asker, Role::Holder)?;
    let certificate = certificates.visible_to(accept.certificate, |c| c.holder == asker.organisation)?;
    if !matches!(certificate.mandate, Mandate::Awaiting(_)) || certificate.state().is_final() {
        return Err(Refusal::MandateMustAwaitConsent {});
    }
    Ok(CertificateNamed { certificate: accept.certificate })
}

pub(crate) fn decide_end(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    end: &EndMandate,
) -> Result<CertificateNamed, Refusal> {
    parties.require_role(asker, Role::Producer)?;
    let certificate = certificates.visible_to(end.certificate, |c| c.producer == asker.organisation)?;
    match certificate.mandate {
        Mandate::InForce(_) => Ok(CertificateNamed { certificate: end.certificate }),
        _ => Err(Refusal::MandateMustBeInForce {}),
    }
}

pub(crate) fn apply_accepted(certificates: &mut Certificates, event: &CertificateNamed) -> Result<(), Contradiction> {
    let certificate = certificates.get_mut(event.certificate)?;
    let Mandate::Awaiting(powers) = &certificate.mandate else {
        return Err(Contradiction::new("a mandate that is accepted awaits consent"));
    };
    certificate.mandate = Mandate::InForce(powers.clone());
    let pair = pair(certificate.producer, certificate.holder);
    *certificates.links.entry(pair).or_default() += 1;
    Ok(())
}

pub(crate) fn apply_ended(certificates: &mut Certificates, event: &CertificateNamed) -> Result<(), Contradiction> {
    certificates.get_mut(event.certificate)?.mandate = Mandate::Ended;
    Ok(())
}

fn pair(one: OrganisationId, other: OrganisationId) -> (OrganisationId, OrganisationId) {
    (one.min(other), one.max(other))
}

impl Certificate {
    /// True when the organisation's keys may do this for the producer.
    pub fn mandates(&self, organisation: OrganisationId, power: MandatePower) -> bool {
        self.holder == organisation
            && matches!(&self.mandate, Mandate::InForce(powers) if powers.contains(&power))
            && self.holder != self.producer
    }

    /// The producer itself, or its holder with that power.
    pub(crate) fn may_be_used_by(&self, organisation: OrganisationId, power: MandatePower) -> bool {
        self.producer == organisation || self.mandates(organisation, power)
    }

    /// True when the holder has consented to being one, or there is none beside the producer.
    fn has_consent(&self) -> bool {
        matches!(self.mandate, Mandate::InForce(_) | Mandate::Ended)
    }
}

impl Certificates {
    /// A certificate's holder and producer count as one group, once the holder has consented, until the application
    /// comes to nothing.
    pub(crate) fn are_linked(&self, one: OrganisationId, other: OrganisationId) -> bool {
        self.links.contains_key(&pair(one, other))
    }

    /// An application came to nothing: it links nobody any longer.
    pub(super) fn unlink(&mut self, id: CertificateId) -> Result<(), Contradiction> {
        let certificate = self.get_mut(id)?;
        if certificate.terms.is_some() || !certificate.has_consent() {
            return Ok(());
        }
        let pair = pair(certificate.producer, certificate.holder);
        let count = self.links.get_mut(&pair).ok_or(Contradiction::new("a holder with consent is linked"))?;
        *count -= 1;
        if *count == 0 {
            self.links.remove(&pair);
        }
        Ok(())
    }
}
