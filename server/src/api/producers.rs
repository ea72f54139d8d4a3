//! A producer's figures: what it was certified for, what it was issued, sold, and what of it was retired.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::credit::{Batch, Figures};
use orebook_registry::instruction::Role;
use orebook_registry::values::{Mass, OrganisationId};
use serde::Serialize;

use super::ask::{At, Look};
use super::parse;
use crate::problem::{Problem, ProblemBody};

/// A producer with its figures.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProducerView {
    /// Its id.
    pub id: String,
    /// Legal name.
    pub name: String,
    /// ISO 3166-1.
    pub country: String,
    /// What it was certified for, in order of application.
    pub certificates: Vec<CertifiedView>,
    /// Its credits, by mineral and production year.
    pub years: Vec<ProducerYearView>,
}

/// A certificate that was granted.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct CertifiedView {
    /// Its id.
    pub id: String,
    /// Its state.
    pub state: String,
    /// Mineral code.
    pub mineral: String,
    /// Programme code.
    pub programme: String,
    /// Level.
    pub level: String,
    /// First day.
    pub valid_from: String,
    /// Last day.
    pub valid_to: String,
    /// Kilograms of one certificate year.
    pub maximum: String,
}

/// The credits of one mineral and production year, in kilograms.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProducerYearView {
    /// Mineral code.
    pub mineral: String,
    /// Production year.
    pub year: String,
    /// Number of batches.
    pub batches: String,
    /// Issued.
    pub issued: String,
    /// Neither retired, cancelled nor expired.
    pub outstanding: String,
    /// Retired.
    pub retired: String,
    /// Cancelled.
    pub cancelled: String,
    /// Expired.
    pub expired: String,
    /// No longer the producer's, retired or not. How what is outstanding lies is not public, so this is not either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sold: Option<String>,
}

/// What a producer was certified for, was issued, sold, and what of it was retired.
#[utoipa::path(
    tag = "organisations",
    params(("id" = String, Path, description = "org_…"), At),
    responses((status = 200, body = ProducerView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/producers/{id}")]
pub async fn get_producer(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: OrganisationId = parse("id", &id)?;
    let seen = look.view().await?;
    let found = seen.read(|registry| {
        let o = registry.parties.organisation(id).filter(|o| o.roles.contains(&Role::Producer))?;
        Some(ProducerView {
            id: id.to_string(),
            name: o.name.to_string(),
            country: o.country.to_string(),
            certificates: certificates(registry, id),
            years: years(registry, id, seen.sees([id])),
        })
    });
    found.map(|producer| seen.json(&producer)).ok_or_else(|| Problem::not_found("producer", id))
}

fn certificates(registry: &Registry, producer: OrganisationId) -> Vec<CertifiedView> {
    let own = registry.certificates.certificates().filter(|(_, c)| c.producer == producer);
    let granted = own.filter_map(|(id, c)| {
        let terms = c.terms.as_ref()?;
        Some(CertifiedView {
            id: id.to_string(),
            state: c.state().to_string(),
            mineral: c.class.mineral.to_string(),
            programme: c.class.programme.to_string(),
            level: c.class.level.to_string(),
            valid_from: terms.valid_from.to_string(),
            valid_to: terms.valid_to.to_string(),
            maximum: terms.maximum.to_string(),
        })
    });
    granted.collect()
}

/// The sums of one mineral and year.
#[derive(Default)]
struct Sums {
    batches: u64,
    issued: Mass,
    figures: Figures,
    sold: Mass,
}

impl Sums {
    fn add(&mut self, batch: &Batch, sold: Mass) {
        let (sum, one) = (&mut self.figures, batch.figures());
        for (sum, one) in [
            (&mut sum.available, one.outstanding()),
            (&mut sum.retired, one.retired),
            (&mut sum.cancelled, one.cancelled),
            (&mut sum.expired, one.expired),
            (&mut self.issued, batch.issued),
            (&mut self.sold, sold),
        ] {
            *sum = sum.plus(one);
        }
        self.batches += 1;
    }
}

fn years(registry: &Registry, producer: OrganisationId, private: bool) -> Vec<ProducerYearView> {
    let mut years = BTreeMap::<_, Sums>::new();
    for (_, batch) in registry.credits.batches().filter(|(_, b)| b.producer == producer) {
        let key = (batch.class.mineral, batch.serial.year);
        let sold = if private { sold(registry, batch) } else { Mass::default() };
        years.entry(key).or_default().add(batch, sold);
    }
    let view = |((mineral, year), sums): ((orebook_registry::mineral::Mineral, u16), Sums)| ProducerYearView {
        mineral: mineral.to_string(),
        year: year.to_string(),
        batches: sums.batches.to_string(),
        issued: sums.issued.to_string(),
        outstanding: sums.figures.outstanding().to_string(),
        retired: sums.figures.retired.to_string(),
        cancelled: sums.figures.cancelled.to_string(),
        expired: sums.figures.expired.to_string(),
        sold: private.then(|| sums.sold.to_string()),
    };
    years.into_iter().map(view).collect()
}

/// Credits leave a producer by a trade only, so what lies or ended elsewhere was sold.
fn sold(registry: &Registry, batch: &Batch) -> Mass {
    let owner = |account| registry.credits.account(account).map(|account| account.organisation);
    let elsewhere = batch.blocks().iter().filter(|(_, block)| owner(block.account) != Some(batch.producer));
    elsewhere.fold(Mass::default(), |sum, (from, block)| sum.plus(Mass::from_mg(block.to - from)))
}
