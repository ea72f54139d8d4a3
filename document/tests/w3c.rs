//! The test vector of the W3C cryptosuite eddsa-jcs-2022, byte for byte.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use orebook_document::{Document, Proof, PublicKey, Purpose, SecretKey, canonical, read, sha256, sign};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Credential {
    #[serde(rename = "@context")]
    context: Vec<String>,
    credential_subject: Subject,
    description: String,
    id: String,
    issuer: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<Proof>,
    r#type: Vec<String>,
    valid_from: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Subject {
    alumni_of: String,
    id: String,
}

impl Document for Credential {
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

macro_rules! vector {
    ($name:literal) => {
        include_str!(concat!("../vectors/eddsa-jcs-2022/", $name)).trim_end()
    };
}

fn unsigned() -> Credential {
    serde_json::from_str(vector!("unsigned.json")).unwrap()
}

fn published() -> Credential {
    serde_json::from_str(vector!("signedJCS.json")).unwrap()
}

/// The secret key is published as multikey: `z`, base58btc, multicodec 0x8026, seed.
fn secret() -> SecretKey {
    let pair: serde_json::Value = serde_json::from_str(vector!("keyPair.json")).unwrap();
    let multikey = pair["privateKeyMultibase"].as_str().unwrap();
    let bytes = bs58::decode(&multikey[1..]).into_vec().unwrap();
    SecretKey::from_seed(bytes.strip_prefix(&[0x80, 0x26]).unwrap().try_into().unwrap())
}

#[test]
fn the_key_pair_is_the_published_one() {
    let pair: serde_json::Value = serde_json::from_str(vector!("keyPair.json")).unwrap();
    let multikey = pair["publicKeyMultibase"].as_str().unwrap();
    assert_eq!(secret().public().to_string(), format!("did:key:{multikey}"));
}

#[test]
fn the_canonical_forms_and_their_hashes_are_the_published_ones() {
    let document = canonical(&unsigned()).unwrap();
    assert_eq!(String::from_utf8(document.clone()).unwrap(), vector!("canonDocJCS.txt"));
    assert_eq!(hex::encode(sha256(&document)), vector!("docHashJCS.txt"));

    let config: serde_json::Value = serde_json::from_str(vector!("proofConfigJCS.json")).unwrap();
    let proof = canonical(&config).unwrap();
    assert_eq!(String::from_utf8(proof.clone()).unwrap(), vector!("proofCanonJCS.txt"));
    assert_eq!(hex::encode(sha256(&proof)), vector!("proofHashJCS.txt"));
}

#[test]
fn the_signature_over_the_published_hashes_is_the_published_one() {
    let message = hex::decode(vector!("combinedHashJCS.txt")).unwrap();
    let signature = secret().sign(&message);
    assert_eq!(hex::encode(signature), vector!("sigHexJCS.txt"));
    assert_eq!(secret().public().verify(&message, &signature), Ok(()));
}

#[test]
fn signing_the_document_gives_the_published_proof() {
    let created = published().proof.unwrap().created;
    let signed = sign(unsigned(), &secret(), created);
    assert_eq!(signed.proof().unwrap().value, vector!("sigBTC58JCS.txt"));
    assert_eq!(signed.proof, published().proof);
    assert_eq!(canonical(&signed).unwrap(), canonical(&published()).unwrap());
}

#[test]
fn the_published_document_opens() {
    let bytes = canonical(&published()).unwrap();
    let opened = read::<Credential>(&bytes, 2_000).unwrap().verify().unwrap();
    assert_eq!(hex::encode(opened.identity()), vector!("docHashJCS.txt"));
    assert_eq!(opened.proof_value(), vector!("sigBTC58JCS.txt"));
    assert_eq!(opened.key(), secret().public());
    assert_eq!(opened.created().to_string(), "2023-02-24T23:36:38Z");
    assert_eq!(opened.bytes(), bytes);
    assert_eq!(PublicKey::from_bytes(opened.key().as_bytes()), Ok(opened.key()));
}
