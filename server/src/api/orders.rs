//! Own orders: open ones from memory, ended ones from the entries that name them.

use actix_web::{HttpResponse, get, web};
use orebook_registry::event::{Event, TradeEvent};
use orebook_registry::trade::{Order, OrderSide};
use orebook_registry::values::{Mass, Money, OrderId, OrganisationId};
use orebook_registry::{Entry, Registry};
use orebook_store::Page;
use serde::Serialize;

use super::ask::{At, Listing, Look, PageQuery};
use super::{List, MoneyView, OfOrganisation, parse};
use crate::problem::{Problem, ProblemBody};

/// An order.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OrderView {
    /// Its id.
    pub id: String,
    /// `buy` or `sell`.
    pub side: String,
    /// `open`, `partly_filled`, `filled`, `cancelled` or `expired`.
    pub state: String,
    /// Why it was cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Where.
    pub market: String,
    /// Whose.
    pub owner: String,
    /// Limit per kilogram.
    pub price: MoneyView,
    /// Kilograms asked.
    pub mass: String,
    /// Kilograms traded.
    pub filled: String,
    /// When it ends by itself.
    pub expires_at: String,
    /// Set aside for its rest, fee included; bids only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved: Option<MoneyView>,
    /// The batch offered; offers only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
}

fn open(id: OrderId, o: &Order) -> OrderView {
    let (side, reserved, batch) = match o.side {
        OrderSide::Sell { batch } => ("sell", None, Some(batch.to_string())),
        OrderSide::Buy { .. } => ("buy", Some(o.reserve().into()), None),
    };
    OrderView {
        id: id.to_string(),
        side: side.to_owned(),
        state: if o.mass == o.mass_asked { "open" } else { "partly_filled" }.to_owned(),
        reason: None,
        market: o.market.to_string(),
        owner: o.owner.to_string(),
        price: o.price.into(),
        mass: o.mass_asked.to_string(),
        filled: o.mass_asked.less(o.mass).to_string(),
        expires_at: o.expires_at.to_string(),
        reserved,
        batch,
    }
}

/// The open orders of an organisation, oldest first.
#[utoipa::path(tag = "markets", params(OfOrganisation, PageQuery), responses((status = 200, body = List<OrderView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/orders")]
pub async fn list_orders(list: Listing<OfOrganisation>) -> Result<HttpResponse, Problem> {
    list.require_private()?;
    let owner: OrganisationId = parse("organisation", &list.filter.organisation)?;
    let seen = list.view().await?;
    let item = |registry: &Registry, id| registry.markets.order(id).map(|o| open(id, o));
    list.of_state(seen, move |registry| Box::new(registry.markets.orders_of(owner).map(|(id, _)| id)), item).await
}

/// One order, open or ended.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "ord_…"), At), responses((status = 200, body = OrderView), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/orders/{id}")]
pub async fn get_order(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    look.require_private()?;
    let id: OrderId = parse("id", &id)?;
    let seen = look.view().await?;
    if let Some(order) = seen.read(|registry| registry.markets.order(id).map(|o| open(id, o))) {
        return Ok(seen.json(&order));
    }
    // An order has no more entries than its placing, its end and 200 fills an instruction it met; a page is enough
    // for all but the largest, whose filled mass is then that of the newest entries.
    let page = seen.until().map_or_else(|| Page::newest(10_000), |until| Page::before(until + 1, 10_000));
    let rows = seen.shared().tables(move |read| Ok(read.entries_naming(&id.to_string(), &page)?)).await?;
    let mut ended = None;
    for row in rows.iter().rev() {
        for event in Entry::parse(&row.entry).map_err(Problem::internal)?.events {
            if let Event::Trade(event) = event {
                fold(id, &event, &mut ended);
            }
        }
    }
    ended.map(|(order, _)| seen.json(&order)).ok_or_else(|| Problem::not_found("order", id))
}

/// What an order's history comes to.
fn fold(id: OrderId, event: &TradeEvent, order: &mut Option<(OrderView, Mass)>) {
    let placed = |owner: OrganisationId, market, price: Money, mass: Mass, expires_at, side: &str, batch| OrderView {
        id: id.to_string(),
        side: side.to_owned(),
        state: "open".to_owned(),
        reason: None,
        market,
        owner: owner.to_string(),
        price: price.into(),
        mass: mass.to_string(),
        filled: "0".to_owned(),
        expires_at,
        reserved: None,
        batch,
    };
    match event {
        TradeEvent::SellOrderPlaced(e) if e.order == id => {
            *order = Some((
                placed(
                    e.owner,
                    e.market.to_string(),
                    e.price,
                    e.mass,
                    e.expires_at.to_string(),
                    "sell",
                    Some(e.batch.to_string()),
                ),
                e.mass,
            ));
        }
        TradeEvent::BuyOrderPlaced(e) if e.order == id => {
            *order = Some((
                placed(e.owner, e.market.to_string(), e.price, e.mass, e.expires_at.to_string(), "buy", None),
                e.mass,
            ));
        }
        TradeEvent::Traded(e) if e.buy_order == id || e.sell_order == id => {
            if let Some((view, left)) = order {
                *left = left.less(e.mass);
                let asked: Mass = view.mass.parse().unwrap_or_default();
                view.filled = asked.less(*left).to_string();
                view.state = if left.is_zero() { "filled" } else { "partly_filled" }.to_owned();
            }
        }
        TradeEvent::OrderCancelled(e) if e.order == id => {
            if let Some((view, _)) = order {
                view.state = "cancelled".to_owned();
                view.reason = Some(e.reason.to_string());
            }
        }
        TradeEvent::OrderExpired(e) if e.order == id => {
            if let Some((view, _)) = order {
                view.state = "expired".to_owned();
            }
        }
        _ => {}
    }
}
