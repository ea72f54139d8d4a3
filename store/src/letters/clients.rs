//! Programs that ask for access tokens, and the assertions they have used.

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};

use super::Letters;
use crate::error::StoreError;
use crate::row::{ClientKeyRow, ClientRow, SecurityRow};
use crate::schema::{assertion, client, client_key};

impl Letters {
    /// Keeps a new client with its first key.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_client(&self, row: &ClientRow, key: &ClientKeyRow, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| {
            diesel::insert_into(client::table).values(row).execute(connection)?;
            diesel::insert_into(client_key::table).values(key).execute(connection)
        })
    }

    /// Gives a client a further key.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_client_key(&self, key: &ClientKeyRow, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| diesel::insert_into(client_key::table).values(key).execute(connection))
    }

    /// Revokes a client; answers whether it was in force.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn revoke_client(&self, id: &str, time: i64, log: &[SecurityRow]) -> Result<bool, StoreError> {
        self.recorded(log, |connection| {
            let open = client::table.find(id).filter(client::revoked_at.is_null());
            diesel::update(open).set(client::revoked_at.eq(time)).execute(connection)
        })
    }

    /// Revokes a key of a client; answers whether it was in force.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn revoke_client_key(
        &self,
        client: &str,
        key: &str,
        time: i64,
        log: &[SecurityRow],
    ) -> Result<bool, StoreError> {
        self.recorded(log, |connection| {
            let open = client_key::table.find((client, key)).filter(client_key::revoked_at.is_null());
            diesel::update(open).set(client_key::revoked_at.eq(time)).execute(connection)
        })
    }

    /// Files an assertion as used; answers whether it was new. Those that have expired are forgotten.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn use_assertion(&self, jti: &str, ends_at: i64, now: i64) -> Result<bool, StoreError> {
        self.write(|connection| {
            let row = (assertion::jti.eq(jti), assertion::ends_at.eq(ends_at));
            diesel::delete(assertion::table.filter(assertion::ends_at.lt(now))).execute(connection)?;
            match diesel::insert_into(assertion::table).values(row).execute(connection) {
                Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(false),
                kept => kept.map(|rows| rows > 0),
            }
        })
    }
}
