//! An organisation's webhooks: where it wants to be told of what concerns it.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ETAG, HeaderMap};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, delete, get, post, put, web};
use orebook_registry::Registry;
use orebook_registry::values::Timestamp;
use orebook_store::{Reading, SecurityRow, WebhookRow};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::List;
use super::if_match::{IfMatch, must_be_current};
use crate::access::security::{self, Kind};
use crate::access::{Member, Permission, Permissions};
use crate::app::{Data, Shared};
use crate::problem::{Problem, ProblemBody};
use crate::webhooks::message::Wanted;
use crate::webhooks::signature::{self, Secret};
use crate::webhooks::target::Unfit;
use crate::webhooks::{Hooks, WEBHOOKS_MAX};

/// What is set of a webhook.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WebhookBody {
    /// `https`, to a host with public addresses only; 2,048 bytes at the most.
    #[schema(example = "https://erp.example/orebook")]
    pub url: String,
    /// Types of entries or names of events that are wanted; none or absent: all.
    #[serde(default)]
    #[schema(example = json!(["org.orebook.traded.v1"]))]
    pub types: Vec<String>,
    /// `active` unless it is `disabled`.
    #[serde(default)]
    pub state: WebhookState,
}

/// Whether a webhook is told anything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WebhookState {
    /// It is.
    #[default]
    Active,
    /// It is not; once active again, it goes on from where it stopped.
    Disabled,
}

/// A webhook.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct WebhookView {
    /// Its id.
    #[schema(example = "whk_018f6b0c6d2e7c51b1d1c9e5f0a3b7d4")]
    pub id: String,
    /// Where it leads.
    pub url: String,
    /// What it wants; empty: everything.
    pub types: Vec<String>,
    /// `active` or `disabled`.
    pub state: WebhookState,
    /// Why it is disabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it was made.
    pub made_at: String,
    /// The last entry that was told or passed over; absent before the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered: Option<String>,
    /// Failed attempts to tell the next.
    pub failed_attempts: i64,
    /// When it is tried again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_at: Option<String>,
    /// The secret for `v1` signatures, shown when it is new and never again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    pub secret: Option<String>,
    /// Until when the secret before it signs as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_secret_until: Option<String>,
    /// The registry's key for `v1a` signatures, the same for all webhooks.
    #[schema(example = "whpk_6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=")]
    pub public_key: String,
}

impl WebhookView {
    /// What its owner is told of it.
    pub(super) fn of(row: &WebhookRow, hooks: &Hooks) -> Self {
        let until = row.previous_until.filter(|until| row.previous_secret.is_some() && *until > (hooks.now)());
        Self {
            id: row.id.clone(),
            url: row.url.clone(),
            types: Wanted::of_words(&row.types).types(),
            state: if row.state == "active" { WebhookState::Active } else { WebhookState::Disabled },
            reason: row.reason.clone(),
            made_at: time(row.made_at),
            delivered: (row.delivered >= 0).then(|| row.delivered.to_string()),
            failed_attempts: row.tries,
            retry_at: row.retry_at.map(time),
            secret: None,
            previous_secret_until: until.map(time),
            public_key: signature::public_text(&hooks.post.public_key()),
        }
    }
}

