//! Verifier keys: the name and public key of whoever signs notes, in one line.
//!
//! ```text
//! <name>+<key ID in 8 hexadecimal digits>+<base64(0x01 ‖ 32 bytes)>
//! key ID = SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)[:4]
//! ```

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::lines::{parse_base64, write_base64};
use crate::note::{self, NoteError};

/// The signature type Ed25519 of c2sp.org/signed-note.
const ED25519: u8 = 0x01;

/// The key against which notes of one signer are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    id: [u8; 4],
    key: VerifyingKey,
}

/// Why a text is not a verifier key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifierKeyError {
    /// Not `name+hash+key`, or one of the three is not written in its one form.
    #[error("a verifier key has the form name+hash+base64")]
    Form,
    /// The name is empty or contains a space, a control character or a plus.
    #[error("the name of a key has no spaces, control characters or plus")]
    Name,
    /// The hash is not that of the name and the key.
    #[error("the hash does not belong to this name and key")]
    Id,
    /// The key is not of type Ed25519, not a point, or of small order.
    #[error("the key is not a sound Ed25519 key")]
    Key,
}

impl VerifierKey {
    /// The key named `name` with these 32 bytes.
    pub fn new(name: &str, key: &[u8; 32]) -> Result<VerifierKey, VerifierKeyError> {
        check_name(name)?;
        let key = VerifyingKey::from_bytes(key).map_err(|_| VerifierKeyError::Key)?;
        if key.is_weak() {
            return Err(VerifierKeyError::Key);
        }
        Ok(VerifierKey::from_parts(name, key))
    }

    pub(crate) fn from_parts(name: &str, key: VerifyingKey) -> VerifierKey {
        let hash =
            Sha256::new().chain_update(name).chain_update([b'\n', ED25519]).chain_update(key.as_bytes()).finalize();
        VerifierKey { name: name.to_owned(), id: [hash[0], hash[1], hash[2], hash[3]], key }
    }

    /// The name of the key; for a log, its origin.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The key ID that stands before each signature.
    pub fn id(&self) -> [u8; 4] {
        self.id
    }

    /// The 32 bytes of the public key.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.key.as_bytes()
    }

    /// Checks a signed note and returns its text, with the final newline. Signatures by other keys
    /// are ignored; each signature by this key must verify, and there must be one.
    pub fn verify<'a>(&self, note: &'a str) -> Result<&'a str, NoteError> {
        note::open(note, self)
    }

    pub(crate) fn verifies(&self, text: &str, signature: &[u8]) -> bool {
        let signature = Signature::from_slice(signature);
        signature.is_ok_and(|signature| self.key.verify_strict(text.as_bytes(), &signature).is_ok())
    }
}

/// A key name is not empty and has neither Unicode spaces nor a plus, and no control characters,
/// which no note may contain.
pub(crate) fn check_name(name: &str) -> Result<(), VerifierKeyError> {
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || c == '+';
    if name.is_empty() || name.contains(forbidden) {
        return Err(VerifierKeyError::Name);
    }
    Ok(())
}

impl FromStr for VerifierKey {
    type Err = VerifierKeyError;

    fn from_str(text: &str) -> Result<VerifierKey, VerifierKeyError> {
        let mut parts = text.splitn(3, '+'); // Base64 may contain a plus, a name may not.
        let (Some(name), Some(id), Some(base64)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(VerifierKeyError::Form);
        };
        let bytes = parse_base64(base64).ok_or(VerifierKeyError::Form)?;
        let (ED25519, key) = bytes.split_first().map_or((0, &[][..]), |(kind, key)| (*kind, key)) else {
            return Err(VerifierKeyError::Key);
        };
        let key = VerifierKey::new(name, key.try_into().map_err(|_| VerifierKeyError::Key)?)?;
        if id != key.id_hex() {
            return Err(VerifierKeyError::Id);
        }
        Ok(key)
    }
}

impl VerifierKey {
    fn id_hex(&self) -> String {
        format!("{:08x}", u32::from_be_bytes(self.id))
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let typed_key = [&[ED25519], &self.key.as_bytes()[..]].concat();
        write!(out, "{}+{}+{}", self.name, self.id_hex(), write_base64(&typed_key))
    }
}
