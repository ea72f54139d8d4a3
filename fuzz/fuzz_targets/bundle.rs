//! Bundles: what is read is canonical, and checking it ends without a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_tlog::NoteSigner;
use orebook_verifier::bundle::Bundle;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(bundle) = Bundle::read(bytes) {
        assert_eq!(bundle.to_bytes(), bytes);
        let signer = NoteSigner::new("registry.example/log", [1; 32]).expect("a name");
        let _ = bundle.check(signer.verifier_key());
    }
});
