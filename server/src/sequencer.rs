//! The sequencer: one thread decides, one commits, and every answer waits for the disk.
//!
//! ```text
//! handlers ──intake─────────▶ decider ──room for one batch──▶ committer ──▶ answers, with proofs
//!                             ahead: Registry                 the writing connection, the checkpoint key,
//!                             the tree's edge                 committed: RwLock<Registry>
//! ```
//! While batch n commits, batch n + 1 is decided. Nothing that is not stored is ever shown: refusals and forecasts
//! travel with the batch as well. Any error up to the success of COMMIT means that the outcome is unknown; there is
//! one way out, which is to start again from the lease on.

mod batch;
mod committer;
mod copy;
mod decider;
mod follow;
mod intake;
mod life;
mod rows;
mod shared;
mod standing;
mod startup;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::Duration;

use orebook_document::Opened;
use orebook_registry::event::Event;
use orebook_registry::instruction::{Act, Instruction};
use orebook_registry::party::Name;
use orebook_registry::values::OrganisationId;
use orebook_registry::{Refusal, Registry};
use orebook_store::Location;
use orebook_tlog::Checkpoint;
use parking_lot::Mutex;
use tokio::sync::oneshot;

use crate::clock::Clock;
use crate::guard::Guard;
use crate::keys::RegistryKeys;
use crate::metrics::Meters;

use shared::Shared;

pub use intake::Lane;
pub(crate) use rows::root_of_full;
pub use rows::{Tiles, push_rows};
pub use standing::{Follows, Idle, Standing, Unavailable};
pub use startup::StartError;

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

/// What readers see: the state and the newest signed checkpoint, both after the last commit.
#[derive(Debug, Clone)]
pub struct Published {
    /// Size and root.
    pub checkpoint: Checkpoint,
    /// The same as a signed note.
    pub note: String,
}

/// What the sequencer needs to lead.
#[derive(Clone)]
pub struct Settings {
    /// The database.
    pub location: Location,
    /// Where a follower reads, if not there: a streaming replica.
    pub replica: Option<Location>,
    /// Where other servers reach this one, if it is told.
    pub address: Option<String>,
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
    shared: Arc<Shared>,
    meters: Arc<Meters>,
    clock: Clock,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Sequencer {
    /// Starts it. It leads as soon as it can, and again after every fault.
    pub fn start(settings: Settings) -> std::io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let (for_thread, clock, meters) = (shared.clone(), settings.clock.clone(), settings.meters.clone());
        let thread = std::thread::Builder::new()
            .name("sequencer".into())
            .spawn(move || life::lead_for_ever(&settings, &for_thread))?;
        Ok(Self { shared, meters, clock, thread: Mutex::new(Some(thread)) })
    }

    /// Submits an instruction whose signature was checked, and waits until its answer is durable.
    pub async fn submit(&self, opened: Opened<Instruction>) -> Result<Answer, Unavailable> {
        let (lane, organisation) = (Lane::of(&opened.document().act), opened.document().organisation);
        self.ask(lane, organisation, |answer| Item::Submit { opened: Box::new(opened), answer }).await
    }

    /// What an act would make true now. It waits behind what is being stored, so that it reveals nothing before. A
    /// follower tells it by what it shows.
    pub async fn forecast(&self, organisation: OrganisationId, act: Act) -> Result<Answer, Unavailable> {
        if matches!(self.shows().and(self.leads()), Err(Unavailable::Follows(_))) {
            return Ok(self.read(|registry| {
                let forecast = || registry.forecast(self.clock.now(), organisation, &act);
                match catch_unwind(AssertUnwindSafe(forecast)) {
                    Ok(Ok(events)) => Answer::Forecast(events),
                    Ok(Err(refusal)) => Answer::Refused(refusal),
                    Err(_) => Answer::Fault,
                }
            }));
        }
        let item = |answer| Item::Forecast { organisation, act: Box::new(act), answer };
        self.ask(Lane::Ordinary, organisation, item).await
    }

    /// Whether an instruction would be taken in, before its signature is checked: to refuse must cost little.
    pub fn admits(&self, instruction: &Instruction) -> Result<(), Unavailable> {
        self.leads()?;
        let lane = Lane::of(&instruction.act);
        let admitted = self.shared.intake.admits(lane, instruction.organisation);
        admitted.inspect_err(|_| self.meters.overloaded(lane))
    }

    async fn ask(
        &self,
        lane: Lane,
        organisation: OrganisationId,
        item: impl FnOnce(oneshot::Sender<Answer>) -> Item,
    ) -> Result<Answer, Unavailable> {
        self.leads()?;
        let (sender, answer) = oneshot::channel();
        let taken = self.shared.intake.push(lane, organisation, item(sender));
        taken.inspect_err(|_| self.meters.overloaded(lane))?;
        // A dropped sender is a writer that stopped: the outcome is as unknown as after a failed commit.
        Ok(answer.await.unwrap_or(Answer::OutcomeUnknown))
    }

    /// How much waits to be decided.
    pub fn waiting(&self) -> usize {
        self.shared.intake.len()
    }

    /// How long what was answered last had waited; nothing while nothing is under way.
    pub fn wait(&self) -> Duration {
        self.shared.intake.wait()
    }

    /// How it stands to the register.
    pub fn standing(&self) -> Standing {
        self.shared.standing.read().clone()
    }

    /// Whether it leads, or why not.
    pub fn leads(&self) -> Result<(), Unavailable> {
        self.shared.standing.read().leads()
    }

    /// Whether it shows the register, or why not.
    pub fn shows(&self) -> Result<(), Unavailable> {
        self.shared.standing.read().shows()
    }

    /// How many entries are shown.
    pub fn shown(&self) -> u64 {
        *self.shared.size.borrow()
    }

    /// Waits until an entry is shown, for a while.
    pub async fn until_shown(&self, sequence: u64, patience: Duration) -> Result<(), Unavailable> {
        let mut size = self.shared.size.subscribe();
        let reached = size.wait_for(|size| *size > sequence);
        match tokio::time::timeout(patience, reached).await {
            Ok(Ok(_)) => Ok(()),
            _ => Err(Unavailable::Behind { asked: sequence, shown: self.shown() }),
        }
    }

    /// How far what is shown is behind the leader, as far as this server knows; nothing while it leads or is idle.
    pub fn lag(&self) -> Option<Duration> {
        match &*self.shared.standing.read() {
            Standing::Follows(Follows { heard, behind, .. }) => Some(behind.unwrap_or(*heard).min(*heard).elapsed()),
            _ => None,
        }
    }

    /// Whether the replica that is read while this server follows has every entry that is shown.
    pub fn replica_suffices(&self) -> bool {
        matches!(&*self.shared.standing.read(), Standing::Follows(_))
            && self.shared.replica.load(Ordering::Relaxed) >= self.shown()
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
        self.shared.stopping.store(true, Ordering::SeqCst);
        *self.shared.standing.write() = Standing::Idle(Idle::plain("stopping"));
        if let Some(thread) = self.thread.lock().take() {
            let _ = thread.join();
        }
    }
}

impl Item {
    /// Nobody waits for the answer any more.
    fn is_forsaken(&self) -> bool {
        let (Self::Submit { answer, .. } | Self::Forecast { answer, .. }) = self;
        answer.is_closed()
    }

    fn answer_with(self, with: Answer) {
        let (Self::Submit { answer, .. } | Self::Forecast { answer, .. }) = self;
        // A client that has gone away needs no answer.
        let _ = answer.send(with);
    }
}
