//! Access tokens: JSON Web Tokens of ten minutes (RFC 9068), signed with a key of this server's own.
//!
//! ```text
//! header   {"typ":"at+jwt","alg":"EdDSA","kid":"did:key:z6Mk…"}
//! claims   iss, aud: the register   sub, client_id: the client   org: for whom it asks   scope   iat, exp, jti
//! ```
//! A token is verified once and remembered until it expires, so that a request with one costs a hash and no signature.
//! What may end sooner, the key that the client proved itself with, is looked at each time, in memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr;

use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use orebook_document::{PublicKey, SecretKey, sha256};
use orebook_registry::values::OrganisationId;
use parking_lot::RwLock;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{By, Member, Permissions};
use crate::jwt;
use crate::keys::{self, KeyFileError};

/// How long an access token works, in seconds.
pub const LIFETIME: i64 = 600;
/// How far two clocks may differ, in seconds.
pub const LEEWAY: i64 = 30;
/// The media type of an access token (RFC 9068 §2.1).
pub const TYPE: &str = "at+jwt";
/// Verified tokens that are remembered.
const REMEMBERED: usize = 20_000;
/// Longer than any token of ours.
const LENGTH_MAX: usize = 2_048;

/// What an access token says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    client_id: String,
    org: String,
    /// The key by which the client proved itself.
    cnf: Confirmation,
    scope: String,
    iat: i64,
    exp: i64,
    jti: String,
}

/// The key behind a token, by name.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Confirmation {
    kid: String,
}

/// Why a token is worth nothing. What is told to the client is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum TokenFault {
    #[error("it is not a JSON Web Token of this form")]
    Form,
    #[error("its algorithm is not EdDSA")]
    Algorithm,
    #[error("its type is another")]
    Type,
    #[error("no key of that name counts here")]
    Key,
    #[error("its signature does not verify")]
    Signature,
    #[error("it is of another issuer")]
    Issuer,
    #[error("it is for somebody else")]
    Audience,
    #[error("its subject and its issuer must both be the client")]
    Subject,
    #[error("it has expired")]
    Expired,
    #[error("it is from the future")]
    Future,
    #[error("it lives longer than it may")]
    TooLong,
    #[error("it has been used before")]
    Used,
}

/// A member known by a token, and what that rests on.
#[derive(Debug, Clone)]
pub struct Bearer {
    /// Who.
    pub member: Member,
    /// The key by which the client proved itself.
    pub key: PublicKey,
    expires_at: i64,
}

/// Issues tokens, and recognises them.
pub struct Tokens {
    issuer: String,
    keys: Vec<SecretKey>,
    remembered: RwLock<BTreeMap<[u8; 32], Bearer>>,
}

impl Tokens {
    /// With the keys `keys/token*.pem` of a data directory; the first is made here. The last by name signs, the others
    /// are still believed: so a key is replaced by putting another beside it.
    pub fn of_data(data: &Path, origin: &str) -> Result<Self, KeyFileError> {
        let directory = data.join("keys");
        let mut found = keys::read_all(&directory, "token")?;
        if found.is_empty() {
            let key = keys::generate()?;
            // Two servers may begin together on one directory: whoever is second takes what the first wrote.
            let path = directory.join("token.pem");
            found = match keys::write(&path, &key) {
                Ok(()) => vec![key],
                Err(_) => vec![keys::read(&path)?],
            };
        }
        let host = origin.split('/').next().unwrap_or_default();
        Ok(Self { issuer: format!("https://{host}"), keys: found, remembered: RwLock::default() })
    }

