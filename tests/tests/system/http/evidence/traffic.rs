//! Files on their way: too long, broken off, killed, many at once; and never whole in memory.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

use orebook_tests::house::{Http, token};
use orebook_tests::served::{Served, set_clock};
use orebook_tests::{each_database, until};
use serde_json::json;

use super::stage::{REPORT, Stage, digest};

/// A request whose body is sent by hand.
struct ByHand(TcpStream);

impl ByHand {
    fn put(http: &Http, token: &str, path: &str, length: Option<usize>) -> Self {
        let mut stream = TcpStream::connect(http.url().trim_start_matches("http://")).unwrap();
        let length = length.map_or("transfer-encoding: chunked".to_owned(), |n| format!("content-length: {n}"));
        let head = format!("PUT {path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n{length}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        Self(stream)
    }

    fn send(&mut self, bytes: &[u8]) -> bool {
        self.0.write_all(bytes).is_ok()
    }

    fn send_chunk(&mut self, bytes: &[u8]) -> bool {
        let head = format!("{:x}\r\n", bytes.len());
        self.send(&[head.as_bytes(), bytes, b"\r\n"].concat())
    }

    fn answer(mut self) -> String {
        let mut answer = Vec::new();
        let mut part = [0; 4096];
        // The server may reset a connection on which it has not read everything; what it said came before.
        while let Ok(read @ 1..) = self.0.read(&mut part) {
            answer.extend_from_slice(&part[..read]);
            if answer.ends_with(b"}") {
                break;
            }
        }
        String::from_utf8_lossy(&answer).into_owned()
    }
}

fn claras_token(stage: &Stage, http: &Http) -> String {
    token::token(http, &stage.world.clara.id.to_string(), &stage.world.clara.keys[0].secret)
}

#[test]
fn a_file_longer_than_allowed_is_refused_by_its_length_and_cut_while_it_comes() {
    each_database(|location| {
        let long = vec![b'x'; 3_000_000];
        let mut stage = Stage::naming(location, &[&long, &long[..1_000_000], &long[..1_000_001]]);
        stage.configured("[evidence]\nsize_max = 1000000\n");
        let clara = stage.clara();
        let told = stage.put(&clara, &long);
        assert_eq!((told.status, told.code()), (413, "evidence_is_too_large"));
        assert_eq!(told.json["facts"], json!({ "limit": 1_000_000, "length": 3_000_000 }));
        assert_eq!(stage.put(&clara, &long[..1_000_001]).code(), "evidence_is_too_large");
        assert_eq!(stage.put(&clara, &long[..1_000_000]).status, 201, "the limit itself is allowed");
        // Without a length it is cut when the limit is passed, although its sender goes on for ever.
        let token = claras_token(&stage, &stage.house.http);
        let mut endless = ByHand::put(&stage.house.http, &token, &stage.path(&long), None);
        for _ in 0..60 {
            endless.send_chunk(&long[..50_000]);
        }
        let answer = endless.answer();
        assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("evidence_is_too_large"), "{answer}");
        let (_, length) = answer.split_once("\"length\":").unwrap();
        let length: usize = length.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap();
        assert!((1_000_001..1_200_000).contains(&length), "{length} bytes had come");
        assert_eq!(
            (stage.arriving(), stage.states()),
            (0, ["missing", "stored", "missing"].map(str::to_owned).to_vec())
        );
        stage.house.audit();
    });
}

#[test]
fn a_file_that_passes_the_limit_unannounced_is_told_both_figures() {
    each_database(|location| {
        let long = vec![b'x'; 100_000];
        let mut stage = Stage::naming(location, &[&long]);
        stage.configured("[evidence]\nsize_max = 90000\n");
        let token = claras_token(&stage, &stage.house.http);
        let mut put = ByHand::put(&stage.house.http, &token, &stage.path(&long), None);
        assert!(put.send_chunk(&long[..95_000]));
        let answer = put.answer();
        assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("\"limit\":90000"), "{answer}");
        assert_eq!(stage.arriving(), 0);
        stage.house.audit();
    });
}

#[test]
fn an_upload_that_breaks_off_leaves_nothing() {
    each_database(|location| {
        let stage = Stage::on(location);
        let token = claras_token(&stage, &stage.house.http);
        let mut put = ByHand::put(&stage.house.http, &token, &stage.path(REPORT), Some(REPORT.len()));
        assert!(put.send(&REPORT[..30]));
        until("the file to arrive", || (stage.arriving() == 1).then_some(()));
        drop(put);
        until("the file to be gone", || (stage.arriving() == 0).then_some(()));
        assert!(!stage.stored(REPORT).exists());
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201, "it is as if nothing had been sent");
        stage.house.audit();
    });
}

#[test]
fn the_same_file_sent_by_many_at_once_is_stored_once() {
    each_database(|location| {
        let large = [b"%PDF-1.7\n".as_slice(), &vec![0xa5; 700_000]].concat();
        let stage = Stage::naming(location, &[&large]);
        let clara = stage.clara();
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let put = |_| scope.spawn(|| stage.put(&clara, &large).status);
            let sent: Vec<_> = (0..8).map(put).collect();
            sent.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let count = |status| statuses.iter().filter(|found| **found == status).count();
        assert_eq!((count(201), count(200)), (1, 7), "{statuses:?}");
        assert_eq!((clara.get(&stage.path(&large)).bytes == large, stage.arriving()), (true, 0));
        stage.house.audit();
    });
}

