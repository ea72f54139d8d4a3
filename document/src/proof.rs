//! The proof of a signed document (Data Integrity 1.0, section 2.1), as narrow as this registry
//! uses it.

use serde::{Deserialize, Serialize};

use crate::canonical::{canonical, sha256};
use crate::key::decode_base58;
use crate::time::Seconds;

/// The one proof of a document. All members are present; no other member is allowed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// The contexts of the document, repeated, as the cryptosuite's section 3.3.1 asks.
    #[serde(rename = "@context")]
    pub context: Vec<String>,
    /// When the signer says it signed.
    pub created: Seconds,
    /// How it was signed.
    pub cryptosuite: Cryptosuite,
    /// What for.
    #[serde(rename = "proofPurpose")]
    pub purpose: Purpose,
    /// `z` and base58btc of the 64-byte signature, as written.
    #[serde(rename = "proofValue")]
    pub value: String,
    /// What kind of proof.
    #[serde(rename = "type")]
    pub kind: ProofType,
    /// The key that signed, as `did:key:X#X`; of an assertion also as `did:web:…#X`.
    #[serde(rename = "verificationMethod")]
    pub verification_method: String,
}

/// The one type of proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProofType {
    /// Data Integrity 1.0.
    DataIntegrityProof,
}

/// The one cryptosuite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cryptosuite {
    /// Data Integrity EdDSA Cryptosuites 1.0, section 3.3.
    #[serde(rename = "eddsa-jcs-2022")]
    EddsaJcs2022,
}

/// What a signature is for. A signature made for one purpose is worthless for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// The signer wants something done.
    CapabilityInvocation,
    /// The signer says that something is so.
    AssertionMethod,
}

/// A proof without `proofValue`: what is hashed before the document.
#[derive(Serialize)]
pub(crate) struct ProofConfig<'a> {
    #[serde(rename = "@context")]
    pub context: &'a [String],
    pub created: Seconds,
    pub cryptosuite: Cryptosuite,
    #[serde(rename = "proofPurpose")]
    pub purpose: Purpose,
    #[serde(rename = "type")]
    pub kind: ProofType,
    #[serde(rename = "verificationMethod")]
    pub verification_method: &'a str,
}

impl ProofConfig<'_> {
    pub fn hash(&self) -> [u8; 32] {
        sha256(&canonical(self).expect("strings and an array of strings have a canonical form"))
    }
}

/// The 64 bytes that are signed: the proof's hash, then the document's (section 3.3.4).
pub(crate) fn message(proof_hash: [u8; 32], document_hash: [u8; 32]) -> [u8; 64] {
    let mut message = [0; 64];
    message[..32].copy_from_slice(&proof_hash);
    message[32..].copy_from_slice(&document_hash);
    message
}

/// `z` and base58btc of the signature.
pub(crate) fn write_value(signature: &[u8; 64]) -> String {
    format!("z{}", bs58::encode(signature).into_string())
}

/// The signature in a `proofValue`, if it is written as [`write_value`] writes it.
pub(crate) fn parse_value(text: &str) -> Option<[u8; 64]> {
    decode_base58(text.strip_prefix('z')?)
}
