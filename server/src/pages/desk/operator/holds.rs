//! Holds: what is stopped, why, until when; to place, to extend, to release.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::credit::{Hold, Target};
use orebook_registry::instruction::HoldReason;
use orebook_registry::values::{HoldId, Timestamp};
use serde::Deserialize;

use super::seat::{Seat, form, review};
use crate::access::Permission;
use crate::app::Data;
use crate::pages::act::asked::escaped;
use crate::pages::desk::cards::{Card, Cards, Part, Search, window};
use crate::pages::frame::Frame;
use crate::pages::names::{Names, capital};
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/holds";

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
struct Query {
    #[serde(default)]
    q: String,
    #[serde(default)]
    from: usize,
}

/// Holds that have not ended, the soonest to lapse first.
#[get("/desk/holds")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    query: web::Query<Query>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Read) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let (t, now) = (frame.t, shared.clock.now());
    let asked = query.q.trim().to_owned();
    let part = shared.state(|registry| {
        let names = seat.names(registry, t);
        let all = registry.credits.holds().iter().map(|(id, hold)| (id, hold, title(names, hold.target)));
        let fits = |title: &str| title.to_lowercase().contains(&asked.to_lowercase());
        let mut found: Vec<_> = all.filter(|(.., title)| fits(title)).collect();
        found.sort_by_key(|(id, hold, _)| (hold.lapses_at.is_none(), hold.lapses_at, *id));
        let (shown, more) = window(found, query.from);
        Part {
            heading: t.operator_holds_open().to_owned(),
            empty: t.operator_holds_none().to_owned(),
            cards: shown.into_iter().map(|(id, hold, title)| card(names, id, hold, title, now, PATH)).collect(),
            more: more.map(|next| format!("{PATH}?q={}&from={next}", escaped(&asked))),
            ..Part::default()
        }
    });
    let page = Cards::new(frame.clone(), t.operator_holds(), t.operator_holds_lead(), vec![part])
        .searched(Search { action: PATH, label: t.operator_holds_search(), value: asked })
        .with([form(t, "place_hold", &[], PATH).first()]);
    seat.answer(&frame, page)
}

/// What is stopped: its kind and its name.
pub(super) fn title(names: Names<'_>, target: Target) -> String {
    let registry = names.registry;
    let (kind, name) = match target {
        Target::Key(key) => {
            let found = registry.parties.key(&key);
            ("key", found.map(|found| format!("{} · {}", names.organisation(found.organisation), found.person)))
        }
        Target::Account(id) => ("account", Some(names.account(id))),
        Target::Organisation(id) => ("organisation", Some(names.organisation(id))),
        Target::Batch(id, _) => ("batch", registry.credits.batch(id).map(|batch| names.batch(batch))),
        Target::Certificate(id, _) => ("certificate", names.of_id(&id.to_string())),
    };
    format!("{} · {}", capital(&names.t.word("hold-target", kind)), name.unwrap_or_default())
}

/// A hold, from which one comes back to a page.
pub(super) fn card(names: Names<'_>, id: HoldId, hold: &Hold, title: String, now: Timestamp, then: &str) -> Card {
    let t = names.t;
    let scope = match hold.target {
        Target::Batch(_, scope) | Target::Certificate(_, scope) => Some(t.word("hold-scope", scope.word())),
        _ => None,
    };
    let id = id.to_string();
    let card = Card::of(title);
    let card = match hold.lapses_at {
        Some(end) if end < now.plus_days(7) => card.held(t.operator_lapses(t.moment(end))),
        Some(end) => card.waits(t.operator_lapses(t.moment(end))),
        None => card.held(t.operator_lapses_never()),
    };
    let card = card
        .fact(t.operator_reason(), t.word("hold-reason", hold.reason.word()))
        .fact_if(t.operator_scope(), scope)
        .fact(t.operator_since(), t.moment(hold.since))
        .fact_if(t.operator_placed_by(), hold.person.as_ref().map(ToString::to_string));
    let card = match hold.grievance {
        Some(digest) => card.coded(t.operator_case(), "", digest.to_string()),
        None => card,
    };
    let releases = hold.reason != HoldReason::CertificateSuspended;
    card.link_if(releases.then(|| form(t, "release_hold", &[("hold", &id)], then).called(t.operator_release())))
        .link_if(hold.lapses_at.map(|_| review(t, "extend_hold", &[("hold", &id)], then).called(t.operator_extend())))
}
