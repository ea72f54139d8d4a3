//! What is handed out of one retirement, to be kept and checked without this server: its statement as a credential and
//! as a token, the proof of its entry, the bundle of all of it, and the code that is printed.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, get, web};
use orebook_document::SecretKey;
use orebook_registry::claim::history::history;
use orebook_registry::claim::statement::{EntryFacts, Statement, statement};
use orebook_registry::claim::wording;
use orebook_registry::event::Visibility;
use orebook_registry::instruction::{Act, Instruction, Issuer};
use orebook_registry::values::RetirementId;
use orebook_registry::{Entry, Registry};
use orebook_store::Reading;
use orebook_verifier::bundle::{Bundle, Kind, ProvedEntry, Version};

use super::flags::withdrawals;
use super::log::{FOREVER, published, signed};
use super::parse;
use crate::app::{Data, Shared};
use crate::jwt;
use crate::problem::{Problem, ProblemBody};
use crate::sequencer::Published;
use crate::view::View;

/// The statement alone: canonical bytes of the signed Verifiable Credential, the same every time.
#[utoipa::path(tag = "retirements", params(("id" = String, Path, description = "ret_…")), responses((status = 200, content_type = "application/vc", description = "a W3C Verifiable Credential 2.0"), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody), (status = 503, body = ProblemBody)))]
#[get("/v1/retirements/{id}/statement")]
pub async fn get_statement(shared: Data, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: RetirementId = parse("id", &id)?;
    let bytes = orebook_document::canonical(&statement_of(&shared, id).await?).map_err(Problem::internal)?;
    Ok(file("application/vc", FOREVER, None).body(bytes))
}

/// The same statement as a token: a credential secured by JOSE (`vc+jwt`), the same every time.
#[utoipa::path(tag = "retirements", params(("id" = String, Path, description = "ret_…")), responses((status = 200, content_type = "application/vc+jwt", description = "header `alg` EdDSA, `typ` vc+jwt, `kid` the issuer's key as a DID URL; the payload is the statement without its proof"), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody), (status = 503, body = ProblemBody)))]
#[get("/v1/retirements/{id}/statement.jwt")]
pub async fn get_statement_token(shared: Data, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: RetirementId = parse("id", &id)?;
    let (statement, issuer) = unsigned_statement(&shared, id).await?;
    let key = issuer_key(&shared, &issuer)?;
    let payload = orebook_document::canonical(&statement).map_err(Problem::internal)?;
    let kid = issuer.key.verification_method_of(&issuer.did);
    let token = jwt::sign(&key, "vc+jwt", kid, &payload).map_err(Problem::internal)?;
    Ok(file("application/vc+jwt", FOREVER, None).body(token))
}

/// The proof of its entry alone.
#[utoipa::path(tag = "retirements", params(("id" = String, Path, description = "ret_…")), responses((status = 200, content_type = "text/plain", description = "c2sp.org/tlog-proof@v1"), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/retirements/{id}/proof")]
pub async fn get_retirement_proof(shared: Data, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: RetirementId = parse("id", &id)?;
    let sequence = sequence_of(&shared, id)?;
    let proof = super::log::proof_of(&shared, sequence).await?;
    Ok(file("text/plain; charset=utf-8", "no-store", Some(format!("{id}.tlog-proof"))).body(proof))
}

/// Statement, entries, proofs and checkpoint in one file, which the offline page and `orebook-verify` check.
#[utoipa::path(tag = "retirements", params(("id" = String, Path, description = "ret_…")), responses((status = 200, content_type = "application/json", description = "a retirement bundle: see docs/statement.md"), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody), (status = 503, body = ProblemBody)))]
#[get("/v1/retirements/{id}/bundle")]
pub async fn get_bundle(shared: Data, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: RetirementId = parse("id", &id)?;
    let bundle = bundle_of(&shared, id).await?;
    Ok(file("application/json", "no-store", Some(format!("{id}.bundle.json"))).body(bundle.to_bytes()))
}

