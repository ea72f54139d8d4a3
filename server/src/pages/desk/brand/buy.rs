//! Buying: now, at the price of an offer, or by a bid that stays until a date. What it would come to is told in plain
//! words, by a dry run of the very order.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get};
use askama::Template;
use orebook_registry::Registry;
use orebook_registry::trade::{Market, Order, OrderSide};
use orebook_registry::values::{Date, MarketId, Mass, Money, OrderId, OrganisationId, YesNo};
use serde_json::Value;

use super::super::cards::{Card, Cards, Link, Part};
use super::super::door::opened;
use super::{BRAND, accounts, to_buy};
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::instructions::forecast;
use crate::app::Data;
use crate::pages::act::asked::{Asked, escaped};
use crate::pages::act::form::Form;
use crate::pages::act::read;
use crate::pages::act::show::{figures_of, legs};
use crate::pages::act::told::{Refused, refused};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

/// Offers that are shown.
const OFFERS: usize = 10;
/// A bid stays so long unless another day is chosen.
const DAYS: u64 = 30;

#[derive(Template)]
#[template(path = "brand_buy.html")]
struct BuyPage {
    frame: Frame,
    market: MarketId,
    /// The offer that one came from.
    order: String,
    name: String,
    halted: Option<String>,
    free: String,
    floor: String,
    offers: Vec<Offer>,
    /// Fields as they stand.
    mass: String,
    price: String,
    currency: String,
    is_bid: bool,
    until: String,
    accounts: Vec<(String, String)>,
    account: String,
    countries: Vec<Pick>,
    years: Vec<Pick>,
    women_led: bool,
    /// The producer that one came from, and whether only its credits are bought.
    producer: Option<(String, String, bool)>,
    is_restricted: bool,
    retires: bool,
    expected: Option<Expected>,
}

framed!(scripted: BuyPage);

/// An offer of the market.
struct Offer {
    price: String,
    mass: String,
    whose: String,
    link: String,
}

/// Something to tick.
struct Pick {
    value: String,
    name: String,
    chosen: bool,
}

/// What an order would come to.
#[derive(Default)]
struct Expected {
    told: Vec<String>,
    figures: Vec<(String, String)>,
    trades: Vec<[String; 3]>,
    legs: Vec<(String, String)>,
    second_person: bool,
    refused: Option<Refused>,
    faulty: bool,
    signed: Vec<(String, String)>,
}

/// The markets, or one of them with the form.
#[get("/desk/buy")]
pub async fn show(shared: Data, request: HttpRequest, frame: Frame) -> Result<HttpResponse, Problem> {
    let me = match opened(&frame, BRAND) {
        Ok(me) => me.id,
        Err(elsewhere) => return Ok(elsewhere),
    };
    Asking::of(&request, &shared).organisation(Permission::Money, None)?;
    let asked = Asked::of(request.query_string())?;
    let now = shared.clock.now();
    let page = shared.state(|registry| {
        let names = Names { registry, t: frame.t, me: Some(me), office: false };
        let market: MarketId = asked.get("market")?.parse().ok()?;
        Some(form(names, frame.clone(), me, (market, registry.markets.market(market)?), &asked, now.date()))
    });
    let Some(page) = page else {
        let parts = shared.state(|registry| markets(Names { registry, t: frame.t, me: Some(me), office: false }));
        return Cards::new(frame.clone(), frame.t.brand_buy(), frame.t.brand_buy_lead(), parts)
            .under(frame.t.nav_desk(), "/desk")
            .answer();
    };
    let expected = if page.mass.is_empty() { None } else { Some(expected(&shared, &page, me, &asked).await?) };
    unstored(&BuyPage { expected, ..page }, StatusCode::OK)
}

