//! Whose request it is: the member that was recognised, else the address it comes from.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use actix_web::dev::ServiceRequest;
use orebook_registry::values::OrganisationId;

use super::network::Network;
use crate::access::{By, Member};

/// Whom a request is counted for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Client {
    /// A program or a person of an organisation.
    Member(OrganisationId, String),
    /// An address: of IPv6 the first 64 bits, since whoever has one has all that share them.
    Address(IpAddr),
}

impl Client {
    /// A member that was recognised.
    pub fn member(member: &Member) -> Self {
        let (By::Client(id) | By::User(id)) = &member.by;
        Self::Member(member.organisation, id.clone())
    }

    /// Whoever is not recognised.
    pub(super) fn address(request: &ServiceRequest, proxies: &[Network]) -> Self {
        let peer = request.peer_addr().map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip());
        let lines = request.headers().get_all("x-forwarded-for").filter_map(|line| line.to_str().ok());
        let hops: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
        Self::at(origin(peer, &hops, proxies))
    }

    /// Whoever asks from an address.
    pub fn at(address: IpAddr) -> Self {
        const SHARED: u128 = u128::MAX << 64;
        Self::Address(match address.to_canonical() {
            IpAddr::V4(v4) => IpAddr::V4(v4),
            IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from(u128::from(v6) & SHARED)),
        })
    }
}

/// Where a request comes from: the peer, unless that is one of our proxies, which say from whom they had it. What is
/// said by anybody else is not believed. So the hops are read from the last, for as long as each was said by a proxy.
pub(super) fn origin(peer: IpAddr, hops: &[&str], proxies: &[Network]) -> IpAddr {
    let mut known = peer;
    for hop in hops.iter().rev() {
        if !proxies.iter().any(|proxy| proxy.contains(known)) {
            break;
        }
        match address(hop) {
            Some(said) => known = said,
            None => break,
        }
    }
    known
}

/// Some proxies write the port as well.
fn address(hop: &str) -> Option<IpAddr> {
    let bare = hop.trim_start_matches('[').trim_end_matches(']');
    bare.parse().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|address| address.ip()))
}
