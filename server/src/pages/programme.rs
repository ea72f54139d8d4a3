//! A programme: its levels and what may be claimed at each, its rules with their figures, and who certifies by it.

pub mod rules;

use actix_web::{HttpResponse, get, web};
use askama::Template;
use orebook_registry::certificate::{Accreditation, Equivalence};
use orebook_registry::instruction::{DefineProgramme, LevelTerms, ProgrammeCode, ProgrammeLevel};
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{Date, YesNo};
use orebook_texts::Texts;
use rules::{Change, Group, changes, of_programme};

use super::frame::Frame;
use super::names::Names;
use super::{framed, render};
use crate::api::parse;
use crate::app::Data;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "programme.html")]
struct Page {
    frame: Frame,
    code: String,
    name: String,
    /// Which version is shown, and since when it holds.
    version: String,
    levels: Vec<Level>,
    minerals: Vec<MineralRow>,
    rules: Vec<Group>,
    versions: Vec<Version>,
    certifiers: Vec<Certifier>,
    equivalences: Vec<Equal>,
}

framed!(Page);

#[derive(Debug, PartialEq, Eq)]
struct Level {
    name: String,
    claims: Vec<String>,
    /// What is said of it besides.
    ecological: Option<&'static str>,
}

struct MineralRow {
    name: String,
    basis: String,
    lot: String,
    threshold: Option<String>,
}

struct Version {
    version: u16,
    from: String,
    is_first: bool,
    changes: Vec<Change>,
}

struct Certifier {
    name: String,
    minerals: String,
    verification: String,
    days: String,
    withdrawn: Option<String>,
}

struct Equal {
    from: String,
    to: String,
    extent: String,
    days: String,
    revoked: Option<String>,
}

/// The page of a programme.
#[get("/programmes/{code}")]
pub async fn show(shared: Data, frame: Frame, code: web::Path<String>) -> Result<HttpResponse, Problem> {
    let code: ProgrammeCode = parse("programme", &code)?;
    let page = shared.state(|registry| page(&Names { registry, t: frame.t, me: None, office: false }, code, &frame));
    render(&page.ok_or_else(|| Problem::not_found("programme", code))?)
}

fn page(names: &Names<'_>, code: ProgrammeCode, frame: &Frame) -> Option<Page> {
    let (t, certificates) = (names.t, &names.registry.certificates);
    let today = names.registry.time()?.date();
    let versions = certificates.programme_versions(code);
    let terms = certificates.programme_on(code, today).or_else(|| versions.first())?;
    let mut accredited: Vec<&Accreditation> =
        certificates.accreditations().map(|(_, a)| a).filter(|a| a.programme == code).collect();
    accredited.sort_by_key(|a| (a.withdrawn_on.is_some(), a.until < today));
    let concerned = certificates.equivalences().map(|(_, e)| e);
    let concerned = concerned.filter(|e| e.from.programme == code || e.to.programme == code);
    Some(Page {
        code: code.to_string(),
        name: terms.name.to_string(),
        version: in_force(names, terms, today),
        levels: levels(t, &terms.levels),
        minerals: terms.minerals.iter().map(|one| mineral(names, terms, *one)).collect(),
        rules: of_programme(t, &terms.parameters),
        versions: history(names, versions),
        certifiers: accredited.into_iter().map(|one| certifier(names, one)).collect(),
        equivalences: concerned.map(|one| equal(names, one)).collect(),
        frame: frame.clone(),
    })
}

fn in_force(names: &Names<'_>, terms: &DefineProgramme, today: Date) -> String {
    let (from, version) = (names.t.day(terms.effective_from), terms.version.0);
    if terms.effective_from <= today {
        names.t.programme_version_since(from, version)
    } else {
        names.t.programme_version_from(from, version)
    }
}

/// One for each level: an ecological one that allows the same claims stands with its plain one.
fn levels(t: Texts, terms: &[LevelTerms]) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for one in terms {
        let ecological = (one.ecological == YesNo::Yes).then(|| t.ecological());
        let name = t.word("level", one.level.word()).into_owned();
        let claims: Vec<_> = one.claims.iter().map(|claim| t.word("claim-type", claim.word()).into_owned()).collect();
        match levels.iter_mut().find(|level| level.name == name && level.claims == claims) {
            Some(same) => same.ecological = Some(t.programme_ecological()),
            None => levels.push(Level { name, claims, ecological }),
        }
    }
    levels
}

fn mineral(names: &Names<'_>, terms: &DefineProgramme, mineral: Mineral) -> MineralRow {
    let threshold = terms.parameters.audit_thresholds.iter().find(|threshold| threshold.mineral == mineral);
    MineralRow {
        name: names.title(mineral),
        basis: names.t.word("basis", mineral.code()).into_owned(),
        lot: names.t.mass(mineral.lot()),
        threshold: threshold.map(|threshold| names.t.mass(threshold.mass)),
    }
}

/// Newest first, each with what it changed.
fn history(names: &Names<'_>, versions: &[DefineProgramme]) -> Vec<Version> {
    let told = |(n, version): (usize, &DefineProgramme)| Version {
        version: version.version.0,
        from: names.t.day(version.effective_from),
        is_first: n == 0,
        changes: n.checked_sub(1).map(|before| changes(names, &versions[before], version)).unwrap_or_default(),
    };
    let mut all: Vec<Version> = versions.iter().enumerate().map(told).collect();
    all.reverse();
    all
}

fn certifier(names: &Names<'_>, accreditation: &Accreditation) -> Certifier {
    let t = names.t;
    let minerals: Vec<String> = accreditation.minerals.iter().map(|mineral| names.mineral(*mineral)).collect();
    Certifier {
        name: names.organisation(accreditation.certifier),
        minerals: minerals.join(", "),
        verification: t.word("verification", accreditation.verification.word()).into_owned(),
        days: t.from_to(t.day(accreditation.from), t.day(accreditation.until)),
        withdrawn: accreditation.withdrawn_on.map(|day| t.programme_withdrawn(t.day(day))),
    }
}

fn equal(names: &Names<'_>, equivalence: &Equivalence) -> Equal {
    let t = names.t;
    let side = |side: &ProgrammeLevel| format!("{} {}", side.programme, t.word("level", side.level.word()));
    Equal {
        from: side(&equivalence.from),
        to: side(&equivalence.to),
        extent: t.word("equivalence-extent", equivalence.extent.word()).into_owned(),
        days: t.from_to(t.day(equivalence.from_date), t.day(equivalence.until)),
        revoked: equivalence.revoked.as_ref().map(|(day, _)| t.programme_revoked(t.day(day))),
    }
}

#[cfg(test)]
mod tests {
    use orebook_registry::instruction::{ClaimType, Level as At};
    use orebook_texts::Tongue;

    use super::*;

    #[test]
    fn an_ecological_level_stands_with_its_plain_one_where_both_allow_the_same() {
        let t = Texts::of(Tongue::English);
        let terms = |level, ecological, claims: &[ClaimType]| LevelTerms { level, ecological, claims: claims.to_vec() };
        let told = levels(
            t,
            &[
                terms(At::Good, YesNo::No, &[ClaimType::Support]),
                terms(At::Good, YesNo::Yes, &[ClaimType::Support]),
                terms(At::Leading, YesNo::Yes, &[ClaimType::Support]),
                terms(At::Leading, YesNo::No, &[ClaimType::None]),
            ],
        );
        let besides: Vec<_> = told.iter().map(|level| (level.name.as_str(), level.ecological)).collect();
        let expected = [("good", Some("also ecological")), ("leading", Some("ecological")), ("leading", None)];
        assert_eq!(besides, expected);
    }
}
