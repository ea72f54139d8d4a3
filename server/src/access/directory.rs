//! Sessions and whose they are, in memory: a request with a cookie is recognised without asking the database.
//!
//! ```text
//! start ──▶ all sessions           every request older than FRESH after the last look ──▶ all sessions anew
//! what this server writes ──▶ changed here at once
//! what another server writes ──▶ seen within FRESH, and for sure within STALE: after that a request waits for the look
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use orebook_registry::values::Timestamp;
use orebook_store::{PersonRow, Reader, SessionRow, StoreError};
use parking_lot::{Mutex, RwLock};

use super::secret::Hash;
use crate::app::Shared;
use crate::problem::Problem;

/// What was looked at within this time is taken as it is.
const FRESH: Duration = Duration::from_secs(2);
/// Nobody is recognised by what was looked at longer ago.
const STALE: Duration = Duration::from_secs(4);

/// Unknown cookies that the database is asked about in a second; the others are of visitors until the next look.
const ASKED_A_SECOND: u32 = 20;

/// A session and whose it is.
#[derive(Debug, Clone)]
pub struct Known {
    /// The session.
    pub session: SessionRow,
    /// The person.
    pub person: Arc<PersonRow>,
}

/// All sessions, by the hash of their cookies.
#[derive(Default)]
pub struct Directory {
    kept: RwLock<Kept>,
    looking: Arc<tokio::sync::Mutex<()>>,
    /// How often the database was asked for one session, in the second that began then.
    asked: Mutex<(Option<Instant>, u32)>,
}

#[derive(Default)]
struct Kept {
    sessions: BTreeMap<Hash, Known>,
    looked_at: Option<Instant>,
    /// What this server changed since the look that is under way began.
    changes: Option<Vec<Change>>,
}

enum Change {
    Began(Known),
    Ended(Hash),
    EndedAllOf(String),
    Changed(Arc<PersonRow>),
}

impl Directory {
    /// Takes up what is there, at the start.
    pub fn load(&self, reader: &Reader, now: Timestamp) -> Result<(), StoreError> {
        let began = Instant::now();
        self.kept.write().changes = Some(Vec::new());
        let rows = reader.read(|read| read.sessions_until_after(now.ms()));
        let mut kept = self.kept.write();
        let changes = kept.changes.take().unwrap_or_default();
        kept.sessions = rows?.into_iter().filter_map(entry).collect();
        // The look may have come before or after each of them; to do them again changes nothing.
        changes.iter().for_each(|change| kept.apply(change));
        kept.looked_at = Some(began);
        Ok(())
    }

    /// The session of a cookie: from memory, or from the database where another server may have begun it a moment ago.
    /// Whoever makes cookies up causes few reads.
    pub async fn find(&self, shared: &Arc<Shared>, hash: Hash) -> Result<Option<Known>, Problem> {
        self.look(shared).await?;
        if let Some(known) = self.kept.read().sessions.get(&hash) {
            return Ok(Some(known.clone()));
        }
        if !self.may_ask() {
            return Ok(None);
        }
        // It is not kept here: by now it may have been ended again. The next look takes it up.
        let row = shared.tables(move |read| Ok(read.session(&hash)?)).await?;
        Ok(row.and_then(entry).map(|(_, known)| known))
    }

    fn may_ask(&self) -> bool {
        let (since, asked) = &mut *self.asked.lock();
        if since.is_none_or(|since| since.elapsed() >= Duration::from_secs(1)) {
            (*since, *asked) = (Some(Instant::now()), 0);
        }
        *asked += 1;
        *asked <= ASKED_A_SECOND
    }

    /// Looks anew, if the last look is too old. One does; the others wait only when what they have is stale.
    async fn look(&self, shared: &Arc<Shared>) -> Result<(), Problem> {
        let age = |directory: &Self| directory.kept.read().looked_at.map_or(Duration::MAX, |at| at.elapsed());
        let turn = match age(self) {
            age if age < FRESH => return Ok(()),
            age if age < STALE => self.looking.clone().try_lock_owned().ok(),
            _ => Some(self.looking.clone().lock_owned().await),
        };
        let Some(turn) = turn.filter(|_| age(self) >= FRESH) else { return Ok(()) };
        // The turn lasts as long as the look, also when whoever asked has gone.
        let look = move |shared: &Shared| {
            let _turn = turn;
            Ok(shared.people.directory.load(&shared.reader, shared.wall.now())?)
        };
        shared.blocking(look).await
    }

    /// Takes up a session that this server began.
    pub fn began(&self, session: SessionRow, person: &PersonRow) {
        self.change(Change::Began(Known { session, person: Arc::new(person.clone()) }));
    }

    /// Forgets a session that this server ended.
    pub fn ended(&self, hash: Hash) {
        self.change(Change::Ended(hash));
    }

    /// Forgets all sessions of a person.
    pub fn ended_all_of(&self, person: &str) {
        self.change(Change::EndedAllOf(person.to_owned()));
    }

    /// Takes up another form of a person.
    pub fn changed(&self, person: &PersonRow) {
        self.change(Change::Changed(Arc::new(person.clone())));
    }

    /// Notes that a session was used.
    pub fn used(&self, hash: Hash, at: Timestamp) {
        if let Some(known) = self.kept.write().sessions.get_mut(&hash) {
            known.session.used_at = known.session.used_at.max(at.ms());
        }
    }

    fn change(&self, change: Change) {
        let kept = &mut *self.kept.write();
        kept.apply(&change);
        if let Some(changes) = &mut kept.changes {
            changes.push(change);
        }
    }
}

impl Kept {
    fn apply(&mut self, change: &Change) {
        match change {
            Change::Began(known) => {
                if let Some(hash) = hash(&known.session) {
                    self.sessions.insert(hash, known.clone());
                }
            }
            Change::Ended(hash) => drop(self.sessions.remove(hash)),
            Change::EndedAllOf(person) => self.sessions.retain(|_, known| known.person.id != *person),
            Change::Changed(person) => {
                let theirs = self.sessions.values_mut().filter(|known| known.person.id == person.id);
                theirs.for_each(|known| known.person = person.clone());
            }
        }
    }
}

fn hash(session: &SessionRow) -> Option<Hash> {
    session.hash.as_slice().try_into().ok()
}

fn entry((session, person): (SessionRow, PersonRow)) -> Option<(Hash, Known)> {
    Some((hash(&session)?, Known { session, person: Arc::new(person) }))
}
