//! Exports go on where the last one ended, and one kind of them is for everybody.

use std::path::Path;

use orebook_registry::Entry;
use orebook_registry::event::Visibility;
use orebook_registry::instruction::*;
use orebook_store::Location;
use orebook_tests::archive::files;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tlog::{Checkpoint, TilePath, TileSource};
use orebook_verifier::archive::Reader;

use super::stage::{audit, key_of, operate};

fn export(house: &House, location: &Location, out: &Path, further: &[&str]) -> (i32, String) {
    operate(house.data(), location, &[&["export", "--out", out.to_str().unwrap()], further].concat())
}

/// Writes so many entries.
fn write(house: &mut House, entries: usize) {
    for _ in 0..entries {
        let operator = house.scenario.operator.clone();
        let id = house.scenario.instruction(operator.id, Act::ConfirmKey(ConfirmKey {})).id;
        assert_eq!(house.act(&operator, Act::Void(Void { id })).status, 201);
    }
}

#[test]
fn an_export_continues_the_archive_that_is_there() {
    each_database(|location| {
        let mut house = House::founded(location);
        let directory = tempfile::tempdir().unwrap();
        let [grown, fresh] = ["grown", "fresh"].map(|name| directory.path().join(name));
        // Over the ends of a bundle, on it, and right behind it.
        for entries in [0, 1, 200, 53, 1, 1, 300] {
            write(&mut house, entries);
            let (code, told) = export(&house, location, &grown, &[]);
            assert_eq!(code, 0, "{told}");
            let (code, told) = audit(&[grown.to_str().unwrap(), "--key", &key_of(&house).to_string()]);
            assert_eq!(code, 0, "{told}");
        }
        assert_eq!(export(&house, location, &fresh, &[]).0, 0);
        let (grown_files, fresh_files) = (files(&grown), files(&fresh));
        for (name, bytes) in &fresh_files {
            assert_eq!(grown_files.get(name), Some(bytes), "{name}");
        }
        let more: Vec<&String> = grown_files.keys().filter(|name| !fresh_files.contains_key(*name)).collect();
        assert!(more.iter().all(|name| name.contains(".p/")), "only older partial files are left: {more:?}");
        assert!(
            !grown_files.keys().any(|name| name.contains("/000.p/") && name.starts_with("tile/0")),
            "and of full tiles none"
        );
        house.audit();
    });
}

#[test]
fn an_archive_of_another_log_or_kind_or_history_is_not_continued() {
    each_database(|location| {
        let mut house = House::founded(location);
        write(&mut house, 3);
        let directory = tempfile::tempdir().unwrap();
        let out = directory.path().join("archive");
        assert_eq!(export(&house, location, &out, &[]).0, 0);
        let before = files(&out);
        let refused = |further: &[&str], why: &str| {
            let (code, told) = export(&house, location, &out, further);
            assert!(code == 1 && told.contains(why), "{why}: {told}");
        };
        refused(&["--public"], "of the other kind");
        let stated = Checkpoint::stated(std::str::from_utf8(&before["checkpoint"]).unwrap()).unwrap();
        let signer = orebook_tlog::NoteSigner::new("other.example/log", [3; 32]).unwrap();
        let other = Checkpoint { origin: "other.example/log".to_owned(), ..stated.clone() };
        std::fs::write(out.join("checkpoint"), other.sign(&signer).unwrap()).unwrap();
        refused(&[], "holds the archive of another log");
        let signer = orebook_tlog::NoteSigner::new(&stated.origin, [3; 32]).unwrap();
        let other = Checkpoint { root: [1; 32], ..stated.clone() };
        std::fs::write(out.join("checkpoint"), other.sign(&signer).unwrap()).unwrap();
        refused(&[], "does not continue the archive");
        std::fs::write(out.join("checkpoint"), &before["checkpoint"]).unwrap();
        let tile = TilePath { level: 0, index: 0, width: u16::try_from(stated.size).unwrap() }.to_string();
        std::fs::write(out.join(&tile), vec![0; before[&tile].len()]).unwrap();
        refused(&[], "cannot be continued");
        house.audit();
    });
}

#[test]
fn a_public_export_proves_everything_and_holds_no_members_entry() {
    each_database(|location| {
        let mut house = House::founded(location);
        let directory = tempfile::tempdir().unwrap();
        let out = directory.path().join("site");
        for entries in [0, 258, 4] {
            write(&mut house, entries);
            let (code, told) = export(&house, location, &out, &["--public"]);
            assert_eq!(code, 0, "{told}");
        }
        let site = files(&out);
        assert!(!site.keys().any(|name| name.starts_with("tile/entries")));
        let entries = house.scenario.entries();
        for entry in entries {
            let public = Entry::parse(&entry.bytes).unwrap().visibility() == Visibility::Public;
            let file = site.get(&format!("entry/{}", entry.sequence));
            assert_eq!(file, Some(&entry.bytes).filter(|_| public), "{}", entry.sequence);
        }
        let reader = Reader::open(&out).unwrap();
        let stated = Checkpoint::open(reader.note(), &key_of(&house)).unwrap();
        assert_eq!(stated.size, entries.len() as u64);
        assert_eq!(orebook_tlog::root(&reader, stated.size).unwrap(), stated.root);
        assert!(reader.tile(1, 0, 1).is_ok());
        house.audit();
    });
}
