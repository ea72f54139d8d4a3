//! The desk of a member: what waits for it, by urgency, and the ways to its work. Which pages there are follows from the
//! roles of its organisation; one file per role.

pub mod auditor;
mod bar;
pub mod brand;
mod cards;
pub mod certifier;
mod common;
pub mod coop;
mod door;
mod files;
pub mod held;
pub mod operator;
mod reckoning;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::instruction::Role;
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_texts::Texts;

use super::act::show::office;
use super::frame::Frame;
use super::login::see;
use super::names::Names;
use super::{framed, unstored};
use crate::access::Permission;
use crate::access::member_of;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::problem::Problem;

use held::{Held, held};

/// Something that waits for a member.
#[derive(Debug)]
pub struct Waiting {
    /// What it is, with its figures.
    pub text: String,
    /// Where it is done.
    pub link: String,
    /// When it is due, if it is; the soonest stands first.
    pub due: Option<Timestamp>,
}

/// A way to a page of the desk.
#[derive(Debug)]
pub struct Way {
    /// Where to.
    pub link: &'static str,
    /// What it is called.
    pub name: &'static str,
}

/// What a role's file tells the desk.
struct Room {
    roles: &'static [Role],
    ways: fn(Texts) -> Vec<Way>,
    waiting: fn(Names<'_>, OrganisationId, Timestamp) -> Vec<Waiting>,
}

const ROOMS: &[Room] = &[
    Room { roles: &[Role::Operator], ways: operator::ways, waiting: operator::waiting },
    Room { roles: coop::MINES, ways: coop::ways, waiting: |_, _, _| Vec::new() },
    Room { roles: coop::COOP, ways: coop::ways_of_money, waiting: coop::waiting },
    Room { roles: brand::BRAND, ways: brand::ways, waiting: brand::waiting },
    Room { roles: &[Role::Certifier], ways: certifier::ways, waiting: certifier::waiting },
    Room { roles: &[Role::Auditor], ways: auditor::ways, waiting: auditor::waiting },
];

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    frame: Frame,
    organisation: String,
    held: Vec<Held>,
    waiting: Vec<Line>,
    ways: Vec<Way>,
}

framed!(DeskPage);

/// Something that waits, as it is shown.
struct Line {
    text: String,
    link: String,
    due: Option<String>,
    overdue: bool,
}

/// The desk of whoever is logged in.
#[get("/desk")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let Some(me) = frame.me.clone() else { return Ok(see("/login")) };
    let office = office(&shared, &request, &frame)?;
    let now = shared.clock.now();
    let rooms = || ROOMS.iter().filter(|room| me.is_any(room.roles));
    let (held, mut waiting) = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me.id), office };
        let mut waiting: Vec<Waiting> = rooms().flat_map(|room| (room.waiting)(names, me.id, now)).collect();
        waiting.extend(common::keys(names, me.id));
        // The operator has a queue of its own for them.
        if !me.is_any(&[Role::Operator]) {
            waiting.extend(common::proposals(names, me.id));
        }
        (held(names, me.id), waiting)
    });
    if me.is_any(coop::COOP) && Asking::of(&request, &shared).member(Permission::Documents).is_ok() {
        waiting.extend(coop::files_missing(&shared, frame.t, me.id).await?);
        waiting.extend(coop::details::missing(&shared, frame.t, me.id).await?);
    }
    let may = member_of(&request).map(|member| member.may).unwrap_or_default();
    if me.is_any(&[Role::Operator]) {
        waiting.extend(operator::waiting_beside(&shared, frame.t).await?);
        waiting.retain(|one| operator::opens(&one.link, may));
    }
    waiting.sort_by_key(|one| one.due.unwrap_or(Timestamp::from_ms(i64::MAX)));
    let line = |one: Waiting| Line {
        text: one.text,
        link: one.link,
        overdue: one.due.is_some_and(|due| due < now),
        due: one.due.map(|due| frame.t.moment(due)),
    };
    let page = DeskPage {
        organisation: me.organisation.clone(),
        held,
        waiting: waiting.into_iter().map(line).collect(),
        ways: rooms().flat_map(|room| (room.ways)(frame.t)).filter(|way| operator::opens(way.link, may)).collect(),
        frame,
    };
    unstored(&page, StatusCode::OK)
}
