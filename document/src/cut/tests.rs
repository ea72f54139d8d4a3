//! The cut against the slow way: parse, remove the member, write again.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{Cut, identity_of_canonical};
use crate::canonical::{canonical, sha256};

fn rest(bytes: &[u8], name: &str) -> Option<String> {
    let cut = Cut::member(bytes, name)?;
    Some(String::from_utf8(cut.rest()).unwrap())
}

#[test]
fn the_first_a_middle_the_last_and_the_only_member_leave_no_comma_behind() {
    let object = br#"{"a":"1","b":["2"],"c":{"d":"3"}}"#;
    assert_eq!(rest(object, "a").unwrap(), r#"{"b":["2"],"c":{"d":"3"}}"#);
    assert_eq!(rest(object, "b").unwrap(), r#"{"a":"1","c":{"d":"3"}}"#);
    assert_eq!(rest(object, "c").unwrap(), r#"{"a":"1","b":["2"]}"#);
    assert_eq!(rest(br#"{"a":"1"}"#, "a").unwrap(), "{}");
}

#[test]
fn a_member_of_an_inner_object_is_not_cut() {
    assert_eq!(rest(br#"{"a":{"proof":"x"}}"#, "proof"), None);
    assert_eq!(rest(br#"{"a":[{"proof":"x"}],"proof":"y"}"#, "proof").unwrap(), r#"{"a":[{"proof":"x"}]}"#);
}

#[test]
fn the_name_inside_a_string_is_not_a_member() {
    let tricky = json!({"a": "\",\"proof\":{}", "b\\": "proof", "proof": {"x": "}\"]"}, "z": "\\"});
    let bytes = canonical(&tricky).unwrap();
    assert_eq!(rest(&bytes, "proof").unwrap(), r#"{"a":"\",\"proof\":{}","b\\":"proof","z":"\\"}"#);
}

#[test]
fn bytes_that_are_no_object_have_no_member() {
    for bytes in
        ["", "{", "{\"", "{\"proof", "{\"proof\"", "{\"proof\":", "{\"proof\":{", "[]", "\"\"", "{}", "{\"proof\":\"\\"]
    {
        assert_eq!(identity_of_canonical(bytes.as_bytes()), None, "{bytes}");
    }
}

fn value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![".*", "[\"\\\\{}\\[\\],:]*", Just("proof".to_owned())];
    let leaf = text.prop_map(Value::String);
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            members(inner).prop_map(Value::Object),
        ]
    })
}

fn members(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    let name = prop_oneof![Just("proof".to_owned()), "[a-z@\"\\\\{}]{0,6}", ".{0,4}"];
    prop::collection::vec((name, value), 0..5).prop_map(|pairs| pairs.into_iter().collect())
}

proptest! {
    #[test]
    fn cutting_equals_writing_without_the_member(mut object in members(value()), proof in value()) {
        object.insert("proof".into(), proof.clone());
        let bytes = canonical(&object).unwrap();
        let cut = Cut::member(&bytes, "proof").unwrap();
        prop_assert_eq!(cut.value, canonical(&proof).unwrap());
        let cut_rest = cut.rest();
        object.remove("proof");
        let slow = canonical(&object).unwrap();
        prop_assert_eq!(&cut_rest, &slow);
        prop_assert_eq!(identity_of_canonical(&bytes), Some(sha256(&slow)));
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(prop::sample::select(b"{}[]\",:\\pa".to_vec()), 0..40)) {
        let _ = Cut::member(&bytes, "p");
        let _ = identity_of_canonical(&bytes);
    }
}
