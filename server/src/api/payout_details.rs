//! Payout details: where a payee is paid, of which an entry of the log names the digest, SHA-256(salt ‖ details). The
//! digest stays; the details stand beside the log and can be erased. Nothing of them is ever logged.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use orebook_registry::Entry;
use orebook_registry::event::{Event, MoneyEvent, PayoutDetailsSet};
use orebook_registry::instruction::Digest;
use orebook_registry::values::OrganisationId;
use orebook_store::{Page, PayoutDetailRow, Reading};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{parse, salted};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::access::security::{self, Kind};
use crate::app::{Data, Shared};
use crate::payout::details::{Details, DetailsForm, Fault};
use crate::problem::{Problem, ProblemBody};

/// Entries that name a digest, read in one statement.
const ENTRIES: i64 = 100;
/// What details are, in a few words.
const FORM: &str = "a name, an account, and maybe an address and an agent, each of texts";

/// A salt and details.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PayoutDetailsBody {
    /// 16 to 32 random bytes in lower-case hexadecimal: without it an account number could be guessed.
    #[schema(example = "8f0c3d0a5b1e4f6a9c7d2e1b0a594837")]
    pub salt: String,
    /// The digest is that of their canonical form (RFC 8785), as they are given here.
    #[schema(value_type = DetailsForm)]
    pub details: Value,
}

/// Details as they are shown: enough to know them by.
#[derive(Serialize, utoipa::ToSchema)]
pub struct MaskedDetailsView {
    /// Of salt and details.
    pub digest: String,
    /// Whose.
    pub organisation: String,
    /// `iban`, `other` or `msisdn`.
    pub kind: String,
    /// The last four characters of the account.
    #[schema(example = "…4300")]
    pub account: String,
}

/// Keeps the details of a digest that an entry of the log has set. Whoever knows salt and details may send them.
#[utoipa::path(
    tag = "money",
    params(("digest" = String, Path, description = "SHA-256(salt ‖ details), hexadecimal")),
    request_body(content = PayoutDetailsBody, content_type = "application/json"),
    responses((status = 201, description = "kept"), (status = 200, description = "kept before"), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody), (status = 415, body = ProblemBody), (status = 422, body = ProblemBody))
)]
#[put("/v1/payout-details/{digest}")]
pub async fn put_payout_details(
    shared: Data,
    request: HttpRequest,
    digest: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    super::instructions::require_json(request.headers())?;
    let digest: Digest = parse("digest", &digest)?;
    let body: PayoutDetailsBody = serde_json::from_slice(&body).map_err(|error| salted::malformed(&error, FORM))?;
    let content = salted::canonical(digest, &body.salt, &body.details, FORM, "payout_details_must_have_their_digest")?;
    // PostgreSQL has no such character, and no account needs it.
    if content.contains("\\u0000") {
        return Err(Problem::bad_request("document_is_malformed", "details: no NUL"));
    }
    let form: DetailsForm = serde_json::from_value(body.details).map_err(|error| salted::malformed(&error, FORM))?;
    let details = Details::read(&form).map_err(faulty)?;
    let (salt, shared) = (body.salt, shared.into_inner());
    let kept = shared.blocking(move |shared| {
        let set = shared.reader.read(|read| set_by(read, digest, &details))?.map_err(faulty)?;
        let organisation = set.organisation.to_string();
        let row = PayoutDetailRow { digest: digest.to_string(), organisation, salt, content };
        Ok(shared.letters.keep_payout_detail(&row)?)
    });
    Ok(if kept.await? { HttpResponse::Created().finish() } else { HttpResponse::Ok().finish() })
}

/// Details that no payment can be made with, and where they are wrong.
pub(crate) fn faulty(fault: Fault) -> Problem {
    let pointer = Some(format!("/details{}", fault.pointer));
    let code = "payout_details_are_malformed";
    Problem { pointer, ..Problem::new(StatusCode::UNPROCESSABLE_ENTITY, code, fault.to_string()) }
}

