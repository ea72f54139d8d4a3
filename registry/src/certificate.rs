//! Certificates: programmes, accreditations, certificates with their states, and declarations of production.

pub(crate) mod accredit;
pub(crate) mod apply_certificate;
pub(crate) mod approve_declaration;
pub(crate) mod audit;
pub(crate) mod declare;
pub(crate) mod define_programme;
pub(crate) mod equivalence;
pub(crate) mod extend_maximum;
pub(crate) mod grant;
pub(crate) mod inspect;
pub(crate) mod mandate;
pub(crate) mod physical_sale;
pub(crate) mod reject_declaration;
pub(crate) mod release_hold;
pub(crate) mod surrender;
pub(crate) mod suspend;
pub(crate) mod withdraw;
pub(crate) mod withdraw_accreditation;
pub(crate) mod withdraw_declaration;

mod declaration;
mod levels;
mod place;
mod state;
mod year;

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::CertificateEvent;
use crate::instruction::*;
use crate::mineral::Mineral;
use crate::refusal::Refusal;
use crate::values::*;

pub use approve_declaration::ApprovalRule;
pub use declaration::{Declaration, DeclarationState};
pub use equivalence::Equivalence;
pub use state::{Certificate, CertificateState, Inspection, Mandate, Standing};
pub use year::YearUse;

/// What is fungible: credits of one class trade in one book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class {
    /// What was mined.
    pub mineral: Mineral,
    /// Under which programme.
    pub programme: ProgrammeCode,
    /// At which level.
    pub level: Level,
    /// Without mercury and cyanide.
    pub ecological: YesNo,
}

/// A certifier's admission to a programme.
#[derive(Debug, Clone)]
pub struct Accreditation {
    /// Who may certify.
    pub certifier: OrganisationId,
    /// Under which programme.
    pub programme: ProgrammeCode,
    /// What.
    pub minerals: Vec<Mineral>,
    /// How independent the certifier is.
    pub verification: Verification,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// The day of the entry that withdrew it.
    pub withdrawn_on: Option<Date>,
}

/// The area of certificates.
#[derive(Debug, Clone, Default)]
pub struct Certificates {
    programmes: BTreeMap<ProgrammeCode, Vec<DefineProgramme>>,
    accreditations: BTreeMap<AccreditationId, Accreditation>,
    by_certifier: BTreeSet<(OrganisationId, AccreditationId)>,
    certificates: BTreeMap<CertificateId, Certificate>,
    declarations: BTreeMap<DeclarationId, Declaration>,
    /// Granted certificates of a producer's site, in the order of their grants.
    granted_at: BTreeMap<(OrganisationId, Reference), Vec<CertificateId>>,
    /// Producers and holders that count as one group, with the number of their certificates.
    links: BTreeMap<(OrganisationId, OrganisationId), u32>,
    /// Live or approved declarations by place, for the check of overlaps.
    periods: place::Periods,
    /// Undecided declarations by certificate.
    open: BTreeSet<(CertificateId, DeclarationId)>,
    /// Undecided declarations of withdrawn certificates, which lapse.
    owed: BTreeSet<DeclarationId>,
    equivalences: BTreeMap<EquivalenceId, Equivalence>,
    /// Ends of certificates, and the days on which what is declared lapses.
    certificate_deadlines: BTreeSet<(Timestamp, CertificateId)>,
    declaration_deadlines: BTreeSet<(Timestamp, DeclarationId)>,
}

impl Certificates {
    /// All versions of a programme, oldest first.
    pub fn programme_versions(&self, code: ProgrammeCode) -> &[DefineProgramme] {
        self.programmes.get(&code).map_or(&[], Vec::as_slice)
    }
    /// All programmes with their versions.
    pub fn programmes(&self) -> impl Iterator<Item = (ProgrammeCode, &[DefineProgramme])> {
        self.programmes.iter().map(|(code, versions)| (*code, versions.as_slice()))
    }
    /// The version of a programme that is in force on a day.
    pub fn programme_on(&self, code: ProgrammeCode, day: Date) -> Option<&DefineProgramme> {
        self.programme_versions(code).iter().rev().find(|version| version.effective_from <= day)
    }
    /// One version of a programme.
    pub fn programme_version(&self, code: ProgrammeCode, version: Count) -> Option<&DefineProgramme> {
        self.programme_versions(code).iter().find(|p| p.version == version)
    }
    /// All accreditations.
    pub fn accreditations(&self) -> impl Iterator<Item = (AccreditationId, &Accreditation)> {
        self.accreditations.iter().map(|(id, a)| (*id, a))
    }
    /// A certificate.
    pub fn certificate(&self, id: CertificateId) -> Option<&Certificate> {
        self.certificates.get(&id)
    }
    /// All certificates, oldest application first.
    pub fn certificates(&self) -> impl Iterator<Item = (CertificateId, &Certificate)> {
        self.certificates.iter().map(|(id, c)| (*id, c))
    }
    /// A declaration.
    pub fn declaration(&self, id: DeclarationId) -> Option<&Declaration> {
        self.declarations.get(&id)
    }
    /// All declarations.
    pub fn declarations(&self) -> impl Iterator<Item = (DeclarationId, &Declaration)> {
        self.declarations.iter().map(|(id, d)| (*id, d))
    }

