//! Producers: everybody who mines under a certificate, and what state it is in.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::certificate::Certificate;
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{CertificateId, Country, Mass, OrganisationId};

use super::act::asked::{Asked, escaped};
use super::frame::Frame;
use super::names::Names;
use super::producer::certified::{State, is_latest, state_of};
use super::{framed, render};
use crate::app::Data;
use crate::problem::Problem;

const PAGE: usize = 25;
/// Characters of a name that are looked for.
const NAME_MAX: usize = 100;

#[derive(Template)]
#[template(path = "producers.html")]
struct Page {
    frame: Frame,
    name: String,
    countries: Vec<Choice>,
    minerals: Vec<Choice>,
    filtered: bool,
    found: usize,
    rows: Vec<Row>,
    next: Option<String>,
}

framed!(Page);

/// Something to choose in the form.
struct Choice {
    code: String,
    name: String,
    chosen: bool,
}

struct Row {
    id: OrganisationId,
    name: String,
    /// Where, how it is built, who leads it.
    about: String,
    certificates: Vec<Held>,
    issued: Vec<String>,
}

/// A certificate in a line.
struct Held {
    class: String,
    state: State,
}

type Certified<'a> = BTreeMap<OrganisationId, Vec<(CertificateId, &'a Certificate)>>;

/// What is looked for.
struct Search {
    name: String,
    country: Option<Country>,
    mineral: Option<Mineral>,
    after: Option<OrganisationId>,
}

impl Search {
    fn of(request: &HttpRequest) -> Result<Self, Problem> {
        let asked = Asked::of(request.query_string())?;
        Ok(Self {
            name: asked.get("q").unwrap_or("").chars().filter(|c| !c.is_control()).take(NAME_MAX).collect(),
            country: asked.parsed("country")?,
            mineral: asked.parsed("mineral")?,
            after: asked.parsed("after")?,
        })
    }

    /// Whether it leaves anybody out.
    fn is_narrow(&self) -> bool {
        !self.name.is_empty() || self.country.is_some() || self.mineral.is_some() || self.after.is_some()
    }

    fn admits(&self, name: &str, certificates: &[(CertificateId, &Certificate)]) -> bool {
        (self.name.is_empty() || name.to_lowercase().contains(&self.name.to_lowercase()))
            && self.country.is_none_or(|country| certificates.iter().any(|(_, c)| c.country == country))
            && self.mineral.is_none_or(|mineral| certificates.iter().any(|(_, c)| c.class.mineral == mineral))
    }

    /// The same search from a place on.
    fn page_after(&self, last: OrganisationId) -> String {
        let country = self.country.map(|country| format!("&country={country}")).unwrap_or_default();
        let mineral = self.mineral.map(|mineral| format!("&mineral={mineral}")).unwrap_or_default();
        format!("/producers?q={}{country}{mineral}&after={last}", escaped(&self.name))
    }
}

/// The list of producers.
#[get("/producers")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let search = Search::of(&request)?;
    let page = shared.state(|registry| page(registry, frame, &search));
    render(&page)
}

fn page(registry: &Registry, frame: Frame, search: &Search) -> Page {
    let names = Names { registry, t: frame.t, me: None, office: false };
    let mut certified = Certified::new();
    for (id, c) in registry.certificates.certificates().filter(|(_, c)| c.terms.is_some()) {
        certified.entry(c.producer).or_default().push((id, c));
    }
    let countries: BTreeSet<Country> = certified.values().flatten().map(|(_, c)| c.country).collect();
    let minerals: BTreeSet<Mineral> = certified.values().flatten().map(|(_, c)| c.class.mineral).collect();
    let found: Vec<_> = certified.iter().filter(|(id, all)| search.admits(&names.organisation(**id), all)).collect();
    let mut following = found.iter().filter(|(id, _)| search.after.is_none_or(|after| **id > after)).peekable();
    let rows: Vec<Row> = following.by_ref().take(PAGE).map(|(id, all)| row(&names, **id, all)).collect();
    let last = rows.last().map(|row| row.id);
    Page {
        name: search.name.clone(),
        countries: choices(countries, search.country, |country| names.country(country)),
        minerals: choices(minerals, search.mineral, |mineral| names.title(mineral)),
        filtered: search.is_narrow(),
        found: found.len(),
        next: last.filter(|_| following.peek().is_some()).map(|last| search.page_after(last)),
        rows,
        frame,
    }
}

/// In the order of their names.
fn choices<T: Copy + PartialEq + ToString>(
    all: BTreeSet<T>,
    chosen: Option<T>,
    name: impl Fn(T) -> String,
) -> Vec<Choice> {
    let choice = |one: T| Choice { code: one.to_string(), name: name(one), chosen: chosen == Some(one) };
    let mut choices: Vec<Choice> = all.into_iter().map(choice).collect();
    choices.sort_by(|one, other| one.name.cmp(&other.name));
    choices
}

fn row(names: &Names<'_>, id: OrganisationId, all: &[(CertificateId, &Certificate)]) -> Row {
    let held =
        |(_, c): &(CertificateId, &Certificate)| Held { class: names.class(&c.class), state: state_of(names.t, c) };
    let mut issued = BTreeMap::<Mineral, Mass>::new();
    for (certificate, c) in all {
        let batches = names.registry.credits.batches_of(*certificate);
        let masses = batches.filter_map(|id| names.registry.credits.batch(id)).map(|batch| batch.issued);
        let sum = issued.entry(c.class.mineral).or_default();
        *sum = masses.fold(*sum, Mass::plus);
    }
    Row {
        id,
        name: names.organisation(id),
        about: about(names, id, all),
        certificates: all.iter().filter(|(id, _)| is_latest(*id, all)).map(held).collect(),
        issued: issued
            .into_iter()
            .filter(|(_, mass)| !mass.is_zero())
            .map(|(mineral, mass)| names.t.producer_issued_of(names.t.mass(mass), names.mineral(mineral)))
            .collect(),
    }
}

fn about(names: &Names<'_>, id: OrganisationId, all: &[(CertificateId, &Certificate)]) -> String {
    let places: BTreeSet<String> =
        all.iter().map(|(_, c)| format!("{} ({})", names.country(c.country), c.region)).collect();
    let structure = names.registry.parties.organisation(id).and_then(|o| o.structure);
    let structure = structure.map(|structure| names.t.word("structure", structure.word()).into_owned());
    places.into_iter().chain(structure).collect::<Vec<_>>().join(" · ")
}
