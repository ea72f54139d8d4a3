//! How much of a mineral was used, and what of it has been claimed.

use actix_web::{HttpRequest, HttpResponse, get};
use orebook_registry::claim::Footprint;
use orebook_registry::values::FootprintId;

use super::super::cards::{Card, Cards, Link, Part};
use super::super::door::opened;
use super::{BRAND, titled};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// All of a member's.
#[get("/desk/footprints")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, BRAND) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).organisation(Permission::Read, None)?;
    let t = frame.t;
    let cards = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office: false };
        let own = registry.claims.footprints().filter(|(_, one)| one.record.beneficiary == me);
        own.map(|(id, one)| card(names, id, one)).collect()
    });
    let part = Part {
        heading: t.brand_recorded().to_owned(),
        empty: t.brand_no_footprints().to_owned(),
        cards,
        ..Part::default()
    };
    Cards::new(frame, t.brand_footprints(), t.brand_footprints_lead(), vec![part])
        .under(t.nav_desk(), "/desk")
        .with([Link::form(t, "record_footprint", &[("then", "/desk/footprints")]).first()])
        .answer()
}

fn card(names: Names<'_>, id: FootprintId, footprint: &Footprint) -> Card {
    let (t, record) = (names.t, &footprint.record);
    let title = format!("{} · {}", names.title(record.mineral), t.mass(record.mass));
    let card = Card::of(title);
    let card = if footprint.claimed.is_zero() {
        card.waits(t.brand_nothing_claimed())
    } else {
        card.well(t.brand_claimed_of(t.mass(footprint.claimed), t.mass(record.mass)))
    };
    let card = card
        .fact(t.brand_period(), t.from_to(t.day(record.period_from), t.day(record.period_to)))
        .fact(t.brand_scope(), titled(t, "scope", record.scope.as_str()))
        .fact(t.field_basis(), titled(t, "footprint-basis", record.basis.word()))
        .fact(t.field_method(), titled(t, "method", record.method.as_str()));
    names.registry.claims.citing(id).fold(card, |card, retirement| {
        let id = retirement.record.retirement;
        card.link(Link::to(names.of_id(&id.to_string()).unwrap_or_default(), format!("/retirements/{id}")))
    })
}
