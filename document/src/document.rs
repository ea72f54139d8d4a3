//! What can be signed, and signing it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::canonical::{canonical, sha256};
use crate::proof::{Cryptosuite, Proof, ProofConfig, ProofType, Purpose, message, write_value};
use crate::secret::SecretKey;
use crate::time::Seconds;

/// A type whose values are signed documents.
///
/// The type is a struct that denies unknown fields, holds objects, arrays and strings only, and has
/// a field `proof: Option<Proof>` that is skipped when `None`. The compiler cannot check that, but
/// [`read`](crate::read()) refuses every document of a type that breaks it.
pub trait Document: Serialize + DeserializeOwned {
    /// What signatures on documents of this type are for.
    const PURPOSE: Purpose;

    /// The document's `@context`, which its proof repeats.
    fn context(&self) -> &[String];

    /// The proof, once the document is signed.
    fn proof(&self) -> Option<&Proof>;

    /// Sets or removes the proof.
    fn set_proof(&mut self, proof: Option<Proof>);
}

/// Signs `document` with `key`, replacing a proof it may have. The same arguments give the same
/// bytes, always.
///
/// # Panics
///
/// If the type breaks the contract of [`Document`] and has no JSON form.
pub fn sign<D: Document>(document: D, key: &SecretKey, created: Seconds) -> D {
    sign_as(document, &key.public().to_string(), key, created)
}

/// The same as the key of a DID, which for an assertion may be a `did:web`.
///
/// # Panics
///
/// If the type breaks the contract of [`Document`] and has no JSON form.
pub fn sign_as<D: Document>(mut document: D, did: &str, key: &SecretKey, created: Seconds) -> D {
    document.set_proof(None);
    let bytes = canonical(&document).expect("objects, arrays and strings have a canonical form");
    let verification_method = key.public().verification_method_of(did);
    let config = ProofConfig {
        context: document.context(),
        created,
        cryptosuite: Cryptosuite::EddsaJcs2022,
        purpose: D::PURPOSE,
        kind: ProofType::DataIntegrityProof,
        verification_method: &verification_method,
    };
    let signature = key.sign(&message(config.hash(), sha256(&bytes)));
    let proof = Proof {
        context: config.context.to_vec(),
        created: config.created,
        cryptosuite: config.cryptosuite,
        purpose: config.purpose,
        value: write_value(&signature),
        kind: config.kind,
        verification_method,
    };
    document.set_proof(Some(proof));
    document
}
