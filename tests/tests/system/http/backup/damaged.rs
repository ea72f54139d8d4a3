//! A backup that was damaged, cut short or put together by somebody: it is refused, and nothing is written.

use std::path::Path;

use orebook_server::backup::{Manifest, Sealed, Taken};
use orebook_store::Location;
use orebook_tests::archive::{copy, files};
use orebook_tests::house::House;
use orebook_tests::scenario::Scenario;
use orebook_tlog::Checkpoint;

use super::stage::{Shelf, back_up, bring_back, found_in};

/// A backup of a small register, with its keys.
fn backup(shelf: &Shelf, name: &str, scenario: Scenario) -> Manifest {
    let location = Location::Sqlite(shelf.path(&format!("{name}.db")));
    let mut house = House::of(&location, scenario);
    house.stop();
    back_up(&location, house.data(), &shelf.path(name), Taken::Along).unwrap().manifest
}

/// It is found, and a restore leaves the place as it was: not there.
fn is_refused(shelf: &Shelf, damaged: &Path, what: &str) -> String {
    let found = found_in(damaged).unwrap_or_else(|| panic!("{what}: nothing was found"));
    let data = shelf.path("data");
    let refused = bring_back(damaged, &Location::Sqlite(data.join("register.db")), &data, None).unwrap_err();
    assert_eq!(refused.to_string(), found, "{what}");
    assert!(!data.exists(), "{what}: something was written");
    found
}

#[test]
fn every_file_of_a_backup_that_is_cut_changed_or_gone_is_found() {
    let shelf = Shelf::new();
    backup(&shelf, "backup", Scenario::founded());
    let whole = files(&shelf.path("backup"));
    assert!(whole.len() > 30, "{:?}", whole.keys());
    for (name, bytes) in &whole {
        let path = shelf.path("damaged").join(name);
        let cut = &bytes[..bytes.len() - 1];
        let mut flipped = bytes.clone();
        flipped[bytes.len() / 2] ^= 0x04;
        for (what, with) in [("cut", Some(cut)), ("flipped", Some(&flipped[..])), ("gone", None)] {
            // The line's end of the manifest is the one byte that says nothing.
            if name == "manifest.json" && what == "cut" {
                continue;
            }
            let _ = std::fs::remove_dir_all(shelf.path("damaged"));
            copy(&shelf.path("backup"), &shelf.path("damaged"));
            match with {
                Some(with) => std::fs::write(&path, with).unwrap(),
                None => std::fs::remove_file(&path).unwrap(),
            }
            let found = is_refused(&shelf, &shelf.path("damaged"), &format!("{name} {what}"));
            assert!(found.contains("damaged or not whole") && found.contains("Nothing was written"), "{name}: {found}");
        }
    }
}

/// A copy of the backup with another manifest.
fn rewritten(shelf: &Shelf, manifest: &Manifest, change: impl FnOnce(&mut Manifest)) -> std::path::PathBuf {
    let (mut manifest, damaged) = (manifest.clone(), shelf.path("damaged"));
    let _ = std::fs::remove_dir_all(&damaged);
    copy(&shelf.path("backup"), &damaged);
    change(&mut manifest);
    std::fs::write(damaged.join("manifest.json"), manifest.to_text()).unwrap();
    damaged
}

#[test]
fn a_manifest_that_says_anything_else_than_the_journal_is_refused() {
    type Change = Box<dyn Fn(&mut Manifest)>;
    let shelf = Shelf::new();
    let scenario = Scenario::founded();
    let signer = orebook_tlog::NoteSigner::new(orebook_tests::scenario::ORIGIN, Scenario::seeded(7).log_key().seed());
    let manifest = backup(&shelf, "backup", scenario);
    let stated = Checkpoint::stated(&manifest.checkpoint).unwrap();
    let by_another_key = stated.sign(&signer.unwrap()).unwrap();
    let cases: Vec<(&str, &str, Change)> = vec![
        ("another size", "size and root are not", Box::new(|m| m.size += 1)),
        ("another root", "size and root are not", Box::new(|m| m.root = "00".repeat(32))),
        ("another log", "of different logs", Box::new(|m| m.origin = "other.example/log".into())),
        ("a foreign signature", "not signed by the log key", Box::new(move |m| m.checkpoint = by_another_key.clone())),
        ("no checkpoint", "the checkpoint: ", Box::new(|m| m.checkpoint.clear())),
        ("a path that climbs out", "leads out of it", Box::new(|m| m.files[0].name = "../../etc/passwd".into())),
        ("an absolute path", "leads out of it", Box::new(|m| m.tables[0].file.name = "/etc/passwd".into())),
        ("another key", "another in the journal", Box::new(|m| m.keys.log = "x+00000000+AQ==".into())),
        ("another form", "orebook-backup/2", Box::new(|m| m.format = "orebook-backup/2".into())),
        ("more rows", "rows are not the", Box::new(|m| m.tables[0].rows += 1)),
        ("no journal", "its 0 entries have another tree", Box::new(|m| m.tables.retain(|t| t.name != "journal"))),
    ];
    for (what, expected, change) in cases {
        let found = is_refused(&shelf, &rewritten(&shelf, &manifest, change), what);
        assert!(found.contains(expected), "{what}: {found}");
    }
}

#[test]
fn a_backup_that_is_whole_but_not_of_a_register_is_undone_again() {
    let shelf = Shelf::new();
    let manifest = backup(&shelf, "backup", Scenario::founded());
    let data = shelf.path("data");
    let location = Location::Sqlite(data.join("register.db"));
    let refused = |what: &str, change: fn(&mut Manifest), expected: &str| {
        let damaged = rewritten(&shelf, &manifest, change);
        assert_eq!(found_in(&damaged), None, "{what}: only a database can tell");
        let error = bring_back(&damaged, &location, &data, None).unwrap_err().to_string();
        assert!(error.contains(expected), "{what}: {error}");
        assert!(!data.exists(), "{what}: something is left");
    };
    refused("a table is missing", |m| m.tables.retain(|t| t.name != "person"), "table person is missing");
    refused(
        "rows of a projection are missing",
        |m| m.tables.retain(|t| t.name != "subject"),
        "table subject is missing",
    );
    refused("a newer step", |m| m.steps.push("29991231000000".into()), "made by a newer version: step 29991231000000");
    refused("fewer steps", |m| m.steps.truncate(1), "table");
    bring_back(&shelf.path("backup"), &location, &data, None).unwrap();
}

#[test]
fn a_backup_whose_witnesses_have_seen_more_than_its_journal_has_is_refused() {
    let shelf = Shelf::new();
    let manifest = backup(&shelf, "backup", Scenario::founded());
    for (name, more, expected) in [("as much", 0, None), ("more", 1, Some("it is over"))] {
        let stated = Checkpoint::stated(&manifest.checkpoint).unwrap();
        let signer = orebook_tlog::NoteSigner::new(&stated.origin, Scenario::founded().log_key().seed()).unwrap();
        let note = Checkpoint { size: stated.size + more, ..stated }.sign(&signer).unwrap();
        let damaged = rewritten(&shelf, &manifest, |manifest| {
            let digest = orebook_document::sha256(note.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
            let bytes = note.len() as u64;
            manifest.files.push(Sealed { name: "witnessed".to_owned(), bytes, sha256: digest });
        });
        std::fs::write(damaged.join("files/witnessed"), &note).unwrap();
        let found = found_in(&damaged);
        assert_eq!(found.is_some(), expected.is_some(), "{name}: {found:?}");
        assert!(expected.is_none_or(|expected| found.unwrap().contains(expected)), "{name}");
    }
}
