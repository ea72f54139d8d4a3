//! Markets: what is traded, at which price, and whether it is open.

use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_market::Side;
use orebook_registry::trade::Market;
use orebook_registry::values::MarketId;

use super::act::asked::Asked;
use super::frame::Frame;
use super::names::Names;
use super::{framed, render};
use crate::api::statistics;
use crate::app::Data;
use crate::problem::Problem;

const PAGE: usize = 40;

#[derive(Template)]
#[template(path = "markets.html")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    next: Option<MarketId>,
}

framed!(Page);

struct Row {
    id: MarketId,
    name: String,
    halted: Option<String>,
    last: Option<(String, String)>,
    offer: Option<String>,
    bid: Option<String>,
    volume: Option<String>,
}

/// The list of markets.
#[get("/markets")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let after: Option<MarketId> = Asked::of(request.query_string())?.parsed("after")?;
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: None, office: false };
        let all = registry.markets.markets();
        let mut following = all.filter(|(id, _)| after.is_none_or(|after| *id > after)).peekable();
        let rows: Vec<Row> = following.by_ref().take(PAGE).map(|(id, market)| row(&names, id, market)).collect();
        let last = rows.last().map(|row| row.id);
        Page { next: last.filter(|_| following.peek().is_some()), rows, frame }
    });
    render(&page)
}

fn row(names: &Names<'_>, id: MarketId, market: &Market) -> Row {
    let t = names.t;
    let best = |side: Side| {
        let level = market.book().depth(side, 1).into_iter().next()?;
        market.price(level.price).map(|price| names.money(price))
    };
    let last = market.tape().recent().next();
    let told = statistics::view(names.registry, id, 30).and_then(|statistics| statistics.figures);
    Row {
        id,
        name: names.market(id),
        halted: market.halted.map(|reason| t.market_halted(t.word("halt-reason", reason.word()))),
        last: last.map(|trade| (names.money(trade.price), t.day(trade.day))),
        offer: best(Side::Sell),
        bid: best(Side::Buy),
        volume: told.map(|figures| t.mass(figures.mass)),
    }
}
