//! Appending on SQLite: prepared statements that take sixteen rows or one.
//!
//! A statement's text, and so its place in the cache, depends on the number of rows. Two sizes cover
//! every batch with two statements a table: as many sixteens as there are, then the rest one by one.

use diesel::prelude::*;

use crate::row::Batch;
use crate::schema::{ended_block, journal, outbox, posting, retirement, subject, tile, trade};

/// Rows a statement takes at once; the widest table has fourteen columns, far below SQLite's limit.
const ROWS: usize = 16;

/// A macro, because the bounds of a function generic over diesel's inserts would be longer than it.
macro_rules! insert_into {
    ($connection:expr, $table:expr, $rows:expr) => {
        let (sixteens, rest) = $rows.as_chunks::<ROWS>();
        for rows in sixteens {
            diesel::insert_into($table).values(rows).execute($connection)?;
        }
        for row in rest {
            diesel::insert_into($table).values(row).execute($connection)?;
        }
    };
}

pub(super) fn insert(connection: &mut SqliteConnection, batch: &Batch) -> QueryResult<()> {
    insert_into!(connection, journal::table, &batch.journal);
    insert_into!(connection, subject::table, &batch.subjects);
    insert_into!(connection, tile::table, &batch.tiles);
    insert_into!(connection, retirement::table, &batch.retirements);
    insert_into!(connection, ended_block::table, &batch.ended_blocks);
    insert_into!(connection, trade::table, &batch.trades);
    insert_into!(connection, posting::table, &batch.postings);
    insert_into!(connection, outbox::table, &batch.outbox);
    Ok(())
}
