//! How many login links may be sent to one address, known or not, so that the answer tells nothing. How often one client
//! may ask is limited with all requests of its class.

use std::collections::BTreeMap;
use std::time::Instant;

use orebook_document::sha256;
use parking_lot::Mutex;

use super::address::Address;
use crate::problem::Problem;

/// Seconds of a window.
const WINDOW: u64 = 900;
/// Letters to one address in a window. Whoever is flooded by a stranger still has the newest link in the mailbox.
const OF_ADDRESS: u32 = 5;
/// Addresses that are counted at once. Others are not counted then: a stranger who asks for very many addresses must not
/// keep everybody else from logging in.
const COUNTED_MAX: usize = 20_000;

/// What was asked for in this window, by the digests of addresses: no list of them lies in memory.
pub struct LinksAsked(Mutex<(Instant, BTreeMap<[u8; 32], u32>)>);

impl Default for LinksAsked {
    fn default() -> Self {
        Self(Mutex::new((Instant::now(), BTreeMap::new())))
    }
}

impl LinksAsked {
    /// What somebody is told for whose address these were enough.
    pub fn too_many() -> Problem {
        Problem::too_many("this address was sent enough links for now", OF_ADDRESS, WINDOW)
    }

    /// Counts one, unless these were enough.
    pub fn count(&self, address: &Address) -> bool {
        let (since, counted) = &mut *self.0.lock();
        if since.elapsed().as_secs() >= WINDOW {
            (*since, *counted) = (Instant::now(), BTreeMap::new());
        }
        let key = sha256(address.to_string().as_bytes());
        if counted.len() >= COUNTED_MAX && !counted.contains_key(&key) {
            return true;
        }
        let letters = counted.entry(key).or_default();
        *letters += 1;
        *letters <= OF_ADDRESS
    }
}
