//! Reading a signed document: everything that can be refused without looking at the signature.

use crate::canonical::canonical;
use crate::cut::Cut;
use crate::depth;
use crate::document::Document;
use crate::key::PublicKey;
use crate::opened::Unverified;
use crate::proof::{Proof, Purpose, message, parse_value};

/// How many objects and arrays may stand inside one another, the document itself included.
pub const DEPTH_LIMIT: usize = 16;

/// Why bytes are not a signed document, in the order in which they are examined. Lengths, offsets
/// and columns count bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// More bytes than the kind of document may have.
    #[error("the document has {length} bytes, the limit is {limit}")]
    TooLong {
        /// The most bytes allowed.
        limit: usize,
        /// The bytes received.
        length: usize,
    },
    /// Nested more deeply than [`DEPTH_LIMIT`].
    #[error("the document nests more than {limit} deep")]
    TooDeep {
        /// The greatest depth allowed.
        limit: usize,
    },
    /// Not JSON, or not of the type.
    #[error("the document is malformed: {message}")]
    Malformed {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1; 0 if the fault belongs to the line as a whole.
        column: usize,
        /// What was wrong, in words.
        message: String,
    },
    /// The value is right, but these are not its canonical bytes.
    #[error("the document is not canonical JSON: it differs at offset {offset}")]
    NotCanonical {
        /// The first byte that differs.
        offset: usize,
    },
    /// There is no `proof`.
    #[error("the document has no proof")]
    ProofMissing,
    /// Signed for something else.
    #[error("the proof is for {found:?}, this document needs {expected:?}")]
    WrongPurpose {
        /// What the kind of document needs.
        expected: Purpose,
        /// What the proof says.
        found: Purpose,
    },
    /// `proof.@context` is not the document's.
    #[error("the proof's @context is not the document's")]
    ContextDiffers,
    /// `verificationMethod` is neither `did:key:X#X` nor, for an assertion, `did:web:…#X`.
    #[error("the proof's verificationMethod is not of the form did:key:X#X")]
    VerificationMethod,
    /// `proofValue` is not `z` and base58btc of 64 bytes.
    #[error("the proof's proofValue is not 64 bytes in base58")]
    ProofValue,
}

/// Reads a signed document of at most `limit` bytes; its signature is not looked at yet.
///
/// Bytes are accepted only if they are the canonical form of the value they parse to. That one rule
/// disposes of duplicate names, arrays in place of objects, needless escapes, order and white
/// space, and it makes the hash of the document a hash of the bytes.
pub fn read<D: Document>(bytes: &[u8], limit: usize) -> Result<Unverified<D>, ReadError> {
    if bytes.len() > limit {
        return Err(ReadError::TooLong { limit, length: bytes.len() });
    }
    if depth::exceeds(bytes, DEPTH_LIMIT) {
        return Err(ReadError::TooDeep { limit: DEPTH_LIMIT });
    }
    let document: D = serde_json::from_slice(bytes).map_err(malformed)?;
    check_canonical(&document, bytes)?;
    let proof = document.proof().ok_or(ReadError::ProofMissing)?;
    check_profile(&document, proof)?;
    let key = PublicKey::from_verification_method(&proof.verification_method, D::PURPOSE)
        .map_err(|_| ReadError::VerificationMethod)?;
    let signature = parse_value(&proof.value).ok_or(ReadError::ProofValue)?;
    let created = proof.created;
    let (proof_hash, identity) = hashes(bytes).ok_or(ReadError::ProofMissing)?;
    Ok(Unverified {
        document,
        bytes: bytes.to_vec(),
        key,
        created,
        signature,
        identity,
        message: message(proof_hash, identity),
    })
}

fn malformed(error: serde_json::Error) -> ReadError {
    ReadError::Malformed { line: error.line(), column: error.column(), message: error.to_string() }
}

fn check_canonical<D: Document>(document: &D, bytes: &[u8]) -> Result<(), ReadError> {
    let expected = canonical(document).map_err(|_| ReadError::NotCanonical { offset: 0 })?;
    if expected == bytes {
        return Ok(());
    }
    let same = expected.iter().zip(bytes).take_while(|(expected, found)| expected == found);
    Err(ReadError::NotCanonical { offset: same.count() })
}

fn check_profile<D: Document>(document: &D, proof: &Proof) -> Result<(), ReadError> {
    if proof.purpose != D::PURPOSE {
        return Err(ReadError::WrongPurpose { expected: D::PURPOSE, found: proof.purpose });
    }
    if proof.context != document.context() {
        return Err(ReadError::ContextDiffers);
    }
    Ok(())
}

/// The hashes of the proof without its value and of the document without its proof, cut out of the
/// canonical bytes of the signed document.
fn hashes(bytes: &[u8]) -> Option<([u8; 32], [u8; 32])> {
    let proof = Cut::member(bytes, "proof")?;
    let value = Cut::member(proof.value, "proofValue")?;
    Some((value.hash_of_rest(), proof.hash_of_rest()))
}