/// Every market, with its best offer.
fn markets(names: Names<'_>) -> Vec<Part> {
    let (registry, t) = (names.registry, names.t);
    let card = |(id, market): (MarketId, &Market)| {
        let offers = offers(registry, id);
        let card = Card::of(names.market(id));
        let card = match market.halted {
            Some(reason) => card.held(t.word("halt-reason", reason.word())),
            None => card,
        };
        let best = offers.first().map(|(_, order)| names.money(order.price));
        let mass = offers.iter().fold(Mass::default(), |sum, (_, o)| sum.plus(o.mass));
        let on_offer = if offers.is_empty() { t.brand_no_offer().to_owned() } else { t.mass(mass) };
        card.fact(t.brand_on_offer(), on_offer)
            .fact_if(t.brand_best_price(), best)
            .fact(t.brand_floor(), names.money(market.floor))
            .link(Link::to(if offers.is_empty() { t.brand_bid() } else { t.brand_buy_verb() }, to_buy(id)))
    };
    let mut cards: Vec<(bool, Card)> =
        registry.markets.markets().map(|(id, market)| (offers(registry, id).is_empty(), card((id, market)))).collect();
    cards.sort_by_key(|(is_empty, _)| *is_empty);
    let cards = cards.into_iter().map(|(_, card)| card).collect();
    vec![Part { heading: t.brand_markets().to_owned(), empty: t.none_yet().to_owned(), cards, ..Part::default() }]
}

/// The open offers of a market, the best first.
fn offers(registry: &Registry, market: MarketId) -> Vec<(OrderId, &Order)> {
    let is_offer = |order: &Order| order.market == market && matches!(order.side, OrderSide::Sell { .. });
    let mut all: Vec<_> = registry.markets.orders().filter(|(_, order)| is_offer(order)).collect();
    all.sort_by_key(|(id, order)| (order.price.minor, *id));
    all
}

fn form(
    names: Names<'_>,
    frame: Frame,
    me: OrganisationId,
    (id, market): (MarketId, &Market),
    asked: &Asked,
    today: Date,
) -> BuyPage {
    let (registry, t, currency) = (names.registry, names.t, market.currency());
    let offers = offers(registry, id);
    let from: Option<OrderId> = asked.get("order").and_then(|order| order.parse().ok());
    let came_from = from.and_then(|from| offers.iter().find(|(id, _)| *id == from)).map(|(_, order)| *order);
    let best = came_from.or_else(|| offers.first().map(|(_, order)| *order));
    let free = registry.cash.cash_of(me).find(|money| money.currency == currency).unwrap_or(currency.minor(0));
    let text = |name: &str| asked.get(name).unwrap_or("").to_owned();
    let price = asked.get("price").map(str::to_owned);
    let price = price.unwrap_or_else(|| best.map_or(market.floor, |order| order.price).amount());
    let mass = asked.get("mass").map(str::to_owned);
    let mass = mass.or_else(|| came_from.map(|order| order.mass.to_string())).unwrap_or_default();
    let is_bid = matches!(asked.get("time_in_force").or(asked.get("kind")), Some("gtd" | "bid")) || offers.is_empty();
    let (countries, years) = origins(names, market, asked);
    let producer = producer(names, came_from, asked);
    let accounts = accounts(registry, me);
    let account = asked.get("account").map(str::to_owned).or_else(|| accounts.first().map(|(id, _)| id.clone()));
    let women_led = asked.get("restriction.women_led") == Some("yes");
    let picked = |picks: &[Pick]| picks.iter().any(|pick| pick.chosen);
    BuyPage {
        market: id,
        order: text("order"),
        name: names.market(id),
        halted: market.halted.map(|reason| t.word("halt-reason", reason.word()).into_owned()),
        free: names.money(free),
        floor: names.money(market.floor),
        offers: offers.iter().take(OFFERS).map(|one| offer(names, id, one)).collect(),
        mass,
        price,
        currency: currency.to_string(),
        is_bid,
        until: if text("until").is_empty() { today.plus_days(DAYS).to_string() } else { text("until") },
        account: account.unwrap_or_default(),
        accounts,
        is_restricted: women_led || picked(&countries) || picked(&years) || producer.as_ref().is_some_and(|p| p.2),
        countries,
        years,
        women_led,
        producer,
        retires: asked.get("retire") == Some("yes"),
        expected: None,
        frame,
    }
}

