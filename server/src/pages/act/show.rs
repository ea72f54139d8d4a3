//! The pages of an act: its form, and what is about to be signed.
//!
//! Both are plain addresses: whatever was filled in stands in the query. So a page may be opened again, kept, left for a
//! day or handed to a colleague, and nothing of it is stored here before it is signed.

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use orebook_document::canonical;
use orebook_registry::Registry;
use orebook_registry::instruction::{Act, KeyPurpose, Role};
use orebook_registry::party::KeyState;
use orebook_registry::values::OrganisationId;
use serde_json::Value;

use super::asked::Asked;
use super::form::Form;
use super::inputs::{Draw, Drawing, Item};
use super::read::{self, Fault};
use super::tell::{self, Told};
use super::told::{Refused, refused};
use crate::access::rules::Asking;
use crate::access::{Member, Permission};
use crate::api::instructions::forecast;
use crate::app::Data;
use crate::pages::frame::Frame;
use crate::pages::names::{Names, capital};
use crate::pages::{framed, login::see, unstored};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "act_form.html")]
struct FormPage {
    frame: Frame,
    act: &'static str,
    title: String,
    does: String,
    items: Vec<Item>,
    faulty: bool,
    /// What goes with the form unchanged.
    hidden: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "act_review.html")]
struct ReviewPage {
    frame: Frame,
    act: &'static str,
    title: String,
    does: String,
    told: Vec<Told>,
    /// What is proposed, where a proposal is approved.
    proposed: Option<(String, String, Vec<Told>)>,
    figures: Vec<(String, String)>,
    legs: Vec<(String, String)>,
    second_person: bool,
    refused: Option<Refused>,
    /// The act, canonical: what the signature is over.
    bytes: String,
    signing: Signing,
    query: String,
    then: String,
}

framed!(scripted: FormPage, ReviewPage);

/// What the browser needs to sign.
struct Signing {
    organisation: OrganisationId,
    registry: String,
    now: i64,
    /// Keys that may sign this act, separated by blanks.
    keys: String,
}

/// The form of an act.
#[get("/act/{act}")]
pub async fn show_form(
    shared: Data,
    request: HttpRequest,
    act: web::Path<String>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    if frame.me.is_none() {
        return Ok(see("/login"));
    }
    let form = Form::of(&act).ok_or_else(|| Problem::not_found("act", act.as_str()))?;
    if form.fields.is_empty() {
        return Ok(see(&format!("/act/{}/review?{}", form.act, request.query_string())));
    }
    let asked = Asked::of(request.query_string())?;
    unstored(&form_page(&shared, &request, frame, form, &asked, &[])?, StatusCode::OK)
}

/// What is about to be signed.
#[get("/act/{act}/review")]
pub async fn review(
    shared: Data,
    request: HttpRequest,
    act: web::Path<String>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    let Some(me) = frame.me.as_ref().map(|me| me.id) else { return Ok(see("/login")) };
    let form = Form::of(&act).ok_or_else(|| Problem::not_found("act", act.as_str()))?;
    let asked = Asked::of(request.query_string())?;
    let act = match read::act(form, &asked) {
        Ok(act) => act,
        Err(faults) => {
            return unstored(
                &form_page(&shared, &request, frame, form, &asked, &faults)?,
                StatusCode::UNPROCESSABLE_ENTITY,
            );
        }
    };
    let office = office(&shared, &request, &frame)?;
    let outcome = forecast(&shared, me, act.clone()).await;
    let now = shared.clock.now().ms();
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office };
        review_page(names, frame.clone(), form, &asked, &act, outcome)
    })?;
    let page = ReviewPage { signing: Signing { now, ..page.signing }, ..page };
    unstored(&page, StatusCode::OK)
}

/// The act as a file, for whoever signs elsewhere.
#[get("/act/{act}/file")]
pub async fn file(request: HttpRequest, act: web::Path<String>, _: Member) -> Result<HttpResponse, Problem> {
    let form = Form::of(&act).ok_or_else(|| Problem::not_found("act", act.as_str()))?;
    let asked = Asked::of(request.query_string())?;
    let malformed = |faults: Vec<Fault>| {
        let names: Vec<String> = faults.into_iter().map(|fault| format!("{}: {}", fault.name, fault.what)).collect();
        Problem::bad_request("request_is_malformed", names.join(", "))
    };
    let act = read::act(form, &asked).map_err(malformed)?;
    let name = format!("attachment; filename=\"{}.json\"", form.act);
    Ok(HttpResponse::Ok().content_type("application/json").insert_header((CONTENT_DISPOSITION, name)).json(act))
}

/// Whether whoever asks holds an office: then what they are shown is recorded as read.
pub(in crate::pages) fn office(shared: &Data, request: &HttpRequest, frame: &Frame) -> Result<bool, Problem> {
    let holds = frame.me.as_ref().is_some_and(|me| me.is_any(&[Role::Operator, Role::Auditor]));
    if holds {
        Asking::of(request, shared).office(Permission::Read)?;
    }
    Ok(holds)
}

