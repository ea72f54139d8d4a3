//! What is accepted as a signed document, and every way to be refused.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod letter;

use letter::{Letter, Recipient, key, letter, noon, signed};
use orebook_document::{ReadError, SecretKey, SignatureError, canonical, identity_of_canonical, read, sha256, sign};
use proptest::prelude::*;

const LIMIT: usize = 16_384;

fn text() -> String {
    String::from_utf8(signed()).unwrap()
}

fn refusal(bytes: &[u8]) -> ReadError {
    read::<Letter>(bytes, LIMIT).unwrap_err()
}

/// Replaces `from`, once, in the signed letter; gives the offset of the first byte that changed
/// and the refusal.
fn check_not_canonical(from: &str, to: &str) {
    let before = text();
    assert_eq!(before.matches(from).count(), 1, "{from}");
    let after = before.replace(from, to);
    let same = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    assert_eq!(refusal(after.as_bytes()), ReadError::NotCanonical { offset: same }, "{after}");
}

fn check_malformed(from: &str, to: &str, expected: &str) {
    let after = text().replacen(from, to, 1);
    assert_ne!(after, text());
    match refusal(after.as_bytes()) {
        ReadError::Malformed { line: 1, message, .. } => {
            assert!(message.contains(expected), "{message}");
        }
        other => panic!("{other:?} for {after}"),
    }
}

#[test]
fn a_signed_document_opens_and_tells_who_signed_what_and_when() {
    let bytes = signed();
    let unverified = read::<Letter>(&bytes, LIMIT).unwrap();
    let identity = sha256(&canonical(&letter()).unwrap());
    assert_eq!(unverified.key(), key().public());
    assert_eq!(unverified.created(), noon());
    assert_eq!(unverified.identity(), identity);
    assert_eq!(unverified.bytes(), bytes);
    let value = unverified.proof_value().to_owned();
    let opened = unverified.verify().unwrap();
    assert_eq!(opened.key(), key().public());
    assert_eq!(opened.created(), noon());
    assert_eq!(opened.identity(), identity);
    assert_eq!(opened.bytes(), bytes);
    assert_eq!(opened.proof_value(), value);
    assert_eq!(opened.document().lines, letter().lines);
    assert_eq!(opened.into_document(), sign(letter(), &key(), noon()));
    assert_eq!(identity_of_canonical(&bytes), Some(identity));
}

#[test]
fn a_document_may_be_as_long_as_the_limit_and_no_longer() {
    let length = signed().len();
    assert!(read::<Letter>(&signed(), length).is_ok());
    let expected = ReadError::TooLong { limit: length - 1, length };
    assert_eq!(read::<Letter>(&signed(), length - 1).unwrap_err(), expected);
}

#[test]
fn sixteen_levels_are_parsed_and_seventeen_are_not() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(refusal(nested(17).as_bytes()), ReadError::TooDeep { limit: 16 });
    assert!(matches!(refusal(nested(16).as_bytes()), ReadError::Malformed { .. }));
    let bombs = "[{".repeat(8_000);
    assert_eq!(refusal(bombs.as_bytes()), ReadError::TooDeep { limit: 16 });
}

#[test]
fn brackets_in_strings_are_not_depth() {
    let mut letter = letter();
    letter.lines = vec!["\\\"[[[[[[[[[[[[[[[[[[[[{{{{{{{{".into()];
    let bytes = canonical(&sign(letter, &key(), noon())).unwrap();
    assert!(read::<Letter>(&bytes, LIMIT).unwrap().verify().is_ok());
}

#[test]
fn bytes_that_are_no_json_are_malformed() {
    for bytes in [&b""[..], b"{", b"nonsense", b"\xff\xfe", b"{\"@context\":[\"\xff\"]}"] {
        assert!(matches!(refusal(bytes), ReadError::Malformed { .. }), "{bytes:?}");
    }
    check_malformed("Clara", "\\ud800", "hex escape");
    check_malformed("Clara", "\u{1}", "control character");
    check_malformed("}}", "}}}", "trailing");
}

