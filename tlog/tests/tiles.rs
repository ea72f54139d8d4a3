//! Names and contents of tiles and entry bundles.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod naive;

use naive::{leaves, memory};
use orebook_tlog::{
    BundleError, EntriesPath, PathError, TileError, TilePath, TileSource, decode_bundle, decode_tile, encode_bundle,
    encode_tile, entry_bundles, tiles,
};
use proptest::prelude::*;

#[test]
fn the_names_of_hash_tiles_are_those_of_the_standard() {
    for (level, index, width, text) in [
        (0, 0, 256, "tile/0/000"),
        (0, 1_234_067, 256, "tile/0/x001/x234/067"),
        (1, 999, 1, "tile/1/999.p/1"),
        (2, 1_000, 255, "tile/2/x001/000.p/255"),
        (63, 5, 256, "tile/63/005"),
        (0, u64::MAX, 256, "tile/0/x018/x446/x744/x073/x709/x551/615"),
    ] {
        let path = TilePath { level, index, width };
        assert_eq!(path.to_string(), text);
        assert_eq!(text.parse(), Ok(path));
    }
}

#[test]
fn the_names_of_entry_bundles_are_those_of_the_standard() {
    for (index, width, text) in [
        (0, 256, "tile/entries/000"),
        (273, 112, "tile/entries/273.p/112"),
        (1_234_067, 8, "tile/entries/x001/x234/067.p/8"),
    ] {
        let path = EntriesPath { index, width };
        assert_eq!(path.to_string(), text);
        assert_eq!(text.parse(), Ok(path));
    }
}

#[test]
fn other_names_are_refused() {
    for tail in [
        "",
        "/",
        "0",
        "00",
        "0000",
        "x000",
        "x000/000",
        "001/000",
        "x001/x000",
        "x1/000",
        "xx001/000",
        "x001//000",
        "x001/000/",
        "/000",
        "000/",
        "+00",
        "-01",
        "00a",
        "X001/000",
        "000.p/0",
        "000.p/256",
        "000.p/257",
        "000.p/01",
        "000.p/",
        "000.p",
        "000.p/1.p/1",
        "000.p/65537",
        "000.P/1",
        "000 ",
        "x018/x446/x744/x073/x709/x551/616",
    ] {
        assert_eq!(format!("tile/0/{tail}").parse::<TilePath>(), Err(PathError), "{tail}");
        assert_eq!(format!("tile/entries/{tail}").parse::<EntriesPath>(), Err(PathError), "{tail}");
    }
    for text in [
        "",
        "tile",
        "tile/000",
        "tile/64/000",
        "tile/00/000",
        "tile/-1/000",
        "tile/entries/000",
        "/tile/0/000",
        "Tile/0/000",
    ] {
        assert_eq!(text.parse::<TilePath>(), Err(PathError), "{text}");
    }
    assert_eq!("tile/0/000".parse::<EntriesPath>(), Err(PathError));
}

fn names(size: u64) -> Vec<String> {
    tiles(size).map(|path| path.to_string()).collect()
}

#[test]
fn a_tree_has_the_tiles_of_its_size() {
    assert_eq!(names(0), [""; 0]);
    assert_eq!(names(1), ["tile/0/000.p/1"]);
    assert_eq!(names(255), ["tile/0/000.p/255"]);
    assert_eq!(names(256), ["tile/0/000", "tile/1/000.p/1"]);
    assert_eq!(names(257), ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"]);
    let bundles = |size| entry_bundles(size).map(|path| path.to_string()).collect::<Vec<_>>();
    assert_eq!(bundles(0), [""; 0]);
    assert_eq!(bundles(256), ["tile/entries/000"]);
    assert_eq!(bundles(300), ["tile/entries/000", "tile/entries/001.p/44"]);
}

/// "A tree of size 70,000 will be represented by 273 full level 0 tiles, one partial level 0 tile
/// of width 112, one full level 1 tile, one partial level 1 tile of width 17, and one partial
/// level 2 tile of width 1."
#[test]
fn the_example_of_the_standard_has_its_276_tiles() {
    let names = names(70_000);
    assert_eq!(names.len(), 273 + 1 + 1 + 1 + 1);
    assert_eq!(names[272..], ["tile/0/272", "tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"]);
}

#[test]
fn a_tree_in_memory_has_every_tile_of_its_size() {
    for size in [1, 255, 256, 257, 700] {
        let tree = memory(&leaves(size));
        for path in tiles(size as u64) {
            let tile = tree.tile(path.level, path.index, path.width).unwrap();
            assert_eq!(decode_tile(&encode_tile(&tile), path.width), Ok(tile));
        }
    }
}

#[test]
fn a_tile_of_another_width_is_refused() {
    assert_eq!(decode_tile(&[0; 64], 3), Err(TileError { width: 3, found: 64 }));
    assert_eq!(decode_tile(&[0; 65], 2), Err(TileError { width: 2, found: 65 }));
    assert_eq!(decode_tile(&[], 1), Err(TileError { width: 1, found: 0 }));
}

#[test]
fn a_bundle_is_lengths_and_entries() {
    let bundle = encode_bundle([&b"ab"[..], b"", b"c"]).unwrap();
    assert_eq!(bundle, b"\0\x02ab\0\0\0\x01c");
    assert_eq!(decode_bundle(&bundle, 3).unwrap(), [&b"ab"[..], b"", b"c"]);
    assert_eq!(encode_bundle([b""; 0]), Ok(Vec::new()));
}

#[test]
fn malformed_bundles_are_refused() {
    for (bytes, width, expected) in [
        (&b"\0\x01a"[..], 2, BundleError::Truncated { position: 1 }),
        (b"\0", 1, BundleError::Truncated { position: 0 }),
        (b"\0\x02a", 1, BundleError::Truncated { position: 0 }),
        (b"\xff\xffa", 1, BundleError::Truncated { position: 0 }),
        (b"\0\x01ab", 1, BundleError::Trailing { length: 1 }),
        (b"\0\x01a\0\0", 1, BundleError::Trailing { length: 2 }),
        (b"\0", 0, BundleError::Trailing { length: 1 }),
    ] {
        assert_eq!(decode_bundle(bytes, width), Err(expected), "{bytes:?}");
    }
}

#[test]
fn an_entry_has_at_most_65535_bytes() {
    let longest = vec![7; 65_535];
    let bundle = encode_bundle([&longest]).unwrap();
    assert_eq!(decode_bundle(&bundle, 1).unwrap(), [&longest]);
    let expected = BundleError::EntryTooLong { position: 1, length: 65_536 };
    assert_eq!(encode_bundle([vec![], vec![7; 65_536]]), Err(expected));
}

proptest! {
    #[test]
    fn every_bundle_survives_its_bytes(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 0..256)) {
        let bundle = encode_bundle(&entries).unwrap();
        prop_assert_eq!(decode_bundle(&bundle, entries.len() as u16).unwrap(), entries);
    }

    #[test]
    fn arbitrary_bytes_are_a_bundle_in_one_way_at_most(bytes in prop::collection::vec(0u8..4, 0..40), width in 0u16..12) {
        if let Ok(entries) = decode_bundle(&bytes, width) {
            prop_assert_eq!(encode_bundle(entries), Ok(bytes));
        }
    }

    #[test]
    fn every_name_survives_its_text(level in 0u8..=63, index: u64, width in 1u16..=256) {
        let path = TilePath { level, index, width };
        prop_assert_eq!(path.to_string().parse(), Ok(path));
    }
}
