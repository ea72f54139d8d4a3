//! People, their sessions and links, and the security log.

use diesel::prelude::*;

use crate::error::StoreError;
use crate::page::Page;
use crate::reader::Reading;
use crate::row::{LinkRow, PersonRow, SecurityRow, SessionRow};
use crate::schema::{link, person, security_log, session};

impl Reading<'_> {
    /// The session whose cookie has this hash, and whose it is: of a person who has not been ended.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn session(&mut self, hash: &[u8]) -> Result<Option<(SessionRow, PersonRow)>, StoreError> {
        let rows = session::table.inner_join(person::table.on(person::id.eq(session::person)));
        let row = rows.filter(session::hash.eq(hash)).filter(person::ended_at.is_null());
        let row = row.select((SessionRow::as_select(), PersonRow::as_select()));
        Ok(row.first(self.connection).optional()?)
    }

    /// All sessions that may last beyond a time, and whose they are.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn sessions_until_after(&mut self, time: i64) -> Result<Vec<(SessionRow, PersonRow)>, StoreError> {
        let rows = session::table.inner_join(person::table.on(person::id.eq(session::person)));
        let rows = rows.filter(session::ends_at.gt(time)).filter(person::ended_at.is_null());
        Ok(rows.select((SessionRow::as_select(), PersonRow::as_select())).load(self.connection)?)
    }

    /// The sessions of a person that may last beyond a time, newest first.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn sessions_of(&mut self, of: &str, time: i64) -> Result<Vec<SessionRow>, StoreError> {
        let rows = session::table.filter(session::person.eq(of)).filter(session::ends_at.gt(time));
        let rows = rows.order((session::made_at.desc(), session::hash));
        Ok(rows.select(SessionRow::as_select()).load(self.connection)?)
    }

    /// A person, ended or not.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn person(&mut self, id: &str) -> Result<Option<PersonRow>, StoreError> {
        Ok(person::table.find(id).select(PersonRow::as_select()).first(self.connection).optional()?)
    }

    /// Whoever logs in with an address, which is in lower case.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn person_of_email(&mut self, email: &str) -> Result<Option<PersonRow>, StoreError> {
        let row = person::table.filter(person::email.eq(email)).filter(person::ended_at.is_null());
        Ok(row.select(PersonRow::as_select()).first(self.connection).optional()?)
    }

    /// The people of an organisation who have not been ended, after one by id, at most `limit`.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn people_of(&mut self, organisation: &str, after: &str, limit: i64) -> Result<Vec<PersonRow>, StoreError> {
        let rows = person::table.filter(person::organisation.eq(organisation)).filter(person::ended_at.is_null());
        let rows = rows.filter(person::id.gt(after)).order(person::id).limit(limit);
        Ok(rows.select(PersonRow::as_select()).load(self.connection)?)
    }

    /// The link whose secret has this hash.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn link(&mut self, hash: &[u8]) -> Result<Option<LinkRow>, StoreError> {
        Ok(link::table.find(hash).select(LinkRow::as_select()).first(self.connection).optional()?)
    }

    /// The invitations into an organisation that are open at a time, oldest first, after one by its time and hash.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn invitations_of(
        &mut self,
        organisation: &str,
        open_at: i64,
        (made_at, hash): (i64, &[u8]),
        limit: i64,
    ) -> Result<Vec<LinkRow>, StoreError> {
        let rows = link::table.filter(link::organisation.eq(organisation)).filter(link::kind.eq("invitation"));
        let rows = rows.filter(link::used_at.is_null()).filter(link::ends_at.gt(open_at));
        let rows = rows.filter(link::made_at.ge(made_at)).filter(link::made_at.gt(made_at).or(link::hash.gt(hash)));
        let rows = rows.order((link::made_at, link::hash)).limit(limit);
        Ok(rows.select(LinkRow::as_select()).load(self.connection)?)
    }

    /// The security log of an organisation, newest first.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn security_log(&mut self, organisation: &str, page: &Page<String>) -> Result<Vec<SecurityRow>, StoreError> {
        let mut rows = security_log::table.filter(security_log::organisation.eq(organisation)).into_boxed();
        if let Some(before) = &page.before {
            rows = rows.filter(security_log::id.lt(before));
        }
        let rows = rows.order(security_log::id.desc()).limit(page.limit);
        Ok(rows.select(SecurityRow::as_select()).load(self.connection)?)
    }
}