#[test]
fn members_that_are_not_of_the_type_are_malformed() {
    check_malformed(r#""lines":"#, r#""extra":"","lines":"#, "unknown field `extra`");
    check_malformed(r#""created":"#, r#""challenge":"","created":"#, "unknown field `challenge`");
    check_malformed(r#""name":"#, r#""age":"","name":"#, "unknown field `age`");
    check_malformed(r#""lines":["#, r#""lines":[null,"#, "invalid type: null");
    check_malformed("12:00:00Z", "12:00:00.000Z", "YYYY-MM-DDTHH:MM:SSZ");
    check_malformed("eddsa-jcs-2022", "eddsa-rdfc-2022", "unknown variant");
    check_malformed("DataIntegrityProof", "DataIntegrityprooF", "unknown variant");
}

#[test]
fn duplicate_names_are_malformed() {
    check_malformed(r#""to":{"#, r#""to":{"name":""},"to":{"#, "duplicate field");
    check_malformed(r#""type":"#, r#""proofValue":"z","type":"#, "duplicate field");
}

#[test]
fn a_document_has_exactly_one_proof() {
    let text = text();
    let start = text.find(r#","proof":"#).unwrap();
    let end = text.find(r#","to":"#).unwrap();
    let without = format!("{}{}", &text[..start], &text[end..]);
    assert_eq!(refusal(without.as_bytes()), ReadError::ProofMissing);
    let proof = &text[start + r#","proof":"#.len()..end];
    let two = text.replace(proof, &format!("[{proof},{proof}]"));
    assert!(matches!(refusal(two.as_bytes()), ReadError::Malformed { .. }));
    let null = text.replace(proof, "null");
    assert_eq!(refusal(null.as_bytes()), ReadError::NotCanonical { offset: start + 2 });
}

#[test]
fn white_space_is_refused_where_it_stands() {
    check_not_canonical(r#""to":{"#, r#""to": {"#);
    check_not_canonical(
        r#"{"@context":["urn:example:letter:v1"],"lines""#,
        r#" {"@context":["urn:example:letter:v1"],"lines""#,
    );
    check_not_canonical(r#""lines":["#, "\"lines\":[\n");
    let longer = format!("{}\n", text());
    assert_eq!(refusal(longer.as_bytes()), ReadError::NotCanonical { offset: text().len() });
}

#[test]
fn needless_escapes_are_refused_where_they_stand() {
    check_not_canonical("Clara", "Cl\\u0061ra");
    check_not_canonical("\u{1F600}", "\\ud83d\\ude00");
    check_not_canonical(r#""lines""#, r#""l\u0069nes""#);
}

#[test]
fn another_order_is_refused_where_it_begins() {
    check_not_canonical(
        r#""cryptosuite":"eddsa-jcs-2022","proofPurpose":"capabilityInvocation""#,
        r#""proofPurpose":"capabilityInvocation","cryptosuite":"eddsa-jcs-2022""#,
    );
    check_not_canonical(
        r#"{"@context":["urn:example:letter:v1"],"lines":["Dear \"C\",","😀\\"]"#,
        r#"{"lines":["Dear \"C\",","😀\\"],"@context":["urn:example:letter:v1"]"#,
    );
}

#[test]
fn an_array_in_place_of_an_object_is_refused() {
    check_not_canonical(r#"{"name":"Clara"}"#, r#"["Clara"]"#);
}

#[test]
fn a_map_in_place_of_a_fixed_string_is_refused() {
    check_not_canonical(r#""DataIntegrityProof""#, r#"{"DataIntegrityProof":null}"#);
}

#[test]
fn an_absent_value_is_an_absent_name() {
    check_not_canonical(r#""proof":"#, r#""note":null,"proof":"#);
}

#[test]
fn a_signature_by_another_key_does_not_verify() {
    let mut letter = sign(letter(), &key(), noon());
    let other = SecretKey::from_seed([8; 32]).public().verification_method();
    letter.proof.as_mut().unwrap().verification_method = other;
    let unverified = read::<Letter>(&canonical(&letter).unwrap(), LIMIT).unwrap();
    assert_eq!(unverified.verify().unwrap_err(), SignatureError);
}

#[test]
fn a_document_with_any_bit_flipped_never_opens() {
    let bytes = signed();
    assert!(read::<Letter>(&bytes, LIMIT).unwrap().verify().is_ok());
    for offset in 0..bytes.len() {
        for bit in 0..8 {
            let mut tampered = bytes.clone();
            tampered[offset] ^= 1 << bit;
            let opened = read::<Letter>(&tampered, LIMIT).map(|letter| letter.verify().is_ok());
            assert!(!opened.unwrap_or(false), "bit {bit} of offset {offset}");
        }
    }
}

fn any_letter() -> impl Strategy<Value = Letter> {
    let text = || prop_oneof![".*", "[\"\\\\{}\\[\\],:]*", Just("\"proof\":{}".to_owned())];
    let texts = || prop::collection::vec(text(), 0..4);
    (texts(), texts(), prop::option::of(text()), text()).prop_map(|(context, lines, note, name)| Letter {
        context,
        lines,
        note,
        proof: None,
        recipient: Recipient { name },
    })
}

/// What `sign` and `read` do by cutting, done by parsing, removing and writing again.
fn slow_message(signed: &[u8]) -> Vec<u8> {
    let mut document: serde_json::Map<_, _> = serde_json::from_slice(signed).unwrap();
    let mut proof = document.remove("proof").unwrap();
    proof.as_object_mut().unwrap().remove("proofValue").unwrap();
    [sha256(&canonical(&proof).unwrap()), sha256(&canonical(&document).unwrap())].concat()
}

proptest! {
    #[test]
    fn every_signed_letter_opens_and_its_hashes_are_those_of_the_slow_way(
        letter in any_letter(),
        seed: [u8; 32],
    ) {
        let key = SecretKey::from_seed(seed);
        let bytes = canonical(&sign(letter, &key, noon())).unwrap();
        let opened = read::<Letter>(&bytes, usize::MAX).unwrap().verify().unwrap();
        let message = slow_message(&bytes);
        prop_assert_eq!(&message[32..], opened.identity());
        prop_assert_eq!(identity_of_canonical(&bytes), Some(opened.identity()));
        let value = bs58::decode(&opened.proof_value()[1..]).into_vec().unwrap();
        prop_assert_eq!(value, key.sign(&message));
    }

    #[test]
    fn arbitrary_bytes_are_refused_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read::<Letter>(&bytes, LIMIT).is_err());
    }
}
