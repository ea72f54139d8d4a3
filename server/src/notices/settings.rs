//! How letters are sent, as configuration tells it:
//!
//! ```text
//! [mail]                             links lead to the server's own base_url
//! from = "Example Registry <register@registry.example>"
//! server = "smtp.registry.example"
//! port = 587
//! tls = "starttls"                   starttls, implicit (usually port 465), or none, to this machine only
//! user = "register"                  with password; both or neither
//! password = "…"
//! ca = "/etc/orebook/mail-ca.pem"    instead of the public authorities
//! ```

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use lettre::message::Mailbox;
use serde::Deserialize;

use super::header::HeaderText;

/// A large letter to a slow server takes a while; a server that is silent for so long has forgotten us.
const PATIENCE: Duration = Duration::from_secs(120);

/// How the connection to the mail server is kept from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// Begun in clear, and encrypted before anything is said; a server that cannot is refused.
    Starttls,
    /// Encrypted from the first byte on.
    Implicit,
    /// Not at all: to a server on this machine only.
    None,
}

impl Tls {
    const fn word(self) -> &'static str {
        match self {
            Self::Starttls => "starttls",
            Self::Implicit => "implicit",
            Self::None => "none",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    from: String,
    server: String,
    port: Option<u16>,
    tls: Tls,
    user: Option<String>,
    password: Option<String>,
    ca: Option<PathBuf>,
}

/// How letters are sent.
#[derive(Clone)]
pub struct Settings {
    /// Who writes.
    pub from: Mailbox,
    /// The mail server's name, which its certificate bears.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// Whether the connection is encrypted, and how.
    pub tls: Tls,
    /// User and password, if it wants them.
    pub login: Option<(String, String)>,
    /// The authorities in the place of the public ones: a PEM file.
    pub ca: Option<PathBuf>,
    /// A letter that is not taken within so long is handed over again later.
    pub patience: Duration,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings").field("server", &self.server).field("port", &self.port).finish_non_exhaustive()
    }
}

impl Settings {
    /// Reads the section `[mail]`.
    pub fn of(written: toml::Value) -> Result<Self, String> {
        let failed = |why: String| format!("[mail]: {why}");
        let form: Form = written.try_into().map_err(|error: toml::de::Error| failed(error.to_string()))?;
        form.settings().map_err(failed)
    }

    /// The section as a file has it, the password masked.
    pub fn describe(&self) -> String {
        let mut shown = format!(
            "[mail]\nfrom = {:?}\nserver = {:?}\nport = {}\ntls = \"{}\"\n",
            self.from.to_string(),
            self.server,
            self.port,
            self.tls.word()
        );
        if let Some((user, _)) = &self.login {
            shown.push_str(&format!("user = {user:?}\npassword = \"********\"\n"));
        }
        if let Some(ca) = &self.ca {
            shown.push_str(&format!("ca = {:?}\n", ca.display().to_string()));
        }
        shown
    }

    /// What stands after the at sign of a Message-ID: the sender's own domain.
    pub fn host(&self) -> &str {
        self.from.email.domain()
    }
}

impl Form {
    fn settings(self) -> Result<Settings, String> {
        HeaderText::of(&self.from).map_err(|fault| format!("from: {fault}"))?;
        let from: Mailbox = self.from.parse().map_err(|error| format!("from: {error}"))?;
        let is_here = self.server == "localhost" || self.server.parse().is_ok_and(|ip: IpAddr| ip.is_loopback());
        if self.tls == Tls::None && !is_here {
            return Err("tls: none is for a server on this machine; elsewhere starttls or implicit".to_owned());
        }
        let login = match (self.user, self.password) {
            (Some(user), Some(password)) => Some((user, password)),
            (None, None) => None,
            _ => return Err("user and password: both or neither".to_owned()),
        };
        let usual = match self.tls {
            Tls::Starttls => 587,
            Tls::Implicit => 465,
            Tls::None => 25,
        };
        let (server, port, tls, ca) = (self.server, self.port.unwrap_or(usual), self.tls, self.ca);
        Ok(Settings { from, server, port, tls, login, ca, patience: PATIENCE })
    }
}
