//! Which addresses are of the public internet: a webhook is sent there and nowhere else, so that nobody can have this
//! server ask its own network.
//!
//! The tables are the special-purpose registries of IANA (RFC 6890), multicast, what is reserved, and what clouds keep
//! for themselves. Ranges that lead to IPv4 by a gateway are refused whole: what lies behind is not ours to judge.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A range of addresses that nothing is sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Special {
    /// The range, as it is written: `10.0.0.0/8`.
    pub range: &'static str,
    /// What it is for.
    pub what: &'static str,
}

impl fmt::Display for Special {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.what, self.range)
    }
}

const fn special(range: &'static str, what: &'static str) -> Special {
    Special { range, what }
}

/// The narrower stands before the wider.
const RANGES: &[Special] = &[
    special("0.0.0.0/8", "this network"),
    special("10.0.0.0/8", "private"),
    special("100.64.0.0/10", "shared by a provider"),
    special("127.0.0.0/8", "loopback"),
    special("168.63.129.16/32", "a cloud's own"),
    special("169.254.0.0/16", "link-local"),
    special("172.16.0.0/12", "private"),
    special("192.0.0.0/24", "protocol assignments"),
    special("192.0.2.0/24", "documentation"),
    special("192.88.99.0/24", "6to4 relays"),
    special("192.168.0.0/16", "private"),
    special("198.18.0.0/15", "benchmarking"),
    special("198.51.100.0/24", "documentation"),
    special("203.0.113.0/24", "documentation"),
    special("224.0.0.0/4", "multicast"),
    special("255.255.255.255/32", "broadcast"),
    special("240.0.0.0/4", "reserved"),
    special("::/128", "unspecified"),
    special("::1/128", "loopback"),
    special("::ffff:0:0/96", "IPv4-mapped"),
    special("::/96", "IPv4-compatible"),
    special("64:ff9b::/96", "NAT64"),
    special("64:ff9b:1::/48", "NAT64"),
    special("100::/64", "discard"),
    special("100:0:0:1::/64", "dummy"),
    special("2001::/32", "Teredo"),
    special("2001:2::/48", "benchmarking"),
    special("2001::/23", "protocol assignments"),
    special("2001:db8::/32", "documentation"),
    special("2002::/16", "6to4"),
    special("3fff::/20", "documentation"),
    special("5f00::/16", "segment routing"),
    special("fc00::/7", "unique local"),
    special("fe80::/10", "link-local"),
    special("fec0::/10", "site-local"),
    special("ff00::/8", "multicast"),
];

/// Global unicast is allotted from this block only (RFC 4291 §2.4).
const GLOBAL_V6: &str = "2000::/3";

/// The range for which an address is kept, if it is not one of the public internet.
pub fn special_range(address: IpAddr) -> Option<Special> {
    let outside = || special("::/0", "not global unicast");
    let found = RANGES.iter().copied().find(|special| contains(special.range, address));
    found.or_else(|| (address.is_ipv6() && !contains(GLOBAL_V6, address)).then(outside))
}

