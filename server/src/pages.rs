//! Public pages: rendered here, complete without JavaScript.

pub mod account;
pub mod grievance;
pub mod home;
pub mod language;
pub mod login;
pub mod problem;
pub mod retirement;
pub mod same_origin;
pub mod style;
pub mod unsubscribe;
pub mod verify;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use askama::Template;

use crate::problem::Problem;

/// Only what this server itself serves, and no script at all.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Renders a page with the headers that every page has.
fn render(page: &impl Template) -> Result<HttpResponse, Problem> {
    let html = page.render().map_err(Problem::internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header(("content-security-policy", POLICY))
        .insert_header(("referrer-policy", "no-referrer"))
        .insert_header(("x-content-type-options", "nosniff"))
        .body(html))
}

/// Renders a page that nobody keeps, with a status.
fn unstored(page: &impl Template, status: StatusCode) -> Result<HttpResponse, Problem> {
    let mut response = render(page)?;
    *response.status_mut() = status;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// A date as people read it: `31 July 2026`.
fn long_date(date: orebook_registry::values::Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(date.month() as usize - 1).copied().unwrap_or("");
    format!("{} {month} {}", date.day(), date.year())
}

/// Thousands separated, as on a document: `188,400`.
fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_once('.').map_or((number, None), |(w, f)| (w, Some(f)));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    fraction.map(|f| format!("{grouped}.{f}")).unwrap_or(grouped)
}
