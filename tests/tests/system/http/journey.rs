//! The demo from an empty directory to the auditor, by the built programs; and what an auditor says of forgeries.

use std::path::Path;

use orebook_tests::archive::{copy, entries, files, sign_anew};
use orebook_tests::demo::{Demo, demo};
use orebook_tests::postgres::cluster;
use orebook_tlog::{EntriesPath, TILE_WIDTH};

/// What the auditor says of the demo's archive after something was done to its files.
fn after(forge: impl Fn(&Path)) -> (i32, String) {
    let directory = tempfile::tempdir().unwrap();
    copy(&demo().archive(), directory.path());
    forge(directory.path());
    demo().verify(directory.path())
}

/// What the auditor says when the log's own key signs other entries.
fn signed_anew(forge: impl Fn(&mut Vec<Vec<u8>>)) -> (i32, String) {
    let directory = tempfile::tempdir().unwrap();
    let mut forged = entries(&demo().archive());
    forge(&mut forged);
    let archive = directory.path().join("archive");
    sign_anew(&forged, &demo().keys().log_signers().unwrap()[0], &archive);
    demo().verify(&archive)
}

fn found_at(verdict: (i32, String), sequence: usize) {
    let (code, told) = verdict;
    assert_eq!(code, 1, "{told}");
    let named: Vec<&str> = told.lines().filter(|line| line.contains(&format!("entry {sequence}"))).collect();
    assert!(!named.is_empty(), "entry {sequence} is not named in\n{told}");
}

/// The bundle in which an entry lies, with its bytes rewritten.
fn rewrite_bundles(archive: &Path, entries: &[Vec<u8>]) {
    for (index, bundle) in entries.chunks(usize::from(TILE_WIDTH)).enumerate() {
        let width = u16::try_from(bundle.len()).unwrap();
        let path = EntriesPath { index: index as u64, width }.to_string();
        let bytes: Vec<u8> = bundle
            .iter()
            .flat_map(|entry| u16::try_from(entry.len()).unwrap().to_be_bytes().into_iter().chain(entry.clone()))
            .collect();
        assert!(archive.join(&path).is_file(), "{path}");
        std::fs::write(archive.join(path), bytes).unwrap();
    }
}

#[test]
fn the_demo_gives_the_same_archive_on_both_databases_and_an_auditor_finds_nothing() {
    let database = cluster().database();
    let other = Demo::play(Some(&database.url()));
    let [one, two] = [demo().archive(), other.archive()].map(|archive| files(&archive));
    assert!(one.keys().eq(two.keys()), "the same files");
    for (name, bytes) in &one {
        assert!(two[name] == *bytes, "{name} is the same byte for byte");
    }
    for played in [demo(), &other] {
        let (code, told) = played.verify(&played.archive());
        assert_eq!(code, 0, "{told}");
    }
    orebook_tests::house::audit(&database.location(), other.data());
    let file = orebook_store::Location::Sqlite(demo().data().join("register.db"));
    orebook_tests::house::audit(&file, demo().data());
}

#[test]
fn one_flipped_byte_is_found_and_its_entry_named() {
    let whole = entries(&demo().archive());
    for sequence in [0, 7, whole.len() / 2, whole.len() - 1] {
        let mut flipped = whole.clone();
        let at = flipped[sequence].len() / 3;
        flipped[sequence][at] ^= 1;
        found_at(after(|archive| rewrite_bundles(archive, &flipped)), sequence);
    }
}

#[test]
fn two_entries_that_changed_places_are_found_and_the_first_named() {
    let mut swapped = entries(&demo().archive());
    swapped.swap(11, 12);
    found_at(after(|archive| rewrite_bundles(archive, &swapped)), 11);
}

#[test]
fn a_missing_last_entry_is_found_and_named() {
    let whole = entries(&demo().archive());
    let last = whole.len() - 1;
    let verdict = after(|archive| {
        let width = u16::try_from(whole.len() % usize::from(TILE_WIDTH)).unwrap();
        let index = (whole.len() / usize::from(TILE_WIDTH)) as u64;
        let path = archive.join(EntriesPath { index, width }.to_string());
        let bundle = std::fs::read(&path).unwrap();
        std::fs::write(&path, &bundle[..bundle.len() - whole[last].len() - 2]).unwrap();
    });
    assert_ne!(verdict.0, 0, "{}", verdict.1);
    found_at(verdict, last);
}

#[test]
fn an_operator_who_alters_figures_and_signs_the_tree_anew_is_found() {
    let figures = [
        ("deposited", r#""amount":"20000.00""#, r#""amount":"20001.00""#),
        ("traded", r#""fee":{"amount":"101.30""#, r#""fee":{"amount":"1.30""#),
        ("approve_declaration", r#""verified":"20.412""#, r#""verified":"20.413""#),
    ];
    for (event, from, to) in figures {
        let whole = entries(&demo().archive());
        let holds = |entry: &Vec<u8>| {
            let text = String::from_utf8_lossy(entry);
            text.contains(&format!("\"{event}\"")) && text.contains(from)
        };
        let sequence = whole.iter().position(holds).unwrap_or_else(|| panic!("no {event} with {from}"));
        let verdict = signed_anew(|entries| {
            let text = String::from_utf8(entries[sequence].clone()).unwrap();
            entries[sequence] = text.replace(from, to).into_bytes();
        });
        found_at(verdict, sequence);
    }
}

#[test]
fn an_operator_who_leaves_an_entry_out_and_signs_the_tree_anew_is_found() {
    let (code, told) = signed_anew(|entries| drop(entries.remove(20)));
    assert_eq!(code, 1, "{told}");
    let (code, told) = signed_anew(|entries| entries.swap(20, 21));
    assert_eq!(code, 1, "{told}");
    let (code, told) = signed_anew(|_| {});
    assert_eq!(code, 0, "the same entries give the same archive: {told}");
}

#[test]
fn the_play_tells_its_figures() {
    for figure in ["0.588", "orebook-verify", "retired", "was refused"] {
        assert!(demo().told.contains(figure), "{figure} is not told in\n{}", demo().told);
    }
}
