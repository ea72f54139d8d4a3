//! Keys, signatures, times and PEM files have one written form each.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_document::{PublicKey, Seconds, SecretKey};

fuzz_target!(|text: &str| {
    if let Ok(key) = text.parse::<PublicKey>() {
        assert_eq!(key.to_string(), text);
        let _ = key.check_strength();
        let _ = key.verify_text(b"message", text);
    }
    if let Ok(time) = text.parse::<Seconds>() {
        assert_eq!(time.to_string(), text);
    }
    let own = SecretKey::from_seed([7; 32]).public();
    assert!(own.verify_text(b"message", text).is_err(), "nobody signed it");
    if let Ok(key) = SecretKey::from_pem(text) {
        assert_eq!(SecretKey::from_pem(&key.to_pem()).map(|again| again.seed()), Ok(key.seed()));
    }
});
