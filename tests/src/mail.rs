//! A small real mail server: it speaks SMTP, with STARTTLS, with TLS from the first byte or in clear, keeps what it
//! takes, and fails where it is told to.

mod connection;

use std::collections::VecDeque;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use mail_parser::{Message, MessageParser};
use orebook_server::notices::settings::Settings;
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tempfile::TempDir;

use crate::until;

/// How its connections are kept from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Encrypted when the client asks.
    Starttls,
    /// From the first byte on.
    Implicit,
    /// Not at all.
    Clear,
}

/// Where in a letter's way something goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// When the connection is made.
    Greeting,
    /// At the sender.
    Sender,
    /// At the recipient.
    Recipient,
    /// After the whole letter has arrived; what is answered then is an answer to the letter.
    Letter,
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// This code is answered, and what was refused is not kept.
    Answer(u16),
    /// The connection is cut. At [`Stage::Letter`], after the letter was kept: the client cannot know.
    Cut,
    /// Nothing is answered until [`MailServer::mend`]. At [`Stage::Letter`], after the letter was kept.
    Hang,
}

/// A letter that was taken.
#[derive(Debug, Clone)]
pub struct Received {
    /// The address it was for.
    pub to: String,
    /// As it came.
    pub bytes: Vec<u8>,
    /// Whether it came encrypted.
    pub encrypted: bool,
    /// With what its sender logged in.
    pub login: Option<(String, String)>,
}

impl Received {
    /// Read by a parser that knows nothing of ours.
    ///
    /// # Panics
    /// If it is no letter.
    pub fn parsed(&self) -> Message<'_> {
        MessageParser::default().parse(&self.bytes).expect("it is a letter")
    }

    /// A header as it was written, unfolded; empty where there is none.
    pub fn header(&self, name: &str) -> String {
        let head = String::from_utf8(self.bytes.clone()).expect("a letter is ASCII").replace("\r\n ", " ");
        let head = head.split("\r\n\r\n").next().unwrap_or_default().to_owned();
        let line = head.split("\r\n").find_map(|line| line.strip_prefix(&format!("{name}: ")));
        line.unwrap_or_default().trim().to_owned()
    }

    /// Which letter it is: a section of the texts.
    pub fn section(&self) -> String {
        self.header("X-Orebook-Letter")
    }
}

/// A mail server that listens, until it is dropped.
pub struct MailServer {
    inner: Arc<Inner>,
    address: SocketAddr,
    directory: TempDir,
}

struct Inner {
    security: Security,
    tls: Arc<ServerConfig>,
    received: Mutex<Vec<Received>>,
    faults: Mutex<VecDeque<(Stage, Fault)>>,
    /// With what a client must log in, if it must.
    login: Option<(String, String)>,
    /// Addresses that there are not: 550.
    unknown: Mutex<Vec<String>>,
    hanging: AtomicBool,
    stopping: AtomicBool,
}

impl MailServer {
    /// A server on a free port, with a certificate of its own for `localhost`.
    ///
    /// # Panics
    /// If it cannot listen.
    pub fn start(security: Security) -> Self {
        Self::started(security, None)
    }

    /// The same, for a client that logs in.
    pub fn start_for(security: Security, user: &str, password: &str) -> Self {
        Self::started(security, Some((user.to_owned(), password.to_owned())))
    }

    fn started(security: Security, login: Option<(String, String)>) -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
        let directory = tempfile::tempdir().expect("a temporary directory");
        std::fs::write(directory.path().join("ca.pem"), made.cert.pem()).expect("it can be written");
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .expect("a certificate and its key");
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("it listens");
        let address = listener.local_addr().expect("it has an address");
        let inner = Arc::new(Inner {
            security,
            tls: Arc::new(tls),
            received: Mutex::default(),
            faults: Mutex::default(),
            login,
            unknown: Mutex::default(),
            hanging: AtomicBool::new(false),
            stopping: AtomicBool::new(false),
        });
        let serving = inner.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if serving.stopping.load(Ordering::SeqCst) {
                    return;
                }
                let inner = serving.clone();
                // A client that goes away ends its own connection only.
                std::thread::spawn(move || drop(connection::serve(&inner, stream)));
            }
        });
        Self { inner, address, directory }
    }

    /// The certificate, as its authority.
    pub fn ca(&self) -> PathBuf {
        self.directory.path().join("ca.pem")
    }

    /// The section `[mail]` that leads here.
    pub fn section(&self) -> String {
        let (server, tls) = match self.inner.security {
            Security::Starttls => ("localhost", "starttls"),
            Security::Implicit => ("localhost", "implicit"),
            Security::Clear => ("127.0.0.1", "none"),
        };
        let mut section = format!(
            "from = \"Example Registry <register@registry.example>\"\nserver = \"{server}\"\nport = {}\ntls = \"{tls}\"\n",
            self.address.port()
        );
        if self.inner.security != Security::Clear {
            section.push_str(&format!("ca = {:?}\n", self.ca().display().to_string()));
        }
        if let Some((user, password)) = &self.inner.login {
            section.push_str(&format!("user = {user:?}\npassword = {password:?}\n"));
        }
        section
    }

    /// Settings that lead here.
    ///
    /// # Panics
    /// If they are not sound.
    pub fn settings(&self) -> Settings {
        let section = toml::Value::Table(self.section().parse().expect("TOML"));
        Settings::of(section).expect("the settings are sound")
    }

    /// The next letter that comes to a stage fails so. Several are used up in order.
    pub fn fail(&self, stage: Stage, fault: Fault) {
        locked(&self.inner.faults).push_back((stage, fault));
    }

    /// From now on there is no such address.
    pub fn forget(&self, address: &str) {
        locked(&self.inner.unknown).push(address.to_owned());
    }

    /// Nothing goes wrong any more.
    pub fn mend(&self) {
        locked(&self.inner.faults).clear();
        self.inner.hanging.store(false, Ordering::SeqCst);
    }

    /// Whether a client is waiting for an answer that does not come.
    pub fn is_hanging(&self) -> bool {
        self.inner.hanging.load(Ordering::SeqCst)
    }

    /// Everything that was taken.
    pub fn received(&self) -> Vec<Received> {
        locked(&self.inner.received).clone()
    }

    /// Waits for so many letters.
    ///
    /// # Panics
    /// If they do not come, or more do.
    pub fn wait_for(&self, count: usize) -> Vec<Received> {
        let received = until(&format!("{count} letters"), || {
            let received = self.received();
            (received.len() >= count).then_some(received)
        });
        assert_eq!(received.len(), count, "{:?}", received.iter().map(Received::section).collect::<Vec<_>>());
        received
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.inner.stopping.store(true, Ordering::SeqCst);
        self.inner.hanging.store(false, Ordering::SeqCst);
        // Wakes the thread that accepts.
        drop(TcpStream::connect(self.address));
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
