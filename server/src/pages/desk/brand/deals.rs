//! Direct deals: what others propose, what was proposed to others, and how one is proposed.

use actix_web::{HttpRequest, HttpResponse, get};
use orebook_registry::instruction::DealSide;
use orebook_registry::trade::{Charges, Deal, DealState};
use orebook_registry::values::{BatchId, DealId, MarketId, Money, OrganisationId, Timestamp};

use super::super::cards::{Card, Cards, Link, Part, window};
use super::super::door::opened;
use super::{BRAND, accounts, side_of};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::act::asked::Asked;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Deals, and batches that one may propose to buy of.
#[get("/desk/deals")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, BRAND) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).organisation(Permission::Money, None)?;
    let asked = Asked::of(request.query_string())?;
    let from = |name: &str| asked.get(name).and_then(|from| from.parse().ok()).unwrap_or(0);
    let (now, t) = (shared.clock.now(), frame.t);
    let parts = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office: false };
        vec![offered(names, me, now), ours(names, me, now, from("ours")), batches(names, me, now, from("batches"))]
    });
    Cards::new(frame, t.brand_deals(), t.brand_deals_lead(), parts).under(t.nav_desk(), "/desk").answer()
}

/// What others propose, the soonest to lapse first.
fn offered(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Part {
    let t = names.t;
    let is_offered = |deal: &Deal| deal.state == DealState::Open && deal.counterparty.organisation == me;
    let mut open: Vec<(DealId, &Deal)> =
        names.registry.markets.deals.of(me).filter(|(_, deal)| is_offered(deal)).collect();
    open.sort_by_key(|(id, deal)| (deal.deadline, *id));
    let account = accounts(names.registry, me).into_iter().next().map(|(id, _)| id).unwrap_or_default();
    let card = |(id, deal): (DealId, &Deal)| {
        let id = id.to_string();
        let fields = [("deal", id.as_str()), ("account", account.as_str()), ("then", "/desk/holdings")];
        with_legs(names, card(names, me, deal).due(t, Some(deal.deadline), now), deal)
            .link(Link::review(t, "accept_deal", &fields).first())
            .link(Link::review(t, "decline_deal", &[("deal", &id), ("then", "/desk/deals")]))
    };
    Part {
        heading: t.brand_offered_to_us().to_owned(),
        empty: t.brand_none_offered().to_owned(),
        cards: open.into_iter().map(card).collect(),
        ..Part::default()
    }
}

/// All others, the newest first.
fn ours(names: Names<'_>, me: OrganisationId, now: Timestamp, from: usize) -> Part {
    let t = names.t;
    let is_other = |deal: &Deal| deal.state != DealState::Open || deal.proposer.organisation == me;
    let mut all: Vec<(DealId, &Deal)> =
        names.registry.markets.deals.of(me).filter(|(_, deal)| is_other(deal)).collect();
    all.reverse();
    let (shown, next) = window(all, from);
    let card = |(id, deal): (DealId, &Deal)| {
        let shown = card(names, me, deal);
        let word = t.word("deal-state", deal.state.word());
        match deal.state {
            DealState::Open => shown.due(t, Some(deal.deadline), now).link(Link::review(
                t,
                "withdraw_deal",
                &[("deal", &id.to_string()), ("then", "/desk/deals")],
            )),
            DealState::Accepted => shown.waits(word).fact(t.brand_settles(), t.moment(deal.deadline)),
            DealState::Settled => shown.well(word),
            _ => shown.held(word),
        }
    };
    Part {
        heading: t.brand_our_deals().to_owned(),
        empty: t.brand_no_deals().to_owned(),
        cards: shown.into_iter().map(card).collect(),
        more: next.map(|next| format!("/desk/deals?ours={next}")),
        ..Part::default()
    }
}

fn card(names: Names<'_>, me: OrganisationId, deal: &Deal) -> Card {
    let t = names.t;
    let other = if deal.proposer.organisation == me { &deal.counterparty } else { &deal.proposer };
    let side = match side_of(deal, me) {
        DealSide::Buy => t.brand_you_buy(),
        DealSide::Sell => t.brand_you_sell(),
    };
    let gross = deal.price.times(deal.mass).unwrap_or(deal.price.currency.minor(0));
    let fee = gross.currency.minor(Charges::new(deal.fee).fee_on(gross.minor));
    let batch = names.registry.credits.batch(deal.batch).map(|batch| names.batch(batch)).unwrap_or_default();
    Card::of(format!("{} · {}", names.organisation(other.organisation), t.mass(deal.mass)))
        .fact(side, batch)
        .fact(t.field_market(), names.market(deal.market))
        .fact(t.brand_price(), names.money(deal.price))
        .fact(t.figure_gross(), names.money(gross))
        .fact(t.figure_fee(), names.money(fee))
}

/// What of its premium would reach whom.
fn with_legs(names: Names<'_>, card: Card, deal: &Deal) -> Card {
    let (registry, t) = (names.registry, names.t);
    let gross: Option<Money> = deal.price.times(deal.mass);
    let programme = registry.markets.market(deal.market).map(|market| market.class.programme);
    let route = gross
        .zip(programme)
        .and_then(|(gross, programme)| registry.cash.route(deal.seller().organisation, programme, gross));
    let Some(route) = route else { return card };
    let card = route.deductions.iter().fold(card, |card, deduction| {
        card.fact(names.organisation(deduction.creditor), t.brand_instalment(names.money(deduction.amount)))
    });
    route.legs.iter().fold(card, |card, leg| {
        let name = format!("{} · {}", names.organisation(leg.payee), t.word("payee-kind", leg.kind.word()));
        card.fact(name, names.money(leg.amount))
    })
}

/// Batches of which something is not used up, with a form of a proposal for each.
fn batches(names: Names<'_>, me: OrganisationId, now: Timestamp, from: usize) -> Part {
    let (registry, t) = (names.registry, names.t);
    let today = now.date();
    let is_there = |batch: &orebook_registry::credit::Batch| {
        !batch.figures().outstanding().is_zero()
            && batch.flag.is_none()
            && today <= batch.unsold_until
            && !registry.parties.same_group(batch.producer, me)
    };
    let mut all: Vec<BatchId> =
        registry.credits.batches().filter(|(_, batch)| is_there(batch)).map(|(id, _)| id).collect();
    all.reverse();
    let (shown, next) = window(all, from);
    let card = |id: BatchId| {
        let batch = registry.credits.batch(id)?;
        let of_class = |market: MarketId| registry.markets.market(market).is_some_and(|m| m.class == batch.class);
        let markets: Vec<MarketId> = registry.markets.markets().map(|(id, _)| id).filter(|id| of_class(*id)).collect();
        let (market, rules) = markets.first().and_then(|id| Some((*id, registry.markets.market(*id)?)))?;
        let account = accounts(registry, me).into_iter().next().map(|(id, _)| id).unwrap_or_default();
        let until = now.plus_days(3).date().to_string();
        let (batch_id, producer, market) = (id.to_string(), batch.producer.to_string(), market.to_string());
        let fields = [
            ("side", "buy"),
            ("counterparty", producer.as_str()),
            ("market", market.as_str()),
            ("batch", batch_id.as_str()),
            ("price.currency", rules.floor.currency.code()),
            ("account", account.as_str()),
            ("until", until.as_str()),
            ("then", "/desk/deals"),
        ];
        let card = Card::of(names.batch(batch))
            .fact(t.field_market(), names.class(&batch.class))
            .fact(t.brand_not_used_up(), t.mass(batch.figures().outstanding()))
            .fact(t.brand_floor(), names.money(rules.floor))
            .link(Link::form(t, "propose_deal", &fields));
        Some(card)
    };
    Part {
        heading: t.brand_propose().to_owned(),
        lead: t.brand_propose_lead().to_owned(),
        empty: t.brand_no_batches().to_owned(),
        cards: shown.into_iter().filter_map(card).collect(),
        more: next.map(|next| format!("/desk/deals?batches={next}")),
    }
}