    /// The register as an issuer of tokens, and the audience of what is sent to it.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The public halves of the keys.
    pub fn public_keys(&self) -> impl Iterator<Item = PublicKey> + '_ {
        self.keys.iter().map(SecretKey::public)
    }

    /// A token for a client that proved itself with a key.
    pub fn issue(&self, member: &Member, key: &PublicKey, now: i64) -> Result<String, String> {
        let By::Client(client) = &member.by else { return Err("a token is for a client".to_owned()) };
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: self.issuer.clone(),
            sub: client.clone(),
            client_id: client.clone(),
            org: member.organisation.to_string(),
            cnf: Confirmation { kid: key.to_string() },
            scope: member.may.to_string(),
            iat: now,
            exp: now + LIFETIME,
            jti: uuid::Uuid::now_v7().simple().to_string(),
        };
        let signer = self.keys.last().ok_or("there is no key")?;
        let payload = serde_json::to_vec(&claims).map_err(|error| error.to_string())?;
        jwt::sign(signer, TYPE, signer.public().to_string(), &payload).map_err(|error| error.to_string())
    }

    /// Whose a token is.
    pub fn recognise(&self, token: &str, now: i64) -> Result<Bearer, TokenFault> {
        let name = sha256(token.as_bytes());
        if let Some(bearer) = self.remembered.read().get(&name) {
            return if bearer.expires_at + LEEWAY > now { Ok(bearer.clone()) } else { Err(TokenFault::Expired) };
        }
        let bearer = self.verify(token, now)?;
        let mut remembered = self.remembered.write();
        if remembered.len() >= REMEMBERED {
            remembered.retain(|_, bearer| bearer.expires_at + LEEWAY > now);
        }
        if remembered.len() < REMEMBERED {
            remembered.insert(name, bearer.clone());
        }
        Ok(bearer)
    }

    fn verify(&self, token: &str, now: i64) -> Result<Bearer, TokenFault> {
        let key_of = |kid: &str| self.public_keys().find(|key| key.to_string() == kid);
        let claims: Claims = open(token, &[TYPE], key_of)?;
        if claims.iss != self.issuer {
            return Err(TokenFault::Issuer);
        }
        if claims.aud != self.issuer {
            return Err(TokenFault::Audience);
        }
        if claims.sub != claims.client_id {
            return Err(TokenFault::Subject);
        }
        if claims.exp + LEEWAY <= now {
            return Err(TokenFault::Expired);
        }
        if claims.iat > now + LEEWAY {
            return Err(TokenFault::Future);
        }
        let organisation = OrganisationId::from_str(&claims.org).map_err(|_| TokenFault::Form)?;
        let may = Permissions::from_str(&claims.scope).map_err(|_| TokenFault::Form)?;
        let key = claims.cnf.kid.parse().map_err(|_| TokenFault::Form)?;
        let member = Member { organisation, by: By::Client(claims.client_id), may };
        Ok(Bearer { member, key, expires_at: claims.exp })
    }
}

/// Opens a JSON Web Token: its form, its one algorithm, its type, its key, its signature. What it claims is for the
/// caller to judge, by a clock of the caller's.
pub fn open<T: DeserializeOwned>(
    token: &str,
    types: &[&str],
    key_of: impl FnOnce(&str) -> Option<PublicKey>,
) -> Result<T, TokenFault> {
    jwt::install();
    if token.len() > LENGTH_MAX || token.bytes().filter(|byte| *byte == b'.').count() != 2 {
        return Err(TokenFault::Form);
    }
    let header = jsonwebtoken::decode_header(token).map_err(|error| match error.kind() {
        jsonwebtoken::errors::ErrorKind::Json(_) if names_another_algorithm(token) => TokenFault::Algorithm,
        _ => TokenFault::Form,
    })?;
    if header.alg != Algorithm::EdDSA {
        return Err(TokenFault::Algorithm);
    }
    // What must be understood is not (RFC 7515 §4.1.11).
    if header.crit.is_some() {
        return Err(TokenFault::Form);
    }
    let typ = header.typ.as_deref().unwrap_or("JWT");
    let typ = typ.strip_prefix("application/").unwrap_or(typ);
    if !types.iter().any(|known| known.eq_ignore_ascii_case(typ)) {
        return Err(TokenFault::Type);
    }
    let key = header.kid.as_deref().and_then(key_of).ok_or(TokenFault::Key)?;
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.required_spec_claims.clear();
    (validation.validate_exp, validation.validate_nbf, validation.validate_aud) = (false, false, false);
    let decoding = DecodingKey::from_ed_der(key.as_bytes());
    let opened = jsonwebtoken::decode::<T>(token, &decoding, &validation);
    opened.map(|data| data.claims).map_err(|error| match error.kind() {
        jsonwebtoken::errors::ErrorKind::InvalidSignature => TokenFault::Signature,
        _ => TokenFault::Form,
    })
}

/// `none`, for one, is no algorithm that the library has a name for.
fn names_another_algorithm(token: &str) -> bool {
    use base64::Engine;
    #[derive(Deserialize)]
    struct Header {
        alg: String,
    }
    let header = token.split('.').next().unwrap_or_default();
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(header).unwrap_or_default();
    serde_json::from_slice::<Header>(&bytes).is_ok_and(|header| header.alg != "EdDSA")
}

#[cfg(test)]
mod tests;
