//! Where a webhook may lead: to a public address, over TLS. It is asked when a webhook is registered and again at each
//! delivery, and a delivery connects to the very address that was looked at: a name that is moved in between leads
//! nowhere.

use std::fmt;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::address::{Special, special_range};

/// Longest URL.
const LENGTH_MAX: usize = 2_048;
/// Names that members have looked up at once. Deliveries have threads of their own.
const ASKED_AT_ONCE: usize = 8;
/// How long a name may take to resolve.
const PATIENCE: Duration = Duration::from_secs(5);

/// Finds the addresses of a name.
pub type Lookup = Arc<dyn Fn(&str) -> std::io::Result<Vec<IpAddr>> + Send + Sync>;

/// Why nothing is sent to a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// It is no URL, or too long, or holds spaces.
    Malformed(String),
    /// It is not `https`.
    Scheme,
    /// It holds a user's name or a password.
    UserInfo,
    /// Its name has no address, or none in time.
    Unresolved,
    /// It leads to an address that is not of the public internet.
    Special(Special),
}

impl Unfit {
    /// In one word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::Scheme => "scheme",
            Self::UserInfo => "user_info",
            Self::Unresolved => "unresolved",
            Self::Special(_) => "special_address",
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(why) => write!(f, "the URL is malformed: {why}"),
            Self::Scheme => f.write_str("the URL begins with https://"),
            Self::UserInfo => f.write_str("the URL holds neither a user's name nor a password"),
            Self::Unresolved => f.write_str("the URL's name has no address"),
            Self::Special(special) => write!(f, "the URL leads to an address that is not public: {special}"),
        }
    }
}

impl std::error::Error for Unfit {}

/// Lets through what leads to a public address.
#[derive(Clone)]
pub struct Guard {
    allow_loopback: bool,
    lookup: Lookup,
    /// Names that members ask about at once.
    asked: Arc<Semaphore>,
}

impl Guard {
    /// One that asks the system's resolver. With `allow_loopback` the loopback address and plain HTTP are let through.
    pub fn new(allow_loopback: bool) -> Self {
        // The port is of no account here; without one the system's resolver cannot be asked.
        let lookup = |name: &str| Ok((name, 443).to_socket_addrs()?.map(|address| address.ip()).collect());
        Self::with(allow_loopback, Arc::new(lookup))
    }

    /// One that asks another resolver.
    pub fn with(allow_loopback: bool, lookup: Lookup) -> Self {
        Self { allow_loopback, lookup, asked: Arc::new(Semaphore::new(ASKED_AT_ONCE)) }
    }

    /// A URL of the right form; what is written as an address is looked at, a name is not.
    pub fn parse(&self, text: &str) -> Result<Url, Unfit> {
        let malformed = |why: &str| Err(Unfit::Malformed(why.to_owned()));
        if text.len() > LENGTH_MAX {
            return malformed("it has at most 2,048 bytes");
        }
        if text.bytes().any(|byte| byte <= b' ' || byte == b'\\' || byte == 0x7f) {
            return malformed("it holds no spaces, control characters or backslashes");
        }
        let url = Url::parse(text).map_err(|error| Unfit::Malformed(error.to_string()))?;
        match url.scheme() {
            "https" => {}
            "http" if self.allow_loopback => {}
            _ => return Err(Unfit::Scheme),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Unfit::UserInfo);
        }
        let host = url.host_str().unwrap_or_default();
        if host.is_empty() {
            return malformed("it names a host");
        }
        // Whatever spelling the address had, here it has its own: 0x7f.1 has become 127.0.0.1.
        if let Ok(address) = host.trim_matches(['[', ']']).parse() {
            self.admit(address)?;
        }
        Ok(url)
    }

    /// The same, and its name leads to public addresses only.
    pub async fn check(&self, text: &str) -> Result<Url, Unfit> {
        let url = self.parse(text)?;
        let host = url.host_str().unwrap_or_default().to_owned();
        if host.trim_matches(['[', ']']).parse::<IpAddr>().is_err() {
            // The turn ends with the look-up, not with whoever waits for it: one that lingers still holds a thread.
            let turn = tokio::time::timeout(PATIENCE, self.asked.clone().acquire_owned()).await;
            let Ok(Ok(turn)) = turn else { return Err(Unfit::Unresolved) };
            self.addresses(host, Some(turn)).await?;
        }
        Ok(url)
    }

    /// The addresses of a name, if every one of them is public.
    async fn addresses(&self, name: String, turn: Option<OwnedSemaphorePermit>) -> Result<Vec<IpAddr>, Unfit> {
        let lookup = self.lookup.clone();
        let looked = tokio::task::spawn_blocking(move || (lookup(&name), turn).0);
        let found = tokio::time::timeout(PATIENCE, looked).await;
        let Ok(Ok(Ok(found))) = found else { return Err(Unfit::Unresolved) };
        if found.is_empty() {
            return Err(Unfit::Unresolved);
        }
        found.iter().try_for_each(|address| self.admit(*address))?;
        Ok(found)
    }

    fn admit(&self, address: IpAddr) -> Result<(), Unfit> {
        match special_range(address) {
            Some(_) if self.allow_loopback && address.is_loopback() => Ok(()),
            Some(special) => Err(Unfit::Special(special)),
            None => Ok(()),
        }
    }
}

