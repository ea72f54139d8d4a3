//! Secret keys as PKCS#8 PEM. The key is that of RFC 8032, section 7.1, test 1.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use orebook_document::{PemError, SecretKey};

const SEED: &str = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

const VERSION_1: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
-----END PRIVATE KEY-----
";

const VERSION_2: &str = "-----BEGIN PRIVATE KEY-----
MFECAQEwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
gSEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
-----END PRIVATE KEY-----
";

fn key() -> SecretKey {
    SecretKey::from_seed(hex::decode(SEED).unwrap().try_into().unwrap())
}

fn check(text: &str, expected: Result<(), PemError>) {
    let read = SecretKey::from_pem(text);
    assert_eq!(read.map(|read| assert_eq!(read.public(), key().public())), expected, "{text}");
}

#[test]
fn a_key_is_written_as_version_1() {
    assert_eq!(key().to_pem(), VERSION_1);
}

#[test]
fn both_versions_are_read() {
    check(VERSION_1, Ok(()));
    check(VERSION_2, Ok(()));
    check(&VERSION_1.replace('\n', "\r\n"), Ok(()));
    check(VERSION_1.trim(), Ok(()));
}

#[test]
fn the_public_key_of_version_2_must_fit() {
    let other = VERSION_2.replace("gSEA11qY", "gSEA21qY");
    check(&other, Err(PemError::OtherPublicKey));
}

#[test]
fn other_files_are_refused() {
    check("", Err(PemError::Form));
    check(&VERSION_1.replace("PRIVATE", "PUBLIC"), Err(PemError::Form));
    check(&VERSION_1.replace("MC4C", "M!4C"), Err(PemError::Form));
    check(&format!("{VERSION_1}{VERSION_1}"), Err(PemError::Form));
}

#[test]
fn other_keys_are_refused() {
    let body = |base64: &str| VERSION_1.replace(VERSION_1.lines().nth(1).unwrap(), base64);
    check(&body(""), Err(PemError::NotEd25519));
    check(&body("MC4C"), Err(PemError::NotEd25519));
    check(&VERSION_1.replace("K2Vw", "K2Vu"), Err(PemError::NotEd25519)); // X25519
    check(&VERSION_1.replace("rn9g", "rn9gAAAA"), Err(PemError::NotEd25519));
    check(&VERSION_2.replace("HURo=", "HURoAA=="), Err(PemError::Form));
    check(&VERSION_2.replace("cHURo=", "cHUQ=="), Err(PemError::NotEd25519));
    check(&VERSION_2.replace("gSEA", "gSIA"), Err(PemError::NotEd25519));
}
