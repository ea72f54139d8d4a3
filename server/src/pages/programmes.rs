//! Programmes: under which rules production is certified, and the rules of the register itself.

use actix_web::{HttpResponse, get};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::certificate::CertificateState;
use orebook_registry::instruction::DefineProgramme;

use super::frame::Frame;
use super::names::Names;
use super::programme::rules::{Group, of_register};
use super::{framed, render};
use crate::app::Data;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "programmes.html")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    register: Vec<Group>,
}

framed!(Page);

struct Row {
    code: String,
    name: String,
    levels: String,
    minerals: String,
    fee: String,
    certificates: usize,
}

/// The list of programmes.
#[get("/programmes")]
pub async fn show(shared: Data, frame: Frame) -> Result<HttpResponse, Problem> {
    let page = shared.state(|registry| Page {
        rows: rows(&Names { registry, t: frame.t, me: None, office: false }),
        register: of_register(frame.t, registry.parties.parameters()),
        frame,
    });
    render(&page)
}

/// Each in the version that is in force, or in its first one while none is.
fn rows(names: &Names<'_>) -> Vec<Row> {
    let Some(today) = names.registry.time().map(|time| time.date()) else { return Vec::new() };
    let all = names.registry.certificates.programmes();
    let shown = all.filter_map(|(code, versions)| {
        names.registry.certificates.programme_on(code, today).or_else(|| versions.first())
    });
    shown.map(|terms| row(names, terms)).collect()
}

fn row(names: &Names<'_>, terms: &DefineProgramme) -> Row {
    let t = names.t;
    let mut levels: Vec<_> = terms.levels.iter().map(|level| t.word("level", level.level.word())).collect();
    levels.dedup();
    let minerals: Vec<String> = terms.minerals.iter().map(|mineral| names.mineral(*mineral)).collect();
    Row {
        code: terms.code.to_string(),
        name: terms.name.to_string(),
        levels: levels.join(" → "),
        minerals: minerals.join(", "),
        fee: t.percent(terms.parameters.fee_bps.points().into()),
        certificates: in_force(names.registry, terms),
    }
}

fn in_force(registry: &Registry, terms: &DefineProgramme) -> usize {
    let all = registry.certificates.certificates();
    all.filter(|(_, c)| c.class.programme == terms.code && c.state() == CertificateState::Certified).count()
}