/// What connections are made by: the client asks nobody else for addresses.
impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = self.clone();
        Box::pin(async move {
            let addresses = guard.addresses(name.as_str().to_owned(), None).await?;
            // With port 0 the client takes the URL's.
            let sockets = addresses.into_iter().map(|address| SocketAddr::new(address, 0));
            Ok(Box::new(sockets) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(answer: &'static [&'static str]) -> Guard {
        Guard::with(false, Arc::new(|_| Ok(answer.iter().map(|address| address.parse().unwrap()).collect())))
    }

    fn check(guard: &Guard, url: &str) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(guard.check(url)).map_or_else(|unfit| unfit.to_string(), |url| url.to_string())
    }

    #[test]
    fn only_https_to_a_host_without_a_user_is_let_through() {
        let guard = guard(&["93.184.215.14"]);
        for (url, told) in [
            ("https://hooks.example/a?b=c", "https://hooks.example/a?b=c"),
            ("https://hooks.example:8443/", "https://hooks.example:8443/"),
            ("HTTPS://HOOKS.example", "https://hooks.example/"),
            ("https://93.184.215.14/", "https://93.184.215.14/"),
            ("https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/", "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"),
            ("http://hooks.example/", "begins with https://"),
            ("ftp://hooks.example/", "begins with https://"),
            ("file:///etc/passwd", "begins with https://"),
            ("gopher://hooks.example/", "begins with https://"),
            ("https://user@hooks.example/", "neither a user's name"),
            ("https://:secret@hooks.example/", "neither a user's name"),
            ("https://public.example:443@127.0.0.1/", "neither a user's name"),
            ("https://", "malformed"),
            ("https:///", "malformed"),
            ("hooks.example", "malformed"),
            ("", "malformed"),
            ("https://hooks.example:99999/", "malformed"),
            ("https://ho\noks.example/", "control characters"),
            ("https://hooks.example /", "control characters"),
            ("https:\\\\hooks.example", "backslashes"),
            ("https://hooks.example/\\@127.0.0.1", "backslashes"),
            (&format!("https://hooks.example/{}", "a".repeat(2_048)), "2,048 bytes"),
        ] {
            assert!(check(&guard, url).contains(told), "{url}: {}", check(&guard, url));
        }
    }

    #[test]
    fn an_address_is_looked_at_however_it_is_spelt() {
        let guard = guard(&["93.184.215.14"]);
        for (host, what) in [
            ("127.0.0.1", "loopback"),
            ("2130706433", "loopback"),
            ("017700000001", "loopback"),
            ("0x7f000001", "loopback"),
            ("0x7f.1", "loopback"),
            ("0177.0.0.1", "loopback"),
            ("127.1", "loopback"),
            ("127.0.0.1.", "loopback"),
            ("①②⑦.0.0.1", "loopback"),
            ("0", "this network"),
            ("0x0a000001", "private"),
            ("3232235777", "private"),
            ("169.254.169.254", "link-local"),
            ("0xa9fea9fe", "link-local"),
            ("[::1]", "loopback"),
            ("[0:0:0:0:0:0:0:1]", "loopback"),
            ("[::]", "unspecified"),
            ("[::ffff:127.0.0.1]", "IPv4-mapped"),
            ("[::ffff:7f00:1]", "IPv4-mapped"),
            ("[::127.0.0.1]", "IPv4-compatible"),
            ("[fe80::1]", "link-local"),
            ("[fd00::1]", "unique local"),
            ("[64:ff9b::127.0.0.1]", "NAT64"),
            ("[fe80::1%25eth0]", "malformed"),
            ("[fe80::1%eth0]", "malformed"),
            ("256.0.0.1", "malformed"),
            ("1.2.3.4.5", "malformed"),
        ] {
            let told = check(&guard, &format!("https://{host}/"));
            assert!(told.contains(what), "{host}: {told}");
        }
    }

    #[test]
    fn a_name_is_let_through_when_all_its_addresses_are_public() {
        let mixed = guard(&["93.184.215.14", "10.0.0.1"]);
        assert!(check(&mixed, "https://hooks.example/").contains("private (10.0.0.0/8)"));
        assert!(check(&guard(&["::1"]), "https://localhost/").contains("loopback"));
        assert!(check(&guard(&[]), "https://nowhere.example/").contains("has no address"));
        let broken = Guard::with(false, Arc::new(|_| Err(std::io::Error::other("no such name"))));
        assert!(check(&broken, "https://nowhere.example/").contains("has no address"));
    }

    #[test]
    fn with_loopback_allowed_it_alone_is_let_through_besides() {
        let guard = Guard::with(true, Arc::new(|_| Ok(vec!["127.0.0.1".parse().unwrap()])));
        assert_eq!(check(&guard, "http://127.0.0.1:8080/"), "http://127.0.0.1:8080/");
        assert_eq!(check(&guard, "http://[::1]/"), "http://[::1]/");
        assert_eq!(check(&guard, "http://localhost/"), "http://localhost/");
        for refused in ["http://10.0.0.1/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://169.254.169.254/"]
        {
            assert!(check(&guard, refused).contains("not public"), "{refused}");
        }
    }
}
