//! What the server tells of itself, in the text format of OpenMetrics, which Prometheus reads: at an address of its own
//! (`[admin]`), never at the public one.
//!
//! No label is chosen by whoever asks: a route is told by its pattern, a method by its name or as `OTHER`. So the number
//! of series is bounded, and nothing personal is among them.

pub mod watch;

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use parking_lot::Mutex;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use orebook_registry::values::Timestamp;

use crate::app::{READERS, Shared};
use crate::limits::Class;
use crate::notices;
use crate::problem::Problem;
use crate::sequencer::{Idle, Lane, Standing};

/// The media type of what [`Meters::scrape`] answers.
pub const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Seconds: from what memory answers to what somebody will not wait for.
const SECONDS: [f64; 12] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5, 10.0];
/// Entries of a batch.
const ENTRIES: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];

/// What requests are told apart by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Route {
    /// The route's pattern; `none` where there is none.
    pub route: String,
    /// The method's name, or `OTHER`.
    pub method: &'static str,
    /// `2xx`, `4xx` …
    pub status: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfClass {
    class: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfLane {
    lane: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfReason {
    reason: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfInvariant {
    invariant: &'static str,
}

type Durations = Family<Route, Histogram, fn() -> Histogram>;

/// What is counted as it happens. Everything else is looked at when it is asked for.
pub struct Meters {
    answered: Durations,
    refused: Family<OfClass, Counter>,
    overload: Family<OfLane, Counter>,
    batch: Histogram,
    commit: Histogram,
    invariants: Family<OfInvariant, Gauge>,
    checked: Gauge,
    looked_at: LookedAt,
    registry: Mutex<Registry>,
}

/// Gauges that are set when they are asked for.
#[derive(Default)]
struct LookedAt {
    ready: Gauge,
    leads: Gauge,
    follows: Gauge,
    lag: Gauge<f64, AtomicU64>,
    wait: Gauge<f64, AtomicU64>,
    idle: Family<OfReason, Gauge>,
    kept: Gauge,
    witnesses: Gauge,
    backup: Gauge,
    entries: Gauge,
    published: Gauge,
    witnessed: Gauge,
    waiting: Gauge,
    reading: Gauge,
    outbox: Gauge,
    outbox_age: Gauge,
    letters: Gauge,
    letters_age: Gauge,
    letters_dead: Gauge,
    limited: Gauge,
}

fn of_seconds() -> Histogram {
    Histogram::new(SECONDS)
}

impl Default for Meters {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("orebook");
        let answered = Durations::new_with_constructor(of_seconds);
        let (refused, invariants) = (Family::<OfClass, Counter>::default(), Family::<OfInvariant, Gauge>::default());
        let overload = Family::<OfLane, Counter>::default();
        let (batch, commit, checked) = (Histogram::new(ENTRIES), of_seconds(), Gauge::default());
        let on = LookedAt::default();
        let text = "Time until an answer began, by route, method and class of status";
        registry.register_with_unit("http_request_duration", text, Unit::Seconds, answered.clone());
        registry.register("rate_limit_refusals", "Requests refused with 429, by class", refused.clone());
        registry.register("overload_refusals", "Instructions refused since too much waits, by lane", overload.clone());
        registry.register("batch_entries", "Entries of one transaction", batch.clone());
        let text = "Time that the database took over one transaction";
        registry.register_with_unit("commit_duration", text, Unit::Seconds, commit.clone());
        registry.register("invariant_holds", "1 while the invariant holds, 0 when it does not", invariants.clone());
        registry.register(
            "invariants_checked_entries",
            "Entries of the log that the invariants were last checked at",
            checked.clone(),
        );
        for (name, text, gauge) in on.all() {
            registry.register(name, text, gauge.clone());
        }
        let text = "How far a follower is behind the leader, as far as it knows; 0 for a leader";
        registry.register_with_unit("follower_lag", text, Unit::Seconds, on.lag.clone());
        let text = "How long the last ones waited for their answers; 0 while nothing is under way";
        registry.register_with_unit("queue_wait", text, Unit::Seconds, on.wait.clone());
        let text = "1 for the reason why this server neither leads nor follows";
        registry.register("not_ready", text, on.idle.clone());
        for lane in Lane::ALL {
            drop(overload.get_or_create(&OfLane { lane: lane.word() }));
        }
        for class in Class::ALL {
            drop(refused.get_or_create(&OfClass { class: class.word() }));
        }
        Self {
            answered,
            refused,
            overload,
            batch,
            commit,
            invariants,
            checked,
            looked_at: on,
            registry: Mutex::new(registry),
        }
    }
}

impl LookedAt {
    fn all(&self) -> [(&'static str, &'static str, &Gauge); 17] {
        [
            ("ready", "1 while this server shows the register: it leads or follows", &self.ready),
            ("leads", "1 while this server leads and takes instructions", &self.leads),
            ("follows", "1 while this server follows another", &self.follows),
            ("log_entries", "Entries of the log", &self.entries),
            ("published_entries", "Entries of the newest signed checkpoint", &self.published),
            ("witnessed_entries", "Entries of the newest checkpoint that enough witnesses cosigned", &self.witnessed),
            ("guard_entries", "Entries of the checkpoint that the guard keeps", &self.kept),
            ("witnesses", "Witnesses that are asked to cosign", &self.witnesses),
            ("backup_age_seconds", "Age of the newest backup; of the register, while there is none", &self.backup),
            ("queue_length", "Instructions and forecasts that wait to be decided, 4,096 at the most", &self.waiting),
            (
                "reads_under_way",
                "Blocking reads under way, as many as there are connections at the most",
                &self.reading,
            ),
            ("outbox_letters", "Letters owed that nobody has taken up", &self.outbox),
            ("outbox_oldest_seconds", "Age of the oldest of them, 0 when there is none", &self.outbox_age),
            ("letters_waiting", "Letters that wait to be sent or to be tried again", &self.letters),
            ("letters_oldest_seconds", "Age of the oldest of them, 0 when there is none", &self.letters_age),
            ("letters_dead", "Letters that were given up, of the last 180 days", &self.letters_dead),
            ("rate_limit_clients", "Clients for which a quota is kept", &self.limited),
        ]
    }
}

impl Meters {
    /// A request was answered.
    pub fn answered(&self, route: &Route, time: Duration) {
        self.answered.get_or_create(route).observe(time.as_secs_f64());
    }

    /// A request was refused, since its client had used its quota up.
    pub fn refuse(&self, class: Class) {
        self.refused.get_or_create(&OfClass { class: class.word() }).inc();
    }

    /// An instruction was refused, since too much waits.
    pub fn overloaded(&self, lane: Lane) {
        self.overload.get_or_create(&OfLane { lane: lane.word() }).inc();
    }

    /// A batch was stored.
    pub fn committed(&self, entries: usize, time: Duration) {
        self.batch.observe(f64::from(u32::try_from(entries).unwrap_or(u32::MAX)));
        self.commit.observe(time.as_secs_f64());
    }

    /// An invariant was looked at.
    fn found(&self, invariant: &'static str, holds: bool) {
        self.invariants.get_or_create(&OfInvariant { invariant }).set(i64::from(holds));
    }

    /// All figures as they are now. Reads tables, so it may block.
    pub fn scrape(&self, shared: &Shared) -> Result<String, Problem> {
        let on = &self.looked_at;
        let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let (sequencer, standing) = (&shared.sequencer, shared.sequencer.standing());
        on.ready.set(i64::from(sequencer.shows().is_ok()));
        on.leads.set(i64::from(sequencer.leads().is_ok()));
        on.follows.set(i64::from(matches!(standing, Standing::Follows(_))));
        for word in Idle::WORDS {
            let is = matches!(&standing, Standing::Idle(idle) if idle.word == word);
            on.idle.get_or_create(&OfReason { reason: word }).set(i64::from(is));
        }
        on.kept.set(shared.guard.kept().map_or(0, whole));
        on.witnesses.set(whole(shared.witnesses as u64));
        on.backup.set(backup_age(shared));
        on.lag.set(sequencer.lag().unwrap_or_default().as_secs_f64());
        on.wait.set(sequencer.wait().as_secs_f64());
        on.entries.set(whole(shared.state(orebook_registry::Registry::size)));
        on.published.set(shared.sequencer.published().map_or(0, |published| whole(published.checkpoint.size)));
        on.witnessed.set(shared.cosigned.newest().map_or(0, |cosigned| whole(cosigned.checkpoint.size)));
        on.waiting.set(whole(shared.sequencer.waiting() as u64));
        on.reading.set(whole((READERS as usize - shared.gate.available_permits().min(READERS as usize)) as u64));
        on.limited.set(shared.limits.as_ref().map_or(0, |limits| whole(limits.clients() as u64)));
        let (letters, oldest) = shared.reader.read(|read| read.outbox_waiting())?;
        let now = shared.clock.now().ms();
        on.outbox.set(letters);
        on.outbox_age.set(oldest.map_or(0, |since| (now - since).max(0) / 1_000));
        let letters = notices::figures(shared)?;
        on.letters.set(letters.waiting);
        on.letters_age.set(letters.oldest_seconds);
        on.letters_dead.set(letters.dead);
        let mut text = String::new();
        encode(&mut text, &self.registry.lock()).map_err(Problem::internal)?;
        Ok(text)
    }
}

/// Seconds since the newest backup that was made of this data directory, or since the register was founded.
fn backup_age(shared: &Shared) -> i64 {
    let made = std::fs::read_to_string(&shared.last_backup).ok().and_then(|text| text.trim().parse::<Timestamp>().ok());
    let founded = || shared.state(|registry| registry.founding().map(|founding| founding.operator.made_at()));
    let age = match made {
        Some(made) => shared.wall.now().ms() - made.ms(),
        None => founded().map_or(0, |founded| shared.clock.now().ms() - founded.ms()),
    };
    age.max(0) / 1_000
}
