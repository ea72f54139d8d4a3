//! What is appended is found again, byte for byte.

use std::cell::RefCell;

use orebook_store::{AppendError, Batch, Location, Reader, StoreError};
use orebook_tests::each_database;

use super::fixture::{batch, lead_again, postings, tip, writer_after};

/// All rows, table by table, as the dump gives them; only head and batch bounds are left out.
pub fn contents(location: &Location) -> Batch {
    let reader = Reader::open(location, 1).unwrap();
    let mut all = Batch::default();
    let dumped: Result<(), StoreError> = reader.snapshot(|reading| {
        reading.each_journal(0, into(&mut all.journal))?;
        reading.each_subject(into(&mut all.subjects))?;
        reading.each_involved(into(&mut all.involved))?;
        reading.each_tile(into(&mut all.tiles))?;
        reading.each_retirement(into(&mut all.retirements))?;
        reading.each_ended_block(into(&mut all.ended_blocks))?;
        reading.each_trade(into(&mut all.trades))?;
        reading.each_trade_block(into(&mut all.trade_blocks))?;
        reading.each_posting(into(&mut all.postings))?;
        reading.each_outbox(into(&mut all.outbox))
    });
    dumped.unwrap();
    all
}

fn into<R>(all: &mut Vec<R>) -> impl FnMut(Vec<R>) -> Result<(), StoreError> {
    |rows| {
        all.extend(rows);
        Ok(())
    }
}

/// The rows of a batch in the order in which the dump gives them.
fn sorted(mut batch: Batch) -> Batch {
    batch.subjects.sort_by(|a, b| (&a.name, a.sequence).cmp(&(&b.name, b.sequence)));
    batch.involved.sort_by(|a, b| (&a.organisation, a.sequence).cmp(&(&b.organisation, b.sequence)));
    Batch { before: 0, after: Default::default(), ..batch }
}

#[test]
fn every_row_comes_back_as_it_went_in() {
    let seen = RefCell::new(Vec::new());
    each_database(|location| {
        let mut writer = writer_after(location, &[]);
        let whole = batch(0, 600);
        writer.append(&whole).unwrap();

        let head = writer.head().unwrap();
        assert_eq!((head.epoch, head.size, head.time), (1, 600, whole.after.time));
        assert_eq!((&head.root, &head.edge), (&whole.after.root, &whole.after.edge));
        assert_eq!(contents(location), sorted(whole));
        seen.borrow_mut().push(contents(location));
    });
    let seen = seen.into_inner();
    assert_eq!(seen[0], seen[1]);
}

#[test]
fn batches_of_any_size_follow_one_another() {
    each_database(|location| {
        let mut writer = writer_after(location, &[1, 2, 15, 16, 17, 33, 1]);
        assert_eq!(writer.head().unwrap().size, 85);
        let mut one = batch(0, 85);
        one.tiles = contents(location).tiles;
        assert_eq!(contents(location), sorted(one));
    });
}

#[test]
fn an_empty_list_is_no_statement_and_an_empty_batch_only_moves_the_head() {
    each_database(|location| {
        let mut writer = orebook_tests::lead(location);
        writer.append(&Batch { before: 0, after: tip(0), ..Batch::default() }).unwrap();
        writer.append(&Batch { journal: batch(0, 1).journal, after: tip(1), ..Batch::default() }).unwrap();
        assert_eq!(contents(location).journal.len(), 1);
    });
}

#[test]
fn the_largest_batch_fits() {
    each_database(|location| {
        let mut large = batch(0, 256);
        for row in &mut large.journal {
            row.entry = (0..60_000_u32).map(|i| (i % 251) as u8).collect();
        }
        large.postings = (0..256).flat_map(|sequence| postings(sequence, 12)).collect();
        assert!(large.postings.len() > 3_000);
        let mut writer = orebook_tests::lead(location);
        writer.append(&large).unwrap();
        assert_eq!(contents(location), sorted(large));
    });
}

#[test]
fn replay_gives_the_entries_in_order_and_in_pieces() {
    each_database(|location| {
        drop(writer_after(location, &[10, 15]));
        let mut writer = lead_again(location);
        let mut replayed = Vec::new();
        loop {
            let from = i64::try_from(replayed.len()).unwrap();
            let entries = writer.replay(from, 4).unwrap();
            if entries.is_empty() {
                break;
            }
            assert!(entries.len() <= 4);
            replayed.extend(entries);
        }
        let expected = batch(0, 25).journal;
        assert_eq!(replayed.len(), expected.len());
        for (entry, row) in replayed.iter().zip(&expected) {
            assert_eq!((entry.sequence, entry.time, &entry.entry), (row.sequence, row.time, &row.entry));
        }
    });
}

#[test]
fn a_row_that_is_already_there_fails_the_batch_as_a_whole() {
    each_database(|location| {
        let mut writer = writer_after(location, &[3]);
        let mut clash = batch(3, 2);
        clash.trades[1].id = "t_00000".into();
        let before = contents(location);
        assert!(matches!(writer.append(&clash), Err(AppendError::Unknown(_))));
        assert_eq!(contents(location), before);
        assert!(matches!(writer.append(&batch(3, 2)), Err(AppendError::Poisoned)));
        assert!(matches!(writer.head(), Err(StoreError::Poisoned)));
        assert!(matches!(writer.replay(0, 1), Err(StoreError::Poisoned)));
        assert!(matches!(writer.heartbeat(), Err(StoreError::Poisoned)));
    });
}
