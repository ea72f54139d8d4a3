//! JSON Web Tokens signed with Ed25519: the provider that lets `jsonwebtoken` sign and verify with this registry's keys.
//! There is one algorithm, so none can be confused with another.

use std::sync::Once;

use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::signature::{self, Signer, Verifier};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header};
use orebook_document::{PublicKey, SecretKey};
use serde_json::value::RawValue;

/// A token with these very bytes as its payload.
pub fn sign(key: &SecretKey, typ: &str, kid: String, payload: &[u8]) -> Result<String, Error> {
    install();
    let payload: &RawValue = serde_json::from_slice(payload)?;
    let header = Header { typ: Some(typ.to_owned()), kid: Some(kid), ..Header::new(Algorithm::EdDSA) };
    jsonwebtoken::encode(&header, &payload, &EncodingKey::from_ed_der(&key.seed()))
}

/// Tells `jsonwebtoken` once whose cryptography it uses.
pub fn install() {
    static PROVIDER: CryptoProvider = CryptoProvider {
        signer_factory: |algorithm, key| {
            let seed = key.as_bytes().try_into().map_err(|_| ErrorKind::InvalidEddsaKey)?;
            only_ed25519(*algorithm).map(|()| Box::new(Ed25519Signer(SecretKey::from_seed(seed))) as Box<dyn JwtSigner>)
        },
        verifier_factory: |algorithm, key| {
            let key = public(key)?;
            only_ed25519(*algorithm).map(|()| Box::new(Ed25519Verifier(key)) as Box<dyn JwtVerifier>)
        },
        key_utils: KeyUtils::new_unimplemented(),
    };
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // It fails only if there is a provider already.
        let _ = PROVIDER.install_default();
    });
}

fn only_ed25519(algorithm: Algorithm) -> Result<(), Error> {
    match algorithm {
        Algorithm::EdDSA => Ok(()),
        _ => Err(ErrorKind::InvalidAlgorithm.into()),
    }
}

fn public(key: &DecodingKey) -> Result<PublicKey, Error> {
    let bytes: &[u8; 32] = key.try_get_as_bytes()?.try_into().map_err(|_| ErrorKind::InvalidEddsaKey)?;
    PublicKey::from_bytes(bytes).map_err(|_| ErrorKind::InvalidEddsaKey.into())
}

struct Ed25519Signer(SecretKey);

impl Signer<Vec<u8>> for Ed25519Signer {
    fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, signature::Error> {
        Ok(self.0.sign(message).to_vec())
    }
}

impl JwtSigner for Ed25519Signer {
    fn algorithm(&self) -> Algorithm {
        Algorithm::EdDSA
    }
}

struct Ed25519Verifier(PublicKey);

impl Verifier<Vec<u8>> for Ed25519Verifier {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> Result<(), signature::Error> {
        let signature = signature.as_slice().try_into().map_err(|_| signature::Error::new())?;
        self.0.verify(message, signature).map_err(|_| signature::Error::new())
    }
}

impl JwtVerifier for Ed25519Verifier {
    fn algorithm(&self) -> Algorithm {
        Algorithm::EdDSA
    }
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::Validation;

    use super::*;

    fn valid(token: &str, key: &SecretKey, algorithm: Algorithm) -> bool {
        let mut validation = Validation::new(algorithm);
        validation.required_spec_claims.clear();
        validation.validate_exp = false;
        let key = DecodingKey::from_ed_der(key.public().as_bytes());
        jsonwebtoken::decode::<serde_json::Value>(token, &key, &validation).is_ok()
    }

    #[test]
    fn a_token_is_valid_for_its_key_and_its_algorithm_only() {
        let [key, other] = [[7; 32], [8; 32]].map(SecretKey::from_seed);
        let token = sign(&key, "vc+jwt", "did:key:z#z".to_owned(), br#"{"a":"b"}"#).unwrap_or_default();
        assert!(valid(&token, &key, Algorithm::EdDSA));
        assert!(!valid(&token, &other, Algorithm::EdDSA));
        assert!(!valid(&token, &key, Algorithm::HS256));
        let altered = token.replacen("eyJhIjoiYiJ9", "eyJhIjoiYyJ9", 1);
        assert!(altered != token && !valid(&altered, &key, Algorithm::EdDSA));
        assert!(sign(&key, "vc+jwt", String::new(), b"{").is_err());
    }
}
