//! Statements: the postings of one account in one currency between two entries, oldest first, and their sums.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::error::StoreError;
use crate::read::head::head;
use crate::reader::Reading;
use crate::row::PostingRow;
use crate::schema::{journal, posting};

/// Which postings a statement is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The account.
    pub account: String,
    /// The currency.
    pub currency: String,
    /// First entry.
    pub from: i64,
    /// Last entry.
    pub until: i64,
}

/// A posting, with what its entry says of when and why.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct StatementRow {
    /// The posting.
    #[diesel(embed)]
    pub posting: PostingRow,
    /// Time of its entry.
    pub time: i64,
    /// Kind of its entry.
    pub kind: String,
}

/// What came in and what went out, each as a sum of no sign, in the currency's smallest unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable)]
pub struct Turnover {
    /// In.
    pub incoming: i64,
    /// Out.
    pub outgoing: i64,
}

// PostgreSQL sums a `bigint` into a `numeric`, hence the casts; a sum beyond 64 bits is an error on both databases.
const SUM: &str = "cast(coalesce(sum(amount), 0) as bigint)";
const SUM_IN: &str = "cast(coalesce(sum(case when amount > 0 then amount else 0 end), 0) as bigint)";
const SUM_OUT: &str = "cast(coalesce(sum(case when amount < 0 then -amount else 0 end), 0) as bigint)";

impl Reading<'_> {
    /// The first entry that was decided at a time or later; the journal's size if there is none. Times never fall along
    /// the journal, so it is found by halving.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn first_since(&mut self, time: i64) -> Result<i64, StoreError> {
        let (mut low, mut high) = (0, head(self.connection)?.size);
        while low < high {
            let middle = low + (high - low) / 2;
            let found: i64 = journal::table.find(middle).select(journal::time).first(self.connection)?;
            if found < time {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(low)
    }

    /// What stood on the account before the period.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn balance_before(&mut self, period: &Period) -> Result<i64, StoreError> {
        Ok(posting::table
            .filter(posting::account.eq(&period.account))
            .filter(posting::currency.eq(&period.currency))
            .filter(posting::sequence.lt(period.from))
            .select(sql::<BigInt>(SUM))
            .first(self.connection)?)
    }

    /// What the period moved, in and out.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn turnover(&mut self, period: &Period) -> Result<Turnover, StoreError> {
        Ok(posting::table
            .filter(posting::account.eq(&period.account))
            .filter(posting::currency.eq(&period.currency))
            .filter(posting::sequence.between(period.from, period.until))
            .select((sql::<BigInt>(SUM_IN), sql::<BigInt>(SUM_OUT)))
            .first(self.connection)?)
    }

    /// What the period had moved up to a posting, that one included.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn moved_up_to(&mut self, period: &Period, (sequence, ordinal): (i64, i32)) -> Result<i64, StoreError> {
        Ok(posting::table
            .filter(posting::account.eq(&period.account))
            .filter(posting::currency.eq(&period.currency))
            .filter(posting::sequence.between(period.from, period.until.min(sequence)))
            .filter(posting::sequence.lt(sequence).or(posting::ordinal.le(ordinal)))
            .select(sql::<BigInt>(SUM))
            .first(self.connection)?)
    }

    /// The period's postings after one by its sequence and ordinal, oldest first, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn statement(
        &mut self,
        period: &Period,
        after: Option<(i64, i32)>,
        limit: i64,
    ) -> Result<Vec<StatementRow>, StoreError> {
        let (sequence, ordinal) = after.unwrap_or((period.from, -1));
        Ok(posting::table
            .inner_join(journal::table.on(journal::sequence.eq(posting::sequence)))
            .filter(posting::account.eq(&period.account))
            .filter(posting::currency.eq(&period.currency))
            .filter(posting::sequence.between(sequence, period.until))
            .filter(posting::sequence.gt(sequence).or(posting::ordinal.gt(ordinal)))
            .order((posting::sequence, posting::ordinal))
            .limit(limit)
            .select((PostingRow::as_select(), journal::time, journal::kind))
            .load(self.connection)?)
    }
}
