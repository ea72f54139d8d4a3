//! Statements of the bank, as it sends them: each line is kept once for ever, and told with what books it.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, post, web};
use orebook_bank::camt::{Balance, LeftOut, Statement};
use orebook_registry::Registry;
use orebook_registry::instruction::{Act, ReconcileBank};
use orebook_registry::money::CashAccount;
use orebook_registry::values::{Currency, Money};
use orebook_store::BankLineRow;
use serde::Serialize;

use super::MoneyView;
use super::bank_lines::BankLineView;
use super::reconciliation::{DifferenceView, difference};
use crate::access::rules::Asking;
use crate::access::security::{self, Kind};
use crate::access::{Member, Permission};
use crate::app::{Data, Shared};
use crate::bank_lines::queue::look_by_id;
use crate::bank_lines::{BankLine, arrival, taking_in};
use crate::pages::act::fill::form_of;
use crate::problem::{Problem, ProblemBody};

/// What came of a file.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BankStatementsView {
    /// Which form it has.
    #[schema(example = "camt.053.001.08")]
    pub form: String,
    /// Lines that were not known before.
    pub new: String,
    /// Lines that were.
    pub known: String,
    /// Entries that are no lines: not booked yet, only told, or of nothing.
    pub left_out: String,
    /// Its statements.
    pub statements: Vec<BankStatementView>,
}

/// A statement of a file.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BankStatementView {
    /// How the bank calls it.
    pub id: String,
    /// Of which account.
    pub account: String,
    /// In which currency.
    pub currency: String,
    /// What was booked before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<BankBalanceView>,
    /// What was booked then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing: Option<BankBalanceView>,
    /// The closing balance beside what the register holds at the bank now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reconciliation: Option<ReconcilingView>,
    /// Lines that were not known before.
    pub new: String,
    /// Lines that were.
    pub known: String,
    /// Entries that are not booked yet.
    pub pending: String,
    /// Entries that only tell something.
    pub informational: String,
    /// Entries of nothing.
    pub empty: String,
    /// Its lines, in the bank's order.
    pub lines: Vec<BankLineView>,
}

/// A balance.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BankBalanceView {
    /// At the end of this day.
    pub day: String,
    /// How much; with a minus sign where the account is overdrawn.
    pub amount: MoneyView,
}

/// A closing balance beside the register.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ReconcilingView {
    /// What the register holds at the bank now.
    pub booked: MoneyView,
    /// How the two differ. Lines that wait may explain it.
    pub difference: DifferenceView,
    /// The act that records the bank's figure; none where the account is overdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub act: Option<Act>,
    /// The page on which that act is reviewed and signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
}

/// Takes in a bank's statements: `camt.053` or `camt.054`, version `001.02`, `001.04` or `001.08`, of 8 MiB at the most.
///
/// Nothing is booked. Each line is told with the act that books it, which people sign. A line that was told before is known
/// by its reference, so the same file again changes nothing.
#[utoipa::path(
    tag = "money",
    request_body(content = String, content_type = "application/xml"),
    responses((status = 201, body = BankStatementsView, description = "some lines are new"), (status = 200, body = BankStatementsView, description = "all lines were known"), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 408, body = ProblemBody), (status = 409, body = ProblemBody), (status = 413, body = ProblemBody), (status = 415, body = ProblemBody), (status = 422, body = ProblemBody))
)]
#[post("/v1/bank-statements")]
pub async fn take_bank_statements(
    shared: Data,
    request: HttpRequest,
    body: web::Payload,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    asking.operator(Permission::Money)?;
    let member = asking.member(Permission::Money)?.clone();
    require_xml(&request)?;
    let bytes = arrival::whole(body, 0).await?;
    let work = move |shared: &Shared| take_in(shared, &member, &bytes);
    let view = shared.into_inner().blocking(work).await?;
    let status = if view.new == "0" { StatusCode::OK } else { StatusCode::CREATED };
    Ok(HttpResponse::build(status).insert_header((CACHE_CONTROL, "private, no-store")).json(view))
}

fn require_xml(request: &HttpRequest) -> Result<(), Problem> {
    let given = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    match given.split(';').next().unwrap_or("").trim().to_ascii_lowercase().as_str() {
        "application/xml" | "text/xml" => Ok(()),
        _ => {
            let detail = "send the statement as application/xml";
            Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media_type_not_supported", detail))
        }
    }
}

