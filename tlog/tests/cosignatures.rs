//! Cosignatures of witnesses, and what witnesses are asked.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer, SigningKey};
use orebook_tlog::{
    AddCheckpoint, Checkpoint, CosignatureError, Cosigner, NoteError, NoteSigner, VerifierKey, WitnessKey,
};

const TIME: u64 = 1_790_000_000;

fn log() -> NoteSigner {
    NoteSigner::new("registry.example/log", [3; 32]).unwrap()
}

fn witness(seed: u8) -> Cosigner {
    Cosigner::new("witness.example", [seed; 32]).unwrap()
}

fn note() -> String {
    Checkpoint { origin: "registry.example/log".to_owned(), size: 7, root: [9; 32] }.sign(&log()).unwrap()
}

#[test]
fn a_cosignature_is_over_its_time_and_the_text_of_the_note() {
    let line = witness(1).cosign(&note(), TIME).unwrap();
    let text = note().split_once("\n\n").unwrap().0.to_owned() + "\n";
    let signed = format!("cosignature/v1\ntime {TIME}\n{text}");
    let signature = SigningKey::from_bytes(&[1; 32]).sign(signed.as_bytes()).to_bytes();
    let bytes = [&witness(1).verifier_key().id()[..], &TIME.to_be_bytes(), &signature].concat();
    assert_eq!(line, format!("— witness.example {}\n", STANDARD.encode(bytes)));
    let cosigned = note() + &line;
    assert_eq!(witness(1).verifier_key().cosignature(&cosigned).unwrap().time, TIME);
    assert_eq!(witness(1).verifier_key().answered(&note(), &line).unwrap().time, TIME);
    assert!(Checkpoint::open(&cosigned, log().verifier_key()).is_ok(), "to the log's key it is a line of another");
}

#[test]
fn the_key_of_a_witness_has_a_type_of_its_own() {
    let vkey = witness(1).verifier_key().to_string();
    assert_eq!(vkey.parse::<WitnessKey>().as_ref(), Ok(witness(1).verifier_key()));
    assert!(vkey.parse::<VerifierKey>().is_err());
    assert!(log().verifier_key().to_string().parse::<WitnessKey>().is_err());
    let same = NoteSigner::new("witness.example", [1; 32]).unwrap();
    assert_ne!(same.verifier_key().id(), witness(1).verifier_key().id(), "one key, two types, two ids");
    let plain = same.sign("text\n").unwrap();
    assert_eq!(witness(1).verifier_key().cosignature(&plain).err(), Some(CosignatureError::NotSigned));
}

#[test]
fn what_is_not_by_this_witness_over_this_note_does_not_count() {
    let key = witness(1).verifier_key().clone();
    let line = witness(1).cosign(&note(), TIME).unwrap();
    let of = |note: &str| key.cosignature(note).map(|cosignature| cosignature.time);
    assert_eq!(of(&note()), Err(CosignatureError::NotSigned));
    assert_eq!(of(&(note() + &witness(2).cosign(&note(), TIME).unwrap())), Err(CosignatureError::NotSigned));
    let other = note().replacen('7', "8", 1);
    assert_eq!(of(&(other + &line)), Err(CosignatureError::Wrong), "another checkpoint");
    let bytes = STANDARD.decode(line.trim_end().rsplit(' ').next().unwrap()).unwrap();
    for at in [4, 11, 12, 75] {
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        let altered = format!("{}— witness.example {}\n", note(), STANDARD.encode(altered));
        assert_eq!(of(&altered), Err(CosignatureError::Wrong), "byte {at}");
    }
    for short in [5, 12, 40, 75] {
        let cut = format!("{}— witness.example {}\n", note(), STANDARD.encode(&bytes[..short]));
        assert_eq!(of(&cut), Err(CosignatureError::Wrong), "{short} bytes");
    }
    assert_eq!(key.answered(&note(), "").err(), Some(CosignatureError::Note(NoteError::Signatures)));
    let later = note() + &line + &witness(1).cosign(&note(), TIME + 5).unwrap();
    assert_eq!(of(&later), Ok(TIME + 5), "of several the latest");
}

#[test]
fn a_request_has_one_form() {
    for proof in [vec![], vec![[1; 32]], vec![[2; 32]; 63]] {
        let request = AddCheckpoint { old: 3, proof, checkpoint: note() };
        assert_eq!(request.to_string().parse(), Ok(request));
    }
    let hash = STANDARD.encode([1; 32]);
    for text in [
        String::new(),
        "old 3\n\n".to_owned(),
        format!("old 03\n\n{}", note()),
        format!("old -1\n\n{}", note()),
        format!("old 99999999999999999999\n\n{}", note()),
        format!("new 3\n\n{}", note()),
        format!("old 3\nshort\n\n{}", note()),
        format!("old 3\n{}\n\n{}", [hash.as_str(); 64].join("\n"), note()),
    ] {
        assert!(text.parse::<AddCheckpoint>().is_err(), "{text:?}");
    }
}