fn offer(names: Names<'_>, market: MarketId, (id, order): &(OrderId, &Order)) -> Offer {
    let t = names.t;
    let OrderSide::Sell { batch } = order.side else {
        return Offer { price: String::new(), mass: String::new(), whose: String::new(), link: String::new() };
    };
    let batch = names.registry.credits.batch(batch);
    let place = batch.map(|batch| format!("{}, {}", names.country(batch.serial.country), batch.serial.year));
    let whose = batch.filter(|_| order.unnamed == YesNo::No).map(|batch| names.organisation(batch.producer));
    Offer {
        price: names.money(order.price),
        mass: t.mass(order.mass),
        whose: [whose, place].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        link: format!("/desk/buy?market={market}&order={id}"),
    }
}

/// Countries and years of which there are credits of this class.
fn origins(names: Names<'_>, market: &Market, asked: &Asked) -> (Vec<Pick>, Vec<Pick>) {
    let of_class = || names.registry.credits.batches().filter(|(_, batch)| batch.class == market.class);
    let countries: BTreeSet<_> = of_class().map(|(_, batch)| batch.serial.country).collect();
    let years: BTreeSet<_> = of_class().map(|(_, batch)| batch.serial.year).collect();
    let is = |name: &str, value: &str| asked.all(name).any(|one| one == value);
    let countries = countries.into_iter().map(|country| Pick {
        chosen: is("restriction.countries", country.code()),
        name: names.country(country),
        value: country.code().to_owned(),
    });
    let years = years.into_iter().map(|year| Pick {
        chosen: is("restriction.years", &year.to_string()),
        name: year.to_string(),
        value: year.to_string(),
    });
    (countries.collect(), years.collect())
}

/// Of the offer that one came from, unless it is unnamed; or as it is asked for.
fn producer(names: Names<'_>, came_from: Option<&Order>, asked: &Asked) -> Option<(String, String, bool)> {
    let chosen = asked.get("restriction.producers").and_then(|id| id.parse::<OrganisationId>().ok());
    let of_offer = came_from.filter(|order| order.unnamed == YesNo::No).map(|order| order.owner);
    let of_offer = of_offer.and_then(|_| match came_from?.side {
        OrderSide::Sell { batch } => names.registry.credits.batch(batch).map(|batch| batch.producer),
        OrderSide::Buy { .. } => None,
    });
    // At the first sight of an offer, its own producer is meant.
    let meant = chosen.is_some() || asked.get("price").is_none();
    let id = chosen.or(of_offer)?;
    Some((id.to_string(), names.organisation(id), meant))
}

/// What the order would come to.
async fn expected(shared: &Data, page: &BuyPage, me: OrganisationId, asked: &Asked) -> Result<Expected, Problem> {
    let form = Form::of("place_buy_order").ok_or_else(|| Problem::internal("a bid has a form"))?;
    let fields = fields(page, asked);
    let Ok(act) = read::act(form, &super::retire::as_asked(&fields)?) else {
        return Ok(Expected { faulty: true, ..Expected::default() });
    };
    let frame = &page.frame;
    match forecast(shared, me, act).await {
        Ok(body) => {
            let figures = serde_json::to_value(&body.figures).unwrap_or_default();
            let second_person = body.second_person == "yes";
            Ok(shared.state(|registry| {
                let names = Names { registry, t: frame.t, me: Some(me), office: false };
                Expected {
                    told: told(names, &figures),
                    figures: figures_of(&figures, names),
                    trades: trades(names, &figures),
                    legs: legs(&figures, names),
                    second_person,
                    signed: fields,
                    ..Expected::default()
                }
            }))
        }
        Err(problem) if problem.status.is_server_error() => Err(problem),
        Err(problem) => {
            let told =
                shared.state(|registry| refused(&problem, Names { registry, t: frame.t, me: Some(me), office: false }));
            Ok(Expected { refused: Some(told), ..Expected::default() })
        }
    }
}

