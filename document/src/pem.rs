//! Ed25519 secret keys in PKCS#8 (RFC 5958, RFC 8410 section 7), as fixed bytes.
//!
//! ```text
//! version 1  302e 020100 300506032b6570 0422 0420 ‖ seed                        48 bytes
//! version 2  3051 020101 300506032b6570 0422 0420 ‖ seed ‖ 8121 00 ‖ public     83 bytes
//! ```
//!
//! An Ed25519 key without attributes has no other form in DER, so a prefix does the work of a
//! parser.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const BEGIN: &str = "-----BEGIN PRIVATE KEY-----";
const END: &str = "-----END PRIVATE KEY-----";
const PREFIX_V1: [u8; 16] = *b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20";
const PREFIX_V2: [u8; 16] = *b"\x30\x51\x02\x01\x01\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20";
const PUBLIC_TAG: [u8; 3] = *b"\x81\x21\x00";

/// Why a PEM file is not an Ed25519 secret key. It never cites the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PemError {
    /// Not one `PRIVATE KEY` block of base64.
    #[error("the file is not one PEM block PRIVATE KEY")]
    Form,
    /// The block is not an unencrypted Ed25519 key in PKCS#8 version 1 or 2.
    #[error("the block is not an Ed25519 key in PKCS#8")]
    NotEd25519,
    /// The public key in the file is not that of the secret key.
    #[error("the public key in the file belongs to another secret key")]
    OtherPublicKey,
}

pub(crate) fn encode(seed: &[u8; 32]) -> String {
    let der = [&PREFIX_V1[..], seed].concat();
    format!("{BEGIN}\n{}\n{END}\n", STANDARD.encode(der))
}

/// The seed and, from version 2, the public key that the file states.
pub(crate) fn decode(text: &str) -> Result<([u8; 32], Option<[u8; 32]>), PemError> {
    let inner = text.trim().strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(END));
    let base64: String = inner.ok_or(PemError::Form)?.lines().map(str::trim_end).collect();
    let der = STANDARD.decode(base64).map_err(|_| PemError::Form)?;
    let (prefix, rest) = der.split_first_chunk::<16>().ok_or(PemError::NotEd25519)?;
    let (seed, rest) = rest.split_first_chunk::<32>().ok_or(PemError::NotEd25519)?;
    match (*prefix, rest) {
        (PREFIX_V1, []) => Ok((*seed, None)),
        (PREFIX_V2, _) => Ok((*seed, Some(stated_public(rest).ok_or(PemError::NotEd25519)?))),
        _ => Err(PemError::NotEd25519),
    }
}

fn stated_public(der: &[u8]) -> Option<[u8; 32]> {
    der.strip_prefix(&PUBLIC_TAG)?.try_into().ok()
}