fn form_page(
    shared: &Data,
    request: &HttpRequest,
    frame: Frame,
    form: &'static Form,
    asked: &Asked,
    faults: &[Fault],
) -> Result<FormPage, Problem> {
    let office = office(shared, request, &frame)?;
    let items = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: frame.me.as_ref().map(|me| me.id), office };
        Drawing { form, asked, faults, names }.items()
    });
    let hidden = asked.pairs().filter(|(name, _)| matches!(*name, "then" | "with"));
    Ok(FormPage {
        act: form.act,
        title: title(&frame, form.act),
        does: does(&frame, form.act),
        items,
        faulty: !faults.is_empty(),
        hidden: hidden.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        frame,
    })
}

fn title(frame: &Frame, act: &str) -> String {
    capital(&frame.t.word("act", act))
}

fn does(frame: &Frame, act: &str) -> String {
    frame.t.find(&format!("act-{}-does", act.replace('_', "-"))).unwrap_or_default().to_owned()
}

fn review_page(
    names: Names<'_>,
    frame: Frame,
    form: &'static Form,
    asked: &Asked,
    act: &Act,
    outcome: Result<crate::api::instructions::ForecastBody, Problem>,
) -> Result<ReviewPage, Problem> {
    let registry = names.registry;
    let bytes = String::from_utf8(canonical(act).map_err(Problem::internal)?).map_err(Problem::internal)?;
    let (figures, second_person, refusal) = match outcome {
        Ok(body) => (serde_json::to_value(&body.figures).unwrap_or_default(), body.second_person == "yes", None),
        Err(problem) if problem.status.is_server_error() => return Err(problem),
        // What only the signature itself can tell is not forecast.
        Err(_) if matches!(act, Act::ConfirmKey(_) | Act::Void(_)) => (Value::Null, false, None),
        Err(problem) => (Value::Null, false, Some(refused(&problem, names))),
    };
    let proposed = match act {
        Act::Approve(approve) => registry.parties.proposal(approve.proposal).map(|proposal| {
            let word = proposal.act.word();
            (title(&frame, word), does(&frame, word), tell::act(&proposal.act, names))
        }),
        _ => None,
    };
    Ok(ReviewPage {
        act: form.act,
        title: title(&frame, form.act),
        does: does(&frame, form.act),
        told: tell::act(act, names),
        proposed,
        legs: legs(&figures, names),
        figures: figures_of(&figures, names),
        second_person,
        refused: refusal,
        bytes,
        signing: signing(registry, &frame, act, asked),
        query: asked.to_query(),
        then: asked.then().unwrap_or("/desk").to_owned(),
        frame,
    })
}

/// The keys of the organisation that may sign: active ones, of every day or, for acts on keys, of recovery too; and one
/// that waits for nothing but its own confirmation.
fn signing(registry: &Registry, frame: &Frame, act: &Act, asked: &Asked) -> Signing {
    let organisation = frame.me.as_ref().map(|me| me.id).unwrap_or(OrganisationId::from(0));
    let wanted = asked.get("with");
    let may = |purpose: KeyPurpose, state: KeyState| match act {
        Act::ConfirmKey(_) => state == KeyState::Awaiting,
        Act::AddKey(_) | Act::RevokeKey(_) | Act::VetoKey(_) | Act::Approve(_) => state == KeyState::Active,
        _ => state == KeyState::Active && purpose == KeyPurpose::Signing,
    };
    let keys = registry.parties.keys_of(organisation).filter(|(_, key)| may(key.purpose, key.state));
    let keys = keys.map(|(public, _)| public.to_string()).filter(|key| wanted.is_none_or(|wanted| wanted == key));
    Signing { organisation, registry: registry.origin().to_owned(), now: 0, keys: keys.collect::<Vec<_>>().join(" ") }
}

/// The figures of a forecast that are one number, by name.
pub(in crate::pages) fn figures_of(figures: &Value, names: Names<'_>) -> Vec<(String, String)> {
    let shown = figures.as_object().into_iter().flatten().filter_map(|(name, value)| {
        let t = names.t;
        let label = t.find(&format!("figure-{}", name.replace('_', "-")))?;
        let text = match value {
            Value::Object(money) => t.money(money.get("amount")?.as_str()?, money.get("currency")?.as_str()?),
            Value::String(text) if matches!(name.as_str(), "mass" | "rests" | "room") => t.mass(text),
            Value::String(text) if text.len() > 10 && text.contains('T') => t.moment(text),
            Value::String(text) if name == "until" => t.day(text),
            Value::String(text) => t.word("figure-word", text).into_owned(),
            Value::Array(trades) if name == "trades" => t.trades_at_once(trades.len()),
            _ => return None,
        };
        Some((label.to_owned(), text))
    });
    shown.collect()
}

/// What would reach whom.
pub(in crate::pages) fn legs(figures: &Value, names: Names<'_>) -> Vec<(String, String)> {
    let leg = |leg: &Value| {
        let kind = names.t.word("payee-kind", leg["kind"].as_str()?);
        let payee = leg["payee"].as_str().and_then(|id| names.of_id(id));
        let name = payee.map_or_else(|| kind.clone().into_owned(), |payee| format!("{payee} · {kind}"));
        let amount = names.t.money(leg["amount"]["amount"].as_str()?, leg["amount"]["currency"].as_str()?);
        Some((name, amount))
    };
    figures["legs"].as_array().into_iter().flatten().filter_map(leg).collect()
}
