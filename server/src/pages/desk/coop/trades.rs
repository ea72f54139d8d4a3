//! What was sold, and how far each payee's part of it has come.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::credit::Range;
use orebook_registry::money::Sold;
use orebook_registry::values::{OrganisationId, TradeId};
use serde::Deserialize;

use super::{MINES, certificates_of};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::receipts::{LegState, states};
use crate::app::Data;
use crate::pages::desk::door::{opened, paged};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

const ROWS: usize = 20;

#[derive(Template)]
#[template(path = "desk_trades.html")]
struct TradesPage {
    frame: Frame,
    rows: Vec<Row>,
    next: Option<String>,
}

framed!(TradesPage);

/// A trade.
struct Row {
    day: String,
    what: String,
    buyer: String,
    mass: String,
    price: String,
    gross: String,
    deductions: Vec<(String, String)>,
    net: String,
    legs: Vec<Leg>,
}

/// A payee's part.
struct Leg {
    payee: String,
    amount: String,
    state: String,
    colour: &'static str,
}

/// Which page.
#[derive(Debug, Deserialize)]
pub struct PageOf {
    /// The last id of the page before.
    pub before: Option<TradeId>,
}

/// One's sales, newest first.
#[get("/desk/trades")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    page: web::Query<PageOf>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, MINES) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).member(Permission::Money)?;
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        let (shown, next) = paged(sales(registry, me).into_iter().rev(), page.before, ROWS);
        let states = states(registry, &shown.iter().copied().collect());
        let rows = shown.into_iter().map(|(id, sold)| row(names, id, sold, &|leg| states.get(&(id, leg)).copied()));
        TradesPage { rows: rows.collect(), next, frame: frame.clone() }
    });
    unstored(&page, StatusCode::OK)
}

/// The sales of a producer, oldest first: whatever was sold of its batches.
fn sales(registry: &Registry, me: OrganisationId) -> Vec<(TradeId, &Sold)> {
    let batches = certificates_of(registry, me).filter(|(_, one)| one.producer == me);
    let batches = batches.flat_map(|(id, _)| registry.credits.batches_of(id));
    let sold = batches.flat_map(|batch| registry.credits.sales_in(Range { batch, from: 0, to: u64::MAX }));
    let mut trades: Vec<TradeId> = sold.map(|(_, trade)| trade).collect();
    trades.sort_unstable();
    trades.dedup();
    trades.into_iter().filter_map(|id| Some((id, registry.cash.premiums().sold(id)?))).collect()
}

fn row(names: Names<'_>, id: TradeId, sold: &Sold, state: &dyn Fn(u16) -> Option<LegState>) -> Row {
    let (t, currency) = (names.t, sold.gross.currency);
    let withheld: i64 = sold.deductions.iter().map(|one| one.amount.minor).sum();
    let leg = |(n, leg): (u16, &orebook_registry::money::SoldLeg)| {
        let state = state(n).unwrap_or(LegState::Stopped);
        Leg {
            payee: format!("{} · {}", names.organisation(leg.payee), t.word("payee-kind", leg.kind.word())),
            amount: names.money(currency.minor(leg.amount)),
            state: t.word("leg-state", state.word()).into_owned(),
            colour: match state {
                LegState::ReceiptSigned => "",
                LegState::Routed | LegState::OnItsWay => " wait",
                LegState::Unconfirmed | LegState::Stopped => " held",
            },
        }
    };
    Row {
        day: t.day(id.made_at().date()),
        what: names.registry.credits.batch(sold.batch).map_or(String::new(), |batch| names.batch(batch)),
        buyer: names.organisation(sold.buyer),
        mass: t.mass(sold.mass),
        price: names.money(currency.minor(per_kilogram(sold))),
        gross: names.money(sold.gross),
        deductions: sold
            .deductions
            .iter()
            .map(|one| (names.organisation(one.creditor), names.money(one.amount)))
            .collect(),
        net: names.money(currency.minor(sold.gross.minor - withheld)),
        legs: (0..).zip(&sold.legs).filter(|(_, leg)| leg.amount > 0).map(leg).collect(),
    }
}

/// Whole, since it was whole when it was asked for.
fn per_kilogram(sold: &Sold) -> i64 {
    let price = i128::from(sold.gross.minor) * 1_000_000 / i128::from(sold.mass.mg().max(1));
    i64::try_from(price).unwrap_or(i64::MAX)
}
