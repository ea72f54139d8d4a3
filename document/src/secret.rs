//! Secret keys. They are made elsewhere, from 32 bytes of good randomness: this crate has none.

use std::fmt;

use ed25519_dalek::{Signer, SigningKey};

use crate::key::PublicKey;
use crate::pem::{self, PemError};
use crate::proof::write_value;

/// An Ed25519 secret key. It is wiped from memory when dropped and never printed.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// The key of the 32-byte seed (RFC 8032, section 5.1.5, calls the seed the private key).
    pub fn from_seed(seed: [u8; 32]) -> SecretKey {
        SecretKey(SigningKey::from_bytes(&seed))
    }

    /// Reads a PKCS#8 PEM file: version 1 (48 bytes), as [`to_pem`](SecretKey::to_pem) and OpenSSL
    /// write it, or version 2 (83 bytes), whose public key must be that of the seed.
    pub fn from_pem(text: &str) -> Result<SecretKey, PemError> {
        let (seed, stated) = pem::decode(text)?;
        let key = SecretKey::from_seed(seed);
        match stated {
            Some(public) if public != *key.public().as_bytes() => Err(PemError::OtherPublicKey),
            _ => Ok(key),
        }
    }

    /// The key as a PKCS#8 PEM file. Version 1 on purpose: browsers read no other.
    pub fn to_pem(&self) -> String {
        pem::encode(self.0.as_bytes())
    }

    /// The seed it was made from: for the one key that signs notes and not documents.
    pub fn seed(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The public key.
    pub fn public(&self) -> PublicKey {
        PublicKey::from_own(self.0.verifying_key().to_bytes())
    }

    /// The signature of `message` as text, written as `proofValue` is.
    pub fn sign_text(&self, message: &[u8]) -> String {
        write_value(&self.sign(message))
    }

    /// The Ed25519 signature of `message`; deterministic (RFC 8032, section 5.1.6).
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "SecretKey(of {})", self.public())
    }
}
