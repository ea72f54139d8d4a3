//! Declining a kind of letters, by the link in the letter. Opening it changes nothing, since programs open links; the
//! button does, and so does a mail program that posts to the same address by itself (RFC 8058). The link is the
//! authority: whoever posts needs no session and comes from any site.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use askama::Template;
use orebook_registry::claim::wording::Language;

use super::{language, render};
use crate::app::Data;
use crate::notices::kind::Kind;
use crate::notices::texts::{Pages, Texts, texts};
use crate::notices::unsubscribe::Decliner;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "unsubscribe.html")]
struct Page {
    language: &'static str,
    title: String,
    text: String,
    button: Option<String>,
}

/// Asks whether letters of a kind should stop.
#[get("/unsubscribe/{token}")]
pub async fn show(shared: Data, token: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let page = |texts: &Texts, kind: Kind| Page {
        title: texts.unsubscribe.title.clone(),
        text: named(texts, &texts.unsubscribe.ask, kind),
        button: Some(texts.unsubscribe.button.clone()),
        language: "",
    };
    let kind = Decliner::of(&shared.keys.first_issuer).open(&token).map(|(_, kind)| kind);
    answer(&request, kind, page)
}

/// Stops letters of a kind.
#[post("/unsubscribe/{token}")]
pub async fn stop(shared: Data, token: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let opened = Decliner::of(&shared.keys.first_issuer).open(&token);
    let kind = match opened {
        None => None,
        Some((person, kind)) => {
            let work = move |shared: &crate::app::Shared| Ok(shared.letters.unsubscribe(&person, kind.word())?);
            shared.into_inner().blocking(work).await?.then_some(kind)
        }
    };
    let page = |texts: &Texts, kind: Kind| Page {
        title: texts.unsubscribe.done_title.clone(),
        text: named(texts, &texts.unsubscribe.done, kind),
        button: None,
        language: "",
    };
    answer(&request, kind, page)
}

fn named(texts: &Texts, sentence: &str, kind: Kind) -> String {
    sentence.replace("{kind}", texts.kinds.get(kind.word()).map_or(kind.word(), String::as_str))
}

fn answer(
    request: &HttpRequest,
    kind: Option<Kind>,
    page: impl FnOnce(&Texts, Kind) -> Page,
) -> Result<HttpResponse, Problem> {
    let language: Language = language::of(request, None);
    let texts = texts(language).map_err(Problem::internal)?;
    let Pages { invalid_title, invalid, .. } = &texts.unsubscribe;
    let (status, page) = match kind {
        Some(kind) => (StatusCode::OK, page(texts, kind)),
        None => {
            let (title, text) = (invalid_title.clone(), invalid.clone());
            (StatusCode::NOT_FOUND, Page { language: "", title, text, button: None })
        }
    };
    let mut response = render(&Page { language: language.word(), ..page })?;
    *response.status_mut() = status;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
