//! Damage to a SQLite file itself: whole pages and single bits.

use std::path::{Path, PathBuf};

use orebook_store::Location;
use orebook_tests::damage::{alter, overwrite};
use orebook_tests::house::{House, config};

use super::super::proof::stage::operate;
use super::stage::Shelf;
use super::start::{entries, reason, stopped};

/// The same on a SQLite file that holds all of it: nothing is left in the write-ahead log.
fn stopped_in_one_file(location: &Location) -> House {
    let house = stopped(location);
    alter(location, "pragma wal_checkpoint(truncate)");
    house
}

/// The files of a database that nobody has open.
fn file_bytes(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let beside = ["", "-wal"].map(|suffix| PathBuf::from(format!("{}{suffix}", path.display())));
    beside
        .into_iter()
        .filter_map(|path| Some((path.clone(), std::fs::read(&path).ok()?)))
        .filter(|(_, b)| !b.is_empty())
        .collect()
}

#[test]
fn a_page_that_was_overwritten_is_found_wherever_it_lies() {
    const PAGE: usize = 4_096;
    let shelf = Shelf::new();
    let path = shelf.path("register.db");
    let location = Location::Sqlite(path.clone());
    let house = stopped_in_one_file(&location);
    let whole = std::fs::read(&path).unwrap();
    let pages = whole.len() / PAGE;
    assert!(pages > 40, "{pages} pages");
    // The first page is the header; of the others a dozen, spread over the file.
    let spread = (0..12).map(|n| 1 + n * (pages - 2) / 11);
    for page in std::iter::once(0).chain(spread) {
        std::fs::write(&path, &whole).unwrap();
        overwrite(&path, page * PAGE, &[0x5a; PAGE]);
        let before = file_bytes(&path);
        let reason = reason(&house, &config(&location, house.data()));
        // The last page of a long entry has no form that SQLite could miss: its hash tells.
        let expected = ["the database is damaged", "its leaf hash was made of"];
        assert!(expected.iter().any(|expected| reason.contains(expected)), "page {page}: {reason}");
        assert_eq!(file_bytes(&path), before, "page {page}");
        for arguments in [&["check"][..], &["backup", "--to", "nowhere/at/all"]] {
            let (code, told) = operate(house.data(), &location, arguments);
            assert_ne!(code, 0, "page {page} {arguments:?}: {told}");
            assert_eq!(file_bytes(&path), before, "page {page} {arguments:?}");
        }
        if reason.contains(expected[0]) {
            let (code, told) = operate(house.data(), &location, &["migrate"]);
            assert!(code != 0 && told.contains(expected[0]), "page {page}: {told}");
        }
    }
    std::fs::write(&path, &whole).unwrap();
    house.audit();
}

#[test]
fn a_bit_that_flipped_in_an_entry_is_found_at_start() {
    let shelf = Shelf::new();
    let path = shelf.path("register.db");
    let location = Location::Sqlite(path.clone());
    let house = stopped_in_one_file(&location);
    let whole = std::fs::read(&path).unwrap();
    // An entry after the founding that lies in its page in one piece; what pages have left behind may hold it as well.
    let all = entries(&location);
    let lies_at = |entry: &[u8]| -> Vec<usize> {
        whole.windows(entry.len()).enumerate().filter(|(_, window)| *window == entry).map(|(place, _)| place).collect()
    };
    let found = all.iter().enumerate().skip(1).map(|(n, entry)| (n, lies_at(entry)));
    let (sequence, places) = found.into_iter().find(|(_, places)| !places.is_empty()).unwrap();
    for place in places {
        overwrite(&path, place + 20, &[whole[place + 20] ^ 0x01]);
    }
    let told = reason(&house, &config(&location, house.data()));
    assert!(told.contains(&format!("the bytes of entry {sequence} are not")), "{told}");
    std::fs::write(&path, &whole).unwrap();
    house.audit();
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let shelf = Shelf::new();
    let path = shelf.path("letter.db");
    let house = stopped(&Location::Sqlite(shelf.path("register.db")));
    let letter = "Dear member, this is no database at all. ".repeat(200);
    std::fs::write(&path, &letter).unwrap();
    for arguments in [&["serve"][..], &["migrate"], &["check"]] {
        let (code, told) = operate(house.data(), &Location::Sqlite(path.clone()), arguments);
        assert!(code != 0 && told.contains("the database is damaged: file is not a database"), "{arguments:?}: {told}");
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), letter);
    house.audit();
}
