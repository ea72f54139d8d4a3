//! Home: look a claim up, what the register holds, and what book and claim is.

use actix_web::{HttpResponse, get, web};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::credit::BlockState;
use orebook_registry::instruction::Role;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{BatchId, Mass, OrganisationId, RetirementId};
use orebook_texts::Texts;
use serde::{Deserialize, Serialize};

use super::frame::Frame;
use super::login::see;
use super::names::Names;
use super::records::{Line, isolated};
use super::{framed, render};
use crate::api::premiums::told_of_all;
use crate::api::retirements::{RetirementQuery, search};
use crate::app::Data;
use crate::problem::Problem;
use crate::view::View;

const LATEST: i64 = 10;
const FOUND: usize = 50;
/// Producers and batches that a search shows.
const OTHERS: usize = 20;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    frame: Frame,
    query: String,
    /// The same, in the middle of a sentence.
    heard: String,
    searched: bool,
    rows: Vec<Line>,
    cut: Option<usize>,
    producers: Vec<Found>,
    batches: Vec<Found>,
    figures: Vec<(String, String)>,
    has_money: bool,
}

framed!(Home);

/// A producer or a batch that was found.
struct Found {
    link: String,
    name: String,
    about: String,
}

/// What the register comes to.
#[derive(Debug, Serialize, Deserialize)]
struct Figures {
    issued: String,
    retired: String,
    brands: usize,
    producers: usize,
    premium: Vec<Premium>,
}

/// What everybody is told of the premium in a currency.
#[derive(Debug, Serialize, Deserialize)]
struct Premium {
    currency: String,
    routed: String,
    confirmed: String,
    month: String,
}

/// What is looked for.
#[derive(Debug, Deserialize)]
pub struct Search {
    q: Option<String>,
}

/// The home page, and what its search finds.
#[get("/")]
pub async fn show(shared: Data, frame: Frame, query: web::Query<Search>) -> Result<HttpResponse, Problem> {
    let asked: String = query.q.as_deref().unwrap_or("").trim().chars().filter(|c| !c.is_control()).take(100).collect();
    let searched = !asked.is_empty();
    if let Some(link) = shared.state(|registry| leads_to(registry, &asked)).filter(|_| searched) {
        return Ok(see(&link));
    }
    let filter = RetirementQuery { text: searched.then(|| asked.clone()), ..RetirementQuery::default() };
    let mut rows = search(&shared, filter, if searched { rows_asked() } else { LATEST }).await?;
    let cut = (searched && rows.len() > FOUND).then_some(FOUND);
    rows.truncate(FOUND);
    let figures = if searched { Vec::new() } else { figures_of_all(&shared, frame.t).await? };
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: None, office: false };
        Home {
            searched,
            rows: rows.into_iter().map(|row| Line::of(row, names)).collect(),
            cut,
            producers: if searched { producers(names, &asked) } else { Vec::new() },
            batches: if searched { batches(names, &asked) } else { Vec::new() },
            has_money: figures.len() > 2,
            figures,
            heard: isolated(&asked),
            query: asked,
            frame: frame.clone(),
        }
    });
    render(&page)
}

/// One more than is shown, to see whether there are more.
fn rows_asked() -> i64 {
    i64::try_from(FOUND).unwrap_or(i64::MAX).saturating_add(1)
}

/// Whatever names one thing leads straight to its page, also as its address: a retirement's id, a batch's id or serial
/// number, a producer's id, a serial block; and a block that one retirement consumed to that retirement.
fn leads_to(registry: &Registry, asked: &str) -> Option<String> {
    let bare = asked.split(['?', '#']).next()?.trim_end_matches('/').rsplit('/').next()?;
    if let Some(id) = bare.parse::<RetirementId>().ok().filter(|id| registry.claims.retirement(*id).is_some()) {
        return Some(format!("/retirements/{id}"));
    }
    if let Some(id) = bare.parse::<BatchId>().ok().filter(|id| registry.credits.batch(*id).is_some()) {
        return Some(format!("/batches/{id}"));
    }
    if let Ok(id) = bare.parse::<OrganisationId>() {
        let organisation = registry.parties.organisation(id)?;
        return organisation.roles.contains(&Role::Producer).then(|| format!("/producers/{id}"));
    }
    let serial = bare.to_uppercase();
    if !serial.starts_with("OBK-") {
        return None;
    }
    if let Ok(block) = serial.parse::<SerialBlock>() {
        let (_, batch) = registry.credits.batch_of_serial(&block.batch)?;
        let retired =
            batch.block_at(block.from).filter(|(_, piece)| block.to <= piece.to).map(|(_, piece)| piece.state);
        return match retired {
            Some(BlockState::Retired(id)) => Some(format!("/retirements/{id}")),
            _ => (block.to <= batch.issued.mg()).then(|| format!("/serials/{block}")),
        };
    }
    let found = registry.credits.batches().find(|(_, batch)| batch.serial.to_string() == serial);
    found.map(|(id, _)| format!("/batches/{id}"))
}

