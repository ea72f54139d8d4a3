//! Signed notes, checkpoints and proofs as texts.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod naive;

use naive::{leaves, memory, mth};
use orebook_tlog::{
    Checkpoint, CheckpointError, NoteError, NoteSigner, TlogProof, TlogProofError, VerifierKey, VerifierKeyError,
    VerifyError, inclusion_proof,
};

/// The example of Go's package sumdb/note, from which the format comes.
const VKEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const TEXT: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n";
const SIGNATURE: &str =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

fn note() -> String {
    format!("{TEXT}\n{SIGNATURE}")
}

fn vkey() -> VerifierKey {
    VKEY.parse().unwrap()
}

fn log() -> NoteSigner {
    NoteSigner::new("example.com/log", [3; 32]).unwrap()
}

#[test]
fn the_example_note_comes_out_byte_for_byte() {
    let seed = decode_signer_key("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    let signer = NoteSigner::new("PeterNeumann", seed).unwrap();
    assert_eq!(signer.verifier_key().to_string(), VKEY);
    assert_eq!(signer.sign(TEXT).unwrap(), note());
    assert_eq!(vkey().verify(&note()), Ok(TEXT));
    assert_eq!(vkey().id(), [0xc7, 0x4f, 0x20, 0xa3]);
    assert_eq!(vkey().name(), "PeterNeumann");
    assert_eq!(VerifierKey::new("PeterNeumann", vkey().as_bytes()), Ok(vkey()));
}

/// The seed in a signer key of Go's package: base64 of 0x01 and the seed.
fn decode_signer_key(base64: &str) -> [u8; 32] {
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(base64).unwrap();
    bytes[1..].try_into().unwrap()
}

#[test]
fn signatures_of_other_keys_are_ignored() {
    let other = "— other.example AAAAAAAA\n";
    let same_name = "— PeterNeumann AAAAAAAA\n";
    for lines in [
        format!("{other}{SIGNATURE}"),
        format!("{SIGNATURE}{other}"),
        format!("{same_name}{SIGNATURE}{SIGNATURE}"),
        format!("{}{SIGNATURE}", other.repeat(63)),
    ] {
        assert_eq!(vkey().verify(&format!("{TEXT}\n{lines}")), Ok(TEXT), "{lines}");
    }
    assert_eq!(vkey().verify(&format!("{TEXT}\n{other}{same_name}")), Err(NoteError::NotSigned));
    assert_eq!(log().verifier_key().verify(&note()), Err(NoteError::NotSigned));
}

#[test]
fn a_wrong_signature_of_the_known_key_spoils_the_note() {
    let changed = note().replace("answer", "Answer");
    assert_eq!(vkey().verify(&changed), Err(NoteError::WrongSignature));
    let wrong = SIGNATURE.replace("ZJku", "ZJkv");
    let both = format!("{TEXT}\n{SIGNATURE}{wrong}");
    assert_eq!(vkey().verify(&both), Err(NoteError::WrongSignature));
    let short = format!("{TEXT}\n— PeterNeumann x08go/ZJkuA=\n");
    assert_eq!(vkey().verify(&short), Err(NoteError::WrongSignature));
}

#[test]
fn malformed_notes_are_refused() {
    let line = SIGNATURE.trim_end();
    for (note, expected) in [
        (String::new(), NoteError::Signatures),
        (TEXT.to_owned(), NoteError::Signatures),
        (format!("{TEXT}{SIGNATURE}"), NoteError::Signatures),
        (format!("{TEXT}\n"), NoteError::Signatures),
        (format!("{TEXT}\n{line}"), NoteError::Signatures),
        (format!("{TEXT}\n{SIGNATURE}\n"), NoteError::Signatures),
        (format!("{TEXT}\n{SIGNATURE}more\n"), NoteError::Signatures),
        (format!("{TEXT}\n{}", SIGNATURE.replace('—', "-")), NoteError::Signatures),
        (format!("{TEXT}\n{}", SIGNATURE.replace("— ", "—")), NoteError::Signatures),
        (format!("{TEXT}\n{}", SIGNATURE.replace(" x08", "  x08")), NoteError::Signatures),
        (format!("{TEXT}\n{}", SIGNATURE.replace("AM=", "AM")), NoteError::Signatures),
        (format!("{TEXT}\n{}", SIGNATURE.replace("AM=", "AN=")), NoteError::Signatures),
        (format!("{TEXT}\n{}", SIGNATURE.replace("AM=", "AM= ")), NoteError::Signatures),
        (format!("{TEXT}\n— PeterNeumann x08gow==\n"), NoteError::Signatures),
        (format!("{TEXT}\n— Peter+Neumann AAAAAAAA\n"), NoteError::Signatures),
        (format!("{TEXT}\n{}", SIGNATURE.repeat(65)), NoteError::TooManySignatures),
        (format!("\t{}", note()), NoteError::Text),
        (note().replace('\n', "\r\n"), NoteError::Text),
        (format!("\0{}", note()), NoteError::Text),
    ] {
        assert_eq!(vkey().verify(&note), Err(expected), "{note:?}");
    }
}

#[test]
fn only_text_that_makes_a_note_is_signed() {
    for text in ["", "no newline", "tab\t\n", "return\r\n"] {
        assert_eq!(log().sign(text), Err(NoteError::Text), "{text:?}");
    }
    let with_blank = "one\n\ntwo\n";
    let signed = log().sign(with_blank).unwrap();
    assert_eq!(log().verifier_key().verify(&signed), Ok(with_blank));
}

#[test]
fn malformed_verifier_keys_are_refused() {
    let check = |text: &str, expected| assert_eq!(text.parse::<VerifierKey>(), Err(expected), "{text}");
    check("", VerifierKeyError::Form);
    check("PeterNeumann+c74f20a3", VerifierKeyError::Form);
    check(&VKEY.replace("10TW", "10T"), VerifierKeyError::Form);
    check(&VKEY.replace("10TW", "10TW\n"), VerifierKeyError::Form);
    check(&VKEY.replace("10TW", ""), VerifierKeyError::Key);
    check(&VKEY.replace("+ARpc", "+Ahpc"), VerifierKeyError::Key);
    check("PeterNeumann+c74f20a3+", VerifierKeyError::Key);
    check(&VKEY.replace("c74f20a3", "c74f20a4"), VerifierKeyError::Id);
    check(&VKEY.replace("c74f20a3", "C74F20A3"), VerifierKeyError::Id);
    check(&VKEY.replace("c74f20a3", "0c74f20a3"), VerifierKeyError::Id);
    check(&VKEY.replace("Peter", "Petra"), VerifierKeyError::Id);
    check(&VKEY.replace("PeterNeumann", ""), VerifierKeyError::Name);
    check(&VKEY.replace("PeterNeumann", "Peter\u{a0}Neumann"), VerifierKeyError::Name);
}

#[test]
fn names_and_keys_of_signers_are_sound() {
    for name in ["", "two words", "a+b", "line\n", "\u{2003}", "\u{7f}"] {
        assert_eq!(NoteSigner::new(name, [3; 32]).unwrap_err(), VerifierKeyError::Name, "{name:?}");
    }
    let mut small_order = [0; 32];
    small_order[0] = 1;
    assert_eq!(VerifierKey::new("a", &small_order), Err(VerifierKeyError::Key));
}

#[test]
fn printing_a_signer_shows_its_verifier_key_only() {
    assert_eq!(format!("{:?}", log()), format!("NoteSigner(of {})", log().verifier_key()));
}

fn checkpoint() -> Checkpoint {
    Checkpoint { origin: "example.com/log".into(), size: 9, root: mth(&leaves(9)) }
}

#[test]
fn a_checkpoint_survives_its_note() {
    let note = checkpoint().sign(&log()).unwrap();
    assert!(note.starts_with("example.com/log\n9\n"));
    assert_eq!(Checkpoint::open(&note, log().verifier_key()), Ok(checkpoint()));
}

#[test]
fn the_checkpoint_of_the_standard_is_read() {
    let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    let checkpoint: Checkpoint = text.parse().unwrap();
    assert_eq!(checkpoint.size, 20_852_163);
    assert_eq!(checkpoint.to_string(), text);
}

#[test]
fn a_log_signs_and_opens_its_own_checkpoints_only() {
    let other = Checkpoint { origin: "example.com/other".into(), ..checkpoint() };
    assert_eq!(other.sign(&log()), Err(CheckpointError::Origin));
    let note = log().sign(&other.to_string()).unwrap();
    assert_eq!(Checkpoint::open(&note, log().verifier_key()), Err(CheckpointError::Origin));
    let note = log().sign("hello\n").unwrap();
    assert_eq!(Checkpoint::open(&note, log().verifier_key()), Err(CheckpointError::Form));
    let unsigned = CheckpointError::Note(NoteError::NotSigned);
    let note = checkpoint().sign(&log()).unwrap();
    assert_eq!(Checkpoint::open(&note, &vkey()), Err(unsigned));
}

#[test]
fn malformed_checkpoints_are_refused() {
    let text = checkpoint().to_string();
    for other in [
        String::new(),
        text.trim_end().to_owned(),
        format!("{text}extension\n"),
        format!("{text}\n"),
        text.replacen("example.com/log", "", 1),
        text.replacen("\n9\n", "\n09\n", 1),
        text.replacen("\n9\n", "\n+9\n", 1),
        text.replacen("\n9\n", "\n 9\n", 1),
        text.replacen("\n9\n", "\n\n", 1),
        text.replacen("\n9\n", "\n18446744073709551616\n", 1),
        text.replacen("=\n", "\n", 1),
        text.replacen("=\n", "==\n", 1),
        text.replacen("=\n", "=\r\n", 1),
        text.replacen("\n9\n", "\n9\nAA", 1),
    ] {
        assert_ne!(other, text);
        assert_eq!(other.parse::<Checkpoint>(), Err(CheckpointError::Form), "{other:?}");
    }
}

fn proof(index: u64, size: usize) -> TlogProof {
    let root = mth(&leaves(size));
    let checkpoint = Checkpoint { origin: "example.com/log".into(), size: size as u64, root };
    TlogProof {
        index,
        hashes: inclusion_proof(&memory(&leaves(size)), index, size as u64).unwrap(),
        checkpoint: checkpoint.sign(&log()).unwrap(),
    }
}

#[test]
fn a_proof_survives_its_text_and_verifies() {
    for size in 1..20 {
        for index in 0..size {
            let proof = proof(index as u64, size);
            let again: TlogProof = proof.to_string().parse().unwrap();
            assert_eq!(again, proof);
            let checkpoint = again.verify(&leaves(size)[index], log().verifier_key()).unwrap();
            assert_eq!((checkpoint.size, checkpoint.root), (size as u64, mth(&leaves(size))));
        }
    }
}

#[test]
fn a_proof_is_written_as_the_standard_says() {
    let note = proof(0, 1).checkpoint;
    assert_eq!(proof(0, 1).to_string(), format!("c2sp.org/tlog-proof@v1\nindex 0\n\n{note}"));
    let text = proof(2, 9).to_string();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..2], ["c2sp.org/tlog-proof@v1", "index 2"]);
    assert!(lines[2..6].iter().all(|line| line.len() == 44), "{text}");
    assert_eq!(lines[6..9], ["", "example.com/log", "9"]);
}

