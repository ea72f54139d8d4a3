//! The certificates that one judges: applications, those in force by their end, groups by their inspection, and those
//! that have ended.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::certificate::{Certificate, CertificateState};
use orebook_registry::values::{CertificateId, Date, OrganisationId};
use serde::Deserialize;

use super::{CERTIFICATES, JUDGES, inspected_until, own, tone};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::desk::cards::{Card, Cards, Link, Part, State, window};
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Applications,
    InForce,
    Groups,
    Ended,
    Accreditations,
}

/// Which of them, and from which on.
#[derive(Debug, Deserialize)]
pub struct Shown {
    show: Option<Kind>,
    #[serde(default)]
    from: usize,
}

/// What a page without a choice shows.
const PARTS: [Kind; 4] = [Kind::Applications, Kind::InForce, Kind::Ended, Kind::Accreditations];

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Applications => "applications",
            Self::InForce => "in_force",
            Self::Groups => "groups",
            Self::Ended => "ended",
            Self::Accreditations => "accreditations",
        }
    }

    fn takes(self, certificate: &Certificate) -> bool {
        use CertificateState::{Applied, Certified, Suspended, UnderAudit};
        let state = certificate.state();
        match self {
            Self::Applications => matches!(state, Applied | UnderAudit),
            Self::InForce => matches!(state, Certified | Suspended),
            Self::Groups => matches!(state, Certified | Suspended) && certificate.group.is_some(),
            Self::Ended => state.is_final(),
            Self::Accreditations => false,
        }
    }
}

/// One's certificates.
#[get("/desk/certifier/certificates")]
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
    Asking::of(&request, &shared).member(Permission::Read)?;
    let (t, today) = (frame.t, shared.clock.now().date());
    let parts = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office: false };
        let shown: &[Kind] = asked.show.as_ref().map_or(&PARTS, std::slice::from_ref);
        let from = if asked.show.is_some() { asked.from } else { 0 };
        shown.iter().map(|kind| part(names, me, *kind, from, today)).collect()
    });
    let (title, lead) = match asked.show {
        Some(Kind::Groups) => (t.certifier_groups(), t.certifier_groups_lead()),
        _ => (t.certifier_certificates(), t.certifier_certificates_lead()),
    };
    Cards::new(frame, title, lead, parts).under(t.nav_desk(), "/desk").answer()
}

fn part(names: Names<'_>, me: OrganisationId, kind: Kind, from: usize, today: Date) -> Part {
    let t = names.t;
    let (heading, empty) = match kind {
        Kind::Applications => (t.certifier_applications(), t.certifier_no_applications()),
        Kind::InForce => (t.certifier_in_force(), t.certifier_none_in_force()),
        Kind::Groups => (t.certifier_by_inspection(), t.certifier_no_groups()),
        Kind::Ended => (t.certifier_ended(), t.certifier_none_ended()),
        Kind::Accreditations => (t.certifier_accreditations(), t.certifier_no_accreditations()),
    };
    let (cards, more) = match kind {
        Kind::Accreditations => window(accreditations(names, me, today), from),
        _ => {
            let (shown, more) = window(sorted(names, me, kind, today), from);
            (shown.into_iter().map(|(_, id, one)| card(names, id, one, kind, today)).collect(), more)
        }
    };
    Part {
        heading: heading.to_owned(),
        empty: empty.to_owned(),
        cards,
        more: more.map(|from| format!("{CERTIFICATES}?show={}&from={from}", kind.word())),
        ..Part::default()
    }
}

/// By the day that matters: the oldest application, the soonest end, the latest that has ended.
fn sorted<'a>(
    names: Names<'a>,
    me: OrganisationId,
    kind: Kind,
    today: Date,
) -> Vec<(Option<Date>, CertificateId, &'a Certificate)> {
    let day = |one: &Certificate| match kind {
        Kind::Groups => inspected_until(names.registry, one, today),
        Kind::InForce => one.terms.as_ref().map(|terms| terms.valid_to),
        _ => since(one),
    };
    let taken = own(names.registry, me).filter(|(_, one)| kind.takes(one));
    let mut all: Vec<_> = taken.map(|(id, one)| (day(one), id, one)).collect();
    all.sort_by_key(|(day, id, _)| (*day, *id));
    if kind == Kind::Ended {
        all.reverse();
    }
    all
}

/// The day on which its state took effect.
fn since(one: &Certificate) -> Option<Date> {
    one.standings().last().map(|standing| standing.effective)
}

