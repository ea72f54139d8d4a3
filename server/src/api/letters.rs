//! What became of letters, for the operator: above all those that could not be sent.

use std::collections::BTreeSet;

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::values::Timestamp;
use orebook_store::LetterRow;
use serde::{Deserialize, Serialize};

use super::list::Part;
use super::{List, limit, parse};
use crate::access::rules::Asking;
use crate::access::{Permission, security};
use crate::app::{Data, Shared};
use crate::problem::{Problem, ProblemBody};

/// Which letters.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct LetterFilter {
    /// `dead` unless asked; `waiting` or `sent`.
    pub state: Option<String>,
    /// `next` of the page before.
    pub cursor: Option<String>,
    /// 50 unless asked, 200 at the most.
    pub limit: Option<u32>,
}

/// A letter. What it tells is not shown.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct LetterView {
    /// The local part of its Message-ID.
    pub id: String,
    /// Which letter.
    #[schema(example = "trade_confirmation")]
    pub kind: String,
    /// The organisation that it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Where it goes.
    pub address: String,
    /// `waiting`, `sent` or `dead`.
    pub state: String,
    /// How often it was tried.
    pub tries: String,
    /// When it was made.
    pub made_at: String,
    /// When it is tried next; of one that is not waiting, when it was tried last.
    pub due_at: String,
    /// What was not well, as the mail server says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

impl From<LetterRow> for LetterView {
    fn from(row: LetterRow) -> Self {
        let moment = |ms| Timestamp::from_ms(ms).to_string();
        Self {
            id: row.id,
            kind: row.kind,
            organisation: row.organisation,
            address: row.address,
            state: row.state,
            tries: row.tries.to_string(),
            made_at: moment(row.made_at),
            due_at: moment(row.due_at),
            failure: row.failure,
        }
    }
}

/// Letters in a state, oldest first: for the operator. Each organisation that is looked at finds it in its security log.
#[utoipa::path(tag = "operation", params(LetterFilter), responses((status = 200, body = List<LetterView>), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/letters")]
pub async fn list_letters(
    shared: Data,
    filter: web::Query<LetterFilter>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&request, &shared);
    asking.operator(Permission::Settings)?;
    let asked = Asked::of(&shared, &filter)?;
    let (state, (due_at, id), limit) = (asked.state, asked.after, asked.limit);
    let after = (due_at, id);
    let read = move |shared: &Shared| {
        Ok(shared.reader.read(|read| read.letters_after(state, (after.0, &after.1), limit + 1))?)
    };
    let rows = shared.clone().into_inner().blocking(read).await?;
    let part = Part::cut(rows, limit, |row| format!("{}.{}", row.due_at, row.id), |row| row);
    let member = asking.member(Permission::Settings)?;
    let looked_at: BTreeSet<&str> = part.items.iter().filter_map(|row| row.organisation.as_deref()).collect();
    for organisation in looked_at {
        security::record_read(&shared, parse("organisation", organisation)?, member, request.path())?;
    }
    let next = part.next.map(|place| shared.cursors.seal(&scope(state), &place));
    let items: Vec<LetterView> = part.items.into_iter().map(LetterView::from).collect();
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "private, no-store")).json(List { items, next }))
}

/// What is asked for.
struct Asked {
    state: &'static str,
    /// Time and id of the last letter of the page before.
    after: (i64, String),
    limit: i64,
}

impl Asked {
    fn of(shared: &Data, filter: &LetterFilter) -> Result<Self, Problem> {
        let malformed = |detail: &str| Problem::bad_request("parameter_is_malformed", detail);
        let word = filter.state.as_deref().unwrap_or("dead");
        let state = ["waiting", "sent", "dead"].into_iter().find(|state| *state == word);
        let state = state.ok_or_else(|| malformed("state: waiting, sent or dead"))?;
        let place = |cursor: &String| {
            let place = shared.cursors.open(&scope(state), cursor)?;
            let (due_at, id) = place.split_once('.')?;
            Some((due_at.parse().ok()?, id.to_owned()))
        };
        let after = match &filter.cursor {
            None => (i64::MIN, String::new()),
            Some(cursor) => {
                place(cursor).ok_or_else(|| malformed("cursor: as `next` of the page before, of the same list"))?
            }
        };
        Ok(Self { state, after, limit: limit(filter.limit)? })
    }
}

/// To what a cursor belongs.
fn scope(state: &str) -> String {
    format!("/v1/letters?state={state}")
}
