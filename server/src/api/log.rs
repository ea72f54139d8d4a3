//! The transparency log: checkpoint, entries, proofs and hash tiles (C2SP).

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::Entry;
use orebook_registry::event::Visibility;
use orebook_tlog::{TilePath, TileSource, TlogProof, encode_tile};

use super::parse;
use crate::app::{Data, require_loopback};
use crate::problem::{Problem, ProblemBody};
use crate::sequencer::Published;
use crate::tiles::Tables;

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

/// The newest signed checkpoint.
#[utoipa::path(tag = "log", responses((status = 200, content_type = "text/plain", description = "a C2SP checkpoint"), (status = 503, body = ProblemBody)))]
#[get("/log/checkpoint")]
pub async fn get_checkpoint(shared: Data) -> Result<HttpResponse, Problem> {
    let note = published(&shared)?.note;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(note))
}

/// An entry's exact bytes. Public entries are for anyone; others for the loopback address, until members have tokens.
#[utoipa::path(
    tag = "log",
    params(("sequence" = String, Path, description = "0-based place in the log")),
    responses((status = 200, content_type = "application/json", description = "the entry, byte for byte"), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
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
    if Entry::parse(&row.entry).map_err(Problem::internal)?.visibility() == Visibility::Members {
        require_loopback(&request)?;
    }
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/json")).body(row.entry))
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
            orebook_tlog::inclusion_proof(&Tables::new(&shared.reader), sequence, checkpoint.size)
                .map_err(Problem::internal)
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
    let hashes = tile.index.checked_mul(256).and_then(|first| first.checked_add(u64::from(tile.width)));
    if hashes.and_then(|hashes| hashes.checked_mul(unit)).is_none_or(|leaves| leaves > size) {
        return Err(no_tile());
    }
    let bytes = shared
        .clone()
        .into_inner()
        .blocking(move |shared| {
            Tables::new(&shared.reader).tile(tile.level, tile.index, tile.width).map_err(Problem::internal)
        })
        .await?;
    let forever = (CACHE_CONTROL, "public, max-age=31536000, immutable");
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/octet-stream"))
        .insert_header(forever)
        .body(encode_tile(&bytes)))
}
