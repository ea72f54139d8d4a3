//! The other side of S1, S2: the same work, one transaction a request.
//!
//! The same HTTP framework reads the same canonical document, checks the same signature, decides and applies on the
//! same state behind a mutex, stores the same rows under the same fence and answers with the same receipt. It does
//! so on a blocking thread with a connection out of a pool.
//!
//! Every transaction moves the head's row, so commits stand in line. On PostgreSQL a request waits for its
//! predecessor's commit only at that row: it has been decided by then, and its successor is decided while it commits.
//! SQLite has one writer at a time and answers a second one with waiting by the clock, so there the pool is one
//! connection, handed on by a queue: measured by its own rules, a pool of eight would be slower.

use std::sync::Arc;
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::Compress;
use actix_web::{App, HttpResponse, HttpServer, error, post, web};
use crossbeam_channel::{Receiver, Sender};
use orebook_document::Opened;
use orebook_registry::instruction::{Instruction, LENGTH_MAX};
use orebook_registry::values::Timestamp;
use orebook_registry::{NewEntry, Outcome as Fate, Registry};
use orebook_server::api::instructions::ReceiptBody;
use orebook_server::sequencer::{Tiles, push_rows};
use orebook_store::{Appender, Batch, Location, Writer};
use orebook_tests::scenario::ORIGIN;
use orebook_tlog::{BatchTree, Checkpoint, Edge, Hash, NoteSigner, TlogProof, leaf_hash};
use parking_lot::Mutex;
use serde_json::value::RawValue;
use tokio::sync::Semaphore;

use crate::http::{self, Requests, Seen};
use crate::place::Database;
use crate::stage::{Seeded, Stage, tip};
use crate::{Outcome, ours, words};

/// Connections of the pool, and requests on their way to the database.
const POOL: usize = 8;

/// What the handlers share.
struct Shared {
    deciding: Mutex<Deciding>,
    pool: (Sender<Appender>, Receiver<Appender>),
    /// Waiting happens before the blocking threads, not in them.
    gate: Semaphore,
    log_key: NoteSigner,
    now: Timestamp,
}

struct Deciding {
    registry: Registry,
    edge: Edge,
    tiles: Tiles,
}

/// Starts it on a fresh database that holds the stage, sends it the load, stops and checks it.
///
/// # Errors
/// Anything is not in order: an answer, the number of entries, a table, an invariant.
pub fn run(
    stage: &Stage,
    database: &Database<'_>,
    requests: &Requests,
    connections: usize,
    window: Duration,
) -> Outcome<Seen> {
    let Seeded { writer, registry, edge, tiles } = stage.seed(database.location())?;
    let shared = Shared {
        deciding: Mutex::new(Deciding { registry, edge, tiles }),
        pool: pool(&writer, database.location())?,
        gate: Semaphore::new(POOL),
        log_key: stage.log_key()?,
        now: stage.now(),
    };
    let shared = web::Data::new(shared);
    let app = move |config: &mut web::ServiceConfig| {
        config.app_data(shared.clone()).service(submit_instruction);
    };
    let (address, served) = serve(app)?;
    let seen = http::load(address, requests, connections, window)?;
    served.stop();
    drop(writer);
    ours::check(stage, database.location(), seen.accepted)?;
    Ok(seen)
}

fn pool(writer: &Writer, location: &Location) -> Outcome<(Sender<Appender>, Receiver<Appender>)> {
    let connections = match location {
        Location::Postgres(_) => POOL,
        Location::Sqlite(_) => 1,
    };
    let pool = crossbeam_channel::bounded(connections);
    for _ in 0..connections {
        pool.0.send(Appender::beside(writer, location).map_err(words)?).map_err(words)?;
    }
    Ok(pool)
}

#[post("/v1/instructions")]
async fn submit_instruction(shared: web::Data<Shared>, body: web::Bytes) -> actix_web::Result<HttpResponse> {
    let unverified = orebook_document::read::<Instruction>(&body, LENGTH_MAX).map_err(error::ErrorBadRequest)?;
    let opened = unverified.verify().map_err(error::ErrorUnauthorized)?;
    let store = shared.clone();
    let _permit = shared.gate.acquire().await.map_err(error::ErrorInternalServerError)?;
    let stored = web::block(move || store.store(&opened)).await?;
    Ok(HttpResponse::Created().json(stored.map_err(error::ErrorInternalServerError)?))
}

