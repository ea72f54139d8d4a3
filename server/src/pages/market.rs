//! A market: what is traded, what is offered and where the price of a kilogram would go, the book, and the latest trades.

mod book;
mod offers;

use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use book::{Told, Traded, days, depth_of, told, trades};
use offers::{Offer, offers};
use orebook_registry::instruction::Role;
use orebook_registry::trade::Market;
use orebook_registry::values::{MarketId, TradeId, YesNo};

use super::act::asked::Asked;
use super::chart::Chart;
use super::frame::Frame;
use super::names::Names;
use super::{framed, render};
use crate::api::parse;
use crate::app::Data;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "market.html")]
struct Page {
    frame: Frame,
    id: MarketId,
    name: String,
    halted: Option<String>,
    ecological: bool,
    what: String,
    facts: Vec<(&'static str, String)>,
    buying: Buying,
    paging: Paging,
    currency: &'static str,
    offered: u64,
    offers: Vec<Offer>,
    more_offers: Option<usize>,
    depth: Option<Chart>,
    prices: Option<Chart>,
    statistics: Option<Told>,
    trades: Vec<Traded>,
    more_trades: Option<TradeId>,
}

framed!(Page);

/// Where its lists begin.
struct Paging {
    /// Offers that are left out.
    offers: usize,
    /// Only trades before this one.
    trades: Option<TradeId>,
}

/// Whether whoever looks can buy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Buying {
    /// It buys for itself or others.
    May,
    /// Nobody is logged in.
    Unknown,
    /// It is no buyer, or the market takes no orders.
    No,
}

/// The page of a market.
#[get("/markets/{id}")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let id: MarketId = parse("id", &id)?;
    let asked = Asked::of(request.query_string())?;
    let paging = Paging { offers: asked.parsed("offers")?.unwrap_or(0), trades: asked.parsed("trades")? };
    let page = shared.state(|registry| {
        let market = registry.markets.market(id)?;
        Some(page(&Names { registry, t: frame.t, me: None, office: false }, id, market, paging, &frame))
    });
    render(&page.ok_or_else(|| Problem::not_found("market", id))?)
}

fn page(names: &Names<'_>, id: MarketId, market: &Market, paging: Paging, frame: &Frame) -> Page {
    let t = names.t;
    let (offers, more_offers) = offers(names, market, paging.offers);
    let (trades, more_trades) = trades(names, market, paging.trades);
    let class = &market.class;
    let level = format!("{} {}", class.programme, t.word("level", class.level.word()));
    Page {
        id,
        name: names.market(id),
        halted: market.halted.map(|reason| t.word("halt-reason", reason.word()).into_owned()),
        ecological: class.ecological == YesNo::Yes,
        what: t.market_what(t.word("basis", class.mineral.code()), level),
        facts: facts(names, market),
        buying: buying(frame, market),
        paging,
        currency: market.currency().code(),
        offered: book::offered(market),
        offers,
        more_offers,
        depth: depth_of(t, market),
        prices: days(names, market),
        statistics: told(names, id),
        trades,
        more_trades,
        frame: frame.clone(),
    }
}

fn buying(frame: &Frame, market: &Market) -> Buying {
    match &frame.me {
        _ if market.halted.is_some() => Buying::No,
        None => Buying::Unknown,
        Some(me) if me.is_any(&[Role::Buyer, Role::Agent]) => Buying::May,
        Some(_) => Buying::No,
    }
}

fn facts(names: &Names<'_>, market: &Market) -> Vec<(&'static str, String)> {
    let t = names.t;
    let today = names.registry.time().map(|time| time.date());
    let terms = today.and_then(|today| names.registry.certificates.programme_on(market.class.programme, today));
    let fee = terms.map(|terms| t.percent(terms.parameters.fee_bps.points().into()));
    let facts = [
        (t.market_floor(), Some(names.money(market.floor))),
        (t.market_lot(), Some(t.mass(market.class.mineral.lot()))),
        (t.market_tick(), Some(names.money(market.tick))),
        (t.market_minimum(), Some(names.money(market.minimum))),
        (t.market_fee(), fee),
    ];
    facts.into_iter().filter_map(|(label, fact)| Some((label, fact?))).collect()
}
