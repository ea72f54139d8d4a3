//! Recognises who asks, before any handler: a program by its access token, a person by their session. Whoever is
//! recognised stands in the request as a [`Member`](super::Member); what was not recognised is a visitor.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use orebook_registry::Registry;
use orebook_registry::instruction::OrganisationState;
use orebook_registry::values::OrganisationId;

use super::{bearer, form, people, session};
use crate::app::{Data, Shared};
use crate::limits::count_stranger;
use crate::problem::Problem;

/// The middleware.
pub async fn recognise(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    if let Some(shared) = request.app_data::<Data>().cloned() {
        match request.headers().get(AUTHORIZATION) {
            // A request with a token is never recognised by a cookie as well.
            Some(authorization) => {
                let known = by_token(&request, &shared, authorization.to_str().unwrap_or_default());
                known.map_err(|problem| count_stranger(&request).unwrap_or(problem))?;
            }
            None => by_session(&request, shared).await?,
        }
    }
    next.call(request).await
}

/// Whoever shows a token that is worth nothing is refused, even where none is needed: a program that believes itself
/// known should hear that it is not.
fn by_token(request: &ServiceRequest, shared: &Data, authorization: &str) -> Result<(), Problem> {
    if let Some(member) = bearer::member(shared, authorization)? {
        request.extensions_mut().insert(member);
    }
    Ok(())
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
    if is_closed(&shared, member.organisation) {
        return Ok(());
    }
    request.extensions_mut().insert(member);
    request.extensions_mut().insert(session);
    Ok(())
}

/// Whoever worked for an organisation that was closed works for nobody.
fn is_closed(shared: &Shared, organisation: OrganisationId) -> bool {
    let state =
        |registry: &Registry| registry.parties.organisation(organisation).map(|organisation| organisation.state);
    shared.state(state) == Some(OrganisationState::Closed)
}
