//! What went wrong, as a page: to a browser that opened one. A program that asks for JSON keeps its problem.

use actix_web::http::header::{ACCEPT, ALLOW, HeaderValue, RETRY_AFTER, VARY, WWW_AUTHENTICATE};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use orebook_registry::Registry;

use super::act::told::{Refused, refused};
use super::frame::Frame;
use super::names::Names;
use super::{framed, unstored};
use crate::problem::Problem;

/// What programs ask for, whatever a browser that opens it says it accepts.
const FOR_PROGRAMS: [&str; 8] =
    ["/v1/", "/log/", "/oauth/", "/ns/", "/.well-known/", "/metrics", "/openapi.json", "/docs/"];

#[derive(Template)]
#[template(path = "wrong.html")]
struct WrongPage {
    frame: Frame,
    missing: bool,
    told: Refused,
}

framed!(WrongPage);

/// Whether a page is what is looked for: by a browser, at a path of pages.
pub fn wants_page(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let path = request.path();
    matches!(*request.method(), Method::GET | Method::HEAD | Method::POST)
        && accepted.contains("text/html")
        && !FOR_PROGRAMS.iter().any(|start| path.starts_with(start))
}

/// A problem in the reader's language, with the status and the headers that its plain form has.
pub fn page(problem: &Problem, frame: Frame, plain: HttpResponse) -> Result<HttpResponse, Problem> {
    // Figures of a refusal name what its reader may know; nothing of the register is looked up for them here.
    let nothing = Registry::new();
    let told = refused(problem, Names { registry: &nothing, t: frame.t, me: None, office: false });
    let missing =
        matches!(problem.status, StatusCode::NOT_FOUND | StatusCode::GONE) || problem.code == "parameter_is_malformed";
    let mut page = unstored(&WrongPage { missing, told, frame }, problem.status)?;
    for (name, value) in plain.headers() {
        if [ALLOW, RETRY_AFTER, WWW_AUTHENTICATE].contains(name) {
            page.headers_mut().insert(name.clone(), value.clone());
        }
    }
    page.headers_mut().insert(VARY, HeaderValue::from_static("accept, accept-language, cookie"));
    Ok(page)
}
