//! Markets with book and tape. Both are anonymous.

use actix_web::{HttpResponse, get, web};
use orebook_market::{Level, Side};
use orebook_registry::trade::Market;
use orebook_registry::values::{MarketId, Mass, Timestamp};
use orebook_store::{Page, PageKey};
use serde::{Deserialize, Serialize};

use super::{List, MoneyView, limit, parse};
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};

/// A market.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MarketView {
    /// Its id.
    pub id: String,
    /// Mineral code.
    pub mineral: String,
    /// Programme code.
    pub programme: String,
    /// Level.
    pub level: String,
    /// `yes` without mercury and cyanide.
    pub ecological: String,
    /// Smallest mass traded, in kilograms.
    pub lot: String,
    /// Price step per kilogram.
    pub tick: MoneyView,
    /// Least premium per kilogram.
    pub floor: MoneyView,
    /// Least value of an order.
    pub minimum: MoneyView,
    /// `open`.
    pub state: String,
}

/// All orders of one side at one price.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct LevelView {
    /// Per kilogram.
    pub price: String,
    /// Kilograms.
    pub mass: String,
    /// Number of orders.
    pub orders: u32,
}

/// The depth of a book.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BookView {
    /// The market.
    pub market: String,
    /// Entries of the log when it was read.
    pub sequence: String,
    /// Currency of the prices.
    pub currency: String,
    /// Best first.
    pub bids: Vec<LevelView>,
    /// Best first.
    pub offers: Vec<LevelView>,
}

/// A trade on the tape.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TapeView {
    /// The day.
    pub day: String,
    /// Per kilogram.
    pub price: MoneyView,
    /// Kilograms.
    pub mass: String,
}

/// Which page of a list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    /// `next` of the page before.
    pub cursor: Option<String>,
    /// 50 unless asked, 200 at the most.
    pub limit: Option<u32>,
}

fn view(id: MarketId, m: &Market) -> MarketView {
    MarketView {
        id: id.to_string(),
        mineral: m.class.mineral.to_string(),
        programme: m.class.programme.to_string(),
        level: m.class.level.to_string(),
        ecological: m.class.ecological.to_string(),
        lot: m.class.mineral.lot().to_string(),
        tick: m.tick.into(),
        floor: m.floor.into(),
        minimum: m.minimum.into(),
        state: "open".to_owned(),
    }
}

/// All markets.
#[utoipa::path(tag = "markets", responses((status = 200, body = List<MarketView>)))]
#[get("/v1/markets")]
pub async fn list_markets(shared: Data) -> HttpResponse {
    let items = shared.state(|registry| registry.markets.markets().map(|(id, m)| view(id, m)).collect());
    HttpResponse::Ok().json(List { items, next: None })
}

/// One market.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "mkt_…")), responses((status = 200, body = MarketView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets/{id}")]
pub async fn get_market(shared: Data, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: MarketId = parse("id", &id)?;
    let found = shared.state(|registry| registry.markets.market(id).map(|m| view(id, m)));
    found.map(|market| HttpResponse::Ok().json(market)).ok_or_else(|| Problem::not_found("market", id))
}

/// The depth of a market's book, fifty price levels a side.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "mkt_…")), responses((status = 200, body = BookView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets/{id}/book")]
pub async fn get_book(shared: Data, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    const LEVELS: usize = 50;
    let id: MarketId = parse("id", &id)?;
    let found = shared.state(|registry| {
        let m = registry.markets.market(id)?;
        let level = |l: Level| {
            let price = m.price(l.price).map(|p| p.amount()).unwrap_or_default();
            LevelView {
                price,
                mass: Mass::from_mg(u64::try_from(l.quantity).unwrap_or(u64::MAX)).to_string(),
                orders: l.orders,
            }
        };
        let side = |side| m.book().depth(side, LEVELS).into_iter().map(level).collect();
        Some(BookView {
            market: id.to_string(),
            sequence: registry.size().to_string(),
            currency: m.currency().to_string(),
            bids: side(Side::Buy),
            offers: side(Side::Sell),
        })
    });
    found.map(|book| HttpResponse::Ok().json(book)).ok_or_else(|| Problem::not_found("market", id))
}

/// A market's trades, newest first: price, mass and day, and nobody's name.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "mkt_…"), PageQuery), responses((status = 200, body = List<TapeView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets/{id}/trades")]
pub async fn list_trades(
    shared: Data,
    id: web::Path<String>,
    query: web::Query<PageQuery>,
) -> Result<HttpResponse, Problem> {
    let id: MarketId = parse("id", &id)?;
    let currency = shared
        .state(|registry| registry.markets.market(id).map(Market::currency))
        .ok_or_else(|| Problem::not_found("market", id))?;
    let limit = limit(query.limit)?;
    let page = page(query.cursor.as_deref(), limit)?;
    let rows = shared.clone().into_inner().tables(move |read| Ok(read.tape(&id.to_string(), &page)?)).await?;
    let next = cursor(&rows, limit, |row| (row.sequence, &row.id));
    let view = |row: &orebook_store::TradeRow| TapeView {
        day: Timestamp::from_ms(row.time).date().to_string(),
        price: currency.minor(row.price).into(),
        mass: Mass::from_mg(u64::try_from(row.mass).unwrap_or(0)).to_string(),
    };
    Ok(HttpResponse::Ok().json(List { items: rows.iter().map(view).collect(), next }))
}

/// A cursor is the key of the page's last row.
pub(super) fn page(cursor: Option<&str>, limit: i64) -> Result<Page<PageKey>, Problem> {
    let Some(cursor) = cursor else { return Ok(Page::newest(limit)) };
    let key = cursor
        .split_once('.')
        .and_then(|(sequence, id)| Some(PageKey { sequence: sequence.parse().ok()?, id: id.to_owned() }));
    let key = key.filter(|key| key.id.len() == 30 && key.id.is_ascii());
    key.map(|key| Page::before(key, limit))
        .ok_or_else(|| Problem::bad_request("parameter_is_malformed", "cursor: as `next` of the page before"))
}

pub(super) fn cursor<R>(rows: &[R], limit: i64, key: impl Fn(&R) -> (i64, &String)) -> Option<String> {
    let full = i64::try_from(rows.len()).is_ok_and(|n| n == limit);
    rows.last().filter(|_| full).map(|row| {
        let (sequence, id) = key(row);
        format!("{sequence}.{id}")
    })
}
