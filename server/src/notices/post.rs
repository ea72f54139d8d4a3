//! The way to the mail server.

use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls as SmtpTls, TlsParameters};
use lettre::transport::smtp::{AsyncSmtpTransportBuilder, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use parking_lot::Mutex;
use tokio::time::timeout;

use super::settings::{Settings, Tls};
use crate::cause;

/// Letters that are under way at once, and connections to the mail server.
pub const AT_ONCE: usize = 8;
/// A mail server that cannot be reached within so long is asked again later.
const PATIENCE: Duration = Duration::from_secs(20);

/// What became of a letter that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// The mail server has it.
    Sent,
    /// Not now: for what the server says, or because it could not be asked.
    Later(String),
    /// Never to this address.
    Never(String),
}

/// Connections to the mail server.
#[derive(Clone)]
pub struct Post(Arc<Connections>);

struct Connections {
    builder: AsyncSmtpTransportBuilder,
    open: Mutex<AsyncSmtpTransport<Tokio1Executor>>,
    /// The library bounds the time of connecting only: a server that falls silent afterwards would hold up all letters
    /// for ever.
    patience: Duration,
}

impl Post {
    /// Nothing is connected yet. A file of authorities that cannot be read is told at once.
    pub fn of(settings: &Settings) -> Result<Self, String> {
        let tls = match settings.tls {
            Tls::Starttls => SmtpTls::Required(parameters(settings)?),
            Tls::Implicit => SmtpTls::Wrapper(parameters(settings)?),
            Tls::None => SmtpTls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.server.clone())
            .port(settings.port)
            .tls(tls)
            .timeout(Some(PATIENCE))
            .pool_config(PoolConfig::new().max_size(u32::try_from(AT_ONCE).unwrap_or(1)));
        if let Some((user, password)) = &settings.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        let open = Mutex::new(builder.clone().build());
        Ok(Self(Arc::new(Connections { builder, open, patience: settings.patience })))
    }

    /// Whether the server can be reached and lets us in. What it refuses here, it refuses to us and to no address.
    pub async fn is_open(&self) -> Result<(), String> {
        match self.0.patiently(async |open| open.test_connection().await).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err("the mail server does not answer well".to_owned()),
            Ok(Err(error)) => Err(told(&error)),
            Err(Silence) => Err("the mail server does not answer".to_owned()),
        }
    }

    /// Hands a letter over.
    pub async fn send(&self, message: Message) -> Fate {
        let Ok(answer) = self.0.patiently(async |open| open.send(message).await).await else {
            return Fate::Later("the mail server fell silent".to_owned());
        };
        match answer {
            Ok(_) => Fate::Sent,
            // Of 5xx answers, those to our own login say nothing of the address.
            Err(error) if error.is_permanent() && !is_login(&error) => Fate::Never(told(&error)),
            Err(error) => Fate::Later(told(&error)),
        }
    }
}

/// No answer came.
struct Silence;

impl Connections {
    /// Does something as long as patience lasts. After silence all connections are given up: whatever is answered late on
    /// one of them would pass for the answer to the next letter.
    async fn patiently<T>(
        &self,
        work: impl AsyncFnOnce(AsyncSmtpTransport<Tokio1Executor>) -> T,
    ) -> Result<T, Silence> {
        let open = self.open.lock().clone();
        match timeout(self.patience, work(open)).await {
            Ok(done) => Ok(done),
            Err(_) => {
                *self.open.lock() = self.builder.clone().build();
                Err(Silence)
            }
        }
    }
}

fn is_login(error: &lettre::transport::smtp::Error) -> bool {
    const LOGIN: [u16; 4] = [530, 534, 535, 538];
    error.status().is_some_and(|status| LOGIN.contains(&u16::from(status)))
}

/// What went wrong, on one line.
fn told(error: &lettre::transport::smtp::Error) -> String {
    const LONGEST: usize = 300;
    cause::told(error).chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect()
}

fn parameters(settings: &Settings) -> Result<TlsParameters, String> {
    let mut builder = TlsParameters::builder(settings.server.clone());
    if let Some(path) = &settings.ca {
        let failed = |why: String| format!("[mail] ca {}: {why}", path.display());
        let pem = std::fs::read(path).map_err(|error| failed(error.to_string()))?;
        let authorities = Certificate::from_pem(&pem).map_err(|error| failed(error.to_string()))?;
        builder = builder.certificate_store(CertificateStore::None).add_root_certificate(authorities);
    }
    builder.build().map_err(|error| format!("[mail]: {error}"))
}
