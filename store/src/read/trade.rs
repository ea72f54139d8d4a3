//! The tape: trades of a market; and what each trade delivered.

use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::page::{Page, PageKey};
use crate::reader::Reading;
use crate::row::{TradeBlockRow, TradeRow};
use crate::schema::{trade, trade_block};

impl Reading<'_> {
    /// The trade with this id.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn trade(&mut self, id: &str) -> Result<Option<TradeRow>, StoreError> {
        let row = trade::table.find(id).select(TradeRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// The blocks that a trade delivered, lowest first; of deals as well, which are not on the tape.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn trade_blocks(&mut self, trade: &str) -> Result<Vec<TradeBlockRow>, StoreError> {
        let blocks = trade_block::table.filter(trade_block::trade.eq(trade)).order(trade_block::ordinal);
        Ok(blocks.select(TradeBlockRow::as_select()).load(self.connection)?)
    }

    /// The trades of a market, newest first.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn tape(&mut self, market: &str, page: &Page<PageKey>) -> Result<Vec<TradeRow>, StoreError> {
        let mut query = trade::table
            .filter(trade::market.eq(market))
            .select(TradeRow::as_select())
            .order((trade::sequence.desc(), trade::id.desc()))
            .limit(page.limit)
            .into_boxed();
        if let Some(PageKey { sequence, id }) = &page.before {
            let older = trade::sequence.lt(sequence).or(trade::id.lt(id));
            query = query.filter(trade::sequence.le(sequence)).filter(older);
        }
        Ok(query.load(self.connection)?)
    }

    /// How many trades a market has seen.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn trade_count(&mut self, market: &str) -> Result<i64, StoreError> {
        let count = trade::table.filter(trade::market.eq(market)).count();
        Ok(count.get_result(self.connection)?)
    }
}

/// Whether the first or the last trade on the tape has no blocks; they are written with it, or for all at once.
pub(crate) fn lacks_blocks(connection: &mut AnyConnection) -> Result<bool, StoreError> {
    let first = trade::table.order(trade::id).select(trade::id).first::<String>(connection).optional()?;
    let last = trade::table.order(trade::id.desc()).select(trade::id).first::<String>(connection).optional()?;
    for id in first.into_iter().chain(last) {
        let block = trade_block::table.find((&id, 0)).select(trade_block::batch);
        if block.first::<String>(connection).optional()?.is_none() {
            return Ok(true);
        }
    }
    Ok(false)
}
