//! By which trade credits were sold. Credits are sold once, so what was delivered by a trade is a set of ranges that no
//! other trade touches, wherever they go afterwards.

use std::collections::BTreeMap;

use super::{Credits, Range};
use crate::values::*;

/// What was delivered by trades.
#[derive(Debug, Clone, Default)]
pub(super) struct Sales {
    /// Batch and first milligram → the milligram after the last, and the trade.
    sold: BTreeMap<(BatchId, u64), (u64, TradeId)>,
    /// What the last event delivered, for the tables.
    delivered: Vec<Range>,
}

impl Sales {
    pub(super) fn record(&mut self, range: Range, trade: TradeId) {
        self.sold.insert((range.batch, range.from), (range.to, trade));
        self.delivered.push(range);
    }
    pub(super) fn clear_trace(&mut self) {
        self.delivered.clear();
    }
    pub(super) fn last_delivered(&self) -> &[Range] {
        &self.delivered
    }
}

impl Credits {
    /// The trades that sold what a range holds, each with its part of it, lowest first.
    pub fn sales_in(&self, range: Range) -> impl Iterator<Item = (Range, TradeId)> {
        let sold = &self.sales.sold;
        let before = sold.range((range.batch, 0)..=(range.batch, range.from)).next_back();
        let first = before.map_or(range.from, |((_, from), _)| *from);
        sold.range((range.batch, first)..(range.batch, range.to)).filter_map(move |((batch, from), (to, trade))| {
            let part = Range { batch: *batch, from: range.from.max(*from), to: range.to.min(*to) };
            (part.from < part.to).then_some((part, *trade))
        })
    }

    /// What was sold, with the trade that sold it, by batch and first milligram.
    pub fn sales(&self) -> impl Iterator<Item = (Range, TradeId)> {
        let sold = self.sales.sold.iter();
        sold.map(|((batch, from), (to, trade))| (Range { batch: *batch, from: *from, to: *to }, *trade))
    }

    /// The trades that sold credits of a batch.
    pub(crate) fn trades_of(&self, batch: BatchId) -> impl Iterator<Item = TradeId> {
        self.sales.sold.range((batch, 0)..=(batch, u64::MAX)).map(|(_, (_, trade))| *trade)
    }
}
