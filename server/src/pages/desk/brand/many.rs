//! Retiring many at once: a list as a spreadsheet saves it, with what each line would come to, before anything is signed.
//! An agent signs the list as one act; others sign line by line.

mod list;
mod plan;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_document::canonical;
use orebook_registry::certificate::Class;
use orebook_registry::instruction::{LENGTH_MAX, Role};
use orebook_registry::values::{AccountId, Date, Mass, OrganisationId};

use self::list::{COLUMNS, Unreadable};
use self::plan::{Plan, Planned};
use super::super::door::opened;
use super::retire::choice::{PURPOSES, Pick};
use super::retire::fields::{Fields, as_line};
use super::retire::preview::{Preview, as_asked};
use super::retire::retirer::Retirer;
use super::{BRAND, stock};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::instructions::forecast;
use crate::app::Data;
use crate::pages::act::asked::{Asked, escaped};
use crate::pages::act::form::Form;
use crate::pages::act::read;
use crate::pages::act::told::{Refused, refused};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

/// Lines of a list, as many as one instruction may hold.
const LINES: usize = 50;
/// What an instruction has besides its act, at the most.
const AROUND: usize = 1_200;
const EXAMPLE: &str = "mass,claim,purpose,product\n0.25,support,collection,Aurora rings\n0.1,support,gift,";

#[derive(Template)]
#[template(path = "brand_many.html")]
struct ManyPage {
    frame: Frame,
    /// Classes and accounts to take from.
    credits: Vec<Pick>,
    csv: String,
    columns: Vec<(&'static str, String)>,
    example: &'static str,
    /// Why the list cannot be read.
    fault: Option<String>,
    told: Option<Told>,
    is_agent: bool,
}

framed!(scripted: ManyPage);

/// What the list would come to.
#[derive(Default)]
struct Told {
    lines: Vec<Line>,
    total: String,
    cut: bool,
    second_person: bool,
    /// The whole list would be refused, or is too long.
    refused: Option<Refused>,
    too_long: bool,
    /// The act that is signed next, and of which line, if it is of one.
    next: Option<Next>,
}

impl Told {
    /// Whether every line is signed.
    fn is_done(&self) -> bool {
        self.lines.iter().all(|line| line.standing == Standing::Signed)
    }

    /// Whether a line must be corrected.
    fn has_wrong(&self) -> bool {
        self.lines.iter().any(|line| line.standing == Standing::Wrong)
    }
}

/// A line, as it is shown.
struct Line {
    number: usize,
    whom: String,
    mass: String,
    claim: String,
    product: String,
    standing: Standing,
    faults: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Signed,
    Sure,
    Wrong,
}

/// What is signed next.
struct Next {
    act: &'static str,
    line: Option<usize>,
    fields: Fields,
    then: String,
}

/// The list, and what it would come to.
#[get("/desk/retire/many")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, BRAND) {
        Ok(me) => me,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).organisation(Permission::Read, None)?;
    let asked = Asked::of(request.query_string())?;
    let today = shared.clock.now().date();
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me.id), office: false };
        page(Retirer { names, me: me.id, today }, frame.clone(), &asked)
    });
    let csv = page.csv.clone();
    let from = page.credits.iter().find(|one| one.chosen).map(|one| one.value.clone());
    let (fault, told) = match (from, csv.is_empty(), list::read(&csv)) {
        (None, ..) | (_, true, _) => (None, None),
        (_, _, Err(unreadable)) => (Some(told_of(&frame, &unreadable)), None),
        (Some(from), _, Ok(rows)) => {
            let done = asked.get("done").and_then(|done| done.parse().ok()).unwrap_or(0);
            let trial = Trial { shared: &shared, frame: &frame, me: me.id, today, from, csv: &csv, done };
            (None, Some(trial.told(&rows, me.is_any(&[Role::Agent])).await?))
        }
    };
    let page = ManyPage { fault, told, is_agent: me.is_any(&[Role::Agent]), ..page };
    unstored(&page, StatusCode::OK)
}

fn page(who: Retirer<'_>, frame: Frame, asked: &Asked) -> ManyPage {
    let (names, t) = (who.names, who.names.t);
    let mut sums: Vec<((AccountId, Class), Mass)> = Vec::new();
    for one in stock::available(names.registry, who.me, who.today) {
        let key = (one.account, one.class);
        match sums.iter_mut().find(|(other, _)| *other == key) {
            Some((_, sum)) => *sum = sum.plus(one.serial.mass()),
            None => sums.push((key, one.serial.mass())),
        }
    }
    let mut credits: Vec<Pick> = sums
        .into_iter()
        .map(|((account, class), mass)| {
            let value = format!("{account}.{}", stock::class_key(&class));
            let owner = names.registry.credits.account(account).map(|account| account.name.to_string());
            let name = format!("{} · {} · {}", names.class(&class), t.mass(mass), owner.unwrap_or_default());
            Pick { chosen: asked.get("credits") == Some(value.as_str()), value, name }
        })
        .collect();
    if !credits.iter().any(|one| one.chosen) {
        credits.iter_mut().take(1).for_each(|one| one.chosen = true);
    }
    ManyPage {
        columns: columns(t),
        credits,
        csv: asked.get("csv").unwrap_or("").to_owned(),
        example: EXAMPLE,
        fault: None,
        told: None,
        is_agent: false,
        frame,
    }
}

