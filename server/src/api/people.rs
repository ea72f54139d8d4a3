//! The people of an organisation: for its admins. They come in by invitation.

use actix_web::http::header::{CACHE_CONTROL, ETAG, HeaderValue, SET_COOKIE};
use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use orebook_registry::claim::wording::Language;
use orebook_registry::values::Timestamp;
use orebook_store::PersonRow;
use serde::{Deserialize, Serialize};

use super::ask::{Listing, PageQuery};
use super::if_match::IfMatch;
use super::list::Part;
use super::{List, parse};
use crate::access::people::Role;
use crate::access::session::session_of;
use crate::access::{Member, Permission, staff};
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};
use crate::view::View;

/// A person.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PersonView {
    /// `usr_` and 32 hexadecimal digits.
    #[schema(example = "usr_019ac3b2f0c07d3e8a5b6c7d8e9f0a1b")]
    pub id: String,
    /// For whom they log in.
    pub organisation: String,
    /// With which address.
    #[schema(example = "ana@coop.example")]
    pub email: String,
    /// What letters call them.
    pub name: String,
    /// `en`, `es`, `fr` or `sw`.
    pub language: String,
    /// `admin`, `clerk`, `trader`, `signatory` or `viewer`.
    pub role: String,
    /// Since when.
    pub made_at: String,
}

impl PersonView {
    pub(crate) fn of(row: PersonRow) -> Self {
        let PersonRow { id, organisation, email, name, language, role, made_at, .. } = row;
        Self { id, organisation, email, name, language, role, made_at: Timestamp::from_ms(made_at).to_string() }
    }
}

/// What can be changed of a person.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonBody {
    /// `admin`, `clerk`, `trader`, `signatory` or `viewer`. With another role their sessions end.
    #[schema(example = "clerk")]
    pub role: String,
    /// `en`, `es`, `fr` or `sw`.
    #[schema(example = "es")]
    pub language: String,
}

/// The people of one's organisation, in the order in which they joined.
#[utoipa::path(tag = "people", params(PageQuery), responses((status = 200, body = List<PersonView>), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/people")]
pub async fn list_people(list: Listing, member: Member) -> Result<HttpResponse, Problem> {
    member.require(Permission::People)?;
    let organisation = member.organisation.to_string();
    list_beside(&list, move |seen, after, limit| {
        let organisation = organisation.clone();
        async move {
            let after = after.unwrap_or_default();
            let rows = seen.shared().tables(move |read| Ok(read.people_of(&organisation, &after, limit + 1)?)).await?;
            Ok(Part::cut(rows, limit, |row| row.id.clone(), PersonView::of))
        }
    })
    .await
}

/// A list of what stands beside the log: it has no earlier states, and no tag, for the log's does not tell when it
/// changes.
pub(super) async fn list_beside<T, F, P>(
    list: &Listing<F>,
    part: impl Fn(View, Option<String>, i64) -> P + 'static,
) -> Result<HttpResponse, Problem>
where
    P: Future<Output = Result<Part<T>, Problem>> + 'static,
    T: Serialize + utoipa::ToSchema + 'static,
{
    if list.page.at.is_some() {
        return Err(Problem::bad_request("parameter_is_malformed", "at: this has no earlier states"));
    }
    let seen = View::of(&list.shared, None, Some(list.asking().sight()), None).await?;
    let mut response = list.of_tables(seen, part).await?;
    response.headers_mut().remove(ETAG);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// A person of one's organisation; admins see all, others themselves. The `ETag` is needed to change them.
#[utoipa::path(
    tag = "people",
    params(("id" = String, Path, description = "the person")),
    responses((status = 200, body = PersonView), (status = 401, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/people/{id}")]
pub async fn get_person(shared: Data, member: Member, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    if member.by.id() != id.as_str() && !member.may.contains(Permission::People) {
        return Err(Problem::not_found("person", id));
    }
    let read = move |read: &mut orebook_store::Reading<'_>| staff::person_of(read, member.organisation, &id);
    Ok(answer(shared.into_inner().tables(read).await?))
}

/// Gives a person another role or language. The last admin stays one.
#[utoipa::path(
    tag = "people",
    params(("id" = String, Path, description = "the person"), ("If-Match" = String, Header, description = "the `ETag` of the person as you know them")),
    request_body(content = PersonBody, content_type = "application/json"),
    responses((status = 200, body = PersonView), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody), (status = 415, body = ProblemBody), (status = 428, body = ProblemBody))
)]
#[put("/v1/people/{id}")]
pub async fn put_person(
    shared: Data,
    request: HttpRequest,
    member: Member,
    id: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    member.require(Permission::People)?;
    super::instructions::require_json(request.headers())?;
    let body: PersonBody = serde_json::from_slice(&body)
        .map_err(|error| Problem::bad_request("document_is_malformed", error.to_string()))?;
    let (role, language): (Role, Language) = (parse("role", &body.role)?, parse("language", &body.language)?);
    let known = IfMatch::of(&request)?;
    let (session, shared) = (session_of(&request), shared.into_inner());
    let work = move |shared: &crate::app::Shared| {
        let supposed = shared.reader.read(|read| staff::person_of(read, member.organisation, &id))?;
        known.require(&staff::tag(&supposed))?;
        staff::change(shared, &member, session.as_ref(), &supposed, (role, language), shared.wall.now())
    };
    let (changed, secret) = shared.blocking(work).await?;
    let mut response = answer(changed);
    if let Some(cookie) = secret.and_then(|secret| shared.people.site.set_cookie(&secret).parse().ok()) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Ends a person: they can no longer log in, and their sessions end at once. The last admin stays.
#[utoipa::path(
    tag = "people",
    params(("id" = String, Path, description = "the person")),
    responses((status = 204, description = "ended"), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 412, body = ProblemBody))
)]
#[delete("/v1/people/{id}")]
pub async fn end_person(shared: Data, member: Member, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    member.require(Permission::People)?;
    let work = move |shared: &crate::app::Shared| {
        let supposed = shared.reader.read(|read| staff::person_of(read, member.organisation, &id))?;
        staff::end(shared, &member, &supposed, shared.wall.now())
    };
    shared.into_inner().blocking(work).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn answer(person: PersonRow) -> HttpResponse {
    let tag = staff::tag(&person);
    HttpResponse::Ok()
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .json(PersonView::of(person))
}
