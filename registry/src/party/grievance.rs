//! Grievances as the register knows them: a digest, codes and figures. What somebody complained of stands outside the
//! log, and can be erased; that it was taken up, how gravely and with what end, cannot.

use std::collections::BTreeMap;

use crate::Contradiction;
use crate::event::{GrievanceClosed, GrievanceTriaged};
use crate::instruction::{Digest, GrievanceOutcome};
use crate::values::*;

/// A grievance that a handler has taken up.
#[derive(Debug, Clone)]
pub struct Grievance {
    /// What its handler made of it last.
    pub triage: GrievanceTriaged,
    /// The entry of the first triage, and its time: what the deadline is measured by.
    pub first_triaged: (u64, Timestamp),
    /// How it ended, in which entry and when.
    pub closed: Option<(GrievanceOutcome, u64, Timestamp)>,
}

/// The grievances by the digest of their case.
#[derive(Debug, Clone, Default)]
pub struct Grievances(BTreeMap<Digest, Grievance>);

impl Grievances {
    /// A grievance.
    pub fn find(&self, case: Digest) -> Option<&Grievance> {
        self.0.get(&case)
    }
    /// All that were triaged, by digest.
    pub fn iter(&self) -> impl Iterator<Item = (Digest, &Grievance)> {
        self.0.iter().map(|(case, grievance)| (*case, grievance))
    }

    pub(crate) fn triage(
        &mut self,
        event: &GrievanceTriaged,
        sequence: u64,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
        let first = Grievance { triage: event.clone(), first_triaged: (sequence, now), closed: None };
        let grievance = self.0.entry(event.grievance).or_insert(first);
        grievance.triage = event.clone();
        Contradiction::unless(grievance.closed.is_none(), "a grievance that is triaged is open")
    }

    pub(crate) fn close(
        &mut self,
        event: &GrievanceClosed,
        sequence: u64,
        now: Timestamp,
    ) -> Result<(), Contradiction> {
        let grievance = self.0.get_mut(&event.grievance);
        let grievance = grievance.ok_or(Contradiction::new("a grievance that is closed was triaged"))?;
        let before = grievance.closed.replace((event.outcome, sequence, now));
        Contradiction::unless(before.is_none(), "a grievance is closed once")
    }
}
