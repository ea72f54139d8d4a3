//! One declaration as its certifier judges it: evidence, arithmetic, the rules it is held against, and the decision.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::certificate::{Certificate, Declaration, DeclarationState};
use orebook_registry::event::{CertificateEvent, Declared, Event};
use orebook_registry::values::{CertificateId, Date, DeclarationId, Mass};
use orebook_store::EvidenceRow;
use serde::Deserialize;

use super::checks::{Check, checks};
use super::sums::{self, Line};
use super::{CERTIFICATES, JUDGES, QUEUE, of_declaration, tone_of};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::log::signed;
use crate::api::parse;
use crate::app::Data;
use crate::pages::act::asked::number;
use crate::pages::act::told::{Refused, refused};
use crate::pages::desk::cards::Link;
use crate::pages::desk::door::opened;
use crate::pages::desk::files::{self, File};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "desk_judge.html")]
struct JudgePage {
    frame: Frame,
    id: String,
    title: String,
    state: String,
    tone: &'static str,
    open: bool,
    due: String,
    facts: Vec<(&'static str, String)>,
    certificate: (String, String),
    batch: Option<(String, String)>,
    /// Nothing, where the reader may not read files.
    files: Option<Vec<File>>,
    digests: Vec<String>,
    declared: Vec<Line>,
    room: Vec<Line>,
    issued: Vec<Line>,
    refused: Option<Refused>,
    verified: String,
    fault: Option<&'static str>,
    checks: Vec<Check>,
    others: Vec<Other>,
    grievances: Vec<String>,
    reject: Link,
}

framed!(JudgePage);

/// Another declaration of the same certificate or site.
struct Other {
    link: Option<String>,
    period: String,
    fine: String,
    sold: String,
    state: String,
    touches: bool,
}

/// The mass for which the arithmetic is shown.
#[derive(Debug, Deserialize)]
pub struct Verified {
    verified: Option<String>,
}

/// A declaration.
#[get("/desk/certifier/declarations/{id}")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    id: web::Path<String>,
    asked: web::Query<Verified>,
) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, JUDGES) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let asking = Asking::of(&request, &shared);
    asking.member(Permission::Read)?;
    let id: DeclarationId = parse("id", &id)?;
    let absent = || Problem::not_found("declaration", id);
    let digests = shared.state(|registry| {
        of_declaration(registry, me, id)?;
        registry.certificates.declaration(id).map(|one| one.evidence.iter().map(ToString::to_string).collect())
    });
    let digests: Vec<String> = digests.ok_or_else(absent)?;
    let kept = match asking.member(Permission::Documents) {
        Ok(_) => Some(files::rows(&shared, digests.clone()).await?),
        Err(_) => None,
    };
    let event = event(&shared, id).await?;
    let today = shared.clock.now().date();
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        let declaration = registry.certificates.declaration(id)?;
        let of = of_declaration(registry, me, id)?;
        let judged = Judged { names, id, declaration, certificate: of.1, of: of.0, today };
        Some(judged.page(frame.clone(), event.as_ref(), kept.as_deref(), asked.verified.as_deref()))
    });
    let page = page.ok_or_else(absent)?;
    let status = if page.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    unstored(&JudgePage { digests, ..page }, status)
}

/// What was declared, as its entry has it: the register itself goes on with the fine mass alone.
async fn event(shared: &Data, id: DeclarationId) -> Result<Option<Declared>, Problem> {
    let row = shared.clone().into_inner().tables(move |read| Ok(read.entry(signed(id.sequence()))?)).await?;
    let Some(row) = row else { return Ok(None) };
    let entry = orebook_registry::Entry::parse(&row.entry).map_err(Problem::internal)?;
    Ok(entry.events.into_iter().find_map(|event| match event {
        Event::Certificate(CertificateEvent::Declared(declared)) if declared.declaration == id => Some(declared),
        _ => None,
    }))
}

/// A declaration, and what it is judged by.
struct Judged<'a> {
    names: Names<'a>,
    id: DeclarationId,
    declaration: &'a Declaration,
    of: CertificateId,
    certificate: &'a Certificate,
    today: Date,
}

