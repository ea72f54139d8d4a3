//! A round: one webhook is told what it has not been told yet, entry by entry, until an attempt fails or a page is done.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use orebook_store::{Letters, Progress, Reader, StoreError, WebhookAttemptRow, WebhookRow};
use parking_lot::Mutex;

use super::message::{EventView, Wanted, told};
use super::post::{Message, Outcome};
use super::schedule::{ATTEMPTS, next_attempt};
use super::{Hooks, Tell};

/// Entries that a round looks at.
const PAGE: i64 = 100;
/// After so long a round ends, and others have their turn: a receiver that takes its time takes only its own.
const TURN: Duration = Duration::from_secs(10);
/// Progress is recorded this often at most, so that many deliveries share a commit. A server that is killed in between
/// delivers again what it had not recorded.
const RECORD_EVERY: Duration = Duration::from_millis(250);

/// How often it is tried to record progress.
const RECORD_TRIES: u32 = 4;

/// What rounds share.
pub struct Office {
    /// Posts, and tells the time.
    pub hooks: Arc<Hooks>,
    /// Reads what is to be told.
    pub reader: Reader,
    /// Records what was told.
    pub letters: Letters,
    /// The log's origin.
    pub origin: String,
    /// Tells whose webhook was disabled, if anybody is told.
    tell: Option<Tell>,
    closed: AtomicBool,
    /// Entries that a webhook did not want, up to where: written down only with the next delivery.
    passed: Mutex<BTreeMap<String, Passed>>,
}

/// That nothing after one entry, up to another, was wanted.
#[derive(Debug, Clone, Copy)]
struct Passed {
    version: i64,
    after: i64,
    until: i64,
}

/// What is to be done in a round.
struct Work {
    webhook: WebhookRow,
    items: Vec<Item>,
    /// The page was full: more may follow.
    more: bool,
}

/// An entry, and what is told of it, if it is wanted.
struct Item {
    sequence: i64,
    message: Option<Message>,
}

/// Tells a webhook what it has not been told; answers whether more may be waiting.
pub(super) async fn round(office: &Arc<Office>, id: &str) -> Result<bool, StoreError> {
    let (at, asked) = (office.clone(), id.to_owned());
    let Some(work) = blocking(move || at.work(&asked)).await? else { return Ok(false) };
    let webhook = work.webhook;
    let (mut progress, mut since, start) = (begun(&webhook), Instant::now(), Instant::now());
    for item in work.items {
        let Some(message) = item.message else {
            progress.delivered = item.sequence;
            continue;
        };
        if office.closed.load(Ordering::Relaxed) {
            break;
        }
        let now = (office.hooks.now)();
        let outcome = office.hooks.post.deliver(&webhook, &message, now).await;
        let failed = outcome.failure.is_some();
        take(&mut progress, &message, item.sequence, outcome, (office.hooks.now)());
        if failed {
            return record(office, &webhook, &progress).await.map(|_| false);
        }
        if start.elapsed() >= TURN {
            return record(office, &webhook, &progress).await.map(|_| true);
        }
        if since.elapsed() >= RECORD_EVERY {
            if !record(office, &webhook, &progress).await? {
                return Ok(true);
            }
            progress = Progress { from: progress.delivered, attempts: Vec::new(), ..progress };
            since = Instant::now();
        }
    }
    if progress.attempts.is_empty() && !work.more {
        office.pass(&webhook, progress.delivered);
        return Ok(false);
    }
    let recorded = record(office, &webhook, &progress).await?;
    Ok(work.more || !recorded)
}

fn begun(webhook: &WebhookRow) -> Progress {
    let (id, version, from) = (webhook.id.clone(), webhook.version, webhook.delivered);
    Progress { webhook: id, version, from, delivered: from, tries: webhook.tries, ..Progress::default() }
}

/// What an attempt changes.
fn take(progress: &mut Progress, message: &Message, sequence: i64, outcome: Outcome, now: i64) {
    if let Some(failure) = &outcome.failure {
        progress.tries += 1;
        let next = next_attempt(progress.tries, now, seed(&progress.webhook, sequence));
        progress.retry_at = next.map(|at| at.max(now + outcome.wait.unwrap_or(0)));
        progress.disabled = match (outcome.is_gone(), next) {
            (true, _) => Some("it answered 410: it wants nothing more".to_owned()),
            (false, None) => Some(format!("{ATTEMPTS} attempts failed, the last one so: {failure}")),
            (false, Some(_)) => None,
        };
        progress.retry_at = progress.retry_at.filter(|_| progress.disabled.is_none());
    } else {
        (progress.delivered, progress.tries, progress.retry_at) = (sequence, 0, None);
    }
    progress.attempts.push(attempt(&progress.webhook, message, outcome, now));
}

