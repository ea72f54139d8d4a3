//! People, their links and sessions. What is done and what the security log says of it are one transaction.

use diesel::prelude::*;

use super::letter::{forget_letter_of_link, forget_letters_of_person};
use super::security::record;
use super::{Letters, atomically};
use crate::append::insert_letters;
use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::row::{LetterRow, LinkRow, PersonRow, SecurityRow, SessionRow};
use crate::schema::{link, person, session};

/// Links are kept for so long after their end: whoever opens an old letter is told, and then nobody asks any more.
const LINKS_KEPT_MS: i64 = 30 * 86_400_000;

/// What became of an accepted invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining {
    /// The person was made, and has logged in.
    Joined,
    /// The link was used, has expired, or was withdrawn.
    LinkIsSpent,
    /// Somebody who may log in has this address already.
    EmailIsTaken,
}

/// What became of a change of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changing {
    /// It is done.
    Changed,
    /// The person is no longer as the change supposes.
    PersonDiffers,
    /// No admin would be left.
    LastAdmin,
}

impl Letters {
    /// Keeps a link and queues the letters that bring it. It takes the place of the unused ones of the same kind to the
    /// same address and organisation: of several letters the newest counts, and older ones that wait are not sent.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn keep_link(&self, row: &LinkRow, letters: &[LetterRow], log: &[SecurityRow]) -> Result<(), StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                let old = link::table.filter(link::ends_at.lt(row.made_at - LINKS_KEPT_MS));
                diesel::delete(old).execute(connection)?;
                let same = link::table.filter(link::email.eq(&row.email)).filter(link::kind.eq(&row.kind));
                let same = same.filter(link::organisation.eq(&row.organisation).or(link::organisation.is_null()));
                diesel::delete(same.filter(link::used_at.is_null())).execute(connection)?;
                diesel::insert_into(link::table).values(row).execute(connection)?;
                forget_letter_of_link(connection, &row.kind, &row.email, row.organisation.as_deref())?;
                insert_letters(connection, letters)?;
                record(connection, log)
            })
        })
    }

    /// Begins a session with a login link, which is spent by it, and ends the session that the browser had before.
    /// Answers whether it began: not if the link was spent, or its person has been ended.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn log_in(
        &self,
        link_hash: &[u8],
        began: &SessionRow,
        before: Option<&[u8]>,
        log: &[SecurityRow],
    ) -> Result<bool, StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                let whose = person::table.find(&began.person).filter(person::ended_at.is_null());
                let is_there = whose.select(person::id).first::<String>(connection).optional()?.is_some();
                if !is_there || !spend(connection, link_hash, began.made_at)? {
                    return Ok(false);
                }
                begin(connection, began, before)?;
                record(connection, log)?;
                Ok(true)
            })
        })
    }

    /// Makes a person by an invitation, which is spent by it, and begins a session of theirs.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn join(
        &self,
        link_hash: &[u8],
        joined: &PersonRow,
        began: &SessionRow,
        before: Option<&[u8]>,
        log: &[SecurityRow],
    ) -> Result<Joining, StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                if !works(connection, link_hash, began.made_at)? {
                    return Ok(Joining::LinkIsSpent);
                }
                // Whoever has the address may give it up: until then the link stays as it is.
                let same = person::table.filter(person::email.eq(&joined.email)).filter(person::ended_at.is_null());
                if same.select(person::id).first::<String>(connection).optional()?.is_some() {
                    return Ok(Joining::EmailIsTaken);
                }
                if !spend(connection, link_hash, began.made_at)? {
                    return Ok(Joining::LinkIsSpent);
                }
                diesel::insert_into(person::table).values(joined).execute(connection)?;
                begin(connection, began, before)?;
                record(connection, log)?;
                Ok(Joining::Joined)
            })
        })
    }

    /// Withdraws an invitation that was not used, and its letter if that waits; answers whether there was one.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn withdraw_invitation(
        &self,
        hash: &[u8],
        organisation: &str,
        log: &[SecurityRow],
    ) -> Result<bool, StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                let open = link::table.filter(link::hash.eq(hash)).filter(link::kind.eq("invitation"));
                let open = open.filter(link::organisation.eq(organisation)).filter(link::used_at.is_null());
                let Some(email) = open.select(link::email).first::<String>(connection).optional()? else {
                    return Ok(false);
                };
                let found = diesel::delete(open).execute(connection)? > 0;
                if found {
                    forget_letter_of_link(connection, "invitation", &email, Some(organisation))?;
                    record(connection, log)?;
                }
                Ok(found)
            })
        })
    }

    /// Keeps that a session was used.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn touch_session(&self, hash: &[u8], used_at: i64) -> Result<(), StoreError> {
        let set = session::used_at.eq(used_at);
        self.write(|connection| diesel::update(session::table.find(hash)).set(set).execute(connection)).map(drop)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn end_session(&self, hash: &[u8], log: &[SecurityRow]) -> Result<(), StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                diesel::delete(session::table.find(hash)).execute(connection)?;
                record(connection, log)
            })
        })
    }

    /// Ends all sessions of a person.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn end_sessions_of(&self, id: &str, log: &[SecurityRow]) -> Result<(), StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                diesel::delete(session::table.filter(session::person.eq(id))).execute(connection)?;
                record(connection, log)
            })
        })
    }

    /// Changes role and language of a person who is as supposed. With another role all their sessions end, and
    /// `renewed` begins in the place of the one that the change was asked with.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn change_person(
        &self,
        supposed: &PersonRow,
        changed: &PersonRow,
        renewed: Option<&SessionRow>,
        log: &[SecurityRow],
    ) -> Result<Changing, StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                if let Some(refused) = refused(connection, supposed, &changed.role)? {
                    return Ok(refused);
                }
                let set = (person::role.eq(&changed.role), person::language.eq(&changed.language));
                diesel::update(person::table.find(&supposed.id)).set(set).execute(connection)?;
                if supposed.role != changed.role {
                    withdraw_invitations_of(connection, &supposed.id)?;
                    let theirs = session::table.filter(session::person.eq(&supposed.id));
                    diesel::delete(theirs).execute(connection)?;
                    if let Some(renewed) = renewed {
                        diesel::insert_into(session::table).values(renewed).execute(connection)?;
                    }
                }
                record(connection, log)?;
                Ok(Changing::Changed)
            })
        })
    }

    /// Ends a person, with their sessions, links, and letters that wait.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn end_person(&self, supposed: &PersonRow, time: i64, log: &[SecurityRow]) -> Result<Changing, StoreError> {
        self.write(|connection| {
            atomically(connection, |connection| {
                if let Some(refused) = refused(connection, supposed, "none")? {
                    return Ok(refused);
                }
                let set = person::ended_at.eq(time);
                diesel::update(person::table.find(&supposed.id)).set(set).execute(connection)?;
                let theirs = session::table.filter(session::person.eq(&supposed.id));
                diesel::delete(theirs).execute(connection)?;
                let theirs = link::table.filter(link::person.eq(&supposed.id));
                diesel::delete(theirs.filter(link::used_at.is_null())).execute(connection)?;
                withdraw_invitations_of(connection, &supposed.id)?;
                forget_letters_of_person(connection, &supposed.id)?;
                record(connection, log)?;
                Ok(Changing::Changed)
            })
        })
    }
}

