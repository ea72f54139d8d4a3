//! Programs of members that ask for access tokens with keys of their own, so that a key of the register, which moves
//! credits, need not lie on the machine that only reads. All of them are in memory; what another server changed is read
//! anew every few seconds.

use std::collections::BTreeMap;

use orebook_document::PublicKey;
use orebook_registry::values::OrganisationId;
use orebook_store::{ClientKeyRow, ClientRow, Reader};
use parking_lot::RwLock;

use super::{By, Member};
use crate::problem::Problem;

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
pub struct Clients(RwLock<BTreeMap<String, Client>>);

impl Clients {
    /// Reads them all anew. Blocks.
    pub fn refresh(&self, reader: &Reader) -> Result<(), Problem> {
        let (rows, keys) = reader.read(|read| Ok::<_, Problem>((read.clients()?, read.client_keys()?)))?;
        let mut all: BTreeMap<String, Client> =
            rows.into_iter().map(|row| (row.id.clone(), Client { row, keys: Vec::new() })).collect();
        for key in keys {
            if let Some(client) = all.get_mut(&key.client) {
                client.keys.push(key);
            }
        }
        *self.0.write() = all;
        Ok(())
    }

    /// For whom a client asks when it proves itself with a key, if both count.
    pub fn member_by(&self, id: &str, key: &PublicKey) -> Option<Member> {
        let all = self.0.read();
        let client = all.get(id).filter(|client| client.row.revoked_at.is_none())?;
        let key = key.to_string();
        client.keys_in_force().find(|known| known.public_key == key)?;
        let organisation = client.row.organisation.parse().ok()?;
        Some(Member { organisation, by: By::Client(id.to_owned()), may: client.row.scope.parse().unwrap_or_default() })
    }

    /// A client of an organisation.
    pub fn find(&self, organisation: OrganisationId, id: &str) -> Option<Client> {
        self.0.read().get(id).filter(|client| client.row.organisation == organisation.to_string()).cloned()
    }

    /// The clients of an organisation, oldest first.
    pub fn of(&self, organisation: OrganisationId) -> Vec<Client> {
        let own = organisation.to_string();
        self.0.read().values().filter(|client| client.row.organisation == own).cloned().collect()
    }

    /// Whether a key is or was one of some client: none is used twice.
    pub fn uses(&self, key: &PublicKey) -> bool {
        let key = key.to_string();
        self.0.read().values().flat_map(|client| &client.keys).any(|known| known.public_key == key)
    }
}
