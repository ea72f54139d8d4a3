//! Certificates: programmes, accreditations, certificates with their states, and declarations of production.

pub(crate) mod accredit;
pub(crate) mod apply_certificate;
pub(crate) mod approve_declaration;
pub(crate) mod audit;
pub(crate) mod declare;
pub(crate) mod define_programme;
pub(crate) mod grant;
pub(crate) mod reject_declaration;
pub(crate) mod suspend;

mod state;

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::CertificateEvent;
use crate::instruction::*;
use crate::mineral::Mineral;
use crate::refusal::Refusal;
use crate::values::*;

pub use state::{Certificate, CertificateState, Declaration, DeclarationState, YearUse};

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
}

/// The area of certificates.
#[derive(Debug, Clone, Default)]
pub struct Certificates {
    programmes: BTreeMap<ProgrammeCode, Vec<DefineProgramme>>,
    accreditations: BTreeMap<AccreditationId, Accreditation>,
    certificates: BTreeMap<CertificateId, Certificate>,
    declarations: BTreeMap<DeclarationId, Declaration>,
    /// Live or approved declarations of a site and mineral, for the check of overlaps.
    periods: BTreeMap<(Reference, Mineral), BTreeSet<DeclarationId>>,
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

    pub(crate) fn existing(&self, id: CertificateId) -> Result<&Certificate, Refusal> {
        self.certificates.get(&id).ok_or(Refusal::MustExist { kind: "certificate", id: id.to_string() })
    }

    /// The certificate, when the asker is its certifier; to anyone else it might as well not exist.
    pub(crate) fn of_certifier(&self, id: CertificateId, certifier: OrganisationId) -> Result<&Certificate, Refusal> {
        let certificate = self.existing(id)?;
        if certificate.certifier == certifier {
            Ok(certificate)
        } else {
            Err(Refusal::ActMustBeSignedByThe { party: "certifier of the certificate" })
        }
    }

    pub(crate) fn is_accredited(&self, certificate: &Certificate, verification: Verification, day: Date) -> bool {
        self.accreditations.values().any(|a| {
            a.certifier == certificate.certifier
                && a.programme == certificate.class.programme
                && a.minerals.contains(&certificate.class.mineral)
                && a.verification == verification
                && (a.from..=a.until).contains(&day)
        })
    }

    /// A certificate's holder and producer count as one group.
    pub(crate) fn are_linked(&self, one: OrganisationId, other: OrganisationId) -> bool {
        let pair = |c: &Certificate| (c.producer, c.holder) == (one, other) || (c.holder, c.producer) == (one, other);
        self.certificates.values().any(|c| c.holder != c.producer && !c.state().is_rejected() && pair(c))
    }

    pub(crate) fn first_certificate_deadline(&self) -> Option<(Timestamp, CertificateId)> {
        self.certificate_deadlines.first().copied()
    }
    pub(crate) fn first_declaration_deadline(&self) -> Option<(Timestamp, DeclarationId)> {
        self.declaration_deadlines.first().copied()
    }

    fn get_mut(&mut self, id: CertificateId) -> Result<&mut Certificate, Contradiction> {
        self.certificates.get_mut(&id).ok_or(Contradiction::new("an event names an existing certificate"))
    }

    pub(crate) fn apply(&mut self, event: &CertificateEvent, now: Timestamp) -> Result<(), Contradiction> {
        match event {
            CertificateEvent::ProgrammeDefined(e) => define_programme::apply(self, e),
            CertificateEvent::Accredited(e) => accredit::apply(self, e),
            CertificateEvent::Applied(e) => apply_certificate::apply(self, e, now),
            CertificateEvent::AuditBegun(e) => audit::apply_begun(self, e, now),
            CertificateEvent::Granted(e) => grant::apply(self, e),
            CertificateEvent::Rejected(e) => audit::apply_rejected(self, e, now),
            CertificateEvent::Suspended(e) => suspend::apply_suspended(self, e),
            CertificateEvent::Reinstated(e) => suspend::apply_reinstated(self, e),
            CertificateEvent::Expired(e) => grant::apply_expired(self, e),
            CertificateEvent::Declared(e) => declare::apply(self, e, now),
            CertificateEvent::DeclarationApproved(e) => approve_declaration::apply(self, e),
            CertificateEvent::DeclarationRejected(e) => {
                self.close_declaration(e.declaration, DeclarationState::Rejected)
            }
            CertificateEvent::DeclarationLapsed(e) => self.close_declaration(e.declaration, DeclarationState::Lapsed),
        }
    }

    /// Ends an undecided declaration and gives back what it counted against the year's maximum.
    fn close_declaration(&mut self, id: DeclarationId, state: DeclarationState) -> Result<(), Contradiction> {
        let declaration =
            self.declarations.get_mut(&id).ok_or(Contradiction::new("an event names an existing declaration"))?;
        Contradiction::unless(
            declaration.state == DeclarationState::Declared,
            "only an undecided declaration is decided",
        )?;
        declaration.state = state;
        let (certificate, year, counted) = (declaration.certificate, declaration.year, declaration.counted);
        self.declaration_deadlines.remove(&(declaration.lapses_at, id));
        let certificate =
            self.certificates.get_mut(&certificate).ok_or(Contradiction::new("a declaration has its certificate"))?;
        if state != DeclarationState::Approved {
            let site = (certificate.site.clone(), certificate.class.mineral);
            self.periods.entry(site).or_default().remove(&id);
        }
        certificate.use_of_mut(year).pending = certificate.use_of_mut(year).pending.less(counted);
        Ok(())
    }
}