/// Registers a webhook. It is told of what is written from now on.
#[utoipa::path(
    tag = "events",
    request_body(content = WebhookBody, content_type = "application/json"),
    responses((status = 201, body = WebhookView, description = "with its secret, which is not shown again"), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 415, body = ProblemBody), (status = 422, body = ProblemBody))
)]
#[post("/v1/webhooks")]
pub async fn add_webhook(
    shared: Data,
    member: Member,
    request: HttpRequest,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    member.require_all(Permissions::of(&[Permission::Settings, Permission::Read]))?;
    let body = read_body(request.headers(), &body)?;
    let wanted = wanted(&body)?;
    let own = member.organisation.to_string();
    let known = shared.clone().into_inner().tables(move |read| Ok(read.webhooks_of(&own)?.len())).await?;
    if i64::try_from(known).unwrap_or(i64::MAX) >= WEBHOOKS_MAX {
        return Err(too_many());
    }
    shared.hooks.post.check(&body.url).await.map_err(not_public)?;
    let secret = Secret::generate().map_err(Problem::internal)?.text();
    let size = shared.state(Registry::size);
    let mut row = WebhookRow {
        id: format!("whk_{}", uuid::Uuid::now_v7().simple()),
        organisation: member.organisation.to_string(),
        secret: secret.clone(),
        made_at: (shared.hooks.now)(),
        version: 1,
        delivered: i64::try_from(size).unwrap_or(i64::MAX) - 1,
        ..WebhookRow::default()
    };
    set(&mut row, &body, &wanted);
    let kept = row.clone();
    let work = move |shared: &Shared| {
        let log = log(shared, &member, Kind::WebhookSet, &kept.id);
        Ok(shared.letters.keep_webhook(&kept, WEBHOOKS_MAX, &[log])?)
    };
    if !shared.clone().into_inner().blocking(work).await? {
        return Err(too_many());
    }
    let view = WebhookView { secret: Some(secret), ..WebhookView::of(&row, &shared.hooks) };
    Ok(headed(HttpResponse::Created(), &row).insert_header(("location", format!("/v1/webhooks/{}", row.id))).json(view))
}

/// The organisation's webhooks, oldest first.
#[utoipa::path(tag = "events", responses((status = 200, body = List<WebhookView>), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/webhooks")]
pub async fn list_webhooks(shared: Data, member: Member) -> Result<HttpResponse, Problem> {
    member.require(Permission::Settings)?;
    let organisation = member.organisation.to_string();
    let look = move |read: &mut Reading<'_>| Ok(read.webhooks_of(&organisation)?);
    let rows = shared.clone().into_inner().tables(look).await?;
    let items: Vec<_> = rows.iter().map(|row| WebhookView::of(row, &shared.hooks)).collect();
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "private, no-store")).json(List { items, next: None }))
}

/// One webhook: its settings, and how far it has come. Its `ETag` is that of its settings.
#[utoipa::path(
    tag = "events",
    params(("id" = String, Path, description = "of the webhook")),
    responses((status = 200, body = WebhookView), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/webhooks/{id}")]
pub async fn get_webhook(shared: Data, member: Member, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let row = own(&shared, &member, &id).await?;
    Ok(headed(HttpResponse::Ok(), &row).json(WebhookView::of(&row, &shared.hooks)))
}

/// Sets a webhook anew. One that was disabled goes on from where it stopped, unless it is set to stay so.
#[utoipa::path(
    tag = "events",
    params(("id" = String, Path, description = "of the webhook"), ("If-Match" = String, Header, description = "its `ETag`, so that no other change is lost")),
    request_body(content = WebhookBody, content_type = "application/json"),
    responses((status = 200, body = WebhookView), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 412, body = ProblemBody), (status = 415, body = ProblemBody), (status = 422, body = ProblemBody), (status = 428, body = ProblemBody))
)]
#[put("/v1/webhooks/{id}")]
pub async fn set_webhook(
    shared: Data,
    member: Member,
    request: HttpRequest,
    id: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let mut row = own(&shared, &member, &id).await?;
    member.require(Permission::Read)?;
    let body = read_body(request.headers(), &body)?;
    IfMatch::of(&request)?.require(&tag(&row))?;
    let wanted = wanted(&body)?;
    shared.hooks.post.check(&body.url).await.map_err(not_public)?;
    set(&mut row, &body, &wanted);
    (row.version, row.tries, row.retry_at) = (row.version + 1, 0, None);
    change(&shared, &member, Kind::WebhookSet, row.clone()).await?;
    Ok(headed(HttpResponse::Ok(), &row).json(WebhookView::of(&row, &shared.hooks)))
}

