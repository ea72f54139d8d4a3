//! What it costs to know who asks: the same server with tokens and limits, and without either.

use orebook_server::commands::access_token;
use orebook_server::config::Config;
use orebook_server::http::client;
use orebook_server::limits::settings::Settings as Limits;
use orebook_server::running::Running;

use crate::figure::{Figure, Pair, Settings};
use crate::http::{self, Requests, Seen};
use crate::place::{Database, Place};
use crate::stage::Stage;
use crate::{Outcome, ours, versus, words};

/// Instructions signed for each second of a window: more than are taken.
const SIGNED_A_SECOND: u64 = 16_000;
/// Connections that read.
const READERS: usize = 32;
/// Connections that write.
const WRITERS: usize = 256;

/// Measures S1 and S6 with authorisation ÷ without.
///
/// # Errors
/// Anything was not in order.
pub fn run(settings: &Settings) -> Outcome<()> {
    for database in ["postgresql", "sqlite"] {
        writes(database, settings)?;
    }
    reads(settings)
}

fn writes(database: &'static str, settings: &Settings) -> Outcome<()> {
    let place = Place::new(database);
    let mut stage = Stage::new(settings.seed);
    let seconds = settings.window.as_secs() + 1;
    let requests = http::requests(stage.bids(usize::try_from(seconds * SIGNED_A_SECOND).map_err(words)?));
    let paired = versus::pairs(&place, settings, |_| {
        let side = |known: bool| -> Outcome<Seen> {
            let beside = place.database()?;
            let (running, requests) = started(&stage, &beside, &requests, known)?;
            let seen = http::load(running.address, &requests, WRITERS, settings.window);
            running.stop();
            let seen = seen?;
            ours::check(&stage, beside.location(), seen.accepted)?;
            Ok(seen)
        };
        Ok(Pair { ours: side(true)?.per_second, baseline: side(false)?.per_second })
    })?;
    let what = "durable signed bids over HTTP, each with an access token, limits on / without token and limits (S1)";
    print(settings, what, database, WRITERS, &paired)
}

fn reads(settings: &Settings) -> Outcome<()> {
    let place = Place::new("sqlite");
    let mut stage = Stage::new(settings.seed);
    stage.fill_market();
    for (name, path) in [("book", "book"), ("tape", "trades")] {
        let request = http::reads(&format!("/v1/markets/{}/{path}", stage.market()));
        let paired = versus::pairs(&place, settings, |_| {
            let side = |known: bool| -> Outcome<Seen> {
                let (running, request) = started(&stage, &place.database()?, &request, known)?;
                let seen = http::read_with(running.address, &request, READERS, settings.window);
                running.stop();
                seen
            };
            Ok(Pair { ours: side(true)?.per_second, baseline: side(false)?.per_second })
        })?;
        let what = format!("reads of the {name} with an access token, limits on / without token and limits (S6)");
        print(settings, &what, "sqlite", READERS, &paired)?;
    }
    Ok(())
}

fn print(
    settings: &Settings,
    what: &str,
    database: &'static str,
    connections: usize,
    paired: &versus::Paired<Pair>,
) -> Outcome<()> {
    settings.print(&Figure {
        what: what.to_owned(),
        database,
        connections,
        reach: ">= 900",
        discarded: paired.discarded,
        probe_ns_range: Some(paired.probe_ns_range),
        ..Figure::of("access", "per_second", &paired.pairs)
    })
}

/// A server, and the requests as a known client sends them, or as anybody does.
fn started(stage: &Stage, database: &Database<'_>, requests: &Requests, known: bool) -> Outcome<(Running, Requests)> {
    if !known {
        return Ok((ours::start(stage, database)?, requests.clone()));
    }
    let limits = limits()?;
    let running = ours::start_with(stage, database, |config: &mut Config| config.limits = limits)?;
    let (buyer, key) = stage.buyer();
    let client = client().no_proxy().build().map_err(words)?;
    let token = access_token::ask(&client, &running.url(), &buyer.to_string(), key, None)?;
    let requests = http::with_header(requests, &format!("authorization: Bearer {token}"));
    Ok((running, requests))
}

/// On, and so wide that nobody is refused.
fn limits() -> Outcome<Option<Limits>> {
    let quota = || toml::Table::from_iter([("requests".into(), 1_000_000_000.into()), ("seconds".into(), 60.into())]);
    let classes = ["public_reads", "private_reads", "writes", "costly", "sensitive"];
    let table = toml::Table::from_iter(classes.map(|class| (class.to_owned(), toml::Value::Table(quota()))));
    Limits::of(Some(table.into()))
}
