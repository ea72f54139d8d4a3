//! Declaring production in five short steps.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::certificate::{Certificate, CertificateState, DeclarationState};
use orebook_registry::instruction::MandatePower;
use orebook_registry::values::{CertificateId, Date, OrganisationId};

use super::steps::{self, Answers, LAST};
use super::{MINES, certificates_of, grade, may};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::instructions::forecast;
use crate::app::Data;
use crate::pages::act::asked::{Asked, escaped};
use crate::pages::act::tell;
use crate::pages::act::told::{Refused, refused};
use crate::pages::desk::door::opened;
use crate::pages::desk::reckoning::Reckoning;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "desk_declare.html")]
struct DeclarePage {
    frame: Frame,
    step: u8,
    /// Where the step's button leads.
    next: u8,
    steps: Vec<Step>,
    certificates: Vec<Choice>,
    carats: Vec<Choice>,
    /// What the mineral's grade is of: `fine gold`.
    basis: String,
    asked: Asked,
    /// Suggested where nothing was written.
    from: String,
    to: String,
    evidence: String,
    exclusive: bool,
    faults: Vec<(&'static str, &'static str)>,
    refused: Option<Refused>,
    /// Answers of the other steps, which go with this one's.
    hidden: Vec<(String, String)>,
    said: Vec<Said>,
    sums: Vec<(&'static str, String)>,
    /// Where it is signed, once all is answered and no rule is against it.
    review: Option<String>,
}

framed!(scripted: DeclarePage);

impl DeclarePage {
    fn value(&self, name: &str) -> &str {
        self.asked.get(name).unwrap_or_default()
    }
    fn fault(&self, name: &str) -> Option<&'static str> {
        self.faults.iter().find(|(one, _)| *one == name).map(|(_, what)| *what)
    }
}

/// A step, as the list of them shows it.
struct Step {
    number: u8,
    name: &'static str,
    here: bool,
}

/// Something to choose.
struct Choice {
    value: String,
    label: String,
    more: String,
    chosen: bool,
}

/// What was answered before, in words.
struct Said {
    label: &'static str,
    text: String,
    change: String,
}

/// One of the steps.
#[get("/desk/declare")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, MINES) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).member(Permission::Read)?;
    let asked = Asked::of(request.query_string())?;
    let answers = Answers::of(&asked);
    let wished =
        asked.get("step").and_then(|step| step.parse().ok()).filter(|step| (1..=LAST).contains(step)).unwrap_or(1);
    let mut step = answers.first_faulty_before(wished).unwrap_or(wished);
    let mut problem = None;
    // The register's own rules judge what is answered; the first step that they refuse is the one to mend.
    for until in rules_asked(&answers, &asked, step) {
        let Some(act) = answers.act(until) else { continue };
        match forecast(&shared, me, act).await {
            Ok(_) => {}
            Err(fault) if fault.status.is_server_error() => return Err(fault),
            Err(refusal) => {
                (step, problem) = (until, Some(refusal));
                break;
            }
        }
    }
    let is_told = step < wished || problem.is_some();
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        Making { names, me, asked: &asked, answers: &answers, step, is_told }.page(&frame, problem.as_ref())
    });
    unstored(&page, if is_told { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK })
}

/// About the answers of which steps the rules are asked: those before, and this one's where it is answered already.
fn rules_asked(answers: &Answers, asked: &Asked, step: u8) -> impl Iterator<Item = u8> + use<> {
    let own = steps::fields(step).iter().any(|name| asked.get(name).is_some());
    let readable = !answers.faults.iter().any(|fault| fault.step == step);
    let last = if own && readable { step } else { step - 1 };
    1..=last.min(4)
}

/// A page in the making.
struct Making<'a> {
    names: Names<'a>,
    me: OrganisationId,
    asked: &'a Asked,
    answers: &'a Answers,
    step: u8,
    is_told: bool,
}

