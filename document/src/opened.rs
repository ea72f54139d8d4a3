//! Documents that were read, before and after their signature is checked.

use crate::document::Document;
use crate::key::{PublicKey, SignatureError};
use crate::time::Seconds;

/// A document that is well formed and canonical. Who signed it is what it *says*.
#[derive(Clone, Debug)]
pub struct Unverified<D> {
    pub(crate) document: D,
    pub(crate) bytes: Vec<u8>,
    pub(crate) key: PublicKey,
    pub(crate) created: Seconds,
    pub(crate) signature: [u8; 64],
    pub(crate) identity: [u8; 32],
    pub(crate) message: [u8; 64],
}

/// A document that was signed by the key it names. Only [`Unverified::verify`] makes one; whether
/// that key *may* do what the document asks is for others to say.
#[derive(Clone, Debug)]
pub struct Opened<D>(Unverified<D>);

impl<D: Document> Unverified<D> {
    /// Checks the signature, the only dear part of opening a document.
    pub fn verify(self) -> Result<Opened<D>, SignatureError> {
        self.key.verify(&self.message, &self.signature)?;
        Ok(Opened(self))
    }

    /// `proofValue` as written, with its `z`.
    pub fn proof_value(&self) -> &str {
        self.document.proof().map_or("", |proof| &proof.value)
    }
}

impl<D> Unverified<D> {
    /// The document, with its proof.
    pub fn document(&self) -> &D {
        &self.document
    }

    /// The canonical bytes, as received.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The key that the proof names.
    pub fn key(&self) -> PublicKey {
        self.key
    }

    /// When the signer says it signed.
    pub fn created(&self) -> Seconds {
        self.created
    }

    /// SHA-256 of the canonical document without its proof: the same for every signature on it.
    pub fn identity(&self) -> [u8; 32] {
        self.identity
    }
}

impl<D: Document> Opened<D> {
    /// `proofValue` as written, with its `z`.
    pub fn proof_value(&self) -> &str {
        self.0.proof_value()
    }
}

impl<D> Opened<D> {
    /// The document, with its proof.
    pub fn document(&self) -> &D {
        &self.0.document
    }

    /// The document, with its proof.
    pub fn into_document(self) -> D {
        self.0.document
    }

    /// The canonical bytes, as received.
    pub fn bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    /// The key that signed.
    pub fn key(&self) -> PublicKey {
        self.0.key
    }

    /// When the signer says it signed.
    pub fn created(&self) -> Seconds {
        self.0.created
    }

    /// SHA-256 of the canonical document without its proof: the same for every signature on it.
    pub fn identity(&self) -> [u8; 32] {
        self.0.identity
    }
}
