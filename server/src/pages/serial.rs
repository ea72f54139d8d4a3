//! A serial block, or any part of one: what it is now and what became of it, as everybody is told.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::serial::SerialBlock;

use super::frame::Frame;
use super::names::Names;
use super::records::{Printed, holds, mark, standing};
use super::{framed, render};
use crate::api::credits::{CreditView, HistoryView, PieceView, told};
use crate::api::parse;
use crate::app::Data;
use crate::problem::Problem;
use crate::view::View;

/// Parts that one page names.
const PARTS: usize = 60;

#[derive(Template)]
#[template(path = "serial.html")]
struct SerialPage {
    frame: Frame,
    serial: Printed,
    mass: String,
    batch: (String, String),
    producer: (String, String),
    kind: String,
    certificate: String,
    flagged: bool,
    notes: Vec<String>,
    pieces: Vec<Piece>,
    rest: Option<Printed>,
    history: Vec<Happening>,
    cut: Option<usize>,
}

framed!(SerialPage);

/// A part in one state.
struct Piece {
    serial: Printed,
    mass: String,
    state: String,
    mark: &'static str,
    reason: Option<String>,
    retirement: Option<(String, String)>,
}

/// What happened to a part.
struct Happening {
    serial: Printed,
    mass: String,
    what: String,
    mark: &'static str,
    sequence: String,
    retirement: Option<(String, String)>,
}

/// The page of a serial block.
#[get("/serials/{serial}")]
pub async fn show(shared: Data, frame: Frame, serial: web::Path<String>) -> Result<HttpResponse, Problem> {
    let block: SerialBlock = parse("serial", &serial)?;
    let seen = View::of(&shared, None, None, None).await?;
    let view = told(&seen, &block, PARTS).await?;
    let page = seen.read(|registry| {
        let names = Names { registry, t: frame.t, me: None, office: false };
        page(names, &frame, &block, view)
    });
    render(&page.ok_or_else(|| Problem::not_found("serial block", &block))?)
}

fn page(names: Names<'_>, frame: &Frame, block: &SerialBlock, view: CreditView) -> Option<SerialPage> {
    let registry: &Registry = names.registry;
    let (id, batch) = registry.credits.batch_of_serial(&block.batch)?;
    let notes = standing(batch, names).map(str::to_owned).into_iter().chain(holds(batch, names));
    Some(SerialPage {
        frame: frame.clone(),
        serial: Printed::of(block),
        mass: names.t.mass(block.mass()),
        batch: (format!("/batches/{id}"), batch.serial.to_string()),
        producer: (format!("/producers/{}", batch.producer), names.organisation(batch.producer)),
        kind: names.class(&batch.class),
        certificate: names.t.word("certificate-state", &view.certificate_state).into_owned(),
        flagged: batch.flag.is_some(),
        notes: notes.collect(),
        rest: view.rest.as_deref().map(Printed::of_text),
        cut: (view.history.len() > PARTS).then_some(PARTS),
        pieces: view.pieces.into_iter().map(|piece| self::piece(names, piece)).collect(),
        history: view.history.into_iter().map(|event| happening(names, event)).collect(),
    })
}

fn piece(names: Names<'_>, piece: PieceView) -> Piece {
    Piece {
        serial: Printed::of_text(&piece.serial),
        mass: names.t.mass(&piece.mass),
        state: names.t.word("block-state", &piece.state).into_owned(),
        mark: mark(&piece.state),
        reason: piece.reason.map(|reason| names.t.word("cancellation-reason", &reason).into_owned()),
        retirement: piece.retirement.map(|id| retirement(names, id)),
    }
}

fn happening(names: Names<'_>, event: HistoryView) -> Happening {
    let issued = event.event == "issued";
    Happening {
        serial: Printed::of_text(&event.serial),
        mass: names.t.mass(&event.mass),
        what: if issued {
            names.t.serial_issued().to_owned()
        } else {
            names.t.word("block-state", &event.event).into_owned()
        },
        mark: mark(&event.event),
        sequence: event.sequence,
        retirement: event.retirement.map(|id| retirement(names, id)),
    }
}

/// Where a retirement is told, and for whom it was.
pub(super) fn retirement(names: Names<'_>, id: String) -> (String, String) {
    let found = id.parse().ok().and_then(|id| names.registry.claims.retirement(id));
    let name = found.map(|retirement| retirement.record.beneficiary.name.to_string());
    (format!("/retirements/{id}"), name.unwrap_or(id))
}
