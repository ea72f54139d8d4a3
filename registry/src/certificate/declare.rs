//! Declaration: the producer states what it mined in a period. It counts in full against the year's maximum until it
//! is decided, so that no two declarations can be approved for the same room.

use super::{Certificate, CertificateState, Certificates, Declaration, DeclarationState, place};
use crate::Contradiction;
use crate::event::Declared;
use crate::instruction::{Declare, MandatePower, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

const EVIDENCE_MAX: usize = 20;

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    declare: &Declare,
) -> Result<Declared, Refusal> {
    require_role(parties, asker)?;
    let certificate = certificates.visible_to(declare.certificate, |certificate| {
        certificate.may_be_used_by(asker.organisation, MandatePower::Declare)
    })?;
    // Its holder does for it what it may do itself, and no more.
    parties.existing(certificate.producer)?.require_active(certificate.producer)?;
    certificate.must_take_production()?;
    certificates.group_must_be_compliant(certificate, now.date())?;
    let year = check_period(certificates, certificate, now.date(), declare)?;
    if let Some(declaration) = certificates.overlapping(certificate, declare.period_from, declare.period_to) {
        return Err(Refusal::DeclarationsMustNotOverlap { declaration });
    }
    if declare.evidence.is_empty() || declare.evidence.len() > EVIDENCE_MAX {
        return Err(Refusal::FieldMustBe { field: "evidence", rule: "one to twenty digests" });
    }
    if !declare.exclusive.is_yes() {
        return Err(Refusal::FieldMustBe { field: "exclusive", rule: "yes: the production must carry no other label" });
    }
    let fine = declare.ppm.fine(declare.gross);
    if fine.is_zero() {
        return Err(Refusal::AmountMustBePositive { field: "fine mass" });
    }
    let used = certificate.use_of(year).total();
    room(certificate.maximum_of(year), used, fine, declare.sold_physically)?;
    Ok(Declared {
        certificate: declare.certificate,
        counted: fine.min(certificate.maximum_of(year).less(used)),
        declaration: ids.mint(),
        evidence: declare.evidence.clone(),
        fine,
        gross: declare.gross,
        period_from: declare.period_from,
        period_to: declare.period_to,
        ppm: declare.ppm,
        sold_physically: declare.sold_physically,
    })
}

/// A producer, or the holder of a certificate of one.
pub(super) fn require_role(parties: &Parties, asker: &Asker) -> Result<(), Refusal> {
    parties
        .require_role(asker, Role::Producer)
        .or_else(|refusal| parties.require_role(asker, Role::Holder).map_err(|_| refusal))
}

/// The period's certificate year, when the period fits and is not declared too early or too late.
fn check_period(
    certificates: &Certificates,
    certificate: &Certificate,
    today: Date,
    declare: &Declare,
) -> Result<u16, Refusal> {
    let (from, to) = (declare.period_from, declare.period_to);
    if from > to {
        return Err(Refusal::DatesMustBeInOrder { first: from, second: to });
    }
    if to >= today {
        return Err(Refusal::PeriodMustHaveEnded { today });
    }
    let one_year =
        certificate.year_of(from).filter(|year| certificate.year_of(to) == Some(*year) && from.year() == to.year());
    let year = one_year.ok_or(Refusal::PeriodMustBeInOneYear { from, to })?;
    if let Some(day) = certificate.first_uncertified_day(from, to) {
        return Err(Refusal::PeriodMustBeCertified { day });
    }
    if certificate.state() != CertificateState::Certified {
        let days = certificates.in_force(certificate.class.programme, today)?.parameters.declare_within_days.0;
        let until = certificate.last_day().map_or(today, |day| day.plus_days(u64::from(days)));
        if today > until {
            return Err(Refusal::DeclarationIsTooLate { until });
        }
    }
    Ok(year)
}

/// `room = maximum − used − P`; refused with the figures when it is below nothing, or when P exceeds the mass.
pub(super) fn room(maximum: Mass, used: Mass, mass: Mass, sold_physically: Mass) -> Result<Mass, Refusal> {
    if sold_physically > mass {
        return Err(Refusal::SoldMustNotExceedVerified { sold_physically, verified: mass });
    }
    let taken = used.plus(sold_physically);
    if taken > maximum {
        let room = format!("-{}", taken.less(maximum));
        return Err(Refusal::MaximumIsExceeded { maximum, used, sold_physically, room });
    }
    Ok(maximum.less(taken))
}

impl Certificates {
    /// A live or approved declaration of the same producer or holder, site and mineral that touches the period.
    fn overlapping(&self, certificate: &Certificate, from: Date, to: Date) -> Option<DeclarationId> {
        place::keys(certificate).find_map(|key| self.periods.touching(&key, from, to))
    }
}

pub(crate) fn apply(certificates: &mut Certificates, event: &Declared, now: Timestamp) -> Result<(), Contradiction> {
    let class = certificates.certificates.get(&event.certificate).map(|certificate| certificate.class);
    let programme = class.and_then(|class| certificates.programme_on(class.programme, now.date()));
    let days = programme
        .map(|programme| programme.parameters.approve_within_days.0)
        .ok_or(Contradiction::new("a declaration is made under a programme in force"))?;
    let certificate = certificates
        .certificates
        .get_mut(&event.certificate)
        .ok_or(Contradiction::new("a declaration has its certificate"))?;
    let year = certificate
        .year_of(event.period_from)
        .ok_or(Contradiction::new("a declared period lies in a certificate year"))?;
    let ends = certificate.last_day().ok_or(Contradiction::new("a declared certificate was granted"))?;
    let lapses_at = ends.plus_days(u64::from(days)).end();
    certificate.use_of_mut(year).pending = certificate.use_of_mut(year).pending.plus(event.counted);
    for key in place::keys(certificate) {
        certificates.periods.insert(key, event.period_from, event.period_to, event.declaration);
    }
    certificates.open.insert((event.certificate, event.declaration));
    certificates.declaration_deadlines.insert((lapses_at, event.declaration));
    let declaration = Declaration {
        certificate: event.certificate,
        period_from: event.period_from,
        period_to: event.period_to,
        year,
        fine: event.fine,
        sold_physically: event.sold_physically,
        counted: event.counted,
        evidence: event.evidence.clone(),
        lapses_at,
        state: DeclarationState::Declared,
    };
    let before = certificates.declarations.insert(event.declaration, declaration);
    Contradiction::unless(before.is_none(), "a declaration is made once")
}