#[test]
fn a_proof_for_another_entry_or_log_does_not_verify() {
    let (leaves, proof) = (leaves(9), proof(2, 9));
    let inclusion = TlogProofError::Inclusion(VerifyError::Root);
    assert_eq!(proof.verify(&leaves[3], log().verifier_key()), Err(inclusion));
    let other = TlogProof { index: 3, ..proof.clone() };
    assert_eq!(other.verify(&leaves[2], log().verifier_key()), Err(inclusion));
    let checkpoint = TlogProofError::Checkpoint(CheckpointError::Note(NoteError::NotSigned));
    assert_eq!(proof.verify(&leaves[2], &vkey()), Err(checkpoint));
}

#[test]
fn malformed_proofs_are_refused() {
    let text = proof(2, 9).to_string();
    for other in [
        String::new(),
        text.replacen("@v1", "@v2", 1),
        text.replacen("@v1\n", "@v1\nextra AAAA\n", 1),
        text.replacen("index 2", "index 02", 1),
        text.replacen("index 2", "index -2", 1),
        text.replacen("index 2", "index  2", 1),
        text.replacen("index 2\n", "", 1),
        text.replacen("=\n", "\n", 1),
        text.replacen("=\n", "= \n", 1),
        text.replacen("\n\n", "\n", 2),
        text[..text.find("\n\n").unwrap() + 2].to_owned(),
        text.replace('\n', "\r\n"),
    ] {
        assert_ne!(other, text);
        assert_eq!(other.parse::<TlogProof>(), Err(TlogProofError::Form), "{other:?}");
    }
}
