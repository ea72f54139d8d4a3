//! Evidence files of declarations: uploaded by who declared, read by the parties of the certificate and by offices, never
//! public. The digest in the log stays when a file is erased.

use actix_files::NamedFile;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, ContentDisposition, ContentEncoding, DispositionParam,
    DispositionType, HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::{HttpRequest, HttpResponse, get, put, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_registry::certificate::DeclarationState;
use orebook_registry::instruction::{Digest, MandatePower};
use orebook_registry::values::{DeclarationId, OrganisationId, Timestamp};
use orebook_store::{EvidenceRow, Keeping};
use serde::Serialize;
use serde_json::json;

use super::{List, parse};
use crate::access::rules::{Asking, holds_office};
use crate::access::{Member, Permission};
use crate::app::{Data, Shared};
use crate::evidence::incoming::Arrived;
use crate::evidence::media::{self, ALLOWED, Media};
use crate::evidence::{problem_of, receive};
use crate::problem::{Problem, ProblemBody};

/// An evidence file that a declaration names.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EvidenceView {
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// `missing`, `stored` or `erased`.
    pub state: String,
    /// Bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    /// What it is, by its content.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "application/pdf")]
    pub media_type: Option<String>,
    /// When it was stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stored_at: Option<String>,
    /// Organisation that uploaded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stored_by: Option<String>,
    /// When the operator erased it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<String>,
}

/// A declaration, as far as evidence is concerned.
struct Declared {
    id: DeclarationId,
    evidence: Vec<Digest>,
    state: DeclarationState,
    parties: [OrganisationId; 3],
    declarers: Vec<OrganisationId>,
}

impl Declared {
    /// A declaration whose evidence may be read, or none.
    fn read_by(asking: &Asking, shared: &Data, id: &str) -> Result<Self, Problem> {
        asking.member(Permission::Documents)?;
        let declared = Self::of(shared, parse("id", id)?)?;
        asking.party(Permission::Documents, &declared.parties, || Problem::not_found("declaration", declared.id))?;
        Ok(declared)
    }

    /// A declaration to which evidence may be uploaded.
    fn written_by(member: &Member, shared: &Data, id: &str) -> Result<Self, Problem> {
        let declared = Self::of(shared, parse("id", id)?)?;
        if declared.declarers.contains(&member.organisation) {
            return Ok(declared);
        }
        if !declared.parties.contains(&member.organisation) && !holds_office(shared, member) {
            return Err(Problem::not_found("declaration", declared.id));
        }
        let detail = "evidence is uploaded by the producer, or by a holder that may declare for it";
        Err(Problem::new(StatusCode::FORBIDDEN, "evidence_must_be_ones_own", detail))
    }

    fn of(shared: &Data, id: DeclarationId) -> Result<Self, Problem> {
        let found = shared.state(|registry| {
            let declaration = registry.certificates.declaration(id)?;
            let certificate = registry.certificates.certificate(declaration.certificate)?;
            let mandated = certificate.mandates(certificate.holder, MandatePower::Declare);
            let mut evidence = declaration.evidence.clone();
            let mut seen = std::collections::BTreeSet::new();
            evidence.retain(|digest| seen.insert(*digest));
            Some(Self {
                id,
                evidence,
                state: declaration.state,
                parties: [certificate.producer, certificate.holder, certificate.certifier],
                declarers: [certificate.producer].into_iter().chain(mandated.then_some(certificate.holder)).collect(),
            })
        });
        found.ok_or_else(|| Problem::not_found("declaration", id))
    }

    fn digest(&self, text: &str) -> Result<Digest, Problem> {
        let digest: Digest = parse("digest", text)?;
        if self.evidence.contains(&digest) { Ok(digest) } else { Err(Problem::not_found("evidence file", digest)) }
    }

    /// Nobody needs the evidence of what was rejected, withdrawn or has lapsed.
    fn must_be_live(&self) -> Result<(), Problem> {
        if matches!(self.state, DeclarationState::Declared | DeclarationState::Approved) {
            return Ok(());
        }
        let detail = format!("the declaration is {}: no evidence of it is taken in any more", self.state);
        Err(Problem::new(StatusCode::CONFLICT, "declaration_must_be_live", detail)
            .with(json!({ "state": self.state.to_string() })))
    }