impl Judged<'_> {
    fn page(
        &self,
        frame: Frame,
        event: Option<&Declared>,
        kept: Option<&[EvidenceRow]>,
        asked: Option<&str>,
    ) -> JudgePage {
        let Self { names, id, declaration, certificate, of, today } = *self;
        let (t, open) = (names.t, declaration.state == DeclarationState::Declared);
        let read = asked.map(|text| number(text.trim()).parse::<Mass>());
        let fault = read.as_ref().is_some_and(Result::is_err).then(|| t.find("fault-mass").unwrap_or_default());
        let verified = read.and_then(Result::ok).unwrap_or(declaration.fine);
        let outcome = declaration.would_issue(certificate, verified);
        let issued = outcome.clone().ok().filter(|_| open);
        let file = |digest| files::file(t, kept.unwrap_or_default(), &id.to_string(), &format!("{digest}"));
        JudgePage {
            id: id.to_string(),
            title: t.certifier_declaration_of(names.organisation(certificate.producer), self.period(declaration)),
            state: t.word("declaration-state", declaration.state.word()).into_owned(),
            tone: tone_of(declaration.state),
            open,
            due: t.moment(declaration.lapses_at),
            facts: self.facts(),
            certificate: (format!("{CERTIFICATES}/{of}"), names.class(&certificate.class)),
            batch: self.batch(),
            files: kept.is_some().then(|| declaration.evidence.iter().map(file).collect()),
            digests: Vec::new(),
            declared: sums::declared(t, declaration, event),
            room: if open { sums::room(t, certificate, declaration) } else { Vec::new() },
            issued: issued.map_or(Vec::new(), |(issued, kept)| {
                sums::issued(t, certificate, declaration, verified, [issued, kept])
            }),
            refused: outcome.err().filter(|_| open).map(|refusal| refused(&Problem::from(refusal), names)),
            verified: asked.filter(|_| fault.is_some()).map_or_else(|| verified.to_string(), ToOwned::to_owned),
            fault,
            checks: if open { checks(names, certificate, declaration, today) } else { Vec::new() },
            others: self.others(),
            grievances: self.grievances(),
            reject: Link::form(t, "reject_declaration", &[("declaration", &id.to_string()), ("then", QUEUE)]),
            frame,
        }
    }

    fn period(&self, one: &Declaration) -> String {
        let t = self.names.t;
        t.from_to(t.day(one.period_from), t.day(one.period_to))
    }

    fn facts(&self) -> Vec<(&'static str, String)> {
        let Self { names, id, declaration, certificate, .. } = *self;
        let t = names.t;
        let mut facts =
            vec![(t.certifier_declared_on(), t.moment(id.made_at())), (t.certifier_period(), self.period(declaration))];
        if let Some(terms) = &certificate.terms {
            let first = terms.valid_from.plus_months(12 * u32::from(declaration.year));
            let last = terms.valid_from.plus_months(12 * (u32::from(declaration.year) + 1)).less_days(1);
            let last = last.min(terms.valid_to);
            facts.push((t.certifier_valid(), t.from_to(t.day(terms.valid_from), t.day(terms.valid_to))));
            facts.push((t.certifier_year(), t.from_to(t.day(first), t.day(last))));
            facts.push((t.certifier_audited_on(), t.day(terms.audited_on)));
        }
        if certificate.holder != certificate.producer {
            facts.push((t.certifier_holder(), names.organisation(certificate.holder)));
        }
        facts.push((t.certifier_site(), format!("{} · {}", certificate.site, certificate.region)));
        facts
    }

    /// What was issued for it.
    fn batch(&self) -> Option<(String, String)> {
        let registry = self.names.registry;
        let approved = self.declaration.state == DeclarationState::Approved;
        let mut batches = registry.credits.batches_of(self.of).filter(|_| approved);
        batches.find_map(|id| {
            let batch = registry.credits.batch(id).filter(|one| one.period_from == self.declaration.period_from)?;
            Some((format!("/batches/{id}"), self.names.t.mass(batch.issued)))
        })
    }

    /// What was declared before in the certificate's year, and whatever touches the period at the same site.
    fn others(&self) -> Vec<Other> {
        let (registry, t) = (self.names.registry, self.names.t);
        let touching: Vec<DeclarationId> = registry.certificates.beside(self.id).map(|(id, _)| id).collect();
        let all = registry.certificates.declarations().filter(|(id, one)| {
            let same_year = one.certificate == self.of && one.year == self.declaration.year;
            *id != self.id && (same_year || touching.contains(id))
        });
        let other = |(id, one): (DeclarationId, &Declaration)| Other {
            link: (one.certificate == self.of).then(|| format!("{QUEUE}/{id}")),
            period: self.period(one),
            fine: t.mass(one.fine),
            sold: t.mass(one.sold_physically),
            state: t.word("declaration-state", one.state.word()).into_owned(),
            touches: touching.contains(&id),
        };
        let mut others: Vec<Other> = all.map(other).collect();
        others.reverse();
        others
    }

    /// Open grievances about the certificate, its producer or its credits.
    fn grievances(&self) -> Vec<String> {
        let (registry, t) = (self.names.registry, self.names.t);
        let concerns = |registry: &Registry, triage: &orebook_registry::event::GrievanceTriaged| {
            let of_batch = triage.batch.and_then(|id| registry.credits.batch(id)).map(|batch| batch.certificate);
            triage.certificate == Some(self.of)
                || of_batch == Some(self.of)
                || triage.producer == Some(self.certificate.producer)
        };
        let all = registry.parties.grievances().iter().filter(|(_, one)| one.closed.is_none());
        let own = all.filter(|(_, one)| concerns(registry, &one.triage));
        own.map(|(_, one)| {
            let severity = t.word("severity", &one.triage.severity.to_string()).into_owned();
            t.certifier_grievance(severity, t.day(one.first_triaged.1.date()))
        })
        .collect()
    }
}
