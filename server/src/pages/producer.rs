//! A producer: its certificates, what was issued to it and retired, and what became of the premium.

pub mod certified;
mod credits;
mod premium;

use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use certified::{Certificate, Declared, certificates, declared};
use credits::{BatchRow, Mined, batches, mined};
use orebook_registry::Registry;
use orebook_registry::credit::Batch;
use orebook_registry::instruction::{OrganisationState, Role};
use orebook_registry::party::Grievance;
use orebook_registry::values::{BatchId, Mass, OrganisationId, Timestamp, YesNo};
use orebook_store::RetirementRow;
use premium::{Plan, Premium, plans, premium};

use super::act::asked::Asked;
use super::frame::Frame;
use super::names::Names;
use super::{framed, render};
use crate::access::rules::Asking;
use crate::api::parse;
use crate::api::retirements::{RetirementQuery, search};
use crate::app::Data;
use crate::problem::Problem;
use crate::view::View;

const RETIREMENTS: i64 = 8;
const GRIEVANCES: usize = 10;

#[derive(Template)]
#[template(path = "producer.html")]
struct Page {
    frame: Frame,
    id: OrganisationId,
    name: String,
    /// Why it does not act, where it may not.
    stands: Option<String>,
    facts: Vec<(&'static str, String)>,
    certificates: Vec<Certificate>,
    declared: Vec<Declared>,
    mined: Vec<Mined>,
    plans: Vec<Plan>,
    premium: Premium,
    batches: Vec<BatchRow>,
    more_batches: Option<BatchId>,
    retirements: Vec<Retired>,
    grievances: Vec<(String, String)>,
}

framed!(Page);

/// A retirement of its credits.
struct Retired {
    id: String,
    day: String,
    beneficiary: String,
    what: String,
}

/// The page of a producer.
#[get("/producers/{id}")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    id: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let id: OrganisationId = parse("id", &id)?;
    let after = Asked::of(request.query_string())?.parsed("batch")?;
    let seen = View::of(&shared, None, Some(Asking::of(&request, &shared).sight()), None).await?;
    let page = seen.read(|registry| page(&seen, registry, id, after, &frame));
    let page = page.ok_or_else(|| Problem::not_found("producer", id))?;
    let query = RetirementQuery { producer: Some(id.to_string()), ..RetirementQuery::default() };
    let rows = search(&shared, query, RETIREMENTS).await?;
    let retirements = rows.into_iter().map(|row| retired(&frame, row)).collect();
    render(&Page { retirements, ..page })
}

fn page(seen: &View, registry: &Registry, id: OrganisationId, after: Option<BatchId>, frame: &Frame) -> Option<Page> {
    let o = registry.parties.organisation(id).filter(|o| o.roles.contains(&Role::Producer))?;
    let t = frame.t;
    let names = Names { registry, t, me: None, office: false };
    let own: Vec<(BatchId, &Batch)> = registry.credits.batches().filter(|(_, batch)| batch.producer == id).collect();
    let word = |yes: YesNo| t.word("yes-no", yes.word()).into_owned();
    // Public is what was frozen into a batch.
    let women = own.last().and_then(|(_, batch)| batch.women_led).map(word);
    let facts = [
        (t.producer_country(), Some(names.country(o.country))),
        (t.producer_structure(), o.structure.map(|one| t.word("structure", one.word()).into_owned())),
        (t.producer_women_led(), women),
        (t.producer_code(), o.code.as_ref().map(ToString::to_string)),
    ];
    let (batches, more_batches) = batches(seen, &names, &own, after);
    Some(Page {
        id,
        name: o.name.to_string(),
        stands: (o.state != OrganisationState::Active)
            .then(|| t.word("organisation-state", o.state.word()).into_owned()),
        facts: facts.into_iter().filter_map(|(label, fact)| Some((label, fact?))).collect(),
        certificates: certificates(&names, id),
        declared: declared(seen, &names, id),
        mined: mined(&names, &own),
        plans: plans(&names, id),
        premium: premium(&names, id),
        batches,
        more_batches,
        retirements: Vec::new(),
        grievances: grievances(&names, id, &own),
        frame: frame.clone(),
    })
}

fn retired(frame: &Frame, row: RetirementRow) -> Retired {
    let t = frame.t;
    let mass = t.mass(Mass::from_mg(u64::try_from(row.mass).unwrap_or(0)));
    Retired {
        day: t.day(Timestamp::from_ms(row.time).date()),
        what: format!("{mass} · {}", t.word("mineral", &row.mineral)),
        id: row.id,
        beneficiary: row.beneficiary,
    }
}

/// What was taken up about it, its certificates and its batches, newest first. That much of a case stands in the public
/// log: neither who wrote nor what.
fn grievances(names: &Names<'_>, id: OrganisationId, own: &[(BatchId, &Batch)]) -> Vec<(String, String)> {
    let registry = names.registry;
    let of_certificate = |certificate| registry.certificates.certificate(certificate).is_some_and(|c| c.producer == id);
    let concerns = |case: &Grievance| {
        case.triage.producer == Some(id)
            || case.triage.certificate.is_some_and(of_certificate)
            || case.triage.batch.is_some_and(|batch| own.iter().any(|(one, _)| *one == batch))
    };
    let mut cases: Vec<&Grievance> = registry.parties.grievances().iter().map(|(_, case)| case).collect();
    cases.retain(|case| concerns(case));
    cases.sort_by_key(|case| std::cmp::Reverse(case.first_triaged.0));
    let t = names.t;
    let told = |case: &Grievance| {
        let decision = t.word("grievance-decision", case.triage.decision.word());
        let severity = t.word("severity", case.triage.severity.word());
        let closed = case.closed.as_ref().map(|(outcome, _, time)| {
            t.producer_case_closed(t.day(time.date()), t.word("grievance-outcome", outcome.word()))
        });
        let told = [Some(format!("{severity}. {decision}.")), closed];
        (t.day(case.first_triaged.1.date()), told.into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    cases.into_iter().take(GRIEVANCES).map(told).collect()
}
