//! Home: look a claim up, and what the register holds.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{Mass, RetirementId, Timestamp, country_name};
use orebook_store::RetirementRow;
use serde::Deserialize;

use super::{grouped, long_date, render};
use crate::api::retirements::{RetirementQuery, search};
use crate::app::Data;
use crate::problem::Problem;

const LATEST: i64 = 10;
const FOUND: i64 = 50;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    query: String,
    searched: bool,
    rows: Vec<Row>,
    issued: String,
    retired: String,
    brands: usize,
    premium: Vec<String>,
    producers: usize,
}

struct Row {
    id: String,
    date: String,
    beneficiary: String,
    mineral: String,
    mass: String,
    countries: String,
}

/// What is looked for.
#[derive(Debug, Deserialize)]
pub struct Search {
    q: Option<String>,
}

/// The home page, and what its search finds.
#[get("/")]
pub async fn show(shared: Data, query: web::Query<Search>) -> Result<HttpResponse, Problem> {
    let asked: String = query.q.as_deref().unwrap_or("").trim().chars().filter(|c| !c.is_control()).take(100).collect();
    if let Some(id) = retirement_named(&shared, &asked) {
        return Ok(HttpResponse::SeeOther().insert_header(("location", format!("/retirements/{id}"))).finish());
    }
    let searched = !asked.is_empty();
    let filter = RetirementQuery { text: searched.then(|| asked.clone()), ..RetirementQuery::default() };
    let rows = search(&shared, filter, if searched { FOUND } else { LATEST }).await?;
    let page = shared.state(|registry| figures(registry, asked, searched, rows));
    render(&page)
}

/// A retirement's own id, or a serial block that one retirement consumed, leads straight to its page.
fn retirement_named(shared: &Data, asked: &str) -> Option<RetirementId> {
    if let Ok(id) = asked.parse::<RetirementId>() {
        return shared.state(|registry| registry.claims.retirement(id).map(|_| id));
    }
    let block: SerialBlock = asked.parse().ok()?;
    shared.state(|registry| {
        let (_, batch) = registry.credits.batch_of_serial(&block.batch)?;
        let (_, piece) = batch.block_at(block.from).filter(|(_, piece)| block.to <= piece.to)?;
        match piece.state {
            orebook_registry::credit::BlockState::Retired(id) => Some(id),
            _ => None,
        }
    })
}

fn figures(registry: &Registry, query: String, searched: bool, rows: Vec<RetirementRow>) -> Home {
    let sum = |masses: &mut dyn Iterator<Item = Mass>| grouped(&masses.fold(Mass::default(), Mass::plus).to_string());
    let brands: std::collections::BTreeSet<_> = registry.claims.retirements().map(|(_, r)| r.record.holder).collect();
    let producers: std::collections::BTreeSet<_> = registry.credits.batches().map(|(_, b)| b.producer).collect();
    Home {
        query,
        searched,
        rows: rows.into_iter().map(row).collect(),
        issued: sum(&mut registry.credits.batches().map(|(_, b)| b.issued)),
        retired: sum(&mut registry.credits.batches().map(|(_, b)| b.figures().retired)),
        brands: brands.len(),
        premium: registry
            .cash
            .premium_routed()
            .map(|money| format!("{} {}", grouped(&money.amount()), money.currency))
            .collect(),
        producers: producers.len(),
    }
}

fn row(row: RetirementRow) -> Row {
    let countries = row.countries.split_whitespace().filter_map(|code| code.parse().ok()).map(country_name);
    Row {
        date: long_date(Timestamp::from_ms(row.time).date()),
        mineral: row.mineral.parse().map_or(row.mineral, |m: orebook_registry::mineral::Mineral| m.name().to_owned()),
        mass: grouped(&Mass::from_mg(u64::try_from(row.mass).unwrap_or(0)).to_string()),
        countries: countries.collect::<Vec<_>>().join(", "),
        id: row.id,
        beneficiary: row.beneficiary,
    }
}
