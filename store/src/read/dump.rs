//! Every row of every table, in the order of its key, in chunks that fit in memory.
//!
//! Checking the tables against the journal and exporting them both walk them so, inside
//! [`Reader::snapshot`](crate::Reader::snapshot). Both databases order text byte by byte, so two
//! registers with the same rows give the same walk.
//!
//! Each chunk is a query of its own that begins behind the last key. The filter on a composite key is
//! written twice, once as a bound on its first column alone: that bound is what an index can use.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::read::outbox::outbox_after;
use crate::reader::Reading;
use crate::row::{
    EndedBlockRow, InvolvedRow, JournalRow, OutboxRow, PostingRow, RetirementRow, RetirementTermRow, SubjectRow,
    TileRow, TradeBlockRow, TradeRow,
};
use crate::schema::{
    ended_block, involved, journal, posting, retirement, retirement_term, subject, tile, trade, trade_block,
};

/// Rows a chunk holds at most.
const CHUNK: i64 = 4_096;
/// The same where a row can be as large as an entry or a tile.
const CHUNK_OF_LARGE: i64 = 256;

/// Walks a table: asks for the rows after a key until there are none.
fn walk<R, K, E: From<StoreError>>(
    start: K,
    mut rows_after: impl FnMut(&K) -> QueryResult<Vec<R>>,
    key: impl Fn(&R) -> K,
    mut chunk: impl FnMut(Vec<R>) -> Result<(), E>,
) -> Result<(), E> {
    let mut after = start;
    loop {
        let rows = rows_after(&after).map_err(StoreError::from)?;
        match rows.last() {
            Some(last) => after = key(last),
            None => return Ok(()),
        }
        chunk(rows)?;
    }
}

