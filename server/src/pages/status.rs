//! How the register does: what `/version`, `/readyz`, the log and the list of dumps say, for people. A server that does
//! not lead answers too, and says why.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get};
use askama::Template;

use super::frame::Frame;
use super::how_to_verify::{Witness, newest_dump};
use super::{framed, unstored};
use crate::app::Data;
use crate::problem::Problem;
use crate::sequencer::{Standing, Unavailable};

#[derive(Template)]
#[template(path = "status.html")]
struct StatusPage {
    frame: Frame,
    /// Why it shows nothing, if it does not.
    idle: Option<String>,
    /// It shows what another server writes.
    follows: bool,
    /// Each with what it is called; what is not known is left out.
    facts: Vec<(&'static str, String)>,
    witnesses: Vec<String>,
}

framed!(StatusPage);

/// The page.
#[get("/status")]
pub async fn show(shared: Data, frame: Frame) -> Result<HttpResponse, Problem> {
    let t = frame.t;
    let follows = matches!(shared.sequencer.standing(), Standing::Follows(_));
    let idle = match shared.sequencer.shows() {
        Err(Unavailable::NotReady(reason)) => Some(reason),
        _ => None,
    };
    let dump = newest_dump(&shared).await?.map(|(day, _)| t.day(day));
    let checkpoint = shared.sequencer.published().map(|published| t.whole(published.checkpoint.size));
    let now = shared.clock.now();
    // What an idle server has in its memory may be old, or nothing at all.
    let shows = idle.is_none();
    let (origin, last, entries) = shared.state(|registry| {
        let origin = Some(registry.origin().to_owned()).filter(|origin| shows && !origin.is_empty());
        (origin, registry.time().filter(|_| shows), shows.then(|| registry.size()))
    });
    let all = [
        (t.status_origin(), origin),
        (t.status_entries(), entries.map(|entries| t.whole(entries))),
        (t.status_last(), last.map(|last| t.moment(last))),
        (t.status_checkpoint(), checkpoint.filter(|_| shows).map(|size| t.verify_checkpoint_text(size))),
        (t.status_dump(), Some(dump.unwrap_or_else(|| t.status_dump_none().to_owned()))),
        (t.status_clock(), Some(t.moment(now))),
        (t.status_version(), Some(env!("CARGO_PKG_VERSION").to_owned())),
    ];
    let witness = |witness: Witness| match witness.time {
        Some(time) => t.status_witness_behind(witness.name, witness.size, time),
        None => t.status_witness_never(witness.name),
    };
    let page = StatusPage {
        idle,
        follows,
        facts: all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(),
        witnesses: shared.cosigned.states().into_iter().map(|one| witness(Witness::of(one, t))).collect(),
        frame,
    };
    unstored(&page, StatusCode::OK)
}
