//! Declining a kind of letters, by the link in the letter. Opening it changes nothing, since programs open links; the
//! button does, and so does a mail program that posts to the same address by itself (RFC 8058). The link is the
//! authority: whoever posts needs no session and comes from any site.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::{HttpResponse, get, post, web};
use askama::Template;
use orebook_texts::Texts;

use super::frame::Frame;
use super::{framed, render};
use crate::app::Data;
use crate::notices::kind::Kind;
use crate::notices::unsubscribe::Decliner;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "unsubscribe.html")]
struct Page {
    frame: Frame,
    title: &'static str,
    text: String,
    button: Option<&'static str>,
}

framed!(Page);

/// Asks whether letters of a kind should stop.
#[get("/unsubscribe/{token}")]
pub async fn show(shared: Data, token: web::Path<String>, frame: Frame) -> Result<HttpResponse, Problem> {
    let page = |frame: Frame, kind: Kind| Page {
        title: frame.t.unsubscribe_title(),
        text: frame.t.unsubscribe_ask(name_of(frame.t, kind)),
        button: Some(frame.t.unsubscribe_button()),
        frame,
    };
    let kind = Decliner::of(&shared.keys.first_issuer).open(&token).map(|(_, kind)| kind);
    answer(frame, kind, page)
}

/// Stops letters of a kind.
#[post("/unsubscribe/{token}")]
pub async fn stop(shared: Data, token: web::Path<String>, frame: Frame) -> Result<HttpResponse, Problem> {
    let opened = Decliner::of(&shared.keys.first_issuer).open(&token);
    let kind = match opened {
        None => None,
        Some((person, kind)) => {
            let work = move |shared: &crate::app::Shared| Ok(shared.letters.unsubscribe(&person, kind.word())?);
            shared.into_inner().blocking(work).await?.then_some(kind)
        }
    };
    let page = |frame: Frame, kind: Kind| Page {
        title: frame.t.unsubscribe_done_title(),
        text: frame.t.unsubscribe_done(name_of(frame.t, kind)),
        button: None,
        frame,
    };
    answer(frame, kind, page)
}

fn name_of(t: Texts, kind: Kind) -> String {
    t.word("letter-kind", kind.word()).into_owned()
}

fn answer(frame: Frame, kind: Option<Kind>, page: impl FnOnce(Frame, Kind) -> Page) -> Result<HttpResponse, Problem> {
    let (status, page) = match kind {
        Some(kind) => (StatusCode::OK, page(frame, kind)),
        None => {
            let (title, text) = (frame.t.unsubscribe_invalid_title(), frame.t.unsubscribe_invalid().to_owned());
            (StatusCode::NOT_FOUND, Page { frame, title, text, button: None })
        }
    };
    let mut response = render(&page)?;
    *response.status_mut() = status;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
