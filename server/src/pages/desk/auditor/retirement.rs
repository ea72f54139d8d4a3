//! One retirement with what is needed to judge it: what it says, the use it is measured by, where its credits come
//! from, its papers, and what was found of it before.

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::claim::history::{Chapter, history};
use orebook_registry::claim::{Footprint, Retirement, wording};
use orebook_registry::event::ClaimFacts;
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{Mass, RetirementId, Timestamp};

use super::{LOOKS, RETIREMENTS, is_independent, origin, owed, standing};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::parse;
use crate::app::Data;
use crate::pages::act::show::office;
use crate::pages::desk::cards::{Card, Cards, Link, Part, window};
use crate::pages::desk::door::opened;
use crate::pages::desk::files;
use crate::pages::frame::{Frame, language_of};
use crate::pages::names::{Names, capital};
use crate::problem::Problem;

/// A retirement.
#[get("/desk/auditor/retirements/{id}")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, LOOKS) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let office = office(&shared, &request, &frame)?;
    let id: RetirementId = parse("id", &id)?;
    let absent = || Problem::not_found("retirement", id);
    let evidence = shared.state(|registry| registry.claims.retirement(id).map(|one| origin::evidence(registry, one)));
    let evidence = evidence.ok_or_else(absent)?;
    let digests = evidence.iter().flat_map(|(_, digests)| digests.iter().map(ToString::to_string)).collect();
    let kept = match Asking::of(&request, &shared).member(Permission::Documents) {
        Ok(_) => Some(files::rows(&shared, digests).await?),
        Err(_) => None,
    };
    let (t, now) = (frame.t, shared.clock.now());
    let told = shared.state(|registry| {
        let names = Names { registry, t, me: Some(me), office };
        let one = registry.claims.retirement(id)?;
        let mut parts = vec![claim(names, id, one, now)];
        parts.extend(footprint(names, id, one));
        parts.push(origin::part(names, one, &evidence, kept.as_deref()));
        parts.push(papers(names, id, one));
        parts.push(chapters(names, one));
        let act = is_independent(registry, one, me).then(|| publish(names, id, one));
        Some((title(names, one), act, parts))
    });
    let (title, act, parts) = told.ok_or_else(absent)?;
    let lead = if act.is_some() { t.auditor_judge_lead() } else { t.auditor_not_independent() };
    Cards::new(frame, title, lead, parts).under(t.auditor_retirements(), RETIREMENTS).with(act).answer()
}

fn title(names: Names<'_>, one: &Retirement) -> String {
    let record = &one.record;
    let mineral = record.blocks.first().map(|block| names.mineral(block.batch.mineral)).unwrap_or_default();
    names.t.auditor_retired_for(names.t.mass(record.mass), mineral, record.beneficiary.name.to_string())
}

fn publish(names: Names<'_>, id: RetirementId, one: &Retirement) -> Link {
    let t = names.t;
    let id = id.to_string();
    let then = format!("{RETIREMENTS}/{id}");
    let name = if one.findings.is_empty() { t.auditor_publish() } else { t.auditor_publish_later() };
    let link = Link::form(t, "publish_finding", &[("retirement", &id), ("then", &then)]);
    Link { name: name.to_owned(), ..link }.first()
}

/// What it says, and what is owed for it.
fn claim(names: Names<'_>, id: RetirementId, one: &Retirement, now: Timestamp) -> Part {
    let (t, registry) = (names.t, names.registry);
    let record = registry.claims.current(one);
    let text = wording::as_recorded(&record, &registry.parties, &registry.credits, registry.origin());
    let text = text.and_then(|text| text.claim).map(|claim| claim.get(language_of(t.tongue())).to_owned());
    let duty = owed(registry).into_iter().find(|owed| owed.duty.crossed_by == id);
    let other = record.principal.filter(|principal| *principal != record.holder);
    let card = Card::of(capital(&t.word("claim-type", record.claim.claim_type().word())));
    let card = Card { state: Some(standing(t, one.standing())), text, ..card }
        .fact_if(t.auditor_in_a_year(), duty.as_ref().map(|owed| t.mass(owed.tally.sum())))
        .fact(t.auditor_beneficiary(), record.beneficiary.name.to_string())
        .fact_if(t.auditor_number(), record.beneficiary.registration_number.as_ref().map(ToString::to_string))
        .fact(t.auditor_holder(), names.organisation(record.holder))
        .fact_if(t.auditor_principal(), other.map(|principal| names.organisation(principal)))
        .fact(t.auditor_claim_period(), t.from_to(t.day(record.period_from), t.day(record.period_to)))
        .fact(t.auditor_purpose(), t.word("purpose", record.purpose.as_str()))
        .fact_if(t.auditor_product(), record.product.as_ref().map(ToString::to_string))
        .fact(t.auditor_on(), t.moment(one.time));
    let overdue = duty.as_ref().is_some_and(|owed| owed.duty.due_at < now);
    let card = card
        .due(t, duty.map(|owed| owed.duty.due_at), now)
        .fact_if(t.auditor_until_then(), overdue.then(|| t.auditor_only_none()));
    Part {
        heading: t.auditor_says().to_owned(),
        lead: if one.is_disputed() { t.auditor_hidden().to_owned() } else { String::new() },
        cards: vec![card.link(Link::to(t.auditor_public_page(), format!("/retirements/{id}")))],
        ..Part::default()
    }
}

