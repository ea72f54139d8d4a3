//! Programmes and rules: versions, who may certify under them, what counts as what, and the register's waiting times.

use actix_web::{HttpRequest, HttpResponse, get};
use orebook_registry::certificate::{Accreditation, Equivalence};
use orebook_registry::instruction::{Act, AdoptParameters, Count, DefineProgramme, LevelTerms};
use orebook_registry::values::{AccreditationId, Date, EquivalenceId};

use super::seat::{Seat, form};
use crate::access::Permission;
use crate::app::Data;
use crate::pages::act::{fill, tell};
use crate::pages::desk::cards::{Card, Cards, Link, Part};
use crate::pages::frame::Frame;
use crate::pages::names::{Names, capital};
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/rules";

/// The rules that stand now.
#[get("/desk/rules")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Read) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let (t, today) = (frame.t, shared.clock.now().date());
    let parts = shared.state(|registry| {
        let names = seat.names(registry, t);
        vec![programmes(names, today), accreditations(names, today), equivalences(names, today), parameters(names)]
    });
    let page = Cards::new(frame.clone(), t.operator_rules(), t.operator_rules_lead(), parts).with([
        form(t, "define_programme", &[], PATH),
        form(t, "accredit", &[], PATH),
        form(t, "record_equivalence", &[], PATH),
    ]);
    seat.answer(&frame, page)
}

/// Every version, the newest of a programme first.
fn programmes(names: Names<'_>, today: Date) -> Part {
    let t = names.t;
    let all = names.registry.certificates.programmes();
    let card = |versions: &[DefineProgramme], at: usize| {
        let one = &versions[at];
        let next = versions.get(at + 1).map(|next| next.effective_from);
        let minerals: Vec<String> = one.minerals.iter().map(|mineral| names.mineral(*mineral)).collect();
        let level = |one: &LevelTerms| {
            let ecological = if one.ecological.is_yes() { format!(" · {}", t.ecological()) } else { String::new() };
            format!("{}{ecological}", t.word("level", one.level.word()))
        };
        let levels: Vec<String> = one.levels.iter().map(level).collect();
        let card = Card::of(format!("{} · {}", one.name, t.operator_version(one.version.0)));
        let card = if one.effective_from > today {
            card.waits(t.operator_holds_from(t.day(one.effective_from)))
        } else if next.is_some_and(|next| next <= today) {
            card.held(t.operator_replaced())
        } else {
            card.well(t.operator_in_force(t.day(one.effective_from)))
        };
        card.coded(t.operator_code(), "", one.code.to_string())
            .fact(t.operator_minerals(), minerals.join(", "))
            .fact(t.operator_levels(), levels.join(", "))
            .fact(t.operator_fee(), t.percent(u64::from(one.parameters.fee_bps.points())))
            .link_if((at + 1 == versions.len()).then(|| next_version(names, one)))
    };
    Part {
        heading: t.operator_programmes().to_owned(),
        empty: t.operator_programmes_none().to_owned(),
        cards: all.flat_map(|(_, versions)| (0..versions.len()).rev().map(move |at| card(versions, at))).collect(),
        ..Part::default()
    }
}

/// The form of the version after one, filled in with what holds now.
fn next_version(names: Names<'_>, one: &DefineProgramme) -> Link {
    let next = DefineProgramme { version: Count(one.version.0.saturating_add(1)), ..one.clone() };
    let pairs = fill::filled(&Act::DefineProgramme(next));
    let pairs: Vec<(&str, &str)> = pairs
        .iter()
        .filter(|(name, _)| name != "effective_from")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    form(names.t, "define_programme", &pairs, PATH).called(names.t.operator_next_version())
}

fn accreditations(names: Names<'_>, today: Date) -> Part {
    let t = names.t;
    let mut all: Vec<(AccreditationId, &Accreditation)> = names.registry.certificates.accreditations().collect();
    all.sort_by_key(|(id, one)| (one.withdrawn_on.is_some(), one.until, *id));
    let card = |(id, one): (AccreditationId, &Accreditation)| {
        let minerals: Vec<String> = one.minerals.iter().map(|mineral| names.mineral(*mineral)).collect();
        let card = Card::of(format!("{} · {}", names.organisation(one.certifier), one.programme));
        let stands = one.withdrawn_on.is_none() && one.until >= today;
        let card = match one.withdrawn_on {
            Some(day) => card.held(t.operator_withdrawn(t.day(day))),
            None if one.until < today => card.held(t.operator_ended(t.day(one.until))),
            None if one.until.days_since(today) < 90 => card.waits(t.operator_until(t.day(one.until))),
            None => card.well(t.operator_until(t.day(one.until))),
        };
        let id = id.to_string();
        card.fact(t.operator_minerals(), minerals.join(", "))
            .fact(t.operator_verification(), t.word("verification", one.verification.word()))
            .link_if(stands.then(|| {
                form(t, "withdraw_accreditation", &[("accreditation", &id)], PATH).called(t.operator_withdraw())
            }))
    };
    Part {
        heading: t.operator_accreditations().to_owned(),
        empty: t.operator_accreditations_none().to_owned(),
        cards: all.into_iter().map(card).collect(),
        ..Part::default()
    }
}

fn equivalences(names: Names<'_>, today: Date) -> Part {
    let t = names.t;
    let level = |one: &orebook_registry::instruction::ProgrammeLevel| {
        format!("{} {}", one.programme, t.word("level", one.level.word()))
    };
    let card = |(id, one): (EquivalenceId, &Equivalence)| {
        let id = id.to_string();
        let card = Card::of(format!("{} → {}", level(&one.from), level(&one.to)));
        let card = match &one.revoked {
            Some((from, _)) => card.held(t.operator_ended(t.day(from))),
            None if one.until < today => card.held(t.operator_ended(t.day(one.until))),
            None => card.well(t.operator_until(t.day(one.until))),
        };
        let stands = one.revoked.is_none() && one.until >= today;
        card.fact(t.operator_extent(), t.word("equivalence-extent", one.extent.word())).link_if(
            stands.then(|| form(t, "revoke_equivalence", &[("equivalence", &id)], PATH).called(t.operator_end())),
        )
    };
    Part {
        heading: t.operator_equivalences().to_owned(),
        empty: t.operator_equivalences_none().to_owned(),
        cards: names.registry.certificates.equivalences().map(card).collect(),
        ..Part::default()
    }
}

/// The register's own waiting times, told as an act that would set them.
fn parameters(names: Names<'_>) -> Part {
    let t = names.t;
    let act = Act::AdoptParameters(AdoptParameters { parameters: names.registry.parties.parameters().clone() });
    let before = format!("{} · ", capital(&t.word("field", "parameters")));
    let card = tell::act(&act, names).into_iter().fold(Card::of(t.operator_parameters_now()), |card, line| {
        let label = line.label.strip_prefix(&before).unwrap_or(&line.label).to_owned();
        card.coded(label, line.text, line.code.unwrap_or_default())
    });
    let pairs = fill::filled(&act);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Part {
        heading: t.operator_parameters().to_owned(),
        lead: t.operator_parameters_lead().to_owned(),
        cards: vec![card.link(form(t, "adopt_parameters", &pairs, PATH))],
        ..Part::default()
    }
}
