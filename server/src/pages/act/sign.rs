//! The end of signing: the bytes that a browser, or a command, has signed come here, and the answer is a piece of a page
//! in the reader's language. The authority is the signature alone; no session is asked for.

use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, post, web};
use askama::Template;
use serde::Deserialize;

use super::told::{Refused, refused};
use crate::access::form;
use crate::api::instructions::{ReceiptBody, require_json, submit};
use crate::app::Data;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::same_origin::require_same_origin;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

/// A piece of a page: what became of an instruction.
#[derive(Template)]
#[template(path = "act_answer.html")]
struct Answer {
    frame: Frame,
    answer: Outcome,
    then: String,
}

/// The same as a page, for whoever signs elsewhere.
#[derive(Template)]
#[template(path = "act_answer_page.html")]
struct AnswerPage {
    frame: Frame,
    answer: Outcome,
    then: String,
}

framed!(AnswerPage);

/// What became of it.
enum Outcome {
    Done(Done),
    Refused(Refused),
}

/// What was recorded.
struct Done {
    sequence: String,
    time: String,
    /// It awaits a second person.
    proposed: bool,
    /// Entries that followed of it.
    followed: u64,
    proof: String,
}

/// Submits what a script of ours signed.
#[post("/sign")]
pub async fn sign(shared: Data, request: HttpRequest, frame: Frame, body: web::Bytes) -> Result<HttpResponse, Problem> {
    require_same_origin(&request)?;
    require_json(request.headers())?;
    let (answer, status) = outcome(&shared, &frame, &body).await;
    let piece = Answer { frame, answer, then: String::new() };
    let html = piece.render().map_err(Problem::internal)?;
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(html))
}

/// A signed file, as a form sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    signed: String,
    #[serde(default)]
    then: String,
}

/// Submits what was signed elsewhere.
#[post("/sign/file")]
pub async fn sign_file(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let Signed { signed, then } = form::read(&request, &body)?;
    let (answer, status) = outcome(&shared, &frame, signed.trim().as_bytes()).await;
    let then = if then.starts_with('/') && !then.starts_with("//") { then } else { "/desk".to_owned() };
    unstored(&AnswerPage { frame, answer, then }, status)
}

async fn outcome(shared: &Data, frame: &Frame, bytes: &[u8]) -> (Outcome, StatusCode) {
    match submit(shared, bytes).await {
        Ok(submitted) => {
            let status = if submitted.replayed { StatusCode::OK } else { StatusCode::CREATED };
            (Outcome::Done(done(frame, &submitted.receipt)), status)
        }
        Err(problem) => {
            let me = frame.me.as_ref().map(|me| me.id);
            let told = shared.state(|registry| refused(&problem, Names { registry, t: frame.t, me, office: false }));
            (Outcome::Refused(told), problem.status)
        }
    }
}

fn done(frame: &Frame, receipt: &ReceiptBody) -> Done {
    let number = |text: &str| text.parse::<u64>().unwrap_or(0);
    let entry: serde_json::Value = serde_json::from_str(receipt.entry.get()).unwrap_or_default();
    let events = entry["events"].as_array().map(Vec::as_slice).unwrap_or_default();
    Done {
        sequence: frame.t.whole(&receipt.sequence),
        time: frame.t.moment(entry["time"].as_str().unwrap_or("")),
        proposed: events.iter().any(|event| !event["party"]["proposed"].is_null()),
        followed: number(&receipt.last) - number(&receipt.sequence),
        proof: receipt.proof.clone(),
    }
}
