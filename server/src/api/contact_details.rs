//! Contact details: whom an organisation is reached by, of which an entry of the log names the digest, SHA-256(salt ‖
//! details). The digest stays; the details stand beside the log and can be erased. Nothing of them is ever logged.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use orebook_registry::Entry;
use orebook_registry::event::{Event, PartyEvent};
use orebook_registry::instruction::Digest;
use orebook_registry::values::OrganisationId;
use orebook_store::{ContactDetailsRow, Page, Reading};
use serde::Deserialize;
use serde_json::Value;

use super::{parse, salted};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::access::security::{self, Kind};
use crate::app::{Data, Shared};
use crate::contacts::form::ContactsForm;
use crate::contacts::whose;
use crate::payout::details::Fault;
use crate::problem::{Problem, ProblemBody};

mod standing;

use standing::{ContactDetailsView, Shown, Standing};

/// Entries that name a digest, read in one statement.
const ENTRIES: i64 = 100;
/// What details are, in a few words.
const FORM: &str = "an organisation, people, and maybe an address, each of texts";

/// A salt and details.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactDetailsBody {
    /// 16 to 32 random bytes in lower-case hexadecimal: without it an address could be guessed.
    #[schema(example = "8f0c3d0a5b1e4f6a9c7d2e1b0a594837")]
    pub salt: String,
    /// The digest is that of their canonical form (RFC 8785), as they are given here.
    #[schema(value_type = ContactsForm)]
    pub details: Value,
}

/// How much is shown.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Unmasked {
    /// `yes`: everything in full. For the operator; that it asked is recorded in the organisation's security log.
    pub unmasked: Option<String>,
}

/// Keeps the contact details of a digest that an entry of the log sets or proposes for the organisation they name. Whoever
/// knows salt and details may send them; its own members, and the operator, also before there is such an entry.
#[utoipa::path(
    tag = "organisations",
    params(("digest" = String, Path, description = "SHA-256(salt ‖ details), hexadecimal")),
    request_body(content = ContactDetailsBody, content_type = "application/json"),
    responses((status = 201, description = "kept"), (status = 200, description = "kept before"), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody), (status = 415, body = ProblemBody), (status = 422, body = ProblemBody))
)]
#[put("/v1/contact-details/{digest}")]
pub async fn put_contact_details(
    shared: Data,
    request: HttpRequest,
    digest: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    super::instructions::require_json(request.headers())?;
    let digest: Digest = parse("digest", &digest)?;
    let body: ContactDetailsBody = serde_json::from_slice(&body).map_err(|error| salted::malformed(&error, FORM))?;
    let content = salted::canonical(digest, &body.salt, &body.details, FORM, "contact_details_must_have_their_digest")?;
    let form: ContactsForm =
        serde_json::from_value(body.details.clone()).map_err(|error| salted::malformed(&error, FORM))?;
    if serde_json::to_value(&form).map_err(Problem::internal)? != body.details {
        return Err(Problem::bad_request("document_is_malformed", "details: an absent value is an absent name"));
    }
    let organisation = form.check().map_err(faulty)?;
    let absent = || Problem::not_found("entry that sets the digest", digest);
    let first = Asking::of(&request, &shared).party_or_operator(Permission::Documents, &[organisation], absent).is_ok();
    let (salt, shared) = (body.salt, shared.into_inner());
    let kept = shared.blocking(move |shared| {
        if !first && !shared.reader.read(|read| is_set(read, digest, organisation))? {
            return Err(Problem::not_found("entry that sets the digest", digest));
        }
        let (digest, organisation) = (digest.to_string(), organisation.to_string());
        let row = ContactDetailsRow { digest, organisation, salt, content, kept_at: shared.clock.now().ms() };
        Ok(shared.letters.keep_contact_details(&row)?)
    });
    Ok(if kept.await? { HttpResponse::Created().finish() } else { HttpResponse::Ok().finish() })
}

fn faulty(fault: Fault) -> Problem {
    let pointer = Some(format!("/details{}", fault.pointer));
    let code = "contact_details_are_malformed";
    Problem { pointer, ..Problem::new(StatusCode::UNPROCESSABLE_ENTITY, code, fault.to_string()) }
}

