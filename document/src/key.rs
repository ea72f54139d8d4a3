//! Public keys, written as `did:key`.
//!
//! ```text
//! did:key:z6Mk…   "z" ‖ base58btc(0xed 0x01 ‖ 32 bytes)
//! ```
//!
//! The prefix `z` is multibase base58btc, `ed01` multicodec ed25519-pub (did:key method, section
//! 3.1). Base58 of 34 bytes is one-to-one, so a key has exactly one textual form.

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, VerifyingKey};
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::proof::{Purpose, parse_value};

const SCHEME: &str = "did:key:";
const MULTICODEC: [u8; 2] = [0xed, 0x01];

/// An Ed25519 public key, written `did:key:z6Mk…`.
///
/// A value is 32 bytes and promises no more: a replay parses millions of keys, and to prove that a
/// key is strong costs as much as checking a signature. So text is checked for its form alone;
/// [`check_strength`](PublicKey::check_strength) is called once, when a key is registered; and
/// [`verify`](PublicKey::verify) refuses whatever is not a point or of small order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; 32]);

/// Why a key is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The text is not `did:key:z6Mk…` with 32 bytes of key.
    #[error("a key has the form did:key:z6Mk… with 32 bytes")]
    Form,
    /// The bytes are not a point of the curve.
    #[error("the key is not a point of the curve")]
    NotAPoint,
    /// The bytes are a second way to write a point (RFC 8032, section 5.1.3, wants y < 2²⁵⁵ − 19).
    #[error("the key is not written in its canonical form")]
    NotCanonical,
    /// One of the eight points of small order: a signature by it holds for many messages.
    #[error("the key is of small order")]
    SmallOrder,
    /// The point has a part of small order, so verifiers disagree about some of its signatures.
    #[error("the key is of mixed order")]
    MixedOrder,
}

/// The signature is not by this key over this message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not verify")]
pub struct SignatureError;

impl PublicKey {
    /// The key with these bytes, if it is strong: bytes come from where a key is new.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<PublicKey, KeyError> {
        let key = PublicKey(*bytes);
        key.check_strength()?;
        Ok(key)
    }

    /// For keys that were derived from a secret here and are strong by construction.
    pub(crate) const fn from_own(bytes: [u8; 32]) -> PublicKey {
        PublicKey(bytes)
    }

    /// The 32 bytes of RFC 8032, section 5.1.5.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Refuses a key that is not a canonically written point of the prime-order group. It costs
    /// about as much as checking a signature.
    pub fn check_strength(&self) -> Result<(), KeyError> {
        let point = VerifyingKey::from_bytes(&self.0).map_err(|_| KeyError::NotAPoint)?.to_edwards();
        if point.compress().as_bytes() != &self.0 {
            Err(KeyError::NotCanonical)
        } else if point.is_small_order() {
            Err(KeyError::SmallOrder)
        } else if !point.is_torsion_free() {
            Err(KeyError::MixedOrder)
        } else {
            Ok(())
        }
    }

    /// Checks an Ed25519 signature strictly: `S` is reduced, and neither the key nor `R` is of
    /// small order, so no two verifiers can disagree about a signature by a registered key.
    pub fn verify(&self, message: &[u8], signature: &[u8; 64]) -> Result<(), SignatureError> {
        VerifyingKey::from_bytes(&self.0)
            .and_then(|key| key.verify_strict(message, &Signature::from_bytes(signature)))
            .map_err(|_| SignatureError)
    }

    /// Checks a signature that is written as `proofValue` is: `z` and base58btc of 64 bytes.
    pub fn verify_text(&self, message: &[u8], signature: &str) -> Result<(), SignatureError> {
        self.verify(message, &parse_value(signature).ok_or(SignatureError)?)
    }

    /// The name under which a proof cites the key of `did`: `did:key:X#X`, or `did:web:…#X`.
    pub fn verification_method_of(&self, did: &str) -> String {
        format!("{did}#{}", self.multibase())
    }

    /// The name under which a proof cites the key by itself: `did:key:X#X`.
    pub fn verification_method(&self) -> String {
        self.verification_method_of(&self.to_string())
    }

    /// Who is said to sign, and the key: of `did:key:X#X` or, where a registry asserts something,
    /// `did:web:…#X`, if it is written exactly so.
    pub(crate) fn from_verification_method(text: &str, purpose: Purpose) -> Result<PublicKey, KeyError> {
        let (did, fragment) = text.split_once('#').ok_or(KeyError::Form)?;
        let own = did.strip_prefix(SCHEME) == Some(fragment);
        let of_web = purpose == Purpose::AssertionMethod && is_did_web(did);
        if !own && !of_web {
            return Err(KeyError::Form);
        }
        format!("{SCHEME}{fragment}").parse()
    }

    /// `z6Mk…`, the key in multibase.
    pub fn multibase(&self) -> String {
        let mut bytes = [0; 34];
        bytes[..2].copy_from_slice(&MULTICODEC);
        bytes[2..].copy_from_slice(&self.0);
        format!("z{}", bs58::encode(bytes).into_string())
    }
}

impl FromStr for PublicKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<PublicKey, KeyError> {
        let base58 = text.strip_prefix(SCHEME).and_then(|rest| rest.strip_prefix('z'));
        let bytes: [u8; 34] = decode_base58(base58.ok_or(KeyError::Form)?).ok_or(KeyError::Form)?;
        match bytes.split_first_chunk() {
            Some((&MULTICODEC, key)) => Ok(PublicKey(key.try_into().map_err(|_| KeyError::Form)?)),
            _ => Err(KeyError::Form),
        }
    }
}

/// `did:web:` and a host, its port after `%3A`.
fn is_did_web(did: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-.%".contains(&byte);
    did.strip_prefix("did:web:").is_some_and(|host| !host.is_empty() && host.bytes().all(plain))
}

/// Decodes base58 of exactly `N` bytes.
pub(crate) fn decode_base58<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let length = bs58::decode(text).onto(&mut bytes).ok()?;
    (length == N).then_some(bytes)
}

impl fmt::Display for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{SCHEME}{}", self.multibase())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PublicKey({self})")
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PublicKey, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
