//! Statements of account: what stood on it, every posting of a period, what stands on it then. Opening and postings are
//! the closing, to the cent.

use actix_web::{HttpResponse, get};
use orebook_registry::instruction::DealSide;
use orebook_registry::money::CashAccount;
use orebook_registry::trade::Deal;
use orebook_registry::values::{Currency, Date, OrganisationId, Timestamp};
use orebook_registry::{Entry, Registry};
use orebook_store::{Period, StatementRow, Turnover};
use serde::{Deserialize, Serialize};

use super::ask::{Listing, PageQuery};
use super::cash::posting_at;
use super::limit;
use super::list::Part;
use crate::access::Permission;
use crate::problem::{Problem, ProblemBody};
use crate::view::View;

/// Of which account, in which currency, over which days.
#[derive(Debug, Clone, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct StatementQuery {
    /// `cash:org_…`, `escrow:ord_…`, `escrow:del_…`, `transit:pay_…`, `bank`, `fees`, `suspense` or `operator_loss`.
    #[param(value_type = String)]
    pub account: CashAccount,
    /// ISO 4217.
    #[param(value_type = String)]
    pub currency: Currency,
    /// First day, UTC; absent, from the founding on.
    #[param(value_type = Option<String>)]
    pub from: Option<Date>,
    /// Last day, UTC; absent, up to now.
    #[param(value_type = Option<String>)]
    pub to: Option<Date>,
}

/// A statement.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct StatementView {
    /// The account.
    pub account: String,
    /// ISO 4217: in it stand all amounts here.
    pub currency: String,
    /// First day; absent, from the founding on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Last day; absent, up to now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What stood on it before the period. With a minus sign where it is less than nothing, as `bank` always is.
    pub opening: String,
    /// Sum of what came in.
    pub total_in: String,
    /// Sum of what went out.
    pub total_out: String,
    /// Opening, and what came in, less what went out.
    pub closing: String,
    /// The postings of the period, oldest first.
    pub postings: Vec<StatementRowView>,
    /// Pass it as `cursor` for later postings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A row of a statement.
#[derive(Debug, Default, Serialize, utoipa::ToSchema)]
pub struct StatementRowView {
    /// `posting`; in a CSV the first row is `opening`, the last `closing`.
    pub row: String,
    /// Time of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence: Option<String>,
    /// Its kind: the act, or the event of an approval or a consequence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What came in.
    #[serde(rename = "in", skip_serializing_if = "Option::is_none")]
    pub incoming: Option<String>,
    /// What went out.
    #[serde(rename = "out", skip_serializing_if = "Option::is_none")]
    pub outgoing: Option<String>,
    /// What stands on the account after it.
    pub balance: String,
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

/// What the tables say of a part of a statement.
struct Cut {
    opening: i64,
    turnover: Turnover,
    /// What stands on the account before the first row.
    before: i64,
    rows: Vec<StatementRow>,
}

/// The statement of any account: opening, every posting of the period, closing.
#[utoipa::path(tag = "money", params(StatementQuery, PageQuery), responses((status = 200, body = StatementView), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/statements")]
pub async fn get_statement_of_account(list: Listing<StatementQuery>) -> Result<HttpResponse, Problem> {
    if list.wants_csv() {
        return csv(list).await;
    }
    let (seen, period) = asked(&list).await?;
    Ok(seen.json(&statement(&list, &seen, period).await?))
}

/// The statement as CSV, for whoever may read the account.
pub(crate) async fn csv(list: Listing<StatementQuery>) -> Result<HttpResponse, Problem> {
    let (seen, period) = asked(&list).await?;
    let currency = list.filter.currency;
    let part = move |seen, after, limit| csv_part(seen, period.clone(), currency, after, limit);
    list.of_tables(seen, part).await
}

/// The statement, for whoever may read the account.
pub(crate) async fn view(list: &Listing<StatementQuery>) -> Result<StatementView, Problem> {
    let (seen, period) = asked(list).await?;
    statement(list, &seen, period).await
}

/// What is asked for, if whoever asks may read it.
async fn asked(list: &Listing<StatementQuery>) -> Result<(View, Period), Problem> {
    list.asking().member(Permission::Money)?;
    let query = &list.filter;
    let seen = list.view().await?;
    seen.read(|registry| must_be_there(registry, query))?;
    match owners(&seen, query.account).await? {
        Some(owners) => {
            let absent = || Problem::not_found("account of money", query.account);
            list.asking().party(Permission::Money, &owners, absent)?;
        }
        None => list.asking().office(Permission::Money)?,
    }
    let period = period(&seen, query).await?;
    Ok((seen, period))
}

async fn statement(list: &Listing<StatementQuery>, seen: &View, period: Period) -> Result<StatementView, Problem> {
    let query = &list.filter;
    let limit = limit(list.page.limit)?;
    let cut = cut(seen, period, list.place()?, limit).await?;
    let (opening, turnover) = (cut.opening, cut.turnover);
    let part = part(query.currency, limit, cut);
    let next = part.next.map(|place| list.shared.cursors.seal(&list.scope(), &place));
    let amount = |minor| query.currency.minor(minor).amount();
    Ok(StatementView {
        account: query.account.to_string(),
        currency: query.currency.to_string(),
        from: query.from.map(|day| day.to_string()),
        to: query.to.map(|day| day.to_string()),
        opening: amount(opening),
        total_in: amount(turnover.incoming),
        total_out: amount(turnover.outgoing),
        closing: amount(opening + turnover.incoming - turnover.outgoing),
        postings: part.items,
        next,
    })
}

/// Whose an account of money is; nothing when it is the register's.
async fn owners(seen: &View, account: CashAccount) -> Result<Option<Vec<OrganisationId>>, Problem> {
    let owners = match account {
        CashAccount::Bank | CashAccount::Fees | CashAccount::Suspense | CashAccount::OperatorLoss => return Ok(None),
        CashAccount::Cash(organisation) => vec![organisation],
        CashAccount::Transit(id) => seen.read(|registry| {
            let payout = registry.cash.payouts().find(id);
            payout.into_iter().flat_map(|payout| [payout.payee].into_iter().chain(payout.producer)).collect()
        }),
        CashAccount::DealEscrow(id) => seen.read(|registry| {
            let buyer = |deal: &Deal| match deal.side {
                DealSide::Buy => deal.proposer.organisation,
                DealSide::Sell => deal.counterparty.organisation,
            };
            registry.markets.deals.find(id).map(buyer).into_iter().collect()
        }),
        CashAccount::Escrow(id) => super::orders::owners(seen, id).await?,
    };
    Ok(Some(owners))
}

/// Accounts of whoever does not exist have no statement.
fn must_be_there(registry: &Registry, query: &StatementQuery) -> Result<(), Problem> {
    let found = match query.account {
        CashAccount::Cash(id) => registry.parties.organisation(id).is_some(),
        CashAccount::Transit(id) => registry.cash.payouts().find(id).is_some(),
        _ => true,
    };
    if !found {
        return Err(Problem::not_found("account of money", query.account));
    }
    let in_order = query.from.zip(query.to).is_none_or(|(from, to)| from <= to);
    if in_order { Ok(()) } else { Err(Problem::bad_request("parameter_is_malformed", "from: no later than to")) }
}

/// The days as entries of the journal, no later than what this request sees: so the figures are those of one moment.
async fn period(seen: &View, query: &StatementQuery) -> Result<Period, Problem> {
    let (from, to) = (query.from.map(Date::start), query.to.map(Date::end));
    let seen_until = super::log::signed(seen.sequence());
    let (account, currency) = (query.account.to_string(), query.currency.to_string());
    let find = move |read: &mut orebook_store::Reading<'_>| {
        let first = from.map_or(Ok(0), |time: Timestamp| read.first_since(time.ms()))?;
        let end = to.map_or(Ok(i64::MAX), |time: Timestamp| read.first_since(time.ms()))?;
        Ok(Period { account, currency, from: first.min(seen_until + 1), until: seen_until.min(end - 1) })
    };
    seen.shared().tables(find).await
}

