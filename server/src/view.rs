//! A view of the register: as it is now, or as it was after an earlier entry. Handlers read through it and do not
//! know which of the two they were given; what may be told to whom is the same for both.

use std::cell::Cell;
use std::collections::VecDeque;
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::body::MessageBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ContentType, ETAG, LINK, VARY};
use orebook_registry::Registry;
use orebook_registry::values::{OrganisationId, Timestamp};
use parking_lot::Mutex;
use serde::Serialize;
use serde_json::json;
use tokio::sync::Semaphore;

use crate::access::rules::Sight;
use crate::app::{Data, Shared};
use crate::problem::Problem;
use crate::rendered::Body;

/// The header that tells the last entry whose consequences an answer shows.
pub const SEQUENCE: &str = "orebook-sequence";
/// The header of a request that tells which entry the answer must show at the least: a follower waits for it.
pub const MIN_SEQUENCE: &str = "orebook-min-sequence";

/// Past registers that are kept: each is as large as the register was.
const KEPT: usize = 4;
/// Requests that may wait for a past register; one at a time makes one.
const WAITING: usize = 8;
/// Entries read in one statement.
const ROWS: u64 = 1_000;

/// The past registers made last, and the right to make another.
pub struct Pasts {
    /// Least recently asked first.
    kept: Mutex<VecDeque<Arc<Registry>>>,
    turn: Semaphore,
    waiting: Semaphore,
}

impl Default for Pasts {
    fn default() -> Self {
        Self { kept: Mutex::new(VecDeque::new()), turn: Semaphore::new(1), waiting: Semaphore::new(WAITING) }
    }
}

impl Pasts {
    /// The register after an entry. The caller knows that the entry is written.
    async fn after(&self, shared: &Arc<Shared>, sequence: u64) -> Result<Arc<Registry>, Problem> {
        if let Some(kept) = self.kept_after(sequence) {
            return Ok(kept);
        }
        let _place = self.waiting.try_acquire().map_err(|_| Problem::busy("too many ask for earlier states"))?;
        let _turn = self.turn.acquire().await.map_err(Problem::internal)?;
        // Whoever had the turn before may have made the very same.
        if let Some(kept) = self.kept_after(sequence) {
            return Ok(kept);
        }
        let start = self.nearest_before(sequence);
        let made = shared.blocking(move |shared| rebuild(shared, start, sequence).map(Arc::new)).await?;
        self.keep(made.clone());
        Ok(made)
    }

    fn kept_after(&self, sequence: u64) -> Option<Arc<Registry>> {
        let mut kept = self.kept.lock();
        let at = kept.iter().position(|registry| registry.size() == sequence + 1)?;
        let found = kept.remove(at)?;
        kept.push_back(found.clone());
        Some(found)
    }

    fn nearest_before(&self, sequence: u64) -> Option<Arc<Registry>> {
        let kept = self.kept.lock();
        kept.iter().filter(|registry| registry.size() <= sequence).max_by_key(|registry| registry.size()).cloned()
    }

    fn keep(&self, registry: Arc<Registry>) {
        let mut kept = self.kept.lock();
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back(registry);
    }
}

/// Follows the journal up to an entry, from the beginning or from a register that stands before it.
pub(crate) fn rebuild(shared: &Shared, start: Option<Arc<Registry>>, sequence: u64) -> Result<Registry, Problem> {
    let until = shared.state(Registry::time).unwrap_or(Timestamp::from_ms(0));
    let mut registry = start.map_or_else(Registry::new, |start| (*start).clone());
    while registry.size() <= sequence {
        let range = registry.size()..(sequence + 1).min(registry.size() + ROWS);
        let (first, end) = (signed(range.start), signed(range.end));
        // A page at a time: the connection goes back to the pool in between.
        let rows = shared.reader.read(|read| read.entries(first..end))?;
        if rows.is_empty() {
            return Err(Problem::internal("the journal ends before an entry that was written"));
        }
        for row in rows {
            registry.follow(&row.entry, until).map_err(Problem::internal)?;
        }
    }
    Ok(registry)
}

fn signed(sequence: u64) -> i64 {
    i64::try_from(sequence).unwrap_or(i64::MAX)
}

/// What one request sees of the register.
#[derive(Clone)]
pub struct View {
    shared: Arc<Shared>,
    past: Option<Arc<Registry>>,
    /// Of the present: the last entry when it was first looked at.
    seen: Cell<Option<u64>>,
    /// What of it is private and yet told; of a page for everybody, nothing.
    sight: Option<Sight>,
    /// The tags that the client has an answer for.
    known: Option<String>,
}

impl View {
    /// The present, or the state after entry `at`.
    pub async fn of(
        shared: &Data,
        at: Option<u64>,
        sight: Option<Sight>,
        known: Option<String>,
    ) -> Result<Self, Problem> {
        let shared = shared.clone().into_inner();
        let past = match at {
            None => None,
            Some(asked) => {
                let size = shared.state(Registry::size);
                if asked >= size {
                    return Err(not_written(asked, size));
                }
                Some(shared.pasts.after(&shared, asked).await?)
            }
        };
        Ok(Self { shared, past, seen: Cell::new(None), sight, known })
    }

    /// Reads the state. The closure copies out what it needs and must not block.
    pub fn read<T>(&self, look: impl FnOnce(&Registry) -> T) -> T {
        match &self.past {
            Some(past) => look(past),
            None => self.shared.state(|registry| {
                if self.seen.get().is_none() {
                    self.seen.set(registry.size().checked_sub(1));
                }
                look(registry)
            }),
        }
    }

