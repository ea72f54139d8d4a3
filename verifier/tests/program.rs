//! The program as an auditor runs it: its exit codes and what it prints.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use orebook_registry::claim::statement::{EntryFacts, statement};
use orebook_registry::entry::Entry;
use orebook_tlog::{Checkpoint, MemoryTree, NoteSigner, TlogProof, inclusion_proof, leaf_hash, root};
use support::story::{BRAND, Story};
use support::*;

/// Exit code, and what was printed.
fn run(args: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_orebook-verify")).env_clear().args(args).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(text).unwrap())
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_clean_archive_ends_with_0_a_finding_with_1_and_nothing_to_say_with_2() {
    let dir = tempfile::tempdir().unwrap();
    let entries = Story::told().log.entries;
    write_archive(dir.path(), &entries, &log_signer());
    let key = log_key().to_string();
    let (code, text) = run(&[path(dir.path()), "--key", &key]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("No finding."), "{text}");
    assert!(text.contains("4.1 kg issued in 1 batches, 2.111 kg retired"), "{text}");
    fs::write(dir.path().join("key"), format!("{key}\n")).unwrap();
    assert_eq!(run(&[path(dir.path()), "--key", path(&dir.path().join("key"))]).0, 0);
    let (code, text) = run(&[path(dir.path()), "--key", &key, "--json", "--invariants-every", "1"]);
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (code, report["size"].as_u64(), report["findings"].as_array().map(Vec::len)),
        (0, Some(entries.len() as u64), Some(0))
    );

    let other = NoteSigner::new(ORIGIN, [98; 32]).unwrap().verifier_key().to_string();
    let (code, text) = run(&[path(dir.path()), "--key", &other]);
    assert_eq!(code, 1);
    assert!(text.contains("2 things were found") && text.contains("entry 0: "), "{text}");

    let missing = dir.path().join("missing");
    for args in [
        vec![path(&missing), "--key", &key],
        vec![path(dir.path()), "--key", "not a key"],
        vec![path(dir.path())],
        vec![],
        vec!["statement", path(&missing), "--key", &key],
    ] {
        assert_eq!(run(&args).0, 2, "{args:?}");
    }
    fs::write(dir.path().join("checkpoint"), b"\xff\xfe").unwrap();
    assert_eq!(run(&[path(dir.path()), "--key", &key]).0, 2);
}

/// The story's statement, its proof and its entry, as files.
struct Files {
    dir: tempfile::TempDir,
    story: Story,
}

impl Files {
    fn new() -> Files {
        let (dir, story) = (tempfile::tempdir().unwrap(), Story::told());
        let bytes = &story.log.entries[story.retired];
        let leaf = leaf_hash(bytes);
        let instruction = Entry::parse(bytes).unwrap().instruction.unwrap().get().as_bytes();
        let facts = EntryFacts { instruction, approval: None, leaf };
        let statement = statement(&story.log.registry, story.retirement, &facts).unwrap();
        let statement = statement.0.sign(statement.1, &secret(201)).unwrap();
        let tree: MemoryTree = story.log.entries.iter().map(|entry| leaf_hash(entry)).collect();
        let (index, size) = (story.retired as u64, tree.size());
        let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size, root: root(&tree, size).unwrap() };
        let hashes = inclusion_proof(&tree, index, size).unwrap();
        let proof = TlogProof { index, hashes, checkpoint: checkpoint.sign(&log_signer()).unwrap() };
        fs::write(dir.path().join("statement"), orebook_document::canonical(&statement).unwrap()).unwrap();
        fs::write(dir.path().join("proof"), proof.to_string()).unwrap();
        fs::write(dir.path().join("entry"), bytes).unwrap();
        write_archive(&dir.path().join("archive"), &story.log.entries, &log_signer());
        Files { dir, story }
    }

    fn path(&self, name: &str) -> String {
        self.dir.path().join(name).to_str().unwrap().to_owned()
    }

    fn check(&self, further: &[&str]) -> (i32, String) {
        let (statement, key) = (self.path("statement"), log_key().to_string());
        run(&[&["statement", &statement, "--key", &key], further].concat())
    }
}

#[test]
fn a_statement_alone_is_the_registrys_word_and_with_all_files_it_is_proved() {
    let files = Files::new();
    let (code, text) = files.check(&[]);
    assert_eq!(code, 0, "{text}");
    assert_eq!(text.matches("not established").count(), 3, "{text}");
    let (proof, entry, archive) = (files.path("proof"), files.path("entry"), files.path("archive"));
    let issuer = secret(201).public().to_string();
    let (code, text) = files.check(&["--proof", &proof, "--entry", &entry, "--issuer", &issuer]);
    assert_eq!((code, text.matches("not established").count()), (0, 0), "{text}");
    let (code, text) = files.check(&["--proof", &proof, "--entry", &entry, "--archive", &archive]);
    assert_eq!((code, text.matches("not established").count()), (0, 0), "{text}");
}

#[test]
fn a_statement_by_another_issuer_or_with_another_proof_or_entry_fails() {
    let files = Files::new();
    let stranger = secret(BRAND).public().to_string();
    let (code, text) = files.check(&["--issuer", &stranger]);
    assert!(code == 1 && text.contains("NO"), "{text}");
    let other = files.path("other");
    fs::write(&other, &files.story.log.entries[files.story.retired - 1]).unwrap();
    assert_eq!(files.check(&["--entry", &other]).0, 1);
    let proof = fs::read_to_string(files.path("proof")).unwrap();
    let moved = proof.replace(&format!("index {}", files.story.retired), "index 1");
    fs::write(&other, moved).unwrap();
    assert_eq!(files.check(&["--proof", &other]).0, 1);
    fs::write(&other, "garbage").unwrap();
    assert_eq!(files.check(&["--proof", &other]).0, 1);
}

#[test]
fn an_altered_statement_fails_and_garbage_is_no_statement() {
    let files = Files::new();
    let text = fs::read_to_string(files.path("statement")).unwrap();
    assert!(text.contains("\"massKg\":\"2.111\""));
    fs::write(files.path("statement"), text.replace("\"massKg\":\"2.111\"", "\"massKg\":\"2.112\"")).unwrap();
    let (code, printed) = files.check(&[]);
    assert!(code == 1 && printed.contains("the mass is not that of its blocks"), "{printed}");
    for garbage in ["", "{}", "[", "\u{0}"] {
        fs::write(files.path("statement"), garbage).unwrap();
        assert_eq!(files.check(&[]).0, 2, "{garbage:?}");
    }
}
