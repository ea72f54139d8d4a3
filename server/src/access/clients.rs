//! Programs of members that ask for access tokens with keys of their own, so that a key of the register, which moves
//! credits, need not lie on the machine that only reads. All of them are in memory. They are read anew each second, so that a
//! server that takes the lead knows what the one before it has revoked; what was read too long ago counts for nothing.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use orebook_document::PublicKey;
use orebook_registry::values::OrganisationId;
use orebook_store::{ClientKeyRow, ClientRow, Reader};
use parking_lot::{Mutex, RwLock};

use super::{By, Member};
use crate::app::Shared;
use crate::problem::Problem;
use crate::rounds::Rounds;

/// How often they are read anew.
const EVERY: Duration = Duration::from_secs(1);
/// What was read longer ago is believed no more: the database does not answer, and somebody may have been revoked.
const STALE: Duration = Duration::from_secs(30);

/// Clients that one organisation may have, and keys that one client may have at a time: one to use, one to go over to.
pub const CLIENTS_MAX: usize = 32;
/// Keys in force of one client.
pub const KEYS_MAX: usize = 2;

/// A client with its keys in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// What is kept of it.
    pub row: ClientRow,
    /// Its keys, oldest first, revoked ones too.
    pub keys: Vec<ClientKeyRow>,
}

impl Client {
    /// The keys that count.
    pub fn keys_in_force(&self) -> impl Iterator<Item = &ClientKeyRow> {
        self.keys.iter().filter(|key| key.revoked_at.is_none())
    }
}

/// All clients, by id.
#[derive(Default)]
pub struct Clients {
    kept: RwLock<Kept>,
    /// Two readings at once could put the older one last.
    reading: Mutex<()>,
}

#[derive(Default)]
struct Kept {
    all: BTreeMap<String, Client>,
    read_at: Option<Instant>,
}

/// Reads them anew until it is dropped.
pub fn keep_up(shared: Arc<Shared>) -> std::io::Result<Rounds> {
    Rounds::start("clients", move || {
        if let Err(problem) = shared.clients.refresh(&shared.reader) {
            tracing::warn!(%problem, "programs of members could not be read anew");
        }
        EVERY
    })
}

impl Clients {
    /// Reads them all anew. Blocks.
    pub fn refresh(&self, reader: &Reader) -> Result<(), Problem> {
        let _turn = self.reading.lock();
        let began = Instant::now();
        let (rows, keys) = reader.read(|read| Ok::<_, Problem>((read.clients()?, read.client_keys()?)))?;
        let mut all: BTreeMap<String, Client> =
            rows.into_iter().map(|row| (row.id.clone(), Client { row, keys: Vec::new() })).collect();
        for key in keys {
            if let Some(client) = all.get_mut(&key.client) {
                client.keys.push(key);
            }
        }
        *self.kept.write() = Kept { all, read_at: Some(began) };
        Ok(())
    }

    /// For whom a client asks when it proves itself with a key, if both count.
    pub fn member_by(&self, id: &str, key: &PublicKey) -> Option<Member> {
        let kept = self.kept.read();
        kept.read_at.filter(|at| at.elapsed() < STALE)?;
        let client = kept.all.get(id).filter(|client| client.row.revoked_at.is_none())?;
        let key = key.to_string();
        client.keys_in_force().find(|known| known.public_key == key)?;
        let organisation = client.row.organisation.parse().ok()?;
        Some(Member { organisation, by: By::Client(id.to_owned()), may: client.row.scope.parse().unwrap_or_default() })
    }

    /// A client of an organisation.
    pub fn find(&self, organisation: OrganisationId, id: &str) -> Option<Client> {
        self.kept.read().all.get(id).filter(|client| client.row.organisation == organisation.to_string()).cloned()
    }

    /// The clients of an organisation, oldest first.
    pub fn of(&self, organisation: OrganisationId) -> Vec<Client> {
        let own = organisation.to_string();
        self.kept.read().all.values().filter(|client| client.row.organisation == own).cloned().collect()
    }

    /// Whether a key is or was one of some client: none is used twice.
    pub fn uses(&self, key: &PublicKey) -> bool {
        let key = key.to_string();
        self.kept.read().all.values().flat_map(|client| &client.keys).any(|known| known.public_key == key)
    }
}
