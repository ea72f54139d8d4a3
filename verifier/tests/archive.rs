//! Somebody altered an archive but does not hold the log's key.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use std::fs;

use orebook_tlog::{Checkpoint, NoteSigner, encode_bundle, leaf_hash};
use orebook_verifier::archive::{Reader, Writer};
use orebook_verifier::{rule, verify};
use support::story::Story;
use support::*;

/// An archive of the story, whose entries are then replaced without touching tiles and checkpoint.
struct Altered {
    dir: tempfile::TempDir,
    entries: Vec<Vec<u8>>,
}

impl Altered {
    fn new() -> Altered {
        let entries = Story::told().log.entries;
        let dir = tempfile::tempdir().unwrap();
        write_archive(dir.path(), &entries, &log_signer());
        Altered { dir, entries }
    }

    fn bundle(&self) -> std::path::PathBuf {
        self.dir.path().join(format!("tile/entries/000.p/{}", self.entries.len()))
    }

    fn with(&self, entries: &[Vec<u8>]) -> orebook_verifier::Report {
        fs::write(self.bundle(), encode_bundle(entries).unwrap()).unwrap();
        let report = verify(&Reader::open(self.dir.path()).unwrap(), &log_key()).unwrap();
        fs::write(self.bundle(), encode_bundle(&self.entries).unwrap()).unwrap();
        report
    }
}

#[test]
fn a_clean_log_has_no_finding() {
    let story = Story::told();
    let report = verified(&story.log.entries);
    assert_eq!(report.findings, []);
    assert_eq!(report.size, story.log.entries.len() as u64);
    assert_eq!(report.figures.replayed, report.size);
    assert_eq!(report.figures.organisations, 6);
    let [gold] = report.figures.minerals.as_slice() else { panic!() };
    assert_eq!((gold.issued.to_string(), gold.retired.to_string()), ("4.1".to_owned(), "2.111".to_owned()));
}

#[test]
fn a_byte_changed_in_any_entry_is_found_in_that_entry() {
    let archive = Altered::new();
    for index in 0..archive.entries.len() {
        let length = archive.entries[index].len();
        for offset in [0, 9, length / 3, length / 2, length - 2] {
            let mut entries = archive.entries.clone();
            entries[index][offset] ^= 1;
            let report = archive.with(&entries);
            let leaf = report.findings.iter().find(|finding| finding.rule == rule::LEAF).unwrap();
            assert_eq!(leaf.entry, Some(index as u64), "{leaf:?}");
            assert!(leaf.detail.contains("the entries were altered"), "{leaf:?}");
            assert_eq!(report.first_entry(), Some(index as u64));
        }
    }
}

#[test]
fn two_entries_exchanged_are_found_at_the_first() {
    let archive = Altered::new();
    let count = archive.entries.len();
    for one in 0..count {
        for other in [one + 1, one + 7, count - 1] {
            if one < other && other < count {
                let mut entries = archive.entries.clone();
                entries.swap(one, other);
                let report = archive.with(&entries);
                assert_eq!(report.first_entry(), Some(one as u64), "{one} and {other}: {:?}", report.findings);
            }
        }
    }
}

#[test]
fn the_last_entry_removed_is_named() {
    let archive = Altered::new();
    let last = archive.entries.len() - 1;
    let report = archive.with(&archive.entries[..last]);
    assert_eq!(report.first_entry(), Some(last as u64));
    assert!(report.findings.iter().any(|finding| finding.rule == rule::COMPLETE), "{:?}", report.findings);
    // The same with bundle and tiles written anew, under the old checkpoint.
    let dir = tempfile::tempdir().unwrap();
    write_archive(dir.path(), &archive.entries[..last], &log_signer());
    fs::copy(archive.dir.path().join("checkpoint"), dir.path().join("checkpoint")).unwrap();
    let report = verified_at(dir.path());
    assert_eq!(report.first_entry(), Some(last as u64), "{:?}", report.findings);
}

#[test]
fn entries_and_tiles_made_anew_do_not_fit_the_checkpoint() {
    let archive = Altered::new();
    let mut entries = archive.entries.clone();
    let bought = support::forge::entry_with(&entries, "traded");
    entries[bought] = support::forge::replaced(&entries[bought], "4000.00", "4100.00");
    let dir = tempfile::tempdir().unwrap();
    write_archive(dir.path(), &entries, &log_signer());
    fs::copy(archive.dir.path().join("checkpoint"), dir.path().join("checkpoint")).unwrap();
    let report = verified_at(dir.path());
    let root = report.findings.iter().find(|finding| finding.rule == rule::ROOT).unwrap();
    assert!(root.detail.contains("made anew"), "{root:?}");
    assert_eq!(report.first_entry(), Some(bought as u64));
}

