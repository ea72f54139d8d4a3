//! The queue of declarations: those to judge by when they lapse, and those that were judged.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::certificate::{Declaration, DeclarationState};
use orebook_registry::values::{DeclarationId, OrganisationId, Timestamp};
use orebook_store::EvidenceRow;
use serde::Deserialize;

use super::{JUDGES, QUEUE, of_declaration, queue, tone_of};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::desk::cards::{Card, Cards, Link, Part, State, window};
use crate::pages::desk::door::opened;
use crate::pages::desk::files;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Waiting,
    Decided,
}

/// Which of them, and from which on.
#[derive(Debug, Deserialize)]
pub struct Shown {
    show: Option<Kind>,
    #[serde(default)]
    from: usize,
}

/// The queue.
#[get("/desk/certifier/declarations")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    asked: web::Query<Shown>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, JUDGES) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let asking = Asking::of(&request, &shared);
    asking.member(Permission::Read)?;
    let from = |kind| if asked.show == Some(kind) { asked.from } else { 0 };
    let [waiting, decided] = shared.state(|registry| {
        let open: Vec<_> = queue(registry, me).into_iter().map(|(_, id)| id).collect();
        let done = |id: &DeclarationId| {
            registry.certificates.declaration(*id).is_some_and(|one| one.state != DeclarationState::Declared)
        };
        let all = registry.certificates.declarations().map(|(id, _)| id);
        let mut done: Vec<_> = all.filter(|id| done(id) && of_declaration(registry, me, *id).is_some()).collect();
        done.reverse();
        [window(open, from(Kind::Waiting)), window(done, from(Kind::Decided))]
    });
    let kept = match asking.member(Permission::Documents) {
        Ok(_) => Some(files::rows(&shared, digests(&shared, &waiting.0)).await?),
        Err(_) => None,
    };
    let (t, now) = (frame.t, shared.clock.now());
    let parts = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office: false };
        let part = |kind, heading: &str, lead: &str, empty: &str, (ids, more): &(Vec<DeclarationId>, Option<usize>)| {
            let word = if kind == Kind::Waiting { "waiting" } else { "decided" };
            Part {
                heading: heading.to_owned(),
                lead: lead.to_owned(),
                empty: empty.to_owned(),
                cards: ids.iter().filter_map(|id| card(names, me, *id, kept.as_deref(), now)).collect(),
                more: more.map(|from| format!("{QUEUE}?show={word}&from={from}")),
            }
        };
        let waits = part(
            Kind::Waiting,
            t.certifier_to_judge(),
            t.certifier_to_judge_lead(),
            t.certifier_none_to_judge(),
            &waiting,
        );
        let done = part(Kind::Decided, t.certifier_judged(), "", t.certifier_none_judged(), &decided);
        match asked.show {
            Some(Kind::Waiting) => vec![waits],
            Some(Kind::Decided) => vec![done],
            None => vec![waits, done],
        }
    });
    Cards::new(frame, t.certifier_declarations(), t.certifier_declarations_lead(), parts)
        .under(t.nav_desk(), "/desk")
        .answer()
}

fn digests(shared: &Data, ids: &[DeclarationId]) -> Vec<String> {
    shared.state(|registry| {
        let declarations = ids.iter().filter_map(|id| registry.certificates.declaration(*id));
        declarations.flat_map(|one| &one.evidence).map(ToString::to_string).collect()
    })
}

fn card(
    names: Names<'_>,
    me: OrganisationId,
    id: DeclarationId,
    kept: Option<&[EvidenceRow]>,
    now: Timestamp,
) -> Option<Card> {
    let (t, registry) = (names.t, names.registry);
    let declaration = registry.certificates.declaration(id)?;
    let (_, certificate) = of_declaration(registry, me, id)?;
    let title = t.certifier_declaration_of(
        names.organisation(certificate.producer),
        t.from_to(t.day(declaration.period_from), t.day(declaration.period_to)),
    );
    let link = format!("{QUEUE}/{id}");
    let card = Card::of(title)
        .at(&link)
        .fact(t.certifier_class(), names.class(&certificate.class))
        .fact(t.certifier_sum_fine(), t.mass(declaration.fine));
    if declaration.state != DeclarationState::Declared {
        let word = t.word("declaration-state", declaration.state.word()).into_owned();
        let state = Some(State { word, tone: tone_of(declaration.state) });
        return Some(Card { state, ..card });
    }
    let outcome = declaration.would_issue(certificate, declaration.fine);
    let would = outcome.map_or_else(|_| t.certifier_would_be_refused().to_owned(), |(issued, _)| t.mass(issued));
    let judge = Link::to(t.certifier_judge(), link).first();
    Some(
        card.due(t, Some(declaration.lapses_at), now)
            .fact(t.certifier_would_issue(), would)
            .fact(t.certifier_evidence(), evidence(names, id, declaration, kept))
            .link(judge),
    )
}

/// `3 files, 2 of them here`
fn evidence(names: Names<'_>, id: DeclarationId, declaration: &Declaration, kept: Option<&[EvidenceRow]>) -> String {
    let (t, files) = (names.t, declaration.evidence.len());
    let Some(rows) = kept else { return t.certifier_files(files) };
    let is_here = |digest: &String| files::file(t, rows, &id.to_string(), digest).link.is_some();
    let here = declaration.evidence.iter().map(ToString::to_string).filter(is_here).count();
    t.certifier_files_here(files, t.whole(here))
}
