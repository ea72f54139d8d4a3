//! Offers, bids and direct deals of one's own.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::instruction::MandatePower;
use orebook_registry::trade::{Deal, DealState, Order, OrderSide};
use orebook_registry::values::{DealId, OrderId, OrganisationId};

use super::offer::account_for;
use super::{MINES, certificates_of};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

/// Orders and deals that are shown at the most; the rest is in the program interface.
const ROWS: usize = 100;

#[derive(Template)]
#[template(path = "desk_offers.html")]
struct OffersPage {
    frame: Frame,
    orders: Vec<Open>,
    deals: Vec<DealRow>,
    ended: Vec<DealRow>,
}

framed!(OffersPage);

/// An open order.
struct Open {
    id: String,
    what: String,
    side: String,
    left: String,
    asked: String,
    price: String,
    until: String,
    hidden: bool,
}

/// A direct deal.
struct DealRow {
    id: String,
    other: String,
    what: String,
    mass: String,
    price: String,
    gross: String,
    state: String,
    until: Option<String>,
    /// It waits for this organisation's answer.
    answer: bool,
    /// It can be taken back by this organisation.
    withdraw: bool,
    account: String,
}

/// What is open of one's own.
#[get("/desk/offers")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, MINES) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).member(Permission::Read)?;
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        let orders = registry.markets.orders_of(me).chain(offered_for_others(registry, me)).take(ROWS);
        let deals: Vec<_> = registry.markets.deals.of(me).collect();
        let is_open = |(_, deal): &&(DealId, &Deal)| matches!(deal.state, DealState::Open | DealState::Accepted);
        OffersPage {
            orders: orders.map(|(id, order)| open(names, id, order)).collect(),
            deals: deals.iter().rev().filter(is_open).map(|(id, one)| deal(names, me, *id, one)).collect(),
            ended: deals
                .iter()
                .rev()
                .filter(|one| !is_open(one))
                .take(10)
                .map(|(id, one)| deal(names, me, *id, one))
                .collect(),
            frame: frame.clone(),
        }
    });
    unstored(&page, StatusCode::OK)
}

/// Offers of producers that have given this organisation the power to offer for them.
fn offered_for_others(registry: &Registry, me: OrganisationId) -> impl Iterator<Item = (OrderId, &Order)> {
    let mandates = certificates_of(registry, me).filter(move |(_, one)| one.mandates(me, MandatePower::Offer));
    mandates.flat_map(move |(certificate, one)| {
        let of_certificate =
            move |batch| registry.credits.batch(batch).is_some_and(|batch| batch.certificate == certificate);
        let offers = registry.markets.orders_of(one.producer);
        offers.filter(move |(_, order)| matches!(order.side, OrderSide::Sell { batch } if of_certificate(batch)))
    })
}

fn open(names: Names<'_>, id: OrderId, order: &Order) -> Open {
    let t = names.t;
    let (side, what) = match order.side {
        OrderSide::Sell { batch } => ("sell", names.registry.credits.batch(batch).map(|one| names.batch(one))),
        OrderSide::Buy { .. } => ("buy", None),
    };
    Open {
        id: id.to_string(),
        what: what.unwrap_or_else(|| names.market(order.market)),
        side: t.word("deal-side", side).into_owned(),
        left: t.mass(order.mass),
        asked: t.mass(order.mass_asked),
        price: names.money(order.price),
        until: t.moment(order.expires_at),
        hidden: order.unnamed.is_yes(),
    }
}

fn deal(names: Names<'_>, me: OrganisationId, id: DealId, deal: &Deal) -> DealRow {
    let (t, is_open) = (names.t, deal.state == DealState::Open);
    let mine = deal.proposer.organisation == me;
    let other = if mine { deal.counterparty.organisation } else { deal.proposer.organisation };
    let gross = deal.price.times(deal.mass).unwrap_or(deal.price.currency.minor(0));
    DealRow {
        id: id.to_string(),
        other: names.organisation(other),
        what: names.registry.credits.batch(deal.batch).map_or(String::new(), |one| names.batch(one)),
        mass: t.mass(deal.mass),
        price: names.money(deal.price),
        gross: names.money(gross),
        state: t.word("deal-state", deal.state.word()).into_owned(),
        until: is_open.then(|| t.moment(deal.deadline)),
        answer: is_open && !mine,
        withdraw: is_open && mine,
        account: account_for(names.registry, me, deal.batch).map_or(String::new(), |(id, _)| id.to_string()),
    }
}