    /// What is known of its files: a row of its own each, and when a file of that digest was erased anywhere.
    async fn files(&self, shared: &Data, digests: &[Digest]) -> Result<Vec<File>, Problem> {
        let names: Vec<String> = digests.iter().map(ToString::to_string).collect();
        let asked = names.clone();
        let rows = shared.clone().into_inner().tables(move |read| Ok(read.evidence_among(&asked)?)).await?;
        let own = self.id.to_string();
        let file = |digest: String| {
            let mut same = rows.iter().filter(|row| row.digest == digest);
            let erased_at = same.clone().find_map(|row| row.erased_at);
            File { row: same.find(|row| row.declaration == own).cloned(), erased_at, digest }
        };
        Ok(names.into_iter().map(file).collect())
    }
}

/// What is known of a file.
struct File {
    digest: String,
    row: Option<EvidenceRow>,
    erased_at: Option<i64>,
}

impl File {
    fn must_not_be_erased(&self) -> Result<(), Problem> {
        self.erased_at.map_or(Ok(()), |at| Err(erased(&self.digest, at)))
    }

    /// The row of a file that can be read.
    fn stored(self) -> Result<EvidenceRow, Problem> {
        self.must_not_be_erased()?;
        let missing = || {
            let detail = format!("the file {} was not uploaded to this declaration", self.digest);
            Problem::new(StatusCode::NOT_FOUND, "evidence_must_be_stored", detail)
        };
        self.row.ok_or_else(missing)
    }

    fn view(self) -> EvidenceView {
        let state = match (&self.row, self.erased_at) {
            (_, Some(_)) => "erased",
            (Some(_), None) => "stored",
            (None, None) => "missing",
        };
        let time = |ms| Timestamp::from_ms(ms).to_string();
        let row = self.row.as_ref();
        EvidenceView {
            state: state.to_owned(),
            size: row.map(|row| row.size.to_string()),
            media_type: row.map(|row| row.media_type.clone()),
            stored_at: row.map(|row| time(row.stored_at)),
            stored_by: row.map(|row| row.organisation.clone()),
            erased_at: self.erased_at.map(time),
            digest: self.digest,
        }
    }
}

fn erased(digest: &str, at: i64) -> Problem {
    let at = Timestamp::from_ms(at).to_string();
    Problem::new(StatusCode::GONE, "evidence_must_not_be_erased", format!("the file {digest} was erased on {at}"))
        .with(json!({ "erased_at": at }))
}

/// The evidence that a declaration names, in its order, and what has become of it.
#[utoipa::path(
    tag = "certificates",
    params(("id" = String, Path, description = "dcl_…")),
    responses((status = 200, body = List<EvidenceView>), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/declarations/{id}/evidence")]
pub async fn list_evidence(shared: Data, request: HttpRequest, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let declared = Declared::read_by(&Asking::of(&request, &shared), &shared, &id)?;
    let files = declared.files(&shared, &declared.evidence).await?;
    let items = files.into_iter().map(File::view).collect();
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "private, no-store")).json(List { items, next: None }))
}

/// An evidence file, as it was uploaded. A part of it is asked for with `Range`.
#[utoipa::path(
    tag = "certificates",
    params(("id" = String, Path, description = "dcl_…"), ("digest" = String, Path, description = "SHA-256 of the file, hexadecimal")),
    responses((status = 200, content_type = "*/*", description = "the file, of the type that its content has"), (status = 206, content_type = "*/*", description = "a part of it"), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 410, body = ProblemBody), (status = 416, body = ProblemBody), (status = 503, body = ProblemBody))
)]
#[get("/v1/declarations/{id}/evidence/{digest}")]
pub async fn get_evidence(
    shared: Data,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    let declared = Declared::read_by(&asking, &shared, &path.0)?;
    let digest = declared.digest(&path.1)?;
    let file = declared.files(&shared, &[digest]).await?.pop();
    let row = file.ok_or_else(|| Problem::not_found("evidence file", digest))?.stored()?;
    let _permit = shared.evidence.enter(asking.member(Permission::Documents)?.organisation)?;
    let (size, keeper) = (u64::try_from(row.size).unwrap_or(0), shared.clone());
    let file = web::block(move || keeper.evidence.read(digest, size)).await.map_err(Problem::internal)?;
    let file = file.map_err(|error| problem_of(error, digest))?;
    sent(&request, file, digest, media::of_name(&row.media_type))
}

