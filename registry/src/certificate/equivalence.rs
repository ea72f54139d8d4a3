//! Equivalences: the operator records that a level of one programme is accepted as a level of another, for a time.
//! They are shown and searched. No book, claim or credit looks at them.

use super::Certificates;
use crate::Contradiction;
use crate::event::EquivalenceRecorded;
use crate::instruction::{EquivalenceExtent, ProgrammeLevel, RecordEquivalence, RevokeEquivalence, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// One programme's level accepted as another's; not the other way round.
#[derive(Debug, Clone)]
pub struct Equivalence {
    /// What is accepted.
    pub from: ProgrammeLevel,
    /// As what.
    pub to: ProgrammeLevel,
    /// In full or in part.
    pub extent: EquivalenceExtent,
    /// First day.
    pub from_date: Date,
    /// Last day.
    pub until: Date,
    /// From which day on it was revoked, and why.
    pub revoked: Option<(Date, Token)>,
}

impl Equivalence {
    /// True on the days on which it holds.
    pub fn holds_on(&self, day: Date) -> bool {
        (self.from_date..=self.until).contains(&day) && self.revoked.as_ref().is_none_or(|(from, _)| day < *from)
    }

    /// Its last day, when it has any: a revocation may leave none.
    fn last_day(&self) -> Option<Date> {
        let last = self.revoked.as_ref().map_or(self.until, |(from, _)| from.less_days(1).min(self.until));
        (self.from_date <= last).then_some(last)
    }
}

pub(crate) fn decide(
    parties: &Parties,
    certificates: &Certificates,
    ids: &mut IdMint,
    asker: &Asker,
    now: Timestamp,
    record: &RecordEquivalence,
) -> Result<EquivalenceRecorded, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let sides = [&record.from, &record.to].map(|side| Ok((side, certificates.in_force(side.programme, now.date())?)));
    let sides = sides.into_iter().collect::<Result<Vec<_>, Refusal>>()?;
    let touches = |e: &Equivalence| {
        let same = e.from == record.from && e.to == record.to;
        same && e.last_day().is_some_and(|last| e.from_date <= record.until && record.from_date <= last)
    };
    if let Some((equivalence, _)) = certificates.equivalences().find(|(_, e)| touches(e)) {
        return Err(Refusal::EquivalencesMustNotOverlap { equivalence });
    }
    for (ProgrammeLevel { level, programme }, terms) in sides {
        if !terms.levels.iter().any(|l| l.level == *level) {
            return Err(Refusal::LevelMustBeOfProgramme { programme: *programme, level: *level });
        }
    }
    if record.from == record.to {
        return Err(Refusal::FieldMustBe { field: "to", rule: "another programme or level" });
    }
    if record.from_date > record.until {
        return Err(Refusal::DatesMustBeInOrder { first: record.from_date, second: record.until });
    }
    let RecordEquivalence { extent, from, from_date, to, until } = record.clone();
    Ok(EquivalenceRecorded { equivalence: ids.mint(), extent, from, from_date, to, until })
}

pub(crate) fn decide_revoke(
    parties: &Parties,
    certificates: &Certificates,
    asker: &Asker,
    now: Timestamp,
    revoke: &RevokeEquivalence,
) -> Result<RevokeEquivalence, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let missing = || Refusal::MustExist { kind: "equivalence", id: revoke.equivalence.to_string() };
    let equivalence = certificates.equivalences.get(&revoke.equivalence).ok_or_else(missing)?;
    if let Some((revoked_from, _)) = equivalence.revoked {
        return Err(Refusal::EquivalenceMustBeInForce { revoked_from });
    }
    let back = certificates.in_force(equivalence.from.programme, now.date())?.parameters.effective_days_back.0;
    let earliest = now.date().less_days(u64::from(back)).max(equivalence.from_date);
    let latest = equivalence.until;
    if !(earliest..=latest).contains(&revoke.effective) {
        return Err(Refusal::EffectiveDateIsOutOfRange { earliest, latest });
    }
    Ok(revoke.clone())
}

pub(crate) fn apply_recorded(
    certificates: &mut Certificates,
    event: &EquivalenceRecorded,
) -> Result<(), Contradiction> {
    let equivalence = Equivalence {
        from: event.from.clone(),
        to: event.to.clone(),
        extent: event.extent,
        from_date: event.from_date,
        until: event.until,
        revoked: None,
    };
    let before = certificates.equivalences.insert(event.equivalence, equivalence);
    Contradiction::unless(before.is_none(), "an equivalence is recorded once")
}

pub(crate) fn apply_revoked(certificates: &mut Certificates, event: &RevokeEquivalence) -> Result<(), Contradiction> {
    let equivalence = certificates
        .equivalences
        .get_mut(&event.equivalence)
        .ok_or(Contradiction::new("an equivalence that is revoked was recorded"))?;
    equivalence.revoked = Some((event.effective, event.reason.clone()));
    Ok(())
}

impl Certificates {
    /// All equivalences, revoked ones too, oldest first.
    pub fn equivalences(&self) -> impl Iterator<Item = (EquivalenceId, &Equivalence)> {
        self.equivalences.iter().map(|(id, e)| (*id, e))
    }
}
