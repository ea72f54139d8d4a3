//! Letters to people, and the people who get them.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::reader::Reading;
use crate::row::{LetterFigures, LetterRow, PersonRow};
use crate::schema::{letter, person};

impl Reading<'_> {
    /// Letters that wait and are due, longest due first, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn letters_due(&mut self, now: i64, limit: i64) -> Result<Vec<LetterRow>, StoreError> {
        Ok(letter::table
            .filter(letter::state.eq("waiting"))
            .filter(letter::due_at.le(now))
            .order((letter::due_at, letter::id))
            .limit(limit)
            .select(LetterRow::as_select())
            .load(self.connection)?)
    }

    /// Letters in a state after one by its time and id, by both, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn letters_after(
        &mut self,
        state: &str,
        (due_at, id): (i64, &str),
        limit: i64,
    ) -> Result<Vec<LetterRow>, StoreError> {
        Ok(letter::table
            .filter(letter::state.eq(state))
            .filter(letter::due_at.ge(due_at))
            .filter(letter::due_at.gt(due_at).or(letter::id.gt(id)))
            .order((letter::due_at, letter::id))
            .limit(limit)
            .select(LetterRow::as_select())
            .load(self.connection)?)
    }

    /// The letter with this id.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn letter(&mut self, id: &str) -> Result<Option<LetterRow>, StoreError> {
        let row = letter::table.find(id).select(LetterRow::as_select());
        Ok(row.first(self.connection).optional()?)
    }

    /// How many letters wait and are dead.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn letter_figures(&mut self) -> Result<LetterFigures, StoreError> {
        let waiting = letter::table.filter(letter::state.eq("waiting"));
        let dead = letter::table.filter(letter::state.eq("dead"));
        Ok(LetterFigures {
            waiting: waiting.count().get_result(self.connection)?,
            oldest_made_at: waiting.select(diesel::dsl::min(letter::made_at)).first(self.connection)?,
            dead: dead.count().get_result(self.connection)?,
        })
    }

    /// The people who log in for one of these organisations now, by organisation and id.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn people_of_all(&mut self, organisations: &[&str]) -> Result<Vec<PersonRow>, StoreError> {
        Ok(person::table
            .filter(person::organisation.eq_any(organisations))
            .filter(person::ended_at.is_null())
            .order((person::organisation, person::id))
            .select(PersonRow::as_select())
            .load(self.connection)?)
    }
}