#[test]
fn too_many_files_of_one_organisation_are_told_to_come_later_and_others_pass() {
    each_database(|location| {
        let stage = Stage::on(location);
        let token = claras_token(&stage, &stage.house.http);
        let begin = |_| {
            let mut put = ByHand::put(&stage.house.http, &token, &stage.path(REPORT), Some(REPORT.len()));
            assert!(put.send(&REPORT[..30]));
            put
        };
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        let slow: Vec<ByHand> = (0..8).map(begin).collect();
        until("8 files to arrive", || (stage.arriving() == 8).then_some(()));
        let one_more = stage.put(&stage.clara(), REPORT);
        assert_eq!((one_more.status, one_more.code(), one_more.header("retry-after")), (503, "busy", "1"));
        assert_eq!(stage.house.get(&stage.path(REPORT)).status, 200, "the operator's own are not used up");
        drop(slow);
        until("room", || (stage.put(&stage.clara(), REPORT).status == 200).then_some(()));
        stage.house.audit();
    });
}

#[test]
fn a_server_killed_in_the_middle_of_an_upload_leaves_nothing_behind() {
    each_database(|location| {
        let mut stage = Stage::on(location);
        stage.house.stop();
        set_clock(stage.house.data(), stage.house.scenario.now());
        let served = Served::start_leading(location, stage.house.data());
        let token = claras_token(&stage, &served.http);
        let mut put = ByHand::put(&served.http, &token, &stage.path(REPORT), Some(REPORT.len()));
        assert!(put.send(&REPORT[..30]));
        until("the file to arrive", || (stage.arriving() == 1).then_some(()));
        served.kill();
        drop(put);
        assert_eq!(stage.arriving(), 1, "the killed server left it");
        let again = Served::start_leading(location, stage.house.data());
        assert_eq!((stage.arriving(), stage.stored(REPORT).exists()), (0, false));
        let clara = again.http.with_token(claras_token(&stage, &again.http));
        assert_eq!(clara.get(&stage.list()).text("/items/0/state"), "missing");
        assert_eq!(stage.put(&clara, REPORT).status, 201);
        again.kill();
        let last = Served::start_leading(location, stage.house.data());
        let clara = last.http.with_token(claras_token(&stage, &last.http));
        assert_eq!(clara.get(&stage.path(REPORT)).bytes, REPORT, "what was acknowledged outlives a kill");
        last.kill();
        stage.house.leave_twin();
        stage.house.audit();
    });
}

#[test]
fn a_server_that_starts_beside_another_leaves_its_uploads_alone() {
    each_database(|location| {
        let stage = Stage::on(location);
        let token = claras_token(&stage, &stage.house.http);
        let mut put = ByHand::put(&stage.house.http, &token, &stage.path(REPORT), Some(REPORT.len()));
        assert!(put.send(&REPORT[..30]));
        until("the file to arrive", || (stage.arriving() == 1).then_some(()));
        let waiting = Served::start(location, stage.house.data());
        assert_eq!(stage.arriving(), 1, "somebody writes it");
        assert!(put.send(&REPORT[30..]));
        let answer = put.answer();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
        drop(waiting);
        stage.house.audit();
    });
}

/// Most memory that a process has used, in bytes.
fn peak(process: u32) -> usize {
    let status = std::fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap().trim();
    line.trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
}

#[test]
fn files_are_never_whole_in_memory() {
    const SMALL: usize = 1_000_000;
    const LARGE: usize = 20_000_000;
    each_database(|location| {
        let of =
            |size: usize| (0..6_u8).map(move |n| [b"%PDF-1.7\n".as_slice(), &vec![n; size + usize::from(n)]].concat());
        let (small, large): (Vec<_>, Vec<_>) = (of(SMALL).collect(), of(LARGE).collect());
        let named: Vec<&[u8]> = small.iter().chain(&large).map(Vec::as_slice).collect();
        let mut stage = Stage::naming(location, &named);
        stage.house.stop();
        set_clock(stage.house.data(), stage.house.scenario.now());
        let served = Served::start_leading(location, stage.house.data());
        let clara = served.http.with_token(claras_token(&stage, &served.http));
        assert_eq!(clara.get(&stage.list()).status, 200);
        // Its most memory, when all of them have gone there and back at once.
        let after = |files: &[Vec<u8>]| {
            std::thread::scope(|scope| {
                for file in files {
                    scope.spawn(|| {
                        assert_eq!(stage.put(&clara, file).status, 201);
                        assert_eq!(digest(&clara.get(&stage.path(file)).bytes), digest(file));
                    });
                }
            });
            peak(served.id())
        };
        let [first, before] = [peak(served.id()), after(&small)];
        let rise = after(&large) - before;
        eprintln!("6 files at once, of {SMALL} bytes: {} bytes more memory; of {LARGE}: {rise} more", before - first);
        assert!(rise < 30_000_000, "{rise} bytes more");
        // What the threads keep for themselves comes with the first files, and is less than the large ones are.
        assert!(before + rise - first < 80_000_000, "{} bytes in all", before + rise - first);
        served.kill();
        stage.house.leave_twin();
        stage.house.audit();
    });
}
