//! Movements of money on an account, and their sum.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::error::StoreError;
use crate::page::Page;
use crate::reader::Reading;
use crate::row::PostingRow;
use crate::schema::posting;

/// The sum of an account's postings in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Balance {
    /// Currency.
    pub currency: String,
    /// Signed sum in the currency's smallest unit.
    pub amount: i64,
}

impl Reading<'_> {
    /// The postings of an account, newest first. The page's key is sequence and ordinal.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn postings(&mut self, account: &str, page: &Page<(i64, i32)>) -> Result<Vec<PostingRow>, StoreError> {
        let (sequence, ordinal) = page.before.unwrap_or((i64::MAX, i32::MAX));
        let older = posting::sequence.lt(sequence).or(posting::ordinal.lt(ordinal));
        Ok(posting::table
            .filter(posting::account.eq(account))
            .filter(posting::sequence.le(sequence))
            .filter(older)
            .order((posting::sequence.desc(), posting::ordinal.desc()))
            .limit(page.limit)
            .select(PostingRow::as_select())
            .load(self.connection)?)
    }

    /// The postings of an account in one entry, in order.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn postings_in(&mut self, sequence: i64, account: &str) -> Result<Vec<PostingRow>, StoreError> {
        let rows = posting::table.filter(posting::sequence.eq(sequence)).filter(posting::account.eq(account));
        Ok(rows.order(posting::ordinal).select(PostingRow::as_select()).load(self.connection)?)
    }

    /// The sums of an account's postings, one for each currency it has ever seen, by currency.
    ///
    /// PostgreSQL sums a `bigint` into a `numeric`, hence the cast; a sum beyond 64 bits is an error on
    /// both databases, never a wrong number.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn balances(&mut self, account: &str) -> Result<Vec<Balance>, StoreError> {
        Ok(posting::table
            .filter(posting::account.eq(account))
            .group_by(posting::currency)
            .order(posting::currency)
            .select((posting::currency, sql::<BigInt>("cast(sum(amount) as bigint)")))
            .load(self.connection)?)
    }
}
