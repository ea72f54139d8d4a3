//! The bank: deposits whose owner is not known, those that were booked, and the balance.

use std::cmp::Reverse;

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::money::{BankDeposit, CashAccount};
use orebook_registry::values::{Currency, DepositId};
use serde::Deserialize;

use super::seat::{Seat, form};
use crate::access::Permission;
use crate::app::Data;
use crate::pages::act::asked::escaped;
use crate::pages::desk::cards::{Card, Cards, Link, Part, Search, window};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/bank";

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
struct Query {
    #[serde(default)]
    q: String,
    #[serde(default)]
    from: usize,
}

/// Deposits and balances.
#[get("/desk/bank")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    query: web::Query<Query>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Money) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let t = frame.t;
    let asked = query.q.trim().to_lowercase();
    let parts = shared.state(|registry| {
        let names = seat.names(registry, t);
        let mut parts = vec![booked(names, &asked, query.from)];
        if asked.is_empty() && query.from == 0 {
            parts.insert(0, unassigned(names));
            parts.push(balances(names));
        }
        parts
    });
    let page = Cards::new(frame.clone(), t.operator_bank(), t.operator_bank_lead(), parts)
        .searched(Search { action: PATH, label: t.operator_bank_search(), value: query.q.trim().to_owned() })
        .with([
            Link::to(t.bank_lines(), super::lines::PATH),
            form(t, "deposit", &[], PATH).first(),
            form(t, "deposit_unknown", &[], PATH),
            form(t, "reconcile_bank", &[], PATH),
            form(t, "book_charge", &[], PATH),
            form(t, "correct_money", &[], PATH),
        ]);
    seat.answer(&frame, page)
}

fn unassigned(names: Names<'_>) -> Part {
    let t = names.t;
    let all = names.registry.cash.deposits();
    let waiting = all.filter(|(_, one)| one.organisation.is_none() && !one.recalled.is_yes());
    let card = |(id, deposit): (DepositId, &BankDeposit)| {
        let id = id.to_string();
        known(names, &id, deposit).link(form(t, "assign_deposit", &[("deposit", &id)], PATH).first()).link(form(
            t,
            "recall_deposit",
            &[("deposit", &id)],
            PATH,
        ))
    };
    Part {
        heading: t.operator_deposits_unassigned().to_owned(),
        empty: t.operator_deposits_unassigned_none().to_owned(),
        cards: waiting.map(card).collect(),
        ..Part::default()
    }
}

/// Newest first: of a member's name, or with a reference.
fn booked(names: Names<'_>, asked: &str, from: usize) -> Part {
    let t = names.t;
    let all = names.registry.cash.deposits();
    let fits = |deposit: &BankDeposit| {
        let name = deposit.organisation.map(|owner| names.organisation(owner)).unwrap_or_default();
        asked.is_empty()
            || name.to_lowercase().contains(asked)
            || deposit.reference.to_string().to_lowercase().contains(asked)
    };
    let mut found: Vec<(DepositId, &BankDeposit)> = all.filter(|(_, deposit)| fits(deposit)).collect();
    found.sort_by_key(|(id, _)| Reverse(*id));
    let (shown, more) = window(found, from);
    let card = |(id, deposit): (DepositId, &BankDeposit)| {
        let id = id.to_string();
        let can = deposit.organisation.filter(|_| !deposit.recalled.is_yes());
        known(names, &id, deposit)
            .link_if(can.map(|_| form(t, "recall_deposit", &[("deposit", &id)], PATH).called(t.operator_took_back())))
    };
    Part {
        heading: t.operator_deposits().to_owned(),
        empty: t.operator_deposits_none().to_owned(),
        cards: shown.into_iter().map(card).collect(),
        more: more.map(|next| format!("{PATH}?q={}&from={next}", escaped(asked))),
        ..Part::default()
    }
}

fn known(names: Names<'_>, id: &str, deposit: &BankDeposit) -> Card {
    let t = names.t;
    let amount = names.money(deposit.amount);
    let title = match deposit.organisation {
        Some(owner) => format!("{} · {amount}", names.organisation(owner)),
        None => format!("{amount} · {}", deposit.reference),
    };
    let card = Card::of(title);
    let word = |word| t.word("deposit-state", word).into_owned();
    let card = match (deposit.recalled.is_yes(), deposit.organisation) {
        (true, _) => card.held(word("recalled")),
        (false, None) => card.waits(word("unassigned")),
        (false, Some(_)) => card.well(word("booked")),
    };
    let made = id.parse::<DepositId>().map(|id| t.moment(id.made_at())).unwrap_or_default();
    card.coded(t.operator_reference(), "", deposit.reference.to_string()).fact(t.operator_booked_at(), made)
}

/// What the register holds in each currency, and what the bank said last.
fn balances(names: Names<'_>) -> Part {
    let (t, cash) = (names.t, &names.registry.cash);
    let currencies =
        cash.balances().filter(|(account, _)| *account == CashAccount::Bank).map(|(_, held)| held.currency);
    let card = |currency: Currency| {
        let booked = currency.minor(-cash.balance(CashAccount::Bank, currency).minor);
        let last = cash.reconciled().find(|last| last.statement.currency == currency);
        let card = Card::of(names.money(booked));
        let card = match last {
            None => card.waits(t.operator_reconciled_never()),
            Some(last) if last.statement == last.booked => card.well(t.operator_reconciled(t.day(last.on))),
            Some(last) => card.held(t.operator_differs(t.day(last.on))),
        };
        let of = |account| names.money(cash.balance(account, currency));
        let card = match last {
            Some(last) if last.statement != last.booked => card
                .fact(t.operator_statement(), names.money(last.statement))
                .fact(t.operator_booked_then(), names.money(last.booked)),
            _ => card,
        };
        card.fact(t.operator_suspense(), of(CashAccount::Suspense))
            .fact(t.operator_fees(), of(CashAccount::Fees))
            .fact(t.operator_loss(), of(CashAccount::OperatorLoss))
            .link(form(t, "reconcile_bank", &[("statement.currency", currency.code())], PATH))
    };
    Part {
        heading: t.operator_balances().to_owned(),
        lead: t.operator_balances_lead().to_owned(),
        empty: t.operator_balances_none().to_owned(),
        cards: currencies.map(card).collect(),
        ..Part::default()
    }
}
