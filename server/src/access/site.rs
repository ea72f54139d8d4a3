//! Where people reach this server, and by which cookie they are known there.
//!
//! ```text
//! base_url = https://…      __Host-orebook=…; Secure; HttpOnly; SameSite=Lax; Path=/        the only name accepted
//! base_url = http://127…    orebook-session=…; HttpOnly; SameSite=Lax; Path=/               asked on this machine only
//! ```
//! Without a `base_url` the second holds: people then log in on the machine itself, as in a demo, and nowhere else.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::{COOKIE, HOST};

use crate::problem::Problem;

const HOST_COOKIE: &str = "__Host-orebook";
const LOCAL_COOKIE: &str = "orebook-session";

/// The public address of a server: a scheme, a host, perhaps a port, and no path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    url: String,
    is_https: bool,
}

impl FromStr for Site {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let form = || format!("base_url: {text}: https://HOST, or http://127.0.0.1:PORT on this machine");
        let (scheme, authority) = text.split_once("://").ok_or_else(form)?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        if authority.is_empty() || !authority.chars().all(is_plain) {
            return Err(form());
        }
        match scheme {
            "https" => Ok(Self { url: text.to_owned(), is_https: true }),
            "http" if is_this_machine(authority) => Ok(Self { url: text.to_owned(), is_https: false }),
            _ => Err(form()),
        }
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.url)
    }
}

impl Site {
    /// Of a server that was told none: where it listens, for people on this machine.
    pub fn local(mut listen: SocketAddr) -> Self {
        if listen.ip().is_unspecified() {
            listen.set_ip(Ipv4Addr::LOCALHOST.into());
        }
        Self { url: format!("http://{listen}"), is_https: false }
    }

    /// The secret of the session cookie, if a request has exactly one and may use it.
    pub fn cookie<'r>(&self, request: &'r HttpRequest) -> Option<&'r str> {
        let name = if self.is_https { HOST_COOKIE } else { LOCAL_COOKIE };
        if !self.is_https && !is_on_this_machine(request) {
            return None;
        }
        let pairs = request.headers().get_all(COOKIE).filter_map(|value| value.to_str().ok());
        let pairs = pairs.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let mut own = pairs.filter(|(given, _)| *given == name).map(|(_, secret)| secret);
        own.next().filter(|_| own.next().is_none())
    }

    /// `Set-Cookie` of a session. It goes with the browser: how long it counts, the server knows.
    pub fn set_cookie(&self, secret: &str) -> String {
        if self.is_https {
            format!("{HOST_COOKIE}={secret}; Path=/; Secure; HttpOnly; SameSite=Lax")
        } else {
            format!("{LOCAL_COOKIE}={secret}; Path=/; HttpOnly; SameSite=Lax")
        }
    }

    /// `Set-Cookie` that takes it back.
    pub fn clear_cookie(&self) -> String {
        format!("{}; Max-Age=0", self.set_cookie(""))
    }

    /// Refuses to begin a session that would go over a network in the clear.
    pub fn require_safe(&self, request: &HttpRequest) -> Result<(), Problem> {
        if self.is_https || is_on_this_machine(request) {
            return Ok(());
        }
        let detail = "people log in over https at the base_url of configuration; without one, on the server's machine";
        Err(Problem::new(StatusCode::CONFLICT, "base_url_must_be_configured", detail))
    }
}

/// Asked from this machine, under a name of this machine, and not passed on by a proxy. A page of another site may send
/// a browser here under a name of its own, hence the second.
fn is_on_this_machine(request: &HttpRequest) -> bool {
    let passed_on = ["forwarded", "x-forwarded-for", "x-real-ip"];
    let host = request.headers().get(HOST).and_then(|value| value.to_str().ok()).unwrap_or("");
    request.peer_addr().is_some_and(|peer| is_loopback(peer.ip()))
        && !passed_on.iter().any(|name| request.headers().contains_key(*name))
        && is_this_machine(host)
}

fn is_this_machine(authority: &str) -> bool {
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let name = authority.rsplit_once(':').filter(|(_, port)| is_port(port)).map_or(authority, |(name, _)| name);
    name == "localhost" || name.trim_matches(['[', ']']).parse().is_ok_and(is_loopback)
}

fn is_loopback(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_loopback(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.to_ipv4_mapped().is_some_and(|v4| v4.is_loopback()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_https_or_this_machine_and_has_no_path() {
        for (text, is_good) in [
            ("https://register.example", true),
            ("https://register.example:8443", true),
            ("http://127.0.0.1:8080", true),
            ("http://localhost:8080", true),
            ("http://[::1]:8080", true),
            ("http://register.example", false),
            ("https://register.example/", false),
            ("https://register.example/path", false),
            ("https://user@register.example", false),
            ("https://", false),
            ("ftp://register.example", false),
            ("register.example", false),
        ] {
            assert_eq!(text.parse::<Site>().is_ok(), is_good, "{text}");
        }
    }

    #[test]
    fn the_cookie_of_a_site_with_https_is_bound_to_it() {
        let site: Site = "https://register.example".parse().expect("a site");
        assert_eq!(site.set_cookie("x"), "__Host-orebook=x; Path=/; Secure; HttpOnly; SameSite=Lax");
        assert_eq!(site.clear_cookie(), "__Host-orebook=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
        let request =
            |cookie: &str| actix_web::test::TestRequest::default().insert_header(("cookie", cookie)).to_http_request();
        for (cookie, expected) in [
            ("__Host-orebook=a", Some("a")),
            ("other=b; __Host-orebook=a", Some("a")),
            ("__Host-orebook=a; __Host-orebook=b", None),
            ("orebook-session=a", None),
            ("__host-orebook=a", None),
            ("__Host-orebook", None),
            ("", None),
        ] {
            assert_eq!(site.cookie(&request(cookie)), expected, "{cookie}");
        }
    }
}