    /// The last entry whose consequences it shows.
    pub fn sequence(&self) -> u64 {
        match &self.past {
            Some(past) => past.size().saturating_sub(1),
            None => self.seen.get().unwrap_or_else(|| self.shared.state(Registry::size).saturating_sub(1)),
        }
    }

    /// The last entry that a row of a table may have been written by, when the past is asked for.
    pub fn until(&self) -> Option<i64> {
        self.past.as_ref().map(|past| signed(past.size().saturating_sub(1)))
    }

    /// What handlers share.
    pub fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    /// Whether what is private of these parties may be told.
    pub fn sees(&self, parties: impl IntoIterator<Item = OrganisationId>) -> bool {
        self.sight.as_ref().is_some_and(|sight| sight.sees(parties))
    }

    /// Whether what is private of everybody may be told.
    pub fn sees_all(&self) -> bool {
        self.sight.as_ref().is_some_and(Sight::sees_all)
    }

    /// Whether it is for somebody in particular.
    fn is_for_a_member(&self) -> bool {
        self.sight.as_ref().is_some_and(|sight| !sight.is_public())
    }

    /// The answer as JSON, or `304` when the client has it.
    pub fn json(&self, body: &impl Serialize) -> HttpResponse {
        let mut response = self.headed(if self.is_known() { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
        if self.is_known() { response.finish() } else { response.json(body) }
    }

    /// What is told of the state under a name, as bytes. Of the present it is made once for all who ask between two
    /// commits; nothing in it may depend on who asks.
    pub fn rendered<T: Serialize>(
        &self,
        name: String,
        make: impl FnOnce(&Registry) -> Option<T>,
    ) -> Result<Option<Body>, Problem> {
        enum Found<T> {
            Kept(Body),
            Made(u64, Option<T>),
        }
        let rendered = &self.shared.rendered;
        let found = self.read(|registry| match rendered.find(&name, registry.size()).filter(|_| self.past.is_none()) {
            Some(body) => Found::Kept(body),
            None => Found::Made(registry.size(), make(registry)),
        });
        let (size, made) = match found {
            Found::Kept(body) => return Ok(Some(body)),
            Found::Made(size, made) => (size, made),
        };
        let Some(made) = made else { return Ok(None) };
        let body = Body { json: serde_json::to_vec(&made).map_err(Problem::internal)?.into(), link: None };
        if self.past.is_none() {
            rendered.keep(name, size, body.clone());
        }
        Ok(Some(body))
    }

    /// The answer of this name that was given since the last commit, if there was one.
    pub fn kept(&self, name: &str) -> Option<HttpResponse> {
        let size = self.read(Registry::size);
        self.shared.rendered.find(name, size).map(|body| self.body(&body))
    }

    /// Keeps an answer of the present under a name, for all who ask before the next commit.
    pub fn keep(&self, name: String, response: HttpResponse) -> HttpResponse {
        if response.status() != StatusCode::OK {
            return response;
        }
        let link = response.headers().get(LINK).cloned();
        let (head, body) = response.into_parts();
        match body.try_into_bytes() {
            Ok(json) => {
                // It shows the state as it was first looked at, or a later one: never an earlier.
                self.shared.rendered.keep(name, self.sequence() + 1, Body { json: json.clone(), link });
                head.set_body(json).map_into_boxed_body()
            }
            Err(body) => head.set_body(body),
        }
    }

    /// The answer of these bytes, or `304` when the client has it.
    pub fn body(&self, body: &Body) -> HttpResponse {
        let mut response = self.headed(if self.is_known() { StatusCode::NOT_MODIFIED } else { StatusCode::OK });
        if let Some(link) = &body.link {
            response.insert_header((LINK, link.clone()));
        }
        if self.is_known() {
            return response.finish();
        }
        response.insert_header(ContentType::json()).body(body.json.clone())
    }

    /// An answer with the headers that every view has.
    pub fn headed(&self, status: StatusCode) -> actix_web::HttpResponseBuilder {
        let mut response = HttpResponse::build(status);
        response
            .insert_header((SEQUENCE, self.sequence().to_string()))
            .insert_header((ETAG, self.tag()))
            .insert_header((VARY, "accept, authorization, cookie"))
            .insert_header((CACHE_CONTROL, if self.is_for_a_member() { "private, no-cache" } else { "no-cache" }));
        response
    }

    /// Weak: the same state may be written in another encoding.
    fn tag(&self) -> String {
        let asker = self.sight.as_ref().map_or_else(|| "a".to_owned(), Sight::asker);
        format!("W/\"{}-{}{asker}\"", env!("CARGO_PKG_VERSION"), self.sequence())
    }

    fn is_known(&self) -> bool {
        let tag = self.tag();
        let bare = tag.trim_start_matches("W/");
        self.known.as_deref().is_some_and(|known| {
            known.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == bare)
        })
    }
}

/// An entry is asked for that the log does not have yet.
pub(crate) fn not_written(asked: u64, size: u64) -> Problem {
    let detail = format!("entry {asked} is not written yet: the log has {size} entries, counted from 0");
    Problem::new(StatusCode::NOT_FOUND, "entry_must_be_written", detail).with(json!({ "asked": asked, "size": size }))
}