/// The use that it is measured by, with all that was retired against it.
fn footprint(names: Names<'_>, id: RetirementId, one: &Retirement) -> Option<Part> {
    let t = names.t;
    let ClaimFacts::Match(facts) = names.registry.claims.current(one).claim else { return None };
    let footprint = names.registry.claims.footprint(facts.footprint)?;
    let record = &footprint.record;
    let sum = names.registry.claims.citing(facts.footprint).fold(Mass::default(), |sum, r| sum.plus(r.record.mass));
    let covered = Card::of(t.auditor_use_recorded())
        .fact(t.auditor_use(), t.mass(record.mass))
        .fact(t.auditor_retired_against(), t.mass(sum))
        .fact(t.auditor_share(), t.percent(share(sum, record.mass)))
        .fact(t.auditor_use_period(), t.from_to(t.day(record.period_from), t.day(record.period_to)))
        .fact(t.auditor_scope(), t.word("scope", record.scope.as_str()))
        .fact(t.auditor_method(), t.word("method", record.method.as_str()))
        .fact(t.auditor_basis(), t.word("footprint-basis", record.basis.word()))
        .fact(t.auditor_recorded_on(), t.moment(record.footprint.made_at()))
        .coded(t.auditor_use_number(), "", record.footprint.to_string());
    let covered = if covers(footprint, sum, record.mineral) {
        covered.well(t.auditor_use_covers())
    } else {
        covered.held(t.auditor_use_exceeded())
    };
    let others = names.registry.claims.citing(facts.footprint).filter(|other| other.record.retirement != id);
    let (others, _) = window(others.collect(), 0);
    let other = |other: &Retirement| {
        let title = t.auditor_mass_on(t.mass(other.record.mass), t.day(other.time.date()));
        Card::of(title).at(format!("{RETIREMENTS}/{}", other.record.retirement))
    };
    Some(Part {
        heading: t.auditor_measured_by().to_owned(),
        lead: t.auditor_measured_lead(others.len()),
        cards: std::iter::once(covered).chain(others.into_iter().map(other)).collect(),
        ..Part::default()
    })
}

/// What was retired against a use is covered by it, rounded up to a lot.
fn covers(footprint: &Footprint, sum: Mass, mineral: Mineral) -> bool {
    sum <= mineral.round_up_to_lot(footprint.record.mass) && sum == footprint.claimed
}

/// In hundredths of a percent, rounded down.
fn share(part: Mass, whole: Mass) -> u64 {
    let whole = u128::from(whole.mg()).max(1);
    u64::try_from(u128::from(part.mg()) * 10_000 / whole).unwrap_or(u64::MAX)
}

/// What can be taken away and checked elsewhere.
fn papers(names: Names<'_>, id: RetirementId, one: &Retirement) -> Part {
    let t = names.t;
    let consent = one.record.consent;
    let card = Card::of(t.auditor_statement())
        .coded(t.auditor_entry(), t.whole(one.sequence), "")
        .coded(t.auditor_checked_by(), "", format!("orebook-verify statement {id}.bundle.json --bundle --key VKEY"))
        .link(Link::to(t.auditor_bundle(), format!("/v1/retirements/{id}/bundle")))
        .link(Link::to(t.auditor_statement_file(), format!("/v1/retirements/{id}/statement")))
        .link(Link::to(t.auditor_proof(), format!("/v1/retirements/{id}/proof")))
        .link(Link::to(t.auditor_entry_file(), format!("/log/entry/{}", one.sequence)));
    let consent = consent.map(|consent| {
        Card::of(t.auditor_consent())
            .coded(t.auditor_use_number(), "", consent.to_string())
            .link(Link::to(t.auditor_entry_file(), format!("/log/entry/{}", consent.sequence())))
    });
    Part {
        heading: t.auditor_papers().to_owned(),
        cards: std::iter::once(card).chain(consent).collect(),
        ..Part::default()
    }
}

/// Findings and corrections, newest first.
fn chapters(names: Names<'_>, one: &Retirement) -> Part {
    let t = names.t;
    let card = |page: &orebook_registry::claim::history::Page<'_>| match page.chapter {
        Chapter::Retired => None,
        Chapter::Corrected(event) => Some(
            Card::of(t.auditor_corrected(t.day(page.time.date())))
                .fact_if(t.auditor_use(), event.footprint.as_ref().map(|footprint| t.mass(footprint.mass)))
                .fact_if(t.auditor_product(), event.product.as_ref().map(ToString::to_string)),
        ),
        Chapter::Found(event) => {
            let card = Card::of(t.auditor_found_by(names.organisation(event.auditor), t.day(page.time.date())));
            let card = Card { state: Some(standing(t, Some(event.outcome))), ..card };
            let card = card.fact(t.auditor_reason(), t.word("reason", event.reason.as_str()));
            Some(card.coded(t.auditor_report(), "", event.report.to_string()))
        }
    };
    let mut cards: Vec<Card> = history(one).iter().filter_map(card).collect();
    cards.reverse();
    Part {
        heading: t.auditor_before().to_owned(),
        empty: t.auditor_nothing_before().to_owned(),
        cards,
        ..Part::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_down() {
        let mass = |text: &str| text.parse::<Mass>().expect("a mass");
        assert_eq!(share(mass("120000"), mass("400000")), 3_000);
        assert_eq!(share(mass("200"), mass("640")), 3_125);
        assert_eq!(share(mass("1"), mass("3")), 3_333);
        assert_eq!(share(mass("1"), mass("0")), 10_000_000_000);
    }
}
