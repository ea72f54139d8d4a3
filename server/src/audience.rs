//! For whom an answer is, as its headers tell browsers and caches. Pages of any origin may read what is public; what was
//! asked with a token or a cookie is for whoever asked, and for no shared cache.

use actix_web::HttpResponse;
use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, AUTHORIZATION, CACHE_CONTROL,
    COOKIE, HeaderMap, HeaderName, HeaderValue, ORIGIN,
};

/// Paths whose reads are for everybody, at least in part, each with all that lies below it.
const PUBLIC: [&str; 22] = [
    "/v1/batches",
    "/v1/certificates",
    "/v1/credits",
    "/v1/equivalences",
    "/v1/exports",
    "/v1/grievances/summary",
    "/v1/holds",
    "/v1/listings",
    "/v1/markets",
    "/v1/organisations",
    "/v1/premium-plans",
    "/v1/premiums",
    "/v1/producers",
    "/v1/programmes",
    "/v1/retirements",
    "/log/checkpoint",
    "/log/entry",
    "/log/proof",
    "/log/tile",
    "/log/witnesses",
    "/.well-known",
    "/ns",
];
/// One more, without what lies below.
const PUBLIC_ALONE: &str = "/openapi.json";
/// What lies below a public path and is private nevertheless.
const PRIVATE: &str = "/log/tile/entries/";

/// Headers of answers that pages of other origins may read.
const EXPOSED: &str =
    "etag, link, orebook-leader, orebook-sequence, ratelimit, ratelimit-policy, x-request-id, retry-after";
/// Headers of requests that such pages may set, beside those that need no leave.
const SETTABLE: &str = "accept, if-none-match, orebook-min-sequence, x-request-id";

/// For whom an answer is.
#[derive(Debug, Clone, Copy)]
pub struct Audience {
    /// The path is public and was read.
    reads_public: bool,
    /// Asked with a token or a cookie.
    is_one: bool,
}

impl Audience {
    /// Of the answer to a request.
    pub fn of(request: &ServiceRequest) -> Self {
        let headers = request.headers();
        let is_one = headers.contains_key(AUTHORIZATION) || headers.contains_key(COOKIE);
        let reads = matches!(*request.method(), Method::GET | Method::HEAD);
        Self { reads_public: reads && is_public(request.path()), is_one }
    }

    /// Says so.
    pub fn head(self, headers: &mut HeaderMap) {
        let is_private = says(headers, "private");
        if self.is_one {
            if !is_private && !says(headers, "no-store") {
                headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
            }
        } else if self.reads_public && !is_private {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
            headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(EXPOSED));
        }
    }
}

/// Whether a path is one of those that everybody reads.
pub fn is_public(path: &str) -> bool {
    let below = |public: &&str| path.strip_prefix(*public).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    !path.starts_with(PRIVATE) && (path == PUBLIC_ALONE || PUBLIC.iter().any(below))
}

fn says(headers: &HeaderMap, word: &str) -> bool {
    headers.get(CACHE_CONTROL).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(word))
}

/// The answer to a browser that asks whether a page of another origin may read this, if it may.
pub fn preflight(request: &ServiceRequest) -> Option<HttpResponse> {
    const A_DAY: &str = "86400";
    let headers = request.headers();
    let asks = *request.method() == Method::OPTIONS && headers.contains_key(ORIGIN);
    let method = headers.get(ACCESS_CONTROL_REQUEST_METHOD).filter(|_| asks)?;
    if !matches!(method.as_bytes(), b"GET" | b"HEAD") || !is_public(request.path()) {
        return None;
    }
    let rows: [(HeaderName, &str); 4] = [
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
        (ACCESS_CONTROL_ALLOW_HEADERS, SETTABLE),
        (ACCESS_CONTROL_MAX_AGE, A_DAY),
    ];
    let mut answer = HttpResponse::NoContent();
    rows.into_iter().for_each(|row| {
        answer.insert_header(row);
    });
    Some(answer.finish())
}