/// What is printed beside a claim: the address of its record.
#[utoipa::path(tag = "retirements", params(("id" = String, Path, description = "ret_…")), responses((status = 200, content_type = "image/svg+xml", description = "a QR code"), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/retirements/{id}/qr.svg")]
pub async fn get_code(shared: Data, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: RetirementId = parse("id", &id)?;
    sequence_of(&shared, id)?;
    Ok(file("image/svg+xml", FOREVER, None).body(code(&shared.state(|registry| address(registry, id)))?))
}

fn file(media: &'static str, cache: &'static str, name: Option<String>) -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_TYPE, media)).insert_header((CACHE_CONTROL, cache));
    if let Some(name) = name {
        answer.insert_header(("content-disposition", format!("attachment; filename=\"{name}\"")));
    }
    answer
}

/// Where anybody looks a retirement up.
pub(crate) fn address(registry: &Registry, id: RetirementId) -> String {
    wording::public_url(registry.origin(), id)
}

/// A QR code as SVG, with the quiet zone that readers need.
pub(crate) fn code(text: &str) -> Result<String, Problem> {
    let code = qrcode::QrCode::new(text).map_err(Problem::internal)?;
    Ok(code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(160, 160).build())
}

fn sequence_of(shared: &Data, id: RetirementId) -> Result<u64, Problem> {
    shared
        .state(|registry| registry.claims.retirement(id).map(|r| r.sequence))
        .ok_or_else(|| Problem::not_found("retirement", id))
}

/// Everything about one retirement that anybody can check alone.
pub(crate) async fn bundle_of(shared: &Data, id: RetirementId) -> Result<Bundle, Problem> {
    let statement = orebook_document::canonical(&statement_of(shared, id).await?).map_err(Problem::internal)?;
    let places = places(shared, id).await?;
    let last = places.last().copied().unwrap_or_default();
    // A checkpoint that outsiders have cosigned is worth more than a newer one, if it counts all that is shown.
    let witnessed = shared.cosigned.newest().filter(|witnessed| witnessed.checkpoint.size > last);
    let Published { checkpoint, note } = witnessed.map_or_else(|| published(shared), Ok)?;
    let size = checkpoint.size;
    let entries = shared.clone().into_inner().blocking(move |shared| proved(shared, &places, size)).await?;
    let log_key = shared.state(|registry| registry.own_keys().log_key_at(size).unwrap_or_default().to_owned());
    let statement = String::from_utf8(statement).map_err(Problem::internal)?;
    let (kind, v) = (Kind::OrebookRetirementBundle, Version::One);
    Ok(Bundle { checkpoint: note, entries, log_key, statement, kind, v })
}

/// The founding, every adoption of a key, the retirement, and what later concerned it, in the order of the log.
async fn places(shared: &Data, id: RetirementId) -> Result<Vec<u64>, Problem> {
    let seen = View::of(shared, None, None, None).await?;
    let later = withdrawals(&seen, id).await?;
    let places = seen.read(|registry| {
        let own = registry.own_keys();
        let mut places: Vec<u64> = own.issuers().iter().map(|tenure| tenure.from).collect();
        places.extend(own.log().iter().map(|tenure| tenure.from));
        places.extend(history(registry.claims.retirement(id)?).iter().map(|page| page.sequence));
        places.extend(later.iter().map(|withdrawal| withdrawal.sequence));
        places.sort_unstable();
        places.dedup();
        Some(places)
    });
    places.ok_or_else(|| Problem::not_found("retirement", id))
}

