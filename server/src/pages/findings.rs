//! Auditors' findings, newest first, and what their outcomes mean.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::instruction::FindingOutcome;
use orebook_registry::values::RetirementId;
use serde::{Deserialize, Serialize};

use super::frame::Frame;
use super::names::Names;
use super::{framed, render};
use crate::api::parse;
use crate::app::Data;
use crate::problem::Problem;
use crate::view::View;

/// Findings of one page.
const SHOWN: usize = 30;

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage {
    frame: Frame,
    rows: Vec<Row>,
    next: Option<u64>,
    later: bool,
    means: [(&'static str, String, &'static str); 3],
}

framed!(FindingsPage);

struct Row {
    retirement: String,
    name: String,
    outcome: String,
    mark: &'static str,
    reason: String,
    auditor: String,
    date: String,
}

/// Where the page before ended.
#[derive(Debug, Deserialize)]
pub struct Pages {
    before: Option<String>,
}

/// Where a finding stands: its entry, and of which retirement it is the how-manieth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Place {
    sequence: u64,
    retirement: RetirementId,
    at: usize,
}

/// The page of all findings.
#[get("/findings")]
pub async fn show(shared: Data, frame: Frame, pages: web::Query<Pages>) -> Result<HttpResponse, Problem> {
    let before: Option<u64> = pages.before.as_deref().map(|text| parse("before", text)).transpose()?;
    let seen = View::of(&shared, None, None, None).await?;
    // They are looked for once between two commits, however many people read them.
    let body = seen.rendered("page findings".to_owned(), |registry| Some(places(registry)))?;
    let places: Vec<Place> = body.and_then(|body| serde_json::from_slice(&body.json).ok()).unwrap_or_default();
    let mut shown: Vec<Place> = places
        .into_iter()
        .filter(|place| before.is_none_or(|before| place.sequence < before))
        .take(SHOWN + 1)
        .collect();
    let next = (shown.len() > SHOWN).then(|| shown.get(SHOWN - 1).map(|place| place.sequence)).flatten();
    shown.truncate(SHOWN);
    let rows = seen.read(|registry| {
        let names = Names { registry, t: frame.t, me: None, office: false };
        shown.iter().filter_map(|place| row(names, *place)).collect()
    });
    let t = frame.t;
    let means =
        |outcome: FindingOutcome, text| (mark(outcome), t.word("finding-outcome", outcome.word()).into_owned(), text);
    let means = [
        means(FindingOutcome::Confirmed, t.finding_means_confirmed()),
        means(FindingOutcome::Qualified, t.finding_means_qualified()),
        means(FindingOutcome::Disputed, t.finding_means_disputed()),
    ];
    render(&FindingsPage { rows, next, later: before.is_some(), means, frame })
}

/// Newest first. An entry holds one finding at the most, so its number says where a page ends.
fn places(registry: &Registry) -> Vec<Place> {
    let of = |(id, retirement): (RetirementId, &orebook_registry::claim::Retirement)| {
        let findings = retirement.findings.iter().enumerate();
        findings.map(|(at, finding)| Place { sequence: finding.sequence, retirement: id, at }).collect::<Vec<_>>()
    };
    let mut all: Vec<Place> = registry.claims.retirements().flat_map(of).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    all
}

fn row(names: Names<'_>, place: Place) -> Option<Row> {
    let retirement = names.registry.claims.retirement(place.retirement)?;
    let finding = retirement.findings.get(place.at)?;
    let id = place.retirement.to_string();
    Some(Row {
        name: names.of_id(&id)?,
        retirement: id,
        outcome: names.t.word("finding-outcome", finding.what.outcome.word()).into_owned(),
        mark: mark(finding.what.outcome),
        reason: names.t.word("reason", finding.what.reason.as_str()).into_owned(),
        auditor: names.organisation(finding.what.auditor),
        date: names.t.day(finding.time.date()),
    })
}

const fn mark(outcome: FindingOutcome) -> &'static str {
    match outcome {
        FindingOutcome::Confirmed => "state",
        FindingOutcome::Qualified => "state wait",
        FindingOutcome::Disputed => "state held",
    }
}
