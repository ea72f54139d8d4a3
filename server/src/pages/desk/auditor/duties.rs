//! Findings that are owed, by the day on which they are due.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::values::{Mass, Timestamp};
use serde::Deserialize;

use super::{DUTIES, LOOKS, Owed, RETIREMENTS, is_independent, owed};
use crate::app::Data;
use crate::pages::act::show::office;
use crate::pages::desk::cards::{Card, Cards, Link, Part, window};
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// From which on.
#[derive(Debug, Deserialize)]
pub struct Shown {
    #[serde(default)]
    from: usize,
}

/// The duties.
#[get("/desk/auditor/duties")]
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
    let (t, now) = (frame.t, shared.clock.now());
    let (cards, more) = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office };
        let (shown, more) = window(owed(registry), asked.from);
        (shown.iter().filter_map(|one| card(names, one, now)).collect(), more)
    });
    let part = Part {
        heading: t.auditor_duties_by_day().to_owned(),
        empty: t.auditor_no_duties().to_owned(),
        cards,
        more: more.map(|from| format!("{DUTIES}?from={from}")),
        ..Part::default()
    };
    Cards::new(frame, t.auditor_duties(), t.auditor_duties_lead(), vec![part]).under(t.nav_desk(), "/desk").answer()
}

fn card(names: Names<'_>, one: &Owed<'_>, now: Timestamp) -> Option<Card> {
    let (t, registry, crossed_by) = (names.t, names.registry, one.duty.crossed_by);
    let retirement = registry.claims.retirement(crossed_by)?;
    let link = format!("{RETIREMENTS}/{crossed_by}");
    let title = format!("{} · {}", retirement.record.beneficiary.name, names.mineral(one.mineral));
    let me = names.me.filter(|me| is_independent(registry, retirement, *me));
    let card = Card::of(title)
        .at(&link)
        .due(t, Some(one.duty.due_at), now)
        .fact(t.auditor_in_a_year(), t.mass(one.tally.sum()))
        .fact_if(t.auditor_threshold(), threshold(names, retirement, one).map(|mass| t.mass(mass)))
        .fact(t.auditor_crossed_by(), t.auditor_mass_on(t.mass(retirement.record.mass), t.day(retirement.time.date())))
        .fact_if(t.auditor_until_then(), one.duty.overdue.then(|| t.auditor_only_none()));
    Some(match me {
        Some(_) => card.link(Link::to(t.auditor_judge(), link).first()),
        None => card.fact(t.auditor_independence(), t.auditor_not_independent()),
    })
}

/// What may be retired of the mineral in a year without a finding, by the programme as it was then.
fn threshold(names: Names<'_>, retirement: &orebook_registry::claim::Retirement, one: &Owed<'_>) -> Option<Mass> {
    let batch = names.registry.credits.batch(*retirement.record.batches.first()?)?;
    let day = retirement.time.date();
    let programme = names.registry.certificates.programme_on(batch.class.programme, day)?;
    let mut all = programme.parameters.audit_thresholds.iter();
    all.find(|threshold| threshold.mineral == one.mineral).map(|threshold| threshold.mass)
}
