//! Claims: footprints, and retirements with what they say.

pub(crate) mod record_footprint;
pub(crate) mod retire;
pub mod statement;
pub mod wording;

use std::collections::BTreeMap;

use crate::Contradiction;
use crate::event::{ClaimEvent, FootprintRecorded, Retired};
use crate::values::*;

/// A footprint and what has been claimed against it.
#[derive(Debug, Clone)]
pub struct Footprint {
    /// As it was recorded.
    pub record: FootprintRecorded,
    /// Σ retired citing it.
    pub claimed: Mass,
    /// Retirements citing it.
    pub retirements: u64,
}

/// A retirement, final.
#[derive(Debug, Clone)]
pub struct Retirement {
    /// As it happened.
    pub record: Retired,
    /// Its entry.
    pub sequence: u64,
    /// Time of its entry.
    pub time: Timestamp,
}

/// The area of claims.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    footprints: BTreeMap<FootprintId, Footprint>,
    retirements: BTreeMap<RetirementId, Retirement>,
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

    pub(crate) fn apply(&mut self, event: &ClaimEvent, sequence: u64, time: Timestamp) -> Result<(), Contradiction> {
        match event {
            ClaimEvent::FootprintRecorded(e) => record_footprint::apply(self, e),
            ClaimEvent::Retired(e) => retire::apply(self, e, sequence, time),
        }
    }
}
