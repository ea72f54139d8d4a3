//! In and out: what a link opens, and how sessions end. All of it blocks.

use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_store::{Joining, LinkRow, PersonRow, SecurityRow};

use super::links::LinkKind;
use super::people;
use super::secret::{Hash, hash_of};
use super::security::{self, Kind};
use super::session::{self, Session};
use crate::app::Shared;
use crate::problem::Problem;

/// What became of an attempt to enter.
pub enum Entered {
    /// In: the session cookie's secret.
    In(String),
    /// The link is none, was used, withdrawn or replaced, or has expired. The one who tries is not told which.
    LinkIsSpent,
    /// Somebody who may log in has the address already.
    EmailIsTaken,
}

/// Logs in with a link's secret. The session that the browser had before ends: none is carried over.
pub fn log_in(shared: &Shared, secret: &str, before: Option<Hash>, now: Timestamp) -> Result<Entered, Problem> {
    let Some((hash, link)) = link_of(shared, secret, LinkKind::Login)? else { return Ok(Entered::LinkIsSpent) };
    let id = link.person.clone().unwrap_or_default();
    let Some(person) = shared.reader.read(|read| read.person(&id))? else { return Ok(Entered::LinkIsSpent) };
    let organisation = organisation_of(&person)?;
    let begun = session::begin(&person.id, now)?;
    let log = security::row(now, organisation, &person.id, Kind::Login, &person.id);
    if !shared.letters.log_in(&hash, &begun.row, before.as_ref().map(Hash::as_slice), &[log])? {
        let why = spent(&link, &person, now);
        security::record(shared, organisation, security::ANYONE, Kind::LoginRefused, &format!("{} {why}", person.id))?;
        return Ok(Entered::LinkIsSpent);
    }
    enter(shared, begun, &person, before)
}

/// Joins by an invitation's secret, and logs in.
pub fn join(shared: &Shared, secret: &str, before: Option<Hash>, now: Timestamp) -> Result<Entered, Problem> {
    let Some((hash, link)) = link_of(shared, secret, LinkKind::Invitation)? else { return Ok(Entered::LinkIsSpent) };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let person = PersonRow {
        id: people::new_id(),
        organisation: text(&link.organisation),
        email: link.email.clone(),
        name: text(&link.name),
        language: text(&link.language),
        role: text(&link.role),
        made_at: now.ms(),
        ..PersonRow::default()
    };
    let organisation = organisation_of(&person)?;
    let begun = session::begin(&person.id, now)?;
    let log = [Kind::Joined, Kind::Login].map(|kind| security::row(now, organisation, &person.id, kind, &person.id));
    let joined = shared.letters.join(&hash, &person, &begun.row, before.as_ref().map(Hash::as_slice), &log)?;
    match joined {
        Joining::Joined => enter(shared, begun, &person, before),
        Joining::LinkIsSpent => Ok(Entered::LinkIsSpent),
        Joining::EmailIsTaken => Ok(Entered::EmailIsTaken),
    }
}

fn enter(shared: &Shared, begun: session::Begun, person: &PersonRow, before: Option<Hash>) -> Result<Entered, Problem> {
    if let Some(before) = before {
        shared.people.directory.ended(before);
    }
    shared.people.directory.began(begun.row, person);
    Ok(Entered::In(begun.secret))
}

/// The link of a secret, if it is of this kind, used or not.
pub fn link_of(shared: &Shared, secret: &str, kind: LinkKind) -> Result<Option<(Hash, LinkRow)>, Problem> {
    let Some(hash) = hash_of(secret) else { return Ok(None) };
    let row = shared.reader.read(|read| read.link(&hash))?;
    Ok(row.filter(|row| row.kind == kind.word()).map(|row| (hash, row)))
}

/// Whether a link works at a time.
pub fn works(link: &LinkRow, now: Timestamp) -> bool {
    link.used_at.is_none() && now.ms() < link.ends_at
}

fn spent(link: &LinkRow, person: &PersonRow, now: Timestamp) -> &'static str {
    match link.used_at {
        _ if person.ended_at.is_some() => "person_ended",
        Some(_) => "link_used",
        None if now.ms() >= link.ends_at => "link_expired",
        None => "link_used",
    }
}

/// Ends one session.
pub fn sign_out(shared: &Shared, session: &Session, now: Timestamp) -> Result<(), Problem> {
    let log = of(&session.person, now, Kind::Logout)?;
    shared.letters.end_session(&session.hash, &[log])?;
    shared.people.directory.ended(session.hash);
    Ok(())
}

/// Ends all sessions of the person.
pub fn sign_out_everywhere(shared: &Shared, session: &Session, now: Timestamp) -> Result<(), Problem> {
    let log = [of(&session.person, now, Kind::Logout)?, of(&session.person, now, Kind::SessionEnded)?];
    shared.letters.end_sessions_of(&session.person.id, &log)?;
    shared.people.directory.ended_all_of(&session.person.id);
    Ok(())
}

/// A row of the log about a person's own act upon themselves.
fn of(person: &PersonRow, now: Timestamp, kind: Kind) -> Result<SecurityRow, Problem> {
    Ok(security::row(now, organisation_of(person)?, &person.id, kind, &person.id))
}

fn organisation_of(person: &PersonRow) -> Result<OrganisationId, Problem> {
    person.organisation.parse().map_err(Problem::internal)
}
