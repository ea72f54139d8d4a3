//! Retirements, newest first, with what was found of each.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::claim::Retirement;
use orebook_registry::values::RetirementId;
use serde::Deserialize;

use super::{LOOKS, RETIREMENTS, standing};
use crate::app::Data;
use crate::pages::act::asked::escaped;
use crate::pages::act::show::office;
use crate::pages::desk::cards::{Card, Cards, Part, SHOWN, Search};
use crate::pages::desk::door::{opened, paged};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// What to look for, and where a page begins.
#[derive(Debug, Deserialize)]
pub struct Shown {
    #[serde(default)]
    q: String,
    before: Option<RetirementId>,
}

/// The retirements.
#[get("/desk/auditor/retirements")]
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
    let wanted = asked.q.trim().to_lowercase();
    let (cards, next) = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office };
        let all = registry.claims.retirements().rev().filter(|(id, one)| is_wanted(&wanted, *id, one));
        let (shown, next) = paged(all, asked.before, SHOWN);
        (shown.into_iter().map(|(id, one)| card(names, id, one)).collect(), next)
    });
    let part = Part {
        heading: t.auditor_newest_first().to_owned(),
        empty: t.auditor_none_retired().to_owned(),
        cards,
        more: next.map(|before| format!("{RETIREMENTS}?q={}&before={before}", escaped(asked.q.trim()))),
        ..Part::default()
    };
    let search = Search { action: RETIREMENTS, label: t.auditor_search(), value: asked.q.clone() };
    Cards::new(frame, t.auditor_retirements(), t.auditor_retirements_lead(), vec![part])
        .under(t.nav_desk(), "/desk")
        .searched(search)
        .answer()
}

/// By a part of the beneficiary's name, or by its number.
fn is_wanted(wanted: &str, id: RetirementId, one: &Retirement) -> bool {
    wanted.is_empty()
        || one.record.beneficiary.name.as_str().to_lowercase().contains(wanted)
        || id.to_string().to_lowercase() == wanted
}

fn card(names: Names<'_>, id: RetirementId, one: &Retirement) -> Card {
    let (t, record) = (names.t, &one.record);
    let mineral = record.blocks.first().map(|block| names.mineral(block.batch.mineral)).unwrap_or_default();
    let title = t.auditor_retired_for(t.mass(record.mass), mineral, record.beneficiary.name.to_string());
    let card = Card { state: Some(standing(t, one.standing())), ..Card::of(title) };
    card.at(format!("{RETIREMENTS}/{id}"))
        .fact(t.auditor_on(), t.moment(one.time))
        .fact(t.auditor_claim(), t.word("claim-type", record.claim.claim_type().word()))
}
