//! The client: many connections kept alive on one thread, each with one request under way. It reads of an answer
//! only status and length, so that little of the processor is the client's.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::{Outcome, words};

/// Not measured, at the beginning.
const WARM_UP: Duration = Duration::from_millis(300);

/// Requests as their bytes go over the wire.
pub type Requests = Arc<Vec<Vec<u8>>>;

/// What the client saw.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// All requests that were answered with 201, those of the warm-up included.
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

/// Sends requests over so many connections until the window is over, and waits for all answers. When they are used
/// up it begins again, which only a server that does not look at them answers with 201.
///
/// # Errors
/// An answer is not 201.
pub fn load(address: SocketAddr, requests: &Requests, connections: usize, window: Duration) -> Outcome<Seen> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(words)?;
    let (next, from) = (Arc::new(AtomicUsize::new(0)), Instant::now() + WARM_UP);
    let until = from + window;
    let answers = runtime.block_on(async {
        let mut clients = JoinSet::new();
        for _ in 0..connections {
            clients.spawn(converse(address, requests.clone(), next.clone(), until));
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
) -> Outcome<Vec<(Instant, u64)>> {
    let mut stream = TcpStream::connect(address).await.map_err(words)?;
    stream.set_nodelay(true).map_err(words)?;
    let (mut answers, mut buffer) = (Vec::new(), Vec::with_capacity(16 * 1024));
    while Instant::now() < until {
        let request = &requests[next.fetch_add(1, Ordering::Relaxed) % requests.len()];
        let start = Instant::now();
        stream.write_all(request).await.map_err(words)?;
        answer(&mut stream, &mut buffer).await?;
        answers.push((Instant::now(), u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)));
    }
    Ok(answers)
}

/// Reads one answer of known length, and wants it to be 201.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Outcome<()> {
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
    match text.starts_with("http/1.1 201") {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(buffer).into_owned()),
    }
}
