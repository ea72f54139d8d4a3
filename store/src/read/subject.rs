//! The history of a thing: the entries that name it.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::page::Page;
use crate::reader::Reading;
use crate::row::JournalRow;
use crate::schema::{journal, subject};

impl Reading<'_> {
    /// The entries that name a thing, newest first. The page's key is the sequence.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn entries_naming(&mut self, name: &str, page: &Page<i64>) -> Result<Vec<JournalRow>, StoreError> {
        Ok(subject::table
            .inner_join(journal::table.on(journal::sequence.eq(subject::sequence)))
            .filter(subject::name.eq(name))
            .filter(subject::sequence.lt(page.before.unwrap_or(i64::MAX)))
            .order(subject::sequence.desc())
            .limit(page.limit)
            .select(JournalRow::as_select())
            .load(self.connection)?)
    }
}
