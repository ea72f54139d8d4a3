//! Markets: to halt, to open again, to set the least premium of.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::trade::Market;
use orebook_registry::values::MarketId;
use serde::Deserialize;

use super::seat::{Seat, form, review};
use crate::access::Permission;
use crate::app::Data;
use crate::pages::desk::cards::{Card, Cards, Part, window};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/markets";

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
struct Query {
    #[serde(default)]
    from: usize,
}

/// All markets, those that are halted first.
#[get("/desk/markets")]
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
    let part = shared.state(|registry| {
        let names = seat.names(registry, t);
        let all = registry.markets.markets().map(|(id, market)| (id, market, names.market(id)));
        let mut all: Vec<_> = all.collect();
        all.sort_by(|(_, one, a), (_, other, b)| (one.halted.is_none(), a).cmp(&(other.halted.is_none(), b)));
        let (shown, more) = window(all, query.from);
        Part {
            heading: t.operator_markets_all().to_owned(),
            empty: t.operator_markets_none().to_owned(),
            cards: shown.into_iter().map(|(id, market, title)| card(names, id, market, title)).collect(),
            more: more.map(|next| format!("{PATH}?from={next}")),
            ..Part::default()
        }
    });
    let page = Cards::new(frame.clone(), t.operator_markets(), t.operator_markets_lead(), vec![part]).with([form(
        t,
        "open_market",
        &[],
        PATH,
    )]);
    seat.answer(&frame, page)
}

fn card(names: Names<'_>, id: MarketId, market: &Market, title: String) -> Card {
    let t = names.t;
    let id = id.to_string();
    let fields = [("market", id.as_str())];
    let card = Card::of(title);
    let card = match market.halted {
        None => card
            .well(t.word("market-state", "open"))
            .link(form(t, "halt_market", &fields, PATH).called(t.operator_halt())),
        Some(reason) => card
            .held(format!("{}: {}", t.word("market-state", "halted"), t.word("halt-reason", reason.word())))
            .link(review(t, "reopen_market", &fields, PATH).called(t.operator_reopen()).first()),
    };
    let floor = market.floor.amount();
    let set = [("market", id.as_str()), ("floor", &floor), ("floor.currency", market.currency().code())];
    card.fact(t.operator_floor(), names.money(market.floor))
        .fact(t.operator_tick(), names.money(market.tick))
        .fact(t.operator_lot(), t.mass(market.class.mineral.lot()))
        .fact(t.operator_minimum(), names.money(market.minimum))
        .link(form(t, "set_floor", &set, PATH))
}
