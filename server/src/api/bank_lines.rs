//! Lines of the bank's statements: which wait, what books each, and which were set aside.

mod view;

use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use orebook_registry::values::{Currency, Text};
use orebook_store::BankLineState;
use serde::Deserialize;
use serde_json::json;

use super::instructions::require_json;
use super::list::Part;
use super::{List, limit};
use crate::access::rules::Asking;
use crate::access::security::{self, Kind};
use crate::access::{Member, Permission};
use crate::app::{Data, Shared};
use crate::bank_lines::BankLine;
use crate::bank_lines::queue::look_by_id;
use crate::problem::{Problem, ProblemBody};

pub use view::{AsideView, BankLineView, SuggestionView, UnmatchedView, place};

/// Words of states, in the order in which lines pass through them.
pub const STATES: [&str; 3] = ["waiting", "booked", "aside"];

/// Why a line is set aside.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AsideBody {
    /// 1 to 200 characters. It stays with the line, outside the log.
    #[schema(min_length = 1, max_length = 200)]
    pub reason: String,
}

/// Which lines.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct BankLineFilter {
    /// `waiting` unless asked; `booked` or `aside`.
    pub state: Option<String>,
    /// ISO 4217.
    #[param(value_type = Option<String>)]
    pub currency: Option<Currency>,
    /// `next` of the page before.
    pub cursor: Option<String>,
    /// 50 unless asked, 200 at the most.
    pub limit: Option<u32>,
}

/// Lines of the bank's statements in a state, oldest first, each with what books it: for the operator.
#[utoipa::path(tag = "money", params(BankLineFilter), responses((status = 200, body = List<BankLineView>), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/bank-lines")]
pub async fn list_bank_lines(
    shared: Data,
    filter: web::Query<BankLineFilter>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Asking::of(&request, &shared).operator(Permission::Money)?;
    let asked = Asked::of(&shared, &filter)?;
    let limit = asked.limit;
    let scope = asked.scope();
    let read = move |shared: &Shared| {
        let findings = look_by_id(shared)?;
        let currency = asked.currency.map(Currency::code);
        let (day, id) = (&asked.after.0, &asked.after.1);
        let rows = shared.reader.read(|read| read.bank_lines_after(asked.state, currency, (day, id), limit + 1))?;
        let view = |row| {
            let line = BankLine::of(row)?;
            let found = findings.get(&line.row.id).map(|(_, finding)| finding);
            Ok(BankLineView::of(&line, found))
        };
        rows.into_iter().map(view).collect::<Result<Vec<_>, Problem>>()
    };
    let views = shared.clone().into_inner().blocking(read).await?;
    let part = Part::cut(views, limit, |view| format!("{}.{}", view.day, view.id), |view| view);
    let next = part.next.map(|place| shared.cursors.seal(&scope, &place));
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "private, no-store")).json(List { items: part.items, next }))
}

/// Sets a line aside that is not to be booked, and says why.
#[utoipa::path(
    tag = "money",
    params(("id" = String, Path, description = "of the line")),
    request_body(content = AsideBody, content_type = "application/json"),
    responses((status = 200, body = BankLineView), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 415, body = ProblemBody))
)]
#[post("/v1/bank-lines/{id}/aside")]
pub async fn set_bank_line_aside(
    shared: Data,
    request: HttpRequest,
    id: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    asking.operator(Permission::Money)?;
    let member = asking.member(Permission::Money)?.clone();
    require_json(request.headers())?;
    let malformed = |error: String| Problem::bad_request("document_is_malformed", error);
    let body: AsideBody = serde_json::from_slice(&body).map_err(|error| malformed(error.to_string()))?;
    let reason: Text = body.reason.trim().parse().map_err(|error| malformed(format!("reason: {error}")))?;
    let work = move |shared: &Shared| set_aside(shared, &member, &id, &reason);
    answer(shared.into_inner().blocking(work).await?)
}

