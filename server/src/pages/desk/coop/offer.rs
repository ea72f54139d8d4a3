//! A new offer: its form, and what of it would reach whom.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::credit::{Batch, BlockState};
use orebook_registry::instruction::MandatePower;
use orebook_registry::trade::Market;
use orebook_registry::values::{AccountId, BatchId, MarketId, Mass, OrganisationId};

use super::{MINES, certificates_of, may};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::instructions::{ForecastBody, forecast};
use crate::app::Data;
use crate::pages::act::asked::{Asked, escaped};
use crate::pages::act::form::Form;
use crate::pages::act::read::{self, Fault};
use crate::pages::act::show::{figures_of, legs};
use crate::pages::act::told::{Refused, refused};
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

/// An offer stays so long, unless another day is chosen.
const OFFER_DAYS: u64 = 30;

#[derive(Template)]
#[template(path = "desk_offer.html")]
struct OfferPage {
    frame: Frame,
    batches: Vec<Choice>,
    currencies: Vec<String>,
    currency: String,
    asked: Asked,
    until: String,
    faults: Vec<(String, &'static str)>,
    refused: Option<Refused>,
    figures: Vec<(String, String)>,
    legs: Vec<(String, String)>,
    review: Option<String>,
}

framed!(scripted: OfferPage);

impl OfferPage {
    fn value(&self, name: &str) -> &str {
        self.asked.get(name).unwrap_or_default()
    }
    fn fault(&self, name: &str) -> Option<&'static str> {
        self.faults.iter().find(|(one, _)| one == name).map(|(_, what)| *what)
    }
}

/// A batch to choose.
struct Choice {
    value: String,
    label: String,
    more: String,
    chosen: bool,
}

/// The form of an offer, and what would follow of it.
#[get("/desk/offers/new")]
pub async fn make(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, MINES) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).member(Permission::Read)?;
    let asked = Asked::of(request.query_string())?;
    let today = shared.clock.now().date();
    let until = asked.get("until").map_or_else(|| today.plus_days(OFFER_DAYS).to_string(), ToOwned::to_owned);
    let query = shared.state(|registry| as_act(registry, &asked, &until));
    let read = Form::of("place_sell_order").filter(|_| asked.get("mass").is_some() || asked.get("price").is_some());
    let read = read.map(|form| Asked::of(&query).map(|asked| read::act(form, &asked))).transpose()?;
    let (mut faults, mut outcome) = (Vec::new(), None);
    match read {
        Some(Ok(act)) => match forecast(&shared, me, act).await {
            Err(problem) if problem.status.is_server_error() => return Err(problem),
            other => outcome = Some(other),
        },
        Some(Err(wrong)) => faults = wrong,
        None => {}
    }
    let status = match (&outcome, faults.is_empty()) {
        (Some(Err(_)), _) | (_, false) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        let page = form(names, me, asked, until, &faults, frame.clone());
        OfferPage {
            review: outcome.is_some().then(|| format!("/act/place_sell_order/review?{query}&then=/desk/offers")),
            ..page
        }
        .with(names, outcome)
    });
    unstored(&page, status)
}

/// The fields of the act: account and market follow from batch and currency.
fn as_act(registry: &Registry, asked: &Asked, until: &str) -> String {
    let get = |name: &str| asked.get(name).unwrap_or_default();
    let id: Option<BatchId> = get("batch").parse().ok();
    let batch = id.and_then(|id| registry.credits.batch(id));
    let market =
        batch.and_then(|batch| markets(registry, batch).find(|(_, one)| one.currency().code() == get("currency")));
    let account = id.zip(batch).and_then(|(id, batch)| account_for(registry, batch.producer, id));
    let mut pairs = vec![
        ("market", market.map_or(String::new(), |(id, _)| id.to_string())),
        ("batch", get("batch").to_owned()),
        ("mass", get("mass").to_owned()),
        ("price", get("price").to_owned()),
        ("price.currency", get("currency").to_owned()),
        ("account", account.map_or(String::new(), |(id, _)| id.to_string())),
        ("time_in_force", "gtd".to_owned()),
        ("until", until.to_owned()),
    ];
    if get("unnamed") == "yes" {
        pairs.push(("unnamed", "yes".to_owned()));
    }
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    pairs.join("&")
}

