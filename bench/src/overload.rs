//! OVERLOAD: a server whose database stores so many rows a second and no more is sent two, five and twenty times as much.
//!
//! Every row of the journal takes a millisecond in the database, by a trigger, so the client can send many times as much as
//! it takes on the same machine. Requests are due at fixed moments, whatever became of those before; what
//! was refused is due again later. Latencies count from the moment a request was due.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use serde::Serialize;
use tokio::task::JoinSet;

use crate::figure::Settings;
use crate::http::{self, Requests, connect};
use crate::place::Place;
use crate::stage::Stage;
use crate::{Outcome, ours, words};

/// Connections of the client: enough that somebody is free when a request is due.
const CONNECTIONS: usize = 768;
/// Not counted, while the room is learned.
const WARM_UP: Duration = Duration::from_secs(3);
/// How long the load goes on.
const WINDOW: Duration = Duration::from_secs(5);
/// No server stores more than that where a row takes a millisecond.
const PEAK_MAX: u64 = 1_000;
/// A millisecond of the database for each row of the journal: it sleeps no shorter.
const SLOW: &str = "create function slow() returns trigger language plpgsql as
    $$ begin perform pg_sleep(0.0005); return new; end $$;
    create trigger slow before insert on journal for each row execute function slow()";

/// A load, and what became of it.
#[derive(Debug, Serialize)]
struct Line {
    figure: &'static str,
    what: String,
    database: &'static str,
    /// Requests due in a second.
    sent_per_second: u64,
    /// Acknowledged in a second.
    goodput: u64,
    /// Goodput ÷ that at the peak, in thousandths.
    ratio_milli: u64,
    reach: &'static str,
    refused_per_second: u64,
    accepted_p99_ms: u64,
    refused_p99_ms: u64,
    /// Of another organisation, that sends a tenth of the peak: 99 of 100 of its acknowledgements.
    other_p99_ms: u64,
    /// Of the other organisation's, refused.
    other_refused: u64,
    /// Cancellations in the reserved lane, one after the other: 99 of 100.
    cancel_p99_ms: u64,
    /// `GET /readyz` at the operator's address: 99 of 100.
    health_p99_ms: u64,
    /// After the load: until an instruction takes no longer than before.
    recovered_ms: u64,
}

/// What became of requests of one kind, and how long each took.
#[derive(Debug, Default)]
struct Seen {
    accepted: Vec<Duration>,
    refused: Vec<Duration>,
}

/// Requests of one kind: each is taken once, and comes back if it was refused.
struct Source {
    left: Mutex<VecDeque<Vec<u8>>>,
    seen: Mutex<Seen>,
    acknowledged: AtomicUsize,
    /// Of these, inside the window.
    good: AtomicUsize,
    every: Duration,
    due: AtomicU32,
}

impl Source {
    fn new(requests: &Requests, per_second: u64) -> Arc<Self> {
        let left = Mutex::new(requests.iter().cloned().collect());
        let every = Duration::from_nanos(1_000_000_000 / per_second.max(1));
        let (acknowledged, good, due) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicU32::new(0));
        Arc::new(Self { left, seen: Mutex::default(), acknowledged, good, every, due })
    }

    /// Sends what is due until it is over.
    async fn send(self: Arc<Self>, address: SocketAddr, from: Instant) -> Outcome<()> {
        let (mut stream, mut buffer) = (connect(address).await?, Vec::new());
        loop {
            let due = from + self.every * self.due.fetch_add(1, Ordering::Relaxed);
            if due >= from + WARM_UP + WINDOW {
                return Ok(());
            }
            tokio::time::sleep_until(due.into()).await;
            let request = self.left.lock().pop_front().ok_or("too few requests were signed")?;
            let status = http::ask(&mut stream, &mut buffer, &request).await?;
            let mut seen = self.seen.lock();
            let times = match status {
                201 => {
                    self.acknowledged.fetch_add(1, Ordering::Relaxed);
                    let inside = (WARM_UP..WARM_UP + WINDOW).contains(&from.elapsed());
                    self.good.fetch_add(usize::from(inside), Ordering::Relaxed);
                    &mut seen.accepted
                }
                503 => {
                    self.left.lock().push_back(request);
                    &mut seen.refused
                }
                _ => return Err(String::from_utf8_lossy(&buffer).into_owned()),
            };
            if due >= from + WARM_UP {
                times.push(due.elapsed());
            }
        }
    }
}