/// The public ones among some entries, each with its proof in the tree of this size.
fn proved(shared: &Shared, places: &[u64], size: u64) -> Result<Vec<ProvedEntry>, Problem> {
    let tables = shared.tiles();
    let mut entries = Vec::new();
    for &index in places {
        let bytes = shared.reader.read(|read| entry_bytes(read, index))?;
        if Entry::parse(&bytes).map_err(Problem::internal)?.visibility() == Visibility::Members {
            continue;
        }
        let hashes = orebook_tlog::inclusion_proof(&tables, index, size).map_err(Problem::internal)?;
        entries.push(ProvedEntry::new(index, String::from_utf8(bytes).map_err(Problem::internal)?, &hashes));
    }
    Ok(entries)
}

/// The statement of a retirement before it is signed, and its issuer.
async fn unsigned_statement(shared: &Data, id: RetirementId) -> Result<(Statement, Issuer), Problem> {
    let sequence = sequence_of(shared, id)?;
    let signed = shared.clone().into_inner().tables(move |read| signed_for(read, sequence)).await?;
    let facts = EntryFacts {
        instruction: signed.instruction.as_bytes(),
        approval: signed.approval.as_ref().map(String::as_bytes),
        leaf: signed.leaf,
    };
    let unsigned = shared.state(|registry| {
        let (statement, issuer) = statement(registry, id, &facts)?;
        Some((statement, issuer.clone()))
    });
    unsigned.ok_or_else(|| Problem::internal("a retirement has its statement"))
}

/// The signed statement of a retirement.
pub(crate) async fn statement_of(shared: &Data, id: RetirementId) -> Result<Statement, Problem> {
    let (statement, issuer) = unsigned_statement(shared, id).await?;
    let key = issuer_key(shared, &issuer)?;
    statement.sign(&issuer, &key).ok_or_else(|| Problem::internal("a retirement has a time"))
}

/// The secret key of whoever was the issuer at a retirement.
fn issuer_key(shared: &Data, issuer: &Issuer) -> Result<SecretKey, Problem> {
    shared.keys.issuer(&issuer.key).ok_or_else(|| {
        let detail = format!("the key {} that signs this statement is not on this server", issuer.key);
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "issuer_key_is_not_here", detail)
    })
}

/// What was signed for a retirement.
struct Signed {
    instruction: String,
    approval: Option<String>,
    leaf: orebook_tlog::Hash,
}

/// The retirement's entry holds the instruction to retire. Where two persons signed, it continues the entry of the
/// approval, which names the proposal, whose id names the entry of the instruction to retire.
fn signed_for(read: &mut Reading<'_>, sequence: u64) -> Result<Signed, Problem> {
    let bytes = entry_bytes(read, sequence)?;
    let entry = Entry::parse(&bytes).map_err(Problem::internal)?;
    let leaf = orebook_tlog::leaf_hash(&bytes);
    if let Some(instruction) = entry.instruction {
        return Ok(Signed { instruction: instruction.get().to_owned(), approval: None, leaf });
    }
    let first = entry.of.map_or(sequence, |of| of.0);
    let approval = instruction_in(&entry_bytes(read, first)?)?;
    let parsed: Instruction = serde_json::from_str(&approval).map_err(Problem::internal)?;
    let Act::Approve(approve) = parsed.act else {
        return Err(Problem::internal("a retirement that continues an entry was approved there"));
    };
    let instruction = instruction_in(&entry_bytes(read, approve.proposal.sequence())?)?;
    Ok(Signed { instruction, approval: Some(approval), leaf })
}

fn entry_bytes(read: &mut Reading<'_>, sequence: u64) -> Result<Vec<u8>, Problem> {
    let row = read.entry(signed(sequence))?;
    row.map(|row| row.entry).ok_or_else(|| Problem::internal("a retirement's entries are in the journal"))
}

fn instruction_in(bytes: &[u8]) -> Result<String, Problem> {
    let entry = Entry::parse(bytes).map_err(Problem::internal)?;
    let raw = entry.instruction.ok_or_else(|| Problem::internal("an entry of an instruction holds it"))?;
    Ok(raw.get().to_owned())
}
