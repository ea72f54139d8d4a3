//! The audit duty: who has more of a mineral retired in 365 days than the programme's threshold owes an auditor's
//! finding. The retirement that crosses the line is never refused; after the due day only `none` is, until a finding
//! on any of the beneficiary's retirements of the mineral. A finding covers what was retired before it: counting
//! begins anew.

use std::collections::{BTreeMap, VecDeque};

use crate::Contradiction;
use crate::event::Retired;
use crate::instruction::Beneficiary;
use crate::mineral::Mineral;
use crate::values::*;

const WINDOW_DAYS: i64 = 365;

/// For whom is retired, as the duty counts it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claimant {
    /// A member.
    Member(OrganisationId),
    /// Who is no member: country and name as the consent gives them, the name in small letters.
    Named(Country, String),
}

impl Claimant {
    /// Who a consent names.
    pub fn named(beneficiary: &Beneficiary) -> Self {
        Self::Named(beneficiary.country, beneficiary.name.as_str().to_lowercase())
    }
    /// For whom a retirement was.
    pub fn of(record: &Retired) -> Self {
        match record.consent {
            Some(_) => Self::named(&record.beneficiary),
            None => Self::Member(record.principal.unwrap_or(record.holder)),
        }
    }
}

/// A finding that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    /// The retirement that crossed the threshold.
    pub crossed_by: RetirementId,
    /// When the finding is due.
    pub due_at: Timestamp,
    /// Whether that moment has passed.
    pub overdue: bool,
}

/// What a beneficiary retired of a mineral in the window.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    retired: VecDeque<(Timestamp, Mass)>,
    sum: Mass,
    duty: Option<Duty>,
}

impl Tally {
    /// The finding that is owed.
    pub fn duty(&self) -> Option<Duty> {
        self.duty
    }

    /// What of the sum has left the window.
    fn left(&self, now: Timestamp) -> impl Iterator<Item = Mass> {
        let first = now.plus_days(-WINDOW_DAYS);
        self.retired.iter().take_while(move |(time, _)| *time <= first).map(|(_, mass)| *mass)
    }

    fn sum_at(&self, now: Timestamp) -> Mass {
        self.left(now).fold(self.sum, Mass::less)
    }

    fn add(&mut self, now: Timestamp, mass: Mass) {
        let (sum, count) = (self.sum_at(now), self.left(now).count());
        self.retired.drain(..count);
        self.retired.push_back((now, mass));
        self.sum = sum.plus(mass);
    }

    /// What is counted, as of the last retirement.
    pub fn sum(&self) -> Mass {
        self.sum
    }

    /// Whether the sum that is kept is that of the parts.
    pub(crate) fn adds_up(&self) -> bool {
        self.retired.iter().fold(Mass::default(), |sum, (_, mass)| sum.plus(*mass)) == self.sum
    }
}

/// All tallies, and when findings are due.
#[derive(Debug, Clone, Default)]
pub struct Audits {
    tallies: BTreeMap<(Claimant, Mineral), Tally>,
    deadlines: BTreeMap<(Timestamp, RetirementId), (Claimant, Mineral)>,
}

impl Audits {
    /// Every tally, by beneficiary and mineral.
    pub fn tallies(&self) -> impl Iterator<Item = (&(Claimant, Mineral), &Tally)> {
        self.tallies.iter()
    }

    /// The finding that a beneficiary owes for a mineral.
    pub fn duty(&self, claimant: &Claimant, mineral: Mineral) -> Option<Duty> {
        self.tallies.get(&(claimant.clone(), mineral))?.duty
    }

    /// Since when a finding is overdue.
    pub fn overdue(&self, claimant: &Claimant, mineral: Mineral) -> Option<Timestamp> {
        self.duty(claimant, mineral).filter(|duty| duty.overdue).map(|duty| duty.due_at)
    }

    /// What the beneficiary retired of the mineral in the window that ends now.
    pub(super) fn sum(&self, claimant: &Claimant, mineral: Mineral, now: Timestamp) -> Mass {
        self.tallies.get(&(claimant.clone(), mineral)).map_or(Mass::default(), |tally| tally.sum_at(now))
    }

    pub(super) fn first_deadline(&self) -> Option<(Timestamp, RetirementId)> {
        self.deadlines.first_key_value().map(|(key, _)| *key)
    }

    pub(super) fn count(&mut self, record: &Retired, mineral: Mineral, now: Timestamp) -> Result<(), Contradiction> {
        let key = (Claimant::of(record), mineral);
        let tally = self.tallies.entry(key.clone()).or_default();
        tally.add(now, record.mass);
        if let Some(due_at) = record.finding_due_at {
            Contradiction::unless(tally.duty.is_none(), "one finding is owed at a time")?;
            tally.duty = Some(Duty { crossed_by: record.retirement, due_at, overdue: false });
            self.deadlines.insert((due_at, record.retirement), key);
        }
        Ok(())
    }

    /// The due moment has passed.
    pub(super) fn fall_due(&mut self, retirement: RetirementId) -> Result<(), Contradiction> {
        const RULE: Contradiction = Contradiction::new("an overdue finding was owed");
        let (time, first) = self.first_deadline().ok_or(RULE)?;
        Contradiction::unless(first == retirement, "findings fall due in order")?;
        let key = self.deadlines.remove(&(time, first)).ok_or(RULE)?;
        let duty = self.tallies.get_mut(&key).and_then(|tally| tally.duty.as_mut()).ok_or(RULE)?;
        duty.overdue = true;
        Ok(())
    }

    /// A finding fulfils the duty, and counting begins anew.
    pub(super) fn fulfil(&mut self, claimant: Claimant, mineral: Mineral) {
        let key = (claimant, mineral);
        let duty = self.tallies.get(&key).and_then(Tally::duty);
        if let Some(duty) = duty {
            self.deadlines.remove(&(duty.due_at, duty.crossed_by));
            self.tallies.remove(&key);
        }
    }
}
