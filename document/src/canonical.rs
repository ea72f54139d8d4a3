//! Canonical JSON (JCS, RFC 8785) and the one hash of this crate.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// A value that JSON cannot express: a map whose keys are not strings, or a number that is not
/// finite. Signed documents contain objects, arrays and strings only, so they never cause it.
#[derive(Debug, thiserror::Error)]
#[error("the value has no canonical JSON form: {0}")]
pub struct CanonicalError(#[from] serde_json::Error);

/// The canonical JSON of `value`: UTF-8, no white space, members sorted by their UTF-16 units.
///
/// JCS writes every number as an IEEE double would print it (RFC 8785, section 3.2.2.3), so whole
/// numbers above 2⁵³ change. What is signed therefore writes its numbers as strings.
pub fn canonical(value: &impl Serialize) -> Result<Vec<u8>, CanonicalError> {
    Ok(serde_json_canonicalizer::to_vec(value)?)
}

/// SHA-256 of `bytes`.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// SHA-256 of the parts laid end to end, without laying them so.
pub(crate) fn sha256_of_parts(parts: [&[u8]; 2]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    hash.finalize().into()
}
