//! Programs of one's own organisation that ask for access tokens, each with keys of its own.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use orebook_document::PublicKey;
use orebook_store::{ClientKeyRow, ClientRow, SecurityRow};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::List;
use super::instructions::require_json;
use crate::access::clients::{CLIENTS_MAX, Client, KEYS_MAX};
use crate::access::security::{self, Kind};
use crate::access::{Member, Permission, Permissions};
use crate::app::{Data, Shared};
use crate::problem::{Problem, ProblemBody};

/// Longest name of a client, in characters.
const NAME_MAX: usize = 80;

/// A program to be known.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewClient {
    /// What you call it: 1 to 80 characters.
    #[schema(example = "stock system")]
    pub name: String,
    /// What its tokens may, at the most; no more than you may yourself.
    #[schema(example = "read money")]
    pub scope: String,
    /// Its public key, `did:key:z6Mk…`. Not a key of the register: those sign instructions.
    pub key: String,
}

/// A further key.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewClientKey {
    /// `did:key:z6Mk…`
    pub key: String,
}

/// A program.
#[derive(Serialize, utoipa::ToSchema)]
pub struct ClientView {
    /// The `client_id`: `cli_…`
    pub id: String,
    /// What its organisation calls it.
    pub name: String,
    /// What its tokens may.
    pub scope: String,
    /// When it was made.
    pub made_at: String,
    /// When it was revoked, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<String>,
    /// The keys that count, oldest first.
    pub keys: Vec<String>,
}

fn time(ms: i64) -> String {
    orebook_registry::values::Timestamp::from_ms(ms).to_string()
}

fn view(client: &Client) -> ClientView {
    ClientView {
        id: client.row.id.clone(),
        name: client.row.name.clone(),
        scope: client.row.scope.clone(),
        made_at: time(client.row.made_at),
        revoked_at: client.row.revoked_at.map(time),
        keys: client.keys_in_force().map(|key| key.public_key.clone()).collect(),
    }
}

fn read<T: serde::de::DeserializeOwned>(request: &HttpRequest, body: &[u8]) -> Result<T, Problem> {
    require_json(request.headers())?;
    serde_json::from_slice(body).map_err(|error| Problem::bad_request("document_is_malformed", error.to_string()))
}

/// A key that nobody here uses yet for anything.
fn unused_key(shared: &Shared, text: &str) -> Result<PublicKey, Problem> {
    let key: PublicKey = super::parse("key", text)?;
    let of_the_register = shared.state(|registry| registry.parties.key(&key).is_some());
    if of_the_register || shared.clients.uses(&key) {
        let detail = "a program has a key of its own: not one of the register, nor of another program";
        return Err(Problem::new(StatusCode::CONFLICT, "client_key_must_be_new", detail));
    }
    Ok(key)
}

fn too_many(what: &str, limit: usize) -> Problem {
    Problem::new(StatusCode::CONFLICT, "too_many_clients", format!("there may be {limit} {what} in force"))
        .with(json!({ "limit": limit }))
}

/// The programs of one's own organisation, oldest first.
#[utoipa::path(tag = "access", responses((status = 200, body = List<ClientView>), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody)))]
#[get("/v1/clients")]
pub async fn list_clients(shared: Data, member: Member) -> Result<HttpResponse, Problem> {
    member.require(Permission::Settings)?;
    let items = shared.clients.of(member.organisation).iter().map(view).collect();
    Ok(HttpResponse::Ok().insert_header(("cache-control", "private, no-cache")).json(List { items, next: None }))
}

/// Makes a program known, with its first key.
#[utoipa::path(
    tag = "access",
    request_body(content = NewClient, content_type = "application/json"),
    responses((status = 201, body = ClientView), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 409, body = ProblemBody), (status = 415, body = ProblemBody))
)]
#[post("/v1/clients")]
pub async fn make_client(
    shared: Data,
    member: Member,
    request: HttpRequest,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    member.require(Permission::Settings)?;
    let new: NewClient = read(&request, &body)?;
    let plain = !new.name.is_empty() && new.name.chars().count() <= NAME_MAX && !new.name.contains(char::is_control);
    if !plain {
        return Err(Problem::bad_request("parameter_is_malformed", "name: 1 to 80 characters"));
    }
    let malformed = |error: String| Problem::bad_request("parameter_is_malformed", format!("scope: {error}"));
    let scope: Permissions = new.scope.parse().map_err(malformed)?;
    if scope == Permissions::default() {
        return Err(Problem::bad_request("parameter_is_malformed", "scope: one word at the least"));
    }
    if !member.may.cover(scope) {
        let detail = format!("you may yourself: {}", member.may);
        return Err(Problem::bad_request("scope_is_beyond_the_client", detail));
    }
    let key = unused_key(&shared, &new.key)?;
    if shared.clients.of(member.organisation).iter().filter(|c| c.row.revoked_at.is_none()).count() >= CLIENTS_MAX {
        return Err(too_many("programs", CLIENTS_MAX));
    }
    let now = shared.wall.now().ms();
    let id = format!("cli_{}", uuid::Uuid::now_v7().simple());
    let row = ClientRow {
        id: id.clone(),
        organisation: member.organisation.to_string(),
        name: new.name,
        scope: scope.to_string(),
        made_at: now,
        revoked_at: None,
    };
    let key = ClientKeyRow { client: id.clone(), public_key: key.to_string(), made_at: now, revoked_at: None };
    changed(&shared, member, Kind::ClientMade, id.clone(), move |shared, log| {
        Ok(shared.letters.keep_client(&row, &key, log)?)
    })
    .await
    .and_then(|member| found(&shared, &member, &id))
    .map(|client| HttpResponse::Created().json(view(&client)))
}

