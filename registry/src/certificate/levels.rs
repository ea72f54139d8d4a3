//! Levels: one step up at a time, and entry level for a limited time. Both look at what was granted to the same
//! producer for the same site.

use super::{Certificate, Certificates};
use crate::instruction::{Count, Level, ProgrammeCode};
use crate::refusal::Refusal;
use crate::values::*;

const fn step_of(level: Level) -> u8 {
    match level {
        Level::Entry => 0,
        Level::Good => 1,
        Level::Leading => 2,
    }
}

impl Certificates {
    /// Certificates that were ever granted to the producer for the site, in the order of their grants.
    fn granted_at(
        &self,
        producer: OrganisationId,
        site: &Reference,
    ) -> impl Iterator<Item = (CertificateId, &Certificate)> {
        let granted = self.granted_at.get(&(producer, site.clone())).into_iter().flatten();
        granted.filter_map(|id| Some((*id, self.certificates.get(id)?)))
    }

    /// At most one step above the latest certificate of the same producer, site and mineral. Who has none before may
    /// begin at any level that its certifier finds.
    pub(super) fn level_must_follow(
        &self,
        producer: OrganisationId,
        site: &Reference,
        mineral: crate::mineral::Mineral,
        level: Level,
    ) -> Result<(), Refusal> {
        let latest = self.granted_at(producer, site).filter(|(_, c)| c.class.mineral == mineral).last();
        let Some((certificate, latest)) = latest.map(|(id, c)| (id, c.class.level)) else { return Ok(()) };
        if step_of(level) > step_of(latest) + 1 {
            return Err(Refusal::LevelMustFollow { level, latest, certificate });
        }
        Ok(())
    }

    /// Entry level lasts so many months in all: days of earlier entry certificates of the producer and site are
    /// counted as if they came directly before `valid_from`; days covered twice count once.
    pub(super) fn entry_level_is_limited(
        &self,
        certificate: &Certificate,
        programme: ProgrammeCode,
        today: Date,
        [valid_from, valid_to]: [Date; 2],
    ) -> Result<(), Refusal> {
        if certificate.class.level != Level::Entry {
            return Ok(());
        }
        let months: Count = self.in_force(programme, today)?.parameters.entry_months_max;
        let entry = self.granted_at(certificate.producer, &certificate.site);
        let spans = entry.filter(|(_, c)| c.class.level == Level::Entry);
        let mut earlier: Vec<(Date, Date)> =
            spans.filter_map(|(_, c)| Some((c.terms.as_ref()?.valid_from, c.last_day()?))).collect();
        earlier.sort_unstable();
        let earlier_days = days_outside(&earlier, valid_from, valid_to);
        let until = valid_from.less_days(earlier_days).plus_months(u32::from(months.0)).less_days(1);
        if valid_to > until { Err(Refusal::EntryLevelIsLimited { months, earlier_days, until }) } else { Ok(()) }
    }
}

/// Days in the union of the spans, which are sorted, that lie outside `from..=to`.
fn days_outside(spans: &[(Date, Date)], from: Date, to: Date) -> u64 {
    let mut days = 0;
    let mut counted_to: Option<Date> = None;
    for (first, last) in spans {
        let first = counted_to.map_or(*first, |counted| (*first).max(counted.plus_days(1)));
        if first > *last {
            continue;
        }
        let inside = days_of(first.max(from), (*last).min(to));
        days += days_of(first, *last) - inside;
        counted_to = Some(*last);
    }
    days
}

fn days_of(first: Date, last: Date) -> u64 {
    u64::try_from(last.days_since(first) + 1).unwrap_or(0)
}
