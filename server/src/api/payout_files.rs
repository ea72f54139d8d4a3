//! The file of an approval: made when it is first asked for, kept, and the same bytes for ever afterwards, whatever
//! becomes of the details. What cannot be made whole is not made at all.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE, ETAG};
use actix_web::{HttpRequest, HttpResponse, get, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_registry::money::PayoutState;
use orebook_registry::values::PayoutFileId;
use orebook_store::{PayoutFileRow, Reading};
use serde_json::json;

use super::parse;
use super::payout_details::read_details;
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::{Data, Shared};
use crate::payout::details::Details;
use crate::payout::file::{Approval, ApprovedPayout, Source};
use crate::problem::{Problem, ProblemBody};

/// The file that is handed to the bank: `pain.001.001.09`, or a table for mobile money.
///
/// Its `ETag` is the SHA-256 that `instruct_payouts` states, in hexadecimal.
#[utoipa::path(
    tag = "money",
    params(("id" = String, Path, description = "pfl_…")),
    responses((status = 200, content_type = "application/xml", description = "the file; `text/csv` for mobile money"), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody))
)]
#[get("/v1/payout-files/{id}")]
pub async fn get_payout_file(
    shared: Data,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    Asking::of(&request, &shared).operator(Permission::Money)?;
    let id: PayoutFileId = parse("id", &id)?;
    let approval = shared.state(|registry| Approval::of(registry, id));
    let approval = approval.ok_or_else(|| Problem::not_found("payout file", id))?;
    let (media_type, ending) = Source::media_type(approval.rail);
    let row = shared.into_inner().blocking(move |shared| kept_or_made(shared, &approval)).await?;
    let digest = hex::decode(&row.digest).map_err(Problem::internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, media_type))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{id}.{ending}\"")))
        .insert_header((ETAG, format!("\"{}\"", row.digest)))
        .insert_header(("digest", format!("sha-256={}", STANDARD.encode(digest))))
        // The very bytes go to the bank: nothing on the way is to pack them.
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header((CACHE_CONTROL, "no-store, no-transform"))
        .body(row.content))
}

fn kept_or_made(shared: &Shared, approval: &Approval) -> Result<PayoutFileRow, Problem> {
    if let Some(kept) = shared.reader.read(|read| read.payout_file(&approval.id.to_string()))? {
        return Ok(kept);
    }
    must_be_whole(approval)?;
    let source = approval.source(shared.payouts.as_ref()).map_err(|missing| must_be_configured(&missing))?;
    let details = shared.reader.read(|read| all_details(read, approval))?;
    let content = source.file(approval, &details).map_err(Problem::internal)?;
    let row = PayoutFileRow {
        id: approval.id.to_string(),
        digest: hex::encode(orebook_document::sha256(&content)),
        content,
        made_at: shared.clock.now().ms(),
    };
    Ok(shared.letters.keep_payout_file(&row)?)
}

/// A file that lost a payout is not the one that two persons approved.
fn must_be_whole(approval: &Approval) -> Result<(), Problem> {
    let cancelled = |payout: &&ApprovedPayout| payout.state == PayoutState::Cancelled;
    let lost: Vec<String> = approval.payouts.iter().filter(cancelled).map(|payout| payout.id.to_string()).collect();
    if lost.is_empty() {
        return Ok(());
    }
    let detail = format!("cancelled: {}; cancel what is left as well, and plan it anew", lost.join(", "));
    Err(conflict("payout_file_must_be_whole", detail).with(json!({ "payouts": lost })))
}

fn must_be_configured(missing: &str) -> Problem {
    let detail = format!("the configuration says nothing of {missing}: see docs/operating/money.md");
    conflict("payouts_must_be_configured", detail).with(json!({ "missing": missing }))
}

/// The details of all payouts, in their order; or the payouts whose details are not there.
fn all_details(read: &mut Reading<'_>, approval: &Approval) -> Result<Vec<Details>, Problem> {
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for payout in &approval.payouts {
        let form = payout.details.map(|digest| read_details(read, digest)).transpose()?.flatten();
        match form {
            Some(form) => found.push(Details::read(&form).map_err(Problem::internal)?),
            None => missing.push(payout),
        }
    }
    if missing.is_empty() {
        return Ok(found);
    }
    let names: Vec<String> = missing.iter().map(|payout| payout.id.to_string()).collect();
    let detail = format!("the details of {} are not there", names.join(", "));
    let facts = missing.iter().map(|payout| {
        json!({ "payout": payout.id, "payee": payout.payee, "details": payout.details.map(|digest| digest.to_string()) })
    });
    let facts = json!({ "payouts": facts.collect::<Vec<_>>() });
    Err(conflict("payout_details_must_be_there", detail).with(facts))
}

fn conflict(code: &str, detail: String) -> Problem {
    Problem::new(StatusCode::CONFLICT, code, detail)
}