impl Reading<'_> {
    /// Walks the journal from a sequence on, by sequence.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_journal<E: From<StoreError>>(
        &mut self,
        from: i64,
        chunk: impl FnMut(Vec<JournalRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            from.saturating_sub(1),
            |&sequence| {
                journal::table
                    .filter(journal::sequence.gt(sequence))
                    .order(journal::sequence)
                    .limit(CHUNK_OF_LARGE)
                    .select(JournalRow::as_select())
                    .load(self.connection)
            },
            |row| row.sequence,
            chunk,
        )
    }

    /// Walks the subjects, by name and sequence.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_subject<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<SubjectRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            (String::new(), i64::MIN),
            |(name, sequence)| {
                subject::table
                    .filter(subject::name.ge(name))
                    .filter(subject::name.gt(name).or(subject::sequence.gt(sequence)))
                    .order((subject::name, subject::sequence))
                    .limit(CHUNK)
                    .select(SubjectRow::as_select())
                    .load(self.connection)
            },
            |row| (row.name.clone(), row.sequence),
            chunk,
        )
    }

    /// Walks the tiles, by level and index.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_tile<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<TileRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            (i32::MIN, i64::MIN),
            |&(level, idx)| {
                tile::table
                    .filter(tile::level.ge(level))
                    .filter(tile::level.gt(level).or(tile::idx.gt(idx)))
                    .order((tile::level, tile::idx))
                    .limit(CHUNK_OF_LARGE)
                    .select(TileRow::as_select())
                    .load(self.connection)
            },
            |row| (row.level, row.idx),
            chunk,
        )
    }

    /// Walks the retirements, by id.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_retirement<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<RetirementRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            None,
            |after: &Option<String>| {
                let mut query = retirement::table
                    .order(retirement::id)
                    .limit(CHUNK)
                    .select(RetirementRow::as_select())
                    .into_boxed();
                if let Some(id) = after {
                    query = query.filter(retirement::id.gt(id));
                }
                query.load(self.connection)
            },
            |row| Some(row.id.clone()),
            chunk,
        )
    }

    /// Walks what retirements are found by, by term, sequence and id.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_retirement_term<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<RetirementTermRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            (String::new(), i64::MIN, String::new()),
            |(term, sequence, id)| {
                let later = retirement_term::sequence.eq(sequence).and(retirement_term::id.gt(id));
                retirement_term::table
                    .filter(retirement_term::term.ge(term))
                    .filter(retirement_term::term.gt(term).or(retirement_term::sequence.gt(sequence)).or(later))
                    .order((retirement_term::term, retirement_term::sequence, retirement_term::id))
                    .limit(CHUNK)
                    .select(RetirementTermRow::as_select())
                    .load(self.connection)
            },
            |row| (row.term.clone(), row.sequence, row.id.clone()),
            chunk,
        )
    }

    /// Walks the ended blocks, by batch and first milligram.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_ended_block<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<EndedBlockRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            (String::new(), i64::MIN),
            |(batch, first)| {
                ended_block::table
                    .filter(ended_block::batch.ge(batch))
                    .filter(ended_block::batch.gt(batch).or(ended_block::first.gt(first)))
                    .order((ended_block::batch, ended_block::first))
                    .limit(CHUNK)
                    .select(EndedBlockRow::as_select())
                    .load(self.connection)
            },
            |row| (row.batch.clone(), row.first),
            chunk,
        )
    }

    /// Walks the trades, by id.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_trade<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<TradeRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            None,
            |after: &Option<String>| {
                let mut query = trade::table.order(trade::id).limit(CHUNK).select(TradeRow::as_select()).into_boxed();
                if let Some(id) = after {
                    query = query.filter(trade::id.gt(id));
                }
                query.load(self.connection)
            },
            |row| Some(row.id.clone()),
            chunk,
        )
    }

    /// Walks the blocks that trades delivered, by trade and ordinal.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_trade_block<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<TradeBlockRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            (String::new(), i32::MIN),
            |(trade, ordinal)| {
                trade_block::table
                    .filter(trade_block::trade.ge(trade))
                    .filter(trade_block::trade.gt(trade).or(trade_block::ordinal.gt(ordinal)))
                    .order((trade_block::trade, trade_block::ordinal))
                    .limit(CHUNK)
                    .select(TradeBlockRow::as_select())
                    .load(self.connection)
            },
            |row| (row.trade.clone(), row.ordinal),
            chunk,
        )
    }

    /// Walks the postings, by sequence and ordinal.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_posting<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<PostingRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            (i64::MIN, i32::MIN),
            |&(sequence, ordinal)| {
                posting::table
                    .filter(posting::sequence.ge(sequence))
                    .filter(posting::sequence.gt(sequence).or(posting::ordinal.gt(ordinal)))
                    .order((posting::sequence, posting::ordinal))
                    .limit(CHUNK)
                    .select(PostingRow::as_select())
                    .load(self.connection)
            },
            |row| (row.sequence, row.ordinal),
            chunk,
        )
    }

    /// Walks whom entries concern, by organisation and sequence.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_involved<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<InvolvedRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            (String::new(), i64::MIN),
            |(organisation, sequence)| {
                involved::table
                    .filter(involved::organisation.ge(organisation))
                    .filter(involved::organisation.gt(organisation).or(involved::sequence.gt(sequence)))
                    .order((involved::organisation, involved::sequence))
                    .limit(CHUNK)
                    .select(InvolvedRow::as_select())
                    .load(self.connection)
            },
            |row| (row.organisation.clone(), row.sequence),
            chunk,
        )
    }

    /// Walks the outbox, by sequence and ordinal.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_outbox<E: From<StoreError>>(
        &mut self,
        chunk: impl FnMut(Vec<OutboxRow>) -> Result<(), E>,
    ) -> Result<(), E> {
        walk(
            (i64::MIN, i32::MIN),
            |&(sequence, ordinal)| outbox_after(self.connection, sequence, ordinal, CHUNK),
            |row| (row.sequence, row.ordinal),
            chunk,
        )
    }
}
