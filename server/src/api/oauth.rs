//! How programs get access tokens: OAuth 2 client credentials (RFC 6749 §4.4) with `private_key_jwt` (RFC 7523), what a
//! client must know of it (RFC 8414), and the keys that tokens and webhooks are signed with (RFC 7517).

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::access::assertion::{Proved, prove};
use crate::access::token::{LIFETIME, TokenFault};
use crate::access::{Member, Permission, Permissions};
use crate::app::{Data, Shared};
use crate::problem::{Problem, ProblemBody};

pub(crate) const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A request for an access token, form-encoded.
#[derive(Deserialize, utoipa::ToSchema)]
pub struct TokenRequest {
    /// Always `client_credentials`.
    #[schema(example = "client_credentials")]
    pub grant_type: String,
    /// Always `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`.
    pub client_assertion_type: String,
    /// A JSON Web Token, signed with a key of the client.
    pub client_assertion: String,
    /// What the token should be good for; everything that the client may, unless given.
    #[serde(default)]
    #[schema(example = "read money")]
    pub scope: Option<String>,
}

/// An access token.
#[derive(Serialize, utoipa::ToSchema)]
pub struct TokenAnswer {
    /// Send it as `Authorization: Bearer …`.
    pub access_token: String,
    /// Always `Bearer`.
    #[schema(example = "Bearer")]
    pub token_type: String,
    /// Seconds.
    #[schema(example = 600)]
    pub expires_in: i64,
    /// What it is good for.
    #[schema(example = "read money")]
    pub scope: String,
}

fn refused(code: &str, detail: impl Into<String>) -> Problem {
    Problem::bad_request(code, detail)
}

/// All that a client learns of why it was not believed. The rest would help to guess.
fn not_proved() -> Problem {
    let detail = "the client assertion does not prove a client of this register: see docs/api.md";
    Problem::new(StatusCode::UNAUTHORIZED, "client_must_prove_itself", detail)
}

/// Gives a program an access token for the key it proves itself with.
#[utoipa::path(
    tag = "access",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, body = TokenAnswer), (status = 400, body = ProblemBody), (status = 401, body = ProblemBody), (status = 415, body = ProblemBody), (status = 429, body = ProblemBody), (status = 503, body = ProblemBody))
)]
#[post("/oauth/token")]
pub async fn request_token(shared: Data, request: HttpRequest, body: web::Bytes) -> Result<HttpResponse, Problem> {
    let asked = read(&request, &body)?;
    let now = shared.wall.now_seconds();
    let Proved { member, key, jti, ends_at } = prove(&shared, &asked.client_assertion, now).map_err(|fault| {
        tracing::info!(%fault, "a client assertion was refused");
        not_proved()
    })?;
    let member = Member { may: granted(&member, asked.scope.as_deref())?, ..member };
    let shared = shared.into_inner();
    let new = shared.blocking(move |shared| Ok(shared.letters.use_assertion(&jti, ends_at, now)?)).await?;
    if !new {
        tracing::info!(fault = %TokenFault::Used, "a client assertion was refused");
        return Err(not_proved());
    }
    let access_token = shared.tokens.issue(&member, &key, now).map_err(Problem::internal)?;
    let scope = member.may.to_string();
    let answer = TokenAnswer { access_token, token_type: "Bearer".to_owned(), expires_in: LIFETIME, scope };
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(answer))
}

fn read(request: &HttpRequest, body: &[u8]) -> Result<TokenRequest, Problem> {
    let given = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let media_type = given.split(';').next().unwrap_or("").trim();
    if !media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        let detail = "send application/x-www-form-urlencoded";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media_type_not_supported", detail));
    }
    let malformed = |detail: String| refused("token_request_is_malformed", detail);
    let text = std::str::from_utf8(body).map_err(|error| malformed(error.to_string()))?;
    let asked =
        web::Query::<TokenRequest>::from_query(text).map_err(|error| malformed(error.to_string()))?.into_inner();
    if asked.grant_type != "client_credentials" {
        return Err(refused("grant_type_is_not_supported", "grant_type: client_credentials"));
    }
    if asked.client_assertion_type != ASSERTION_TYPE {
        return Err(malformed(format!("client_assertion_type: {ASSERTION_TYPE}")));
    }
    Ok(asked)
}

fn granted(member: &Member, scope: Option<&str>) -> Result<Permissions, Problem> {
    let Some(scope) = scope else { return Ok(member.may) };
    let beyond =
        |detail: String| refused("scope_is_beyond_the_client", detail).with(json!({ "scope": member.may.to_string() }));
    let asked: Permissions = scope.parse().map_err(|error: String| beyond(error))?;
    if member.may.cover(asked) { Ok(asked) } else { Err(beyond(format!("this client may: {}", member.may))) }
}

/// What a client must know to ask for tokens (RFC 8414).
#[derive(Serialize, utoipa::ToSchema)]
pub struct AuthorisationServer {
    issuer: String,
    token_endpoint: String,
    jwks_uri: String,
    scopes_supported: Vec<String>,
    response_types_supported: Vec<String>,
    grant_types_supported: Vec<String>,
    token_endpoint_auth_methods_supported: Vec<String>,
    token_endpoint_auth_signing_alg_values_supported: Vec<String>,
}

/// Describes the authorisation server.
#[utoipa::path(tag = "access", responses((status = 200, body = AuthorisationServer)))]
#[get("/.well-known/oauth-authorization-server")]
pub async fn get_authorisation_server(shared: Data) -> HttpResponse {
    let issuer = shared.tokens.issuer().to_owned();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let server = AuthorisationServer {
        token_endpoint: format!("{issuer}/oauth/token"),
        jwks_uri: format!("{issuer}/.well-known/jwks.json"),
        issuer,
        scopes_supported: Permission::ALL.iter().map(ToString::to_string).collect(),
        response_types_supported: Vec::new(),
        grant_types_supported: words(&["client_credentials"]),
        token_endpoint_auth_methods_supported: words(&["private_key_jwt"]),
        token_endpoint_auth_signing_alg_values_supported: words(&["EdDSA"]),
    };
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "public, max-age=3600")).json(server)
}

/// Public keys (RFC 7517, RFC 8037).
#[derive(Serialize, utoipa::ToSchema)]
pub struct KeySet {
    keys: Vec<PublicJwk>,
}

/// One of them.
#[derive(Serialize, utoipa::ToSchema)]
pub struct PublicJwk {
    kty: String,
    crv: String,
    x: String,
    kid: String,
    #[serde(rename = "use")]
    used_for: String,
    alg: String,
}

/// The keys that access tokens and webhooks are signed with.
#[utoipa::path(tag = "access", responses((status = 200, body = KeySet)))]
#[get("/.well-known/jwks.json")]
pub async fn get_key_set(shared: Data) -> HttpResponse {
    let keys = key_set(&shared);
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "public, max-age=3600")).json(keys)
}

fn key_set(shared: &Shared) -> KeySet {
    let jwk = |key: orebook_document::PublicKey| PublicJwk {
        kty: "OKP".to_owned(),
        crv: "Ed25519".to_owned(),
        x: URL_SAFE_NO_PAD.encode(key.as_bytes()),
        kid: key.to_string(),
        used_for: "sig".to_owned(),
        alg: "EdDSA".to_owned(),
    };
    KeySet { keys: shared.tokens.public_keys().chain([shared.hooks.post.public_key()]).map(jwk).collect() }
}
