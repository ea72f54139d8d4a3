//! The client: many connections kept alive on one thread, each with one request under way. It reads of an answer
//! only status and length, so that little of the processor is the client's. Beside it orders may trickle in over a
//! connection of their own.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::{Outcome, words};

/// Not measured, at the beginning.
const WARM_UP: Duration = Duration::from_millis(300);

/// How an answer begins that stored something, and one that found something.
const CREATED: &str = "http/1.1 201";
const FOUND: &str = "http/1.1 200";

/// Requests as their bytes go over the wire.
pub type Requests = Arc<Vec<Vec<u8>>>;

/// What the client saw.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// All requests that were answered as they should be, those of the warm-up included.
    pub accepted: usize,
    /// Answers a second inside the window.
    pub per_second: u64,
    /// 99 of 100 answers inside the window took no longer.
    pub p99_ns: u64,
}

/// Bodies with their heads.
pub fn requests(bodies: Vec<Vec<u8>>) -> Requests {
    let head = "POST /v1/instructions HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: ";
    let request = |body: Vec<u8>| [head.as_bytes(), body.len().to_string().as_bytes(), b"\r\n\r\n", &body].concat();
    Arc::new(bodies.into_iter().map(request).collect())
}

/// The same requests with one more header.
pub fn with_header(requests: &Requests, header: &str) -> Requests {
    let headed = |request: &Vec<u8>| {
        let head = request.windows(2).position(|end| end == b"\r\n").map_or(0, |end| end + 2);
        [&request[..head], header.as_bytes(), b"\r\n", &request[head..]].concat()
    };
    Arc::new(requests.iter().map(headed).collect())
}

/// Sends requests over so many connections until the window is over, and waits for all answers. When they are used
/// up it begins again, which only a server that does not look at them answers with 201.
///
/// # Errors
/// An answer is not 201.
pub fn load(address: SocketAddr, requests: &Requests, connections: usize, window: Duration) -> Outcome<Seen> {
    answered(address, requests, connections, window, CREATED)
}

/// Asks for the same again and again.
///
/// # Errors
/// An answer is not 200.
pub fn read(address: SocketAddr, path: &str, connections: usize, window: Duration) -> Outcome<Seen> {
    read_with(address, &reads(path), connections, window)
}

/// A request for a path.
pub fn reads(path: &str) -> Requests {
    Arc::new(vec![get(path)])
}

/// Requests for paths, one after the other.
pub fn several(paths: &[String]) -> Requests {
    Arc::new(paths.iter().map(|path| get(path)).collect())
}

/// Asks for the same again and again, as a request says.
///
/// # Errors
/// An answer is not 200.
pub fn read_with(address: SocketAddr, request: &Requests, connections: usize, window: Duration) -> Outcome<Seen> {
    answered(address, request, connections, window, FOUND)
}

/// Asks once, and answers the body.
///
/// # Errors
/// The answer is not 200, or no text.
pub fn read_once(address: SocketAddr, path: &str) -> Outcome<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(words)?;
    runtime.block_on(async {
        let (mut stream, mut buffer) = (connect(address).await?, Vec::new());
        stream.write_all(&get(path)).await.map_err(words)?;
        answer(&mut stream, &mut buffer, FOUND).await?;
        let head = buffer.windows(4).position(|window| window == b"\r\n\r\n").map_or(0, |end| end + 4);
        String::from_utf8(buffer.split_off(head)).map_err(words)
    })
}

fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n").into_bytes()
}

pub(crate) async fn connect(address: SocketAddr) -> Outcome<TcpStream> {
    let stream = TcpStream::connect(address).await.map_err(words)?;
    stream.set_nodelay(true).map_err(words)?;
    Ok(stream)
}

/// Orders that arrive one by one at a moderate rate, beside whatever else is measured.
pub struct Trickle {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<Outcome<usize>>,
}

impl Trickle {
    /// Begins to send.
    pub fn start(address: SocketAddr, requests: Requests, per_second: u32) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let told = stop.clone();
        let run = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(words)?;
            runtime.block_on(send_in_turn(address, &requests, per_second, &told))
        };
        Self { stop, thread: std::thread::spawn(run) }
    }

    /// Ends it; answers how many were accepted.
    ///
    /// # Errors
    /// An answer was not 201, or there were too few orders.
    pub fn stop(self) -> Outcome<usize> {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.join().map_err(|_| "the thread of the orders panicked".to_owned())?
    }
}

