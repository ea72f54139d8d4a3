//! Headers that keep a browser from making more of an answer than it is. Pages of this house set their own policy
//! ([`crate::pages`]); here stands what holds where none is set.

use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};

/// A document that loads nothing, runs nothing and stands in no frame.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// The browser of the API's description runs scripts of this server, and sets styles as it goes.
const DOCS: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Adds what is missing.
pub fn head(is_docs: bool, headers: &mut HeaderMap) {
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let is_document =
        |kind: &HeaderValue| [b"text/html".as_slice(), b"image/svg"].iter().any(|k| kind.as_bytes().starts_with(k));
    if !headers.get(CONTENT_TYPE).is_some_and(is_document) {
        return;
    }
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        let policy = if is_docs { DOCS } else { NOTHING };
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    if !headers.contains_key(REFERRER_POLICY) {
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    }
}
