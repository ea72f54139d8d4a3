//! The thread that makes deliveries: it looks who has something to tell, and runs a round for each, one at a time for a
//! webhook and several webhooks at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use orebook_store::StoreError;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::round::{Office, round};

/// Webhooks that are told at once.
const PARALLEL: usize = 16;
/// How often it is looked whether the log has grown, which costs no question to the database.
const LOOK: Duration = Duration::from_millis(250);
/// Threads for what blocks: each webhook has its reads and writes, and names whose resolver does not answer linger.
const BLOCKING: usize = 8 * PARALLEL;
/// A stopping server waits so long for deliveries under way; one that is cut off is made again after the start.
const GRACE: Duration = Duration::from_secs(2);

/// Entries that are stored and shown; nothing while this server does not lead.
pub type Size = Box<dyn Fn() -> Option<u64> + Send>;

/// The thread, until it is dropped.
pub struct Deliveries {
    office: Arc<Office>,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Deliveries {
    /// Starts it.
    pub fn start(office: Office, size: Size) -> std::io::Result<Self> {
        let (stop, told) = watch::channel(false);
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(BLOCKING).build()?;
        let office = Arc::new(office);
        let desk = Desk::new(office.clone(), size);
        let run = move || {
            runtime.block_on(desk.work(told));
            runtime.shutdown_timeout(GRACE);
        };
        let thread = std::thread::Builder::new().name("webhooks".into()).spawn(run)?;
        Ok(Self { office, stop, thread: Some(thread) })
    }
}

impl Drop for Deliveries {
    fn drop(&mut self) {
        self.office.close();
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// How a round ended.
struct Ended {
    webhook: String,
    /// What was known when it began.
    since: Since,
    /// Whether more may be waiting.
    more: Result<bool, StoreError>,
}

/// What a round has seen at the least: a log of this size, and so many stirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Since {
    size: u64,
    stirs: u64,
}

/// Who is told now, and when to look again.
struct Desk {
    office: Arc<Office>,
    size: Size,
    rounds: JoinSet<Ended>,
    busy: BTreeSet<String>,
    /// Who wanted nothing more, and what its round had seen. A stir while a round ends wakes its webhook as well.
    rested: BTreeMap<String, Since>,
    /// How often a webhook was changed or moved.
    stirs: u64,
    /// The size of the log at the last look.
    seen: Option<u64>,
    /// Something happened that may leave webhooks behind.
    stirred: bool,
    /// The earliest retry that is known.
    retry_at: Option<i64>,
    /// Whose round was begun last: the next look begins after it, so that each has its turn.
    last: String,
}

impl Desk {
    fn new(office: Arc<Office>, size: Size) -> Self {
        let (rounds, busy, rested, last) = (JoinSet::new(), BTreeSet::new(), BTreeMap::new(), String::new());
        Self { office, size, rounds, busy, rested, stirs: 0, seen: None, stirred: true, retry_at: None, last }
    }

    async fn work(mut self, mut told: watch::Receiver<bool>) {
        loop {
            let hooks = self.office.hooks.clone();
            tokio::select! {
                _ = told.wait_for(|stop| *stop) => break,
                () = hooks.stirred.notified() => {
                    self.stirs += 1;
                    self.stirred = true;
                }
                Some(ended) = self.rounds.join_next() => self.end(ended),
                () = tokio::time::sleep(LOOK) => {}
            }
            if let Err(error) = self.look().await {
                tracing::warn!(%error, "webhooks could not be looked at");
                self.stirred = true;
                tokio::time::sleep(LOOK).await;
            }
        }
        let rest = async { while self.rounds.join_next().await.is_some() {} };
        let _ = tokio::time::timeout(GRACE, rest).await;
    }

    fn end(&mut self, ended: Result<Ended, tokio::task::JoinError>) {
        self.stirred = true;
        match ended {
            Ok(Ended { webhook, since, more }) => {
                self.busy.remove(&webhook);
                match more {
                    Ok(true) => drop(self.rested.remove(&webhook)),
                    Ok(false) => drop(self.rested.insert(webhook, since)),
                    Err(error) => tracing::warn!(%error, webhook, "a round of deliveries failed"),
                }
            }
            Err(error) => {
                tracing::error!(%error, "a round of deliveries panicked");
                // Which one it was is not known; those that still run are protected by the place they began at.
                self.busy.clear();
            }
        }
    }

    /// Begins a round for each webhook that has something to tell, if anything may have changed since the last look.
    async fn look(&mut self) -> Result<(), StoreError> {
        let now = (self.office.hooks.now)();
        let Some(size) = (self.size)() else { return Ok(()) };
        let due = self.retry_at.is_some_and(|at| at <= now);
        if !(self.stirred || due || self.seen != Some(size)) {
            return Ok(());
        }
        let (office, since) = (self.office.clone(), Since { size, stirs: self.stirs });
        let read = move || office.reader.read(|read| read.webhooks_behind());
        let behind = tokio::task::spawn_blocking(read).await;
        let mut behind = behind.unwrap_or_else(|error| Err(StoreError::Pool(error.to_string())))?;
        (self.seen, self.stirred) = (Some(size), false);
        self.retry_at = behind.iter().filter_map(|(_, at)| *at).filter(|at| *at > now).min();
        let first = behind.partition_point(|(id, _)| *id <= self.last);
        behind.rotate_left(first);
        for (id, at) in behind {
            let rests = at.is_none() && self.rested.get(&id) == Some(&since);
            if rests || at.is_some_and(|at| at > now) || self.busy.contains(&id) {
                continue;
            }
            if self.busy.len() == PARALLEL {
                // Its turn comes when a round ends.
                break;
            }
            self.begin(id, since);
        }
        Ok(())
    }

    fn begin(&mut self, webhook: String, since: Since) {
        self.busy.insert(webhook.clone());
        self.last.clone_from(&webhook);
        let office = self.office.clone();
        self.rounds.spawn(async move {
            let more = round(&office, &webhook).await;
            if more.is_err() {
                // The database is in trouble: it is not asked again at once.
                tokio::time::sleep(LOOK).await;
            }
            Ended { webhook, since, more }
        });
    }
}
