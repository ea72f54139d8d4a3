//! Approval: the certifier verifies a mass, and credits are issued.
//!
//! ```text
//! room    = maximum − used − P           used: issued + pending + physical sales of the year, without this declaration
//! x       = min(room, V − P + carry_in)
//! issued  = x − x mod lot                carry_out = x mod lot
//! ```
//! Mass cut off by the maximum is not carried.

use super::{Certificate, Certificates, Declaration, DeclarationState, declare, grant};
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
    let (declaration, certificate) = certificates.judged_by(approve.declaration, asker.organisation)?;
    for (_, outcome) in certificates.approval_rules(parties, certificate, declaration, now.date()) {
        outcome?;
    }
    let (issued, carry) = declaration.would_issue(certificate, approve.verified)?;
    let approved = DeclarationApproved { carry, declaration: approve.declaration, issued, verified: approve.verified };
    let batch = credits.next_batch(parties, certificates, ids, certificate, declaration, issued, now.date())?;
    Ok((approved, Issued { certificate: declaration.certificate, ..batch }))
}

codes! {
    /// The rules that an approval is held against, whatever mass is verified; in order of precedence.
    ApprovalRule {
        Independence = "independence", Accreditation = "accreditation", Open = "open", Production = "production",
        Members = "members", Inspection = "inspection", Period = "period", Audit = "audit",
    }
}

impl Declaration {
    /// What is issued for a verified mass, and what is kept for the next issuance.
    pub fn would_issue(&self, certificate: &Certificate, verified: Mass) -> Result<(Mass, Mass), Refusal> {
        if verified > self.fine {
            return Err(Refusal::VerifiedMustNotExceedFine { verified, fine: self.fine });
        }
        let used = certificate.use_of(self.year).total().less(self.counted);
        let room = declare::room(certificate.maximum_of(self.year), used, verified, self.sold_physically)?;
        let due = verified.less(self.sold_physically).plus(certificate.carry);
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
}

impl Certificates {
    /// Each rule of an approval, and whether it holds today.
    pub fn approval_rules(
        &self,
        parties: &Parties,
        certificate: &Certificate,
        declaration: &Declaration,
        today: Date,
    ) -> [(ApprovalRule, Result<(), Refusal>); 8] {
        let judges_itself = |party| parties.same_group(party, certificate.certifier);
        let independent = if judges_itself(certificate.producer) || judges_itself(certificate.holder) {
            Err(Refusal::IssuerMustNotBeApprover {})
        } else {
            Ok(())
        };
        let uncertified = certificate.first_uncertified_day(declaration.period_from, declaration.period_to);
        let audited = certificate.terms.as_ref().map_or(Ok(()), |terms| {
            grant::check_audit(self, certificate.class, today, terms.audited_on, terms.verification)
        });
        [
            (ApprovalRule::Independence, independent),
            (ApprovalRule::Accreditation, self.must_still_be_accredited(certificate, today)),
            (ApprovalRule::Open, declaration.must_be_open()),
            (ApprovalRule::Production, certificate.must_take_production()),
            (ApprovalRule::Members, self.group_must_be_compliant(certificate, today)),
            (ApprovalRule::Inspection, self.inspection_must_be_recent(certificate, today)),
            (ApprovalRule::Period, uncertified.map_or(Ok(()), |day| Err(Refusal::PeriodMustBeCertified { day }))),
            (ApprovalRule::Audit, audited),
        ]
    }

    /// A declaration and its certificate, when the asker is one of those who may use it.
    pub(super) fn find_declaration(
        &self,
        id: DeclarationId,
        is_asker: impl Fn(&Certificate) -> bool,
    ) -> Result<(&Declaration, &Certificate), Refusal> {
        let found = self.declarations.get(&id).and_then(|d| Some((d, self.certificates.get(&d.certificate)?)));
        let own = found.filter(|(_, certificate)| is_asker(certificate));
        own.ok_or(Refusal::MustExist { kind: "declaration", id: id.to_string() })
    }

    /// A declaration under a certificate of this certifier.
    pub(super) fn judged_by(
        &self,
        id: DeclarationId,
        certifier: OrganisationId,
    ) -> Result<(&Declaration, &Certificate), Refusal> {
        self.find_declaration(id, |certificate| certificate.certifier == certifier)
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
    // Of what was verified, not sold and carried in, the maximum cut off what is neither issued nor carried on.
    let due = event.verified.less(sold).plus(certificate.carry);
    let cut_off = due.less(event.issued).less(event.carry);
    certificate.carry = event.carry;
    let used = certificate.use_of_mut(year);
    used.issued = used.issued.plus(event.issued);
    used.physical = used.physical.plus(sold);
    used.uncredited = used.uncredited.plus(cut_off).min(Mass::MAX);
    Ok(())
}
