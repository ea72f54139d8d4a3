//! What the bank booked.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::BankLineRow;
use crate::schema::bank_line;

/// Ids that are looked up in one statement: a database takes no endless list.
const TOGETHER: usize = 500;

/// Where a line stands, as far as its row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BankLineState {
    /// The register was not found to have it, and nobody has set it aside.
    Waiting,
    /// The register has it.
    Booked,
    /// Somebody has set it aside.
    Aside,
}

impl Reading<'_> {
    /// The line with this id.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn bank_line(&mut self, id: &str) -> Result<Option<BankLineRow>, StoreError> {
        let row = bank_line::table.find(id).select(BankLineRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// The lines with these ids.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn bank_lines_among(&mut self, ids: &[String]) -> Result<Vec<BankLineRow>, StoreError> {
        let mut rows = Vec::with_capacity(ids.len());
        for some in ids.chunks(TOGETHER) {
            let among = bank_line::table.filter(bank_line::id.eq_any(some)).select(BankLineRow::as_select());
            rows.extend(among.load(self.connection)?);
        }
        Ok(rows)
    }

    /// Every line that was not found in the register yet, by day and id: those set aside among them.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn bank_lines_open(&mut self) -> Result<Vec<BankLineRow>, StoreError> {
        Ok(bank_line::table
            .filter(bank_line::booked_at.is_null())
            .order((bank_line::day, bank_line::id))
            .select(BankLineRow::as_select())
            .load(self.connection)?)
    }

    /// Lines in a state after one by its day and id, by both, at most `limit`; of one currency or of all.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn bank_lines_after(
        &mut self,
        state: BankLineState,
        currency: Option<&str>,
        (day, id): (&str, &str),
        limit: i64,
    ) -> Result<Vec<BankLineRow>, StoreError> {
        let mut rows = bank_line::table
            .filter(bank_line::day.ge(day.to_owned()))
            .filter(bank_line::day.gt(day.to_owned()).or(bank_line::id.gt(id.to_owned())))
            .order((bank_line::day, bank_line::id))
            .limit(limit)
            .select(BankLineRow::as_select())
            .into_boxed();
        rows = match state {
            BankLineState::Waiting => rows.filter(bank_line::booked_at.is_null()).filter(bank_line::aside_at.is_null()),
            BankLineState::Booked => rows.filter(bank_line::booked_at.is_not_null()),
            BankLineState::Aside => {
                rows.filter(bank_line::booked_at.is_null()).filter(bank_line::aside_at.is_not_null())
            }
        };
        if let Some(currency) = currency {
            rows = rows.filter(bank_line::currency.eq(currency.to_owned()));
        }
        Ok(rows.load(self.connection)?)
    }

    /// The lines that were booked last, newest first, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn bank_lines_booked_last(&mut self, limit: i64) -> Result<Vec<BankLineRow>, StoreError> {
        Ok(bank_line::table
            .filter(bank_line::booked_at.is_not_null())
            .order((bank_line::day.desc(), bank_line::id.desc()))
            .limit(limit)
            .select(BankLineRow::as_select())
            .load(self.connection)?)
    }
}