/// Takes in a file: reads it, keeps its lines, and tells what they are.
pub(crate) fn take_in(shared: &Shared, member: &Member, bytes: &[u8]) -> Result<BankStatementsView, Problem> {
    let document = arrival::read(bytes, shared.payouts.as_ref())?;
    let now = shared.wall.now();
    let rows: Vec<Vec<BankLineRow>> =
        document.statements.iter().map(|statement| taking_in::rows(statement, now.ms())).collect();
    let all: Vec<BankLineRow> = rows.iter().flatten().cloned().collect();
    let ids: Vec<&str> = document.statements.iter().map(|statement| statement.id.as_str()).collect();
    let kind = Kind::BankStatementsTaken;
    let log = security::row(now, member.organisation, member.by.id(), kind, &ids.join(" "));
    let mut new = shared.letters.keep_bank_lines(&all, &[log])?.into_iter();
    let views = views(shared, &all)?;
    let mut views = views.into_iter();
    let mut statements = Vec::new();
    for (statement, rows) in document.statements.iter().zip(&rows) {
        let new = new.by_ref().take(rows.len()).filter(|new| *new).count();
        let lines = views.by_ref().take(rows.len()).collect();
        statements.push(shared.state(|registry| view(registry, statement, new, lines)));
    }
    Ok(summed(document.form, statements))
}

/// What is told of lines that were just kept, in their order.
fn views(shared: &Shared, rows: &[BankLineRow]) -> Result<Vec<BankLineView>, Problem> {
    let findings = look_by_id(shared)?;
    let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    let kept = shared.reader.read(|read| read.bank_lines_among(&ids))?;
    let kept: std::collections::BTreeMap<&str, &BankLineRow> = kept.iter().map(|row| (row.id.as_str(), row)).collect();
    let view = |row: &BankLineRow| match findings.get(&row.id) {
        Some((line, finding)) => Ok(BankLineView::of(line, Some(finding))),
        None => {
            let kept = kept.get(row.id.as_str()).copied().unwrap_or(row);
            Ok(BankLineView::of(&BankLine::of(kept.clone())?, None))
        }
    };
    rows.iter().map(view).collect()
}

fn summed(form: &str, statements: Vec<BankStatementView>) -> BankStatementsView {
    let sum = |figure: fn(&BankStatementView) -> [&str; 3]| {
        let numbers = statements.iter().flat_map(figure);
        numbers.map(|number| number.parse::<u64>().unwrap_or(0)).sum::<u64>().to_string()
    };
    BankStatementsView {
        form: form.to_owned(),
        new: sum(|one| [&one.new, "0", "0"]),
        known: sum(|one| [&one.known, "0", "0"]),
        left_out: sum(|one| [&one.pending, &one.informational, &one.empty]),
        statements,
    }
}

fn view(registry: &Registry, statement: &Statement, new: usize, lines: Vec<BankLineView>) -> BankStatementView {
    let currency: Option<Currency> = statement.currency.to_string().parse().ok();
    let money = |balance: Balance| Some((balance.day.to_string(), currency?.minor(balance.minor)));
    let balance = |(day, money): (String, Money)| BankBalanceView { day, amount: money.into() };
    let (opening, closing) = (statement.opening.and_then(money), statement.closing.and_then(money));
    let LeftOut { pending, informational, empty } = statement.left_out;
    BankStatementView {
        id: statement.id.clone(),
        account: statement.account.to_string(),
        currency: statement.currency.to_string(),
        reconciliation: closing.as_ref().map(|(day, money)| reconciling(registry, day, *money)),
        opening: opening.map(balance),
        closing: closing.map(balance),
        new: new.to_string(),
        known: (lines.len() - new).to_string(),
        pending: pending.to_string(),
        informational: informational.to_string(),
        empty: empty.to_string(),
        lines,
    }
}

fn reconciling(registry: &Registry, day: &str, statement: Money) -> ReconcilingView {
    let currency = statement.currency;
    let booked = currency.minor(-registry.cash.balance(CashAccount::Bank, currency).minor);
    let on = day.parse().ok().filter(|_| (0..=Money::MINOR_MAX).contains(&statement.minor));
    let act = on.map(|on| Act::ReconcileBank(ReconcileBank { on, statement }));
    ReconcilingView {
        booked: booked.into(),
        difference: difference(booked, statement),
        form: act.as_ref().map(|act| form_of(act, "/desk/bank")),
        act,
    }
}