fn producers(names: Names<'_>, asked: &str) -> Vec<Found> {
    let wanted = asked.to_lowercase();
    let all = names.registry.parties.organisations().filter(|(_, o)| o.roles.contains(&Role::Producer));
    let like = all.filter(|(_, o)| o.name.to_string().to_lowercase().contains(&wanted));
    let found = |(id, o): (OrganisationId, &orebook_registry::party::Organisation)| Found {
        link: format!("/producers/{id}"),
        name: o.name.to_string(),
        about: names.country(o.country),
    };
    like.map(found).take(OTHERS).collect()
}

fn batches(names: Names<'_>, asked: &str) -> Vec<Found> {
    let wanted = asked.to_uppercase();
    let like = names.registry.credits.batches().filter(|(_, b)| b.serial.to_string().starts_with(&wanted));
    let found = |(id, b): (BatchId, &orebook_registry::credit::Batch)| Found {
        link: format!("/batches/{id}"),
        name: b.serial.to_string(),
        about: names.batch(b),
    };
    like.filter(|_| wanted.starts_with("OBK-")).map(found).take(OTHERS).collect()
}

/// They are summed up once between two commits, however many people look.
async fn figures_of_all(shared: &Data, t: Texts) -> Result<Vec<(String, String)>, Problem> {
    let seen = View::of(shared, None, None, None).await?;
    let body = seen.rendered("page home".to_owned(), |registry| Some(sum_up(registry)))?;
    let figures: Option<Figures> = body.and_then(|body| serde_json::from_slice(&body.json).ok());
    Ok(figures.map(|figures| told(&figures, t)).unwrap_or_default())
}

fn sum_up(registry: &Registry) -> Figures {
    let sum = |masses: &mut dyn Iterator<Item = Mass>| masses.fold(Mass::default(), Mass::plus).to_string();
    let brands: std::collections::BTreeSet<_> = registry.claims.retirements().map(|(_, r)| r.record.holder).collect();
    let producers: std::collections::BTreeSet<_> = registry.credits.batches().map(|(_, b)| b.producer).collect();
    let premium =
        told_of_all(registry).into_iter().filter(|(_, told)| told.routed > 0).map(|(currency, told)| Premium {
            currency: currency.to_string(),
            routed: currency.minor(told.routed).amount(),
            confirmed: currency.minor(told.confirmed).amount(),
            month: told.month.map(|month| format!("{:04}-{:02}", month.year(), month.month())).unwrap_or_default(),
        });
    let mut premium: Vec<Premium> = premium.collect();
    // Of currencies in which somebody has signed for money there is most to tell.
    premium.sort_by_key(|premium| premium.confirmed.bytes().all(|digit| matches!(digit, b'0' | b'.')));
    Figures {
        issued: sum(&mut registry.credits.batches().map(|(_, b)| b.issued)),
        retired: sum(&mut registry.credits.batches().map(|(_, b)| b.figures().retired)),
        brands: brands.len(),
        producers: producers.len(),
        premium,
    }
}

/// Each as a figure and what it is. Two digits of money are shown without decimals.
fn told(figures: &Figures, t: Texts) -> Vec<(String, String)> {
    let whole = |amount: &str| match amount.split_once('.') {
        Some((whole, decimals)) if decimals.bytes().all(|digit| digit == b'0') => whole.to_owned(),
        _ => amount.to_owned(),
    };
    let masses = [
        (t.mass(&figures.issued), t.home_issued(figures.producers)),
        (t.mass(&figures.retired), t.home_retired(figures.brands)),
    ];
    let premium = figures.premium.iter().map(|premium| {
        let (confirmed, month) = (whole(&premium.confirmed), t.month(&premium.month));
        let about = match confirmed.as_str() {
            "0" => t.home_premium_unsigned(month),
            _ => t.home_premium(t.money(&confirmed, &premium.currency), month),
        };
        (t.money(whole(&premium.routed), &premium.currency), about)
    });
    masses.into_iter().chain(premium).collect()
}
