//! Our side: the real server, from its start-up to its check.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use orebook_registry::values::Timestamp;
use orebook_server::clock::Clock;
use orebook_server::commands;
use orebook_server::config::Config;
use orebook_server::evidence::settings as evidence;
use orebook_server::logs::Format;
use orebook_server::running::Running;
use orebook_store::{Location, Reader};

use crate::http::{self, Requests, Seen};
use crate::place::Database;
use crate::stage::Stage;
use crate::{Outcome, words};

/// A server of ten million entries starts within.
const PATIENCE: Duration = Duration::from_secs(600);

/// HTTP workers of either side: as many as a server starts by itself.
pub fn workers() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

/// Where both sides listen: any free port of the loopback address.
pub fn anywhere() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

/// Starts the server on a fresh database that holds the stage, and waits until it leads.
///
/// # Errors
/// The database or the server is not in order.
pub fn start(stage: &Stage, database: &Database<'_>) -> Outcome<Running> {
    start_with(stage, database, |_| ())
}

/// The same with another configuration.
///
/// # Errors
/// The database or the server is not in order.
pub fn start_with(stage: &Stage, database: &Database<'_>, change: impl FnOnce(&mut Config)) -> Outcome<Running> {
    drop(stage.seed(database.location())?);
    start_again(stage, database, database.directory(), stage.now(), change)
}

/// Starts a server at some time on whatever the database holds of the stage's register, with its data in a directory, and
/// waits until it leads or follows.
///
/// # Errors
/// The database or the server is not in order.
pub fn start_again(
    stage: &Stage,
    database: &Database<'_>,
    data: &Path,
    now: Timestamp,
    change: impl FnOnce(&mut Config),
) -> Outcome<Running> {
    if !data.join("keys").exists() {
        stage.write_keys(data)?;
    }
    let mut config = Config {
        data: data.to_owned(),
        database: database.location().clone(),
        listen: anywhere(),
        workers: workers(),
        idle: Duration::from_secs(2),
        checkpoints: Vec::new(),
        accept_time: false,
        mail: None,
        payouts: None,
        witnesses: None,
        limits: None,
        exports: None,
        admin: None,
        log: Format::Text,
        webhooks: Default::default(),
        base_url: None,
        cluster: Default::default(),
        evidence: evidence::Settings::of(None, data)?,
    };
    change(&mut config);
    let running = Running::start(&config, Clock::script(now))?;
    running.until_ready(PATIENCE)?;
    Ok(running)
}

/// Starts the server, sends it the load, stops and checks it.
///
/// # Errors
/// Anything is not in order: an answer, the number of entries, a table, an invariant.
pub fn run(
    stage: &Stage,
    database: &Database<'_>,
    requests: &Requests,
    connections: usize,
    window: Duration,
) -> Outcome<Seen> {
    let running = start(stage, database)?;
    let seen = http::load(running.address, requests, connections, window)?;
    running.stop();
    check(stage, database.location(), seen.accepted)?;
    Ok(seen)
}

/// Replays the journal, compares every table with it, and wants exactly what was acknowledged.
///
/// # Errors
/// What is not as it should be.
pub fn check(stage: &Stage, location: &Location, accepted: usize) -> Outcome<()> {
    check_size(location, stage.entries().len() as u64 + accepted as u64)
}

/// The same, where so many entries should be.
///
/// # Errors
/// What is not as it should be.
pub fn check_size(location: &Location, expected: u64) -> Outcome<()> {
    let found = commands::check(&Reader::open(location, 1).map_err(words)?)?.entries;
    if found == expected { Ok(()) } else { Err(format!("{found} entries, {expected} were acknowledged")) }
}
