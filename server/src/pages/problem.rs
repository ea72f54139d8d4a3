//! A page for each kind of problem: what the `type` of a problem leads to.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use orebook_registry::Refusal;

use super::frame::Frame;
use super::{framed, render};
use crate::problem::{Problem, TRANSPORT, status_of};

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    frame: Frame,
    code: String,
    /// In the reader's language, where the rule can be said without figures.
    told: Option<&'static str>,
    rule: String,
    help: Option<&'static str>,
    status: u16,
}

framed!(ProblemPage);

/// Explains a refusal by its code.
#[get("/problems/{code}")]
pub async fn show(code: web::Path<String>, frame: Frame) -> Result<HttpResponse, Problem> {
    let refusals =
        Refusal::TABLE.iter().map(|(name, class, rule)| (snake_case(name), status_of(*class).as_u16(), *rule));
    let others = TRANSPORT.iter().map(|(code, status, rule)| ((*code).to_owned(), *status, *rule));
    let known = refusals.chain(others).find(|(name, _, _)| *name == *code);
    let id = format!("refusal-{}", code.replace('_', "-"));
    let (told, help) = (frame.t.find(&id), frame.t.find(&format!("{id}-help")));
    let page = known.map(|(code, status, rule)| ProblemPage { frame, code, told, rule: rule.to_owned(), help, status });
    render(&page.ok_or_else(|| Problem::not_found("kind of refusal", code.as_str()))?)
}

/// `MassMustBeOnLot` → `mass_must_be_on_lot`
pub fn snake_case(name: &str) -> String {
    let mut code = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('_');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}
