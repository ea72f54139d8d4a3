//! Markets: what is traded in them, on which terms, and whether they are open.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::trade::Market;
use orebook_registry::values::MarketId;
use serde::Serialize;

use super::ask::{At, Listing, Look, PageQuery};
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
    /// `open` or `halted`.
    pub state: String,
    /// Why it takes no orders, while it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "investigation")]
    pub halted: Option<String>,
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
        state: state(m).to_owned(),
        halted: m.halted.map(|reason| reason.to_string()),
    }
}

/// All markets as the list tells them.
pub(crate) fn public(registry: &Registry) -> impl Iterator<Item = MarketView> + '_ {
    registry.markets.markets().map(|(id, m)| view(id, m))
}

/// The word for whether it takes orders.
pub(super) fn state(market: &Market) -> &'static str {
    if market.halted.is_some() { "halted" } else { "open" }
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
