//! A batch: who mined it under which certificate, what became of its credits, and the retirements made of it.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::credit::Batch;
use orebook_registry::values::{BatchId, RetirementId};
use serde::Deserialize;

use super::frame::Frame;
use super::names::Names;
use super::records::{Line, Printed, Stretch, holds, mark, mass, share, standing, stretches};
use super::serial::retirement;
use super::{framed, render};
use crate::api::batches::{EndedView, ended};
use crate::api::parse;
use crate::app::Data;
use crate::problem::Problem;

/// Blocks, and retirements, of one page.
const SHOWN: usize = 25;

#[derive(Template)]
#[template(path = "batch.html")]
struct BatchPage {
    frame: Frame,
    id: String,
    serial: String,
    heading: String,
    flagged: bool,
    notes: Vec<String>,
    producer: (String, String),
    facts: Vec<(&'static str, String)>,
    issued: String,
    bar: Vec<Stretch>,
    /// The same as one sentence.
    said: String,
    states: Vec<State>,
    blocks: Vec<Ended>,
    /// The milligram after which the next page of blocks begins.
    blocks_after: Option<String>,
    rows: Vec<Line>,
    rows_after: Option<String>,
    /// A later page of either list.
    later: bool,
}

framed!(BatchPage);

/// How much is in a state.
struct State {
    name: String,
    mark: &'static str,
    mass: String,
    share: String,
}

/// A block that has ended.
struct Ended {
    serial: Printed,
    mass: String,
    state: String,
    mark: &'static str,
    reason: Option<String>,
    retirement: Option<(String, String)>,
}

/// Where its two lists go on.
#[derive(Debug, Deserialize)]
pub struct Pages {
    blocks: Option<String>,
    retirements: Option<String>,
}

/// The page of a batch.
#[get("/batches/{id}")]
pub async fn show(
    shared: Data,
    frame: Frame,
    id: web::Path<String>,
    pages: web::Query<Pages>,
) -> Result<HttpResponse, Problem> {
    let id: BatchId = parse("id", &id)?;
    shared.state(|registry| registry.credits.batch(id).map(drop)).ok_or_else(|| Problem::not_found("batch", id))?;
    let from: u64 = pages.blocks.as_deref().map(|text| parse("blocks", text)).transpose()?.unwrap_or(0);
    let after: Option<RetirementId> =
        pages.retirements.as_deref().map(|text| parse("retirements", text)).transpose()?;
    let later = pages.blocks.is_some() || pages.retirements.is_some();
    let inner = shared.clone().into_inner();
    let found = inner.tables(move |read| {
        let (batch, limit) = (id.to_string(), i64::try_from(SHOWN).unwrap_or(i64::MAX) + 1);
        let blocks = read.ended_blocks_until(&batch, crate::api::log::signed(from), None, limit)?;
        let after = after.map(|after| after.to_string());
        Ok((blocks, read.retirements_of_batch(&batch, after.as_deref(), None, limit)?))
    });
    let (mut blocks, mut resting) = found.await?;
    let blocks_after = (blocks.len() > SHOWN).then(|| blocks.get(SHOWN - 1).map(|row| row.last.to_string())).flatten();
    let rows_after =
        (resting.len() > SHOWN).then(|| resting.get(SHOWN - 1).map(|row| row.retirement.id.clone())).flatten();
    blocks.truncate(SHOWN);
    resting.truncate(SHOWN);
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: None, office: false };
        let line = |row: orebook_store::RestingRow| Line {
            of_batch: Some(frame.t.mass(mass(row.mass_of_batch))),
            ..Line::of(row.retirement, names)
        };
        let blocks = blocks.into_iter().map(|row| block(names, ended(registry, id, row))).collect();
        let page = page(names, &frame, id)?;
        Some(BatchPage {
            blocks,
            blocks_after,
            rows: resting.into_iter().map(line).collect(),
            rows_after,
            later,
            ..page
        })
    });
    render(&page.ok_or_else(|| Problem::not_found("batch", id))?)
}

fn page(names: Names<'_>, frame: &Frame, id: BatchId) -> Option<BatchPage> {
    let (registry, t): (&Registry, _) = (names.registry, names.t);
    let batch = registry.credits.batch(id)?;
    let (states, bar) = figures(names, batch);
    let said = states.iter().map(|state| format!("{}: {}", state.name, state.mass)).collect::<Vec<_>>().join("; ");
    Some(BatchPage {
        frame: frame.clone(),
        id: id.to_string(),
        serial: batch.serial.to_string(),
        heading: names.class(&batch.class),
        flagged: batch.flag.is_some(),
        notes: standing(batch, names).map(str::to_owned).into_iter().chain(holds(batch, names)).collect(),
        producer: (format!("/producers/{}", batch.producer), names.organisation(batch.producer)),
        facts: facts(names, batch),
        issued: t.mass(batch.issued),
        bar,
        said,
        states,
        blocks: Vec::new(),
        blocks_after: None,
        rows: Vec::new(),
        rows_after: None,
        later: false,
    })
}

fn facts(names: Names<'_>, batch: &Batch) -> Vec<(&'static str, String)> {
    let t = names.t;
    let certificate = names.registry.certificates.certificate(batch.certificate);
    let place = certificate.map(|c| format!("{}, {}", c.region, names.country(batch.serial.country)));
    let mut facts = vec![
        (t.batch_country(), place.unwrap_or_else(|| names.country(batch.serial.country))),
        (t.batch_period(), t.from_to(t.day(batch.period_from), t.day(batch.period_to))),
    ];
    if let Some(certificate) = certificate {
        let state = t.word("certificate-state", &certificate.state().to_string());
        let until = certificate.terms.as_ref().map(|terms| t.from_to(t.day(terms.valid_from), t.day(terms.valid_to)));
        facts.push((
            t.batch_certificate(),
            [Some(state.into_owned()), until].into_iter().flatten().collect::<Vec<_>>().join(", "),
        ));
        facts.push((t.batch_certifier(), names.organisation(certificate.certifier)));
    }
    facts
}

/// What became of its credits: as a table, and as the bar that shows it.
fn figures(names: Names<'_>, batch: &Batch) -> (Vec<State>, Vec<Stretch>) {
    let figures = batch.figures();
    let all = [
        ("retired", "leg signed", figures.retired),
        ("outstanding", "leg routed", figures.outstanding()),
        ("cancelled", "leg gone", figures.cancelled),
        ("expired", "leg gone", figures.expired),
    ];
    let state = |(state, _, mass): &(&str, &str, orebook_registry::values::Mass)| State {
        name: names.t.word("block-state", state).into_owned(),
        mark: mark(state),
        mass: names.t.mass(mass),
        share: names.t.percent(share(*mass, batch.issued)),
    };
    let parts: Vec<_> = all.iter().map(|(_, class, mass)| (*class, mass.mg())).collect();
    (all.iter().map(state).collect(), stretches(&parts))
}

fn block(names: Names<'_>, ended: EndedView) -> Ended {
    Ended {
        serial: Printed::of_text(&ended.serial),
        mass: names.t.mass(&ended.mass),
        state: names.t.word("block-state", &ended.state).into_owned(),
        mark: mark(&ended.state),
        reason: ended.reason.map(|reason| names.t.word("cancellation-reason", &reason).into_owned()),
        retirement: ended.retirement.map(|id| retirement(names, id)),
    }
}