/// What a transaction stored, for the receipt.
struct Stored {
    entries: Vec<NewEntry>,
    edge_before: Edge,
    leaves: Vec<Hash>,
}

impl Shared {
    fn store(&self, opened: &Opened<Instruction>) -> Outcome<ReceiptBody> {
        let mut deciding = self.deciding.lock();
        let (stored, rows) = deciding.decide(self.now, opened)?;
        let mut connection = self.pool.1.recv().map_err(words)?;
        // The head's row is ours before the next one may decide: so the order of commits is that of decisions.
        connection.begin(&rows).map_err(words)?;
        drop(deciding);
        connection.finish(&rows).map_err(words)?;
        self.pool.0.send(connection).map_err(words)?;
        self.receipt(stored)
    }

    fn receipt(&self, stored: Stored) -> Outcome<ReceiptBody> {
        let Stored { entries, edge_before, leaves } = stored;
        let tree = BatchTree::new(edge_before, leaves);
        let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size: tree.size(), root: tree.root() };
        let checkpoint = checkpoint.sign(&self.log_key).map_err(words)?;
        let last = entries.last().ok_or("nothing was stored")?.sequence;
        let entry = entries.into_iter().next().ok_or("nothing was stored")?;
        let hashes = tree.inclusion(entry.sequence).ok_or("an entry is in its batch")?;
        let proof = TlogProof { index: entry.sequence, hashes, checkpoint };
        Ok(ReceiptBody {
            sequence: entry.sequence.to_string(),
            last: last.to_string(),
            entry: RawValue::from_string(String::from_utf8(entry.bytes).map_err(words)?).map_err(words)?,
            proof: proof.to_string(),
        })
    }
}

impl Deciding {
    fn decide(&mut self, now: Timestamp, opened: &Opened<Instruction>) -> Outcome<(Stored, Batch)> {
        let edge_before = self.edge.clone();
        let mut rows = Batch { before: i64::try_from(edge_before.size()).unwrap_or(i64::MAX), ..Batch::default() };
        let mut entries = self.registry.advance(now).map_err(words)?;
        let clock = entries.len();
        match self.registry.submit(now, opened).map_err(words)? {
            Fate::Accepted(accepted) => entries.extend(accepted),
            other => return Err(format!("{other:?}")),
        }
        let mut leaves = Vec::with_capacity(entries.len());
        for entry in &entries {
            let leaf = leaf_hash(&entry.bytes);
            self.edge.push(leaf);
            push_rows(&mut rows, &self.registry, entry, leaf, self.tiles.push(leaf));
            leaves.push(leaf);
        }
        rows.after = tip(&self.registry, &self.edge);
        entries.drain(..clock);
        Ok((Stored { entries, edge_before, leaves }, rows))
    }
}

/// A server that stops when told.
pub struct Served {
    handle: ServerHandle,
    thread: JoinHandle<std::io::Result<()>>,
}

impl Served {
    /// Stops it when every answer was given.
    pub fn stop(self) {
        drop(self.handle.stop(true));
        let _ = self.thread.join();
    }
}

/// Serves an application with the settings of the real server, on a thread of its own.
///
/// # Errors
/// No port is free.
pub fn serve(
    app: impl Fn(&mut web::ServiceConfig) + Clone + Send + 'static,
) -> Outcome<(std::net::SocketAddr, Served)> {
    let (sender, receiver) = mpsc::channel();
    let app = Arc::new(Mutex::new(app));
    let run = move || {
        actix_web::rt::System::new().block_on(async move {
            let factory = move || {
                let app = app.lock().clone();
                App::new().app_data(web::PayloadConfig::new(64 * 1024)).wrap(Compress::default()).configure(app)
            };
            let server = HttpServer::new(factory).workers(ours::workers()).backlog(1024).disable_signals();
            let server = server.shutdown_timeout(10).bind(ours::anywhere())?;
            let address = server.addrs()[0];
            let server = server.run();
            let _ = sender.send((address, server.handle()));
            server.await
        })
    };
    let thread = std::thread::spawn(run);
    let (address, handle) = receiver.recv().map_err(words)?;
    Ok((address, Served { handle, thread }))
}
