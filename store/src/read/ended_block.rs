//! What became of a serial number: the block that ended with it.

use std::ops::Range;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::EndedBlockRow;
use crate::schema::ended_block;

diesel::alias!(ended_block as before: Before);

diesel::define_sql_function! {
    /// The first of the two that is there.
    fn coalesce(one: Nullable<BigInt>, other: BigInt) -> BigInt;
}

impl Reading<'_> {
    /// The ended block that holds this milligram of an issued batch, if it has ended.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn ended_block(&mut self, batch: &str, milligram: i64) -> Result<Option<EndedBlockRow>, StoreError> {
        // Blocks do not overlap, so only the nearest one that begins at or before it can hold it.
        let nearest = ended_block::table
            .filter(ended_block::batch.eq(batch))
            .filter(ended_block::first.le(milligram))
            .order(ended_block::first.desc())
            .select(EndedBlockRow::as_select())
            .first(self.connection)
            .optional()?;
        Ok(nearest.filter(|block: &EndedBlockRow| milligram < block.last))
    }

    /// The ended blocks of an issued batch that share a milligram with the range, in order of serial
    /// number, at most `limit`. The next page's range begins at `last` of the block that ended this
    /// one. It is one statement and two searches of the key, however many blocks the register has.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn ended_blocks(
        &mut self,
        batch: &str,
        range: Range<i64>,
        limit: i64,
    ) -> Result<Vec<EndedBlockRow>, StoreError> {
        // Blocks do not overlap, so of those that begin before the range only the nearest can reach into it.
        let nearest = before
            .filter(before.field(ended_block::batch).eq(batch))
            .filter(before.field(ended_block::first).le(range.start))
            .order(before.field(ended_block::first).desc())
            .limit(1)
            .select(before.field(ended_block::first))
            .single_value();
        let mut rows: Vec<EndedBlockRow> = ended_block::table
            .filter(ended_block::batch.eq(batch))
            .filter(ended_block::first.ge(coalesce(nearest, range.start)))
            .filter(ended_block::first.lt(range.end))
            .order(ended_block::first)
            // One more, for the nearest may end before the range begins.
            .limit(limit.saturating_add(1))
            .select(EndedBlockRow::as_select())
            .load(self.connection)?;
        rows.retain(|block| range.start < block.last);
        rows.truncate(usize::try_from(limit).unwrap_or(0));
        Ok(rows)
    }

    /// The ended blocks of an issued batch from a milligram on, in order of serial number, at most `limit`; without
    /// what entries after `until` ended.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn ended_blocks_until(
        &mut self,
        batch: &str,
        from: i64,
        until: Option<i64>,
        limit: i64,
    ) -> Result<Vec<EndedBlockRow>, StoreError> {
        Ok(ended_block::table
            .filter(ended_block::batch.eq(batch))
            .filter(ended_block::first.ge(from))
            .filter(ended_block::sequence.le(until.unwrap_or(i64::MAX)))
            .order(ended_block::first)
            .limit(limit)
            .select(EndedBlockRow::as_select())
            .load(self.connection)?)
    }
}
