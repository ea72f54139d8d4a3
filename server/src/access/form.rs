//! What a browser sends by itself must not count: a request that changes something with a session comes from a page of
//! this site, and a form carries a token that only such a page could know.
//!
//! ```text
//! JSON   Sec-Fetch-Site: same-origin, or Origin of this host
//! form   not known to be of another site, and csrf = base64url(HMAC-SHA256(key, hash of the cookie), first 16 bytes)
//! ```

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use orebook_document::sha256;
use serde::de::DeserializeOwned;

use super::session::Session;

use crate::app::Shared;
use crate::hmac::{hmac, is_same};
use crate::pages::same_origin::{must_be_of_this_site, require_same_origin};
use crate::problem::Problem;

const TOKEN: usize = 16;

/// Refuses what a session is used for from elsewhere.
pub fn require_own_page(request: &HttpRequest) -> Result<(), Problem> {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if is_form(request) {
        return require_same_origin(request);
    }
    let of_this_host = |origin: &str| origin.split_once("://").map(|(_, host)| host) == header("host");
    match (header("sec-fetch-site"), header("origin")) {
        (Some("same-origin"), _) => Ok(()),
        (None, Some(origin)) if of_this_host(origin) => Ok(()),
        _ => Err(must_be_of_this_site()),
    }
}

fn is_form(request: &HttpRequest) -> bool {
    let given = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    given.split(';').next().unwrap_or("").trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// The token of a session's forms.
pub fn token(shared: &Shared, session: &Session) -> String {
    let key = sha256(&[b"orebook forms 1".as_slice(), &shared.keys.first_issuer.seed()].concat());
    URL_SAFE_NO_PAD.encode(&hmac(&key, &session.hash)[..TOKEN])
}

/// Refuses a form without the token of its session.
pub fn require_token(shared: &Shared, session: &Session, given: &str) -> Result<(), Problem> {
    if is_same(token(shared, session).as_bytes(), given.as_bytes()) {
        return Ok(());
    }
    Err(must_be_of_this_site())
}

/// What a form of this site says.
pub fn read<T: DeserializeOwned>(request: &HttpRequest, body: &[u8]) -> Result<T, Problem> {
    require_same_origin(request)?;
    if !is_form(request) {
        let detail = "send the form as application/x-www-form-urlencoded";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media_type_not_supported", detail));
    }
    let malformed = |error: String| Problem::bad_request("request_is_malformed", error);
    let text = std::str::from_utf8(body).map_err(|error| malformed(error.to_string()))?;
    let form = web::Query::<T>::from_query(text).map_err(|error| malformed(error.to_string()))?;
    Ok(form.into_inner())
}
