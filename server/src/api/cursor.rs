//! Cursors: where a page ended, sealed so that a client can pass it back but not make one.
//!
//! ```text
//! base64url(HMAC-SHA256(key, scope ‖ 0x00 ‖ place), first 16 bytes) ‖ place
//! ```
//! The scope is the path with its filters: a cursor of one list is none of another.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use orebook_document::{SecretKey, sha256};

use crate::hmac::{hmac, is_same};

const SEAL: usize = 16;

/// Seals cursors. Every server of a register has the same key, so a cursor outlives a restart.
#[derive(Clone)]
pub struct Cursors([u8; 32]);

impl Cursors {
    /// The key is derived from the issuer's.
    pub fn of(issuer: &SecretKey) -> Self {
        Self(sha256(&[b"orebook cursors 1".as_slice(), &issuer.seed()].concat()))
    }

    /// A cursor for a place in a list.
    pub fn seal(&self, scope: &str, place: &str) -> String {
        let seal = self.seal_of(scope, place);
        URL_SAFE_NO_PAD.encode([&seal[..SEAL], place.as_bytes()].concat())
    }

    /// The place of a cursor that was made here for this very list.
    pub fn open(&self, scope: &str, cursor: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let (seal, place) = bytes.split_at_checked(SEAL)?;
        let place = std::str::from_utf8(place).ok()?;
        let expected = self.seal_of(scope, place);
        is_same(&expected[..SEAL], seal).then(|| place.to_owned())
    }

    fn seal_of(&self, scope: &str, place: &str) -> [u8; 32] {
        hmac(&self.0, &[scope.as_bytes(), &[0], place.as_bytes()].concat())
    }
}

#[cfg(test)]
mod tests;
