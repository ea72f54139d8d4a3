//! The tape: trades of a market.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::page::{Page, PageKey};
use crate::reader::Reading;
use crate::row::TradeRow;
use crate::schema::trade;

impl Reading<'_> {
    /// The trade with this id.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn trade(&mut self, id: &str) -> Result<Option<TradeRow>, StoreError> {
        let row = trade::table.find(id).select(TradeRow::as_select());
        Ok(row.first(self.connection).optional()?)
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