/// An attempt as it is kept.
pub fn attempt(webhook: &str, message: &Message, outcome: Outcome, now: i64) -> WebhookAttemptRow {
    WebhookAttemptRow {
        webhook: webhook.to_owned(),
        id: uuid::Uuid::now_v7().to_string(),
        time: now,
        message: message.id.clone(),
        kind: message.kind.clone(),
        status: outcome.status.map(i64::from),
        duration: outcome.duration,
        failure: outcome.failure,
    }
}

/// The same for the same message, so that the moment of its next attempt can be worked out again.
fn seed(webhook: &str, sequence: i64) -> u64 {
    let hash = orebook_document::sha256(format!("{webhook} {sequence}").as_bytes());
    hash.iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}

/// Records how far a webhook came; answers false when its owner changed or moved it meanwhile. What cannot be recorded
/// is delivered again, so it is tried a few times.
async fn record(office: &Arc<Office>, webhook: &WebhookRow, progress: &Progress) -> Result<bool, StoreError> {
    let mut left = RECORD_TRIES;
    loop {
        let (at, row, kept) = (office.clone(), webhook.clone(), progress.clone());
        let error = match blocking(move || at.record(&row, &kept)).await {
            Err(error) if left > 1 => error,
            recorded => return recorded,
        };
        tracing::warn!(%error, webhook = webhook.id, "progress is recorded once more");
        left -= 1;
        tokio::time::sleep(RECORD_EVERY).await;
    }
}

impl Office {
    /// Of a log, by its origin.
    pub fn new(hooks: Arc<Hooks>, reader: Reader, letters: Letters, origin: &str) -> Self {
        let (closed, passed) = (AtomicBool::new(false), Mutex::default());
        Self { hooks, reader, letters, origin: origin.to_owned(), tell: None, closed, passed }
    }

    /// The same, and whose webhook is disabled is told so.
    pub fn telling(self, tell: Tell) -> Self {
        Self { tell: Some(tell), ..self }
    }

    /// Begins no further delivery.
    pub(super) fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    fn record(&self, webhook: &WebhookRow, progress: &Progress) -> Result<bool, StoreError> {
        let recorded = self.letters.record_progress(progress)?;
        if let Some(reason) = progress.disabled.as_ref().filter(|_| recorded) {
            let (organisation, id) = (&webhook.organisation, &webhook.id);
            tracing::warn!(organisation, webhook = id, reason, "a webhook was disabled");
            if let Some(tell) = &self.tell {
                tell(webhook, reason);
            }
        }
        Ok(recorded)
    }

    /// The webhook, and the page of entries that it is told next.
    fn work(&self, id: &str) -> Result<Option<Work>, StoreError> {
        self.reader.read(|read| {
            let Some(webhook) = read.webhook(id)?.filter(|webhook| webhook.state == "active") else { return Ok(None) };
            let rows = read.involving(&webhook.organisation, self.after(&webhook), PAGE)?;
            let (wanted, more) = (Wanted::of_words(&webhook.types), rows.len() as i64 == PAGE);
            let mut items = Vec::with_capacity(rows.len());
            for row in rows {
                let message = told(read, &self.origin, &wanted, &row)?.map(|event| message_of(&event));
                items.push(Item { sequence: row.1.sequence, message });
            }
            Ok(Some(Work { webhook, items, more }))
        })
    }

    /// The entry after which a webhook's next page begins.
    fn after(&self, webhook: &WebhookRow) -> i64 {
        let passed = self.passed.lock().get(&webhook.id).copied();
        let passed = passed.filter(|passed| passed.version == webhook.version && passed.after == webhook.delivered);
        passed.map_or(webhook.delivered, |passed| passed.until)
    }

    fn pass(&self, webhook: &WebhookRow, until: i64) {
        let (version, after) = (webhook.version, webhook.delivered);
        if until > self.after(webhook) {
            self.passed.lock().insert(webhook.id.clone(), Passed { version, after, until });
        }
    }
}

/// An event as it is sent.
pub fn message_of(event: &EventView) -> Message {
    let body = serde_json::to_vec(event).unwrap_or_default();
    Message { id: event.id.clone(), kind: event.kind.clone(), body }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(StoreError::Pool(error.to_string())))
}
