//! What became of one's production: by certificate year and batch, what expires soon, what lies in which account.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::certificate::Certificate;
use orebook_registry::credit::{Batch, BlockState, Range};
use orebook_registry::mineral::Mineral;
use orebook_registry::values::{AccountId, BatchId, CertificateId, Date, Mass, OrganisationId};

use super::{AHEAD_DAYS, MINES, certificates_of};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::Data;
use crate::pages::desk::bar::{Part, bar};
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

/// Batches of a certificate that are shown; older ones are found by their own pages.
const BATCHES_MAX: usize = 12;

#[derive(Template)]
#[template(path = "desk_production.html")]
struct ProductionPage {
    frame: Frame,
    expiring: Vec<String>,
    certificates: Vec<Shown>,
    accounts: Vec<(String, Vec<String>)>,
}

framed!(ProductionPage);

/// A certificate.
struct Shown {
    name: String,
    years: Vec<Figures>,
    batches: Vec<Figures>,
    older: Option<String>,
}

/// A whole and its parts: a year, or a batch.
struct Figures {
    name: String,
    link: Option<String>,
    more: Option<String>,
    bar: Vec<Part>,
    /// Shade, label and mass of each part.
    rows: Vec<(usize, &'static str, String)>,
    whole: (&'static str, String),
}

/// One's production.
#[get("/desk/production")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, MINES) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).member(Permission::Read)?;
    let soon = shared.clock.now().plus_days(AHEAD_DAYS).date();
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        let warn = |((mineral, day), mass): ((Mineral, Date), Mass)| {
            frame.t.coop_expires(frame.t.mass(mass), names.mineral(mineral), frame.t.day(day))
        };
        ProductionPage {
            expiring: expiring(registry, me, soon).into_iter().map(warn).collect(),
            certificates: certificates_of(registry, me)
                .filter(|(_, one)| one.terms.is_some())
                .map(|(id, one)| shown(names, id, one))
                .collect(),
            accounts: accounts(names, me),
            frame: frame.clone(),
        }
    });
    unstored(&page, StatusCode::OK)
}

/// Credits of one's own accounts that end by a day and were never sold, by mineral and last usable day.
pub fn expiring(registry: &Registry, me: OrganisationId, by: Date) -> BTreeMap<(Mineral, Date), Mass> {
    let mut all = BTreeMap::<_, Mass>::new();
    for (account, _) in registry.credits.accounts_of(me) {
        for (range, block) in registry.credits.holdings(account) {
            let Some(batch) = registry.credits.batch(range.batch) else { continue };
            if block.expires_on <= by && batch.producer == me {
                let sum = all.entry((batch.class.mineral, block.expires_on)).or_default();
                *sum = sum.plus(range.mass());
            }
        }
    }
    all
}

fn shown(names: Names<'_>, id: CertificateId, certificate: &Certificate) -> Shown {
    let t = names.t;
    let all: Vec<BatchId> = names.registry.credits.batches_of(id).collect();
    let older = all.len().checked_sub(BATCHES_MAX).filter(|older| *older > 0).map(|older| t.coop_older(older));
    let newest = all.iter().rev().take(BATCHES_MAX);
    Shown {
        name: format!("{} · {}", names.organisation(certificate.producer), names.class(&certificate.class)),
        years: certificate.years.keys().rev().map(|year| year_of(names, certificate, *year)).collect(),
        batches: newest.filter_map(|id| Some(batch_of(names, *id, names.registry.credits.batch(*id)?))).collect(),
        older,
    }
}

/// What a year's maximum was used for.
fn year_of(names: Names<'_>, certificate: &Certificate, year: u16) -> Figures {
    let (t, used, maximum) = (names.t, certificate.use_of(year), certificate.maximum_of(year));
    let from = certificate.terms.as_ref().map(|terms| terms.valid_from.plus_months(12 * u32::from(year)));
    let period = from.map(|from| t.from_to(t.day(from), t.day(from.plus_months(12).less_days(1))));
    let parts = vec![
        (2, t.coop_issued(), used.issued),
        (0, t.coop_pending(), used.pending),
        (1, t.coop_sum_sold(), used.physical),
        (8, t.coop_room(), maximum.less(used.total())),
    ];
    figures(names, period.unwrap_or_default(), None, None, parts, (t.coop_sum_maximum(), maximum))
}

/// Where a batch's credits are.
fn batch_of(names: Names<'_>, id: BatchId, batch: &Batch) -> Figures {
    let (t, registry) = (names.t, names.registry);
    let [mut free, mut aside, mut held] = [Mass::default(); 3];
    for (account, _) in registry.credits.accounts_of(batch.producer) {
        for (from, block) in batch.blocks().of(account) {
            let sum = match block.state {
                BlockState::Available => &mut free,
                BlockState::Escrowed(_) => &mut aside,
                BlockState::Frozen => &mut held,
                BlockState::Retired(_) | BlockState::Cancelled(_) | BlockState::Expired => continue,
            };
            *sum = sum.plus(Mass::from_mg(block.to - from));
        }
    }
    let all = batch.figures();
    let whole = Range { batch: id, from: 0, to: batch.issued.mg() };
    let sold = registry.credits.sales_in(whole).fold(Mass::default(), |sum, (range, _)| sum.plus(range.mass()));
    let parts = vec![
        (0, t.coop_free(), free),
        (1, t.coop_aside(), aside),
        (9, t.coop_held(), held),
        (3, t.coop_with_buyers(), all.outstanding().less(free).less(aside).less(held)),
        (2, t.coop_retired(), all.retired),
        (8, t.coop_gone(), all.cancelled.plus(all.expired)),
    ];
    let more = t.coop_batch_told(t.mass(sold), t.day(batch.unsold_until));
    let name = t.from_to(t.day(batch.period_from), t.day(batch.period_to));
    figures(names, name, Some(format!("/batches/{id}")), Some(more), parts, (t.coop_issued(), batch.issued))
}

fn figures(
    names: Names<'_>,
    name: String,
    link: Option<String>,
    more: Option<String>,
    parts: Vec<(usize, &'static str, Mass)>,
    (whole, mass): (&'static str, Mass),
) -> Figures {
    let t = names.t;
    Figures {
        name,
        link,
        more,
        bar: bar(parts.iter().map(|(shade, _, mass)| (*shade, mass.mg()))),
        rows: parts
            .into_iter()
            .filter(|(.., mass)| !mass.is_zero())
            .map(|(shade, label, mass)| (shade, label, t.mass(mass)))
            .collect(),
        whole: (whole, t.mass(mass)),
    }
}

/// What lies in each account, by mineral.
fn accounts(names: Names<'_>, me: OrganisationId) -> Vec<(String, Vec<String>)> {
    let lies = |account: AccountId| {
        let mut by_mineral = BTreeMap::<Mineral, Mass>::new();
        for (range, _) in names.registry.credits.holdings(account) {
            let Some(batch) = names.registry.credits.batch(range.batch) else { continue };
            let sum = by_mineral.entry(batch.class.mineral).or_default();
            *sum = sum.plus(range.mass());
        }
        by_mineral
            .into_iter()
            .map(|(mineral, mass)| format!("{} {}", names.t.mass(mass), names.mineral(mineral)))
            .collect()
    };
    names.registry.credits.accounts_of(me).map(|(id, account)| (account.name.to_string(), lies(id))).collect()
}
