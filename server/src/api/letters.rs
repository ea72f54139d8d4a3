//! What became of letters, for the operator: above all those that could not be sent.

use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, get, web};
use orebook_registry::instruction::Role;
use orebook_registry::values::Timestamp;
use orebook_store::LetterRow;
use serde::{Deserialize, Serialize};

use super::{List, limit};
use crate::access::{Member, Permission};
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

/// Letters in a state, oldest first: for the operator.
#[utoipa::path(tag = "operation", params(LetterFilter), responses((status = 200, body = List<LetterView>), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/letters")]
pub async fn list_letters(
    shared: Data,
    member: Member,
    filter: web::Query<LetterFilter>,
) -> Result<HttpResponse, Problem> {
    must_be_operator(&shared, &member)?;
    let malformed = |detail: &str| Problem::bad_request("parameter_is_malformed", detail);
    let state = filter.state.clone().unwrap_or_else(|| "dead".to_owned());
    if !["waiting", "sent", "dead"].contains(&state.as_str()) {
        return Err(malformed("state: waiting, sent or dead"));
    }
    let (limit, scope) = (limit(filter.limit)?, format!("/v1/letters?state={state}"));
    let place = filter.cursor.as_ref().map(|cursor| {
        let place = shared.cursors.open(&scope, cursor)?;
        let (due_at, id) = place.split_once('.')?;
        Some((due_at.parse::<i64>().ok()?, id.to_owned()))
    });
    let (due_at, id) = match place {
        None => (i64::MIN, String::new()),
        Some(place) => place.ok_or_else(|| malformed("cursor: as `next` of the page before, of the same list"))?,
    };
    let work =
        move |shared: &Shared| Ok(shared.reader.read(|read| read.letters_after(&state, (due_at, &id), limit + 1))?);
    let mut rows = shared.clone().into_inner().blocking(work).await?;
    let limit = usize::try_from(limit).unwrap_or(0);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let last = rows.last().filter(|_| more);
    let next = last.map(|row| shared.cursors.seal(&scope, &format!("{}.{}", row.due_at, row.id)));
    let items: Vec<LetterView> = rows.into_iter().map(LetterView::from).collect();
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "private, no-store")).json(List { items, next }))
}

/// Refuses whoever does not keep the register's settings.
fn must_be_operator(shared: &Data, member: &Member) -> Result<(), Problem> {
    member.require(Permission::Settings)?;
    let is_operator = |registry: &orebook_registry::Registry| {
        let organisation = registry.parties.organisation(member.organisation);
        organisation.is_some_and(|organisation| organisation.roles.contains(&Role::Operator))
    };
    if shared.state(is_operator) {
        return Ok(());
    }
    let detail = "letters of others are read by the operator alone";
    Err(Problem::new(StatusCode::FORBIDDEN, "asker_must_be_the_operator", detail))
}
