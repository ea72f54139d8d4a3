//! Own direct deals, on either side, out of memory.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::trade::{Charges, Deal, DealState};
use orebook_registry::values::{DealId, Money};
use serde::Serialize;

use super::ask::{At, Listing, Look, PageQuery};
use super::{List, MoneyView, OfOrganisation, parse};
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};

/// A direct deal.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DealView {
    /// Its id.
    pub id: String,
    /// `open`, `accepted`, `settled`, `declined`, `withdrawn`, `lapsed` or `voided`.
    pub state: String,
    /// The side of the proposer: `buy` or `sell`.
    pub side: String,
    /// Who proposed it.
    pub proposer: String,
    /// Who may accept it.
    pub counterparty: String,
    /// By whose rules.
    pub market: String,
    /// What is sold of.
    pub batch: String,
    /// Kilograms.
    pub mass: String,
    /// Per kilogram.
    pub price: MoneyView,
    /// The price of all of it.
    pub gross: MoneyView,
    /// The buyer's fee.
    pub fee: MoneyView,
    /// Until when it can be accepted, while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lapses_at: Option<String>,
    /// When it settles, once it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settles_at: Option<String>,
    /// The trade it came to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade: Option<String>,
    /// Why it was voided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The price of all of a deal; whole, since mass and price were checked.
pub(super) fn gross(deal: &Deal) -> Money {
    deal.price.times(deal.mass).unwrap_or(deal.price.currency.minor(0))
}

fn view(id: DealId, deal: &Deal) -> DealView {
    let gross = gross(deal);
    let deadline_in = |state| (deal.state == state).then(|| deal.deadline.to_string());
    DealView {
        id: id.to_string(),
        state: deal.state.to_string(),
        side: deal.side.to_string(),
        proposer: deal.proposer.organisation.to_string(),
        counterparty: deal.counterparty.organisation.to_string(),
        market: deal.market.to_string(),
        batch: deal.batch.to_string(),
        mass: deal.mass.to_string(),
        price: deal.price.into(),
        gross: gross.into(),
        fee: gross.currency.minor(Charges::new(deal.fee).fee_on(gross.minor)).into(),
        lapses_at: deadline_in(DealState::Open),
        settles_at: deadline_in(DealState::Accepted),
        trade: deal.trade.map(|trade| trade.to_string()),
        reason: deal.reason.map(|reason| reason.to_string()),
    }
}

/// The deals of an organisation on either side, oldest first, whatever became of them.
#[utoipa::path(tag = "markets", params(OfOrganisation, PageQuery), responses((status = 200, body = List<DealView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/deals")]
pub async fn list_deals(list: Listing<OfOrganisation>) -> Result<HttpResponse, Problem> {
    let of = list.asking().organisation(Permission::Read, list.filter.organisation.as_deref())?;
    let seen = list.view().await?;
    let item = |registry: &Registry, id| registry.markets.deals.find(id).map(|deal| view(id, deal));
    list.of_state(seen, move |registry| Box::new(registry.markets.deals.of(of).map(|(id, _)| id)), item).await
}

/// One deal.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "del_…"), At), responses((status = 200, body = DealView), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/deals/{id}")]
pub async fn get_deal(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    look.asking().member(Permission::Read)?;
    let id: DealId = parse("id", &id)?;
    let seen = look.view().await?;
    let absent = || Problem::not_found("deal", id);
    let found = seen.read(|registry| {
        let deal = registry.markets.deals.find(id)?;
        Some(([deal.proposer.organisation, deal.counterparty.organisation], view(id, deal)))
    });
    let (parties, deal) = found.ok_or_else(absent)?;
    look.asking().party(Permission::Read, &parties, absent)?;
    Ok(seen.json(&deal))
}
