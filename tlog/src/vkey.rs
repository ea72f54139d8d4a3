//! Verifier keys: the name and public key of whoever signs notes, in one line.
//!
//! ```text
//! <name>+<key ID in 8 hexadecimal digits>+<base64(type ‖ 32 bytes)>
//! key ID = SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4]
//! ```
//! The type is 0x01 for signers of notes and 0x04 for witnesses, so a key never passes for the other.

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::lines::{parse_base64, write_base64};
use crate::note::{self, NoteError};

/// The key against which notes of one signer are checked: signature type Ed25519 of
/// c2sp.org/signed-note.
pub type VerifierKey = NamedKey<0x01>;

/// The key against which cosignatures of one witness are checked: signature type of
/// c2sp.org/tlog-cosignature, version 1.
pub type WitnessKey = NamedKey<0x04>;

/// An Ed25519 key with a name, for one type of signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedKey<const TYPE: u8> {
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
    /// The key is not of the type that is needed, not a point, or of small order.
    #[error("the key is not a sound Ed25519 key of the type that is needed")]
    Key,
}

impl<const TYPE: u8> NamedKey<TYPE> {
    /// The key named `name` with these 32 bytes.
    pub fn new(name: &str, key: &[u8; 32]) -> Result<Self, VerifierKeyError> {
        check_name(name)?;
        let key = VerifyingKey::from_bytes(key).map_err(|_| VerifierKeyError::Key)?;
        if key.is_weak() {
            return Err(VerifierKeyError::Key);
        }
        Ok(Self::from_parts(name, key))
    }

    pub(crate) fn from_parts(name: &str, key: VerifyingKey) -> Self {
        let hash = Sha256::new().chain_update(name).chain_update([b'\n', TYPE]).chain_update(key.as_bytes()).finalize();
        Self { name: name.to_owned(), id: [hash[0], hash[1], hash[2], hash[3]], key }
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

    pub(crate) fn verifies(&self, text: &str, signature: &[u8]) -> bool {
        let signature = Signature::from_slice(signature);
        signature.is_ok_and(|signature| self.key.verify_strict(text.as_bytes(), &signature).is_ok())
    }
}

impl VerifierKey {
    /// Checks a signed note and returns its text, with the final newline. Signatures by other keys
    /// are ignored; each signature by this key must verify, and there must be one.
    pub fn verify<'a>(&self, note: &'a str) -> Result<&'a str, NoteError> {
        note::open(note, self)
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

impl<const TYPE: u8> FromStr for NamedKey<TYPE> {
    type Err = VerifierKeyError;

    fn from_str(text: &str) -> Result<Self, VerifierKeyError> {
        let mut parts = text.splitn(3, '+'); // Base64 may contain a plus, a name may not.
        let (Some(name), Some(id), Some(base64)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(VerifierKeyError::Form);
        };
        let bytes = parse_base64(base64).ok_or(VerifierKeyError::Form)?;
        let key = bytes.strip_prefix(&[TYPE]).and_then(|key| key.try_into().ok());
        let key = Self::new(name, key.ok_or(VerifierKeyError::Key)?)?;
        if id != key.id_hex() {
            return Err(VerifierKeyError::Id);
        }
        Ok(key)
    }
}

impl<const TYPE: u8> NamedKey<TYPE> {
    fn id_hex(&self) -> String {
        format!("{:08x}", u32::from_be_bytes(self.id))
    }
}

impl<const TYPE: u8> fmt::Display for NamedKey<TYPE> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let typed_key = [&[TYPE], &self.key.as_bytes()[..]].concat();
        write!(out, "{}+{}+{}", self.name, self.id_hex(), write_base64(&typed_key))
    }
}
