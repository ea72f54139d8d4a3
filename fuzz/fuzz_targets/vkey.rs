//! Verifier keys have one written form.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_tlog::{VerifierKey, WitnessKey};

fuzz_target!(|text: &str| {
    if let Ok(key) = text.parse::<VerifierKey>() {
        assert_eq!(key.to_string(), text);
        assert!(text.parse::<WitnessKey>().is_err(), "a key is of one type");
    }
    if let Ok(key) = text.parse::<WitnessKey>() {
        assert_eq!(key.to_string(), text);
    }
});
