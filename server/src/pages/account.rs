//! One's account: who one is here, where one is logged in, and the way out; for admins, the people of their
//! organisation. Every form carries the token of its session.

pub mod people;

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, SET_COOKIE};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use askama::Template;
use serde::Deserialize;

use super::desk::held::{Held, held};
use super::frame::Frame;
use super::login::see;
use super::names::Names;
use super::{framed, unstored};
use crate::access::people::Role;
use crate::access::session::{Session, session_of};
use crate::access::{Permission, door, form};
use crate::api::name_of;
use crate::api::sessions::{SessionView, own_sessions};
use crate::app::{Data, Shared};
use crate::problem::Problem;

/// What a role is called.
pub(super) fn role_name(frame: &Frame, role: Role) -> String {
    frame.t.word("user-role", role.word()).into_owned()
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    frame: Frame,
    held: Vec<Held>,
    csrf: String,
    name: String,
    email: String,
    organisation: String,
    role: String,
    sessions: Vec<SessionLine>,
    keeps_people: bool,
}

framed!(AccountPage);

/// A session, as it is shown.
struct SessionLine {
    began: String,
    used: String,
    ends: String,
    is_current: bool,
}

impl SessionLine {
    fn of(session: SessionView) -> Self {
        let SessionView { made_at, used_at, ends_at, current } = session;
        let [began, used, ends] = [made_at, used_at, ends_at].map(|time| minute(&time));
        Self { began, used, ends, is_current: current == "yes" }
    }
}

/// `2026-11-22T09:00:00.123Z` → `2026-11-22 09:00 UTC`
fn minute(time: &str) -> String {
    format!("{} UTC", time.get(..16).unwrap_or(time).replace('T', " "))
}

/// A form that says nothing but that it is sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Confirmed {
    #[serde(default)]
    csrf: String,
}

/// The account of whoever is logged in.
#[get("/account")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let Some(session) = session_of(&request) else { return Ok(see("/login")) };
    let sessions = own_sessions(&shared, &session).await?.into_iter().map(SessionLine::of).collect();
    let person = &session.person;
    let role: Option<Role> = person.role.parse().ok();
    let organisation = person.organisation.parse().map_err(Problem::internal)?;
    let page = AccountPage {
        held: shared.state(|registry| {
            held(Names { registry, t: frame.t, me: Some(organisation), office: false }, organisation)
        }),
        csrf: form::token(&shared, &session),
        name: person.name.clone(),
        email: person.email.clone(),
        organisation: shared.state(|registry| name_of(registry, organisation)),
        role: role.map_or(String::new(), |role| role_name(&frame, role)),
        sessions,
        keeps_people: role.is_some_and(|role| role.may().contains(Permission::People)),
        frame,
    };
    unstored(&page, StatusCode::OK)
}

/// Signs out here.
#[post("/logout")]
pub async fn sign_out(shared: Data, request: HttpRequest, body: web::Bytes) -> Result<HttpResponse, Problem> {
    leave(shared, &request, &body, door::sign_out).await
}

/// Signs out everywhere.
#[post("/account/sign-out-everywhere")]
pub async fn sign_out_everywhere(
    shared: Data,
    request: HttpRequest,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    leave(shared, &request, &body, door::sign_out_everywhere).await
}

type Leaving = fn(&Shared, &Session, orebook_registry::values::Timestamp) -> Result<(), Problem>;

async fn leave(shared: Data, request: &HttpRequest, body: &[u8], how: Leaving) -> Result<HttpResponse, Problem> {
    if let Some(session) = session_of(request) {
        let Confirmed { csrf } = form::read(request, body)?;
        form::require_token(&shared, &session, &csrf)?;
        let work = move |shared: &Shared| how(shared, &session, shared.wall.now());
        shared.clone().into_inner().blocking(work).await?;
    }
    let mut response = see("/login");
    let cookie = HeaderValue::from_str(&shared.people.site.clear_cookie()).map_err(Problem::internal)?;
    response.headers_mut().insert(SET_COOKIE, cookie);
    Ok(response)
}
