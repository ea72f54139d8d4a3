//! Rows of people, programs, sessions and the security log, which stand beside the log; and of whom an entry concerns.

use diesel::prelude::*;

use crate::schema::{client, client_key, involved, link, person, security_log, session};

/// That an entry concerns an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = involved, treat_none_as_default_value = false)]
pub struct InvolvedRow {
    /// Whom.
    pub organisation: String,
    /// The entry.
    pub sequence: i64,
    /// `yes` when it may read the entry whole, `no` when it is told its own part only.
    pub reads: String,
}

/// A person who logs in for an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = person, treat_none_as_default_value = false)]
pub struct PersonRow {
    /// `usr_` and 32 hexadecimal digits.
    pub id: String,
    /// For whom.
    pub organisation: String,
    /// Lower case; no two who may log in have the same.
    pub email: String,
    /// What letters call them.
    pub name: String,
    /// `en`, `es`, `fr` or `sw`.
    pub language: String,
    /// `admin`, `clerk`, `trader`, `signatory` or `viewer`.
    pub role: String,
    /// When.
    pub made_at: i64,
    /// When they stopped, if they did.
    pub ended_at: Option<i64>,
    /// Kinds of letters that they do not want, separated by spaces.
    pub unsubscribed: String,
}

/// A link that was sent by e-mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = link, treat_none_as_default_value = false)]
pub struct LinkRow {
    /// SHA-256 of its secret.
    pub hash: Vec<u8>,
    /// `login` or `invitation`.
    pub kind: String,
    /// Who logs in with it.
    pub person: Option<String>,
    /// Into which organisation it invites.
    pub organisation: Option<String>,
    /// To where it was sent.
    pub email: String,
    /// What whoever accepts is called.
    pub name: Option<String>,
    /// In which language they are written to.
    pub language: Option<String>,
    /// The role of whoever accepts.
    pub role: Option<String>,
    /// Who invited.
    pub made_by: Option<String>,
    /// When.
    pub made_at: i64,
    /// Until when it works.
    pub ends_at: i64,
    /// When it was used, if it was.
    pub used_at: Option<i64>,
}

/// A session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = session, treat_none_as_default_value = false)]
pub struct SessionRow {
    /// SHA-256 of its cookie.
    pub hash: Vec<u8>,
    /// Whose.
    pub person: String,
    /// When it began.
    pub made_at: i64,
    /// When it was used last, to the minute.
    pub used_at: i64,
    /// When it ends at the latest.
    pub ends_at: i64,
}

/// A program that asks for access tokens.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = client, treat_none_as_default_value = false)]
pub struct ClientRow {
    /// `cli_` and 32 hexadecimal digits.
    pub id: String,
    /// For whom it asks.
    pub organisation: String,
    /// What its organisation calls it.
    pub name: String,
    /// What its tokens may, at the most.
    pub scope: String,
    /// When it was made.
    pub made_at: i64,
    /// When it was revoked, if it was.
    pub revoked_at: Option<i64>,
}

/// A key of a program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = client_key, treat_none_as_default_value = false)]
pub struct ClientKeyRow {
    /// Whose.
    pub client: String,
    /// did:key.
    pub public_key: String,
    /// When it was added.
    pub made_at: i64,
    /// When it was revoked, if it was.
    pub revoked_at: Option<i64>,
}

/// Something that matters for security.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = security_log, treat_none_as_default_value = false)]
pub struct SecurityRow {
    /// Whom it concerns.
    pub organisation: String,
    /// A UUIDv7, so that ids are in the order of time.
    pub id: String,
    /// When.
    pub time: i64,
    /// Who: a user's or client's id, or `anyone`.
    pub actor: String,
    /// What: `login`, `login_refused`, `private_read` …
    pub kind: String,
    /// To what: a path, an id, a key.
    pub subject: String,
}
