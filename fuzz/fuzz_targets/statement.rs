//! Retirement statements, of a `did:key` and of a `did:web`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_document::{canonical, read};
use orebook_registry::claim::statement::Statement;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(unverified) = read::<Statement>(bytes, 262_144) {
        assert_eq!(canonical(unverified.document()).expect("it was read"), bytes);
        let _ = unverified.verify();
    }
});