/// The event that sets a digest as the details of somebody who is paid by their rail. Anybody may set a digest that
/// another has set before: what does not fit is passed over, so that nobody can be kept from being paid.
fn set_by(
    read: &mut Reading<'_>,
    digest: Digest,
    details: &Details,
) -> Result<Result<PayoutDetailsSet, Fault>, Problem> {
    let (mut page, mut misfit) = (Page::newest(ENTRIES), None);
    loop {
        let rows = read.entries_naming(&digest.to_string(), &page)?;
        let Some(last) = rows.last() else {
            return misfit.map(Err).ok_or_else(|| Problem::not_found("entry that sets the digest", digest));
        };
        page = Page::before(last.sequence, ENTRIES);
        for set in rows.iter().map(|row| sets_in(&row.entry)).collect::<Result<Vec<_>, _>>()?.into_iter().flatten() {
            match details.must_be_for(set.rail) {
                Ok(()) if set.details == digest => return Ok(Ok(set)),
                Err(fault) if set.details == digest => misfit = Some(fault),
                _ => {}
            }
        }
    }
}

fn sets_in(entry: &[u8]) -> Result<Vec<PayoutDetailsSet>, Problem> {
    let set = |event| match event {
        Event::Money(MoneyEvent::PayoutDetailsSet(set)) => Some(set),
        _ => None,
    };
    Ok(Entry::parse(entry).map_err(Problem::internal)?.events.into_iter().filter_map(set).collect())
}

/// The details that are kept for a digest.
pub(super) fn read_details(read: &mut Reading<'_>, digest: Digest) -> Result<Option<DetailsForm>, Problem> {
    let row = read.payout_detail(&digest.to_string())?;
    let form = row.map(|row| serde_json::from_str(&row.content)).transpose();
    form.map_err(|_| Problem::internal("payout details that are kept can be read"))
}

/// The details that are kept for a digest, if they are an organisation's own.
pub(crate) fn read_own(
    read: &mut Reading<'_>,
    organisation: OrganisationId,
    digest: Digest,
) -> Result<Option<DetailsForm>, Problem> {
    let row = read.payout_detail(&digest.to_string())?;
    let own = row.is_some_and(|row| row.organisation == organisation.to_string());
    if own { read_details(read, digest) } else { Ok(None) }
}

/// Payout details, masked: whose, and the last four characters of the account.
#[utoipa::path(
    tag = "money",
    params(("digest" = String, Path, description = "SHA-256(salt ‖ details), hexadecimal")),
    responses((status = 200, body = MaskedDetailsView), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/payout-details/{digest}")]
pub async fn get_payout_details(
    shared: Data,
    request: HttpRequest,
    digest: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    asking.member(Permission::Documents)?;
    let digest: Digest = parse("digest", &digest)?;
    let read = move |read: &mut Reading<'_>| {
        let row = read.payout_detail(&digest.to_string())?;
        Ok(row.map(|row| row.organisation).zip(read_details(read, digest)?))
    };
    let kept = shared.into_inner().tables(read).await?;
    let absent = || Problem::not_found("payout details", digest);
    let (organisation, form) = kept.ok_or_else(absent)?;
    asking.party(Permission::Documents, &[parse("organisation", &organisation)?], absent)?;
    let (kind, account) = form.account.masked();
    let (digest, kind) = (digest.to_string(), kind.to_owned());
    let view = MaskedDetailsView { digest, organisation, kind, account };
    Ok(HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(view))
}

/// Erases payout details. Their digest stays in the log, and says nothing without the salt.
#[utoipa::path(
    tag = "money",
    params(("digest" = String, Path, description = "SHA-256(salt ‖ details), hexadecimal")),
    responses((status = 204, description = "erased"), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[delete("/v1/payout-details/{digest}")]
pub async fn erase_payout_details(
    shared: Data,
    request: HttpRequest,
    digest: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    let member = asking.member(Permission::Documents)?.clone();
    let digest: Digest = parse("digest", &digest)?;
    let absent = || Problem::not_found("payout details", digest);
    let find = move |read: &mut Reading<'_>| Ok(read.payout_detail(&digest.to_string())?.map(|row| row.organisation));
    let organisation = shared.clone().into_inner().tables(find).await?.ok_or_else(absent)?;
    let whose: OrganisationId = parse("organisation", &organisation)?;
    asking.party_or_operator(Permission::Documents, &[whose], absent)?;
    let work = move |shared: &Shared| {
        let digest = digest.to_string();
        let log = security::row(shared.wall.now(), whose, member.by.id(), Kind::PayoutDetailsErased, &digest);
        Ok(shared.letters.erase_payout_detail(&digest, &[log])?)
    };
    if shared.into_inner().blocking(work).await? { Ok(HttpResponse::NoContent().finish()) } else { Err(absent()) }
}
