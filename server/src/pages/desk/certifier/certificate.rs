//! One certificate as its certifier keeps it: terms, years, inspection, history, and what can be done with it.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::certificate::{Certificate, CertificateState, Mandate, Standing, YearUse};
use orebook_registry::values::{CertificateId, Date, Mass};

use super::certificates::act;
use super::{CERTIFICATES, JUDGES, QUEUE, inspected_until, tone, tone_of};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::parse;
use crate::app::Data;
use crate::pages::desk::cards::{Card, Cards, Link, Part, State, window};
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::names::{Names, capital};
use crate::problem::Problem;

/// What is done with certificates, the likeliest first.
const ACTS: [&str; 10] = [
    "begin_audit",
    "grant_certificate",
    "reinstate_certificate",
    "release_certificate_hold",
    "record_inspection",
    "extend_maximum",
    "open_instalment_plan",
    "suspend_certificate",
    "reject_certificate",
    "withdraw_certificate",
];

/// A certificate.
#[get("/desk/certifier/certificates/{id}")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, JUDGES) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).member(Permission::Read)?;
    let id: CertificateId = parse("id", &id)?;
    let (t, today) = (frame.t, shared.clock.now().date());
    let told = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office: false };
        let one = registry.certificates.certificate(id).filter(|one| one.certifier == me)?;
        let mut acts: Vec<Link> = ACTS.iter().filter_map(|word| act(names, id, one, word, today)).collect();
        // Where nothing presses, what is first in the row is not what one most likely does.
        if one.state() != CertificateState::Certified
            && let Some(first) = acts.first_mut()
        {
            first.is_first = true;
        }
        let title = t.certifier_certificate_of(names.organisation(one.producer), names.class(&one.class));
        Some((title, acts, parts(names, id, one, today)))
    });
    let (title, acts, parts) = told.ok_or_else(|| Problem::not_found("certificate", id))?;
    Cards::new(frame, title, "", parts).under(t.certifier_certificates(), CERTIFICATES).with(acts).answer()
}

fn parts(names: Names<'_>, id: CertificateId, one: &Certificate, today: Date) -> Vec<Part> {
    let t = names.t;
    let part = |heading: &str, empty: &str, cards| Part {
        heading: heading.to_owned(),
        empty: empty.to_owned(),
        cards,
        ..Part::default()
    };
    let years = one.years.iter().map(|(year, used)| of_year(names, one, *year, *used)).collect();
    let history = one.standings().iter().rev().map(|standing| of_standing(names, standing)).collect();
    vec![
        part(t.certifier_now(), "", vec![now(names, id, one, today)]),
        part(t.certifier_years(), t.certifier_no_years(), years),
        part(t.certifier_declarations(), t.certifier_none_declared(), declared(names, id)),
        part(t.certifier_history(), "", history),
    ]
}

/// What it says.
fn now(names: Names<'_>, id: CertificateId, one: &Certificate, today: Date) -> Card {
    let (t, registry) = (names.t, names.registry);
    let word = t.word("certificate-state", one.state().word()).into_owned();
    let state = State { word, tone: tone(one.state()) };
    let terms = one.terms.as_ref();
    let group = one.group.as_ref();
    let certificates = &registry.certificates;
    let must_suspend = group.is_some() && certificates.group_must_be_compliant(one, today).is_err();
    let oversold = one.oversold_year().map(|year| one.use_of(year));
    let card = Card::of(t.certifier_certificate())
        .coded(t.certifier_number(), "", id.to_string())
        .fact(t.certifier_producer(), names.organisation(one.producer))
        .fact_if(t.certifier_holder(), (one.holder != one.producer).then(|| names.organisation(one.holder)))
        .fact_if(t.certifier_mandate(), mandate(names, &one.mandate))
        .fact(t.certifier_class(), names.class(&one.class))
        .fact(t.certifier_site(), format!("{} · {} · {}", one.site, one.region, names.country(one.country)))
        .fact_if(t.certifier_valid(), terms.map(|terms| t.from_to(t.day(terms.valid_from), t.day(terms.valid_to))))
        .fact_if(t.certifier_sum_maximum(), terms.map(|_| t.mass(one.maximum_of(u16::MAX))))
        .fact_if(t.certifier_verification(), terms.map(|terms| t.word("verification", terms.verification.word())))
        .fact_if(t.certifier_audited_on(), terms.map(|terms| t.day(terms.audited_on)))
        .fact_if(t.certifier_members(), group.map(|group| t.whole(group.members.0)))
        .fact_if(t.certifier_failed(), group.map(|group| t.whole(group.failed.0)))
        .fact_if(t.certifier_comply(), group.map(|group| t.percent(u64::from(group.compliant.points()))))
        .fact_if(t.certifier_inspected_on(), group.map(|group| t.day(group.inspected_on)))
        .fact_if(t.certifier_inspection_until(), inspected_until(registry, one, today).map(|day| t.day(day)))
        .fact_if(t.certifier_must_suspend(), must_suspend.then(|| t.certifier_too_few()))
        .fact_if(t.certifier_held(), one.held_since.map(|day| t.day(day)))
        .fact_if(t.certifier_oversold(), oversold.map(|used| t.mass(used.short.plus(used.over))))
        .fact_if(t.certifier_sum_carry(), (!one.carry.is_zero()).then(|| t.mass(one.carry)));
    let card = Card { state: Some(state), ..card };
    card.link_if(one.continues.and_then(|id| {
        let mine = certificates.certificate(id).is_some_and(|older| older.certifier == one.certifier);
        mine.then(|| Link::to(t.certifier_continues(), format!("{CERTIFICATES}/{id}")))
    }))
}