    pub(crate) fn in_force(&self, code: ProgrammeCode, day: Date) -> Result<&DefineProgramme, Refusal> {
        self.programme_on(code, day).ok_or(Refusal::MustExist { kind: "programme in force", id: code.to_string() })
    }

    /// The certificate, when the asker is one of those who may use it; to anyone else it might as well not exist.
    pub(crate) fn visible_to(
        &self,
        id: CertificateId,
        is_asker: impl Fn(&Certificate) -> bool,
    ) -> Result<&Certificate, Refusal> {
        let own = self.certificates.get(&id).filter(|certificate| is_asker(certificate));
        own.ok_or(Refusal::MustExist { kind: "certificate", id: id.to_string() })
    }

    pub(crate) fn of_certifier(&self, id: CertificateId, certifier: OrganisationId) -> Result<&Certificate, Refusal> {
        self.visible_to(id, |certificate| certificate.certifier == certifier)
    }

    /// An accreditation of the certifier covers the certificate with that kind of verification today.
    pub(crate) fn must_be_accredited(
        &self,
        certificate: &Certificate,
        verification: Verification,
        today: Date,
    ) -> Result<(), Refusal> {
        let all = (certificate.certifier, AccreditationId::from(0))
            ..=(certificate.certifier, AccreditationId::from(u128::MAX));
        let covers = |(_, id): &(OrganisationId, AccreditationId)| {
            self.accreditations.get(id).is_some_and(|a| {
                a.programme == certificate.class.programme
                    && a.minerals.contains(&certificate.class.mineral)
                    && a.verification == verification
                    && (a.from..=a.until).contains(&today)
                    && a.withdrawn_on.is_none()
            })
        };
        if self.by_certifier.range(all).any(covers) {
            Ok(())
        } else {
            Err(Refusal::CertifierMustBeAccredited { programme: certificate.class.programme })
        }
    }

    /// The same for what was granted; what was not has no verification yet, and is refused for its state.
    pub(crate) fn must_still_be_accredited(&self, certificate: &Certificate, today: Date) -> Result<(), Refusal> {
        let terms = certificate.terms.as_ref();
        terms.map_or(Ok(()), |terms| self.must_be_accredited(certificate, terms.verification, today))
    }

    pub(crate) fn first_certificate_deadline(&self) -> Option<(Timestamp, CertificateId)> {
        self.certificate_deadlines.first().copied()
    }
    pub(crate) fn first_declaration_deadline(&self) -> Option<(Timestamp, DeclarationId)> {
        self.declaration_deadlines.first().copied()
    }

    pub(crate) fn first_owed(&self) -> Option<DeclarationId> {
        self.owed.first().copied()
    }

    fn get_mut(&mut self, id: CertificateId) -> Result<&mut Certificate, Contradiction> {
        self.certificates.get_mut(&id).ok_or(Contradiction::new("an event names an existing certificate"))
    }

    pub(crate) fn apply(&mut self, event: &CertificateEvent, now: Timestamp) -> Result<(), Contradiction> {
        match event {
            CertificateEvent::ProgrammeDefined(e) => define_programme::apply(self, e),
            CertificateEvent::Accredited(e) => accredit::apply(self, e),
            CertificateEvent::AccreditationWithdrawn(e) => withdraw_accreditation::apply(self, e, now),
            CertificateEvent::Applied(e) => apply_certificate::apply(self, e, now),
            CertificateEvent::MandateAccepted(e) => mandate::apply_accepted(self, e),
            CertificateEvent::MandateEnded(e) => mandate::apply_ended(self, e),
            CertificateEvent::AuditBegun(e) => audit::apply_begun(self, e, now),
            CertificateEvent::Granted(e) => grant::apply(self, e),
            CertificateEvent::Rejected(e) => audit::apply_rejected(self, e, now),
            CertificateEvent::Suspended(e) => suspend::apply_suspended(self, e),
            CertificateEvent::Reinstated(e) => suspend::apply_reinstated(self, e),
            CertificateEvent::Withdrawn(e) => withdraw::apply(self, e),
            CertificateEvent::Surrendered(e) => surrender::apply(self, e),
            CertificateEvent::HoldReleased(e) => release_hold::apply(self, e),
            CertificateEvent::MaximumExtended(e) => extend_maximum::apply(self, e, now),
            CertificateEvent::Inspected(e) => inspect::apply(self, e, now),
            CertificateEvent::Expired(e) => grant::apply_expired(self, e),
            CertificateEvent::Declared(e) => declare::apply(self, e, now),
            CertificateEvent::DeclarationApproved(e) => approve_declaration::apply(self, e),
            CertificateEvent::DeclarationRejected(e) => {
                self.close_declaration(e.declaration, DeclarationState::Rejected)
            }
            CertificateEvent::DeclarationWithdrawn(e) => {
                self.close_declaration(e.declaration, DeclarationState::Withdrawn)
            }
            CertificateEvent::DeclarationLapsed(e) => self.close_declaration(e.declaration, DeclarationState::Lapsed),
            CertificateEvent::PhysicalSaleRecorded(e) => physical_sale::apply(self, e),
            CertificateEvent::EquivalenceRecorded(e) => equivalence::apply_recorded(self, e),
            CertificateEvent::EquivalenceRevoked(e) => equivalence::apply_revoked(self, e),
        }
    }
}
