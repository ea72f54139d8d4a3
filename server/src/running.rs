//! A running server: opened from a data directory, stopped in order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use actix_web::dev::{Server, ServerHandle};
use orebook_store::{Letters, Reader};
use tokio::sync::Semaphore;

use crate::access::People;
use crate::access::clients::{self, Clients};
use crate::access::directory::Directory;
use crate::access::security::{Recorder, SecurityLog};
use crate::access::token::Tokens;
use crate::access::wall::Wall;
use crate::admin;
use crate::api::cursor::Cursors;
use crate::app::{self, READERS, Shared};
use crate::clock::Clock;
use crate::cluster::forward::Forward;
use crate::commands;
use crate::config::Config;
use crate::contacts::forget;
use crate::evidence::Evidence;
use crate::exports::{self, nightly};
use crate::grievance::Quota;
use crate::guard::{Guard, WITNESSED};
use crate::keys::{RegistryKeys, webhook_key};
use crate::limits::Limits;
use crate::metrics::{Meters, watch};
use crate::notices::{self, worker::Mailing};
use crate::rendered::Rendered;
use crate::rounds;
use crate::sequencer::{Sequencer, Settings, Unavailable};
use crate::view::Pasts;
use crate::webhooks::Hooks;
use crate::webhooks::deliveries::Deliveries;
use crate::webhooks::round::Office;
use crate::witnesses::{self, Cosigned};

/// A server that listens, and the sequencer behind it.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// Where it tells of itself, if it does.
    pub admin: Option<SocketAddr>,
    /// What its handlers share.
    pub shared: Arc<Shared>,
    guard: Guard,
    recorder: Option<Recorder>,
    background: Vec<rounds::Rounds>,
    threads: Vec<(ServerHandle, JoinHandle<std::io::Result<()>>)>,
    deliveries: Option<Deliveries>,
    mailing: Option<Mailing>,
}

impl Running {
    /// Migrates, starts the sequencer and listens. It is ready when [`Running::until_ready`] says so.
    pub fn start(config: &Config, clock: Clock) -> Result<Self, String> {
        commands::migrate(config)?;
        let keys = Arc::new(RegistryKeys::of_data(&config.data).map_err(|error| error.to_string())?);
        let founding = std::fs::read(config.data.join("founding.json")).ok();
        let guard = Guard::of_data(&config.data, config.checkpoints.clone()).map_err(|error| error.to_string())?;
        let meters = Arc::new(Meters::default());
        let settings = Settings {
            location: config.database.clone(),
            replica: config.cluster.replica.clone(),
            address: config.cluster.address.clone(),
            keys: keys.clone(),
            guard: guard.clone(),
            clock: clock.clone(),
            founding,
            idle: config.idle,
            accept_time: config.accept_time,
            owes_letters: config.mail.is_some(),
            meters: meters.clone(),
        };
        let reader = Reader::open(&config.database, READERS).map_err(|error| error.to_string())?;
        let replica = config.cluster.replica.as_ref().map(|replica| Reader::lazily(replica, READERS));
        let sequencer = Arc::new(Sequencer::start(settings).map_err(|error| error.to_string())?);
        let gate = Semaphore::new(READERS as usize);
        let cursors = Cursors::of(&keys.first_issuer);
        let pasts = Pasts::default();
        let (letters, quota, rendered) = (Letters::of(&config.database), Quota::default(), Rendered::default());
        let (payouts, cosigned) = (config.payouts.clone(), Cosigned::default());
        let limits = config.limits.clone().map(Limits::of);
        cosigned.load(&reader);
        let tokens = Tokens::of_data(&config.data, keys.origin()).map_err(|error| error.to_string())?;
        let clients = Clients::default();
        clients.refresh(&reader).map_err(|problem| problem.detail)?;
        let (wall, directory) = (Arc::new(Wall::default()), Directory::default());
        let webhook_key = webhook_key(&config.data).map_err(|error| error.to_string())?;
        let hooks = Arc::new(Hooks::new(&config.webhooks, webhook_key, wall.clone()));
        directory.load(&reader, wall.now()).map_err(|error| error.to_string())?;
        let people = People { directory, site: config.site(), asked: Default::default() };
        let (security, recorder) = SecurityLog::start(&config.database).map_err(|error| error.to_string())?;
        let evidence = Evidence::open(&config.evidence)?;
        evidence.sweep()?;
        let shared = Shared {
            sequencer,
            forward: config.cluster.forward.then(Forward::new).transpose()?,
            reader,
            replica,
            clock,
            guard: guard.clone(),
            witnesses: config.witnesses.as_ref().map_or(0, |settings| settings.witnesses.len()),
            cosigned,
            keys,
            gate,
            pasts,
            letters,
            quota,
            cursors,
            rendered,
            payouts,
            sends_letters: config.mail.is_some(),
            tokens,
            clients,
            wall,
            people,
            security,
            hooks,
            limits,
            last_backup: config.data.join(crate::config::LAST_BACKUP),
            exports: config.data.join(exports::DIRECTORY),
            meters,
            evidence,
        };
        let shared = Arc::new(shared);
        let mut background = vec![clients::keep_up(shared.clone()).map_err(|error| error.to_string())?];
        let (serves, listens, workers) = (shared.clone(), config.listen, config.workers);
        let (address, thread) = listen("http", config.listen, move || app::serve(serves, listens, workers))?;
        let mut threads = vec![thread];
        let mut admin = None;
        if let Some(own) = config.admin {
            let serves = shared.clone();
            let (bound, thread) = listen("admin", own, move || admin::serve(serves, own))?;
            admin = Some(bound);
            threads.push(thread);
            background.push(watch::start(shared.clone()).map_err(|error| error.to_string())?);
        }
        if let Some(settings) = config.exports {
            background.push(nightly::start(shared.clone(), settings).map_err(|error| error.to_string())?);
        }
        if let Some(settings) = config.witnesses.clone() {
            let kept_at = config.data.join(WITNESSED);
            background.push(witnesses::start(shared.clone(), settings, kept_at).map_err(|error| error.to_string())?);
        }
        let send = |mail| Mailing::start(shared.clone(), &config.database, mail);
        let mailing = config.mail.clone().map(send).transpose()?;
        background.push(forget::start(shared.clone()).map_err(|error| error.to_string())?);
        let deliveries = Some(deliver(&shared, config)?);
        let recorder = Some(recorder);
        Ok(Self { address, admin, shared, guard, recorder, background, threads, deliveries, mailing })
    }

