//! What was verified before is taken up, and only if it is still the same.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use orebook_registry::instruction::*;
use orebook_tlog::Checkpoint;
use orebook_verifier::archive::{Reader, Writer};
use orebook_verifier::memory::Memory;
use orebook_verifier::{Options, Progress, Report, Verified, rule, verify_telling, verify_with};
use support::story::{BRAND, Story};
use support::*;

/// A log of several portions: the story, and then bids that are placed and taken back.
fn long_log() -> Vec<Vec<u8>> {
    let mut story = Story::told();
    let bid = PlaceBuyOrder {
        account: story.brand_account,
        client_order: None,
        market: story.market,
        mass: v("0.005"),
        price: money("2000.00"),
        restriction: None,
        time_in_force: TimeInForce::Gtd,
        until: None,
    };
    while story.log.entries.len() < 9_000 {
        let first = story.log.submit(story.brand, BRAND, Act::PlaceBuyOrder(bid.clone()));
        let order = story.log.id(first, "ord");
        story.log.submit(story.brand, BRAND, Act::CancelOrder(CancelOrder { order }));
    }
    story.log.entries
}

/// Verifies an archive of these entries; answers the report and all that was told on the way.
fn told(entries: &[Vec<u8>], options: &Options) -> (Report, Vec<Progress>) {
    let dir = tempfile::tempdir().unwrap();
    write_archive(dir.path(), entries, &log_signer());
    let reader = Reader::open(dir.path()).unwrap();
    let mut progress = Vec::new();
    let report = verify_telling(&reader, &log_key(), options, |step| progress.push(step)).unwrap();
    (report, progress)
}

fn after(verified: Verified) -> Options {
    Options { verified: Some(verified), ..Options::default() }
}

#[test]
fn an_interrupted_verification_is_taken_up_where_it_was() {
    let entries = long_log();
    let (whole, progress) = told(&entries, &Options::default());
    assert!(whole.is_clean(), "{:?}", whole.findings);
    assert!(progress.len() >= 3 && progress.iter().all(|step| step.size == whole.size), "{progress:?}");
    assert_eq!(progress.last().unwrap().done, whole.size);
    let safe: Vec<Verified> = progress.iter().filter_map(|step| step.verified).collect();
    assert!(safe.len() >= 2, "{progress:?}");
    for verified in safe {
        let (resumed, _) = told(&entries, &after(verified));
        assert!(resumed.is_clean(), "{:?}", resumed.findings);
        assert_eq!(resumed.figures.replayed, whole.figures.replayed);
        assert_eq!(resumed.figures.minerals, whole.figures.minerals);
        assert!(resumed.figures.signatures < whole.figures.signatures, "what was checked is not checked again");
        assert_eq!(resumed.own_keys, whole.own_keys);
    }
}

#[test]
fn what_was_verified_before_and_is_another_today_is_found() {
    let entries = long_log();
    let (_, progress) = told(&entries, &Options::default());
    let verified = progress[0].verified.unwrap();
    let size = usize::try_from(verified.size).unwrap();
    let forged = |index: usize| {
        let mut forged = entries.clone();
        let text = String::from_utf8(forged[index].clone()).unwrap();
        forged[index] = text.replacen("\"v\":\"1\"", "\"v\":\"1\" ", 1).into_bytes();
        told(&forged, &after(verified)).0
    };
    for index in [1, size - 1] {
        let report = forged(index);
        assert!(report.findings.iter().any(|finding| finding.rule == rule::GROWS), "{index}: {:?}", report.findings);
    }
    let behind = forged(size);
    assert_eq!(behind.first_entry(), Some(verified.size), "{:?}", behind.findings);
    assert!(behind.findings.iter().all(|finding| finding.rule != rule::GROWS));
    let (shorter, _) = told(&entries[..size - 1], &after(verified));
    assert!(shorter.findings.iter().any(|finding| finding.rule == rule::GROWS), "{:?}", shorter.findings);
    let (_, progress) = told(&entries, &after(Verified { root: [1; 32], ..verified }));
    assert!(
        progress.iter().all(|step| step.done < verified.size || step.verified.is_none()),
        "it takes nothing's place"
    );
}

#[test]
fn a_log_that_shrank_is_another_one() {
    let entries = Story::told().log.entries;
    let dir = tempfile::tempdir().unwrap();
    write_archive(dir.path(), &entries, &log_signer());
    let note = Reader::open(dir.path()).unwrap().note().to_owned();
    let since = |entries: &[Vec<u8>]| told(entries, &Options { older: vec![note.clone()], ..Options::default() }).0;
    assert!(since(&entries).is_clean());
    let shorter = since(&entries[..entries.len() - 1]);
    assert!(shorter.findings.iter().any(|finding| finding.rule == rule::GROWS), "{:?}", shorter.findings);
    let unusable = Options { older: vec!["nonsense".to_owned()], ..Options::default() };
    assert!(verify_with(&Reader::open(dir.path()).unwrap(), &log_key(), &unusable).is_err());
    let stated = Checkpoint::stated(&note).unwrap();
    let stranger = stated.sign(&orebook_tlog::NoteSigner::new(ORIGIN, [77; 32]).unwrap()).unwrap();
    let report = told(&entries, &Options { older: vec![stranger], ..Options::default() }).0;
    assert!(report.findings[0].detail.contains("is not signed by this log"), "{:?}", report.findings);
}

