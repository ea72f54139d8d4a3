//! What a member holds: blocks by account with their last day, soonest first; bids that are open; purchases, and how far
//! their premium has come.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, get};
use orebook_registry::credit::{Batch, Block, BlockState, Escrow, Range};
use orebook_registry::money::{Sold, SoldLeg};
use orebook_registry::trade::{Order, OrderSide};
use orebook_registry::values::{Date, OrderId, OrganisationId, TradeId};
use serde::Deserialize;

use super::super::cards::{Card, Cards, Link, Part, window};
use super::super::door::opened;
use super::{BRAND, DAYS_AHEAD};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::receipts::{LegState, states};
use crate::app::Data;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Where each part begins.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    #[serde(default)]
    blocks: usize,
    #[serde(default)]
    purchases: usize,
}

/// Blocks, bids, purchases.
#[get("/desk/holdings")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    from: actix_web::web::Query<From>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, BRAND) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).organisation(Permission::Money, None)?;
    let today = shared.clock.now().date();
    let t = frame.t;
    let parts = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office: false };
        vec![blocks(names, me, today, from.blocks), orders(names, me), purchases(names, me, from.purchases)]
    });
    Cards::new(frame, t.brand_holdings(), t.brand_holdings_lead(), parts)
        .under(t.nav_desk(), "/desk")
        .with([Link::to(t.brand_buy(), "/desk/buy"), Link::form(t, "open_account", &[("then", "/desk/holdings")])])
        .answer()
}

fn blocks(names: Names<'_>, me: OrganisationId, today: Date, from: usize) -> Part {
    let (registry, t) = (names.registry, names.t);
    let mut all: Vec<(Range, Block)> =
        registry.credits.accounts_of(me).flat_map(|(account, _)| registry.credits.holdings(account)).collect();
    all.sort_by_key(|(range, block)| (block.expires_on, range.batch, range.from));
    let (shown, next) = window(all, from);
    let card = |(range, block): (Range, Block)| {
        registry.credits.batch(range.batch).map(|batch| block_card(names, batch, range, &block, today))
    };
    Part {
        heading: t.brand_blocks_held().to_owned(),
        empty: t.brand_no_blocks().to_owned(),
        cards: shown.into_iter().filter_map(card).collect(),
        more: next.map(|next| format!("/desk/holdings?blocks={next}")),
        ..Part::default()
    }
}

fn block_card(names: Names<'_>, batch: &Batch, range: Range, block: &Block, today: Date) -> Card {
    let t = names.t;
    let serial = names.registry.credits.serial(range).map(|serial| serial.to_string()).unwrap_or_default();
    let card = Card::of(format!("{} · {}", names.class(&batch.class), t.mass(range.mass())));
    let card = match block.state {
        BlockState::Available if block.expires_on < today.plus_days(DAYS_AHEAD) => {
            card.waits(t.brand_use_soon(t.day(block.expires_on)))
        }
        BlockState::Available => card.well(t.word("block-state", "available")),
        BlockState::Frozen => card.held(held_for(names, batch)),
        BlockState::Escrowed(escrow) => card.waits(match escrow {
            Escrow::Order(_) => t.brand_in_order(),
            Escrow::Deal(_) => t.brand_in_deal(),
            Escrow::Transfer(_) => t.brand_in_transfer(),
        }),
        state => card.held(t.word("block-state", state.word())),
    };
    let account = block.account.to_string();
    let fields = [("blocks", serial.as_str()), ("account", account.as_str())];
    let query: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", crate::pages::act::asked::escaped(value))).collect();
    let usable = block.state == BlockState::Available;
    card.fact(t.brand_last_day(), t.day(block.expires_on))
        .fact_if(t.brand_clock_stopped(), block.stopped_since.map(|since| t.day(since)))
        .fact(t.brand_mined_by(), names.batch(batch))
        .fact(t.brand_in_account(), names.account(block.account))
        .fact_if(t.brand_held_for(), block.principal.map(|principal| names.organisation(principal)))
        .coded(t.brand_serial(), "", serial.clone())
        .link_if(usable.then(|| Link::to(t.brand_retire_verb(), format!("/desk/retire?{}", query.join("&")))))
        .link_if(
            usable.then(|| {
                Link::form(t, "transfer", &[("from", &account), ("blocks", &serial), ("then", "/desk/holdings")])
            }),
        )
}

