//! Public dumps as they lie on the disk: which there are, and their files.

use std::fs::File;
use std::future::Future;
use std::io::Read;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::values::Date;
use serde::Serialize;

use super::List;
use super::log::FOREVER;
use crate::app::Data;
use crate::exports::{self, DumpFile, MANIFEST, Manifest};
use crate::problem::{Problem, ProblemBody};

/// Bytes that are read at once.
const PIECE: usize = 64 * 1024;

/// A public dump.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ExportView {
    /// The day, which names it.
    pub date: String,
    /// What it consists of.
    #[serde(flatten)]
    pub manifest: Manifest,
}

/// Public dumps, newest first.
#[utoipa::path(tag = "operation", responses((status = 200, body = List<ExportView>)))]
#[get("/v1/exports")]
pub async fn list_exports(shared: Data) -> Result<HttpResponse, Problem> {
    let items: Vec<ExportView> = shared
        .into_inner()
        .blocking(|shared| {
            let view = |day: Date| {
                Some(ExportView { date: day.to_string(), manifest: exports::manifest(&shared.exports, day)? })
            };
            Ok(exports::days(&shared.exports).into_iter().filter_map(view).collect())
        })
        .await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-cache")).json(List { items, next: None }))
}

/// A file of a public dump: `manifest.json`, or a table as CSV or as JSON lines. It never changes.
#[utoipa::path(
    tag = "operation",
    params(("date" = String, Path, description = "the day"), ("file" = String, Path, description = "`manifest.json`, `batches.csv`, `batches.jsonl` …")),
    responses((status = 200, content((serde_json::Value = "application/json"), (String = "text/csv"), (String = "application/jsonl")), description = "the file, of the media type of its kind"), (status = 404, body = ProblemBody))
)]
#[get("/v1/exports/{date}/{file}")]
pub async fn get_export(
    shared: Data,
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (date, name) = path.into_inner();
    let none = || Problem::not_found("export", format!("{date}/{name}"));
    let day: Date = date.parse().map_err(|_| none())?;
    let (media, path) = (media_type(&name), exports::file(&shared.exports, day, &name).ok_or_else(none)?);
    let (exports, shared) = (shared.exports.clone(), shared.into_inner());
    let opened = shared.blocking(move |_| {
        let file = File::open(path).ok();
        let length = file.as_ref().and_then(|file| file.metadata().ok()).map(|found| found.len());
        Ok(file.zip(length).zip(exports::manifest(&exports, day)))
    });
    let ((file, length), manifest) = opened.await?.ok_or_else(none)?;
    let tag = tag(&name, &manifest);
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CACHE_CONTROL, FOREVER)).insert_header((ETAG, tag.as_str()));
    let known = request.headers().get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known == "*" || known.split(',').any(|one| one.trim() == tag)) {
        return Ok(answer.status(StatusCode::NOT_MODIFIED).finish());
    }
    Ok(answer.insert_header((CONTENT_TYPE, media)).body(Pieces { left: length, file: Some(file), awaited: None }))
}

/// Weak: the same file may be sent in another encoding.
fn tag(name: &str, manifest: &Manifest) -> String {
    let of = |file: &&DumpFile| file.name == name;
    match manifest.files.iter().find(of) {
        Some(file) => format!("W/\"{}\"", file.sha256),
        None => format!("W/\"{}-{}\"", manifest.root, manifest.size),
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        _ if name == MANIFEST => "application/json",
        Some((_, "csv")) => "text/csv; charset=utf-8; header=present",
        _ => "application/jsonl",
    }
}

type Piece = Result<(File, Bytes), std::io::Error>;

/// A file as it is sent: a piece at a time, the next one read when the last was taken.
struct Pieces {
    left: u64,
    file: Option<File>,
    awaited: Option<Pin<Box<dyn Future<Output = Piece>>>>,
}

async fn piece(file: File, left: u64) -> Piece {
    let read = move || {
        let mut piece = Vec::with_capacity(PIECE);
        (&file).take(left.min(PIECE as u64)).read_to_end(&mut piece)?;
        if piece.is_empty() { Err(std::io::ErrorKind::UnexpectedEof.into()) } else { Ok((file, Bytes::from(piece))) }
    };
    web::block(read).await.map_err(std::io::Error::other)?
}

impl MessageBody for Pieces {
    type Error = std::io::Error;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.left)
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        let pieces = self.get_mut();
        if pieces.awaited.is_none() {
            let Some(file) = pieces.file.take().filter(|_| pieces.left > 0) else { return Poll::Ready(None) };
            pieces.awaited = Some(Box::pin(piece(file, pieces.left)));
        }
        let Some(awaited) = &mut pieces.awaited else { return Poll::Ready(None) };
        let read = std::task::ready!(awaited.as_mut().poll(context));
        pieces.awaited = None;
        Poll::Ready(Some(read.map(|(file, bytes)| {
            pieces.left -= bytes.len() as u64;
            pieces.file = Some(file);
            bytes
        })))
    }
}
