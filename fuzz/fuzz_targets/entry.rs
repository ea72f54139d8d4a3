//! Entries of a log that somebody else wrote, and what is learned of the register's keys from them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_registry::entry::{Entry, subjects};
use orebook_registry::party::OwnKeys;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(entry) = Entry::parse(bytes) {
        let _ = (entry.visibility(), entry.act_word(), entry.name());
    }
    let _ = OwnKeys::default().learn(bytes);
    let _ = subjects(bytes);
});
