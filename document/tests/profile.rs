//! The proof itself: how it is written, and how narrow it is.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod letter;

use letter::{Letter, key, letter, noon, signed};
use orebook_document::{Cryptosuite, Proof, ProofType, Purpose, ReadError, SecretKey, canonical, read, sign};

/// A letter whose proof was changed after signing, in canonical bytes.
fn with_proof(change: impl FnOnce(&mut Proof)) -> ReadError {
    let mut letter = sign(letter(), &key(), noon());
    change(letter.proof.as_mut().unwrap());
    read::<Letter>(&canonical(&letter).unwrap(), 100_000).unwrap_err()
}

#[test]
fn the_proof_is_written_as_the_cryptosuite_says() {
    let proof = sign(letter(), &key(), noon()).proof.unwrap();
    assert_eq!(proof.context, letter().context);
    assert_eq!(proof.cryptosuite, Cryptosuite::EddsaJcs2022);
    assert_eq!(proof.kind, ProofType::DataIntegrityProof);
    assert_eq!(proof.verification_method, key().public().verification_method());
    let did = key().public().to_string();
    let fragment = did.strip_prefix("did:key:").unwrap();
    assert_eq!(proof.verification_method, format!("{did}#{fragment}"));
    let text = String::from_utf8(signed()).unwrap();
    for member in [
        r#""proof":{"@context":["urn:example:letter:v1"],"created":"2026-11-22T12:00:00Z","#,
        r#","cryptosuite":"eddsa-jcs-2022","proofPurpose":"capabilityInvocation","proofValue":"z"#,
        r#"","type":"DataIntegrityProof","verificationMethod":"did:key:z6Mk"#,
    ] {
        assert!(text.contains(member), "{member}\n{text}");
    }
}

#[test]
fn signing_again_replaces_the_proof() {
    let once = sign(letter(), &SecretKey::from_seed([9; 32]), noon());
    assert_eq!(sign(once, &key(), noon()), sign(letter(), &key(), noon()));
}

#[test]
fn the_profile_of_the_proof_is_strict() {
    let expected = ReadError::WrongPurpose { expected: Purpose::CapabilityInvocation, found: Purpose::AssertionMethod };
    assert_eq!(with_proof(|proof| proof.purpose = Purpose::AssertionMethod), expected);
    assert_eq!(with_proof(|proof| proof.context.clear()), ReadError::ContextDiffers);
    let other = vec!["urn:example:letter:v2".into()];
    assert_eq!(with_proof(|proof| proof.context = other), ReadError::ContextDiffers);
}

#[test]
fn the_verification_method_names_one_key_twice() {
    let did = key().public().to_string();
    let fragment = did.strip_prefix("did:key:").unwrap();
    let other = SecretKey::from_seed([8; 32]).public().to_string();
    for method in [
        String::new(),
        did.clone(),
        format!("{did}#"),
        format!("{other}#{fragment}"),
        format!("{did}#{did}"),
        format!("{did}#{fragment}#"),
        format!("{fragment}#{fragment}"),
        format!("did:web:example.com#{fragment}"),
        "did:key:z6Mk#z6Mk".to_owned(),
    ] {
        let refusal = with_proof(|proof| proof.verification_method = method.clone());
        assert_eq!(refusal, ReadError::VerificationMethod, "{method}");
    }
}

#[test]
fn the_proof_value_is_64_bytes_in_base58() {
    let value = sign(letter(), &key(), noon()).proof.unwrap().value;
    for other in [
        String::new(),
        "z".to_owned(),
        value[1..].to_owned(),
        value.replacen('z', "u", 1),
        value.replacen('z', "z1", 1),
        value[..80].to_owned(),
        format!("{}0", &value[..value.len() - 1]),
        format!("{value}2"),
        format!("z{}", "1".repeat(65)),
        format!("z{}", "z".repeat(10_000)),
    ] {
        let refusal = with_proof(|proof| proof.value = other.clone());
        assert_eq!(refusal, ReadError::ProofValue, "{other}");
    }
}

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    #[serde(rename = "@context")]
    context: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proof: Option<Proof>,
}

impl orebook_document::Document for Word {
    const PURPOSE: Purpose = Purpose::AssertionMethod;
    fn context(&self) -> &[String] {
        &self.context
    }
    fn proof(&self) -> Option<&Proof> {
        self.proof.as_ref()
    }
    fn set_proof(&mut self, proof: Option<Proof>) {
        self.proof = proof;
    }
}

#[test]
fn what_is_asserted_may_be_by_a_key_of_a_website_and_what_is_asked_for_may_not() {
    let word = Word { context: vec!["urn:example:word:v1".into()], proof: None };
    for did in ["did:web:registry.example", "did:web:localhost%3A8080"] {
        let signed = orebook_document::sign_as(word.clone(), did, &key(), noon());
        let read = read::<Word>(&canonical(&signed).unwrap(), 1_000).unwrap();
        assert_eq!(read.key(), key().public());
        assert!(read.verify().is_ok());
        assert_eq!(signed.proof.unwrap().verification_method, key().public().verification_method_of(did));
    }
    for did in ["did:web:", "did:web:a/b", "did:web:a#b", "did:example:a", ""] {
        let signed = orebook_document::sign_as(word.clone(), did, &key(), noon());
        let refused = read::<Word>(&canonical(&signed).unwrap(), 1_000).unwrap_err();
        assert_eq!(refused, ReadError::VerificationMethod, "{did}");
    }
    let asked = orebook_document::sign_as(letter(), "did:web:registry.example", &key(), noon());
    assert_eq!(read::<Letter>(&canonical(&asked).unwrap(), 1_000).unwrap_err(), ReadError::VerificationMethod);
}

#[test]
fn a_signature_as_text_is_by_its_key_over_its_message() {
    let text = key().sign_text(b"message");
    assert!(key().public().verify_text(b"message", &text).is_ok());
    assert!(key().public().verify_text(b"massage", &text).is_err());
    assert!(SecretKey::from_seed([8; 32]).public().verify_text(b"message", &text).is_err());
    for other in ["", "z", &text[1..], &text[..text.len() - 1], &format!("{text}1")] {
        assert!(key().public().verify_text(b"message", other).is_err(), "{other}");
    }
}
