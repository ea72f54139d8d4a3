//! Every read but the search, against rows whose answers are known.

use orebook_store::{Balance, EndedBlockRow, Page, PageKey, Period, Reader, Reading, StoreError, Tip, Turnover};
use orebook_tests::each_database;

use super::fixture::{batch, postings, time, trade_blocks, writer_after};

/// Twenty entries, and a look at them on each database.
fn check(look: impl Fn(&mut Reading<'_>) -> Result<(), StoreError>) {
    each_database(|location| {
        let _writer = writer_after(location, &[20]);
        Reader::open(location, 1).unwrap().read(&look).unwrap();
    });
}

#[test]
fn entries_by_sequence_and_range() {
    let rows = batch(0, 20).journal;
    check(|reading| {
        assert_eq!(reading.entry(7)?.as_ref(), Some(&rows[7]));
        assert_eq!(reading.entry(20)?, None);
        let entries = reading.entries(3..6)?;
        assert_eq!(entries.iter().map(|entry| entry.sequence).collect::<Vec<_>>(), [3, 4, 5]);
        assert_eq!(entries[1].entry, rows[4].entry);
        assert_eq!(reading.leaves(18..99)?, [rows[18].leaf.clone(), rows[19].leaf.clone()]);
        assert!(reading.entries(5..5)?.is_empty() && reading.leaves(5..5)?.is_empty());
        Ok(())
    });
}

#[test]
fn the_fate_of_an_instruction_is_its_entry() {
    let rows = batch(0, 20).journal;
    check(|reading| {
        assert_eq!(reading.fate("o_1", "name 4")?.as_ref(), Some(&rows[4]));
        assert_eq!(reading.fate("o_1", "name 3")?, None, "entry 3 was signed by nobody");
        assert_eq!(reading.fate("o_2", "name 4")?, None);
        Ok(())
    });
}

#[test]
fn the_history_of_a_thing_is_newest_first() {
    check(|reading| {
        let mut sequences = |page| -> Result<Vec<i64>, StoreError> {
            let rows = reading.entries_naming("thing 1", &page)?;
            Ok(rows.iter().map(|row| row.sequence).collect())
        };
        assert_eq!(sequences(Page::newest(3))?, [19, 17, 15]);
        assert_eq!(sequences(Page::before(15, 3))?, [13, 11, 9]);
        assert_eq!(sequences(Page::before(1, 3))?, Vec::<i64>::new());
        assert!(reading.entries_naming("nothing", &Page::newest(3))?.is_empty());
        Ok(())
    });
}

#[test]
fn tiles_and_single_rows_by_key() {
    let rows = batch(0, 20);
    check(|reading| {
        assert_eq!(reading.tile(0, 0)?.as_ref(), Some(&rows.tiles[0].hashes));
        assert_eq!(reading.tile(1, 0)?, None);
        assert_eq!(reading.retirement("r_00003")?.as_ref(), Some(&rows.retirements[3]));
        assert_eq!(reading.retirement("r")?, None);
        assert_eq!(reading.trade("t_00003")?.as_ref(), Some(&rows.trades[3]));
        assert_eq!(reading.trade("t")?, None);
        assert_eq!(reading.outbox_after((17, 0), 9)?, rows.outbox[18..]);
        assert_eq!(reading.outbox_after((-1, 0), 2)?, rows.outbox[..2]);
        Ok(())
    });
}

#[test]
fn a_serial_number_leads_to_the_block_that_ended_with_it() {
    check(|reading| {
        let firsts = |blocks: Vec<EndedBlockRow>| -> Vec<i64> { blocks.iter().map(|block| block.first).collect() };
        for (milligram, first) in [(0, Some(0)), (9, Some(0)), (10, None), (19, None), (25, Some(20))] {
            let block = reading.ended_block("b_1", milligram)?;
            assert_eq!(block.map(|block| block.first), first, "{milligram}");
        }
        assert_eq!(reading.ended_block("b_2", 5)?, None);
        assert_eq!(firsts(reading.ended_blocks("b_1", 25..61, 9)?), [20, 40, 60]);
        assert_eq!(firsts(reading.ended_blocks("b_1", 30..60, 9)?), [40]);
        assert_eq!(firsts(reading.ended_blocks("b_1", 0..i64::MAX, 2)?), [0, 20]);
        assert_eq!(firsts(reading.ended_blocks("b_1", 30..i64::MAX, 2)?), [40, 60]);
        Ok(())
    });
}

#[test]
fn the_tape_is_newest_first_and_pages_within_an_entry() {
    check(|reading| {
        let mut tape = |page| -> Result<Vec<String>, StoreError> {
            Ok(reading.tape("m_1", &page)?.into_iter().map(|trade| trade.id).collect())
        };
        assert_eq!(tape(Page::newest(2))?, ["t_00019", "t_00017"]);
        let key = PageKey { sequence: 16, id: "t_00017".into() };
        assert_eq!(tape(Page::before(key, 2))?, ["t_00015", "t_00013"]);
        assert_eq!((reading.trade_count("m_1")?, reading.trade_count("m_2")?), (10, 0));
        Ok(())
    });
}

#[test]
fn postings_of_an_account_and_their_sums() {
    check(|reading| {
        let newest = reading.postings("a_0", &Page::newest(3))?;
        let keys: Vec<_> = newest.iter().map(|row| (row.sequence, row.ordinal)).collect();
        assert_eq!(keys, [(19, 2), (19, 0), (18, 2)]);
        assert_eq!(newest[0], postings(19, 3)[2]);
        assert_eq!(reading.postings("a_0", &Page::before((19, 2), 1))?, [postings(19, 3)[0].clone()]);
        let sum = |currency: &str, amount| Balance { currency: currency.into(), amount };
        assert_eq!(reading.balances("a_0")?, [sum("EUR", -100), sum("USD", 80_000_000_000)]);
        assert_eq!(reading.balances("nobody")?, []);
        Ok(())
    });
}

#[test]
fn a_statement_begins_with_what_stood_there_and_goes_on_where_a_page_ended() {
    const EACH: i64 = 4_000_000_000;
    let of = |account: &str, currency: &str, from, until| Period {
        account: account.into(),
        currency: currency.into(),
        from,
        until,
    };
    check(|reading| {
        let period = of("a_0", "USD", 5, 9);
        assert_eq!(reading.balance_before(&period)?, 5 * EACH);
        assert_eq!(reading.turnover(&period)?, Turnover { incoming: 5 * EACH, outgoing: 0 });
        assert_eq!(reading.moved_up_to(&period, (7, 2))?, 3 * EACH);
        assert_eq!(reading.moved_up_to(&period, (7, 1))?, 2 * EACH);
        assert_eq!(reading.moved_up_to(&period, (99, 0))?, 5 * EACH);
        let rows = reading.statement(&period, None, 2)?;
        assert_eq!(rows.iter().map(|row| row.posting.sequence).collect::<Vec<_>>(), [5, 6]);
        assert_eq!(rows[0].posting, postings(5, 3)[2]);
        assert_eq!((rows[0].time, rows[0].kind.as_str()), (time(5), batch(5, 1).journal[0].kind.as_str()));
        let rest = reading.statement(&period, Some((6, 2)), 9)?;
        assert_eq!(rest.iter().map(|row| row.posting.sequence).collect::<Vec<_>>(), [7, 8, 9]);
        let euros = of("a_0", "EUR", 0, i64::MAX);
        assert_eq!(reading.turnover(&euros)?, Turnover { incoming: 0, outgoing: 100 });
        let nothing = of("nobody", "USD", 0, 19);
        assert_eq!((reading.balance_before(&nothing)?, reading.moved_up_to(&nothing, (19, 9))?), (0, 0));
        assert_eq!(reading.turnover(&nothing)?, Turnover { incoming: 0, outgoing: 0 });
        let over = of("a_0", "USD", 12, 11);
        assert_eq!((reading.balance_before(&over)?, reading.statement(&over, None, 9)?), (12 * EACH, Vec::new()));
        Ok(())
    });
}

#[test]
fn a_time_leads_to_the_first_entry_since_and_a_trade_to_its_blocks() {
    check(|reading| {
        for (time, sequence) in [(0, 0), (time(0), 0), (time(7), 7), (time(19), 19), (time(20), 20), (i64::MAX, 20)] {
            assert_eq!(reading.first_since(time)?, sequence, "{time}");
        }
        assert_eq!(reading.trade_blocks("t_00003")?, trade_blocks(3));
        assert_eq!(reading.trade_blocks("t")?, []);
        Ok(())
    });
}

#[test]
fn a_sum_beyond_64_bits_is_an_error_and_never_a_wrong_number() {
    each_database(|location| {
        let mut rows = batch(0, 1);
        for posting in &mut rows.postings {
            (posting.account, posting.currency) = ("rich".into(), "EUR".into());
            posting.amount = i64::MAX;
        }
        orebook_tests::lead(location).append(&rows).unwrap();
        let reader = Reader::open(location, 1).unwrap();
        let sum = reader.read(|reading| reading.balances("rich"));
        assert!(matches!(sum, Err(StoreError::Database(_))), "{sum:?}");
    });
}

#[test]
fn a_reader_sees_each_batch_as_soon_as_it_is_appended() {
    each_database(|location| {
        let mut writer = orebook_tests::lead(location);
        let reader = Reader::open(location, 2).unwrap();
        for size in 0..20 {
            writer.append(&batch(size, 1)).unwrap();
            let head = reader.read(|reading| reading.head()).unwrap();
            let Tip { root, time, .. } = super::fixture::tip(size + 1);
            assert_eq!((head.size, head.root, head.time), (size + 1, root, time));
        }
    });
}
