//! What other lines say of a line. The same money may be told by two of them: in parts and as a whole, or by two
//! statements without a reference; and what was booked once is one line's.
//!
//! ```text
//! booked     and a line with its reference was found booked before  reference_is_used
//! suggested  the whole of parts that were told                      told_in_parts; booked, once all of them are
//! suggested  a part of a whole that is booked                       told_as_whole
//! suggested  as an earlier statement has it, without a reference    told_alike
//! ```

use std::collections::{BTreeMap, BTreeSet};

use orebook_bank::camt::Direction;
use orebook_registry::values::Date;
use orebook_store::{BankLineRow, BankLineState, Reading};

use super::BankLine;
use super::finding::{Finding, Unmatched};
use crate::problem::Problem;

/// A line that was found booked names the reference of one that was noted so many days before or after it at the most.
const AROUND_DAYS: u64 = 60;
/// Rows that are read at once.
const TOGETHER: i64 = 500;

/// Lines that were noted as booked: those of the days of open ones, and those around the days of what is booked now.
pub fn noted(read: &mut Reading<'_>, open: &[(BankLine, Finding)]) -> Result<Vec<BankLine>, Problem> {
    let mut spans = Vec::new();
    // What was set aside waits for nothing that other lines say.
    let asks = |(line, finding): &&(BankLine, Finding)| line.row.aside_at.is_none() || *finding == Finding::Booked;
    for (line, finding) in open.iter().filter(asks) {
        let day = &line.row.day;
        // A bank's days may lie outside the register's calendar.
        let around = day.parse::<Date>().ok().filter(|_| *finding == Finding::Booked);
        spans.push(match around {
            Some(day) => (day.less_days(AROUND_DAYS).to_string(), day.plus_days(AROUND_DAYS).to_string()),
            None => (day.clone(), day.clone()),
        });
    }
    let ids: BTreeSet<&str> = open.iter().map(|(line, _)| line.row.id.as_str()).collect();
    let mut all = Vec::new();
    for (from, to) in joined(spans) {
        let mut after = (from, String::new());
        loop {
            let rows = read.bank_lines_after(BankLineState::Booked, None, (&after.0, &after.1), TOGETHER)?;
            let Some(last) = rows.last() else { break };
            after = (last.day.clone(), last.id.clone());
            let is_over = last.day > to || i64::try_from(rows.len()).unwrap_or(0) < TOGETHER;
            let within = |row: &BankLineRow| row.day <= to && !ids.contains(row.id.as_str());
            let within = rows.into_iter().filter(within).map(BankLine::of);
            all.extend(within.collect::<Result<Vec<_>, _>>()?);
            if is_over {
                break;
            }
        }
    }
    Ok(all)
}

/// Spans of days, those that touch joined.
fn joined(mut spans: Vec<(String, String)>) -> Vec<(String, String)> {
    spans.sort();
    let mut all: Vec<(String, String)> = Vec::new();
    for (from, to) in spans {
        match all.last_mut() {
            Some(last) if from <= last.1 => last.1 = to.max(std::mem::take(&mut last.1)),
            _ => all.push((from, to)),
        }
    }
    all
}

/// Findings of open lines, as those and the lines that were noted leave them.
pub fn weighed(mut open: Vec<(BankLine, Finding)>, noted: &[BankLine]) -> Vec<(BankLine, Finding)> {
    each_booking_is_one_lines(&mut open, noted);
    let told: Vec<(&BankLine, bool)> = open.iter().map(|(line, finding)| (line, *finding == Finding::Booked)).collect();
    let told: Vec<(&BankLine, bool)> = told.into_iter().chain(noted.iter().map(|line| (line, true))).collect();
    let (parts, wholes, alike) = (Parts::of(&told), Wholes::of(&told), Alike::of(&told));
    let weigh = |line: &BankLine, finding: &Finding| match finding {
        Finding::Booked => None,
        Finding::Suggested(_) if alike.was_told_before(line) => Some(Finding::Unmatched(Unmatched::ToldAlike)),
        _ if is_whole(line) => parts.find(line),
        Finding::Suggested(_) if is_part(line) && wholes.have(line) => Some(Finding::Unmatched(Unmatched::ToldAsWhole)),
        Finding::Suggested(_) | Finding::Unmatched(_) => None,
    };
    let weighed: Vec<Option<Finding>> = open.iter().map(|(line, finding)| weigh(line, finding)).collect();
    let weighed = open.into_iter().zip(weighed);
    weighed.map(|((line, finding), other)| (line, other.unwrap_or(finding))).collect()
}

/// Of two lines with one reference, the one that was told for an earlier day is what was booked. Payouts of one file may
/// share theirs, each under its own end-to-end reference.
fn each_booking_is_one_lines(open: &mut [(BankLine, Finding)], noted: &[BankLine]) {
    let of = |line: &BankLine| {
        let row = &line.row;
        let payout = row.end_to_end_id.clone().filter(|_| line.direction == Direction::Debit);
        (row.account.clone(), row.currency.clone(), line.reference.clone(), payout)
    };
    let mut taken: BTreeSet<_> = noted.iter().map(of).collect();
    for (line, finding) in open.iter_mut().filter(|(_, finding)| *finding == Finding::Booked) {
        if !taken.insert(of(line)) {
            *finding = Finding::Unmatched(Unmatched::ReferenceIsUsed);
        }
    }
}

