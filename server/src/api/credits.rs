//! Any serial number or block: its state, and what became of it.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::credit::{Batch, Block, BlockState, Range};
use orebook_registry::event::CancellationReason;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{AccountId, BatchId, RetirementId};
use orebook_store::EndedBlockRow;
use serde::Serialize;

use super::ask::{At, Look};
use super::flags::certificate_of;
use super::holds::{HoldView, holds_of_batch};
use super::parse;
use crate::problem::{Problem, ProblemBody};
use crate::view::View;

/// Most pieces that one answer names.
const PIECES: usize = 500;

/// A serial block, its pieces and its history.
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
    /// Its certificate.
    pub certificate: String,
    /// The state that is in now.
    #[schema(example = "certified")]
    pub certificate_state: String,
    /// What that means for these credits; absent while the certificate is as it should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate_note: Option<String>,
    /// `fraud`, when the batch's certificate was withdrawn for that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<String>,
    /// The holds of its batch, with public reason codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<HoldView>,
    /// The block, cut where states differ. Who holds what is outstanding is not public.
    pub pieces: Vec<PieceView>,
    /// What happened to it, oldest first: its issuance, and the end of each part that has ended.
    pub history: Vec<HistoryView>,
    /// What of the block is not told here, because it falls into too many pieces: ask for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest: Option<String>,
}

/// A piece in one state.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PieceView {
    /// As printed.
    pub serial: String,
    /// Kilograms.
    pub mass: String,
    /// The state; to the public `outstanding` for all that are not final.
    pub state: String,
    /// Why it was cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The retirement that consumed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retirement: Option<String>,
    /// Who holds it; not public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// The account it lies in; not public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The last day on which it can be used; not public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<String>,
}

/// One event in a block's history.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct HistoryView {
    /// `issued`, or the final state that a part came into.
    pub event: String,
    /// The part, as printed.
    pub serial: String,
    /// Kilograms.
    pub mass: String,
    /// The entry: of an issuance, the one that approved it.
    pub sequence: String,
    /// The retirement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retirement: Option<String>,
    /// Who retired it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beneficiary: Option<String>,
}

