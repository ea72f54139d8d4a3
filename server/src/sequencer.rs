//! The sequencer: one thread decides, one commits, and every answer waits for the disk.
//!
//! ```text
//! handlers ──bounded queue──▶ decider ──room for one batch──▶ committer ──▶ answers, with proofs
//!                             ahead: Registry                 the writing connection, the checkpoint key,
//!                             the tree's edge                 committed: RwLock<Registry>
//! ```
//! While batch n commits, batch n + 1 is decided. Nothing that is not stored is ever shown: refusals and forecasts
//! travel with the batch as well. Any error up to the success of COMMIT means that the outcome is unknown; there is
//! one way out, which is to start again from the lease on.

mod batch;
mod committer;
mod decider;
mod rows;
mod startup;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, TrySendError};
use orebook_document::Opened;
use orebook_registry::event::Event;
use orebook_registry::instruction::{Act, Instruction};
use orebook_registry::party::Name;
use orebook_registry::values::OrganisationId;
use orebook_registry::{Refusal, Registry};
use orebook_store::Location;
use orebook_tlog::Checkpoint;
use parking_lot::{Mutex, RwLock};
use tokio::sync::oneshot;

use crate::clock::Clock;
use crate::guard::Guard;
use crate::keys::RegistryKeys;
use crate::metrics::Meters;

pub(crate) use rows::root_of_full;
pub use rows::{Tiles, push_rows};
pub use startup::StartError;

/// Instructions that may wait to be decided.
const QUEUE: usize = 4_096;

/// What the sequencer is asked.
enum Item {
    Submit { opened: Box<Opened<Instruction>>, answer: oneshot::Sender<Answer> },
    Forecast { organisation: OrganisationId, act: Box<Act>, answer: oneshot::Sender<Answer> },
}

/// What became of it.
#[derive(Debug)]
pub enum Answer {
    /// Stored. The proof is against a checkpoint that contains it.
    Accepted(Receipt),
    /// The same bytes were stored before.
    Replayed(Name),
    /// Refused: nothing was stored.
    Refused(Refusal),
    /// What it would make true now.
    Forecast(Vec<Event>),
    /// The decider panicked over it: nothing was stored.
    Fault,
    /// Whether it is stored is not known: send the same bytes again.
    OutcomeUnknown,
}

/// The acknowledgement of an accepted instruction.
#[derive(Debug)]
pub struct Receipt {
    /// Its entry.
    pub sequence: u64,
    /// The last continuation of that entry.
    pub last: u64,
    /// The entry's exact bytes.
    pub entry: Vec<u8>,
    /// A tlog-proof of the entry.
    pub proof: String,
}

/// Why the sequencer takes nothing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unavailable {
    /// The queue is full.
    Busy,
    /// It does not lead, for this reason.
    NotReady(String),
}

/// What readers see: the state and the newest signed checkpoint, both after the last commit.
#[derive(Debug, Clone)]
pub struct Published {
    /// Size and root.
    pub checkpoint: Checkpoint,
    /// The same as a signed note.
    pub note: String,
}

/// What all its threads share.
struct Shared {
    committed: RwLock<Registry>,
    published: RwLock<Option<Published>>,
    /// The tiles that are not full after the last commit.
    tiles: RwLock<Arc<Tiles>>,
    /// Why it does not lead; nothing while it does.
    idle_reason: Mutex<Option<String>>,
    stopping: AtomicU64,
    /// The committer has ended: the decider must end too, though nobody sends anything.
    lost: AtomicBool,
}

/// What the sequencer needs to lead.
#[derive(Clone)]
pub struct Settings {
    /// The database.
    pub location: Location,
    /// Sign checkpoints.
    pub keys: Arc<RegistryKeys>,
    /// Keeps the last published checkpoint.
    pub guard: Guard,
    /// The register's clock.
    pub clock: Clock,
    /// The founding instruction, for an empty journal.
    pub founding: Option<Vec<u8>>,
    /// PostgreSQL drops a silent leader after this time.
    pub idle: Duration,
    /// Lead although the clock is far after the last entry.
    pub accept_time: bool,
    /// Somebody sends letters: what an entry causes is written into the outbox with it. Where nobody does, the outbox
    /// would only grow, and letters of years ago would go out on the day mail is configured.
    pub owes_letters: bool,
    /// Counts batches.
    pub meters: Arc<Meters>,
}

