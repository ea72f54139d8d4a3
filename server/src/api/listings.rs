//! Listings: the open offers, whose they are, and what of the price of a kilogram would reach whom.

use actix_web::{HttpResponse, get};
use orebook_registry::Registry;
use orebook_registry::credit::Batch;
use orebook_registry::money::Route;
use orebook_registry::trade::{Market, Order, OrderSide};
use orebook_registry::values::{Country, MarketId, OrderId, OrganisationId, YesNo};
use serde::{Deserialize, Serialize};

use super::ask::{Listing, PageQuery};
use super::{List, MoneyView};
use crate::problem::{Problem, ProblemBody};

/// An open offer. One that is unnamed shows neither batch nor producer nor payees.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ListingView {
    /// The order.
    pub order: String,
    /// Where it rests.
    pub market: String,
    /// What is offered of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// Who mined it, and offers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub producer: Option<ListedProducer>,
    /// Where it was mined, ISO 3166-1.
    pub country: String,
    /// When it was mined.
    pub year: String,
    /// Level of the certificate.
    pub level: String,
    /// How the producer is built.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub structure: Option<String>,
    /// Whether women lead the producer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub women_led: Option<String>,
    /// Kilograms that are left.
    pub mass: String,
    /// Per kilogram.
    pub price: MoneyView,
    /// When it ends by itself.
    pub expires_at: String,
    /// `yes` hides whose it is.
    pub unnamed: String,
    /// Where the price of one kilogram would go.
    pub net: NetView,
}

/// Who offers.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ListedProducer {
    /// Its id.
    pub id: String,
    /// Legal name.
    pub name: String,
}

/// The way of the price of one kilogram. The fee is the buyer's and comes on top.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct NetView {
    /// The price.
    pub gross: MoneyView,
    /// The buyer's fee in basis points, for a bid of now.
    pub fee_bps: u16,
    /// What is withheld of it.
    pub deductions: Vec<DeductionView>,
    /// What each payee is paid.
    pub payees: Vec<PaidView>,
}

/// An instalment.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DeductionView {
    /// `certification` or `prefinance`.
    pub kind: String,
    /// How much.
    pub amount: MoneyView,
}

/// A payee's part.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PaidView {
    /// Who is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payee: Option<String>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What its share is for.
    pub kind: String,
    /// How much.
    pub amount: MoneyView,
}

/// Which offers.
#[derive(Debug, Default, Clone, Copy, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListingFilter {
    /// Of this market.
    #[param(value_type = Option<String>)]
    pub market: Option<MarketId>,
    /// Of this producer; unnamed offers are then left out.
    #[param(value_type = Option<String>)]
    pub producer: Option<OrganisationId>,
    /// Mined in this country.
    #[param(value_type = Option<String>)]
    pub country: Option<Country>,
}

impl ListingFilter {
    fn admits(&self, order: &Order, batch: &Batch) -> bool {
        self.market.is_none_or(|market| market == order.market)
            && self.country.is_none_or(|country| country == batch.serial.country)
            // Who asks for a producer must not learn that an unnamed offer is its.
            && self.producer.is_none_or(|producer| order.unnamed == YesNo::No && producer == batch.producer)
    }
}

fn view(registry: &Registry, id: OrderId, filter: ListingFilter) -> Option<ListingView> {
    let order = registry.markets.order(id)?;
    let OrderSide::Sell { batch: batch_id } = order.side else { return None };
    let batch = registry.credits.batch(batch_id).filter(|batch| filter.admits(order, batch))?;
    let market = registry.markets.market(order.market)?;
    let named = order.unnamed == YesNo::No;
    let producer = || ListedProducer { id: batch.producer.to_string(), name: name(registry, batch.producer) };
    Some(ListingView {
        order: id.to_string(),
        market: order.market.to_string(),
        batch: named.then(|| batch_id.to_string()),
        producer: named.then(producer),
        country: batch.serial.country.to_string(),
        year: batch.serial.year.to_string(),
        level: batch.class.level.to_string(),
        structure: batch.structure.map(|structure| structure.to_string()),
        women_led: batch.women_led.map(|led| led.to_string()),
        mass: order.mass.to_string(),
        price: order.price.into(),
        expires_at: order.expires_at.to_string(),
        unnamed: order.unnamed.to_string(),
        net: net(registry, market, order),
    })
}

/// One open offer, as everybody sees it.
pub(crate) fn listing(registry: &Registry, id: OrderId) -> Option<ListingView> {
    view(registry, id, ListingFilter::default())
}

fn name(registry: &Registry, id: OrganisationId) -> String {
    registry.parties.organisation(id).map(|o| o.name.to_string()).unwrap_or_default()
}

/// The price of one kilogram is what the market calls a price.
fn net(registry: &Registry, market: &Market, order: &Order) -> NetView {
    let programme = market.class.programme;
    let in_force = registry.time().and_then(|now| registry.certificates.programme_on(programme, now.date()));
    let route = registry.cash.route(order.owner, programme, order.price);
    let (deductions, payees) = route.map(|route| split(registry, &route, order.unnamed)).unwrap_or_default();
    NetView {
        gross: order.price.into(),
        fee_bps: in_force.map_or(0, |programme| programme.parameters.fee_bps.points()),
        deductions,
        payees,
    }
}

fn split(registry: &Registry, route: &Route, unnamed: YesNo) -> (Vec<DeductionView>, Vec<PaidView>) {
    let named = unnamed == YesNo::No;
    let deductions = route.deductions.iter().map(|deduction| DeductionView {
        kind: registry.cash.kind_of(deduction).map(|kind| kind.to_string()).unwrap_or_default(),
        amount: deduction.amount.into(),
    });
    let payees = route.legs.iter().map(|leg| PaidView {
        payee: named.then(|| leg.payee.to_string()),
        name: named.then(|| name(registry, leg.payee)),
        kind: leg.kind.to_string(),
        amount: leg.amount.into(),
    });
    (deductions.collect(), payees.collect())
}

/// The open offers, oldest first, each with what of the price of a kilogram would reach whom.
#[utoipa::path(tag = "markets", params(ListingFilter, PageQuery), responses((status = 200, body = List<ListingView>), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/listings")]
pub async fn list_listings(list: Listing<ListingFilter>) -> Result<HttpResponse, Problem> {
    let seen = list.view().await?;
    let filter = list.filter;
    let item = move |registry: &Registry, id| view(registry, id, filter);
    list.of_state(seen, |registry| Box::new(registry.markets.orders().map(|(id, _)| id)), item).await
}
