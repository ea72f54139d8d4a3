//! Forms are taken from pages of this site alone: a page of another site must not file in a reader's name.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;

use crate::problem::Problem;

/// Refuses a form that a browser sends from a page of another site. Browsers say so in `Sec-Fetch-Site`; older ones
/// have only `Origin`, which is `null` where a page, like ours, lets no address out. What is no browser says neither.
pub fn require_same_origin(request: &HttpRequest) -> Result<(), Problem> {
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let is_foreign = match (header("sec-fetch-site"), header("origin")) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin != "null" && origin.split_once("://").map(|(_, host)| host) != header("host"),
        (None, None) => false,
    };
    if is_foreign { Err(must_be_of_this_site()) } else { Ok(()) }
}

/// What a form of another site is answered.
pub(crate) fn must_be_of_this_site() -> Problem {
    let detail = "this was not sent from a page of this site";
    Problem::new(StatusCode::FORBIDDEN, "form_must_be_of_this_site", detail)
}
