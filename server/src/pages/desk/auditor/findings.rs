//! The findings that one has published, newest first. None is ever taken back: a later one takes its place.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::claim::Retirement;
use orebook_registry::event::FindingPublished;
use orebook_registry::values::{RetirementId, Timestamp};
use serde::Deserialize;

use super::{LOOKS, RETIREMENTS, standing};
use crate::app::Data;
use crate::pages::act::show::office;
use crate::pages::desk::cards::{Card, Cards, Link, Part, window};
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

const PAGE: &str = "/desk/auditor/findings";

/// From which on.
#[derive(Debug, Deserialize)]
pub struct Shown {
    #[serde(default)]
    from: usize,
}

/// One's findings.
#[get("/desk/auditor/findings")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    asked: web::Query<Shown>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, LOOKS) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let office = office(&shared, &request, &frame)?;
    let t = frame.t;
    let (cards, more) = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office };
        let of = |(id, one): (RetirementId, &'_ Retirement)| {
            let last = one.findings.last().map(|finding| finding.what.finding);
            let own = one.findings.iter().filter(|finding| finding.what.auditor == me);
            own.map(|finding| (finding.time, id, finding.what.clone(), last == Some(finding.what.finding)))
                .collect::<Vec<_>>()
        };
        let mut all: Vec<_> = registry.claims.retirements().flat_map(of).collect();
        all.sort_by_key(|(time, ..)| std::cmp::Reverse(*time));
        let (shown, more) = window(all, asked.from);
        let card = |(time, id, finding, counts): &(Timestamp, RetirementId, FindingPublished, bool)| {
            card(names, *time, *id, finding, *counts)
        };
        (shown.iter().map(card).collect(), more)
    });
    let part = Part {
        heading: t.auditor_newest_first().to_owned(),
        empty: t.auditor_none_found().to_owned(),
        cards,
        more: more.map(|from| format!("{PAGE}?from={from}")),
        ..Part::default()
    };
    Cards::new(frame, t.auditor_findings(), t.auditor_findings_lead(), vec![part])
        .under(t.nav_desk(), "/desk")
        .with([Link::to(t.auditor_publish(), RETIREMENTS)])
        .answer()
}

fn card(names: Names<'_>, time: Timestamp, id: RetirementId, finding: &FindingPublished, counts: bool) -> Card {
    let t = names.t;
    let title = names.of_id(&id.to_string()).unwrap_or_else(|| id.to_string());
    let fields = [("retirement", id.to_string()), ("then", PAGE.to_owned())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let later = Link { name: t.auditor_publish_later().to_owned(), ..Link::form(t, "publish_finding", &fields) };
    let card = Card { state: Some(standing(t, Some(finding.outcome))), ..Card::of(title) };
    card.at(format!("{RETIREMENTS}/{id}"))
        .fact(t.auditor_on(), t.moment(time))
        .fact(t.auditor_reason(), t.word("reason", finding.reason.as_str()))
        .coded(t.auditor_report(), "", finding.report.to_string())
        .fact(t.auditor_counts(), if counts { t.auditor_latest() } else { t.auditor_followed() })
        .link_if(counts.then_some(later))
}
