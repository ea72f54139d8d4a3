//! How often somebody may ask for a login link: by address and by peer, known or not, so that the answer tells nothing.

use std::collections::HashMap;
use std::net::IpAddr;
use std::time::Instant;

use actix_web::HttpRequest;
use orebook_document::sha256;
use parking_lot::Mutex;

use super::address::Address;
use crate::problem::Problem;

/// Seconds of a window.
const WINDOW: u64 = 900;
/// Letters to one address in a window. Whoever is flooded by a stranger still has the newest link in the mailbox.
const OF_ADDRESS: u32 = 5;
/// Attempts of one peer in a window: a co-operative may share one line.
const OF_PEER: u32 = 40;
/// Addresses and peers that are counted at once; beyond it everybody waits for the next window.
const COUNTED_MAX: usize = 20_000;

/// What was asked in this window.
pub struct Limits(Mutex<(Instant, HashMap<[u8; 32], u32>)>);

impl Default for Limits {
    fn default() -> Self {
        Self(Mutex::new((Instant::now(), HashMap::new())))
    }
}

impl Limits {
    /// Takes one letter to an address, asked for by a peer.
    pub fn take_letter(&self, request: &HttpRequest, address: &Address) -> Result<(), Problem> {
        self.take_attempt(request)?;
        self.take(&format!("address {address}"), OF_ADDRESS)
    }

    /// Takes one attempt of a peer to use a link.
    pub fn take_attempt(&self, request: &HttpRequest) -> Result<(), Problem> {
        self.take(&format!("peer {}", peer(request)), OF_PEER)
    }

    fn take(&self, of: &str, limit: u32) -> Result<(), Problem> {
        let (since, counted) = &mut *self.0.lock();
        if since.elapsed().as_secs() >= WINDOW {
            (*since, *counted) = (Instant::now(), HashMap::new());
        }
        let is_full = counted.len() >= COUNTED_MAX;
        // Hashed, so that no list of addresses lies in memory.
        let key = sha256(of.as_bytes());
        if is_full && !counted.contains_key(&key) {
            return Err(too_many(limit));
        }
        let taken = counted.entry(key).or_default();
        if *taken >= limit {
            return Err(too_many(limit));
        }
        *taken += 1;
        Ok(())
    }
}

fn too_many(limit: u32) -> Problem {
    Problem::too_many("too many login links were asked for", limit, WINDOW)
}

/// Who asks: the peer, or whom a proxy on this machine names last. Of IPv6 the network, since one house has all of it.
fn peer(request: &HttpRequest) -> String {
    let near = request.peer_addr().map(|peer| peer.ip());
    let named = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let named = named.and_then(|list| list.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
    match near.filter(|near| !near.is_loopback()).or(named).or(near) {
        Some(IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_none() => format!("{:x?}", &v6.segments()[..4]),
        Some(address) => address.to_canonical().to_string(),
        None => String::new(),
    }
}