/// What became of any serial number or block, inside any batch.
#[utoipa::path(
    tag = "credits",
    params(("serial" = String, Path, description = "a printed serial block with its check digits"), At),
    responses((status = 200, body = CreditView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/credits/{serial}")]
pub async fn get_credit(look: Look, serial: web::Path<String>) -> Result<HttpResponse, Problem> {
    let block: SerialBlock = parse("serial", &serial)?;
    let seen = look.view().await?;
    Ok(seen.json(&told(&seen, &block, PIECES).await?))
}

/// A block, as far as it falls into so many pieces at the most.
pub(crate) async fn told(seen: &View, block: &SerialBlock, most: usize) -> Result<CreditView, Problem> {
    let (view, range) = seen
        .read(|registry| state(registry, seen, block, most))
        .ok_or_else(|| Problem::not_found("serial block", block))?;
    let ended = ended(seen, range, most).await?;
    let later = seen.read(|registry| {
        let ended = ended.into_iter().filter_map(|row| history(registry, range, row));
        ended.collect::<Vec<_>>()
    });
    let history = view.history.into_iter().chain(later).collect();
    Ok(CreditView { history, ..view })
}

/// The block as it stands, and the range of it that is told.
fn state(registry: &Registry, seen: &View, block: &SerialBlock, most: usize) -> Option<(CreditView, Range)> {
    let (id, batch) = registry.credits.batch_of_serial(&block.batch)?;
    if block.to > batch.issued.mg() {
        return None;
    }
    let pieces = pieces(registry, (id, batch), block, seen, most)?;
    let told = Range { batch: id, from: block.from, to: pieces.last().map_or(block.to, |piece| piece.range.to) };
    let rest = Range { from: told.to, to: block.to, ..told };
    let rest = (told.to < block.to).then(|| registry.credits.serial(rest)).flatten();
    let issued = HistoryView {
        event: "issued".to_owned(),
        serial: block.to_string(),
        mass: block.mass().to_string(),
        sequence: id.sequence().to_string(),
        retirement: None,
        holder: None,
        beneficiary: None,
    };
    let (certificate_state, certificate_note) = certificate_of(registry, batch);
    let view = CreditView {
        serial: block.to_string(),
        mass: block.mass().to_string(),
        batch: id.to_string(),
        producer: batch.producer.to_string(),
        producer_name: registry.parties.organisation(batch.producer).map(|o| o.name.to_string()).unwrap_or_default(),
        pieces: pieces.into_iter().filter_map(|piece| piece.view(registry)).collect(),
        certificate: batch.certificate.to_string(),
        certificate_state,
        certificate_note,
        flag: batch.flag.map(|flag| flag.to_string()),
        holds: holds_of_batch(registry, id),
        history: vec![issued],
        rest: rest.map(|rest| rest.to_string()),
    };
    Some((view, told))
}

/// A run of milligrams that the asker may not tell apart.
struct Piece {
    range: Range,
    state: &'static str,
    reason: Option<CancellationReason>,
    retirement: Option<RetirementId>,
    /// Not public.
    held: Option<(AccountId, String)>,
}

/// At most so many pieces; neighbours that differ only in what the asker may not know are one.
fn pieces(
    registry: &Registry,
    (id, batch): (BatchId, &Batch),
    block: &SerialBlock,
    seen: &View,
    most: usize,
) -> Option<Vec<Piece>> {
    batch.block_at(block.from)?;
    let mut pieces: Vec<Piece> = Vec::new();
    for (from, found) in batch.blocks().touching(block.from..block.to) {
        let range = Range { batch: id, from: from.max(block.from), to: found.to.min(block.to) };
        let owner = registry.credits.account(found.account).map(|account| account.organisation);
        let piece = piece(range, &found, seen.sees(owner));
        let full = pieces.len() == most;
        match pieces.last_mut() {
            Some(before) if before.is_like(&piece) => before.range.to = range.to,
            _ if full => break,
            _ => pieces.push(piece),
        }
    }
    Some(pieces)
}

fn piece(range: Range, block: &Block, private: bool) -> Piece {
    let (retirement, reason) = match block.state {
        BlockState::Retired(retirement) => (Some(retirement), None),
        BlockState::Cancelled(reason) => (None, Some(reason)),
        _ => (None, None),
    };
    let told = private || block.state.is_final();
    let held = (private && !block.state.is_final()).then(|| (block.account, block.expires_on.to_string()));
    Piece { range, state: if told { block.state.word() } else { "outstanding" }, reason, retirement, held }
}

impl Piece {
    fn is_like(&self, other: &Self) -> bool {
        (self.state, self.reason, self.retirement, &self.held)
            == (other.state, other.reason, other.retirement, &other.held)
    }

    fn view(self, registry: &Registry) -> Option<PieceView> {
        let account = self.held.as_ref().and_then(|(account, _)| registry.credits.account(*account));
        Some(PieceView {
            serial: registry.credits.serial(self.range)?.to_string(),
            mass: self.range.mass().to_string(),
            state: self.state.to_owned(),
            reason: self.reason.map(|reason| reason.to_string()),
            retirement: self.retirement.map(|retirement| retirement.to_string()),
            holder: account.map(|account| account.organisation.to_string()),
            account: self.held.as_ref().map(|(account, _)| account.to_string()),
            expires_on: self.held.map(|(_, expires_on)| expires_on),
        })
    }
}

/// The ended blocks of a range: a walk of the table's key, however many blocks the register has.
async fn ended(seen: &View, range: Range, most: usize) -> Result<Vec<EndedBlockRow>, Problem> {
    let milligrams = super::log::signed(range.from)..super::log::signed(range.to);
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let rows =
        seen.shared().tables(move |read| Ok(read.ended_blocks(&range.batch.to_string(), milligrams, limit)?)).await?;
    let until = seen.until().unwrap_or(i64::MAX);
    let mut rows: Vec<_> = rows.into_iter().filter(|row| row.sequence <= until).collect();
    rows.sort_by_key(|row| (row.sequence, row.first));
    Ok(rows)
}

fn history(registry: &Registry, asked: Range, row: EndedBlockRow) -> Option<HistoryView> {
    let mg = |number: i64| u64::try_from(number).unwrap_or(0);
    let range = Range { from: mg(row.first).max(asked.from), to: mg(row.last).min(asked.to), ..asked };
    let id = row.retirement.as_deref().and_then(|id| id.parse::<RetirementId>().ok());
    let record = id.and_then(|id| registry.claims.retirement(id)).map(|retirement| &retirement.record);
    Some(HistoryView {
        event: row.state,
        serial: registry.credits.serial(range)?.to_string(),
        mass: range.mass().to_string(),
        sequence: row.sequence.to_string(),
        retirement: row.retirement,
        holder: record.map(|record| record.holder.to_string()),
        beneficiary: record.map(|record| record.beneficiary.name.to_string()),
    })
}
