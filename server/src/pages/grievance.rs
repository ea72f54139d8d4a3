//! Grievances without an account and without a script: a form, the receipt, and the case that it opens.
//!
//! The receipt is shown in the answer to the form and nowhere else. A code never stands in an address: it is asked for
//! and looked up by POST, and no answer is kept by a cache.

mod texts;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use askama::Template;
use orebook_registry::claim::wording::Language;
use serde::Deserialize;

use super::unstored;
use crate::access::form;
use crate::api::grievances::{CaseView, FiledView, case_of, file};
use crate::app::Data;
use crate::grievance::{Filing, KINDS};
use crate::problem::Problem;
use texts::{Texts, texts};

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
    kind: &'static str,
    state: &'static str,
    decision: Option<&'static str>,
    outcome: Option<&'static str>,
    is_overdue: bool,
}

/// The language of a page, and the others.
struct Frame {
    t: &'static Texts,
    language: &'static str,
    tongues: Vec<super::retirement::Tongue>,
}

impl Frame {
    fn of(language: Language) -> Self {
        Self { t: texts(language), language: language.word(), tongues: super::retirement::tongues(language) }
    }
}

/// A choice of a form.
struct Choice {
    value: &'static str,
    label: &'static str,
    chosen: bool,
}

/// In which language, and about what.
#[derive(Debug, Deserialize)]
struct Asked {
    lang: Option<String>,
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
pub async fn show(request: HttpRequest, asked: web::Query<Asked>) -> Result<HttpResponse, Problem> {
    let about = asked.about.as_deref().unwrap_or("").chars().take(30).collect();
    let language = super::language::of(&request, asked.lang.as_deref());
    unstored(&form(language, Sent { about, ..Sent::default() }, None), StatusCode::OK)
}

/// Files what the form says, and shows the receipt.
#[post("/grievance")]
pub async fn file_form(
    shared: Data,
    request: HttpRequest,
    asked: web::Query<Asked>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let language = super::language::of(&request, asked.lang.as_deref());
    let sent: Sent = form::read(&request, &body)?;
    let t = texts(language);
    let Ok(severity) = sent.severity.parse() else {
        return unstored(&form(language, sent, Some(t.fault_form)), StatusCode::BAD_REQUEST);
    };
    let about = Some(sent.about.trim()).filter(|about| !about.is_empty()).map(str::to_owned);
    // A browser sends the end of a line as two characters, and counts it as one.
    let text = sent.text.replace("\r\n", "\n");
    match file(&shared, Filing { kind: sent.kind.clone(), severity, about, text }).await {
        Ok(filed) => unstored(&ReceiptPage { frame: Frame::of(language), filed }, StatusCode::CREATED),
        Err(problem) => {
            let fault = match problem.status {
                StatusCode::BAD_REQUEST => t.fault_form,
                StatusCode::NOT_FOUND => t.fault_about,
                StatusCode::TOO_MANY_REQUESTS => t.fault_busy,
                _ => return Err(problem),
            };
            unstored(&form(language, sent, Some(fault)), problem.status)
        }
    }
}

/// Opens a case by its receipt code.
#[post("/grievance/case")]
pub async fn show_case(
    shared: Data,
    request: HttpRequest,
    asked: web::Query<Asked>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let language = super::language::of(&request, asked.lang.as_deref());
    let SentReceipt { receipt } = form::read(&request, &body)?;
    match case_of(&shared, &receipt).await {
        Ok(case) => unstored(&case_page(language, case), StatusCode::OK),
        Err(problem) if matches!(problem.status, StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND) => {
            unstored(&form(language, Sent::default(), Some(texts(language).fault_receipt)), problem.status)
        }
        Err(problem) => Err(problem),
    }
}

fn form(language: Language, sent: Sent, fault: Option<&'static str>) -> FormPage {
    let frame = Frame::of(language);
    let choices = |values: &[&'static str], labels: &[&'static str], chosen: &str| {
        let pairs = values.iter().zip(labels);
        pairs.map(|(value, label)| Choice { value, label, chosen: *value == chosen }).collect()
    };
    FormPage {
        kinds: choices(&KINDS, &frame.t.kinds, &sent.kind),
        severities: choices(&["1", "2", "3", "4"], &frame.t.severities, &sent.severity),
        fault,
        about: sent.about,
        text: sent.text,
        frame,
    }
}

fn case_page(language: Language, case: CaseView) -> CasePage {
    let frame = Frame::of(language);
    let t = frame.t;
    let kind = KINDS.iter().position(|kind| *kind == case.kind).map_or("", |at| t.kinds[at]);
    let named = |pairs: &[(&str, &'static str)], word: &Option<String>| {
        let word = word.as_deref()?;
        pairs.iter().find(|(code, _)| *code == word).map(|(_, label)| *label)
    };
    CasePage {
        kind,
        state: named(&t.states, &Some(case.state.clone())).unwrap_or_default(),
        decision: named(&t.decisions, &case.decision),
        outcome: named(&t.outcomes, &case.outcome),
        is_overdue: case.overdue == "yes" && case.state == "filed",
        case,
        frame,
    }
}
