//! Batches: where credits come from, and how many are in which state.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::credit::{Batch, BlockState, Range};
use orebook_registry::instruction::HoldReason;
use orebook_registry::values::BatchId;
use serde::Serialize;

use super::{List, parse};
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// What anyone may know of a batch.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BatchView {
    /// Its id.
    pub id: String,
    /// What its serial numbers begin with.
    #[schema(example = "OBK-GLD-CO-K7Q2-2026-0001")]
    pub serial: String,
    /// Who mined.
    pub producer: String,
    /// The producer's name.
    pub producer_name: String,
    /// Under which certificate.
    pub certificate: String,
    /// Mineral code.
    pub mineral: String,
    /// Programme code.
    pub programme: String,
    /// Level.
    pub level: String,
    /// `yes` without mercury and cyanide.
    pub ecological: String,
    /// ISO 3166-1.
    pub country: String,
    /// First day of production.
    pub period_from: String,
    /// Last day of production.
    pub period_to: String,
    /// Kilograms issued.
    pub issued: String,
    /// Kilograms that are neither retired, cancelled nor expired.
    pub outstanding: String,
    /// Kilograms retired.
    pub retired: String,
    /// Kilograms cancelled.
    pub cancelled: String,
    /// Kilograms expired.
    pub expired: String,
    /// True while its certificate is suspended.
    pub suspended: bool,
    /// `fraud`, when its certificate was withdrawn for that; for ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<String>,
    /// Blocks in public states.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<EndedView>,
}

/// A block in a public, final state.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct EndedView {
    /// As printed.
    pub serial: String,
    /// Kilograms.
    pub mass: String,
    /// `retired`, `cancelled` or `expired`.
    pub state: String,
    /// Why it was cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The retirement that consumed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retirement: Option<String>,
}

fn view(registry: &Registry, id: BatchId, b: &Batch) -> BatchView {
    let figures = b.figures();
    BatchView {
        id: id.to_string(),
        serial: b.serial.to_string(),
        producer: b.producer.to_string(),
        producer_name: registry.parties.organisation(b.producer).map(|o| o.name.to_string()).unwrap_or_default(),
        certificate: b.certificate.to_string(),
        mineral: b.class.mineral.to_string(),
        programme: b.class.programme.to_string(),
        level: b.class.level.to_string(),
        ecological: b.class.ecological.to_string(),
        country: b.serial.country.to_string(),
        period_from: b.period_from.to_string(),
        period_to: b.period_to.to_string(),
        issued: b.issued.to_string(),
        outstanding: figures.outstanding().to_string(),
        retired: figures.retired.to_string(),
        cancelled: figures.cancelled.to_string(),
        expired: figures.expired.to_string(),
        suspended: b.holds.values().any(|hold| hold.reason == HoldReason::CertificateSuspended),
        flag: b.flag.map(|flag| flag.to_string()),
        blocks: Vec::new(),
    }
}

fn ended(registry: &Registry, id: BatchId, b: &Batch) -> Vec<EndedView> {
    let blocks = b.blocks().iter().filter(|(_, block)| block.state.is_final());
    let view = |(from, block): (&u64, &orebook_registry::credit::Block)| {
        let range = Range { batch: id, from: *from, to: block.to };
        let (retirement, reason) = match block.state {
            BlockState::Retired(retirement) => (Some(retirement.to_string()), None),
            BlockState::Cancelled(reason) => (None, Some(reason.to_string())),
            _ => (None, None),
        };
        Some(EndedView {
            serial: registry.credits.serial(range)?.to_string(),
            mass: range.mass().to_string(),
            state: block.state.word().to_owned(),
            reason,
            retirement,
        })
    };
    blocks.filter_map(view).collect()
}

/// All batches, oldest first.
#[utoipa::path(tag = "credits", responses((status = 200, body = List<BatchView>)))]
#[get("/v1/batches")]
pub async fn list_batches(shared: Data) -> HttpResponse {
    let items = shared.state(|registry| registry.credits.batches().map(|(id, b)| view(registry, id, b)).collect());
    HttpResponse::Ok().json(List { items, next: None })
}

/// One batch with the figures of its states, and its retired, cancelled and expired blocks.
#[utoipa::path(
    tag = "credits",
    params(("id" = String, Path, description = "bat_…")),
    responses((status = 200, body = BatchView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/batches/{id}")]
pub async fn get_batch(shared: Data, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: BatchId = parse("id", &id)?;
    let found = shared.state(|registry| {
        let b = registry.credits.batch(id)?;
        Some(BatchView { blocks: ended(registry, id, b), ..view(registry, id, b) })
    });
    found.map(|batch| HttpResponse::Ok().json(batch)).ok_or_else(|| Problem::not_found("batch", id))
}
