//! Canonical JSON against the reference data of RFC 8785 and against a second implementation.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use orebook_document::canonical;
use proptest::prelude::*;
use serde_json::Value;

macro_rules! case {
    ($name:literal) => {
        check(
            include_str!(concat!("../vectors/jcs/input/", $name, ".json")),
            include_bytes!(concat!("../vectors/jcs/output/", $name, ".json")),
            include_str!(concat!("../vectors/jcs/outhex/", $name, ".txt")),
        )
    };
}

fn check(input: &str, output: &[u8], output_hex: &str) {
    let value: Value = serde_json::from_str(input).unwrap();
    let bytes = canonical(&value).unwrap();
    assert_eq!(bytes, output);
    let hex: String = output_hex.split_whitespace().collect();
    assert_eq!(hex::encode(bytes), hex);
}

#[test]
fn arrays_are_canonical() {
    case!("arrays");
}

#[test]
fn names_sort_by_units_and_not_by_locale() {
    case!("french");
}

#[test]
fn structures_are_canonical() {
    case!("structures");
}

#[test]
fn unicode_is_not_normalised() {
    case!("unicode");
}

#[test]
fn numbers_and_literals_are_canonical() {
    case!("values");
}

#[test]
fn weird_names_are_canonical() {
    case!("weird");
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<String>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        (-9_007_199_254_740_991i64..=9_007_199_254_740_991).prop_map(Value::from),
        Just(Value::Null),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn two_implementations_write_the_same_bytes(value in value()) {
        prop_assert_eq!(canonical(&value).unwrap(), serde_jcs::to_vec(&value).unwrap());
    }

    #[test]
    fn canonical_bytes_parse_to_the_same_value(value in value()) {
        let bytes = canonical(&value).unwrap();
        let again: Value = serde_json::from_slice(&bytes).unwrap();
        prop_assert_eq!(canonical(&again).unwrap(), bytes);
    }
}
