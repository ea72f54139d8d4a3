//! Reconciliation: what the register holds at the bank beside what the bank says, and what may explain a difference.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, get};
use orebook_registry::Registry;
use orebook_registry::money::{CashAccount, PayoutState, Reconciliation};
use orebook_registry::values::{Currency, Money};
use serde::{Deserialize, Serialize};

use super::MoneyView;
use super::ask::{At, Look};
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};

/// The register's figure and the bank's.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ReconciliationView {
    /// Held for everybody, by the register. With a minus sign where the bank was overdrawn.
    pub booked: MoneyView,
    /// What the statement says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<MoneyView>,
    /// How the two differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<DifferenceView>,
    /// Payouts that have left their accounts and that the bank has not booked, by state.
    pub in_transit: Vec<InTransitView>,
    /// Money whose owner is not known, or in dispute.
    pub suspense: MoneyView,
    /// What was recorded last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded: Option<RecordedView>,
}

/// A difference between statement and register.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DifferenceView {
    /// `none`, `bank_has_more` or `bank_has_less`.
    pub direction: String,
    /// By how much.
    pub amount: MoneyView,
}

/// Payouts of one state.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct InTransitView {
    /// `approved`, `instructed`, `accepted` or `unknown`.
    pub state: String,
    /// How many.
    pub payouts: String,
    /// Their sum.
    pub amount: MoneyView,
}

/// A reconciliation that the operator recorded.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct RecordedView {
    /// Day of the statement.
    pub on: String,
    /// What the statement said.
    pub statement: MoneyView,
    /// What the register held then.
    pub booked: MoneyView,
    /// When it was recorded.
    pub time: String,
}

/// In which currency, and what the bank says.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct StatementFigure {
    /// ISO 4217.
    #[param(value_type = String)]
    pub currency: Currency,
    /// Balance of the bank's statement, with exactly the currency's decimals.
    #[param(example = "12345.67")]
    pub statement: Option<String>,
}

/// How a statement differs from what is booked.
pub(super) fn difference(booked: Money, statement: Money) -> DifferenceView {
    let more = statement.minor - booked.minor;
    let direction = match more {
        0 => "none",
        1.. => "bank_has_more",
        _ => "bank_has_less",
    };
    DifferenceView { direction: direction.to_owned(), amount: booked.currency.minor(more.saturating_abs()).into() }
}

fn in_transit(registry: &Registry, currency: Currency) -> Vec<InTransitView> {
    let mut sums = BTreeMap::<PayoutState, (u64, i64)>::new();
    let under_way = registry.cash.payouts().iter().filter(|(_, payout)| payout.state.is_under_way());
    for (_, payout) in under_way.filter(|(_, payout)| payout.amount.currency == currency) {
        let (payouts, minor) = sums.entry(payout.state).or_default();
        (*payouts, *minor) = (*payouts + 1, *minor + payout.amount.minor);
    }
    let view = |(state, (payouts, minor)): (PayoutState, (u64, i64))| InTransitView {
        state: state.to_string(),
        payouts: payouts.to_string(),
        amount: currency.minor(minor).into(),
    };
    sums.into_iter().map(view).collect()
}

fn recorded(recorded: &Reconciliation) -> RecordedView {
    RecordedView {
        on: recorded.on.to_string(),
        statement: recorded.statement.into(),
        booked: recorded.booked.into(),
        time: recorded.time.to_string(),
    }
}

fn view(registry: &Registry, currency: Currency, statement: Option<Money>) -> ReconciliationView {
    let cash = &registry.cash;
    let booked = currency.minor(-cash.balance(CashAccount::Bank, currency).minor);
    let last = cash.reconciled().find(|last| last.statement.currency == currency);
    ReconciliationView {
        booked: booked.into(),
        statement: statement.map(MoneyView::from),
        difference: statement.map(|statement| difference(booked, statement)),
        in_transit: in_transit(registry, currency),
        suspense: cash.balance(CashAccount::Suspense, currency).into(),
        recorded: last.map(recorded),
    }
}

/// The register's figure at the bank beside that of a statement, and what may explain a difference.
#[utoipa::path(tag = "money", params(StatementFigure, At), responses((status = 200, body = ReconciliationView), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/reconciliation")]
pub async fn get_reconciliation(look: Look<StatementFigure>) -> Result<HttpResponse, Problem> {
    look.asking().office(Permission::Money)?;
    let StatementFigure { currency, statement } = &look.filter;
    let parse = |amount: &String| Money::parse(amount, *currency);
    let statement = statement.as_ref().map(parse).transpose();
    let statement =
        statement.map_err(|error| Problem::bad_request("parameter_is_malformed", format!("statement: {error}")))?;
    let seen = look.view().await?;
    Ok(seen.json(&seen.read(|registry| view(registry, *currency, statement))))
}
