use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use actix_web::http::Method;
use governor::clock::FakeRelativeClock;

use super::client::origin;
use super::settings::Quota;
use super::*;

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn settings(text: &str) -> Settings {
    Settings::of(Some(text.parse::<toml::Table>().unwrap().into())).unwrap().unwrap()
}

fn quota(requests: u32, seconds: u32) -> Quota {
    Quota { requests: requests.try_into().unwrap(), seconds: seconds.try_into().unwrap() }
}

#[test]
fn the_word_of_a_proxy_is_believed_and_of_nobody_else() {
    let proxies: Vec<Network> = ["127.0.0.1", "10.0.0.0/8"].iter().map(|text| text.parse().unwrap()).collect();
    let rows: [(&str, &[&str], &str); 12] = [
        ("198.51.100.1", &[], "198.51.100.1"),
        // Said by a stranger.
        ("198.51.100.1", &["203.0.113.7"], "198.51.100.1"),
        ("127.0.0.1", &["203.0.113.7"], "203.0.113.7"),
        // Two proxies in a row; what the client itself says before them is not believed.
        ("127.0.0.1", &["192.0.2.66", "203.0.113.7", "10.1.2.3"], "203.0.113.7"),
        ("127.0.0.1", &["10.9.9.9", "203.0.113.7"], "203.0.113.7"),
        // Proxies all the way.
        ("127.0.0.1", &["10.1.2.3"], "10.1.2.3"),
        ("127.0.0.1", &[], "127.0.0.1"),
        ("127.0.0.1", &["203.0.113.7:4711"], "203.0.113.7"),
        ("127.0.0.1", &["[2001:db8::1]:443"], "2001:db8::1"),
        ("127.0.0.1", &["[2001:db8::1]"], "2001:db8::1"),
        ("127.0.0.1", &["203.0.113.7", "unknown"], "127.0.0.1"),
        ("::ffff:127.0.0.1", &["203.0.113.7"], "203.0.113.7"),
    ];
    for (peer, hops, expected) in rows {
        assert_eq!(origin(ip(peer), hops, &proxies), ip(expected), "{peer} {hops:?}");
    }
}

#[test]
fn networks_contain_their_addresses() {
    let rows = [
        ("10.0.0.0/8", "10.255.0.1", true),
        ("10.0.0.0/8", "11.0.0.1", false),
        ("10.0.0.0/8", "::ffff:10.0.0.1", true),
        ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false),
        ("0.0.0.0/0", "203.0.113.7", true),
        ("0.0.0.0/0", "2001:db8::1", false),
        ("::/0", "203.0.113.7", true),
        ("2001:db8::/32", "2001:db8:1::1", true),
        ("2001:db8::/32", "2001:db9::1", false),
        ("::1", "::1", true),
    ];
    for (network, address, expected) in rows {
        assert_eq!(network.parse::<Network>().unwrap().contains(ip(address)), expected, "{network} {address}");
    }
    for none in ["", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0/8", "proxy.example", "10.0.0.0/-1"] {
        assert!(none.parse::<Network>().is_err(), "{none}");
    }
}

#[test]
fn the_neighbours_of_one_ipv6_network_are_one_client() {
    assert_eq!(Client::at(ip("2001:db8:1:2::1")), Client::at(ip("2001:db8:1:2:ffff::9")));
    assert_ne!(Client::at(ip("2001:db8:1:2::1")), Client::at(ip("2001:db8:1:3::1")));
    assert_eq!(Client::at(ip("::ffff:192.0.2.1")), Client::at(ip("192.0.2.1")));
    assert_ne!(Client::at(ip("192.0.2.1")), Client::at(ip("192.0.2.2")));
}

#[test]
fn every_request_is_of_one_class_but_those_of_operation() {
    let rows = [
        ("GET", "/v1/batches", "", "", Some(Class::PublicReads)),
        ("HEAD", "/", "", "text/html", Some(Class::PublicReads)),
        ("GET", "/", "q=Lumen", "", Some(Class::Costly)),
        ("GET", "/v1/retirements", "country=CO&text=gold", "", Some(Class::Costly)),
        ("GET", "/v1/batches", "at=7", "", Some(Class::Costly)),
        ("GET", "/v1/batches", "atlas=7", "", Some(Class::PublicReads)),
        ("GET", "/v1/batches", "", "text/csv", Some(Class::Costly)),
        ("GET", "/v1/retirements/ret_1/bundle", "", "", Some(Class::Costly)),
        ("GET", "/log/tile/entries/000", "", "", Some(Class::Costly)),
        ("GET", "/v1/exports/2026-11-28/batches.csv", "", "", Some(Class::Costly)),
        ("GET", "/v1/exports", "", "", Some(Class::PublicReads)),
        ("GET", "/log/tile/0/000", "", "", Some(Class::PublicReads)),
        ("POST", "/v1/instructions", "", "", Some(Class::Writes)),
        ("PUT", "/v1/notes/00", "", "", Some(Class::Writes)),
        ("POST", "/oauth/token", "", "", Some(Class::Sensitive)),
        ("POST", "/login", "", "", Some(Class::Sensitive)),
        ("GET", "/login", "", "", Some(Class::PublicReads)),
        ("GET", "/livez", "", "", None),
        ("GET", "/readyz", "", "", None),
        ("GET", "/leadz", "", "", None),
        ("GET", "/version", "", "", None),
    ];
    for (method, path, query, accept, expected) in rows {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let asked = Asked { method: &method, path, query, accept, is_member: false };
        assert_eq!(Class::of(&asked), expected, "{method} {path}?{query} {accept}");
        let by_member = Class::of(&Asked { is_member: true, ..asked });
        assert_eq!(by_member == Some(Class::PrivateReads), expected == Some(Class::PublicReads), "{method} {path}");
    }
}

