//! Own retirements: their files, what was found of them, until when they can be mended; and the audits that are owed.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::claim::Retirement;
use orebook_registry::claim::audit::{Claimant, Tally};
use orebook_registry::instruction::FindingOutcome;
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{Mass, OrganisationId, RetirementId, Timestamp};
use serde::Deserialize;

use super::super::cards::{Card, Cards, Link, Part, SHOWN};
use super::super::door::{opened, paged};
use super::{BRAND, own, titled};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Where the list begins.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    before: Option<RetirementId>,
}

/// Retirements, newest first, and audits.
#[get("/desk/retirements")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    from: web::Query<From>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, BRAND) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).organisation(Permission::Read, None)?;
    let (now, t) = (shared.clock.now(), frame.t);
    let parts = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office: false };
        vec![retirements(names, me, from.before, now), audits(names, me, now)]
    });
    Cards::new(frame, t.brand_retirements(), t.brand_retirements_lead(), parts)
        .under(t.nav_desk(), "/desk")
        .with([Link::to(t.brand_retire(), "/desk/retire").first()])
        .answer()
}

fn retirements(names: Names<'_>, me: OrganisationId, before: Option<RetirementId>, now: Timestamp) -> Part {
    let t = names.t;
    let (shown, next) = paged(own::newest(names.registry, me), before, SHOWN);
    Part {
        heading: t.brand_retired().to_owned(),
        empty: t.brand_none_retired().to_owned(),
        cards: shown.into_iter().map(|(id, retirement)| card(names, id, retirement, now)).collect(),
        more: next.map(|before| format!("/desk/retirements?before={before}")),
        ..Part::default()
    }
}

fn card(names: Names<'_>, id: RetirementId, retirement: &Retirement, now: Timestamp) -> Card {
    let (t, record) = (names.t, names.registry.claims.current(retirement));
    let mineral = record.blocks.first().map(|block| names.title(block.batch.mineral)).unwrap_or_default();
    let title = format!("{mineral} · {} · {}", t.mass(record.mass), t.day(retirement.time.date()));
    let card = Card::of(title).at(format!("/retirements/{id}"));
    let card = match retirement.standing() {
        Some(found) if found == FindingOutcome::Confirmed => card.well(t.word("finding-outcome", found.word())),
        Some(found) if found == FindingOutcome::Qualified => card.waits(t.word("finding-outcome", found.word())),
        Some(found) => card.held(t.word("finding-outcome", found.word())),
        None => card.well(t.word("block-state", "retired")),
    };
    let until = own::correctable_until(names.registry, retirement, now);
    let number = record.beneficiary.registration_number.as_ref().map(ToString::to_string).unwrap_or_default();
    let product = record.product.as_ref().map(|product| product.as_str().to_owned());
    let id = id.to_string();
    let correct = || {
        let fields = [
            ("retirement", id.as_str()),
            ("product", product.as_deref().unwrap_or("")),
            ("purpose", record.purpose.as_str()),
            ("registration_number", number.as_str()),
            ("then", "/desk/retirements"),
        ];
        Link::form(t, "correct_retirement", &fields)
    };
    let name = record.beneficiary.name.to_string();
    let file = |name: &str, href: String| Link::to(name, href);
    card.fact(t.brand_whom(), name)
        .fact(t.field_claim(), titled(t, "claim-type", record.claim.claim_type().word()))
        .fact(t.field_purpose(), titled(t, "purpose", record.purpose.as_str()))
        .fact_if(t.field_product(), product.clone())
        .fact_if(t.brand_finding_due(), record.finding_due_at.map(|due| t.moment(due)))
        .fact_if(t.brand_correct_until(), until.map(|until| t.moment(until)))
        .link(file(t.brand_statement_file(), format!("/v1/retirements/{id}/statement")))
        .link(file(t.brand_bundle(), format!("/v1/retirements/{id}/bundle.html")))
        .link(file(t.brand_qr(), format!("/v1/retirements/{id}/qr.svg")))
        .link_if(until.map(|_| correct()))
}

/// How much of each mineral was retired in a year, and the findings that follow from it.
fn audits(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Part {
    let t = names.t;
    let own = names.registry.claims.audits.tallies().filter(|((whose, _), _)| *whose == Claimant::Member(me));
    Part {
        heading: t.brand_audits().to_owned(),
        lead: t.brand_audits_lead().to_owned(),
        empty: t.brand_no_audits().to_owned(),
        cards: own.map(|((_, mineral), tally)| audit(names, *mineral, tally, now)).collect(),
        more: None,
    }
}

fn audit(names: Names<'_>, mineral: Mineral, tally: &Tally, now: Timestamp) -> Card {
    let t = names.t;
    let card = Card::of(names.title(mineral));
    let card = match tally.duty() {
        Some(duty) => card.due(t, Some(duty.due_at), now),
        None => card.well(t.brand_no_finding_due()),
    };
    card.fact(t.brand_in_365_days(), t.mass(tally.sum()))
        .fact_if(t.brand_threshold(), threshold(names, mineral, now).map(|mass| t.mass(mass)))
        .fact_if(
            t.brand_crossed_by(),
            tally.duty().map(|duty| names.of_id(&duty.crossed_by.to_string()).unwrap_or_default()),
        )
}

/// The lowest threshold of the programmes of the mineral.
fn threshold(names: Names<'_>, mineral: Mineral, now: Timestamp) -> Option<Mass> {
    let certificates = &names.registry.certificates;
    let in_force = certificates.programmes().filter_map(|(code, _)| certificates.programme_on(code, now.date()));
    let rows = in_force.flat_map(|programme| &programme.parameters.audit_thresholds);
    rows.filter(|row| row.mineral == mineral).map(|row| row.mass).min()
}
