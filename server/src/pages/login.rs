//! Logging in, without a password and without a script: an address, a letter, a button. The answer to an address is the
//! same whether somebody logs in with it or not, and is given before that is looked up.

use actix_web::http::StatusCode;
use actix_web::http::header::{LOCATION, SET_COOKIE};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use askama::Template;
use serde::Deserialize;

use super::account::role_name;
use super::frame::Frame;
use super::{framed, unstored};
use crate::access::address::Address;
use crate::access::door::{self, Entered};
use crate::access::links::{Desk, LinkKind};
use crate::access::secret::hash_of;
use crate::access::security::ANYONE;
use crate::access::session::session_of;
use crate::access::{form, people::Role};
use crate::app::{Data, Shared};
use crate::problem::Problem;

/// Asks for an address.
#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage {
    frame: Frame,
    fault: Option<&'static str>,
    email: String,
}

/// Says one thing.
#[derive(Template)]
#[template(path = "login_told.html")]
struct ToldPage {
    frame: Frame,
    title: &'static str,
    text: &'static str,
    asks_again: bool,
}

/// The button behind a link.
#[derive(Template)]
#[template(path = "login_confirm.html")]
struct ConfirmPage {
    frame: Frame,
    path: String,
    invited: Option<Invited>,
}

framed!(LoginPage, ToldPage, ConfirmPage);

/// Into what somebody is invited.
struct Invited {
    organisation: String,
    role: String,
    email: String,
}

/// The form as a browser sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    email: String,
}

/// A confirmation has nothing to say but that it is sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Confirmed {}

/// The form.
#[get("/login")]
pub async fn show(request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    if session_of(&request).is_some() {
        return Ok(see("/desk"));
    }
    unstored(&LoginPage { frame, fault: None, email: String::new() }, StatusCode::OK)
}

/// Sends a link, if anybody logs in with the address.
#[post("/login")]
pub async fn ask(shared: Data, request: HttpRequest, frame: Frame, body: web::Bytes) -> Result<HttpResponse, Problem> {
    let sent: Sent = form::read(&request, &body)?;
    shared.people.site.require_safe(&request)?;
    let t = frame.t;
    let again =
        |frame, fault, status| unstored(&LoginPage { frame, fault: Some(fault), email: sent.email.clone() }, status);
    let Ok(address) = sent.email.parse::<Address>() else {
        return again(frame, t.account_fault_email(), StatusCode::BAD_REQUEST);
    };
    if !shared.people.asked.count(&address) {
        return again(frame, t.account_fault_busy(), StatusCode::TOO_MANY_REQUESTS);
    }
    // Behind the answer, so that its time tells nothing.
    actix_web::rt::spawn(send(shared, address));
    unstored(
        &ToldPage { frame, title: t.account_sent(), text: t.account_sent_text(), asks_again: false },
        StatusCode::OK,
    )
}

async fn send(shared: Data, address: Address) {
    let work = move |shared: &Shared| Desk::of(shared).login_link(&address, ANYONE).map(drop);
    if let Err(problem) = shared.into_inner().blocking(work).await {
        tracing::warn!(%problem, "a login link could not be sent");
    }
}

/// The button behind a login link. To open it changes nothing.
#[get("/login/{secret}")]
pub async fn show_link(secret: web::Path<String>, frame: Frame) -> Result<HttpResponse, Problem> {
    if hash_of(&secret).is_none() {
        return spent(frame, LinkKind::Login);
    }
    let path = format!("/login/{secret}");
    unstored(&ConfirmPage { frame, path, invited: None }, StatusCode::OK)
}

/// Logs in.
#[post("/login/{secret}")]
pub async fn log_in(
    shared: Data,
    request: HttpRequest,
    secret: web::Path<String>,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    enter(shared, &request, LinkKind::Login, secret.into_inner(), frame, &body).await
}

/// Who is invited, to what; and the button. To open it changes nothing.
#[get("/invitation/{secret}")]
pub async fn show_invitation(shared: Data, secret: web::Path<String>, frame: Frame) -> Result<HttpResponse, Problem> {
    let secret = secret.into_inner();
    let (path, shared) = (format!("/invitation/{secret}"), shared.into_inner());
    let find = move |shared: &Shared| door::link_of(shared, &secret, LinkKind::Invitation);
    let found = shared.blocking(find).await?.map(|(_, link)| link).filter(|link| door::works(link, shared.wall.now()));
    let Some(link) = found else { return spent(frame, LinkKind::Invitation) };
    let frame = frame.in_language_of(link.language.as_deref());
    let organisation = link.organisation.as_deref().and_then(|id| id.parse().ok());
    let organisation = organisation.map(|id| shared.state(|registry| crate::api::name_of(registry, id)));
    let role = link.role.as_deref().and_then(|role| role.parse::<Role>().ok());
    let invited = Invited {
        organisation: organisation.unwrap_or_default(),
        role: role.map_or(String::new(), |role| role_name(&frame, role)),
        email: link.email,
    };
    unstored(&ConfirmPage { frame, path, invited: Some(invited) }, StatusCode::OK)
}

/// Accepts an invitation, and logs in.
#[post("/invitation/{secret}")]
pub async fn accept(
    shared: Data,
    request: HttpRequest,
    secret: web::Path<String>,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    enter(shared, &request, LinkKind::Invitation, secret.into_inner(), frame, &body).await
}

async fn enter(
    shared: Data,
    request: &HttpRequest,
    kind: LinkKind,
    secret: String,
    frame: Frame,
    body: &[u8],
) -> Result<HttpResponse, Problem> {
    let Confirmed {} = form::read(request, body)?;
    shared.people.site.require_safe(request)?;
    let t = frame.t;
    let (before, shared) = (session_of(request).map(|session| session.hash), shared.into_inner());
    let work = move |shared: &Shared| match kind {
        LinkKind::Login => door::log_in(shared, &secret, before, shared.wall.now()),
        LinkKind::Invitation => door::join(shared, &secret, before, shared.wall.now()),
    };
    match shared.blocking(work).await? {
        Entered::In(cookie) => {
            let mut response = see("/desk");
            let cookie = shared.people.site.set_cookie(&cookie).parse().map_err(Problem::internal)?;
            response.headers_mut().insert(SET_COOKIE, cookie);
            Ok(response)
        }
        Entered::LinkIsSpent => spent(frame, kind),
        Entered::EmailIsTaken => {
            let page = ToldPage { frame, title: t.account_spent(), text: t.account_taken_text(), asks_again: true };
            unstored(&page, StatusCode::CONFLICT)
        }
    }
}

fn spent(frame: Frame, kind: LinkKind) -> Result<HttpResponse, Problem> {
    let (title, asks_again) = (frame.t.account_spent(), kind == LinkKind::Login);
    let text = if asks_again { frame.t.account_spent_login() } else { frame.t.account_spent_invitation() };
    unstored(&ToldPage { frame, title, text, asks_again }, StatusCode::GONE)
}

/// Leads on to a page of this site.
pub(super) fn see(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, path))
        .insert_header(("cache-control", "no-store"))
        .insert_header(("referrer-policy", "no-referrer"))
        .finish()
}
