//! Members: found by name, code, number or key.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::instruction::OrganisationState;
use orebook_registry::party::Organisation;
use orebook_registry::values::{AccountId, OrganisationId, PublicKey};
use serde::Deserialize;

use super::seat::{Seat, form};
use crate::access::Permission;
use crate::app::Data;
use crate::pages::act::asked::escaped;
use crate::pages::desk::cards::{Card, Cards, Link, Part, Search, window};
use crate::pages::frame::Frame;
use crate::pages::names::{Names, capital};
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/members";

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
struct Query {
    #[serde(default)]
    q: String,
    #[serde(default)]
    from: usize,
}

/// Members: first those that cannot act.
#[get("/desk/members")]
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
    let t = frame.t;
    let asked = query.q.trim().to_owned();
    let part = shared.state(|registry| {
        let names = seat.names(registry, t);
        let mut found = found(registry, &asked);
        found.sort_by_key(|(_, one)| (rank(one.state), one.name.to_string().to_lowercase()));
        let (shown, more) = window(found, query.from);
        Part {
            heading: t.operator_members_found().to_owned(),
            empty: t.operator_members_none().to_owned(),
            cards: shown.into_iter().map(|(id, one)| card(names, id, one)).collect(),
            more: more.map(|next| format!("{PATH}?q={}&from={next}", escaped(&asked))),
            ..Part::default()
        }
    });
    let page = Cards::new(frame.clone(), t.operator_members(), t.operator_members_lead(), vec![part])
        .searched(Search { action: PATH, label: t.operator_members_search(), value: asked })
        .with([form(t, "register_organisation", &[], PATH).first(), Link::to(t.operator_people(), "/account/people")]);
    seat.answer(&frame, page)
}

/// Who is meant: whose name, code or number has it in it, or whose key or account it is.
fn found<'r>(registry: &'r Registry, asked: &str) -> Vec<(OrganisationId, &'r Organisation)> {
    let of_key = asked.parse::<PublicKey>().ok().and_then(|key| registry.parties.key(&key)).map(|key| key.organisation);
    let account = asked.parse::<AccountId>().ok().and_then(|id| registry.credits.account(id));
    let owner = of_key.or(account.map(|account| account.organisation));
    let lower = asked.to_lowercase();
    let fits = |(id, one): &(OrganisationId, &Organisation)| {
        let has = |text: &str| text.to_lowercase().contains(&lower);
        owner == Some(*id)
            || has(&one.name.to_string())
            || one.code.as_ref().is_some_and(|code| has(&code.to_string()))
            || one.registration_number.as_ref().is_some_and(|number| has(&number.to_string()))
            || id.to_string() == asked
    };
    registry.parties.organisations().filter(fits).collect()
}

/// Whoever cannot act stands first.
const fn rank(state: OrganisationState) -> u8 {
    match state {
        OrganisationState::Suspended => 0,
        OrganisationState::Applied => 1,
        OrganisationState::Active => 2,
        OrganisationState::Closed => 3,
    }
}

/// What its roles are called.
pub(super) fn roles(names: Names<'_>, one: &Organisation) -> String {
    let roles: Vec<String> = one.roles.iter().map(|role| names.t.word("role", role.word()).into_owned()).collect();
    capital(&roles.join(", "))
}

/// Where it stands, in a word and a colour.
pub(super) fn standing(names: Names<'_>, card: Card, state: OrganisationState) -> Card {
    let word = names.t.word("organisation-state", state.word()).into_owned();
    match state {
        OrganisationState::Active => card.well(word),
        OrganisationState::Applied => card.waits(word),
        OrganisationState::Suspended | OrganisationState::Closed => card.held(word),
    }
}

fn card(names: Names<'_>, id: OrganisationId, one: &Organisation) -> Card {
    let t = names.t;
    let card = Card::of(one.name.to_string()).at(format!("{PATH}/{id}"));
    standing(names, card, one.state)
        .fact(t.operator_roles(), roles(names, one))
        .fact(t.operator_country(), names.country(one.country))
        .fact_if(t.operator_code(), one.code.as_ref().map(ToString::to_string))
}
