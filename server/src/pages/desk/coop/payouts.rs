//! Payouts to this organisation and of its sales, and the receipts that it signs.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use orebook_registry::money::{Payout, PayoutState};
use orebook_registry::values::{OrganisationId, PayoutId};
use serde::Deserialize;

use super::{COOP, receipt_due, signs_for};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::payouts::Reminder;
use crate::app::Data;
use crate::pages::desk::door::{opened, paged};
use crate::pages::desk::held::{Held, held, is_held};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::payout::reference_of;
use crate::problem::Problem;

const ROWS: usize = 20;

#[derive(Template)]
#[template(path = "desk_payouts.html")]
struct PayoutsPage {
    frame: Frame,
    held: Vec<Held>,
    only_open: bool,
    balances: Vec<Balance>,
    rows: Vec<Row>,
    next: Option<String>,
}

framed!(PayoutsPage);

/// Money in one's account.
struct Balance {
    amount: String,
    /// Of whose sales it is premium, which the operator pays out.
    producer: Option<String>,
    /// Where one asks for what is no premium; nowhere while one is held.
    withdraw: Option<String>,
}

/// A payout.
struct Row {
    payee: String,
    amount: String,
    producer: Option<String>,
    expected: Option<String>,
    state: String,
    colour: &'static str,
    since: String,
    reference: String,
    due: Option<String>,
    late: bool,
    received: Option<String>,
    sign: Option<Sign>,
}

/// Where a receipt is signed.
struct Sign {
    /// All of it arrived; absent where a paper receipt must be added.
    all: Option<String>,
    /// Less arrived, or there is a paper receipt.
    form: String,
    /// Nothing arrived.
    dispute: Option<String>,
}

/// Which page, and whether of open ones alone.
#[derive(Debug, Deserialize)]
pub struct PageOf {
    /// The last id of the page before.
    pub before: Option<PayoutId>,
    /// `yes`: only those whose receipt is missing.
    pub open: Option<String>,
}

/// One's payouts, newest first.
#[get("/desk/payouts")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    page: web::Query<PageOf>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, COOP) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).member(Permission::Money)?;
    let only_open = page.open.as_deref() == Some("yes");
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        let payouts = registry.cash.payouts();
        let all: BTreeMap<PayoutId, &Payout> = payouts.of_payee(me).chain(payouts.of_producer(me)).collect();
        let is_open = |payout: &Payout| matches!(payout.state, PayoutState::Settled | PayoutState::Disputed);
        let wanted = all.into_iter().rev().filter(|(_, payout)| !only_open || is_open(payout));
        let (shown, next) = paged(wanted, page.before, ROWS);
        PayoutsPage {
            only_open,
            held: held(names, me),
            balances: balances(names, me),
            rows: shown.into_iter().map(|(id, payout)| row(names, me, id, payout)).collect(),
            next,
            frame: frame.clone(),
        }
    });
    unstored(&page, StatusCode::OK)
}

/// Premium that awaits its payout, and what one may ask for.
fn balances(names: Names<'_>, me: OrganisationId) -> Vec<Balance> {
    let cash = &names.registry.cash;
    let premium = cash.premiums().unpaid_of(me).map(|(producer, money)| Balance {
        amount: names.money(money),
        producer: Some(names.organisation(producer)),
        withdraw: None,
    });
    let unused = cash.cash_of(me).map(|money| cash.unused(me, money.currency)).filter(|money| money.minor > 0);
    let unused = unused.map(|money| Balance {
        amount: names.money(money),
        producer: None,
        withdraw: (!is_held(names, me)).then(|| {
            let (amount, currency) = (money.amount(), money.currency);
            format!("/act/withdraw_money?amount={amount}&amount.currency={currency}&then=/desk/payouts")
        }),
    });
    premium.chain(unused).collect()
}

fn row(names: Names<'_>, me: OrganisationId, id: PayoutId, payout: &Payout) -> Row {
    let (t, registry) = (names.t, names.registry);
    let awaited = matches!(payout.state, PayoutState::Settled | PayoutState::Disputed);
    let parameters = registry.parties.parameters().money();
    let late = registry.time().and_then(|now| Reminder::of(payout, &parameters, now)) == Some(Reminder::Unconfirmed);
    Row {
        payee: names.organisation(payout.payee),
        amount: names.money(payout.amount),
        producer: payout.producer.map(|id| names.organisation(id)),
        expected: payout.exchange.as_ref().map(|exchange| names.money(exchange.expected)),
        state: t.word("payout-state", payout.state.word()).into_owned(),
        colour: match payout.state {
            PayoutState::Confirmed => "",
            PayoutState::Disputed
            | PayoutState::ShortReceived
            | PayoutState::Cancelled
            | PayoutState::Rejected
            | PayoutState::Returned => " held",
            _ => " wait",
        },
        since: t.day(payout.since.date()),
        reference: reference_of(id).map(|reference| reference.to_string()).unwrap_or_default(),
        due: receipt_due(registry, payout).filter(|_| awaited).map(|due| t.day(due.date())),
        late,
        received: payout.received.map(|received| names.money(received)),
        sign: (awaited && signs_for(registry, payout, me)).then(|| sign(me, id, payout)),
    }
}

fn sign(me: OrganisationId, id: PayoutId, payout: &Payout) -> Sign {
    let (amount, currency) = (payout.amount.amount(), payout.amount.currency);
    let fields = format!("payout={id}&received={amount}&received.currency={currency}&then=/desk/payouts");
    Sign {
        all: (payout.payee == me).then(|| format!("/act/confirm_receipt/review?{fields}")),
        form: format!("/act/confirm_receipt?{fields}"),
        dispute: (payout.state == PayoutState::Settled)
            .then(|| format!("/act/dispute_payout?payout={id}&then=/desk/payouts")),
    }
}
