//! Recognises who asks, before any handler: a program by its access token, a person by their session. Whoever is
//! recognised stands in the request as a [`Member`](super::Member); what was not recognised is a visitor.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};

use super::{form, people, session};
use crate::app::Data;
use crate::problem::Problem;

/// The middleware.
pub async fn recognise(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if request.headers().contains_key(AUTHORIZATION) {
        // BEARER TOKENS GO HERE: `token::member(…)` puts a `Member` into the extensions, or refuses. A request with a
        // token is never recognised by a cookie as well.
    } else if let Some(shared) = request.app_data::<Data>().cloned() {
        by_session(&request, shared).await?;
    }
    next.call(request).await
}

/// A cookie that counts makes a member. One that does not is none at all: its browser is a visitor.
async fn by_session(request: &ServiceRequest, shared: Data) -> Result<(), Problem> {
    let Some(cookie) = shared.people.site.cookie(request.request()) else { return Ok(()) };
    let shared = shared.clone().into_inner();
    let Some(session) = session::of_cookie(&shared, cookie, shared.wall.now()).await? else { return Ok(()) };
    if !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        form::require_own_page(request.request())?;
    }
    let member = people::member(&session.person)?;
    request.extensions_mut().insert(member);
    request.extensions_mut().insert(session);
    Ok(())
}
