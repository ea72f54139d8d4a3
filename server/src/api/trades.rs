//! The tape of a market: price, mass and day of every trade in its book, and nobody's name. The latest thousand come
//! from memory, older ones from their table, in one list.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::trade::{Market, Printed};
use orebook_registry::values::{Currency, MarketId, Mass, Timestamp, TradeId};
use orebook_store::TradeRow;
use serde::Serialize;

use super::ask::{Listing, PageQuery};
use super::list::{Part, page, place};
use super::{List, MoneyView, parse};
use crate::problem::{Problem, ProblemBody};
use crate::view::View;

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

impl From<Printed> for TapeView {
    fn from(printed: Printed) -> Self {
        Self { day: printed.day.to_string(), price: printed.price.into(), mass: printed.mass.to_string() }
    }
}

/// A market's trades, newest first: price, mass and day, and nobody's name. Direct deals are not among them.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "mkt_…"), PageQuery), responses((status = 200, body = List<TapeView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets/{id}/trades")]
pub async fn list_trades(list: Listing, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: MarketId = parse("id", &id)?;
    let seen = list.view().await?;
    let name = list.is_first_page().then(|| format!("trades {id} {:?}", list.page.limit));
    if let Some(kept) = name.as_ref().and_then(|name| seen.kept(name)) {
        return Ok(kept);
    }
    let currency = seen.read(|registry| registry.markets.market(id).map(Market::currency));
    let currency = currency.ok_or_else(|| Problem::not_found("market", id))?;
    let part = move |seen: View, after, limit| part(seen, id, currency, after, limit);
    let response = list.of_tables(seen.clone(), part).await?;
    Ok(match name {
        Some(name) => seen.keep(name, response),
        None => response,
    })
}

/// The trades after a place: out of memory as far as it reaches, and on from there out of the table.
async fn part(
    seen: View,
    id: MarketId,
    currency: Currency,
    after: Option<String>,
    limit: i64,
) -> Result<Part<TapeView>, Problem> {
    let wanted = usize::try_from(limit).unwrap_or(0) + 1;
    let (mut trades, is_whole) = seen.read(|registry| recent(registry, id, after.as_deref(), wanted));
    if trades.len() < wanted && !is_whole {
        let missing = i64::try_from(wanted - trades.len()).unwrap_or(i64::MAX);
        let page = page(trades.last().map(place_of).or(after), seen.until(), missing)?;
        let rows = seen.shared().tables(move |read| Ok(read.tape(&id.to_string(), &page)?)).await?;
        let older: Result<Vec<Printed>, Problem> = rows.into_iter().map(|row| printed(&row, currency)).collect();
        trades.extend(older?);
    }
    Ok(Part::cut(trades, limit, place_of, TapeView::from))
}

/// The trades in memory after a place, and whether older ones are nowhere else. Ids ascend as the list descends.
fn recent(registry: &Registry, id: MarketId, after: Option<&str>, wanted: usize) -> (Vec<Printed>, bool) {
    let Some(market) = registry.markets.market(id) else { return (Vec::new(), true) };
    let last: Option<TradeId> = after.and_then(|place| place.split_once('.')?.1.parse().ok());
    let following = market.tape().recent().filter(|printed| last.is_none_or(|last| printed.trade < last));
    (following.take(wanted).copied().collect(), !market.tape().is_cut())
}

fn place_of(printed: &Printed) -> String {
    place(i64::try_from(printed.entry).unwrap_or(i64::MAX), &printed.trade.to_string())
}

fn printed(row: &TradeRow, currency: Currency) -> Result<Printed, Problem> {
    Ok(Printed {
        trade: row.id.parse().map_err(Problem::internal)?,
        entry: u64::try_from(row.sequence).map_err(Problem::internal)?,
        day: Timestamp::from_ms(row.time).date(),
        price: currency.minor(row.price),
        mass: Mass::from_mg(u64::try_from(row.mass).unwrap_or(0)),
    })
}

/// A trade of the table as the tape tells it.
pub(crate) fn told(row: &TradeRow, currency: Currency) -> Result<TapeView, Problem> {
    printed(row, currency).map(TapeView::from)
}
