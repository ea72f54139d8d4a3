//! Secrets that are handed out once: 32 random bytes in base64url. What is kept of one is its hash, so a copy of the
//! database opens nothing. They are of full length, so no salt and no slow hash is needed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use orebook_document::sha256;

use crate::problem::Problem;

/// SHA-256 of a secret's bytes.
pub type Hash = [u8; 32];

/// A new secret.
pub struct Secret([u8; 32]);

impl Secret {
    /// From the system's randomness.
    pub fn random() -> Result<Self, Problem> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(Problem::internal)?;
        Ok(Self(bytes))
    }
    /// As it is handed out: 43 characters.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }
    /// What is kept of it.
    pub fn hash(&self) -> Hash {
        sha256(&self.0)
    }
}

/// The hash of a secret as somebody gives it; none if it is not of a secret's form.
pub fn hash_of(text: &str) -> Option<Hash> {
    const LENGTH: usize = 43;
    let bytes = Some(text).filter(|text| text.len() == LENGTH).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok());
    bytes.filter(|bytes| bytes.len() == 32).map(|bytes| sha256(&bytes))
}
