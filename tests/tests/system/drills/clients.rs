//! Clients that are slow, stop in the middle, send without end, or only hold a connection. Honest ones are served meanwhile.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use orebook_tests::drill::{Drill, cycles};
use orebook_tests::served::Served;

use super::Stage;

const HEAD: &str = "POST /v1/instructions HTTP/1.1\r\nhost: register\r\ncontent-type: application/json\r\n";

/// What they send before they fall silent.
fn beginnings() -> Vec<Vec<u8>> {
    let head = |more: &str| format!("{HEAD}{more}").into_bytes();
    vec![
        Vec::new(),
        b"GET /v1/bat".to_vec(),
        head("x-half: a hea"),
        head("content-length: 4000\r\n\r\n{\"@context\""),
        head("content-length: 4000\r\nexpect: 100-continue\r\n\r\n"),
        head("transfer-encoding: chunked\r\n\r\n5\r\nhel"),
        head("transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n"),
    ]
}

/// What they send in full, and what they must be answered with: an error, or a closed connection.
fn abuses() -> Vec<Vec<u8>> {
    let head = |more: &str| format!("{HEAD}{more}").into_bytes();
    let huge = |bytes: usize| [head(&format!("content-length: {bytes}\r\n\r\n")), vec![b' '; 2_000_000]].concat();
    let chunks = b"10000\r\n".iter().copied().chain([b' '; 0x1_0000]).chain(*b"\r\n").collect::<Vec<u8>>();
    let many_headers: String = (0..5_000).map(|n| format!("x-{n}: {n}\r\n")).collect();
    vec![
        huge(2_000_000),
        huge(1 << 40),
        [head("transfer-encoding: chunked\r\n\r\n"), chunks.repeat(40)].concat(),
        head(&format!("x-long: {}\r\n\r\n", "a".repeat(1_000_000))),
        head(&format!("{many_headers}\r\n")),
        head("content-length: 10\r\ncontent-length: 20\r\n\r\n"),
        vec![0; 100_000],
    ]
}

/// Sends what can be sent, and answers the status; nothing if the connection was closed.
fn status(address: &str, bytes: &[u8]) -> Option<u16> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.set_write_timeout(Some(Duration::from_secs(20))).unwrap();
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let text = String::from_utf8_lossy(&answer);
    text.strip_prefix("HTTP/1.1 ")?.split(' ').next()?.parse().ok()
}

/// Asks for far more than the buffers of a connection hold.
fn greedy(address: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(&b"GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nhost: register\r\n\r\n".repeat(20)).unwrap();
    stream
}

/// Whether the server has ended a connection.
fn is_closed(stream: &mut TcpStream) -> bool {
    let mut bytes = [0; 4096];
    loop {
        match stream.read(&mut bytes) {
            Ok(0) => return true,
            Ok(_) => {}
            Err(error) => return error.kind() != std::io::ErrorKind::WouldBlock,
        }
    }
}

/// As many connections as the process may have open, with room for everything else.
fn idle_max() -> usize {
    let output = std::process::Command::new("sh").args(["-c", "ulimit -n"]).output().unwrap();
    let limit = String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(1_024_usize);
    limit.saturating_sub(400).min(1_000)
}

#[test]
fn honest_clients_are_served_while_others_misbehave() {
    let mut stage = Stage::new();
    let location = stage.file();
    let mut drill = Drill::on(&location, "bad clients");
    let served = Served::start_leading(&location, stage.data());
    let address = served.http.url().trim_start_matches("http://").to_owned();
    let mut silent = Vec::new();
    for n in 0..cycles(120, idle_max()) {
        let mut stream = TcpStream::connect(&address).unwrap();
        stream.write_all(&beginnings()[n % beginnings().len()]).unwrap();
        stream.set_nonblocking(true).unwrap();
        silent.push(stream);
        drill.cycle();
    }
    // They ask for much, and read none of it.
    let greedy: Vec<TcpStream> = (0..cycles(3, 10)).map(|_| greedy(&address)).collect();
    let load = stage.new_load(cycles(60, 600));
    load.send_while(&served.http, || {
        for _ in 0..cycles(1, 5) {
            for abuse in abuses() {
                let status = status(&address, &abuse);
                assert!(status.is_none_or(|status| (400..500).contains(&status)), "{status:?}");
                drill.cycle();
            }
        }
    });
    assert_eq!(load.acknowledged(), cycles(60, 600), "honest clients were served, each at once");
    stage.loads.push(load);
    if cycles(0, 1) == 1 {
        // Nobody holds a connection for ever by saying nothing.
        let end = Instant::now() + Duration::from_secs(90);
        while !silent.is_empty() && Instant::now() < end {
            silent.retain_mut(|stream| !is_closed(stream));
            assert_eq!(served.http.get("/v1/batches").status, 200);
        }
        assert_eq!(silent.len(), 0, "connections that say nothing are closed");
    }
    drop((silent, greedy));
    stage.look(&served);
    served.kill();
    stage.settle(&mut drill, &location);
    drill.end();
}
