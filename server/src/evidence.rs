//! Evidence files: what a declaration names by digests. The files stand beside the log and are never public.
//!
//! ```text
//! upload    body ──▶ temporary file, hashed as it comes ──▶ digest, type ──▶ fsync, renamed to its digest ──▶ row
//! download  row ──▶ file, hashed again ──▶ sent, if it is what was stored; else not a byte of it
//! erasure   row says so ──▶ file removed. The row stays, so that the file does not come back
//! ```
//! A row means that the file is there. A crash between file and row leaves a whole file that no row names: the same
//! upload again takes it up.

mod bucket;
mod directory;
pub mod incoming;
pub mod media;
pub mod settings;
pub mod storage;
mod upload;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use actix_web::http::StatusCode;
use orebook_registry::instruction::Digest;
use orebook_registry::values::OrganisationId;
use parking_lot::Mutex;
use serde_json::json;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::problem::Problem;
use settings::Settings;
use storage::{Storage, StorageError};

pub use upload::receive;

/// Files that are on their way at once, in either direction.
const AT_ONCE: usize = 32;
/// Those of one organisation: a slow line holds up its own.
const OF_ONE: usize = 8;

/// Where evidence is kept, and how much of it is taken in.
pub struct Evidence {
    /// Bytes of a file at the most.
    pub size_max: u64,
    /// The files.
    pub storage: Storage,
    /// Where a file stands while it arrives.
    incoming: PathBuf,
    /// As many files as are on their way at once.
    gate: Arc<Semaphore>,
    /// The same of each organisation that has any.
    own: Mutex<BTreeMap<OrganisationId, Arc<Semaphore>>>,
}

impl Evidence {
    /// Opens the storage.
    pub fn open(settings: &Settings) -> Result<Self, String> {
        let storage = Storage::open(settings)?;
        let incoming = settings.directory.join("incoming");
        let failed = |error| format!("{}: {error}", incoming.display());
        incoming::make_directory(&incoming).map_err(failed)?;
        Ok(Self {
            size_max: settings.size_max,
            storage,
            incoming,
            gate: Arc::new(Semaphore::new(AT_ONCE)),
            own: Mutex::default(),
        })
    }

    /// Removes what uploads have left behind whose server died.
    pub fn sweep(&self) -> Result<(), String> {
        incoming::sweep(&self.incoming).map_err(|error| format!("{}: {error}", self.incoming.display()))
    }

    /// Takes part in the traffic of files, or is told that there is too much of it.
    pub fn enter(&self, of: OrganisationId) -> Result<[OwnedSemaphorePermit; 2], Problem> {
        let busy = |_| Problem::busy("too many evidence files are on their way");
        let own = {
            let mut own = self.own.lock();
            // Nobody of these has a file on its way.
            own.retain(|_, gate| gate.available_permits() < OF_ONE);
            let gate = own.entry(of).or_insert_with(|| Arc::new(Semaphore::new(OF_ONE)));
            gate.clone().try_acquire_owned().map_err(busy)?
        };
        Ok([own, self.gate.clone().try_acquire_owned().map_err(busy)?])
    }

    /// A stored file from its beginning. It is what was stored: all of it has been hashed.
    pub fn read(&self, digest: Digest, size: u64) -> Result<std::fs::File, StorageError> {
        self.storage.read(digest, size, &self.incoming)
    }
}

/// The storage's failure as a problem.
pub fn problem_of(error: StorageError, digest: Digest) -> Problem {
    tracing::error!(%error, %digest, "evidence");
    match error {
        StorageError::Damaged(found) => {
            let detail = format!("the stored file is damaged ({found}): upload {digest} again");
            Problem::new(StatusCode::CONFLICT, "evidence_must_be_intact", detail)
                .with(json!({ "digest": digest.to_string(), "found": found }))
        }
        StorageError::Failed(_) => {
            let detail = "the storage of evidence fails or does not answer: try again later";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "evidence_storage_must_answer", detail)
        }
    }
}