    /// Waits until it leads or follows, or says why it does not.
    pub fn until_ready(&self, patience: Duration) -> Result<(), String> {
        let end = Instant::now() + patience;
        loop {
            match self.shared.sequencer.shows() {
                Ok(()) => return Ok(()),
                Err(Unavailable::NotReady(reason)) if Instant::now() > end => return Err(reason),
                Err(_) => std::thread::park_timeout(Duration::from_millis(5)),
            }
        }
    }

    /// The base URL.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops in order: takes nothing in, finishes what is under way, keeps the checkpoint.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        if self.threads.is_empty() {
            return;
        }
        self.mailing = None;
        self.deliveries = None;
        self.background.clear();
        self.shared.sequencer.stop();
        self.guard.stop();
        for (handle, thread) in self.threads.drain(..) {
            drop(handle.stop(true));
            let _ = thread.join();
        }
        // After the last request: what was read is recorded.
        self.recorder = None;
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// Delivers to webhooks while this server leads, over connections to the database of its own.
fn deliver(shared: &Arc<Shared>, config: &Config) -> Result<Deliveries, String> {
    const READERS: u32 = 2;
    let reader = Reader::open(&config.database, READERS).map_err(|error| error.to_string())?;
    let letters = Letters::of(&config.database);
    let office = Office::new(shared.hooks.clone(), reader, letters, shared.keys.origin());
    let telling = shared.clone();
    let office = office.telling(Box::new(move |webhook, reason| {
        let Ok(organisation) = webhook.organisation.parse() else { return };
        if let Err(error) = notices::webhook_disabled(&telling, organisation, &webhook.url, reason) {
            tracing::warn!(%error, webhook = webhook.id, "nobody could be told that a webhook was disabled");
        }
    }));
    let leading = shared.clone();
    let size = move || {
        let published = leading.sequencer.published().filter(|_| leading.sequencer.leads().is_ok());
        published.map(|published| published.checkpoint.size)
    };
    Deliveries::start(office, Box::new(size)).map_err(|error| error.to_string())
}

type Listening = (SocketAddr, (ServerHandle, JoinHandle<std::io::Result<()>>));

/// Runs an HTTP server on a thread of its own.
fn listen(
    name: &str,
    address: SocketAddr,
    serve: impl FnOnce() -> std::io::Result<(Server, SocketAddr)> + Send + 'static,
) -> Result<Listening, String> {
    let (sender, receiver) = std::sync::mpsc::channel();
    let run = move || {
        actix_web::rt::System::new().block_on(async move {
            match serve() {
                Ok((server, bound)) => {
                    let _ = sender.send(Ok((bound, server.handle())));
                    server.await
                }
                Err(error) => {
                    let _ = sender.send(Err(format!("{address}: {error}")));
                    Ok(())
                }
            }
        })
    };
    let thread = std::thread::Builder::new().name(name.into()).spawn(run).map_err(|error| error.to_string())?;
    let (bound, handle) = receiver.recv().map_err(|_| "the HTTP server did not start".to_owned())??;
    Ok((bound, (handle, thread)))
}
