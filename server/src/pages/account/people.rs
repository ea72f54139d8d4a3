//! The people of an organisation, for its admins: who they are, who is invited, and a form for more.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::error::InternalError;
use actix_web::http::StatusCode;
use actix_web::http::header::SET_COOKIE;
use actix_web::{FromRequest, HttpRequest, HttpResponse, get, post, web};
use askama::Template;
use orebook_registry::values::Timestamp;
use orebook_store::{LinkRow, PersonRow};
use serde::Deserialize;

use super::super::frame::Frame;
use super::super::login::see;
use super::super::{framed, unstored};
use super::{minute, role_name};
use crate::access::links::{Invitation, invitation_id};
use crate::access::people::Role;
use crate::access::session::{Session, session_of};
use crate::access::{Member, Permission, form, people, staff};
use crate::api::if_match::must_be_current;
use crate::app::{Data, Shared};
use crate::problem::Problem;

/// Where the page is.
const PAGE: &str = "/account/people";
/// People and invitations that are shown; the API has all.
const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "account_people.html")]
struct PeoplePage {
    frame: Frame,
    csrf: String,
    fault: Option<&'static str>,
    people: Vec<PersonLine>,
    invitations: Vec<InvitationLine>,
    sent: SentInvitation,
    roles: Vec<(Role, String)>,
}

framed!(PeoplePage);

struct PersonLine {
    id: String,
    name: String,
    email: String,
    role: String,
    tag: String,
    is_reader: bool,
}

struct InvitationLine {
    id: String,
    name: String,
    email: String,
    role: String,
    ends: String,
}

/// An invitation as a browser sends it.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SentInvitation {
    csrf: String,
    name: String,
    email: String,
    role: String,
    language: String,
}

/// Another role, as a browser sends it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SentRole {
    csrf: String,
    role: String,
    tag: String,
}

/// A button.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Pressed {
    csrf: String,
}

/// The admin who asks; whoever is none is sent elsewhere.
struct Admin(Session, Member);

impl FromRequest for Admin {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let elsewhere = |path| InternalError::from_response(path, see(path)).into();
        let Some(session) = session_of(request) else { return ready(Err(elsewhere("/login"))) };
        let member = people::member(&session.person).ok().filter(|member| member.may.contains(Permission::People));
        ready(member.map(|member| Self(session, member)).ok_or_else(|| elsewhere("/account")))
    }
}

/// Who logs in, and who is invited.
#[get("/account/people")]
pub async fn show(shared: Data, Admin(session, _): Admin, frame: Frame) -> Result<HttpResponse, Problem> {
    page(shared, &session, frame, SentInvitation::default(), None).await
}

/// Invites.
#[post("/account/people/invite")]
pub async fn invite(
    shared: Data,
    Admin(session, member): Admin,
    request: HttpRequest,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let sent: SentInvitation = form::read(&request, &body)?;
    form::require_token(&shared, &session, &sent.csrf)?;
    let t = frame.t;
    let Some(invitation) = invitation(&member, &sent) else {
        return page(shared, &session, frame, sent, Some((t.account_fault_invite(), StatusCode::BAD_REQUEST))).await;
    };
    let work = move |shared: &Shared| staff::invite(shared, &member, invitation);
    match shared.clone().into_inner().blocking(work).await {
        Ok(_) => Ok(see(PAGE)),
        Err(problem) if problem.status == StatusCode::CONFLICT => {
            page(shared, &session, frame, sent, Some((t.account_fault_taken(), problem.status))).await
        }
        Err(problem) => Err(problem),
    }
}

fn invitation(member: &Member, sent: &SentInvitation) -> Option<Invitation> {
    Some(Invitation {
        organisation: member.organisation,
        email: sent.email.parse().ok()?,
        name: sent.name.trim().parse().ok()?,
        role: sent.role.parse().ok()?,
        language: sent.language.parse().ok()?,
        by: member.by.id().to_owned(),
    })
}

/// Withdraws an invitation.
#[post("/account/invitations/{id}/withdraw")]
pub async fn withdraw(
    shared: Data,
    Admin(session, member): Admin,
    request: HttpRequest,
    id: web::Path<String>,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let Pressed { csrf } = form::read(&request, &body)?;
    form::require_token(&shared, &session, &csrf)?;
    let work = move |shared: &Shared| staff::withdraw(shared, &member, member.organisation, &id);
    let done = shared.clone().into_inner().blocking(work).await;
    told(shared, &session, frame, done.map(|()| None)).await
}

