//! A receiver of webhooks on the loopback address. It writes down what it is sent and answers as it is told: any status,
//! nothing at all, too much, or a broken connection.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

/// How a delivery is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behaviour {
    /// With a status.
    Status(u16),
    /// With a status and a header.
    With(u16, &'static str, String),
    /// Not at all: the connection stays open.
    Hang,
    /// The connection is closed.
    Close,
    /// What is no HTTP.
    Babble,
    /// With `200` and a body that does not end before the connection does.
    Flood,
}

/// What was sent.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// The path that was posted to.
    pub path: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Delivery {
    /// A header; empty where it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
    /// `webhook-id`.
    pub fn id(&self) -> &str {
        self.header("webhook-id")
    }
    /// The event.
    ///
    /// # Panics
    /// If it is no JSON.
    pub fn event(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("an event is JSON")
    }
}

/// A receiver that listens, until it is dropped.
pub struct Receiver {
    inner: Arc<Inner>,
    address: SocketAddr,
}

#[derive(Default)]
struct Inner {
    deliveries: Mutex<Vec<Delivery>>,
    /// How the next ones are answered, before what is always answered.
    script: Mutex<VecDeque<Behaviour>>,
    always: Mutex<Option<Behaviour>>,
    /// Connections that are left open without an answer.
    hanging: Mutex<Vec<TcpStream>>,
    /// Bytes of a flood that were taken.
    flooded: Mutex<usize>,
    stopped: AtomicBool,
}

impl Receiver {
    /// One that answers 200.
    ///
    /// # Panics
    /// If it cannot listen.
    pub fn new() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("it listens");
        let address = listener.local_addr().expect("it has an address");
        let inner = Arc::new(Inner::default());
        let served = inner.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if served.stopped.load(Ordering::Relaxed) {
                    return;
                }
                let served = served.clone();
                std::thread::spawn(move || served.serve(stream));
            }
        });
        Self { inner, address }
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// From now on it answers so.
    pub fn always(&self, behaviour: Behaviour) {
        *lock(&self.inner.always) = Some(behaviour);
    }

    /// It answers the next delivery so.
    pub fn next(&self, behaviour: Behaviour) {
        lock(&self.inner.script).push_back(behaviour);
    }

    /// What it was sent, in order.
    pub fn deliveries(&self) -> Vec<Delivery> {
        lock(&self.inner.deliveries).clone()
    }

    /// The ids of what it was sent, in order.
    pub fn ids(&self) -> Vec<String> {
        lock(&self.inner.deliveries).iter().map(|delivery| delivery.id().to_owned()).collect()
    }

    /// Bytes of a flood that were taken before the connection was closed.
    pub fn flooded(&self) -> usize {
        *lock(&self.inner.flooded)
    }
}

impl Default for Receiver {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.inner.stopped.store(true, Ordering::Relaxed);
        lock(&self.inner.hanging).clear();
        // The listener waits for a connection: here is one.
        drop(TcpStream::connect(self.address));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Inner {
    fn serve(&self, mut stream: TcpStream) {
        let Some(delivery) = read(&stream) else { return };
        // How it is answered is decided before anybody can see that it came.
        let scripted = lock(&self.script).pop_front();
        let behaviour = scripted.or_else(|| lock(&self.always).clone()).unwrap_or(Behaviour::Status(200));
        lock(&self.deliveries).push(delivery);
        let _ = match behaviour {
            Behaviour::Status(status) => answer(&mut stream, status, ""),
            Behaviour::With(status, name, value) => answer(&mut stream, status, &format!("{name}: {value}\r\n")),
            Behaviour::Babble => stream.write_all(b"how do you do\r\n\r\n"),
            Behaviour::Close => Ok(()),
            Behaviour::Hang => {
                lock(&self.hanging).push(stream);
                Ok(())
            }
            Behaviour::Flood => self.flood(&mut stream),
        };
    }

    fn flood(&self, stream: &mut TcpStream) -> std::io::Result<()> {
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n")?;
        let piece = [b'x'; 65_536];
        while !self.stopped.load(Ordering::Relaxed) {
            stream.write_all(&piece)?;
            *lock(&self.flooded) += piece.len();
        }
        Ok(())
    }
}

fn answer(stream: &mut TcpStream, status: u16, headers: &str) -> std::io::Result<()> {
    let head = format!("HTTP/1.1 {status} Told\r\n{headers}content-length: 2\r\nconnection: close\r\n\r\nok");
    stream.write_all(head.as_bytes())
}

/// Reads a request whose body has a length; nothing when the connection ends before.
fn read(stream: &TcpStream) -> Option<Delivery> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut headers = HeaderMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.append(HeaderName::from_bytes(name.as_bytes()).ok()?, HeaderValue::from_str(value.trim()).ok()?);
    }
    let length = headers.get("content-length")?.to_str().ok()?.parse().ok()?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Delivery { path, headers, body })
}
