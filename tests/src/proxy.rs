//! A proxy between a program and PostgreSQL, on Unix sockets, which cuts connections at the worst moment.
//!
//! It understands of the protocol what it needs: after the start-up message each message is a type, a length, and so many
//! bytes. The session of the leader is the one that asks for the advisory lock.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tempfile::TempDir;

/// Where the leader's next COMMIT is cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// It never reaches the server.
    BeforeCommit,
    /// It was sent on, and nobody waits for what becomes of it.
    AfterCommit,
    /// The server has answered, and the answer is lost.
    BeforeAnswer,
}

impl Cut {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::BeforeCommit, Self::AfterCommit, Self::BeforeAnswer];
}

#[derive(Default)]
struct Orders {
    cut: Mutex<Option<Cut>>,
    /// The n-th statement from now never reaches the server; 0 is none.
    statements: AtomicUsize,
    fired: AtomicUsize,
}

/// A running proxy. It takes connections until the process ends.
pub struct Proxy {
    directory: TempDir,
    orders: Arc<Orders>,
}

impl Proxy {
    /// Starts one before the server whose socket lies in a directory.
    ///
    /// # Panics
    /// If it cannot listen.
    pub fn before(server: &Path) -> Self {
        let directory = tempfile::Builder::new().prefix("orebook-proxy-").tempdir_in("/tmp").expect("a directory");
        let listener = UnixListener::bind(directory.path().join(SOCKET)).expect("a socket");
        let (orders, server) = (Arc::new(Orders::default()), server.join(SOCKET));
        let for_thread = orders.clone();
        std::thread::spawn(move || take_connections(&listener, &server, &for_thread));
        Self { directory, orders }
    }

    /// The directory of its socket.
    pub fn socket(&self) -> &Path {
        self.directory.path()
    }

    /// Cuts the leader's next COMMIT off.
    ///
    /// # Panics
    /// If a connection panicked.
    pub fn cut_next(&self, cut: Cut) {
        *self.orders.cut.lock().expect("no connection panicked") = Some(cut);
    }

    /// Cuts whatever connection sends the n-th statement from now, before it reaches the server.
    pub fn cut_statement(&self, nth: usize) {
        self.orders.statements.store(nth, Ordering::SeqCst);
    }

    /// How often it has cut.
    pub fn fired(&self) -> usize {
        self.orders.fired.load(Ordering::SeqCst)
    }
}

const SOCKET: &str = ".s.PGSQL.5432";

fn take_connections(listener: &UnixListener, server: &PathBuf, orders: &Arc<Orders>) {
    for client in listener.incoming().flatten() {
        let Ok(upstream) = UnixStream::connect(server) else { continue };
        let Ok(link) = Link::between(&client, &upstream) else { continue };
        let (link, orders) = (Arc::new(link), orders.clone());
        let back = link.clone();
        std::thread::spawn(move || {
            let _ = carry_answers(upstream, client, &back);
            back.cut();
        });
        std::thread::spawn(move || {
            let _ = carry_questions(&link, &orders);
            link.cut();
        });
    }
}

/// Both ends of a connection.
struct Link {
    client: UnixStream,
    server: UnixStream,
    /// The next answer is lost, and with it the connection.
    deaf: AtomicBool,
}

impl Link {
    fn between(client: &UnixStream, server: &UnixStream) -> std::io::Result<Self> {
        Ok(Self { client: client.try_clone()?, server: server.try_clone()?, deaf: AtomicBool::new(false) })
    }

    fn cut(&self) {
        let _ = self.client.shutdown(Shutdown::Both);
        let _ = self.server.shutdown(Shutdown::Both);
    }
}

fn carry_answers(mut server: UnixStream, mut client: UnixStream, link: &Link) -> std::io::Result<()> {
    let mut bytes = [0; 16_384];
    loop {
        let read = server.read(&mut bytes)?;
        if read == 0 || link.deaf.load(Ordering::SeqCst) {
            return Ok(());
        }
        client.write_all(&bytes[..read])?;
    }
}

/// Sends messages on one by one, until one of them is cut off.
fn carry_questions(link: &Link, orders: &Orders) -> std::io::Result<()> {
    let (mut client, mut server) = (&link.client, &link.server);
    let mut length = [0; 4];
    client.read_exact(&mut length)?;
    server.write_all(&length)?;
    server.write_all(&body(&mut client, length)?)?;
    let mut leads = false;
    loop {
        let mut kind = [0];
        client.read_exact(&mut kind)?;
        client.read_exact(&mut length)?;
        let body = body(&mut client, length)?;
        leads |= contains(&body, b"pg_try_advisory_lock");
        let cut = orders.look(kind[0], &body, leads);
        if cut == Some(Cut::BeforeCommit) {
            return Ok(());
        }
        link.deaf.fetch_or(cut == Some(Cut::BeforeAnswer), Ordering::SeqCst);
        let message = [&kind, length.as_slice(), &body].concat();
        server.write_all(&message)?;
        if cut == Some(Cut::AfterCommit) {
            return Ok(());
        }
    }
}

fn body(client: &mut &UnixStream, length: [u8; 4]) -> std::io::Result<Vec<u8>> {
    let mut body = vec![0; (u32::from_be_bytes(length) as usize).saturating_sub(4)];
    client.read_exact(&mut body)?;
    Ok(body)
}

fn contains(body: &[u8], words: &[u8]) -> bool {
    body.windows(words.len()).any(|window| window == words)
}

impl Orders {
    /// Whether a message is to be cut off. A query is of type Q, a statement to prepare of type P.
    fn look(&self, kind: u8, body: &[u8], leads: bool) -> Option<Cut> {
        let counts = matches!(kind, b'Q' | b'P');
        let left = |left: usize| left.checked_sub(usize::from(counts));
        if self.statements.fetch_update(Ordering::SeqCst, Ordering::SeqCst, left) == Ok(1) && counts {
            self.fired.fetch_add(1, Ordering::SeqCst);
            return Some(Cut::BeforeCommit);
        }
        let commits = kind == b'Q' && body.to_ascii_lowercase().starts_with(b"commit");
        let cut = if commits && leads { self.cut.lock().ok()?.take() } else { None };
        self.fired.fetch_add(usize::from(cut.is_some()), Ordering::SeqCst);
        cut
    }
}
