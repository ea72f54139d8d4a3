//! Out of the outbox in bulk: all or none, once, and fast.

use std::time::Instant;

use orebook_store::{Batch, JournalRow, LetterRow, Letters, Location, OutboxRow, Reader, Tip, Writer};
use orebook_tests::each_database;

const ROWS: i64 = 10_000;
const AT_ONCE: usize = 500;

/// A journal in which each entry owes a letter.
fn filled(location: &Location) {
    let mut writer = Writer::lead(location).unwrap();
    let journal = |sequence| JournalRow { sequence, kind: "x".to_owned(), ..JournalRow::default() };
    let organisation = "org_00000000000000000000000000".to_owned();
    let owed = |sequence| OutboxRow {
        sequence,
        ordinal: 0,
        kind: "trade_confirmation".to_owned(),
        organisation: organisation.clone(),
    };
    let after = Tip { size: ROWS, root: vec![0; 32], edge: Vec::new(), time: 1 };
    let batch = Batch {
        after,
        journal: (0..ROWS).map(journal).collect(),
        outbox: (0..ROWS).map(owed).collect(),
        ..Batch::default()
    };
    writer.append(&batch).unwrap();
}

/// Two readers of each organisation.
fn letters_of(rows: &[OutboxRow]) -> Vec<LetterRow> {
    let letter = |row: &OutboxRow, reader: usize| LetterRow {
        id: format!("{}.{}.{reader:016}", row.sequence, row.ordinal),
        kind: row.kind.clone(),
        organisation: Some(row.organisation.clone()),
        person: Some("usr_00000000000000000000000000000000".to_owned()),
        name: "Ann Reader".to_owned(),
        address: "ann@reader.example".to_owned(),
        language: "en".to_owned(),
        facts: "{\"x\":\"y\"}".repeat(50),
        state: "waiting".to_owned(),
        ..LetterRow::default()
    };
    rows.iter().flat_map(|row| [letter(row, 0), letter(row, 1)]).collect()
}

fn oldest(reader: &Reader) -> Vec<OutboxRow> {
    let limit = i64::try_from(AT_ONCE).unwrap();
    reader.read(|read| read.outbox_after((i64::MIN, i32::MIN), limit)).unwrap()
}

#[test]
fn ten_thousand_rows_are_moved_in_twenty_transactions_and_none_twice() {
    each_database(|location| {
        filled(location);
        let (reader, letters, other) =
            (Reader::open(location, 1).unwrap(), Letters::of(location), Letters::of(location));
        let (started, mut moved) = (Instant::now(), 0);
        loop {
            let rows = oldest(&reader);
            if rows.is_empty() {
                break;
            }
            let written = letters_of(&rows);
            assert!(letters.move_outbox(&rows, &written).unwrap());
            moved += rows.len();
            if moved == AT_ONCE {
                assert!(!other.move_outbox(&rows, &written).unwrap(), "what was moved is not moved again");
                let mut few = oldest(&reader);
                few.remove(0);
                assert!(!other.move_outbox(&few, &letters_of(&few)).unwrap(), "a row that was overlooked is not lost");
            }
        }
        eprintln!("{moved} rows and {} letters moved in {:?}", 2 * moved, started.elapsed());
        assert_eq!(i64::try_from(moved).unwrap(), ROWS);
        let waiting = reader.read(|read| read.letters_due(i64::MAX, 3 * ROWS)).unwrap();
        assert_eq!(waiting.len(), 2 * moved);
    });
}
