//! Notes, checkpoints and cosignatures. What is opened was signed by the known key, and is written as it was read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_tlog::{Checkpoint, Cosigner, NoteSigner};

fuzz_target!(|text: &str| {
    let signer = NoteSigner::new("registry.example/log", [1; 32]).expect("a name");
    let key = signer.verifier_key();
    if let Ok(stated) = Checkpoint::stated(text) {
        assert_eq!(stated.to_string().parse().as_ref(), Ok(&stated));
    }
    if let Ok(checkpoint) = Checkpoint::open(text, key) {
        let again = checkpoint.sign(&signer).expect("the name fits");
        assert_eq!(Checkpoint::open(&again, key), Ok(checkpoint));
    }
    let witness = Cosigner::new("witness.example", [2; 32]).expect("a name");
    let _ = witness.verifier_key().cosignature(text);
    let _ = witness.verifier_key().answered("a\n\n— b AAAAAAAA\n", text);
});