#[test]
fn an_altered_tile_is_told_from_an_altered_entry() {
    let archive = Altered::new();
    let tile = archive.dir.path().join(format!("tile/0/000.p/{}", archive.entries.len()));
    let mut hashes = fs::read(&tile).unwrap();
    hashes[32 * 5] ^= 1;
    fs::write(&tile, hashes).unwrap();
    let report = verified_at(archive.dir.path());
    assert_eq!(report.findings.len(), 1);
    assert_eq!(report.findings[0].entry, Some(5));
    assert!(report.findings[0].detail.contains("the tiles were altered"));
    fs::remove_file(&tile).unwrap();
    let report = verified_at(archive.dir.path());
    assert_eq!(report.findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [rule::TILE_THERE]);
}

#[test]
fn a_checkpoint_by_another_key_and_another_vkey_are_found() {
    let archive = Altered::new();
    let stranger = NoteSigner::new(ORIGIN, [99; 32]).unwrap();
    let stated = Reader::open(archive.dir.path()).unwrap().stated().clone();
    fs::write(archive.dir.path().join("checkpoint"), stated.sign(&stranger).unwrap()).unwrap();
    let report = verified_at(archive.dir.path());
    assert_eq!(report.findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [rule::CHECKPOINT]);
    fs::write(archive.dir.path().join("checkpoint"), stated.sign(&log_signer()).unwrap()).unwrap();
    fs::write(archive.dir.path().join("vkey"), stranger.verifier_key().to_string()).unwrap();
    let report = verified_at(archive.dir.path());
    assert_eq!(report.findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [rule::VKEY_FILE]);
}

#[test]
fn the_key_of_another_log_is_found() {
    let archive = Altered::new();
    let other = NoteSigner::new(ORIGIN, [98; 32]).unwrap();
    let report = verify(&Reader::open(archive.dir.path()).unwrap(), other.verifier_key()).unwrap();
    let rules: Vec<_> = report.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, [rule::CHECKPOINT, rule::LOG_KEY]);
}

#[test]
fn a_writer_and_a_reader_of_several_levels_of_tiles_agree() {
    let dir = tempfile::tempdir().unwrap();
    let entries: Vec<Vec<u8>> = (0..66_000_u32).map(|number| number.to_string().into_bytes()).collect();
    write_archive(dir.path(), &entries, &log_signer());
    let reader = Reader::open(dir.path()).unwrap();
    assert!(reader.entries().eq(entries.iter().cloned()));
    let stated = reader.stated().clone();
    assert_eq!(orebook_tlog::root(&reader, stated.size).unwrap(), stated.root);
    for index in [0, 255, 256, 65_535, 65_536, 65_999] {
        let proof = orebook_tlog::inclusion_proof(&reader, index, stated.size).unwrap();
        let leaf = leaf_hash(&entries[index as usize]);
        orebook_tlog::verify_inclusion(&leaf, index, stated.size, &proof, &stated.root).unwrap();
    }
    for tile in ["tile/1/001.p/1", "tile/2/000.p/1", "tile/1/000", "tile/0/257.p/208"] {
        let path = dir.path().join(tile);
        let hashes = fs::read(&path).unwrap();
        let mut altered = hashes.clone();
        altered[0] ^= 1;
        fs::write(&path, altered).unwrap();
        let report = verify(&reader, &log_key()).unwrap();
        let expected = if tile.starts_with("tile/0") { rule::LEAF } else { rule::TILE };
        assert!(report.findings.iter().any(|finding| finding.rule == expected), "{tile}: {:?}", report.findings);
        fs::write(&path, hashes).unwrap();
    }
}

#[test]
fn an_archive_is_not_written_over_and_not_with_a_foreign_checkpoint() {
    let archive = Altered::new();
    assert!(Writer::create(archive.dir.path()).is_err());
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::create(dir.path()).unwrap();
    writer.push(b"entry").unwrap();
    let other = Checkpoint { origin: ORIGIN.to_owned(), size: 2, root: writer.root() }.sign(&log_signer()).unwrap();
    assert!(writer.finish(&log_key(), &other).is_err());
}
