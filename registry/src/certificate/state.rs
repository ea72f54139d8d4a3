//! The records of the area and the one place where a certificate's days are counted.

use std::collections::BTreeMap;

use super::Class;
use crate::instruction::{Digest, Verification};
use crate::refusal::Refusal;
use crate::values::*;

codes! {
    /// `applied → under_audit | rejected; under_audit → certified | rejected; certified → suspended | expired;
    /// suspended → certified | expired`. Withdrawal and surrender follow with the full register.
    CertificateState {
        Applied = "applied", UnderAudit = "under_audit", Certified = "certified", Suspended = "suspended",
        Rejected = "rejected", Expired = "expired",
    }
}

impl CertificateState {
    /// True for an application that came to nothing.
    pub fn is_rejected(self) -> bool {
        self == Self::Rejected
    }
}

/// What a certificate was granted for.
#[derive(Debug, Clone)]
pub struct Terms {
    /// First day of validity.
    pub valid_from: Date,
    /// Last day of validity.
    pub valid_to: Date,
    /// Largest fine mass of one certificate year.
    pub maximum: Mass,
    /// Who verified.
    pub verification: Verification,
    /// Day of the audit.
    pub audited_on: Date,
}

/// What counts against the maximum of one certificate year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct YearUse {
    /// Credits issued.
    pub issued: Mass,
    /// Undecided declarations.
    pub pending: Mass,
    /// Sold physically as certified.
    pub physical: Mass,
}

impl YearUse {
    /// All three.
    pub fn total(self) -> Mass {
        self.issued.plus(self.pending).plus(self.physical)
    }
}

/// A certificate of a producer.
#[derive(Debug, Clone)]
pub struct Certificate {
    /// Who mines.
    pub producer: OrganisationId,
    /// Who manages the certificate; usually the producer.
    pub holder: OrganisationId,
    /// Who judges.
    pub certifier: OrganisationId,
    /// What its credits are.
    pub class: Class,
    /// Country of the site.
    pub country: Country,
    /// Region of the site.
    pub region: Region,
    /// The programme's name of the site.
    pub site: Reference,
    /// Since it was granted.
    pub terms: Option<Terms>,
    /// Less than a lot, kept for the next issuance.
    pub carry: Mass,
    /// Per certificate year, counted from 0.
    pub years: BTreeMap<u16, YearUse>,
    /// Its states with the day each took effect, oldest first.
    pub(super) states: Vec<(Date, CertificateState)>,
}

impl Certificate {
    /// The state now.
    pub fn state(&self) -> CertificateState {
        self.states.last().map_or(CertificateState::Applied, |(_, state)| *state)
    }

    /// Every state with the day it took effect, oldest first.
    pub fn states(&self) -> &[(Date, CertificateState)] {
        &self.states
    }

    /// The state that counted on a day: a back-dated change counts from its effective day on.
    fn state_on(&self, day: Date) -> Option<CertificateState> {
        let mut state = None;
        for (from, next) in &self.states {
            if *from <= day {
                state = Some(*next);
            }
        }
        state
    }

    /// The first day of a period on which the certificate was not certified. Certified days count from the effective
    /// day of the grant, even where validity begins earlier; expiry takes effect after the last valid day.
    pub(crate) fn first_uncertified_day(&self, from: Date, to: Date) -> Option<Date> {
        let Some(terms) = &self.terms else { return Some(from) };
        let mut day = from;
        while day <= to {
            let valid = (terms.valid_from..=terms.valid_to).contains(&day);
            if !valid || self.state_on(day) != Some(CertificateState::Certified) {
                return Some(day);
            }
            day = day.plus_days(1);
        }
        None
    }

    /// The certificate year of a day: years run from `valid_from`.
    pub fn year_of(&self, day: Date) -> Option<u16> {
        let first = self.terms.as_ref()?.valid_from;
        (0..=100).find(|n| day < first.plus_months(12 * (u32::from(*n) + 1)))
    }

    /// What counts against a year's maximum.
    pub fn use_of(&self, year: u16) -> YearUse {
        self.years.get(&year).copied().unwrap_or_default()
    }

    pub(super) fn use_of_mut(&mut self, year: u16) -> &mut YearUse {
        self.years.entry(year).or_default()
    }

    pub(crate) fn must_be(&self, allowed: &[CertificateState]) -> Result<(), Refusal> {
        if allowed.contains(&self.state()) {
            return Ok(());
        }
        let allowed = allowed.iter().map(|state| state.word()).collect::<Vec<_>>().join(" or ");
        Err(Refusal::CertificateMustBe { state: self.state().to_string(), allowed })
    }

    pub(super) fn enter(&mut self, effective: Date, state: CertificateState) {
        self.states.push((effective, state));
    }

    /// The day on which the present state took effect.
    pub(crate) fn since(&self) -> Option<Date> {
        self.states.last().map(|(day, _)| *day)
    }
}

codes! {
    /// `declared → approved | rejected | lapsed`.
    DeclarationState { Declared = "declared", Approved = "approved", Rejected = "rejected", Lapsed = "lapsed" }
}

/// A declaration of production.
#[derive(Debug, Clone)]
pub struct Declaration {
    /// Under which certificate.
    pub certificate: CertificateId,
    /// First day of the period.
    pub period_from: Date,
    /// Last day of the period.
    pub period_to: Date,
    /// Certificate year of the period.
    pub year: u16,
    /// Fine mass declared.
    pub fine: Mass,
    /// Sold physically as certified.
    pub sold_physically: Mass,
    /// What it counts against the maximum while undecided.
    pub counted: Mass,
    /// Digests of the evidence files.
    pub evidence: Vec<Digest>,
    /// When it lapses if nobody decides.
    pub lapses_at: Timestamp,
    /// Where it stands.
    pub state: DeclarationState,
}
