//! Bytes made to break the reader: whatever they are, there is an answer and never a panic.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use orebook_tlog::{Checkpoint, encode_bundle};
use orebook_verifier::archive::Reader;
use orebook_verifier::verify;
use support::story::Story;
use support::*;

/// A small generator (SplitMix64): the same bytes in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
    fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.next() as u8).collect()
    }
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// True when the archive is found to be wrong, or cannot be opened.
fn is_noticed(dir: &Path) -> bool {
    Reader::open(dir).ok().and_then(|reader| verify(&reader, &log_key()).ok()).is_none_or(|report| !report.is_clean())
}

#[test]
fn every_file_cut_short_emptied_or_filled_with_noise_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    write_archive(dir.path(), &Story::told().log.entries, &log_signer());
    let mut random = Random(1);
    for path in files(dir.path()) {
        let good = fs::read(&path).unwrap();
        let noise = random.bytes(good.len());
        let longer = [&good[..], &random.bytes(100)].concat();
        let mut attempts =
            vec![Vec::new(), good[..good.len() / 2].to_vec(), good[..good.len() - 2].to_vec(), noise, longer];
        for _ in 0..20 {
            let mut flipped = good.clone();
            let at = random.below(flipped.len());
            flipped[at] ^= 1 << random.below(8);
            attempts.push(flipped);
        }
        for bytes in attempts {
            fs::write(&path, &bytes).unwrap();
            assert!(is_noticed(dir.path()), "{}: {:?}", path.display(), String::from_utf8_lossy(&bytes));
        }
        fs::remove_file(&path).unwrap();
        assert!(is_noticed(dir.path()), "{} removed", path.display());
        fs::write(&path, good).unwrap();
    }
    assert!(!is_noticed(dir.path()));
}

#[test]
fn entries_of_noise_signed_by_the_log_are_noticed() {
    let mut random = Random(2);
    for round in 0..60 {
        let entries: Vec<Vec<u8>> = (0..3)
            .map(|_| {
                let length = random.below(200);
                random.bytes(length)
            })
            .collect();
        let report = verified(&entries);
        assert_eq!(report.first_entry(), Some(0), "round {round}");
    }
}

#[test]
fn entries_with_pieces_exchanged_signed_by_the_log_are_noticed() {
    let story = Story::told();
    let pieces: [&str; 14] = [
        "{}",
        "[]",
        "\"\"",
        "null",
        "\"-1\"",
        "\"99999999999999999999\"",
        "\"999999999999.999999\"",
        "\"2199-12-31\"",
        "\"9999-12-31T23:59:59.999Z\"",
        "\"0000-01-01T00:00:00.000Z\"",
        "\"1970-01-01T00:00:00.000Z\"",
        "\"clock\"",
        "\"continuation\"",
        "\"founding\"",
    ];
    let mut random = Random(3);
    for round in 0..300 {
        let mut entries = story.log.entries.clone();
        let index = random.below(entries.len());
        let text = String::from_utf8(entries[index].clone()).unwrap();
        let quotes: Vec<usize> = text.match_indices(":\"").map(|(at, _)| at + 1).collect();
        let start = quotes[random.below(quotes.len())];
        let end = start + 2 + text[start + 1..].find('"').unwrap();
        let piece = pieces[random.below(pieces.len())];
        if &text[start..end] != piece {
            entries[index] = format!("{}{piece}{}", &text[..start], &text[end..]).into_bytes();
            assert_eq!(verified(&entries).first_entry(), Some(index as u64), "round {round}: {piece} in entry {index}");
        }
    }
}

#[test]
fn deep_and_wide_entries_are_answered() {
    let deep = [b"{\"a\":".repeat(10_000), b"1".to_vec(), b"}".repeat(10_000)].concat();
    let arrays = [b"[".repeat(30_000), b"]".repeat(30_000)].concat();
    let events = format!(
        r#"{{"cause":"clock","events":{},"sequence":"0","time":"2026-01-01T00:00:00.000Z","v":"1"}}"#,
        "[".repeat(50_000)
    );
    for bytes in [deep, arrays, events.into_bytes(), vec![b'"'; 60_000], vec![0; 60_000]] {
        assert_eq!(verified(&[bytes]).first_entry(), Some(0));
    }
}

#[test]
fn a_checkpoint_of_any_size_ends_at_the_first_missing_bundle() {
    let dir = tempfile::tempdir().unwrap();
    let entries = Story::told().log.entries;
    write_archive(dir.path(), &entries, &log_signer());
    let stated = Reader::open(dir.path()).unwrap().stated().clone();
    for size in [u64::MAX, u64::MAX - 255, 1 << 63, 257, 1, 0] {
        let note = Checkpoint { size, ..stated.clone() }.sign(&log_signer()).unwrap();
        fs::write(dir.path().join("checkpoint"), note).unwrap();
        assert!(is_noticed(dir.path()), "{size}");
    }
}

#[test]
fn a_full_bundle_may_stand_for_a_partial_one() {
    let dir = tempfile::tempdir().unwrap();
    let entries = Story::told().log.entries;
    write_archive(dir.path(), &entries, &log_signer());
    let partial = dir.path().join(format!("tile/entries/000.p/{}", entries.len()));
    let mut longer = entries.clone();
    longer.resize(256, b"later".to_vec());
    fs::remove_file(partial).unwrap();
    fs::write(dir.path().join("tile/entries/000"), encode_bundle(&longer).unwrap()).unwrap();
    assert!(!is_noticed(dir.path()));
}