/// The answer with a file: to be saved, never to be shown by a browser as something of this site.
fn sent(
    request: &HttpRequest,
    file: std::fs::File,
    digest: Digest,
    media: Option<Media>,
) -> Result<HttpResponse, Problem> {
    const DIGEST: HeaderName = HeaderName::from_static("digest");
    let media = media.unwrap_or(Media { name: "application/octet-stream", ending: "bin" });
    let name = format!("{digest}.{}", media.ending);
    let length = file.metadata().map_err(Problem::internal)?.len();
    let attachment = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name.clone())],
    };
    let mut answer = NamedFile::from_file(file, name)
        .map_err(Problem::internal)?
        .set_content_type(media.name.parse().map_err(Problem::internal)?)
        .set_content_disposition(attachment)
        // Its bytes are those of the digest: nothing on the way is to pack them.
        .set_content_encoding(ContentEncoding::Identity)
        .prefer_utf8(false)
        .use_etag(false)
        .use_last_modified(false)
        .into_response(request);
    if answer.status() == StatusCode::RANGE_NOT_SATISFIABLE {
        let detail = format!("the file has {length} bytes: the range names some of them");
        return Err(Problem::new(StatusCode::RANGE_NOT_SATISFIABLE, "range_must_be_of_the_file", detail)
            .with(json!({ "length": length })));
    }
    let headers = answer.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store, no-transform"));
    let stated = HeaderValue::try_from(format!("sha-256={}", STANDARD.encode(digest.0)));
    headers.insert(DIGEST, stated.map_err(Problem::internal)?);
    Ok(answer)
}

/// Uploads an evidence file, whose SHA-256 the declaration names. The same again changes nothing, and mends a file that
/// was damaged.
#[utoipa::path(
    tag = "certificates",
    params(("id" = String, Path, description = "dcl_…"), ("digest" = String, Path, description = "SHA-256 of the file, hexadecimal")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = EvidenceView, description = "stored"), (status = 200, body = EvidenceView, description = "stored before"), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 408, body = ProblemBody), (status = 409, body = ProblemBody), (status = 410, body = ProblemBody), (status = 413, body = ProblemBody), (status = 415, body = ProblemBody), (status = 422, body = ProblemBody), (status = 503, body = ProblemBody))
)]
#[put("/v1/declarations/{id}/evidence/{digest}")]
pub async fn put_evidence(
    shared: Data,
    request: HttpRequest,
    path: web::Path<(String, String)>,
    body: web::Payload,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    let member = asking.member(Permission::Documents)?;
    let declared = Declared::written_by(member, &shared, &path.0)?;
    let digest = declared.digest(&path.1)?;
    declared.must_be_live()?;
    for file in declared.files(&shared, &[digest]).await? {
        file.must_not_be_erased()?;
    }
    let _permit = shared.evidence.enter(member.organisation)?;
    let told = request.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    let arrived = receive(&shared.evidence, body, told).await?;
    let media = admit(&arrived, digest)?;
    let row = EvidenceRow {
        declaration: declared.id.to_string(),
        digest: digest.to_string(),
        size: i64::try_from(arrived.size).map_err(Problem::internal)?,
        media_type: media.name.to_owned(),
        organisation: member.organisation.to_string(),
        actor: member.by.id().to_owned(),
        stored_at: shared.wall.now().ms(),
        erased_at: None,
    };
    let keeper = shared.clone();
    // In one piece, so that whoever hangs up now leaves no file without its row.
    let kept = web::block(move || keep(&keeper, arrived, &row)).await.map_err(Problem::internal)??;
    let file = declared.files(&shared, &[digest]).await?.pop().map(File::view);
    let status = if kept == Keeping::Kept { StatusCode::CREATED } else { StatusCode::OK };
    Ok(HttpResponse::build(status).insert_header((CACHE_CONTROL, "private, no-store")).json(file))
}

/// The file must be the one that was declared, and of a type that is taken in.
fn admit(arrived: &Arrived, digest: Digest) -> Result<Media, Problem> {
    if arrived.digest != digest {
        let detail = format!("the file has the digest {}, not {digest}", arrived.digest);
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "evidence_must_have_its_digest", detail)
            .with(json!({ "digest": digest.to_string(), "found": arrived.digest.to_string() })));
    }
    arrived.media.clone().map_err(|found| {
        let allowed: Vec<&str> = ALLOWED.iter().map(|media| media.name).collect();
        let detail = format!("the file is {found}; what is taken in: {}", allowed.join(", "));
        Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "evidence_type_must_be_allowed", detail)
            .with(json!({ "found": found, "allowed": allowed }))
    })
}

/// First the file, then its row. Was it erased meanwhile, it goes again.
fn keep(shared: &Shared, arrived: Arrived, row: &EvidenceRow) -> Result<Keeping, Problem> {
    let digest = arrived.digest;
    shared.evidence.storage.put(arrived).map_err(|error| problem_of(error, digest))?;
    let kept = shared.letters.keep_evidence(row)?;
    if let Keeping::Erased(at) = kept {
        shared.evidence.storage.remove(digest).map_err(|error| problem_of(error, digest))?;
        return Err(erased(&row.digest, at));
    }
    Ok(kept)
}