/// What makes an entry of the bank's that entry, whichever statement tells it.
type Entry<'l> = (&'l str, &'l str, &'l str, Option<&'l str>);

fn entry(line: &BankLine) -> Entry<'_> {
    let row = &line.row;
    (&row.account, &row.currency, &row.day, row.entry_reference.as_deref())
}

/// Whether a line is a whole entry, by the entry's own reference.
fn is_whole(line: &BankLine) -> bool {
    let row = &line.row;
    row.detail.is_none() && row.entry_reference.is_some() && row.bank_reference == row.entry_reference
}

/// Whether a line is a transaction of an entry, by a reference of its own or by its place.
fn is_part(line: &BankLine) -> bool {
    let row = &line.row;
    row.entry_reference.is_some() && (row.detail.is_some() || row.bank_reference != row.entry_reference)
}

/// Entries that were booked as a whole, by the statements that told them. What one statement tells is not told twice.
struct Wholes<'l>(BTreeMap<Entry<'l>, BTreeSet<&'l str>>);

impl<'l> Wholes<'l> {
    fn of(told: &[(&'l BankLine, bool)]) -> Self {
        let mut all = Self(BTreeMap::new());
        for &(line, _) in told.iter().filter(|(line, is_booked)| *is_booked && is_whole(line)) {
            all.0.entry(entry(line)).or_default().insert(line.row.statement.as_str());
        }
        all
    }

    fn have(&self, part: &BankLine) -> bool {
        let statements = self.0.get(&entry(part));
        statements.is_some_and(|statements| statements.iter().any(|statement| *statement != part.row.statement))
    }
}

/// The transactions of each entry, by the statement that told them.
struct Parts<'l>(BTreeMap<Entry<'l>, BTreeMap<&'l str, Together>>);

/// Transactions of one entry.
#[derive(Default)]
struct Together {
    sum: i128,
    unbooked: usize,
}

impl<'l> Parts<'l> {
    fn of(told: &[(&'l BankLine, bool)]) -> Self {
        let mut all = Self(BTreeMap::new());
        for &(line, is_booked) in told.iter().filter(|(line, _)| is_part(line)) {
            let together = all.0.entry(entry(line)).or_default().entry(line.row.statement.as_str()).or_default();
            together.sum += signed(line);
            together.unbooked += usize::from(!is_booked);
        }
        all
    }

    /// What a whole is, if its parts were told: booked, once the register has them all.
    fn find(&self, whole: &BankLine) -> Option<Finding> {
        let told = self.0.get(&entry(whole))?.iter().filter(|(statement, _)| **statement != whole.row.statement);
        let parts: Vec<&Together> = told.map(|(_, parts)| parts).collect();
        if parts.is_empty() {
            return None;
        }
        let is_booked = parts.iter().any(|parts| parts.unbooked == 0 && parts.sum == signed(whole));
        Some(if is_booked { Finding::Booked } else { Finding::Unmatched(Unmatched::ToldInParts) })
    }
}

fn signed(line: &BankLine) -> i128 {
    let minor = i128::from(line.amount.minor);
    if line.direction == Direction::Credit { minor } else { -minor }
}

/// All that two lines have in common of which neither says that they are not one.
type Likeness<'l> = (&'l str, &'l str, &'l str, &'l str, i64, [Option<&'l str>; 4]);

fn likeness(line: &BankLine) -> Likeness<'_> {
    let row = &line.row;
    let names = [&row.end_to_end_id, &row.creditor_reference, &row.instruction_id, &row.payments_id];
    (&row.account, &row.currency, &row.day, &row.direction, row.amount, names.map(Option::as_deref))
}

fn is_unreferenced(line: &BankLine) -> bool {
    line.row.bank_reference.is_none() && line.row.entry_reference.is_none()
}

/// Lines that are alike, by the statement that told them, the one that came first before the others.
struct Alike<'l>(BTreeMap<Likeness<'l>, BTreeMap<(i64, &'l str), Vec<&'l BankLine>>>);

impl<'l> Alike<'l> {
    fn of(told: &[(&'l BankLine, bool)]) -> Self {
        let mut all = Self(BTreeMap::new());
        for &(line, _) in told {
            let statements = all.0.entry(likeness(line)).or_default();
            statements.entry((line.row.told_at, line.row.statement.as_str())).or_default().push(line);
        }
        let each = all.0.values_mut().flat_map(BTreeMap::values_mut);
        each.for_each(|lines| lines.sort_by_key(|line| (line.row.entry, line.row.detail)));
        all
    }

    /// Whether an earlier statement has as many lines like it, and the bank's reference is missing in one of the two.
    fn was_told_before(&self, line: &BankLine) -> bool {
        let Some(statements) = self.0.get(&likeness(line)) else { return false };
        let own = (line.row.told_at, line.row.statement.as_str());
        let at = |lines: &Vec<&BankLine>| lines.iter().position(|one| one.row.id == line.row.id);
        let place = statements.get(&own).and_then(at).unwrap_or(0);
        let could_be = |other: &&&BankLine| is_unreferenced(line) || is_unreferenced(other);
        let earlier = statements.range(..own).filter(|((_, statement), _)| *statement != own.1);
        earlier.map(|(_, lines)| lines.iter().filter(could_be).count()).any(|count| count > place)
    }
}
