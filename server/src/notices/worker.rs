//! The thread that sends: it empties the outbox, looks at certificates once a day, and hands over what is due. It works
//! only while this server leads, so that two do not send the same; should they once, the Message-ID is the same.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use lettre::Message;
use orebook_registry::values::{Date, RetirementId, Timestamp};
use orebook_store::{LetterFate, LetterRow, Letters, Location, StoreError};
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::compose::{Attached, address_of, compose};
use super::expiring::queue_expiring;
use super::facts::Facts;
use super::kind::Kind;
use super::mover::move_outbox;
use super::post::{AT_ONCE, Fate, Post};
use super::schedule::pause_after;
use super::settings::Settings;
use super::unsubscribe::Decliner;
use crate::api::retirement_files::bundle_of;
use crate::app::{Data, Shared};

/// How often it looks when there was nothing to do.
const LOOK: Duration = Duration::from_millis(250);
/// Letters handed over between two looks at the outbox, whose fates are recorded in one transaction.
const ROUND: i64 = 64;
/// Letters are forgotten so long after they were made. Longer than the 90 days of a certificate's first letter: until
/// then their ids keep them from being sent again.
const KEPT_DAYS: i64 = 180;

/// The running thread. Dropping it stops it.
pub struct Mailing {
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Mailing {
    /// Starts it.
    pub fn start(shared: Arc<Shared>, location: &Location, settings: Settings) -> Result<Self, String> {
        let failed = |error: std::io::Error| error.to_string();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
        let post = {
            // The pool of connections is looked after by a task of this runtime.
            let _inside = runtime.enter();
            Post::of(&settings)?
        };
        let (stop, stopped) = watch::channel(false);
        let decliner = Decliner::of(&shared.keys.first_issuer);
        let letters = Letters::of(location);
        let worker = Worker { shared, letters, settings, post, decliner, stopped, looked_on: None };
        let run = move || runtime.block_on(worker.run());
        let thread = std::thread::Builder::new().name("mail".into()).spawn(run).map_err(failed)?;
        Ok(Self { stop, thread: Some(thread) })
    }
}

impl Drop for Mailing {
    fn drop(&mut self) {
        let _ = self.stop.send(true);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Worker {
    shared: Arc<Shared>,
    /// A connection of its own: what it writes in bulk keeps nobody else waiting.
    letters: Letters,
    settings: Settings,
    post: Post,
    decliner: Decliner,
    stopped: watch::Receiver<bool>,
    /// The day of the register on which certificates were looked at.
    looked_on: Option<Date>,
}

impl Worker {
    async fn run(mut self) {
        let mut failing = false;
        while !*self.stopped.borrow() {
            let leads = self.shared.sequencer.leads().is_ok();
            let busy = match if leads { self.round().await } else { Ok(false) } {
                Ok(busy) => {
                    failing = false;
                    busy
                }
                Err(error) => {
                    // Said once, not four times a second.
                    if !std::mem::replace(&mut failing, true) {
                        tracing::warn!(%error, "letters wait: the database failed");
                    }
                    false
                }
            };
            if !busy {
                let _ = tokio::time::timeout(LOOK, self.stopped.changed()).await;
            }
        }
    }

    /// One look; answers whether there may be more to do at once.
    async fn round(&mut self) -> Result<bool, StoreError> {
        let now = self.shared.wall.now();
        let moved = move_outbox(&self.shared, &self.letters, now)?;
        self.look_at_days(now)?;
        let due = self.shared.reader.read(|read| read.letters_due(now.ms(), ROUND))?;
        if due.is_empty() {
            return Ok(moved > 0);
        }
        let (fates, goes_on) = self.send(due, now).await;
        for fate in fates.iter().filter(|fate| fate.state != "sent") {
            // Neither the address nor what the mail server said, which may repeat it.
            tracing::warn!(letter = fate.id, state = fate.state, tries = fate.tries, "a letter was not sent");
        }
        self.letters.record_letters(&fates)?;
        Ok(goes_on)
    }

    fn look_at_days(&mut self, now: Timestamp) -> Result<(), StoreError> {
        let today = self.shared.state(|registry| registry.time().map(Timestamp::date));
        if today == self.looked_on {
            return Ok(());
        }
        queue_expiring(&self.shared, &self.letters, now)?;
        self.letters.forget_letters(now.plus_days(-KEPT_DAYS).ms())?;
        self.looked_on = today;
        Ok(())
    }

    /// Hands letters over, several at once; answers what became of each, and whether the mail server could be asked.
    async fn send(&self, due: Vec<LetterRow>, now: Timestamp) -> (Vec<LetterFate>, bool) {
        let mut fates = Vec::new();
        if let Err(reason) = self.post.is_open().await {
            fates.extend(due.iter().map(|row| fate(row, Fate::Later(reason.clone()), now)));
            return (fates, false);
        }
        let mut under_way: JoinSet<(LetterRow, Fate)> = JoinSet::new();
        for row in due {
            match self.written(&row, now).await {
                Err(fated) => fates.push(fate(&row, fated, now)),
                Ok(message) => {
                    let post = self.post.clone();
                    under_way.spawn(async move { (row, post.send(message).await) });
                }
            }
            if under_way.len() >= AT_ONCE {
                fates.extend(self.next_of(&mut under_way, now).await);
            }
        }
        while !under_way.is_empty() && !*self.stopped.borrow() {
            fates.extend(self.next_of(&mut under_way, now).await);
        }
        (fates, true)
    }

    /// The next that comes back; nothing when the server is being stopped, which waits for no mail server. What is cut
    /// off is sent again at the next start.
    async fn next_of(&self, under_way: &mut JoinSet<(LetterRow, Fate)>, now: Timestamp) -> Option<LetterFate> {
        let mut stopped = self.stopped.clone();
        tokio::select! {
            done = under_way.join_next() => {
                let (row, fated) = done?.ok()?;
                Some(fate(&row, fated, now))
            }
            _ = stopped.wait_for(|stopped| *stopped) => {
                under_way.abort_all();
                None
            }
        }
    }

    /// The letter as it is sent, or why it is not.
    async fn written(&self, row: &LetterRow, now: Timestamp) -> Result<Message, Fate> {
        if row.ends_at.is_some_and(|ends_at| ends_at <= now.ms()) {
            return Err(Fate::Never("it was of no use any more".to_owned()));
        }
        let attached = self.attached(row).await?;
        let kind = Kind::of(&row.kind).filter(|kind| kind.is_declinable());
        let decline = kind.and_then(|kind| Some(self.decliner.path(row.person.as_deref()?, kind)));
        let site = &self.shared.people.site;
        let decline = decline.map(|path| address_of(site, &path));
        compose(row, &self.settings, site, decline, attached).map_err(|error| Fate::Never(error.to_string()))
    }

    async fn attached(&self, row: &LetterRow) -> Result<Option<Attached>, Fate> {
        let facts = Facts::of_json(&row.facts).map_err(Fate::Never)?;
        let Some(id) = facts.attached else { return Ok(None) };
        let id: RetirementId = id.parse().map_err(|_| Fate::Never("no such retirement".to_owned()))?;
        let bundle = bundle_of(&Data::from(self.shared.clone()), id).await;
        // Its key may be on another server; or the database does not answer.
        let bundle = bundle.map_err(|problem| Fate::Later(problem.to_string()))?;
        Ok(Some(Attached { name: format!("{id}.bundle.json"), bytes: bundle.to_bytes() }))
    }
}

/// What is recorded of a letter that was tried.
fn fate(row: &LetterRow, fated: Fate, now: Timestamp) -> LetterFate {
    let tries = row.tries.saturating_add(1);
    let base =
        LetterFate { id: row.id.clone(), facts: row.facts.clone(), due_at: now.ms(), tries, ..Default::default() };
    let dead = |failure: String| {
        // A link that logs in is not kept once nobody will send it.
        let facts = if row.ends_at.is_some() { "{}".to_owned() } else { row.facts.clone() };
        LetterFate { facts, state: "dead".to_owned(), failure: Some(failure), ..base.clone() }
    };
    match fated {
        Fate::Sent => {
            let (facts, state, sent_at) = ("{}".to_owned(), "sent".to_owned(), Some(now.ms()));
            LetterFate { facts, state, sent_at, ..base }
        }
        Fate::Never(failure) => dead(failure),
        Fate::Later(failure) => match pause_after(u32::try_from(tries).unwrap_or(u32::MAX), seed(row)) {
            Some(pause) => {
                let due_at = now.ms().saturating_add(i64::try_from(pause.as_millis()).unwrap_or(i64::MAX));
                LetterFate { due_at, state: "waiting".to_owned(), failure: Some(failure), ..base }
            }
            None => dead(failure),
        },
    }
}

/// Another one for each letter and try.
fn seed(row: &LetterRow) -> u64 {
    let digest = orebook_document::sha256(format!("{} {}", row.id, row.tries).as_bytes());
    digest[..8].iter().fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}
