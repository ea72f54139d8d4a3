//! Certificates that need somebody's care: those that end soon, that sold more than they cover, whose members do not
//! comply, and those withdrawn for fraud.

use actix_web::{HttpRequest, HttpResponse, get};
use orebook_registry::Registry;
use orebook_registry::certificate::{Certificate, CertificateState};
use orebook_registry::instruction::WithdrawalCause;
use orebook_registry::values::{CertificateId, Date, Timestamp};

use super::seat::{Seat, form};
use crate::access::Permission;
use crate::app::Data;
use crate::pages::desk::cards::{Card, Cards, Link, Part};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/ending";

/// Days before its end from which on a certificate is shown.
const DAYS: i64 = 90;
/// Certificates of one kind on the page.
const MOST: usize = 100;

/// Certificates to care for.
#[get("/desk/ending")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Read) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let (t, now) = (frame.t, shared.clock.now());
    let parts = shared.state(|registry| {
        let names = seat.names(registry, t);
        vec![soon(names, now), unsound(names, now.date()), fraud(names)]
    });
    let page = Cards::new(frame.clone(), t.operator_ending(), t.operator_ending_lead(), parts);
    seat.answer(&frame, page)
}

/// Certificates in force that end within some days, the soonest first; nothing that is renewed already.
pub(super) fn ending_soon(registry: &Registry, today: Date, days: i64) -> Vec<(Date, CertificateId, &Certificate)> {
    let renewed: Vec<CertificateId> = registry
        .certificates
        .certificates()
        .filter(|(_, one)| one.state() == CertificateState::Certified)
        .filter_map(|(_, one)| one.continues)
        .collect();
    let in_force = registry
        .certificates
        .certificates()
        .filter(|(id, one)| one.state() == CertificateState::Certified && !renewed.contains(id));
    let ends = in_force.filter_map(|(id, one)| Some((one.last_day()?, id, one)));
    let mut ending: Vec<_> = ends.filter(|(last, ..)| (0..=days).contains(&last.days_since(today))).collect();
    ending.sort_by_key(|(last, id, _)| (*last, *id));
    ending
}

fn soon(names: Names<'_>, now: Timestamp) -> Part {
    let t = names.t;
    let ending = ending_soon(names.registry, now.date(), DAYS);
    let card = |(last, id, one): (Date, CertificateId, &Certificate)| {
        known(names, id, one).waits(t.operator_ends(t.day(last)))
    };
    Part {
        heading: t.operator_ending_soon().to_owned(),
        empty: t.operator_ending_none().to_owned(),
        cards: ending.into_iter().take(MOST).map(card).collect(),
        ..Part::default()
    }
}

/// Why nothing is issued under a certificate although it is in force.
fn faults<'a>(names: Names<'_>, one: &Certificate, today: Date) -> Vec<&'a str> {
    let (t, certificates) = (names.t, &names.registry.certificates);
    let oversold = one.oversold_year().map(|_| t.operator_oversold());
    let grouped = one.group.as_ref().filter(|_| one.state() == CertificateState::Certified);
    let comply = grouped.and_then(|_| certificates.group_must_be_compliant(one, today).err());
    let inspected = grouped.and_then(|_| certificates.inspection_must_be_recent(one, today).err());
    [oversold, comply.map(|_| t.operator_group_fails()), inspected.map(|_| t.operator_inspection_due())]
        .into_iter()
        .flatten()
        .collect()
}

fn unsound(names: Names<'_>, today: Date) -> Part {
    let t = names.t;
    let open = names.registry.certificates.certificates().filter(|(_, one)| !one.state().is_final());
    let faulty = open.map(|(id, one)| (id, one, faults(names, one, today))).filter(|(.., faults)| !faults.is_empty());
    let card =
        |(id, one, faults): (CertificateId, &Certificate, Vec<&str>)| known(names, id, one).held(faults.join(" · "));
    Part {
        heading: t.operator_unsound().to_owned(),
        empty: t.operator_unsound_none().to_owned(),
        cards: faulty.take(MOST).map(card).collect(),
        ..Part::default()
    }
}

fn fraud(names: Names<'_>) -> Part {
    let t = names.t;
    let withdrawn = names.registry.certificates.certificates().filter(|(_, one)| {
        one.standings().last().is_some_and(|standing| standing.cause == Some(WithdrawalCause::Fraud))
    });
    let card = |(id, one): (CertificateId, &Certificate)| {
        known(names, id, one).held(t.word("certificate-state", one.state().word())).link(form(
            t,
            "refund_fraud",
            &[("certificate", &id.to_string())],
            PATH,
        ))
    };
    Part {
        heading: t.operator_fraud().to_owned(),
        empty: t.operator_fraud_none().to_owned(),
        cards: withdrawn.take(MOST).map(card).collect(),
        ..Part::default()
    }
}

fn known(names: Names<'_>, id: CertificateId, one: &Certificate) -> Card {
    let t = names.t;
    Card::of(names.of_id(&id.to_string()).unwrap_or_default())
        .fact(t.operator_certifier(), names.organisation(one.certifier))
        .fact(t.operator_country(), names.country(one.country))
        .coded(t.operator_certificate(), "", id.to_string())
        .link(Link::to(t.operator_producer(), format!("/desk/members/{}", one.producer)))
        .link(Link::to(t.operator_certifier(), format!("/desk/members/{}", one.certifier)))
}