fn card(names: Names<'_>, id: CertificateId, one: &Certificate, kind: Kind, today: Date) -> Card {
    let (t, registry) = (names.t, names.registry);
    let word = t.word("certificate-state", one.state().word()).into_owned();
    let title = t.certifier_certificate_of(names.organisation(one.producer), names.class(&one.class));
    let card = Card { state: Some(State { word, tone: tone(one.state()) }), ..Card::of(title) };
    let card =
        card.at(format!("{CERTIFICATES}/{id}")).fact(t.certifier_site(), format!("{} · {}", one.site, one.region));
    let until = one.terms.as_ref().map(|terms| t.day(terms.valid_to));
    match kind {
        Kind::Applications => {
            let first = if one.state() == CertificateState::Applied { "begin_audit" } else { "grant_certificate" };
            card.fact(t.certifier_applied_on(), t.moment(id.made_at()))
                .link_if(act(names, id, one, first, today).map(Link::first))
        }
        Kind::Groups => {
            let inspected = one.group.as_ref();
            card.fact_if(t.certifier_inspected_on(), inspected.map(|group| t.day(group.inspected_on)))
                .fact_if(t.certifier_inspection_until(), inspected_until(registry, one, today).map(|day| t.day(day)))
                .fact_if(t.certifier_comply(), inspected.map(|group| t.percent(u64::from(group.compliant.points()))))
                .link_if(act(names, id, one, "record_inspection", today).map(Link::first))
        }
        Kind::InForce => {
            let year = one.year_of(today).unwrap_or_default();
            let room = t.mass(one.maximum_of(year).less(one.use_of(year).total()));
            let open = registry.certificates.open_declarations(id).count();
            card.fact_if(t.certifier_valid_to(), until)
                .fact(t.certifier_room_left(), room)
                .fact_if(t.certifier_open_declarations(), (open > 0).then(|| t.whole(open)))
        }
        Kind::Ended | Kind::Accreditations => card.fact_if(t.certifier_since(), since(one).map(|day| t.day(day))),
    }
}

/// The way to an act on a certificate, with what is known of it, where its state allows the act.
pub(super) fn act(names: Names<'_>, id: CertificateId, one: &Certificate, act: &str, today: Date) -> Option<Link> {
    use CertificateState::{Applied, Certified, Expired, Surrendered, Suspended, UnderAudit};
    let allowed: &[CertificateState] = match act {
        "begin_audit" => &[Applied],
        "grant_certificate" => &[UnderAudit],
        "reject_certificate" => &[Applied, UnderAudit],
        "suspend_certificate" | "open_instalment_plan" => &[Certified],
        "reinstate_certificate" => &[Suspended],
        "withdraw_certificate" | "extend_maximum" => &[Certified, Suspended],
        "record_inspection" if one.group.is_some() => &[Certified, Suspended],
        "release_certificate_hold" if one.held_since.is_some() => &[Expired, Surrendered],
        _ => &[],
    };
    if !allowed.contains(&one.state()) {
        return None;
    }
    let (t, id, today) = (names.t, id.to_string(), today.to_string());
    let then = format!("{CERTIFICATES}/{id}");
    let (producer, programme) = (one.producer.to_string(), one.class.programme.to_string());
    let mut fields = match act {
        "open_instalment_plan" => {
            vec![("producer", producer.as_str()), ("programme", &programme), ("kind", "certification")]
        }
        _ => vec![("certificate", id.as_str())],
    };
    if matches!(act, "grant_certificate" | "suspend_certificate" | "reinstate_certificate" | "withdraw_certificate") {
        fields.push(("effective", &today));
    }
    if act == "grant_certificate" {
        fields.push(("valid_from", &today));
    }
    fields.push(("then", &then));
    Some(if act == "begin_audit" { Link::review(t, act, &fields) } else { Link::form(t, act, &fields) })
}

/// What one may certify.
fn accreditations(names: Names<'_>, me: OrganisationId, today: Date) -> Vec<Card> {
    let t = names.t;
    let own = names.registry.certificates.accreditations().filter(|(_, one)| one.certifier == me);
    own.map(|(_, one)| {
        let minerals: Vec<String> = one.minerals.iter().map(|mineral| names.mineral(*mineral)).collect();
        let card = Card::of(one.programme.to_string())
            .fact(t.certifier_minerals(), minerals.join(", "))
            .fact(t.certifier_verification(), t.word("verification", one.verification.word()))
            .fact(t.certifier_valid(), t.from_to(t.day(one.from), t.day(one.until)));
        match one.withdrawn_on {
            Some(day) => card.held(t.certifier_accreditation_withdrawn(t.day(day))),
            None if (one.from..=one.until).contains(&today) => card.well(t.certifier_accreditation_counts()),
            None => card.held(t.certifier_accreditation_not_now()),
        }
    })
    .collect()
}
