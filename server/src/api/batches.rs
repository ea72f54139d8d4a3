//! Batches: where credits come from, and how many are in which state.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::credit::{Batch, BlockState, Range};
use orebook_registry::instruction::HoldReason;
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{BatchId, CertificateId, Mass, OrganisationId};
use orebook_store::{EndedBlockRow, RestingRow};
use serde::{Deserialize, Serialize};

use super::ask::{At, Listing, Look, PageQuery};
use super::flags::certificate_of;
use super::holds::{HoldView, holds_of_batch};
use super::list::Part;
use super::retirements::{RetirementRowView, row_view};
use super::{List, parse};
use crate::problem::{Problem, ProblemBody};
use crate::view::View;

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
    /// The state it is in now.
    #[schema(example = "certified")]
    pub certificate_state: String,
    /// What that means for these credits; absent while the certificate is as it should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate_note: Option<String>,
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
    /// The holds that cover it, with public reason codes; not told in lists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<HoldView>,
    /// How what is outstanding lies: for the owner, its certifier and auditors, not for the public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<SplitView>,
}

/// The three states of what is outstanding, in kilograms.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SplitView {
    /// Free.
    pub available: String,
    /// Set aside.
    pub escrowed: String,
    /// Held.
    pub frozen: String,
}

/// Which batches.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct BatchFilter {
    /// Id of the producer.
    #[param(value_type = Option<String>)]
    pub producer: Option<OrganisationId>,
    /// Id of the certificate.
    #[param(value_type = Option<String>)]
    pub certificate: Option<CertificateId>,
    /// Mineral code.
    #[param(value_type = Option<String>)]
    pub mineral: Option<Mineral>,
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
    /// The entry that ended it.
    pub sequence: String,
}

/// A retirement that rests on a batch.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RestingView {
    /// The retirement.
    #[serde(flatten)]
    pub retirement: RetirementRowView,
    /// Kilograms of it that are of this batch.
    pub mass_of_batch: String,
}

fn view(registry: &Registry, id: BatchId, b: &Batch) -> BatchView {
    let figures = b.figures();
    let (certificate_state, certificate_note) = certificate_of(registry, b);
    BatchView {
        id: id.to_string(),
        serial: b.serial.to_string(),
        producer: b.producer.to_string(),
        producer_name: registry.parties.organisation(b.producer).map(|o| o.name.to_string()).unwrap_or_default(),
        certificate: b.certificate.to_string(),
        certificate_state,
        certificate_note,
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
        holds: Vec::new(),
        split: None,
    }
}

/// All batches as the list tells them.
pub(crate) fn public(registry: &Registry) -> impl Iterator<Item = BatchView> + '_ {
    registry.credits.batches().map(|(id, b)| view(registry, id, b))
}

/// Batches, oldest first.
#[utoipa::path(tag = "credits", params(BatchFilter, PageQuery), responses((status = 200, body = List<BatchView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/batches")]
pub async fn list_batches(list: Listing<BatchFilter>) -> Result<HttpResponse, Problem> {
    let seen = list.view().await?;
    let BatchFilter { producer, certificate, mineral } = list.filter;
    let item = move |registry: &Registry, id| {
        let passes = |b: &&Batch| {
            producer.is_none_or(|p| p == b.producer)
                && certificate.is_none_or(|c| c == b.certificate)
                && mineral.is_none_or(|m| m == b.class.mineral)
        };
        registry.credits.batch(id).filter(passes).map(|b| view(registry, id, b))
    };
    list.of_state(seen, |registry| Box::new(registry.credits.batches().map(|(id, _)| id)), item).await
}

/// One batch with the figures of its states.
#[utoipa::path(
    tag = "credits",
    params(("id" = String, Path, description = "bat_…"), At),
    responses((status = 200, body = BatchView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/batches/{id}")]
pub async fn get_batch(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: BatchId = parse("id", &id)?;
    let seen = look.view().await?;
    let found = seen.read(|registry| {
        let b = registry.credits.batch(id)?;
        let figures = b.figures();
        let split = SplitView {
            available: figures.available.to_string(),
            escrowed: figures.escrowed.to_string(),
            frozen: figures.frozen.to_string(),
        };
        let holds = holds_of_batch(registry, id);
        let certificate = registry.certificates.certificate(b.certificate);
        let parties = certificate.into_iter().flat_map(|c| [c.producer, c.holder, c.certifier]);
        Some(BatchView { split: seen.sees(parties).then_some(split), holds, ..view(registry, id, b) })
    });
    found.map(|batch| seen.json(&batch)).ok_or_else(|| Problem::not_found("batch", id))
}

/// The blocks of a batch that have ended, by serial number.
#[utoipa::path(
    tag = "credits",
    params(("id" = String, Path, description = "bat_…"), PageQuery),
    responses((status = 200, body = List<EndedView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/batches/{id}/blocks")]
pub async fn list_batch_blocks(list: Listing, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: BatchId = parse("id", &id)?;
    let seen = list.view().await?;
    must_exist(&seen, id)?;
    list.of_tables(seen, move |seen, after, limit| async move {
        let from = after.map(|place| place.parse::<i64>()).transpose().map_err(Problem::internal)?.unwrap_or(0);
        let until = seen.until();
        let rows =
            seen.shared().tables(move |read| Ok(read.ended_blocks_until(&id.to_string(), from, until, limit + 1)?));
        let rows = rows.await?;
        let registry = |row| seen.read(|registry| ended(registry, id, row));
        Ok(Part::cut(rows, limit, |row| row.last.to_string(), registry))
    })
    .await
}

fn must_exist(seen: &View, id: BatchId) -> Result<(), Problem> {
    seen.read(|registry| registry.credits.batch(id).map(drop)).ok_or_else(|| Problem::not_found("batch", id))
}

/// An ended block as the list tells it.
pub(crate) fn ended(registry: &Registry, batch: BatchId, row: EndedBlockRow) -> EndedView {
    let mg = |number: i64| u64::try_from(number).unwrap_or(0);
    let range = Range { batch, from: mg(row.first), to: mg(row.last) };
    let block = registry.credits.batch(batch).and_then(|b| b.block_at(range.from));
    let reason = block.and_then(|(_, block)| match block.state {
        BlockState::Cancelled(reason) => Some(reason.to_string()),
        _ => None,
    });
    EndedView {
        serial: registry.credits.serial(range).map(|serial| serial.to_string()).unwrap_or_default(),
        mass: range.mass().to_string(),
        state: row.state,
        reason,
        retirement: row.retirement,
        sequence: row.sequence.to_string(),
    }
}

/// The retirements that rest on a batch, newest first.
#[utoipa::path(
    tag = "credits",
    params(("id" = String, Path, description = "bat_…"), PageQuery),
    responses((status = 200, body = List<RestingView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/batches/{id}/retirements")]
pub async fn list_batch_retirements(list: Listing, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: BatchId = parse("id", &id)?;
    let seen = list.view().await?;
    must_exist(&seen, id)?;
    list.of_tables(seen, move |seen, after, limit| async move {
        let until = seen.until();
        let rows = seen
            .shared()
            .tables(move |read| Ok(read.retirements_of_batch(&id.to_string(), after.as_deref(), until, limit + 1)?));
        let rows = rows.await?;
        let resting = |row: RestingRow| RestingView {
            mass_of_batch: Mass::from_mg(u64::try_from(row.mass_of_batch).unwrap_or(0)).to_string(),
            retirement: seen.read(|registry| row_view(registry, row.retirement)),
        };
        Ok(Part::cut(rows, limit, |row| row.retirement.id.clone(), resting))
    })
    .await
}
