//! The queue: every line that is not known to be booked, with what it is. Whoever looks notes what was booked meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::Entry;
use orebook_registry::event::{Event, MoneyEvent};
use orebook_registry::instruction::PayoutReport;
use orebook_registry::money::PayoutState;
use orebook_registry::values::{PayoutId, Reference};
use orebook_store::{Page, Reading};

use super::BankLine;
use super::finding::Finding;
use super::known::Known;
use super::matching::find;
use super::others::{noted, weighed};
use crate::app::Shared;
use crate::problem::Problem;

/// Entries that name a payout and are looked through: a payout has about ten.
const ENTRIES: i64 = 100;

/// Lines that were not known to be booked, by day and id, each with what it is now; those among them that are booked now,
/// this once.
pub fn look(shared: &Shared) -> Result<Vec<(BankLine, Finding)>, Problem> {
    let rows = shared.reader.read(|read| read.bank_lines_open())?;
    let lines = rows.into_iter().map(BankLine::of).collect::<Result<Vec<_>, _>>()?;
    let asked = shared.state(|registry| {
        let none = BTreeSet::new();
        let known = Known::of(registry, &lines, &none);
        let rejected = |id: &PayoutId| known.payout(*id).is_some_and(|payout| payout.state == PayoutState::Rejected);
        let named = lines.iter().filter(|line| line.is_return()).flat_map(|line| known.named(line).payouts);
        named.filter(rejected).collect::<BTreeSet<_>>()
    });
    let rejections = shared.reader.read(|read| rejections(read, &asked))?;
    let findings: Vec<Finding> = shared.state(|registry| {
        let known = Known::of(registry, &lines, &rejections);
        lines.iter().map(|line| find(&known, line)).collect()
    });
    let open: Vec<(BankLine, Finding)> = lines.into_iter().zip(findings).collect();
    let noted = shared.reader.read(|read| noted(read, &open))?;
    let found = weighed(open, &noted);
    let booked = found.iter().filter(|(_, finding)| *finding == Finding::Booked);
    let booked: Vec<&str> = booked.map(|(line, _)| line.row.id.as_str()).collect();
    if !booked.is_empty() {
        shared.letters.note_booked(&booked, shared.wall.now().ms())?;
    }
    Ok(found)
}

/// The same by the ids of the lines.
pub fn look_by_id(shared: &Shared) -> Result<BTreeMap<String, (BankLine, Finding)>, Problem> {
    Ok(look(shared)?.into_iter().map(|found| (found.0.row.id.clone(), found)).collect())
}

/// Under which references payouts were reported rejected: the register itself forgets them, for they moved no money at
/// the bank.
fn rejections(
    read: &mut Reading<'_>,
    payouts: &BTreeSet<PayoutId>,
) -> Result<BTreeSet<(PayoutId, Reference)>, Problem> {
    let mut rejected = BTreeSet::new();
    for payout in payouts {
        for row in read.entries_naming(&payout.to_string(), &Page::newest(ENTRIES))? {
            let entry = Entry::parse(&row.entry).map_err(Problem::internal)?;
            rejected.extend(entry.events.iter().filter_map(rejection));
        }
    }
    Ok(rejected)
}

fn rejection(event: &Event) -> Option<(PayoutId, Reference)> {
    let Event::Money(MoneyEvent::PayoutReported(reported)) = event else { return None };
    let PayoutReport::Rejected(refused) = &reported.report else { return None };
    Some((reported.payout, refused.reference.clone()?))
}
