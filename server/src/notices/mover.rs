//! Out of the outbox: each row becomes a letter to every person who should get it, in as few transactions as can be.
//!
//! What a letter tells is written down here and not when it is sent: from the entry, so that it tells what was, however
//! late the mail server takes it.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::Entry;
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_store::{LetterRow, Letters, OutboxRow, Reading, StoreError};

use super::facts::{Facts, Figure, facts_of};
use super::kind::Kind;
use super::letter::{Recipient, digest, row};
use super::owed::{Owed, owed};
use super::readers::Readers;
use crate::app::Shared;

/// Rows moved in one transaction.
const AT_ONCE: i64 = 500;

/// Moves what is there; answers how many rows that were.
pub fn move_outbox(shared: &Shared, letters: &Letters, now: Timestamp) -> Result<usize, StoreError> {
    let mut moved = 0;
    loop {
        let rows = shared.reader.read(|read| read.outbox_after((i64::MIN, i32::MIN), AT_ONCE))?;
        // An entry is stored a moment before the state that readers see has followed it.
        let size = i64::try_from(shared.sequencer.read(|registry| registry.size())).unwrap_or(i64::MAX);
        let rows: Vec<OutboxRow> = rows.into_iter().take_while(|row| row.sequence < size).collect();
        if rows.is_empty() {
            return Ok(moved);
        }
        let written = write(shared, &rows, now)?;
        // Another server may have moved them, if it leads by now.
        if !letters.move_outbox(&rows, &written)? {
            return Ok(moved);
        }
        moved += rows.len();
    }
}

/// The letters of some rows.
fn write(shared: &Shared, rows: &[OutboxRow], now: Timestamp) -> Result<Vec<LetterRow>, StoreError> {
    let (readers, entries) = shared.reader.read(|read| {
        let readers = readers_of(shared, read, rows)?;
        // Where nobody is written to, the entry need not be read.
        let told = rows.iter().filter(|row| !recipients(row, &readers).is_empty()).map(|row| row.sequence);
        let mut entries = BTreeMap::new();
        for sequence in told.collect::<BTreeSet<_>>() {
            entries.extend(read.entry(sequence)?.map(|entry| (sequence, entry.entry)));
        }
        Ok::<_, StoreError>((readers, entries))
    })?;
    let mut written = Vec::new();
    let mut at = 0;
    while let Some(first) = rows.get(at) {
        let end = at + rows[at..].iter().take_while(|row| row.sequence == first.sequence).count();
        let of_row = |row| (row, recipients(row, &readers));
        let of_entry: Vec<(&OutboxRow, Vec<Recipient>)> =
            rows[at..end].iter().map(of_row).filter(|(_, to)| !to.is_empty()).collect();
        at = end;
        let Some(entry) = entries.get(&first.sequence) else { continue };
        for (row, to, facts) in facts_of_rows(shared, entry, of_entry) {
            written.extend(to.iter().filter_map(|to| letter(row, to, &facts, now)));
        }
    }
    Ok(written)
}

/// What the letters of an entry tell. A row that fits no letter is a fault of ours: it is said, and holds nothing up.
fn facts_of_rows<'r>(
    shared: &Shared,
    entry: &[u8],
    rows: Vec<(&'r OutboxRow, Vec<Recipient>)>,
) -> Vec<(&'r OutboxRow, Vec<Recipient>, Facts)> {
    let Ok(entry) = Entry::parse(entry) else { return Vec::new() };
    shared.state(|registry| {
        let owed = owed(registry, &entry.events);
        let facts = |row: &OutboxRow| facts_of(registry, entry.time, &of_row(&owed, row)?);
        let told = rows.into_iter().filter_map(|(row, to)| {
            let facts = facts(row);
            if facts.is_none() {
                tracing::error!(sequence = row.sequence, ordinal = row.ordinal, "a letter of the outbox is none");
            }
            Some((row, to, facts?))
        });
        told.collect()
    })
}

/// The letter of a row, out of those that its entry causes: the one in its place; else, for who holds credits may have changed
/// meanwhile, one of its kind.
fn of_row<'e>(all: &[Owed<'e>], row: &OutboxRow) -> Option<Owed<'e>> {
    let to: OrganisationId = row.organisation.parse().ok()?;
    let at = usize::try_from(row.ordinal).ok().and_then(|at| all.get(at));
    let is_of_kind = |owed: &&Owed<'e>| owed.kind.word() == row.kind;
    let found = at.filter(|owed| is_of_kind(owed) && owed.to == to).or_else(|| all.iter().find(is_of_kind));
    found.map(|owed| Owed { to, ..*owed })
}

fn letter(outbox: &OutboxRow, to: &Recipient, facts: &Facts, now: Timestamp) -> Option<LetterRow> {
    let kind = Kind::of(&outbox.kind)?;
    let id = format!("{}.{}.{}", outbox.sequence, outbox.ordinal, digest(&to.address));
    let facts = facts.clone().tell("role", Figure::Word(to.role_word()));
    row(id, kind, to, &facts, now, None).ok()
}

/// The readers of the organisations that some rows name.
fn readers_of(shared: &Shared, read: &mut Reading<'_>, rows: &[OutboxRow]) -> Result<Readers, StoreError> {
    let organisations: BTreeSet<&str> = rows.iter().map(|row| row.organisation.as_str()).collect();
    Readers::of(shared, read, &organisations.into_iter().collect::<Vec<_>>())
}

/// Who is written to because of a row.
fn recipients(row: &OutboxRow, readers: &Readers) -> Vec<Recipient> {
    Kind::of(&row.kind).map(|kind| readers.of_kind(&row.organisation, kind)).unwrap_or_default()
}
