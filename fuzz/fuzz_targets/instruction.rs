//! Instructions: what is read is canonical, and its identity is that of its bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_document::{canonical, identity_of_canonical, read};
use orebook_registry::instruction::{Instruction, LENGTH_MAX};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(unverified) = read::<Instruction>(bytes, LENGTH_MAX) {
        assert_eq!(canonical(unverified.document()).expect("it was read"), bytes);
        assert_eq!(identity_of_canonical(bytes), Some(unverified.identity()));
        let _ = unverified.verify();
    }
});
