//! Cash: balances and the statement of every movement.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::money::CashAccount;
use orebook_registry::values::{Currency, OrganisationId};
use orebook_store::{Page, PostingRow};
use serde::{Deserialize, Serialize};

use super::{MoneyView, limit, parse};
use crate::app::{Data, require_loopback};
use crate::problem::{Problem, ProblemBody};

/// Balances, and movements newest first.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CashStatement {
    /// Whose.
    pub organisation: String,
    /// Free money, per currency.
    pub balances: Vec<MoneyView>,
    /// Set aside for open bids, per currency.
    pub reserved: Vec<MoneyView>,
    /// Movements, newest first.
    pub movements: Vec<MovementView>,
    /// Pass it as `cursor` for older movements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// One movement.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MovementView {
    /// The entry that made it.
    pub sequence: String,
    /// `in` or `out`.
    pub direction: String,
    /// How much.
    pub money: MoneyView,
    /// The trade that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade: Option<String>,
}

/// Whose statement, and which page of it.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct CashQuery {
    /// Id of the organisation.
    pub organisation: String,
    /// `next` of the page before.
    pub cursor: Option<String>,
    /// 50 unless asked, 200 at the most.
    pub limit: Option<u32>,
}

/// The cash statement of an organisation.
#[utoipa::path(tag = "money", params(CashQuery), responses((status = 200, body = CashStatement), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/cash")]
pub async fn get_cash(
    shared: Data,
    request: HttpRequest,
    query: web::Query<CashQuery>,
) -> Result<HttpResponse, Problem> {
    require_loopback(&request)?;
    let organisation: OrganisationId = parse("organisation", &query.organisation)?;
    let limit = limit(query.limit)?;
    let page = match &query.cursor {
        None => Page::newest(limit),
        Some(cursor) => {
            let key = cursor
                .split_once('.')
                .and_then(|(sequence, ordinal)| Some((sequence.parse().ok()?, ordinal.parse().ok()?)));
            Page::before(
                key.ok_or_else(|| {
                    Problem::bad_request("parameter_is_malformed", "cursor: as `next` of the page before")
                })?,
                limit,
            )
        }
    };
    let (balances, reserved) = shared
        .state(|registry| {
            registry.parties.organisation(organisation)?;
            let balances = registry.cash.cash_of(organisation).map(MoneyView::from).collect();
            let mut reserved = std::collections::BTreeMap::<Currency, i64>::new();
            for (_, order) in registry.markets.orders_of(organisation) {
                let reserve = order.reserve();
                *reserved.entry(reserve.currency).or_default() += reserve.minor;
            }
            let reserved: Vec<MoneyView> = reserved
                .into_iter()
                .filter(|(_, minor)| *minor > 0)
                .map(|(currency, minor)| currency.minor(minor).into())
                .collect();
            Some((balances, reserved))
        })
        .ok_or_else(|| Problem::not_found("organisation", organisation))?;
    let account = CashAccount::Cash(organisation).to_string();
    let rows = shared.clone().into_inner().tables(move |read| Ok(read.postings(&account, &page)?)).await?;
    let full = i64::try_from(rows.len()).is_ok_and(|n| n == limit);
    let next = rows.last().filter(|_| full).map(|row| format!("{}.{}", row.sequence, row.ordinal));
    let movements = rows.iter().map(movement).collect::<Result<_, _>>()?;
    Ok(HttpResponse::Ok().json(CashStatement {
        organisation: organisation.to_string(),
        balances,
        reserved,
        movements,
        next,
    }))
}

fn movement(row: &PostingRow) -> Result<MovementView, Problem> {
    let currency: Currency = row.currency.parse().map_err(Problem::internal)?;
    Ok(MovementView {
        sequence: row.sequence.to_string(),
        direction: if row.amount < 0 { "out" } else { "in" }.to_owned(),
        money: currency.minor(row.amount.saturating_abs()).into(),
        trade: row.trade.clone(),
    })
}
