//! Own orders: open ones from memory, ended ones from the entries that name them.

use actix_web::{HttpResponse, get, web};
use orebook_registry::event::Event;
use orebook_registry::instruction::Restriction;
use orebook_registry::trade::{Order, OrderSide};
use orebook_registry::values::{OrderId, OrganisationId, Reference};
use orebook_registry::{Entry, Registry};
use orebook_store::Page;
use serde::{Deserialize, Serialize};

use super::ask::{At, Listing, Look, PageQuery};
use super::{List, MoneyView, parse};
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};
use crate::view::View;

mod history;

/// An order.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct OrderView {
    /// Its id.
    pub id: String,
    /// What its owner calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_order: Option<String>,
    /// `buy` or `sell`.
    pub side: String,
    /// `open`, `partly_filled`, `filled`, `cancelled` or `expired`.
    pub state: String,
    /// Why it was cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "floor")]
    pub reason: Option<String>,
    /// Where.
    pub market: String,
    /// Whose.
    pub owner: String,
    /// Limit per kilogram.
    pub price: MoneyView,
    /// Kilograms asked, less what it was reduced by.
    pub mass: String,
    /// Kilograms traded.
    pub filled: String,
    /// `gtd` rests, `ioc` does not, `fok` does not and trades whole or not at all.
    pub time_in_force: String,
    /// When it ends by itself.
    pub expires_at: String,
    /// Set aside for its rest, fee included; open bids only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved: Option<MoneyView>,
    /// What a bid takes only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restriction: Option<RestrictionView>,
    /// The batch offered; offers only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// `yes` hides batch and producer from the listings; offers only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unnamed: Option<String>,
}

/// What a bid takes only: a batch must be in each list that is not empty.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RestrictionView {
    /// Where it was mined, ISO 3166-1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// By whom.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub producers: Vec<String>,
    /// How the producer is built.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub structures: Vec<String>,
    /// `yes`: of producers led by women only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub women_led: Option<String>,
    /// When it was mined.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<String>,
}

impl From<&Restriction> for RestrictionView {
    fn from(restriction: &Restriction) -> Self {
        fn words<T: ToString>(items: &[T]) -> Vec<String> {
            items.iter().map(T::to_string).collect()
        }
        Self {
            countries: words(&restriction.countries),
            producers: words(&restriction.producers),
            structures: words(&restriction.structures),
            women_led: restriction.women_led.map(|led| led.to_string()),
            years: restriction.years.iter().map(|year| year.0.to_string()).collect(),
        }
    }
}

fn open(id: OrderId, o: &Order) -> OrderView {
    let (side, reserved, batch) = match o.side {
        OrderSide::Sell { batch } => ("sell", None, Some(batch)),
        OrderSide::Buy { .. } => ("buy", Some(o.reserve().into()), None),
    };
    OrderView {
        id: id.to_string(),
        client_order: o.client_order.as_ref().map(ToString::to_string),
        side: side.to_owned(),
        state: if o.mass == o.mass_asked { "open" } else { "partly_filled" }.to_owned(),
        reason: None,
        market: o.market.to_string(),
        owner: o.owner.to_string(),
        price: o.price.into(),
        mass: o.mass_asked.to_string(),
        filled: o.mass_asked.less(o.mass).to_string(),
        time_in_force: o.time_in_force.to_string(),
        expires_at: o.expires_at.to_string(),
        reserved,
        restriction: o.restriction.as_ref().map(RestrictionView::from),
        batch: batch.map(|batch| batch.to_string()),
        unnamed: batch.map(|_| o.unnamed.to_string()),
    }
}

/// Whose orders, and which of them.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct OrderFilter {
    /// Id of the organisation; one's own unless it is given.
    pub organisation: Option<String>,
    /// The open order that it calls so.
    pub client_order: Option<String>,
}

/// The open orders of an organisation, oldest first.
#[utoipa::path(tag = "markets", params(OrderFilter, PageQuery), responses((status = 200, body = List<OrderView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/orders")]
pub async fn list_orders(list: Listing<OrderFilter>) -> Result<HttpResponse, Problem> {
    let owner = list.asking().organisation(Permission::Read, list.filter.organisation.as_deref())?;
    let name = list.filter.client_order.as_ref();
    let name: Option<Reference> = name.map(|name| parse("client_order", name)).transpose()?;
    let seen = list.view().await?;
    let called = move |registry: &Registry, id| {
        name.as_ref().is_none_or(|name| registry.markets.order_called(owner, name) == Some(id))
    };
    let item =
        move |registry: &Registry, id| registry.markets.order(id).filter(|_| called(registry, id)).map(|o| open(id, o));
    list.of_state(seen, move |registry| Box::new(registry.markets.orders_of(owner).map(|(id, _)| id)), item).await
}

/// One order, open or ended.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "ord_…"), At), responses((status = 200, body = OrderView), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/orders/{id}")]
pub async fn get_order(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    look.asking().member(Permission::Read)?;
    let id: OrderId = parse("id", &id)?;
    let seen = look.view().await?;
    let absent = || Problem::not_found("order", id);
    let resting = seen.read(|registry| registry.markets.order(id).map(|order| open(id, order)));
    let order = match resting {
        Some(order) => order,
        None => history::of(id, &events_of(&seen, id).await?).ok_or_else(absent)?,
    };
    look.asking().party(Permission::Read, &owners(&seen, id).await?, absent)?;
    Ok(seen.json(&order))
}

/// Whose an order is or was: its owner's, and that of the account that it sells from.
pub(super) async fn owners(seen: &View, id: OrderId) -> Result<Vec<OrganisationId>, Problem> {
    let resting = seen.read(|registry| registry.markets.order(id).map(|order| (order.owner, order.account)));
    let placed = match resting {
        Some(placed) => Some(placed),
        None => history::placed(id, &events_of(seen, id).await?),
    };
    let Some((owner, account)) = placed else { return Ok(Vec::new()) };
    let account = seen.read(|registry| registry.credits.account(account).map(|account| account.organisation));
    Ok([owner].into_iter().chain(account).collect())
}

/// An order has no more entries than its placing, its reductions, its end and 200 fills an instruction it met; a page is
/// enough for all but the largest.
async fn events_of(seen: &View, id: OrderId) -> Result<Vec<Event>, Problem> {
    let page = seen.until().map_or_else(|| Page::newest(10_000), |until| Page::before(until + 1, 10_000));
    let rows = seen.shared().tables(move |read| Ok(read.entries_naming(&id.to_string(), &page)?)).await?;
    let mut events = Vec::new();
    for row in rows.iter().rev() {
        events.extend(Entry::parse(&row.entry).map_err(Problem::internal)?.events);
    }
    Ok(events)
}