/// Asks the same again and again while the load lasts; how long each answer took, whatever it was.
async fn in_turn(address: SocketAddr, request: Vec<u8>, from: Instant) -> Outcome<Vec<Duration>> {
    let (mut stream, mut buffer, mut times) = (connect(address).await?, Vec::new(), Vec::new());
    let mut turn = tokio::time::interval(Duration::from_millis(20));
    while from.elapsed() < WARM_UP + WINDOW {
        turn.tick().await;
        let asked = Instant::now();
        http::ask(&mut stream, &mut buffer, &request).await?;
        if from.elapsed() >= WARM_UP {
            times.push(asked.elapsed());
        }
    }
    Ok(times)
}

/// The milliseconds that 99 of 100 take at the most.
fn p99(times: &mut [Duration]) -> u64 {
    times.sort_unstable();
    let at = (times.len() * 99 / 100).min(times.len().saturating_sub(1));
    times.get(at).copied().map_or(0, milliseconds)
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// Measures and prints a line for each load.
///
/// # Errors
/// Anything was not in order.
pub fn run(settings: &Settings) -> Outcome<()> {
    let place = Place::new("postgresql");
    let peak = measured(&place, settings, PEAK_MAX * 2, PEAK_MAX)?.goodput;
    for times in [1, 2, 5, 20] {
        let line = measured(&place, settings, peak * times, peak)?;
        settings.print(&Line { what: format!("signed bids at {times} times the peak of {peak} a second"), ..line })?;
    }
    Ok(())
}

fn measured(place: &Place, settings: &Settings, per_second: u64, peak: u64) -> Outcome<Line> {
    let mut stage = Stage::new(settings.seed);
    let seconds = (WARM_UP + WINDOW).as_secs() + 1;
    let count = |per_second: u64| usize::try_from(per_second * seconds).unwrap_or(0) + CONNECTIONS;
    let mass = Source::new(&http::requests(stage.bids_of(0, count(per_second.min(PEAK_MAX)))), per_second);
    let few = Source::new(&http::requests(stage.bids_of(1, count(peak / 10))), peak / 10);
    let cancel = http::requests(vec![stage.cancellation(2)])[0].clone();
    let database = place.database()?;
    database.execute(SLOW)?;
    let running = ours::start_with(&stage, &database, |config| config.admin = Some(ours::anywhere()))?;
    let (address, admin) = (running.address, running.admin.ok_or("there is no address for the operator")?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(words)?;
    let (mut cancelled, mut healthy, recovered) = runtime.block_on(async {
        let from = Instant::now();
        let mut tasks = JoinSet::new();
        for n in 0..CONNECTIONS {
            let source = if n % 16 == 0 { &few } else { &mass };
            tasks.spawn(source.clone().send(address, from));
        }
        let cancels = tokio::spawn(in_turn(address, cancel, from));
        let health = tokio::spawn(in_turn(admin, http::reads("/readyz")[0].clone(), from));
        while let Some(task) = tasks.join_next().await {
            task.map_err(words)??;
        }
        let recovered = recovery(address, &few).await?;
        Ok::<_, String>((cancels.await.map_err(words)??, health.await.map_err(words)??, recovered))
    })?;
    running.stop();
    let acknowledged = [&mass, &few].map(|source| source.acknowledged.load(Ordering::Relaxed));
    let good = [&mass, &few].map(|source| source.good.load(Ordering::Relaxed));
    ours::check(&stage, database.location(), acknowledged.iter().sum())?;
    let (mut mass, mut few) = (mass.seen.lock(), few.seen.lock());
    let goodput = good.iter().sum::<usize>() as u64 / WINDOW.as_secs();
    Ok(Line {
        figure: "OVERLOAD",
        what: String::new(),
        database: "postgresql",
        sent_per_second: per_second,
        goodput,
        ratio_milli: goodput * 1_000 / peak.max(1),
        reach: ">= 900",
        refused_per_second: (mass.refused.len() + few.refused.len()) as u64 / WINDOW.as_secs(),
        accepted_p99_ms: p99(&mut mass.accepted),
        refused_p99_ms: p99(&mut mass.refused),
        other_p99_ms: p99(&mut few.accepted),
        other_refused: few.refused.len() as u64,
        cancel_p99_ms: p99(&mut cancelled),
        health_p99_ms: p99(&mut healthy),
        recovered_ms: milliseconds(recovered),
    })
}

/// After the load: until an instruction takes no longer than it would alone.
async fn recovery(address: SocketAddr, source: &Source) -> Outcome<Duration> {
    const ALONE: Duration = Duration::from_millis(20);
    let (ended, mut stream, mut buffer) = (Instant::now(), connect(address).await?, Vec::new());
    loop {
        let request = source.left.lock().pop_front().ok_or("too few requests were signed")?;
        let asked = Instant::now();
        if http::ask(&mut stream, &mut buffer, &request).await? == 201 {
            source.acknowledged.fetch_add(1, Ordering::Relaxed);
            if asked.elapsed() < ALONE {
                return Ok(ended.elapsed());
            }
        }
    }
}