async fn cut(seen: &View, period: Period, after: Option<String>, limit: i64) -> Result<Cut, Problem> {
    let after = after.as_deref().map(posting_at).transpose()?;
    let read = move |read: &mut orebook_store::Reading<'_>| {
        let opening = read.balance_before(&period)?;
        let moved = after.map_or(Ok(0), |place| read.moved_up_to(&period, place))?;
        let turnover = read.turnover(&period)?;
        let mut rows = read.statement(&period, after, limit + 1)?;
        for row in rows.iter_mut().filter(|row| row.kind == "approve") {
            row.kind = what_was_approved(read, row.posting.sequence)?.unwrap_or(row.kind.as_str()).to_owned();
        }
        Ok(Cut { opening, turnover, before: opening + moved, rows })
    };
    seen.shared().tables(read).await
}

/// What an approval made true: its first event only says that it approved.
fn what_was_approved(read: &mut orebook_store::Reading<'_>, sequence: i64) -> Result<Option<&'static str>, Problem> {
    let Some(row) = read.entry(sequence)? else { return Ok(None) };
    let entry = Entry::parse(&row.entry).map_err(Problem::internal)?;
    Ok(entry.events.get(1).map(|event| event.name().1))
}

fn part(currency: Currency, limit: i64, cut: Cut) -> Part<StatementRowView> {
    let mut balance = cut.before;
    let key = |row: &StatementRow| format!("{}.{}", row.posting.sequence, row.posting.ordinal);
    Part::cut(cut.rows, limit, key, |row| {
        balance += row.posting.amount;
        row_view(currency, row, balance)
    })
}

fn row_view(currency: Currency, row: StatementRow, balance: i64) -> StatementRowView {
    let StatementRow { posting, time, kind } = row;
    let amount = currency.minor(posting.amount.saturating_abs()).amount();
    let (incoming, outgoing) = if posting.amount < 0 { (None, Some(amount)) } else { (Some(amount), None) };
    StatementRowView {
        row: "posting".to_owned(),
        time: Some(Timestamp::from_ms(time).to_string()),
        sequence: Some(posting.sequence.to_string()),
        kind: Some(kind),
        incoming,
        outgoing,
        balance: currency.minor(balance).amount(),
        trade: posting.trade,
        plan: posting.plan,
        payout: posting.payout,
    }
}

/// The same as rows of a CSV: one for the opening before the first part, one for the closing after the last.
async fn csv_part(
    seen: View,
    period: Period,
    currency: Currency,
    after: Option<String>,
    limit: i64,
) -> Result<Part<StatementRowView>, Problem> {
    let begins = after.is_none();
    let cut = cut(&seen, period, after, limit).await?;
    let (opening, Turnover { incoming, outgoing }) = (cut.opening, cut.turnover);
    let amount = |minor| currency.minor(minor).amount();
    let edge = |row: &str, balance| StatementRowView {
        row: row.to_owned(),
        balance: amount(balance),
        ..StatementRowView::default()
    };
    let mut part = part(currency, limit, cut);
    if begins {
        part.items.insert(0, edge("opening", opening));
    }
    if part.next.is_none() {
        let (total_in, total_out) = (Some(amount(incoming)), Some(amount(outgoing)));
        let closing = edge("closing", opening + incoming - outgoing);
        part.items.push(StatementRowView { incoming: total_in, outgoing: total_out, ..closing });
    }
    Ok(part)
}
