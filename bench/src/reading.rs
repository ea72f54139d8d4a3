//! S6: reading the market while orders arrive, beside a bare handler that writes an answer of the same size.

use std::sync::Arc;
use std::time::Instant;

use actix_web::{HttpResponse, web};
use orebook_server::api::book::{BookView, LevelView};
use orebook_server::api::trades::TapeView;
use orebook_server::api::{List, MoneyView};
use serde::Serialize;
use serde_json::Value;

use crate::figure::{Figure, Pair, Settings};
use crate::http::{self, Requests};
use crate::per_request::serve;
use crate::place::{Database, Place};
use crate::stage::Stage;
use crate::{Outcome, ours, versus, words};

/// Connections that read.
const CONNECTIONS: usize = 32;
/// Signed bids that arrive in each second of our side; the figure says how many were stored.
const ORDERS_A_SECOND: u32 = 100;
/// Seconds for which orders are signed beyond the window.
const SECONDS_SPARE: u64 = 10;
/// How much longer one answer may be than the other, in thousandths.
const LENGTHS_DIFFER_MAX: u64 = 50;

/// Measures and prints S6, of the book and of the tape.
///
/// # Errors
/// Anything was not in order, or the two answers are not of a size.
pub fn run(settings: &Settings) -> Outcome<()> {
    let place = Place::new("sqlite");
    let mut stage = Stage::new(settings.seed);
    stage.fill_market();
    let seconds = settings.window.as_secs() + SECONDS_SPARE;
    let count = usize::try_from(u64::from(ORDERS_A_SECOND) * seconds).map_err(words)?;
    let orders = http::requests(stage.bids(count));
    for (name, path) in [
        ("book", format!("/v1/markets/{}/book", stage.market())),
        ("tape", format!("/v1/markets/{}/trades", stage.market())),
    ] {
        let body = answer(&stage, &place.database()?, &path)?;
        let bare = Arc::new(Bare::of(name, &body)?);
        let paired = versus::pairs(&place, settings, |_| {
            let ours = read_ours(&stage, &place.database()?, &path, &orders, settings)?;
            Ok((ours, read_bare(&bare, &path, settings)?))
        })?;
        let pair = |(ours, baseline): &(Read, u64)| Pair { ours: ours.per_second, baseline: *baseline };
        let pairs: Vec<Pair> = paired.pairs.iter().map(pair).collect();
        let stored = paired.pairs.iter().map(|(ours, _)| ours.stored_per_second).min().unwrap_or(0);
        settings.print(&Figure {
            what: format!(
                "reads of the {name} a second over HTTP, {} bytes, while {ORDERS_A_SECOND} signed orders a second \
                 arrive, of which at least {stored} are stored / a bare handler that serialises a structure of that size",
                body.len()
            ),
            database: "sqlite",
            connections: CONNECTIONS,
            reach: ">= 700",
            discarded: paired.discarded,
            probe_ns_range: Some(paired.probe_ns_range),
            ..Figure::of("S6", "per_second", &pairs)
        })?;
    }
    Ok(())
}

/// What was read of our side, and what was written meanwhile.
struct Read {
    per_second: u64,
    stored_per_second: u64,
}

/// What our server answers before any order arrives.
fn answer(stage: &Stage, database: &Database<'_>, path: &str) -> Outcome<String> {
    let running = ours::start(stage, database)?;
    let body = http::read_once(running.address, path);
    running.stop();
    body
}

fn read_ours(
    stage: &Stage,
    database: &Database<'_>,
    path: &str,
    orders: &Requests,
    settings: &Settings,
) -> Outcome<Read> {
    let running = ours::start(stage, database)?;
    let start = Instant::now();
    let trickle = http::Trickle::start(running.address, orders.clone(), ORDERS_A_SECOND);
    let seen = http::read(running.address, path, CONNECTIONS, settings.window);
    let stored = trickle.stop();
    let milliseconds = u64::try_from(start.elapsed().as_millis()).map_err(words)?;
    running.stop();
    let (seen, stored) = (seen?, stored?);
    ours::check(stage, database.location(), stored)?;
    Ok(Read { per_second: seen.per_second, stored_per_second: stored as u64 * 1000 / milliseconds.max(1) })
}

fn read_bare(bare: &Arc<Bare>, path: &str, settings: &Settings) -> Outcome<u64> {
    let data = web::Data::from(bare.clone());
    let path_served = path.to_owned();
    let (address, served) = serve(move |config: &mut web::ServiceConfig| {
        config.app_data(data.clone()).route(&path_served, web::get().to(write));
    })?;
    let seen = http::read(address, path, CONNECTIONS, settings.window);
    served.stop();
    Ok(seen?.per_second)
}

async fn write(bare: web::Data<Bare>) -> HttpResponse {
    HttpResponse::Ok().json(&**bare)
}

/// A structure as our own answer was made of.
#[derive(Serialize)]
#[serde(untagged)]
enum Bare {
    Book(BookView),
    Tape(List<TapeView>),
}

impl Bare {
    /// Reads an answer back, and makes sure that it is written as long again.
    fn of(name: &str, body: &str) -> Outcome<Self> {
        let json: Value = serde_json::from_str(body).map_err(words)?;
        let bare = match name {
            "book" => Self::Book(book(&json)),
            _ => Self::Tape(List {
                items: items(&json["items"]).map(tape).collect(),
                next: json["next"].as_str().map(str::to_owned),
            }),
        };
        let (one, other) = (body.len() as u64, serde_json::to_vec(&bare).map_err(words)?.len() as u64);
        let differ = one.abs_diff(other) * 1000 / one.max(1);
        if differ <= LENGTHS_DIFFER_MAX { Ok(bare) } else { Err(format!("{one} and {other} bytes of the {name}")) }
    }
}

fn book(json: &Value) -> BookView {
    let column = |name: &str| items(&json[name]).map(level).collect();
    BookView {
        market: text(&json["market"]),
        sequence: text(&json["sequence"]),
        state: text(&json["state"]),
        currency: text(&json["currency"]),
        bids: column("bids"),
        restricted: column("restricted"),
        offers: column("offers"),
        checksum: text(&json["checksum"]),
    }
}

fn level(json: &Value) -> LevelView {
    let orders = json["orders"].as_u64().and_then(|orders| u32::try_from(orders).ok()).unwrap_or_default();
    LevelView { price: text(&json["price"]), mass: text(&json["mass"]), orders }
}

fn tape(json: &Value) -> TapeView {
    let price = MoneyView { amount: text(&json["price"]["amount"]), currency: text(&json["price"]["currency"]) };
    TapeView { day: text(&json["day"]), price, mass: text(&json["mass"]) }
}

fn items(json: &Value) -> impl Iterator<Item = &Value> {
    json.as_array().into_iter().flatten()
}

fn text(json: &Value) -> String {
    json.as_str().unwrap_or_default().to_owned()
}
