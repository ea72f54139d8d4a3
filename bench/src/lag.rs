//! LAG: how long after an acknowledgement a follower shows the entry, at half of what the leader can take.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde::Serialize;
use tokio::io::AsyncWriteExt;
use tokio::task::JoinSet;

use crate::figure::Settings;
use crate::http::{self, Requests, connect};
use crate::place::Place;
use crate::stage::Stage;
use crate::{Outcome, ours, words};

/// Connections of the client.
const CONNECTIONS: usize = 64;
/// More than any second uses.
const SIGNED_A_SECOND: u64 = 14_000;
/// Between two looks at the follower.
const EVERY: Duration = Duration::from_millis(1);

#[derive(Debug, Serialize)]
struct Line {
    figure: &'static str,
    what: String,
    database: &'static str,
    reach: &'static str,
    /// Acknowledged in a second at the peak, while the follower follows.
    peak: u64,
    /// Acknowledged in a second while it was measured.
    per_second: u64,
    lag_p50_ms: u64,
    lag_p99_ms: u64,
    lag_max_ms: u64,
}

/// An entry was acknowledged, or shown by the follower as the last one, at that moment.
type Shown = Vec<(Instant, u64)>;

/// Measures and prints.
///
/// # Errors
/// Anything was not in order.
pub fn run(settings: &Settings) -> Outcome<()> {
    let place = Place::new("postgresql");
    let mut stage = Stage::new(settings.seed);
    let seconds = settings.window.as_secs() + 1;
    let bids = |stage: &mut Stage, per_second: u64| {
        usize::try_from(seconds * per_second).map(|count| http::requests(stage.bids(count))).map_err(words)
    };
    let (flood, steady) = (bids(&mut stage, SIGNED_A_SECOND)?, bids(&mut stage, SIGNED_A_SECOND)?);
    let database = place.database()?;
    let leader = ours::start(&stage, &database)?;
    let beside = tempfile::tempdir().map_err(words)?;
    let follower = ours::start_again(&stage, &database, beside.path(), stage.now(), |_| ())?;
    let peak = http::load(leader.address, &flood, CONNECTIONS, settings.window)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(words)?;
    let path = format!("/v1/markets/{}", stage.market());
    let (acknowledged, shown) = runtime.block_on(async {
        let shown = tokio::spawn(watched(follower.address, http::reads(&path), settings.window));
        let acknowledged = sent(leader.address, &steady, peak.per_second / 2, settings.window).await?;
        Ok::<_, String>((acknowledged, shown.await.map_err(words)??))
    })?;
    follower.stop();
    leader.stop();
    ours::check(&stage, database.location(), peak.accepted + acknowledged.len())?;
    let mut lags =
        acknowledged.iter().map(|(at, sequence)| lag(&shown, *at, *sequence)).collect::<Outcome<Vec<_>>>()?;
    lags.sort_unstable();
    let of =
        |parts: usize| lags.get((lags.len() * parts / 1_000).min(lags.len().saturating_sub(1))).copied().unwrap_or(0);
    settings.print(&Line {
        figure: "LAG",
        what: "from an acknowledgement until a follower on the same machine shows the entry, at half of the peak"
            .to_owned(),
        database: "postgresql",
        reach: "< 50",
        peak: peak.per_second,
        per_second: acknowledged.len() as u64 * 1_000
            / u64::try_from(settings.window.as_millis()).map_err(words)?.max(1),
        lag_p50_ms: of(500),
        lag_p99_ms: of(990),
        lag_max_ms: of(1_000),
    })
}

fn lag(shown: &Shown, at: Instant, sequence: u64) -> Outcome<u64> {
    let first = shown.partition_point(|(_, last)| *last < sequence);
    let (seen, _) = shown.get(first).ok_or("the follower never showed an entry")?;
    u64::try_from(seen.saturating_duration_since(at).as_millis()).map_err(words)
}

/// Sends bids at a steady rate; what was acknowledged when.
async fn sent(leader: SocketAddr, requests: &Requests, per_second: u64, window: Duration) -> Outcome<Shown> {
    let (from, next) = (Instant::now(), Arc::new(AtomicUsize::new(0)));
    let mut clients = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (requests, next) = (requests.clone(), next.clone());
        clients.spawn(async move {
            let (mut stream, mut buffer, mut acknowledged) = (connect(leader).await?, Vec::new(), Shown::new());
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                let due = from + Duration::from_nanos(n as u64 * 1_000_000_000 / per_second.max(1));
                if due >= from + window || n >= requests.len() {
                    return Ok::<_, String>(acknowledged);
                }
                tokio::time::sleep_until(due.into()).await;
                stream.write_all(&requests[n]).await.map_err(words)?;
                http::receive(&mut stream, &mut buffer).await?;
                let body = String::from_utf8_lossy(&buffer);
                acknowledged.push((Instant::now(), number(&body, "\"last\":\"")?));
            }
        });
    }
    let mut acknowledged = Shown::new();
    while let Some(client) = clients.join_next().await {
        acknowledged.extend(client.map_err(words)??);
    }
    Ok(acknowledged)
}

/// Looks at the follower again and again, until a second after the window; what it showed when.
async fn watched(follower: SocketAddr, request: Requests, window: Duration) -> Outcome<Shown> {
    let (mut stream, mut buffer, mut shown) = (connect(follower).await?, Vec::new(), Shown::new());
    let (from, mut turn) = (Instant::now(), tokio::time::interval(EVERY));
    while from.elapsed() < window + Duration::from_secs(1) {
        turn.tick().await;
        stream.write_all(&request[0]).await.map_err(words)?;
        let head = http::receive(&mut stream, &mut buffer).await?;
        shown.push((Instant::now(), number(&head, "orebook-sequence: ")?));
    }
    Ok(shown)
}

/// The number after some words of an answer.
fn number(answer: &str, after: &str) -> Outcome<u64> {
    let digits = answer.split_once(after).map(|(_, rest)| rest.split(|c: char| !c.is_ascii_digit()).next());
    digits.flatten().and_then(|digits| digits.parse().ok()).ok_or_else(|| format!("no {after} in {answer}"))
}
