//! Names of tiles and bundles have one written form, and none leads out of the directory.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_tlog::{EntriesPath, TilePath};

fuzz_target!(|text: &str| {
    if let Ok(path) = text.parse::<TilePath>() {
        assert_eq!(path.to_string(), text);
        assert!(!text.contains(".."));
    }
    if let Ok(path) = text.parse::<EntriesPath>() {
        assert_eq!(path.to_string(), text);
        assert!(!text.contains(".."));
    }
});
