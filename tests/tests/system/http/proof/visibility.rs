//! Who may read an entry: what the published tables say of its act and its events, for every act and event there is.

use std::collections::BTreeMap;

use orebook_registry::Entry;
use orebook_registry::event::Visibility;
use orebook_store::Location;
use orebook_tests::archive::entries;
use orebook_tests::demo::demo;
use orebook_tests::golden::workspace;
use orebook_tests::served::Served;

/// The tables of acts and of events, as they are published: public or not, by name.
type Tables = (BTreeMap<String, bool>, BTreeMap<(String, String), bool>);

fn published() -> Tables {
    let text = std::fs::read_to_string(workspace().join("docs/log-format.md")).unwrap();
    let (mut acts, mut events) = (BTreeMap::new(), BTreeMap::new());
    for line in text.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(|cell| cell.trim().trim_matches('`')).collect();
        match cells.as_slice() {
            [act, visibility @ ("public" | "members"), ..] => {
                acts.insert((*act).to_owned(), *visibility == "public");
            }
            [area, event, visibility @ ("public" | "members"), ..] => {
                events.insert(((*area).to_owned(), (*event).to_owned()), *visibility == "public");
            }
            _ => {}
        }
    }
    (acts, events)
}

/// Whether anybody may read an entry, by the published tables alone.
fn is_public(entry: &Entry<'_>, tables: &Tables) -> bool {
    let act = entry.act_word().is_none_or(|act| tables.0[act]);
    let event = |name: (&str, &str)| tables.1[&(name.0.to_owned(), name.1.to_owned())];
    act && entry.events.iter().all(|known| event(known.name()))
}

#[test]
fn every_entry_of_the_museum_is_as_visible_as_the_tables_say() {
    let tables = published();
    assert!(tables.0.len() > 80 && tables.1.len() > 100, "the tables are read");
    let museum = workspace().join("tests/museum");
    let wings = std::fs::read_dir(museum).unwrap().flat_map(|wing| std::fs::read_dir(wing.unwrap().path()).unwrap());
    for archive in wings.map(|archive| archive.unwrap().path()) {
        for bytes in entries(&archive) {
            let entry = Entry::parse(&bytes).unwrap();
            let public = entry.visibility() == Visibility::Public;
            assert_eq!(public, is_public(&entry, &tables), "{}", String::from_utf8_lossy(&bytes));
        }
    }
}

#[test]
fn from_afar_exactly_the_public_entries_of_the_demo_are_read() {
    let tables = published();
    let data = tempfile::tempdir().unwrap();
    orebook_tests::archive::copy(demo().data(), data.path());
    let last = Entry::parse(entries(&demo().archive()).last().unwrap()).unwrap().time;
    orebook_tests::served::set_clock(data.path(), last.plus_seconds(60));
    let served = Served::start_leading(&Location::Sqlite(data.path().join("register.db")), data.path());
    let afar = [("authorization", "")];
    let mut public = 0;
    for (bytes, sequence) in entries(&demo().archive()).iter().zip(0..) {
        let answer = served.http.send("GET", &format!("/log/entry/{sequence}"), &afar, Vec::new());
        let expected = is_public(&Entry::parse(bytes).unwrap(), &tables);
        assert_eq!(answer.status, if expected { 200 } else { 401 }, "{}", String::from_utf8_lossy(bytes));
        public += usize::from(expected);
        if expected {
            assert_eq!(answer.body.as_bytes(), bytes);
        }
    }
    assert!(public > 50, "{public}");
}
