//! Canonical JSON is a fixed point, and parts are cut out of it without a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_document::{canonical, identity_of_canonical};

fuzz_target!(|bytes: &[u8]| {
    let _ = identity_of_canonical(bytes);
    let Ok(value) = serde_json::from_slice::<serde_json::Value>(bytes) else { return };
    let Ok(once) = canonical(&value) else { return };
    let again: serde_json::Value = serde_json::from_slice(&once).expect("it is JSON");
    assert_eq!(canonical(&again).expect("it has a form"), once);
    let _ = identity_of_canonical(&once);
});
