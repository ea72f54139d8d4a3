//! What admins do with the people of their organisation. All of it blocks.

use actix_web::http::StatusCode;
use orebook_document::sha256;
use orebook_registry::Registry;
use orebook_registry::claim::wording::Language;
use orebook_registry::instruction::Role as OrganisationRole;
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_store::{Changing, LinkRow, PersonRow, Reading, SecurityRow};

use super::asked::LinksAsked;
use super::links::{Desk, Invitation, invitation_hash};
use super::people::Role;
use super::security::{self, Kind};
use super::session::{self, Session};
use super::{Member, Permission};
use crate::api::if_match::must_be_current;
use crate::app::Shared;
use crate::problem::Problem;

/// The organisation whose people somebody keeps: their own; the operator's admins may invite for any, since somebody
/// must invite the first admin of each. Of others nothing is told.
pub fn keeps(shared: &Shared, member: &Member, asked: Option<OrganisationId>) -> Result<OrganisationId, Problem> {
    member.require(Permission::People)?;
    let organisation = asked.unwrap_or(member.organisation);
    let operates = |registry: &Registry| {
        let own = registry.parties.organisation(member.organisation);
        own.is_some_and(|own| own.roles.contains(&OrganisationRole::Operator))
    };
    let may = |registry: &Registry| {
        let is_there = registry.parties.organisation(organisation).is_some();
        is_there && (organisation == member.organisation || operates(registry))
    };
    if shared.state(may) { Ok(organisation) } else { Err(Problem::not_found("organisation", organisation)) }
}

/// Invites, and sends the letter. Nobody gives another more than they may themselves.
pub fn invite(shared: &Shared, member: &Member, invitation: Invitation) -> Result<LinkRow, Problem> {
    member.require_all(invitation.role.may())?;
    let taken = shared.reader.read(|read| read.person_of_email(invitation.email.as_str()))?;
    // Whether an address belongs to another organisation is told to whoever reads its mail, and to nobody else.
    if taken.is_some_and(|person| person.organisation == invitation.organisation.to_string()) {
        return Err(email_must_be_new());
    }
    if !shared.people.asked.count(&invitation.email) {
        return Err(LinksAsked::too_many());
    }
    let (row, _) = Desk::of(shared).invite(invitation)?;
    Ok(row)
}

/// Withdraws an invitation.
pub fn withdraw(shared: &Shared, member: &Member, of: OrganisationId, id: &str) -> Result<(), Problem> {
    let hash = invitation_hash(id).ok_or_else(|| Problem::not_found("invitation", id))?;
    let log = security::row(shared.wall.now(), of, member.by.id(), Kind::InvitationWithdrawn, id);
    if shared.letters.withdraw_invitation(&hash, &of.to_string(), &[log])? {
        Ok(())
    } else {
        Err(Problem::not_found("invitation", id))
    }
}

/// The person of an id who works for an organisation. Of others it is not told whether they exist.
pub fn person_of(read: &mut Reading<'_>, organisation: OrganisationId, id: &str) -> Result<PersonRow, Problem> {
    // An id that no text of a database can hold is one that is not there.
    let known = if id.contains('\0') { None } else { read.person(id)? };
    let found = known.filter(|person| person.organisation == organisation.to_string());
    found.filter(|person| person.ended_at.is_none()).ok_or_else(|| Problem::not_found("person", id))
}

/// What a change supposes the person to be: strong, for it says which change comes after which.
pub fn tag(person: &PersonRow) -> String {
    let form = format!("{}\0{}\0{}\0{}", person.id, person.role, person.language, person.made_at);
    format!("\"{}\"", hex::encode(&sha256(form.as_bytes())[..8]))
}

/// Gives a person another role or language. With another role their sessions end; of the admin who changes their own,
/// a new session takes the place of this one. Answers the person, and the new session's secret if there is one.
pub fn change(
    shared: &Shared,
    member: &Member,
    session: Option<&Session>,
    supposed: &PersonRow,
    (role, language): (Role, Language),
    now: Timestamp,
) -> Result<(PersonRow, Option<String>), Problem> {
    member.require_all(role.may())?;
    let changed = PersonRow { role: role.word().to_owned(), language: language.word().to_owned(), ..supposed.clone() };
    let has_new_role = supposed.role != changed.role;
    let own = session.filter(|session| session.person.id == supposed.id && has_new_role);
    let renewed = own.map(|_| session::begin(&supposed.id, now)).transpose()?;
    let log = log(member, supposed, Kind::RoleChanged, now);
    let log: &[SecurityRow] = if has_new_role { &[log] } else { &[] };
    done(shared.letters.change_person(supposed, &changed, renewed.as_ref().map(|begun| &begun.row), log)?)?;
    if has_new_role {
        shared.people.directory.ended_all_of(&supposed.id);
    }
    shared.people.directory.changed(&changed);
    let secret = renewed.map(|begun| {
        shared.people.directory.began(begun.row, &changed);
        begun.secret
    });
    Ok((changed, secret))
}

/// Ends a person and their sessions.
pub fn end(shared: &Shared, member: &Member, supposed: &PersonRow, now: Timestamp) -> Result<(), Problem> {
    let log = [Kind::PersonEnded, Kind::SessionEnded].map(|kind| log(member, supposed, kind, now));
    done(shared.letters.end_person(supposed, now.ms(), &log)?)?;
    shared.people.directory.ended_all_of(&supposed.id);
    Ok(())
}

fn log(member: &Member, person: &PersonRow, kind: Kind, now: Timestamp) -> SecurityRow {
    security::row(now, member.organisation, member.by.id(), kind, &person.id)
}

fn done(changing: Changing) -> Result<(), Problem> {
    match changing {
        Changing::Changed => Ok(()),
        Changing::PersonDiffers => Err(must_be_current()),
        Changing::LastAdmin => {
            let detail = "this is the last admin: make another one first";
            Err(Problem::new(StatusCode::CONFLICT, "organisation_must_keep_an_admin", detail))
        }
    }
}

fn email_must_be_new() -> Problem {
    let detail = "somebody of the organisation logs in with this address already";
    Problem::new(StatusCode::CONFLICT, "email_must_be_new", detail)
}
