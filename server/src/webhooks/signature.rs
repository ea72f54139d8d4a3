//! Signatures of Standard Webhooks 1.0: a symmetric one, which each receiver has a secret of its own for, and the
//! registry's own Ed25519 one, for whoever would rather keep no secret.
//!
//! ```text
//! webhook-id: 41
//! webhook-timestamp: 1781827200                   seconds since 1970, of this attempt
//! webhook-signature: v1,<base64 HMAC-SHA256> v1a,<base64 Ed25519>
//!
//! signed: {webhook-id}.{webhook-timestamp}.{body}
//! ```

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_document::{PublicKey, SecretKey};

use crate::hmac::hmac;

/// Before the base64 of a secret.
const SECRET: &str = "whsec_";
/// Before the base64 of the public key.
const PUBLIC: &str = "whpk_";
/// Bytes of a new secret; the standard allows 24 to 64.
const LENGTH: usize = 32;

/// What a receiver knows a delivery by.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Vec<u8>);

impl Secret {
    /// A new one, of the system's randomness.
    pub fn generate() -> Result<Self, getrandom::Error> {
        let mut bytes = vec![0; LENGTH];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// Reads one of 24 to 64 bytes.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = STANDARD.decode(text.strip_prefix(SECRET)?).ok()?;
        (24..=64).contains(&bytes.len()).then_some(Self(bytes))
    }

    /// As it is shown once and kept.
    pub fn text(&self) -> String {
        format!("{SECRET}{}", STANDARD.encode(&self.0))
    }

    /// One signature of the header.
    pub fn sign(&self, signed: &[u8]) -> String {
        format!("v1,{}", STANDARD.encode(hmac(&self.0, signed)))
    }
}

/// The bytes that are signed.
pub fn signed(id: &str, timestamp: i64, body: &[u8]) -> Vec<u8> {
    [format!("{id}.{timestamp}.").as_bytes(), body].concat()
}

/// The registry's signature of the header.
pub fn sign_as_registry(key: &SecretKey, signed: &[u8]) -> String {
    format!("v1a,{}", STANDARD.encode(key.sign(signed)))
}

/// The registry's key, as receivers of Standard Webhooks are given it.
pub fn public_text(key: &PublicKey) -> String {
    format!("{PUBLIC}{}", STANDARD.encode(key.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_own_example_is_signed_as_published() {
        let secret = Secret::parse("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD").unwrap();
        let body = br#"{"email":"test@example.com","username":"test_user"}"#;
        let signed = signed("msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1_649_367_553, body);
        assert_eq!(secret.sign(&signed), "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=");
    }

    #[test]
    fn secrets_have_24_to_64_bytes_and_no_two_are_alike() {
        let text = |length| format!("whsec_{}", STANDARD.encode(vec![7; length]));
        for (length, fits) in [(0, false), (23, false), (24, true), (64, true), (65, false)] {
            assert_eq!(Secret::parse(&text(length)).map(|secret| secret.text()), fits.then(|| text(length)));
        }
        for wrong in ["", "whsec_", "whsec_!", &text(32)[6..], "whsk_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"] {
            assert!(Secret::parse(wrong).is_none(), "{wrong}");
        }
        let [one, other] = [(); 2].map(|()| Secret::generate().unwrap().text());
        assert!(one != other && Secret::parse(&one).is_some_and(|secret| secret.text() == one));
    }

    #[test]
    fn the_registrys_signature_verifies_with_the_key_that_is_shown() {
        let key = SecretKey::from_seed([7; 32]);
        let signed = signed("41", 1_781_827_200, b"{}");
        let signature = sign_as_registry(&key, &signed);
        let bytes = STANDARD.decode(signature.strip_prefix("v1a,").unwrap()).unwrap();
        let shown = STANDARD.decode(public_text(&key.public()).strip_prefix("whpk_").unwrap()).unwrap();
        let shown = PublicKey::from_bytes(&shown.try_into().unwrap()).unwrap();
        assert!(shown.verify(&signed, &bytes.try_into().unwrap()).is_ok());
    }
}