/// Whether an entry sets or proposes the digest for the organisation.
fn is_set(read: &mut Reading<'_>, digest: Digest, organisation: OrganisationId) -> Result<bool, Problem> {
    let mut page = Page::newest(ENTRIES);
    loop {
        let rows = read.entries_naming(&digest.to_string(), &page)?;
        let Some(last) = rows.last() else { return Ok(false) };
        page = Page::before(last.sequence, ENTRIES);
        for row in &rows {
            let entry = Entry::parse(&row.entry).map_err(Problem::internal)?;
            if entry.events.iter().any(|event| sets(event) == Some((organisation, digest))) {
                return Ok(true);
            }
        }
    }
}

fn sets(event: &Event) -> Option<(OrganisationId, Digest)> {
    match event {
        Event::Party(PartyEvent::ContactDetailsSet(set)) => Some((set.organisation, set.details)),
        Event::Party(PartyEvent::Proposed(proposed)) => whose(&proposed.act, proposed.organisation),
        _ => None,
    }
}

/// Contact and payout details of an organisation: those in force, and those that wait. Accounts are masked; for an office,
/// so are people's addresses and numbers.
#[utoipa::path(
    tag = "organisations",
    params(("id" = String, Path, description = "org_…"), Unmasked),
    responses((status = 200, body = ContactDetailsView), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/organisations/{id}/contact-details")]
pub async fn get_contact_details(
    shared: Data,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    let id = asking.organisation(Permission::Documents, Some(&id))?;
    let shown = shown(&shared, &asking, &request, id)?;
    let now = shared.state(|registry| registry.not_before_last(shared.clock.now()));
    let standing = shared.state(|registry| Standing::of(registry, id, now));
    let standing = standing.ok_or_else(|| Problem::not_found("organisation", id))?;
    let view = shared.into_inner().tables(move |read| standing.view(read, id, shown)).await?;
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(view))
}

/// What is asked for, and whether the asker may; in full is recorded as such before it is shown.
fn shown(shared: &Data, asking: &Asking, request: &HttpRequest, of: OrganisationId) -> Result<Shown, Problem> {
    let query = web::Query::<Unmasked>::from_query(request.query_string());
    let query = query.map_err(|error| Problem::bad_request("request_is_malformed", error.to_string()))?.into_inner();
    let member = asking.member(Permission::Documents)?;
    match query.unmasked.as_deref() {
        Some("yes") => {
            asking.operator(Permission::Documents)?;
            security::record_read(shared, of, member, &format!("{}?unmasked=yes", request.path()))?;
            Ok(Shown::Full)
        }
        None if member.organisation == of => Ok(Shown::Own),
        None => Ok(Shown::Masked),
        Some(_) => Err(Problem::bad_request("parameter_is_malformed", "unmasked: yes, or not at all")),
    }
}

/// Erases contact details: for the operator, since who is not reached any more does not hear of what happens to it. Their
/// digest stays in the log, and says nothing without the salt.
#[utoipa::path(
    tag = "organisations",
    params(("digest" = String, Path, description = "SHA-256(salt ‖ details), hexadecimal")),
    responses((status = 204, description = "erased"), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[delete("/v1/contact-details/{digest}")]
pub async fn erase_contact_details(
    shared: Data,
    request: HttpRequest,
    digest: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    asking.operator(Permission::Documents)?;
    let member = asking.member(Permission::Documents)?.clone();
    let digest: Digest = parse("digest", &digest)?;
    let work = move |shared: &Shared| {
        let digest = digest.to_string();
        let Some(row) = shared.reader.read(|read| read.contact_details(&digest))? else { return Ok(false) };
        let whose = parse("organisation", &row.organisation)?;
        let log = security::row(shared.wall.now(), whose, member.by.id(), Kind::ContactDetailsErased, &digest);
        Ok(shared.letters.erase_contact_details(&digest, &[log])?)
    };
    match shared.into_inner().blocking(work).await? {
        true => Ok(HttpResponse::NoContent().finish()),
        false => Err(Problem::not_found("contact details", digest)),
    }
}
