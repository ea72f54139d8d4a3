//! Approval: the certifier verifies a mass, and credits are issued.
//!
//! ```text
//! room    = maximum − used − P           used: issued + pending + physical sales of the year, without this declaration
//! x       = min(room, V − P + carry_in)
//! issued  = x − x mod lot                carry_out = x mod lot
//! ```
//! Mass cut off by the maximum is not carried.

use super::{Certificate, CertificateState, Certificates, Declaration, DeclarationState, declare, grant};
use crate::Contradiction;
use crate::credit::Credits;
use crate::event::{DeclarationApproved, Issued};
use crate::instruction::{ApproveDeclaration, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::serial::CREDITS_MAX;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    credits: &Credits,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    approve: &ApproveDeclaration,
) -> Result<(DeclarationApproved, Issued), Refusal> {
    parties.require_role(asker, Role::Certifier)?;
    let (declaration, certificate) = certificates.undecided(approve.declaration, asker.organisation)?;
    if parties.same_group(certificate.producer, asker.organisation)
        || parties.same_group(certificate.holder, asker.organisation)
    {
        return Err(Refusal::IssuerMustNotBeApprover {});
    }
    let terms = certificate
        .terms
        .as_ref()
        .ok_or(Refusal::CertificateMustBe { state: certificate.state().to_string(), allowed: "certified".into() })?;
    if !certificates.is_accredited(certificate, terms.verification, now.date()) {
        return Err(Refusal::CertifierMustBeAccredited { programme: certificate.class.programme });
    }
    certificate.must_be(&[CertificateState::Certified, CertificateState::Expired])?;
    if let Some(day) = certificate.first_uncertified_day(declaration.period_from, declaration.period_to) {
        return Err(Refusal::PeriodMustBeCertified { day });
    }
    grant::check_audit(certificates, certificate.class, now.date(), terms.audited_on, terms.verification)?;
    if approve.verified > declaration.fine {
        return Err(Refusal::VerifiedMustNotExceedFine { verified: approve.verified, fine: declaration.fine });
    }
    let (issued, carry) = arithmetic(certificate, declaration, approve.verified)?;
    let approved = DeclarationApproved { carry, declaration: approve.declaration, issued, verified: approve.verified };
    let batch = credits.next_batch(parties, certificates, ids, certificate, declaration, issued, now.date())?;
    Ok((approved, Issued { certificate: declaration.certificate, ..batch }))
}

fn arithmetic(certificate: &Certificate, declaration: &Declaration, verified: Mass) -> Result<(Mass, Mass), Refusal> {
    let used = certificate.use_of(declaration.year).total().less(declaration.counted);
    let room = declare::room(certificate, used, verified, declaration.sold_physically)?;
    let due = verified.less(declaration.sold_physically).plus(certificate.carry);
    let mineral = certificate.class.mineral;
    let (issued, carry) = mineral.split_by_lot(due.min(room));
    if issued.is_zero() {
        return Err(Refusal::NothingToIssue { lot: mineral.lot(), mass: due.min(room) });
    }
    if issued.mg() > CREDITS_MAX * Mass::KILOGRAM.mg() {
        return Err(Refusal::BatchIsTooLarge { limit_kg: CREDITS_MAX, mass: issued });
    }
    Ok((issued, carry))
}

impl Certificates {
    /// An undecided declaration under a certificate of this certifier.
    pub(super) fn undecided(
        &self,
        id: DeclarationId,
        certifier: OrganisationId,
    ) -> Result<(&Declaration, &Certificate), Refusal> {
        let found = self.declarations.get(&id).and_then(|d| Some((d, self.certificates.get(&d.certificate)?)));
        let own = found.filter(|(_, certificate)| certificate.certifier == certifier);
        let (declaration, certificate) = own.ok_or(Refusal::MustExist { kind: "declaration", id: id.to_string() })?;
        if declaration.state != DeclarationState::Declared {
            return Err(Refusal::DeclarationMustBeOpen { state: declaration.state.to_string() });
        }
        Ok((declaration, certificate))
    }
}

pub(crate) fn apply(certificates: &mut Certificates, event: &DeclarationApproved) -> Result<(), Contradiction> {
    certificates.close_declaration(event.declaration, DeclarationState::Approved)?;
    let declaration = certificates
        .declarations
        .get(&event.declaration)
        .ok_or(Contradiction::new("an approved declaration exists"))?;
    let (id, year, sold) = (declaration.certificate, declaration.year, declaration.sold_physically);
    let certificate = certificates.get_mut(id)?;
    certificate.carry = event.carry;
    let used = certificate.use_of_mut(year);
    used.issued = used.issued.plus(event.issued);
    used.physical = used.physical.plus(sold);
    Ok(())
}