#[test]
fn the_memory_of_a_log_lies_where_it_belongs_and_is_read_with_care() {
    let dir = tempfile::tempdir().unwrap();
    let memory = Memory::of(dir.path(), "../../etc/passwd");
    assert!(memory.checkpoint().unwrap().is_none() && memory.verified().unwrap().is_none());
    let verified = Verified { size: 7, root: [5; 32] };
    memory.keep_verified(verified).unwrap();
    memory.keep_checkpoint("note").unwrap();
    assert_eq!(memory.verified().unwrap(), Some(verified));
    assert_eq!(memory.checkpoint().unwrap().as_deref(), Some("note"));
    let inside: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(inside.len(), 1, "nothing lies outside: {inside:?}");
    let file = inside[0].join("verified");
    for other in ["0.0.1 7 AAAA\n", "", "x", "0.3.0 7 BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU= more\n"] {
        std::fs::write(&file, other).unwrap();
        assert_eq!(
            memory.verified().unwrap(),
            None,
            "{other:?}: of another version, or malformed, it counts for nothing"
        );
    }
    std::fs::write(&file, vec![b'x'; 100_000]).unwrap();
    assert!(memory.verified().is_err(), "too long");
}

#[test]
fn a_writer_takes_up_an_archive_of_any_size() {
    let entry = |n: usize| n.to_string().into_bytes();
    for (first, second) in [(1, 1), (255, 1), (255, 2), (256, 1), (300, 300), (65_535, 2), (65_536, 1)] {
        let dir = tempfile::tempdir().unwrap();
        let part: Vec<Vec<u8>> = (0..first).map(entry).collect();
        write_archive(dir.path(), &part, &log_signer());
        let mut writer = Writer::resume(dir.path()).unwrap();
        (first..first + second).for_each(|n| writer.push(&entry(n)).unwrap());
        let (size, root) = (writer.size(), writer.root());
        let note = Checkpoint { origin: ORIGIN.to_owned(), size, root }.sign(&log_signer()).unwrap();
        writer.finish(&log_key(), &note).unwrap();
        let reader = Reader::open(dir.path()).unwrap();
        assert!(reader.entries().eq((0..first + second).map(entry)), "{first} and {second}");
        assert_eq!(orebook_tlog::root(&reader, size).unwrap(), root);
    }
}

#[test]
fn a_log_that_the_given_key_did_not_sign_is_not_remembered() {
    let entries = Story::told().log.entries;
    let dir = tempfile::tempdir().unwrap();
    write_archive(dir.path(), &entries, &log_signer());
    let stranger = orebook_tlog::NoteSigner::new(ORIGIN, [77; 32]).unwrap();
    let stated = Reader::open(dir.path()).unwrap().stated().clone();
    std::fs::write(dir.path().join("checkpoint"), stated.sign(&stranger).unwrap()).unwrap();
    let mut told = Vec::new();
    let reader = Reader::open(dir.path()).unwrap();
    let report = verify_telling(&reader, &log_key(), &Options::default(), |step| told.push(step)).unwrap();
    assert!(!report.is_clean() && !told.is_empty() && told.iter().all(|step| step.verified.is_none()), "{told:?}");
}

#[test]
fn an_archive_whose_last_bundle_is_not_what_it_was_is_not_continued() {
    let entry = |n: usize| n.to_string().into_bytes();
    let path = |dir: &tempfile::TempDir, width: usize| dir.path().join(format!("tile/entries/001.p/{width}"));
    let alterations: [fn(&std::path::Path); 3] = [
        |file| std::fs::remove_file(file).unwrap(),
        |file| std::fs::write(file, &std::fs::read(file).unwrap()[..9]).unwrap(),
        |file| {
            let mut bytes = std::fs::read(file).unwrap();
            bytes[3] ^= 1;
            std::fs::write(file, bytes).unwrap();
        },
    ];
    for alter in alterations {
        let dir = tempfile::tempdir().unwrap();
        write_archive(dir.path(), &(0..300).map(entry).collect::<Vec<_>>(), &log_signer());
        assert!(Writer::resume(dir.path()).is_ok());
        alter(&path(&dir, 44));
        assert!(Writer::resume(dir.path()).is_err());
        // An attempt that ended before its checkpoint is begun anew.
        std::fs::remove_file(dir.path().join("checkpoint")).unwrap();
        assert!(Writer::create(dir.path()).is_ok());
    }
}