/// Takes back what a person has invited others with: whoever loses their own access leaves no door open.
fn withdraw_invitations_of(connection: &mut AnyConnection, person: &str) -> QueryResult<()> {
    let theirs = link::table.filter(link::made_by.eq(person)).filter(link::used_at.is_null());
    diesel::delete(theirs).execute(connection).map(drop)
}

/// Whether a link works at a time.
fn works(connection: &mut AnyConnection, hash: &[u8], time: i64) -> QueryResult<bool> {
    let works = link::table.filter(link::hash.eq(hash)).filter(link::used_at.is_null()).filter(link::ends_at.gt(time));
    Ok(works.select(link::kind).first::<String>(connection).optional()?.is_some())
}

/// Spends a link that works at a time; answers whether it did. Of two who use it at once, one does.
fn spend(connection: &mut AnyConnection, hash: &[u8], time: i64) -> QueryResult<bool> {
    let works = link::table.filter(link::hash.eq(hash)).filter(link::used_at.is_null()).filter(link::ends_at.gt(time));
    Ok(diesel::update(works).set(link::used_at.eq(time)).execute(connection)? == 1)
}

/// Begins a session in the place of the one before, and forgets those that are over.
fn begin(connection: &mut AnyConnection, began: &SessionRow, before: Option<&[u8]>) -> QueryResult<()> {
    diesel::delete(session::table.filter(session::ends_at.lt(began.made_at))).execute(connection)?;
    if let Some(before) = before {
        diesel::delete(session::table.find(before)).execute(connection)?;
    }
    diesel::insert_into(session::table).values(began).execute(connection).map(drop)
}

/// Why a person cannot have another role, or none, if so.
fn refused(connection: &mut AnyConnection, supposed: &PersonRow, role: &str) -> QueryResult<Option<Changing>> {
    let row = person::table.find(&supposed.id).select(PersonRow::as_select()).first(connection).optional()?;
    if row.as_ref() != Some(supposed) || supposed.ended_at.is_some() {
        return Ok(Some(Changing::PersonDiffers));
    }
    if supposed.role != "admin" || role == "admin" {
        return Ok(None);
    }
    let others = person::table.filter(person::organisation.eq(&supposed.organisation)).filter(person::role.eq("admin"));
    let others = others.filter(person::ended_at.is_null()).filter(person::id.ne(&supposed.id));
    let other = others.select(person::id).first::<String>(connection).optional()?;
    Ok(other.is_none().then_some(Changing::LastAdmin))
}