/// Why a block is frozen: the reasons of all holds on its batch, or of its account's.
fn held_for(names: Names<'_>, batch: &Batch) -> String {
    let mut reasons: Vec<String> =
        batch.holds.values().map(|hold| names.t.word("hold-reason", hold.reason.word()).into_owned()).collect();
    reasons.dedup();
    if reasons.is_empty() {
        return names.t.word("block-state", "frozen").into_owned();
    }
    names.t.brand_held_because(reasons.join(", "))
}

fn orders(names: Names<'_>, me: OrganisationId) -> Part {
    let t = names.t;
    let card = |(id, order): (OrderId, &Order)| {
        let id = id.to_string();
        Card::of(format!("{} · {}", names.market(order.market), t.mass(order.mass)))
            .waits(t.word("order-state", if order.mass == order.mass_asked { "open" } else { "partly_filled" }))
            .fact(t.brand_price(), names.money(order.price))
            .fact(t.brand_set_aside_for_it(), names.money(order.reserve()))
            .fact(t.brand_stays_until(), t.moment(order.expires_at))
            .link(Link::review(t, "cancel_order", &[("order", &id), ("then", "/desk/holdings")]))
            .link(Link::form(t, "reduce_order", &[("order", &id), ("then", "/desk/holdings")]))
    };
    let bids = names.registry.markets.orders_of(me).filter(|(_, order)| matches!(order.side, OrderSide::Buy { .. }));
    Part {
        heading: t.brand_open_bids().to_owned(),
        empty: t.brand_no_bids().to_owned(),
        cards: bids.map(card).collect(),
        ..Part::default()
    }
}

fn purchases(names: Names<'_>, me: OrganisationId, from: usize) -> Part {
    let t = names.t;
    let mut all: Vec<(TradeId, &Sold)> = names.registry.cash.premiums().bought_by(me).collect();
    all.reverse();
    let (shown, next) = window(all, from);
    let states = states(names.registry, &shown.iter().copied().collect());
    Part {
        heading: t.brand_purchases().to_owned(),
        lead: t.brand_purchases_lead().to_owned(),
        empty: t.brand_no_purchases().to_owned(),
        cards: shown.into_iter().map(|(trade, sold)| purchase(names, trade, sold, &states)).collect(),
        more: next.map(|next| format!("/desk/holdings?purchases={next}")),
    }
}

/// A purchase, and how far each payee's part has come.
fn purchase(names: Names<'_>, trade: TradeId, sold: &Sold, states: &BTreeMap<(TradeId, u16), LegState>) -> Card {
    let (t, currency) = (names.t, sold.gross.currency);
    let class = names.registry.credits.batch(sold.batch).map(|batch| names.class(&batch.class)).unwrap_or_default();
    let paid = currency.minor(sold.gross.minor + sold.fee.minor);
    let (confirmed, routed) = (sold.confirmed(), sold.routed());
    let card = Card::of(format!("{class} · {} · {}", t.mass(sold.mass), t.day(trade.made_at().date())));
    let arrived = t.brand_arrived(names.money(currency.minor(confirmed)), names.money(currency.minor(routed)));
    let legs: Vec<(&SoldLeg, LegState)> = (0..)
        .zip(&sold.legs)
        .filter(|(_, leg)| leg.amount > 0)
        .map(|(n, leg)| (leg, states.get(&(trade, n)).copied().unwrap_or(LegState::Stopped)))
        .collect();
    // A little less than was sent may count as all of it.
    let mut of_producer = legs.iter().filter(|(leg, _)| leg.is_producers());
    let signed = of_producer.all(|(_, state)| *state == LegState::ReceiptSigned);
    let card = if routed > 0 && signed { card.well(arrived) } else { card.waits(arrived) };
    let card = card
        .fact(t.brand_mined_by(), names.organisation(sold.producer))
        .fact(t.brand_paid(), t.brand_paid_with_fee(names.money(sold.fee), names.money(paid)));
    let card = sold.deductions.iter().fold(card, |card, deduction| {
        let name = names.organisation(deduction.creditor);
        card.fact(name, t.brand_instalment(names.money(deduction.amount)))
    });
    legs.into_iter().fold(card, |card, (leg, state)| {
        let name = format!("{} · {}", names.organisation(leg.payee), t.word("payee-kind", leg.kind.word()));
        card.fact(name, format!("{} – {}", names.money(currency.minor(leg.amount)), t.word("leg-state", state.word())))
    })
}