#[test]
fn a_used_up_quota_fills_evenly() {
    let clock = FakeRelativeClock::default();
    let limiter = Limiter::with_clock(quota(4, 60), 10, clock.clone());
    let (one, other) = (Client::at(ip("192.0.2.1")), Client::at(ip("192.0.2.2")));
    let lefts: Vec<Counted> = (0..4).map(|_| limiter.count(one.clone())).collect();
    assert_eq!(lefts, [3, 2, 1, 0].map(|left| Counted::Served { left }));
    assert_eq!(limiter.count(one.clone()), Counted::Refused { wait: Duration::from_secs(15) });
    assert_eq!(limiter.count(other), Counted::Served { left: 3 }, "two clients do not share");
    clock.advance(Duration::from_secs(14));
    assert_eq!(limiter.count(one.clone()), Counted::Refused { wait: Duration::from_secs(1) });
    clock.advance(Duration::from_secs(1));
    assert_eq!(limiter.count(one.clone()), Counted::Served { left: 0 }, "a refused request costs nothing");
    clock.advance(Duration::from_secs(60));
    assert_eq!(limiter.count(one), Counted::Served { left: 3 });
}

#[test]
fn a_hundred_thousand_addresses_take_no_more_room_than_is_allowed() {
    const ROOM: usize = 1_000;
    let clock = FakeRelativeClock::default();
    let limiter = Limiter::with_clock(quota(50, 60), ROOM, clock.clone());
    let known = Client::at(ip("203.0.113.7"));
    limiter.count(known.clone());
    let address = |n: u32| Client::at(IpAddr::V4(Ipv4Addr::from(0x0a00_0000 + n)));
    let refused = (0..100_000).filter(|n| matches!(limiter.count(address(*n)), Counted::Refused { .. })).count();
    assert_eq!(limiter.clients(), ROOM);
    assert_eq!(refused, 100_000 - (ROOM - 1) - 50, "those without room share one quota");
    assert_eq!(limiter.count(known.clone()), Counted::Served { left: 48 }, "who was there keeps its own");
    let member = Client::Member(1.into(), "cli_1".to_owned());
    assert_eq!(limiter.count(member), Counted::Served { left: 49 }, "a member always has room");
    // Half a window is not enough to be forgotten; two windows without a request are.
    clock.advance(Duration::from_secs(61));
    limiter.count(known.clone());
    assert_eq!(limiter.clients(), ROOM + 1);
    clock.advance(Duration::from_secs(61));
    limiter.count(known);
    assert_eq!(limiter.clients(), 1);
}

#[test]
fn whoever_is_forgotten_had_a_whole_quota() {
    let clock = FakeRelativeClock::default();
    let limiter = Limiter::with_clock(quota(2, 60), 10, clock.clone());
    let busy = Client::at(IpAddr::V6(Ipv6Addr::LOCALHOST));
    // Two requests each half minute are more than two a minute: some are refused, however often a window ends.
    let mut served = 0;
    for _ in 0..20 {
        served += (0..2).filter(|_| matches!(limiter.count(busy.clone()), Counted::Served { .. })).count();
        clock.advance(Duration::from_secs(30));
    }
    assert_eq!(served, 2 + 19);
}

#[test]
fn the_fields_tell_policy_and_what_is_left() {
    let limits = Limits::of(settings("public_reads = { requests = 2, seconds = 3600 }"));
    let client = Client::at(ip("192.0.2.1"));
    let (told, served) = limits.count(Class::PublicReads, client.clone());
    assert!(served.is_ok());
    assert_eq!(
        (told.policy.to_str().unwrap(), told.limit.to_str().unwrap()),
        ("\"public_reads\";q=2;w=3600", "\"public_reads\";r=1;t=1800")
    );
    limits.count(Class::PublicReads, client.clone()).1.unwrap();
    let (told, refused) = limits.count(Class::PublicReads, client);
    let problem = refused.unwrap_err();
    assert_eq!((problem.code.as_str(), problem.facts["limit"].as_u64()), ("too_many_requests", Some(2)));
    let wait = problem.facts["seconds"].as_u64().unwrap();
    assert!((1_799..=1_800).contains(&wait), "{wait}");
    assert_eq!(told.limit.to_str().unwrap(), format!("\"public_reads\";r=0;t={wait}"));
}

#[test]
fn settings_are_read_and_told_as_they_stand_in_the_file() {
    let text = "proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]\nclients_max = 7\nwrites = { requests = 5, seconds = 10 }";
    let read = settings(text);
    assert_eq!((read.clients_max, read.quota(Class::Writes)), (7, quota(5, 10)));
    assert_eq!(read.quota(Class::Costly), Settings::default().quota(Class::Costly));
    let told = Settings::describe(Some(&read));
    assert_eq!(settings(told.strip_prefix("[limits]\n").unwrap()), read);
    let of = |text: &str| Settings::of(Some(text.parse::<toml::Table>().unwrap().into()));
    assert_eq!(of("off = true"), Ok(None));
    assert_eq!(Settings::of(None), Ok(Some(Settings::default())));
    for wrong in ["proxies = [\"proxy\"]", "writes = { requests = 0, seconds = 1 }", "writes = 5", "reads = true"] {
        assert!(of(wrong).is_err(), "{wrong}");
    }
}
