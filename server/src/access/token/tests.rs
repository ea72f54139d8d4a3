//! Tokens that a stranger makes, alters or keeps too long.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::*;
use crate::access::Permission;

const NOW: i64 = 1_800_000_000;

fn tokens() -> Tokens {
    Tokens {
        issuer: "https://registry.example".to_owned(),
        keys: vec![SecretKey::from_seed([1; 32]), SecretKey::from_seed([2; 32])],
        remembered: RwLock::default(),
    }
}

fn member() -> Member {
    let organisation = "org_01KE7K5Z0000000000008G0000".parse().unwrap();
    Member { organisation, by: By::Client("cli_1".to_owned()), may: Permissions::of(&[Permission::Read]) }
}

fn claims() -> Value {
    json!({
        "iss": "https://registry.example", "aud": "https://registry.example", "sub": "cli_1", "client_id": "cli_1",
        "org": "org_01KE7K5Z0000000000008G0000", "cnf": { "kid": SecretKey::from_seed([3; 32]).public().to_string() },
        "scope": "read", "iat": NOW, "exp": NOW + 600, "jti": "1"
    })
}

fn with(name: &str, value: Value) -> Value {
    let mut claims = claims();
    claims[name] = value;
    claims
}

/// A token of these claims, signed with a key under the name of one.
fn signed(claims: &Value, typ: &str, key: u8, named: u8) -> String {
    let [key, named] = [key, named].map(|seed| SecretKey::from_seed([seed; 32]));
    jwt::sign(&key, typ, named.public().to_string(), claims.to_string().as_bytes()).unwrap()
}

fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

#[test]
fn a_token_is_recognised_until_it_expires() {
    let tokens = tokens();
    let key = SecretKey::from_seed([3; 32]).public();
    let token = tokens.issue(&member(), &key, NOW).unwrap();
    for _ in 0..2 {
        let bearer = tokens.recognise(&token, NOW + 599).unwrap();
        assert_eq!((bearer.member, bearer.key), (member(), key));
    }
    assert_eq!(tokens.recognise(&token, NOW + LIFETIME + LEEWAY).unwrap_err(), TokenFault::Expired);
    assert_eq!(
        super::Tokens { remembered: RwLock::default(), ..tokens }.recognise(&token, NOW + 630).unwrap_err(),
        TokenFault::Expired
    );
}

#[test]
fn a_token_of_the_key_before_is_still_believed() {
    assert!(tokens().recognise(&signed(&claims(), TYPE, 1, 1), NOW).is_ok());
}

#[test]
fn what_differs_from_a_token_in_anything_is_worth_nothing() {
    let kid = SecretKey::from_seed([2; 32]).public();
    let header = |alg: &str| part(&json!({ "typ": TYPE, "alg": alg, "kid": kid.to_string() }));
    let hmac_by_public_key =
        format!("{}.{}.{}", header("HS256"), part(&claims()), URL_SAFE_NO_PAD.encode(kid.as_bytes()));
    let unsigned = format!("{}.{}.", header("none"), part(&claims()));
    let right = signed(&claims(), TYPE, 2, 2);
    let altered = right.replacen(&part(&claims()), &part(&with("scope", json!("read money"))), 1);
    let critical = format!(
        "{}.{}.AAAA",
        part(&json!({ "typ": TYPE, "alg": "EdDSA", "kid": kid.to_string(), "crit": ["exp"] })),
        part(&claims())
    );
    let rows = [
        (unsigned, TokenFault::Algorithm),
        (hmac_by_public_key, TokenFault::Algorithm),
        (critical, TokenFault::Form),
        (altered, TokenFault::Signature),
        (signed(&claims(), TYPE, 9, 2), TokenFault::Signature),
        (signed(&claims(), TYPE, 9, 9), TokenFault::Key),
        (signed(&claims(), "JWT", 2, 2), TokenFault::Type),
        (signed(&claims(), "vc+jwt", 2, 2), TokenFault::Type),
        (signed(&with("iss", json!("https://other.example")), TYPE, 2, 2), TokenFault::Issuer),
        (signed(&with("aud", json!("https://other.example")), TYPE, 2, 2), TokenFault::Audience),
        (signed(&with("aud", json!(["https://registry.example"])), TYPE, 2, 2), TokenFault::Form),
        (signed(&with("sub", json!("cli_2")), TYPE, 2, 2), TokenFault::Subject),
        (signed(&with("exp", json!(NOW - 31)), TYPE, 2, 2), TokenFault::Expired),
        (signed(&with("exp", json!("later")), TYPE, 2, 2), TokenFault::Form),
        (signed(&with("iat", json!(NOW + 31)), TYPE, 2, 2), TokenFault::Future),
        (signed(&with("scope", json!("everything")), TYPE, 2, 2), TokenFault::Form),
        (signed(&with("org", json!("org_1")), TYPE, 2, 2), TokenFault::Form),
        (signed(&with("further", json!("1")), TYPE, 2, 2), TokenFault::Form),
        (format!("{right}.x"), TokenFault::Form),
        (format!("{right}{}", "x".repeat(2_000)), TokenFault::Form),
        (String::new(), TokenFault::Form),
        ("..".to_owned(), TokenFault::Form),
    ];
    let tokens = tokens();
    for (token, fault) in rows {
        assert_eq!(tokens.recognise(&token, NOW).map(|_| ()), Err(fault), "{token}");
    }
    assert!(tokens.recognise(&right, NOW).is_ok());
}

#[test]
fn what_is_remembered_has_an_end() {
    let tokens = tokens();
    let key = SecretKey::from_seed([3; 32]).public();
    for second in 0..50 {
        let token = tokens.issue(&member(), &key, NOW + second).unwrap();
        tokens.recognise(&token, NOW + second).unwrap();
    }
    assert_eq!(tokens.remembered.read().len(), 50);
}
