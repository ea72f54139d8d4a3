//! The transparency log: checkpoint, entries, proofs and hash tiles (C2SP).

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::Entry;
use orebook_registry::event::Visibility;
use orebook_registry::values::Timestamp;
use orebook_store::Reading;
use orebook_tlog::{EntriesPath, TILE_WIDTH, TilePath, TileSource, TlogProof, encode_bundle, encode_tile};
use serde::Serialize;

use super::{List, parse};
use crate::access::rules::Asking;
use crate::access::{Permission, member_of};
use crate::app::Data;
use crate::auditor;
use crate::problem::{Problem, ProblemBody};
use crate::sequencer::Published;
use crate::witnesses::State;

/// The tables count in signed numbers.
pub(crate) fn signed(sequence: u64) -> i64 {
    i64::try_from(sequence).unwrap_or(i64::MAX)
}

pub(crate) fn published(shared: &Data) -> Result<Published, Problem> {
    shared
        .sequencer
        .published()
        .ok_or_else(|| Problem::from(crate::sequencer::Unavailable::NotReady("not founded".to_owned())))
}

/// The newest signed checkpoint; with cosignatures of witnesses, if it has them.
#[utoipa::path(tag = "log", responses((status = 200, content_type = "text/plain", description = "a C2SP checkpoint"), (status = 503, body = ProblemBody)))]
#[get("/log/checkpoint")]
pub async fn get_checkpoint(shared: Data) -> Result<HttpResponse, Problem> {
    let published = published(&shared)?;
    let cosigned = shared.cosigned.newest().filter(|cosigned| cosigned.checkpoint == published.checkpoint);
    Ok(note(cosigned.unwrap_or(published).note))
}

/// The newest checkpoint that enough outside witnesses have cosigned, with their cosignatures.
#[utoipa::path(tag = "log", responses((status = 200, content_type = "text/plain", description = "a C2SP checkpoint with cosignatures"), (status = 404, body = ProblemBody), (status = 503, body = ProblemBody)))]
#[get("/log/checkpoint/witnessed")]
pub async fn get_witnessed_checkpoint(shared: Data) -> Result<HttpResponse, Problem> {
    let witnessed = shared.cosigned.newest();
    Ok(note(witnessed.ok_or_else(|| Problem::not_found("checkpoint", "witnessed"))?.note))
}

/// The witnesses that are asked to cosign checkpoints, and what came of it.
#[utoipa::path(tag = "log", responses((status = 200, body = List<WitnessView>), (status = 503, body = ProblemBody)))]
#[get("/log/witnesses")]
pub async fn list_witnesses(shared: Data) -> HttpResponse {
    let view = |(name, state): (String, State)| WitnessView {
        name,
        size: state.size.to_string(),
        time: state
            .time
            .and_then(|time| i64::try_from(time).ok())
            .map(|time| Timestamp::from_ms(time.saturating_mul(1000)).to_string()),
        failure: state.failure,
    };
    HttpResponse::Ok()
        .json(List { items: shared.cosigned.states().into_iter().map(view).collect::<Vec<_>>(), next: None })
}

/// How it stands with a witness.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct WitnessView {
    /// Its name, which is that of its key.
    pub name: String,
    /// Entries of the last checkpoint that it cosigned.
    pub size: String,
    /// When it did, as it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Why it did not cosign the last time it was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

fn note(text: String) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").insert_header((CACHE_CONTROL, "no-store")).body(text)
}

/// What never changes may be kept by whoever may read it.
pub(crate) const FOREVER: &str = "public, max-age=31536000, immutable";
const FOREVER_PRIVATE: &str = "private, max-age=31536000, immutable";

/// An entry's exact bytes. Public entries are for anyone; others for the members whom they concern, for the operator and
/// auditors.
#[utoipa::path(
    tag = "log",
    params(("sequence" = String, Path, description = "0-based place in the log")),
    responses((status = 200, content_type = "application/json", description = "the entry, byte for byte"), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/log/entry/{sequence}")]
pub async fn get_entry(
    shared: Data,
    request: HttpRequest,
    sequence: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let sequence: u64 = parse("sequence", &sequence)?;
    let row = shared.clone().into_inner().tables(move |read| Ok(read.entry(signed(sequence))?)).await?;
    let row = row.ok_or_else(|| Problem::not_found("entry", sequence))?;
    let public = Entry::parse(&row.entry).map_err(Problem::internal)?.visibility() == Visibility::Public;
    if !public {
        require_reader(&shared, &request, sequence).await?;
    }
    let cache = if public { FOREVER } else { FOREVER_PRIVATE };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CACHE_CONTROL, cache))
        .body(row.entry))
}

/// An entry of members is for those whom it concerns, for auditors with a token and for offices.
async fn require_reader(shared: &Data, request: &HttpRequest, sequence: u64) -> Result<(), Problem> {
    if let Some(token) = auditor::bearer(request) {
        return admit(shared, token, format!("/log/entry/{sequence}")).await;
    }
    let asking = Asking::of(request, shared);
    let own = asking.member(Permission::Read)?.organisation;
    let involved = move |read: &mut Reading<'_>| Ok(read.involvement(&own.to_string(), signed(sequence))?);
    let involved = shared.clone().into_inner().tables(involved).await?;
    let readers = involved.filter(|row| row.reads == "yes").map(|_| own);
    asking.party(Permission::Read, readers.as_slice(), || Problem::not_found("entry", sequence))
}

