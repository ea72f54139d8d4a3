//! Public pages: rendered here, complete without JavaScript.

pub mod account;
pub mod act;
pub mod batch;
pub mod chart;
pub mod desk;
pub mod findings;
pub mod frame;
pub mod grievance;
pub mod home;
pub mod how_to_verify;
pub mod keys;
pub mod language;
pub mod login;
pub mod market;
pub mod markets;
pub mod names;
pub mod problem;
pub mod producer;
pub mod producers;
pub mod programme;
pub mod programmes;
mod records;
pub mod retirement;
pub mod same_origin;
pub mod serial;
pub mod status;
pub mod style;
pub mod unsubscribe;
pub mod verify;
pub mod wrong;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, HeaderValue, SET_COOKIE, VARY};
use askama::Template;
use frame::Frame;

use crate::problem::Problem;

/// Only what this server itself serves, and no script at all.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same, with the scripts of this server, which ask nobody else.
const SCRIPTED: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// A page, which has a frame.
trait Framed: Template {
    /// What it may load.
    const POLICY: &'static str;
    /// What stands around it.
    fn frame(&self) -> &Frame;
}

/// Says of pages that their frame is their field `frame`: of those without scripts, or of those with.
macro_rules! framed {
    ($($page:ty),+) => { $crate::pages::framed!(@ POLICY: $($page),+); };
    (scripted: $($page:ty),+) => { $crate::pages::framed!(@ SCRIPTED: $($page),+); };
    (@ $policy:ident: $($page:ty),+) => {$(
        impl $crate::pages::Framed for $page {
            const POLICY: &'static str = $crate::pages::$policy;
            fn frame(&self) -> &$crate::pages::frame::Frame {
                &self.frame
            }
        }
    )+};
}
use framed;

/// Renders a page with the headers that every page has.
fn render<P: Framed>(page: &P) -> Result<HttpResponse, Problem> {
    let html = page.render().map_err(Problem::internal)?;
    let mut response = HttpResponse::Ok();
    response
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CONTENT_LANGUAGE, page.frame().lang()))
        .insert_header((VARY, "accept-language, cookie"))
        .insert_header(("content-security-policy", P::POLICY))
        .insert_header(("referrer-policy", "no-referrer"))
        .insert_header(("x-content-type-options", "nosniff"));
    if let Some(cookie) = page.frame().cookie() {
        response.insert_header((SET_COOKIE, cookie));
    }
    if page.frame().me.is_some() {
        response.insert_header((CACHE_CONTROL, "no-store"));
    }
    Ok(response.body(html))
}

/// Renders a page that nobody keeps, with a status.
fn unstored(page: &impl Framed, status: StatusCode) -> Result<HttpResponse, Problem> {
    let mut response = render(page)?;
    *response.status_mut() = status;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
