//! What the bank booked: kept once, found booked, set aside and taken back.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

use super::security::record;
use super::{Letters, atomically};
use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::row::{BankLineRow, SecurityRow};
use crate::schema::bank_line;

impl Letters {
    /// Keeps lines, all or none, unless they were told before; answers which of them are new, in their order. If any is,
    /// the security log tells of it.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_bank_lines(&self, rows: &[BankLineRow], log: &[SecurityRow]) -> Result<Vec<bool>, StoreError> {
        self.write(|connection| {
            let keep = |connection: &mut AnyConnection| keep(connection, rows, log);
            let mut kept = atomically(connection, keep);
            // Another server has kept some of them between the question and the answer: they are known now.
            while matches!(kept, Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _))) {
                kept = atomically(connection, keep);
            }
            kept
        })
    }

    /// Notes that lines were found in the register at a time.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn note_booked(&self, ids: &[&str], time: i64) -> Result<(), StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                for id in ids {
                    let open = bank_line::table.find(id).filter(bank_line::booked_at.is_null());
                    diesel::update(open).set(bank_line::booked_at.eq(time)).execute(connection)?;
                }
                Ok(())
            })
        })
    }

    /// Sets a line aside that waits; answers whether it did.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn set_bank_line_aside(
        &self,
        id: &str,
        reason: &str,
        (by, time): (&str, i64),
        log: &[SecurityRow],
    ) -> Result<bool, StoreError> {
        self.recorded(log, |connection| {
            let waiting = bank_line::table.find(id).filter(bank_line::booked_at.is_null());
            let aside = (bank_line::aside_at.eq(time), bank_line::aside_reason.eq(reason), bank_line::aside_by.eq(by));
            diesel::update(waiting.filter(bank_line::aside_at.is_null())).set(aside).execute(connection)
        })
    }

    /// Takes a line back that was set aside; answers whether it was.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn take_bank_line_back(&self, id: &str, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| {
            let aside = bank_line::table.find(id).filter(bank_line::aside_at.is_not_null());
            let back = (
                bank_line::aside_at.eq(None::<i64>),
                bank_line::aside_reason.eq(None::<String>),
                bank_line::aside_by.eq(None::<String>),
            );
            diesel::update(aside).set(back).execute(connection)
        })
    }
}

fn keep(connection: &mut AnyConnection, rows: &[BankLineRow], log: &[SecurityRow]) -> QueryResult<Vec<bool>> {
    let mut new = Vec::with_capacity(rows.len());
    for row in rows {
        let known = bank_line::table.find(&row.id).select(bank_line::id);
        let known = known.first::<String>(connection).optional()?;
        if known.is_none() {
            diesel::insert_into(bank_line::table).values(row).execute(connection)?;
        }
        new.push(known.is_none());
    }
    if new.contains(&true) {
        record(connection, log)?;
    }
    Ok(new)
}
