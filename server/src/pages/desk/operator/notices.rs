//! Notices that did not arrive: letters that were given up, and webhooks that fail.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::values::Timestamp;
use orebook_store::{LetterRow, Reading, WebhookRow};
use orebook_texts::Texts;
use serde::Deserialize;

use super::seat::Seat;
use crate::access::rules::Asking;
use crate::access::{Permission, security};
use crate::api::list::Part as Found;
use crate::api::parse;
use crate::app::Data;
use crate::pages::desk::cards::{Card, Cards, Link, Part, SHOWN};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/notices";

/// Webhooks on the page.
const HOOKS: i64 = 100;

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
struct Query {
    after: Option<String>,
}

/// What did not arrive. Each organisation that is looked at finds it in its security log.
#[get("/desk/notices")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    query: web::Query<Query>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Settings) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let place = query.after.as_ref().map(|cursor| opened(&shared, cursor)).transpose()?;
    let begins = place.is_none();
    let (due_at, id) = place.unwrap_or((i64::MIN, String::new()));
    let limit = i64::try_from(SHOWN).unwrap_or(i64::MAX);
    let read = move |read: &mut Reading<'_>| {
        let letters = read.letters_after("dead", (due_at, &id), limit + 1)?;
        let hooks = if begins { read.webhooks_failing(HOOKS)? } else { Vec::new() };
        Ok((letters, hooks, read.letter_figures()?))
    };
    let (letters, hooks, figures) = shared.clone().into_inner().tables(read).await?;
    let letters = Found::cut(letters, limit, |row| format!("{}.{}", row.due_at, row.id), |row| row);
    let member = Asking::of(&request, &shared);
    let member = member.member(Permission::Settings)?;
    let of_letters = letters.items.iter().filter_map(|row| row.organisation.as_deref());
    for of in of_letters.chain(hooks.iter().map(|row| row.organisation.as_str())).collect::<BTreeSet<_>>() {
        security::record_read(&shared, parse("organisation", of)?, member, request.path())?;
    }
    let t = frame.t;
    let parts = shared.state(|registry| {
        let names = seat.names(registry, t);
        let mut parts = vec![Part {
            heading: t.operator_letters().to_owned(),
            lead: t.operator_letters_waiting(usize::try_from(figures.waiting).unwrap_or(0)),
            empty: t.operator_letters_none().to_owned(),
            cards: letters.items.into_iter().map(|row| letter(names, row)).collect(),
            more: letters.next.map(|place| format!("{PATH}?after={}", shared.cursors.seal(PATH, &place))),
        }];
        if begins {
            parts.push(Part {
                heading: t.operator_hooks().to_owned(),
                empty: t.operator_hooks_none().to_owned(),
                cards: hooks.into_iter().map(|row| hook(names, &row)).collect(),
                ..Part::default()
            });
        }
        parts
    });
    let page = Cards::new(frame.clone(), t.operator_notices(), t.operator_notices_lead(), parts);
    seat.answer(&frame, page)
}

/// Time and id of the last letter of the page before.
fn opened(shared: &Data, cursor: &str) -> Result<(i64, String), Problem> {
    let place = shared.cursors.open(PATH, cursor).and_then(|place| {
        let (due_at, id) = place.split_once('.')?;
        Some((due_at.parse().ok()?, id.to_owned()))
    });
    place.ok_or_else(|| Problem::bad_request("parameter_is_malformed", "after: as the page before leads on"))
}

fn moment(t: Texts, ms: i64) -> String {
    t.moment(Timestamp::from_ms(ms))
}

/// The organisation that something concerns, and its page.
fn owner(names: Names<'_>, id: Option<&str>) -> (Option<String>, Option<Link>) {
    let Some(id) = id else { return (None, None) };
    (names.of_id(id), Some(Link::to(names.t.operator_member(), format!("/desk/members/{id}"))))
}

fn letter(names: Names<'_>, row: LetterRow) -> Card {
    let t = names.t;
    let (name, link) = owner(names, row.organisation.as_deref());
    let kind = t.word("operator-letter", &row.kind).into_owned();
    Card::of(format!("{kind} · {}", row.address))
        .held(t.operator_given_up())
        .fact_if(t.operator_organisation(), name)
        .fact(t.operator_made_at(), moment(t, row.made_at))
        .fact(t.operator_tried(), t.operator_tries(usize::try_from(row.tries).unwrap_or(0), moment(t, row.due_at)))
        .fact_if(t.operator_failure(), row.failure)
        .link_if(link)
}

/// Where it tells is its owner's own.
fn hook(names: Names<'_>, row: &WebhookRow) -> Card {
    let t = names.t;
    let (name, link) = owner(names, Some(&row.organisation));
    let ending: String = row.id.chars().skip(row.id.chars().count().saturating_sub(6)).collect();
    let card = Card::of(format!("{} · …{ending}", name.unwrap_or_default()));
    let card = if row.state == "disabled" {
        card.held(t.operator_hook_disabled())
    } else {
        card.waits(t.operator_hook_fails())
    };
    card.fact_if(t.operator_failure(), row.reason.clone())
        .fact(t.operator_failed_tries(), t.whole(row.tries))
        .fact_if(t.operator_next_try(), row.retry_at.filter(|_| row.state != "disabled").map(|at| moment(t, at)))
        .coded(t.operator_number(), "", &row.id)
        .link_if(link)
}