/// Whether a range that stands in this file contains an address.
fn contains(range: &str, address: IpAddr) -> bool {
    let Some((first, length)) = range.split_once('/') else { return false };
    let length: u32 = length.parse().unwrap_or(u32::MAX);
    match address {
        IpAddr::V4(address) => first.parse::<Ipv4Addr>().is_ok_and(|first| {
            let bits = u32::from(first) ^ u32::from(address);
            bits.leading_zeros() >= length
        }),
        IpAddr::V6(address) => first.parse::<Ipv6Addr>().is_ok_and(|first| {
            let bits = u128::from(first) ^ u128::from(address);
            bits.leading_zeros() >= length
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// First and last address of every range, and what it is called; then what lies just beside it.
    const REFUSED: &[(&str, &str)] = &[
        ("0.0.0.0", "this network"),
        ("0.255.255.255", "this network"),
        ("10.0.0.0", "private"),
        ("10.255.255.255", "private"),
        ("100.64.0.0", "shared by a provider"),
        ("100.127.255.255", "shared by a provider"),
        ("127.0.0.1", "loopback"),
        ("127.255.255.255", "loopback"),
        ("168.63.129.16", "a cloud's own"),
        ("169.254.0.0", "link-local"),
        ("169.254.169.254", "link-local"),
        ("172.16.0.0", "private"),
        ("172.31.255.255", "private"),
        ("192.0.0.0", "protocol assignments"),
        ("192.0.0.255", "protocol assignments"),
        ("192.0.2.1", "documentation"),
        ("192.88.99.1", "6to4 relays"),
        ("192.168.0.0", "private"),
        ("192.168.255.255", "private"),
        ("198.18.0.0", "benchmarking"),
        ("198.19.255.255", "benchmarking"),
        ("198.51.100.7", "documentation"),
        ("203.0.113.7", "documentation"),
        ("224.0.0.0", "multicast"),
        ("239.255.255.255", "multicast"),
        ("240.0.0.0", "reserved"),
        ("255.255.255.254", "reserved"),
        ("255.255.255.255", "broadcast"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("::7f00:1", "IPv4-compatible"),
        ("::ffff:127.0.0.1", "IPv4-mapped"),
        ("::ffff:93.184.215.14", "IPv4-mapped"),
        ("64:ff9b::a00:1", "NAT64"),
        ("64:ff9b::5db8:d70e", "NAT64"),
        ("64:ff9b:1:ffff::1", "NAT64"),
        ("100::", "discard"),
        ("100::ffff:ffff:ffff:ffff", "discard"),
        ("100:0:0:1::1", "dummy"),
        ("2001::1", "Teredo"),
        ("2001:0:4136:e378:8000:63bf:f5ff:fffe", "Teredo"),
        ("2001:2::1", "benchmarking"),
        ("2001:1::1", "protocol assignments"),
        ("2001:1ff:ffff::1", "protocol assignments"),
        ("2001:db8::1", "documentation"),
        ("2002:7f00:1::1", "6to4"),
        ("2002:5db8:d70e::1", "6to4"),
        ("3fff:fff::1", "documentation"),
        ("5f00::1", "segment routing"),
        ("fc00::1", "unique local"),
        ("fdff:ffff::1", "unique local"),
        ("fe80::1", "link-local"),
        ("febf::1", "link-local"),
        ("fec0::1", "site-local"),
        ("ff02::1", "multicast"),
        ("200::1", "not global unicast"),
        ("1fff::1", "not global unicast"),
        ("4000::1", "not global unicast"),
        ("8000::1", "not global unicast"),
    ];

    const PUBLIC: &[&str] = &[
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.215.14",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2003::1",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
        "3ffe::1",
    ];

    #[test]
    fn what_is_kept_for_a_purpose_is_refused_by_its_name_and_what_lies_beside_it_is_public() {
        for (address, what) in REFUSED {
            let found = special_range(address.parse().unwrap()).map(|special| special.what);
            assert_eq!(found, Some(*what), "{address}");
        }
        for address in PUBLIC {
            assert_eq!(special_range(address.parse().unwrap()), None, "{address}");
        }
    }

    #[test]
    fn every_range_can_be_read_begins_where_it_says_and_is_the_reason_for_some_row() {
        for special in RANGES {
            let (first, length) = special.range.split_once('/').unwrap();
            let address: IpAddr = first.parse().unwrap();
            let widest = if address.is_ipv4() { 32 } else { 128 };
            assert!((1..=widest).contains(&length.parse::<u32>().unwrap()), "{special}");
            assert!(contains(special.range, address), "{special}");
            let rows = REFUSED.iter().filter(|(address, _)| special_range(address.parse().unwrap()) == Some(*special));
            assert!(rows.count() > 0, "{special} has a row");
        }
    }
}