async fn send_in_turn(address: SocketAddr, requests: &Requests, per_second: u32, stop: &AtomicBool) -> Outcome<usize> {
    let (mut stream, mut buffer) = (connect(address).await?, Vec::new());
    let mut turn = tokio::time::interval(Duration::from_secs(1) / per_second);
    for (sent, request) in requests.iter().enumerate() {
        if stop.load(Ordering::Relaxed) {
            return Ok(sent);
        }
        turn.tick().await;
        stream.write_all(request).await.map_err(words)?;
        answer(&mut stream, &mut buffer, CREATED).await?;
    }
    Err("fewer orders than the window needs".to_owned())
}

fn answered(
    address: SocketAddr,
    requests: &Requests,
    connections: usize,
    window: Duration,
    status: &'static str,
) -> Outcome<Seen> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(words)?;
    let (next, from) = (Arc::new(AtomicUsize::new(0)), Instant::now() + WARM_UP);
    let until = from + window;
    let answers = runtime.block_on(async {
        let mut clients = JoinSet::new();
        for _ in 0..connections {
            clients.spawn(converse(address, requests.clone(), next.clone(), until, status));
        }
        let mut answers = Vec::new();
        // The first failure ends it: the rest are aborted with the set.
        while let Some(client) = clients.join_next().await {
            answers.extend(client.map_err(words)??);
        }
        Ok::<_, String>(answers)
    })?;
    let mut nanos: Vec<u64> =
        answers.iter().filter(|(at, _)| (from..until).contains(at)).map(|(_, nanos)| *nanos).collect();
    nanos.sort_unstable();
    let milliseconds = u64::try_from(window.as_millis()).unwrap_or(u64::MAX).max(1);
    Ok(Seen {
        accepted: answers.len(),
        per_second: nanos.len() as u64 * 1000 / milliseconds,
        p99_ns: nanos.get((nanos.len() * 99 / 100).min(nanos.len().saturating_sub(1))).copied().unwrap_or(0),
    })
}

async fn converse(
    address: SocketAddr,
    requests: Requests,
    next: Arc<AtomicUsize>,
    until: Instant,
    status: &str,
) -> Outcome<Vec<(Instant, u64)>> {
    let mut stream = connect(address).await?;
    let (mut answers, mut buffer) = (Vec::new(), Vec::with_capacity(16 * 1024));
    while Instant::now() < until {
        let request = &requests[next.fetch_add(1, Ordering::Relaxed) % requests.len()];
        let start = Instant::now();
        stream.write_all(request).await.map_err(words)?;
        answer(&mut stream, &mut buffer, status).await?;
        answers.push((Instant::now(), u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)));
    }
    Ok(answers)
}

/// Asks once over a connection; answers the status.
pub(crate) async fn ask(stream: &mut TcpStream, buffer: &mut Vec<u8>, request: &[u8]) -> Outcome<u16> {
    stream.write_all(request).await.map_err(words)?;
    let head = receive(stream, buffer).await?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    status.ok_or_else(|| "an answer has no status".to_owned())
}

/// Reads one answer of known length, and wants it to be of a status.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>, status: &str) -> Outcome<()> {
    let head = receive(stream, buffer).await?;
    match head.starts_with(status) {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(buffer).into_owned()),
    }
}

/// Reads one answer of known length; answers its head, in small letters.
pub(crate) async fn receive(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Outcome<String> {
    buffer.clear();
    let head = loop {
        if stream.read_buf(buffer).await.map_err(words)? == 0 {
            return Err("the server closed a connection".to_owned());
        }
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let text = String::from_utf8_lossy(&buffer[..head]).to_lowercase();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
    let total = head + length.ok_or("an answer has no length")?;
    while buffer.len() < total {
        if stream.read_buf(buffer).await.map_err(words)? == 0 {
            return Err("the server closed a connection".to_owned());
        }
    }
    Ok(text)
}
