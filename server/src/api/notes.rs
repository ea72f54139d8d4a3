//! Notes: free texts of which an entry of the log names the digest, SHA-256(salt ‖ text). The digest stays; the text
//! stands beside the log and can be erased.

use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use orebook_registry::Entry;
use orebook_registry::event::Visibility;
use orebook_registry::instruction::Digest;
use orebook_registry::values::OrganisationId;
use orebook_store::{NoteRow, Page, Reading};
use serde::{Deserialize, Serialize};

use super::{parse, salted};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::access::security::{self, Kind};
use crate::app::Data;
use crate::grievance::TEXT_MAX;
use crate::problem::{Problem, ProblemBody};

/// A salt and a text.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteBody {
    /// 16 to 32 random bytes in lower-case hexadecimal: without it a short text could be guessed.
    #[schema(example = "8f0c3d0a5b1e4f6a9c7d2e1b0a594837")]
    pub salt: String,
    /// At most 4,000 characters.
    pub text: String,
}

/// Keeps the text of a digest that an entry of the log names. Whoever knows salt and text may send them.
#[utoipa::path(
    tag = "log",
    params(("digest" = String, Path, description = "SHA-256(salt ‖ text), hexadecimal")),
    request_body(content = NoteBody, content_type = "application/json"),
    responses((status = 201, description = "kept"), (status = 200, description = "kept before"), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody), (status = 415, body = ProblemBody), (status = 422, body = ProblemBody))
)]
#[put("/v1/notes/{digest}")]
pub async fn put_note(
    shared: Data,
    request: HttpRequest,
    digest: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    super::instructions::require_json(request.headers())?;
    let digest: Digest = parse("digest", &digest)?;
    let body: NoteBody = serde_json::from_slice(&body)
        .map_err(|error| Problem::bad_request("document_is_malformed", error.to_string()))?;
    check(digest, &body)?;
    let row = NoteRow { digest: digest.to_string(), salt: body.salt, content: body.text };
    let shared = shared.into_inner();
    let kept = shared.blocking(move |shared| {
        let named = shared.reader.read(|read| read.entries_naming(&row.digest, &Page::newest(1)))?;
        if named.is_empty() {
            return Err(Problem::not_found("entry that names the digest", &row.digest));
        }
        Ok(shared.letters.keep_note(&row)?)
    });
    Ok(if kept.await? { HttpResponse::Created().finish() } else { HttpResponse::Ok().finish() })
}

fn check(digest: Digest, note: &NoteBody) -> Result<(), Problem> {
    let malformed = |detail: &str| Problem::bad_request("parameter_is_malformed", detail);
    if note.text.is_empty() || note.text.chars().count() > TEXT_MAX || note.text.contains('\0') {
        return Err(malformed("text: 1 to 4000 characters and no NUL"));
    }
    salted::require(digest, &note.salt, note.text.as_bytes(), "text", "note_must_have_its_digest")
}

/// Entries that name a digest and are looked at.
const ENTRIES: i64 = 100;

/// Whether an entry names a digest as that of a note. Digests can be copied into other fields, by anybody.
fn notes(entry: &[u8], digest: Digest) -> bool {
    let field = format!("\"note\":\"{digest}\"");
    entry.windows(field.len()).any(|window| window == field.as_bytes())
}

/// One's own organisation, if it may read an entry that names the digest.
async fn readers_of(shared: &Data, digest: Digest, own: OrganisationId) -> Result<Vec<OrganisationId>, Problem> {
    let reads = move |read: &mut Reading<'_>| {
        let rows = read.entries_naming(&digest.to_string(), &Page::newest(ENTRIES))?;
        for row in rows.iter().filter(|row| notes(&row.entry, digest)) {
            let public = Entry::parse(&row.entry).is_ok_and(|entry| entry.visibility() == Visibility::Public);
            let involved = read.involvement(&own.to_string(), row.sequence)?;
            if public || involved.is_some_and(|row| row.reads == "yes") {
                return Ok(vec![own]);
            }
        }
        Ok(Vec::new())
    };
    shared.clone().into_inner().tables(reads).await
}

/// One's own organisation, if it signed an entry that names the digest.
async fn signers_of(shared: &Data, digest: Digest, own: OrganisationId) -> Result<Vec<OrganisationId>, Problem> {
    let signed = move |read: &mut Reading<'_>| {
        let rows = read.entries_naming(&digest.to_string(), &Page::newest(ENTRIES))?;
        let by_own = rows
            .iter()
            .filter(|row| notes(&row.entry, digest))
            .filter_map(|row| Entry::parse(&row.entry).ok()?.name())
            .any(|n| n.organisation == own);
        Ok(by_own.then_some(own).into_iter().collect())
    };
    shared.clone().into_inner().tables(signed).await
}

/// A note, for those who may read an entry that names it.
#[utoipa::path(
    tag = "log",
    params(("digest" = String, Path, description = "SHA-256(salt ‖ text), hexadecimal")),
    responses((status = 200, body = NoteBody), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/notes/{digest}")]
pub async fn get_note(shared: Data, request: HttpRequest, digest: web::Path<String>) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    asking.member(Permission::Documents)?;
    let digest: Digest = parse("digest", &digest)?;
    let readers = readers_of(&shared, digest, asking.member(Permission::Documents)?.organisation).await?;
    asking.party(Permission::Documents, &readers, || Problem::not_found("note", digest))?;
    let note = shared.clone().into_inner().tables(move |read| Ok(read.note(&digest.to_string())?)).await?;
    let note = note.ok_or_else(|| Problem::not_found("note", digest))?;
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "no-store"))
        .json(NoteBody { salt: note.salt, text: note.content }))
}

/// Erases a note. Its digest stays in the log, and says nothing without the salt.
#[utoipa::path(
    tag = "log",
    params(("digest" = String, Path, description = "SHA-256(salt ‖ text), hexadecimal")),
    responses((status = 204, description = "erased"), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[delete("/v1/notes/{digest}")]
pub async fn erase_note(
    shared: Data,
    request: HttpRequest,
    digest: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    let member = asking.member(Permission::Documents)?.clone();
    let own = member.organisation;
    let digest: Digest = parse("digest", &digest)?;
    let signers = signers_of(&shared, digest, own).await?;
    asking.party_or_operator(Permission::Documents, &signers, || Problem::not_found("note", digest))?;
    let work = move |shared: &crate::app::Shared| {
        let digest = digest.to_string();
        let log = security::row(shared.wall.now(), own, member.by.id(), Kind::NoteErased, &digest);
        Ok(shared.letters.erase_note(&digest, &[log])?)
    };
    if shared.clone().into_inner().blocking(work).await? {
        Ok(HttpResponse::NoContent().finish())
    } else {
        Err(Problem::not_found("note", digest))
    }
}