/// Has a line wait again that was set aside.
#[utoipa::path(
    tag = "money",
    params(("id" = String, Path, description = "of the line")),
    responses((status = 200, body = BankLineView), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody))
)]
#[post("/v1/bank-lines/{id}/back")]
pub async fn take_bank_line_back(
    shared: Data,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    asking.operator(Permission::Money)?;
    let member = asking.member(Permission::Money)?.clone();
    let work = move |shared: &Shared| take_back(shared, &member, &id);
    answer(shared.into_inner().blocking(work).await?)
}

fn answer(view: BankLineView) -> Result<HttpResponse, Problem> {
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "private, no-store")).json(view))
}

/// Sets a line aside that waits.
pub(crate) fn set_aside(shared: &Shared, member: &Member, id: &str, reason: &Text) -> Result<BankLineView, Problem> {
    let view = one(shared, id)?;
    let (now, by) = (shared.wall.now(), member.by.id());
    let log = security::row(now, member.organisation, by, Kind::BankLineSetAside, id);
    let waits = view.state == "waiting";
    if waits && shared.letters.set_bank_line_aside(id, &reason.to_string(), (by, now.ms()), &[log])? {
        return one(shared, id);
    }
    let view = one(shared, id)?;
    let detail = format!("the line is {}: only a line that waits can be set aside", view.state);
    Err(Problem::new(StatusCode::CONFLICT, "bank_line_must_wait", detail).with(json!({ "state": view.state })))
}

/// Has a line wait again.
pub(crate) fn take_back(shared: &Shared, member: &Member, id: &str) -> Result<BankLineView, Problem> {
    let view = one(shared, id)?;
    let log = security::row(shared.wall.now(), member.organisation, member.by.id(), Kind::BankLineTakenBack, id);
    if view.state == "aside" && shared.letters.take_bank_line_back(id, &[log])? {
        return one(shared, id);
    }
    let view = one(shared, id)?;
    let detail = format!("the line is {}: only a line that was set aside can be taken back", view.state);
    Err(Problem::new(StatusCode::CONFLICT, "bank_line_must_be_aside", detail).with(json!({ "state": view.state })))
}

/// A line as it is now.
fn one(shared: &Shared, id: &str) -> Result<BankLineView, Problem> {
    if let Some((line, finding)) = look_by_id(shared)?.get(id) {
        return Ok(BankLineView::of(line, Some(finding)));
    }
    let row = shared.reader.read(|read| read.bank_line(id))?.ok_or_else(|| Problem::not_found("bank line", id))?;
    Ok(BankLineView::of(&BankLine::of(row)?, None))
}

/// What is asked for.
struct Asked {
    state: BankLineState,
    word: &'static str,
    currency: Option<Currency>,
    /// Day and id of the last line of the page before.
    after: (String, String),
    limit: i64,
}

impl Asked {
    fn of(shared: &Data, filter: &BankLineFilter) -> Result<Self, Problem> {
        let malformed = |detail: &str| Problem::bad_request("parameter_is_malformed", detail);
        let word = filter.state.as_deref().unwrap_or("waiting");
        let states = [BankLineState::Waiting, BankLineState::Booked, BankLineState::Aside];
        let state = STATES.into_iter().zip(states).find(|(known, _)| *known == word);
        let (word, state) = state.ok_or_else(|| malformed("state: waiting, booked or aside"))?;
        let first = (String::new(), String::new());
        let asked = Self { state, word, currency: filter.currency, after: first, limit: limit(filter.limit)? };
        let Some(cursor) = &filter.cursor else { return Ok(asked) };
        let place = shared.cursors.open(&asked.scope(), cursor);
        let place = place.and_then(|place| place.split_once('.').map(|(day, id)| (day.to_owned(), id.to_owned())));
        let after = place.ok_or_else(|| malformed("cursor: as `next` of the page before, of the same list"))?;
        Ok(Self { after, ..asked })
    }

    /// To what a cursor belongs.
    fn scope(&self) -> String {
        let currency = self.currency.map(Currency::code).unwrap_or_default();
        format!("/v1/bank-lines?state={}&currency={currency}", self.word)
    }
}
