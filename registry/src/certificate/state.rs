//! A certificate, and the one place where its days, years and maxima are counted.

use std::collections::BTreeMap;

use super::Class;
use super::year::YearUse;
use crate::event::Number;
use crate::instruction::{Count, Digest, MandatePower, Verification, WithdrawalCause};
use crate::refusal::Refusal;
use crate::values::*;

codes! {
    /// `applied → under_audit | rejected | surrendered; under_audit → certified | rejected; certified → suspended |
    /// expired | withdrawn | surrendered; suspended → certified | expired | withdrawn | surrendered`. The last four
    /// are final.
    CertificateState {
        Applied = "applied", UnderAudit = "under_audit", Certified = "certified", Suspended = "suspended",
        Rejected = "rejected", Expired = "expired", Withdrawn = "withdrawn", Surrendered = "surrendered",
    }
}

impl CertificateState {
    /// True for the four that nothing leaves.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Rejected | Self::Expired | Self::Withdrawn | Self::Surrendered)
    }
}

/// A state of a certificate, since when, and who said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The state.
    pub state: CertificateState,
    /// First day on which it counts.
    pub effective: Date,
    /// Who brought it about; nobody, where time did.
    pub by: Option<OrganisationId>,
    /// Why, as a code word.
    pub reason: Option<Token>,
    /// Of a withdrawal.
    pub cause: Option<WithdrawalCause>,
    /// SHA-256 of salt and text, which stay outside the log.
    pub note: Option<Digest>,
}

impl Standing {
    /// A state that nobody gave a reason for.
    pub(super) const fn plain(state: CertificateState, effective: Date, by: Option<OrganisationId>) -> Self {
        Self { state, effective, by, reason: None, cause: None, note: None }
    }
}

/// What a certificate was granted for.
#[derive(Debug, Clone)]
pub struct Terms {
    /// First day of validity.
    pub valid_from: Date,
    /// Last day of validity.
    pub valid_to: Date,
    /// Largest fine mass of one certificate year, as granted; later changes stand beside it.
    pub maximum: Mass,
    /// Who verified.
    pub verification: Verification,
    /// Day of the audit.
    pub audited_on: Date,
}

/// What the holder's keys may do for the producer, once the holder has consented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mandate {
    /// The producer holds its certificate itself.
    None,
    /// The holder has not consented yet.
    Awaiting(Vec<MandatePower>),
    /// The holder has consented.
    InForce(Vec<MandatePower>),
    /// The producer took the powers back; the holder stays the holder.
    Ended,
}

/// The latest internal inspection of a group's members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// Number of members.
    pub members: Count,
    /// Members taken out of the certified volume.
    pub failed: Number,
    /// Day of the inspection.
    pub inspected_on: Date,
    /// Share of the members that comply.
    pub compliant: Bps,
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
    /// The certificate it renews, or goes a level up from.
    pub continues: Option<CertificateId>,
    /// The holder's powers.
    pub mandate: Mandate,
    /// Since it was granted.
    pub terms: Option<Terms>,
    /// Maxima that took the place of the granted one, by the first certificate year they hold for.
    pub maxima: BTreeMap<u16, Mass>,
    /// Of a group's certificate.
    pub group: Option<Inspection>,
    /// Less than a lot, kept for the next issuance.
    pub carry: Mass,
    /// Per certificate year, counted from 0.
    pub years: BTreeMap<u16, YearUse>,
    /// Since when its unsold credits are held for a suspension.
    pub held_since: Option<Date>,
    /// Its states, oldest first.
    pub(super) standings: Vec<Standing>,
}

impl Certificate {
    /// The state now.
    pub fn state(&self) -> CertificateState {
        self.standings.last().map_or(CertificateState::Applied, |standing| standing.state)
    }

    /// Every state with the day it took effect, oldest first.
    pub fn standings(&self) -> &[Standing] {
        &self.standings
    }

    /// The state that counted on a day: a back-dated change counts from its effective day on.
    fn state_on(&self, day: Date) -> Option<CertificateState> {
        self.standings.iter().rev().find(|standing| standing.effective <= day).map(|standing| standing.state)
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

    /// The last day on which it could be certified: before a surrender or withdrawal, else the last day of validity.
    pub fn last_day(&self) -> Option<Date> {
        let valid_to = self.terms.as_ref()?.valid_to;
        let ended = |s: &&Standing| matches!(s.state, CertificateState::Surrendered | CertificateState::Withdrawn);
        let end = self.standings.last().filter(ended).map(|standing| standing.effective.less_days(1));
        Some(end.map_or(valid_to, |end| end.min(valid_to)))
    }

    /// The certificate year of a day: years run from `valid_from`.
    pub fn year_of(&self, day: Date) -> Option<u16> {
        let first = self.terms.as_ref()?.valid_from;
        (0..=100).find(|n| day < first.plus_months(12 * (u32::from(*n) + 1)))
    }

    /// The maximum of a certificate year.
    pub fn maximum_of(&self, year: u16) -> Mass {
        let changed = self.maxima.range(..=year).next_back().map(|(_, maximum)| *maximum);
        changed.or(self.terms.as_ref().map(|terms| terms.maximum)).unwrap_or_default()
    }

    /// What counts against a year's maximum.
    pub fn use_of(&self, year: u16) -> YearUse {
        self.years.get(&year).copied().unwrap_or_default()
    }

    pub(super) fn use_of_mut(&mut self, year: u16) -> &mut YearUse {
        self.years.entry(year).or_default()
    }

    /// The first year whose sales are short or over: the certificate is *oversold*.
    pub fn oversold_year(&self) -> Option<u16> {
        self.years.iter().find(|(_, used)| used.is_oversold()).map(|(year, _)| *year)
    }

    pub(crate) fn must_be(&self, allowed: &[CertificateState]) -> Result<(), Refusal> {
        if allowed.contains(&self.state()) {
            return Ok(());
        }
        let allowed = allowed.iter().map(|state| state.word()).collect::<Vec<_>>().join(" or ");
        Err(Refusal::CertificateMustBe { state: self.state().to_string(), allowed })
    }

    /// Production may be declared and approved: certified, or ended with its last production still to come in; not
    /// oversold.
    pub(super) fn must_take_production(&self) -> Result<(), Refusal> {
        use CertificateState::{Certified, Expired, Surrendered};
        if self.terms.is_none() {
            self.must_be(&[Certified])?;
        }
        self.must_be(&[Certified, Expired, Surrendered])?;
        match self.oversold_year().map(|year| self.use_of(year)) {
            Some(YearUse { short, over, .. }) => Err(Refusal::CertificateMustNotBeOversold { short, over }),
            None => Ok(()),
        }
    }

    pub(super) fn enter(&mut self, standing: Standing) {
        self.standings.push(standing);
    }

    /// The day on which the present state took effect.
    pub(crate) fn since(&self) -> Option<Date> {
        self.standings.last().map(|standing| standing.effective)
    }
}
