//! Grievances: private case files, for the handlers of the operator.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::values::Timestamp;
use orebook_texts::Texts;
use serde::Deserialize;

use super::seat::{Seat, form};
use crate::access::Permission;
use crate::api::grievances::{CaseView, cases_in};
use crate::app::{Data, Shared};
use crate::pages::desk::cards::{Card, Cards, Link, Part, SHOWN};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/grievances";

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
struct Query {
    state: Option<State>,
    after: Option<String>,
}

/// Which cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    #[default]
    Open,
    Overdue,
    Closed,
}

impl State {
    const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Closed => "closed",
        }
    }
    /// To what a cursor belongs.
    fn scope(self) -> String {
        format!("{PATH}?state={}", self.word())
    }
}

/// Cases, oldest first.
#[get("/desk/grievances")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    query: web::Query<Query>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Read) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let (t, now) = (frame.t, shared.clock.now());
    let state = query.state.unwrap_or_default();
    let malformed = || Problem::bad_request("parameter_is_malformed", "after: as the page before leads on");
    let open = |cursor: &String| shared.cursors.open(&state.scope(), cursor).ok_or_else(malformed);
    let after = query.after.as_ref().map(open).transpose()?;
    let limit = i64::try_from(SHOWN).unwrap_or(i64::MAX);
    let find = move |shared: &Shared| cases_in(shared, state.word(), after.as_deref(), limit);
    let found = shared.clone().into_inner().blocking(find).await?;
    let cards = shared.state(|registry| {
        let names = seat.names(registry, t);
        found.items.into_iter().map(|case| card(names, case, now)).collect()
    });
    let part = Part {
        heading: heading(state, t).to_owned(),
        empty: t.operator_grievances_none().to_owned(),
        cards,
        more: found.next.map(|place| {
            format!("{PATH}?state={}&after={}", state.word(), shared.cursors.seal(&state.scope(), &place))
        }),
        ..Part::default()
    };
    let others = [State::Open, State::Overdue, State::Closed].into_iter().filter(|one| *one != state);
    let others = others.map(|one| Link::to(heading(one, t), format!("{PATH}?state={}", one.word())));
    let page = Cards::new(frame.clone(), t.operator_grievances(), t.operator_grievances_lead(), vec![part]);
    seat.answer(&frame, page.with(others))
}

fn heading(state: State, t: Texts) -> &'static str {
    match state {
        State::Open => t.operator_grievances_open(),
        State::Overdue => t.operator_grievances_overdue(),
        State::Closed => t.operator_grievances_closed(),
    }
}

fn card(names: Names<'_>, case: CaseView, now: Timestamp) -> Card {
    let t = names.t;
    let moment = |text: &str| text.parse::<Timestamp>().ok();
    let word = |set: &str, word: &str| t.word(set, word).into_owned();
    let filed = moment(&case.filed_at).map(|at| t.moment(at)).unwrap_or_default();
    let card = Card::of(format!("{} · {filed}", word("grievance-kind", &case.kind)));
    let card = match case.state.as_str() {
        "filed" => card.due(t, moment(&case.triage_due), now),
        "triaged" => card.waits(t.grievance_state_triaged()),
        _ => card.well(t.grievance_state_closed()),
    };
    let about = case.about.as_deref().map(|id| (names.of_id(id).unwrap_or_default(), id.to_owned()));
    let card = match about {
        Some((name, id)) => card.coded(t.operator_about(), name, id),
        None => card,
    };
    let card = card
        .fact(t.operator_severity_wished(), word("severity", &case.severity_wished))
        .fact_if(t.operator_severity(), case.severity.as_deref().map(|one| word("severity", one)))
        .fact_if(t.operator_decision(), case.decision.as_deref().map(|one| word("grievance-decision", one)))
        .fact_if(t.operator_outcome(), case.outcome.as_deref().map(|one| word("grievance-outcome", one)))
        .coded(t.operator_case(), "", &case.grievance);
    let card = match &case.text {
        Some(text) => card.quoting(text.clone()),
        None => card,
    };
    acts(names, &case).into_iter().fold(card, Card::link)
}

/// What its handler does next.
fn acts(names: Names<'_>, case: &CaseView) -> Vec<Link> {
    let t = names.t;
    let mut about: Vec<(&str, &str)> = vec![("grievance", &case.grievance)];
    let severity = case.severity.as_deref().unwrap_or(&case.severity_wished);
    let named = case.about.as_deref().and_then(|id| Some((kind_of(id)?, id)));
    let triage = || {
        let fields = [("grievance", case.grievance.as_str()), ("severity", severity)];
        form(t, "triage_grievance", &fields.into_iter().chain(named).collect::<Vec<_>>(), PATH)
    };
    about.push(("reason", "grievance"));
    match named {
        Some(("batch", id)) => about.extend([("target", "batch"), ("target.batch", id)]),
        Some(("producer", id)) => about.extend([("target", "organisation"), ("target.organisation", id)]),
        _ => {}
    }
    let hold = form(t, "place_hold", &about, PATH);
    match case.state.as_str() {
        "filed" => vec![triage().first(), hold],
        "triaged" => {
            vec![form(t, "close_grievance", &[("grievance", &case.grievance)], PATH).first(), triage(), hold]
        }
        _ => Vec::new(),
    }
}

/// The field that names such a thing.
fn kind_of(id: &str) -> Option<&'static str> {
    match id.split_once('_')?.0 {
        "crt" => Some("certificate"),
        "bat" => Some("batch"),
        "org" => Some("producer"),
        _ => None,
    }
}
