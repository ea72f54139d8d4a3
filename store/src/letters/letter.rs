//! Letters to people: queued, moved from the outbox, tried, forgotten; and who does not want them.

use diesel::prelude::*;

use super::{Letters, atomically};
use crate::append::insert_letters;
use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::row::{LetterFate, LetterRow, OutboxRow, PersonRow};
use crate::schema::{letter, outbox, person};

impl Letters {
    /// Queues letters, all or none. One whose id is known already is left as it is: a letter that is due once a
    /// certificate and day can be asked for again and again.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn queue_letters(&self, rows: &[LetterRow]) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        self.write(|connection| {
            atomically(connection, |connection| {
                for row in rows {
                    let known =
                        letter::table.find(&row.id).select(letter::id).first::<String>(connection).optional()?;
                    if known.is_none() {
                        diesel::insert_into(letter::table).values(row).execute(connection)?;
                    }
                }
                Ok(())
            })
        })
    }

    /// Puts letters in the place of the oldest rows of the outbox, which are these, in one transaction. Answers whether
    /// it did: when somebody else has moved some of them meanwhile, nothing is changed.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn move_outbox(&self, moved: &[OutboxRow], letters: &[LetterRow]) -> Result<bool, StoreError> {
        let Some(last) = moved.last() else { return Ok(true) };
        let (sequence, ordinal) = (last.sequence, last.ordinal);
        self.write(|connection| {
            let done = atomically(connection, |connection| {
                let same_entry = outbox::sequence.eq(sequence).and(outbox::ordinal.le(ordinal));
                let oldest = outbox::table.filter(outbox::sequence.lt(sequence).or(same_entry));
                if diesel::delete(oldest).execute(connection)? != moved.len() {
                    return Err(diesel::result::Error::RollbackTransaction);
                }
                insert_letters(connection, letters)
            });
            match done {
                Err(diesel::result::Error::RollbackTransaction) => Ok(false),
                done => done.map(|()| true),
            }
        })
    }

    /// Records what became of letters that were tried, all or none.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn record_letters(&self, fates: &[LetterFate]) -> Result<(), StoreError> {
        let record = |connection: &mut AnyConnection| {
            fates.iter().try_for_each(|fate| {
                diesel::update(letter::table.find(&fate.id)).set(fate).execute(connection).map(drop)
            })
        };
        self.write(|connection| atomically(connection, record))
    }

    /// Forgets letters that were made before a moment and wait no longer; answers how many.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn forget_letters(&self, before: i64) -> Result<usize, StoreError> {
        let old = letter::table.filter(letter::state.ne("waiting")).filter(letter::made_at.lt(before));
        self.write(|connection| diesel::delete(old).execute(connection))
    }

    /// Keeps a person.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_person(&self, row: &PersonRow) -> Result<(), StoreError> {
        self.write(|connection| diesel::insert_into(person::table).values(row).execute(connection)).map(drop)
    }

    /// Notes that a person does not want letters of a kind; answers whether there is such a person.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn unsubscribe(&self, id: &str, kind: &str) -> Result<bool, StoreError> {
        self.write(|connection| {
            let kept = person::table.find(id).select(person::unsubscribed).first::<String>(connection).optional()?;
            let Some(kept) = kept else { return Ok(false) };
            if !kept.split(' ').any(|one| one == kind) {
                let now = format!("{kept} {kind}");
                let row = person::table.find(id);
                diesel::update(row).set(person::unsubscribed.eq(now.trim_start())).execute(connection)?;
            }
            Ok(true)
        })
    }
}

/// Forgets the letter of a link that opens nothing any more, if it waits.
pub(super) fn forget_letter_of_link(
    connection: &mut AnyConnection,
    kind: &str,
    address: &str,
    organisation: Option<&str>,
) -> QueryResult<()> {
    let waiting = letter::table.filter(letter::state.eq("waiting")).filter(letter::kind.eq(kind));
    let waiting = waiting.filter(letter::address.eq(address));
    match organisation {
        // An address logs in for one organisation at a time.
        None => diesel::delete(waiting).execute(connection).map(drop),
        Some(organisation) => {
            diesel::delete(waiting.filter(letter::organisation.eq(organisation))).execute(connection).map(drop)
        }
    }
}

/// Forgets letters that wait for a person who works for the organisation no longer.
pub(super) fn forget_letters_of_person(connection: &mut AnyConnection, person: &str) -> QueryResult<()> {
    let waiting = letter::table.filter(letter::state.eq("waiting")).filter(letter::person.eq(person));
    diesel::delete(waiting).execute(connection).map(drop)
}
