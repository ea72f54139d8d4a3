//! Signed documents: JCS, eddsa-jcs-2022, did:key. Knows no credits.
//!
//! A signed document is a JSON object with one `proof` member, made as the W3C cryptosuite
//! `eddsa-jcs-2022` (Data Integrity EdDSA Cryptosuites 1.0, section 3.3) says:
//!
//! ```text
//! {"@context":["urn:example:v1"], …,
//!  "proof":{"@context":["urn:example:v1"],"created":"2026-11-22T09:00:00Z",
//!           "cryptosuite":"eddsa-jcs-2022","proofPurpose":"capabilityInvocation",
//!           "proofValue":"z…","type":"DataIntegrityProof",
//!           "verificationMethod":"did:key:z6Mk…#z6Mk…"}, …}
//!
//! hash       = SHA-256(JCS(proof without proofValue)) ‖ SHA-256(JCS(document without proof))
//! proofValue = "z" ‖ base58btc(Ed25519(hash))
//! ```
//!
//! Where the standard leaves a choice, this crate leaves none, so that a document has exactly one
//! form in bytes: it is canonical JSON (RFC 8785) or it is refused.
//!
//! The way of a document through the types tells what is known about it:
//! bytes → [`read`] → [`Unverified`] → [`Unverified::verify`] → [`Opened`].
//! No other way leads to an [`Opened`] document.

mod canonical;
mod cut;
mod depth;
mod document;
mod key;
mod opened;
mod pem;
mod proof;
mod read;
mod secret;
mod time;

pub use canonical::{CanonicalError, canonical, sha256};
pub use cut::identity_of_canonical;
pub use document::{Document, sign, sign_as};
pub use key::{KeyError, PublicKey, SignatureError};
pub use opened::{Opened, Unverified};
pub use pem::PemError;
pub use proof::{Cryptosuite, Proof, ProofType, Purpose};
pub use read::{DEPTH_LIMIT, ReadError, read};
pub use secret::SecretKey;
pub use time::{Seconds, SecondsError};
