//! Grievances without an account and without a script: a form, the receipt, and the case that it opens.
//!
//! The receipt is shown in the answer to the form and nowhere else. A code never stands in an address: it is asked for
//! and looked up by POST, and no answer is kept by a cache.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use askama::Template;
use serde::Deserialize;

use super::frame::Frame;
use super::{framed, unstored};
use crate::access::form;
use crate::api::grievances::{CaseView, FiledView, case_of, file};
use crate::app::Data;
use crate::grievance::{Filing, KINDS};
use crate::problem::Problem;

/// The form, with what was already written in it.
#[derive(Template)]
#[template(path = "grievance.html")]
struct FormPage {
    frame: Frame,
    /// What is wrong with what was sent.
    fault: Option<&'static str>,
    kinds: Vec<Choice>,
    severities: Vec<Choice>,
    about: String,
    text: String,
}

/// The receipt of what was filed.
#[derive(Template)]
#[template(path = "grievance_receipt.html")]
struct ReceiptPage {
    frame: Frame,
    filed: FiledView,
}

/// A case, to whoever has its receipt.
#[derive(Template)]
#[template(path = "grievance_case.html")]
struct CasePage {
    frame: Frame,
    case: CaseView,
    kind: String,
    state: String,
    decision: Option<String>,
    outcome: Option<String>,
    is_overdue: bool,
}

framed!(FormPage, ReceiptPage, CasePage);

/// A choice of a form.
struct Choice {
    value: &'static str,
    label: String,
    chosen: bool,
}

/// About what.
#[derive(Debug, Deserialize)]
struct Asked {
    about: Option<String>,
}

/// The form as a browser sends it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Sent {
    kind: String,
    severity: String,
    about: String,
    text: String,
}

/// A receipt code as a browser sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SentReceipt {
    receipt: String,
}

/// The form.
#[get("/grievance")]
pub async fn show(frame: Frame, asked: web::Query<Asked>) -> Result<HttpResponse, Problem> {
    let about = asked.about.as_deref().unwrap_or("").chars().take(30).collect();
    unstored(&form(frame, Sent { about, ..Sent::default() }, None), StatusCode::OK)
}

/// Files what the form says, and shows the receipt.
#[post("/grievance")]
pub async fn file_form(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let sent: Sent = form::read(&request, &body)?;
    let t = frame.t;
    let Ok(severity) = sent.severity.parse() else {
        return unstored(&form(frame, sent, Some(t.grievance_fault_form())), StatusCode::BAD_REQUEST);
    };
    let about = Some(sent.about.trim()).filter(|about| !about.is_empty()).map(str::to_owned);
    // A browser sends the end of a line as two characters, and counts it as one.
    let text = sent.text.replace("\r\n", "\n");
    match file(&shared, Filing { kind: sent.kind.clone(), severity, about, text }).await {
        Ok(filed) => unstored(&ReceiptPage { frame, filed }, StatusCode::CREATED),
        Err(problem) => {
            let fault = match problem.status {
                StatusCode::BAD_REQUEST => t.grievance_fault_form(),
                StatusCode::NOT_FOUND => t.grievance_fault_about(),
                StatusCode::TOO_MANY_REQUESTS => t.grievance_fault_busy(),
                _ => return Err(problem),
            };
            unstored(&form(frame, sent, Some(fault)), problem.status)
        }
    }
}

/// Opens a case by its receipt code.
#[post("/grievance/case")]
pub async fn show_case(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let SentReceipt { receipt } = form::read(&request, &body)?;
    match case_of(&shared, &receipt).await {
        Ok(case) => unstored(&case_page(frame, case), StatusCode::OK),
        Err(problem) if matches!(problem.status, StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND) => {
            let fault = frame.t.grievance_fault_receipt();
            unstored(&form(frame, Sent::default(), Some(fault)), problem.status)
        }
        Err(problem) => Err(problem),
    }
}

fn form(frame: Frame, sent: Sent, fault: Option<&'static str>) -> FormPage {
    let t = frame.t;
    let choices = |values: &[&'static str], set: &str, chosen: &str| {
        let choice =
            |value: &&'static str| Choice { value, label: t.word(set, value).into_owned(), chosen: *value == chosen };
        values.iter().map(choice).collect()
    };
    FormPage {
        kinds: choices(&KINDS, "grievance-kind", &sent.kind),
        severities: choices(&["1", "2", "3", "4"], "grievance-severity", &sent.severity),
        fault,
        about: sent.about,
        text: sent.text,
        frame,
    }
}

fn case_page(frame: Frame, case: CaseView) -> CasePage {
    let t = frame.t;
    let named = |set: &str, word: &Option<String>| word.as_deref().map(|word| t.word(set, word).into_owned());
    CasePage {
        kind: t.word("grievance-kind", &case.kind).into_owned(),
        state: t.word("grievance-state", &case.state).into_owned(),
        decision: named("grievance-decision", &case.decision),
        outcome: named("grievance-outcome", &case.outcome),
        is_overdue: case.overdue == "yes" && case.state == "filed",
        case,
        frame,
    }
}
