//! What is done with a webhook besides setting it: a new secret, a test, telling again, and what became of deliveries.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use orebook_registry::Registry;
use orebook_registry::event::Number;
use orebook_store::{Reading, WebhookAttemptRow};
use serde::{Deserialize, Serialize};

use super::list::Part;
use super::webhooks::{WebhookView, change, headed, own, time};
use super::{List, limit};
use crate::access::Member;
use crate::access::security::Kind;
use crate::app::{Data, Shared};
use crate::problem::{Problem, ProblemBody};
use crate::view::not_written;
use crate::webhooks::PREVIOUS_SIGNS;
use crate::webhooks::message::ping;
use crate::webhooks::round::{attempt, message_of};
use crate::webhooks::signature::Secret;

/// From where it is told again.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplayBody {
    /// The first entry that is told again. One that was not told yet passes over what lies before it.
    #[schema(value_type = String, example = "41")]
    pub from: Number,
}

/// An attempt to deliver.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AttemptView {
    /// When it ended.
    pub time: String,
    /// `webhook-id`: the same for each attempt with the same event.
    pub message: String,
    /// Type of the event.
    #[serde(rename = "type")]
    pub kind: String,
    /// Status of the answer, if there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<i64>,
    /// How long it took, in milliseconds.
    pub duration_ms: i64,
    /// What went wrong, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

/// Which attempts are asked for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AttemptsQuery {
    /// `next` of the page before.
    pub cursor: Option<String>,
    /// 50 unless asked, 200 at the most.
    pub limit: Option<u32>,
}

impl From<WebhookAttemptRow> for AttemptView {
    fn from(row: WebhookAttemptRow) -> Self {
        Self {
            time: time(row.time),
            message: row.message,
            kind: row.kind,
            status: row.status,
            duration_ms: row.duration,
            failure: row.failure,
        }
    }
}

/// Gives a webhook a new secret. For a day the one before it signs as well, so that no delivery is lost to the change.
#[utoipa::path(
    tag = "events",
    params(("id" = String, Path, description = "of the webhook")),
    responses((status = 200, body = WebhookView, description = "with the new secret, which is not shown again"), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 412, body = ProblemBody))
)]
#[post("/v1/webhooks/{id}/rotate")]
pub async fn rotate_webhook_secret(
    shared: Data,
    member: Member,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let mut row = own(&shared, &member, &id).await?;
    let secret = Secret::generate().map_err(Problem::internal)?.text();
    row.previous_secret = Some(std::mem::replace(&mut row.secret, secret.clone()));
    row.previous_until = Some((shared.hooks.now)() + PREVIOUS_SIGNS);
    row.version += 1;
    change(&shared, &member, Kind::WebhookRotated, row.clone()).await?;
    let view = WebhookView { secret: Some(secret), ..WebhookView::of(&row, &shared.hooks) };
    Ok(headed(HttpResponse::Ok(), &row).json(view))
}

/// Sends a webhook a test event of type `org.orebook.ping.v1` at once, whether it is active or not; tells what became
/// of it.
#[utoipa::path(
    tag = "events",
    params(("id" = String, Path, description = "of the webhook")),
    responses((status = 200, body = AttemptView, description = "the attempt, whether it failed or not"), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[post("/v1/webhooks/{id}/test")]
pub async fn test_webhook(shared: Data, member: Member, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let row = own(&shared, &member, &id).await?;
    let now = (shared.hooks.now)();
    let id = format!("ping_{}", uuid::Uuid::now_v7().simple());
    let message = message_of(&ping(shared.keys.origin(), id, now, &row.organisation, &row.id));
    let outcome = shared.hooks.post.deliver(&row, &message, now).await;
    let made = attempt(&row.id, &message, outcome, (shared.hooks.now)());
    let kept = made.clone();
    shared.clone().into_inner().blocking(move |shared| Ok(shared.letters.record_attempt(&kept)?)).await?;
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "private, no-store")).json(AttemptView::from(made)))
}

/// Tells a webhook again what is written from an entry on. Each event has the `webhook-id` that it had.
#[utoipa::path(
    tag = "events",
    params(("id" = String, Path, description = "of the webhook")),
    request_body(content = ReplayBody, content_type = "application/json"),
    responses((status = 202, body = WebhookView), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 415, body = ProblemBody))
)]
#[post("/v1/webhooks/{id}/replay")]
pub async fn replay_webhook(
    shared: Data,
    member: Member,
    request: HttpRequest,
    id: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let row = own(&shared, &member, &id).await?;
    super::instructions::require_json(request.headers())?;
    let body: ReplayBody = serde_json::from_slice(&body)
        .map_err(|error| Problem::bad_request("document_is_malformed", error.to_string()))?;
    let size = shared.state(Registry::size);
    if body.from.0 >= size {
        return Err(not_written(body.from.0, size));
    }
    let after = i64::try_from(body.from.0).unwrap_or(i64::MAX) - 1;
    let moved = row.id.clone();
    let work = move |shared: &Shared| Ok(shared.letters.move_webhook(&moved, after)?);
    if !shared.clone().into_inner().blocking(work).await? {
        return Err(Problem::not_found("webhook", &row.id));
    }
    let row = own(&shared, &member, &id).await?;
    shared.hooks.stir();
    Ok(headed(HttpResponse::Accepted(), &row).json(WebhookView::of(&row, &shared.hooks)))
}

/// The attempts to deliver, newest first: the last 1,000 of thirty days. What was sent and answered is not kept.
#[utoipa::path(
    tag = "events",
    params(("id" = String, Path, description = "of the webhook"), AttemptsQuery),
    responses((status = 200, body = List<AttemptView>), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/webhooks/{id}/deliveries")]
pub async fn list_webhook_deliveries(
    shared: Data,
    member: Member,
    id: web::Path<String>,
    query: web::Query<AttemptsQuery>,
) -> Result<HttpResponse, Problem> {
    let row = own(&shared, &member, &id).await?;
    let limit = limit(query.limit)?;
    let scope = format!("/v1/webhooks/{}/deliveries", row.id);
    let detail = "cursor: as `next` of the page before, of the same list";
    let open = |cursor: &String| {
        let place = shared.cursors.open(&scope, cursor);
        place.ok_or_else(|| Problem::bad_request("parameter_is_malformed", detail))
    };
    let before = query.cursor.as_ref().map(open).transpose()?;
    let look = move |read: &mut Reading<'_>| Ok(read.webhook_attempts(&row.id, before.as_deref(), limit + 1)?);
    let rows = shared.clone().into_inner().tables(look).await?;
    let part = Part::cut(rows, limit, |row| row.id.clone(), AttemptView::from);
    let next = part.next.map(|place| shared.cursors.seal(&scope, &place));
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "private, no-store")).json(List { items: part.items, next }))
}
