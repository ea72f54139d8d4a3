//! PAGES: a page for everybody, beside the JSON of the same things.

use crate::figure::{Figure, Pair, Settings};
use crate::http;
use crate::place::Place;
use crate::stage::Stage;
use crate::{Outcome, ours, versus};

/// Connections that read.
const CONNECTIONS: usize = 32;
const SECOND_NS: u64 = 1_000_000_000;

/// Measures and prints each page.
///
/// # Errors
/// Anything was not in order.
pub fn run(settings: &Settings) -> Outcome<()> {
    let place = Place::new("sqlite");
    let mut stage = Stage::new(settings.seed);
    stage.fill_market();
    let (retirement, batch, producer) = stage.retired();
    let market = stage.market();
    let told: [(&str, String, &[&str]); 5] = [
        ("/retirements/{}", retirement.to_string(), &["/v1/retirements/{}", "/v1/retirements/{}/history"]),
        ("/batches/{}", batch.to_string(), &["/v1/batches/{}", "/v1/batches/{}/blocks", "/v1/batches/{}/retirements"]),
        (
            "/markets/{}",
            market.to_string(),
            &["/v1/markets/{}/book", "/v1/markets/{}/trades", "/v1/markets/{}/statistics", "/v1/listings?market={}"],
        ),
        (
            "/producers/{}",
            producer.to_string(),
            &[
                "/v1/producers/{}",
                "/v1/certificates?producer={}",
                "/v1/premium-plans?producer={}",
                "/v1/batches?producer={}",
                "/v1/retirements?producer={}",
            ],
        ),
        ("/programmes/{}", "HZN".to_owned(), &["/v1/programmes", "/v1/equivalences"]),
    ];
    for (path, id, json) in told {
        let page = http::reads(&path.replace("{}", &id));
        let same: Vec<String> = json.iter().map(|path| path.replace("{}", &id)).collect();
        let same = http::several(&same);
        let paired = versus::pairs(&place, settings, |_| {
            let running = ours::start(&stage, &place.database()?)?;
            let read = |requests| http::read_with(running.address, requests, CONNECTIONS, settings.window);
            let (page, json) = (read(&page), read(&same));
            running.stop();
            let one = SECOND_NS / page?.per_second.max(1);
            let all = same.len() as u64 * SECOND_NS / json?.per_second.max(1);
            Ok(Pair { ours: one, baseline: all })
        })?;
        settings.print(&Figure {
            what: format!("nanoseconds of both cores for the page {path} / for {}", json.join(", ")),
            database: "sqlite",
            connections: CONNECTIONS,
            reach: "<= 3000",
            discarded: paired.discarded,
            probe_ns_range: Some(paired.probe_ns_range),
            ..Figure::of("PAGES", "ns", &paired.pairs)
        })?;
    }
    Ok(())
}
