//! Cash: balances and the statement of every movement.

use actix_web::{HttpResponse, get};
use orebook_registry::money::CashAccount;
use orebook_registry::values::{Currency, OrganisationId};
use orebook_store::{Page, PostingRow};
use serde::Serialize;

use super::ask::{Listing, PageQuery};
use super::list::Part;
use super::{MoneyView, OfOrganisation, limit, parse};
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

/// The cash statement of an organisation: balances, and movements newest first.
#[utoipa::path(tag = "money", params(OfOrganisation, PageQuery), responses((status = 200, body = CashStatement), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/cash")]
pub async fn get_cash(list: Listing<OfOrganisation>) -> Result<HttpResponse, Problem> {
    list.require_private()?;
    let organisation: OrganisationId = parse("organisation", &list.filter.organisation)?;
    let (limit, after) = (limit(list.page.limit)?, list.place()?);
    let seen = list.view().await?;
    let (balances, reserved) = seen
        .read(|registry| {
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
    let page = page(after, seen.until(), limit + 1)?;
    let rows = seen.shared().tables(move |read| Ok(read.postings(&account, &page)?)).await?;
    let part = Part::cut(rows, limit, |row| format!("{}.{}", row.sequence, row.ordinal), |row| movement(&row));
    let next = part.next.map(|place| list.shared.cursors.seal(&list.scope(), &place));
    let movements = part.items.into_iter().collect::<Result<_, _>>()?;
    Ok(seen.json(&CashStatement { organisation: organisation.to_string(), balances, reserved, movements, next }))
}

/// The page that begins after a place. Of the past, it begins after the entry that is asked for.
fn page(after: Option<String>, until: Option<i64>, limit: i64) -> Result<Page<(i64, i32)>, Problem> {
    let Some(place) = after else {
        return Ok(until.map_or_else(|| Page::newest(limit), |until| Page::before((until, i32::MAX), limit)));
    };
    let key =
        place.split_once('.').and_then(|(sequence, ordinal)| Some((sequence.parse().ok()?, ordinal.parse().ok()?)));
    key.map(|key| Page::before(key, limit)).ok_or_else(|| Problem::internal("a cursor sealed here names a place"))
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
