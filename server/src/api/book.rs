//! The book of a market: how much is bid and offered at which price. It names nobody.

use std::fmt::Write;

use actix_web::{HttpResponse, get, web};
use orebook_market::{Level, Side};
use orebook_registry::Registry;
use orebook_registry::trade::Market;
use orebook_registry::values::{MarketId, Mass};
use serde::{Deserialize, Serialize};

use super::ask::{At, Look};
use super::markets::state;
use super::parse;
use crate::problem::{Problem, ProblemBody};

/// All orders of one column at one price.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct LevelView {
    /// Per kilogram.
    pub price: String,
    /// Kilograms.
    pub mass: String,
    /// Number of orders.
    pub orders: u32,
}

/// The depth of a book, in three columns: a bid that is restricted to credits of some origin is no bid for the others.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BookView {
    /// The market.
    pub market: String,
    /// Entries of the log when it was read.
    pub sequence: String,
    /// `open` or `halted`.
    pub state: String,
    /// Currency of the prices.
    pub currency: String,
    /// Bids for any credits of the market, best first.
    pub bids: Vec<LevelView>,
    /// Bids restricted to credits of some origin, best first.
    pub restricted: Vec<LevelView>,
    /// Offers, best first.
    pub offers: Vec<LevelView>,
    /// CRC-32 of the levels shown, as eight hexadecimal digits.
    #[schema(example = "9e83486d")]
    pub checksum: String,
}

/// How much of a book.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct BookDepth {
    /// Price levels of each column: 50 unless asked, 200 at the most.
    pub levels: Option<u32>,
}

impl BookDepth {
    fn levels(&self) -> Result<usize, Problem> {
        match self.levels.unwrap_or(50) {
            n @ 1..=200 => usize::try_from(n).map_err(Problem::internal),
            _ => Err(Problem::bad_request("parameter_is_malformed", "levels: a whole number from 1 to 200")),
        }
    }
}

impl BookView {
    fn of(registry: &Registry, id: MarketId, levels: usize) -> Option<Self> {
        let m = registry.markets.market(id)?;
        let column = |levels: Vec<Level>| levels.into_iter().map(|level| LevelView::of(m, level)).collect();
        let bids: Vec<LevelView> = column(m.book().depth(Side::Buy, levels));
        let restricted: Vec<LevelView> = column(m.book().depth_restricted(levels));
        let offers: Vec<LevelView> = column(m.book().depth(Side::Sell, levels));
        Some(Self {
            market: id.to_string(),
            sequence: registry.size().to_string(),
            state: state(m).to_owned(),
            currency: m.currency().to_string(),
            checksum: checksum(&[("bid", &bids), ("restricted", &restricted), ("offer", &offers)]),
            bids,
            restricted,
            offers,
        })
    }
}

impl LevelView {
    fn of(market: &Market, level: Level) -> Self {
        Self {
            price: market.price(level.price).map(|price| price.amount()).unwrap_or_default(),
            mass: Mass::from_mg(u64::try_from(level.quantity).unwrap_or(u64::MAX)).to_string(),
            orders: level.orders,
        }
    }
}

/// A line for each level in the order shown, `column price mass orders` and a line feed; CRC-32 (IEEE 802.3) of these
/// bytes. Whoever keeps a book of its own from the log sees by it whether the two are the same.
fn checksum(columns: &[(&str, &Vec<LevelView>)]) -> String {
    let mut text = String::new();
    for (column, levels) in columns {
        for LevelView { price, mass, orders } in *levels {
            // Writing to a text does not fail.
            let _ = writeln!(text, "{column} {price} {mass} {orders}");
        }
    }
    format!("{:08x}", crc32fast::hash(text.as_bytes()))
}

/// The depth of a market's book: bids, restricted bids and offers by price.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "mkt_…"), BookDepth, At), responses((status = 200, body = BookView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets/{id}/book")]
pub async fn get_book(look: Look<BookDepth>, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: MarketId = parse("id", &id)?;
    let levels = look.filter.levels()?;
    let seen = look.view().await?;
    let book = seen.rendered(format!("book {id} {levels}"), |registry| BookView::of(registry, id, levels))?;
    book.map(|book| seen.body(&book)).ok_or_else(|| Problem::not_found("market", id))
}

#[cfg(test)]
mod tests;