impl Making<'_> {
    fn page(&self, frame: &Frame, problem: Option<&Problem>) -> DeclarePage {
        let (t, step, answers) = (self.names.t, self.step, self.answers);
        let certificate = answers.certificate.and_then(|id| self.names.registry.certificates.certificate(id));
        let certificate = certificate.filter(|one| may(one, self.me, MandatePower::Declare));
        let certificates = self.certificates();
        let (from, to) = self.period(&certificates);
        let own = steps::fields(step).iter().any(|name| self.asked.get(name).is_some());
        let told = answers.faults.iter().filter(|fault| fault.step == step && (own || self.is_told));
        let names =
            [t.coop_step_period(), t.coop_step_mined(), t.coop_step_sold(), t.coop_step_evidence(), t.coop_step_all()];
        let mut pairs: Vec<(String, String)> =
            self.asked.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        pairs.retain(|(name, _)| (1..LAST).any(|one| one != step && steps::fields(one).contains(&name.as_str())));
        let refused = problem.map(|problem| refused(problem, self.names));
        DeclarePage {
            step,
            next: answers.next(step),
            steps: (1..).zip(names).map(|(number, name)| Step { number, name, here: number == step }).collect(),
            carats: self.carats(certificate),
            basis: certificate.map_or(String::new(), |one| t.word("basis", one.class.mineral.code()).into_owned()),
            certificates,
            from,
            to,
            evidence: answers.evidence.join(" "),
            exclusive: answers.exclusive,
            faults: told.map(|fault| (fault.name, t.find(fault.what).unwrap_or_default())).collect(),
            hidden: pairs,
            said: self.said(certificate),
            sums: if step >= 3 { self.sums(certificate) } else { Vec::new() },
            review: answers
                .to_query(4)
                .filter(|_| step == LAST && refused.is_none())
                .map(|query| format!("/act/declare/review?{query}&then=/desk/declarations")),
            refused,
            asked: self.asked.clone(),
            frame: frame.clone(),
        }
    }

    /// Certificates under which production may still be declared.
    fn certificates(&self) -> Vec<Choice> {
        let t = self.names.t;
        let all = certificates_of(self.names.registry, self.me).filter(|(_, one)| self.takes(one));
        let choice = |(id, one): (CertificateId, &Certificate)| {
            let mut more = Vec::new();
            if one.producer != self.me {
                more.push(self.names.organisation(one.producer));
            }
            more.push(t.coop_site(one.site.to_string(), one.region.to_string()));
            more.push(
                declared_until(self.names.registry, id)
                    .map_or_else(|| t.coop_nothing_declared().to_owned(), |day| t.coop_declared_until(t.day(day))),
            );
            Choice {
                value: id.to_string(),
                label: self.names.class(&one.class),
                more: more.join(" · "),
                chosen: self.answers.certificate == Some(id),
            }
        };
        let mut choices: Vec<Choice> = all.map(choice).collect();
        if let [only] = choices.as_mut_slice() {
            only.chosen = true;
        }
        choices
    }

    fn takes(&self, certificate: &Certificate) -> bool {
        let ended = matches!(certificate.state(), CertificateState::Expired | CertificateState::Surrendered);
        let registry = self.names.registry;
        let today = registry.time().map(|now| now.date());
        let in_time = || {
            let programme = registry.certificates.programme_on(certificate.class.programme, today?)?;
            let last = certificate.last_day()?.plus_days(u64::from(programme.parameters.declare_within_days.0));
            Some(today? <= last)
        };
        may(certificate, self.me, MandatePower::Declare)
            && certificate.terms.is_some()
            && (certificate.state() == CertificateState::Certified || ended && in_time() == Some(true))
    }

    /// The period that was given; else, under a single certificate, what follows the last one until the month's end.
    fn period(&self, certificates: &[Choice]) -> (String, String) {
        let given = |name| self.asked.get(name).map(str::to_owned);
        let suggested = match certificates {
            [only] => only.value.parse().ok().and_then(|id| suggested(self.names.registry, id)),
            _ => None,
        };
        let (from, to) = suggested.map_or_else(Default::default, |(from, to)| (from.to_string(), to.to_string()));
        (given("period_from").unwrap_or(from), given("period_to").unwrap_or(to))
    }

    fn carats(&self, certificate: Option<&Certificate>) -> Vec<Choice> {
        if !certificate.is_some_and(|one| grade::has_carats(one.class.mineral)) {
            return Vec::new();
        }
        let t = self.names.t;
        let carat = |(carats, ppm): &(&str, u32)| {
            let value = ppm.to_string();
            let more = t.decimal(&grade::percent(&value));
            Choice { label: t.coop_carats(*carats), more, chosen: self.asked.get("grade") == Some(&value), value }
        };
        grade::CARATS.iter().map(carat).collect()
    }

    /// What was answered before, in words, so that a mark in the wrong place is heard.
    fn said(&self, certificate: Option<&Certificate>) -> Vec<Said> {
        let (t, answers, names) = (self.names.t, self.answers, self.names);
        let mut said = Vec::new();
        let mut say = |step: u8, label, text: Option<String>| {
            // In the second step the own answers are echoed too: "work it out" leads back to it.
            if step < self.step || (step == 2 && self.step == 2) {
                said.extend(text.map(|text| Said { label, text, change: self.link(step) }));
            }
        };
        say(
            1,
            t.coop_said_certificate(),
            certificate.map(|one| format!("{} · {}", names.organisation(one.producer), names.class(&one.class))),
        );
        say(1, t.coop_said_period(), answers.from.zip(answers.to).map(|(from, to)| t.from_to(t.day(from), t.day(to))));
        say(2, t.coop_said_gross(), answers.gross.map(|mass| tell::mass(&mass.to_string(), names)));
        say(
            2,
            t.coop_said_grade(),
            answers.ppm.map(|ppm| {
                let ppm = ppm.to_string();
                t.coop_grade_told(t.decimal(&grade::percent(&ppm)), t.decimal(&ppm))
            }),
        );
        say(2, t.coop_said_fine(), answers.fine().map(|mass| tell::mass(&mass.to_string(), names)));
        say(3, t.coop_said_sold(), answers.sold.map(|mass| tell::mass(&mass.to_string(), names)));
        say(4, t.coop_said_files(), Some(t.coop_files(answers.evidence.len())));
        if answers.exclusive {
            say(4, t.coop_said_exclusive(), Some(t.yes().to_owned()));
        }
        said
    }

    /// A step with all answers as they are.
    fn link(&self, step: u8) -> String {
        let is_answer = |name: &str| (1..LAST).any(|one| steps::fields(one).contains(&name));
        let pairs = self.asked.pairs().filter(|(name, _)| is_answer(name));
        let pairs: String = pairs.map(|(name, value)| format!("&{}={}", escaped(name), escaped(value))).collect();
        format!("/desk/declare?step={step}{pairs}")
    }

    fn sums(&self, certificate: Option<&Certificate>) -> Vec<(&'static str, String)> {
        let sums = || {
            let certificate = certificate?;
            let year = certificate.year_of(self.answers.from?)?;
            let (fine, sold) = (self.answers.fine()?, self.answers.sold.unwrap_or_default());
            Some(Reckoning::of(certificate, year, Default::default(), fine, sold).lines(self.names.t))
        };
        sums().unwrap_or_default()
    }
}

/// The last day that a declaration of a certificate covers.
fn declared_until(registry: &Registry, certificate: CertificateId) -> Option<Date> {
    let counts = |state| matches!(state, DeclarationState::Declared | DeclarationState::Approved);
    let all = registry.certificates.declarations();
    all.filter(|(_, one)| one.certificate == certificate && counts(one.state)).map(|(_, one)| one.period_to).max()
}

/// From the day after the last declared one, else the first valid day, until the end of the month before this one; as
/// far as that is one calendar year and valid.
fn suggested(registry: &Registry, id: CertificateId) -> Option<(Date, Date)> {
    let certificate = registry.certificates.certificate(id)?;
    let from =
        declared_until(registry, id).map(|day| day.plus_days(1)).or(Some(certificate.terms.as_ref()?.valid_from))?;
    let month_end = registry.time()?.date().first_of_month().less_days(1);
    let year_end: Date = format!("{}-12-31", from.year()).parse().ok()?;
    let to = month_end.min(year_end).min(certificate.last_day()?);
    (from <= to).then_some((from, to))
}