fn mandate(names: Names<'_>, mandate: &Mandate) -> Option<String> {
    let t = names.t;
    let (state, powers) = match mandate {
        Mandate::None => return None,
        Mandate::Awaiting(powers) => ("awaiting", powers.as_slice()),
        Mandate::InForce(powers) => ("in_force", powers.as_slice()),
        Mandate::Ended => ("ended", [].as_slice()),
    };
    let powers: Vec<String> = powers.iter().map(|power| t.word("mandate-power", power.word()).into_owned()).collect();
    let state = t.word("mandate-state", state);
    Some(if powers.is_empty() { state.into_owned() } else { format!("{} · {state}", powers.join(", ")) })
}

fn of_year(names: Names<'_>, one: &Certificate, year: u16, used: YearUse) -> Card {
    let t = names.t;
    let first = one.terms.as_ref().map(|terms| terms.valid_from.plus_months(12 * u32::from(year)));
    let from = first.map_or_else(|| t.whole(year), |day| t.day(day));
    let maximum = one.maximum_of(year);
    let some = |mass: Mass| (!mass.is_zero()).then(|| t.mass(mass));
    let card = Card::of(t.certifier_year_from(from))
        .fact(t.certifier_sum_maximum(), t.mass(maximum))
        .fact(t.certifier_sum_issued_before(), t.mass(used.issued))
        .fact(t.certifier_sum_pending(), t.mass(used.pending))
        .fact(t.certifier_sum_sold_before(), t.mass(used.physical))
        .fact(t.certifier_room_left(), t.mass(maximum.less(used.total())))
        .fact_if(t.certifier_uncredited(), some(used.uncredited))
        .fact_if(t.certifier_cancelled(), some(used.cancelled));
    if used.is_oversold() { card.held(t.certifier_oversold()) } else { card }
}

/// Its declarations, newest first.
fn declared(names: Names<'_>, id: CertificateId) -> Vec<Card> {
    let t = names.t;
    let mut own: Vec<_> = names.registry.certificates.declarations().filter(|(_, one)| one.certificate == id).collect();
    own.reverse();
    let (shown, _) = window(own, 0);
    let card = |(id, one): (_, &orebook_registry::certificate::Declaration)| {
        let word = t.word("declaration-state", one.state.word()).into_owned();
        let card = Card {
            state: Some(State { word, tone: tone_of(one.state) }),
            ..Card::of(t.from_to(t.day(one.period_from), t.day(one.period_to)))
        };
        card.at(format!("{QUEUE}/{id}")).fact(t.certifier_sum_fine(), t.mass(one.fine))
    };
    shown.into_iter().map(card).collect()
}

fn of_standing(names: Names<'_>, standing: &Standing) -> Card {
    let t = names.t;
    let title = capital(&t.word("certificate-state", standing.state.word()));
    Card::of(title)
        .fact(t.certifier_since(), t.day(standing.effective))
        .fact_if(t.certifier_by(), standing.by.map(|by| names.organisation(by)))
        .fact_if(t.certifier_reason(), standing.reason.as_ref().map(|reason| t.word("reason", reason.as_str())))
        .fact_if(t.certifier_cause(), standing.cause.map(|cause| t.word("withdrawal-cause", cause.word())))
}