/// Revokes a program: its tokens are worth nothing from now on.
#[utoipa::path(
    tag = "access",
    params(("id" = String, Path, description = "cli_…")),
    responses((status = 204, description = "revoked"), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[delete("/v1/clients/{id}")]
pub async fn revoke_client(shared: Data, member: Member, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    member.require(Permission::Settings)?;
    let client = found(&shared, &member, &id)?;
    let (id, now) = (client.row.id, shared.wall.now().ms());
    let subject = id.clone();
    let work = move |shared: &Shared, log: &[SecurityRow]| Ok(shared.letters.revoke_client(&id, now, log)?);
    changed(&shared, member, Kind::ClientRevoked, subject, work).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives a program the key it will go over to. Both count until one is revoked.
#[utoipa::path(
    tag = "access",
    params(("id" = String, Path, description = "cli_…")),
    request_body(content = NewClientKey, content_type = "application/json"),
    responses((status = 201, body = ClientView), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 415, body = ProblemBody))
)]
#[post("/v1/clients/{id}/keys")]
pub async fn add_client_key(
    shared: Data,
    member: Member,
    request: HttpRequest,
    id: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    member.require(Permission::Settings)?;
    let client = found(&shared, &member, &id)?;
    // A key gives whoever holds it all that the program may.
    member.require_all(client.row.scope.parse().unwrap_or(Permissions::all()))?;
    let new: NewClientKey = read(&request, &body)?;
    let key = unused_key(&shared, &new.key)?.to_string();
    if client.keys_in_force().count() >= KEYS_MAX {
        return Err(too_many("keys of a program", KEYS_MAX));
    }
    let subject = format!("{} {key}", client.row.id);
    let now = shared.wall.now().ms();
    let row = ClientKeyRow { client: client.row.id, public_key: key, made_at: now, revoked_at: None };
    let work = move |shared: &Shared, log: &[SecurityRow]| Ok(shared.letters.keep_client_key(&row, log)?);
    let member = changed(&shared, member, Kind::ClientKeyAdded, subject, work).await?;
    Ok(HttpResponse::Created().json(view(&found(&shared, &member, &id)?)))
}

/// Revokes a key of a program: tokens that were asked for with it are worth nothing from now on.
#[utoipa::path(
    tag = "access",
    params(("id" = String, Path, description = "cli_…"), ("key" = String, Path, description = "did:key:z6Mk…")),
    responses((status = 204, description = "revoked"), (status = 401, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[delete("/v1/clients/{id}/keys/{key}")]
pub async fn revoke_client_key(
    shared: Data,
    member: Member,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    member.require(Permission::Settings)?;
    let (id, key) = path.into_inner();
    let client = found(&shared, &member, &id)?;
    if !client.keys_in_force().any(|known| known.public_key == key) {
        return Err(Problem::not_found("key", key));
    }
    let (subject, now) = (format!("{id} {key}"), shared.wall.now().ms());
    let work = move |shared: &Shared, log: &[SecurityRow]| Ok(shared.letters.revoke_client_key(&id, &key, now, log)?);
    changed(&shared, member, Kind::ClientKeyRevoked, subject, work).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A program of the member's own organisation; those of others do not exist.
fn found(shared: &Shared, member: &Member, id: &str) -> Result<Client, Problem> {
    let client = shared.clients.find(member.organisation, id).filter(|client| client.row.revoked_at.is_none());
    client.ok_or_else(|| Problem::not_found("client", id))
}

/// Changes what is kept, with its record, and reads it anew.
async fn changed(
    shared: &Data,
    member: Member,
    kind: Kind,
    subject: String,
    work: impl FnOnce(&Shared, &[SecurityRow]) -> Result<bool, Problem> + Send + 'static,
) -> Result<Member, Problem> {
    let change = move |shared: &Shared| {
        work(shared, &[security::row(shared.wall.now(), member.organisation, member.by.id(), kind, &subject)])?;
        shared.clients.refresh(&shared.reader)?;
        Ok(member)
    };
    shared.clone().into_inner().blocking(change).await
}
