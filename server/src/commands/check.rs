//! `orebook check`: replays the journal to the head it saw at its start, and compares every table with it.

use orebook_registry::values::Timestamp;
use orebook_registry::{Registry, invariants};
use orebook_store::{Batch, Look, Reader, Reading, StoreError};
use orebook_tlog::{Edge, leaf_hash};

use crate::backup;
use crate::config::Config;
use crate::rules;
use crate::sequencer::{Tiles, push_rows};

/// What a check found in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Entries replayed.
    pub entries: u64,
    /// SHA-256 over head, journal and the state's canonical text.
    pub digest: String,
}

/// Something is not as the journal says.
#[derive(Debug, thiserror::Error)]
enum CheckError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{0}")]
    Found(String),
}

/// Checks, and says what was found.
pub fn run(config: &Config) -> Result<(), String> {
    backup::refuse_unfinished(&config.data).map_err(|error| error.to_string())?;
    let reader = Reader::open(&config.database, 1).map_err(|error| error.to_string())?;
    orebook_store::examine(&config.database, Look::Whole).map_err(|error| error.to_string())?;
    rules::require_known_founding(&reader)?;
    let checked = check(&reader)?;
    println!(
        "{} entries replayed; invariants hold; head, journal, subject, involved, tile, retirement, retirement_term, ended_block, trade, trade_block and posting are as replayed",
        checked.entries
    );
    println!("state digest {}", checked.digest);
    Ok(())
}

/// Checks everything in one snapshot.
pub fn check(reader: &Reader) -> Result<Checked, String> {
    reader.snapshot(check_snapshot).map_err(|error: CheckError| error.to_string())
}

/// Checks a database that is being restored. One of an older version may lack rows of tables that have come since: a leader
/// writes them, and its tables are compared by `orebook check` afterwards.
pub(crate) fn check_restored(read: &mut Reading<'_>, is_older: bool) -> Result<Checked, String> {
    let checked = if is_older { replay(read).map(|(checked, _)| checked) } else { check_snapshot(read) };
    checked.map_err(|error| error.to_string())
}

fn check_snapshot(read: &mut Reading<'_>) -> Result<Checked, CheckError> {
    let (checked, expected) = replay(read)?;
    compare(read, expected)?;
    Ok(checked)
}

/// Replays the journal to the head; answers what the tables should hold.
fn replay(read: &mut Reading<'_>) -> Result<(Checked, Batch), CheckError> {
    let found = |detail: String| CheckError::Found(detail);
    let head = read.head()?;
    let (mut registry, mut edge, mut tiles, mut expected) =
        (Registry::new(), Edge::new(), Tiles::default(), Batch::default());
    let mut summary = Vec::new();
    read.each_journal(0, |rows| {
        for row in rows {
            let leaf = leaf_hash(&row.entry);
            let entry = registry
                .retrace(&row.entry, Timestamp::from_ms(head.time))
                .map_err(|error| found(format!("entry {}: {error}", row.sequence)))?;
            rules::require_known(&registry).map_err(|unknown| found(unknown.to_string()))?;
            edge.push(leaf);
            push_rows(&mut expected, &registry, &entry, leaf, tiles.push(leaf));
            let journal = expected.journal.pop();
            if journal.as_ref() != Some(&row) {
                return Err(found(format!("journal row {} is not as replayed", row.sequence)));
            }
            summary.extend_from_slice(&leaf);
        }
        Ok(())
    })?;
    let stands = (head.size, head.root.as_slice(), head.edge.as_slice(), head.time);
    let replayed = (
        i64::try_from(edge.size()).unwrap_or(0),
        edge.root(),
        edge.to_bytes(),
        registry.time().map_or(0, Timestamp::ms),
    );
    if stands != (replayed.0, replayed.1.as_slice(), replayed.2.as_slice(), replayed.3) {
        return Err(found("the head is not as replayed".to_owned()));
    }
    invariants::check(&registry).map_err(|broken| found(broken.to_string()))?;
    summary.extend_from_slice(&head.root);
    summary.extend_from_slice(registry.dump().as_bytes());
    let digest = hex::encode(orebook_document::sha256(&summary));
    Ok((Checked { entries: registry.size(), digest }, expected))
}

/// Sorts what is expected by the table's key and walks the table beside it.
macro_rules! compare_table {
    ($read:ident, $each:ident, $table:literal, $expected:expr, $($key:ident),+) => {{
        let mut expected = $expected;
        expected.sort_unstable_by(|one, other| ($(&one.$key,)+).cmp(&($(&other.$key,)+)));
        let mut at = 0;
        $read.$each(|rows| {
            for row in rows {
                if expected.get(at) != Some(&row) {
                    return Err(CheckError::Found(format!(
                        concat!($table, " row {} is not as replayed: {:?}"),
                        at, row
                    )));
                }
                at += 1;
            }
            Ok(())
        })?;
        if at != expected.len() {
            return Err(CheckError::Found(format!(
                concat!($table, " has {} rows, {} were replayed"),
                at,
                expected.len()
            )));
        }
    }};
}

fn compare(read: &mut Reading<'_>, expected: Batch) -> Result<(), CheckError> {
    compare_table!(read, each_subject, "subject", expected.subjects, name, sequence);
    compare_table!(read, each_involved, "involved", expected.involved, organisation, sequence);
    compare_table!(read, each_tile, "tile", expected.tiles, level, idx);
    let terms: Vec<_> = expected.retirements.iter().flat_map(|row| row.terms()).collect();
    compare_table!(read, each_retirement_term, "retirement_term", terms, term, sequence, id);
    compare_table!(read, each_retirement, "retirement", expected.retirements, id);
    compare_table!(read, each_ended_block, "ended_block", expected.ended_blocks, batch, first);
    compare_table!(read, each_trade, "trade", expected.trades, id);
    compare_table!(read, each_trade_block, "trade_block", expected.trade_blocks, trade, ordinal);
    compare_table!(read, each_posting, "posting", expected.postings, sequence, ordinal);
    Ok(())
}