async fn admit(shared: &Data, token: String, resource: String) -> Result<(), Problem> {
    shared.clone().into_inner().blocking(move |shared| auditor::admit(shared, &token, &resource)).await
}

/// A tlog-proof of an entry against the newest checkpoint.
#[utoipa::path(
    tag = "log",
    params(("sequence" = String, Path, description = "0-based place in the log")),
    responses((status = 200, content_type = "text/plain", description = "c2sp.org/tlog-proof@v1"), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody), (status = 503, body = ProblemBody))
)]
#[get("/log/proof/{sequence}")]
pub async fn get_proof(shared: Data, sequence: web::Path<String>) -> Result<HttpResponse, Problem> {
    let sequence: u64 = parse("sequence", &sequence)?;
    let proof = proof_of(&shared, sequence).await?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(proof))
}

/// A tlog-proof of an entry, as text.
pub(crate) async fn proof_of(shared: &Data, sequence: u64) -> Result<String, Problem> {
    let Published { checkpoint, note } = published(shared)?;
    if sequence >= checkpoint.size {
        return Err(Problem::not_found("entry", sequence));
    }
    let hashes = shared
        .clone()
        .into_inner()
        .blocking(move |shared| {
            orebook_tlog::inclusion_proof(&shared.tiles(), sequence, checkpoint.size).map_err(Problem::internal)
        })
        .await?;
    Ok(TlogProof { index: sequence, hashes, checkpoint: note }.to_string())
}

/// A hash tile; any partial width up to the current one. It never changes, so it may be cached for ever.
#[utoipa::path(
    tag = "log",
    params(("path" = String, Path, description = "`<L>/<N>[.p/<W>]` of C2SP tlog-tiles")),
    responses((status = 200, content_type = "application/octet-stream", description = "hashes of 32 bytes each"), (status = 404, body = ProblemBody))
)]
#[get("/log/tile/{path:.*}")]
pub async fn get_tile(shared: Data, path: web::Path<String>) -> Result<HttpResponse, Problem> {
    let no_tile = || Problem::not_found("tile", path.as_str());
    let tile: TilePath = format!("tile/{path}").parse().map_err(|_| no_tile())?;
    let size = published(&shared)?.checkpoint.size;
    let unit = 256_u64.checked_pow(u32::from(tile.level)).ok_or_else(no_tile)?;
    let leaves = end_of(tile.index, tile.width).and_then(|hashes| hashes.checked_mul(unit));
    if leaves.is_none_or(|leaves| leaves > size) {
        return Err(no_tile());
    }
    let bytes = shared
        .clone()
        .into_inner()
        .blocking(move |shared| shared.tiles().tile(tile.level, tile.index, tile.width).map_err(Problem::internal))
        .await?;
    Ok(octets(encode_tile(&bytes), FOREVER))
}

/// An entry bundle: 256 entries, or as many as a partial one has, each after its length in two bytes. For auditors with
/// a token, or with the scope `entries`; their reading is recorded.
#[utoipa::path(
    tag = "log",
    params(("path" = String, Path, description = "`<N>[.p/<W>]` of C2SP tlog-tiles")),
    responses((status = 200, content_type = "application/octet-stream", description = "entries, each after its length"), (status = 401, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/log/tile/entries/{path:.*}")]
pub async fn get_entry_bundle(
    shared: Data,
    request: HttpRequest,
    path: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let no_bundle = || Problem::not_found("bundle", path.as_str());
    let bundle: EntriesPath = format!("tile/entries/{path}").parse().map_err(|_| no_bundle())?;
    let size = published(&shared)?.checkpoint.size;
    match auditor::bearer(&request) {
        Some(token) => admit(&shared, token, format!("/log/{bundle}")).await?,
        None if member_of(&request).is_none() => return Err(auditor::token_is_required()),
        None => Asking::of(&request, &shared).office(Permission::Entries)?,
    }
    let end = end_of(bundle.index, bundle.width).filter(|end| *end <= size).ok_or_else(no_bundle)?;
    let range = signed(end - u64::from(bundle.width))..signed(end);
    let rows = shared.clone().into_inner().tables(move |read| Ok(read.entries(range)?)).await?;
    let bytes = encode_bundle(rows.iter().map(|row| &row.entry)).map_err(Problem::internal)?;
    Ok(octets(bytes, FOREVER_PRIVATE))
}

/// How many hashes or entries there must be for this tile or bundle.
fn end_of(index: u64, width: u16) -> Option<u64> {
    index.checked_mul(u64::from(TILE_WIDTH))?.checked_add(u64::from(width))
}

fn octets(bytes: Vec<u8>, cache: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/octet-stream"))
        .insert_header((CACHE_CONTROL, cache))
        .body(bytes)
}
