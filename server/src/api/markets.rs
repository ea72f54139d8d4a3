//! Markets with book and tape. Both are anonymous.

use actix_web::{HttpResponse, get, web};
use orebook_market::{Level, Side};
use orebook_registry::Registry;
use orebook_registry::trade::Market;
use orebook_registry::values::{MarketId, Mass, Timestamp};
use orebook_store::{Page, PageKey};
use serde::Serialize;

use super::ask::{At, Listing, Look, PageQuery};
use super::list::Part;
use super::{List, MoneyView, parse};
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

/// All markets, oldest first.
#[utoipa::path(tag = "markets", params(PageQuery), responses((status = 200, body = List<MarketView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets")]
pub async fn list_markets(list: Listing) -> Result<HttpResponse, Problem> {
    let seen = list.view().await?;
    let item = |registry: &Registry, id| registry.markets.market(id).map(|m| view(id, m));
    list.of_state(seen, |registry| Box::new(registry.markets.markets().map(|(id, _)| id)), item).await
}

/// One market.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "mkt_…"), At), responses((status = 200, body = MarketView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets/{id}")]
pub async fn get_market(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: MarketId = parse("id", &id)?;
    let seen = look.view().await?;
    let found = seen.read(|registry| registry.markets.market(id).map(|m| view(id, m)));
    found.map(|market| seen.json(&market)).ok_or_else(|| Problem::not_found("market", id))
}

/// The depth of a market's book, fifty price levels a side.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "mkt_…"), At), responses((status = 200, body = BookView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets/{id}/book")]
pub async fn get_book(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    const LEVELS: usize = 50;
    let id: MarketId = parse("id", &id)?;
    let seen = look.view().await?;
    let found = seen.read(|registry| {
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
    found.map(|book| seen.json(&book)).ok_or_else(|| Problem::not_found("market", id))
}

/// A market's trades, newest first: price, mass and day, and nobody's name.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "mkt_…"), PageQuery), responses((status = 200, body = List<TapeView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets/{id}/trades")]
pub async fn list_trades(list: Listing, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: MarketId = parse("id", &id)?;
    let seen = list.view().await?;
    let currency = seen
        .read(|registry| registry.markets.market(id).map(Market::currency))
        .ok_or_else(|| Problem::not_found("market", id))?;
    list.of_tables(seen, move |seen, after, limit| async move {
        let page = page(after, seen.until(), limit + 1)?;
        let rows = seen.shared().tables(move |read| Ok(read.tape(&id.to_string(), &page)?)).await?;
        let tape = |row: orebook_store::TradeRow| TapeView {
            day: Timestamp::from_ms(row.time).date().to_string(),
            price: currency.minor(row.price).into(),
            mass: Mass::from_mg(u64::try_from(row.mass).unwrap_or(0)).to_string(),
        };
        Ok(Part::cut(rows, limit, |row| place(row.sequence, &row.id), tape))
    })
    .await
}

/// The page of a table that begins after a place. Of the past, it begins after the entry that is asked for.
pub(super) fn page(after: Option<String>, until: Option<i64>, limit: i64) -> Result<Page<PageKey>, Problem> {
    let Some(place) = after else {
        let before = |until| Page::before(PageKey { sequence: until + 1, id: String::new() }, limit);
        return Ok(until.map_or_else(|| Page::newest(limit), before));
    };
    let key = place.split_once('.').and_then(|(sequence, id)| Some((sequence.parse().ok()?, id.to_owned())));
    let (sequence, id) = key.ok_or_else(|| Problem::internal("a cursor sealed here names a place"))?;
    Ok(Page::before(PageKey { sequence, id }, limit))
}

/// Where a row of a table stands in its list.
pub(super) fn place(sequence: i64, id: &str) -> String {
    format!("{sequence}.{id}")
}
