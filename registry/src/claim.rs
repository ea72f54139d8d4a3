//! Claims: footprints, consents, retirements with what they say, corrections, findings.

pub mod audit;
pub(crate) mod correct_retirement;
pub mod history;
pub mod linter;
mod premium;
pub mod preview;
pub(crate) mod publish_finding;
pub(crate) mod record_consent;
pub(crate) mod record_footprint;
pub(crate) mod retire;
pub(crate) mod retire_list;
pub mod statement;
pub mod wording;

pub(crate) mod admit;

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::{ClaimCorrected, ClaimEvent, FindingPublished, FootprintRecorded, Retired};
use crate::instruction::{Beneficiary, FindingOutcome};
use crate::mineral::Mineral;
use crate::refusal::Refusal;
use crate::values::*;

use audit::{Audits, Claimant};

/// A footprint and what has been claimed against it.
#[derive(Debug, Clone)]
pub struct Footprint {
    /// As it was recorded, with its corrections.
    pub record: FootprintRecorded,
    /// Σ retired citing it.
    pub claimed: Mass,
    /// Retirements citing it.
    pub retirements: u64,
}

/// What a later entry says of a retirement.
#[derive(Debug, Clone)]
pub struct Dated<T> {
    /// What it says.
    pub what: T,
    /// Its entry.
    pub sequence: u64,
    /// Time of its entry.
    pub time: Timestamp,
}

/// A retirement, final.
#[derive(Debug, Clone)]
pub struct Retirement {
    /// As it happened; what it says now is [`Claims::current`].
    pub record: Retired,
    /// Its entry.
    pub sequence: u64,
    /// Time of its entry.
    pub time: Timestamp,
    /// Corrections, oldest first.
    pub corrections: Vec<Dated<ClaimCorrected>>,
    /// Findings, oldest first; the last one counts.
    pub findings: Vec<Dated<FindingPublished>>,
}

impl Retirement {
    /// What the latest finding says.
    pub fn standing(&self) -> Option<FindingOutcome> {
        self.findings.last().map(|finding| finding.what.outcome)
    }
    /// Whether the latest finding disputes it: then its claim is not shown.
    pub fn is_disputed(&self) -> bool {
        self.standing() == Some(FindingOutcome::Disputed)
    }
}

/// A consent that an agent recorded.
#[derive(Debug, Clone)]
pub struct Consent {
    /// Who may use it.
    pub agent: OrganisationId,
    /// Who consents.
    pub beneficiary: Beneficiary,
    /// Last day on which it may be used.
    pub until: Date,
}

/// The area of claims.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    footprints: BTreeMap<FootprintId, Footprint>,
    /// Periods of footprints by first day, for the check of overlaps.
    periods: BTreeMap<record_footprint::Counted, BTreeMap<Date, (Date, FootprintId)>>,
    retirements: BTreeMap<RetirementId, Retirement>,
    by_batch: BTreeSet<(BatchId, RetirementId)>,
    by_footprint: BTreeSet<(FootprintId, RetirementId)>,
    consents: BTreeMap<ConsentId, Consent>,
    /// Who owes a finding.
    pub audits: Audits,
}

impl Claims {
    /// A footprint.
    pub fn footprint(&self, id: FootprintId) -> Option<&Footprint> {
        self.footprints.get(&id)
    }
    /// All footprints.
    pub fn footprints(&self) -> impl Iterator<Item = (FootprintId, &Footprint)> {
        self.footprints.iter().map(|(id, f)| (*id, f))
    }
    /// A retirement.
    pub fn retirement(&self, id: RetirementId) -> Option<&Retirement> {
        self.retirements.get(&id)
    }
    /// All retirements, oldest first.
    pub fn retirements(&self) -> impl DoubleEndedIterator<Item = (RetirementId, &Retirement)> {
        self.retirements.iter().map(|(id, r)| (*id, r))
    }
    /// The retirements that rest on a batch, oldest first.
    pub fn retirements_of_batch(&self, batch: BatchId) -> impl Iterator<Item = RetirementId> {
        let all = (batch, RetirementId::from(0))..=(batch, RetirementId::from(u128::MAX));
        self.by_batch.range(all).map(|(_, id)| *id)
    }
    /// The retirements that cite a footprint, oldest first.
    pub fn citing(&self, footprint: FootprintId) -> impl Iterator<Item = &Retirement> {
        let all = (footprint, RetirementId::from(0))..=(footprint, RetirementId::from(u128::MAX));
        self.by_footprint.range(all).filter_map(|(_, id)| self.retirements.get(id))
    }
    /// A consent.
    pub fn consent(&self, id: ConsentId) -> Option<&Consent> {
        self.consents.get(&id)
    }
    /// All consents.
    pub fn consents(&self) -> impl Iterator<Item = (ConsentId, &Consent)> {
        self.consents.iter().map(|(id, c)| (*id, c))
    }
    /// Since when a member's finding for a mineral is overdue; while it is, its retire-by clock stands still.
    pub fn overdue(&self, beneficiary: OrganisationId, mineral: Mineral) -> Option<Timestamp> {
        self.audits.overdue(&Claimant::Member(beneficiary), mineral)
    }

    /// The member and the mineral whose tally a retirement counts in; nobody, when it was for no member.
    pub(crate) fn counted_for(&self, id: RetirementId) -> Option<(OrganisationId, Mineral)> {
        let record = &self.retirements.get(&id)?.record;
        match Claimant::of(record) {
            Claimant::Member(member) => Some((member, mineral_of(record)?)),
            Claimant::Named(..) => None,
        }
    }

    pub(crate) fn existing(&self, id: RetirementId) -> Result<&Retirement, Refusal> {
        self.retirements.get(&id).ok_or(Refusal::MustExist { kind: "retirement", id: id.to_string() })
    }
    pub(crate) fn first_audit_deadline(&self) -> Option<(Timestamp, RetirementId)> {
        self.audits.first_deadline()
    }

    pub(crate) fn apply(&mut self, event: &ClaimEvent, sequence: u64, time: Timestamp) -> Result<(), Contradiction> {
        match event {
            ClaimEvent::FootprintRecorded(e) => record_footprint::apply(self, e),
            ClaimEvent::ConsentRecorded(e) => record_consent::apply(self, e),
            ClaimEvent::Retired(e) => retire::apply(self, e, sequence, time),
            ClaimEvent::ClaimCorrected(e) => correct_retirement::apply(self, e, sequence, time),
            ClaimEvent::FindingPublished(e) => publish_finding::apply(self, e, sequence, time),
            ClaimEvent::AuditOverdue(e) => self.audits.fall_due(e.retirement),
        }
    }
}

/// The one mineral of a retirement's blocks.
pub(crate) fn mineral_of(record: &Retired) -> Option<Mineral> {
    record.blocks.first().map(|block| block.batch.mineral)
}