/// What stands in each column.
fn columns(t: orebook_texts::Texts) -> Vec<(&'static str, String)> {
    let told = |name: &str| match name {
        "mass" => t.brand_many_in_mass().to_owned(),
        "beneficiary" => t.brand_many_in_beneficiary().to_owned(),
        "claim" => t.brand_many_in_claim("support, match, premium, step, none"),
        "footprint" => t.brand_many_in_footprint().to_owned(),
        "purpose" => t.brand_many_in_purpose(PURPOSES.join(", ")),
        "product" => t.field_product_hint().to_owned(),
        _ => t.brand_many_in_period().to_owned(),
    };
    COLUMNS.into_iter().map(|name| (name, told(name))).collect()
}

fn told_of(frame: &Frame, unreadable: &Unreadable) -> String {
    let t = frame.t;
    match unreadable {
        Unreadable::Column(name) => t.brand_many_header(name),
        Unreadable::Massless => t.brand_many_mass_missing().to_owned(),
        Unreadable::Empty => t.brand_many_empty().to_owned(),
    }
}

/// A dry run of a list.
struct Trial<'a> {
    shared: &'a Data,
    frame: &'a Frame,
    me: OrganisationId,
    today: Date,
    /// Account and class.
    from: String,
    csv: &'a str,
    /// Lines that are signed already.
    done: usize,
}

impl Trial<'_> {
    async fn told(&self, rows: &[list::Row], is_agent: bool) -> Result<Told, Problem> {
        let planned = self.planned(rows);
        let mut told = Told { cut: rows.len() > LINES, ..Told::default() };
        let mut sum = Mass::default();
        let mut sure: Vec<Fields> = Vec::new();
        for (at, mut line) in planned.into_iter().enumerate() {
            let is_signed = at < self.done;
            if !is_signed && line.faults.is_empty() {
                let preview = Preview::of(self.shared, self.frame, self.me, &line.fields).await?;
                told.second_person |= preview.second_person;
                line.faults.extend(preview.faults);
                line.faults.extend(preview.refused.map(|refused| refused.what));
            }
            let standing = match (is_signed, line.faults.is_empty()) {
                (true, _) => Standing::Signed,
                (false, true) => Standing::Sure,
                (false, false) => Standing::Wrong,
            };
            sum = sum.plus(line.mass);
            if standing == Standing::Sure {
                sure.push(line.fields);
            }
            told.lines.push(Line {
                number: at + 1,
                whom: line.whom,
                mass: self.frame.t.mass(line.mass),
                claim: line.claim,
                product: line.product,
                standing,
                faults: line.faults.into_iter().collect(),
            });
        }
        told.total = self.frame.t.brand_many_total(told.lines.len(), self.frame.t.mass(sum));
        match sure.first() {
            Some(_) if is_agent && !told.has_wrong() => self.whole(&mut told, &sure).await?,
            Some(first) if !is_agent => told.next = self.next(&told, first),
            _ => {}
        }
        Ok(told)
    }

    fn planned(&self, rows: &[list::Row]) -> Vec<Planned> {
        self.shared.state(|registry| {
            let names = Names { registry, t: self.frame.t, me: Some(self.me), office: false };
            let who = Retirer { names, me: self.me, today: self.today };
            let all = stock::available(registry, self.me, self.today);
            let is_meant =
                |one: &&stock::Available| format!("{}.{}", one.account, stock::class_key(&one.class)) == self.from;
            let Some(chosen) = all.iter().find(is_meant) else { return Vec::new() };
            let mut plan = Plan::of(who, chosen.account, chosen.class);
            let signed = |at: usize| at < self.done;
            let rows = rows.iter().take(LINES).enumerate();
            rows.map(|(at, row)| if signed(at) { plan.signed(row) } else { plan.line(row) }).collect()
        })
    }

    /// All lines as one act.
    async fn whole(&self, told: &mut Told, sure: &[Fields]) -> Result<(), Problem> {
        let account = sure.iter().flatten().find(|(name, _)| name == "account").cloned();
        let lines = sure.iter().enumerate().flat_map(|(at, fields)| as_line(fields, at));
        let fields: Fields = account.into_iter().chain(lines).collect();
        let form = Form::of("retire_list").ok_or_else(|| Problem::internal("a list has a form"))?;
        let Ok(act) = read::act(form, &as_asked(&fields)?) else {
            return Err(Problem::internal("a list of lines that can be read can be read"));
        };
        if canonical(&act).map_err(Problem::internal)?.len() + AROUND > LENGTH_MAX {
            told.too_long = true;
            return Ok(());
        }
        match forecast(self.shared, self.me, act).await {
            Ok(body) => {
                told.second_person = body.second_person == "yes";
                let then = "/desk/retirements".to_owned();
                told.next = Some(Next { act: "retire_list", line: None, fields, then });
            }
            Err(problem) if problem.status.is_server_error() => return Err(problem),
            Err(problem) => {
                told.refused = Some(self.shared.state(|registry| {
                    refused(&problem, Names { registry, t: self.frame.t, me: Some(self.me), office: false })
                }));
            }
        }
        Ok(())
    }

    /// The first line that is not signed, and back here with those after it.
    fn next(&self, told: &Told, first: &Fields) -> Option<Next> {
        let line = told.lines.iter().find(|line| line.standing != Standing::Signed)?;
        let then =
            format!("/desk/retire/many?credits={}&csv={}&done={}", escaped(&self.from), escaped(self.csv), line.number);
        let is_sure = line.standing == Standing::Sure;
        is_sure.then(|| Next { act: "retire", line: Some(line.number), fields: first.clone(), then })
    }
}
