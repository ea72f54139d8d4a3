//! A running server: opened from a data directory, stopped in order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use actix_web::dev::ServerHandle;
use orebook_store::{Letters, Reader};
use tokio::sync::Semaphore;

use crate::access::clients::Clients;
use crate::access::security::{Recorder, SecurityLog};
use crate::access::token::Tokens;
use crate::access::wall::Wall;
use crate::api::cursor::Cursors;
use crate::app::{self, READERS, Shared};
use crate::clock::Clock;
use crate::config::Config;
use crate::grievance::Quota;
use crate::guard::{Guard, WITNESSED};
use crate::keys::{RegistryKeys, webhook_key};
use crate::rendered::Rendered;
use crate::sequencer::{Sequencer, Settings, Unavailable};
use crate::view::Pasts;
use crate::webhooks::Hooks;
use crate::webhooks::deliveries::Deliveries;
use crate::webhooks::round::Office;
use crate::witnesses::{Cosigned, Rounds};

/// A server that listens, and the sequencer behind it.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// What its handlers share.
    pub shared: Arc<Shared>,
    guard: Guard,
    handle: ServerHandle,
    rounds: Option<Rounds>,
    recorder: Option<Recorder>,
    deliveries: Option<Deliveries>,
    thread: Option<JoinHandle<std::io::Result<()>>>,
}

impl Running {
    /// Migrates, starts the sequencer and listens. It is ready when [`Running::until_ready`] says so.
    pub fn start(config: &Config, clock: Clock) -> Result<Self, String> {
        orebook_store::migrate(&config.database).map_err(|error| error.to_string())?;
        let keys = Arc::new(RegistryKeys::of_data(&config.data).map_err(|error| error.to_string())?);
        let founding = std::fs::read(config.data.join("founding.json")).ok();
        let guard = Guard::of_data(&config.data, config.checkpoints.clone()).map_err(|error| error.to_string())?;
        let settings = Settings {
            location: config.database.clone(),
            keys: keys.clone(),
            guard: guard.clone(),
            clock: clock.clone(),
            founding,
            idle: config.idle,
            accept_time: config.accept_time,
        };
        let sequencer = Arc::new(Sequencer::start(settings).map_err(|error| error.to_string())?);
        let reader = Reader::open(&config.database, READERS).map_err(|error| error.to_string())?;
        let gate = Semaphore::new(READERS as usize);
        let cursors = Cursors::of(&keys.first_issuer);
        let pasts = Pasts::default();
        let (letters, quota, rendered) = (Letters::of(&config.database), Quota::default(), Rendered::default());
        let (payouts, cosigned) = (config.payouts.clone(), Cosigned::default());
        cosigned.load(&reader);
        let tokens = Tokens::of_data(&config.data, keys.origin()).map_err(|error| error.to_string())?;
        let (security, recorder) = SecurityLog::start(&config.database).map_err(|error| error.to_string())?;
        let clients = Clients::default();
        clients.refresh(&reader).map_err(|problem| problem.detail)?;
        let webhook_key = webhook_key(&config.data).map_err(|error| error.to_string())?;
        let wall = Arc::new(Wall::default());
        let hooks = Arc::new(Hooks::new(&config.webhooks, webhook_key, wall.clone()));
        let shared = Shared {
            sequencer,
            reader,
            clock,
            cosigned,
            keys,
            gate,
            pasts,
            letters,
            quota,
            cursors,
            rendered,
            payouts,
            tokens,
            clients,
            wall,
            security,
            hooks,
        };
        let shared = Arc::new(shared);
        let (address, handle, thread) = listen(shared.clone(), config)?;
        let ask = |witnesses| Rounds::start(shared.clone(), witnesses, config.data.join(WITNESSED));
        let rounds = config.witnesses.clone().map(ask).transpose().map_err(|error| error.to_string())?;
        let deliveries = Some(deliver(&shared, config)?);
        let recorder = Some(recorder);
        Ok(Self { address, shared, guard, handle, rounds, deliveries, recorder, thread: Some(thread) })
    }

    /// Waits until it leads, or says why it does not.
    pub fn until_ready(&self, patience: Duration) -> Result<(), String> {
        let end = Instant::now() + patience;
        loop {
            match self.shared.sequencer.ready() {
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
        let Some(thread) = self.thread.take() else { return };
        self.rounds = None;
        self.deliveries = None;
        self.shared.sequencer.stop();
        self.guard.stop();
        drop(self.handle.stop(true));
        let _ = thread.join();
        // Nobody reads any more: what was read is written down.
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
    let leading = shared.clone();
    let size = move || {
        let published = leading.sequencer.published().filter(|_| leading.sequencer.ready().is_ok());
        published.map(|published| published.checkpoint.size)
    };
    Deliveries::start(office, Box::new(size)).map_err(|error| error.to_string())
}

type Listening = (SocketAddr, ServerHandle, JoinHandle<std::io::Result<()>>);

/// Runs the HTTP server on a thread of its own.
fn listen(shared: Arc<Shared>, config: &Config) -> Result<Listening, String> {
    let (address, workers) = (config.listen, config.workers);
    let (sender, receiver) = std::sync::mpsc::channel();
    let run = move || {
        actix_web::rt::System::new().block_on(async move {
            match app::serve(shared, address, workers) {
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
    let thread = std::thread::Builder::new().name("http".into()).spawn(run).map_err(|error| error.to_string())?;
    let (bound, handle) = receiver.recv().map_err(|_| "the HTTP server did not start".to_owned())??;
    Ok((bound, handle, thread))
}
