//! The two kinds of line that checkpoints and proofs are made of: whole numbers and hashes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::hash::Hash;

/// A decimal number in its one form: digits, no sign, no leading zero.
pub(crate) fn parse_decimal(text: &str) -> Option<u64> {
    let canonical = text == "0" || !text.starts_with('0');
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if canonical && digits { text.parse().ok() } else { None }
}

/// A hash in standard base64 with padding (RFC 4648, section 4), in its one form.
pub(crate) fn parse_hash(text: &str) -> Option<Hash> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

pub(crate) fn write_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

pub(crate) fn parse_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}
