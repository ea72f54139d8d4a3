//! Appending on SQLite: one prepared statement a table, run once for each row.
//!
//! There is no journey to the database to be saved. Statements of sixteen and of sixty-four rows were
//! measured and were no faster: the time goes into the trees and the disk.

use diesel::prelude::*;

use crate::row::{Batch, LetterRow, RetirementRow};
use crate::schema::{
    ended_block, involved, journal, letter, outbox, posting, retirement, retirement_term, subject, tile, trade,
    trade_block,
};

/// A macro, because the bounds of a function generic over diesel's inserts would be longer than it.
macro_rules! insert_into {
    ($connection:expr, $table:expr, $rows:expr) => {
        for row in $rows {
            diesel::insert_into($table).values(row).execute($connection)?;
        }
    };
}

pub(super) fn insert(connection: &mut SqliteConnection, batch: &Batch) -> QueryResult<()> {
    insert_into!(connection, journal::table, &batch.journal);
    insert_into!(connection, subject::table, &batch.subjects);
    insert_into!(connection, involved::table, &batch.involved);
    insert_into!(connection, tile::table, &batch.tiles);
    insert_into!(connection, retirement::table, &batch.retirements);
    let terms = batch.retirements.iter().flat_map(RetirementRow::terms);
    insert_into!(connection, retirement_term::table, terms.collect::<Vec<_>>().iter());
    insert_into!(connection, ended_block::table, &batch.ended_blocks);
    insert_into!(connection, trade::table, &batch.trades);
    insert_into!(connection, trade_block::table, &batch.trade_blocks);
    insert_into!(connection, posting::table, &batch.postings);
    insert_into!(connection, outbox::table, &batch.outbox);
    Ok(())
}

pub(super) fn insert_letters(connection: &mut SqliteConnection, letters: &[LetterRow]) -> QueryResult<()> {
    insert_into!(connection, letter::table, letters);
    Ok(())
}
