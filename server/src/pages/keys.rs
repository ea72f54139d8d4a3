//! Keys of an organisation, and those of this browser. Secret keys are made in the browser and stay there; a recovery key is
//! shown once, to be printed. Nothing here signs: what is to be signed leads to the page of its act.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::instruction::KeyPurpose;
use orebook_registry::party::{Key, KeyState};
use orebook_registry::values::YesNo;

use super::frame::Frame;
use super::login::see;
use super::{framed, render, unstored};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "keys.html")]
struct KeysPage {
    frame: Frame,
    keys: Vec<Line>,
    persons: Vec<String>,
}

/// For whoever is no member yet.
#[derive(Template)]
#[template(path = "join.html")]
struct JoinPage {
    frame: Frame,
}

framed!(scripted: KeysPage, JoinPage);

/// A key as it is shown.
struct Line {
    key: String,
    person: String,
    purpose: String,
    state: String,
    awaits: bool,
    active: bool,
    works_from: Option<String>,
    open_to_veto: bool,
}

/// The keys of one's organisation.
#[get("/keys")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let Some(me) = frame.me.as_ref().map(|me| me.id) else { return Ok(see("/login")) };
    Asking::of(&request, &shared).member(Permission::Read)?;
    let mut keys: Vec<(u8, Line)> = shared.state(|registry| {
        let keys = registry.parties.keys_of(me);
        keys.map(|(public, key)| (rank(key.state), line(&frame, public.to_string(), key))).collect()
    });
    keys.sort_by_key(|(rank, line)| (*rank, line.person.clone()));
    let mut persons: Vec<String> = keys.iter().map(|(_, line)| line.person.clone()).collect();
    persons.dedup();
    let page = KeysPage { frame, keys: keys.into_iter().map(|(_, line)| line).collect(), persons };
    unstored(&page, StatusCode::OK)
}

/// What still needs something stands first.
const fn rank(state: KeyState) -> u8 {
    match state {
        KeyState::Awaiting => 0,
        KeyState::Active => 1,
        KeyState::Revoked(_) | KeyState::Vetoed(_) => 2,
    }
}

fn line(frame: &Frame, public: String, key: &Key) -> Line {
    let t = frame.t;
    let awaits = key.state == KeyState::Awaiting;
    Line {
        key: public,
        person: key.person.to_string(),
        purpose: match key.purpose {
            KeyPurpose::Signing => t.keys_for_every_day(),
            KeyPurpose::Recovery => t.keys_for_recovery(),
        }
        .to_owned(),
        state: t.word("key-state", key.state.word()).into_owned(),
        awaits,
        active: key.state == KeyState::Active,
        works_from: key.works_from.filter(|_| awaits).map(|from| t.moment(from)),
        open_to_veto: awaits && key.added_by_operator == YesNo::Yes,
    }
}

/// Making the first keys, before anybody knows one: the public ones go to the operator as a link that opens its form.
#[get("/join")]
pub async fn join(frame: Frame) -> Result<HttpResponse, Problem> {
    render(&JoinPage { frame })
}
