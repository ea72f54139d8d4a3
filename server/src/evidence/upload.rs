//! A file as it comes in a request: never whole in memory, no longer than is allowed, and not for ever.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::web;
use serde_json::json;

use super::Evidence;
use super::incoming::{Arrived, Incoming};
use crate::problem::Problem;
use crate::slow::SlowBody;

/// Bytes that are written at once.
const PART: usize = 256 * 1024;
/// So long a file may take in all.
const DURATION_MAX: Duration = Duration::from_secs(600);

/// Takes a body in. `told` is the length that its sender says it has.
pub async fn receive(evidence: &Evidence, body: web::Payload, told: Option<u64>) -> Result<Arrived, Problem> {
    let limit = evidence.size_max;
    if let Some(length) = told.filter(|length| *length > limit) {
        return Err(too_large(limit, length));
    }
    let directory = evidence.incoming.clone();
    let mut incoming = blocking(move || Incoming::begin(&directory)).await?;
    let (mut part, mut body) = (Vec::with_capacity(PART), SlowBody::of(body, DURATION_MAX, "file"));
    loop {
        let next = body.next().await?;
        let last = next.is_none();
        part.extend_from_slice(&next.unwrap_or_default());
        let length = incoming.size() + part.len() as u64;
        if length > limit {
            return Err(too_large(limit, length));
        }
        if last || part.len() >= PART {
            (incoming, part) = blocking(move || {
                incoming.take(&part)?;
                part.clear();
                Ok((incoming, part))
            })
            .await?;
        }
        if last {
            return blocking(move || incoming.end()).await;
        }
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> std::io::Result<T> + Send + 'static) -> Result<T, Problem> {
    web::block(work).await.map_err(Problem::internal)?.map_err(|error| {
        tracing::error!(%error, "evidence cannot be taken in");
        let detail = "the storage of evidence fails: try again later";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "evidence_storage_must_answer", detail)
    })
}

fn too_large(limit: u64, length: u64) -> Problem {
    let detail = format!("an evidence file has {limit} bytes at the most; this one has {length} or more");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "evidence_is_too_large", detail)
        .with(json!({ "limit": limit, "length": length }))
}
