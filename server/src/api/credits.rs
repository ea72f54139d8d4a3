//! Any serial number or block: what became of it.

use actix_web::{HttpResponse, get, web};
use orebook_registry::credit::{BlockState, Range};
use orebook_registry::serial::SerialBlock;
use serde::Serialize;

use super::holds::{HoldView, holds_of_batch};
use super::parse;
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// A serial block and its pieces.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CreditView {
    /// As asked.
    pub serial: String,
    /// Kilograms.
    pub mass: String,
    /// Its batch.
    pub batch: String,
    /// Who mined.
    pub producer: String,
    /// The producer's name.
    pub producer_name: String,
    /// `fraud`, when the batch's certificate was withdrawn for that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<String>,
    /// The holds of its batch, with public reason codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<HoldView>,
    /// The block, cut where states differ. Who holds what is not public.
    pub pieces: Vec<PieceView>,
}

/// A piece in one state.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PieceView {
    /// As printed.
    pub serial: String,
    /// Kilograms.
    pub mass: String,
    /// `outstanding`, `retired`, `cancelled` or `expired`.
    pub state: String,
    /// Why it was cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The retirement that consumed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retirement: Option<String>,
}

/// The state of any serial block inside any batch.
#[utoipa::path(
    tag = "credits",
    params(("serial" = String, Path, description = "a printed serial block with its check digits")),
    responses((status = 200, body = CreditView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/credits/{serial}")]
pub async fn get_credit(shared: Data, serial: web::Path<String>) -> Result<HttpResponse, Problem> {
    let block: SerialBlock = parse("serial", &serial)?;
    let found = shared.state(|registry| {
        let (id, batch) = registry.credits.batch_of_serial(&block.batch)?;
        if block.to > batch.issued.mg() {
            return None;
        }
        let (first, _) = batch.block_at(block.from)?;
        let mut pieces: Vec<(Range, BlockState)> = Vec::new();
        for (from, piece) in batch.blocks().range(first..block.to) {
            let range = Range { batch: id, from: (*from).max(block.from), to: piece.to.min(block.to) };
            let state = if piece.state.is_final() { piece.state } else { BlockState::Available };
            match pieces.last_mut() {
                // Neighbours that differ only in their holder are one piece to the public.
                Some((before, same)) if *same == state => before.to = range.to,
                _ => pieces.push((range, state)),
            }
        }
        let view = |(range, state): (Range, BlockState)| {
            let (word, retirement, reason) = match state {
                BlockState::Retired(retirement) => ("retired", Some(retirement.to_string()), None),
                BlockState::Cancelled(reason) => ("cancelled", None, Some(reason.to_string())),
                BlockState::Expired => ("expired", None, None),
                BlockState::Available | BlockState::Escrowed(_) | BlockState::Frozen => ("outstanding", None, None),
            };
            Some(PieceView {
                serial: registry.credits.serial(range)?.to_string(),
                mass: range.mass().to_string(),
                state: word.to_owned(),
                reason,
                retirement,
            })
        };
        Some(CreditView {
            serial: block.to_string(),
            mass: block.mass().to_string(),
            batch: id.to_string(),
            producer: batch.producer.to_string(),
            producer_name: registry
                .parties
                .organisation(batch.producer)
                .map(|o| o.name.to_string())
                .unwrap_or_default(),
            flag: batch.flag.map(|flag| flag.to_string()),
            holds: holds_of_batch(registry, id),
            pieces: pieces.into_iter().filter_map(view).collect(),
        })
    });
    found.map(|credit| HttpResponse::Ok().json(credit)).ok_or_else(|| Problem::not_found("serial block", block))
}
