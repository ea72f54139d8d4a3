//! Receipts that are missing: what was paid, and nobody has signed for.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::money::{Payout, PayoutState};
use orebook_registry::values::{PayoutId, Timestamp};
use serde::Deserialize;

use super::payments::known;
use super::seat::{Seat, form};
use crate::access::Permission;
use crate::api::payouts::Reminder;
use crate::app::Data;
use crate::pages::desk::cards::{Card, Cards, Link, Part, window};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/receipts";

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
struct Query {
    #[serde(default)]
    from: usize,
}

/// What was paid and is not signed for, the longest first.
#[get("/desk/receipts")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    query: web::Query<Query>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Money) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let (t, now) = (frame.t, shared.clock.now());
    let part = shared.state(|registry| missing(seat.names(registry, t), now, query.from));
    let page = Cards::new(frame.clone(), t.operator_receipts(), t.operator_receipts_lead(), vec![part]);
    seat.answer(&frame, page)
}

fn missing(names: Names<'_>, now: Timestamp, from: usize) -> Part {
    let t = names.t;
    let open = |state| matches!(state, PayoutState::Settled | PayoutState::Disputed);
    let all = names.registry.cash.payouts().iter().filter(|(_, payout)| open(payout.state));
    let mut all: Vec<(PayoutId, &Payout)> = all.collect();
    all.sort_by_key(|(_, payout)| (payout.state != PayoutState::Disputed, payout.settled_at));
    let (shown, more) = window(all, from);
    Part {
        heading: t.operator_receipts_missing().to_owned(),
        empty: t.operator_receipts_none().to_owned(),
        cards: shown.into_iter().map(|(id, payout)| card(names, id, payout, now)).collect(),
        more: more.map(|next| format!("{PATH}?from={next}")),
        ..Part::default()
    }
}

fn card(names: Names<'_>, id: PayoutId, payout: &Payout, now: Timestamp) -> Card {
    let t = names.t;
    let parameters = names.registry.parties.parameters().money();
    let card = known(names, id, payout);
    let card = match (payout.state, Reminder::of(payout, &parameters, now)) {
        (PayoutState::Disputed, _) => card.held(t.word("payout-state", "disputed")),
        (_, Some(Reminder::Unconfirmed)) => card.held(t.operator_receipt_unconfirmed()),
        (_, Some(Reminder::Due)) => card.waits(t.operator_receipt_reminded()),
        (_, None) => card.waits(t.word("payout-state", "settled")),
    };
    let days = |settled: Timestamp| usize::try_from(now.date().days_since(settled.date())).unwrap_or(0);
    let text = id.to_string();
    card.fact_if(
        t.operator_paid(),
        payout.settled_at.map(|settled| t.operator_paid_at(days(settled), t.moment(settled))),
    )
    .link(Link::to(t.operator_payee(), format!("/desk/members/{}", payout.payee)))
    .link(form(t, "report_payout", &[("payout", &text), ("report", "returned")], PATH).called(t.operator_came_back()))
}
