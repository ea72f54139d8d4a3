//! Cash: balances and every movement.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, get};
use orebook_registry::Registry;
use orebook_registry::money::CashAccount;
use orebook_registry::values::{Currency, OrganisationId};
use orebook_store::{Page, PostingRow};
use serde::Serialize;

use super::ask::{Listing, PageQuery};
use super::list::Part;
use super::{MoneyView, OfOrganisation, limit, name_of};
use crate::access::Permission;
use crate::payout::deposit_reference_of;
use crate::problem::{Problem, ProblemBody};

/// Balances, and movements newest first.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CashStatement {
    /// Whose.
    pub organisation: String,
    /// Its account, as statements are asked for by it.
    pub account: String,
    /// The reference to quote when money is sent: by it a deposit is known to be the organisation's (ISO 11649).
    #[schema(example = "RF711300000")]
    pub deposit_reference: String,
    /// Free money, per currency.
    pub balances: Vec<MoneyView>,
    /// What of it is no premium on its way to the organisation: what it may use or withdraw.
    pub unused: Vec<MoneyView>,
    /// What of it is premium that awaits a payout, by producer.
    pub waiting: Vec<WaitingView>,
    /// Set aside for open bids, per currency.
    pub reserved: Vec<MoneyView>,
    /// Movements, newest first.
    pub movements: Vec<MovementView>,
    /// Pass it as `cursor` for older movements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Premium of one producer's sales that awaits a payout.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct WaitingView {
    /// Whose credits were sold.
    pub producer: String,
    /// Its name.
    pub producer_name: String,
    /// How much.
    pub money: MoneyView,
}

/// One movement.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MovementView {
    /// The entry that made it.
    pub sequence: String,
    /// The account that it moved.
    pub account: String,
    /// `in` or `out`.
    pub direction: String,
    /// How much.
    pub money: MoneyView,
    /// The trade that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade: Option<String>,
    /// The version of the premium plan by which it was shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// The payout that it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payout: Option<String>,
}

/// What memory says of an organisation's money.
struct Stand {
    balances: Vec<MoneyView>,
    unused: Vec<MoneyView>,
    waiting: Vec<WaitingView>,
    reserved: Vec<MoneyView>,
}

impl Stand {
    fn of(registry: &Registry, organisation: OrganisationId) -> Option<Self> {
        registry.parties.organisation(organisation)?;
        let cash = &registry.cash;
        let unused = cash.cash_of(organisation).map(|money| cash.unused(organisation, money.currency));
        let waiting = cash.premiums().unpaid_of(organisation).map(|(producer, money)| WaitingView {
            producer: producer.to_string(),
            producer_name: name_of(registry, producer),
            money: money.into(),
        });
        Some(Self {
            balances: cash.cash_of(organisation).map(MoneyView::from).collect(),
            unused: unused.map(MoneyView::from).collect(),
            waiting: waiting.collect(),
            reserved: reserved(registry, organisation),
        })
    }
}

fn reserved(registry: &Registry, organisation: OrganisationId) -> Vec<MoneyView> {
    let mut reserved = BTreeMap::<Currency, i64>::new();
    for (_, order) in registry.markets.orders_of(organisation) {
        let reserve = order.reserve();
        *reserved.entry(reserve.currency).or_default() += reserve.minor;
    }
    let some = reserved.into_iter().filter(|(_, minor)| *minor > 0);
    some.map(|(currency, minor)| currency.minor(minor).into()).collect()
}

/// The cash of an organisation: balances, and movements newest first.
#[utoipa::path(tag = "money", params(OfOrganisation, PageQuery), responses((status = 200, body = CashStatement), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/cash")]
pub async fn get_cash(list: Listing<OfOrganisation>) -> Result<HttpResponse, Problem> {
    let organisation = list.asking().organisation(Permission::Money, list.filter.organisation.as_deref())?;
    let (limit, after) = (limit(list.page.limit)?, list.place()?);
    let seen = list.view().await?;
    let stand = seen.read(|registry| Stand::of(registry, organisation));
    let Stand { balances, unused, waiting, reserved } =
        stand.ok_or_else(|| Problem::not_found("organisation", organisation))?;
    let account = CashAccount::Cash(organisation).to_string();
    let page = page(after, seen.until(), limit + 1)?;
    let of = account.clone();
    let rows = seen.shared().tables(move |read| Ok(read.postings(&of, &page)?)).await?;
    let part = Part::cut(rows, limit, |row| format!("{}.{}", row.sequence, row.ordinal), movement);
    let next = part.next.map(|place| list.shared.cursors.seal(&list.scope(), &place));
    let deposit_reference = deposit_reference_of(organisation).map_err(Problem::internal)?.to_string();
    let movements = part.items.into_iter().collect::<Result<_, _>>()?;
    let organisation = organisation.to_string();
    Ok(seen.json(&CashStatement {
        organisation,
        account,
        deposit_reference,
        balances,
        unused,
        waiting,
        reserved,
        movements,
        next,
    }))
}

/// The page that begins after a place. Of the past, it begins after the entry that is asked for.
fn page(after: Option<String>, until: Option<i64>, limit: i64) -> Result<Page<(i64, i32)>, Problem> {
    let Some(place) = after else {
        return Ok(until.map_or_else(|| Page::newest(limit), |until| Page::before((until, i32::MAX), limit)));
    };
    Ok(Page::before(posting_at(&place)?, limit))
}

/// Sequence and ordinal of a posting, as a cursor names it.
pub(super) fn posting_at(place: &str) -> Result<(i64, i32), Problem> {
    let key =
        place.split_once('.').and_then(|(sequence, ordinal)| Some((sequence.parse().ok()?, ordinal.parse().ok()?)));
    key.ok_or_else(|| Problem::internal("a cursor sealed here names a place"))
}

fn movement(row: PostingRow) -> Result<MovementView, Problem> {
    let currency: Currency = row.currency.parse().map_err(Problem::internal)?;
    Ok(MovementView {
        sequence: row.sequence.to_string(),
        account: row.account,
        direction: if row.amount < 0 { "out" } else { "in" }.to_owned(),
        money: currency.minor(row.amount.saturating_abs()).into(),
        trade: row.trade,
        plan: row.plan,
        payout: row.payout,
    })
}