fn form(
    names: Names<'_>,
    me: OrganisationId,
    asked: Asked,
    until: String,
    faults: &[Fault],
    frame: Frame,
) -> OfferPage {
    let (registry, t) = (names.registry, names.t);
    let all = offerable(registry, me);
    let mut currencies: Vec<String> = all
        .iter()
        .flat_map(|(_, batch, _)| markets(registry, batch))
        .map(|(_, one)| one.currency().code().to_owned())
        .collect();
    currencies.sort_unstable();
    currencies.dedup();
    let choice = |(id, batch, mass): &(BatchId, &Batch, Mass)| {
        let floors =
            markets(registry, batch).map(|(_, one)| t.coop_floor(names.money(one.floor), names.money(one.tick)));
        let free = t.coop_free_of(t.mass(mass));
        Choice {
            value: id.to_string(),
            label: names.batch(batch),
            more: std::iter::once(free).chain(floors).collect::<Vec<_>>().join(" · "),
            chosen: asked.get("batch") == Some(id.to_string().as_str()) || all.len() == 1,
        }
    };
    // A market that cannot be found is told beside the currency it follows from, an account beside the batch.
    let beside = |name: &str| match name {
        "market" | "price.currency" => "currency".to_owned(),
        "account" => "batch".to_owned(),
        name => name.to_owned(),
    };
    let fault = |fault: &Fault| Some((beside(&fault.name), t.find(&format!("fault-{}", fault.what))?));
    OfferPage {
        batches: all.iter().map(choice).collect(),
        currency: asked.get("currency").map(ToOwned::to_owned).or(currencies.first().cloned()).unwrap_or_default(),
        currencies,
        until,
        faults: faults.iter().filter_map(fault).collect(),
        refused: None,
        figures: Vec::new(),
        legs: Vec::new(),
        review: None,
        asked,
        frame,
    }
}

impl OfferPage {
    /// With what the register says would follow.
    fn with(self, names: Names<'_>, outcome: Option<Result<ForecastBody, Problem>>) -> Self {
        match outcome {
            None => self,
            Some(Err(problem)) => Self { refused: Some(refused(&problem, names)), review: None, ..self },
            Some(Ok(body)) => {
                let figures = serde_json::to_value(&body.figures).unwrap_or_default();
                Self { figures: figures_of(&figures, names), legs: legs(&figures, names), ..self }
            }
        }
    }
}

/// The account of an organisation in which most of a batch lies free, and how much; else its first.
pub fn account_for(registry: &Registry, owner: OrganisationId, batch: BatchId) -> Option<(AccountId, Mass)> {
    let of_batch = registry.credits.batch(batch)?;
    let free = |account: AccountId| {
        let blocks = of_batch.blocks().of(account).filter(|(_, block)| block.state == BlockState::Available);
        blocks.fold(Mass::default(), |sum, (from, block)| sum.plus(Mass::from_mg(block.to - from)))
    };
    let all = registry.credits.accounts_of(owner).map(|(id, _)| (id, free(id)));
    // Of several the oldest: the last of the greatest, counted from the youngest.
    all.collect::<Vec<_>>().into_iter().rev().max_by_key(|(_, mass)| *mass)
}

/// Batches of which something may be offered, newest first, with what is free.
fn offerable(registry: &Registry, me: OrganisationId) -> Vec<(BatchId, &Batch, Mass)> {
    let certificates = certificates_of(registry, me).filter(|(_, one)| may(one, me, MandatePower::Offer));
    let batches = certificates.flat_map(|(id, _)| registry.credits.batches_of(id));
    let free = batches.filter_map(|id| {
        let batch = registry.credits.batch(id)?;
        let (_, mass) = account_for(registry, batch.producer, id)?;
        (!mass.is_zero()).then_some((id, batch, mass))
    });
    let mut all: Vec<_> = free.collect();
    all.sort_by_key(|(id, ..)| std::cmp::Reverse(*id));
    all
}

fn markets<'a>(registry: &'a Registry, batch: &'a Batch) -> impl Iterator<Item = (MarketId, &'a Market)> {
    registry.markets.markets().filter(move |(_, market)| market.class == batch.class)
}