/// Gives a person another role.
#[post("/account/people/{id}/role")]
pub async fn change_role(
    shared: Data,
    Admin(session, member): Admin,
    request: HttpRequest,
    id: web::Path<String>,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let sent: SentRole = form::read(&request, &body)?;
    form::require_token(&shared, &session, &sent.csrf)?;
    let role: Role = crate::api::parse("role", &sent.role)?;
    let own = session.clone();
    let work = move |shared: &Shared| {
        let supposed = shared.reader.read(|read| staff::person_of(read, member.organisation, &id))?;
        if sent.tag != staff::tag(&supposed) {
            return Err(must_be_current());
        }
        let language = supposed.language.parse().map_err(Problem::internal)?;
        staff::change(shared, &member, Some(&own), &supposed, (role, language), shared.wall.now())
    };
    let done = shared.clone().into_inner().blocking(work).await;
    told(shared, &session, frame, done.map(|(_, secret)| secret)).await
}

/// Ends a person's access.
#[post("/account/people/{id}/end")]
pub async fn end(
    shared: Data,
    Admin(session, member): Admin,
    request: HttpRequest,
    id: web::Path<String>,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let Pressed { csrf } = form::read(&request, &body)?;
    form::require_token(&shared, &session, &csrf)?;
    let work = move |shared: &Shared| {
        let supposed = shared.reader.read(|read| staff::person_of(read, member.organisation, &id))?;
        staff::end(shared, &member, &supposed, shared.wall.now())
    };
    let done = shared.clone().into_inner().blocking(work).await;
    told(shared, &session, frame, done.map(|()| None)).await
}

/// Back to the page, with the session that took this one's place if one did; or why nothing was done.
async fn told(
    shared: Data,
    session: &Session,
    frame: Frame,
    done: Result<Option<String>, Problem>,
) -> Result<HttpResponse, Problem> {
    let t = frame.t;
    let problem = match done {
        Ok(secret) => {
            let mut response = see(PAGE);
            if let Some(cookie) = secret.and_then(|secret| shared.people.site.set_cookie(&secret).parse().ok()) {
                response.headers_mut().insert(SET_COOKIE, cookie);
            }
            return Ok(response);
        }
        Err(problem) => problem,
    };
    let fault = match problem.status {
        StatusCode::CONFLICT => t.account_fault_last_admin(),
        StatusCode::PRECONDITION_FAILED | StatusCode::NOT_FOUND => t.account_fault_changed(),
        _ => return Err(problem),
    };
    page(shared, session, frame, SentInvitation::default(), Some((fault, problem.status))).await
}

async fn page(
    shared: Data,
    session: &Session,
    frame: Frame,
    sent: SentInvitation,
    fault: Option<(&'static str, StatusCode)>,
) -> Result<HttpResponse, Problem> {
    let (of, now) = (session.person.organisation.clone(), shared.wall.now().ms());
    let read = move |read: &mut orebook_store::Reading<'_>| {
        Ok((read.people_of(&of, "", SHOWN)?, read.invitations_of(&of, now, (0, &[]), SHOWN)?))
    };
    let (rows, invited) = shared.clone().into_inner().tables(read).await?;
    let page = PeoplePage {
        csrf: form::token(&shared, session),
        fault: fault.map(|(fault, _)| fault),
        people: rows.into_iter().map(|row| person(session, row)).collect(),
        invitations: invited.into_iter().map(|row| invitation_line(&frame, row)).collect(),
        sent: SentInvitation { csrf: String::new(), ..sent },
        roles: Role::all().map(|role| (role, role_name(&frame, role))).collect(),
        frame,
    };
    unstored(&page, fault.map_or(StatusCode::OK, |(_, status)| status))
}

fn person(reader: &Session, row: PersonRow) -> PersonLine {
    let tag = staff::tag(&row);
    let is_reader = row.id == reader.person.id;
    PersonLine { id: row.id, name: row.name, email: row.email, role: row.role, tag, is_reader }
}

fn invitation_line(frame: &Frame, row: LinkRow) -> InvitationLine {
    let role = row.role.as_deref().and_then(|role| role.parse().ok());
    InvitationLine {
        id: invitation_id(&row),
        name: row.name.unwrap_or_default(),
        email: row.email,
        role: role.map_or(String::new(), |role| role_name(frame, role)),
        ends: minute(&Timestamp::from_ms(row.ends_at).to_string()),
    }
}