/// A running sequencer.
pub struct Sequencer {
    intake: Sender<Item>,
    shared: Arc<Shared>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Sequencer {
    /// Starts it. It leads as soon as it can, and again after every fault.
    pub fn start(settings: Settings) -> std::io::Result<Self> {
        let (intake, queue) = crossbeam_channel::bounded(QUEUE);
        let shared = Arc::new(Shared {
            committed: RwLock::new(Registry::new()),
            published: RwLock::new(None),
            tiles: RwLock::default(),
            idle_reason: Mutex::new(Some("starting".to_owned())),
            stopping: AtomicU64::new(0),
            lost: AtomicBool::new(false),
        });
        let for_thread = shared.clone();
        let thread = std::thread::Builder::new()
            .name("sequencer".into())
            .spawn(move || lead_for_ever(&settings, &for_thread, &queue))?;
        Ok(Self { intake, shared, thread: Mutex::new(Some(thread)) })
    }

    /// Submits an instruction whose signature was checked, and waits until its answer is durable.
    pub async fn submit(&self, opened: Opened<Instruction>) -> Result<Answer, Unavailable> {
        self.ask(|answer| Item::Submit { opened: Box::new(opened), answer }).await
    }

    /// What an act would make true now. It waits behind what is being stored, so that it reveals nothing before.
    pub async fn forecast(&self, organisation: OrganisationId, act: Act) -> Result<Answer, Unavailable> {
        self.ask(|answer| Item::Forecast { organisation, act: Box::new(act), answer }).await
    }

    async fn ask(&self, item: impl FnOnce(oneshot::Sender<Answer>) -> Item) -> Result<Answer, Unavailable> {
        self.ready()?;
        let (sender, answer) = oneshot::channel();
        self.intake.try_send(item(sender)).map_err(|error| match error {
            TrySendError::Full(_) => Unavailable::Busy,
            TrySendError::Disconnected(_) => Unavailable::NotReady("stopping".to_owned()),
        })?;
        // A dropped sender is a writer that stopped: the outcome is as unknown as after a failed commit.
        Ok(answer.await.unwrap_or(Answer::OutcomeUnknown))
    }

    /// How much waits to be decided.
    pub fn waiting(&self) -> usize {
        self.intake.len()
    }

    /// Whether it leads, or why not.
    pub fn ready(&self) -> Result<(), Unavailable> {
        match &*self.shared.idle_reason.lock() {
            None => Ok(()),
            Some(reason) => Err(Unavailable::NotReady(reason.clone())),
        }
    }

    /// Reads the committed state. The closure copies out what it needs and must not block.
    pub fn read<T>(&self, look: impl FnOnce(&Registry) -> T) -> T {
        look(&self.shared.committed.read())
    }

    /// The newest signed checkpoint; nothing before the founding.
    pub fn published(&self) -> Option<Published> {
        self.shared.published.read().clone()
    }

    /// The tiles that are not full after the last commit: what the tables would have to be asked for piece by piece.
    pub fn tiles(&self) -> Arc<Tiles> {
        self.shared.tiles.read().clone()
    }

    /// Stops it: what was taken in is decided and stored, nothing more is taken in.
    pub fn stop(&self) {
        *self.shared.idle_reason.lock() = Some("stopping".to_owned());
        self.shared.stopping.store(1, Ordering::SeqCst);
        if let Some(thread) = self.thread.lock().take() {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst) == 1
    }

    /// It leads no longer. Said before anybody hears that an outcome is unknown.
    fn lose(&self, reason: &str) {
        *self.idle_reason.lock() = Some(reason.to_owned());
        self.lost.store(true, Ordering::SeqCst);
    }

    fn is_lost(&self) -> bool {
        self.lost.load(Ordering::SeqCst)
    }
}

/// The one recovery path: lead until something fails, answer everything parked, lead again.
fn lead_for_ever(settings: &Settings, shared: &Arc<Shared>, queue: &Receiver<Item>) {
    const AGAIN_AFTER: Duration = Duration::from_millis(200);
    while !shared.is_stopping() {
        let reason = match startup::lead(settings) {
            Ok(leading) => run(settings, shared, queue, leading),
            Err(error) => error.to_string(),
        };
        if shared.is_stopping() {
            return;
        }
        // A standby tries several times a second: it says why it does not lead once, not each time.
        if shared.idle_reason.lock().replace(reason.clone()).as_ref() != Some(&reason) {
            tracing::warn!(%reason, "not leading");
        }
        for item in queue.try_iter() {
            item.answer_with(Answer::OutcomeUnknown);
        }
        std::thread::park_timeout(AGAIN_AFTER);
    }
}

/// Leads: decider and committer run until one of them stops; the answer is why.
fn run(settings: &Settings, shared: &Arc<Shared>, queue: &Receiver<Item>, leading: startup::Leading) -> String {
    let startup::Leading { writer, registry, edge, tiles } = leading;
    committer::publish_first(settings, shared, &registry, &edge, &tiles);
    shared.lost.store(false, Ordering::SeqCst);
    *shared.idle_reason.lock() = None;
    tracing::info!(entries = registry.size(), "ready");
    let (to_committer, batches) = crossbeam_channel::bounded(1);
    let decided = std::thread::scope(|scope| {
        let committer = scope.spawn(move || {
            let run = AssertUnwindSafe(|| committer::run(settings, shared, writer, &batches));
            let ended = catch_unwind(run).unwrap_or_else(|_| Err("the committer panicked".to_owned()));
            ended.inspect_err(|reason| shared.lose(reason))
        });
        // A panic in a step or in apply stops this writer; the thread lives on and leads again from what is stored.
        let decide = || decider::run(settings, shared, queue, &to_committer, registry, edge, tiles);
        let decided = catch_unwind(AssertUnwindSafe(decide)).unwrap_or_else(|_| Err("the decider panicked".to_owned()));
        drop(to_committer);
        let committed = committer.join().unwrap_or_else(|_| Err("the committer panicked".to_owned()));
        committed.and(decided)
    });
    decided.err().unwrap_or_else(|| "stopping".to_owned())
}

impl Item {
    fn answer_with(self, with: Answer) {
        let (Self::Submit { answer, .. } | Self::Forecast { answer, .. }) = self;
        // A client that has gone away needs no answer.
        let _ = answer.send(with);
    }
}