/// Takes a webhook away.
#[utoipa::path(
    tag = "events",
    params(("id" = String, Path, description = "of the webhook")),
    responses((status = 204, description = "taken away"), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[delete("/v1/webhooks/{id}")]
pub async fn remove_webhook(shared: Data, member: Member, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let row = own(&shared, &member, &id).await?;
    let work = move |shared: &Shared| {
        let log = log(shared, &member, Kind::WebhookRemoved, &row.id);
        Ok(shared.letters.erase_webhook(&row.id, &[log])?)
    };
    shared.into_inner().blocking(work).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A webhook of the asking organisation; another's is not there.
pub(super) async fn own(shared: &Data, member: &Member, id: &str) -> Result<WebhookRow, Problem> {
    member.require(Permission::Settings)?;
    let asked = id.to_owned();
    let look = move |read: &mut Reading<'_>| Ok(read.webhook(&asked)?);
    // An id that no text of a database can hold is one that is not there.
    let found = if id.contains('\0') { None } else { shared.clone().into_inner().tables(look).await? };
    let found = found.filter(|row| row.organisation == member.organisation.to_string());
    found.ok_or_else(|| Problem::not_found("webhook", id))
}

/// Keeps a changed row, and has deliveries go by it.
pub(super) async fn change(shared: &Data, member: &Member, kind: Kind, row: WebhookRow) -> Result<(), Problem> {
    let member = member.clone();
    let work = move |shared: &Shared| {
        let log = log(shared, &member, kind, &row.id);
        Ok(shared.letters.change_webhook(&row, &[log])?)
    };
    let changed = shared.clone().into_inner().blocking(work).await?;
    shared.hooks.stir();
    if changed { Ok(()) } else { Err(must_be_current()) }
}

fn too_many() -> Problem {
    let detail = format!("an organisation has {WEBHOOKS_MAX} webhooks at the most");
    let problem = Problem::new(StatusCode::CONFLICT, "webhooks_must_be_few", detail);
    problem.with(json!({ "limit": WEBHOOKS_MAX }))
}

/// Who set what, for the security log.
fn log(shared: &Shared, member: &Member, kind: Kind, webhook: &str) -> SecurityRow {
    security::row(shared.wall.now(), member.organisation, member.by.id(), kind, webhook)
}

/// An answer with what is the same for all that tell of one webhook.
pub(super) fn headed(mut response: HttpResponseBuilder, row: &WebhookRow) -> HttpResponseBuilder {
    response.insert_header((CACHE_CONTROL, "private, no-store")).insert_header((ETAG, tag(row)));
    response
}

/// A moment as it is written.
pub(super) fn time(ms: i64) -> String {
    Timestamp::from_ms(ms).to_string()
}

fn tag(row: &WebhookRow) -> String {
    format!("\"{}-{}\"", row.id, row.version)
}

fn read_body(headers: &HeaderMap, body: &[u8]) -> Result<WebhookBody, Problem> {
    super::instructions::require_json(headers)?;
    serde_json::from_slice(body).map_err(|error| Problem::bad_request("document_is_malformed", error.to_string()))
}

fn wanted(body: &WebhookBody) -> Result<Wanted, Problem> {
    Wanted::of_types(body.types.iter().map(String::as_str)).map_err(|unknown| {
        let detail = format!("there are no events of type {}", unknown.chars().take(80).collect::<String>());
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "webhook_types_must_exist", detail)
    })
}

fn set(row: &mut WebhookRow, body: &WebhookBody, wanted: &Wanted) {
    row.url.clone_from(&body.url);
    row.types = wanted.words();
    let (state, reason) = match body.state {
        WebhookState::Active => ("active", None),
        WebhookState::Disabled => ("disabled", Some("its organisation has disabled it".to_owned())),
    };
    (row.state, row.reason) = (state.to_owned(), reason);
}

fn not_public(unfit: Unfit) -> Problem {
    let facts = match &unfit {
        Unfit::Special(special) => json!({ "reason": unfit.word(), "range": special.range, "kept_for": special.what }),
        _ => json!({ "reason": unfit.word() }),
    };
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "webhook_url_must_be_public", unfit.to_string()).with(facts)
}
