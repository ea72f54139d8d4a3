//! tlog-proofs and requests to witnesses have one written form; what they prove is checked without a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_tlog::{AddCheckpoint, NoteSigner, TlogProof};

fuzz_target!(|text: &str| {
    if let Ok(proof) = text.parse::<TlogProof>() {
        assert_eq!(proof.to_string(), text);
        let signer = NoteSigner::new("registry.example/log", [1; 32]).expect("a name");
        assert!(proof.verify(&[0; 32], signer.verifier_key()).is_err(), "nobody signed it");
    }
    if let Ok(request) = text.parse::<AddCheckpoint>() {
        assert_eq!(request.to_string(), text);
    }
});
