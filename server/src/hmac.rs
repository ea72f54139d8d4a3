//! HMAC-SHA256 (RFC 2104), by the crates of RustCrypto.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The code of a message under a key of any length.
pub fn hmac(key: &[u8], message: &[u8]) -> [u8; 32] {
    let code = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length will do");
    code.chain_update(message).finalize().into_bytes().into()
}

/// Whether two codes are the same. The time taken does not tell how many bytes were right.
pub fn is_same(expected: &[u8], given: &[u8]) -> bool {
    expected.ct_eq(given).into()
}