/// The fields of the act.
fn fields(page: &BuyPage, asked: &Asked) -> Vec<(String, String)> {
    let mut all = vec![
        ("market", page.market.to_string()),
        ("mass", page.mass.clone()),
        ("price", page.price.clone()),
        ("price.currency", page.currency.clone()),
        ("account", page.account.clone()),
        ("time_in_force", if page.is_bid { "gtd" } else { "ioc" }.to_owned()),
    ];
    if page.is_bid {
        all.push(("until", page.until.clone()));
    }
    let chosen = |name: &'static str, picks: &[Pick]| -> Vec<(&'static str, String)> {
        picks.iter().filter(|pick| pick.chosen).map(|pick| (name, pick.value.clone())).collect()
    };
    all.extend(chosen("restriction.countries", &page.countries));
    all.extend(chosen("restriction.years", &page.years));
    if let Some((id, _, true)) = &page.producer {
        all.push(("restriction.producers", id.clone()));
    }
    if page.women_led {
        all.push(("restriction.women_led", "yes".to_owned()));
    }
    all.extend(asked.get("client_order").map(|name| ("client_order", name.to_owned())));
    all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The dry run in sentences.
fn told(names: Names<'_>, figures: &Value) -> Vec<String> {
    let t = names.t;
    let trades = figures["trades"].as_array().map(Vec::as_slice).unwrap_or_default();
    let rests = figures["rests"].as_str().unwrap_or("0");
    let minor = |value: &Value| money(value).map_or(0, |money| money.minor);
    let sum = |name: &str| trades.iter().map(|trade| minor(&trade[name])).sum::<i64>();
    let (gross, fee, released) = (sum("gross"), sum("fee"), minor(&figures["released"]));
    let Some(set_aside) = money(&figures["set_aside"]) else { return Vec::new() };
    let amount = |minor| names.money(set_aside.currency.minor(minor));
    let bought = trades.iter().filter_map(|trade| trade["mass"].as_str()?.parse().ok());
    let bought = bought.fold(Mass::default(), |sum, mass| sum.plus(mass));
    let mut all = match trades.len() {
        0 => vec![t.brand_no_trade().to_owned()],
        count => vec![t.brand_trades_now(t.mass(bought), count), t.brand_pays(amount(fee), amount(gross))],
    };
    if rests != "0" {
        let waits = amount(set_aside.minor - gross - fee - released);
        all.push(match figures["cancelled"].as_str() {
            Some(_) => t.brand_rest_ends(t.mass(rests)),
            None => t.brand_rests(waits, t.mass(rests), t.moment(figures["until"].as_str().unwrap_or(""))),
        });
    }
    if released > 0 {
        all.push(t.brand_returns(amount(released), names.money(set_aside)));
    }
    all
}

fn money(value: &Value) -> Option<Money> {
    let currency = value["currency"].as_str()?.parse().ok()?;
    Money::parse(value["amount"].as_str()?, currency).ok()
}

/// Mass, price and premium of each trade.
fn trades(names: Names<'_>, figures: &Value) -> Vec<[String; 3]> {
    let text = |value: &Value| money(value).map(|money| names.money(money)).unwrap_or_default();
    let row = |trade: &Value| {
        let mass = names.t.mass(trade["mass"].as_str().unwrap_or(""));
        [mass, text(&trade["price"]), text(&trade["gross"])]
    };
    figures["trades"].as_array().into_iter().flatten().map(row).collect()
}

impl BuyPage {
    /// Where one goes on once it is signed.
    fn then(&self) -> String {
        if self.retires {
            format!("/desk/retire?from=purchase&market={}", escaped(&self.market.to_string()))
        } else {
            "/desk/holdings".to_owned()
        }
    }
}
