//! Rows of letters to people, which stand beside the log.

use diesel::prelude::*;

use crate::schema::letter;

/// A letter to one address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = letter, treat_none_as_default_value = false)]
pub struct LetterRow {
    /// The local part of its Message-ID. Of a letter because of an entry it follows from entry, place and recipient.
    pub id: String,
    /// Which letter.
    pub kind: String,
    /// The organisation that it concerns, if it is one of the register.
    pub organisation: Option<String>,
    /// To whom, if it is a person who logs in.
    pub person: Option<String>,
    /// What it calls them.
    pub name: String,
    /// Where it goes.
    pub address: String,
    /// `en`, `es`, `fr` or `sw`.
    pub language: String,
    /// What it tells, as canonical JSON. Empty once it was sent: a link that logs in is not kept longer than needed.
    pub facts: String,
    /// When it was made.
    pub made_at: i64,
    /// When it is tried next; of one that is not waiting, when it was tried last.
    pub due_at: i64,
    /// After this moment it is of no use and is not sent.
    pub ends_at: Option<i64>,
    /// How often it was tried.
    pub tries: i32,
    /// `waiting`, `sent` or `dead`.
    pub state: String,
    /// What came of the last try, when that was not well.
    pub failure: Option<String>,
    /// When it was sent.
    pub sent_at: Option<i64>,
}

/// What became of a letter that was tried.
#[derive(Debug, Clone, Default, PartialEq, Eq, AsChangeset)]
#[diesel(table_name = letter, treat_none_as_null = true)]
pub struct LetterFate {
    /// Which letter.
    #[diesel(skip_update)]
    pub id: String,
    /// What is kept of what it tells.
    pub facts: String,
    /// When it is tried next, or was tried last.
    pub due_at: i64,
    /// How often it was tried.
    pub tries: i32,
    /// `waiting`, `sent` or `dead`.
    pub state: String,
    /// What was not well.
    pub failure: Option<String>,
    /// When it was sent.
    pub sent_at: Option<i64>,
}

/// How many letters there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LetterFigures {
    /// That wait to be sent.
    pub waiting: i64,
    /// When the oldest of them was made, if there is one.
    pub oldest_made_at: Option<i64>,
    /// That were given up.
    pub dead: i64,
}
